"""The lens of scope as a picture: who is inside and outside, how one is handed over, and who delivers to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.panels.findings.numbers import number_line
from app.panels.profiles.bars import Bar, bars
from app.plain import PlainLabel, named
from journeys.analysis.deliveries import SIDES as ENDS
from journeys.analysis.deliveries import deliveries
from journeys.analysis.handovers import handovers
from journeys.analysis.sides import sides
from journeys.i18n import N_
from journeys.phrases.gaps import the_scope
from journeys.phrases.judgements import SIDES
from journeys.phrases.lenses.scope import GROUPS
from journeys.phrases.terms import capital, count_of

if TYPE_CHECKING:
    from app.context import Context
    from journeys.analysis.scene import Scene
    from journeys.analysis.sides import Side

HANDED: Final = {
    "inside": (N_("Inside the scope"), "lens.5"),
    "crossing": (N_("Across its border"), "lens.6"),
    "outside": (N_("Among others"), "lens.3"),
}
PARTIES: Final[dict[Side, str]] = {
    "own": N_("The scope itself"), "commissioned": N_("Acting for it"),
    "colleague": N_("Other departments"), "outside": N_("Others outside"),
}  # fmt: skip
INK: Final = "lens.neutral"
"""Of what is counted and neither good nor bad."""


def make(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """Of one journey, or of all that count; None as long as nobody is drawn."""
    if not scene.journeys:
        return None
    made = named(QWidget(), "page")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    name = the_scope(scene.document, scene.scope.party, context.say)
    column.addWidget(PlainLabel(context.say("Seen from: {name}", name=name), wrap=True, name="muted"))
    column.addWidget(_customers(context, scene))
    for part in (_met, _handed, _delivered):
        column.addWidget(part(context, scene, journey))
    return made


def _customers(context: Context, scene: Scene) -> QWidget:
    """The groups of personas, internal and external."""
    held, say = scene.once(sides), context.say
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 2, 0, 0)
    column.setSpacing(2)
    for title, groups in ((say("External customers"), held.external), (say("Internal customers"), held.internal)):
        if not groups:
            continue
        heading = PlainLabel(title, wrap=True, name="strong")
        heading.setContentsMargins(0, 4, 0, 0)
        column.addWidget(heading)
        drawn = {group: personas for group, personas in groups.items() if personas}
        for group, personas in drawn.items():
            number = count_of("persona", len(personas), say)
            text = f"{capital(say(GROUPS[group]))}: {number}"
            column.addWidget(number_line(context, text, f"{title}: {say(GROUPS[group])}", personas))
        missing = ", ".join(say(GROUPS[group]) for group in groups if group not in drawn)
        if missing:
            column.addWidget(PlainLabel(say("Nobody drawn: {groups}", groups=missing), wrap=True, name="muted"))
    return box


def _met(context: Context, scene: Scene, journey: str | None) -> QWidget:
    """How many front steps lead to which side; a step with several parties counts at each."""
    held, say, found = scene.once(sides), context.say, dict[str, dict[str, None]]()
    for one in scene.journeys:
        if journey in (None, one.id):
            for spot in scene.spots.get(one.id, {}).values():
                for step in spot.front:
                    for contact in step.contacts:
                        if contact.party is not None:
                            found.setdefault(held.parties[contact.party], {})[step.id] = None
    rows = [(side, say(label), tuple(found.get(side, ()))) for side, label in PARTIES.items()]
    inks = {"own": "lens.0", "commissioned": "lens.1", "colleague": "lens.4", "outside": "lens.3"}
    wanted = [row for row in rows if row[2] or row[0] in ("own", "outside")]
    lines = [Bar(label, len(ids), count_of("step", len(ids), say), ids, inks[side]) for side, label, ids in wanted]
    return bars(context, say("Whom people meet"), lines, least=0, most=max(1, *(len(row[2]) for row in wanted)))


def _handed(context: Context, scene: Scene, journey: str | None) -> QWidget:
    """The hand-overs by side; those of processes are for another picture."""
    say, counted = context.say, {one.id for one in scene.journeys}
    found: dict[str, list[str]] = {side: [] for side in HANDED}
    for handover in scene.once(handovers):
        if handover.journey == journey or (journey is None and handover.journey in counted):
            found[handover.side].append(handover.link)
    lines = [
        Bar(say(label), len(found[side]), str(len(found[side])), tuple(found[side]), ink)
        for side, (label, ink) in HANDED.items()
    ]
    return bars(context, say("Hand-overs"), lines, least=0, most=max(1, *(len(links) for links in found.values())))


def _delivered(context: Context, scene: Scene, journey: str | None) -> QWidget:
    """A line for every direction in which steps deliver."""
    say, found = context.say, deliveries(scene, journey)
    title = say("Who delivers to whom")
    if not found:
        told = say("Nothing filled in yet. Say on a step, under Judgement, who supplies and who benefits.")
        return _under(title, PlainLabel(told, wrap=True, name="muted"))
    lines = [
        Bar(f"{say(SIDES[supplier])} → {say(SIDES[beneficiary])}", len(ids), count_of("step", len(ids), say), ids, INK)
        for supplier in ENDS for beneficiary in ENDS if (ids := found.get((supplier, beneficiary)))
    ]  # fmt: skip
    return bars(context, title, lines, least=0, most=max(len(ids) for ids in found.values()))


def _under(title: str, part: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 8, 0, 4)
    column.setSpacing(2)
    column.addWidget(PlainLabel(title, wrap=True, name="strong"))
    column.addWidget(part)
    return box
