"""The words of a page, with the commands called what they are called now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeys.help.blocks import Block, Named, Page, Span
    from journeys.i18n import Words

ENDING: Final = "…"
_BEFORE: Final = {"point": "• ", "next": "→ "}
KEYS: Final = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Space": N_("Space bar"), "-": "−"}
"""How keys are written that are not called what stands on them."""
NOTES: Final = {"tip": N_("Tip: {words}"), "caution": N_("Watch out: {words}")}
TRY: Final = N_("Try it now: {command}")


def said(span: Span, named: Mapping[str, Named], say: Words) -> str:
    """The words that the span stands for."""
    if span.kind == "key":
        return "+".join(_key(key, say) for key in re.split(r"(?<=.)\+(?=.)", span.text))
    if span.kind == "ui":
        return _bare(say(span.text)).removesuffix(ENDING)
    if span.kind == "keys":
        return named[span.text].keys
    if span.kind == "menu":
        return named[span.text].path.removesuffix(ENDING)
    if span.kind == "name":
        return named[span.text].name.removesuffix(ENDING)
    return span.text


def _key(key: str, say: Words) -> str:
    return say(KEYS[key]) if key in KEYS else key


def words_of(spans: Iterable[Span], named: Mapping[str, Named], say: Words) -> str:
    """Several spans in one line."""
    return "".join(said(span, named, say) for span in spans)


def block_text(block: Block, named: Mapping[str, Named], say: Words, pages: Mapping[str, Page]) -> str:
    """A block as it is said, or written where there is no more than words."""
    words = words_of(block.spans, named, say)
    if block.kind == "step":
        return f"{block.number}. {words}"
    if block.kind in NOTES:
        return say(NOTES[block.kind], words=words)
    if block.kind == "term":
        return f"{block.name}: {words}"
    if block.kind == "try":
        return say(TRY, command=named[block.name].path)
    if block.kind == "next":
        return f"{_BEFORE['next']}{pages[block.name].title}"
    return f"{_BEFORE.get(block.kind, '')}{words}"


def page_text(page: Page, named: Mapping[str, Named], say: Words, pages: Mapping[str, Page]) -> str:
    """The whole page in plain words, for the command line and the clipboard."""
    lines = [page.title, "─" * len(page.title), words_of(page.lead, named, say), ""]
    for block in page.blocks:
        text = block_text(block, named, say, pages)
        if block.kind == "heading":
            lines += ["", text.upper()]
        elif block.kind != "figure":
            lines += [text, ""] if block.kind in ("paragraph", "term", *NOTES) else [text]
    return "\n".join(lines) + "\n"


def _bare(text: str) -> str:
    """Without the mark for the keyboard."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
