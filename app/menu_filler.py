"""Fills a menu of the map, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.actions import choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from app.canvas.view import MapView
    from app.window import StudyWindow
    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.model.document import Document


class Filler:
    """The menu being filled, for one map: each line is a verb on it."""

    def __init__(self, window: StudyWindow, view: MapView, menu: QMenu) -> None:
        self.window, self.view, self.menu = window, view, menu
        self.document: Document = view.document
        self.say: Words = window.dress.say

    def act(
        self, text: str, run: Callable[[], object], menu: QMenu | None = None, *,
        keys: str = "", checked: bool | None = None, enabled: bool = True,
    ) -> None:  # fmt: skip
        """A line that does this; `keys` are shown beside it."""
        choice(menu or self.menu, "\t".join(filter(None, (text, keys))), run, checked=checked, enabled=enabled)

    def edit(
        self, text: str, verb: Callable[[], Edit], menu: QMenu | None = None, *,
        keys: str = "", checked: bool | None = None, enabled: bool = True,
    ) -> None:  # fmt: skip
        """A line that is one edit."""

        def run() -> None:
            if self.view.do(verb):
                self.view.picked.say()

        self.act(text, run, menu, keys=keys, checked=checked, enabled=enabled)

    def codes(self, *codes: str) -> None:
        """Commands of the window; an empty code is a line between them."""
        for code in codes:
            if code:
                self.menu.addAction(self.window.actions_by_code[code])
            else:
                self.menu.addSeparator()

    def sub(self, text: str) -> QMenu:
        """A menu in this one, still empty."""
        return self.menu.addMenu(text)
