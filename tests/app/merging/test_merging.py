"""Files of several table groups merged from the menu: shown beforehand, one step back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app import tasks
from app.merging.coming import OFF, ON, PICTURE, REF
from app.merging.dialog import MergeDialog
from journeys import store
from journeys.edits import steps
from journeys.exchange import json_format
from journeys.store.opener import open_file

JOESOEF = {"Sanne & Youssef": "Sanne en Joesoef"}


def texts(dialog):
    return [item.text(0) for item in dialog.coming.items() if not item.isHidden()]


def row(dialog, start):
    return next(item for item in dialog.coming.items() if item.text(0).startswith(start))


def journeys(dialog, file):
    refs = [item for item in dialog.coming.items() if item.data(0, PICTURE) is not None]
    return [item for item in refs if item.data(0, REF).file == file]


def double(dialog, kind, right):
    """The pair of which the right side is called so."""
    wish = dialog.wish
    return next(
        each for each in dialog.doubts.pairs.doubles
        if each.kind == kind and name(wish.found.document(each.right.file).tables[kind][each.right.id]) == right
    )  # fmt: skip


def name(entity):
    return getattr(entity, "name", None) or getattr(entity, "title", None) or entity.text


def choose(dialog, pair):
    dialog.doubts.pairs.show_row(dialog.doubts.pairs.doubles.index(pair))


def do_merge(dialog):
    dialog.go.click()
    tasks.wait_for_all()


def test_the_menu_asks_for_files_and_shows_what_each_brings(qtbot, window, group):
    one, two = group("Een kind krijgen - tafel 1", persona=JOESOEF), group("Tafel 2", ["Joke & Lotte"])
    window.actions_by_code["merge"].trigger()
    chooser = window.findChild(QFileDialog)
    assert chooser.fileMode() == QFileDialog.FileMode.ExistingFiles
    chooser.filesSelected.emit([str(one), str(two)])
    chooser.close()
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None)
    dialog = window.findChild(MergeDialog)
    assert [item.text(0) for item in dialog.coming.items() if item.parent() is None] == [one.name, two.name]
    assert "Sanne en Joesoef" in texts(dialog)
    assert any(text.startswith("Is hetzelfde als hier: ") for text in texts(dialog))
    dialog.reject()


def test_all_files_are_one_step_and_one_undo_takes_them_back(window, group, begin):
    document = window.session.document
    before, known = document.snapshot(), set(document.journeys)
    dialog = begin(
        group("Tafel 1", persona=JOESOEF, step={"Naam kiezen": "Een naam"}),
        group("Tafel 2", step={"Erkenning?": "Erkennen?"}),
    )
    do_merge(dialog)
    assert len(document.personas) == 4  # Joesoef is not decided, so he stays beside Youssef
    assert "Een kind krijgen (Tafel 2)" in {journey.title for journey in document.journeys.values()}
    assert window.view.context.journey not in known
    assert window.status.currentMessage().startswith("2 bestanden samengevoegd: ")
    window.actions_by_code["undo"].trigger()
    assert document == before


def test_a_persona_that_is_judged_the_same_gets_the_journeys_of_the_group(qtbot, window, group, begin):
    dialog = begin(group("Tafel 1", persona=JOESOEF, step={"Erkenning?": "Erkennen?"}))
    choose(dialog, double(dialog, "persona", "Sanne en Joesoef"))
    qtbot.keyClick(dialog.doubts.pairs, Qt.Key.Key_S)
    assert row(dialog, "Sanne en Joesoef").text(0) == "Sanne en Joesoef: hoort bij Sanne & Youssef (deze studie)"
    do_merge(dialog)
    document = window.session.document
    assert len(document.personas) == 3
    sanne = next(each for each in document.personas.values() if each.name == "Sanne & Youssef")
    titles = [journey.title for journey in document.journeys.values() if journey.persona == sanne.id]
    assert "Een kind krijgen (Tafel 1)" in titles
    assert "Sanne en Joesoef" in sanne.context


def test_what_is_not_ticked_stays_out(window, group, begin):
    dialog = begin(group("Tafel 1", persona=JOESOEF), group("Tafel 2", step={"Erkenning?": "Erkennen?"}))
    document, before = window.session.document, len(window.session.document.journeys)
    row(dialog, "Sanne en Joesoef").setCheckState(0, OFF)
    assert all(item.checkState(0) == OFF for item in journeys(dialog, 0))
    brought = [item for item in journeys(dialog, 1) if item.checkState(0) == ON]
    do_merge(dialog)
    assert "Sanne en Joesoef" not in {persona.name for persona in document.personas.values()}
    assert len(document.journeys) == before + len(brought)


def test_a_journey_that_is_here_step_by_step_is_left_out_until_it_is_ticked(group, begin):
    dialog = begin(group("Tafel 1", step={"Erkenning?": "Erkennen?"}))
    states = {item.text(0).split("\n")[1].startswith("huidig"): item.checkState(0) for item in journeys(dialog, 0)}
    assert states == {True: ON, False: OFF}
    assert any("staat hier al precies zo" in text for text in texts(dialog))


def test_steps_added_to_a_journey_join_those_that_are_the_same(qtbot, window, group, begin):
    dialog = begin(group("Tafel 1", step={"Erkenning?": "De erkenning!"}))
    document = window.session.document
    journeys_before, steps = len(document.journeys), len(document.steps)
    dialog.coming.setCurrentItem(journeys(dialog, 0)[0])
    dialog.goal.setCurrentIndex(1)
    dialog.goal.activated.emit(1)
    assert "De stappen gaan naar Een kind krijgen" in dialog.coming.currentItem().text(0)
    pair = double(dialog, "step", "De erkenning!")
    assert dialog.wish.judged(pair) is None
    choose(dialog, pair)
    qtbot.keyClick(dialog.doubts.pairs, Qt.Key.Key_S)
    do_merge(dialog)
    assert (len(document.journeys), len(document.steps)) == (journeys_before, steps)
    asked = next(step for step in document.steps.values() if step.title == "Erkenning?")
    assert "“De erkenning!”" in asked.body


def test_keys_and_buttons_judge_and_go_on_to_the_next_that_is_open(qtbot, group, begin):
    dialog = begin(group("Tafel 1", persona=JOESOEF, party={"Verloskundige": "Verloskundigenpraktijk", "JGZ": "GGD"}))
    pairs = dialog.doubts.pairs
    left = dialog.wish.undecided()
    choose(dialog, double(dialog, "persona", "Sanne en Joesoef"))
    qtbot.keyClick(pairs, Qt.Key.Key_B)
    assert dialog.wish.judged(pairs.doubles[0]) is False
    assert pairs.current() is not pairs.doubles[0]
    assert dialog.wish.judged(pairs.current()) is None
    dialog.doubts.same.click()
    assert dialog.wish.undecided() == left - 2
    pairs.show_row(0)
    qtbot.keyClick(pairs, Qt.Key.Key_Backspace)
    assert dialog.wish.undecided() == left - 1
    assert f"Nog {left - 1} open" in dialog.doubts.state.text()


def test_both_sides_are_shown_with_where_they_hang_and_why(group, begin):
    dialog = begin(group("Tafel 1", note={"Niemand vertelde ons dit": "Niemand vertelde dit ons"}))
    choose(dialog, double(dialog, "note", "Niemand vertelde dit ons"))
    assert dialog.doubts.left.said.text() == "Niemand vertelde ons dit"
    assert dialog.doubts.right.whose.text() == "Tafel 1"
    assert "Sanne & Youssef" in dialog.doubts.right.more.text()
    assert dialog.doubts.why.text().startswith("Waarom: dezelfde woorden.")


def test_all_that_is_alike_enough_can_be_joined_at_once(group, begin):
    dialog = begin(group("Tafel 1", party={"Verloskundige": "Verloskundigen", "JGZ": "GGD"}))
    dialog.doubts.all.click()
    judged = {each.alike: dialog.wish.judged(each) for each in dialog.doubts.pairs.doubles}
    assert {alike for alike, same in judged.items() if same} == {alike for alike in judged if alike >= 90}
    assert not dialog.doubts.all.isEnabled()


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(window, group, begin, tmp_path):
    broken = tmp_path / "Kapot.levensreis"
    broken.write_bytes(b"niets")
    dialog = begin(broken, group("Tafel 2", step={"Erkenning?": "Erkennen?"}))
    assert "Kapot.levensreis" in row(dialog, "Kapot.levensreis").child(0).text(0)
    before = len(window.session.document.journeys)
    do_merge(dialog)
    assert len(window.session.document.journeys) == before + 1


def test_a_single_file_that_is_no_study_is_told_without_a_dialog(window, begin, tmp_path):
    broken = tmp_path / "Kapot.levensreis"
    broken.write_bytes(b"niets")
    assert begin(broken) is None
    assert "Kapot.levensreis" in window.view.bar.text


def test_the_file_that_is_open_is_not_merged_with_itself(window, path, begin, group):
    assert begin(path) is None
    assert "is de studie die open is" in window.view.bar.text
    dialog = begin(path, group("Tafel 1", step={"Erkenning?": "Erkennen?"}))
    assert any("is de studie die open is" in text for text in texts(dialog))


def test_a_copy_of_the_open_study_has_nothing_new(window, path, begin, tmp_path):
    copy = tmp_path / "Kopie.levensreis"
    copy.write_bytes(path.read_bytes())
    assert begin(copy) is None
    assert "staat al in deze studie" in window.view.bar.text


def test_the_same_file_twice_comes_in_once_and_two_versions_are_pointed_out(window, begin, group, tmp_path):
    first = group("Tafel 1", step={"Erkenning?": "Erkennen?"})
    same, later = tmp_path / "Nog eens.levensreis", tmp_path / "Later.levensreis"
    same.write_bytes(first.read_bytes())
    study = open_file(first).document
    study.write(steps.rename(study, next(iter(study.steps)), "Later bedacht").changes)
    store.create_file(later, study)
    dialog = begin(first, same, later, first)
    rows = [item for item in dialog.coming.items() if item.parent() is None]
    assert [item.checkState(0) for item in rows] == [ON, OFF, ON]
    assert "Hetzelfde als Tafel 1" in rows[1].child(0).text(0)
    assert "twee versies van één groep" in rows[2].child(0).text(0)


def test_more_files_can_be_added_and_what_was_decided_stays(group, begin):
    dialog = begin(group("Tafel 1", persona=JOESOEF))
    pair = double(dialog, "persona", "Sanne en Joesoef")
    dialog.doubts.judge(pair, same=True)
    dialog.add([group("Tafel 2", ["Joke & Lotte"])])
    tasks.wait_for_all()
    assert dialog.wish.judged(pair)
    assert "Tafel 2.levensreis" in texts(dialog)


def test_a_study_in_another_format_can_come_in_too(begin, group, tmp_path):
    file = tmp_path / "studie.json"
    file.write_bytes(json_format.to_json(open_file(group("Tafel 1", persona=JOESOEF)).document))
    assert "Sanne en Joesoef" in texts(begin(file))


def test_cancel_changes_nothing(window, group, begin):
    dialog = begin(group("Tafel 1", persona=JOESOEF))
    dialog.doubts.all.click()
    dialog.reject()
    assert not window.history.undoable()


def test_a_screen_reader_hears_each_pair_and_each_journey(group, begin):
    dialog = begin(group("Tafel 1", persona=JOESOEF))
    tree = QAccessible.queryAccessibleInterface(dialog.doubts.pairs)
    said = [tree.child(index).text(QAccessible.Text.Name) for index in range(tree.childCount())]
    assert any("Sanne & Youssef, Sanne en Joesoef, 85 %, ? open" in text for text in said)
    assert dialog.coming.accessibleName() == "Wat erbij komt"


def test_dropped_studies_can_be_merged_together(qtbot, window, group):
    from app import drops

    wish = drops.wish_of_files(window, [group("Tafel 1"), group("Tafel 2")], None)
    assert wish.text == "Laat los om 2 studies te openen of samen te voegen."
    assert wish.act is not None
    wish.act()
    box = window.findChild(QMessageBox, "openormerge")
    next(button for button in box.buttons() if button.text() == "Samenvoegen…").click()
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None)
    window.findChild(MergeDialog).reject()


def test_everything_fits_a_small_screen(group, begin):
    dialog = begin(group("Tafel 1", persona=JOESOEF, party={"JGZ": "GGD"}))
    dialog.resize(900, 560)
    dialog.doubts.display()
    for button in (dialog.go, dialog.add_button, dialog.doubts.same, dialog.doubts.both, dialog.doubts.all):
        assert button.height() >= 24
        assert dialog.rect().contains(button.mapTo(dialog, QPoint(button.width(), button.height())))


def test_while_names_are_hidden_nothing_comes_in_until_they_are_shown(window, begin, group):
    """By their letters nobody would be recognised: everybody would come in a second time, under their own name."""
    file = group("Tafel 1", people=("Sanne & Youssef", "Esra & Mehmet"))
    window.actions_by_code["hide_names"].trigger()
    assert begin(file) is None
    window.bar._buttons[0].click()
    tasks.wait_for_all()
    assert not window.view.context.names_hidden
    assert window.findChild(MergeDialog) is not None


def test_a_link_that_leads_to_itself_is_told_and_stops_nobody(begin, group, tmp_path):
    loop = tmp_path / "rond.levensreis"
    loop.symlink_to(loop)
    dialog = begin(group("Tafel 1"), loop)
    assert [file.error is None for file in dialog.wish.found.files] == [True, False]
