"""Groups that each worked in a copy of one study: one choice for all journeys, and only what is open is asked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from app import tasks
from app.merging.coming import OFF, PICTURE, REF
from app.merging.origins import origins
from app.merging.pairs import GROUP
from journeys.edits.merge import HERE, Ref


def journey_row(dialog, file):
    return next(
        item for item in dialog.coming.items() if item.data(0, PICTURE) is not None and item.data(0, REF).file == file
    )


def shown(pairs):
    """The rows that are to be seen, from top to bottom."""
    found, row = [], pairs.topLevelItem(0)
    while row is not None:
        found.append(row)
        row = pairs.itemBelow(row)
    return found


def do_merge(dialog):
    dialog.go.click()
    tasks.wait_for_all()


def test_one_choice_puts_the_steps_of_all_groups_in_the_journey_they_began_from(window, copies, begin):
    document = window.session.document
    before = document.snapshot()
    dialog = begin(*copies("Bellen over geld", "Kraamhulp zoeken", "Wachten op de brief"))
    assert dialog.every.own.isChecked()
    dialog.every.into.click()
    do_merge(dialog)
    assert len(document.journeys) == len(before.journeys)
    new = [step for id_, step in document.steps.items() if id_ not in before.steps]
    assert {"Bellen over geld", "Kraamhulp zoeken", "Wachten op de brief"} <= {step.title for step in new}
    assert {document.journeys[step.journey].variant for step in new} == {"current"}
    assert window.view.context.journey == new[0].journey
    window.actions_by_code["undo"].trigger()
    assert document == before


def test_the_choice_for_all_shows_when_one_journey_goes_elsewhere(copies, begin):
    dialog = begin(*copies("Bellen", "Zoeken"))
    dialog.every.into.click()
    assert set(dialog.wish.into) == set(dialog.wish.origins)
    dialog.coming.setCurrentItem(journey_row(dialog, 0))
    dialog.goal.setCurrentIndex(0)
    dialog.goal.activated.emit(0)
    assert not dialog.every.own.isChecked()
    assert not dialog.every.into.isChecked()
    dialog.every.own.click()
    assert (dialog.wish.into, dialog.every.own.isChecked()) == ({}, True)


def test_files_that_are_added_follow_the_choice_for_all(copies, begin):
    first, second = copies("Bellen", "Zoeken")
    dialog = begin(first)
    dialog.every.into.click()
    dialog.add([second])
    tasks.wait_for_all()
    assert {ref.file for ref in dialog.wish.into} == {0, 1}
    assert dialog.every.into.isChecked()


def test_a_journey_of_the_same_person_and_name_began_here_too_but_never_a_desired_one(group, begin):
    dialog = begin(group("Tafel 1", step={"Erkenning?": "Erkennen?"}))
    here, there = dialog.wish.found.here, dialog.wish.found.document(0)
    for ref, origin in dialog.wish.origins.items():
        assert origin.file == HERE
        assert there.journeys[ref.id].variant == here.journeys[origin.id].variant
    assert {there.journeys[ref.id].variant for ref in dialog.wish.origins} == {"current", "desired"}


def test_there_is_no_choice_for_all_where_no_journey_began_here(group, begin):
    dialog = begin(group("Tafel 1", persona={"Sanne & Youssef": "Ingrid"}))
    assert dialog.every.isHidden()


def test_where_steps_may_go_says_current_or_desired(copies, begin):
    dialog = begin(*copies("Bellen"))
    dialog.coming.setCurrentItem(journey_row(dialog, 0))
    offered = [dialog.goal.itemText(index) for index in range(dialog.goal.count())]
    assert len(offered) == len(set(offered))
    assert offered[1] == "Zet de stappen in Een kind krijgen, huidig · Sanne & Youssef (deze studie)"
    assert "gewenst" in offered[-1]


def test_what_is_surely_the_same_is_one_line_that_unfolds(qtbot, copies, begin):
    dialog = begin(*copies("Bellen", "Zoeken"))
    dialog.every.into.click()
    pairs, sure = dialog.doubts.pairs, sum(double.sure for double in dialog.doubts.pairs.doubles)
    assert sure > 20
    assert pairs.sure.text(0) == f"▸ {sure} zijn zeker hetzelfde"
    folded = shown(pairs)
    assert {row.text(0) for row in folded[1:-1]} == {"? open"}
    assert pairs.current() is not None
    assert folded[-1] is pairs.sure
    qtbot.mouseClick(pairs.viewport(), Qt.MouseButton.LeftButton, pos=pairs.visualItemRect(pairs.sure).center())
    assert len(shown(pairs)) > len(folded) + sure
    pairs.setCurrentItem(pairs.sure)
    qtbot.keyClick(pairs, Qt.Key.Key_Left)
    assert len(shown(pairs)) == len(folded)
    qtbot.keyClick(pairs, Qt.Key.Key_Right)
    assert pairs.sure.text(0).startswith("▾")


def test_a_sure_one_that_is_kept_apart_stands_among_the_others(qtbot, copies, begin):
    dialog = begin(*copies("Bellen"))
    pairs = dialog.doubts.pairs
    number = next(number for number, double in enumerate(pairs.doubles) if double.sure)
    pairs.show_row(number)
    qtbot.keyClick(pairs, Qt.Key.Key_B)
    dialog.doubts.display()
    assert pairs.row_of(number).parent() is None
    assert pairs.row_of(number).text(0) == "≠ allebei"


def test_rows_say_of_which_group_they_are(copies, begin):
    dialog = begin(*copies("Bellen over geld", "Over geld bellen"))
    dialog.every.into.click()
    pairs = dialog.doubts.pairs
    said = {row.text(GROUP) for row in shown(pairs)[1:-1]}
    assert {"Tafel 1", "Tafel 2", "Tafel 1 + Tafel 2"} == said
    tree = QAccessible.queryAccessibleInterface(pairs)
    names = [tree.child(index).text(QAccessible.Text.Name) for index in range(tree.childCount())]
    assert any("Tafel 1 + Tafel 2" in text for text in names)


def test_what_two_groups_both_added_to_one_journey_can_be_the_same(copies, begin, window):
    dialog = begin(*copies("Bellen over geld", "Over geld bellen"))
    before = len(window.session.document.steps)
    dialog.every.into.click()
    dialog.doubts.all.click()
    do_merge(dialog)
    assert len(window.session.document.steps) == before + 1


def test_the_message_counts_what_was_shown_as_the_same(copies, begin, window):
    dialog = begin(*copies("Bellen", "Zoeken"))
    dialog.every.into.click()
    dialog.doubts.all.click()
    same = len(dialog.wish.same())
    assert dialog.doubts.state.text().startswith(f"{same} hetzelfde")
    assert dialog.summary.text() == "Uit 2 bestanden komen: 2 stappen."
    do_merge(dialog)
    told = f"2 bestanden samengevoegd: 2 stappen, {same} dubbele samengenomen"
    assert window.status.currentMessage().startswith(told)


def test_a_group_can_be_called_otherwise_and_its_journey_bears_that_name(qtbot, copies, begin, window):
    first, second = copies("Bellen", "Zoeken")
    dialog = begin(first)
    dialog.coming.setCurrentItem(dialog.coming.topLevelItem(0))
    assert dialog.group.name.text() == "Tafel 1"
    dialog.group.name.selectAll()
    qtbot.keyClicks(dialog.group.name, "De wijkteams")
    qtbot.keyClick(dialog.group.name, Qt.Key.Key_Return)
    assert dialog.isEnabled()
    assert dialog.coming.topLevelItem(0).text(0) == "Tafel 1.levensreis · De wijkteams"
    dialog.add([second])
    tasks.wait_for_all()
    assert [file.label for file in dialog.wish.found.files] == ["De wijkteams", "Tafel 2"]
    dialog.wish.call(0, " ")
    assert dialog.wish.found.files[0].label == "Tafel 1"
    dialog.wish.call(0, "De wijkteams")
    do_merge(dialog)
    titles = {journey.title for journey in window.session.document.journeys.values()}
    assert "Een kind krijgen (De wijkteams)" in titles


def test_a_journey_left_out_asks_nothing_about_its_steps(copies, begin):
    dialog = begin(*copies("Bellen over geld", "Over geld bellen"))
    dialog.every.into.click()
    journey_row(dialog, 0).setCheckState(0, OFF)
    assert all(Ref(0, double.right.id) != double.right for double in dialog.wish.doubles() if double.kind == "step")
    assert dialog.every.into.isChecked()


def test_a_copy_that_a_group_made_the_desired_one_did_not_begin_from_the_current_one(child):
    other = child.snapshot()
    turned = next(each for each in other.journeys.values() if each.title == "Ons derde kind")
    other.journeys[turned.id] = replace(turned, variant="desired")
    found = origins(child, [other])
    assert Ref(0, turned.id) not in found
    assert len(found) == len(child.journeys) - 1
