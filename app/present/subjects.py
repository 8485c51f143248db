"""What can be presented: a journey, all of a persona's, all of the study, or a saved view; by phase or step by step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.actions import choice
from app.panels.labels import VARIANTS
from app.plain import literal
from journeys.analysis.spots import counted_journeys
from journeys.layout.slides import Show

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from app.study_view import StudyView
    from journeys.i18n import Words
    from journeys.layout.slides.slide import Slide, Way
    from journeys.model.document import Document

    Choose = Callable[[Show], object]


def of_view(view: StudyView, way: Way, *, here: bool = False) -> Show:
    """What the window shows now; `here`: from the phase or step that is selected."""
    context, chosen = view.context, view.map.choices
    show = Show(
        (context.journey,) if context.journey else (), way, chosen.get("scope"), context.lens or "",
        axis="true" if chosen.get("axis") == "true" else "equal",
    )  # fmt: skip
    return from_selected(view, show) if here else show


def from_selected(view: StudyView, show: Show) -> Show:
    """The show, from what is selected: a step, a phase, or where a note hangs."""
    document = view.session.document
    for id_ in view.map.selected():
        note = document.notes.get(id_)
        step = document.steps.get(id_) or document.steps.get((note.step if note is not None else None) or "")
        if step is not None:
            first = step.phase if show.way == "phases" else None
            return replace(show, step=step.id, phase=first)
        phase = id_ if id_ in document.phases else note.phase if note is not None else None
        if phase in document.phases:
            return replace(show, phase=phase)
    return show


def at_first_step(document: Document, show: Show) -> Show:
    """A show by steps that begins at a phase begins at the first step of that phase."""
    found = [] if show.step is not None or show.phase is None else [
        step for step in document.steps.values()
        if step.phase == show.phase and step.journey in show.journeys and step.stage == "front"
    ]  # fmt: skip
    first = min(found, key=lambda step: (step.column, step.track), default=None)
    return show if first is None else replace(show, step=first.id)


def at_slide(document: Document, show: Show, slide: Slide) -> Show:
    """The show, from what this slide of another show is about."""
    step = document.steps.get(slide.subject)
    if step is not None:
        return replace(show, step=step.id, phase=step.phase)
    if slide.subject not in document.phases:
        return show
    from_phase = replace(show, phase=slide.subject)
    return at_first_step(document, from_phase) if show.way == "steps" else from_phase


def still_there(document: Document, show: Show, instead: str | None) -> Show:
    """The show without what was deleted; when nothing is left of it, `instead` or the first journey."""
    journeys = tuple(id_ for id_ in show.journeys if id_ in document.journeys)
    if not journeys:
        others = [instead, *(journey.id for journey in counted_journeys(document))]
        journeys = tuple(id_ for id_ in others if id_ is not None and id_ in document.journeys)[:1]
    scope = show.scope if show.scope in document.parties else None
    lanes = None if show.lanes is None else tuple(id_ for id_ in show.lanes if id_ in document.lanes)
    return replace(show, journeys=journeys, scope=scope, lanes=lanes)


def fill(menu: QMenu, document: Document, show: Show, say: Words, choose: Choose) -> None:
    """The choices; the one that holds is ticked."""
    _fill_journeys(menu, document, show, say, choose)
    _fill_views(menu, document, show, say, choose)
    menu.addSeparator()
    ways: tuple[tuple[Way, str], ...] = (("phases", say("Phase by phase")), ("steps", say("Step by step")))
    for way, name in ways:
        choice(menu, name, partial(choose, replace(show, way=way, phase=None, step=None)), checked=show.way == way)


def _fill_journeys(menu: QMenu, document: Document, show: Show, say: Words, choose: Choose) -> None:
    counted = counted_journeys(document)
    personas = sorted(document.personas.values(), key=lambda persona: persona.order)
    several = []
    for persona in personas:
        mine = sorted((one for one in counted if one.persona == persona.id), key=lambda one: one.order)
        for journey in mine:
            name = say("{title} — {variant}", title=journey.title, variant=say(VARIANTS[journey.variant]))
            _offer(menu, literal(f"{persona.name}: {name}"), (journey.id,), show, choose)
        if len(mine) > 1:
            title = say("All journeys of {name}", name=persona.name)
            several.append((literal(title), tuple(one.id for one in mine)))
    menu.addSeparator()
    for title, journeys in several:
        _offer(menu, title, journeys, show, choose)
    if len(counted) > 1:
        order = {persona.id: place for place, persona in enumerate(personas)}
        whole = sorted(counted, key=lambda one: (order[one.persona], one.order))
        _offer(menu, say("All journeys of the study"), tuple(one.id for one in whole), show, choose)


def _offer(menu: QMenu, text: str, journeys: tuple[str, ...], show: Show, choose: Choose) -> None:
    other = replace(show, journeys=journeys, phase=None, step=None)
    choice(menu, text, partial(choose, other), checked=journeys == show.journeys)


def _fill_views(menu: QMenu, document: Document, show: Show, say: Words, choose: Choose) -> None:
    views = sorted(document.tables["view"].values(), key=lambda view: view.order)
    if not views:
        return
    from journeys.layout.slides.from_view import show_of

    menu.addSeparator()
    for view in views:
        other = replace(show_of(document, view), way=show.way)
        text = literal(say("View: {name}", name=view.name))
        choice(menu, text, partial(choose, other), checked=_same(other, show))


def _same(one: Show, other: Show) -> bool:
    return replace(one, phase=None, step=None) == replace(other, phase=None, step=None)
