"""Whether type and pictures on a finished sheet are large and fine enough, and on what paper they would be."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

from journeys.poster import distance
from journeys.poster.paper import Paper
from journeys.poster.pdf import portraits
from journeys.poster.preflight import printed, splitting
from journeys.poster.preflight.item import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.layout.drawing import Drawing
    from journeys.model.document import Document
    from journeys.poster.request import Request
    from journeys.poster.sheet import Sheet

SLACK: Final = 0.99
"""What no eye sees."""
DPI: Final = 150
"""Points per inch that a picture needs."""
_INCH: Final = 25.4
_IN_HAND: Final = frozenset({"personas", "heartbeat", "report"})
"""Kinds that nobody reads from a wall, whatever their paper."""


def type_sizes(document: Document, sheet: Sheet, request: Request) -> Iterator[Item]:
    """The smallest type, what is too small to be read from where people stand, and what would help."""
    sizes = _smallest(sheet.drawing)
    if not sizes:
        return
    yield Item("type.smallest", "known", sheet.journey, values=_measured(min(sizes.values())))
    paper = Paper(sheet.drawing.width, sheet.drawing.height)
    wanted = request.distance or (distance.IN_HAND_MM if request.kind in _IN_HAND else distance.usual(paper))
    points = distance.needed(wanted)
    small = {id_: size for id_, size in sizes.items() if size < points * SLACK}
    told: dict[str, str | int | float] = {"from_cm": round(wanted / 10)}
    if request.kind == "journey":
        small = {id_: size for id_, size in small.items() if id_ in document.steps or id_ in document.notes}
        steps = sum(id_ in document.steps for id_ in small)
        told |= {"steps": steps, "notes": len(small) - steps}
    if small:
        least = min(small.values())
        code = "type.small" if request.kind == "journey" else "type.small_print"
        yield Item(code, "poor", sheet.journey, tuple(filter(None, small)), _measured(least) | told)
        yield from _advice(document, sheet, request, (least, points))


def _smallest(drawing: Drawing) -> dict[str, float]:
    """Subject → the smallest type it is set in, in points; "" for words about nothing that is in the study."""
    found: dict[str, float] = {}
    for text in printed.texts(drawing):
        if (text.about or text.role != "artifact") and any(line.strip() for line in text.lines):
            about = text.about or ""
            found[about] = min(found.get(about, text.size), text.size)
    return found


def _measured(points: float) -> dict[str, str | int | float]:
    return {"points": round(points, 1), "cm": int(distance.readable(points) / 10)}


def _advice(
    document: Document, sheet: Sheet, request: Request, sizes: tuple[float, float]
) -> Iterator[Item]:  # fmt: skip
    """The next paper that is large enough; else the phases over several sheets. `sizes`: the least, and the wanted."""
    larger = distance.large_enough(sizes[0], Paper(sheet.drawing.width, sheet.drawing.height), sizes[1])
    if larger is not None:
        yield Item("advice.paper", "known", sheet.journey, values={"paper": larger})
    elif request.kind == "journey" and len(document.phases) > 1:
        yield from splitting.advice(document, sheet, request, sizes[1], lambda drawing: _least(document, drawing))


def _least(document: Document, drawing: Drawing) -> float:
    """The smallest type of a step or note."""
    found = _smallest(drawing)
    return min((found[id_] for id_ in found if id_ in document.steps or id_ in document.notes), default=inf)


def pictures(document: Document, sheet: Sheet, images: Mapping[str, bytes]) -> Iterator[Item]:
    """Pictures that cannot be read, and those too coarse for the size they are printed in."""
    for photo in printed.photos(sheet.drawing):
        about = photo.about or ""
        yield from _picture(document, sheet, photo.image, images, (about, photo.rect.w, portraits.PHOTO_PX))
    for face in sheet.portraits:
        image = document.personas[face.persona].portrait
        if image in document.images:
            stands = (face.persona, face.disc.w, portraits.SIDE_PX)
            yield from _picture(document, sheet, image or "", images, stands)


def _picture(
    document: Document, sheet: Sheet, image: str, images: Mapping[str, bytes], stands: tuple[str, float, int]
) -> Iterator[Item]:  # fmt: skip
    about, wide, most = stands
    held = document.images[image]
    if portraits.decodable(document, image, images):
        across = min(held.width_px, held.height_px) if about in document.personas else held.width_px
        longest = max(held.width_px, held.height_px) if about not in document.personas else across
        dpi = round(across * min(1.0, most / longest) / (wide / _INCH))
        if dpi < DPI:
            yield Item("picture.coarse", "poor", sheet.journey, (about,), {"dpi": dpi, "wanted": DPI})
    else:
        yield Item("picture.unreadable", "lost", sheet.journey, (about,))
