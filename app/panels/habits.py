"""The channels a persona uses, the most used first: to add, to put in order, to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.focus import discard
from app.panels.chooser import Chooser
from app.panels.labels import ICONS
from app.panels.mark_icon import mark_icon
from app.panels.references import remove_button
from app.plain import PlainLabel
from journeys.edits import channels, entities
from journeys.layout import marks

if TYPE_CHECKING:
    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import Channel, Persona

MARK_PX = 18


class HabitsEditor(QWidget):
    """The channel habits of one persona; each change is one edit. A channel the study lacks is made on the way."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._persona = ""
        self._shown: tuple[object, ...] | None = None
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        say = context.say
        self.chooser = Chooser(say("Add a channel"), say("Add a channel…"), self._offers)
        self.chooser.picked.connect(self._add)
        self._column.addWidget(self.chooser)

    def display(self, persona: Persona) -> None:
        """Show this persona's channels; rows are made anew only when they differ."""
        self._persona = persona.id
        held = self.context.document.channels
        shown = (persona.id, *(held[id_] for id_ in persona.channels))
        if shown == self._shown:
            return
        self._shown = shown
        focused: QWidget | None = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None else ""
        inside = discard(self._rows)
        self._rows = [self._row(place, held[id_]) for place, id_ in enumerate(persona.channels)]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        if inside:
            self._refocus(name)

    def _refocus(self, name: str) -> None:
        """On the button that was pressed, which went along with its channel; else where one adds."""
        buttons = [b for row in self._rows for b in row.findChildren(QToolButton)]
        same = next((button for button in buttons if button.accessibleName() == name and button.isEnabled()), None)
        (same or self.chooser).setFocus()

    def _row(self, place: int, channel: Channel) -> QWidget:
        say, made = self.context.say, QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(PlainLabel(f"{place + 1}.", name="muted"))
        mark = PlainLabel("")
        picture = mark_icon(marks.channel(channel.icon), "text", self.context.inks, MARK_PX)
        mark.setPixmap(picture.pixmap(QSize(MARK_PX, MARK_PX), self.devicePixelRatioF()))
        row.addWidget(mark)
        row.addWidget(PlainLabel(channel.name, wrap=True), 1)
        last = len(self.context.document.personas[self._persona].channels) - 1
        up = remove_button(self.context, say("{name}: used more", name=channel.name), "up")
        up.setEnabled(place > 0)
        up.clicked.connect(lambda: self._move(channel.id, -1))
        down = remove_button(self.context, say("{name}: used less", name=channel.name), "unfolded")
        down.setEnabled(place < last)
        down.clicked.connect(lambda: self._move(channel.id, 1))
        remove = remove_button(self.context, say("Remove {title}", title=channel.name))
        remove.clicked.connect(lambda: self._remove(channel.id))
        for button in (up, down, remove):
            row.addWidget(button)
        return made

    def _held(self) -> tuple[str, ...]:
        return self.context.document.personas[self._persona].channels

    def _offers(self) -> list[tuple[str, object]]:
        """The study's channels, then those that most studies know and this one lacks."""
        if self._persona not in self.context.document.personas:
            return []
        listed = channels.in_order(self.context.document)
        known = {marks.channel(channel.icon).removeprefix("channel.") for channel in listed}
        mine: list[tuple[str, object]] = [(one.name, one.id) for one in listed if one.id not in self._held()]
        usual = [code for code in ICONS if code not in {*known, "other"}]
        return [*mine, *((self.context.say(ICONS[code]), ("new", code)) for code in usual)]

    def _add(self, chosen: object) -> None:
        document = self.context.document

        def verb() -> Edit:
            if isinstance(chosen, tuple):
                made = channels.add(document, self.context.say(ICONS[chosen[1]]), chosen[1])
                return made.then(self._changed((*self._held(), made.subjects[0])))
            return self._changed((*self._held(), str(chosen)))

        if self.context.do(verb):
            self.chooser.setFocus()

    def _move(self, channel: str, places: int) -> None:
        listed = list(self._held())
        at = listed.index(channel)
        listed.insert(max(0, at + places), listed.pop(at))
        self.context.do(lambda: self._changed(tuple(listed)))

    def _remove(self, channel: str) -> None:
        rest = tuple(id_ for id_ in self._held() if id_ != channel)
        self.context.do(lambda: self._changed(rest))

    def _changed(self, wanted: tuple[str, ...]) -> Edit:
        return entities.change(self.context.document, "persona", self._persona, channels=wanted)
