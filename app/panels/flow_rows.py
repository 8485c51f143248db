"""Where a step comes from and what it leads to: each connection with its label and kind, and a line for another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.attempts import attempt
from app.focus import discard
from app.panels.chooser import Chooser
from app.panels.fields import ChoiceField
from app.panels.labels import LINK_KINDS, options
from app.panels.references import link_button, remove_button
from app.panels.text_fields import TitleField
from app.plain import PlainLabel, put
from journeys.edits import links
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.edits.links import LinkKind
    from journeys.model.entities import Link, Step


class LinkRow(QFrame):
    """One connection, seen from one of its steps."""

    def __init__(self, context: Context, link: Link, other: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.context = context
        self.id = link.id
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 4, 8)
        column.setSpacing(4)
        self._other = link_button(context, "step", other, "")
        self._remove = remove_button(context, say("Delete connection"))
        self._remove.clicked.connect(lambda: self._do(lambda: links.disconnect(context.document, [self.id])))
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._other, 1)
        top.addWidget(self._remove)
        column.addLayout(top)
        self.kind = ChoiceField(say("Kind of connection"), options(LINK_KINDS, say))
        self.kind.committed.connect(
            lambda kind, _: self._do(lambda: links.set_kind(context.document, [self.id], cast("LinkKind", kind)))
        )
        self.label = TitleField(say("Label of the connection"))
        self.label.setPlaceholderText(say("Label"))
        self.label.committed.connect(
            lambda text, burst: self._do(lambda: links.label(context.document, self.id, text), f"{burst} {self.id}")
        )
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 4, 0)
        below.setSpacing(4)
        below.addWidget(self.kind, 2)
        below.addWidget(self.label, 3)
        column.addLayout(below)

    def display(self, link: Link, title: str) -> None:
        """Show the connection as it is now."""
        say = self.context.say
        self._other.say(title, say("Show {title}", title=title))
        self._remove.setAccessibleName(say("Delete connection: {title}", title=title))
        self.kind.display(link.kind)
        self.label.display(link.label)

    def flush(self) -> None:
        if self.id in self.context.document.links:
            self.label.flush()

    def _do(self, verb: Callable[[], Edit], burst: str | None = None) -> None:
        self.context.do(verb, burst)


class FlowRows(QWidget):
    """The connections of one step. Rows of connections that stay, stay, and keep the focus."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._step = ""
        self._rows: dict[str, LinkRow] = {}
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._captions: dict[str, PlainLabel] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        self.choosers: dict[str, Chooser] = {}
        self._reason = PlainLabel("", name="danger", wrap=True)
        for side, caption, name in (
            ("out", say("Leads to"), say("Connect to…")),
            ("in", say("Comes after"), say("Let it follow…")),
        ):
            self._captions[side] = PlainLabel(caption, name="field")
            self._columns[side] = QVBoxLayout()
            self._columns[side].setSpacing(4)
            self.choosers[side] = Chooser(name, name, partial(self._offers, side))
            self.choosers[side].picked.connect(partial(self._connect, side))
            column.addWidget(self._captions[side])
            column.addLayout(self._columns[side])
            column.addWidget(self.choosers[side])
        column.addWidget(self._reason)
        self._reason.hide()

    def display(self, step: Step) -> int:
        """Show this step's connections; returns how many there are."""
        if step.id != self._step:
            self._tell("")
        self._step = step.id
        held: list[Link] = self.context.document.referring(step.id, "link")
        gone = set(self._rows) - {link.id for link in held}
        for id_ in gone:
            row = self._rows.pop(id_)
            if discard([row]):
                self.choosers["out"].setFocus()
        for link in self._in_order(held):
            side, other = ("out", link.target) if link.source == step.id else ("in", link.source)
            if link.id not in self._rows:
                self._rows[link.id] = LinkRow(self.context, link, other)
                self._columns[side].addWidget(self._rows[link.id])
            title = self.context.document.steps[other].title or self.context.say("Without a title")
            self._rows[link.id].display(link, title)
        return len(held)

    def flush(self) -> None:
        for row in self._rows.values():
            row.flush()

    def _in_order(self, held: list[Link]) -> list[Link]:
        steps = self.context.document.steps
        other = {link.id: steps[link.target if link.source == self._step else link.source] for link in held}
        return sorted(held, key=lambda link: (other[link.id].column, other[link.id].track, link.id))

    def _offers(self, side: str) -> list[tuple[str, object]]:
        """The other steps of the journey in reading order, those that are connected already left out."""
        document = self.context.document
        here = document.steps.get(self._step)
        if here is None:
            return []
        held: list[Link] = document.referring(self._step, "link")
        known = {link.target if side == "out" else link.source for link in held} | {here.id}
        order = {phase.id: (index, phase.name) for index, phase in enumerate(phases_in_order(document))}
        others: list[Step] = [s for s in document.referring(here.journey, "step") if s.id not in known]
        others.sort(key=lambda s: (s.journey != here.journey, order[s.phase][0], s.column, s.track))
        untitled = self.context.say("Without a title")
        return [(f"{s.title or untitled} ({order[s.phase][1]})", s.id) for s in others if s.journey == here.journey]

    def _connect(self, side: str, chosen: object) -> None:
        other = str(chosen)
        source, target = (self._step, other) if side == "out" else (other, self._step)
        chooser = self.choosers[side]
        self._tell(attempt(self.context, lambda: links.connect(self.context.document, source, target)))
        chooser.setFocus()

    def _tell(self, why: str) -> None:
        put(self._reason, why)
        self._reason.setVisible(bool(why))
