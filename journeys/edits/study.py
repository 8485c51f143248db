"""Verbs on the study itself, and the empty study that everything begins with."""

from __future__ import annotations

import datetime as dt
from typing import Final

from journeys.edits import entities
from journeys.edits.edit import Edit, NewId, new_id
from journeys.errors import EditError
from journeys.i18n import TONGUES, Language, words
from journeys.model.document import Document
from journeys.model.entities import Entity, Lane, LaneKind, Moment, Party, Phase, Study

LANES: Final[tuple[LaneKind, ...]] = ("steps", "heartbeat", "contact", "needs", "opportunities", "backstage")


def change(document: Document, **fields: object) -> Edit:
    """Set fields of the study."""
    return entities.change(document, "study", document.study.id, **fields)


def set_scope(document: Document, party: str) -> Edit:
    """See presence from another party: the whole municipality or one department."""
    edit = change(document, scope=party)
    return Edit("study.scope", edit.changes, {"title": document.parties[party].name}, edit.subjects)


def set_date(document: Document, date: dt.date | None, day: int = 0) -> Edit:
    """Say on which date a day of the study falls, so that all days have dates; None takes the dates away.

    Raises EditError `edit.date` where the calendar ends.
    """
    try:
        zero = None if date is None else date - dt.timedelta(days=day)
    except OverflowError:
        raise EditError("edit.date") from None
    edit = change(document, day0_date=zero)
    return Edit("study.undated" if zero is None else "study.dated", edit.changes, {}, edit.subjects)


def shift_dates(document: Document, days: int) -> Edit:
    """All dates so many days later; nothing without dates. Raises EditError `edit.date` where the calendar ends."""
    zero = document.study.day0_date
    try:
        return set_date(document, None if zero is None else zero + dt.timedelta(days=days))
    except OverflowError:
        raise EditError("edit.date") from None


def blank(title: str, language: Language, *, create_id: NewId = new_id) -> Document:
    """An empty study: three phases around day 0, one municipality, the usual lanes, no persona yet."""
    say = words(language)
    town = Party(create_id(), say("Municipality"), "municipality")
    made: list[Entity] = [
        Study(create_id(), title, language=TONGUES[language].texts, scope=town.id, end_day=90),
        town,
        Moment(create_id(), say("At the desk"), 0, is_day0=True),
        Phase(create_id(), say("Before"), -90),
        Phase(create_id(), say("At the desk"), 0),
        Phase(create_id(), say("After"), 1),
    ]
    made += [Lane(create_id(), kind, order=order) for order, kind in enumerate(LANES)]
    return Document.of(made)
