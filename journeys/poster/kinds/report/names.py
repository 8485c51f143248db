"""What codes are called in a report."""

from __future__ import annotations

from typing import Final

from journeys.i18n import N_, many

LIFE_EVENTS: Final = {
    "child": N_("Having a child"), "child-flanders": N_("Having a child (Flanders)"), "moving": N_("Moving house"),
    "marriage": N_("Getting married"), "death": N_("Death of a relative"), "business": N_("Starting a business"),
    "blank": N_("New life event"),
}  # fmt: skip
"""The built-in ones; of others the title of the study says enough."""
SOURCE_KINDS: Final = {
    "interview": N_("Interview"), "survey": N_("Survey"), "data": N_("Data"), "document": N_("Document"),
    "workshop": N_("Workshop"), "law": N_("Law"),
}  # fmt: skip
PRIVACY: Final = {
    "fictional": N_("This persona is fictional."),
    "anonymised": N_("This persona is made from what real people told, so that nobody can be recognised."),
    "real": N_("This is a real person."),
}
SPANS: Final = {
    "hour": many("{n} hour", "{n} hours"), "day": many("{n} day", "{n} days"),
    "workday": many("{n} working day", "{n} working days"), "week": many("{n} week", "{n} weeks"),
    "month": many("{n} month", "{n} months"),
}  # fmt: skip
RANGES: Final = {
    "hour": N_("{least} to {most} hours"), "day": N_("{least} to {most} days"),
    "workday": N_("{least} to {most} working days"), "week": N_("{least} to {most} weeks"),
    "month": N_("{least} to {most} months"),
}  # fmt: skip
LEVELS: Final = {
    "direct": N_("In this phase the person meets {scope} itself."),
    "commissioned": N_("The person meets a party that acts for {scope}."),
    "via_partner": N_("Another party passes on information or help from {scope}."),
    "backstage": N_("{scope} works on it, but the person meets nobody."),
    "deliberate": N_("{scope} is absent, and the team wrote down why that is right."),
    "unmapped": N_("No step in which the person takes part has been filled in. Nothing is said about this phase."),
    "absent": N_("None of these. This is a gap: it has a flag and a number."),
}
GLOSSARY: Final = (
    ("day0", N_("day 0"), N_("The moment from which the time before and after is counted. In this study: {moment}.")),
    ("phase", N_("phase"), N_("A stretch of time in the life event.")),
    ("step", N_("step"), N_("Something the person does or meets, at a place, with or without a party.")),
    ("persona", N_("persona"), N_("Somebody who stands for a group of people with the same question.")),
    ("presence", N_("presence"), N_("How people meet {scope} in a phase: itself, through another, or not at all.")),
    ("gap", N_("gap"), N_("A phase in which {scope} is absent for this persona.")),
    ("severity", N_("severity"), N_("How much a gap weighs, from 0 to 100. The sum is explained in chapter 1.")),
    ("silence", N_("longest silence"), N_("The longest stretch of time without any contact with {scope}.")),
    ("heartbeat", N_("heartbeat"), N_("The curve of what people feel, from very unpleasant to very pleasant.")),
    ("moment_of_truth", N_("moment of truth"), N_("A step that decides how people look back on all of it.")),
    ("need", N_("need"), N_("What the person needs at that moment. It is open as long as no party answers it.")),
    ("pain", N_("pain point"), N_("What goes wrong or hurts.")),
    ("opportunity", N_("opportunity"), N_("A way to be of use to people at a moment that matters.")),
    ("small_gesture", N_("small gesture"), N_("Something small that says much, such as a word at the right moment.")),
    ("proactive", N_("proactive message"), N_("A message that comes before anybody asks.")),
    ("backstage", N_("behind the scenes"), N_("What others do for the person, and the person does not see.")),
    ("assumed", N_("assumed"), N_("Not seen and not told by anybody yet: it has to be checked.")),
    ("observed", N_("observed"), N_("Seen, measured or told by the people themselves.")),
    ("proposed", N_("proposed"), N_("Not so yet: the team wants it so.")),
    ("deliberate", N_("deliberately absent"), N_("Absent on purpose, with a reason.")),
)  # fmt: skip
"""Code, word and meaning; a report explains those that it uses."""
