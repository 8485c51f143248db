"""What stands on the poster: which lanes, which notes, the gaps beneath the map, and how time runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dialogs.poster.checks import ID, CheckList
from app.panels.fields import CheckField, ChoiceField
from app.panels.labels import NOTE_GROUPS
from app.panels.lane_list import title
from app.plain import PlainLabel
from journeys.model.order import by_order
from journeys.phrases.lenses import NAMES as LENSES

if TYPE_CHECKING:
    from app.context import Context
    from journeys.model.entities import Lane

PARTS = frozenset({"lanes", "notes", "findings", "axis", "lens"})


class Contents(QWidget):
    """Everything that is usual gives None, so that the poster follows the study."""

    changed = Signal()  #: something else is on it

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._followed: tuple[str, ...] = ()
        """The lanes that the study showed when this was filled."""
        say = context.say
        self.findings = CheckField(say("Explain what was found"))
        self.axis = ChoiceField(say("Time"), [(say("Columns of one width"), "equal"), (say("True to time"), "true")])
        self.lanes, self.notes = CheckList(say("Lanes on the poster")), CheckList(say("Notes on the poster"))
        lenses = [(say("No lens"), ""), *((say(name), lens) for lens, name in LENSES.items())]
        self.lens = ChoiceField(say("Colour by lens"), lenses)
        captions = {"lens": say("Colour by lens"), "axis": say("Time"), "lanes": say("Lanes"), "notes": say("Notes")}
        self._parts: dict[str, list[QWidget]] = {"findings": [self.findings]}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.findings)
        below: dict[str, QWidget] = {"lens": self.lens, "axis": self.axis, "lanes": self.lanes, "notes": self.notes}
        for name, field in below.items():
            caption = PlainLabel(captions[name], name="field")
            caption.setContentsMargins(0, 5, 0, 0)
            caption.setBuddy(field)
            self._parts[name] = [caption, field]
            column.addWidget(caption)
            column.addWidget(field)
        self.notes.display([(kind, say(group)) for kind, group in NOTE_GROUPS.items()], tuple(NOTE_GROUPS))
        self.display(None, None, "equal", findings=True)
        self.lens.display("")
        self.lens.committed.connect(lambda *_: self.changed.emit())
        self.findings.committed.connect(lambda *_: self.changed.emit())
        self.axis.committed.connect(lambda *_: self.changed.emit())
        for checks in (self.lanes, self.notes):
            checks.ticked.connect(self.changed)

    def display(
        self, lanes: tuple[str, ...] | None, notes: tuple[str, ...] | None, axis: str, *, findings: bool
    ) -> None:  # fmt: skip
        """Show this; None is everything that is usual."""
        self.findings.display(findings)
        self.axis.display(axis)
        self._show_lanes(self._usual() if lanes is None else lanes)
        self.notes.display([(kind, self._context.say(group)) for kind, group in NOTE_GROUPS.items()],
                           tuple(NOTE_GROUPS) if notes is None else notes)  # fmt: skip

    def suit(self, wanted: frozenset[str]) -> None:
        """Show only what says something about this kind of poster."""
        for name, widgets in self._parts.items():
            for widget in widgets:
                widget.setVisible(name in wanted)

    def chosen_lanes(self) -> tuple[str, ...] | None:
        ticked = self.lanes.chosen()
        return None if ticked == self._usual() else ticked

    def chosen_notes(self) -> tuple[str, ...] | None:
        ticked = self.notes.chosen()
        return None if ticked == tuple(NOTE_GROUPS) else ticked

    def follow(self) -> None:
        """The lanes as the study has them now: those it shows, unless others were ticked; a new one is ticked too."""
        if self.lanes.chosen() == self._followed:
            self._show_lanes(self._usual())
            return
        known = {self.lanes.item(row).data(ID) for row in range(self.lanes.count())}
        ticked = set(self.lanes.chosen())
        new = {lane.id for lane in self._all() if lane.id not in known and lane.shown}
        self._show_lanes(tuple(ticked | new))

    def _show_lanes(self, ticked: tuple[str, ...]) -> None:
        self._followed = self._usual()
        self.lanes.display([(lane.id, title(lane, self._context.say)) for lane in self._all()], ticked)

    def _all(self) -> list[Lane]:
        return sorted(self._context.document.lanes.values(), key=by_order)

    def _usual(self) -> tuple[str, ...]:
        return tuple(lane.id for lane in self._all() if lane.shown)
