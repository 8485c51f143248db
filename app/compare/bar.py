"""What is compared: personas or current and desired, which of them, and the verbs of the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.actions import empty
from app.icons import icon
from app.panels.fields import ChoiceField
from app.panels.labels import VARIANTS, options
from app.plain import PlainLabel, literal, named, put, tip
from journeys.analysis.spots import counted_journeys
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.compare.choice import Choice
    from app.context import Context
    from journeys.model.entities import Journey, Persona

MODES = ("personas", "variants")
AROUND = 96
"""Pixels beside the words of the bar: its edges, an icon, the gaps."""
WIDEST = 300
"""Pixels of a journey's name."""


class CompareBar(QWidget):
    """Keeps nothing: shows what it is told and tells what is asked for."""

    chosen_anew = Signal(dict)  #: what to compare from now on: fields of Choice, or "desired"
    open_wanted = Signal()  #: show the current field on the map

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("side")
        say = context.say
        self.modes = QButtonGroup(self)
        modes = [
            self._mode(code, label)
            for code, label in zip(MODES, (say("Personas"), say("Current and desired")), strict=True)
        ]
        self.variant = ChoiceField(say("Which journeys"), options(VARIANTS, say))
        self.variant.committed.connect(lambda value, _: self.chosen_anew.emit({"variant": value}))
        self.chosen = self._chooser()
        self.current = ChoiceField(say("Journey now"))
        self.desired = ChoiceField(say("Desired journey"))
        self.current.committed.connect(self._take_current)
        self.desired.committed.connect(lambda value, _: self.chosen_anew.emit({"desired": value}))
        self._between = PlainLabel(say("compared with"), name="muted")
        self.open = self._opener()
        self._choices = QWidget()
        self._lay_out(modes)

    def _lay_out(self, modes: Sequence[QToolButton]) -> None:
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(6)
        for part in (self.variant, self.chosen, self.current, self._between, self.desired):
            choices.addWidget(part, 10 if part in (self.current, self.desired) else 0)
            part.hide()
        for field in (self.current, self.desired):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setMaximumWidth(WIDEST)
            field.elide = Qt.TextElideMode.ElideMiddle  # what tells two journeys of a persona apart is at the end
        choices.addStretch(1)
        self._top, self._below = QHBoxLayout(), QHBoxLayout()
        for part in (*modes, self.open):
            self._top.addWidget(part)
        self._top.insertStretch(len(modes), 1)
        self._below.addWidget(self._choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.addLayout(self._top)
        column.addLayout(self._below)

    def _opener(self) -> QToolButton:
        say, colours = self.context.say, self.context.colours
        button = QToolButton()
        put(button, say("Open on the map"))
        button.setIcon(icon("map", colours.text, colours.idle))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tip(button, say("Open this phase on the map (Enter)"))
        button.clicked.connect(self.open_wanted)
        return button

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of its two rows."""
        wide = max(self._top.minimumSize().width(), self._choices.minimumSizeHint().width())
        if self._top.indexOf(self._choices) >= 0:
            wide = max(self._top.minimumSize().width() - self._choices.minimumSizeHint().width(), 240)
        return QSize(wide + 20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The choices beside the modes where there is room, else below them."""
        beside = self._top.indexOf(self._choices) >= 0
        told = sum(button.sizeHint().width() + 6 for button in self.modes.buttons())
        words = told + self.fontMetrics().horizontalAdvance(self.open.text()) + AROUND <= self.width()
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.open.setToolButtonStyle(style)
        modes = sum(button.sizeHint().width() + 6 for button in (*self.modes.buttons(), self.open))
        fits = modes + self._choices.sizeHint().width() + 40 <= self.width()
        if fits and not beside:
            self._below.removeWidget(self._choices)
            self._top.insertWidget(len(self.modes.buttons()), self._choices, 10)
        elif beside and not fits:
            self._top.removeWidget(self._choices)
            self._below.addWidget(self._choices)

    def _mode(self, code: str, label: str) -> QToolButton:
        button = QToolButton()
        put(button, literal(label))
        button.setCheckable(True)
        button.setMinimumSize(QSize(24, 28))
        button.setProperty("mode", code)
        button.clicked.connect(lambda: self.chosen_anew.emit({"mode": code}))
        self.modes.addButton(button)
        return button

    def _chooser(self) -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        self._held: frozenset[str] | None = None
        return named(button, "chooser")

    def display(self, choice: Choice, *, able: bool) -> None:
        """Show what is compared; `able`: a field that can be opened is current."""
        for button in self.modes.buttons():
            button.setChecked(button.property("mode") == choice.mode)
        people = choice.mode == "personas"
        self.variant.setVisible(people)
        self.chosen.setVisible(people and len(self.context.document.personas) > 1)
        for part in (self.current, self._between, self.desired):
            part.setVisible(not people and choice.pair is not None)
        self.open.setVisible(people or choice.pair is not None)
        self.open.setEnabled(able)
        self.variant.display(choice.variant)
        self._show_chosen(choice.personas)
        self._show_pair(choice.pair)
        self._arrange()

    def _take_current(self, journey: object, _: str) -> None:
        self.chosen_anew.emit({"pair": (journey, self.desired.currentData())})

    def _show_chosen(self, chosen: Collection[str] | None) -> None:
        self._held = None if chosen is None else frozenset(chosen)
        say, every = self.context.say, len(self.context.document.personas)
        words = say("All personas") if chosen is None else say("{n} of {total} personas", n=len(chosen), total=every)
        put(self.chosen, words)
        self.chosen.setAccessibleName(say("Which personas: {which}", which=words))

    def _show_pair(self, pair: tuple[str, str] | None) -> None:
        if pair is None:
            return
        journeys = counted_journeys(self.context.document)
        desired = [journey for journey in journeys if journey.variant == "desired"]
        below = next((journey for journey in desired if journey.id == pair[1]), None)
        self.desired.offer(self._named(desired))
        self.current.offer(self._named([journey for journey in journeys if journey is not below]))
        self.current.display(pair[0])
        self.desired.display(pair[1])

    def _named(self, journeys: Sequence[Journey]) -> list[tuple[str, object]]:
        """The persona, then the title, then the variant: that alone often tells the two apart."""
        say, personas = self.context.say, self.context.document.personas
        found: list[tuple[str, object]] = []
        for journey in journeys:
            name = say("{persona}: {title}", persona=personas[journey.persona].name, title=journey.title)
            found.append((f"{name} ({say(VARIANTS[journey.variant])})", journey.id))
        return found

    def _fill(self, menu: QMenu) -> None:
        empty(menu)
        people = sorted(self.context.document.personas.values(), key=by_order)
        everybody = QAction(self.context.say("All personas"), menu)
        everybody.setCheckable(True)
        everybody.setChecked(self._held is None)
        everybody.triggered.connect(lambda: self.chosen_anew.emit({"personas": None}))
        menu.addAction(everybody)
        menu.addSeparator()
        for persona in people:
            action = QAction(literal(persona.name), menu)
            action.setCheckable(True)
            action.setChecked(self._held is None or persona.id in self._held)
            action.triggered.connect(self._toggle(persona, people))
            menu.addAction(action)

    def _toggle(self, persona: Persona, people: Sequence[Persona]) -> Callable[[bool], None]:
        def toggle(on: bool) -> None:
            held = {each.id for each in people} if self._held is None else set(self._held)
            wanted = held | {persona.id} if on else held - {persona.id}
            self.chosen_anew.emit({"personas": None if len(wanted) == len(people) else frozenset(wanted)})

        return toggle
