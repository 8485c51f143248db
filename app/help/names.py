"""What every command is called now, for the help: its name, its keys, its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import actions
from app.actions import COMMANDS, MENUS, NESTED
from journeys.help import Named
from journeys.help.blocks import BETWEEN

if TYPE_CHECKING:
    from journeys.i18n import Words


def named(say: Words) -> dict[str, Named]:
    """Every command by its code; one that stands in two menus is found in the first."""
    menus: dict[str, str] = {}
    for title, content in MENUS:
        for word in content.split():
            if word.startswith(">"):
                nested, codes = NESTED[word[1:]]
                place = f"{actions.bare(say(title))}{BETWEEN}{actions.bare(say(nested))}"
                menus |= {code: place for code in codes if code not in menus}
            else:
                menus.setdefault(word, actions.bare(say(title)))
    return {
        command.code: Named(actions.bare(say(command.text)), actions.keys_text(command), menus.get(command.code, ""))
        for command in COMMANDS
    }
