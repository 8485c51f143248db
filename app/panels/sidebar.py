"""The left pane: three lists under headings, each with its own verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.panels.lists.journeys import JourneyTree
from app.panels.lists.parties import PartyTree
from app.panels.lists.personas import PersonaList
from app.panels.lists.rows import ID
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, literal, named
from journeys.edits import journeys, parties, personas, processes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import Journey


class Sidebar(QScrollArea):
    """Personas, journeys and parties; every change goes over the one road."""

    journey_wanted = Signal(str)  #: show this journey
    inspect_wanted = Signal(str, str, str)  #: kind and id to inspect, and the field to put the cursor in

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        say = context.say
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = named(QWidget(), "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(10, 12, 10, 12)
        self._column.setSpacing(2)
        self.begins: list[tuple[QAbstractItemView, QPushButton]] = []
        """Under each list what begins it, while it is empty."""
        self.personas, self.journeys, self.parties = (
            PersonaList(context), JourneyTree(context), PartyTree(context),
        )  # fmt: skip
        self._part(say("Personas"), say("Add a persona"), self.add_persona, self.personas)
        self._part(say("Journeys"), say("Add a journey"), self.add_journey, self.journeys)
        self._part(say("Parties involved"), say("Add a party"), self.add_party, self.parties)
        self._column.addStretch(1)
        self.setWidget(page)
        self._connect()

    def _part(self, title: str, add: str, act: Callable[[], object], view: QAbstractItemView) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(6, 8, 0, 2)
        heading = PlainLabel(title.upper(), wrap=True, name="heading")
        heading.setAccessibleName(title)
        heading.setBuddy(view)
        row.addWidget(heading, 1)
        button = sign_button("plus", add, self.context.colours.muted)
        button.clicked.connect(act)
        row.addWidget(button)
        self._column.addLayout(row)
        self._column.addWidget(view)
        begin = named(QPushButton(add), "link")
        begin.clicked.connect(act)
        begin.hide()
        self.begins.append((view, begin))
        line = QHBoxLayout()
        line.setContentsMargins(6, 0, 0, 0)
        line.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(line)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.personas.chosen.connect(self.choose_persona)
        self.journeys.chosen.connect(self.journey_wanted)
        self.parties.chosen.connect(lambda party: self.inspect_wanted.emit("party", party, ""))
        self.personas.named.connect(lambda persona: self.inspect_wanted.emit("persona", persona, "name"))
        self.journeys.named.connect(lambda journey: self.inspect_wanted.emit("journey", journey, "title"))
        self.parties.named.connect(lambda party: self.inspect_wanted.emit("party", party, "name"))
        self.personas.customContextMenuRequested.connect(self._persona_menu)
        self.journeys.customContextMenuRequested.connect(self._journey_menu)
        self.parties.customContextMenuRequested.connect(self._party_menu)

    def display(self) -> None:
        """Show the lists as they are now."""
        journey = self.context.document.journeys.get(self.context.journey or "")
        self.personas.display(journey.persona if journey else None)
        self.journeys.display(journey.id if journey else None)
        self.parties.display()
        for view, begin in self.begins:
            begin.setVisible(view.model().rowCount() == 0)
            view.setVisible(view.model().rowCount() > 0)

    # Verbs

    def add_persona(self) -> None:
        """A new persona with an empty journey, its name ready to be typed."""
        from app.panels import sidebar_verbs

        say, document = self.context.say, self.context.document
        made: list[str] = []

        def verb() -> Edit:
            edit, persona, journey = sidebar_verbs.persona_with_journey(
                document, say("New persona"), _usual_title(self.context)
            )
            made.extend((persona, journey))
            return edit

        if self.context.do(verb):
            self.journey_wanted.emit(made[1])
            self.inspect_wanted.emit("persona", made[0], "name")

    def add_journey(self) -> None:
        """A new empty journey of the shown persona."""
        persona = self._persona()
        if persona is None:
            self.add_persona()
            return
        made: list[str] = []

        def verb() -> Edit:
            edit = journeys.add(self.context.document, persona, _usual_title(self.context))
            made.extend(edit.subjects)
            return edit

        if self.context.do(verb):
            self.journey_wanted.emit(made[0])
            self.inspect_wanted.emit("journey", made[0], "title")

    def add_party(self) -> None:
        """A new party, its name ready to be typed."""
        made: list[str] = []

        def verb() -> Edit:
            edit = parties.add(self.context.document, self.context.say("New party"))
            made.extend(edit.subjects)
            return edit

        if self.context.do(verb):
            self.inspect_wanted.emit("party", made[0], "name")

    def duplicate(self, journey: str, persona: str | None) -> None:
        """Copy a journey to a persona, or as the desired one of the same persona."""
        made: list[str] = []

        def verb() -> Edit:
            document = self.context.document
            edit = (
                journeys.duplicate(document, journey, persona=persona)
                if persona
                else journeys.duplicate(document, journey, variant="desired")
            )
            made.extend(edit.subjects)
            return edit

        if self.context.do(verb):
            self.journey_wanted.emit(made[0])

    # Choosing

    def _persona(self) -> str | None:
        journey = self.context.document.journeys.get(self.context.journey or "")
        if journey is not None:
            return journey.persona
        chosen = self.personas.selectedItems()
        return str(chosen[0].data(ID)) if chosen else next(iter(self.context.document.personas), None)

    def choose_persona(self, persona: str) -> None:
        """The persona's journey of the variant that is shown now, else its first one."""
        document = self.context.document
        shown = document.journeys.get(self.context.journey or "")
        variant = shown.variant if shown else "current"
        found = [j for j in document.journeys.values() if j.persona == persona and j.parent_step is None]
        found.sort(key=lambda journey: (journey.variant != variant, journey.order, journey.id))
        if found:
            self.journey_wanted.emit(found[0].id)
        self.inspect_wanted.emit("persona", persona, "")

    # Menus

    def _persona_menu(self, point: QPoint) -> None:
        persona = self.personas.id_at(point)
        if persona is None:
            return
        say = self.context.say
        document = self.context.document
        self._popup(self.personas, point, [
            (say("Show and rename"), lambda: self.inspect_wanted.emit("persona", persona, "name")),
            (say("Add a journey"), self.add_journey),
            (say("Delete {title}", title=literal(document.personas[persona].name)),
             lambda: self.context.do(lambda: personas.delete(document, persona))),
        ])  # fmt: skip

    def _journey_menu(self, point: QPoint) -> None:
        journey = self.journeys.id_at(point)
        if journey in self.context.document.journeys:
            self.journey_menu(str(journey)).popup(self.journeys.viewport().mapToGlobal(point))

    def journey_menu(self, journey: str) -> QMenu:
        """What can be done with a journey."""
        say, document = self.context.say, self.context.document
        held = document.journeys[journey]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _add(menu, say("Show and rename"), lambda: self.inspect_wanted.emit("journey", journey, "title"))
        if held.parent_step is None:
            self._copies(menu, held)
        else:
            _add(
                menu, say("Make it a journey of its own"),
                lambda: self.context.do(lambda: processes.put_behind(document, journey, None)),
            )  # fmt: skip
        menu.addSeparator()
        _add(
            menu,
            say("Delete {title}", title=literal(held.title)),
            lambda: self.context.do(lambda: journeys.delete(document, journey)),
        )
        return menu

    def _copies(self, menu: QMenu, journey: Journey) -> None:
        """What can be copied of a journey; a process goes along with the journey it belongs to."""
        say, document = self.context.say, self.context.document
        if journey.variant == "current":
            _add(menu, say("Copy as desired journey"), lambda: self.duplicate(journey.id, None))
        to = menu.addMenu(say("Copy to persona"))
        for persona in sorted(document.personas.values(), key=lambda persona: persona.order):
            _add(to, literal(persona.name), lambda id_=persona.id: self.duplicate(journey.id, id_))

    def _party_menu(self, point: QPoint) -> None:
        party = self.parties.id_at(point)
        if party is None:
            return
        say = self.context.say
        document = self.context.document
        self._popup(self.parties, point, [
            (say("Show and rename"), lambda: self.inspect_wanted.emit("party", party, "name")),
            (say("Add a part"), lambda: self.context.do(lambda: parties.add(
                document, say("New department"), "department", parent=party))),
            (say("Delete {title}", title=literal(document.parties[party].name)),
             lambda: self.context.do(lambda: parties.delete(document, party))),
        ])  # fmt: skip

    def _popup(
        self, view: PersonaList | PartyTree, point: QPoint, verbs: list[tuple[str, Callable[[], object]]]
    ) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, act in verbs:
            _add(menu, label, act)
        menu.popup(view.viewport().mapToGlobal(point))


def _usual_title(context: Context) -> str:
    """What journeys of this study are called: as the one that is shown, else as the study."""
    shown = context.document.journeys.get(context.journey or "")
    return shown.title if shown is not None else context.document.study.title


def _add(menu: QMenu, label: str, act: Callable[..., object]) -> None:
    action = QAction(label, menu)
    action.triggered.connect(lambda _=False: act())
    menu.addAction(action)
