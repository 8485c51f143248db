"""`help`: the pages of the help as plain words; every page in a line, one page, or the pages about a word."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from journeys.cli.surroundings import Surroundings
from journeys.help import Named, book, page_text, search
from journeys.help.told import page_of_word


class _ByCode(dict[str, Named]):
    """Where nobody can say what commands are called: by their codes."""

    def __missing__(self, code: str) -> Named:
        return Named(code)


def show(given: Namespace, around: Surroundings) -> int:
    """The page that is named, or of the format that is; of any other word the pages about it."""
    held, say = book(around.say.language), around.say
    if not given.page:
        for chapter in held.chapters:
            print(f"{chapter.title}")
            for code in chapter.pages:
                print(f"  {code:16}{held.pages[code].title}")
        return 0
    named = _named(around)
    asked = given.page if given.page in held.pages else page_of_word(given.page) or given.page
    found = [hit.page for hit in search(held, asked, named, say)] if asked not in held.pages else []
    if len(found) > 1:
        for code in found:
            print(f"  {code:16}{held.pages[code].title}")
        return 0
    print(page_text(held.page(found[0] if found else asked), named, say, held.pages), end="")
    return 0


def _named(around: Surroundings) -> Mapping[str, Named]:
    return around.naming(around.say) if around.naming is not None else _ByCode()
