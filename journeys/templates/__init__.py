"""Life events: reads their data files and makes a study of one, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from journeys.i18n import TEXTS, Language
from journeys.model.document import Document
from journeys.templates.branches import Branch, branch, branches
from journeys.templates.making import NewId, build, say_in
from journeys.templates.reading import Template, codes, head, parse, read
from journeys.templates.sampling import Sample, SampleStudy, sample, sample_codes, samples

__all__ = [
    "BLANK", "Branch", "Offer", "Sample", "SampleStudy", "Template", "branch", "branches", "build", "create",
    "life_events", "offers", "parse", "read", "sample", "sample_codes", "samples",
]  # fmt: skip

BLANK: Final = "blank"
"""The code of the life event that is no life event yet: structure alone."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A life event as it is offered: its title, and one line about it."""

    code: str
    title: str
    summary: str


def offers(language: Language) -> list[Offer]:
    """Every life event there is, in the order in which they are offered."""
    return [
        Offer(code, _text(head(code, "study"), "title", language, code), _text(about, "summary", language, code))
        for code, about in _in_order()
    ]


def life_events() -> list[tuple[str, dict[Language, str]]]:
    """Code and title per language of every life event there is, in the order in which they are offered."""
    return [
        (code, {language: _text(head(code, "study"), "title", language, code) for language in TEXTS})
        for code, _ in _in_order()
    ]


def create(code: str, language: Language, *, personas: bool = True, new_id: NewId | None = None) -> Document:
    """A study of this life event; without personas: phases, parties, channels, moments, lanes and facts.

    Raises UsageError for an unknown life event, TemplateError where its file is wrong.
    """
    return build(read(code), language, personas=personas, new_id=new_id, name=f"{code}.json")


def _in_order() -> list[tuple[str, Template]]:
    """Code and the section about each, which says where it comes; what does not say so comes last."""
    found = [(code, head(code, "about")) for code in codes()]
    return sorted(found, key=lambda item: (item[1].get("order", len(found)), item[0]))


def _text(section: Template, key: str, language: Language, code: str) -> str:
    return say_in(section.get(key, ""), language, f"{code}.json: {key}")
