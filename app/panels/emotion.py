"""Five drawn faces to choose a feeling from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.panels.mark_icon import mark_icon
from app.panels.scale_field import ScaleField
from journeys.phrases import capital, emotion_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QIcon

    from journeys.i18n import Words

FACE_PX = 26


def emotion_field(say: Words, inks: Mapping[str, str]) -> ScaleField:
    """A row of faces from very bad to very good."""
    return ScaleField(
        lambda value: capital(emotion_word(value, say)), lambda value: face_icon(value, inks), FACE_PX
    )  # fmt: skip


def face_icon(value: int, inks: Mapping[str, str]) -> QIcon:
    """The very face that the heartbeat shows."""
    number = f"+{value}" if value > 0 else str(value)
    return mark_icon(f"face{number}", f"face.{number}", inks, FACE_PX)
