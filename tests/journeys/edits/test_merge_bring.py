"""What comes in from another study: what is told of it, where it goes, and what becomes of what is there already."""

from __future__ import annotations

from uuid import uuid4

import pytest

from journeys.edits import entities, merge
from journeys.edits.merge.bring import Judged, bring
from journeys.edits.merge.joining import texts
from journeys.model.document import Document
from journeys.model.entities import Cell, Lane, Link, Phase, Stance, Step
from journeys.model.integrity import check_document
from journeys.model.references import renamed
from tests.journeys.studies import study


def apart(document):
    """As another group would have made it; and what each id became."""
    ids = {id_: uuid4().hex for table in document.tables.values() for id_ in table}
    return Document.of(renamed(entity, ids) for _, entity in document), ids


def changed(document, kind, id_, **fields):
    document.write(entities.change(document, kind, id_, **fields).changes)


def added(document, entity):
    document.write(entities.add(document, entity).changes)


def test_what_came_in_is_told_steps_too():
    there, _ = apart(study(6, 1))
    found = bring(study(6, 1), there)
    came = {kind: {id_ for held, id_ in found.came if held == kind} for kind in ("step", "persona", "note", "party")}
    assert came == {"step": set(there.steps), "persona": set(there.personas), "note": set(there.notes), "party": set()}


def test_votes_on_the_very_same_note_are_the_most_of_both_when_nobody_knows_how_many_there_were():
    for mine, theirs in ((2, 5), (5, 2)):
        here, there = study(6, 1), study(6, 1)
        note = next(iter(here.notes))
        changed(here, "note", note, votes=mine), changed(there, "note", note, votes=theirs)
        here.write(bring(here, there, Judged({note: note})).edit.changes)
        assert here.notes[note].votes == 5


@pytest.mark.parametrize(("start", "end"), [(363, 364), (364, 500), (365, 500)])
def test_the_study_ends_behind_the_phases_that_come_in(start, end):
    here = study(3, 1)
    there, ids = apart(study(3, 1))
    changed(there, "study", there.study.id, end_day=500)
    added(there, Phase(uuid4().hex, "Peuter", start))
    journey, phase = ids[next(iter(here.journeys))], next(p.id for p in there.phases.values() if p.name == "Peuter")
    added(there, Step(uuid4().hex, journey, phase, title="Laat"))
    here.write(merge.merge(here, there).changes)
    assert here.study.end_day == end
    assert not check_document(here)


def into(here, there, ids, *same):
    """The study when the journey there is added to the one here."""
    journey = next(iter(here.journeys))
    after = here.snapshot()
    after.write(bring(here, there, Judged({ids[id_]: id_ for id_ in same}, {ids[journey]: journey})).edit.changes)
    return after


def test_labels_of_the_same_connection_stand_side_by_side_while_they_fit():
    for length, wanted in ((97, f"{'a' * 100} · {'b' * 97}"), (98, "a" * 100)):
        here = study(2, 1)
        there, ids = apart(here)
        link = next(iter(here.links))
        changed(here, "link", link, label="a" * 100), changed(there, "link", ids[link], label="b" * length)
        after = into(here, there, ids, *here.steps)
        assert [held.label for held in after.links.values()] == [wanted]


def test_a_connection_without_words_takes_those_of_the_other():
    for mine, theirs in (("", "ja"), ("ja", ""), ("ja", "ja")):
        here = study(2, 1)
        there, ids = apart(here)
        link = next(iter(here.links))
        changed(here, "link", link, label=mine), changed(there, "link", ids[link], label=theirs)
        assert [held.label for held in into(here, there, ids, *here.steps).links.values()] == ["ja"]


def test_a_connection_between_two_that_became_one_goes():
    here = study(1, 1)
    there, ids = apart(here)
    step = next(iter(here.steps))
    other = Step(uuid4().hex, ids[next(iter(here.journeys))], there.steps[ids[step]].phase, column=1, title="Erna")
    added(there, other), added(there, Link(uuid4().hex, ids[step], other.id))
    after = here.snapshot()
    judged = Judged({ids[step]: step, other.id: step}, {ids[id_]: id_ for id_ in here.journeys})
    after.write(bring(here, there, judged).edit.changes)
    assert not after.links


@pytest.mark.parametrize("kind", ["cell", "stance"])
def test_texts_in_one_place_that_do_not_fit_together_both_stay(kind):
    here = study(1, 1)
    row = Lane(uuid4().hex, "text", "Vragen", 9)
    added(here, row)
    there, ids = apart(here)
    journey, phase, scope = next(iter(here.journeys)), next(iter(here.phases)), here.study.scope
    for document, said, turned in ((here, "a", {}), (there, "b", ids)):
        made = (
            Cell(uuid4().hex, row.id, journey, phase, None, said * 9_000) if kind == "cell"
            else Stance(uuid4().hex, journey, phase, scope, said * 9_000)
        )  # fmt: skip
        added(document, renamed(made, turned))
    after = into(here, there, ids)
    held = [next(said for said in texts(each) if len(said) == 9_000)[0] for each in after.tables[kind].values()]
    assert sorted(held) == ["a", "b"]


def test_texts_at_different_steps_stay_apart_and_those_at_the_same_step_are_joined():
    here = study(12, 1)
    row = Lane(uuid4().hex, "text", "Vragen", 9)
    added(here, row)
    there, ids = apart(here)
    journey, (first, second) = next(iter(here.journeys)), list(here.steps)[:2]
    phase = here.steps[first].phase
    assert here.steps[second].phase == phase
    for at, said in ((first, "Hier"), (None, "Hele fase")):
        added(here, Cell(uuid4().hex, row.id, journey, phase, at, said))
    for at, said in ((first, "Daar"), (second, "Ander"), (None, "Ook")):
        added(there, renamed(Cell(uuid4().hex, row.id, journey, phase, at, said), ids))
    after = into(here, there, ids, *here.steps)
    assert sorted((cell.step or "", cell.text) for cell in after.cells.values()) == sorted(
        [(first, "Hier\nDaar"), (second, "Ander"), ("", "Hele fase\nOok")]
    )
