"""All pages of the help in one language, in chapters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from journeys.errors import HelpError, UsageError
from journeys.help.parsing import parse
from journeys.help.told import blocks
from journeys.i18n import path_in, words

if TYPE_CHECKING:
    from journeys.help.blocks import Page
    from journeys.i18n import Language

CONTENTS = "contents.txt"
START = "start"
"""The page with which the help begins."""


class Chapter(NamedTuple):
    """Pages that belong together, under a title."""

    title: str
    pages: tuple[str, ...]


class Book(NamedTuple):
    """The chapters in order, and every page by its code as it is written, in the order in which they are read."""

    language: Language
    chapters: tuple[Chapter, ...]
    pages: dict[str, Page]

    def page(self, code: str) -> Page:
        """The page with this code, with what it tells of formats. Raises UsageError for an unknown one."""
        if code not in self.pages:
            raise UsageError("usage.help", found=code, known=", ".join(self.pages))
        return _told(self.language, code)

    def beside(self, code: str, by: int) -> str | None:
        """The page so many further; None past either end."""
        codes = list(self.pages)
        at = codes.index(code) + by
        return codes[at] if 0 <= at < len(codes) else None


@cache
def book(language: Language) -> Book:
    """The help in this language, read once. Raises HelpError where a file is wrong."""
    chapters = tuple(_chapters(language))
    return Book(language, chapters, {code: _page(language, code) for chapter in chapters for code in chapter.pages})


@cache
def _told(language: Language, code: str) -> Page:
    """Filled in for who reads it: the table of formats takes time to load, and most ask for a title only."""
    page = book(language).pages[code]
    return page._replace(blocks=tuple(blocks(page.blocks, words(language), f"{language}/{code}.txt")))


def _chapters(language: Language) -> list[Chapter]:
    """A title, and under it the codes of its pages."""
    found: list[Chapter] = []
    name = f"{language}/{CONTENTS}"
    for number, line in enumerate(_read(language, CONTENTS).splitlines(), 1):
        if line.startswith("# "):
            found.append(Chapter(line[2:].strip(), ()))
        elif line.strip() and found:
            found[-1] = found[-1]._replace(pages=(*found[-1].pages, line.strip()))
        elif line.strip():
            raise HelpError("help.line", file=name, line=number, found=line)
    return found


def _page(language: Language, code: str) -> Page:
    name = f"{code}.txt"
    return parse(_read(language, name), code, f"{language}/{name}")


def _read(language: Language, name: str) -> str:
    try:
        return path_in(language, "help", "{language}", name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise HelpError("help.line", file=f"{language}/{name}", line=0, found=type(error).__name__) from error
