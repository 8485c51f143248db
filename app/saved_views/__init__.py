"""Named views of a study: what is shown, by which lens and how large, for presenting and printing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from app.saved_views.panel import ViewsPanel
    from app.study_view import StudyView
    from app.window import StudyWindow

COMMAND = "saved_views"


def fill(view: StudyView, menu: QMenu) -> None:
    """The saved views of the study, to choose from."""
    from app.actions import choice
    from app.plain import literal
    from app.saved_views import chosen
    from journeys.edits.views import in_order

    held, say = chosen.of(view), view.context.say
    held.follow()
    for saved in in_order(view.context.document):
        here = held.saved is not None and held.saved.id == saved.id
        name = say("{name} (changed)", name=saved.name) if here and held.differs else saved.name
        choice(menu, literal(name), partial(held.show, saved.id), checked=here)
    if menu.isEmpty():
        choice(menu, say("No saved views yet"), lambda: None, enabled=False)


def save(view: StudyView) -> None:
    """Keep what is shown now, its name ready to be typed over."""
    _opened(view).add()


def manage(view: StudyView) -> None:
    """Open the list of saved views, or close it."""
    known = _open_panel(view)
    if known is not None:
        known.close_panel()
    else:
        _opened(view)


def choose(view: StudyView, saved: str) -> None:
    """Show all of this view."""
    from app.saved_views import chosen

    chosen.of(view).show(saved)


def forward(view: StudyView) -> None:
    """The next saved view."""
    _step(view, 1)


def backward(view: StudyView) -> None:
    """The one before."""
    _step(view, -1)


def _step(view: StudyView, by: int) -> None:
    from app.panels.message_bar import announce
    from app.saved_views import chosen
    from journeys.edits.views import in_order

    held, say = chosen.of(view), view.context.say
    wanted = held.next_id(by)
    if wanted is None:
        view.bar.tell(say("There are no saved views yet. Save this one with “Save this view”."))
        return
    held.show(wanted)
    ids = [saved.id for saved in in_order(view.context.document)]
    name = view.context.document.views[wanted].name
    text = say("View {i} of {n}: {name}", i=ids.index(wanted) + 1, n=len(ids), name=name)
    status = cast("StudyWindow", view.window()).status
    if status is not None:
        status.showMessage(text, 3000)
    announce(view, text)


def present_chosen(view: StudyView) -> None:
    """Present the view that was chosen last, else what is shown."""
    from app.saved_views import chosen

    saved = chosen.of(view).saved
    present(view, saved.id if saved is not None else None)


def present(view: StudyView, saved: str | None) -> None:
    """Present this view; without one, the journey on the map."""
    from app import present as stage
    from journeys.layout.slides.from_view import show_of

    window = cast("StudyWindow", view.window())
    held = view.session.document.views.get(saved or "")
    if held is None:
        window.actions_by_code["present"].trigger()
    else:
        stage.begin(window, show_of(view.session.document, held))


def print_it(view: StudyView, saved: str) -> None:
    """The poster's dialog, asking for this view."""
    from app.dialogs import poster

    dialog = poster.show(cast("StudyWindow", view.window()))
    if dialog is not None:
        dialog.take_view(saved)


def _open_panel(view: StudyView) -> ViewsPanel | None:
    from app.saved_views.panel import ViewsPanel

    return next((each for each in view.findChildren(ViewsPanel) if not each.isHidden()), None)


def _opened(view: StudyView) -> ViewsPanel:
    from app.saved_views.panel import ViewsPanel

    known = _open_panel(view)
    if known is not None:
        return known
    panel = ViewsPanel(view)
    panel.left.connect(lambda: view.views.widget_shown.setFocus())  # noqa: PLW0108 - the view that is shown then
    if panel.chosen.saved is not None:
        panel.rows.choose(panel.chosen.saved.id)
    panel.open_at(_under_button(view), panel.rows if panel.rows.count() else panel.new)
    return panel


def _under_button(view: StudyView) -> QPoint:
    """Below the toolbar's button; without one in the corner of what is shown."""
    for button in view.window().findChildren(QToolButton):
        action = cast("QAction | None", button.defaultAction())
        if action is not None and button.isVisible() and action.objectName() == COMMAND:
            return view.mapFromGlobal(button.mapToGlobal(QPoint(0, button.height() + 6)))
    return view.views.mapTo(view, QPoint(12, 12))
