"""The catalogue of each language: collected from the source, compiled, and checked to be complete and in step."""

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
LOCALE = ROOT / "resources" / "locale"


def catalogues() -> list[Path]:
    """One for each folder of a language, also where it is still to be made."""
    return [folder / "LC_MESSAGES" / "levensreis.po" for folder in sorted(LOCALE.iterdir()) if folder.is_dir()]


def code_of(po: Path) -> str:
    """The code of its language: the name of the folder."""
    return po.parent.parent.name


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


def read(po: Path) -> Catalog:
    """The catalogue in this file; an empty one where there is none yet."""
    if not po.exists():
        return Catalog(locale=code_of(po), project="Levensreis", charset="utf-8")
    with po.open("rb") as file:
        return read_po(file, locale=code_of(po))


def compiled(catalog: Catalog) -> bytes:
    """What the program reads; a message without a translation is not in it, so that another language can say it."""
    for message in [one for one in catalog if one.id and not translated(one)]:
        catalog.delete(message.id)
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def update() -> int:
    source = collected()
    for po in catalogues():
        bring_in(source, po)
    return 0


def bring_in(source: Catalog, po: Path) -> None:
    """Brings new messages in, untranslated, and leaves out what is no longer used."""
    catalog = read(po)
    catalog.update(source, no_fuzzy_matching=True, update_creation_date=False)
    unused = len(catalog.obsolete)
    catalog.obsolete.clear()
    po.parent.mkdir(exist_ok=True)
    with po.open("wb") as file:
        write_po(file, catalog, width=110, sort_output=True, no_location=True)
    po.with_suffix(".mo").write_bytes(compiled(read(po)))
    missing = [message for message in catalog if message.id and not translated(message)]
    print(f"{code_of(po)}: {len(catalog)} messages, {len(missing)} not translated, {unused} no longer used, left out")


def check() -> int:
    problems = list(findings())
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems in the catalogues" if problems else "Every catalogue is complete and compiled.")
    return 1 if problems else 0


def findings() -> Iterator[str]:
    """One line for every message that is missing or out of use, loses a placeholder, or differs when compiled."""
    source = collected()
    for po in catalogues():
        yield from findings_in(po, source)


def findings_in(po: Path, source: Catalog) -> Iterator[str]:
    """As `findings`, of one language."""
    catalog, code = read(po), code_of(po)
    name = catalog.locale.english_name if catalog.locale else code
    for wanted in source:
        if wanted.id and not ((found := catalog.get(wanted.id)) and found.id == wanted.id and translated(found)):
            yield f"no {name} for {wanted.id!r}"
    used = {wanted.id for wanted in source}
    for message in catalog:
        if message.id not in used:
            yield f"no longer used in {name}: {message.id!r}"
        if message.id and placeholders(message.id) != placeholders(message.string) and translated(message):
            yield f"placeholders differ: {message.id!r} and {message.string!r}"
    mo = po.with_suffix(".mo")
    if not mo.exists() or pairs(read_mo(io.BytesIO(mo.read_bytes()))) != pairs(read_mo(io.BytesIO(compiled(catalog)))):
        yield f"{code}/{mo.name} is not made from {po.name}: run dev.py translate"


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
