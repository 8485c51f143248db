"""Personas beside each other, and a desired journey beside the current one."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from journeys.analysis.compare import personas
from journeys.analysis.variants import pairs, variants
from journeys.edits import journeys, steps
from journeys.edits import personas as persona_verbs
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Note
from journeys.model.values import Contact
from journeys.phrases import compare as phrases
from tests.journeys.analysis.scenes import BIRTH, CARE, DESK, PREPARE, WEB, Scene, worked
from tests.journeys.studies import study

NL, EN = words("nl"), words("en")


def levels(row):
    return [cell.level for cell in row.cells]


def test_each_persona_has_a_row_with_presence_and_feeling_per_phase():
    scene = worked()
    found = personas(scene.document())
    assert [row.persona for row in found.rows] == [persona.id for persona in scene.personas]
    first, second, _ = found.rows
    assert levels(first) == ["absent", "absent", "absent", "direct", "via_partner", "absent"]
    assert levels(second)[PREPARE] == "commissioned"
    cell = first.cells[PREPARE]
    assert (cell.steps, cell.lowest, len(cell.needs)) == (3, -2, 2)
    assert cell.mean == pytest.approx(-2 / 3)
    assert (first.gaps, first.lowest, second.lowest) == (4, -2, -1)


def test_the_beats_stand_in_the_order_of_the_journey_and_within_their_phase():
    found = personas(worked().document())
    for row in found.rows:
        places = [(found.phases.index(beat.phase), beat.part) for beat in row.beats]
        assert places == sorted(set(places))
        assert all(0 < part < 1 for _, part in places)


def test_the_persona_who_is_met_where_others_are_not_stands_out():
    scene = worked()
    found = personas(scene.document())
    presence = [one for one in found.differences if one.code == "presence"]
    assert [(one.phase, one.size, one.apart) for one in presence] == [
        (scene.phases[PREPARE].id, 3, (scene.journeys[1].id,))
    ]
    text = phrases.difference_sentence(presence[0], found, scene.document(), NL)
    assert text == "Voorbereiden: gemeente alleen bij Persona 2 in opdracht, bij de anderen afwezig."


def test_the_persona_with_a_dip_that_others_do_not_have_stands_out():
    scene = worked()
    found = personas(scene.document())
    dip = next(one for one in found.differences if one.code == "emotion")
    assert (dip.phase, dip.size, dip.apart) == (scene.phases[PREPARE].id, 2, (scene.journeys[0].id,))
    text = phrases.difference_sentence(dip, found, scene.document(), EN)
    assert text == "Voorbereiden: a dip (−2) only for Persona 1; Persona 2 and Persona 3 0."


def test_the_largest_difference_comes_first():
    scene = worked()
    scene.step(2, BIRTH, WEB, emotion=-2)
    sizes = [one.size for one in personas(scene.document()).differences]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 4


def test_a_feeling_one_apart_is_no_difference():
    scene = Scene()
    scene.step(0, BIRTH, WEB, emotion=1)
    scene.step(1, BIRTH, WEB, emotion=0)
    assert personas(scene.document()).differences == ()


def test_a_phase_that_nobody_filled_in_differs_from_nothing():
    scene = Scene()
    scene.step(0, BIRTH, DESK)
    assert personas(scene.document()).differences == ()


def test_a_persona_without_a_journey_of_the_variant_keeps_its_row():
    scene = worked()
    found = personas(scene.document(), variant="desired")
    assert [(row.journey, row.cells) for row in found.rows] == [(None, ())] * 3
    assert phrases.personas_summary(found, EN) == "0 personas: nothing to compare yet. Add a persona with a journey."


def test_two_journeys_of_one_persona_have_a_row_each_and_are_told_apart():
    scene = worked()
    document = scene.document()
    document.write(journeys.duplicate(document, scene.journeys[0].id).changes)
    found = personas(document)
    assert len(found.rows) == 4
    names = [phrases.row_name(row, document, found.rows) for row in found.rows]
    assert names == ["Persona 1 (Een kind krijgen 1)", "Persona 1 (Een kind krijgen 2)", "Persona 2", "Persona 3"]
    assert phrases.personas_summary(found, EN).startswith("4 journeys differ")


def test_only_the_chosen_personas_are_compared():
    scene = worked()
    found = personas(scene.document(), chosen={scene.personas[0].id, scene.personas[2].id})
    assert len(found.rows) == 2
    assert all(one.code == "emotion" for one in found.differences)


def test_another_scope_changes_the_presence():
    scene = worked()
    desk = scene.parties[DESK].id
    assert levels(personas(scene.document(), desk).rows[1])[PREPARE] == "absent"


def test_the_words_are_those_said_at_the_lowest_step():
    scene = worked()
    low = scene.step(0, BIRTH, emotion=-2)
    high = scene.step(0, BIRTH, WEB, emotion=1)
    scene.add(Note("f" * 32, "quote", "Fijn", step=high.id, order=0))
    scene.add(Note("e" * 32, "quote", "Waarom?", step=low.id, order=5))
    assert personas(scene.document()).rows[0].cells[BIRTH].words == "e" * 32


def test_with_many_personas_the_sentence_counts_instead_of_naming_them_all():
    document = study(6, 12)
    low = [step for step in document.steps.values() if step.title == "Stap 1"][:7]
    high = [step for step in document.steps.values() if step.title == "Stap 1"][7:]
    changed = {step.id: replace(step, emotion=-2 if step in low else 2) for step in (*low, *high)}
    document = Document.of(changed.get(entity.id, entity) for _, entity in document)
    found = personas(document)
    text = phrases.difference_sentence(found.differences[0], found, document, NL)
    assert text == "Zwanger!: een dip (−2) bij 7 van 12 reizen; 5 van 12 reizen +2."


# Current and desired


class Wish:
    """A study with a desired journey made of the current one, and verbs on it."""

    def __init__(self, count=6):
        self.document = study(count)
        self.current = next(iter(self.document.journeys))
        edit = self.do(journeys.duplicate(self.document, self.current, variant="desired"))
        self.desired = edit.subjects[0]

    def do(self, edit):
        self.document.write(edit.changes)
        return edit

    def put(self, step, **values):
        changed = replace(self.document.steps[step], **values)
        self.document.write({("step", step): (self.document.steps[step], changed)})

    def steps(self, journey):
        found = [step for step in self.document.steps.values() if step.journey == journey]
        return [s.id for s in sorted(found, key=lambda s: (self.document.phases[s.phase].start_day, s.column))]

    def compared(self):
        return variants(self.document, self.current, self.desired)


def test_a_fresh_copy_differs_in_nothing():
    found = Wish().compared()
    assert (found.counts, found.same) == ({}, 6)
    assert phrases.summary(found, EN) == "Nothing differs from the current journey yet."
    assert all(phase.step == 0 for phase in found.phases)


def test_every_kind_of_change_is_told():
    wish = Wish(12)
    new = wish.steps(wish.desired)
    wish.do(steps.delete(wish.document, [new[1]]))
    wish.put(new[2], emotion=2)
    wish.put(new[3], title="Anders gezegd")
    wish.put(new[5], contacts=(), nobody=True)
    wish.put(new[7], emotion=-2)
    wish.put(new[9], phase=wish.document.steps[new[0]].phase, column=9)
    wish.document.write({("step", "f" * 32): (None, replace(
        wish.document.steps[new[0]], id="f" * 32, based_on=None, title="Nieuw", column=8))})  # fmt: skip
    found = wish.compared()
    assert found.counts == {
        "added": 1, "dropped": 1, "improved": 1, "worse": 1, "moved": 1, "contact": 1, "reworded": 1,
    }  # fmt: skip
    assert phrases.summary(found, NL) == (
        "1 stap erbij, 1 weg, 1 beter beleefd, 1 slechter beleefd, 1 verplaatst, 1 met ander contact, "
        "1 anders verwoord."
    )


def test_a_step_moved_to_another_phase_is_told_where_it_came_from_and_where_it_went():
    wish = Wish()
    new = wish.steps(wish.desired)
    wish.put(new[0], phase=wish.document.steps[new[-1]].phase, column=7)
    moved = [slot for slot in wish.compared().slots if "moved" in slot.changes]
    assert [phrases.moved_text(slot, wish.document, EN) for slot in moved] == ["to Eerste jaar", "from Zwanger!"]
    assert phrases.slot_sentence(moved[1], wish.document, EN) == "Eerste jaar, “Stap 1”: moved, from Zwanger!."


def test_a_step_that_comes_to_the_front_is_the_only_one_that_moved():
    wish = Wish(24)
    new = [step for step in wish.steps(wish.desired) if wish.document.steps[step].column < 4][:4]
    wish.put(new[3], column=0)
    for column, step in enumerate(new[:3], 1):
        wish.put(step, column=column)
    moved = [slot.desired for slot in wish.compared().slots if "moved" in slot.changes and slot.desired]
    assert moved == [new[3]]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_as_few_steps_as_can_be_are_told_as_moved_and_none_is_lost(order):
    wish = Wish(24)
    new = [step for step in wish.steps(wish.desired) if wish.document.steps[step].column < 4][:4]
    for column, index in enumerate(order):
        wish.put(new[index], column=column)
    found = wish.compared()
    rising = max(
        sum(mask >> place & 1 for place in range(4))
        for mask in range(16)
        if (run := [order[place] for place in range(4) if mask >> place & 1]) == sorted(run)
    )
    assert found.counts.get("moved", 0) == 4 - rising
    for side, journey in (("current", wish.current), ("desired", wish.desired)):
        assert [getattr(slot, side) for slot in found.slots if getattr(slot, side)] == wish.steps(journey)


def test_a_presence_that_comes_nearer_is_told_with_before_and_after():
    scene = worked()
    document = scene.document()
    edit = journeys.duplicate(document, scene.journeys[0].id, variant="desired")
    document.write(edit.changes)
    copies = [step for step in document.steps.values() if step.journey == edit.subjects[0]]
    birth = next(step for step in copies if step.phase == scene.phases[BIRTH].id)
    contact = Contact(scene.parties[CARE].id, passes_on_for=scene.town.id)
    document.write({("step", birth.id): (birth, replace(birth, contacts=(contact,)))})
    found = variants(document, scene.journeys[0].id, edit.subjects[0])
    change = next(phase for phase in found.phases if phase.phase == scene.phases[BIRTH].id)
    assert (change.before, change.after, change.step) == ("absent", "via_partner", 2)
    assert phrases.phase_sentence(change, document, NL) == "Bevalling: van afwezig naar via partner."
    assert phrases.gaps_sentence(found, EN).startswith("Gaps: from 4 to 3.")


def test_steps_without_an_origin_are_paired_by_their_title_in_the_same_phase():
    wish = Wish()
    for step in wish.steps(wish.desired):
        wish.put(step, based_on=None)
    assert (wish.compared().counts, wish.compared().same) == ({}, 6)


def test_of_two_desired_steps_made_of_one_the_second_counts_as_new():
    wish = Wish()
    first, second, *_ = wish.steps(wish.desired)
    origin = wish.document.steps[first].based_on
    wish.put(second, based_on=origin, title="Anders")
    found = wish.compared()
    assert found.counts == {"added": 1, "dropped": 1}
    assert [slot.desired for slot in found.slots if slot.current == origin] == [first]


def test_a_desired_journey_pairs_with_what_it_is_based_on_else_with_the_current_one_of_its_persona():
    scene = worked()
    document = scene.document()
    for journey in scene.journeys[:2]:
        document.write(journeys.duplicate(document, journey.id, variant="desired").changes)
    loose = next(j for j in document.journeys.values() if j.based_on == scene.journeys[1].id)
    document.write({("journey", loose.id): (loose, replace(loose, based_on=None))})
    assert [current for current, _ in pairs(document)] == [scene.journeys[0].id, scene.journeys[1].id]


def test_nothing_is_left_when_the_personas_are_gone():
    document = study(4)
    document.write(persona_verbs.delete(document, next(iter(document.personas))).changes)
    assert personas(document).rows == ()
    assert pairs(document) == []


@pytest.mark.parametrize(("mean", "dutch"), [(-0.5, "−0,5"), (1.25, "+1,2"), (2.0, "+2"), (0.04, "0"), (None, "")])
def test_a_mean_is_said_with_one_decimal_in_the_language(mean, dutch):
    assert phrases.mean_text(mean, NL) == dutch
    assert phrases.mean_text(mean, EN) == dutch.replace(",", ".")
