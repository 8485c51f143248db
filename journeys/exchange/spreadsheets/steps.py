"""A row per step, with the headings that our own reader knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from journeys.exchange.columns import NOTE_KINDS, TITLES
from journeys.exchange.spreadsheets import cell_text
from journeys.exchange.spreadsheets.page import Column, Value
from journeys.phrases.terms import EVIDENCE, STAGES, VARIANTS

if TYPE_CHECKING:
    from journeys.edits.incoming import IncomingStep
    from journeys.i18n import Words

WIDE: Final = {
    "phase": 16, "title": 30, "body": 38, "party": 20, "channel": 14, "passes_on_for": 18, "emotion": 9, "need": 25,
    "pain": 25, "opportunity": 25, "idea": 25, "quote": 25, "question": 22, "remark": 22, "day": 7, "lasts": 12,
    "place": 16, "stage": 18, "moment_of_truth": 15, "evidence": 20, "source": 20, "start": 10, "journey": 22,
    "persona": 16, "variant": 12, "id": 10,
}  # fmt: skip
SHEET: Final = (
    "phase", "title", "body", "party", "channel", "passes_on_for", "emotion", "need", "pain", "opportunity", "quote",
    "idea", "question", "remark", "day", "lasts", "place", "stage", "moment_of_truth", "evidence", "source", "journey",
    "persona", "variant", "id",
)  # fmt: skip
"""As people read and fill them in."""
TEXT: Final = (
    "id", "journey", "persona", "variant", "phase", "start", "title", "party", "channel", "passes_on_for", "emotion",
    "need", "pain", "opportunity", "quote", "idea", "question", "remark", "evidence", "source", "body", "day", "lasts",
    "place", "stage", "moment_of_truth",
)  # fmt: skip
"""For programs: always all of them, in one order."""
ALWAYS: Final = frozenset(
    {"phase", "title", "party", "channel", "emotion", "need", "pain", "opportunity", "quote", "journey", "persona",
     "variant", "id"}
)  # fmt: skip
"""Columns that are there to be filled in, too; the others only where something stands in them."""
BEHIND: Final = frozenset({"journey", "persona", "variant", "id"})
"""What a table needs to find its steps again, and nobody prints."""


def columns(codes: Iterable[str], say: Words) -> tuple[Column, ...]:
    return tuple(
        Column(code, _heading(code, say), WIDE[code], _choices(code, say), printed=code not in BEHIND) for code in codes
    )


def filled(codes: Sequence[str], steps: Sequence[IncomingStep]) -> list[str]:
    """Those columns in which any of the steps has something, and those that are always there."""
    return [code for code in codes if code in ALWAYS or any(_has(code, step) for step in steps)]


def cells(step: IncomingStep, codes: Iterable[str], say: Words) -> tuple[Value, ...]:
    return tuple(_note_cell(step, code) if code in NOTE_KINDS else _CELLS[code](step, say) for code in codes)


def _heading(code: str, say: Words) -> str:
    return say("Emotion (−2 to +2)") if code == "emotion" else say(TITLES[code])


def _choices(code: str, say: Words) -> tuple[str, ...]:
    table = {"stage": STAGES, "variant": VARIANTS}.get(code)
    return tuple(say(word) for word in table.values()) if table else (say("Yes"),) if code == "moment_of_truth" else ()


def _has(code: str, step: IncomingStep) -> bool:
    match code:
        case "stage":
            return step.stage == "back"
        case "evidence":
            return bool(step.evidence) or step.status != "assumed"
        case "source":
            return bool(step.sources)
        case "passes_on_for":
            return any(contact.passes_on_for for contact in step.contacts)
        case "day":
            return step.day is not None
        case _ if code in NOTE_KINDS:
            return any(note.kind == code for note in step.notes)
        case _:
            return bool(getattr(step, code))


def _note_cell(step: IncomingStep, kind: str) -> str:
    return cell_text.notes([note.text for note in step.notes if note.kind == kind])


def _party(step: IncomingStep, say: Words) -> str:
    return say("Nobody") if step.nobody else _names(step, "party")


def _names(step: IncomingStep, part: str) -> str:
    """One of the names of each contact, so that those of one contact stand on the same line."""
    return cell_text.names([getattr(contact, part) for contact in step.contacts if contact != type(contact)()])


def _evidence(step: IncomingStep, say: Words) -> str:
    status = step.status or "assumed"
    if step.evidence:
        return f"{say(EVIDENCE[status])}: {step.evidence}"
    return "" if status == "assumed" else say(EVIDENCE[status])


def _lasts(step: IncomingStep, say: Words) -> str:
    from journeys.phrases.durations import lasting

    return lasting(step.lasts, say) if step.lasts is not None else ""


_CELLS: Final[dict[str, Callable[[IncomingStep, Words], Value]]] = {
    "phase": lambda step, _: step.phase,
    "title": lambda step, _: step.title,
    "body": lambda step, _: step.body,
    "party": _party,
    "channel": lambda step, _: _names(step, "channel"),
    "passes_on_for": lambda step, _: _names(step, "passes_on_for"),
    "emotion": lambda step, _: step.emotion,
    "day": lambda step, _: step.day,
    "lasts": _lasts,
    "place": lambda step, _: step.place,
    "stage": lambda step, say: say(STAGES[step.stage or "front"]),
    "moment_of_truth": lambda step, say: say("Yes") if step.moment_of_truth else "",
    "evidence": _evidence,
    "source": lambda step, _: cell_text.names(step.sources),
    "journey": lambda step, _: step.journey,
    "persona": lambda step, _: step.persona,
    "variant": lambda step, say: say(VARIANTS[step.variant or "current"]),
    "id": lambda step, _: step.id,
    "start": lambda _step, _say: None,
}
