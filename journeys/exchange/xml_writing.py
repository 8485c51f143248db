"""Writes a tree of XML: what it says is text, whatever signs are in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

_NO_CHARACTER: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
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


def written(root: Node) -> bytes:
    """The file: UTF-8, an element a line."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    _write(root, "", lines)
    return "".join(lines).encode("utf-8")


def _write(node: Node, indent: str, lines: list[str]) -> None:
    opening = f"{indent}<{node.name}{_attributes(node.attributes.items()) if node.attributes else ''}"
    text = _clean(node.text).translate(_IN_TEXT) if node.text else ""
    if not node.children and node.note is None:
        lines.append(f"{opening}>{text}</{node.name}>\n" if text else f"{opening}/>\n")
        return
    lines.append(f"{opening}>{text}\n")
    if node.note is not None:
        lines.append(f"{indent}  <?{node.note[0]} {_clean(node.note[1])}?>\n")
    for child in node.children:
        _write(child, f"{indent}  ", lines)
    lines.append(f"{indent}</{node.name}>\n")


def _attributes(given: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{_clean(value).translate(_IN_ATTRIBUTE)}"' for name, value in given)


def _clean(text: str) -> str:
    return _NO_CHARACTER.sub("", text)
