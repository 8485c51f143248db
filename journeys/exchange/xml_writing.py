"""Writes a tree of XML: what it says is text, whatever signs are in it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

_NO_CHARACTER: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EVERY: Final = 2_000
"""Elements between which whoever waits is asked."""
_IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE: Final = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


@dataclass(slots=True)
class Node:
    """An element that is to be written, under its full name; `note` is an instruction (target, text) in it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    children: list[Node] = field(default_factory=list)
    note: tuple[str, str] | None = None

    def add(self, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Node:
        """A new last child."""
        made = Node(name, attributes or {}, text)
        self.children.append(made)
        return made


def written(root: Node, watch: Callable[[float], None] | None = None) -> bytes:
    """The file: UTF-8, an element a line; `watch` is told the part that is written."""
    writing = _Writing(watch, _count(root) if watch else 0)
    writing.out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    writing.write(root, "")
    writing.out.flush()
    return writing.held.getvalue()


def _count(root: Node) -> int:
    waiting, found = [root], 0
    while waiting:
        found += 1
        waiting += waiting.pop().children
    return found


class _Writing:
    """The lines become bytes at once: of a large file they are many."""

    def __init__(self, watch: Callable[[float], None] | None, many: int) -> None:
        self.watch, self.many, self.done = watch, many, 0
        self.held = io.BytesIO()
        self.out = io.TextIOWrapper(self.held, "utf-8", newline="\n")

    def write(self, node: Node, indent: str) -> None:
        if self.watch is not None and self.done % EVERY == 0:
            self.watch(self.done / self.many)
        self.done += 1
        _write(self, node, indent)


def _write(writing: _Writing, node: Node, indent: str) -> None:
    write = writing.out.write
    opening = f"{indent}<{node.name}{_attributes(node.attributes.items()) if node.attributes else ''}"
    text = _clean(node.text).translate(_IN_TEXT) if node.text else ""
    if not node.children and node.note is None:
        write(f"{opening}>{text}</{node.name}>\n" if text else f"{opening}/>\n")
        return
    write(f"{opening}>{text}\n")
    if node.note is not None:
        write(f"{indent}  <?{node.note[0]} {_clean(node.note[1])}?>\n")
    for child in node.children:
        writing.write(child, f"{indent}  ")
    write(f"{indent}</{node.name}>\n")


def _attributes(given: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{_clean(value).translate(_IN_ATTRIBUTE)}"' for name, value in given)


def _clean(text: str) -> str:
    return _NO_CHARACTER.sub("", text)
