"""The Dutch catalogue: collected from the source, compiled, and checked to be complete and in step."""

from __future__ import annotations

import ast
import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources" / "locale" / "nl" / "LC_MESSAGES" / "levensreis.po"
MO = PO.with_suffix(".mo")


def collected() -> Catalog:
    """Every message of the source, without places: those would change with every edit."""
    catalog = Catalog(project="Levensreis", charset="utf-8")
    for package in ("app", "journeys"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for message in messages(ast.parse(path.read_text("utf-8"))):
                catalog.add(message, flags=["python-brace-format"] if "{" in str(message) else [])
    return catalog


def messages(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    """What `say`, `_say`, `many` and `N_` are called with, inside other strings too, and on either side of an `if`.

    Babel's own reader sees neither of those before Python 3.12.
    """
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and call.args:
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name == "many" and len(call.args) > 1:
                yield from zip(spoken(call.args[0]), spoken(call.args[1]), strict=True)
            elif name in ("say", "_say", "N_"):
                yield from spoken(call.args[0])


def spoken(node: ast.expr) -> list[str]:
    """The strings that an expression can be, as far as they stand in the source."""
    if isinstance(node, ast.IfExp):
        return [*spoken(node.body), *spoken(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def dutch() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="nl")


def update() -> int:
    """Brings new messages in (untranslated) and moves unused ones to the end, where they stay readable."""
    catalog = dutch()
    for message in catalog.obsolete.values():  # what was out of use may be back
        catalog[message.id] = message
    catalog.obsolete.clear()
    catalog.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    with PO.open("wb") as file:
        write_po(file, catalog, width=110, sort_output=True, no_location=True)
    with MO.open("wb") as file:
        write_mo(file, dutch())
    missing = [message for message in catalog if message.id and not translated(message)]
    print(f"{len(catalog)} messages, {len(missing)} without Dutch, {len(catalog.obsolete)} no longer used")
    return 0


def check() -> int:
    problems = list(findings())
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems in the catalogue" if problems else "The catalogue is complete and compiled.")
    return 1 if problems else 0


def findings() -> Iterator[str]:
    """One line for every message that is missing, loses a placeholder, or differs from the compiled file."""
    catalog = dutch()
    for wanted in collected():
        if wanted.id and not ((found := catalog.get(wanted.id)) and found.id == wanted.id and translated(found)):
            yield f"no Dutch for {wanted.id!r}"
    for message in catalog:
        if message.id and placeholders(message.id) != placeholders(message.string) and translated(message):
            yield f"placeholders differ: {message.id!r} and {message.string!r}"
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    with MO.open("rb") as file:
        if pairs(read_mo(file)) != pairs(read_mo(compiled)):
            yield f"{MO.name} is not made from {PO.name}: run dev.py translate"


def translated(message: Message) -> bool:
    strings = [message.string] if isinstance(message.string, str) else message.string
    return bool(strings) and all(strings or ())


def placeholders(text: str | list[str] | tuple[str, ...] | None) -> set[str]:
    """The names between braces, of all plural forms together."""
    return set(re.findall(r"\{(\w+)", joined(text)))


def pairs(catalog: Catalog) -> dict[str, str]:
    """Messages and their Dutch, plural forms joined."""
    return {joined(message.id): joined(message.string) for message in catalog if message.id}


def joined(text: str | list[str] | tuple[str, ...] | None) -> str:
    return text if isinstance(text, str) else "\0".join(text or ())


if __name__ == "__main__":
    sys.exit({"update": update, "check": check}[sys.argv[1]]())
