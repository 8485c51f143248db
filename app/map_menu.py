"""The menu of the map: every gesture on what is selected or pointed at, in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app import step_menu
from app.menu_filler import Filler
from app.panels.labels import LINK_KINDS, NOTE_KINDS
from app.plain import literal
from journeys.edits import lanes, links, notes, phases
from journeys.phrases.judgements import SORTS
from journeys.phrases.terms import NOTE_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from app.canvas.view import MapView
    from app.window import StudyWindow
    from journeys.layout.drawing import Target


def fill(window: StudyWindow, menu: QMenu, target: Target | None = None) -> None:
    """What can be done with what is selected on the map, else with what is pointed at."""
    if window.view is None:
        return
    view = window.view.map
    lines = Filler(window, view, menu)
    chosen = view.selected()
    chosen_steps = [id_ for id_ in chosen if id_ in view.document.steps]
    chosen_notes = [id_ for id_ in chosen if id_ in view.document.notes]
    if chosen_steps:
        step_menu.fill(lines, chosen_steps)
    elif chosen_notes:
        _notes(lines, chosen_notes)
    elif chosen and chosen[0] in view.document.links:
        _links(lines, [id_ for id_ in chosen if id_ in view.document.links])
    elif chosen and chosen[0] in view.document.phases:
        _phase(lines, chosen[0])
    elif target is not None and target.part == "lane" and target.id in view.document.lanes:
        _lane(lines, target.id)
    else:
        _place(lines, target)


def _notes(lines: Filler, chosen: Sequence[str]) -> None:
    document, say = lines.document, lines.say
    if len(chosen) == 1:
        lines.act(say("&Edit text"), partial(lines.view.begin_edit, chosen[0]), keys="F2")
    menu = lines.sub(say("&Kind"))
    kinds = {document.notes[id_].kind for id_ in chosen}
    for kind, name in NOTE_KINDS.items():
        lines.edit(
            say(name), partial(notes.set_kind, document, tuple(chosen), kind),  # type: ignore[arg-type]  # kinds by name
            menu, checked=kinds == {kind},
        )  # fmt: skip
    menu = lines.sub(say("&Status"))
    held = {document.notes[id_].status for id_ in chosen}
    for status, name in NOTE_STATUSES.items():
        lines.edit(
            say(name), partial(notes.set_status, document, tuple(chosen), status),  # type: ignore[arg-type]  # by name
            menu, checked=held == {status},
        )  # fmt: skip
    _sorts(lines, [id_ for id_ in chosen if document.notes[id_].kind in notes.ADDRESSING])
    note_homes(lines, lines.sub(say("&Move to")), tuple(chosen))
    lines.codes("", "cut", "copy", "duplicate", "", "delete")


def _sorts(lines: Filler, chosen: Sequence[str]) -> None:
    """For opportunities and ideas: a small gesture, a proactive message."""
    for sort, name in SORTS.items():
        on = bool(chosen) and all(getattr(lines.document.notes[id_], sort) for id_ in chosen)
        if chosen:
            verb = partial(notes.make, lines.document, tuple(chosen), sort, on=not on)  # type: ignore[arg-type]  # by name
            lines.edit(lines.say(name), verb, checked=on)


def note_homes(lines: Filler, menu: QMenu, chosen: tuple[str, ...], *, parked: bool = False) -> None:
    """Every step by phase, and the phase itself; or parked, unless they are."""
    from app.canvas import names
    from journeys.model.time import phases_in_order

    document, journey = lines.document, lines.view.journey
    parts: dict[str, QMenu] = {}
    for phase in phases_in_order(document) if parked else ():
        parts[phase.id] = menu.addMenu(literal(phase.name))
        there = notes.Anchor(journey=journey, phase=phase.id)
        lines.edit(lines.say("The whole phase"), partial(notes.move, document, chosen, there), parts[phase.id])
    for step in names.reading_order(document, journey):
        if step.phase not in parts:
            parts[step.phase] = part = menu.addMenu(literal(document.phases[step.phase].name))
            whole = notes.Anchor(journey=journey, phase=step.phase)
            lines.edit(lines.say("The whole phase"), partial(notes.move, document, chosen, whole), part)
            part.addSeparator()
        verb = partial(notes.move, document, chosen, notes.Anchor(step=step.id))
        lines.edit(step_menu.title_of(lines, step), verb, parts[step.phase])
    if not parked:
        menu.addSeparator()
        lines.edit(lines.say("Parked: not on the map"), partial(notes.move, document, chosen, notes.PARKED), menu)


def _links(lines: Filler, chosen: Sequence[str]) -> None:
    document, say, view = lines.document, lines.say, lines.view
    if len(chosen) == 1:
        link = document.links[chosen[0]]
        lines.act(say("&Label"), partial(view.begin_edit, link.id), keys="F2")
        lines.act(say("Go to where it &comes from"), partial(view.reveal, link.source), keys="←")
        lines.act(say("Go to where it l&eads"), partial(view.reveal, link.target), keys="→")
        _other_ends(lines, link.id)
        lines.codes("")
    kinds = {document.links[id_].kind for id_ in chosen}
    for kind, name in LINK_KINDS.items():
        verb = partial(links.set_kind, document, tuple(chosen), kind)  # type: ignore[arg-type]  # kinds by name
        lines.edit(say(name), verb, checked=kinds == {kind})
    lines.codes("", "delete")


def _other_ends(lines: Filler, link: str) -> None:
    """Let it lead to another step."""
    from app.canvas import names

    document = lines.document
    menu, parts = lines.sub(lines.say("Let it lead &to")), dict[str, "QMenu"]()
    for step in names.reading_order(document, lines.view.journey):
        if step.phase not in parts:
            parts[step.phase] = menu.addMenu(literal(document.phases[step.phase].name))
        held = document.links[link]
        if step.id != held.source:
            verb = partial(links.reroute, document, link, target=step.id)
            lines.edit(step_menu.title_of(lines, step), verb, parts[step.phase], checked=step.id == held.target)


def _phase(lines: Filler, phase: str) -> None:
    document, say, view = lines.document, lines.say, lines.view
    lines.act(say("&Rename"), partial(view.begin_edit, phase), keys="F2")
    least, most = phases.start_range(document, phase)
    start = document.phases[phase].start_day
    for text, by, keys in (
        (say("Begins a week &earlier"), -7, "Alt+Shift+←"), (say("Begins a week &later"), 7, "Alt+Shift+→"),
    ):  # fmt: skip
        lines.edit(
            text, partial(phases.set_start, document, phase, start + by), keys=keys, enabled=least <= start + by <= most
        )
    lines.codes("")
    lines.act(say("New &step at its end"), partial(_step_at_end, view, phase))
    step_menu.new_notes(lines, lines.sub(say("New &note")), view.note_wanted.emit)
    lines.act(say("New phase &behind it"), lines.window.actions_by_code["phase"].trigger)
    lines.codes("", "paste", "", "delete")


def _step_at_end(view: MapView, phase: str) -> None:
    """Type a step behind the last one of the phase."""
    places = [
        t for t in view.hits.all()
        if t.part == "cell" and t.kind == "step" and t.place is not None and t.place[1:3] == (phase, "front")
    ]  # fmt: skip
    last = max(places, key=lambda t: t.place[3] if t.place is not None else 0, default=None)
    if last is not None:
        view.writer.new(last)


def _lane(lines: Filler, lane: str) -> None:
    document, say = lines.document, lines.say
    seen = lines.view.choices.get("lanes") or ()  # those of a saved view, that the study itself may hide
    if document.lanes[lane].shown:
        lines.edit(say("&Hide"), partial(lanes.show, document, lane, shown=False))
    else:
        rest = tuple(each for each in seen if each != lane)
        lines.act(say("&Hide"), partial(lines.view.set_choices, lanes=rest or None))
    lines.edit(say("Move &up"), partial(lanes.move_among, document, lane, -1))
    lines.edit(say("Move &down"), partial(lanes.move_among, document, lane, 1))
    lines.act(say("&Rename"), partial(_rename_lane, lines.window, lane))
    if document.lanes[lane].kind == "text":
        lines.edit(say("&Delete lane"), partial(lanes.delete, document, lane))
    if any(not each.shown for each in document.lanes.values()):
        lines.edit(say("Show &all lanes"), partial(lanes.show_all, document))
    lines.codes("", "lanes")


def _rename_lane(window: StudyWindow, lane: str) -> None:
    from app.panels import lanes as panel

    if window.view is not None:
        panel.show(window.view, rename=lane)


def _place(lines: Filler, target: Target | None) -> None:
    """An empty place, or none."""
    say, view = lines.say, lines.view
    if target is not None and target.part == "cell":
        lane = lines.document.lanes.get(target.id)
        if target.kind == "step":
            lines.act(say("New step &here"), partial(view.writer.new, target))
        elif lane is not None and lane.kind in ("needs", "opportunities"):
            lines.act(say("New note &here"), partial(view.writer.new, target))
        elif lane is not None and lane.kind == "text":
            lines.act(say("&Write here"), partial(view.writer.new, target))
    lines.codes("step", "phase", "note", "")
    paste = lines.window.actions_by_code["paste"]
    lines.act(say("Pas&te here"), paste.trigger, keys="Ctrl+V", enabled=paste.isEnabled())
    lines.codes("select_all", "", "lanes", "fit")
