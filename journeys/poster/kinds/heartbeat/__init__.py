"""Empty heartbeats to draw, one per persona and one without a name: A4 each, several on larger paper."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Drawing
from journeys.poster import choice
from journeys.poster.kinds.heartbeat.form import form, form_of
from journeys.poster.paper import Paper
from journeys.poster.parts.cutting import cuts, grid
from journeys.poster.parts.fitting import largest
from journeys.poster.sheet import Sheet, unwatched

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.layout.drawing import Rect
    from journeys.model.document import Document
    from journeys.model.entities import Persona
    from journeys.poster.request import Request
    from journeys.poster.sheet import Watch

LEAST: Final = Paper(210.0, 297.0)


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """A form for each persona of the chosen journeys and one without a name, as many per sheet as fit."""
    wanted: list[Persona | None] = [document.personas[id_] for id_ in choice.personas(document, request.journeys)]
    wanted.append(None)
    forms = grid(request.sheet, LEAST, len(wanted))
    scale = _scale(document, wanted, forms.room(0, request.margin), request, say)
    made = []
    for index in range(ceil(len(wanted) / forms.held)):
        watch(index * forms.held / len(wanted))
        here = wanted[index * forms.held : (index + 1) * forms.held]
        layers = [cuts(request.sheet, forms, len(here), request.margin)]
        alts: dict[str, str] = {}
        for place, persona in enumerate(here):
            room = forms.room(place, request.margin)
            found, words = form(document, persona, room, scale, request, say, place)
            layers += found
            alts |= words
        names = [persona.name if persona else say("without a name") for persona in here]
        title = say("Heartbeat to draw: {names}", names=", ".join(names[:3]) + (" …" if len(names) > 3 else ""))
        drawing = Drawing(request.sheet.width, request.sheet.height, tuple(layers))
        made.append(Sheet(f"heartbeat-{index + 1}", title, drawing, alts=alts))
    return made


def _scale(document: Document, wanted: list[Persona | None], room: Rect, request: Request, say: Words) -> float:
    """The same type on all forms: the largest with which each leaves room enough for its curve."""
    usual = Paper(room.w, room.h).scale / LEAST.scale * 1.12

    def made(scale: float) -> tuple[float, bool]:
        fits = all(form_of(document, persona, room, scale, request, say).fits for persona in wanted)
        return scale, fits

    return largest(made, usual, lambda found: found[1])[0]
