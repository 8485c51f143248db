"""What may lie over the slide for a moment: keys, notes, a number; in the audience's own colours, never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout

from app.motion import glide
from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QVariantAnimation
    from PySide6.QtWidgets import QWidget

    from app.theme import Colours

HINT_MS: Final = 7000
TOLD_MS: Final = 4000
LEAST_PX: Final = 13


def letter(height: int) -> int:
    """The type of what lies over a slide so high, in pixels."""
    return max(LEAST_PX, round(height / 44))


class Over(QFrame):
    """A rounded panel that fades in and out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("over")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._motion: QVariantAnimation | None = None
        self.hide()

    def wear(self, colours: Colours, px: int) -> None:
        """In these colours, its letters so large."""
        self.setStyleSheet(
            f"QFrame#over {{ background: {colours.panel}; border: 1px solid {colours.edge};"
            f" border-radius: {px // 2}px; }}"
            f"QLabel, QPlainTextEdit {{ color: {colours.text}; font-size: {px}px; background: transparent;"
            f" border: none; }}"
            f"QLabel#key {{ color: {colours.text}; background: {colours.raised}; border: 1px solid {colours.edge};"
            f" border-radius: {px // 4}px; padding: 1px {px // 3}px; font-weight: 600; }}"
            f"QLabel#muted {{ color: {colours.muted}; }}"
        )

    def come(self) -> None:
        """Fade in; what is fading out turns round."""
        self._halt()
        self._effect.setOpacity(1.0 if self.isVisible() else 0.0)
        self.show()
        self.raise_()
        self._motion = glide(self, self._effect.setOpacity, self._over)

    def go(self) -> None:
        """Fade out."""
        if self.isHidden():
            return
        self._halt()
        self._motion = glide(self, lambda share: self._effect.setOpacity(1.0 - share), self._gone)

    def _over(self) -> None:
        self._motion = None

    def _gone(self) -> None:
        self._motion = None
        self.hide()

    def _halt(self) -> None:
        motion, self._motion = self._motion, None
        if motion is not None:
            motion.stop()


class Passing(Over):
    """Goes by itself after a while."""

    def __init__(self, parent: QWidget, lasts_ms: int) -> None:
        super().__init__(parent)
        self._later = QTimer(self, singleShot=True, interval=lasts_ms)
        self._later.timeout.connect(self.go)

    def come(self) -> None:
        self.adjustSize()
        super().come()
        self._later.start()

    def go(self) -> None:
        self._later.stop()
        super().go()


class Hint(Passing):
    """Which keys do what, for the first moments."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, HINT_MS)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 9, 16, 9)
        self._row.setSpacing(8)

    def tell(self, pairs: Sequence[tuple[str, str]]) -> None:
        """(key, what it does)."""
        for old in self.findChildren(PlainLabel):
            old.hide()
            old.deleteLater()
        for key, what in pairs:
            told = PlainLabel(what)
            told.setContentsMargins(0, 0, 6, 0)  # no spacers: those would stay when it is told again
            self._row.addWidget(PlainLabel(key, name="key"))
            self._row.addWidget(told)
        self.setAccessibleName(", ".join(f"{key}: {what}" for key, what in pairs))
        self.come()


class Told(Passing):
    """One short line, such as the number that is being typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, TOLD_MS)
        self._label = PlainLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 16, 9)
        column.addWidget(self._label)

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._label.text()

    def tell(self, text: str) -> None:
        put(self._label, text)
        self.come()


class NotesText(QPlainTextEdit):
    """The presenter's notes: to read, scrolled by wheel and keys, never typed in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def display(self, notes: Sequence[str], nothing: str) -> None:
        """These, each apart; or that there are none."""
        text = "\n\n".join(notes) or nothing
        if text != self.toPlainText():
            self.setPlainText(text)


class NotesOver(Over):
    """The notes on the audience's screen, for who has but one."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.text = NotesText(title)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 10)
        column.setSpacing(4)
        column.addWidget(PlainLabel(title, name="muted"))
        column.addWidget(self.text)

    def stand_in(self, room: QSize) -> None:
        """At the bottom right, no larger than a third of the screen needs."""
        wide, high = round(room.width() * 0.38), round(room.height() * 0.36)
        edge = round(room.height() * 0.025)
        self.resize(wide, high)
        self.move(QPoint(room.width() - wide - edge, room.height() - high - edge))
