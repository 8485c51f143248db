"""The toolbar's button of the saved views: says which one is shown, and whether it was changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QToolButton

from app.icons import icon
from app.plain import literal, tip
from app.toolbar import Toolbar
from journeys.phrases.terms import shortened

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.saved_views.chosen import Chosen
    from app.study_view import StudyView

LONGEST: Final = 26
"""Letters of a name on the button; the whole is in its tip."""


def attach(view: StudyView, chosen: Chosen) -> None:
    """Let the button follow."""
    chosen.changed.connect(partial(_follow, view, chosen))


def _follow(view: StudyView, chosen: Chosen) -> None:
    if getattr(view.window(), "view", None) is not view:
        return  # let go of: the window speaks another language by now, or shows another study
    actions: dict[str, QAction] = getattr(view.window(), "actions_by_code", {})
    action = actions.get("saved_views")
    if action is None:
        return
    saved, say, colours = chosen.saved, view.context.say, view.context.colours
    action.setIcon(icon("views" if saved is None else "views_chosen", colours.text, colours.idle))
    if saved is None:
        action.setIconText(say("Views"))
        tip(action, say("Saved views"))
    else:
        short = shortened(saved.name, LONGEST)
        action.setIconText(literal(f"{short} *" if chosen.differs else short))
        name = say("{name} (changed)", name=saved.name) if chosen.differs else saved.name
        tip(action, say("Saved view: {name}", name=name))
    bar: Toolbar | None = view.window().findChild(Toolbar)
    if bar is not None:
        mine = (each for each in bar.findChildren(QToolButton) if each.defaultAction() is action)
        bar.telling = next(mine, None) if saved is not None else None
        bar.fit()
