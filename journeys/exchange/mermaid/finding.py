"""Finds the journey diagrams in a file: fenced ones among other text, or a file that is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.errors import ExchangeError

if TYPE_CHECKING:
    from journeys.exchange.mermaid.told import Told

Line = tuple[int, str]
"""Its number in the file, and what stands there."""

_LINE_ENDS: Final = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_FENCE: Final = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>[^`]*)\Z")
_NAMES: Final = frozenset({"mermaid", "mmd", "mermaidjs", "journey"})
_HEADING: Final = re.compile(r" {0,3}#{1,6}(?=[ \t])")
_QUOTED: Final = re.compile(r"[ \t]*>[ \t]?")
_KINDS: Final = re.compile(
    "flowchart|graph|sequencediagram|classdiagram|statediagram(-v2)?|erdiagram|gantt|pie|quadrantchart|gitgraph|"
    "requirementdiagram|mindmap|timeline|zenuml|kanban|c4context|(sankey|xychart|block|packet|architecture|radar|"
    "treemap)(-beta)?",
    re.IGNORECASE,
)
"""First words of Mermaid's other diagrams."""
_FIRST_WORD: Final = re.compile(r"\s*([A-Za-z][\w-]*)")
_KEY: Final = re.compile(r"([A-Za-z_][\w-]*)\s*:\s*(.*)\Z")
_JOURNEY: Final = re.compile(r"\s*journey(?![0-9A-Za-z_])", re.IGNORECASE)


@dataclass(slots=True)
class Diagram:
    """The lines of one diagram after its first word, and how what stands around it calls it."""

    lines: list[Line]
    name: str = ""


@dataclass(slots=True)
class Found:
    """The journeys in a file, and what the file calls itself."""

    diagrams: list[Diagram] = field(default_factory=list)
    title: str = ""
    others: list[tuple[int, str]] = field(default_factory=list)
    """Line and first word of diagrams that are no journey."""


@dataclass(slots=True)
class _Block:
    """The lines between two fences, what stands behind the first, and the heading above it."""

    info: str
    lines: list[Line]
    heading: str


def has_journey(text: str) -> bool:
    """Whether a text holds a journey diagram, fenced or not."""
    from journeys.exchange.mermaid.told import Told

    if "journey" not in text.casefold():
        return False
    try:
        return bool(diagrams(text, Told()).diagrams)
    except ExchangeError:
        return False


def diagrams(text: str, told: Told) -> Found:
    """Every journey in the text. Raises ExchangeError `mermaid.other` (kind, line) or `mermaid.none`."""
    lines = list(enumerate(_LINE_ENDS.sub("\n", text.removeprefix("\ufeff")).split("\n"), 1))
    found = Found()
    lines = _without_front_matter(lines, found, told)
    blocks = list(_blocks(lines, told))
    if not any(_named(block) for block in blocks):
        _add(found, _Block("", lines, ""), told)
        found.others = [each for each in found.others if _KINDS.fullmatch(each[1])]
    else:
        _tell_around(lines, blocks, told)
    for block in blocks:
        if _named(block):
            _add(found, block, told)
    if not found.diagrams:
        if found.others:
            line, kind = found.others[0]
            raise ExchangeError("mermaid.other", line=line, kind=kind)
        raise ExchangeError("mermaid.none")
    for line, kind in found.others:
        told.add("other_left", line, kind=kind)
    return found


def _named(block: _Block) -> bool:
    """Whether a fence says that it is Mermaid, or says nothing and holds a journey."""
    words = re.findall(r"[\w-]+", block.info.casefold())
    if words:
        return words[0] in _NAMES
    first = next((said for _, said in block.lines if _counts(said)), "")
    return _JOURNEY.match(first) is not None


def _counts(said: str) -> bool:
    bare = said.strip()
    return bool(bare) and not bare.startswith("%")


def _blocks(lines: Sequence[Line], told: Told) -> Iterator[_Block]:
    """What stands between fences; one that is not closed goes on to the end."""
    fence, block, heading, quoted = "", _Block("", [], ""), "", False
    for number, said in lines:
        found = _FENCE.match(said) if said.lstrip(" \t>")[:1] in "`~:" and said.strip() else None
        if fence:
            if found is not None and not found["info"].strip() and found["fence"].startswith(fence):
                yield block
                fence = ""
            else:
                block.lines.append((number, _QUOTED.sub("", said, count=1) if quoted else said))
        elif found is not None and (found["fence"][0] != ":" or "mermaid" in found["info"].casefold()):
            fence, block = found["fence"], _Block(found["info"], [], heading)
            quoted = said.lstrip(" \t").startswith(">")
        elif _HEADING.match(said):
            heading = said.strip().strip("#").strip()
    if fence:
        if _named(block):
            told.add("fence_open", block.lines[0][0] - 1 if block.lines else len(lines))
        yield block


def _tell_around(lines: Sequence[Line], blocks: Sequence[_Block], told: Told) -> None:
    inside = {number for block in blocks if _named(block) for number, _ in block.lines}
    for number, said in lines:
        bare = said.strip()
        if bare and number not in inside and not _HEADING.match(said) and not _FENCE.match(said):
            told.add("around", number)


def _add(found: Found, block: _Block, told: Told) -> None:
    """The diagram in a block, when it is a journey; of another one its kind."""
    own = Found()
    lines = _without_front_matter(block.lines, own, told)
    lines = list(_without_directives(lines, told))
    at = next((index for index, (_, said) in enumerate(lines) if _counts(said) and not _is_note(said)), None)
    if at is None:
        return
    number, said = lines[at]
    first = _FIRST_WORD.match(said)
    word = first[1] if first else ""
    if _JOURNEY.match(said) is None:
        found.others.append((number, word or said.strip()[:20]))
        return
    if word[:7] != "journey":
        told.add("first_word", number)
    rest = said.lstrip()[len("journey") :]
    kept = [*lines[:at], (number, rest), *lines[at + 1 :]]
    found.diagrams.append(Diagram(kept, own.title or block.heading or found.title))


def _is_note(said: str) -> bool:
    """A comment from # on."""
    return re.match(r"\s*#(?![0-9A-Za-z_]+;)", said) is not None


def _without_front_matter(lines: Sequence[Line], found: Found, told: Told) -> list[Line]:
    """The lines below a block between two lines of dashes; of what it says only the title is taken."""
    start = next((index for index, (_, said) in enumerate(lines) if said.strip(" \t>")), 0)
    bare = [said.strip(" \t>") for _, said in lines[start:]]
    if not bare or bare[0] != "---" or "---" not in bare[1:]:
        return list(lines)
    end = start + bare.index("---", 1)
    for number, said in lines[start + 1 : end]:
        held = _KEY.match(said.lstrip(">"))
        if held is not None and held[1].casefold() == "title":
            found.title = held[2].strip().strip("\"'")
        elif held is not None:
            told.add("setting", number, name=held[1][:40])
    return list(lines[end + 1 :])


def _without_directives(lines: Sequence[Line], told: Told) -> Iterator[Line]:
    """Lines without `%%{init: …}%%`, which may take several."""
    open_since = None
    for number, said in lines:
        rest = said
        if open_since is not None:
            _, closed, rest = rest.partition("}%%")
            if not closed:
                continue
            open_since = None
        while (begin := rest.find("%%{")) >= 0:
            told.add("directive", number)
            end = rest.find("}%%", begin)
            if end < 0:
                open_since = number
                rest = rest[:begin]
            else:
                rest = rest[:begin] + rest[end + 3 :]
        yield number, rest
