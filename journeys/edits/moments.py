"""Verbs on moments: add, shift, delete, and make another one day 0."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Moment


def add(document: Document, name: str, day: int, *, create_id: NewId = new_id) -> Edit:
    """A named day."""
    return entities.add(document, Moment(create_id(), name, day))


def move(document: Document, moment: str, day: int) -> Edit:
    """Let a moment lie on another day; deadlines that count from it move along. Day 0 itself stays on day 0."""
    found: Moment = Draft(document).get("moment", moment)
    if found.is_day0 and day != 0:
        raise EditError("edit.day0", title=found.name)
    return entities.change(document, "moment", moment, day=day)


def delete(document: Document, moment: str) -> Edit:
    """Delete a moment with the deadlines that count from it; day 0 itself cannot go."""
    found: Moment = Draft(document).get("moment", moment)
    if found.is_day0:
        raise EditError("edit.day0", title=found.name)
    return entities.delete(document, "moment", moment)


def set_day0(document: Document, moment: str) -> Edit:
    """Make a moment day 0: every day in the study is counted from it from now on, nothing moves in time."""
    draft = Draft(document)
    chosen: Moment = draft.get("moment", moment)
    shift = -chosen.day
    for kind, field in (("moment", "day"), ("phase", "start_day"), ("step", "day")):
        for entity in document.tables[kind].values():  # type: ignore[index]  # the three names above are kinds
            draft.put(_shifted(entity, shift, field))
    for fact in document.facts.values():
        draft.put(_shifted(fact, shift, "from_day", "to_day"))
    for other in document.moments.values():
        draft.put(replace(draft.get("moment", other.id), is_day0=other.id == moment))
    study = _shifted(document.study, shift, "end_day")
    if study.day0_date is not None:
        study = replace(study, day0_date=_earlier(study.day0_date, shift))
    draft.put(study)
    return draft.edit("moment.day0", subjects=(moment,), title=chosen.name)


def _earlier(date: dt.date, days: int) -> dt.date:
    try:
        return date - dt.timedelta(days=days)
    except OverflowError:
        raise EditError("edit.date") from None


def _shifted(entity: Any, days: int, *fields: str) -> Any:
    held = {field: getattr(entity, field) for field in fields}
    return replace(entity, **{field: day + days for field, day in held.items() if day is not None})
