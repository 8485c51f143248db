"""What several studies show together, said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.terms import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.portfolio import PhaseLine, Portfolio, Recurring, StudyLine
    from journeys.i18n import Words
    from journeys.model.time import Side

SIDES: Final[dict[Side, str]] = {
    "before": N_("Before day 0: absent for everybody in {never} of {all} phases."),
    "at": N_("At day 0: absent for everybody in {never} of {all} phases."),
    "after": N_("After day 0: absent for everybody in {never} of {all} phases."),
}


def side_sentences(found: Portfolio, say: Words) -> list[str]:
    """Before, at and after day 0: in how many phases nobody meets the municipality."""
    counts = {side: found.never(side) for side in SIDES}
    return [say(SIDES[side], never=never, all=every) for side, (never, every) in counts.items() if every]


def study_sentence(line: StudyLine, say: Words) -> str:
    """ "3 personas, 3 journeys, 4 gaps, the highest severity 87."."""
    words = [
        say.many("{n} persona", "{n} personas", line.personas),
        say.many("{n} journey", "{n} journeys", line.journeys),
        say.many("{n} gap", "{n} gaps", line.gaps),
    ]
    if line.worst is not None:
        words.append(say("highest severity {severity}", severity=line.worst))
    return f"{', '.join(words)}."


def phase_text(line: PhaseLine, say: Words) -> str:
    """How present the municipality is: "absent 3 of 3", "present 2, absent 1 of 3"."""
    if not line.told:
        return say("not filled in yet")
    if not line.absent:
        return say("absent for nobody")
    return say("absent for {n} of {all}", n=line.absent, all=line.told)


def recurring_text(party: Recurring, titles: Mapping[str, str], say: Words) -> str:
    """ "Hospital: in Having a child and Moving house; 5 personas."."""
    where = joined([titles[key] for key in party.keys], say)
    personas = say.many("{n} persona", "{n} personas", party.personas)
    return say("{party}: in {studies}; {personas}.", party=party.name, studies=where, personas=personas)
