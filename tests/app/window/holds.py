"""What holds of a window at any moment, whatever was done to it."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from journeys.layout.map import Engine, MapSpec, map_layout
from journeys.model import graph as graphs
from journeys.model.integrity import check_document

if TYPE_CHECKING:
    from app.canvas.shown_map import ShownMap
    from app.window import StudyWindow
    from journeys.model.document import Document


def study_holds(document: Document) -> None:
    """No rule is broken; indexes and graphs say what the tables say."""
    assert not check_document(document)
    fresh = document.snapshot()
    for (_, id_), _entity in fresh:
        assert set(document.referrers(id_)) == set(fresh.referrers(id_))
    for journey in fresh.journeys:
        kept, built = document.graph(journey), graphs.build(journey, fresh.steps.values(), fresh.links.values())
        assert sorted(kept.nodes(data="step"), key=repr) == sorted(built.nodes(data="step"), key=repr)
        assert sorted(kept.edges(data="link"), key=repr) == sorted(built.edges(data="link"), key=repr)


def map_holds(map_: ShownMap) -> None:
    """What is drawn is what a fresh layout draws, and it can be seen."""
    seen = map_.visible_area()
    assert all(isfinite(value) for value in (map_.zoom, seen.x(), seen.y(), seen.width(), seen.height()))
    map_.lay_out_rest()
    if map_.journey not in map_.document.journeys:
        assert not map_.drawing.layers
        return
    assert not map_.rehearsing, "the map shows what is not"
    engine = Engine()
    engine.mark(map_.marks)
    fresh = map_layout(map_.document, MapSpec(map_.journey, **map_.choices, lens=map_.lens), map_.say, engine)
    assert map_.drawing == fresh, "the map is not as a fresh one"


def selection_holds(window: StudyWindow) -> None:
    """Only what exists is selected, in every view, and the window shows a journey that exists."""
    document, view = window.session.document, window.view
    known = {id_ for (_, id_), _entity in document}
    assert view.context.journey is None or view.context.journey in document.journeys
    assert view.context.journey is not None or not document.journeys
    assert view.map.journey == view.context.journey or view.context.journey is None
    for shown in {view.map, view.views.shown}:
        assert set(shown.selected()) <= known, f"{shown} has selected what is gone"


def window_holds(window: StudyWindow) -> None:
    """All of it, and the working copy has what is shown. For a moment in which nothing is held or open."""
    document = window.session.document
    study_holds(document)
    assert window.file.copy.document() == document, "what is stored is not what is shown"
    selection_holds(window)
    map_holds(window.view.map)


def undo_takes_all_back(window: StudyWindow, start: Document) -> None:
    """Undo to the beginning, redo to the end: the study is there what it was, and so is the working copy."""
    history, end, last = window.history, window.session.document.snapshot(), window.history.index
    assert history.go_to(0), "undo was refused"
    assert window.session.document == start, "undoing everything does not give the beginning"
    window_holds(window)
    assert history.go_to(last), "redo was refused"
    assert window.session.document == end, "redoing everything does not give the end"
    window_holds(window)
