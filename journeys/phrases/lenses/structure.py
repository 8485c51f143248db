"""How the findings of the lens of structure are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.lenses.told import Told

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.i18n import Words
    from journeys.model.document import Document

WALKED_MOST: Final = 4

TOLD: Final[dict[str, Told]] = {
    "structure.contact_open": Told(
        N_("Not filled in whom one meets"),
        N_("In {journey} it is still open whom one meets, in {steps}: {subjects}."),
        N_(
            "A step without a contact cannot tell who is present, and nobody will improve it. Fill in the party, or "
            "say that there is nobody: that is an answer as well."
        ),
    ),
    "structure.backstage_open": Told(
        N_("Work behind the scenes without an owner"),
        N_("Behind the scenes of {journey} it is open who does the work, in {steps}: {subjects}."),
        N_(
            "Work that belongs to nobody is left undone as soon as it is busy. Fill in which department or partner "
            "does it."
        ),
    ),
    "structure.empty_phase": Told(
        N_("Empty phase in the middle"),
        N_("The journey of {persona} goes on after the phase {phase}, but nothing is filled in there."),
        N_(
            "What happened in this phase was not asked, or not written down. Ask it in the next conversation. If "
            "nothing happens, add a step that says so."
        ),
    ),
    "structure.loop": Told(
        N_("The journey goes round"),
        N_("In {journey} the connections go round through {steps}: {walk}."),
        N_(
            "Does the journey of {persona} really go back here? Then mark the connection as a way back, and look for"
            " what would prevent it. If not, one of the arrows points the wrong way."
        ),
    ),
    "structure.known_loop": Told(
        N_("A round that may repeat"),
        N_("Here the journey of {persona} can go round again, by way of {links} back: {walk} ({steps})."),
        N_(
            "Every time round costs the person time and the organisation work. Ask how often this happens, and what "
            "would make it right the first time."
        ),
    ),
    "structure.dead_end": Told(
        N_("Nothing follows"),
        N_("The journey of {persona} goes on, but nothing follows after {steps}: {subjects}."),
        N_(
            "Either a connection is missing, or the person is left here without knowing what comes next. In the "
            "second case that is a finding in itself: tell people what follows."
        ),
    ),
    "structure.orphan": Told(
        N_("Begins out of nothing"),
        N_("The journey of {persona} began earlier, but nothing leads to {steps}: {subjects}."),
        N_(
            "How does one get here? A letter, a tip, a search? That is often just where people get lost. Connect the"
            " step with what comes before it."
        ),
    ),
    "structure.loose": Told(
        N_("Loose steps"),
        N_("Connected with nothing in {journey}: {steps}, {subjects}."),
        N_(
            "Connect them with what comes before and after. Then it becomes clear in which order things happen, and "
            "who hands over to whom."
        ),
    ),
    "structure.island": Told(
        N_("A part that hangs loose"),
        N_("A part of {journey} is not connected with the rest: {steps}, {subjects}."),
        N_(
            "From the rest of the journey nobody can get here. Add the connection that is missing, or make it a "
            "journey of its own."
        ),
    ),
    "structure.no_flow": Told(
        N_("No connections yet"),
        N_("Nothing is connected yet in {journey}: {steps} on their own."),
        N_(
            "Connections show in which order things happen and where people are passed on. Select the steps and "
            "connect them in their order."
        ),
    ),
    "structure.choice": Told(
        N_("Choices without a reason"),
        N_("In {journey} it is not said when one goes which way: {links}, from {sources}."),
        N_(
            "A choice without words leaves open what makes the difference: being married, having DigiD, the day of "
            "the week. Write the condition on the connection."
        ),
    ),
    "structure.chain": Told(
        N_("Passed on again and again"),
        N_(
            "In the phase {phase} it goes from one to the next for {persona}: {handovers} in a row, along "
            "{parties}. It goes {walk}."
        ),
        N_(
            "With every hand-over, information gets lost and the person has to tell everything again. Agree who "
            "keeps hold of the thread, or hand over in person. Customer-driven service asks that organisations "
            "arrange this among themselves (Brouwer)."
        ),
    ),
    "structure.unanswered_needs": Told(
        N_("Needs without an opportunity"),
        N_("Nothing was thought of yet for {needs} of {persona}: {subjects}."),
        N_(
            "You heard this from people. Take ten minutes with the team: think of an opportunity and connect "
            "it with the need, or note which other party answers it."
        ),
    ),
    "structure.answered": Told(
        N_("Every need has its opportunity"),
        N_("For all open needs and questions of {persona} there is an opportunity or an idea: {needs}."),
        N_("That is a strength: nothing that people told you is left lying. Keep it so when you add needs."),
    ),
    "structure.overdue": Told(
        N_("Past its date"),
        N_("The date has passed, and it is not done yet: {opportunities}, {subjects}."),
        N_("Agree on a new date with the owner, or drop it. What stays late takes the trust out of the whole list."),
    ),
    "structure.unowned": Told(
        N_("Planned, but by whom?"),
        N_("It is planned, but nobody is the owner: {opportunities}, {subjects}."),
        N_("What everyone has planned, nobody does. Write down one name, and a date."),
    ),
    "structure.undated": Told(
        N_("Planned, but for when?"),
        N_("There is an owner, but no date: {opportunities}, {subjects}."),
        N_("Ask the owner by when it can be done. A date far away is better than none."),
    ),
    "structure.untaken": Told(
        N_("Opportunities that nobody took up"),
        N_("Not taken up by anybody yet: {opportunities}, {subjects}."),
        N_(
            "That is fine as long as you are still choosing. At the end of the workshop each chosen opportunity "
            "needs a name."
        ),
    ),
    "structure.assumed": Told(
        N_("Much is assumed"),
        N_("Of the journey of {persona}, {share} is an assumption: {steps}."),
        N_(
            "A map of assumptions shows what the organisation thinks, not what people live through. Talk to some "
            "people who went through it, and note what you observed."
        ),
    ),
    "structure.assumed_phases": Told(
        N_("Phases that were only assumed"),
        N_("In {phases} of the journey of {persona} nothing was observed, only assumed ({steps}): {names}."),
        N_(
            "Here you do not know yet what people really live through. Take these phases along in the next "
            "conversation."
        ),
    ),
    "structure.founded": Told(
        N_("Well founded"),
        N_("Of {journeys}, {share} was observed, with a source: {steps}."),
        N_("That is a strength: whoever doubts this map can be shown where it comes from."),
    ),
    "structure.unsourced": Told(
        N_("Observed, but where?"),
        N_("Called observed in {journey}, but without a source: {steps}, {subjects}."),
        N_(
            "Later nobody knows any more who said or saw this. Choose the interview, survey or document that it "
            "comes from."
        ),
    ),
    "structure.unsourced_notes": Told(
        N_("Heard, but from whom?"),
        N_("Called observed in {journey}, but without a source: {notes}, {subjects}."),
        N_(
            "Later nobody knows any more who said or saw this. Choose the interview, survey or document that it "
            "comes from."
        ),
    ),
    "structure.consent_ended": Told(
        N_("Consent has ended"),
        N_("The consent of {subject} ended on {until}."),
        N_(
            "Ask for consent again, or make the persona fictional: take out the portrait, the quotes and everything "
            "by which the person could be recognised."
        ),
    ),
    "structure.consent_unknown": Told(
        N_("No date of consent"),
        N_("{subject} is a real person, but it is not noted until when there is consent."),
        N_(
            "Note until when you may use these data. After that date the study tells you to ask again or to make the"
            " persona unrecognisable."
        ),
    ),
}
MARKS: Final[dict[str, tuple[str, str]]] = {
    "ownerless": ("?", N_("not filled in who it is with")),
    "loop": (N_("rnd"), N_("part of a round")),
    "dead_end": (N_("end"), N_("nothing follows")),
    "orphan": (N_("new"), N_("begins out of nothing")),
    "loose": (N_("off"), N_("hangs loose")),
    "observed": (N_("o"), N_("observed")),
    "assumed": (N_("as"), N_("assumed")),
    "proposed": (N_("p"), N_("proposed")),
}
"""What a mark says: (short sign of 1 to 3 letters, whole words)."""


def arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    """The way along the steps of a round or a chain, names of phases, and dates."""
    what = finding.code.partition(".")[2]
    if what in ("loop", "known_loop", "chain"):
        return {"walk": _walk(finding, document, say)}
    if what == "choice":
        from journeys.phrases.lenses import names_of

        sources = dict.fromkeys(document.links[id_].source for id_ in finding.number("links").ids)
        return {"sources": names_of(tuple(sources), document, say)}
    if what == "assumed_phases":
        from journeys.phrases.terms import joined

        return {"names": joined([document.phases[id_].name for id_ in finding.number("phases").ids], say)}
    if what == "consent_ended":
        return {"until": _date(finding, document, say)}
    return {}


def _walk(finding: Finding, document: Document, say: Words) -> str:
    """ "“A” → “B” → 2 more → “E”", and back to the first when it goes round."""
    from journeys.phrases.lenses import name_of

    ids = finding.subjects
    left_out = len(ids) - WALKED_MOST
    shown = ids if left_out <= 1 else ids[: WALKED_MOST - 1]
    names = [name_of(id_, document, say) for id_ in shown]
    if left_out > 1:
        names += [say("{n} more", n=left_out), name_of(ids[-1], document, say)]
    if not finding.code.endswith("chain"):
        names.append(names[0])
    return " → ".join(names)


def _date(finding: Finding, document: Document, say: Words) -> str:
    from journeys.phrases.dates import date_words

    until = document.personas[finding.subjects[0]].consent_until
    return date_words(until, say, weekday=False) if until is not None else ""
