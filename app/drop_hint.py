"""Says, while something is dragged over the window, what letting go would do; a frame shows on which step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.canvas import scale
from app.panels.message_bar import announce
from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from app.theme import Colours
    from app.window import StudyWindow

MARGIN: Final = 28
"""Pixels between the words and the lower edge of what they lie over."""
AROUND: Final = 5


def show(window: StudyWindow, text: str, step: str | None, *, refused: bool) -> None:
    """The words at the bottom of the window's middle, and a frame around the step."""
    label = _label(window)
    if label.text() != text or label.isHidden():
        put(label, text)
        label.setStyleSheet(_style(window.dress.colours, refused=refused))
        _place(window, label)
        label.show()
        label.raise_()
        announce(label, text)
    _frame_step(window, step)


def hide(window: StudyWindow) -> None:
    """Nothing is dragged any more."""
    _label(window).hide()
    _frame_step(window, None)


def _label(window: StudyWindow) -> PlainLabel:
    found = window.findChild(PlainLabel, "drophint", Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(found, PlainLabel):
        return found
    made = PlainLabel("", window, name="drophint")
    made.setWordWrap(True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.hide()
    return made


def _style(colours: Colours, *, refused: bool) -> str:
    ground, ink = (colours.danger_soft, colours.on_danger_soft) if refused else (colours.accent, colours.on_accent)
    return (
        f"#drophint {{ background: {ground}; color: {ink}; border: 2px solid {ink}; border-radius: 9px;"
        " padding: 10px 18px; font-weight: 600; }"
    )


def _place(window: StudyWindow, label: PlainLabel) -> None:
    middle = window.view.views if window.view is not None else window.centralWidget() or window
    area = QRect(middle.mapTo(window, middle.rect().topLeft()), middle.size())
    label.ensurePolished()
    wide = min(max(area.width() - 2 * MARGIN, 120), label.fontMetrics().horizontalAdvance(label.text()) + 60)
    high = label.heightForWidth(wide)
    label.setGeometry(area.center().x() - wide // 2, area.bottom() - MARGIN - high, wide, high)


def _frame_step(window: StudyWindow, step: str | None) -> None:
    view = window.view
    if view is None:
        return
    viewport = view.map.viewport()
    found = viewport.findChild(QFrame, "dropframe", Qt.FindChildOption.FindDirectChildrenOnly)
    target = view.map.hits.part(step, "card") if step is not None else None
    if target is None:
        if found is not None:
            found.hide()
        return
    frame = found if isinstance(found, QFrame) else _new_frame(viewport, window.dress.colours)
    lies = view.map.mapFromScene(scale.rect(target.rect)).boundingRect()
    frame.setGeometry(lies.adjusted(-AROUND, -AROUND, AROUND, AROUND))
    frame.show()
    frame.raise_()


def _new_frame(viewport: QWidget, colours: Colours) -> QFrame:
    made = QFrame(viewport)
    made.setObjectName("dropframe")
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setStyleSheet(
        f"#dropframe {{ border: 4px dashed {colours.focus}; border-radius: 8px; background: transparent; }}"
    )
    return made
