"""What every look and text size must keep: boxes that can be seen, no button lost, a full sheet of keys."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QToolButton,
)

from app import actions, icons, theme
from app.dialogs import gestures
from app.dialogs.help import Group
from app.panels.lanes import LanesPanel
from app.plain import PlainLabel
from journeys.i18n import words
from journeys.layout.palettes import contrast


@pytest.fixture
def dressed(qapp):
    """Dresses the application, and puts back what was worn before."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    ticked = {kind: qapp.palette(kind) for kind in theme.TICKED}
    yield lambda look, percent=100: theme.apply(qapp, look, percent)
    qapp.setFont(font)
    qapp.setPalette(palette)
    for kind, own in ticked.items():
        qapp.setPalette(own, kind)
    qapp.setStyleSheet(sheet)


def strongest(widget, ground, width):
    """The best contrast with the ground among the first pixels of the widget."""
    image = widget.grab().toImage()
    return max(
        contrast(image.pixelColor(x, y).name(), ground)
        for x in range(min(width, image.width()))
        for y in range(4, min(26, image.height()))
    )


@pytest.mark.parametrize("look", theme.LOOKS)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_that_is_not_ticked_can_be_seen(qtbot, dressed, look, kind):
    colours = dressed(look)
    box = kind("")
    qtbot.addWidget(box)
    box.resize(60, 30)
    box.show()
    box.clearFocus()
    assert strongest(box, colours.panel, 24) >= 3


@pytest.mark.parametrize("look", theme.LOOKS)
@pytest.mark.parametrize("chosen", [False, True])
def test_the_box_of_a_line_in_a_list_can_be_seen_also_when_the_line_is_chosen(qtbot, dressed, look, chosen):
    colours = dressed(look)
    rows = QListWidget()
    qtbot.addWidget(rows)
    QListWidgetItem("", rows).setCheckState(Qt.CheckState.Unchecked)
    if chosen:
        rows.setCurrentRow(0)
    rows.resize(60, 60)
    rows.show()
    assert strongest(rows.viewport(), colours.soft if chosen else colours.panel, 24) >= 3


@pytest.mark.parametrize("look", theme.LOOKS)
def test_what_cannot_be_done_now_looks_otherwise_in_every_look(look):
    colours = theme.LOOKS[look]
    assert contrast(colours.idle, colours.text) >= 2
    assert contrast(colours.idle, colours.panel) >= 3


@pytest.mark.parametrize("size", [(1280, 100), (1280, 150), (1024, 100)])
def test_no_button_falls_off_the_toolbar(window, dressed, size):
    width, percent = size
    dressed("light", percent)
    window.resize(width, 800)
    QApplication.processEvents()
    for button in window.toolbar.findChildren(QToolButton):
        if button.objectName() != "qt_toolbar_ext_button":
            assert button.isVisible(), button.text()
            assert button.mapTo(window, button.rect().topRight()).x() < width


@pytest.mark.parametrize("width", [1280, 1400, 1680])
def test_the_views_keep_their_words_longer_than_what_is_done_to_the_map(window, width):
    window.resize(width, 800)
    QApplication.processEvents()
    acts = window.actions_by_code
    made = {each.defaultAction(): each.toolButtonStyle() for each in window.toolbar.findChildren(QToolButton)}
    for code in ("map", "table", "compare", "ecosystem", "present", "step", "phase", "note"):
        assert made[acts[code]] == Qt.ToolButtonStyle.ToolButtonTextBesideIcon, code
    if width < 1400:
        assert made[acts["fit"]] == Qt.ToolButtonStyle.ToolButtonIconOnly


def test_in_the_narrowest_window_with_large_text_the_views_and_the_poster_stay(window, dressed):
    dressed("light", 150)
    window.resize(800, 520)
    QApplication.processEvents()
    shown = {b.defaultAction() for b in window.toolbar.findChildren(QToolButton) if b.isVisible()}
    for code in ("map", "table", "compare", "ecosystem", "present", "step", "poster"):
        assert window.actions_by_code[code] in shown, code
    assert all(b.geometry().right() < 800 for b in window.toolbar.findChildren(QToolButton) if b.isVisible())


@pytest.mark.parametrize(("percent", "side"), [(90, 20), (100, 20), (150, 30)])
def test_icons_grow_with_the_text(dressed, percent, side):
    dressed("light", percent)
    assert {size.width() for size in icons.icon("map", "#000000").availableSizes()} == {side}
    assert QToolButton().iconSize().width() == side


def test_what_a_new_thing_is_can_be_seen_without_words():
    new = [icons.path(f"new_{kind}") for kind in ("step", "phase", "note")]
    assert all(one != other for one, other in combinations([*new, icons.path("plus")], 2))


def test_words_come_back_when_the_window_grows(window):
    window.resize(820, 600)
    QApplication.processEvents()
    action = window.actions_by_code["fit"]
    fit = next(each for each in window.toolbar.findChildren(QToolButton) if each.defaultAction() is action)
    assert fit.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    window.resize(1600, 800)
    QApplication.processEvents()
    assert fit.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_quick_entry_is_away_while_comparing_and_back_after(window):
    window.view.strip("quick").open()
    window.view.show_view("compare")
    assert window.view.strip("quick").isHidden()
    window.view.show_view("table")
    assert not window.view.strip("quick").isHidden()


def test_quick_entry_asked_for_while_comparing_opens_on_the_map(window):
    window.view.show_view("compare")
    window.actions_by_code["quick"].trigger()
    assert window.view.views.code == "map"
    assert not window.view.strip("quick").isHidden()


def test_quick_entry_that_was_closed_stays_closed(window):
    window.view.strip("quick").open()
    window.view.strip("quick").close_strip()
    window.view.show_view("compare")
    window.view.show_view("map")
    assert window.view.strip("quick").isHidden()


def test_there_is_no_zoom_in_the_table(window):
    window.view.show_view("table")
    assert not window.actions_by_code["fit"].isEnabled()
    assert window.status.slider.isHidden()
    window.view.show_view("map")
    assert window.actions_by_code["fit"].isEnabled()
    assert not window.status.percent.isHidden()


def test_the_lanes_asked_for_elsewhere_open_on_the_map(window):
    window.view.show_view("table")
    window.actions_by_code["lanes"].trigger()
    assert window.view.views.code == "map"
    panel = window.view.findChild(LanesPanel)
    assert not panel.isHidden()
    panel.close_panel()


def sheet(window):
    window.actions_by_code["shortcuts"].trigger()
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.findChild(Group))


def test_the_sheet_of_keys_tells_every_command_with_a_key(window):
    dialog = sheet(window)
    told = {label.text() for label in dialog.findChildren(PlainLabel)}
    for command in actions.COMMANDS:
        if command.keys:
            assert actions.keys_text(command) in told
    dialog.close()


def test_the_sheet_of_keys_tells_every_key_of_a_presentation(window):
    from app.present.commands import COMMANDS

    told = dict(gestures.groups(window.dress.say))[window.dress.say("During a presentation")]
    keys = " ".join(key for key, _ in told)
    assert [command.code for command in COMMANDS if command.keys and command.keys not in keys] == []


def test_the_sheet_of_keys_is_searched_by_what_one_wants(window):
    dialog = sheet(window)
    dialog.findChild(QLineEdit).setText(window.dress.say("Drag a face on the heartbeat"))
    shown = [group for group in dialog.findChildren(Group) if not group.isHidden()]
    assert [group.rows[0][0] for group in shown] == [window.dress.say(gestures.MAP_MOVE[0][0])]
    dialog.findChild(QLineEdit).setText("zzz")
    assert all(group.isHidden() for group in dialog.findChildren(Group))
    dialog.close()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_gesture_has_words(language):
    for title, rows in gestures.groups(words(language)):
        assert title
        assert all(does and result for does, result in rows)


def test_what_is_worn_already_is_not_put_on_again(qtbot, dressed):
    """Qt would dress every widget of every window anew, which takes as long as opening them."""
    told = []

    class Label(PlainLabel):
        def changeEvent(self, event):
            told.append(event.type())

    label = Label("Stap")
    qtbot.addWidget(label)
    label.show()
    dressed("light")
    told.clear()
    dressed("light")
    assert told == []
    dressed("light", 150)
    assert QEvent.Type.StyleChange in told
    assert label.font().pointSizeF() == pytest.approx(1.5 * theme.BASE_POINTS)
    dressed("dark", 150)
    assert label.palette().windowText().color().name() == theme.LOOKS["dark"].text


@pytest.mark.parametrize("worn", ["light", "dark"])
def test_menus_and_lists_get_our_font_where_the_system_has_one_of_its_own(qapp, qtbot, dressed, worn):
    dressed(worn, 130)
    for kind in theme.FONTS_OF_THE_SYSTEM:  # as the themes of Windows and KDE do whenever a style sheet is put on
        qapp.setFont(QFont("serif", 7), kind)
    dressed("light", 130)
    assert {qapp.font(kind).pointSizeF() for kind in theme.FONTS_OF_THE_SYSTEM} == {13.0}
    listed = QListWidget()
    qtbot.addWidget(listed)
    assert listed.font() == qapp.font()


def test_an_icon_is_drawn_once_for_each_colour_and_size(qapp, dressed):
    dressed("light")
    small, red = icons.icon("undo", "#123456"), icons.icon("undo", "#aa0000")
    side = small.availableSizes()[0]
    assert icons.icon("undo", "#123456").pixmap(side).toImage() == small.pixmap(side).toImage()
    assert red.pixmap(side).toImage() != small.pixmap(side).toImage()
    assert icons.icon("redo", "#123456").pixmap(side).toImage() != small.pixmap(side).toImage()
    dressed("light", 200)
    assert icons.icon("undo", "#123456").availableSizes()[0].width() > side.width()
