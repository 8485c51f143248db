"""How the findings of the lens of time are said."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.dates import closed_word, date_words, day_said
from journeys.phrases.durations import lasting
from journeys.phrases.lenses.told import Told
from journeys.phrases.terms import quoted

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.i18n import Words
    from journeys.model.document import Document

TOLD: Final[dict[str, Told]] = {
    "time.deadline_absent": Told(
        N_("Deadline in a phase of absence"),
        N_("In the phase {phase} {scope} is absent for {personas}, and this ends there: {deadlines}, {facts}"),
        N_(
            "Something must be done by then, and nobody from {scope} is near. Tell people earlier, or let a partner"
            " who is there pass it on. A deadline in a phase also makes its gap more severe."
        ),
    ),
    "time.heard_late": Told(
        N_("Heard of only after the deadline"),
        N_("{subject} ends {day}. The first contact with {scope} comes later for {personas}."),
        N_(
            "Who hears of a duty after its last day can only be late. See who is there before, and make the first"
            " message come from them, or write to people yourself."
        ),
    ),
    "time.late_step": Told(
        N_("Step after the deadline"),
        N_("{subject} ends {day}. Only after that, for {personas}: {steps} with {party}."),
        N_(
            "Either these people were too late, or the day of the step or of the term is wrong. Ask what happened and"
            " what it cost them."
        ),
    ),
    "time.no_step": Told(
        N_("No step for a statutory deadline"),
        N_("{subject} ends {day}. There is no step with {party} before that day for {personas}."),
        N_(
            "Perhaps nobody told it, perhaps it went wrong in silence. Ask the people; put the step on the map, or"
            " write down why it does not apply to them."
        ),
    ),
    "time.in_time": Told(
        N_("In time for the deadline"),
        N_("Everybody is in time for {deadlines}: {facts}"),
        N_("This goes well. Find out what makes it so, and keep that when you change the service."),
    ),
    "time.extended": Told(
        N_("Term is extended"),
        N_("On {date} ({closed}) this would end: {facts}. So the last day is {last}."),
        N_(
            "A weekend or a holiday gives people more time here, and the desk more visitors the day after. Say the very"
            " date in letters and on the website, so that nobody has to count."
        ),
    ),
    "time.ends_closed": Told(
        N_("Deadline on a closed day"),
        N_("On {date} ({closed}) this ends: {facts}. The last day on which the desk is open is {open}."),
        N_(
            "This term is not extended, so people have less time than it seems. Say so, offer a way that is always"
            " open, or be lenient."
        ),
    ),
    "time.silence_needs": Told(
        N_("Long silence with open needs"),
        N_("For {persona} there is no contact with {scope} for {days}, {between}. Open in that time: {needs}."),
        N_(
            "The journey goes on while you are out of sight: people look for answers elsewhere (Brouwer). "
            "Choose one of these needs and ask in the next talk: where would you have liked to hear this?"
        ),
    ),
    "time.waiting": Told(
        N_("Long wait"),
        N_("For {persona} there is a long wait in {steps}. Longest: {longest}, {waiting}."),
        N_(
            "Waiting weighs less for who knows how long it takes and what happens meanwhile. Say both at the start, and"
            " judge whether the wait is of use to anybody (Teeuwen)."
        ),
    ),
    "time.outside_phase": Told(
        N_("Day outside the phase"),
        N_("Dated outside the phase they stand in, for {persona}: {steps}, {subjects}"),
        N_("The day or the phase is wrong. Move the step, change its day, or move the border of the phase."),
    ),
    "time.out_of_order": Told(
        N_("Flow goes back in time"),
        N_("For {persona} the flow leads to an earlier day: {links}, between {steps}."),
        N_("A connection that leads on cannot go to an earlier day. Check the days, or make it one that leads back."),
    ),
    "time.too_long": Told(
        N_("Step longer than its phase"),
        N_("Longer than the phase they stand in, for {persona}: {steps}, {subjects}"),
        N_("Then the phase ends later than it says, or the step goes on in the next phase. Divide it, or change one."),
    ),
    "time.unknown": Told(
        N_("No days and no deadlines yet"),
        N_("No step has a day yet, and no fact has a deadline."),
        N_(
            "Write down on which day steps happen and which terms hold: then this lens shows silence, waiting and"
            " deadlines that nobody tells of."
        ),
    ),
}
MARKS: Final[dict[str, tuple[str, str]]] = {
    "late": (N_("LT"), N_("after the deadline")),
    "waits": (N_("WT"), N_("waits two weeks or more")),
    "duty": (N_("DL"), N_("in time for a deadline")),
    "met": (N_("CT"), N_("contact with us")),
    "outside": (N_("DY"), N_("day outside the phase")),
    "order": (N_("OR"), N_("flow goes back in time")),
    "long": (N_("LG"), N_("longer than the phase")),
    "silent": (N_("SL"), N_("in a long silence")),
}
"""What a mark says: (short sign of 1 to 3 letters, whole words)."""


def arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    """What the sentences name beside numbers, subjects and place."""
    from journeys.phrases.lenses import names_of

    held = dict(finding.details)
    found: dict[str, object] = {"facts": names_of([s for s in finding.subjects if s in document.facts], document, say)}
    if "day" in held:
        found["day"] = day_said(int(held["day"]), document.study.day0_date, say)
    party = document.parties.get(str(held.get("party", "")))
    found["party"] = party.name if party else ""
    if "after" in held:
        found["between"] = _between(document, str(held["after"]), str(held["before"]), say)
    if "longest" in held:
        step = document.steps[str(held["longest"])]
        found["longest"] = quoted(step.title or say("(without a title)"))
        found["waiting"] = lasting(step.judgement.waiting, say) if step.judgement.waiting else ""
    if "date" in held:
        found |= _dates(held, say)
    if finding.code in ("time.outside_phase", "time.too_long"):
        found["subjects"] = names_of(finding.number("steps").ids, document, say)
    return found


def _between(document: Document, after: str, before: str, say: Words) -> str:
    """Between which steps, or from the start, or up to the end."""
    first, last = (document.steps.get(step) for step in (after, before))
    names = [quoted(step.title or say("(without a title)")) if step else "" for step in (first, last)]
    if first and last:
        return say("between {first} and {last}", first=names[0], last=names[1])
    if last:
        return say("from the start up to {last}", last=names[1])
    return say("from {first} up to the end", first=names[0]) if first else say("from the start up to the end")


def _dates(held: dict[str, str | int], say: Words) -> dict[str, object]:
    date = dt.date.fromordinal(int(held["date"]))
    closed = closed_word(date, str(held["holiday"]) or None, say)
    if not held["holiday"] and date.weekday() < 5:
        closed = say("too few working days")
    return {
        "date": date_words(date, say), "closed": closed,
        "last": date_words(dt.date.fromordinal(int(held["last"])), say),
        "open": date_words(dt.date.fromordinal(int(held["open"])), say),
    }  # fmt: skip
