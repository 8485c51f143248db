"""Rows become steps in their phases and order, tied into the flow; what a study has already is recognised."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.edits import intake, steps
from journeys.edits import study as studies
from journeys.edits.incoming import (
    Goal,
    Incoming,
    IncomingContact,
    IncomingNote,
    IncomingParty,
    IncomingPhase,
    IncomingStep,
)
from journeys.errors import EditError
from journeys.model.entities import Cell, Journey, Lane, Link, Persona
from journeys.model.integrity import check_document
from journeys.model.time import phases_in_order
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def document():
    """Two steps in each of six phases, each leading to the next."""
    return study(12)


def take(document, rows, phases=(), **goal):
    """Take rows in; gives what the verb told."""
    goal.setdefault("journey", next(iter(document.journeys), ""))
    coming = Incoming(tuple(rows), tuple(IncomingPhase(*each) for each in phases))
    before = document.snapshot()
    told = intake.taken(document, coming, Goal(**goal))
    assert document == before, "a verb changes nothing"
    session = Session(document, lambda _: None)
    session.apply(told.edit)
    assert check_document(document) == []
    session.apply(told.edit.inverse())
    assert document == before
    session.apply(told.edit)
    return told


def rows(*titles, **fields):
    return [IncomingStep(number, title, **fields) for number, title in enumerate(titles, 1)]


def reading(document, journey=None):
    """Titles of the front stage in reading order."""
    order = {phase.id: index for index, phase in enumerate(phases_in_order(document))}
    held = [s for s in document.steps.values() if s.stage == "front" and journey in (None, s.journey)]
    return [step.title for step in sorted(held, key=lambda s: (order[s.phase], s.column, s.track))]


def flow(document):
    return {(document.steps[link.source].title, document.steps[link.target].title) for link in document.links.values()}


def named(document, title):
    return next(step for step in document.steps.values() if step.title == title)


def phase_of(document, title):
    return document.phases[named(document, title).phase].name


def test_steps_go_to_the_end_of_the_journey_and_are_chained(document):
    take(document, rows("A", "B"))
    assert reading(document)[-3:] == ["Stap 12", "A", "B"]
    assert {("Stap 12", "A"), ("A", "B")} <= flow(document)


def test_steps_behind_the_selected_one_take_over_what_it_led_to(document):
    take(document, rows("A", "B"), after=named(document, "Stap 3").id)
    assert reading(document)[2:6] == ["Stap 3", "A", "B", "Stap 4"]
    assert {("Stap 3", "A"), ("A", "B"), ("B", "Stap 4")} <= flow(document)
    assert ("Stap 3", "Stap 4") not in flow(document)


def test_a_branch_stays_a_branch_behind_new_steps(document):
    three = named(document, "Stap 3")
    edit = steps.add_parallel(document, three.id, "Naast 3")
    document.write(edit.changes)
    take(document, rows("A"), after=three.id)
    assert {("Stap 3", "A"), ("A", "Stap 4"), ("Naast 3", "A"), ("Stap 2", "Naast 3")} <= flow(document)
    assert not {("Stap 3", "Stap 4"), ("Naast 3", "Stap 4")} & flow(document)


def test_rows_go_to_the_phase_they_name_whatever_its_case_and_accents(document):
    take(document, [*rows("A", phase="ZWANGER!"), *rows("B", phase="kraamtíjd")], [("ZWANGER!",), ("kraamtíjd",)])
    assert (phase_of(document, "A"), phase_of(document, "B")) == ("Zwanger!", "Kraamtijd")
    assert {("Stap 2", "A"), ("A", "Stap 3"), ("Stap 10", "B"), ("B", "Stap 11")} <= flow(document)
    assert ("A", "B") not in flow(document), "other steps stand between them"
    assert len(document.phases) == 6


def test_a_new_phase_stands_where_the_table_has_it(document):
    names = [("Voorbereiden",), ("Kiezen",), ("Bevalling",)]
    told = take(document, [step for (name,) in names for step in rows(f"in {name}", phase=name)], names)
    assert [phase.name for phase in phases_in_order(document)][1:4] == ["Voorbereiden", "Kiezen", "Bevalling"]
    new = document.phases[named(document, "in Kiezen").phase]
    assert not new.dated, "nobody said when it is"
    assert told.made == {"step": 3, "phase": 1}


def test_a_new_phase_before_all_others_begins_earlier(document):
    take(document, rows("A", phase="Verliefd"), [("Verliefd",), ("Zwanger!",)])
    assert phases_in_order(document)[0].name == "Verliefd"


def test_a_new_phase_with_a_day_begins_on_it(document):
    told = take(document, rows("A", phase="Verlof"), [("Verlof", -60)])
    assert next(p for p in document.phases.values() if p.name == "Verlof").start_day == -60
    assert phases_in_order(document)[2].dated
    assert [remark.code for remark in told.remarks] == ["intake.phase_within"]


def test_a_day_that_is_taken_is_told(document):
    told = take(document, rows("A", phase="Verlof"), [("Verlof", -42)])
    assert [(r.code, r.values.get("day")) for r in told.remarks] == [
        ("intake.start_taken", -41), ("intake.phase_within", None),
    ]  # fmt: skip


def test_where_no_day_is_free_a_phase_stands_later_and_is_told(document):
    told = take(document, rows("A", phase="Na de balie"), [("Aangifte",), ("Na de balie",)])
    assert [phase.name for phase in phases_in_order(document)][3:6] == ["Aangifte", "Kraamtijd", "Na de balie"]
    assert [remark.code for remark in told.remarks] == ["intake.phase_later", "intake.phase_within"]


def test_known_parties_and_channels_are_used_and_new_ones_made(document):
    told = take(
        document, rows("A", contacts=(IncomingContact("VERLOSKUNDIGE", "balie"), IncomingContact("UWV", "Post")))
    )
    met = [(document.parties[c.party].name, document.channels[c.channel].name) for c in named(document, "A").contacts]
    assert met == [("Verloskundige", "Balie"), ("UWV", "Post")]
    assert told.made == {"step": 1, "party": 1, "channel": 1}
    assert next(party for party in document.parties.values() if party.name == "UWV").kind == "government"


def test_the_municipality_is_the_one_the_study_is_seen_from(document):
    town = document.parties[document.study.scope]
    told = take(document, rows("A", contacts=(IncomingContact("gemeente"),)))
    assert named(document, "A").contacts[0].party == town.id
    assert [remark.code for remark in told.remarks] == ["intake.municipality"]


def test_nobody_is_somebody_the_team_said(document):
    take(document, rows("A", nobody=True))
    assert named(document, "A").nobody


def test_notes_hang_on_their_step_in_order(document):
    notes = (IncomingNote("need", "Weten wat het kost"), IncomingNote("pain", "Lang wachten"))
    take(document, rows("A", notes=notes))
    held = sorted(document.referring(named(document, "A").id, "note"), key=lambda note: note.order)
    assert [(note.kind, note.text, note.order) for note in held] == [
        ("need", notes[0].text, 0),
        ("pain", notes[1].text, 1),
    ]


def test_a_step_with_a_known_id_is_changed_and_keeps_what_the_row_does_not_say(document):
    old = named(document, "Stap 1")
    told = take(document, [IncomingStep(1, "Anders", id=old.id, emotion=2)])
    new = document.steps[old.id]
    assert (new.title, new.emotion, new.contacts, new.body) == ("Anders", 2, old.contacts, old.body)
    assert (told.made, told.changed) == ({}, 1)


def test_the_same_table_twice_changes_nothing(document):
    old = named(document, "Stap 1")
    note = next(iter(document.notes.values()))
    each = IncomingStep(1, old.title, id=old.id, phase="Zwanger!", emotion=old.emotion)
    owner = IncomingStep(2, document.steps[note.step].title, id=note.step, notes=(IncomingNote(note.kind, note.text),))
    assert not intake.take_in(document, Incoming((each, owner), (IncomingPhase("Zwanger!"),)), Goal(old.journey))


def test_a_note_that_reads_otherwise_is_changed_and_keeps_its_owner(document):
    note = next(note for note in document.notes.values() if note.step)
    row = IncomingStep(1, document.steps[note.step].title, id=note.step, notes=(IncomingNote(note.kind, "Nieuw"),))
    take(document, [row])
    assert document.notes[note.id].text == "Nieuw"
    assert len(document.referring(note.step, "note")) == 1


def test_a_known_step_moves_to_the_phase_it_names_and_keeps_its_flow(document):
    before = flow(document)
    take(document, [IncomingStep(1, "Stap 1", id=named(document, "Stap 1").id, phase="Aangifte")], [("Aangifte",)])
    assert phase_of(document, "Stap 1") == "Aangifte"
    assert flow(document) == before


def test_a_new_row_below_a_known_one_follows_it(document):
    known = named(document, "Stap 5")
    take(document, [IncomingStep(1, "Stap 5", id=known.id), IncomingStep(2, "A")])
    assert reading(document)[4:7] == ["Stap 5", "A", "Stap 6"]
    assert {("Stap 5", "A"), ("A", "Stap 6")} <= flow(document)


def test_an_unknown_id_is_made_anew_and_told(document):
    told = take(document, [IncomingStep(7, "A", id="f" * 32)])
    assert [(remark.code, remark.rows) for remark in told.remarks] == [("intake.unknown_id", (7,))]


def test_journeys_are_found_by_title_and_persona_or_made():
    document = study(2, 2)
    take(
        document,
        [
            *rows("A", persona="persona 2"), *rows("B", persona="Persona 3"), *rows("C", journey="Verhuizen"),
            *rows("D", persona="Persona 3"), *rows("E"),
        ],
    )  # fmt: skip
    where = {title: document.journeys[named(document, title).journey] for title in "ABCDE"}
    people = {title: document.personas[journey.persona].name for title, journey in where.items()}
    assert people == {"A": "Persona 2", "B": "Persona 3", "C": "Persona 1", "D": "Persona 3", "E": "Persona 1"}
    assert where["C"].title == "Verhuizen"
    assert where["B"] is where["D"]
    assert where["E"].title == "Een kind krijgen"


def test_a_step_in_another_journey_stays_there_and_is_told():
    document = study(2, 2)
    first, second = (journey.id for journey in document.journeys.values())
    mine = document.referring(first, "step")[0]
    told = take(document, [IncomingStep(3, "Anders", id=mine.id, persona="Persona 2")], journey=second)
    assert document.steps[mine.id].journey == first
    assert [remark.code for remark in told.remarks] == ["intake.other_journey"]


def test_the_back_stage_stands_under_its_step_and_is_not_chained(document):
    take(document, [*rows("A"), IncomingStep(2, "Dossier maken", stage="back"), *rows("B")])
    assert named(document, "Dossier maken").column == named(document, "A").column
    assert {("A", "B")} <= flow(document)
    assert not [pair for pair in flow(document) if "Dossier maken" in pair]


def test_an_empty_cell_takes_the_first_step_and_others_make_room(document):
    phase = named(document, "Stap 3").phase
    take(document, rows("A", "B"), phase=phase, column=1)
    assert reading(document)[2:6] == ["Stap 3", "A", "B", "Stap 4"]


def test_in_a_study_without_journeys_one_is_made():
    document = studies.blank("Leeg", "nl")
    told = take(document, rows("A"), journey="", title="Nieuwe reis", persona="Nieuwe persona")
    assert told.made == {"step": 1, "persona": 1, "journey": 1}


def test_an_empty_study_gives_its_phases_persona_and_journey_away():
    document = studies.blank("Leeg", "nl")
    document.write({("persona", "a" * 32): (None, Persona("a" * 32, "Nieuwe persona"))})
    document.write({("journey", "b" * 32): (None, Journey("b" * 32, "a" * 32, "Nieuwe reis"))})
    assert intake.is_blank(document)
    coming = [*rows("A", phase="Een", persona="Sanne", journey="Verhuizen"), *rows("B", phase="Twee", persona="Sanne")]
    take(document, coming, [("Een",), ("Twee",)], fresh=True, study="Studie", title="Reis")
    assert [phase.name for phase in phases_in_order(document)] == ["Een", "Twee"]
    assert [persona.name for persona in document.personas.values()] == ["Sanne"]
    assert [journey.title for journey in document.journeys.values()] == ["Verhuizen"]
    assert document.study.title == "Studie"
    assert not intake.is_blank(document)


def test_a_phase_in_which_something_was_written_does_not_give_way():
    document = studies.blank("Leeg", "nl")
    first, *others = [phase.name for phase in phases_in_order(document)]
    phase = phases_in_order(document)[0].id
    document.write({
        ("persona", "a" * 32): (None, Persona("a" * 32, "Persona")),
        ("journey", "b" * 32): (None, Journey("b" * 32, "a" * 32, "Reis")),
        ("lane", "c" * 32): (None, Lane("c" * 32, "text", "Eigen baan")),
        ("cell", "d" * 32): (None, Cell("d" * 32, "c" * 32, "b" * 32, phase, text="Nog uitzoeken")),
    })  # fmt: skip
    take(document, rows("A", phase="Een"), [("Een",)], journey="b" * 32, fresh=True)
    names = {phase.name for phase in phases_in_order(document)}
    assert names == {first, "Een"}
    assert not names & set(others)


def test_more_steps_than_a_study_holds_are_refused_before_anything_is_asked(monkeypatch, document):
    monkeypatch.setattr(intake, "MAX_STEPS", 14)
    coming = Incoming(tuple(rows("A", "B", "C")))
    with pytest.raises(EditError) as raised:
        intake.taken(document, coming, Goal(next(iter(document.journeys))))
    assert raised.value.values["problem"].code == "rule.too_many"


def test_long_texts_are_cut_and_unreadable_characters_told(document):
    told = take(document, rows("A\x00B", body="x\u202ey"))
    assert named(document, "AB").body == "xy"
    assert {remark.code for remark in told.remarks} == {"notice.text_unreadable", "notice.text_direction"}


NAMES = st.sampled_from(["", "Zwanger!", "Aangifte", "Nieuw", "néw", "kraamtijd", "\x00", "Later"])
ROWS = st.lists(
    st.builds(
        IncomingStep, st.integers(1, 50), st.sampled_from(["A", "B", "\x00", "x" * 300]),
        id=st.sampled_from(["", "known", "f" * 32]), journey=st.sampled_from(["", "Een kind krijgen", "Verhuizen"]),
        persona=st.sampled_from(["", "Persona 1", "Jan"]), phase=NAMES,
        stage=st.sampled_from([None, "front", "back"]), emotion=st.none() | st.integers(-2, 2), nobody=st.booleans(),
        contacts=st.lists(st.builds(IncomingContact, NAMES, NAMES), max_size=2).map(tuple),
        notes=st.lists(st.builds(IncomingNote, st.sampled_from(["need", "quote"]), NAMES), max_size=2).map(tuple),
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.data(), ROWS, st.booleans())
def test_whatever_comes_in_the_study_stays_sound(data, coming, fresh):
    document = study(data.draw(st.integers(0, 8)))
    ids = sorted(document.steps)
    known = st.sampled_from(ids or [""])
    coming = [replace(each, id=data.draw(known)) if each.id == "known" else each for each in coming]
    phases = [(each.phase, data.draw(st.none() | st.integers(-300, 400))) for each in coming if each.phase]
    after = data.draw(st.sampled_from(["", *ids]))
    take(document, coming, phases, after=after, fresh=fresh and not ids)


def test_a_long_chain_in_the_middle_moves_what_follows_once():
    document = study(600)
    phase = named(document, "Stap 1")
    numbers = count(1)
    told = take(document, [IncomingStep(next(numbers), f"N{n}") for n in range(400)], after=phase.id)
    assert reading(document)[:3] == ["Stap 1", "N0", "N1"]
    assert len([1 for kind, _ in told.edit.changes if kind == "step"]) == 400 + 99
    assert isinstance(next(iter(document.links.values())), Link)


def test_parties_that_are_part_of_one_another_a_thousand_deep_all_come_in(document):
    parties = tuple(IncomingParty(f"P{n}", "care", f"P{n + 1}" if n < 999 else "P0") for n in range(1000))
    coming = Incoming((IncomingStep(1, "Bellen"),), parties=parties)
    taken = intake.taken(document, coming, Goal(next(iter(document.journeys))))
    assert taken.made["party"] == 1000
    session = Session(document, lambda _: None)
    session.apply(taken.edit)
    assert check_document(session.document) == []
