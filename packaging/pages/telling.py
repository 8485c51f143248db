"""What the program says of itself, as Markdown: pages of the help, its commands, its formats."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from unittest import mock

from pages.quoting import PageError

from app.help.names import named
from journeys.cli.parsing import COMMANDS, parser
from journeys.errors import UsageError
from journeys.exchange.formats import FORMATS
from journeys.help import Block, Page, book, said
from journeys.i18n import LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.help import Span
    from journeys.i18n import Language

WIDE = "101"
"""Letters of a line of what a command says of itself, on whichever terminal."""
AT_ONCE = {"point", "step", "term"}
"""Lines of a list stand below each other without a white line."""
_SIGNS = re.compile(r"([\\`*_<>\[\]])")


def help_page(code: str, language: str, *, beside: Iterable[str] = ()) -> str:
    """A page of the help; a link leads to its heading where that page is quoted in the same file as well."""
    tongue = _language(language)
    try:
        page = book(tongue).page(code)
    except UsageError as error:
        raise PageError(f"there is no page {code} in the help") from error
    told = _Told(tongue, frozenset(beside))
    lines = [f"## {_plain(page.title)}", "", told.words(page.lead)]
    before = ""
    for block in page.blocks:
        text = told.block(block)
        if text:
            lines += [text] if before == block.kind and block.kind in AT_ONCE else ["", text]
            before = block.kind
    return "\n".join(lines)


def _language(code: str) -> Language:
    tongue = next((known for known in LANGUAGES if known == code), None)
    if tongue is None:
        raise PageError(f"nothing is told in “{code}”")
    return tongue


class _Told:
    """Says blocks in one language, with the commands called what they are called now."""

    def __init__(self, language: Language, beside: frozenset[str]) -> None:
        self._say = words(language)
        self._named = named(self._say)
        self._pages = book(language).pages
        self._beside = beside

    def words(self, spans: Iterable[Span]) -> str:
        return "".join(self._span(span) for span in spans)

    def block(self, block: Block) -> str:
        words = self.words(block.spans)
        if block.kind == "heading":
            return f"### {words}"
        if block.kind == "step":
            return f"{block.number}. {words}"
        if block.kind == "point":
            return f"- {words}"
        if block.kind in {"tip", "caution"}:
            return f"> {words}"
        if block.kind == "term":
            return f"- **{_plain(block.name)}**: {words}"
        if block.kind == "try":
            return f"*{_plain(self._named[block.name].path)}*"
        return "" if block.kind in {"figure", "next"} else words

    def _span(self, span: Span) -> str:
        text = said(span, self._named, self._say)
        if span.kind == "code":
            return f"`{text}`"
        if span.kind == "link":
            return self._to(self._pages[span.target], text)
        plain = _plain(text)
        return plain if span.kind == "plain" else f"**{plain}**"

    def _to(self, page: Page, text: str = "") -> str:
        shown = _plain(text or page.title)
        return f"[{shown}](#{anchor(page.title)})" if page.code in self._beside else shown


def anchor(title: str) -> str:
    """What a heading is called in an address."""
    return re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-")


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def commands(language: Language = "en") -> str:
    """Every command of the command line, in a table."""
    say = words(language)
    rows = ([f"`{name}`", say(about)] for name, about in COMMANDS.items())
    return "\n".join(_table(["`levensreis …`", "does"], rows))


def usage(command: str, language: str = "en") -> str:
    """What `levensreis COMMAND --help` prints."""
    if command not in COMMANDS:
        raise PageError(f"there is no command {command}")
    with mock.patch.dict(os.environ, COLUMNS=WIDE):
        return parser(command, words(_language(language))).format_help()


def formats(language: Language = "en") -> str:
    """Every format, with the ways it goes and what it is for."""
    say = words(language)
    rows = (
        [
            f"{_plain(say(one.title))} {' '.join(f'`{ending}`' for ending in one.endings)}",
            "●" if one.reads else "",
            "●" if one.write else "",
            _plain(say(one.about)),
        ]
        for one in FORMATS
    )
    return "\n".join(_table(["format", "in", "out", "for"], rows))


def _table(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    for number, row in enumerate([head, ["---"] * len(head), *rows]):
        cells = row if number == 1 else [cell.replace("|", "\\|") for cell in row]
        yield f"| {' | '.join(cells)} |"
