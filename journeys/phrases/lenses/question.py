"""How the findings of the lens of question and network are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.lenses.told import Told
from journeys.phrases.terms import joined, quoted

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.i18n import Words
    from journeys.model.document import Document

TOLD: Final[dict[str, Told]] = {
    "question.missing": Told(
        N_("No question"),
        N_("The journey {subject} has no question yet: what does {persona} want solved?"),
        N_("A question of {people} leads the journey, not a product (Aalders). Without one, a team soon makes its own "
           "product better. Ask, and write it down in their own words."),
    ),
    "question.missing_in_several": Told(
        N_("No question"),
        N_("{journeys} without a question: {subjects}. What do {people} want solved?"),
        N_("A question of {people} leads the journey, not a product (Aalders). Without one, a team soon makes its own "
           "product better. Ask, and write it down in their own words."),
    ),
    "question.product": Told(
        N_("A question about what we offer"),
        N_("The question of {persona} says “{word}”. Is that what they want solved, or how we are used to solving it?"),
        N_("Who asks for a product gets a better product; who asks what is wanted may find another way, or another "
           "party (Aalders). Try the question again without this word. If it is right like this, mute this finding."),
    ),
    "question.leads": Told(
        N_("The question leads"),
        N_("Every journey has a question ({journeys}), and none names a product, service or channel of ours."),
        N_("That leaves all answers open, also those that others can give (Aalders). Keep the question in sight when "
           "you think of solutions."),
    ),
    "question.customer_word": Told(
        N_("The word for the person"),
        N_("In this study people are called “{word}”."),
        N_("Whoever is a customer sees products (Aalders). Think of a word that fits more roles: resident, parent, "
           "neighbour. You change it in the details of the study."),
    ),
    "question.unanswered": Told(
        N_("Questions that nobody answers"),
        N_("Nobody answers {questions} of {persona}: {subjects}."),
        N_("Find out who can answer, and tell it where {people} come already. Put that party with the question as the "
           "one who answers it."),
    ),
    "question.answered_by_others": Told(
        N_("Others answer already"),
        N_("{subject} answers {needs} already, without {scope}."),
        N_("Not everything has to be solved by {scope} itself (Aalders). Make sure that this party knows what it needs "
           "to know, and that {people} find it."),
    ),
    "question.could_solve": Told(
        N_("Who could solve it without us"),
        N_("{subject} is there for {personas}, in {phases}; {steps} in all."),
        N_("This party is there for so long that it may answer the question better than {scope} (Aalders). Ask it: "
           "what could you solve if we helped, with information, money or room in the rules?"),
    ),
    "question.carries": Told(
        N_("A party that carries much"),
        N_("{subject} carries {share} of all steps in which people meet somebody ({steps})."),
        N_("Who carries so much of a journey is a partner in its design, not somebody at its edge. Invite this party "
           "to the next session."),
    ),
    "question.silent_party": Told(
        N_("Everybody comes here, and nothing is passed on"),
        N_("Met by all {people} of this study, and nothing of {scope} is passed on there: {named} ({steps})."),
        N_(
            "Everybody comes here while questions are open (Brouwer). Call one of these parties this week. "
            "Would a word or a leaflet of {scope} help, at the right moment? And what could they solve better"
            " than {scope} (Aalders)?"
        ),
    ),
    "question.one_party": Told(
        N_("One party leads a phase"),
        N_("In the phase {phase} one and the same party is met throughout: {party}, in {steps}."),
        N_("Then that party decides how this phase goes. Are others missing here that {people} do meet: family, work, "
           "neighbours? Or is it right that one party leads?"),
    ),
    "question.ties": Told(
        N_("Much runs past one party"),
        N_("On this map the way to {parties} leads only past {subject}."),
        N_(
            "Is this so, or is a way missing on the map? If it is so, ask this party what happens when it "
            "stops or is too busy, and let parties that need each other meet."
        ),
    ),
    "question.we_tie": Told(
        N_("Much runs past us"),
        N_("On this map the way to {parties} leads only past {subject}."),
        N_("That is a strong place to help from, and a weak spot too: {people} are stuck when it is closed. Let "
           "parties find each other directly where they can."),
    ),
}  # fmt: skip
MARKS: Final[dict[str, tuple[str, str]]] = {
    "inside": (N_("we"), N_("with ourselves")),
    "acting": (N_("for"), N_("with somebody who acts for us")),
    "passes_on": (N_("via"), N_("passes something on for us")),
    "outside": (N_("oth"), N_("with others")),
    "nobody": (N_("no"), N_("with nobody")),
    "open_question": ("?", N_("a question that nobody answers")),
}
"""What a mark says: (short sign of 1 to 3 letters, whole words)."""


def arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    """What the sentences name beside numbers, subjects and place."""
    party = document.parties.get(str(finding.detail("party") or ""))
    named = [document.parties[id_].name for id_ in finding.subjects if id_ in document.parties]
    return {
        "named": joined(named, say),
        "word": finding.detail("word") or "",
        "party": quoted(party.name) if party else "",
    }
