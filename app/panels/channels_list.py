"""The channels of a study: their names, symbols and order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton

from app.attempts import attempt
from app.panels.labels import ICONS
from app.panels.mark_icon import mark_icon
from app.panels.named_rows import NamedRow, NamedRows
from app.panels.references import opens_menu, remove_button
from app.panels.text_fields import TitleField
from app.plain import named, tip
from journeys.edits import channels, entities

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import Channel


class ChannelRow(NamedRow):
    """One channel."""

    def __init__(self, owner: Channels, channel: Channel) -> None:
        super().__init__()
        self.id = channel.id
        self._owner = owner
        say, document = owner.context.say, owner.context.document
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.icon = named(QToolButton(), "small")
        opens_menu(self.icon, self._fill)
        self.name = TitleField(say("Name of the channel"), required=True)
        self.name.committed.connect(
            lambda text, burst: owner.do(
                lambda: entities.change(document, "channel", self.id, name=text), f"{burst} {self.id}"
            )
        )
        self._up = remove_button(owner.context, say("Move up"), "up")
        self._up.clicked.connect(lambda: owner.do(lambda: channels.shift(document, self.id, -1)))
        self._down = remove_button(owner.context, say("Move down"), "unfolded")
        self._down.clicked.connect(lambda: owner.do(lambda: channels.shift(document, self.id, 1)))
        remove = remove_button(owner.context, say("Delete channel"), "bin")
        remove.clicked.connect(lambda: owner.do(lambda: channels.delete(document, self.id)))
        row.addWidget(self.icon)
        row.addWidget(self.name, 1)
        for button in (self._up, self._down, remove):
            row.addWidget(button)

    def display(self, entity: Any, place: int, total: int) -> None:
        from journeys.layout import marks

        say = self._owner.context.say
        self.name.display(entity.name)
        mark = marks.channel(entity.icon)
        self.icon.setIcon(mark_icon(mark, "text", self._owner.context.inks))
        name = say("Symbol: {name}", name=say(ICONS.get(mark.removeprefix("channel."), ICONS["other"])))
        self.icon.setAccessibleName(name)
        tip(self.icon, name)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place + 1 < total)

    def _fill(self, menu: QMenu) -> None:
        context = self._owner.context
        for code, name in ICONS.items():
            action = QAction(mark_icon(f"channel.{code}", "text", context.inks), context.say(name), menu)
            action.triggered.connect(lambda _=False, code=code: self._choose(code))
            menu.addAction(action)

    def _choose(self, code: str) -> None:
        document = self._owner.context.document
        self._owner.do(lambda: entities.change(document, "channel", self.id, icon=code))


class Channels(NamedRows[ChannelRow]):
    """All channels, in their own order."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.say("New channel, then Enter"))

    def show_all(self) -> int:
        """Show the channels of the study; returns how many there are."""
        found = channels.in_order(self.context.document)
        self.display(found)
        return len(found)

    def make(self, entity: Any) -> ChannelRow:
        return ChannelRow(self, entity)

    def add(self, name: str) -> str:
        return attempt(self.context, lambda: channels.add(self.context.document, name))

    def do(self, verb: Callable[[], Edit], burst: str | None = None) -> None:
        """Perform an edit; why it was refused is told under the list."""
        self.tell(attempt(self.context, verb, burst))
