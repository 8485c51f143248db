"""Every word on the screen is in the chosen language, or was written by the user."""

from __future__ import annotations

import html
import re
from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItemIterator,
    QWidget,
)

from app import beginning, settings
from app.pictures import settle
from journeys import resources, templates
from journeys.i18n import _catalogue, words

OWN = {"Levensreis", "Nederlands", "English", "JSON", "PDF", "mm"}
KEYS = re.compile(r"((Ctrl|Shift|Alt)\+)+(\w+|[+=,↑↓-])|\bF\d+\b|\bDel\b(?=\)|$)|\bHome, End\b|^End$")
SEAMS = re.compile(r"(?<=[.?!…])\s+| · |: | — |, | \(")
WORD = re.compile(r"[^\W\d_]{2,}")


def visible_texts(root):
    """Everything that a user can see or hear in a window, with where it was found."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.property("foreign") or widget.objectName().startswith(("qt_", "Scroll")):  # Qt's own parts
            continue
        yield from texts_of(widget)
    for action in root.findChildren(QAction):
        if not action.property("foreign"):
            yield from ((action, text) for text in (action.text(), untipped(action.toolTip()), action.statusTip()))


def texts_of(widget):
    yield widget, widget.accessibleName()
    yield widget, untipped(widget.toolTip())
    yield widget, widget.windowTitle()
    if isinstance(widget, (QLabel, QAbstractButton)) and not cut_short(widget):
        yield widget, widget.text()
    if isinstance(widget, (QLineEdit, QPlainTextEdit)):
        yield widget, widget.placeholderText()
        yield widget, widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
    if isinstance(widget, QMenu):
        yield widget, widget.title()
    if isinstance(widget, QComboBox):
        yield from ((widget, widget.itemText(index)) for index in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from ((widget, widget.tabText(index)) for index in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from ((widget, widget.item(row).text()) for row in range(widget.count()))
    if isinstance(widget, QTreeWidget):
        held = QTreeWidgetItemIterator(widget)
        while held.value() is not None:
            yield widget, held.value().text(0)
            held += 1


def cut_short(widget):
    """Whether its text stands in full in its tooltip, which is looked at too."""
    text = widget.text().replace("&&", "&")
    return text.endswith("…") and len(text) > 2 and untipped(widget.toolTip()).startswith(text[:-1])


def untipped(tip):
    return html.unescape(re.sub(r"</?qt>", "", tip))


def patterns(language):
    """The messages of one language, as patterns in which a value may stand for anything."""
    catalogue = _catalogue("nl")._catalog
    found = set()
    for msgid, translated in catalogue.items():
        said = (msgid if isinstance(msgid, str) else msgid[0]) if language == "en" else translated
        if said and msgid:
            found.add(said)
    if language == "en":
        with resources.path("locale/nl/LC_MESSAGES/levensreis.po").open("rb") as file:
            found |= {message.id[1] for message in read_po(file) if message.pluralizable}
    return found


@cache
def matcher(language):
    """Tells whether a text is a message of the language with values in it; only those with values need a pattern."""
    whole, parts = set(), []
    for message in patterns(language):
        plain = message.replace("&&", "\0").replace("&", "").replace("\0", "&")
        pieces = [re.escape(piece) for piece in re.split(r"\{\w+\}", plain)]
        if not "".join(pieces).strip(" .:—–·()/\\-"):
            continue
        if len(pieces) == 1:
            whole.add(plain.casefold())
        else:
            parts.append(re.compile("(?s:.+?)".join(pieces) + r"\Z", re.IGNORECASE))
    return lambda text: text.casefold() in whole or any(part.match(text) for part in parts)


def strings_of(value):
    """Every string the user wrote in the study."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_of(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from strings_of(part)


def understood(line, ours, own):
    """Whether a line is a message of the language, or several of them put together."""
    line = line.strip()
    if not foreign_words(line, own):
        return True
    forms = {line, line.rstrip("."), line.strip(" ()0123456789+−%×")}
    if any(ours(form) for form in forms):
        return True
    return any(
        understood(line[: cut.start()], ours, own) and understood(line[cut.end() :], ours, own)
        for cut in SEAMS.finditer(line)
    )


def foreign_words(text, own):
    """The words of a text that no name or note of the study has."""
    return [word for word in WORD.findall(text) if word.casefold() not in own]


@pytest.fixture
def talking(qtbot, program, request):
    """A window in the language of the test, with a study in that language."""
    settings.set_language(request.param)
    program._set_language(request.param)
    window = program.new_window()
    window.show_welcome()
    beginning.start_life_event(program, window, "child", personas=True)
    window.view.refresh_findings()
    return window


def check(root, language, document, more=()):
    """No visible text that is only known in the other language, and none that no catalogue knows."""
    other = "en" if language == "nl" else "nl"
    ours, theirs = matcher(language), matcher(other)
    own = {word.casefold() for _, entity in document for text in strings_of(entity) for word in WORD.findall(text)}
    own |= {word.casefold() for word in (*OWN, *WORD.findall(" ".join(more)))}
    wrong = []
    for widget, raw in visible_texts(root):
        for shown in raw.replace("&&", "\0").replace("&", "").replace("\0", "&").strip().split("\n"):
            line = shown.removeprefix("· ")
            if understood(line, ours, own) or understood(KEYS.sub("", line), ours, own):
                continue
            kind = "other language" if theirs(line) else "in no catalogue"
            wrong.append(f"{kind}: {line!r} in {type(widget).__name__} {widget.objectName()}")
    assert not wrong, "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize("talking", ["nl", "en"], indirect=True)
def test_no_word_in_the_window_is_untranslated_or_in_the_other_language(talking):
    window, language = talking, talking.dress.say.language
    document = window.session.document
    for tab in range(3):
        window.view.tabs.setCurrentIndex(tab)
    for kind in ("step", "phase", "persona", "party", "journey", "link", "study"):
        window.view.inspect(kind, next(iter(document.tables[kind])))
    window.view.map.select([step.id for step in list(document.steps.values())[:3]])
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    check(window, language, document, offers(language))


@pytest.mark.parametrize("talking", ["nl", "en"], indirect=True)
@pytest.mark.parametrize("command", ["shortcuts", "severity", "about", "poster", "export"])
def test_no_word_in_a_dialog_is_untranslated_or_in_the_other_language(talking, command):
    talking.actions_by_code[command].trigger()
    (dialog,) = talking.findChildren(QDialog)
    check(dialog, talking.dress.say.language, talking.session.document)
    dialog.close()


def offers(language):
    """What the welcome page says of the life events: their own words, in no catalogue."""
    shown = [*templates.offers(language), *templates.samples(language)]
    return [words for offer in shown for words in (offer.title, offer.summary)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_word_on_the_welcome_page_is_untranslated_or_in_the_other_language(program, language):
    program._set_language(language)
    window = program.new_window()
    window.show_welcome()
    settle()
    check(window, language, templates.create("child", language), offers(language))


def test_qt_s_own_menus_speak_the_language_too(program):
    program._set_language("nl")
    dutch = QCoreApplication.translate("QWidgetTextControl", "&Undo")
    program._set_language("en")
    assert QCoreApplication.translate("QWidgetTextControl", "&Undo") == "&Undo"
    assert dutch != "&Undo"


def test_the_language_can_be_switched_while_a_study_is_open(window):
    journey = window.view.context.journey
    step = next(s.id for s in window.session.document.steps.values() if s.journey == journey)
    window.view.map.select([step])
    window.language_wanted.emit("en")
    assert next(a.text() for a in window.menuBar().actions()) == "&File"
    assert window.view.context.journey == journey
    assert tuple(window.view.map.selected()) == (step,)
    window.language_wanted.emit("nl")
    assert next(a.text() for a in window.menuBar().actions()) == "&Bestand"
    assert words("nl")("Gaps") == "Gaten"
    settings.set_language("nl")
