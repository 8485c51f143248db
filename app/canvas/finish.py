"""What a finished gesture does: one edit or none, or a field to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.canvas import drops, wishes
from app.canvas.gestures import Border, Connect, Drag, Erase, Face, Press, Reroute
from journeys.edits import links, phases, steps

if TYPE_CHECKING:
    from app.canvas.gestures import State
    from app.canvas.view import MapView


def finish(view: MapView, state: State, *, more: bool) -> None:
    """Carry out what was meant; `more`: with Shift or Ctrl held, the selection grows."""
    match state:
        case Press() as press:
            _click(view, press, more=more)
        case Drag() as drag:
            verb = drops.verb(view, drag)
            if verb is not None and view.do(verb):
                view.picked.say()
        case Connect() as connect:
            _connect(view, connect)
        case Reroute(link=link, which=which, over=over) if over is not None:
            if over.id != getattr(view.document.links[link], which):
                view.do(lambda: links.reroute(view.document, link, **{which: over.id}))
        case Face(step=step, before=before, emotion=emotion) if emotion != before:
            view.do(lambda: steps.set_emotion(view.document, (step,), emotion))
        case Border(phase=phase, before=before, day=day) if day != before:
            view.do(lambda: phases.set_start(view.document, phase, day))
        case Erase(ids=ids) if ids:
            view.do(lambda: wishes.delete(view.document, ids))


def _click(view: MapView, press: Press, *, more: bool) -> None:
    if press.toggles is not None:
        view.picked.toggle(press.toggles)
    elif press.target is not None and press.target.part == "process" and not more:
        view.picked.choose((press.target.id,))
        view.command_wanted.emit("process")
    elif press.was_selected and not more and press.target is not None:
        view.picked.choose((press.target.id,))


def _connect(view: MapView, connect: Connect) -> None:
    """To a card: connected; to an empty place: a step there; back on itself or a mere click: the next step."""
    source, over = connect.source, connect.over
    if not connect.moved:
        view.writer.next(source)
    elif over is None or over.id == source:
        return
    elif over.part == "card":
        view.do(lambda: links.connect(view.document, source, over.id))
    elif over.place is not None:
        view.writer.new(over, source)
