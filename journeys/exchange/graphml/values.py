"""A step as the values of a node, each under a name and with a type that programs for networks can reckon with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

from journeys.exchange.columns import NOTE_KINDS

if TYPE_CHECKING:
    from journeys.edits.incoming import IncomingStep
    from journeys.model.values import Duration

Type = Literal["string", "int", "boolean", "double"]

ASIDE: Final = "levensreis"
"""The value with what has parts: contacts, notes, sources and durations as JSON."""
NODE: Final[Mapping[str, Type]] = {
    "label": "string", "journey": "string", "persona": "string", "variant": "string", "phase": "string",
    "stage": "string", "description": "string", "day": "int", "duration": "string", "place": "string",
    "party": "string", "channel": "string", "passes_on_for": "string", "nobody": "boolean", "emotion": "int",
    "moment_of_truth": "boolean", "evidence": "string", "evidence_note": "string", "source": "string",
    **dict.fromkeys(NOTE_KINDS, "string"), "column": "int", "track": "int", "x": "double", "y": "double",
    ASIDE: "string",
}  # fmt: skip
EDGE: Final[Mapping[str, Type]] = {"label": "string", "kind": "string"}
GRAPH: Final[Mapping[str, Type]] = {"title": "string", ASIDE: "string"}

TOGETHER: Final[Mapping[str, tuple[str, ...]]] = {
    "contacts": ("party", "channel", "passes_on_for"), "notes": NOTE_KINDS, "sources": ("source",),
    "lasts": ("duration",),
}  # fmt: skip
"""Fields of a step that have parts → the values in which they are told in short."""


def told(step: IncomingStep) -> dict[str, str]:
    """Name → value of everything that the step says; its label always."""
    found = {
        "label": step.title, "journey": step.journey, "persona": step.persona, "variant": step.variant or "",
        "phase": step.phase, "stage": step.stage or "", "description": step.body, "day": _number(step.day),
        "duration": _duration(step.lasts), "place": step.place,
        "party": _listed([each.party for each in step.contacts]),
        "channel": _listed([each.channel for each in step.contacts]),
        "passes_on_for": _listed([each.passes_on_for for each in step.contacts]), "nobody": str(step.nobody).lower(),
        "emotion": _number(step.emotion), "moment_of_truth": str(bool(step.moment_of_truth)).lower(),
        "evidence": step.status or "", "evidence_note": step.evidence, "source": _listed(step.sources),
        "column": _number(step.column), "track": _number(step.track),
    }  # fmt: skip
    for kind in NOTE_KINDS:
        found[kind] = "\n".join(note.text for note in step.notes if note.kind == kind)
    return {name: value for name, value in found.items() if value or name == "label"}


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _duration(lasts: Duration | None) -> str:
    """ "2-3 weeks", in English like all that programs read."""
    if lasts is None:
        return ""
    span = str(lasts.least) if lasts.least == lasts.most else f"{lasts.least}-{lasts.most}"
    return f"{span} {lasts.unit}{'' if span == '1' else 's'}"


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(filter(None, names)))
