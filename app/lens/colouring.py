"""Colours the map by the chosen lens, in step with what is found in the study."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from app.lens.legend import LensBar
    from app.study_view import StudyView
    from journeys.analysis.lenses.marks import Marks


def follow(view: StudyView) -> None:
    """Show the map as the chosen lens sees the study that was looked at last; and the legend with it.

    What was edited since is coloured as it was; what is found of it follows in a moment.
    """
    lens = view.context.lens
    if lens is None:
        view.map.colour_by("", {})
    elif view.insights.latest is not None:
        view.map.colour_by(lens, _marks(view, lens))
    show_legend(view)


def show_legend(view: StudyView) -> None:
    """Under the map, and only there."""
    wanted = bool(view.map.lens) and view.views.code == "map"
    if wanted or "lens" in view.strips:
        bar = cast("LensBar", view.strip("lens"))
        if wanted:
            bar.display()
        bar.put_away(away=not wanted)


def _marks(view: StudyView, lens: str) -> Marks:
    from journeys.analysis.lenses.marks import marks

    insight, journey = view.insights.latest, view.map.journey
    if insight is None or journey is None or journey not in insight.scene.document.journeys:
        return {}
    return dict(marks(insight.scene, lens, journey))
