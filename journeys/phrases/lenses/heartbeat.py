"""How the findings of the lens of heartbeat are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.lenses.told import Told

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.i18n import Words
    from journeys.model.document import Document

_LOW_TRUTH: Final = N_(
    "At this moment people make up their minds about the whole service, and here it hurts. Begin with this step: "
    "what would turn it around counts for more than polishing all the others."
)
_LOWEST: Final = N_(
    "The lowest point is what people tell others about. Ask what would take the sting out of it: a word beforehand, "
    "someone who stays, a letter less."
)
TOLD: Final[dict[str, Told]] = {
    "heartbeat.blank": Told(
        N_("No feelings yet"),
        N_("Nobody has said yet how it feels: {journeys} without a heartbeat."),
        N_(
            "Judge the steps on the map from −2 to +2, at best together with people who lived through it. Then you "
            "see where it hurts, and whether beginning, end and the moment that matters are right."
        ),
    ),
    "heartbeat.unjudged": Told(
        N_("A journey without a heartbeat"),
        N_("Other journeys have a heartbeat, this one does not: {steps} of {persona} without a feeling."),
        N_("Without it, personas cannot be compared. Judge the steps from −2 to +2."),
    ),
    "heartbeat.few": Told(
        N_("Too little judged"),
        N_(
            "Too little was judged in the journey of {persona} to say something: {judged}. Without a feeling: "
            "{steps}."
        ),
        N_("Judge at least half of the steps: only then do beginning, end and peak mean something."),
    ),
    "heartbeat.peak_end": Told(
        N_("Beginning, end and moment of truth feel good"),
        N_(
            "The journey of {persona} begins well ({start}) and ends well ({end}), and feels good where it "
            "matters most, in {moments}."
        ),
        N_(
            "That is what people remember of a service. The Dutch method for journeys (VNG) asks for just this: "
            "guard these steps when you change something."
        ),
    ),
    "heartbeat.start_low": Told(
        N_("A hard beginning"),
        N_("The journey of {persona} begins with {subject}, and that feels bad: {feeling}."),
        N_(
            "Whoever begins badly meets what follows with distrust. What would help at that very moment: a clear "
            "word, an overview, someone to call?"
        ),
    ),
    "heartbeat.end_low": Told(
        N_("A bad end"),
        N_("The journey of {persona} ends with {subject}, and that feels bad: {feeling}."),
        N_(
            "The end is what stays (peak–end rule). Close well: say that it is done, what follows, and wish them "
            "luck."
        ),
    ),
    "heartbeat.no_truth": Told(
        N_("No moment of truth marked"),
        N_("In {journey} no step is marked as a moment of truth."),
        N_(
            "At a moment of truth people make up their minds about the whole service. Choose one or two of them with"
            " the team: there the feeling should be at its best."
        ),
    ),
    "heartbeat.truth_unjudged": Told(
        N_("Moment of truth without a feeling"),
        N_("In {steps} it matters, but nobody knows how it feels: {subjects}."),
        N_("Ask in the next conversation how people lived through just this moment."),
    ),
    "heartbeat.truth_low": Told(
        N_("Low at the moment of truth"),
        N_("Where it matters most to {persona}, at {subject}, it feels bad: {feeling}."),
        _LOW_TRUTH,
    ),
    "heartbeat.truth_low_said": Told(
        N_("Low at the moment of truth"),
        N_(
            "Where it matters most to {persona}, at {subject}, it feels bad: {feeling}. Said there: {words} "
            "({quotes})."
        ),
        _LOW_TRUTH,
    ),
    "heartbeat.truth_flat": Told(
        N_("No peak where it matters"),
        N_("Where it matters most to {persona}, in {steps}, it feels neither good nor bad: {subjects}."),
        N_("A peak at the moment that matters is remembered for years. Often a small gesture does it."),
    ),
    "heartbeat.lowest": Told(
        N_("Low points"),
        N_("For {persona} it feels bad ({feeling}) in {steps}: {subjects}."),
        _LOWEST,
    ),
    "heartbeat.lowest_said": Told(
        N_("Low points"),
        N_("For {persona} it feels bad ({feeling}) in {steps}: {subjects}. Said there: {words} ({quotes})."),
        _LOWEST,
    ),
    "heartbeat.stretch": Told(
        N_("A long time below neutral"),
        N_("For {persona} it feels bad for a long time: {steps} in a row, over {phases}, from {first} to {last}."),
        N_(
            "One bad moment can be mended; a long row of them wears people out. Put something good in between: news,"
            " a word of thanks, a part that goes by itself."
        ),
    ),
    "heartbeat.fall": Told(
        N_("A sharp fall"),
        N_("For {persona} the feeling falls by {points}: from {first} ({top}) to {last} ({feeling})."),
        N_("After something good a setback weighs double. Prepare people for what comes, or take the fall away."),
    ),
    "heartbeat.low_stays": Told(
        N_("What hurts stays as it is"),
        N_("In the desired journey of {persona} it feels as bad as it does now, or worse, in {steps}: {subjects}."),
        N_(
            "A desired journey should first of all mend what hurts. Think of something for these steps, or say why "
            "they cannot be better."
        ),
    ),
    "heartbeat.worse": Told(
        N_("Worse than now"),
        N_("In the desired journey of {persona} it feels less good than now in {steps}: {subjects}."),
        N_(
            "Sometimes that is the price of something better elsewhere. Then make sure that it is worth it, and say "
            "so."
        ),
    ),
    "heartbeat.lifted": Told(
        N_("The desired journey feels better"),
        N_(
            "Now {before} of the judged steps of {persona} feel good, in the desired journey {after}. Out of the red"
            " came {steps}."
        ),
        N_("That is a strength: the plan mends what hurts. After some time, ask people whether it came true."),
    ),
    "heartbeat.apart": Told(
        N_("One persona does well here, another does not"),
        N_("In the phase {phase} it feels bad for {worst} ({low}, at {first}) and good for {best} ({high})."),
        N_(
            "What helps one of them may be just what the other lacks. Compare the two, and see whether one service "
            "fits both."
        ),
    ),
    "heartbeat.apart_often": Told(
        N_("One persona does well here, another does not"),
        N_(
            "In {phases} it goes well for one persona and badly for another. Furthest apart, in the phase "
            "{phase}: bad for {worst} ({low}, at {first}) and good for {best} ({high})."
        ),
        N_(
            "What helps one of them may be just what the other lacks. Compare the two, and see whether one "
            "service fits both."
        ),
    ),
}  # fmt: skip
MARKS: Final[dict[str, tuple[str, str]]] = {
    "feels-2": ("−2", N_("very unpleasant")),
    "feels-1": ("−1", N_("unpleasant")),
    "feels0": ("0", N_("neutral")),
    "feels1": ("+1", N_("pleasant")),
    "feels2": ("+2", N_("very pleasant")),
    "truth": ("!", N_("moment of truth")),
}
"""What a mark says: (short sign of 1 to 3 letters, whole words)."""


def arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    """Both ends of a stretch or fall, what was said, and whose phase it is."""
    from journeys.phrases.lenses import name_of
    from journeys.phrases.terms import as_said, shortened

    what, found = finding.code.partition(".")[2], dict[str, object]()
    if what == "stretch":
        ids = finding.number("steps").ids
        found |= {"first": name_of(ids[0], document, say), "last": name_of(ids[-1], document, say)}
    elif what == "fall":
        last, first = finding.subjects
        found |= {"first": name_of(first, document, say), "last": name_of(last, document, say)}
    elif what in ("apart", "apart_often"):
        found["first"] = name_of(finding.subjects[0], document, say)
        found |= {side: document.personas[str(finding.detail(side))].name for side in ("worst", "best")}
        if what == "apart_often":
            found["phase"] = name_of(str(finding.detail("phase")), document, say)
    elif what.endswith("_said"):
        note = document.notes[finding.number("quotes").ids[0]]
        found["words"] = as_said(shortened(note.text, 120), say)
    return found
