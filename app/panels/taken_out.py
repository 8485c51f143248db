"""Takes out of a field, the moment it comes in, what no text may hold; and says so, with what did not fit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from app.panels.message_bar import MessageBar
from journeys import text as texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from journeys.i18n import Words

WATCHED: Final = "taken out"
"""The property of a field that is watched already."""
PIECE: Final = 20_000
"""So much of a paste is looked at in one go: of a megabyte, only as much as there is room for."""
MOST_LOOKED_AT: Final = 200_000
"""Nobody waits for more of them to be read, when nothing but unreadable characters comes in."""
HALVES: Final = frozenset(map(chr, range(0xD800, 0xE000)))


def watch(field: QWidget | None) -> None:
    """From now on this field holds no unreadable characters, by whatever way they come: keys, menu, paste, drop."""
    if isinstance(field, QComboBox):
        field = field.lineEdit()
    if not isinstance(field, QLineEdit | QPlainTextEdit) or field.property(WATCHED):
        return
    field.setProperty(WATCHED, True)
    if isinstance(field, QLineEdit):
        line = field
        line.textChanged.connect(lambda _: _clean_line(line))
    else:
        lines = field
        lines.textChanged.connect(lambda: _clean_lines(lines))


def fitting(raw: str, room: int) -> tuple[str, Counter[str]]:
    """As much of a text as there is room for, clean; with what was taken out, and as `cut` what did not fit."""
    kept, at, changes = "", 0, Counter[str]()
    while at < min(len(raw), MOST_LOOKED_AT) and len(kept) < room:
        piece = texts.purged(raw[at : at + PIECE])
        changes.update(piece.changes)
        kept += piece.text
        at += PIECE
    changes["cut"] = max(0, len(kept) - room) + max(0, len(raw) - at)
    return kept[:room], +changes


def tell(field: QWidget, changes: Counter[str], most: int = texts.BODY_MAX) -> None:
    """In the message bar of whoever holds the field: the study, or the window behind a dialog."""
    holder: QWidget | None = field
    while changes and holder is not None:
        bar, say = getattr(holder, "bar", None), _words(holder)
        if isinstance(bar, MessageBar) and say is not None:
            bar.tell(" ".join(sentences(changes, most, say)))
            return
        holder = holder.parentWidget()


def sentences(changes: Counter[str], most: int, say: Words) -> list[str]:
    """What was taken out, a sentence for each reason."""
    from journeys.messages import message

    told = [message(f"notice.text_{code}", {"n": n}, say) for code, n in sorted(changes.items()) if n and code != "cut"]
    if changes["cut"]:
        told.append(
            say.many(
                "{n} character did not fit and was not pasted. This field holds at most {most}.",
                "{n} characters did not fit and were not pasted. This field holds at most {most}.",
                changes["cut"], most=most,
            )
        )  # fmt: skip
    return told


def _clean_line(field: QLineEdit) -> None:
    found = texts.purged(field.text())
    changes = found.changes + _not_pasted(field)
    if changes["cut"] and _ahead(field.text(), field.cursorPosition())[-1:] in HALVES:
        changes["unreadable"] -= 1  # of a character for which there was just no room
    if found.changes:
        before = texts.purged(field.text()[: field.cursorPosition()]).text
        field.selectAll()
        field.insert(found.text)
        field.setCursorPosition(_units(before))
    if field.hasFocus():
        tell(field, changes, field.maxLength())


def _not_pasted(field: QLineEdit) -> Counter[str]:
    """How much of a paste a line of limited length left out."""
    length = len(field.text())
    if _units(field.text()) + 1 < field.maxLength() or not field.hasFocus():  # one: half a character stays out
        return Counter()
    clipped = QGuiApplication.clipboard().text()
    pasted = "".join(char if char.isprintable() else " " for char in clipped[:length])
    before = "".join(char if char.isprintable() else " " for char in field.text()[: field.cursorPosition()])
    went_in = next((n for n in range(min(len(before), len(pasted)), 0, -1) if before.endswith(pasted[:n])), 0)
    return Counter(cut=len(clipped) - went_in) if 1 < went_in < len(clipped) else Counter()


def _clean_lines(field: QPlainTextEdit) -> None:
    held = field.toPlainText()
    found = texts.purged(held)
    if not found.changes:
        return
    cursor = field.textCursor()
    before = texts.purged(_ahead(held, cursor.position())).text
    cursor.joinPreviousEditBlock()  # undo takes back what was typed, not that it was cleaned
    cursor.select(cursor.SelectionType.Document)
    cursor.insertText(found.text)
    cursor.endEditBlock()
    cursor.setPosition(_units(before))
    field.setTextCursor(cursor)
    if field.hasFocus():
        tell(field, found.changes)


def _units(text: str) -> int:
    """How long a text is for Qt."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _ahead(text: str, position: int) -> str:
    """The text before a place that Qt counts in units of UTF-16."""
    return text.encode("utf-16-le", "surrogatepass")[: position * 2].decode("utf-16-le", "surrogatepass")


def _words(holder: QWidget) -> Words | None:
    found: Words | None = getattr(getattr(holder, "context", None) or getattr(holder, "dress", None), "say", None)
    return found
