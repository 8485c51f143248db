"""The figures of the help: drawn from the sample study, or a few strokes of our own; never a picture that ages."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from journeys.help import strokes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeys.i18n import Words
    from journeys.layout.drawing import Drawing
    from journeys.layout.slides import Show, Slide, Stage
    from journeys.model.document import Document
    from journeys.poster.sheet import Sheet

SAMPLE: Final = "child"
NET_ASPECT: Final = 1.7


def figure(name: str, say: Words) -> Drawing:
    """The figure with this name, in the words of this language. Raises KeyError for an unknown one."""
    return FIGURES[name](say)


@lru_cache(maxsize=2)
def study(say: Words) -> Document:
    """The study from which figures are drawn."""
    from journeys import templates

    return templates.sample(SAMPLE, say.language).document


def _slide(
    say: Words, wanted: Callable[[Document, Slide], bool], show: Show, shown: int | None = None
) -> Drawing:  # fmt: skip
    """The first slide that is wanted."""
    from journeys.layout.slides import programme, slide_layout

    document = study(say)
    slide = next(slide for slide in programme(document, show) if wanted(document, slide))
    return slide_layout(document, slide, _stage(), say, show=show, shown=shown)


def _stage() -> Stage:
    from journeys.layout.slides import Stage

    return Stage()


def _show(say: Words, **rules: str) -> Show:
    from journeys.layout.slides import Show

    base = Show((_first(study(say)),))
    return replace(base, **rules)  # type: ignore[arg-type]  # the names and values of its choices


def _first(document: Document) -> str:
    return next(_journeys(document))


def _journeys(document: Document) -> Iterator[str]:
    held = sorted(document.journeys.values(), key=lambda one: (document.personas[one.persona].order, one.order))
    return (one.id for one in held if one.variant == "current")


def _whole(say: Words) -> Drawing:
    return _slide(say, lambda _, slide: slide.kind == "whole", _show(say))


def _lens(say: Words) -> Drawing:
    from journeys.layout.slides import programme, slide_layout

    show, document = _show(say, lens="roles"), study(say)
    phases = [slide for slide in programme(document, show) if slide.kind == "phase"]
    busiest = max(phases, key=lambda slide: sum(step.phase == slide.subject for step in document.steps.values()))
    return slide_layout(document, busiest, _stage(), say, show=show)


def _phase(say: Words) -> Drawing:
    return _slide(say, lambda document, slide: slide.kind == "phase" and _absent(document, slide), _show(say))


def _absent(document: Document, slide: Slide) -> bool:
    from journeys.analysis.gaps import gaps_in
    from journeys.analysis.scene import scene

    found = gaps_in(scene(document), document.journeys[slide.journey])
    return slide.subject in {gap.phase for gap in found}


def _gaps(say: Words) -> Drawing:
    """Two of them: what can be done about them comes after that."""
    return _slide(say, lambda _, slide: slide.kind == "gaps", _show(say), 2)


def _step(say: Words) -> Drawing:
    def quoted(document: Document, slide: Slide) -> bool:
        quotes = {note.step for note in document.notes.values() if note.kind == "quote"}
        return slide.kind == "step" and slide.subject in quotes

    return _slide(say, quoted, _show(say, way="steps"))


def _network(say: Words) -> Drawing:
    from journeys.analysis.ecosystem import ecosystem
    from journeys.analysis.scene import scene
    from journeys.layout.ecosystem import NetSpec, lay_out

    document = study(say)
    return lay_out(document, ecosystem(scene(document)), NetSpec(aspect=NET_ASPECT), say).drawing


def _compare(say: Words) -> Drawing:
    from journeys.poster.kinds import compare
    from journeys.poster.request import Request

    document = study(say)
    return _sheet(compare.sheets(document, Request(kind="compare", paper="A2", findings=False), say))


def _canvas(say: Words) -> Drawing:
    from journeys.poster.kinds import blank
    from journeys.poster.request import Request

    return _sheet(blank.sheets(study(say), Request(kind="blank", paper="A2"), say))


def _poster(say: Words) -> Drawing:
    from journeys.poster.kinds import journey
    from journeys.poster.request import Request

    document = study(say)
    return _sheet(journey.sheets(document, Request(journeys=(_first(document),), paper="A2"), say))


def _sheet(made: list[Sheet]) -> Drawing:
    return made[0].drawing


FIGURES: Final[dict[str, Callable[[Words], Drawing]]] = {
    "whole": _whole, "phase": _phase, "gaps": _gaps, "step": _step, "lens": _lens, "network": _network,
    "compare": _compare, "canvas": _canvas, "poster": _poster,
    "story": strokes.story, "presence": strokes.presence, "faces": strokes.faces, "round": strokes.three_hours,
    "screens": strokes.screens, "tiles": strokes.tiles, "saving": strokes.saving, "quick": strokes.quick,
}  # fmt: skip
