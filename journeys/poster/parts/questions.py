"""The questions that the journeys of a sheet are about, as a panel beside its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.poster.parts.blocks import Block, Style, paragraph, stacked
from journeys.poster.parts.glance import LABEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.panels import Panel

ONE: Final = Style(8.8, "semibold", leading=1.3)
EACH: Final = Style(7.2, "semibold", leading=1.25)
WHO: Final = Style(6.4, colour="muted")


def questions(document: Document, journeys: Sequence[str], say: Words) -> Panel | None:
    """One question large; several with the personas who ask it. None when nothing is asked."""
    asked: dict[str, dict[str, str]] = {}
    for id_ in journeys:
        journey = document.journeys[id_]
        if journey.question.strip():
            asked.setdefault(journey.question, {})[journey.persona] = id_
    if not asked:
        return None
    language = document.study.language

    def panel(width: float, scale: float) -> Block:
        if len(asked) == 1:
            ((question, who),) = asked.items()
            about = next(iter(who.values()))
            made = [paragraph(question, ONE, width, scale, language, about=about, even=True)]
            label = say("The question")
        else:
            label = say("The questions")
            made = [_each(document, question, who, width, scale) for question, who in asked.items()]
        return stacked(width, 1.2 * scale, paragraph(label, LABEL, width, scale, say.language), *made)

    return panel


def _each(document: Document, question: str, who: dict[str, str], width: float, scale: float) -> Block:
    language = document.study.language
    names = ", ".join(document.personas[id_].name for id_ in who)
    return stacked(
        width,
        0.1 * scale,
        paragraph(question, EACH, width, scale, language, about=next(iter(who.values()))),
        paragraph(names, WHO, width, scale, language),
    )
