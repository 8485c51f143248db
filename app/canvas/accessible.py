"""The map for screen readers: a list with the phases as groups and the steps as items, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from app.canvas import names, scale
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from app.canvas.view import MapView
    from journeys.model.entities import Step

_maps: Final[WeakKeyDictionary[MapView, MapList]] = WeakKeyDictionary()
"""An interface handed to Qt must not be collected by Python, so each map's are kept here."""
_installed: Final[list[bool]] = []


def install() -> None:
    """Let Qt ask for our interfaces; once per process."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_make)


def _make(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    from app.canvas.view import MapView

    if not isinstance(thing, MapView):
        return None
    if thing not in _maps:
        made = _maps[thing] = MapList(thing)
        parts = made.parts
        thing.destroyed.connect(lambda: _drop_all(parts))
    return _maps[thing]


class MapList(QAccessibleWidget):
    """The map itself: its children are the phases that hold steps."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self.view = view
        self.parts: dict[str, Part] = {}
        self._groups: list[tuple[str, list[Step]]] | None = None

    def groups(self) -> list[tuple[str, list[Step]]]:
        """Phases in order with their steps in reading order; worked out again after every edit."""
        if self._groups is None:
            document = self.view.document
            by_phase: dict[str, list[Step]] = {phase.id: [] for phase in phases_in_order(document)}
            for step in names.reading_order(document, self.view.journey):
                by_phase[step.phase].append(step)
            shown = self.view.journey in document.journeys
            self._groups = list(by_phase.items()) if shown else []
        return self._groups

    def renew(self) -> None:
        """The map has changed: forget what is gone, before Qt asks for it."""
        self._groups = None
        alive = {id_ for phase, steps in self.groups() for id_ in (phase, *(step.id for step in steps))}
        for id_ in [id_ for id_ in self.parts if id_ not in alive]:
            drop(self.parts.pop(id_))

    def part(self, id_: str) -> Part:
        """One interface per phase and step, kept as long as it is on the map."""
        if id_ not in self.parts:
            self.parts[id_] = Part(self, id_)
        return self.parts[id_]

    def childCount(self) -> int:
        return len(self.groups())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        found = self.groups()
        return self.part(found[index][0]) if 0 <= index < len(found) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        ids = [phase for phase, _ in self.groups()]
        return ids.index(child.id) if isinstance(child, Part) and child.id in ids else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        cursor = self.view.picked.cursor
        known = cursor is not None and cursor.id in {step.id for _, steps in self.groups() for step in steps}
        return self.part(cursor.id) if known and cursor is not None else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        place = self.view.viewport().mapFromGlobal(QRect(x, y, 1, 1).topLeft())
        target = self.view.target_at(self.view.mapToScene(place))
        on_map = {id_ for phase, steps in self.groups() for id_ in (phase, *(step.id for step in steps))}
        return self.part(target.id) if target is not None and target.id in on_map else None


class Part(QAccessibleInterface):
    """A phase (a group) or a step (an item)."""

    def __init__(self, owner: MapList, id_: str) -> None:
        super().__init__()
        self.owner = owner
        self.id = id_

    def _steps(self) -> list[Step]:
        return next((steps for phase, steps in self.owner.groups() if phase == self.id), [])

    def _is_step(self) -> bool:
        return self.id in self.owner.view.document.steps

    def isValid(self) -> bool:
        document = self.owner.view.document
        return self.id in document.steps or self.id in document.phases

    def object(self) -> QObject | None:  # type: ignore[override]  # it stands for no QObject
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # none before the window is shown
        return self.owner.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        if not self._is_step():
            return self.owner
        phase = self.owner.view.document.steps[self.id].phase
        return self.owner.part(phase)

    def childCount(self) -> int:
        return len(self._steps())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        steps = self._steps()
        return self.owner.part(steps[index].id) if 0 <= index < len(steps) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        ids = [step.id for step in self._steps()]
        return ids.index(child.id) if isinstance(child, Part) and child.id in ids else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        return None

    def text(self, kind: QAccessible.Text) -> str:
        view = self.owner.view
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        if self._is_step():
            ordered = [step for _, steps in self.owner.groups() for step in steps]
            return names.step_name(
                view.document, view.document.steps[self.id], ordered, view.say, view.marked(self.id)
            )  # fmt: skip
        return names.phase_name(view.document, view.document.phases[self.id], view.say)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names are changed by editing."""

    def rect(self) -> QRect:
        view = self.owner.view
        target = view.hits.main(self.id)
        if target is None:
            return QRect()
        area = view.mapFromScene(scale.rect(target.rect)).boundingRect()
        return QRect(view.viewport().mapToGlobal(area.topLeft()), area.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem if self._is_step() else QAccessible.Role.Grouping

    def state(self) -> QAccessible.State:
        view, found = self.owner.view, QAccessible.State()
        if self._is_step():
            found.focusable = found.selectable = True
            found.selected = self.id in view.selected()
            found.focused = view.hasFocus() and view.picked.step() == self.id
        return found

    def foregroundColor(self) -> QColor:
        return self.owner.view.inks.colour("text")

    def backgroundColor(self) -> QColor:
        return self.owner.view.inks.colour("paper")


def drop(part: Part) -> None:
    """Take an interface back from Qt before Python lets go of it, or the process ends in a crash."""
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))


def renewed(view: MapView) -> None:
    """The map was laid out anew."""
    found = _maps.get(view)
    if found is not None:
        found.renew()


def focused(view: MapView, id_: str) -> None:
    """The keyboard's cursor stands on a step: tell whoever listens."""
    found: Any = _maps.get(view)
    if found is None or not QAccessible.isActive() or id_ not in view.document.steps:
        return
    phase, step = view.document.steps[id_].phase, id_
    index = next((number for number, (each, _) in enumerate(found.groups()) if each == phase), -1)
    if index >= 0:
        found.part(step)
        QAccessible.updateAccessibility(QAccessibleEvent(found.part(step), QAccessible.Event.Focus))


def _drop_all(parts: dict[str, Part]) -> None:
    """The map is gone: so are its parts."""
    for part in parts.values():
        drop(part)
    parts.clear()
