"""The sentence for what a reader guessed, changed or left out, with the rows where it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from journeys.exchange.columns import TITLES
from journeys.exchange.rows import letters
from journeys.messages import MESSAGES, message
from journeys.phrases.terms import PARTY_KINDS, quoted, signed

if TYPE_CHECKING:
    from journeys.edits.incoming import Remark
    from journeys.i18n import Words

MOST_SPANS: Final = 6
MOST_READ: Final = 8
MOST_KINDS: Final = 30


def remark_text(remark: Remark, say: Words) -> str:
    """ "“blij” is read as +2 (rows 3 and 5–8)." """
    return sentence(remark.code, {**remark.values, "rows": remark.rows}, say)


def sentence(code: str, values: Mapping[str, object], say: Words) -> str:
    """As `remark_text`, for what an Imported tells; any other notice has its usual sentence."""
    said = dict(values)
    rows = said.pop("rows", ())
    sheet, sideways = said.pop("sheet", ""), bool(said.pop("sideways", False))
    lines, where = bool(said.pop("lines", False)), str(said.get("where", ""))
    if said.get("column") in TITLES:
        said["column"] = say(TITLES[str(said["column"])])
    read = said.pop("read", ())
    if isinstance(read, Sequence) and read:
        pairs = [f"{quoted(str(text), 30)} = {signed(value)}" for text, value in read[:MOST_READ]]
        said["read"] = ", ".join(pairs) + (" …" if len(read) > MOST_READ else "")
    kinds = said.pop("kinds", ())
    if isinstance(kinds, Sequence) and kinds:
        said["names"] = _kinds(kinds, say)
    text = message(code, said, say)
    if isinstance(rows, Sequence) and rows:
        numbers = [int(str(row)) for row in rows]
        there = lines_text(numbers, say) if lines else rows_text(numbers, say, sideways=sideways)
        text = f"{text.removesuffix('.')} ({there})."
    elif where and "{where}" not in MESSAGES.get(code, ""):
        text = f"{text.removesuffix('.')} ({where})."
    return f"{sheet}: {text}" if sheet else text


def _kinds(pairs: Sequence[tuple[str, str]], say: Words) -> str:
    """ "“Bank” = Business"."""
    listed = [f"{quoted(name, 30)} = {say(PARTY_KINDS[kind])}" for name, kind in pairs[:MOST_KINDS]]
    more = len(pairs) - len(listed)
    return ", ".join(listed) + (f" … (+{more})" if more else "")


def rows_text(rows: Sequence[int], say: Words, *, sideways: bool = False) -> str:
    """ "row 3", "rows 3, 5–8"; "column C" where the steps stand beside one another."""
    listed = _spans(rows, (lambda number: letters(number - 1)) if sideways else str)
    one = len(set(rows)) == 1
    if sideways:
        return say("column {columns}", columns=listed) if one else say("columns {columns}", columns=listed)
    return say("row {rows}", rows=listed) if one else say("rows {rows}", rows=listed)


def lines_text(lines: Sequence[int], say: Words) -> str:
    """As `rows_text`, for a file of lines."""
    listed = _spans(lines, str)
    return say("line {lines}", lines=listed) if len(set(lines)) == 1 else say("lines {lines}", lines=listed)


def _spans(numbers: Sequence[int], named: Callable[[int], str]) -> str:
    """ "3, 5–8"."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = [named(a) if a == b else f"{named(a)}–{named(b)}" for a, b in spans[:MOST_SPANS]]
    return ", ".join(said) + (" …" if len(spans) > MOST_SPANS else "")
