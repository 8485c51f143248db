"""What may be the same in the studies of several groups: good at Dutch, and shy."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from journeys.analysis.doubles import doubles, journey_prints
from journeys.analysis.likeness import names, said, sentences
from journeys.edits.merge import HERE, Ref
from journeys.model.document import Document
from journeys.model.entities import Note
from journeys.model.references import renamed
from tests.journeys.studies import study


def apart(document):
    ids = {id_: uuid4().hex for table in document.tables.values() for id_ in table}
    return Document.of(renamed(entity, ids) for _, entity in document)


def change(document, kind, number, **fields):
    id_ = list(document.tables[kind])[number]
    document.tables[kind][id_] = replace(document.tables[kind][id_], **fields)
    return id_


def of_kind(found, kind):
    return [double for double in found if double.kind == kind]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Sanne en Youssef", "Sanne & Joesoef", "spelling"), ("Verloskundige", "verloskundigenpraktijk", "compound"),
        ("GGD", "JGZ", "known_as"), ("Verloskundige", "Verloskundigen", "same_words"), ("Café", "cafe", "same_name"),
        ("Joke & Lotte", "Lotte en Joke", "same_words"), ("Ziekenhuis", "Zeikenhuis", "spelling"),
        ("Huisarts", "Huisartsenpraktijk", "compound"), ("Aan de balie", "Balie", "same_words"),
        ("Aangifte van geboorte", "Geboorteaangifte", "compound"), ("E-mail", "mail", "known_as"),
        ("Sanne", "Sanne & Youssef", "part_of"), ("Bevalling", "Bevallen", "same_words"),
    ],
)  # fmt: skip
def test_names_that_may_be_the_same(one, other, why):
    score, found = names(said(one), said(other))
    assert found == why
    assert score >= 62
    assert names(said(other), said(one)) == (score, found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sanne en Tom", "Sanne en Youssef"), ("Persona 1", "Persona 2"), ("Eerste echo", "Tweede echo"),
        ("Gemeente", "Verzekeraar"), ("SVB", "UWV"), ("Jan", "Jet"), ("", "Balie"), ("?", "!"),
        ("Niet getrouwd", "Getrouwd"),
    ],
)  # fmt: skip
def test_names_that_are_not(one, other):
    assert names(said(one), said(other))[0] < 62


def test_sentences_with_nearly_the_same_words_but_never_with_the_opposite():
    one = said("Wat moeten wij regelen voor de erkenning?")
    assert sentences(one, said("Wat moeten we regelen voor erkenning")) == (97, "same_words")
    assert sentences(said("Ik weet waar ik moet zijn"), said("Ik weet niet waar ik moet zijn")) == (0, "")
    assert sentences(said("Binnen 3 dagen aangifte"), said("Binnen 5 dagen aangifte")) == (0, "")
    assert sentences(one, said("Wanneer komt de kinderbijslag?"))[0] < 70


def test_a_persona_of_the_same_name_is_the_same_unless_somebody_says_otherwise():
    here, there = study(2, 1), apart(study(2, 1))
    (double,) = of_kind(doubles(here, [there]), "persona")
    assert (double.alike, double.sure, double.left.file, double.right.file) == (100, True, HERE, 0)


def test_what_is_matched_by_name_is_no_doubt():
    here, there = study(4, 1), apart(study(4, 1))
    assert not [d for d in doubles(here, [there]) if d.kind in ("party", "channel", "phase", "source")]


def test_parties_and_phases_are_doubtful_when_their_names_are_alike():
    here, there = study(4, 1), apart(study(4, 1))
    party = change(there, "party", 2, name="Verloskundigenpraktijk")
    phase = change(there, "phase", 1, name="Voorbereiding", start_day=-207)
    found = {double.right.id: double for double in doubles(here, [there])}
    assert found[party].left.id == list(here.parties)[2]
    assert found[phase].why == ("same_words", "near_days")
    assert not found[party].sure


def test_phases_that_begin_about_the_same_day_may_be_the_same_under_another_name():
    here, there = study(2, 1), apart(study(2, 1))
    phase = change(there, "phase", 1, name="Inlezen", start_day=-208)
    (double,) = of_kind(doubles(here, [there]), "phase")
    assert (double.right.id, double.why) == (phase, ("near_days",))


def test_what_was_one_before_the_files_went_apart_says_so():
    here = study(4, 1)
    there = here.snapshot()
    party = change(there, "party", 2, name="Heel anders")
    (double,) = of_kind(doubles(here, [there]), "party")
    assert (double.left.id, double.right.id, double.alike, double.why) == (party, party, 90, ("origin",))


def test_files_are_compared_with_each_other_as_well():
    here = study(0, 1)
    one, two = apart(study(2, 1)), apart(study(2, 1))
    change(one, "persona", 0, name="Sanne en Youssef")
    change(two, "persona", 0, name="Sanne & Joesoef")
    (double,) = of_kind(doubles(here, [one, two]), "persona")
    assert (double.left.file, double.right.file) == (0, 1)


def test_steps_are_compared_only_where_their_journeys_become_one():
    here, there = study(6, 1), apart(study(6, 1))
    assert not of_kind(doubles(here, [there]), "step")
    into = {Ref(0, next(iter(there.journeys))): Ref(HERE, next(iter(here.journeys)))}
    found = of_kind(doubles(here, [there], into), "step")
    assert len(found) == 6
    assert all(double.sure for double in found)


def test_what_two_groups_added_to_one_journey_is_compared_too():
    here = study()
    one, two = here.snapshot(), here.snapshot()
    last, journey = list(here.steps.values())[-1], next(iter(here.journeys))
    for other, title in ((one, "Bellen over geld"), (two, "Over geld bellen")):
        new = replace(last, id=uuid4().hex, journey=journey, title=title, column=last.column + 5)
        other.tables["step"][new.id] = new
    into = {Ref(file, journey): Ref(HERE, journey) for file in (0, 1)}
    found = [double for double in doubles(here, [one, two], into) if double.kind == "step" and not double.sure]
    assert [(double.left.file, double.right.file) for double in found] == [(0, 1)]


def test_a_note_is_itself_before_it_is_another_with_the_same_words():
    here = study()
    texts = [note.id for note in here.notes.values() if note.text][:2]
    for id_ in texts:
        here.tables["note"][id_] = replace(here.notes[id_], kind="need", text="Overzicht van alles")
    journeys = {id_: Ref(HERE, id_) for id_ in here.journeys}
    found = doubles(here, [here.snapshot()], {Ref(0, id_): goal for id_, goal in journeys.items()})
    notes = [(double.left.id, double.right.id, double.sure) for double in of_kind(found, "note")]
    assert {(id_, id_, True) for id_ in texts} <= set(notes)


def test_steps_in_another_phase_are_other_steps():
    here, there = study(6, 1), apart(study(6, 1))
    change(there, "step", 0, phase=list(there.phases)[4], column=9)
    into = {Ref(0, next(iter(there.journeys))): Ref(HERE, next(iter(here.journeys)))}
    assert len(of_kind(doubles(here, [there], into), "step")) == 5


def test_the_same_need_at_five_tables_is_one_question_a_table():
    here = study(0, 1)
    files = []
    for table in range(5):
        there = apart(study(2, 1))
        there.tables["note"].clear()
        note = Note(uuid4().hex, "need", f"{'Wij' if table % 2 else 'We'} willen weten wie ons helpt")
        there.tables["note"][note.id] = note
        files.append(there)
    found = of_kind(doubles(here, files), "note")
    assert [double.right.file for double in sorted(found, key=lambda d: d.right.file)] == [1, 2, 3, 4]
    assert all(double.left.file == 0 or double.alike >= 97 for double in found)


def test_a_need_and_a_quote_with_the_same_words_are_two_things():
    here, there = study(0, 1), apart(study(0, 1))
    for document, kind in ((here, "need"), (there, "quote")):
        note = Note(uuid4().hex, kind, "Niemand vertelde ons dit")
        document.tables["note"][note.id] = note
    assert not of_kind(doubles(here, [there]), "note")


def test_notes_of_one_file_are_not_compared_with_each_other():
    here, there = study(0, 1), apart(study(0, 1))
    for _ in range(2):
        note = Note(uuid4().hex, "need", "Niemand vertelde ons dit")
        there.tables["note"][note.id] = note
    assert not of_kind(doubles(here, [there]), "note")


def test_only_notes_that_will_hang_on_the_same_thing_are_surely_the_same():
    here, there = study(4, 1), apart(study(4, 1))
    assert not any(double.sure for double in of_kind(doubles(here, [there]), "note"))
    into = {Ref(0, next(iter(there.journeys))): Ref(HERE, next(iter(here.journeys)))}
    assert all(double.sure for double in of_kind(doubles(here, [there], into), "note"))


def test_looking_for_doubles_grows_with_the_notes_and_not_with_their_square(monkeypatch):
    from journeys.analysis import doubles as module

    looked = 0

    def count(one, other):
        nonlocal looked
        looked += 1
        return sentences(one, other)

    monkeypatch.setattr(module, "sentences", count)
    files = [study(0, 1), apart(study(0, 1))]
    for mark, document in zip("pt", files, strict=True):
        for number in range(400):
            letters = mark + "".join("bcdfghjklm"[int(digit)] for digit in f"{number:03}{len(document.notes):03}")
            note = Note(uuid4().hex, "need", f"wens {'abcd'[number % 4] * 4} {letters}")
            document.tables["note"][note.id] = note
    doubles(files[0], files[1:])
    assert 0 < looked < 800 * 25


def test_a_journey_that_says_the_same_step_by_step_has_the_same_print():
    here, there = study(6, 1), apart(study(6, 1))
    assert list(journey_prints(here).values()) == list(journey_prints(there).values())
    change(there, "note", 0, text="Anders")
    assert list(journey_prints(here).values()) != list(journey_prints(there).values())
