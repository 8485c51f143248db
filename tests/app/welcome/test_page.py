"""The first thing anybody sees: begin, go on, or look at a sample, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app import beginning, settings
from app.dialogs.settings import Settings
from app.pictures import settle
from app.plain import PlainLabel
from app.program import Program
from app.welcome import samples
from journeys import templates

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, program):
    made = program.new_window()
    made.show_welcome()
    made.activateWindow()
    settle()
    return made


def card(window, title):
    return next(c for c in window.start_page.beginnings.cards if c.accessibleName().startswith(f"{title}."))


def test_a_click_on_a_life_event_opens_a_study_with_its_personas(qtbot, window):
    qtbot.mouseClick(card(window, "Verhuizen"), LEFT)
    assert window.session.document.study.title == "Verhuizen"
    assert len(window.session.document.personas) > 1


def test_without_example_personas_is_remembered_for_the_next_time(qtbot, program, window):
    qtbot.mouseClick(
        window.start_page.beginnings.personas, LEFT, pos=window.start_page.beginnings.personas.rect().center()
    )
    qtbot.mouseClick(card(window, "Verhuizen"), LEFT)
    assert not window.session.document.personas
    other = program.new_window()
    other.show_welcome()
    assert not other.start_page.beginnings.personas.isChecked()


def test_a_sample_opens_as_a_study_without_a_file_with_its_pictures(qtbot, window):
    wanted = templates.samples("nl")[0]
    shown = window.start_page.samples.cards[0]
    assert shown.accessibleName() == f"{wanted.title}. {wanted.summary}"
    qtbot.mouseClick(shown, LEFT)
    assert window.session.document.study.title
    assert window.file.path is None
    assert not window.file.touched
    held = {image.sha256 for image in window.session.document.images.values()}
    assert held <= set(window.file.images())
    assert settings.remembered_files() == []


def test_a_sample_shows_all_that_it_tells(program, window):
    window.resize(1280, 800)
    for sample in templates.samples("nl"):
        beginning.start_sample(program, window, sample.code)
        settle()
        shown = program.windows[-1].view.map
        assert shown.visible_area().contains(shown.sceneRect().adjusted(9, 9, -9, -9))


def test_each_sample_is_shown_with_its_poster(window):
    cards = window.start_page.samples.cards
    assert len(cards) == len(templates.samples("nl"))
    assert all(shown.poster is not None and shown.poster.height() >= samples.LEAST for shown in cards)


def test_the_page_stands_before_the_samples_are_read(program):
    window = program.new_window()
    window.show_welcome()
    assert window.start_page.samples.cards == []
    settle()
    assert window.start_page.samples.cards


def test_without_samples_there_is_no_empty_place_for_them(monkeypatch, program):
    monkeypatch.setattr(templates, "samples", lambda _language: [])
    window = program.new_window()
    window.show_welcome()
    settle()
    assert window.start_page.samples.cards == []
    assert not window.start_page.samples._heading.isVisible()


def test_a_sample_whose_poster_is_gone_is_offered_all_the_same(monkeypatch, program, tmp_path):
    found = templates.samples("nl")[0]
    lost = templates.Sample(found.code, found.title, found.summary, tmp_path / "gone.png")
    monkeypatch.setattr(templates, "samples", lambda _language: [lost])
    window = program.new_window()
    window.show_welcome()
    settle()
    (only,) = window.start_page.samples.cards
    assert only.poster is None
    assert only.isVisible()


def test_tab_goes_through_the_page_from_the_first_life_event_to_the_samples(qtbot, window):
    met = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        if focused in met:
            break
        met.append(focused)
        qtbot.keyClick(focused, Key.Key_Tab)
    page = window.start_page
    cards = page.beginnings.cards
    assert met[: len(cards) + 1] == [*cards, page.files.open]
    after = met[len(cards) + 1 :]
    assert after[: len(page.samples.cards)] == page.samples.cards
    assert {page.settings, page.help, page.beginnings.personas} <= set(after)
    assert all(widget.accessibleName() or widget.text() for widget in met)


def test_enter_on_a_life_event_begins_it(qtbot, window):
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert window.session.document.study.title == "Een kind krijgen"


def test_the_language_is_switched_on_the_page_itself(qtbot, window):
    english = next(b for b in window.start_page.findChildren(QPushButton) if b.text() == "English")
    qtbot.mouseClick(english, LEFT)
    assert window.start_page.files.open.text() == "Open a file…"
    settle()
    assert window.start_page.samples.cards[0].accessibleName().startswith(templates.samples("en")[0].title)


def test_the_settings_open_from_the_page(qtbot, window):
    qtbot.mouseClick(window.start_page.settings, LEFT)
    assert window.findChild(Settings).isVisible()


def cut(page):
    """What of the texts on the page is not wholly to be seen."""
    wrong = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        tall = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.height() < tall or (
            type(label) is PlainLabel and not label.wordWrap() and label.width() < label.sizeHint().width()
        ):
            wrong.append((label.text(), label.size().toTuple(), tall))
    shown = [button for button in page.findChildren(QPushButton) if button.isVisible() and button.text()]
    return wrong + [button.text() for button in shown if button.width() < button.sizeHint().width()]


def outside(page):
    """What sticks out of the page or lies over its neighbour."""
    inner = page.widget()
    parts = [page.beginnings, page.files, page.samples]
    areas = [part.rect().translated(part.mapTo(inner, part.rect().topLeft())) for part in parts]
    over = [(a, b) for i, a in enumerate(areas) for b in areas[i + 1 :] if a.intersects(b)]
    return over + [area for area in areas if not inner.rect().contains(area)]


@pytest.mark.parametrize(
    ("language", "size", "percent", "scrolls"),
    [
        ("nl", (1280, 720), 100, False), ("en", (1280, 720), 100, False), ("nl", (1280, 800), 100, False),
        ("nl", (1920, 1080), 100, False), ("nl", (1920, 1080), 150, True), ("nl", (3840, 2160), 150, False),
        ("nl", (1280, 800), 150, True), ("en", (800, 520), 100, True), ("nl", (800, 520), 150, True),
    ],
)  # fmt: skip
def test_nothing_is_cut_off_at_any_size(qapp, tmp_path, language, size, percent, scrolls):
    settings.set_text_size(percent)
    for number in range(3):
        (tmp_path / f"Studie {number}.levensreis").write_bytes(b"x")
        settings.add_recent_file(tmp_path / f"Studie {number}.levensreis")
    program = Program(qapp, language)
    window = program.new_window()
    window.resize(*size)
    window.show_welcome()
    settle()
    page = window.start_page
    found = (cut(page), outside(page), page.widget().width() - page.viewport().width())
    down = page.verticalScrollBar().maximum()
    crowded = len(page.beginnings.cards) > 2 * 3 + 1  # two rows of life events, and the empty study below them
    window.finish()
    program.deleteLater()
    settings.set_text_size(100)
    assert found == ([], [], 0)
    assert scrolls or crowded or down == 0
