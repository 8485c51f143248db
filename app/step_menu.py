"""The menu of the map on steps: what they feel like, where they lead, what stands behind them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.panels.labels import NOTE_KINDS
from app.plain import literal
from journeys.edits import entities, steps, thread
from journeys.phrases.terms import emotion_word, signed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from app.menu_filler import Filler
    from journeys.edits.edit import Edit
    from journeys.model.document import Document
    from journeys.model.entities import Step


def fill(lines: Filler, chosen: Sequence[str]) -> None:
    """What can be done with these steps, or with the one."""
    from app.canvas.keys import next_of

    say, view, one = lines.say, lines.view, chosen[0] if len(chosen) == 1 else None
    if one is not None:
        lines.codes("edit")
    lines.act(say("Ne&xt step"), partial(next_of, view, chosen), keys=say("Enter"))
    if one is not None:
        lines.act(say("Step &beside it"), partial(view.writer.parallel, one), keys=say("Tab"))
    lines.codes("")
    _emotions(lines, lines.sub(say("E&motion")), chosen)
    if one is not None:
        new_notes(lines, lines.sub(say("New &note")), view.write_note)
    _turns(lines, chosen)
    lines.codes("")
    if one is not None:
        from app import menus

        menus.fill_connections(lines.window, lines.sub(say("C&onnect to")))
        _lines_of(lines, one)
    else:
        lines.act(say("C&onnect in this order"), view.connect_selected, keys="Ctrl+L")
    _phases(lines, chosen)
    if one is not None:
        _behind(lines, one)
    lines.codes("", "cut", "copy", "paste", "duplicate", "", "delete")


def title_of(lines: Filler, step: Step) -> str:
    """The step as a line of a menu."""
    return literal(step.title or lines.say("without a title"))


def new_notes(lines: Filler, menu: QMenu, write: Callable[[str], object]) -> None:
    """A line for each kind of note; `write` begins one."""
    from app.canvas.keys import NOTES as KEYS

    for kind, name in NOTE_KINDS.items():
        letter = lines.say(KEYS[kind])[0] if kind in KEYS else ""
        lines.act(lines.say(name), partial(write, kind), menu, keys=letter)


def _emotions(lines: Filler, menu: QMenu, chosen: Sequence[str]) -> None:
    """The five levels, and none."""
    held = {lines.document.steps[id_].emotion for id_ in chosen}
    for key, level in zip("54321", (2, 1, 0, -1, -2), strict=True):
        text = f"{signed(level)} {emotion_word(level, lines.say)}"
        verb = partial(steps.set_emotion, lines.document, tuple(chosen), level)
        lines.edit(text, verb, menu, keys=key, checked=held == {level})
    verb = partial(steps.set_emotion, lines.document, tuple(chosen), None)
    lines.edit(lines.say("Not known"), verb, menu, checked=held == {None})


def _turns(lines: Filler, chosen: Sequence[str]) -> None:
    """What is on or off for all of them."""
    document, say = lines.document, lines.say
    truth = all(document.steps[id_].moment_of_truth for id_ in chosen)
    behind = all(document.steps[id_].stage == "back" for id_ in chosen)
    lines.edit(
        say("Moment of t&ruth"), lambda: entities.change(document, "step", chosen, moment_of_truth=not truth),
        checked=truth,
    )  # fmt: skip
    lines.edit(
        say("Be&hind the scenes"), lambda: steps.set_stage(document, chosen, "front" if behind else "back"),
        checked=behind,
    )  # fmt: skip


def _lines_of(lines: Filler, step: str) -> None:
    """The step's connections, to select one: then its label, kind and ends can be changed."""
    from app.canvas import names
    from app.canvas.keys import LINE

    held = names.lines_of(lines.document, step)
    if not held:
        return
    menu = lines.sub(lines.say("Connection&s"))
    for number, link in enumerate(held):
        name = names.link_name(lines.document, lines.document.links[link], lines.say)
        keys = "" if number else lines.say(LINE)[0]
        lines.act(literal(name), partial(lines.view.picked.choose_line, link), menu, keys=keys)


def _behind(lines: Filler, step: str) -> None:
    """The process behind the step: open it, or make one."""
    from app import processes
    from journeys.model.processes import behind

    window, say = lines.window, lines.say
    if window.view is None:
        return
    found = behind(lines.document, step)
    keys = "Ctrl+↓"
    if not found:
        lines.act(say("Ma&ke the process behind this step"), partial(processes.make, window.view, step), keys=keys)
        return
    several = lines.sub(say("&Go to the process behind this step")) if len(found) > 1 else None
    for process in found:
        text = literal(process.title) if several else say("&Go to the process behind this step")
        lines.act(text, partial(processes.show, window.view, process.id), several, keys="" if several else keys)


def _phases(lines: Filler, chosen: Sequence[str]) -> None:
    from journeys.model.time import phases_in_order

    document = lines.document
    menu = lines.sub(lines.say("Mo&ve to phase"))
    here = {document.steps[id_].phase for id_ in chosen}
    for phase in phases_in_order(document):
        verb = partial(_to_phase, document, tuple(chosen), phase.id)
        lines.edit(literal(phase.name), verb, menu, checked=here == {phase.id})


def _to_phase(document: Document, chosen: tuple[str, ...], phase: str) -> Edit:
    return thread.along(document, steps.move_to_phase(document, chosen, phase))
