"""The table of commands: each does something, and each can be found in a menu."""

from __future__ import annotations

from importlib import import_module

from app import verbs
from app.actions import COMMANDS, MENUS, NESTED

CODES = {command.code for command in COMMANDS}


def test_every_command_does_something(window):
    assert set(verbs.commands(window)) == CODES


def test_what_a_command_loads_when_it_is_used_is_there():
    for module, name in (*verbs.ON_WINDOW.values(), *verbs.ON_VIEW.values()):
        assert callable(getattr(import_module(module), name)), (module, name)


def test_every_command_stands_in_a_menu():
    said = {word for _, content in MENUS for word in content.split()} - {"-"}
    nested = {code for word in said if word.startswith(">") for code in NESTED[word[1:]][1]}
    assert {word for word in said if word[0] not in "*>"} | nested == CODES
