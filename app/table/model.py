"""The table's model for Qt: entities one way, fields the other; after an edit only what changed is told."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.table import entries
from app.table.cells import Column, Sight, write
from app.table.entries import Choice, Ranks, phase_of
from journeys.edits import rows
from journeys.edits.edit import Edit
from journeys.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.context import Context
    from app.table.lists import Listing
    from journeys.model.document import Document

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NEW: Final = "+"
"""The entry of a row that becomes something as soon as there are words in it."""
_NOWHERE: Final = QModelIndex()
_READ: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TICKED: Final = _READ | Qt.ItemFlag.ItemIsUserCheckable
_WRITTEN: Final = _READ | Qt.ItemFlag.ItemIsEditable


class TableModel(QAbstractTableModel):
    """Rows are entries and columns are fields; `across`, the other way round: the overview of a journey."""

    toggled = Signal(QModelIndex, bool)  #: the user ticked a box, or took the tick away

    def __init__(self, context: Context, listing: Listing, *, across: bool = False) -> None:
        super().__init__()
        self.context = context
        self.listing = listing
        self.across = across
        self.choice = Choice(front_only=across)
        self.columns: tuple[Column, ...] = ()
        self.entries: list[str] = []
        self.hidden: frozenset[int] = frozenset()
        self._places: dict[str, int] | None = None
        self.numbers_known: dict[str, int] | None = None
        self._headings: list[int] | None = None
        self.ranks = Ranks()

    @property
    def sight(self) -> Sight:
        return Sight(self.context.document, self.context.say, self.context.journey)

    # What is shown

    def show_all(self) -> None:
        """Show the study as it is now, with the choice as it is now."""
        self.beginResetModel()
        self.columns = self._columns()
        self.ranks = Ranks.of(self.context.document)
        self.entries = entries.wanted(self.sight, self.listing, self.searched(), self.choice)
        self._forget()
        self.endResetModel()

    def _columns(self) -> tuple[Column, ...]:
        from app.table import step_columns

        return step_columns.overview(self.sight) if self.across else self.listing.columns()

    def searched(self) -> list[Column]:
        """The columns in which words are looked for: those that are shown."""
        return [column for number, column in enumerate(self.columns) if number not in self.hidden]

    def _forget(self) -> None:
        self._places = self.numbers_known = self._headings = None

    def place(self, entry: str) -> int | None:
        """Where an entry stands among the entries."""
        if self._places is None:
            self._places = {entry: place for place, entry in enumerate(self.entries)}
        return self._places.get(entry)

    def number(self, entry: str) -> int:
        """A step's place in its journey."""
        if self.choice.journey and self.choice.as_told and not self.choice.words and not self.across:
            place = self.place(entry) or 0
            new = self.place(NEW)
            return place + 1 - bisect_left(self.heads(), place) - (new is not None and new < place)
        if self.numbers_known is None:
            self.numbers_known = entries.numbers(self.context.document, self.entries)
        return self.numbers_known.get(entry, 0)

    def count(self) -> int:
        """How many entries are no headings."""
        return len(self.entries) - len(self.heads()) - (self.place(NEW) is not None)

    def heads(self) -> list[int]:
        """Where the headings stand."""
        if self._headings is None:
            self._headings = [place for place, entry in enumerate(self.entries) if " " in entry]
        return self._headings

    def entry(self, index: Index) -> str:
        return self.entries[index.column() if self.across else index.row()]

    def field(self, index: Index) -> Column:
        return self.columns[index.row() if self.across else index.column()]

    def at(self, entry: str, field: int) -> QModelIndex:
        """The cell of an entry and a field."""
        place = self.place(entry)
        if place is None:
            return QModelIndex()
        return self.index(field, place) if self.across else self.index(place, field)

    def entity(self, entry: str) -> Any:
        return self.context.document.get((self.listing.kind, entry))

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns if self.across else self.entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries if self.across else self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self.writable(index):
            return _READ
        return _TICKED if self.field(index).editor == "check" else _WRITTEN

    def writable(self, index: Index) -> bool:
        """Whether something can be written there."""
        column, entry = self.field(index), self.entry(index)
        if entry == NEW:
            return column is self.columns[self.named]
        return (column.to_phase if phase_of(entry) else column.write) is not None

    @property
    def named(self) -> int:
        """The field that holds the name: what a new row is asked for."""
        codes = [column.code for column in self.columns]
        return next((codes.index(code) for code in ("title", "name", "text") if code in codes), 0)

    def begin_new(self, after: str | None) -> QModelIndex:
        """A row behind another one (else at the end) that waits for its name; gives the cell of the name."""
        self.end_new()
        place = self.place(after) if after is not None else None
        self.open_at(len(self.entries) if place is None else place + 1, NEW)
        return self.at(NEW, self.named)

    def end_new(self) -> None:
        """The row that waited for its name goes."""
        if NEW in (self._places or self.entries):
            self.take_out(NEW)

    def text(self, index: Index) -> str:
        """What stands in a cell, whole, as it is edited and copied."""
        entry, column = self.entry(index), self.field(index)
        place = phase_of(entry)
        if place is None:
            held = self.entity(entry)
            return "" if held is None else column.read(self.sight, held)
        if self.across and column.of_phase is not None:
            return column.of_phase(self.sight, *place)
        return ""

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Role.DisplayRole, Role.EditRole):
            return self._shown(index)
        if role == Role.AccessibleTextRole:
            return self._said(index)
        if role == Role.CheckStateRole and self.field(index).editor == "check" and not phase_of(self.entry(index)):
            return Qt.CheckState.Checked if self.text(index) else Qt.CheckState.Unchecked
        return None

    def _shown(self, index: Index) -> str:
        if self.field(index).editor == "check":
            return ""
        if not self.across and phase_of(self.entry(index)):
            return self.title(self.entry(index)) if index.column() == 0 else ""
        return self.text(index)

    def _said(self, index: Index) -> str:
        from journeys.phrases.terms import emotion_word

        entry, column = self.entry(index), self.field(index)
        if phase_of(entry) and not self.across:
            return self.title(entry)
        text = self.text(index)
        if column.editor == "check":
            return self.context.say("yes") if text else self.context.say("no")
        if column.editor == "feeling" and column.value is not None and text:
            return f"{text}, {emotion_word(column.value(self.entity(entry)), self.context.say)}"
        return text or self.context.say("empty")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        fields = (orientation == Qt.Orientation.Vertical) == self.across
        if section >= len(self.columns if fields else self.entries):
            return None
        if fields:
            return self.context.say(self.columns[section].heading)
        return self.label(self.entries[section], spoken=role == Role.AccessibleTextRole)

    def label(self, entry: str, *, spoken: bool) -> str:
        """The header of an entry: its number; said with its name."""
        say = self.context.say
        if phase_of(entry):
            return self.title(entry) if spoken else (say("Whole phase") if self.across else "")
        if entry == NEW:
            return say("New") if spoken else "+"
        number = str(self.number(entry) if self.listing.kind == "step" else (self.place(entry) or 0) + 1)
        if not spoken:
            return number
        from journeys.edits.entities import name_of

        return f"{number}: {name_of(self.entity(entry)) or say('Without a title')}"

    def title(self, entry: str) -> str:
        """A phase as a heading: its name, its period and how many steps it has."""
        from app.canvas.names import phase_name
        from journeys.phrases.terms import count_of

        place = phase_of(entry)
        phase = self.context.document.phases.get(place[1]) if place else None
        if place is None or phase is None:
            return ""
        steps = self.context.document.referring(place[1], "step")
        count = count_of("step", sum(step.journey == place[0] for step in steps), self.context.say)
        said = f"{phase_name(self.context.document, phase, self.context.say)} · {count}"
        return said if self.choice.journey else f"{self._owner(place[0])} · {said}"

    def _owner(self, journey: str) -> str:
        held = self.context.document.journeys[journey]
        from journeys.phrases.terms import VARIANTS

        persona = self.context.document.personas[held.persona].name
        return f"{persona}: {held.title} ({self.context.say(VARIANTS[held.variant])})"

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Only boxes are set this way: by Space, the mouse or a screen reader."""
        if role != Role.CheckStateRole:
            return False
        checked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.toggled.emit(self.index(index.row(), index.column()), checked)
        return True

    # Writing

    def write(self, indexes: Sequence[Index], text: str) -> Edit:
        """The edit that puts a text in these cells, all of one field. Raises EditError."""
        column = self.field(indexes[0])
        places = [place for index in indexes if (place := phase_of(self.entry(index)))]
        ids = [self.entry(index) for index in indexes if not phase_of(self.entry(index))]
        if not places:
            return write(column, self.sight, ids, text)
        if column.to_phase is None:
            raise EditError("cell.fixed")
        to_phase = column.to_phase
        if not ids and len(places) == 1:
            journey, phase = places[0]
            return to_phase(self.sight, journey, phase, text)

        def in_phase(journey: str, phase: str) -> Callable[[Document], Edit]:
            return lambda now: to_phase(Sight(now, self.context.say), journey, phase, text)

        verbs = [in_phase(*place) for place in places]
        if ids:
            verbs.append(lambda now: write(column, Sight(now, self.context.say), ids, text))
        return rows.together(self.context.document, "table.write", verbs)

    # Following: what `follow` does with the entries

    def edited(self, edit: Edit) -> None:
        """Show what an edit changed: cells that read differently, entries that came, went or moved."""
        from app.table import follow

        follow.edited(self, edit)

    def tell(self, ids: set[str] | None) -> None:
        if not self.entries or not self.columns:
            return
        if ids is None:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        for begin, end in _runs(sorted(place for id_ in ids if (place := self.place(id_)) is not None)):
            first, last = (self.index(0, begin), self.index(self.rowCount() - 1, end))
            if not self.across:
                first, last = (self.index(begin, 0), self.index(end, self.columnCount() - 1))
            self.dataChanged.emit(first, last)

    def take_out(self, entry: str) -> None:
        place = self.place(entry)
        if place is None:
            return
        (self.beginRemoveColumns if self.across else self.beginRemoveRows)(QModelIndex(), place, place)
        del self.entries[place]
        self._forget()
        (self.endRemoveColumns if self.across else self.endRemoveRows)()

    def open_at(self, place: int, entry: str) -> None:
        (self.beginInsertColumns if self.across else self.beginInsertRows)(QModelIndex(), place, place)
        self.entries.insert(place, entry)
        self._forget()
        (self.endInsertColumns if self.across else self.endInsertRows)()

    def permute(self, new: list[str]) -> None:
        """The same entries in another order; current cell, selection and open editor go along."""
        if new == self.entries:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [(self.entry(index), index) for index in old]
        self.entries = new
        self._forget()
        self.changePersistentIndexList(old, [self._moved(entry, index) for entry, index in held])
        self.layoutChanged.emit()

    def _moved(self, entry: str, index: Index) -> QModelIndex:
        place = self.place(entry) or 0
        return self.index(index.row(), place) if self.across else self.index(place, index.column())


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers as (first, last) of those that follow each other."""
    begin: int | None = None
    for place, after in zip(places, [*places[1:], None], strict=False):
        begin = place if begin is None else begin
        if after != place + 1:
            yield begin, place
            begin = None
