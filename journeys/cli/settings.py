"""`settings`: what holds on this computer, where each of it comes from, and what an administrator wrote wrongly."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from journeys import portable
from journeys.cli.surroundings import output_language, print_json
from journeys.errors import FileError
from journeys.i18n import language_called
from journeys.phrases import settings as told
from journeys.settings import administrator, keys
from journeys.store import locations, own_settings, retention

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from journeys.cli.surroundings import Surroundings
    from journeys.i18n import Words
    from journeys.settings.administrator import Rules
    from journeys.settings.keys import Key


class Held(NamedTuple):
    """What holds, and who said so; `place` is the file in which it stands."""

    key: Key
    value: str
    source: str
    place: Path | None = None


def settings(given: Namespace, around: Surroundings) -> int:
    """List them, look a file over, or print an example of one; 1 when something was passed over."""
    if given.example:
        print("\n".join(told.example(around.say)))
        return 0
    if given.check is not None and not os.path.lexists(given.check):
        raise FileError("file.missing", path=str(given.check), name=given.check.name)
    rules = administrator.read(given.check) if given.check is not None else administrator.rules()
    if given.check is not None:
        found = [*_laid_down(rules, "fixed"), *_laid_down(rules, "default")]
    else:
        own = own_settings.chosen()
        found = [_held(key, own) for key in keys.KEYS]
    (_print_json if given.json else _print)(found, rules, around.say)
    return int(bool(rules.complaints))


def _laid_down(rules: Rules, source: str) -> list[Held]:
    held = rules.fixed if source == "fixed" else rules.defaults
    return [Held(key, held[key].text, source, held[key].place) for key in keys.KEYS if key in held]


def _held(key: Key, own: dict[Key, str]) -> Held:
    """As the program finds it: what is said for this run, what is fixed, what was chosen, what one begins with."""
    if key == "folder":
        return _folder()
    rules = administrator.rules()
    if key == "language" and (asked := language_called(os.environ.get("LEVENSREIS_LANG"))):
        return Held(key, asked, "run")
    if key in rules.fixed:
        return Held(key, rules.fixed[key].text, "fixed", rules.fixed[key].place)
    if key == "days" and (days := retention.chosen()) is not None:
        return Held(key, str(days), "chosen", retention.file())
    if key in own:
        return Held(key, own[key], "chosen", locations.settings_file())
    if key in rules.defaults:
        return Held(key, rules.defaults[key].text, "default", rules.defaults[key].place)
    return Held(key, keys.RULES[key].usual or output_language(()), "usual")


def _folder() -> Held:
    rules, value = administrator.rules(), str(locations.data_folder())
    if os.environ.get("LEVENSREIS_DATA"):
        source, place = "run", None
    elif locations.data_folder() != locations.usual_data_folder():
        source, place = "chosen", locations.choice_file()
    elif portable.folder() is not None:
        source, place = "portable", portable.program_folder() / portable.MARKER
    elif "folder" in rules.fixed:
        source, place = "fixed", rules.fixed["folder"].place
    elif "folder" in rules.defaults:
        source, place = "default", rules.defaults["folder"].place
    else:
        source, place = "usual", None
    return Held("folder", value, source, place)


def _print(found: list[Held], rules: Rules, say: Words) -> None:
    if portable.folder() is not None:
        print(say("Portable: everything lies in {folder}.", folder=portable.folder()))
    wide = max((len(one.value) for one in found if one.key != "folder"), default=0)
    for one in found:
        value = {"true": say("yes"), "false": say("no")}.get(one.value, one.value)
        print(f"{one.key:10} {value:{wide}}  {say(told.SOURCES[one.source])}")
    print(say("Files of the administrator:"))
    for place in rules.files or administrator.places():
        print(f"  {place}" if rules.files else f"  {place} ({say('not there')})")
    for complaint in rules.complaints:
        print(say("Passed over: {what}", what=told.complaint_text(complaint, say)))


def _print_json(found: list[Held], rules: Rules, say: Words) -> None:
    print_json({
        "portable": _text(portable.folder()),
        "settings": [_shape(one) for one in found],
        "places": [str(place) for place in administrator.places()],
        "files": [str(place) for place in rules.files],
        "passed_over": [
            {"file": str(one.place), "line": one.line, "code": one.code, "text": told.complaint_text(one, say)}
            for one in rules.complaints
        ],
    })  # fmt: skip


def _shape(one: Held) -> dict[str, Any]:
    kinds: dict[str, bool] = {"true": True, "false": False}
    value: str | int | bool = int(one.value) if one.key in ("days", "text_size") else kinds.get(one.value, one.value)
    return {"key": one.key, "value": value, "source": one.source, "place": _text(one.place)}


def _text(place: Path | None) -> str | None:
    return None if place is None else str(place)
