"""What the help tells of formats, made from the table of formats, so that it never says what was true once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.errors import HelpError
from journeys.help.blocks import Block, Span
from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.exchange.formats import Format, Use
    from journeys.i18n import Words

SHARED: Final = {"ods": "xlsx", "png": "svg"}
"""Formats that are told on the page of another one; every other format has a page of its own."""
TOLD: Final = ("files", "format", "formats")
USES: Final[dict[Use, str]] = {
    "reading": N_("To read and to present"), "table": N_("Tables"), "drawing": N_("To look at and to draw on"),
    "study": N_("Everything"), "notation": N_("Other notations of journeys"),
}  # fmt: skip
"""In the order in which most people look for them."""


def page_of(code: str) -> str:
    """The page that tells of the format with this code."""
    return SHARED.get(code, code)


def page_of_word(word: str) -> str | None:
    """The page of the format with this code, or of the first that is named by this ending, with its dot or without."""
    from journeys.exchange.formats import FORMATS

    bare = word.strip().lower().removeprefix("*")
    ending = bare if bare.startswith(".") else f".{bare}"
    found = next((one for one in FORMATS if one.code == bare), None)
    found = found or next((one for one in FORMATS if ending in one.endings), None)
    return page_of(found.code) if found is not None else None


def blocks(written: Iterable[Block], say: Words, file: str) -> Iterator[Block]:
    """The blocks of a page, with what stands in the table of formats in place of each line that asks for it.

    Raises HelpError for a format that is not there.
    """
    for block in written:
        if block.kind not in TOLD:
            yield block
            continue
        made = _all(say) if block.kind == "formats" else _of(block, say, file)
        yield from (each._replace(line=block.line) for each in made)


def _of(block: Block, say: Words, file: str) -> Iterator[Block]:
    from journeys.exchange.formats import FORMATS

    found = next((one for one in FORMATS if one.code == block.name), None)
    if found is None:
        raise HelpError("help.line", file=file, line=block.line, found=block.name)
    return _files(found, say) if block.kind == "files" else _kept(found, say)


def _point(label: str, *spans: Span) -> Block:
    return Block("point", (Span(f"{label}: ", "strong"), *spans))


# How its files are called, and how they are made


def _files(one: Format, say: Words) -> Iterator[Block]:
    also = say("; also read: {endings}", endings=", ".join(one.read_too)) if one.read_too else ""
    yield _point(say("File"), Span(f"{', '.join(one.suffixes)}{also}"))
    each = f" {say('Each journey becomes a file of its own.')}" if one.a_file_each else ""
    yield _point(say("Ways"), Span(f"{_ways(one, say)}{each}"))
    study, file = f"{say('study')}.levensreis", f"{say('file')}{one.suffixes[0]}"
    if one.write:
        yield _point(say("Command to export"), Span(f"levensreis export {study} -o {file}"))
    if one.reads:
        yield _point(say("Command to import"), Span(f"levensreis import {file} -o {study}"))


def _ways(one: Format, say: Words) -> str:
    if one.reads and one.write:
        return say("import and export.")
    return say("only import.") if one.reads else say("only export.")


# What goes along


def _kept(one: Format, say: Words) -> Iterator[Block]:
    """Two lists under their headings; of a format that only is to be looked at, what one sees."""
    from journeys.exchange.aspects import EVERYTHING

    both = one.reads
    heads = (
        say("What goes along") if both else say("What is in it"),
        say("What does not go along") if both else say("What is not in it"),
    )
    yield Block("heading", (Span(heads[0]),))
    if one.keeps >= EVERYTHING:
        yield Block("paragraph", (Span(say("Everything goes along. Nothing is lost.")),))
        return
    yield _point(say("Always"), Span(say("journeys, phases and steps with their titles, in their order")))
    yield from _listed(one.keeps, say)
    yield Block("heading", (Span(heads[1]),))
    yield from _listed(EVERYTHING - one.keeps, say)


def _listed(codes: frozenset[str], say: Words) -> Iterator[Block]:
    from journeys.exchange.aspect_names import GROUPS

    for group in GROUPS:
        names = [say(name) for code, name in group.names.items() if code in codes]
        if names:
            yield _point(say(group.title), Span(", ".join(names)))


# All of them


def _all(say: Words) -> Iterator[Block]:
    """Which format for what, each with the way to its page."""
    from journeys.exchange.formats import FORMATS

    for use, title in USES.items():
        yield Block("heading", (Span(say(title)),))
        for one in FORMATS:
            if one.use == use:
                yield _offered(one, say)


def _offered(one: Format, say: Words) -> Block:
    ways = _ways(one, say)
    return Block("point", (
        Span(say(one.title), "link", page_of(one.code)), Span(f" {', '.join(one.endings)} — {say(one.about)} "),
        Span(f"{ways[:1].upper()}{ways[1:]}"),
    ))  # fmt: skip
