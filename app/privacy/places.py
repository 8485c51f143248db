"""To where something personal stands: its card on the map and its field, or the panel that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import going
from app.dialogs.poster.aside import call_back, covers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from app.study_view import StudyView
    from journeys.model.document import Document
    from journeys.model.fields import Kind


def show(view: StudyView, kind: Kind, id_: str, field: str = "") -> None:
    """Show it where it can be changed; nothing happens when it is gone."""
    document = view.session.document
    if document.get((kind, id_)) is None:
        return
    kind, id_ = _bearer(document, kind, id_)
    if kind == "fact":
        going.to_place_or_panel(view, kind, id_)
    elif kind == "cell":
        going.to_place(view, kind, id_)
    elif kind in going.SELECTABLE:
        going.to_subject(view, kind, id_)
        view.inspector.focus(field)
    else:
        view.inspect("study", document.study.id, field if kind == "study" else "")


def show_beside(dialog: QDialog, view: StudyView, kind: Kind, id_: str, field: str, back: str) -> None:
    """As `show`; a dialog that lies over the map steps aside, and the bar calls it back."""
    show(view, kind, id_, field)
    if covers(dialog, view.map):
        place = dialog.pos()
        dialog.hide()
        view.window().activateWindow()
        view.bar.tell(back, [(view.context.say("Back to the privacy check"), lambda: call_back(dialog, place))])


def _bearer(document: Document, kind: Kind, id_: str) -> tuple[Kind, str]:
    """What has a form: a picture stands with a persona or a step, a stance in a phase."""
    if kind == "stance":
        return "phase", document.stances[id_].phase
    if kind == "image":
        for persona in document.personas.values():
            if persona.portrait == id_:
                return "persona", persona.id
        for step in document.steps.values():
            if step.image == id_:
                return "step", step.id
    return kind, id_
