"""Finds the party or journey that the user named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journeys.analysis.spots import counted_journeys
from journeys.edits import views
from journeys.errors import UsageError
from journeys.model.document import Document
from journeys.model.entities import View
from journeys.text import folded


def party(document: Document, named: str | None) -> str | None:
    """The id of the party with this name or id; None stands for the study's own scope.

    Raises UsageError `scope.unknown` or `scope.ambiguous`.
    """
    if named is None or named in document.parties:
        return named
    found = [party.id for party in document.parties.values() if folded(party.name) == folded(named)]
    if len(found) > 1:
        raise UsageError("scope.ambiguous", scope=named, known=", ".join(sorted(found)))
    if not found:
        raise UsageError("scope.unknown", scope=named, known=_listed(p.name for p in document.parties.values()))
    return found[0]


def seen_from(document: Document, named: str | None) -> Document:
    """The study as it is seen from the party with this name or id: gaps, posters and reports all follow.

    Raises UsageError as `party` does.
    """
    scope = party(document, named)
    if scope is None:
        return document
    seen = document.snapshot()
    study = document.study
    seen.write({("study", study.id): (study, replace(study, scope=scope))})
    return seen


def journeys(document: Document, named: str) -> list[str]:
    """The ids of the journeys with this id, title or persona, in reading order; "all" for every one that counts.

    A process behind a step is found by its title too.

    Raises UsageError `journey.unknown`.
    """
    if named in document.journeys:
        return [named]
    counted = counted_journeys(document)
    wanted = folded(named)
    found = [
        journey.id
        for journey in counted
        if wanted in ("all", folded(journey.title), folded(document.personas[journey.persona].name))
    ]
    found = found or [one.id for one in document.journeys.values() if folded(one.title) == wanted]
    if not found:
        known = _listed(journey.title for journey in counted)
        raise UsageError("journey.unknown", journey=named, known=known)
    return found


def saved_views(document: Document, named: str) -> list[View]:
    """The saved view with this name or id; "all" for every one, in their order.

    Raises UsageError `view.unknown` with what there is.
    """
    every = views.in_order(document)
    wanted = folded(named)
    found = [view for view in every if named == view.id or folded(view.name) == wanted]
    if not found and wanted == "all":
        found = every
    if not found:
        raise UsageError("view.unknown" if every else "view.none", view=named, known=_told(view.name for view in every))
    return found


def _told(names: Iterable[str], most: int = 12) -> str:
    """Some of the names, in their own order."""
    every = list(names)
    return ", ".join(every[:most]) + (" …" if len(every) > most else "")


def _listed(names: Iterable[str], most: int = 8) -> str:
    """Some of the names, each once, in the order of the alphabet."""
    every = sorted(set(names), key=folded)
    return ", ".join(every[:most]) + (" …" if len(every) > most else "")
