"""What a field of a comparison says to who cannot see it: one line per field and per heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.phrases import compare, steps
from journeys.phrases.terms import capital, level_word

if TYPE_CHECKING:
    from journeys.analysis.compare import PersonaComparison
    from journeys.analysis.variants import VariantComparison
    from journeys.i18n import Words
    from journeys.layout.compare import Field
    from journeys.model.document import Document


def persona_line(field: Field, compared: PersonaComparison, document: Document, say: Words) -> str:
    """A field of personas side by side."""
    row = compared.rows[field.row] if field.row < len(compared.rows) else None
    match field.kind:
        case "persona" if row is not None:
            cell = next(cell for cell in row.cells if cell.phase == field.phase)
            return compare.cell_line(row, cell, compared, document, say)
        case "total" if row is not None:
            name = compare.row_name(row, document, compared.rows)
            return ". ".join((f"{name}: {say('Whole journey')}", *compare.row_summary(row, say)))
        case "heart":
            lines = [compare.beats_line(row, field.phase or "", document, compared.rows) for row in compared.rows]
            return _heart(field, "; ".join(line for line in lines if line), document, say)
        case "names":
            return ", ".join(compare.row_name(row, document, compared.rows) for row in compared.rows if row.journey)
    return say("No current journey yet") if compared.variant == "current" else say("No desired journey yet")


def _heart(field: Field, felt: str, document: Document, say: Words) -> str:
    name = document.phases[field.phase].name if field.phase else ""
    return f"{say('Heartbeat')}, {name}: {felt or say('emotion not known')}"


def variant_line(field: Field, compared: VariantComparison, document: Document, say: Words) -> str:
    """A field of the current and the desired journey."""
    side = say("Now") if field.journey == compared.current.journey else say("Desired")
    match field.kind:
        case "card" if field.step is not None:
            step = document.steps[field.step]
            contact = steps.contacts_text(document, step, say)
            felt = (
                say("Emotion {emotion}", emotion=compare.mean_text(step.emotion, say))
                if step.emotion is not None
                else ""
            )
            parts = (f"{side}: {step.title or say('Without a title')}", contact, felt)
            return " ".join(f"{part.rstrip('.')}." for part in parts if part)
        case "card":
            return f"{side}: {say('no step here')}"
        case "changes":
            slot = next(slot for slot in compared.slots if field.step in (slot.desired, slot.current)
                        and slot.phase == field.phase)  # fmt: skip
            return compare.slot_sentence(slot, document, say)
        case "presence":
            one = next(one for one in compared.phases if one.phase == field.phase)
            level = one.before if field.row == 0 else one.after
            changed = compare.presence_text(one, level, say) if field.row else ""
            words = " · ".join(part for part in (capital(level_word(level, say)), changed) if part)
            return f"{side}, {document.phases[one.phase].name}: {words}"
        case "total":
            part = compared.current if field.row == 1 else compared.desired
            return ". ".join((f"{side}: {say('Whole journey')}", *compare.side_summary(part, say)))
        case "names":
            return f"{say('Now')}, {say('Desired')}"
        case "heart":
            beats = [(name, [b.emotion for b in part.beats if b.phase == field.phase])
                    for name, part in ((say("Now"), compared.current), (say("Desired"), compared.desired))]  # fmt: skip
            lines = [f"{name}: {', '.join(compare.mean_text(e, say) for e in found)}" for name, found in beats if found]
            return _heart(field, "; ".join(lines), document, say)
    return say("no steps")
