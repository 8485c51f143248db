"""What kind of file it is by what stands in it, where its name leaves that open: JSON, XML and text are many things."""

from __future__ import annotations

import re
from typing import Final

HEAD: Final = 1 << 16
"""Bytes from the beginning in which a file tells what it is."""
_ROOT: Final = re.compile(r"<\s*(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_ROOTS: Final = {"cjml": "cjml", "graphml": "graphml"}
_DIAGRAM: Final = re.compile(r"^[ \t]*journey[ \t]*\r?$", re.MULTILINE)
_TASK: Final = re.compile(r"^[ \t]*(?:title|section)\b|^[^:\r\n]+:\s*-?\d", re.MULTILINE)
_OURS: Final = re.compile(r'"format"\s*:\s*"levensreis"')


def code(suffix: str, data: bytes) -> str:
    """The code of the format that this beginning of a file is in; empty where its suffix says it all.

    Of JSON: `json` where it is ours, `ojf` of nothing, as that takes all of it to know.
    """
    match suffix.lower():
        case ".xml":
            return _ROOTS.get(_root(_text(data)), "")
        case ".txt":
            return "mermaid" if _is_diagram(_text(data)) else ""
        case ".json":
            return "json" if _OURS.search(_text(data)) else ""
        case _:
            return ""


def _text(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data[:HEAD].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")


def _root(text: str) -> str:
    """The name of the outermost element, without what comes before it."""
    bare = re.sub(r"<!--.*?-->|<\?.*?\?>", "", text, flags=re.DOTALL)
    found = _ROOT.search(bare)
    return found[1].lower() if found is not None else ""


def _is_diagram(text: str) -> bool:
    """A line with only the word journey, and below it what a diagram of Mermaid has."""
    begins = _DIAGRAM.search(text)
    return begins is not None and _TASK.search(text, begins.end()) is not None
