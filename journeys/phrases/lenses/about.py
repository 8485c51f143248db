"""What each lens is called, what it asks, and whose idea it is: for who meets it for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.i18n import N_

if TYPE_CHECKING:
    from journeys.i18n import Words


class LensWords(NamedTuple):
    """`name` stands alone, `view` is part of the name of a saved view, `about` is a few plain sentences."""

    name: str
    view: str
    about: str


LENSES: Final = {
    "scope": LensWords(
        N_("Scope"),
        N_("scope lens"),
        N_(
            "Who is “we” here? Choose the whole municipality or one department: who is inside, who is outside and "
            "where work changes hands follows from it. The lens also lists needs that pull in different directions. "
            "After Brandt and Peirs, and Brouwer."
        ),
    ),
    "roles": LensWords(
        N_("Roles"),
        N_("roles lens"),
        N_(
            "A resident is not only a customer: the same person also pays taxes, has duties, votes and takes part. "
            "Each role asks something else of the government. The lens shows which roles a step carries and where they "
            "pull against each other. After Teeuwen."
        ),
    ),
    "value": LensWords(
        N_("Value"),
        N_("value lens"),
        N_(
            "What does a step bring: does it help in practice, and does it feel right? The lens compares what people "
            "notice (process, surroundings, staff) with what the organisation does behind the scenes. After Vandooren."
        ),
    ),
    "question": LensWords(
        N_("Question and network"),
        N_("question and network lens"),
        N_(
            "The question of the person leads, not the product of the organisation. The lens shows who carries which "
            "part of the journey, where it is handed over, and what others could solve without us. After Aalders."
        ),
    ),
    "time": LensWords(
        N_("Time"),
        N_("time lens"),
        N_(
            "What has to be done by when? The lens looks at deadlines, waiting and silence: terms that end in a phase "
            "without the municipality, and long stretches in which nobody hears anything. The rules come from the "
            "facts of this study, each with its source."
        ),
    ),
    "heartbeat": LensWords(
        N_("Heartbeat"),
        N_("heartbeat lens"),
        N_(
            "How does it feel along the way? People remember the strongest moment and the end best: a good start, a "
            "good end and a peak where it matters. After the peak–end rule of Kahneman, as the VNG method for journeys "
            "uses it."
        ),
    ),
    "structure": LensWords(
        N_("Structure"),
        N_("structure lens"),
        N_(
            "Does the map hang together? The lens looks for steps that lead nowhere, work that goes round, steps that "
            "nobody owns, needs without an answer, and how much is still an assumption."
        ),
    ),
}


def about(lens: str, say: Words) -> str:
    """What this lens asks; empty for one that we do not know."""
    return say(LENSES[lens].about) if lens in LENSES else ""
