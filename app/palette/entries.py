"""What the palette offers: commands, choices of submenus, and whatever in the study holds the typed words."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtWidgets import QMenu

from app import actions, going, menus
from app.palette.ranking import LETTERS, rank
from journeys.edits.entities import name_of
from journeys.i18n import LANGUAGES, words
from journeys.model.search import find
from journeys.phrases.terms import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from app.window import StudyWindow
    from journeys.i18n import Words
    from journeys.model.search import Found

CONTENT_FROM: Final = 2
"""Letters from which the study itself is searched too."""
CONTENT_MOST: Final = 60


class Entry(NamedTuple):
    """One line: what it says, what stands at its end, the names under which it is found, and what it does."""

    text: str
    aside: str
    names: tuple[str, ...]
    run: Callable[[], object]
    enabled: bool = True


def commands(window: StudyWindow, owner: QWidget) -> list[Entry]:
    """Every command of the window under its Dutch and its English name, then the choices of its submenus.

    The choices live as long as their owner.
    """
    say = window.dress.say
    every = [words(language) for language in LANGUAGES]
    made = [
        Entry(
            actions.titled(command, say).removesuffix("…"), actions.keys_text(command),
            tuple(name for each in every for name in _names(command, each)), action.trigger, action.isEnabled(),
        )
        for command in actions.COMMANDS
        if command.code != "palette" and (action := window.actions_by_code[command.code]) is not None
    ]  # fmt: skip
    return [*made, *_choices(window, owner, every), *_help(window)]


def _names(command: actions.Command, say: Words) -> Iterator[str]:
    yield actions.titled(command, say)
    if command.also:
        yield say(command.also)


def _choices(window: StudyWindow, owner: QWidget, every: list[Words]) -> Iterator[Entry]:
    say = window.dress.say
    for code, fill in menus.submenus(window).items():
        title = actions.SUBMENUS[code]
        menu = QMenu(owner)
        fill(menu)
        for action in menu.actions():
            choice = actions.bare(action.text())
            names = tuple(f"{actions.bare(each(title))} {choice}" for each in every)
            yield Entry(
                f"{actions.bare(say(title))}: {choice}", "✓" if action.isChecked() else "", names, action.trigger,
                action.isEnabled(),
            )  # fmt: skip


def _help(window: StudyWindow) -> Iterator[Entry]:
    """The pages of the help, under their Dutch and their English title."""
    from app import help as helping
    from journeys.help.book import book

    say = window.dress.say
    books = [book(language) for language in LANGUAGES]
    for page in book(say.language).pages.values():
        names = tuple(f"{say('Help')} {each.page(page.code).title}" for each in books)
        yield Entry(
            f"{say('Help')}: {page.title}", "", names, partial(helping.open_page, window, page.code)
        )  # fmt: skip


def offered(window: StudyWindow, every: list[Entry], typed: str) -> list[Entry]:
    """What fits, the best first: commands, then the study, then commands that only share the letters."""
    if not typed.strip():
        return sorted(every, key=lambda entry: not entry.enabled)
    ranked = [(found, entry) for entry in every if (found := rank(typed, entry.names)) is not None]
    ranked.sort(key=lambda pair: (not pair[1].enabled, pair[0]))
    near = [entry for found, entry in ranked if found < LETTERS]
    return [*near, *content(window, typed), *(entry for found, entry in ranked if found == LETTERS)]


def content(window: StudyWindow, typed: str) -> list[Entry]:
    """Everything in the study that holds these words, each thing once."""
    if window.view is None or len(typed.strip()) < CONTENT_FROM:
        return []
    things: dict[tuple[str, str], Found] = {}
    for found in find(window.view.session.document, typed.strip()):
        things.setdefault((found.kind, found.id), found)
    return [_thing(window, found) for found in islice(things.values(), CONTENT_MOST)]


def _thing(window: StudyWindow, found: Found) -> Entry:
    view, say = window.view, window.dress.say
    assert view is not None
    document = view.session.document
    entity: Any = document.get((found.kind, found.id))
    name = name_of(entity)
    held = " ".join(found.text.split())
    text = name if held.startswith(name.removesuffix("…")) else f"{name} — {_around(found)}"
    kind = say(KINDS[found.kind])
    phase = document.phases.get(getattr(entity, "phase", "") or "")
    aside = kind if phase is None else f"{kind} · {phase.name}"
    return Entry(text, aside, (), partial(going.to_subject, view, found.kind, found.id))


def _around(found: Found) -> str:
    """The found words with a little of what stands around them."""
    begin, end = max(0, found.start - 20), found.end + 30
    cut = " ".join(found.text[begin:end].split())
    return ("…" if begin else "") + cut + ("…" if end < len(found.text) else "")
