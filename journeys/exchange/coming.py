"""What a reader of steps found in a file, and the whole new study that it makes where none is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeys import text
from journeys.edits import intake
from journeys.edits import study as studies
from journeys.edits.edit import new_id
from journeys.edits.incoming import Goal, Incoming
from journeys.errors import EditError, ExchangeError
from journeys.exchange.guessed import guessed
from journeys.exchange.imported import Imported, Notice
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Journey, Persona
from journeys.model.integrity import check_document

if TYPE_CHECKING:
    from journeys.i18n import Language


@dataclass(frozen=True, slots=True)
class Coming:
    """What came out of a file, and what the file calls itself (empty where it does not)."""

    incoming: Incoming
    title: str = ""


def to_study(coming: Coming, name: str, language: Language) -> Imported:
    """A new study of it, all or an error; `name` is its title where the file has none.

    Raises ExchangeError `grid.no_rows` where nothing comes in, `grid.rule`, and as the intake refuses.
    """
    document, goal = blank(coming.title or name, language)
    try:
        taken = intake.taken(document, coming.incoming, goal)
    except EditError as error:
        raise ExchangeError(error.code, **error.values) from None
    if not taken.edit:
        raise ExchangeError("grid.no_rows")
    document.write(taken.edit.changes)  # nobody has seen it yet, so this is no edit to undo
    for problem in check_document(document):
        raise ExchangeError("grid.rule", problem=problem)
    told = (*coming.incoming.remarks, *taken.remarks, *guessed(coming.incoming, taken.edit, document))
    return Imported(
        document, notices=tuple(Notice(remark.code, {**remark.values, "rows": remark.rows}) for remark in told)
    )


def blank(title: str, language: Language) -> tuple[Document, Goal]:
    """The study that steps go into when there is none: one empty journey, which gives way to what comes in."""
    say = words(language)
    bare = text.title(title) or say("New study")
    document = studies.blank(bare, language)
    persona = Persona(new_id(), say("New persona"))
    journey = Journey(new_id(), persona.id, bare)
    document.write({("persona", persona.id): (None, persona), ("journey", journey.id): (None, journey)})
    return document, Goal(journey.id, title=bare, persona=persona.name, fresh=True)
