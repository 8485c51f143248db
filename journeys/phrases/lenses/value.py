"""How the findings of the lens of value are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.judgements import DIRECTIONS, STAGE_PARTS, STRATEGIES
from journeys.phrases.lenses.told import Told
from journeys.phrases.terms import joined

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.i18n import Words
    from journeys.model.document import Document

TOLD: Final = {
    "value.invite": Told(
        N_("No value yet"),
        N_("No step says yet what it brings people. Begin with {steps} in which they meet you."),
        N_(
            "Value is practical and emotional at once, and there are three strategies to deliver it: performance, "
            "customisation and experience (Vandooren). Choose a step, open Judgement and rate it."
        ),
    ),
    "value.nothing": Told(
        N_("Neither practical nor emotional value"),
        N_("For {persona} there is nothing of value in {steps}: {subjects}."),
        N_("A step that solves nothing and does nobody good only takes time. Can it go, or happen without the person?"),
    ),
    "value.cold_truth": Told(
        N_("Help without warmth, where it counts most"),
        N_("At moments of truth there is help for {persona}, but no warmth, in {steps}: {subjects}."),
        N_(
            "At the moments that matter most people remember how it felt (Vandooren). A kind word, a card or a moment "
            "of attention costs little here."
        ),
    ),
    "value.warm_truth": Told(
        N_("Warmth without help, where it counts most"),
        N_("At moments of truth there is warmth for {persona}, but no help, in {steps}: {subjects}."),
        N_("Kindness does not make up for what goes wrong at such a moment. See what would solve it in one go."),
    ),
    "value.only_practical": Told(
        N_("Only practical value"),
        N_("For {persona} there is practical value in {steps}, and emotional value nowhere."),
        N_(
            "Value is practical and emotional at once (Vandooren). Choose one step in which reassuring or being glad "
            "together fits, and begin there."
        ),
    ),
    "value.full_truth": Told(
        N_("Help and warmth, where it counts most"),
        N_("At moments of truth there is both help and warmth for {persona}, in {steps}: {subjects}."),
        N_("This is what people tell others about. Keep it when you change the journey."),
    ),
    "value.red_performance": Told(
        N_("Performance in the red"),
        N_("For {persona}, performance is in the red: below 0 in {low}; rated in {steps}."),
        N_(
            "No strategy may be in the red; a plus elsewhere does not make up for it (Vandooren). First see that "
            "what you promise comes, right and on time."
        ),
    ),
    "value.red_customisation": Told(
        N_("Customisation in the red"),
        N_("For {persona}, customisation is in the red: below 0 in {low}; rated in {steps}."),
        N_(
            "No strategy may be in the red; a plus elsewhere does not make up for it (Vandooren). Look where this "
            "persona does not fit the form, and give staff room to act on that."
        ),
    ),
    "value.red_experience": Told(
        N_("Experience in the red"),
        N_("For {persona}, experience is in the red: below 0 in {low}; rated in {steps}."),
        N_(
            "No strategy may be in the red; a plus elsewhere does not make up for it (Vandooren). Go there yourself, "
            "and look at the welcome, the waiting and the words."
        ),
    ),
    "value.red_phase": Told(
        N_("A strategy in the red in one phase"),
        N_("In the phase {phase} it goes below 0 for {persona} on {strategies}, in {low}."),
        N_(
            "Over the whole journey it evens out, but the person is in this phase now. No strategy may be in "
            "the red (Vandooren). Ask somebody who works there what would lift it first."
        ),
    ),
    "value.red_step": Told(
        N_("Single steps in the red"),
        N_("In {low} it goes below 0 for {persona} on {strategies}: {subjects}."),
        N_(
            "No strategy may be in the red (Vandooren). It is about single steps, so a small repair may be enough: "
            "ask whoever works there."
        ),
    ),
    "value.no_red": Told(
        N_("No strategy in the red"),
        N_("For {persona} no strategy is below 0 anywhere, in {steps}."),
        N_("That is the ground to build on (Vandooren). Now choose in which of the three you want to excel."),
    ),
    "value.unrated": Told(
        N_("A strategy nobody rated"),
        N_("For {persona}, {steps} were rated, but not for: {strategies}."),
        N_("What nobody looks at can be in the red without anybody knowing. Rate it in the same steps."),
    ),
    "value.stage_weakest": Told(
        N_("Weakest on stage"),
        N_("On stage “{part}” comes out worst for {persona}: below 0 in {low}; rated in {steps}."),
        N_(
            "People judge what happens on stage: the process, the environment and the people they meet (Vandooren). "
            "Begin with this one."
        ),
    ),
    "value.stage_low": Told(
        N_("Low on stage"),
        N_("On {parts}, the journey of {persona} is rated low in {steps}: {subjects}."),
        N_(
            "People judge what happens on stage (Vandooren). What directs it was thought of; go and see whether it "
            "does what you meant."
        ),
    ),
    "value.undirected": Told(
        N_("Bad on stage, nothing behind it"),
        N_(
            "On {parts}, the journey of {persona} is rated low in {steps}: {subjects}. How do you direct that? "
            "Think of {directions}."
        ),
        N_(
            "What goes wrong on stage is directed from behind: leadership, staff policy, culture, systems, quality "
            "(Vandooren). Add a step behind the scenes and choose what it is directed by."
        ),
    ),
    "value.gestures": Told(
        N_("Small gestures"),
        N_("You thought of {gestures}: {subjects}."),
        N_(
            "A small gesture at the right moment often says more than a survey (Vandooren). See that each has an owner."
        ),
    ),
    "value.messages": Told(
        N_("Messages before anybody asks"),
        N_("Before anybody asks, you want to send {messages}: {subjects}."),
        N_("Who hears something in time need not call, and feels seen (Vandooren). See that each has an owner."),
    ),
    "value.small": Told(
        N_("Small gestures and early messages"),
        N_("You thought of {gestures} and {messages}: {subjects}."),
        N_(
            "A small gesture at the right moment often says more than a survey, and who hears something in "
            "time need not call (Vandooren). See that each has an owner."
        ),
    ),
    "value.small_missing": Told(
        N_("Where something small is missing"),
        N_(
            "You are absent where it feels bad for {persona}, in {steps}: {subjects}. Nothing small is "
            "planned there yet, no gesture and no message beforehand."
        ),
        N_(
            "You need not take anything over to mean something here (Vandooren). Choose one of these steps "
            "and think, in ten minutes, of one message or gesture through a party who is there. Is it one of "
            "your plans already? Mark it in the note."
        ),
    ),
}  # fmt: skip
MARKS: Final = {
    "performance.bad": (N_("P−"), N_("Performance in the red")),
    "performance.neutral": (N_("P0"), N_("Performance only just enough")),
    "customisation.bad": (N_("C−"), N_("Customisation in the red")),
    "customisation.neutral": (N_("C0"), N_("Customisation only just enough")),
    "experience.bad": (N_("E−"), N_("Experience in the red")),
    "experience.neutral": (N_("E0"), N_("Experience only just enough")),
    "good": ("+", N_("Every rated strategy above 0")),
    "felt": (N_("em"), N_("Emotional value")),
    "practical": (N_("pr"), N_("Only practical value")),
    "nothing": ("0", N_("Neither practical nor emotional value")),
    "leadership": (N_("Lea"), N_("Behind the scenes: leadership")),
    "hr": (N_("Stf"), N_("Behind the scenes: staff policy")),
    "culture": (N_("Cul"), N_("Behind the scenes: culture")),
    "systems": (N_("Sys"), N_("Behind the scenes: systems")),
    "quality": (N_("Qua"), N_("Behind the scenes: quality")),
}
"""What a mark says: (short sign of 1 to 3 letters, whole words)."""


def arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    """The strategies, the part of the stage and the elements of direction that it is about."""
    del document
    said: dict[str, object] = {}
    for name, value in finding.details:
        codes = str(value).split()
        if name == "strategies":
            said[name] = joined([say(STRATEGIES[code]).lower() for code in codes], say)
        elif name == "part":
            said[name] = say(STAGE_PARTS[codes[0]])
        elif name == "parts":
            said[name] = joined([say(STAGE_PARTS[code]).lower() for code in codes], say)
        elif name == "directions":
            named = {str(code): word for code, word in DIRECTIONS.items()}
            said[name] = joined([say(named[code]).lower() for code in codes], say)
    return said
