"""Presentation scale: one press makes every window large, and another gives back exactly what was."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from app import settings
from app.canvas import minimap
from app.canvas.scale import PX_PER_PT


def settled():
    for _ in range(4):
        QApplication.processEvents()


def state(window):
    view = window.view
    return (
        view.sidebar.isHidden(), view.tabs.isHidden(), view.panes.sizes(), round(view.map.zoom, 3),
        view.map.visible_area().toAlignedRect(), view.map.selected(), view.tabs.code, QApplication.font().pointSizeF(),
    )  # fmt: skip


def test_words_and_targets_are_large_and_the_map_has_the_room(window, act):
    act("large")
    settled()
    view = window.view
    assert settings.large()
    assert QApplication.font().pointSizeF() >= 15
    assert view.map.presenting
    assert view.sidebar.isHidden()
    assert view.tabs.isHidden()
    assert view.map.drawing.base_pt * PX_PER_PT * view.map.zoom >= 18
    bar = window.toolbar
    buttons = [button for button in bar.findChildren(QToolButton) if button.isVisible() and button.width() > 10]
    assert min(button.height() for button in buttons) >= 44
    assert min(button.width() for button in buttons) >= 36
    assert all(button.geometry().right() <= bar.width() for button in buttons)
    assert window.size().width() == 1280


def test_back_again_everything_is_as_it_was(window, act):
    settled()
    window.view.map.select([next(iter(window.view.session.document.steps))])
    window.view.map.zoom_to(0.7)
    settled()
    before = state(window)
    act("large")
    settled()
    assert state(window) != before
    act("large")
    settled()
    now = state(window)
    assert now[:4] == before[:4]
    assert now[5:] == before[5:]
    far = now[4].topLeft() - before[4].topLeft()
    assert far.manhattanLength() <= 6
    assert not settings.large()


def test_no_window_stays_behind(window, program, act, qtbot):
    other = program.new_window()
    other.show_welcome()
    act("large")
    settled()
    assert other.dress.large
    assert other.dress.percent >= 150
    act("large")


def test_a_window_that_opens_large_has_the_room_too(program, path, qtbot):
    settings.set_large(chosen=True)
    program.redress()
    made = program.open_file(program.new_window(), path)
    settled()
    assert made.view.map.presenting
    assert made.view.sidebar.isHidden()
    made.actions_by_code["large"].trigger()
    settled()
    assert not made.view.sidebar.isHidden()


def test_the_ranking_of_a_vote_has_room_for_words(window, act):
    act("large")
    act("vote")
    settled()
    panel = window.view.tabs.panel("vote")
    panel.setup.start.click()
    settled()
    assert window.view.tabs.width() >= window.width() / 3
    fonts = panel.list.fontMetrics()
    two_lines = fonts.boundingRect(QRect(0, 0, 500, 500), 0, "een\ntwee").height()
    rows = [panel.list.visualRect(panel.list.ranks.index(row)).height() for row in range(2)]
    assert min(rows) >= two_lines + fonts.height()
    act("large")
    settled()
    assert window.view.tabs.width() < window.width() / 3


def test_the_pointer_says_that_it_takes_a_moment(window, act):
    seen = []
    window.renewed.connect(lambda: seen.append(QApplication.overrideCursor() is not None))
    act("large")
    assert seen == [True]
    assert QApplication.overrideCursor() is None
    act("large")


def test_the_minimap_does_not_lie_over_large_words_unless_it_is_asked_for(window, act):
    act("large")
    settled()
    small = minimap.of(window.view)
    assert small.isHidden()
    act("minimap")
    assert not small.isHidden()
    act("large")
    settled()
    assert window.view.map.minimap_wanted


def test_strips_keep_their_order_and_the_timer_takes_one_row(window, act):
    for code in ("timer", "parking"):
        act(code)
    settled()
    for _ in range(2):
        act("large")
        window.view.strip("quick").show()
        settled()
        found = [window.view.strips[code] for code in ("quick", "parking", "timer")]
        assert [strip.y() for strip in found] == sorted(strip.y() for strip in found)
        timer = found[-1]
        assert timer.height() < 2 * timer.start.height()


def test_a_timer_in_one_row_offers_times_until_it_counts(window, act, qtbot):
    act("timer")
    settled()
    strip = window.view.strip("timer")
    assert strip.folded
    assert (strip.quick[3].isVisible(), strip.more.isVisible()) == (True, False)
    qtbot.mouseClick(strip.start, Qt.MouseButton.LeftButton)
    assert (strip.quick[3].isVisible(), strip.more.isVisible()) == (False, True)
    strip.again.setFocus()
    qtbot.keyClick(strip.again, Qt.Key.Key_Space)
    assert (strip.quick[3].isVisible(), strip.more.isVisible()) == (True, False)
    assert strip.start.hasFocus()
    qtbot.mouseClick(strip.tall, Qt.MouseButton.LeftButton)
    assert not strip.folded
    assert strip.more.isVisible()
    window.resize(1280, 1000)
    qtbot.mouseClick(strip.tall, Qt.MouseButton.LeftButton)
    settled()
    assert not strip.folded
