"""Text in a Mermaid diagram: which characters mean something there, and how they are written as themselves."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Final

_MEANING: Final = re.compile("[#;:,<>&\ufb02\u00b6]|%(?=%)|(?<=%)%|\\A%")
"""One % is text, two begin a comment and so does one at the beginning; the letters at the end of the list stand in the
marks that Mermaid itself puts around the numbers of characters."""
_KEYWORD: Final = re.compile(r"(?:title|section)(?:\s|\Z)|journey(?![0-9A-Za-z_])|acc(?:title|descr)", re.IGNORECASE)
_CODE: Final = re.compile(r"#([0-9A-Za-z_]+);")
_LAST: Final = 0x10FFFF


def encoded(text: str) -> str:
    """As it may stand in a title, a section or the name of an actor."""
    return _MEANING.sub(_code, text)


def encoded_task(text: str) -> str:
    """As it may begin a line, where the words of the grammar stand."""
    if not _KEYWORD.match(text):
        return encoded(text)
    return f"#{ord(text[0])};{encoded(text[1:])}"


def _code(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"


def decoded(text: str) -> str:
    """The text that Mermaid shows; a code that stands for nothing stays as it is."""
    return _CODE.sub(_meant, text) if "#" in text else text


def _meant(found: re.Match[str]) -> str:
    said = found[1]
    if said.isdecimal():
        point = int(said[:8])
        return chr(point) if 0 < point <= _LAST and not 0xD800 <= point <= 0xDFFF else found[0]
    return html5.get(f"{said};", found[0])
