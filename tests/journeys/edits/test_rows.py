"""Verbs of a table's rows and cells."""

from __future__ import annotations

import pytest

from journeys.edits import channels, rows, steps
from journeys.edits.notes import Anchor
from journeys.errors import EditError
from journeys.model.integrity import check_document
from tests.journeys.studies import study


def done(document, edit):
    """The document after an edit; it must be sound."""
    after = document.snapshot()
    after.write(edit.changes)
    assert not check_document(after)
    return after


def order(document):
    journey = next(iter(document.journeys))
    return [step.title.removeprefix("Stap ") for step in rows.reading_order(document, journey)]


@pytest.fixture
def document():
    return study(18)  # three steps in each of six phases


def ids(document, *numbers):
    return [next(step.id for step in document.steps.values() if step.title == f"Stap {n}") for n in numbers]


def test_a_row_changes_places_with_the_next_one(document):
    after = done(document, rows.shift(document, ids(document, 1), "down"))
    assert order(after)[:4] == ["2", "1", "3", "4"]


def test_a_run_of_rows_moves_past_the_next_one_together(document):
    after = done(document, rows.shift(document, ids(document, 1, 2), "down"))
    assert order(after)[:4] == ["3", "1", "2", "4"]


def test_over_the_border_a_row_comes_first_in_the_next_phase_and_back_last_in_the_one_before(document):
    (third,) = ids(document, 3)
    after = done(document, rows.shift(document, [third], "down"))
    assert order(after)[:5] == ["1", "2", "3", "4", "5"]
    assert after.steps[third].phase == after.steps[ids(document, 4)[0]].phase
    again = done(after, rows.shift(after, [third], "up"))
    assert order(again)[:5] == ["1", "2", "3", "4", "5"]
    assert again.steps[third].phase == document.steps[third].phase


def test_rows_that_stand_above_one_another_change_tracks(document):
    first, second, third = ids(document, 1, 2, 3)
    phase, journey = document.steps[first].phase, document.steps[first].journey
    document.write(steps.move(document, [second], (journey, phase, "front", 0, 1)).changes)
    after = done(document, rows.shift(document, [first], "down"))
    places = [(after.steps[id_].column, after.steps[id_].track) for id_ in (first, second, third)]
    assert places == [(0, 1), (0, 0), (document.steps[third].column, 0)]
    assert order(after)[:3] == ["2", "1", "3"]


def test_the_last_row_of_all_stays(document):
    assert not rows.shift(document, ids(document, 18), "down")
    assert not rows.shift(document, ids(document, 1), "up")


def test_rows_of_two_journeys_do_not_move_together():
    document = study(4, 2)
    both = [next(s.id for s in document.steps.values() if s.journey == journey) for journey in document.journeys]
    with pytest.raises(EditError) as refused:
        rows.shift(document, both, "down")
    assert refused.value.code == "edit.other_journey"


@pytest.mark.parametrize(("moving", "target", "after", "wanted"), [
    ([3], 1, False, ["3", "1", "2"]), ([1], 3, True, ["2", "3", "1"]), ([1, 2], 3, True, ["3", "1", "2"]),
    ([1], 3, False, ["2", "1", "3"]),
])  # fmt: skip
def test_rows_are_put_before_or_after_another(document, moving, target, after, wanted):
    edit = rows.put_beside(document, ids(document, *moving), ids(document, target)[0], after=after)
    assert order(done(document, edit))[:3] == wanted


def test_a_row_put_beside_one_of_another_phase_joins_that_phase(document):
    (first,), (fifth,) = ids(document, 1), ids(document, 5)
    after = done(document, rows.put_beside(document, [first], fifth, after=True))
    assert order(after)[:6] == ["2", "3", "4", "5", "1", "6"]
    assert after.steps[first].phase == after.steps[fifth].phase


def test_lines_of_notes_keep_change_add_and_drop_notes(document):
    (step,) = ids(document, 1)
    anchor = Anchor(step=step)
    after = done(document, rows.write_notes(document, anchor, "need", ["a", "b", "c"]))
    first = rows.noted(after, anchor, "need")
    assert [note.text for note in first] == ["a", "b", "c"]
    again = done(after, rows.write_notes(after, anchor, "need", ["a", "new", "c!"]))
    second = rows.noted(again, anchor, "need")
    assert [note.id for note in second] == [note.id for note in first]
    assert [note.text for note in second] == ["a", "new", "c!"]
    last = done(again, rows.write_notes(again, anchor, "need", ["x", "c!"]))
    assert [note.text for note in rows.noted(last, anchor, "need")] == ["x", "c!"]
    assert not rows.write_notes(last, anchor, "need", ["x", "c!"])


def test_one_line_more_is_the_sentence_of_a_new_note(document):
    (step,) = ids(document, 1)
    edit = rows.write_notes(document, Anchor(step=step), "pain", ["Waiting"])
    assert (edit.code, edit.words["title"]) == ("note.add.pain", "Waiting")


def test_what_stands_behind_a_step_is_written_line_by_line(document):
    (step,) = ids(document, 1)
    after = done(document, rows.write_backstage(document, step, ["Check", "File"]))
    assert [each.title for each in rows.behind(after, after.steps[step])] == ["Check", "File"]
    again = done(after, rows.write_backstage(after, step, ["File"]))
    assert [each.title for each in rows.behind(again, again.steps[step])] == ["File"]


def test_a_step_behind_the_scenes_can_be_written_away_with_those_beside_it(document):
    (step,) = ids(document, 1)
    after = done(document, rows.write_backstage(document, step, ["Check", "File"]))
    check, _ = rows.behind(after, after.steps[step])
    again = done(after, rows.write_backstage(after, check.id, ["File", "Send"]))
    assert [each.title for each in rows.behind(again, again.steps[step])] == ["File", "Send"]


@pytest.mark.parametrize(("old", "new", "found"), [
    ("abc", "abc", [(0, "a"), (1, "b"), (2, "c")]),
    ("abc", "axc", [(0, "a"), (1, "x"), (2, "c")]),
    ("abcd", "axyd", [(0, "a"), (1, "x"), (2, "y"), (3, "d")]),
    ("abc", "ac", [(0, "a"), (1, None), (2, "c")]),
    ("ac", "abc", [(0, "a"), (None, "b"), (1, "c")]),
    ("abcd", "axd", [(0, "a"), (1, "x"), (2, None), (3, "d")]),
    ("abd", "axyzd", [(0, "a"), (1, "x"), (None, "y"), (None, "z"), (2, "d")]),
    ("", "ab", [(None, "a"), (None, "b")]),
    ("ab", "", [(0, None), (1, None)]),
])  # fmt: skip
def test_a_line_that_changed_is_the_old_one_rewritten_and_the_rest_comes_or_goes(old, new, found):
    assert rows.paired(list(old), list(new)) == found


def test_a_new_channel_of_a_cell_comes_last_and_a_new_party_gets_the_next_colour(document):
    last = max(channel.order for channel in document.channels.values())
    (step,) = ids(document, 1)
    after = done(document, rows.write_contacts(document, [step], "channel", ["Chat"]))
    assert after.channels[after.steps[step].contacts[0].channel].order == last + 1
    bare = done(document, channels.delete(document, next(iter(document.channels))))
    after = done(bare, rows.write_contacts(bare, [step], "channel", ["Chat"]))
    assert [channel.order for channel in after.channels.values()] == [0], "the first of all"
    after = done(document, rows.write_contacts(document, [step], "party", ["Notaris"]))
    assert after.parties[after.steps[step].contacts[0].party].colour == len(document.parties)


def test_many_verbs_are_one_edit_that_sees_what_came_before(document):
    (first,) = ids(document, 1)
    made = []

    def add(now):
        edit = steps.add_after(now, made[-1] if made else first, f"new {len(made)}")
        made.append(edit.subjects[0])
        return edit

    edit = rows.together(document, "table.paste", [add, add, lambda now: steps.delete(now, [made[0]])])
    after = done(document, edit)
    assert made[0] not in after.steps
    assert order(after)[:3] == ["1", "new 1", "2"]
    assert done(after, edit.inverse()) == document
