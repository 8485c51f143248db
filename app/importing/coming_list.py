"""What comes in: journeys with a small picture, their phases, their steps; long phases fill when they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from app import strokes
from app.canvas.inks import Inks
from app.importing import words
from app.plain import item_tip, named
from journeys.phrases.terms import NOTES, count_of, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.importing.outcome import JourneyLine, Outcome, PhaseLine
    from journeys.i18n import Words
    from journeys.model.entities import Note, Step

GIST: Final = Qt.ItemDataRole.UserRole
PHASE: Final = Qt.ItemDataRole.UserRole + 1
OPEN: Final = 250
"""So many steps are shown at once; of more, phases are opened by who wants to see them."""
MOST: Final = 1000
"""Steps of a phase, and loose notes, that are listed; of the rest their number."""
LONGEST: Final = 160
TIPPED: Final = 5
"""Notes of a step that the tooltip tells."""
WIDE: Final = 170
HIGH: Final = 44


class _Rows(QStyledItemDelegate):
    """Rows as the style draws them, with the picture of a journey at the right end."""

    def __init__(self, tree: QTreeWidget, inks: Mapping[str, str]) -> None:
        super().__init__(tree)
        self._inks, self._tree = Inks(inks), tree

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        gist, view = index.data(GIST), _any(option)
        if index.column() == 0 and index.model().hasChildren(index):
            self._sign(painter, view, open_=self._tree.isExpanded(index))
        if gist is None:
            return
        area = QRectF(view.rect.right() - WIDE - 8, view.rect.top() + 7, WIDE, view.rect.height() - 14)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strokes.paint(painter, area, gist, self._inks)
        painter.restore()

    def _sign(self, painter: QPainter, view: Any, *, open_: bool) -> None:
        """In front of what opens: a corner to the right, or down where it is open. The style sheet keeps Qt's out."""
        x, y, r = view.rect.left() - 9.0, view.rect.center().y() + 0.5, 4.0
        corners = ((-r, -r / 2), (0, r / 2), (r, -r / 2)) if open_ else ((-r / 2, -r), (r / 2, 0), (-r / 2, r))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(view.palette.text().color(), 1.8))
        painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in corners])
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The words of a journey end before its picture begins."""
        super().initStyleOption(option, index)
        view = _any(option)
        if index.data(GIST) is not None:
            room = view.rect.width() - WIDE - 32
            lines = str(index.data()).split("\n")
            cut = [view.fontMetrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
            view.text = "\u2028".join(cut)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        tall = _any(option).fontMetrics.lineSpacing()
        if index.data(GIST) is not None:
            return QSize(80, max(HIGH + 8, 2 * tall + 12))
        return QSize(super().sizeHint(option, index).width(), max(26, tall + 8))


class ComingList(QTreeWidget):
    """Only to be looked at: nothing in it is chosen or changed."""

    def __init__(self, say: Words, inks: Mapping[str, str]) -> None:
        super().__init__()
        self._say = say
        self._outcome: Outcome | None = None
        named(self, "counted")
        self.setAccessibleName(say("What comes in"))
        self.setColumnCount(4)
        self.setHeaderLabels([say("What comes in"), say("With whom, how"), say("Emotion"), say("Notes")])
        self.setIndentation(18)
        self.setUniformRowHeights(False)
        self.setItemDelegate(_Rows(self, inks))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemExpanded.connect(self._fill)

    def display(self, outcome: Outcome | None) -> None:
        """All of it anew; nothing while it is not known."""
        self._outcome = outcome
        self.clear()
        if outcome is None:
            return
        few = sum(journey.steps for journey in outcome.journeys) <= OPEN
        for journey in outcome.journeys:
            self._journey(journey, few=few)
        if outcome.loose:
            self._loose(outcome.loose, few=few)
        self._size_columns(outcome)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _size_columns(self, outcome: Outcome) -> None:
        """The title gets the room; a column with nothing in it goes."""
        steps = [step for journey in outcome.journeys for phase in journey.phases for step in phase.steps]
        filled = (
            any(step.contacts or step.nobody for step in steps), any(step.emotion is not None for step in steps),
            any(journey.notes for journey in outcome.journeys),
        )  # fmt: skip
        metrics = self.fontMetrics()
        for column, (sample, shown) in enumerate(zip(("n" * 20, "n" * 17, "n" * 8), filled, strict=True), 1):
            self.setColumnWidth(column, metrics.horizontalAdvance(sample) + 16)
            self.setColumnHidden(column, not shown)

    def _journey(self, line: JourneyLine, *, few: bool) -> None:
        row = QTreeWidgetItem(self, [words.journey_text(line, self._say)])
        row.setData(0, GIST, line.gist)
        _make_bold(row)
        item_tip(row, line.title)
        self.setFirstColumnSpanned(self.indexOfTopLevelItem(row), self.rootIndex(), True)
        row.setExpanded(True)
        for phase in line.phases:
            self._phase(row, phase, few=few)

    def _phase(self, above: QTreeWidgetItem, phase: PhaseLine, *, few: bool) -> None:
        say = self._say
        parts = [phase.name, count_of("step", len(phase.steps), say)]
        if phase.new and self._outcome is not None and self._outcome.taken is not None:
            parts.append(say("new phase"))
        row = QTreeWidgetItem(above, [" · ".join(parts)])
        row.setData(0, PHASE, phase)
        row.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        row.setFirstColumnSpanned(True)
        row.setExpanded(few)

    def _fill(self, row: QTreeWidgetItem) -> None:
        """The steps of a phase, when somebody looks at them."""
        phase: PhaseLine | None = row.data(0, PHASE)
        if phase is None or row.childCount() or self._outcome is None:
            return
        row.addChildren([self._step(step, self._outcome) for step in phase.steps[:MOST]])
        _tell_rest(row, len(phase.steps) - MOST, self._say)

    def _step(self, step: Step, outcome: Outcome) -> QTreeWidgetItem:
        say = self._say
        held = [note for note in outcome.after.referring(step.id, "note") if note.step == step.id]
        notes = len(held)
        texts = [
            words.step_text(step, say, changed=step.id in outcome.changed),
            words.contacts_text(step, outcome.after, say), words.emotion_text(step, say), str(notes) if notes else "",
        ]  # fmt: skip
        row = QTreeWidgetItem(texts)
        told = [*texts[:3], count_of("note", notes, say) if notes else ""]
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, told)))
        said = [_note(note, say) for note in held[:TIPPED]]
        item_tip(row, " — ".join(filter(None, (texts[0], shortened(step.body, LONGEST), *said))))
        row.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row

    def _loose(self, notes: Sequence[Note], *, few: bool) -> None:
        say = self._say
        title = say.many("{n} note that hangs on no step", "{n} notes that hang on no step", len(notes))
        row = QTreeWidgetItem(self, [title])
        _make_bold(row)
        row.setExpanded(few)
        row.setFirstColumnSpanned(True)
        for note in notes[:MOST]:
            line = QTreeWidgetItem(row, [_note(note, say)])
            line.setFirstColumnSpanned(True)
        _tell_rest(row, len(notes) - MOST, say)


def _make_bold(row: QTreeWidgetItem) -> None:
    font = row.font(0)
    font.setBold(True)
    row.setFont(0, font)


def _note(note: Note, say: Words) -> str:
    return f"{say(NOTES[note.kind])}: {shortened(note.text, LONGEST)}"


def _tell_rest(row: QTreeWidgetItem, more: int, say: Words) -> None:
    if more > 0:
        rest = QTreeWidgetItem(row, [say("… and {n} more", n=more)])
        rest.setFirstColumnSpanned(True)


def _any(option: QStyleOptionViewItem) -> Any:
    """Its fields are not in Qt's types for Python."""
    return option
