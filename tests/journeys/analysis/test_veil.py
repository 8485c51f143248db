"""Names of people are hidden wherever they stand, and what is edited meanwhile keeps them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import templates
from journeys.analysis.veil import parts_of, places, veil_of, veiled
from journeys.analysis.veiled_session import VeiledSession
from journeys.edits import entities, facts, fragment, images, notes, personas, putting, steps
from journeys.edits.images import Stored
from journeys.edits.notes import Anchor
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Fact, Note, Persona, Source, Stance
from journeys.model.integrity import check_document
from journeys.session import Session

SAY = words("nl")


@pytest.fixture
def document():
    made = templates.create("child", "nl")
    tables = {kind: dict(table) for kind, table in made.tables.items()}
    step = next(iter(tables["step"].values()))
    tables["step"][step.id] = replace(step, title="Sanne en Youssef bellen", body="sanne's vraag aan YOUSSÉF", column=0)
    journey = next(iter(tables["journey"].values()))
    scope = tables["study"][made.study.id].scope
    tables["note"]["n" * 32] = Note("e" * 32, "idea", "Piet belt Sannes moeder", owner="Piet de Vries", step=step.id)
    tables["note"] = {note.id: note for note in tables["note"].values()}
    stance = Stance("d" * 32, journey.id, step.phase, scope, by="Anneke")
    source = Source("c" * 32, "interview", "Gesprek met mevrouw Bakker")
    tables["stance"][stance.id] = stance
    tables["source"][source.id] = source
    return Document(tables)


def everything(document):
    return " ".join(repr(entity) for _, entity in document)


def first_step(document):
    return next(iter(document.steps.values()))


def test_no_name_of_anybody_is_left(document):
    hidden = everything(veiled(document, SAY)).casefold()
    for persona in document.personas.values():
        assert persona.name.casefold() not in hidden
    for name in ("sanne", "youssef", "youssÉf".casefold(), "piet", "vries", "anneke", "bakker"):
        assert name not in hidden


def test_personas_are_lettered_by_their_order_and_have_no_portrait(document):
    seen = sorted(veiled(document, SAY).personas.values(), key=lambda one: one.order)
    assert [one.name for one in seen] == [f"Persona {letter}" for letter in "ABCDEFGHIJ"[: len(seen)]]
    assert not any(one.portrait for one in seen)


def test_two_people_in_one_name_become_one_persona(document):
    assert first_step(veiled(document, SAY)).title == "Persona A bellen"
    assert first_step(veiled(document, SAY)).body == "Persona A's vraag aan Persona A"


def test_owners_and_who_took_a_stance_are_numbered(document):
    seen = veiled(document, SAY)
    assert (seen.stances["d" * 32].by, seen.notes["e" * 32].owner) == ("Persoon 1", "Persoon 2")
    assert seen.notes["e" * 32].text == "Persoon 2 belt Persona A's moeder"
    assert {one.title for one in seen.sources.values() if one.kind == "interview"} <= {"Interview 1", "Interview 2"}


def test_the_study_itself_is_left_as_it_is(document):
    before = document.snapshot()
    seen = veiled(document, SAY)
    assert document == before
    assert not check_document(seen)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Sanne & Youssef", ("sanne & youssef", "sanne", "youssef")),
        ("Fatima el Amrani", ("fatima el amrani", "fatima", "amrani")),
        ("Jonge ouders", ("jonge ouders",)),
        ("Mevr. Bakker", ("mevr. bakker", "bakker")),
        ("Zoë", ("zoe",)),
    ],
)
def test_first_names_and_surnames_are_names_and_descriptions_are_not(name, parts):
    assert parts_of(name) == parts


def test_a_name_inside_a_word_stays_and_a_short_one_needs_its_capital():
    document = templates.create("child", "nl")
    persona = Persona("f" * 32, "Ben", order=99)
    veil = veil_of(Document({**document.tables, "persona": {persona.id: persona}}), SAY)
    assert veil.text("Ik ben bij Ben, Benno en bEN.") == "Ik ben bij Persona A, Benno en bEN."


def test_a_name_in_the_name_of_a_file_is_a_name(document):
    veil = veil_of(document, SAY)
    assert "anne" not in veil.text("2026_reis-van_Sanne_en_Youssef_v2.levensreis").casefold()
    assert "youssef" not in veil.text("2026_reis-van_Sanne_en_Youssef_v2.levensreis").casefold()


def test_who_is_gone_or_renamed_stays_hidden_under_a_letter_of_their_own(document):
    personas_in_order = sorted(document.personas.values(), key=lambda one: one.order)
    veil = veil_of(document, SAY, [personas_in_order[0].name, "Aysel & Tom"])
    assert veil.text("Aysel wacht op Tom") == "Persona D wacht op Persona D"
    assert veil.text(personas_in_order[0].name) == "Persona A"


def test_a_party_is_no_person(document):
    party = next(iter(document.parties.values()))
    changed = Document({**document.tables, "note": {"a" * 32: Note("a" * 32, "idea", "x", owner=party.name)}})
    assert veiled(changed, SAY).notes["a" * 32].owner == party.name


# While one works on


@pytest.fixture
def session(document):
    real = Session(document, lambda _: None)
    seen = VeiledSession(real, SAY)
    heard = []
    stop = seen.listen(heard.append)
    yield seen, real, heard
    stop()


def test_an_edit_of_what_is_seen_keeps_the_names_of_the_study(session):
    seen, real, heard = session
    step = first_step(seen.document)
    seen.apply(steps.set_emotion(seen.document, [step.id], 2))
    assert real.document.steps[step.id].title == "Sanne en Youssef bellen"
    assert real.document.steps[step.id].emotion == seen.document.steps[step.id].emotion == 2
    assert seen.document == veiled(real.document, SAY)
    assert "Sanne" not in repr(heard)


def test_words_that_hide_a_name_cannot_be_rewritten(session):
    seen, real, _ = session
    before = real.document.snapshot()
    step = first_step(seen.document)
    persona = next(iter(seen.document.personas))
    for kind, id_, change in (("step", step.id, {"title": "Persona A belt"}), ("persona", persona, {"name": "Ans"})):
        with pytest.raises(EditError, match=r"edit\.veiled"):
            seen.apply(entities.change(seen.document, kind, id_, **change))
    assert real.document == before


def test_a_copy_of_what_is_seen_has_the_true_words(session):
    seen, real, _ = session
    step = first_step(seen.document)
    edit = steps.duplicate(seen.document, [step.id])
    seen.apply(edit)
    copies = [one for one in real.document.steps.values() if one.title == "Sanne en Youssef bellen"]
    assert len(copies) == 2
    assert seen.document == veiled(real.document, SAY)


def test_what_was_cut_comes_back_with_the_true_words(session):
    seen, real, _ = session
    step = first_step(seen.document)
    cut = fragment.take(seen.document, [step.id])
    seen.apply(putting.cut(seen.document, [step.id]))
    seen.apply(putting.put(seen.document, cut, step.journey, (step.journey, step.phase, "front", 9, 0)))
    assert "Sanne en Youssef bellen" in [one.title for one in real.document.steps.values()]
    assert seen.document == veiled(real.document, SAY)


def test_who_is_called_as_on_the_screen_is_called_by_name_in_the_study(session):
    """Other names are for the screen alone: none of them ever comes in the study, whoever writes it."""
    seen, real, _ = session
    personas_ = sorted(real.document.personas.values(), key=lambda one: one.order)
    step, talk = first_step(seen.document), seen.document.sources["c" * 32].title
    seen.apply(notes.add(seen.document, "idea", f"Vraag het Persona B, na {talk}", Anchor(step=step.id)))
    portrait = Stored("b" * 64, "png", 4, 4)
    seen.apply(images.put_portrait(seen.document, personas_[0].id, portrait))
    name = personas_[1].name
    assert f"Vraag het {name}, na Gesprek met mevrouw Bakker" in [one.text for one in real.document.notes.values()]
    assert [one.alt for one in real.document.images.values() if one.sha256 == "b" * 64] == [personas_[0].name]
    assert "Persona A" not in everything(real.document)


def test_words_become_a_note_with_the_names_that_are_in_them(session):
    seen, real, _ = session
    fact = Fact("b" * 32, "Sanne krijgt verlof", "local")
    real.apply(entities.add(real.document, fact))
    step = first_step(seen.document)
    seen.apply(facts.to_note(seen.document, fact.id, "need", Anchor(step=step.id)))
    assert "Sanne krijgt verlof" in [one.text for one in real.document.notes.values()]


def test_a_persona_that_goes_leaves_no_portrait_behind(session):
    seen, real, _ = session
    persona = min(seen.document.personas.values(), key=lambda one: one.order)
    real.apply(images.put_portrait(real.document, persona.id, Stored("b" * 64, "png", 4, 4)))
    before = real.document.snapshot()
    edit = seen.meant(personas.delete(seen.document, persona.id))
    real.apply(edit)
    assert "b" * 64 not in [one.sha256 for one in real.document.images.values()]
    real.apply(edit.inverse())
    assert real.document == before


def test_an_owner_can_be_chosen_for_another_note(session):
    seen, real, _ = session
    other = next(id_ for id_ in seen.document.notes if id_ != "e" * 32)
    seen.apply(notes.assign(seen.document, [other], "Persoon 2"))
    assert real.document.notes[other].owner == "Piet de Vries"


def test_a_name_typed_meanwhile_is_hidden_everywhere(session):
    seen, real, _ = session
    note = next(id_ for id_ in seen.document.notes if id_ != "e" * 32)
    seen.apply(notes.assign(seen.document, [note], "Klaas"))
    assert real.document.notes[note].owner == "Klaas"
    assert seen.document == veiled(real.document, SAY)
    assert "Klaas" not in everything(seen.document)


def test_a_persona_that_goes_gives_its_letter_to_the_next(session):
    seen, real, _ = session
    first = min(seen.document.personas.values(), key=lambda one: one.order)
    seen.apply(personas.delete(seen.document, first.id))
    assert first.id not in real.document.personas
    assert sorted(one.name for one in seen.document.personas.values()) == ["Persona A", "Persona B"]
    assert seen.document == veiled(real.document, SAY)


def test_what_changed_in_the_study_meanwhile_is_refused_as_ever(session):
    seen, real, _ = session
    step = first_step(seen.document)
    edit = steps.set_emotion(seen.document, [step.id], 1)
    real.apply(steps.set_emotion(real.document, [step.id], -2))
    with pytest.raises(EditError, match=r"edit\.stale"):
        seen.apply(edit)


@pytest.mark.parametrize("name", ["Søren Ødegård", "Łukasz Woźniak", "Işık Yılmaz", "Đorđe Petrović", "Zoë Müller"])
def test_names_with_letters_of_other_languages_are_found_in_texts(name):
    parts = tuple((part, "Persona A") for part in parts_of(name))
    assert [held[2] for held in places(f"Toen kwam {name}, en {name.split()[0]} lachte.", parts)] == ["Persona A"] * 2
