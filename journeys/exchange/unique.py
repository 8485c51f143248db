"""Names for a file in which things are known by their names: no two of a kind are called the same."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from journeys.edits.naming import in_order, numbered, titled
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from journeys.model.document import Document


class Unique:
    """Id → name, per kind; the intake numbers them the same way, so that they lead to the same things again."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def phases(self) -> dict[str, str]:
        return numbered((phase.id, phase.name) for phase in phases_in_order(self._document))

    @cached_property
    def personas(self) -> dict[str, str]:
        return numbered((persona.id, persona.name) for persona in in_order(self._document.personas.values()))

    @cached_property
    def parties(self) -> dict[str, str]:
        return numbered((party.id, party.name) for party in in_order(self._document.parties.values()))

    @cached_property
    def channels(self) -> dict[str, str]:
        return numbered((channel.id, channel.name) for channel in in_order(self._document.channels.values()))

    @cached_property
    def sources(self) -> dict[str, str]:
        return numbered((source.id, source.title) for source in in_order(self._document.sources.values()))

    @cached_property
    def journeys(self) -> dict[str, str]:
        return titled(self._document.journeys.values())
