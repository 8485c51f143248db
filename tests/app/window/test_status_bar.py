"""The status bar: what can be missed goes before anything else is cut off."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

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


def test_signs_lose_their_words_before_anything_is_cut_off(qtbot, window):
    bar = StatusBar(window.view.context)
    qtbot.addWidget(bar)
    bar.setFixedWidth(1000)
    bar.show()
    sign = QPushButton("Namen verborgen")
    sign.setProperty("words", "Namen verborgen")
    bar.show_signs([sign])
    put(bar.counts, "6 fasen · 14 stappen · 3 gaten")
    bar.show_saved("Bewaard op deze computer, bestand volgt", "Opslaan als…")
    bar.show_findings(4)
    settle()
    assert sign.text() == "Namen verborgen"
    for width, words in ((740, ""), (1000, "Namen verborgen")):
        bar.setFixedWidth(width)
        settle()
        assert (sign.text(), bar.counts.isVisible()) == (words, True)
        for shown in (bar.save_button, bar.percent, bar.fit):
            assert shown.width() >= shown.sizeHint().width()
        assert bar.fit.geometry().right() < bar.width()
