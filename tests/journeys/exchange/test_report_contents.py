"""All that a report tells, in both its forms; and what one about some journeys must not tell of others."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from journeys.exchange.aspects import EVERYTHING
from journeys.exchange.report import KEEPS, KEEPS_MARKDOWN, telling, to_html, to_markdown
from journeys.i18n import words
from journeys.model.entities import Cell, Fact, Lane, Mute, Note, Persona, Stance
from journeys.model.values import Contact, Duration, Evidence
from journeys.templates import sampling
from tests.journeys.exchange.test_report import read
from tests.journeys.studies import study

DUE = dt.date(2027, 3, 14)


@pytest.fixture(scope="module")
def child():
    return sampling.sample("child", "nl")


@pytest.fixture(scope="module")
def full():
    """A study with something of every kind that a report tells."""
    document = study(8, 2)
    mine = next(iter(document.journeys.values()))
    steps = [step for step in document.steps.values() if step.journey == mine.id]
    town, _, care, _ = document.parties.values()
    source = next(iter(document.sources))
    persona = document.personas[mine.persona]
    phase = next(iter(document.phases))
    lane = Lane("1" * 32, "text", "Wat wij vonden", 9)
    need = Note("2" * 32, "need", "Weten waar wij heen moeten", step=steps[1].id, answered_by=care.id)
    work = Note(
        "3" * 32, "opportunity", "Een kaartje aan de balie", status="planned", step=steps[2].id, addresses=(need.id,),
        via=(care.id,), small_gesture=True, proactive=True, owner="Fatima", due=DUE, votes=7,
        evidence=Evidence("proposed", (source,), "Bedacht met ouders"),
    )  # fmt: skip
    whole = replace(
        steps[1], day=-200, lasts=Duration(2, 3, "week"), place="In de praktijk", moment_of_truth=True,
        body="Wij horen het hartje.", contacts=(Contact(care.id, None, town.id),), nobody=False,
        evidence=Evidence("observed", (source,), "Vijf van de zes"),
    )  # fmt: skip
    added = [
        lane, need, work,
        replace(persona, quote="Niemand zei het", context="Zij wonen in een dorp", tagline="Eerste kind"),
        Cell("4" * 32, lane.id, mine.id, phase, text="Hier ging het over geld"),
        Note("5" * 32, "idea", "Iets voor later"),
        Note("6" * 32, "remark", "Over deze persoon", persona=persona.id),
        Note("7" * 32, "pain", "Over deze fase", journey=mine.id, phase=phase),
        Stance("8" * 32, mine.id, phase, town.id, "Dit is van de ouders", "Het team", DUE),
        Fact("9" * 32, "Binnen drie dagen", "statutory", "Burgerlijk Wetboek", "https://wetten.example"),
    ]  # fmt: skip
    document.write({(type(one).__name__.lower(), one.id): (None, one) for one in added if not isinstance(one, Persona)})
    document.write({("persona", persona.id): (persona, added[3]), ("step", whole.id): (steps[1], whole)})
    return document


TOLD = (
    "Eerste kind", "Niemand zei het", "Zij wonen in een dorp", "Hoe wordt ons kind van ons beiden?", "Wij horen het",
    "2 tot 3 weken", "In de praktijk", "Verloskundige", "geeft door voor Gemeente Voorbeeldstad", "Sleutelmoment",
    "Vijf van de zes", "Gesprekken met ouders", "Weten waar wij heen moeten", "beantwoord door Verloskundige",
    "Een kaartje aan de balie", "Fatima", "14 maart 2027", "Gepland", "7 stemmen", "klein gebaar", "bericht vooraf",
    "via Verloskundige", "Bedacht met ouders", "Iets voor later", "Over deze persoon", "Over deze fase",
    "Dit is van de ouders", "Het team", "Binnen drie dagen", "Wat wij vonden", "Hier ging het over geld",
)  # fmt: skip


def forms(given):
    """What both forms say, in one line each."""
    page = " ".join(read(to_html(given).decode()).text)
    text = re.sub(r"\\([^\w\s])", r"\1", to_markdown(given).decode())
    return [" ".join(text.split()).replace("<br>", " ") for text in (page, text)]


def first_of(document, images=None):
    return telling(document, None, (next(iter(document.journeys)),), None, images)


def test_a_report_tells_all_that_is_known_of_its_journeys(full):
    for text in forms(first_of(full)):
        assert [words_ for words_ in TOLD if words_ not in text] == []


def test_a_report_of_one_journey_carries_nothing_of_another(child):
    document = child.document
    given = first_of(document)
    mine = document.journeys[given.journeys[0]]
    theirs = [step for step in document.steps.values() if step.journey != mine.id]
    ids, own = {step.id for step in theirs}, {step.title for step in document.steps.values()} - {
        step.title for step in theirs
    }  # fmt: skip
    secret = [step.body for step in theirs if step.body]
    secret += [note.text for note in document.notes.values() if note.step in ids]
    secret += [one.name for one in document.personas.values() if one.id != mine.persona]
    mine_too = " ".join([one.body for one in document.steps.values() if one.journey == mine.id] + [
        note.text for note in document.notes.values() if note.step not in ids
    ])  # fmt: skip
    assert own
    for text in forms(given):
        assert [words_ for words_ in secret if words_ in text and words_ not in mine_too] == []


def test_a_muted_finding_is_told_with_its_reason(full):
    from journeys.analysis import lenses
    from journeys.analysis.scene import scene

    found = lenses.findings(scene(full)).findings[0]
    document = full.snapshot()
    mute = Mute("a" * 32, found.code, found.subjects, "Dit weten wij al")
    document.write({("mute", mute.id): (None, mute)})
    for text in forms(telling(document)):
        assert "Dit weten wij al" in text


def test_connections_that_the_order_of_steps_does_not_tell_are_told(full):
    document = full.snapshot()
    links = list(document.links.values())
    spoken = replace(links[0], label="als het mag", kind="choice")
    document.write({("link", spoken.id): (links[0], spoken), ("link", links[1].id): (links[1], None)})
    for text in forms(first_of(document)):
        assert "Keuze: van “Stap 1” naar “Stap 2”: als het mag" in text
        assert "Van “Stap 2” gaat niets naar “Stap 3”." in text


def test_what_is_late_says_so_when_a_day_is_given(full):
    late = telling(full, None, None, dt.date(2027, 4, 1))
    assert all("14 maart 2027 (te laat)" in text for text in forms(late))
    assert all("(te laat)" not in text for text in forms(telling(full)))


def test_the_page_has_the_map_and_the_portrait_of_each_chosen_journey(child):
    page = read(to_html(first_of(child.document, child.images)).decode())
    maps = [attrs for tag, attrs in page.elements if tag == "svg" and attrs.get("role") == "img"]
    assert len(maps) == 1
    portraits = [attrs for tag, attrs in page.elements if tag == "img"]
    assert [attrs["alt"] for attrs in portraits] == ["Portret van Sanne & Youssef"]
    assert portraits[0]["src"].startswith("data:image/jpeg;base64,")


def test_a_long_journey_is_drawn_in_parts_that_one_can_read():
    page = read(to_html(telling(study(40, 1))).decode())
    maps = [attrs for tag, attrs in page.elements if tag == "svg" and attrs.get("role") == "img"]
    assert len(maps) >= 4
    assert all(float(attrs["width"]) < 2600 for attrs in maps)


def test_ids_on_the_page_are_unique_and_the_contents_lead_to_headings(child):
    page = read(to_html(telling(child.document)).decode())
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    leads = {attrs["href"].removeprefix("#") for tag, attrs in page.elements if tag == "a"}
    assert len(leads) > 5
    assert leads <= set(ids)


def test_every_cell_of_a_table_says_its_column_for_who_sees_it_as_a_card(child):
    page = read(to_html(telling(child.document)).decode())
    heads = {attrs.get("data-label") for tag, attrs in page.elements if tag == "td"}
    assert "" not in heads
    assert None not in heads


def test_markdown_has_a_diagram_in_mermaid_of_every_journey(child):
    given = telling(child.document)
    text = to_markdown(given).decode()
    assert text.count("```mermaid\njourney\n") == len(given.journeys)
    assert "%%" not in text


def test_backticks_in_a_diagram_do_not_end_it():
    held = study(2, 1)
    journey = next(iter(held.journeys.values()))
    document = held.snapshot()
    document.write({("journey", journey.id): (journey, replace(journey, title="Een ```` titel"))})
    text = to_markdown(telling(document)).decode()
    fence = re.search(r"^(`+)mermaid$", text, re.MULTILINE)
    assert fence is not None
    diagram = text.split(fence[0])[1].split(f"\n{fence[1]}\n")[0]
    assert "section Eerste jaar" in diagram
    assert fence[1] not in diagram


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_report_is_the_same_bytes(full, language):
    given = telling(full, words(language))
    assert to_html(given) == to_html(given)
    assert to_markdown(given) == to_markdown(given)


def test_what_the_report_is_said_to_hold_is_known():
    assert KEEPS_MARKDOWN < KEEPS < EVERYTHING


def test_a_study_of_which_no_journey_was_chosen_tells_of_nobody(child):
    for text in forms(telling(child.document, None, ())):
        assert "Sanne" not in text
        assert "nog geen reis" in text


def test_a_need_of_somebody_else_that_an_opportunity_answers_is_not_named(full):
    document = full.snapshot()
    mine = next(iter(document.journeys))
    theirs = next(step for step in document.steps.values() if step.journey != mine)
    need = Note("b" * 32, "need", "Dit zei iemand anders", step=theirs.id)
    work = next(note for note in document.notes.values() if note.addresses)
    document.write({("note", need.id): (None, need)})
    document.write({("note", work.id): (work, replace(work, addresses=(*work.addresses, need.id)))})
    for text in forms(first_of(document)):
        assert "Dit zei iemand anders" not in text
    for text in forms(telling(document)):
        assert "voor “Weten waar wij heen moeten” en “Dit zei iemand anders”" in text
