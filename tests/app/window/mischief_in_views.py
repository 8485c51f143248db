"""What a gremlin does in a view, a strip or a list as a user would: whole gestures, and switching in between."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView, QToolButton, QWidget
from shiboken6 import isValid

from app import going
from app.actions import LENSES
from app.canvas import scale
from app.canvas.minimap import Minimap
from tests.app.window.mischief import HELD, SHORT, TEXTS, keys_in

if TYPE_CHECKING:
    from app.canvas.view import MapView
    from tests.app.window.gremlins import Gremlin

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


@cache
def _screen() -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def _map(gremlin: Gremlin, top: QWidget) -> MapView | None:
    """The map, where a user could reach it."""
    view = gremlin.window.view
    return view.map if top is gremlin.window and view.map.isVisible() else None


def _spot(gremlin: Gremlin, map_: MapView) -> QPoint:
    """A point of the viewport, mostly on something."""
    targets = map_.hits.touching(map_.visible_area())
    if not targets or gremlin.chance.random() < 0.25:
        return gremlin.within(map_.viewport())
    target = gremlin.chance.choice(targets)
    gremlin.tell(f"{target.part} {target.kind}")
    area = map_.mapFromScene(scale.rect(target.rect)).boundingRect()
    across, down = gremlin.chance.choice((0.05, 0.5, 0.95)), gremlin.chance.choice((0.1, 0.5, 0.95))
    return QPoint(area.left() + round(area.width() * across), area.top() + round(area.height() * down))


def _map_click(gremlin: Gremlin, top: QWidget) -> None:
    map_ = _map(gremlin, top)
    if map_ is not None:
        QTest.mouseClick(map_.viewport(), B.LeftButton, gremlin.chance.choice(HELD), _spot(gremlin, map_))


def _map_write(gremlin: Gremlin, top: QWidget) -> None:
    """A double click, words, and often a key that ends them."""
    map_ = _map(gremlin, top)
    if map_ is None:
        return
    QTest.mouseDClick(map_.viewport(), B.LeftButton, M.NoModifier, _spot(gremlin, map_))
    keys_in(gremlin, gremlin.chance.choice(TEXTS)[:9])
    if gremlin.chance.random() < 0.7:
        key = gremlin.chance.choice((K.Key_Return, K.Key_Tab, K.Key_Escape, K.Key_Backtab))
        QTest.keyClick(gremlin.receiver(gremlin.top()), key)


def _map_drag(gremlin: Gremlin, top: QWidget) -> None:
    """Press, move in a few parts, and mostly release; sometimes something else happens first."""
    map_ = _map(gremlin, top)
    if map_ is None:
        return
    viewport, chance = map_.viewport(), gremlin.chance
    start, end, held = _spot(gremlin, map_), _spot(gremlin, map_), chance.choice(HELD)
    QTest.mousePress(viewport, B.LeftButton, held, start)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(viewport, start + (end - start) * part)
        if chance.random() < 0.3:
            QApplication.processEvents()
    upset = chance.random()
    if upset < 0.06:
        QTest.keyClick(map_, K.Key_Escape)
    elif upset < 0.12:
        gremlin.command(chance.choice(("undo", "table", "compare", "delete_journey", "delete", "palette", "phase")))
    if chance.random() < 0.85:
        QTest.mouseRelease(viewport, B.LeftButton, held, end)


def _touch(gremlin: Gremlin, top: QWidget) -> None:
    """One or two fingers put down, moved and lifted; some stay for the next event."""
    map_ = _map(gremlin, top)
    if map_ is None:
        return
    for _ in range(gremlin.chance.choice((1, 2, 3))):
        if not gremlin.fingers:
            count = gremlin.chance.choice((1, 1, 2))
            gremlin.fingers = {finger: _spot(gremlin, map_) for finger in range(count)}
            _send(gremlin, map_, "press")
        else:
            gremlin.fingers = {finger: _spot(gremlin, map_) for finger in gremlin.fingers}
            _send(gremlin, map_, "move")
    if gremlin.chance.random() < 0.8:
        lift_fingers(gremlin)


def lift_fingers(gremlin: Gremlin) -> None:
    if gremlin.fingers:
        _send(gremlin, gremlin.window.view.map, "release")
        gremlin.fingers = {}


def _send(gremlin: Gremlin, map_: MapView, act: str) -> None:
    sequence = QTest.touchEvent(map_.viewport(), _screen(), False)
    for finger, place in gremlin.fingers.items():
        getattr(sequence, act)(finger, place, map_.viewport())
    sequence.commit()


def _select(gremlin: Gremlin, top: QWidget) -> None:
    """A few things on the map at once, whatever they are."""
    map_ = _map(gremlin, top)
    if map_ is not None:
        ids = [target.id for target in map_.hits.all() if target.id]
        chosen = gremlin.chance.sample(ids, min(len(ids), gremlin.chance.choice((1, 2, 3, 8))))
        map_.select(chosen)
        map_.selection_changed.emit()


def _view(gremlin: Gremlin, top: QWidget) -> None:
    if top is gremlin.window:
        gremlin.command(gremlin.chance.choice(("map", "map", "table", "compare")))


def _journey(gremlin: Gremlin, top: QWidget) -> None:
    """Another journey, by the lists at the left."""
    view, found = gremlin.window.view, list(gremlin.window.session.document.journeys)
    if top is gremlin.window and found:
        going.to_subject(view, "journey", gremlin.chance.choice(found))


def _subject(gremlin: Gremlin, top: QWidget) -> None:
    """The form of anything in the study, as a jump from somewhere else shows it."""
    document, chance = gremlin.window.session.document, gremlin.chance
    kinds = ("personas", "parties", "phases", "notes", "links", "steps", "journeys")
    kind = chance.choice([kind for kind in kinds if getattr(document, kind)] or ["phases"])
    singular = {"personas": "persona", "parties": "party", "journeys": "journey"}.get(kind, kind[:-1])
    if top is gremlin.window and getattr(document, kind):
        gremlin.tell(f"form of a {singular}")
        going.to_subject(gremlin.window.view, singular, chance.choice(list(getattr(document, kind))))


def _cell(gremlin: Gremlin, top: QWidget) -> None:
    """A cell of the table: gone to, written in, and mostly committed."""
    tables = [w for w in gremlin.window.findChildren(QTableView) if w.isVisible()]
    if top is not gremlin.window or not tables:
        return
    table, chance = gremlin.chance.choice(tables), gremlin.chance
    rows, columns = table.model().rowCount(), table.model().columnCount()
    if not rows or not columns:
        return
    index = table.model().index(chance.randrange(rows), chance.randrange(columns))
    table.setFocus()
    table.setCurrentIndex(index)
    if chance.random() < 0.5:
        QTest.keyClick(table, chance.choice((K.Key_F2, K.Key_Return, K.Key_Space, K.Key_Delete)))
    keys_in(gremlin, chance.choice(SHORT)[:9])
    if chance.random() < 0.75:
        ends = (K.Key_Return, K.Key_Tab, K.Key_Escape, K.Key_Backtab, K.Key_Down)
        QTest.keyClick(gremlin.receiver(gremlin.top()), chance.choice(ends))


def _header(gremlin: Gremlin, top: QWidget) -> None:
    """A click on a heading sorts; a drag moves or widens the column."""
    tables = [w for w in gremlin.window.findChildren(QTableView) if w.isVisible()]
    if top is not gremlin.window or not tables:
        return
    table = gremlin.chance.choice(tables)
    bar = gremlin.chance.choice((table.horizontalHeader(), table.verticalHeader())).viewport()
    start, end = gremlin.within(bar), gremlin.within(bar)
    QTest.mousePress(bar, B.LeftButton, M.NoModifier, start)
    if gremlin.chance.random() < 0.5:
        QTest.mouseMove(bar, (start + end) / 2)
        QTest.mouseMove(bar, end)
    else:
        end = start
    QTest.mouseRelease(bar, B.LeftButton, M.NoModifier, end)


def _field(gremlin: Gremlin, top: QWidget) -> None:
    """A field of a form, strip or dialog: gone to, words typed or pasted over what stands there."""
    found = (*top.findChildren(QLineEdit), *top.findChildren(QPlainTextEdit))
    able = [field for field in found if field.isVisible() and field.isEnabled()]
    if not able:
        return
    field = gremlin.chance.choice(able)
    gremlin.tell(f"field {field.accessibleName() or field.objectName()!r}")
    field.setFocus()
    QTest.keyClick(field, K.Key_A, M.ControlModifier)
    if gremlin.chance.random() < 0.2:
        QApplication.clipboard().setText(gremlin.chance.choice(TEXTS))
        QTest.keyClick(field, K.Key_V, M.ControlModifier)
    else:
        keys_in(gremlin, gremlin.chance.choice(TEXTS)[:10])
    if isValid(field) and gremlin.chance.random() < 0.5:
        QTest.keyClick(gremlin.receiver(gremlin.top()), gremlin.chance.choice((K.Key_Return, K.Key_Tab, K.Key_Escape)))


def _strip(gremlin: Gremlin, top: QWidget) -> None:
    """Quick entry, find, replace or the palette: opened, words typed, keys pressed."""
    if top is not gremlin.window:
        return
    gremlin.command(gremlin.chance.choice(("quick", "quick", "find", "replace", "palette", "lanes")))
    keys_in(gremlin, gremlin.chance.choice(TEXTS)[:10])
    for _ in range(gremlin.chance.choice((1, 2, 3))):
        keys = (K.Key_Return, K.Key_Return, K.Key_Down, K.Key_Up, K.Key_Tab, K.Key_Escape)
        QTest.keyClick(gremlin.receiver(gremlin.top()), gremlin.chance.choice(keys))


def _look(gremlin: Gremlin, top: QWidget) -> None:
    """Other words, colours or letters, in the middle of everything."""
    window = gremlin.window
    if top is window:
        match gremlin.chance.choice(("theme", "language", "size")):
            case "theme":
                window.theme_wanted.emit(gremlin.chance.choice(("light", "dark", "contrast", "system")))
            case "language":
                window.language_wanted.emit(gremlin.chance.choice(("nl", "en")))
            case _:
                window.text_size_wanted.emit(gremlin.chance.choice((90, 100, 150)))


def _minimap(gremlin: Gremlin, top: QWidget) -> None:
    """The small map dragged in, where there is one."""
    map_ = _map(gremlin, top)
    small = map_.findChild(Minimap) if map_ is not None else None
    if small is not None and small.isVisible():
        QTest.mousePress(small, B.LeftButton, M.NoModifier, gremlin.within(small))
        QTest.mouseMove(small, gremlin.within(small))
        QTest.mouseRelease(small, B.LeftButton, M.NoModifier, gremlin.within(small))


def _lens(gremlin: Gremlin, top: QWidget) -> None:
    """Another lens over the map, or none; and now and then something in its legend."""
    if top is not gremlin.window:
        return
    gremlin.command(gremlin.chance.choice(tuple(LENSES)))
    view = gremlin.window.view
    legend = view.strips.get("lens") if view is not None else None
    if legend is not None and legend.isVisible() and gremlin.chance.random() < 0.5:
        QTest.mouseClick(gremlin.chance.choice(legend.findChildren(QToolButton)), B.LeftButton)


ACTS = {
    "map click": (_map_click, 6), "map write": (_map_write, 4), "map drag": (_map_drag, 8), "touch": (_touch, 3),
    "select": (_select, 3), "view": (_view, 3), "journey": (_journey, 1), "subject": (_subject, 3),
    "cell": (_cell, 6), "header": (_header, 2), "field": (_field, 6), "strip": (_strip, 3), "look": (_look, 0.4),
    "minimap": (_minimap, 1), "lens": (_lens, 1.5),
}  # fmt: skip
"""Name of an event → what it does, and how often it comes."""
