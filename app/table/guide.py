"""The keys and the mouse of the table, for the sheet of shortcuts."""

from __future__ import annotations

from typing import Final

from journeys.i18n import N_

KEYS: Final = (
    (N_("Type in a cell, or F2"), N_("Change what stands there")),
    (N_("Enter in the table; with Shift"), N_("Keep it and go down, or up; below the last row a new step begins")),
    (N_("Tab in the table; with Shift"), N_("To the next cell, or the one before")),
    (N_("Enter with Shift in a cell of several lines"), N_("A new line: one note per line")),
    (N_("Esc"), N_("What was typed is let go; then back to the map")),
    (N_("Enter with Ctrl in the table, or Insert"), N_("New row after this one")),
    (N_("Alt+Up, Alt+Down"), N_("Move rows, over the border of a phase too")),
    (N_("Drag the number of a selected row"), N_("Move rows to another place")),
    (N_("Type with several cells selected"), N_("The same value in all of them")),
    (N_("Ctrl+C, Ctrl+X, Ctrl+V"), N_("Copy, cut and paste cells, also with a spreadsheet")),
    (N_("Delete in the table; with Ctrl"), N_("Empty the cells; delete the rows")),
    (N_("Space"), N_("Tick a box; with Shift select the row")),
    (N_("Click a heading"), N_("Sort; the third time the order of the story is back")),
    (N_("Ctrl+Shift+F"), N_("Show only rows with certain words")),
)
"""What one does, and what happens."""
