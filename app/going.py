"""To where something is: its journey, its place in a view, the panel that has it, its form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.panels.facts import FactsPanel
    from app.study_view import StudyView
    from journeys.edits.edit import Edit
    from journeys.model.changes import Key
    from journeys.model.document import Document
    from journeys.model.fields import Kind

SELECTABLE: Final[tuple[Kind, ...]] = ("step", "phase", "note", "link", "persona", "journey", "party")


def to_place(view: StudyView, kind: str, id_: str) -> None:
    """To where it stands on the map, in its journey; the tab stays."""
    journey = journey_of(view.session.document, kind, id_)
    if journey is not None and journey != view.context.journey:
        view.show_journey(journey)
    view.reveal(id_)


def to_place_or_panel(view: StudyView, kind: str, id_: str) -> None:
    """To its place on the map; what is not on the map is shown in the panel that has it."""
    note = view.session.document.notes.get(id_)
    on_map = kind in ("step", "link") or (note is not None and bool(note.step or note.phase))
    if kind == "phase" or on_map:
        to_place(view, kind, id_)
    elif kind == "fact":
        view.tabs.show_panel("facts")
        cast("FactsPanel", view.tabs.panel("facts")).bring(id_)
    elif kind in (*SELECTABLE, "study"):
        to_subject(view, kind, id_)


def to_any(view: StudyView, id_: str) -> None:
    """As `to_place_or_panel`, of whatever has this id."""
    kind = next((kind for kind, table in view.session.document.tables.items() if id_ in table), None)
    if kind is not None:
        to_place_or_panel(view, kind, id_)


def to_subject(view: StudyView, kind: str, id_: str) -> None:
    """To something wherever it is: its journey, its place in the view, its form."""
    if kind == "view":
        from app import saved_views

        saved_views.choose(view, id_)
        return
    document = view.session.document
    journey = id_ if kind == "journey" else journey_of(document, kind, id_)
    if journey is not None and journey != view.context.journey:
        view.show_journey(journey)
    if id_ in (*document.steps, *document.phases, *document.links, *document.notes):
        view.map.reveal(id_)
    view.inspect(kind, id_)


def to_edit(view: StudyView, edit: Edit) -> None:
    """After undo and redo: to where it happened."""
    document = view.session.document
    for id_ in edit.subjects:
        step = document.steps.get(id_)
        if step is not None and step.journey != view.context.journey:
            view.show_journey(step.journey)
        if step is not None and view.map.hits.main(id_) is None:
            view.map.select((id_,))  # steps can be chosen before they are laid out
            view.map.once_whole(partial(_bring, view, id_))
            return
        if step is not None or id_ in document.phases:
            view.reveal(id_)
            return


def _bring(view: StudyView, id_: str) -> None:
    """Into view, if it is still what is selected."""
    if id_ in view.map.selected():
        view.map.picked.stand_on(view.map.hits.main(id_))


def journey_of(document: Document, kind: str, id_: str) -> str | None:
    """The journey in which something stands; None where it stands in none."""
    if kind == "step":
        return document.steps[id_].journey
    if kind == "link":
        return document.steps[document.links[id_].source].journey
    if kind == "note":
        note = document.notes[id_]
        return document.steps[note.step].journey if note.step else note.journey
    return document.cells[id_].journey if kind == "cell" else None


def keys(document: Document, ids: Iterable[str]) -> Iterator[Key]:
    """What these ids stand for; ids of nothing that can be selected are left out."""
    for id_ in ids:
        kind = next((kind for kind in SELECTABLE if document.get((kind, id_)) is not None), None)
        if kind is not None:
            yield (kind, id_)
