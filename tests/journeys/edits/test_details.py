"""Small promises of verbs: what the sentence can name, what is selected afterwards, what stays as it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from journeys.edits import cleaning, entities, images, judgements, lanes, notes, phases, processes, steps
from journeys.edits.replacing import replace_found
from journeys.errors import EditError
from journeys.model.entities import Image
from journeys.model.integrity import check_document
from journeys.model.search import Found
from journeys.model.time import phases_in_order
from journeys.model.values import Contact, Evidence
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def document():
    return study(8)


def after(document, edit):
    """The document after an edit; it must be sound, and undo must give the old one back."""
    now = document.snapshot()
    session = Session(now, lambda _edit: None)
    session.apply(edit)
    assert not check_document(now)
    held = now.snapshot()
    session.apply(edit.inverse())
    assert now == document
    return held


def chain(document):
    return list(document.steps)


def test_a_name_of_forty_letters_is_told_whole_and_a_longer_one_is_cut(document):
    step = document.steps[chain(document)[0]]
    for title, told in (("a" * 40, "a" * 40), ("a" * 41, "a" * 39 + "…"), ("b" * 38 + " cd", "b" * 38 + "…")):
        assert entities.name_of(replace(step, title=title)) == told
    assert entities.name_of(replace(step, title="Een\nTwee")) == "Een"
    assert entities.name_of(replace(step, title="")) == ""


def test_what_is_there_already_is_not_added_and_is_named(document):
    step = document.steps[chain(document)[0]]
    with pytest.raises(EditError) as refused:
        entities.add(document, step)
    assert (refused.value.code, refused.value.values) == ("edit.exists", {"kind": "step", "id": step.id})


def test_a_deleted_phase_tells_its_name_its_heir_and_how_many_steps_went_there(document):
    first, second, *_ = phases_in_order(document)
    moved = sum(step.phase == second.id for step in document.steps.values())
    edit = phases.delete(document, second.id)
    assert edit.words == {"title": second.name, "phase": first.name, "n": moved}
    assert moved > 0


def test_all_lanes_are_shown_at_once_and_those_that_were_hidden_are_the_subjects(document):
    hidden = [lane.id for lane in lanes.in_order(document)[1:3]]
    for lane in hidden:
        document.write(lanes.show(document, lane, shown=False).changes)
    edit = lanes.show_all(document)
    assert (edit.code, list(edit.subjects)) == ("lane.show_all", hidden)
    assert all(lane.shown for lane in after(document, edit).lanes.values())
    assert not lanes.show_all(after(document, edit))


def test_the_words_of_a_picture_are_changed_and_the_picture_is_what_it_is_about(document):
    made = Image("f" * 32, "png", 10, 10, "a" * 64, "Wieg")
    document.tables["image"][made.id] = made
    document.write(entities.change(document, "step", chain(document)[0], image=made.id).changes)
    edit = images.describe(document, made.id, alt="Een wieg bij het raam")
    assert (edit.code, edit.subjects, edit.words) == ("image.describe", (made.id,), {})
    assert after(document, edit).images[made.id] == replace(made, alt="Een wieg bij het raam")


def test_a_duplicated_step_has_notes_of_its_own_and_the_originals_stay(document):
    first, second, *_ = chain(document)
    document.write(notes.add(document, "need", "Rust", notes.Anchor(step=first)).changes)
    held = [(note.kind, note.text) for note in document.notes.values() if note.step in (first, second)]
    edit = steps.duplicate(document, [first, second])
    now = after(document, edit)
    copies = [(note.kind, note.text) for note in now.notes.values() if note.step in edit.subjects]
    assert sorted(copies) == sorted(held)
    assert len(now.notes) == len(document.notes) + len(held)
    linked = {(link.source, link.target) for link in now.links.values()}
    assert tuple(edit.subjects) in linked


def test_steps_sent_to_a_phase_stand_behind_those_that_stay_there(document):
    first, second, *_ = chain(document)
    phase, last = document.steps[first].phase, phases_in_order(document)[-1].id
    assert document.steps[second].phase == phase
    now = after(document, steps.move_to_phase(document, [first], phase))
    assert [now.steps[id_].column for id_ in (second, first)] == [0, 1]
    held = max(step.column for step in document.steps.values() if step.phase == last)
    now = after(document, steps.move_to_phase(document, [first, second], last))
    assert [(now.steps[id_].phase, now.steps[id_].column) for id_ in (first, second)] == [
        (last, held + 1), (last, held + 2),
    ]  # fmt: skip
    assert not steps.move_to_phase(document, [], last)


def test_a_process_without_known_steps_begins_with_what_each_party_does_as_a_proposal(document):
    first = chain(document)[0]
    one, two, *_ = document.parties
    contacts = (
        Contact(one),
        Contact(None, next(iter(document.channels))),
        Contact(two),
        Contact(one, next(iter(document.channels))),
    )
    document.write(entities.change(document, "step", first, contacts=contacts).changes)
    now = after(document, processes.add(document, first, "Hoe het werkt"))
    made = sorted((step for id_, step in now.steps.items() if id_ not in document.steps), key=lambda step: step.column)
    process = now.journeys[made[0].journey]
    assert process.order == max(journey.order for journey in document.journeys.values()) + 1
    assert [step.contacts for step in made] == [(Contact(one),), (Contact(two),)]
    assert [step.evidence for step in made] == [Evidence("proposed")] * 2
    assert all(now.parties[step.contacts[0].party].name in step.title for step in made)


def in_what_is_asked(step, words):
    """Where these words stand in what a step asks for."""
    return [
        Found(
            "step",
            step.id,
            f"judgement.data_asked.{number}",
            asked.index(words),
            asked.index(words) + len(words),
            asked,
        )
        for number, asked in enumerate(step.judgement.data_asked)
        if words in asked
    ]


def test_words_are_replaced_in_a_list_in_place_and_two_that_become_one_are_one(document):
    first = chain(document)[0]
    for asked in ("brief een", "pas", "brief twee", "kaart"):
        document.write(judgements.ask(document, [first], asked).changes)
    for old, new, wanted in (
        ("brief", "mail", ("mail een", "pas", "mail twee", "kaart")),
        ("pas", "kaart", ("brief een", "kaart", "brief twee")),
        ("brief een", "brief twee", ("brief twee", "pas", "kaart")),
        ("pas", "", ("brief een", "brief twee", "kaart")),
    ):
        found = in_what_is_asked(document.steps[first], old)
        now = after(document, replace_found(document, found, new))
        assert now.steps[first].judgement.data_asked == wanted, old


def test_a_text_of_a_list_that_is_gone_is_not_replaced(document):
    first = chain(document)[0]
    document.write(judgements.ask(document, [first], "trouwboekje").changes)
    found = in_what_is_asked(document.steps[first], "trouwboekje")
    document.write(judgements.unask(document, [first], "trouwboekje").changes)
    with pytest.raises(EditError, match=r"edit\.stale"):
        replace_found(document, found, "pas")


def test_when_one_of_two_places_in_a_text_is_of_before_a_change_nothing_is_replaced(document):
    first = chain(document)[0]
    document.write(steps.rename(document, first, "brief en brief").changes)
    one, two = (Found("step", first, "title", start, start + 5, "brief en brief") for start in (0, 9))
    assert after(document, replace_found(document, [one, two], "mail")).steps[first].title == "mail en mail"
    for found in ([one, two._replace(text="brief of brief")], [one._replace(text="brief of brief"), two]):
        with pytest.raises(EditError, match=r"edit\.stale"):
            replace_found(document, found, "mail")


def test_only_what_is_unclean_is_cleaned_and_what_was_changed_is_counted(document):
    first, second, *_ = chain(document)
    document.tables["step"][first] = replace(document.steps[first], title="A\x00B", body="x\x00\x00y")
    dirty = document.snapshot()
    changes = Counter()
    found = cleaning.all_cleaned(dirty, check_document(dirty), changes)
    assert (found.steps[first].title, found.steps[first].body) == ("AB", "xy")
    assert found.steps[second] is dirty.steps[second]
    assert +changes == Counter(unreadable=3)
    assert len(list(found)) == len(list(dirty))
    assert cleaning.all_cleaned(found, check_document(found), changes) is found
