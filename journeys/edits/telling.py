"""What a row says of a step, put into that step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journeys.edits.incoming import IncomingStep
from journeys.edits.naming import Names
from journeys.edits.texts import Texts
from journeys.model.entities import Step
from journeys.model.values import Contact, Evidence


class Telling:
    """Puts rows into steps; parties, channels and sources come in by their names."""

    def __init__(self, names: Names, texts: Texts) -> None:
        self._names, self._line, self._body = names, texts.line, texts.body

    def told(self, each: IncomingStep, step: Step) -> Step:
        given: dict[str, Any] = {
            "title": self._line(each.title), "body": self._body(each.body), "place": self._line(each.place),
            "contacts": self._contacts(each), "day": each.day, "lasts": each.lasts, "emotion": each.emotion,
            "moment_of_truth": each.moment_of_truth,
        }  # fmt: skip
        given = {field: value for field, value in given.items() if value not in (None, "", ())}
        if each.nobody:
            given |= {"nobody": True, "contacts": ()}
        elif given.get("contacts"):
            given["nobody"] = False
        return replace(step, evidence=self._evidence(each, step.evidence), **given)

    def _contacts(self, each: IncomingStep) -> tuple[Contact, ...]:
        found = (
            Contact(
                self._names.party(self._line(said.party)) if said.party else None,
                self._names.channel(self._line(said.channel)) if said.channel else None,
                self._names.party(self._line(said.passes_on_for)) if said.passes_on_for else None,
            )
            for said in each.contacts
        )
        return tuple(dict.fromkeys(contact for contact in found if contact != Contact()))

    def _evidence(self, each: IncomingStep, held: Evidence) -> Evidence:
        sources = [id_ for said in each.sources if (id_ := self._names.source(self._line(said))) is not None]
        return Evidence(
            each.status or held.status, tuple(dict.fromkeys((*held.sources, *sources))),
            self._body(each.evidence) or held.note,
        )  # fmt: skip
