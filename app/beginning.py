"""New studies that are not in a file yet: of a life event, of a sample, empty, or out of another study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from app.program import Program
    from app.window import StudyWindow
    from journeys.i18n import Words
    from journeys.model.document import Document


def start_life_event(program: Program, asking: StudyWindow, code: str, *, personas: bool) -> None:
    """A new study of a life event."""
    from journeys import templates

    say = program.dress.say
    try:
        document = templates.create(code, say.language, personas=personas)
    except LevensreisError as error:
        program.tell(asking, error)
        return
    program.show_new(asking, _with_persona(document, say) if code == templates.BLANK else document)


def start_blank(program: Program, asking: StudyWindow) -> None:
    """An empty study with one persona, ready to be drawn."""
    from journeys.edits import study

    say = program.dress.say
    program.show_new(asking, _with_persona(study.blank(say("New study"), say.language), say))


def start_sample(program: Program, asking: StudyWindow, code: str) -> None:
    """A copy of a sample with its pictures: whatever is tried in it, the sample stays."""
    from journeys import templates

    try:
        found = templates.sample(code, program.dress.say.language)
    except LevensreisError as error:
        program.tell(asking, error)
        return
    window = program.show_new(asking, found.document, found.images)
    if window.view is not None and not program.dress.large:  # what it tells is seen at once; later one reads closer
        QTimer.singleShot(0, window.view, window.view.map.zoom_to_fit)


def open_copy(program: Program, asking: StudyWindow, document: Document, images: dict[str, bytes]) -> None:
    """A study that another one gave rise to."""
    made = program.show_new(asking, document, images)
    if asking.view is not None and asking.view.context.names_hidden:  # the same people, before the same room
        made.actions_by_code["hide_names"].trigger()


def _with_persona(document: Document, say: Words) -> Document:
    """The study with one persona and a journey to draw in."""
    from app.panels import sidebar_verbs

    edit, _, _ = sidebar_verbs.persona_with_journey(document, say("New persona"), say("New journey"))
    document.write(edit.changes)  # nobody has seen it yet, so this is no edit to undo
    return document
