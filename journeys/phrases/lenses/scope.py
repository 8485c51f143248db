"""How the findings of the lens of scope are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.lenses.told import Told
from journeys.phrases.terms import joined, quoted

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.i18n import Words
    from journeys.model.document import Document

AXES: Final = {
    "pace": (N_("fast"), N_("with care")),
    "digital": (N_("by screen"), N_("with somebody to talk to")),
    "privacy": (N_("kept private"), N_("passed on, so that one tells it only once")),
    "standard": (N_("the same for all"), N_("made to measure")),
    "told": (N_("told unasked"), N_("left in peace")),
    "self": (N_("done alone"), N_("done with help")),
    "length": (N_("short"), N_("complete")),
    "appointment": (N_("by appointment"), N_("at any time")),
    "festive": (N_("plain"), N_("festive")),
}
"""Axis of tension → what a need at either end asks for."""
GROUPS: Final = {
    "resident": N_("residents"), "non_resident": N_("non-residents"), "business": N_("businesses"),
    "organisation": N_("associations"), "other_government": N_("other governments"), "society": N_("society"),
    "internal": N_("colleagues"),
}  # fmt: skip
SIDES: Final = {
    "own": N_("own"), "commissioned": N_("commissioned"), "colleague": N_("other departments"),
    "outside": N_("outside"),
}  # fmt: skip
_TENSION: Final = Told(
    N_("Needs that may clash"),
    N_("In {phase} needs may pull apart, {left} against {right}. {one_who}: {one}. {other_who}: {other}. ({needs})"),
    N_(
        "Groups of people may need opposite things, and government serves them all (Brandt & Peirs). This was found by"
        " the words alone, so it is a possible conflict: read both needs first. If both are right, offer two ways, or"
        " decide openly who comes first here."
    ),
)
_SCREEN: Final = N_(
    "Who cannot manage a screen is left out here, and government may not exclude anyone (Brandt & Peirs). Add a desk,"
    " a phone or a partner who helps."
)
_TOGETHER: Final = N_(
    "To the person you are one organisation. Let these departments look at this hand-over together: who keeps hold of"
    " the case, what goes along with it, and does the person have to tell it again? (Brouwer)"
)
TOLD: Final[dict[str, Told]] = {
    **{f"scope.tension_{axis}": _TENSION for axis in AXES},
    "scope.tension_skill": Told(
        N_("A need that may shut somebody else out"),
        N_(
            "In the phase {phase} a need asks for a screen. {one_who}: {one}. But this phase is there for "
            "{other_who} too, for whom a screen does not work. ({needs})"
        ),
        N_("Government may not exclude anyone (Brandt & Peirs). Keep a way with a person beside the digital one, or let"
           " somebody help."),
    ),
    "scope.digital_only": Told(
        N_("Only by screen"),
        N_(
            "In the phase {phase} the only way to {scope} is a screen ({steps}); the digital skill of "
            "{persona} is {skill}."
        ),
        _SCREEN,
    ),
    "scope.digital_only_channels": Told(
        N_("Only by screen"),
        N_(
            "In the phase {phase} the only way to {scope} is a screen ({steps}). The profile of {persona} has"
            " no digital channel at all."
        ),
        _SCREEN,
    ),
    "scope.through_known": Told(
        N_("Be present through a partner you know"),
        N_(
            "{party} passes on for {scope} already, and meets {met} in {phases} in which {scope} is absent: "
            "{names}. Still open there: {needs}."
        ),
        N_(
            "People do not have to come to you: go where they already are (Brouwer). With this partner the "
            "way is short: you work together already. Ask your contact there what could be added in this "
            "phase."
        ),
    ),
    "scope.passes_on": Told(
        N_("Partners who pass on"),
        N_("Through {named}, information or help of {scope} reaches people, in {steps}."),
        N_(
            "You reach people where they are without a desk of your own. Keep these agreements, and ask "
            "whether these partners can do the same in phases where you are absent."
        ),
    ),
    "scope.inside_pain": Told(
        N_("A hand-over inside that hurts"),
        N_("Inside {scope} it goes {ways}. There it hurts for {persona}: {pains}, at {at} ({handovers})."),
        _TOGETHER,
    ),
    "scope.inside_low": Told(
        N_("A hand-over inside that feels bad"),
        N_("Inside {scope} it goes {ways}. There it feels bad for {persona}: {emotion}, at {at} ({handovers})."),
        _TOGETHER,
    ),
    "scope.crossing": Told(
        N_("Hand-overs to or from others that hurt"),
        N_("Between {scope} and others it hurts for {persona} in {handovers}: {pains}, with {named}."),
        N_("Here the person crosses the border of your scope, and neither side sees the whole. Agree with the other"
           " party who tells what, and hand over warmly instead of referring."),
    ),
    "scope.many_desks": Told(
        N_("Many departments for one person"),
        N_("In the phase {phase}, {scope} sends {persona} past {parties}, in {steps}: {named}."),
        N_("The person has one question and gets several desks. Can one of them take it all in and arrange the rest"
           " behind the scenes?"),
    ),
    "scope.groups": Told(
        N_("Groups without a persona"),
        N_("Drawn so far: {drawn} ({personas}). Not drawn yet: {missing}."),
        N_("Government may not exclude anyone (Brandt & Peirs). Ask of each group whether this life event touches it:"
           " if so, add a persona; if not, mute this with the reason."),
    ),
    "scope.internal": Told(
        N_("Internal customers without a face"),
        N_("Inside {scope} work goes from one department to the next ({handovers}). Nothing shows how that is for those"
           " who take over: {named} ({parties})."),
        N_("Who takes over your work is your customer too, an internal one (Brandt & Peirs). Add a persona of the group"
           " Internal, or make the process behind one of these steps."),
    ),
    "scope.colleagues": Told(
        N_("Departments next door are outside now"),
        N_("Seen from {scope} alone, others of the same organisation are outside: {named} ({parties}, {handovers} over"
           " the border)."),
        N_("Who is an internal or an external customer depends on the scope you choose (Brandt & Peirs). For one"
           " department colleagues are customers or suppliers like any other: do they get what they need?"),
    ),
    "scope.for_society": Told(
        N_("The person supplies, society benefits"),
        N_("In {steps} the person supplies something and society benefits: {subjects}."),
        N_("As with a tax or a fine, the person is not the customer here but the supplier, and society is the customer"
           " (Brandt & Peirs). Do not sell it as a service: say what it is for, and make supplying easy."),
    ),
    "scope.for_us": Told(
        N_("The person supplies, the organisation benefits"),
        N_("In {steps} the person supplies something and the organisation itself benefits: {subjects}."),
        N_("Here the person works for you. Is what they supply known already, or known to another government? Then do"
           " not ask for it again."),
    ),
}  # fmt: skip
MARKS: Final[dict[str, tuple[str, str]]] = {
    "own": (N_("We"), N_("With the scope itself")),
    "commissioned": (N_("Act"), N_("With a party that acts for the scope")),
    "passed_on": (N_("Via"), N_("A partner passes on for the scope")),
    "colleague": (N_("Dep"), N_("With another department, outside the scope")),
    "outside": (N_("Oth"), N_("With somebody outside")),
    "nobody": (N_("–"), N_("With nobody")),
    "inside": (N_("In"), N_("Handed over inside the scope")),
    "crossing": (N_("Bor"), N_("Handed over across the border of the scope")),
    "person.person": (N_("P→P"), N_("The person gives and benefits")),
    "person.organisation": (N_("P→O"), N_("The person gives, the organisation benefits")),
    "person.society": (N_("P→S"), N_("The person gives, society benefits")),
    "organisation.person": (N_("O→P"), N_("The organisation gives, the person benefits")),
    "organisation.organisation": (N_("O→O"), N_("The organisation gives and benefits")),
    "organisation.society": (N_("O→S"), N_("The organisation gives, society benefits")),
    "society.person": (N_("S→P"), N_("Society gives, the person benefits")),
    "society.organisation": (N_("S→O"), N_("Society gives, the organisation benefits")),
    "society.society": (N_("S→S"), N_("Society gives and benefits")),
}
"""What a mark says: (short sign of 1 to 3 letters, whole words)."""


def arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    """What the sentences name beside numbers, subjects and place."""
    from journeys.phrases.lenses import names_of

    details = {name: str(value) for name, value in finding.details if name != "scope"}
    told: dict[str, object] = {name: _named(name, value, document, say) for name, value in details.items()}
    if "ways" in details:
        told["ways"] = joined([_way(way, document, say) for way in details["ways"].split()], say)
        told["at"] = names_of([id_ for id_ in finding.subjects if id_ in document.steps], document, say)
    if finding.code == "scope.through_known":
        told["names"] = names_of(finding.number("phases").ids, document, say)
    axis = AXES.get(finding.code.removeprefix("scope.tension_"))
    if axis is not None:
        told |= {"left": say(axis[0]), "right": say(axis[1])}
    if "with" in told:
        told["named"] = told["with"]
    elif finding.code == "scope.passes_on":
        told["named"] = joined([document.parties[party].name for party in finding.subjects], say)
    elif any(number.code == "parties" for number in finding.numbers):
        named = [document.parties[party].name for party in finding.number("parties").ids if party in document.parties]
        told["named"] = joined(named, say)
    return told


def _way(way: str, document: Document, say: Words) -> str:
    """ "from Civil Affairs to Income support"."""
    start, _, end = way.partition(">")
    return say("from {start} to {end}", start=document.parties[start].name, end=document.parties[end].name)


def _named(name: str, value: str, document: Document, say: Words) -> str:
    if name in ("one", "other"):
        note = document.notes.get(value)
        return quoted(note.text) if note else ""
    if name == "with":
        return joined([document.parties[party].name for party in value.split()], say)
    if name in ("drawn", "missing"):
        return joined([say(GROUPS[group]) for group in value.split(",")], say)
    held = document.personas.get(value) or document.parties.get(value)
    return held.name if held else ""
