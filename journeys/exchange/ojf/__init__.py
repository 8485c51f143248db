"""OpenJourney Format: the JSON of other journey mappers, with stages, rows of cards and a blueprint under each card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeys.errors import ExchangeError

if TYPE_CHECKING:
    from journeys.exchange.coming import Coming
    from journeys.exchange.wanted import Wanted

KEEPS: Final = frozenset(
    {
        "phase.start", "phase.note", "persona.name", "persona.told", "journey.question", "journey.variant",
        "step.back", "step.place_on_map", "step.body", "step.day", "step.lasts", "step.place", "step.party",
        "step.channel", "step.passes_on", "step.nobody", "step.emotion", "step.moment_of_truth", "step.evidence",
        "link", "link.label", "note", "note.loose", "note.work", "party.kind",
    }
)  # fmt: skip


def read(data: bytes, name: str) -> Coming:
    """The journeys in it. Raises ExchangeError as `strict_json.parse` does, `ojf.…` and `plain.…`."""
    from journeys.exchange.ojf.reading import coming

    return coming(data, name)


def is_ojf(data: bytes) -> bool:
    """Whether this JSON is one of these, whatever its file is called."""
    if b'"nodes"' not in data or b'"stages"' not in data:
        return False
    from journeys.exchange import strict_json

    try:
        return any(_shaped(one) for one in journeys_in(strict_json.parse(data)))
    except ExchangeError:
        return False  # whoever reads it as something else tells what is wrong


def journeys_in(found: Any) -> list[Any]:
    """The objects that are a journey each: mostly it is the whole file, else a list of them."""
    if isinstance(found, dict) and isinstance(found.get("journeys"), list) and "nodes" not in found:
        return list(found["journeys"])
    return list(found) if isinstance(found, list) else [found]


def _shaped(found: Any) -> bool:
    return isinstance(found, dict) and all(isinstance(found.get(name), list) for name in ("stages", "nodes"))


def write(wanted: Wanted) -> bytes:
    """A journey as one object; several, which no other program reads, as a list of them."""
    from journeys.exchange.ojf.writing import written

    return written(wanted)
