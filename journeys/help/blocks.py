"""What a page of the help is made of."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

BETWEEN: Final = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
"""Between a menu and what is in it."""

SpanKind = Literal["plain", "strong", "link", "key", "keys", "menu", "name", "ui", "code"]
BlockKind = Literal[
    "heading", "paragraph", "step", "point", "tip", "caution", "term", "figure", "try", "next",
    "formats", "files", "format",
]  # fmt: skip
"""The last three stand in a file only: a page has what `told` makes of them."""


class Span(NamedTuple):
    """Words within a line. `link`: `target` is the page; `key`: a key of the keyboard; `code`: to be typed as it is.

    "keys", "menu", "name": `text` is the code of a command, and stands for its keys, its place in the menus, its name.
    "ui": `text` is what the program says somewhere, in English, and stands for that in the language of the page.
    """

    text: str
    kind: SpanKind = "plain"
    target: str = ""


class Block(NamedTuple):
    """A piece of a page that stands on its own; `line` is where it begins in its file.

    `name`: of a figure which one, of "try" the command, of "next" the page, of a term the word that is explained,
    of "files" and "format" the code of a format.
    `number`: of a step, counted from 1.
    """

    kind: BlockKind
    spans: tuple[Span, ...] = ()
    name: str = ""
    number: int = 0
    line: int = 0


class Page(NamedTuple):
    """One page: what it is called, what it is about in a sentence, words by which it is found too, and its blocks."""

    code: str
    title: str
    lead: tuple[Span, ...]
    words: str
    blocks: tuple[Block, ...]


class Named(NamedTuple):
    """How a command is called now: "Presenteren…", with its keys "F5", in the menu "Werkvorm"."""

    name: str
    keys: str = ""
    menu: str = ""

    @property
    def path(self) -> str:
        """Where it stands, with its keys."""
        place = f"{self.menu}{BETWEEN}{self.name}" if self.menu else self.name
        return f"{place} ({self.keys})" if self.keys else place
