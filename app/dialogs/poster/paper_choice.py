"""The paper: a known size or one's own in millimetres, which way up, on one sheet or cut up over smaller ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.panels.fields import ChoiceField, DayField
from app.panels.slot import Slot
from app.plain import PlainLabel
from journeys.errors import UsageError
from journeys.messages import error_text
from journeys.poster.paper import LARGEST_MM, SIZES, SMALLEST_MM, parse_paper

if TYPE_CHECKING:
    from journeys.i18n import Words

OWN: Final = "own"
MOST_DIGITS: Final = 99_999
TILES: Final = ("A4", "A3")
OVERLAPS: Final = (5.0, 10.0, 15.0, 20.0, 30.0)


class PaperChoice(QWidget):
    """What is wrong with a size of one's own is said under it."""

    changed = Signal()  #: other paper

    def __init__(self, say: Words) -> None:
        super().__init__()
        self._say = say
        named = [(f"{name} · {short} × {long} mm", name) for name, (short, long) in SIZES.items()]
        self.paper = ChoiceField(say("Paper"), [*named, (say("Size of your own…"), OWN)])
        self.width_mm = DayField(say("Width in mm"), 0, MOST_DIGITS)
        self.height_mm = DayField(say("Height in mm"), 0, MOST_DIGITS)
        self.lying, self.upright = QRadioButton(say("On its side")), QRadioButton(say("Upright"))
        self.sheets = ChoiceField(say("Print on"))
        self.overlap = ChoiceField(say("Overlap"), [(f"{mm:g} mm", mm) for mm in OVERLAPS])
        self._own = self._lay_out_own()
        self._turned = _row(self.lying, self.upright)
        self._sheets_slot, self._overlap_slot = Slot(say("Print on"), self.sheets), Slot(say("Overlap"), self.overlap)
        self._tiles = _row(self._sheets_slot, self._overlap_slot, stretch=(3, 2))
        self.why = PlainLabel("", name="danger", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(Slot(say("Paper"), self.paper))
        for widget in (self._own, self.why, self._turned, self._tiles):
            column.addWidget(widget)
        for field in (self.paper, self.width_mm, self.height_mm, self.sheets, self.overlap):
            field.committed.connect(lambda *_: self._changed())
        self.upright.toggled.connect(lambda _: self._changed())
        self._tileable = True
        self._filling = False

    def _lay_out_own(self) -> QWidget:
        for field in (self.width_mm, self.height_mm):
            field.setSuffix(" mm")
        times = PlainLabel("×")
        times.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return _row(self.width_mm, times, self.height_mm, stretch=(1, 0, 1))

    def display(self, paper: str, tile: str | None, overlap: float, *, portrait: bool) -> None:
        """Show this paper."""
        self._filling = True
        known = paper if paper in SIZES else OWN
        self.paper.display(known)
        size = parse_paper(paper, portrait=portrait)
        self.width_mm.display(round(size.width))
        self.height_mm.display(round(size.height))
        (self.upright if portrait and known != OWN else self.lying).setChecked(True)
        self.overlap.display(overlap if overlap in OVERLAPS else OVERLAPS[1])
        self._offer_tiles()
        self.sheets.display(tile)
        self._show_parts()
        self._filling = False

    def choose(self, paper: str) -> None:
        """Take this known paper, as if it were picked from the list."""
        self.paper.display(paper)
        self._changed()

    def let_tile(self, *, tileable: bool) -> None:
        """Whether this kind of poster may be cut up at all."""
        self._tileable = tileable
        self._show_parts()

    @property
    def written(self) -> str:
        """The paper as a Request wants it."""
        if self.paper.currentData() == OWN:
            return f"{self.width_mm.value()}x{self.height_mm.value()}mm"
        return str(self.paper.currentData())

    @property
    def portrait(self) -> bool:
        return self.paper.currentData() != OWN and self.upright.isChecked()

    @property
    def tile(self) -> str | None:
        """The paper of the tiles, where there are any."""
        held = self.sheets.currentData()
        return str(held) if self._tileable and held and self._tiles_allowed() else None

    @property
    def wrong(self) -> bool:
        """Whether there can be no such paper."""
        try:
            parse_paper(self.written, portrait=self.portrait)
        except UsageError:
            return True
        return False

    def _changed(self) -> None:
        if self._filling:
            return
        self._offer_tiles()
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        own = self.paper.currentData() == OWN
        self._own.setVisible(own)
        self._turned.setVisible(not own)
        self._tiles.setVisible(self._tileable and self._tiles_allowed())
        self._overlap_slot.setVisible(self.tile is not None)
        self.why.setVisible(own and self.wrong)
        if own and self.wrong:
            self._tell_wrong()
        for field in (self.width_mm, self.height_mm):
            wrong = own and not SMALLEST_MM <= field.value() <= LARGEST_MM
            if bool(field.property("wrong")) != wrong:
                field.setProperty("wrong", wrong)
                field.style().unpolish(field)
                field.style().polish(field)

    def _tell_wrong(self) -> None:
        from app.panels.message_bar import announce
        from app.plain import put

        try:
            parse_paper(self.written)
        except UsageError as error:
            text = error_text(error, self._say)
            if text != self.why.text():
                announce(self.width_mm, text)
            put(self.why, text)
            self.width_mm.setAccessibleDescription(text)

    def _offer_tiles(self) -> None:
        tiles = [(self._say("Sheets of {paper}", paper=tile), tile) for tile in self._smaller()]
        self.sheets.offer([(self._say("One sheet"), None), *tiles])
        if self.sheets.currentIndex() < 0:
            self.sheets.display(None)

    def _smaller(self) -> tuple[str, ...]:
        """Paper on which this poster does not fit, and over which it can be cut up."""
        if self.wrong:
            return ()
        short, long = sorted(parse_paper(self.written))
        return tuple(tile for tile in TILES if short > SIZES[tile][0] + 1 or long > SIZES[tile][1] + 1)

    def _tiles_allowed(self) -> bool:
        return bool(self._smaller())


def _row(*widgets: QWidget, stretch: tuple[int, ...] = ()) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for index, widget in enumerate(widgets):
        row.addWidget(widget, stretch[index] if stretch else 0)
    if not stretch:
        row.addStretch(1)
    return made
