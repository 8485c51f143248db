"""The lists on the left: personas, journeys and parties, each as tall as what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)  # fmt: skip

from app.icons import dot, icon
from app.panels.labels import VARIANTS
from app.plain import item_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from app.context import Context
    from journeys.model.entities import Journey, Party, Persona

ID: Final = Qt.ItemDataRole.UserRole
TAGLINE: Final = Qt.ItemDataRole.UserRole + 1
DISC: Final = 34


class PersonaList(QListWidget):
    """Personas with their disc; Enter and click show the persona's journey."""

    chosen = Signal(str)  #: the persona whose journey is wanted
    named = Signal(str)  #: the persona to rename

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(context.say("Personas"))
        self.setItemDelegate(_PersonaDelegate(context, self))
        _flatten(self)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(ID)))
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(ID)))

    def display(self, current: str | None) -> None:
        """Show all personas, with the current one marked."""
        shown = sorted(self.context.document.personas.values(), key=lambda persona: (persona.order, persona.id))
        self.clear()
        for persona in shown:
            self.addItem(self._item(persona))
        for row, persona in enumerate(shown):
            if persona.id == current:
                self.setCurrentRow(row)
        self.updateGeometry()

    def id_at(self, point: QPoint) -> str | None:
        """Who stands there; for the menu key, who is selected."""
        found = [item for item in (self.itemAt(point),) if item] or self.selectedItems()
        return str(found[0].data(ID)) if found else None

    def _item(self, persona: Persona) -> QListWidgetItem:
        item = QListWidgetItem(persona.name)
        item.setData(ID, persona.id)
        item.setData(TAGLINE, persona.tagline)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            f"{persona.name}. {persona.tagline}" if persona.tagline else persona.name,
        )
        return item

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename; the first click has made the rows anew, so that Qt no longer knows the second as a double one."""
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.named.emit(item.data(ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_F2 and item is not None:
            self.named.emit(item.data(ID))
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = max(self.viewport().width(), 150)
        delegate = self.itemDelegate()
        heights = (
            delegate.sizeHint(_option(self, width), self.model().index(row, 0)).height() for row in range(self.count())
        )
        return QSize(200, sum(heights) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


def _option(view: QAbstractItemView, width: int) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.font = view.font()
    option.rect = QRect(0, 0, width, 10)
    return option


class _PersonaDelegate(QStyledItemDelegate):
    """Disc, name and tagline on up to three lines."""

    def __init__(self, context: Context, parent: PersonaList) -> None:
        super().__init__(parent)
        self._view = parent
        self._context = context

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, area = self._context.colours, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(QColor(colours.accent) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft if chosen else colours.raised))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)
        disc = QRectF(area.left() + 9, area.top() + 9, DISC, DISC)
        held = self._context.document.personas.get(index.data(ID))
        if held is not None:
            from app.images import portrait_pixmap

            drawn = portrait_pixmap(self._context, held, DISC, painter.device().devicePixelRatio())
            painter.drawPixmap(disc.topLeft(), drawn)
        name, tagline = self._texts(index, area.width())
        bold, small = self._fonts(option.font)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        text = area.adjusted(DISC + 19, 8, -8, -8)
        upright = Qt.AlignmentFlag.AlignTop if tagline else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, int(upright | Qt.TextFlag.TextWordWrap), name)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        below = text.adjusted(0, self._height(bold, name, text.width()), 0, 0)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), tagline)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = max(self._view.viewport().width(), 150)
        inner = width - DISC - 27
        name, tagline = self._texts(index, width)
        bold, small = self._fonts(option.font)
        height = self._height(bold, name, inner) + (self._height(small, tagline, inner) if tagline else 0)
        return QSize(width, max(DISC + 18, height + 18))

    def _texts(self, index: QModelIndex | QPersistentModelIndex, width: float) -> tuple[str, str]:
        return str(index.data()), str(index.data(TAGLINE) or "")

    def _fonts(self, base: QFont) -> tuple[QFont, QFont]:
        bold, small = QFont(base), QFont(base)
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(base.pointSizeF() * 0.9)
        return bold, small

    def _height(self, font: QFont, text: str, width: float) -> int:
        box = QRect(0, 0, int(width), 10_000)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        return QFontMetrics(font).boundingRect(box, flags, text).height()


class _Tree(QTreeWidget):
    """A tree whose branches are our own chevrons: the style sheet takes the style's away."""

    context: Context
    named = Signal(str)  #: what is to be renamed

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename, as in the list of personas; a branch opens and closes with each click."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and self.can_name(item):
            self.named.emit(item.data(0, ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_F2 and item is not None and self.can_name(item):
            self.named.emit(item.data(0, ID))
        else:
            super().keyPressEvent(event)

    def can_name(self, item: QTreeWidgetItem) -> bool:
        """Whether this row is one of what the tree lists."""
        return bool(item.text(0))

    def id_at(self, point: QPoint) -> str | None:
        """What stands there; for the menu key, what is selected."""
        found = [item for item in (self.itemAt(point),) if item] or self.selectedItems()
        return str(found[0].data(0, ID)) if found else None

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground of the whole row, so that selection has no seam."""
        selected = self.selectionModel().isSelected(index)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(self.context.colours.accent) if selected else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.context.colours.soft if selected else self.context.colours.raised))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5)
            painter.restore()
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if not self.model().hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.context.colours.muted), 1.6))
        x, y = rect.right() - 6.0, rect.center().y() + 0.5
        opened = self.isExpanded(index)
        bend = ((-3.5, -1.5), (0, 2), (3.5, -1.5)) if opened else ((-1.5, -3.5), (2, 0), (-1.5, 3.5))
        painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in bend])
        painter.restore()


class JourneyTree(_Tree):
    """Personas with their journeys: a filled dot for the current variant, a ring for the desired one."""

    chosen = Signal(str)  #: the journey to show

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(context.say("Journeys"))
        _flatten_tree(self)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # current and desired differ at the end
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.itemExpanded.connect(lambda _: self.updateGeometry())
        self.itemCollapsed.connect(lambda _: self.updateGeometry())

    def display(self, current: str | None) -> None:
        """Show all journeys under their personas; only the current persona's branch is open at first."""
        document = self.context.document
        held = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        tops = [item for item in held if item is not None]
        closed = {item.data(0, ID) for item in tops if not item.isExpanded()}
        known = {item.data(0, ID) for item in tops}
        self.clear()
        shown = document.journeys.get(current or "")
        for persona in sorted(document.personas.values(), key=lambda persona: (persona.order, persona.id)):
            top = QTreeWidgetItem([persona.name])
            top.setData(0, ID, persona.id)
            top.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.addTopLevelItem(top)
            self._add_all(top, persona.id, current)
            here = shown is not None and shown.persona == persona.id
            top.setExpanded(here or (persona.id in known and persona.id not in closed))
        self.updateGeometry()

    def _add_all(self, top: QTreeWidgetItem, persona: str, current: str | None) -> None:
        """The persona's journeys, and under each the processes behind its steps."""
        steps = self.context.document.steps
        held = {journey.id: journey for journey in _of(self.context, persona)}
        homes: dict[str, str] = {}
        for journey in held.values():
            step = steps.get(journey.parent_step or "")
            if step is not None and step.journey in held:
                homes[journey.id] = step.journey
        rows: dict[str, QTreeWidgetItem] = {}

        def add(journey: Journey, under: QTreeWidgetItem) -> None:
            rows[journey.id] = self._add(under, journey, current)
            for inner, home in homes.items():
                if home == journey.id and inner not in rows:
                    add(held[inner], rows[journey.id])
            rows[journey.id].setExpanded(True)

        for own in [id_ for id_ in held if id_ not in homes]:
            add(held[own], top)
        for journey in held.values():  # those that stand behind each other's steps
            if journey.id not in rows:
                add(journey, top)

    def _add(self, top: QTreeWidgetItem, journey: Journey, current: str | None) -> QTreeWidgetItem:
        say, colours = self.context.say, self.context.colours
        process = journey.parent_step is not None
        variant = say("process") if process else say(VARIANTS[journey.variant])
        label = say("{title} — {variant}", title=journey.title, variant=variant)
        own = [other for other in _of(self.context, journey.persona) if other.parent_step is None]
        alone = journey.variant == "current" and len(own) == 1
        item = QTreeWidgetItem(top, [journey.title if alone or process else label])
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, label)
        item.setData(0, ID, journey.id)
        is_current = journey.id == current
        ink = colours.accent if is_current else colours.muted
        item.setIcon(0, icon("process", ink) if process else dot(ink, hollow=journey.variant == "desired"))
        item_tip(item, label)
        if is_current:
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            item.setFont(0, bold)
            item.setForeground(0, QColor(colours.accent))
            self.setCurrentItem(item)
        return item

    def can_name(self, item: QTreeWidgetItem) -> bool:
        """The rows of personas only hold journeys together."""
        return item.parent() is not None

    def _choose(self, item: QTreeWidgetItem) -> None:
        if item.parent() is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.chosen.emit(item.data(0, ID))

    def sizeHint(self) -> QSize:
        return QSize(200, _tree_height(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, _tree_height(self))


class PartyTree(_Tree):
    """The parties, parts under their whole, with the colour they have on the map."""

    chosen = Signal(str)  #: the party to inspect

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(context.say("Parties involved"))
        _flatten_tree(self)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(0, ID)))
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(0, ID)))

    def display(self) -> None:
        """Show all parties."""
        current = self.currentItem()
        held = current.data(0, ID) if current is not None else None
        self.clear()
        below: dict[str | None, list[Party]] = {}
        for party in sorted(self.context.document.parties.values(), key=self._order):
            below.setdefault(party.parent, []).append(party)
        self._add(self.invisibleRootItem(), below, None, held)
        self.expandAll()
        self.updateGeometry()

    def _order(self, party: Party) -> tuple[bool, bool, str]:
        """The organisation that presence is seen from first, also when that is one department of it; then others."""
        parties, here = self.context.document.parties, self.context.document.study.scope or ""
        while here in parties and parties[here].parent in parties:
            here = parties[here].parent or ""
        return (
            party.id != here, party.kind != "municipality", party.name.casefold()
        )  # fmt: skip

    def _add(
        self, top: QTreeWidgetItem, below: dict[str | None, list[Party]], parent: str | None, held: str | None
    ) -> None:
        for party in below.get(parent, ()):
            item = QTreeWidgetItem(top, [party.name])
            item.setData(0, ID, party.id)
            item.setIcon(0, dot(self.context.party_ink(party.colour), hollow=party.kind == "medium"))
            if party.id == held:
                self.setCurrentItem(item)
            self._add(item, below, party.id, held)

    def sizeHint(self) -> QSize:
        return QSize(200, _tree_height(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, _tree_height(self))


def _of(context: Context, persona: str) -> list[Journey]:
    found = [journey for journey in context.document.journeys.values() if journey.persona == persona]
    return sorted(found, key=lambda journey: (journey.order, journey.id))


def _flatten(view: QAbstractItemView) -> None:
    """Without frame or scroll bars: the column around it scrolls."""
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    policy = view.sizePolicy()
    policy.setVerticalPolicy(policy.Policy.Fixed)
    view.setSizePolicy(policy)


def _flatten_tree(tree: QTreeWidget) -> None:
    _flatten(tree)
    tree.setHeaderHidden(True)
    tree.setIndentation(14)
    tree.setIconSize(QSize(12, 12))
    tree.setUniformRowHeights(True)


def _tree_height(tree: QTreeWidget) -> int:
    rows, item = 0, tree.topLevelItem(0)
    while item is not None:
        rows += 1
        item = tree.itemBelow(item)
    row = tree.sizeHintForRow(0) if rows else 0
    return rows * max(row, 24) + 6
