"""The proof: the page looked at, made from the real PDF in a worker; what is no longer asked for is dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.model.document import Document
    from journeys.poster.preflight.item import Item
    from journeys.poster.raster import Pixels
    from journeys.poster.request import Request
    from journeys.poster.sheet import Sheet

SOON_MS: Final = 150
"""After a choice; clicking through a list makes no picture of everything in it."""
LATER_MS: Final = 700
"""After an edit of the study, which seldom comes alone."""
WHOLE_PX: Final = 1400
"""The longest side of the picture of a whole page, which lies under the sharp one."""


class Asked(NamedTuple):
    """The poster of the study as it was at this count of its edits."""

    request: Request
    edits: int


class Part(NamedTuple):
    """Pixels of a page that are in sight, at a resolution."""

    page: int
    dpi: float
    left: int
    top: int
    width: int
    height: int


@dataclass(slots=True)
class Laid:
    """Sheets, laid out; `pdf` holds all pages where they are no sheets but tiles of them."""

    of: Asked
    sheets: list[Sheet]
    pdf: bytes | None = None


@dataclass(slots=True)
class Page:
    """A page as it will be printed: `pdf` holds it as page `within`."""

    of: Asked
    number: int
    count: int
    pdf: bytes
    within: int
    size: tuple[float, float]
    whole: Pixels
    sheet: Sheet | None
    laid: Laid


class Proof(QObject):
    """One piece of work at a time: the page, what is in sight of it, then what preflight says of all of it."""

    page_made = Signal(object)  #: another Page to show
    part_made = Signal(object, object)  #: a Part of the page that is shown, and its Pixels
    checked = Signal(object)  #: what preflight says (a list of Items) of the poster that is asked for
    failed = Signal(object)  #: why there is no such poster (an exception)
    busy_changed = Signal(bool)  #: whether the page that is shown is not yet the one that is asked for

    def __init__(self, owner: QObject, study: Callable[[], tuple[Document, dict[str, bytes]]]) -> None:
        super().__init__(owner)
        self._study = study
        self._asked: Asked | None = None
        self._number = 0
        self._edits = 0
        self._part: Part | None = None
        self._has: Part | None = None
        self._page: Page | None = None
        self._laid: Laid | None = None
        self._looked: Asked | None = None
        self._items: list[Item] | None = None
        """What preflight said of the poster that it looked at last."""
        self._refused: tuple[Asked, int] | None = None
        self._task: tasks.Task | None = None
        self._doing: object = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._next)

    def ask(self, request: Request | None, *, at_once: bool = False) -> None:
        """This poster from now on; None when what is asked for cannot be made."""
        self._asked = None if request is None else Asked(request, self._edits)
        self._changed(0 if at_once else SOON_MS)

    def edited(self, request: Request | None) -> None:
        """The study is another one, and so may the request be."""
        self._edits += 1
        self._asked = None if request is None else Asked(request, self._edits)
        self._changed(LATER_MS)

    def turn(self, number: int) -> None:
        """Show this page, from 0."""
        self._number = number
        self._changed(0)

    def see(self, part: Part | None) -> None:
        """This is in sight, and is to be sharp."""
        if part != self._part:
            self._part = part
            self._later.start(max(30, self._later.remainingTime()))

    @property
    def settled(self) -> bool:
        """Whether everything that was asked for is there."""
        return self._task is None and not self._later.isActive()

    @property
    def sheets(self) -> list[Sheet] | None:
        """The sheets of the poster as it is asked for now, once they are laid out."""
        return self._laid.sheets if self._laid is not None and self._laid.of == self._asked else None

    def stop(self) -> None:
        """Nobody looks any longer."""
        self._later.stop()
        self._asked = None
        if self._task is not None:
            self._task.cancel()

    def _changed(self, wait: int) -> None:
        """What is under way for something else stops where it is."""
        if self._task is not None and self._doing != (self._asked, self._number):
            self._task.cancel()
        self.busy_changed.emit(self._asked is not None and not self._is_shown())
        self._later.start(wait)

    def _is_shown(self) -> bool:
        if self._refused == (self._asked, self._number):
            return True
        return self._page is not None and self._page.of == self._asked and self._page.number == self._number

    def _next(self) -> None:
        if self._task is not None or self._asked is None:
            return
        if not self._is_shown():
            self._make_page(self._asked)
        elif self._part is not None and self._part != self._has and self._page is not None:
            self._sharpen(self._page, self._part)
        elif self._looked != self._asked and self.sheets is not None:
            self._check(self._asked, self.sheets)
        else:
            self.busy_changed.emit(False)
            if self._items is not None and self._looked == self._asked:
                self.checked.emit(self._items)

    def _start(self, work: Callable[[tasks.Work], object], done: Callable[[Any], object]) -> None:
        self._doing = (self._asked, self._number)
        self._task = tasks.start(work, self, done, self._failed)
        self._task.ended.connect(self._ended)

    def _make_page(self, asked: Asked) -> None:
        document, images = self._study()
        snapshot, number, laid = document.snapshot(), self._number, self._laid
        self._start(lambda work: made(snapshot, images, asked, number, laid, work.watch), self._page_done)

    def _page_done(self, page: object) -> None:
        assert isinstance(page, Page)
        self._page, self._laid, self._has, self._refused = page, page.laid, None, None
        self._number = page.number
        self.page_made.emit(page)

    def _sharpen(self, page: Page, part: Part) -> None:
        self._start(lambda _: sharp(page, part), lambda pixels: self._part_done(part, pixels))

    def _part_done(self, part: Part, pixels: object) -> None:
        self._has = part
        self.part_made.emit(part, pixels)

    def _check(self, asked: Asked, sheets: list[Sheet]) -> None:
        document, images = self._study()
        snapshot = document.snapshot()

        def work(task: tasks.Work) -> list[Item]:
            from journeys.poster import preflight

            return preflight.of_sheets(snapshot, asked.request, sheets, images, asked.request.on, task.watch)

        def done(items: list[Item]) -> None:
            self._looked, self._items = asked, items
            self.checked.emit(items)

        self._start(work, done)

    def _failed(self, error: Exception) -> None:
        self._refused = None if self._asked is None else (self._asked, self._number)
        self._looked, self._items = self._asked, None
        self.busy_changed.emit(False)
        self.failed.emit(error)

    def _ended(self) -> None:
        self._task = None
        self._later.start(max(0, self._later.remainingTime()))


def made(
    document: Document, images: dict[str, bytes], asked: Asked, number: int, laid: Laid | None,
    watch: Callable[[float], None],
) -> Page:  # fmt: skip
    """A page of the poster (from 0, or the last), with what was laid out before where it still holds."""
    from journeys.poster import pages, raster

    request = asked.request
    if laid is None or laid.of.edits != asked.edits or _layout(laid.of.request) != _layout(request):
        laid = Laid(asked, pages.laid_out(document, request, watch))
    elif laid.of != asked:
        laid = Laid(asked, laid.sheets)
    pdf, within, count = laid.pdf, number, len(laid.sheets)
    if request.tile is None:
        within, number = 0, max(0, min(number, count - 1))
        pdf = pages.painted(document, request, laid.sheets[number : number + 1], images, watch)
    elif pdf is None:
        pdf = laid.pdf = pages.painted(document, request, laid.sheets, images, watch)
    with raster.opened(pdf) as opened:
        if request.tile is not None:
            count = opened.pages
            within = number = min(number, count - 1)
        size = opened.size_mm(within)
        whole = opened.fitted(within, max(1, round(WHOLE_PX * min(1.0, size[0] / size[1]))))
    watch(1.0)
    sheet = laid.sheets[number] if request.tile is None and number < len(laid.sheets) else None
    return Page(asked, number, count, pdf, within, size, whole, sheet, laid)


def sharp(page: Page, part: Part) -> Pixels:
    """What is in sight of a page, pixel by pixel."""
    from journeys.poster import raster

    with raster.opened(page.pdf) as opened:
        return opened.part(page.within, part.dpi, part.left, part.top, part.width, part.height)


def _layout(request: Request) -> Request:
    """The request without what only changes how finished sheets are painted."""
    return replace(request, palette="print", marks=False, tile=None, overlap=0.0)
