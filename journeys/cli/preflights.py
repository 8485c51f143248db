"""What preflight found, printed for people or for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeys import phrases
from journeys.cli.surroundings import complain, print_json
from journeys.i18n import N_
from journeys.phrases.terms import VARIANTS

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from journeys.cli.surroundings import Surroundings
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.preflight.item import Item

HEADINGS: Final = {
    "lost": N_("Not on the paper"),
    "poor": N_("Not good enough"),
    "known": N_("Good to know"),
}


def after(items: Sequence[Item], document: Document, given: Namespace, around: Surroundings) -> int:
    """Say it in full when that was asked; else only what does not reach the paper, and where the poster is."""
    if given.preflight:
        return told(items, document, around.say, as_json=given.json)
    for item in items:
        if item.weight == "lost":
            complain(sentence(item, document, around.say))
    print(around.say("{path}: written.", path=given.out))
    return 0


def told(items: Sequence[Item], document: Document, say: Words, *, as_json: bool) -> int:
    """Print all of them; 1 when something does not reach the paper."""
    if as_json:
        print_json({"items": [shape(item, document, say) for item in items]})
    else:
        print("\n".join(_report(items, document, say)))
    return 1 if any(item.weight == "lost" for item in items) else 0


def sentence(item: Item, document: Document, say: Words) -> str:
    """The item in words, with the journey's persona where there are several sheets."""
    text = phrases.preflight_text(item.code, item.subjects, item.values, document, say)
    journey = document.journeys.get(item.journey)
    if journey is None or len(document.journeys) < 2:
        return text
    variant = say(VARIANTS[journey.variant])
    return f"{document.personas[journey.persona].name} · {journey.title} ({variant}): {text}"


def shape(item: Item, document: Document, say: Words) -> dict[str, Any]:
    """The item as data."""
    return {
        "code": item.code,
        "weight": item.weight,
        "journey": item.journey or None,
        "subjects": list(item.subjects),
        "values": dict(item.values),
        "text": phrases.preflight_text(item.code, item.subjects, item.values, document, say),
    }


def _report(items: Sequence[Item], document: Document, say: Words) -> list[str]:
    whole = not any(item.weight == "lost" for item in items)
    lines = [say("Everything is on the paper.")] if whole else []
    for weight, heading in HEADINGS.items():
        some = [sentence(item, document, say) for item in items if item.weight == weight]
        if some:
            lines += [*([""] if lines else []), say(heading), *(f"- {text}" for text in some)]
    return lines
