"""Named views of a study: what is shown, by which lens and how large, for presenting and printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from app.study_view import StudyView


def fill(view: StudyView, menu: QMenu) -> None:
    """The saved views of the study, to choose from."""
