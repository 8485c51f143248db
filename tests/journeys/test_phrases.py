"""Sentences: durations and periods as people say them, gaps that explain themselves, and none missing."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from journeys import messages, phrases
from journeys.analysis.findings import overview
from journeys.analysis.gaps import partners
from journeys.edits import journeys as journey_verbs
from journeys.edits import notes, steps
from journeys.edits.edit import Edit
from journeys.errors import EditError, LevensreisError
from journeys.i18n import words
from journeys.model.document import place_of
from journeys.model.integrity import check_document
from journeys.model.rules import Problem
from journeys.model.schema import KINDS
from journeys.phrases import edits, terms
from tests.journeys.analysis import scenes
from tests.journeys.studies import study

ROOT = Path(__file__).parents[2]
NL, EN = words("nl"), words("en")
LANGUAGES = pytest.mark.parametrize("say", [NL, EN], ids=["nl", "en"])


@pytest.mark.parametrize(
    ("days", "dutch", "english"),
    [
        (1, "1 dag", "1 day"), (10, "10 dagen", "10 days"), (14, "2 weken", "2 weeks"), (42, "6 weken", "6 weeks"),
        (45, "6½ week", "6½ weeks"), (60, "2 maanden", "2 months"), (168, "5½ maand", "5½ months"),
        (354, "11½ maand", "11½ months"), (365, "12 maanden", "12 months"), (1000, "2½ jaar", "2½ years"),
    ],
)  # fmt: skip
def test_durations_are_said_in_halves(days, dutch, english):
    assert (phrases.duration(days, NL), phrases.duration(days, EN)) == (dutch, english)


@pytest.mark.parametrize(
    ("period", "dutch"),
    [
        ((-270, -210), "9 – 7 maanden vóór"),
        ((-210, -42), "7 maanden – 6 weken vóór"),
        ((-42, 0), "6 weken – 1 dag vóór"),
        ((0, 1), "dag 0"),
        ((0, 10), "0 – 10 dagen erna"),
        ((10, 364), "10 dagen – 12 maanden erna"),
        ((-2, 1), "2 dagen vóór – dag 0"),
        ((-14, 20), "2 weken vóór – 3 weken erna"),
        ((-215, -210), "215 – 210 dagen vóór"),
    ],
)
def test_periods_are_said_around_day_0(period, dutch):
    assert phrases.period_text(period, NL) == dutch


def test_a_short_period_shortens_the_months():
    assert phrases.period_text((10, 364), NL, short=True) == "10 dagen – 12 mnd erna"


def worked():
    scene = scenes.worked()
    document = scene.document()
    return document, overview(document).journeys[0]


def test_a_gap_explains_itself():
    document, found = worked()
    assert phrases.gap_text(found.gaps[0], document, NL) == (
        "Gemeente 5½ maand afwezig. Laagste beleving −2. 2 open behoeften, 1 knelpunt. Raakt 2 van 3 persona’s. "
        "Hier zijn inwoners wél: verloskundige (3/3), ziekenhuis (2/3)."
    )
    assert phrases.gap_text(found.gaps[2], document, EN) == (
        "Municipality absent for 11½ months. Affects 3 of 3 personas. Here residents do meet: internet (3/3). "
        "No open need found: is absence fitting here?"
    )


def test_the_study_chooses_the_word_for_its_people():
    scene = scenes.worked()
    scene.change(scene.study, person_word="ouders")
    document = scene.document()
    gap = overview(document).journeys[0].gaps[0]
    assert phrases.reach_sentence(gap, document, NL).startswith("Hier zijn ouders wél:")


def test_a_department_is_called_by_its_name():
    scene = scenes.worked()
    desk = scene.parties[scenes.DESK].id
    assert phrases.scope_word(scene.document(), desk, NL) == "Burgerzaken"
    assert phrases.level_label("absent", "Burgerzaken", NL) == "Burgerzaken afwezig"


def test_a_suggestion_names_partners_and_the_open_need():
    scene = scenes.worked()
    gap = overview(scene.document()).journeys[0].gaps[0]
    scene.change(scene.entities[gap.open_needs[0]], text="Moet erkenning vóór de geboorte?")
    document = scene.document()
    assert phrases.suggestion(gap, document, NL) == (
        "Geef informatie via verloskundige en ziekenhuis: Moet erkenning vóór de geboorte?"
    )
    assert [document.parties[party].name for party in partners(gap, document)] == ["verloskundige", "ziekenhuis"]


def test_a_gap_without_an_open_need_suggests_nothing():
    document, found = worked()
    assert found.gaps[-1].open_needs == ()
    assert phrases.suggestion(found.gaps[-1], document, NL) == ""


@LANGUAGES
def test_every_reason_is_said_with_its_points(say):
    _, found = worked()
    for gap in found.gaps:
        said = [phrases.reason_text(reason, gap, say) for reason in gap.reasons]
        assert all(said)
        assert all(phrases.points_text(reason, say) for reason in gap.reasons)


def test_counts_silence_and_assumptions_are_sentences():
    document, found = worked()
    assert phrases.before_sentence(found.counts.before, document, NL) == (
        "3 van 3 fasen vóór dag 0 zonder de gemeente."
    )
    assert phrases.silence_sentence(found.silence, EN) == (
        "Longest stretch without contact: 12 months (from 5 days after day 0 to 12 months after day 0)."
    )
    assert phrases.assumptions_sentence(found.assumptions, NL) == "8 van 8 stappen zijn aannames"


def test_a_step_is_one_line_for_a_screen_reader():
    scene = scenes.worked()
    document = scene.document()
    step = next(step for step in document.steps.values() if step.title == "Erkenning?")
    assert phrases.step_line(document, step, 3, 12, NL) == (
        "Stap 3 van 12: Erkenning?. Niemand. Beleving −2. Behoefte. Knelpunt. Vraag."
    )


def test_an_edit_says_what_it_did():
    document = study()
    step = next(iter(document.steps.values()))
    other = list(document.phases)[1]
    place = (step.journey, other, "front", 9, 0)
    assert phrases.edit_text(steps.move(document, [step.id], place), NL) == "Stap verplaatst naar Voorbereiden"
    assert phrases.edit_text(steps.delete(document, list(document.steps)[:3]), NL) == "3 stappen verwijderd"
    assert phrases.edit_text(steps.delete(document, [step.id]), EN) == "Step deleted: “Stap 1”"
    assert phrases.edit_text(steps.set_emotion(document, [step.id], 1), NL) == "Beleving +1: “Stap 1”"
    assert phrases.edit_text(notes.add(document, "need", "Overzicht"), NL) == "Behoefte toegevoegd: “Overzicht”"
    added = steps.add(document, (*place_of(step)[:3], 20, 0))
    assert phrases.edit_text(added, NL) == "Stap toegevoegd"
    copy = journey_verbs.duplicate(document, step.journey, variant="desired")
    assert phrases.edit_text(copy, NL) == "Gewenste reis gemaakt van “Een kind krijgen”"


def test_words_of_users_are_never_taken_for_placeholders():
    assert phrases.edit_text(Edit("step.rename", {}, {"title": "{phase} {0}"}), EN) == "Step renamed: “{phase} {0}”"


def source_trees(*folders):
    """All modules, or those in folders of these names."""
    for file in sorted([*ROOT.joinpath("journeys").rglob("*.py"), *ROOT.joinpath("app/table").glob("*.py")]):
        if not folders or file.parent.name in folders:
            yield file, ast.parse(file.read_text(encoding="utf-8"))


@cache
def edit_codes() -> set[str]:
    """Every code that an Edit gets in the verbs; a code with {kind} in it stands for each kind."""
    found: set[str] = set()
    for file, tree in source_trees("edits", "merge", "table"):  # the table puts verbs together under codes of its own
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                kinds = {"table"} if file.parent.name == "table" else KINDS
                if re.fullmatch(r"[a-z]+\.[a-z0-9_]+", node.value) and node.value.split(".")[0] in kinds:
                    found.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.FormattedValue):
                rest = "".join(str(part.value) for part in node.values[1:] if isinstance(part, ast.Constant))
                if re.fullmatch(r"\.[a-z0-9_]+", rest):
                    found |= {f"{kind}{rest}" for kind in KINDS}
    return found


@LANGUAGES
def test_every_edit_has_a_sentence(say):
    codes = edit_codes()
    assert {"step.move", "step.add", "phase.delete", "note.opportunity", "persona.reorder"} <= codes
    told = {"title": "Titel", "phase": "Fase", "source": "A", "target": "B", "beside": "C", "persona": "D", "n": 2}
    for code in sorted(codes | {f"note.add.{kind}" for kind in terms.NOTES}):
        for values in (told, {**told, "n": 1}, {**told, "title": "", "n": 1}):
            sentence = phrases.edit_text(Edit(code, {}, values), say)
            assert sentence not in ("", say("Changed")), code
            assert "{" not in sentence


def test_every_edit_sentence_is_about_a_verb_that_exists():
    planned = {"study.import"}
    assert set(edits.ONE) - planned <= edit_codes() | {"link.change", "study.change"}


def error_codes() -> set[str]:
    """Every code that is raised, and every code of a broken rule."""
    found: set[str] = set()
    for _, tree in source_trees():
        for node in ast.walk(tree):
            name = getattr(getattr(node, "func", None), "id", "")
            if (name.endswith("Error") or name in ("Problem", "Notice")) and isinstance(node, ast.Call) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("rule."):
                found.add(node.value)
    return {code for code in found if re.fullmatch(r"[a-z]+[._][a-z0-9_]+", code)}


def test_every_error_code_has_a_sentence():
    codes = error_codes()
    assert {"edit.stale", "rule.length", "plain.type", "file.missing", "json.double", "template.json"} <= codes
    assert codes - set(messages.MESSAGES) == set()


def test_an_unknown_code_shows_itself():
    assert messages.error_text(LevensreisError("never.heard"), NL) == "Er ging iets mis (never.heard)."


def test_a_refused_edit_says_which_rule_it_breaks():
    problem = Problem("rule.length", "step", "1", "title", {"most": 200, "found": 240})
    error = EditError("edit.refused", problem=problem)
    assert messages.error_text(error, NL) == "Dat kan niet: 240 tekens, er passen er hoogstens 200."


def test_a_problem_names_what_breaks_the_rule():
    scene = scenes.worked()
    scene.change(scene.phases[1], start_day=-270)
    document = scene.document()
    (problem,) = check_document(document)
    said = phrases.problem_text(problem, NL, document)
    assert said.startswith("Fase “")
    assert said.endswith("(start_day): twee fasen beginnen op dag -270.")


def test_a_missing_value_never_breaks_a_sentence():
    assert messages.message("rule.range", {"found": 9}, EN) == "9 is not from (least) to (most)"
