"""The menu of the selected cells and rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.table import ranges
from app.table.entries import phase_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.table.page import Page

    Entry = tuple[str, str, Callable[[], object], bool]
    """What it says, its keys, what it does, and whether it can be done now."""


def row_menu(page: Page) -> QMenu:
    """What can be done with what is selected."""
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for part in (_editing(page), _cells(page), _rows(page), _order(page), _deletion(page)):
        if menu.actions():
            menu.addSeparator()
        for text, keys, act, enabled in part:
            action = QAction(f"{text}\t{keys}" if keys else text, menu)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
    return menu


def _chosen(page: Page) -> list[str]:
    return [entry for entry in page.sheet.chosen_entries() if phase_of(entry) is None]


def _editing(page: Page) -> list[Entry]:
    return [(page.context.say("Edit cell"), "F2", page.sheet.edit_current, True)]


def _cells(page: Page) -> list[Entry]:
    say, sheet = page.context.say, page.sheet
    return [
        (say("Copy"), "Ctrl+C", lambda: ranges.copy(sheet), True),
        (say("Paste"), "Ctrl+V", lambda: ranges.paste(sheet), True),
        (say("Empty cells"), "Del", lambda: ranges.clear(sheet), True),
    ]


def _rows(page: Page) -> list[Entry]:
    say, listing, across = page.context.say, page.model.listing, page.model.across
    step, some = listing.kind == "step", bool(_chosen(page))
    back, on = ("Alt+Left", "Alt+Right") if across else ("Alt+Up", "Alt+Down")
    movable = some and page.model.choice.as_told and (step or listing.shift is not None)
    return [
        (say("New row after this"), "Ctrl+Enter", lambda: page.act("new"), step or listing.add is not None),
        (say("Duplicate row"), "Ctrl+D", lambda: page.act("duplicate"), step and some),
        (say("Move row back") if across else say("Move row up"), back, lambda: page.act("up"), movable),
        (say("Move row on") if across else say("Move row down"), on, lambda: page.act("down"), movable),
    ]


def _order(page: Page) -> list[Entry]:
    say, model = page.context.say, page.model
    return [
        (say("Sort by this column"), "Ctrl+Shift+O", lambda: page.act("sort"), not model.across),
        (say("Order of the story"), "", page.as_told, not model.choice.as_told),
    ]


def _deletion(page: Page) -> list[Entry]:
    count = len(_chosen(page))
    text = page.context.say.many("Delete row", "Delete {n} rows", max(1, count))
    return [(text, "Ctrl+Del", lambda: page.act("delete"), count > 0 and page.model.listing.delete is not None)]
