"""The tabs of the panels: all in sight, however narrow the pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.dress import dress
from app.panels.panels import Panels
from app.parts import PANELS


@pytest.fixture
def normal(qapp):
    """Later tests look as usual."""
    yield
    dress(qapp, "nl", "light", 100)


def made(qtbot, qapp, language, percent, width):
    dressed = dress(qapp, language, "light", percent)
    say = dressed.say
    panels = Panels({code: (say(title), QWidget) for code, title in PANELS.items()}, say, dressed.colours)
    qtbot.addWidget(panels)
    panels.name("gaps", say("Gaps ({n})", n=4), 4)
    panels.name("findings", say("Findings ({n})", n=128), 128)
    panels.resize(width, 600)
    panels.show()
    return panels


@pytest.mark.usefixtures("normal")
@pytest.mark.parametrize("history", [False, True])
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_tab_is_in_sight_in_a_narrow_pane(qtbot, qapp, language, percent, history):
    panels = made(qtbot, qapp, language, percent, 252)
    if not history:
        panels.hide_tab("history")
    bar = panels.tabBar()
    for code in PANELS:
        if code == "history" and not history:
            continue
        panels.show_panel(code)
        shown = [index for index in range(bar.count()) if bar.isTabVisible(index)]
        areas = [bar.tabRect(index) for index in shown]
        assert areas[-1].right() < 252, f"{code}: {[area.width() for area in areas]}"
        assert min(area.width() for area in areas) >= 24
        assert bar.width() == 252
        words = bar.looks()[bar.currentIndex()].words
        assert words.rstrip("…"), "the current tab shows no words"
        assert percent == 150 or "…" not in words


@pytest.mark.usefixtures("normal")
def test_a_wide_pane_shows_all_words(qtbot, qapp):
    panels = made(qtbot, qapp, "nl", 100, 560)
    bar = panels.tabBar()
    assert [look.words for look in bar.looks().values()] == [bar.tabText(index) for index in range(bar.count())]


@pytest.mark.usefixtures("normal")
def test_counts_stay_in_sight_beside_the_icons_while_they_fit(qtbot, qapp):
    panels = made(qtbot, qapp, "nl", 100, 330)
    looks = panels.tabBar().looks()
    assert (looks[1].words, looks[2].words) == ("4", "128")
    assert looks[1].icon


@pytest.mark.usefixtures("normal")
def test_arrow_keys_and_clicks_go_through_all_tabs(qtbot, qapp):
    panels = made(qtbot, qapp, "nl", 100, 252)
    for code in ("history", "vote"):
        panels.hide_tab(code)
    bar = panels.tabBar()
    bar.setFocus()
    seen = [panels.code]
    for _ in range(4):
        qtbot.keyClick(bar, Qt.Key.Key_Right)
        seen.append(panels.code)
    assert seen == ["inspector", "gaps", "findings", "notes", "facts"]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    assert panels.code == "findings"
