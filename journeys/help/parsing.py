"""Reads a page of the help from its text: one sign at the start of a line says what the line is.

    # title                 > what the page is about, in a sentence        words: found by these words too
    ## heading              1. step       - point       ! tip              ? word: what it means
    !! caution: what one would rue not to have known
    ~ figure: caption       @ command to be done at once                   -> page to read next
    @ files mermaid         how files of that format are called and made   @ formats     every format with its page
    @ format mermaid        what of a study goes along in it, and what does not; these three are filled in by `told`
    Anything else is a paragraph, up to an empty line.

Within a line: *strong*, [words](page), {key:Ctrl+G}, {keys:present}, {menu:present}, {name:present},
{ui:Mark as deliberate} and {code:levensreis settings}; see `Span`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from journeys.errors import HelpError
from journeys.help.blocks import Block, Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.help.blocks import BlockKind, SpanKind

_SIGNS: Final[dict[str, BlockKind]] = {
    "## ": "heading", "- ": "point", "! ": "tip", "!! ": "caution", "? ": "term", "~ ": "figure", "@ ": "try",
    "-> ": "next",
}  # fmt: skip
_STEP: Final = re.compile(r"(\d+)\. +")
_TOLD: Final = re.compile(r"(?:(formats)|(files|format) ([a-z]+))")
_INLINE: Final = re.compile(r"\*([^*{}\[\]]+)\*|\[([^\]]+)\]\(([a-z_]+)\)|\{(key|keys|menu|name|ui|code):([^{}]+)\}")
_LEFT: Final = re.compile(r"[*\[\]{}]")
"""A sign that begins or ends something and was not understood."""


def parse(source: str, code: str, file: str) -> Page:
    """The page in this text. Raises HelpError, which names the file and the line."""
    title, lead, words = "", "", ""
    rest: list[tuple[int, str]] = []
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith("# ") and not title:
            title = line[2:].strip()
        elif line.startswith("> ") and not lead:
            lead = line[2:].strip()
        elif line.startswith("words: ") and not words:
            words = line.removeprefix("words: ").strip()
        else:
            rest.append((number, line.rstrip()))
    if not title or not lead:
        raise HelpError("help.line", file=file, line=1, found=source[:40])
    return Page(code, title, spans(lead, file, 2), words, tuple(_blocks(rest, file)))


def _blocks(lines: list[tuple[int, str]], file: str) -> Iterator[Block]:
    held: list[str] = []
    start, counted = 0, 0
    for number, line in [*lines, (0, "")]:
        kind, rest, step = _kind(line)
        if held and (kind != "paragraph" or not line):
            yield Block("paragraph", spans(" ".join(held), file, start), line=start)
            held, counted = [], 0
        if not line:
            continue
        if kind == "paragraph":
            start = start if held else number
            held.append(line.strip())
            continue
        counted = counted + 1 if kind == "step" else 0
        if step != counted:
            raise HelpError("help.line", file=file, line=number, found=line)
        yield _block(kind, rest, counted, file, number)


def _kind(line: str) -> tuple[BlockKind, str, int]:
    """What the line is, what stands in it, and its number when it is a step."""
    for sign, kind in _SIGNS.items():
        if line.startswith(sign):
            return kind, line.removeprefix(sign).strip(), 0
    step = _STEP.match(line)
    return ("step", line[step.end() :], int(step[1])) if step else ("paragraph", line, 0)


def _block(kind: BlockKind, rest: str, step: int, file: str, line: int) -> Block:
    told = _TOLD.fullmatch(rest) if kind == "try" else None
    if told is not None:
        return Block(cast("BlockKind", told[1] or told[2]), name=told[3] or "", line=line)
    if kind in ("try", "next"):
        if not re.fullmatch(r"[a-z_]+", rest):
            raise HelpError("help.line", file=file, line=line, found=rest)
        return Block(kind, name=rest, line=line)
    if kind in ("term", "figure"):
        name, colon, words = rest.partition(": ")
        if not colon or not words.strip():
            raise HelpError("help.line", file=file, line=line, found=rest)
        return Block(kind, spans(words.strip(), file, line), name.strip(), line=line)
    return Block(kind, spans(rest, file, line), number=step, line=line)


def spans(words: str, file: str, line: int) -> tuple[Span, ...]:
    """A line in pieces. Raises HelpError where a sign was left that nobody understands."""
    found: list[Span] = []
    at = 0
    for match in _INLINE.finditer(words):
        found.append(Span(words[at : match.start()]))
        at = match.end()
        strong, text, page, kind, name = match.groups()
        if strong:
            found.append(Span(strong, "strong"))
        elif page:
            found.append(Span(text, "link", page))
        else:
            found.append(Span(name, cast("SpanKind", kind)))
    found.append(Span(words[at:]))
    if any(span.kind == "plain" and _LEFT.search(span.text) for span in found):
        raise HelpError("help.line", file=file, line=line, found=words)
    return tuple(span for span in found if span.text)
