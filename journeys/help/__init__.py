"""The help: short pages in both languages, read without a window, so that they can be shown, printed and searched."""

from __future__ import annotations

from journeys.help.blocks import Block, Named, Page, Span
from journeys.help.book import Book, Chapter, book
from journeys.help.saying import block_text, page_text, said
from journeys.help.searching import Hit, search

__all__ = [
    "Block",
    "Book",
    "Chapter",
    "Hit",
    "Named",
    "Page",
    "Span",
    "block_text",
    "book",
    "page_text",
    "said",
    "search",
]
