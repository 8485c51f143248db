"""The status bar: what can be missed goes before anything else is cut off."""

from __future__ import annotations

from app.panels.status import StatusBar
from app.pictures import settle
from app.plain import put


def test_wider_words_push_nothing_out_of_the_bar(qtbot, window):
    bar = StatusBar(window.view.context)
    qtbot.addWidget(bar)
    bar.setFixedWidth(900)
    bar.show()
    put(bar.counts, "6 fasen · 14 stappen · 3 gaten")
    put(bar.presence, "Aanwezig 2 · afwezig 3")
    bar.show_findings(4)
    settle()
    assert bar.presence.isVisible()
    put(bar.saved, "Bewaard op deze computer, bestand volgt" * 2)  # as when the letters become larger later
    settle()
    assert not bar.presence.isVisible()
    assert bar.fit.geometry().right() < bar.width()
