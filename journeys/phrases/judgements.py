"""The words for what is judged of a step: citizen roles, value, strategies, ratings, direction and sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.i18n import N_
from journeys.phrases.terms import signed

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.values import Direction, Role, Side


class RoleWords(NamedTuple):
    """A citizen role: who one is then, what counts for somebody in it, and what government has to do."""

    meaning: str
    values: str
    task: str


ROLES: Final[dict[Role, str]] = {
    "customer": N_("Customer"),
    "user": N_("User"),
    "subject": N_("Subject"),
    "voter": N_("Voter"),
    "taxpayer": N_("Taxpayer"),
    "partner": N_("Partner"),
    "governor": N_("Governor"),
}
"""Teeuwen's seven roles, in the order in which they are offered and coloured (inks lens.0 … lens.6)."""
ROLE_SIGNS: Final[dict[Role, str]] = {
    "customer": N_("Cu"), "user": N_("Us"), "subject": N_("Su"), "voter": N_("Vo"), "taxpayer": N_("Ta"),
    "partner": N_("Pa"), "governor": N_("Go"),
}  # fmt: skip
ROLE_WORDS: Final[dict[Role, RoleWords]] = {
    "customer": RoleWords(
        N_("asks for a product or service"),
        N_("being helped quickly, kindly and in one go"),
        N_("Serve: make it easy, keep your promise and ask nothing that you know already."),
    ),
    "user": RoleWords(
        N_("uses what is there for everybody, such as a road, a school or a park"),
        N_("that it is there, works, is safe and within reach"),
        N_("Look after it: keep it in order and see that everybody can use it."),
    ),
    "subject": RoleWords(
        N_("has to keep to a rule or a duty"),
        N_("clear rules, equal treatment and a way to object"),
        N_("Uphold the rule with care: explain it, weigh the person's case and treat like cases alike."),
    ),
    "voter": RoleWords(
        N_("chooses who governs, and judges them afterwards"),
        N_("that promises are kept and that choices are open to see"),
        N_("Account for it: show what was decided, why, and what came of it."),
    ),
    "taxpayer": RoleWords(
        N_("pays for it, for oneself and for others"),
        N_("that money is well spent and everybody pays a fair share"),
        N_("Be sparing: collect fairly and show what the money is for."),
    ),
    "partner": RoleWords(
        N_("does part of the work, as a neighbour, carer, volunteer or company"),
        N_("trust, room to act and being taken seriously"),
        N_("Work together: agree who does what, keep to it and do not take over."),
    ),
    "governor": RoleWords(
        N_("decides along, for instance about the neighbourhood"),
        N_("real influence, and knowing early what is coming"),
        N_("Share the decision: ask in time and tell what was done with the answer."),
    ),
}
STRATEGIES: Final = {
    "performance": N_("Performance"),
    "customisation": N_("Customisation"),
    "experience": N_("Experience"),
}
"""Vandooren's three ways to deliver value."""
STRATEGY_MEANINGS: Final = {
    "performance": N_("It is right, quick and dependable."),
    "customisation": N_("It fits this person's own situation."),
    "experience": N_("It feels good: people feel welcome and seen."),
}
STAGE_PARTS: Final = {"process": N_("Process"), "environment": N_("Environment"), "people": N_("People")}
"""What a person notices on stage."""
STAGE_PART_MEANINGS: Final = {
    "process": N_("What happens, and in which order."),
    "environment": N_("The room, the letter, the website: what one sees and touches."),
    "people": N_("Who one meets, and how they act."),
}
DIRECTIONS: Final[dict[Direction, str]] = {
    "leadership": N_("Leadership"),
    "hr": N_("Staff policy"),
    "culture": N_("Culture"),
    "systems": N_("Systems"),
    "quality": N_("Quality"),
}
"""With what the organisation directs what happens on stage."""
DIRECTION_MEANINGS: Final[dict[Direction, str]] = {
    "leadership": N_("What managers choose, show and give room for."),
    "hr": N_("Who is hired, trained and rewarded for what."),
    "culture": N_("What people here find normal."),
    "systems": N_("Tools, data and buildings to work with."),
    "quality": N_("How one checks that it goes well, and learns from it."),
}
RATINGS: Final = {
    "speed": N_("Speed"),
    "punctuality": N_("Punctuality"),
    "correctness_equality": N_("Correct and equal"),
    "clarity": N_("Clarity"),
    "cost": N_("Low cost"),
    "burden": N_("Little red tape"),
}
"""Six measures of quality; +2 is always good, also for cost and red tape."""
RATING_MEANINGS: Final = {
    "speed": N_("How soon it is done."),
    "punctuality": N_("Whether it is done when it was promised."),
    "correctness_equality": N_("Whether it is right, and the same for everybody in the same case."),
    "clarity": N_("Whether people understand what is going on and what to do."),
    "cost": N_("What it costs, person and government together. +2: very little."),
    "burden": N_("How much people must fill in, hand over and prove. +2: next to nothing."),
}
VALUES: Final = {"value_individual": N_("Value for the person"), "value_collective": N_("Value for all")}
VALUE_MEANINGS: Final = {
    "value_individual": N_("What this step brings the person who goes through it."),
    "value_collective": N_("What it brings others: neighbours, society, whoever pays."),
}
STRENGTHS: Final = {"practical": N_("Practical value"), "emotional": N_("Emotional value")}
STRENGTH_MEANINGS: Final = {
    "practical": N_("It solves something."),
    "emotional": N_("It reassures, pleases or moves."),
}
AMOUNTS: Final = {0: N_("none"), 1: N_("some"), 2: N_("much")}
"""What 0 … 2 of a value means."""
SIDES: Final[dict[Side, str]] = {
    "person": N_("The person"),
    "organisation": N_("The organisation"),
    "society": N_("Society"),
}
DEGREES: Final = {-2: N_("very bad"), -1: N_("bad"), 0: N_("neither good nor bad"), 1: N_("good"), 2: N_("very good")}
"""What −2 … +2 of a rating or a strategy means."""
WORTH: Final = {
    -2: N_("takes much away"), -1: N_("takes something away"), 0: N_("no value"), 1: N_("some value"),
    2: N_("much value"),
}  # fmt: skip
"""What −2 … +2 of a value to the person or to all means."""
FIELDS: Final = {
    **VALUES, **STRENGTHS, **STRATEGIES, **STAGE_PARTS, **RATINGS,
    "roles": N_("Roles"), "value_reason": N_("Why this has value"), "direction": N_("Directed by"),
    "data_asked": N_("Data asked"), "waiting": N_("Waiting time"), "supplier": N_("Who gives"),
    "beneficiary": N_("Who benefits"),
}  # fmt: skip
"""Every field of a judgement."""
SORTS: Final = {"small_gesture": N_("Small gesture"), "proactive": N_("Proactive message")}
"""What an opportunity or idea can be besides."""


def role_text(role: Role, say: Words) -> str:
    """What the role values and what government's task then is, in two sentences."""
    words = ROLE_WORDS[role]
    return say("What counts: {values}. {task}", values=say(words.values), task=say(words.task))


def degree_text(value: int | None, say: Words) -> str:
    """ "good (+1)", "not judged"."""
    if value is None:
        return say("not judged")
    return f"{say(DEGREES[value])} ({signed(value)})"


def mean_text(mean: float | None, say: Words) -> str:
    """ "+1.5", "−0,5" in Dutch; "not judged"."""
    if mean is None:
        return say("not judged")
    text = f"{mean:+.1f}".replace("-", "−") if round(mean, 1) else "0"
    return say.decimal(text)
