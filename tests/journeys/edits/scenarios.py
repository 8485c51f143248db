"""Whole situations in which verbs work on two studies that went different ways, or on what comes in from outside."""

from __future__ import annotations

from random import Random

from journeys.edits import fixed, fragment, intake, merge, putting, replacing, restoring, rows, steps, thread, tidy
from journeys.edits.incoming import Goal, Incoming, IncomingContact, IncomingNote, IncomingPhase, IncomingStep
from journeys.errors import EditError
from journeys.model import search
from journeys.model.values import Duration
from tests.hostile.everything import everything
from tests.journeys.edits.varied import WORDS, varied
from tests.journeys.studies import study

MERGED = ("persona", "party", "channel", "phase", "source", "step", "note")


def two(seed):
    """A study of today, and how another group left it."""
    base = everything() if seed % 3 == 2 else study(12, 2)
    return varied(base, 2 * seed), varied(base, 2 * seed + 1)


def some(chance, values, most):
    """So many of these, or all there are."""
    return chance.sample(sorted(values), min(most, len(values)))


def merged(here, there, chance, new_id):
    yield lambda: merge.merge(here, there, create_id=new_id)


def joined(here, there, chance, new_id):
    """Several of each kind are judged the same, some journeys go into another, and somebody is left out."""
    pairs = []
    for kind in MERGED:
        ours, theirs = sorted(here.tables[kind]), sorted(there.tables[kind])
        same = some(chance, theirs, 2) if ours else []
        pairs += [(merge.Ref(merge.HERE, chance.choice(ours)), merge.Ref(0, id_)) for id_ in same]
    into = {}
    if here.journeys and there.journeys and chance.random() < 0.5:
        into[merge.Ref(0, min(there.journeys))] = merge.Ref(merge.HERE, chance.choice(sorted(here.journeys)))
    without = frozenset(some(chance, there.journeys, chance.randint(0, 1)))
    parts = [merge.Part(there, "tafel 1", without), merge.Part(study(3, 1), chance.choice(["", "tafel 2"]))]
    yield lambda: merge.merge_files(here, parts, pairs, into, create_id=new_id)
    yield lambda: merge.merge_files(here, parts[:1], create_id=new_id)


def restored(here, there, chance, new_id):
    yield lambda: restoring.restore(here, there, "Toen")
    keys = sorted(key for key, _ in there)
    yield lambda: restoring.bring_back(here, there, some(chance, keys, 3), "Toen")
    gone = sorted(key for key, _ in there if here.get(key) is None)
    yield lambda: restoring.bring_back(here, there, gone[:4])


def replaced(here, there, chance, new_id):
    for sought in ("wachten", "a", "naam"):
        found = search.find(here, sought)
        for words in ("", "bsn", "x" * 190):
            yield lambda found=found, words=words: replacing.replace_found(here, found, words)
        yield lambda found=found: replacing.replace_found(there, found, "iets")


def untangled(here, there, chance, new_id):
    for document in (here, there):
        for journey in sorted(document.journeys):
            yield lambda document=document, journey=journey: tidy.untangle(document, journey)
            for stage in ("front", "back"):
                yield lambda document=document, journey=journey, stage=stage: tidy.crossings(document, journey, stage)


def moved(here, there, chance, new_id):
    """One step somewhere else, with the flow led along."""
    for id_ in some(chance, here.steps, 6):
        step, phase = here.steps[id_], chance.choice(sorted(here.phases))
        place = (step.journey, phase, chance.choice(["front", "front", "back"]), chance.randint(0, 3), 0)
        edit = steps.move(here, [id_], place)
        yield lambda edit=edit: thread.along(here, edit, create_id=new_id)
        yield lambda edit=edit: fixed.moves(edit)
        for heading in ("left", "right", "up", "down"):
            yield lambda id_=id_, heading=heading: steps.nudge(here, id_, heading)
            yield lambda id_=id_, heading=heading: thread.along(here, steps.nudge(here, id_, heading), create_id=new_id)
        for other in some(chance, here.steps, 2):
            yield lambda id_=id_, other=other: rows.put_beside(here, [id_, other], id_, after=True)
            yield lambda id_=id_, other=other: rows.put_beside(here, [id_], other, after=False)
        yield lambda id_=id_: steps.duplicate(here, [id_], create_id=new_id)
        yield lambda id_=id_: steps.delete(here, [id_], create_id=new_id)


def carried(here, there, chance, new_id):
    """Cut or copied in one study, and put into the other one."""
    ids = some(chance, here.steps, 4)
    ids += some(chance, here.notes, 2)
    held = fragment.take(here, ids)
    for journey in some(chance, there.journeys, 2):
        yield lambda journey=journey: putting.put(there, held, journey, create_id=new_id)
        phase, column = chance.choice(sorted(there.phases)), chance.randint(0, 3)
        place = (journey, phase, "front", column, chance.randint(0, 1))
        yield lambda journey=journey, place=place: putting.put(there, held, journey, place, create_id=new_id)
    yield lambda: putting.cut(here, ids, create_id=new_id)
    yield lambda: putting.duplicate(here, ids, create_id=new_id)


def taken_in(here, there, chance, new_id):
    """Rows of a table: new ones, ones that are here, with phases, people and processes by name."""
    names = [*(phase.name for phase in here.phases.values()), "Nieuwe fase", ""]
    people = ["", *(persona.name for persona in here.personas.values()), "Iemand anders"]
    known = sorted(here.steps)
    coming = []
    for row in range(chance.randint(1, 7)):
        old = here.steps[chance.choice(known)] if known and chance.random() < 0.5 else None
        coming.append(
            IncomingStep(
                row, old.title if old and chance.random() < 0.7 else chance.choice(WORDS),
                id=old.id if old and chance.random() < 0.5 else chance.choice(["", "", "f" * 32]),
                journey=chance.choice(["", "", "Reis twee"]), persona=chance.choice(people),
                phase=chance.choice(names), stage=chance.choice([None, "front", "back"]), body=chance.choice(WORDS),
                day=chance.choice([None, 5]), lasts=chance.choice([None, Duration(1, 2)]), place=chance.choice(WORDS),
                contacts=(IncomingContact(chance.choice(WORDS), "Balie"),) if chance.random() < 0.5 else (),
                nobody=chance.random() < 0.2, emotion=chance.choice([None, -1]),
                moment_of_truth=chance.choice([None, True]), status=chance.choice([None, "observed"]),
                evidence=chance.choice(["", "gezien"]), sources=chance.choice([(), ("Gesprekken",)]),
                notes=(IncomingNote(chance.choice(["need", "pain"]), chance.choice(WORDS)),),
            )
        )  # fmt: skip
    phases = tuple(IncomingPhase(name, chance.choice([None, None, 20])) for name in some(chance, names[:-1], 2))
    goal = Goal(
        chance.choice(["", *sorted(here.journeys)]), chance.choice(["Reis", ""]), chance.choice(people) or "Persona",
        after=chance.choice(["", *known]), fresh=False,
    )  # fmt: skip
    yield lambda: intake.taken(here, Incoming(tuple(coming), phases), goal, create_id=new_id)
    blank = intake.studies.blank("Leeg", "nl")
    fresh = Goal("", "Reis", "Persona", fresh=True)
    yield lambda: intake.taken(blank, Incoming(tuple(coming), phases), fresh, create_id=new_id)
    yield lambda: (intake.is_blank(blank), intake.is_blank(here), intake.is_blank(study(0, 1)))


SCENARIOS = {made.__name__: made for made in (
    merged, joined, restored, replaced, untangled, moved, carried, taken_in,
)}  # fmt: skip


def told(name, seed, new_id):
    """What comes out, act by act; of an edit also whether it moves anything on the map."""
    here, there = two(seed)
    for act in SCENARIOS[name](here, there, Random(seed), new_id):
        try:
            found = act()
        except EditError as error:
            yield error.code, error.values
            continue
        edit = getattr(found, "edit", found)
        yield getattr(edit, "code", ""), (found, fixed.moves(edit) if hasattr(edit, "changes") else None)
