"""What the letters and colours of a lens mean, under the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.slides.writing import Setting, put
from journeys.phrases.lenses import signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Rect
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Step

HIGH: Final = 1.6


def draw(pen: Pen, ground: Ground, area: Rect, columns: Sequence[Sequence[Step]]) -> None:
    """The name of the lens, then the marks that are in this picture, as far as they fit one line."""
    lens, say = ground.show.lens, ground.say
    name = Setting((signs.lens_name(lens, say),), 1.0, "bold", area.w)
    x, right = area.x, area.x + area.w
    put(pen, name, x, area.y + 0.15, colour="text", role="subheading")
    x += name.width + 1.2
    inks = {mark.code: mark.ink for column in columns for step in column
            for mark in (ground.marks or {}).get(step.id, ())}  # fmt: skip
    for code, ink in inks.items():
        sign = Setting((signs.sign(lens, code, say),), 1.0, "bold", 6.0)
        words = Setting((signs.words(lens, code, say),), 1.0, "regular", 30.0)
        wide = max(sign.width + 0.7, 1.5)
        if x + wide + 0.5 + words.width > right:
            return
        pen.box(x, area.y, wide, 1.5, fill=ink, stroke=f"{ink}.edge", width=0.1, radius=0.35)
        put(pen, sign, x + wide / 2, area.y + 0.13, colour=f"{ink}.on", anchor="middle")
        put(pen, words, x + wide + 0.5, area.y + 0.13, colour="muted")
        x += wide + 0.5 + words.width + 1.2
