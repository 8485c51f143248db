"""Reads studies for the portfolio, in a worker: one that cannot be read is told and stops nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from app.tasks import Work
    from journeys.analysis.portfolio import Portfolio
    from journeys.errors import LevensreisError
    from journeys.model.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, by file; what could not be read, and why; and all of it compared."""

    documents: Mapping[str, Document]
    refused: Mapping[str, LevensreisError]
    portfolio: Portfolio


def read(paths: Sequence[Path], known: Mapping[str, Document], work: Work) -> Reading:
    """Read these files beside the studies that are known already. Raises Cancelled."""
    from journeys.analysis.portfolio import portfolio
    from journeys.errors import LevensreisError
    from journeys.store.opener import open_file

    documents, refused = dict(known), {}
    for index, path in enumerate(paths):
        work.watch((index + 1) / (len(paths) + 1))
        try:
            documents[str(path)] = open_file(path).document
        except LevensreisError as error:
            refused[str(path)] = error
    return Reading(documents, refused, portfolio(documents.items()))
