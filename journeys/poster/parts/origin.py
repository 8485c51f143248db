"""Where a sheet comes from: who made it, when, which version with which fingerprint, on what grounds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.errors import UsageError
from journeys.poster.parts import dates

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.request import Request

DIGITS: Final = 8
LONGEST_LINK: Final = 300
"""Longer addresses make squares too small to scan."""


class Origin(NamedTuple):
    """Where it comes from and on what talks it is based, in a few words each; and an address for a QR code, if any."""

    made: tuple[str, ...]
    talks: str = ""
    link: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """To print one after the other."""
        return (*self.made, self.talks) if self.talks else self.made


def origin(document: Document, request: Request, say: Words) -> Origin:
    """Worked out once for all sheets of a poster. Raises UsageError `poster.link` for a link nobody can scan."""
    link = request.link.strip()
    if len(link) > LONGEST_LINK or not link.isprintable():
        raise UsageError("poster.link", most=LONGEST_LINK)
    study = document.study
    date = request.on or dates.last_heard(document)
    version = say("version {n}", n=study.edition)
    people = sum(source.people for source in document.sources.values() if source.kind == "interview")
    facts = (study.organisation, dates.in_words(date, say) if date else "", f"{version} ({fingerprint(document)})")
    talks = say.many("based on a talk with {n} person", "based on talks with {n} people", people) if people else ""
    return Origin(tuple(filter(None, facts)), talks, link)


def fingerprint(document: Document) -> str:
    """Eight hex digits that are others as soon as anything in the study is another; order of storage aside."""
    entities = sorted(document, key=lambda entry: entry[0])
    return hashlib.sha256(repr(entities).encode("utf-8", "backslashreplace")).hexdigest()[:DIGITS]
