"""How the findings of the lens of roles are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.durations import lasting
from journeys.phrases.judgements import RATINGS, ROLE_SIGNS, ROLES
from journeys.phrases.lenses.told import Told
from journeys.phrases.terms import quoted

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.i18n import Words
    from journeys.model.document import Document

REASONS: Final = {
    "customer:subject": N_("A customer wants to be helped as they wish; a subject must be treated by the rules."),
    "customer:taxpayer": N_("More service for one customer is paid for by everybody."),
    "customer:governor": N_("A customer counts the own case; who governs along counts everybody's."),
    "user:taxpayer": N_("Users want more and better; taxpayers want to pay no more than needed."),
    "subject:partner": N_("Who lays down a duty cannot work together as an equal in the same breath."),
    "subject:voter": N_("Who is held to the rule today, judges tomorrow those who made it."),
}
"""Why two roles are opposed."""
REASONS_MOST: Final = 2
TOLD: Final = {
    "roles.invite": Told(
        N_("No roles yet"),
        N_("No step says yet in which role people stand before you. Begin with {steps} in which they meet you."),
        N_(
            "People are not only customers: Teeuwen tells seven roles apart, and each asks something else of the "
            "government. Choose a step, open Judgement and tick the roles."
        ),
    ),
    "roles.opposed_step": Told(
        N_("Opposed roles in one step"),
        N_("For {persona} opposed roles come together in {steps}: {subjects}. {reasons}"),
        N_(
            "Each role asks something else of the government (Teeuwen). Decide which role comes first here and say so "
            "openly. Two moments, or two people, often do better than one that wants both."
        ),
    ),
    "roles.opposed_phase": Told(
        N_("Opposed roles in one phase"),
        N_("For {persona} opposed roles follow each other within a phase ({names}), over {steps}. {reasons}"),
        N_(
            "Whoever was helped as a customer is surprised to be checked a moment later. Make the change of role "
            "visible: say what happens now, and why it is different (Teeuwen)."
        ),
    ),
    "roles.only_customer": Told(
        N_("Always a customer"),
        N_("For {persona} the role of customer stands in {steps}, and no other role anywhere."),
        N_(
            "Who sees only customers, forgets duties, taxes and having a say (Teeuwen). Ask in each step: is this "
            "person also a subject, a partner, or somebody who decides along?"
        ),
    ),
    "roles.for_nobody": Told(
        N_("Of value to nobody"),
        N_("There is no value in {steps}, not for {persona} and not for all: {subjects}."),
        N_("What is of value to neither side is waste (Teeuwen). Can it go, or be part of another step?"),
    ),
    "roles.for_all_only": Told(
        N_("Of value to all, not to the person"),
        N_("For all there is value in {steps}, for {persona} there is none: {subjects}."),
        N_(
            "Such a step is no waste, but the person pays for it (Teeuwen). Keep it, make it as light as you can, and "
            "tell whom it is for."
        ),
    ),
    "roles.for_one_only": Told(
        N_("Of value to the person, not to all"),
        N_("For {persona} there is value in {steps}, for all there is none: {subjects}."),
        N_(
            "Everybody pays for what brings one person something (Teeuwen). That can be right; then know why. Can "
            "somebody else do it as well?"
        ),
    ),
    "roles.for_both": Told(
        N_("Of value to the person and to all"),
        N_("There is value for the person and for all in {steps}: {subjects}."),
        N_("Here both sides gain (Teeuwen). Keep this when you change the journey."),
    ),
    "roles.waiting_for_all": Told(
        N_("Waiting that protects others"),
        N_("{subject}: {waiting} of waiting. For {persona} that is lost time, for all it is worth something."),
        N_(
            "What is waste to one can protect another, such as a term in which neighbours may object (Teeuwen). Do "
            "not just cut it. Tell how long it takes, whom it is for and what happens meanwhile."
        ),
    ),
    "roles.waiting_for_one": Told(
        N_("Waiting that gives the person time"),
        N_("{subject}: {waiting} of waiting. For {persona} that is worth something, for all it is not."),
        N_("Time to think or to recover can be what somebody needs (Teeuwen). Do not shorten it only to save money."),
    ),
    "roles.waiting_nobody": Told(
        N_("Waiting that helps nobody"),
        N_("{subject}: {waiting} of waiting, and nobody is the better for it."),
        N_("Waiting without value on either side is waste (Teeuwen). Find out what it waits for, and take that away."),
    ),
    "roles.waiting_unjudged": Told(
        N_("Waiting not judged yet"),
        N_("For {persona} there is waiting in {steps}: {subjects}. What that is worth was not judged from both sides."),
        N_(
            "Before you shorten a wait, ask two questions: what does it bring this person, and what does it bring all "
            "others? (Teeuwen)"
        ),
    ),
    "roles.quality_weakest": Told(
        N_("Weakest of six ratings"),
        N_(
            "Of the ratings given, “{rating}” comes out worst for {persona}: low in {low} ({subjects}), "
            "judged in {steps}."
        ),
        N_(
            "A journey is felt to be as good as its weakest side. Begin in these steps: sit beside a "
            "colleague for an hour, and look whether one cause lies behind them."
        ),
    ),
    "roles.quality_low": Told(
        N_("A low rating"),
        N_("For {persona}, “{rating}” scores low in {low}: {subjects}."),
        N_("One step can spoil much of a journey. Ask what is behind it, and rate the other steps too."),
    ),
    "roles.quality_price": Told(
        N_("Good service at a price"),
        N_("The quality for {persona} is good, but “{rating}” scores low in {low}; judged in {steps}."),
        N_(
            "Good quality should come with the lowest cost and the least red tape (Teeuwen). What do you do here that "
            "nobody would miss?"
        ),
    ),
    "roles.quality_saved": Told(
        N_("Saved at the cost of quality"),
        N_("For {persona} it takes little, but “{rating}” scores low in {low}; judged in {steps}."),
        N_(
            "Cheap and easy is not good when it is wrong, late or unclear: that comes back as calls and objections. "
            "Where did you save too much?"
        ),
    ),
    "roles.quality_good": Told(
        N_("Good on every rating"),
        N_("For {persona} every rating is above 0, in {steps}."),
        N_("What people get is good and it does not ask much of them. Keep it so, and tell others how."),
    ),
    "roles.asked_again": Told(
        N_("The same asked again"),
        N_("One and the same organisation asks {persona} more than once for {data}, in {steps}: {subjects}."),
        N_(
            "Who gave it once, should not have to give it to the same organisation again. Keep it, show it, and ask "
            "only whether it still holds."
        ),
    ),
    "roles.asked_across": Told(
        N_("The same asked by several parties"),
        N_("The same is asked of {persona} again and again, by {parties} in {steps}: {data}."),
        N_(
            "To the person this is one journey. Agree who asks and passes it on, with the person's consent where the "
            "law asks for it."
        ),
    ),
}
MARKS: Final[dict[str, tuple[str, str]]] = {
    **{str(role): (sign, ROLES[role]) for role, sign in ROLE_SIGNS.items()},
    "opposed": ("!", N_("Opposed roles")),
}
"""What a mark says: (short sign of 1 to 3 letters, whole words)."""


def arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    """The opposed roles and why, the rating, what is asked for, and how long one waits."""
    from journeys.phrases.lenses import names_of, some

    said: dict[str, object] = {}
    details = dict(finding.details)
    if "pairs" in details:
        said |= _opposed(str(details["pairs"]).split(), say)
        said["names"] = names_of([id_ for id_ in finding.subjects if id_ in document.phases], document, say)
    if "rating" in details:
        said["rating"] = say(RATINGS[str(details["rating"])])
    if "data" in details:
        said["data"] = some([quoted(data) for data in str(details["data"]).split("\n")], say)
    if finding.code.startswith("roles.waiting_"):
        waiting = document.steps[finding.subjects[0]].judgement.waiting
        said["waiting"] = lasting(waiting, say) if waiting is not None else ""
    return said


def _opposed(pairs: list[str], say: Words) -> dict[str, object]:
    return {"reasons": " ".join(say(REASONS[pair]) for pair in pairs[:REASONS_MOST])}
