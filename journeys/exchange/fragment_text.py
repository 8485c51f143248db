"""Copied steps as text for other programs: a table, a diagram, and their words alone for a field in which one types."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeys.edits.fragment import Fragment
    from journeys.edits.incoming import Incoming
    from journeys.i18n import Words
    from journeys.model.document import Document

ALWAYS: Final = ("phase", "title", "party", "channel", "emotion")
NEVER: Final = frozenset({"journey", "persona", "variant"})
"""Where rows are pasted is where their steps go."""
_CELL: Final = "mso-number-format:'\\@'; vertical-align: top"
"""Excel takes nothing in such a cell for a formula, a date or a number."""
_BREAK: Final = '<br style="mso-data-placement: same-cell">'


def held(document: Document, steps: Iterable[str], say: Words) -> Incoming:
    """These steps by name, in reading order, with the journeys that they are of."""
    from journeys.exchange.outgoing import outgoing
    from journeys.exchange.wanted import Wanted

    chosen = dict.fromkeys(id_ for id_ in steps if id_ in document.steps)
    journeys = tuple(dict.fromkeys(document.steps[id_].journey for id_ in chosen))
    found = outgoing(Wanted(document, say, journeys))
    return replace(found, steps=tuple(step for step in found.steps if step.id in chosen))


def table(incoming: Incoming, say: Words) -> str:
    """A heading and a row per step, between the cells tabs."""
    return "".join("\t".join(map(_cell, row)) + "\n" for row in _rows(incoming, say))


def html(incoming: Incoming, say: Words) -> str:
    """The same as a table of a web page, which spreadsheets and word processors take before plain text."""
    heading, *rows = _rows(incoming, say)
    head = "".join(f"<th>{escape(title)}</th>" for title in heading)
    body = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>\n" for row in rows)
    return f'<meta charset="utf-8">\n<table border="1">\n<tr>{head}</tr>\n{body}</table>\n'


def diagram(incoming: Incoming, say: Words) -> str:
    """A Mermaid journey, for a text editor or a wiki."""
    from journeys.exchange import mermaid

    return mermaid.drawn(incoming, say)


def words(fragment: Fragment) -> str:
    """The titles of the steps, or the texts of notes that were copied on their own; one under the other."""
    found = [step.title for step in fragment.steps] or [note.text for note in fragment.notes]
    return "\n".join(filter(None, found))


def _rows(incoming: Incoming, say: Words) -> list[list[str]]:
    """The headings that our own reader knows, the id last, and only columns in which something stands."""
    from journeys.exchange.spreadsheets import steps

    asked = [code for code in steps.SHEET if code not in NEVER]
    codes = [code for code in steps.filled(asked, incoming.steps) if code in ALWAYS or _says(code, incoming, say)]
    titles = [column.title for column in steps.columns(codes, say)]
    return [titles, *([_plain(cell) for cell in steps.cells(step, codes, say)] for step in incoming.steps)]


def _says(code: str, incoming: Incoming, say: Words) -> bool:
    from journeys.exchange.spreadsheets import steps

    return any(steps.cells(step, [code], say) != ("",) for step in incoming.steps)


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _guarded(text: str) -> str:
    """A spreadsheet takes text that begins with = for a formula, and a study may come from anybody."""
    from journeys.exchange.formulas import guarded

    return guarded(text)


def _cell(text: str) -> str:
    """In one cell, as text: an open quotation mark would take in what follows it."""
    plain = _guarded(text)
    if plain.startswith('"') or "\n" in plain or "\t" in plain:
        return '"' + plain.replace('"', '""') + '"'
    return plain


def _html_cell(text: str) -> str:
    if text.lstrip("-").isdecimal():
        return f'<td style="vertical-align: top">{text}</td>'
    lines: Sequence[str] = escape(_guarded(text)).split("\n")
    return f'<td style="{_CELL}">{_BREAK.join(lines)}</td>'
