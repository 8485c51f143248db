"""Small things that stand on many slides: the presence in its pattern, discs of personas, bars of severity, pills."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from journeys.exchange.presentation.drawn import mark
from journeys.exchange.presentation.measure import LINE, MM, fits, width
from journeys.exchange.presentation.shapes import Look, Para, box, called, para
from journeys.layout.drawing import Rect
from journeys.layout.levels import level_look
from journeys.phrases.terms import VARIANT_TAGS, degree_word, level_label
from journeys.text import initials

if TYPE_CHECKING:
    from journeys.analysis.presence import Level
    from journeys.exchange.presentation.deck import Page
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Image, Journey, NoteKind, Persona

PILL: Final = 12.0


def presence(
    page: Page, told: Telling, level: Level, area: Rect, *, sizes: tuple[float, ...], says: str = "", name: str = "",
) -> None:  # fmt: skip
    """In its own pattern, with its symbol and its words, as one box; `says` in place of the usual words."""
    look, text = level_look(level, "own"), says or level_label(level, told.scope, told.say)
    room = area.w - 2.5
    size, whole = label_size(text, area._replace(h=sizes[0] * LINE * MM + 1.5), sizes)
    if not whole:
        size, _ = label_size(text, area, sizes)
    sign = size * MM * 1.15
    short = min(width(text, size, bold=True), room)
    aside = sign + 1.5
    one_line = short + aside <= area.w - 3
    box(
        page, area, Look(look.fill, look.stroke, 1.5, look.dash, look.hatch, 2.0),
        (para(text, size, look.words, bold=True, ours=True, align="left" if one_line else "center"),),
        name=name or text,
        pads=((area.w - short - aside) / 2 + aside, 0.5, 0.5, 0.5) if one_line else (aside + 1.5, 0.5, 1.0, 0.5),
    )  # fmt: skip
    x = area.x + ((area.w - short - aside) / 2 if one_line else 1.5)
    mark(page, look.mark, x, area.y + (area.h - sign) / 2, sign, look.words)


def label_size(text: str, area: Rect, sizes: tuple[float, ...]) -> tuple[float, bool]:
    """The first of these sizes at which a label fits a box beside its symbol, and whether it does."""
    for size in sizes:
        room = area.w - 4.5 - size * MM * 1.15
        most = max(int((area.h - 1) / (size * LINE * MM)), 1)
        if fits(text, size, room, most, bold=True):
            return size, True
    return sizes[-1], False


def disc(page: Page, told: Telling, persona: Persona, area: Rect) -> None:
    """The portrait in a circle where there is one, else initials on the persona's colour."""
    image = told.document.images.get(persona.portrait or "")
    data = told.wanted.images.get(image.sha256) if image is not None else None
    if image is not None and data is not None and _portrait(page, data, image, area, persona.name):
        return
    colour = f"party.{persona.colour}"
    word = initials(persona.name)
    size = min(area.w * 0.42 / MM, 54.0)
    letters = para(word, size, f"{colour}.on", bold=True, align="center")
    box(page, area, Look(f"{colour}.fill", radius=area.w), (letters,), name=persona.name,
        alt=persona.name, pads=(0, 0, 0, 0))  # fmt: skip


def _portrait(page: Page, data: bytes, image: Image, area: Rect, name: str) -> bool:
    """Cut to a circle; False where the picture cannot be read."""
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Mm

    ratio, alt = image.width_px / image.height_px, image.alt or name
    try:
        picture = page.shapes.add_picture(io.BytesIO(data), *map(Mm, area))
    except OSError:
        return False
    picture.auto_shape_type = MSO_SHAPE.OVAL
    if ratio > 1:
        picture.crop_left = picture.crop_right = (1 - 1 / ratio) / 2
    else:
        picture.crop_top = picture.crop_bottom = (1 - ratio) / 2
    called(picture, alt, alt)
    return True


def variant(page: Page, told: Telling, journey: Journey, x: float, y: float) -> None:
    """Whether this is the journey of today or the one that is wished for."""
    wished = journey.variant == "desired"
    text = told.say(VARIANT_TAGS[journey.variant])
    look = (
        Look("opportunity", "opportunity.mark", 1.0, radius=4)
        if wished
        else Look("paper", "pill.stroke", 1.0, radius=4)
    )
    box(page, Rect(x, y, width(text, PILL, bold=True) + 8, 8), look,
        (para(text, PILL, "opportunity.text" if wished else "pill.text", bold=True, ours=True, align="center"),),
        name=text, pads=(1, 0, 1, 0))  # fmt: skip


def severity(page: Page, told: Telling, worth: int, area: Rect) -> None:
    """A number with its word, and a bar as long as it is serious."""
    degree = degree_word(worth, told.say)
    text = told.say("severity {n} ({degree})", n=worth, degree=degree)
    box(page, area._replace(h=area.h - 5), Look(),
        (para(str(worth), 30, "presence.gap.text", bold=True, ours=True),
         para(degree, 12, "presence.gap.text", ours=True)),
        name=text, anchor="bottom", pads=(0, 0, 0, 0.5))  # fmt: skip
    bar = Rect(area.x, area.y + area.h - 4, area.w, 3.0)
    box(page, bar, Look("paper", "presence.gap.stroke", 0.75, radius=1.5), name=text, alt=text)
    if worth:
        box(page, bar._replace(w=max(bar.w * worth / 100, 3.0)), Look("presence.gap.stroke", radius=1.5), name=text,
            alt="")  # fmt: skip


def sticky(page: Page, kind: NoteKind, area: Rect, paras: tuple[Para, ...], name: str) -> None:
    """A note in the colour of its kind, which its first line names."""
    box(page, area, Look(kind, f"{kind}.mark", 0.75, radius=1.0), paras, name=name, anchor="top",
        pads=(2.6, 2.0, 2.4, 1.6))  # fmt: skip
