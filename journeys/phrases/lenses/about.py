"""What each lens asks, and whose idea it is: a few plain sentences for who meets it for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_

if TYPE_CHECKING:
    from journeys.i18n import Words

ABOUT: Final = {
    "scope": N_(
        "Who is “we” here? Choose the whole municipality or one department: who is inside, who is outside and where "
        "work changes hands follows from it. The lens also lists needs that pull in different directions. "
        "After Brandt and Peirs, and Brouwer."
    ),
    "roles": N_(
        "A resident is not only a customer: the same person also pays taxes, has duties, votes and takes part. Each "
        "role asks something else of the government. The lens shows which roles a step carries and where they pull "
        "against each other. After Teeuwen."
    ),
    "value": N_(
        "What does a step bring: does it help in practice, and does it feel right? The lens compares what people "
        "notice (process, surroundings, staff) with what the organisation does behind the scenes. After Vandooren."
    ),
    "question": N_(
        "The question of the person leads, not the product of the organisation. The lens shows who carries which part "
        "of the journey, where it is handed over, and what others could solve without us. After Aalders."
    ),
    "time": N_(
        "What has to be done by when? The lens looks at deadlines, waiting and silence: terms that end in a phase "
        "without the municipality, and long stretches in which nobody hears anything. The rules come from the facts "
        "of this study, each with its source."
    ),
    "heartbeat": N_(
        "How does it feel along the way? People remember the strongest moment and the end best: a good start, a good "
        "end and a peak where it matters. After the peak–end rule of Kahneman, as the VNG method for journeys uses it."
    ),
    "structure": N_(
        "Does the map hang together? The lens looks for steps that lead nowhere, work that goes round, steps that "
        "nobody owns, needs without an answer, and how much is still an assumption."
    ),
}


def about(lens: str, say: Words) -> str:
    """What this lens asks; empty for one that we do not know."""
    return say(ABOUT[lens]) if lens in ABOUT else ""
