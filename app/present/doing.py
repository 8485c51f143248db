"""What each command of a presentation does, whether it can be done now, and whether it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.present import menu, subjects
from app.present.showing import CLOSER
from journeys.layout import slides
from journeys.layout.slides.course import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.present.presentation import Presentation

PAN: Final = 0.2
"""Of the height, at one press of a key."""
TURNS: Final = frozenset({"next", "previous", "first", "last", "restart"})


def state(presentation: Presentation) -> dict[str, bool]:
    """Which of the commands that go on and off are on."""
    showing, placing = presentation.showing, presentation.placing
    return {
        "black": showing.cover == "black", "white": showing.cover == "white", "spot": showing.spot,
        "play": showing.playing, "notes": presentation.audience.notes_shown, "console": placing.console is not None,
        "window": placing.in_window,
    }  # fmt: skip


def possible(presentation: Presentation, code: str) -> bool:
    """Whether the command would do anything now."""
    showing = presentation.showing
    if code in ("previous", "first"):
        return bool(showing.slides) and showing.place != Place()
    if code in ("next", "last"):
        return showing.following is not None
    if code in ("whole", "farther"):
        return showing.zoom > 1
    return presentation.placing.several if code == "swap" else True


def acts(presentation: Presentation) -> dict[str, Callable[[], object]]:
    """Code → what it does now."""
    showing, placing = presentation.showing, presentation.placing
    return {
        "next": lambda: _next(presentation), "previous": showing.previous, "first": showing.first,
        "last": showing.last, "restart": lambda: _restart(presentation), "here": lambda: _here(presentation),
        "black": lambda: showing.hide_behind("black"), "white": lambda: showing.hide_behind("white"),
        "spot": lambda: showing.light(on=not showing.spot),
        "part_next": lambda: showing.light_part(1), "part_previous": lambda: showing.light_part(-1),
        "closer": lambda: showing.zoom_by(CLOSER, showing.point), "whole": showing.whole,
        "farther": lambda: showing.zoom_by(1 / CLOSER, showing.point),
        "pan_left": lambda: _pan(presentation, -1, 0), "pan_right": lambda: _pan(presentation, 1, 0),
        "pan_up": lambda: _pan(presentation, 0, -1), "pan_down": lambda: _pan(presentation, 0, 1),
        "play": lambda: showing.stop() if showing.playing else showing.play(),
        "slower": lambda: _pace(presentation, -1), "faster": lambda: _pace(presentation, 1),
        "notes": lambda: _notes(presentation), "console": placing.toggle_console, "swap": placing.swap,
        "window": placing.toggle_window, "colours": lambda: _other_colours(presentation),
        "keys": presentation.audience.show_keys, "menu": lambda: presentation.open_menu(None),
        "escape": lambda: _escape(presentation), "end": presentation.end,
    }  # fmt: skip


def _next(presentation: Presentation) -> None:
    if presentation.showing.following is None and not presentation.showing.cover:
        presentation.tell_end()
    presentation.showing.next()


def _escape(presentation: Presentation) -> None:
    if not presentation.showing.let_go():
        presentation.end()


def _restart(presentation: Presentation) -> None:
    presentation.stopwatch.begin()
    presentation.showing.first()


def _here(presentation: Presentation) -> None:
    """To what is selected in the study now."""
    view, show = presentation.window.view, presentation.gallery.show
    if view is not None and show is not None:
        found = subjects.from_selected(view, show)
        presentation.showing.to(slides.begins_at(presentation.showing.slides, found))


def _pan(presentation: Presentation, right: int, down: int) -> None:
    step = PAN * presentation.gallery.stage.height / presentation.showing.zoom
    presentation.showing.pan(right * step, down * step)


def _pace(presentation: Presentation, direction: int) -> None:
    presentation.showing.change_pace(direction)
    seconds = presentation.showing.pace
    presentation.audience.tell(presentation.say.many("{n} second a slide", "{n} seconds a slide", seconds))


def _notes(presentation: Presentation) -> None:
    """Never on the audience's screen when the presenter has an own one."""
    console = presentation.placing.console
    if console is not None and presentation.placing.several:
        console.raise_()
        console.activateWindow()
    else:
        presentation.audience.toggle_notes()


def _other_colours(presentation: Presentation) -> None:
    known = list(menu.LOOKS)
    look = known[(known.index(presentation.gallery.look) + 1) % len(known)]
    presentation.wear(look, keep=True)
    presentation.audience.tell(presentation.say(menu.LOOKS[look]))
