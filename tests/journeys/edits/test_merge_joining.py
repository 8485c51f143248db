"""Two that are the same become one: what was empty is filled, what differs stays beside it, what is too long stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import text
from journeys.edits.merge.joining import NoRoomError, joined, quote_beside, texts
from journeys.model.entities import Journey, Note, Persona, Phase, Step
from journeys.model.values import Contact, Evidence, Judgement

STEP = Step("s", "j", "p", title="Aangifte")


def test_two_lines_become_one_as_long_as_they_fit():
    here, there = Journey("j", "p", "", "a" * 100), Journey("k", "p", "", "b" * (text.TITLE_MAX - 103))
    assert joined(here, there, 0).question == f"{here.question} · {there.question}"
    with pytest.raises(NoRoomError):
        joined(here, replace(there, question=there.question + "b"), 0)


def test_texts_become_one_as_long_as_they_fit():
    here = Phase("p", "Fase", 0, facilitator_note="a" * 9_000)
    fits = "b" * (text.BODY_MAX - 9_001)
    assert joined(here, replace(here, facilitator_note=fits), 0).facilitator_note == f"{'a' * 9_000}\n{fits}"
    with pytest.raises(NoRoomError):
        joined(here, replace(here, facilitator_note=fits + "b"), 0)


def test_what_stands_there_already_is_not_said_twice():
    here = Journey("j", "p", "", "Wie · Wat")
    for said in ("", "wie", "WAT", "Wie · Wat", "  wie  ·  wat "):
        assert joined(here, replace(here, question=said), 0) == here
    phase = Phase("p", "Fase", 0, facilitator_note="Een\nTwee\nDrie")
    for said in ("", "een", "TWEE", "Drie", "twee\ndrie"):
        assert joined(phase, replace(phase, facilitator_note=said), 0) == phase
    assert joined(phase, replace(phase, facilitator_note="wee"), 0).facilitator_note == "Een\nTwee\nDrie\nwee"


def test_a_step_meets_somebody_as_soon_as_either_does():
    nobody, somebody = replace(STEP, nobody=True), replace(STEP, contacts=(Contact("a"),))
    assert not joined(nobody, somebody, 0).nobody
    assert not joined(somebody, nobody, 0).nobody
    assert not joined(STEP, STEP, 0).nobody
    assert joined(STEP, nobody, 0).nobody
    assert joined(nobody, STEP, 0).nobody


def test_a_step_holds_twenty_contacts_and_no_more():
    ten, others = (tuple(Contact(f"{name}{number}") for number in range(10)) for name in "ab")
    assert joined(replace(STEP, contacts=ten), replace(STEP, contacts=others), 0).contacts == (*ten, *others)
    with pytest.raises(NoRoomError):
        joined(replace(STEP, contacts=ten), replace(STEP, contacts=(*others, Contact("c"))), 0)


def test_what_a_step_does_not_say_is_filled_in_and_what_it_says_stays():
    here = replace(STEP, day=0, emotion=0, body="Zo gaat het.", judgement=Judgement(speed=-1))
    there = Step(
        "t", "k", "p", title="Geboorteaangifte", day=3, emotion=2, place="Stadhuis", body="Of zo.",
        moment_of_truth=True, evidence=Evidence("observed", ("x",), "Gezien"),
        judgement=Judgement(speed=2, value_individual=1, value_reason="Snel", data_asked=("BSN",)),
    )  # fmt: skip
    one = joined(here, there, 0)
    assert (one.id, one.title, one.day, one.emotion, one.place) == ("s", "Aangifte", 0, 0, "Stadhuis")
    assert one.body == "Zo gaat het.\n“Geboorteaangifte”\nOf zo."
    assert one.judgement == Judgement(speed=-1, value_individual=1, value_reason="Snel", data_asked=("BSN",))
    assert (one.moment_of_truth, one.evidence) == (True, there.evidence)
    filled = joined(STEP, there, 0)
    assert (filled.day, filled.emotion) == (3, 2)


def test_a_real_persona_stays_one_and_is_kept_no_longer_than_either_may():
    import datetime as dt

    early, late = dt.date(2027, 1, 1), dt.date(2028, 1, 1)
    here = Persona("a", "Sanne", privacy="anonymised", consent_until=late)
    there = Persona("b", "Sanne", privacy="real", consent_until=early, digital_skill=2, quote="Nou nou")
    for one in (joined(here, there, 0), joined(there, here, 0)):
        assert (one.privacy, one.consent_until, one.digital_skill, one.quote) == ("real", early, 2, "Nou nou")
    assert joined(here, replace(there, consent_until=None), 0).consent_until == late
    assert joined(replace(here, digital_skill=0), there, 0).digital_skill == 0


def test_what_a_persona_does_not_say_is_filled_in():
    here = Persona("a", "Sanne", channels=("x",))
    there = Persona(
        "b", "Sanne", "Eerste kind", quote="Tja", context="Woont op een boot.", portrait="p", digital_skill=1,
        channels=("y", "x"), evidence=Evidence("observed", ("s",), "Gezien"),
    )  # fmt: skip
    one = joined(here, there, 0)
    assert one == replace(there, id="a", channels=("x", "y"))
    assert joined(one, replace(there, tagline="Anders", quote="Nou", portrait="q", digital_skill=2), 0) == replace(
        one, context="Woont op een boot.\nAnders"
    )


def test_what_a_persona_says_otherwise_comes_as_a_note():
    here, there = Persona("a", "Sanne", quote="Nou nou"), Persona("b", "Sanne", quote="Tja")
    (note,) = quote_beside(here, there, lambda: "n")
    assert (note.id, note.kind, note.text, note.persona) == ("n", "quote", "Tja", "a")
    for quiet in (
        (here, replace(there, quote="NOU NOU")),
        (here, replace(there, quote="")),
        (Persona("a", "Sanne"), there),
    ):
        assert not list(quote_beside(*quiet, lambda: "n"))


def test_votes_have_an_end():
    note = Note("n", "need", "Rust")
    assert joined(note, note, 1_000_000).votes == joined(note, note, 1_000_001).votes == 1_000_000


def test_every_text_of_a_thing_is_told_those_in_its_values_too():
    step = replace(
        STEP, body="Lang", place="Thuis", evidence=Evidence(note="Gezien"), contacts=(Contact("a", "b"),),
        judgement=Judgement(value_reason="Snel", data_asked=("BSN", "Adres")),
    )  # fmt: skip
    assert sorted(texts(step)) == sorted(["Aangifte", "Lang", "Thuis", "Gezien", "Snel", "BSN", "Adres"])
