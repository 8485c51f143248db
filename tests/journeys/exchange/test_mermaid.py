"""Mermaid's journeys both ways: habits of other people are understood and told, our own come back whole."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path, PurePath

import pytest

from journeys.errors import ExchangeError
from journeys.exchange import mermaid
from journeys.exchange.coming import to_study
from journeys.exchange.mermaid.escapes import decoded, encoded, encoded_task
from journeys.exchange.outgoing import outgoing
from journeys.exchange.remarks import remark_text
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from journeys.messages import error_text
from tests.journeys.exchange.odd_diagrams import ODD, thrown, with_titles
from tests.journeys.studies import study

GOLDEN = Path(__file__).parents[2] / "golden" / "exchange" / "mermaid"
SAY = words("en")


def read(said, name="diagram.mmd"):
    data = said if isinstance(said, bytes) else said.encode()
    return mermaid.read(data, name)


def tasks(*lines):
    return read("\n".join(["journey", "title T", "section S", *lines]))


def told(coming):
    return [remark_text(remark, SAY) for remark in coming.incoming.remarks]


def codes(coming):
    """(code, lines) of what is told, but for who became the persona."""
    found = [(remark.code.removeprefix("mermaid."), remark.rows) for remark in coming.incoming.remarks]
    return [each for each in found if each[0] != "persona"]


def steps(coming):
    return [
        (step.title, step.emotion, step.persona, [contact.party for contact in step.contacts])
        for step in coming.incoming.steps
    ]


# Out


def test_the_diagram_reads_as_it_did_before():
    made = mermaid.write(wanted(study(5)))
    kept = GOLDEN / "study.mmd"
    if os.environ.get("LEVENSREIS_GOLDEN") == "write":
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    assert made.decode() == kept.read_text("utf-8")


def test_several_journeys_stand_in_markdown_with_a_fence_each():
    asked = wanted(study(3, 2))
    text = mermaid.write(asked).decode()
    assert text.startswith("# Een kind krijgen\n")
    assert text.count("```mermaid\n") == text.count("\n```\n") == 2
    assert codes(read(text, "x.md")) == []
    assert len(read(text, "x.md").incoming.journeys) == 2


def test_one_journey_is_a_fence_where_the_file_is_markdown():
    text = mermaid.write(replace(wanted(study(3)), path=PurePath("reis.md"))).decode()
    assert text.count("```mermaid\n") == 1


def test_a_journey_carries_only_its_own_people_and_parties():
    document = study(6, 2)
    first, second = document.journeys.values()
    text = mermaid.write(wanted(document, journeys=(first.id,))).decode()
    assert document.personas[first.persona].name in text
    assert document.personas[second.persona].name not in text


def test_the_same_study_gives_the_same_bytes():
    assert mermaid.write(wanted(study(20, 3))) == mermaid.write(wanted(study(20, 3)))


@pytest.mark.parametrize("odd", ODD)
def test_C12_an_odd_text_is_read_back_as_it_was(odd):
    assert decoded(encoded(odd)) == decoded(encoded_task(odd)) == odd


def test_C12_a_study_of_odd_texts_comes_back():
    document = with_titles(ODD)
    coming = read(mermaid.write(wanted(document)))
    assert [step.title for step in coming.incoming.steps] == [step.title for step in outgoing(wanted(document)).steps]
    assert coming.incoming.remarks == ()


@pytest.mark.parametrize("seed", range(12))
def test_what_was_written_is_what_comes_in(seed):
    asked = wanted(thrown(seed))
    said, coming = outgoing(asked), read(mermaid.write(asked), "x.md").incoming
    assert coming.remarks == ()
    for field in ("title", "id", "persona", "phase", "body", "contacts", "emotion", "nobody", "notes", "sources"):
        assert [getattr(step, field) for step in coming.steps] == [getattr(step, field) for step in said.steps], field
    assert [phase.name for phase in coming.phases] == [phase.name for phase in said.phases]


# In


def test_the_persona_is_who_stands_first_most_often():
    coming = tasks("Een: 5: Ik, Balie", "Twee: 1: Balie", "Drie: 3: Ik", "Vier: 3", "Vijf: 3:")
    assert steps(coming) == [
        ("Een", 2, "Ik", ["Balie"]), ("Twee", -2, "Ik", ["Balie"]), ("Drie", 0, "Ik", []), ("Vier", 0, "Ik", []),
        ("Vijf", 0, "Ik", []),
    ]  # fmt: skip
    assert told(coming) == ["“T”: “Ik” is the persona, because that name stands first most often."]


@pytest.mark.parametrize(
    ("line", "step", "code"),
    [
        ("Stap: 3.5: A", ("Stap", 1), "score_part"),
        ("Stap: 3,4: A", ("Stap", 0), "score_part"),
        ("Stap: 0: A", ("Stap", -2), "score_range"),
        ("Stap: 12: A", ("Stap", 2), "score_range"),
        ("Stap: -1: A", ("Stap", -2), "score_range"),
        ("Stap: 1e999: A", ("Stap", 2), "score_range"),
        ("Stap: : A", ("Stap", None), "no_score"),
        ("Stap", ("Stap", None), "no_score"),
        ("Stap: A", ("Stap: A", None), "no_score"),
        ("Stap: blij: A", ("Stap", None), "score_unread"),
        ("Stap: nan: A", ("Stap", None), "score_unread"),
        ("Stap a: b: 3: A", ("Stap a: b", 0), "colon"),
        ("Om 9:30 bellen: 4: A", ("Om 9: 30 bellen", 1), "colon"),
        ("Stap: 4: A: B", ("Stap", 1), "actor_colon"),
        ("Stap: 4: A;", ("Stap", 1), "semicolon"),
        ("Stap: 4: A # later", ("Stap", 1), "comment"),
        ("Bel #spoed: 4: A", ("Bel #spoed", 1), "hash"),
        ("Stap: 4: A %% x", ("Stap", 1), "percent"),
    ],
)
def test_a_habit_is_understood_and_told_with_its_line(line, step, code):
    coming = tasks("Eerst: 3: A", line)
    assert steps(coming)[1][:2] == step
    assert (code, (5,)) in codes(coming)
    assert any("(line 5)" in text for text in told(coming))
    assert not any("(read)" in text or "{" in text for text in told(coming))


def test_what_stands_behind_two_percent_signs_belongs_to_the_actor_as_for_mermaid():
    assert tasks("Een: 3: A", "Twee: 4: A, B %% x").incoming.steps[1].contacts[0].party == "B %% x"


def test_codes_of_characters_are_read_and_unknown_ones_stay():
    coming = tasks("Aanvraag #58; #quot;opnieuw#quot; #35;1 #44; #geen; #55296;: 2: A#44; B")
    assert steps(coming)[0][0] == 'Aanvraag : "opnieuw" #1 , #geen; #55296;'
    assert coming.incoming.steps[0].persona == "A, B"


def test_words_of_the_grammar_in_any_case_lines_of_windows_and_a_byte_order_mark():
    coming = read(b"\xef\xbb\xbf  journey\r\n\tTITLE Verhuizen\r\nSection Eerst\r\nTaak: 4: Ik\r\n")
    assert coming.title == "Verhuizen"
    assert [(step.phase, step.title) for step in coming.incoming.steps] == [("Eerst", "Taak")]


def test_windows_encoding_is_read_and_told():
    coming = read("journey\n section Café\n  Één: 3: Zoë\n".encode("cp1252"))
    assert coming.incoming.steps[0].title == "Één"
    assert codes(coming)[0][0] == "grid.windows"


def test_a_capital_in_the_first_word_is_told():
    assert codes(read("Journey\n A: 3: B")) == [("first_word", (1,))]


def test_a_section_that_comes_back_is_another_phase():
    coming = read("journey\nsection A\na: 3: X\nsection B\nb: 3: X\nsection A\nc: 3: X")
    assert [step.phase for step in coming.incoming.steps] == ["A", "B", "A (2)"]
    assert "The section “A” comes back later and became the phase “A (2)” (line 6)." in told(coming)


def test_tasks_before_the_first_section_go_into_it_and_without_sections_into_none():
    coming = read("journey\na: 3: X\nsection S\nb: 3: X")
    assert [step.phase for step in coming.incoming.steps] == ["S", "S"]
    assert ("before_section", (2,)) in codes(coming)
    assert read("journey\na: 3: X").incoming.steps[0].phase == ""


def test_front_matter_directives_comments_and_text_around_are_told_line_by_line():
    coming = read(
        "---\ntitle: Notities\nauthor: ik\n---\nTekst vooraf\n\n## Verhuizen\n\n> ```mermaid\n> %%{init: {\n"
        '>   "theme": "dark"}}%%\n> journey\n>  section S\n>   %% later\n>   # ook\n>   A: 3: B\n> ```\n\n'
        "~~~ mermaid\nflowchart LR\n~~~\n",
        "x.md",
    )
    assert coming.title == "Notities"
    assert coming.incoming.journeys[0].title == "Verhuizen"
    assert sorted(codes(coming)) == [
        ("around", (5,)), ("comment", (14, 15)), ("directive", (10,)), ("other_left", (20,)), ("setting", (3,)),
    ]  # fmt: skip


def test_a_fence_that_is_not_closed_goes_on_to_the_end():
    coming = read("```mermaid\njourney\n A: 3: B\n", "x.md")
    assert len(coming.incoming.steps) == 1
    assert ("fence_open", (1,)) in codes(coming)


def test_diagrams_of_the_same_name_are_journeys_of_their_own():
    text = "```mermaid\njourney\ntitle T\nA: 3: B\n```\n" * 2
    coming = read(text, "x.md")
    assert [journey.title for journey in coming.incoming.journeys] == ["T", "T (2)"]
    assert len(to_study(coming, "x", "nl").document.journeys) == 2


def test_the_description_for_screen_readers_becomes_the_question_also_over_several_lines():
    coming = read("journey\naccTitle: T\naccDescr {\n  Wat wil\n  ik weten?\n}\nA: 3: B")
    assert coming.title == "T"
    assert "question" in {code for code, _ in codes(coming)}
    assert "Wat wil" in coming.incoming.journeys[0].question


def test_a_long_name_goes_on_in_the_description():
    coming = tasks(f"{'woord ' * 60}: 3: A")
    step = coming.incoming.steps[0]
    assert len(step.title) <= 200
    assert f"{step.title} {step.body}".split() == ["woord"] * 60
    assert ("title_long", (4,)) in codes(coming)


def test_samples_from_elsewhere_make_whole_studies():
    made = to_study(read("journey\n title T\n section S\n  A: 5: Ik, Balie\n"), "x", "nl").document
    assert [phase.name for phase in made.phases.values()] == ["S"]
    assert [persona.name for persona in made.personas.values()] == ["Ik"]
    assert "Balie" in {party.name for party in made.parties.values()}


# Our own comments, changed by somebody


def ours(**changes):
    text = mermaid.write(wanted(study(3))).decode()
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new)
    return read(text)


def test_what_somebody_changed_in_the_diagram_holds_and_the_rest_comes_back():
    coming = ours(
        score=("Stap 1: 1:", "Stap 1: 5:"), name=("Stap 2:", "Stap twee:"), actor=(", Verloskundige", ", Huisarts")
    )
    first, second, third = coming.incoming.steps
    assert (first.emotion, second.title, second.id) == (2, "Stap twee", outgoing(wanted(study(3))).steps[1].id)
    assert [(contact.party, contact.channel) for contact in third.contacts] == [("Huisarts", "")]
    assert [contact.channel for contact in first.contacts] == ["Balie"]


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("%% levensreis: {kapot", "own_broken"),
        ("%% levensreis: 3", "own_broken"),
        ('%% levensreis: {"kleur": "rood"}', "own_unknown"),
        ('%% levensreis: {"day": "morgen"}', "own_unread"),
        ('%% levensreis: {"day": 99999999}', "own_unread"),
        ('%% levensreis: {"lasts": {"least": 5, "most": 2}}', "own_unread"),
        ('%% levensreis: {"notes": [{"kind": "raar", "text": "x"}]}', "own_unread"),
        ('%% levensreis: {"party": 3}', "own_broken"),
        ('%% levensreis: {"to": [{"to": "weg"}]}', "link_lost"),
    ],
)
def test_a_comment_of_ours_that_somebody_broke_is_left_out_and_told(comment, code):
    coming = tasks("Een: 3: A", comment, "Twee: 3: A")
    assert [step.title for step in coming.incoming.steps] == ["Een", "Twee"]
    assert code in {found for found, _ in codes(coming)}


def test_an_odd_value_beside_sound_ones_does_not_take_them_along():
    coming = tasks("Een: 3: A", '%% levensreis: {"body": "blijft", "day": "morgen", "kleur": 1}')
    assert coming.incoming.steps[0].body == "blijft"


# Refusals


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "mermaid.none"),
        ("Zomaar tekst\nover een journey", "mermaid.none"),
        ("flowchart TD\n A --> B", "mermaid.other"),
        ("```mermaid\nsequenceDiagram\n A->>B: x\n```", "mermaid.other"),
        ("journey\n" + "x" * 10_001 + ": 3: A", "mermaid.too_long"),
        ("journey\n A: 3: " + "x" * 201, "mermaid.too_long"),
        ("journey\n section " + "x" * 201, "mermaid.too_long"),
    ],
)
def test_what_is_no_journey_is_refused_with_a_reason(said, code):
    with pytest.raises(ExchangeError) as refused:
        read(said)
    assert refused.value.code == code
    assert "{" not in error_text(refused.value, SAY)


def test_E7_what_is_too_much_or_another_kind_of_diagram_is_refused_and_a_circle_is_not():
    for said in (
        "journey\n" + "A: 3: B\n" * 20_001,
        "journey\n " + "x" * 10_000_000,
        "flowchart TD\n" + "subgraph a\n" * 10_000,
        "graph " + "[" * 1_000_000,
    ):
        with pytest.raises(ExchangeError, match=r"mermaid\."):
            read(said)
    coming = tasks(
        "Een: 3: A", '%% levensreis: {"id": "' + "1" * 32 + '", "to": [{"to": "' + "2" * 32 + '"}]}',
        "Twee: 3: A", '%% levensreis: {"id": "' + "2" * 32 + '", "to": [{"to": "' + "1" * 32 + '", "kind": "back"}]}',
    )  # fmt: skip
    assert len(to_study(coming, "x", "nl").document.links) == 2
