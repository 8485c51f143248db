"""Reads XML as a tree with line numbers, without anything in it that grows, reaches out or nests without end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from xml.parsers import expat
from xml.parsers.expat import errors as expat_errors

from journeys.edits.incoming import Remark
from journeys.errors import ExchangeError

MEGABYTE: Final = 1 << 20
MOST_BYTES: Final = 50 * MEGABYTE
MOST_ELEMENTS: Final = 1_200_000
"""Elements, comments and instructions; a study of 20,000 steps takes less."""
MOST_STEPS: Final = 20_000
MOST_DEEP: Final = 60
LONGEST_TAG: Final = 2 * MEGABYTE
"""A tag with its attributes, or a comment: it is held whole before anything can be said about it."""
MOST_ATTRIBUTES: Final = 1_000
_XINCLUDE: Final = "http://www.w3.org/2001/XInclude"
_CHUNK: Final = 1 << 16
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_BLANK: Final = " \t\r\n"


@dataclass(slots=True)
class Element:
    """One element: `name` and the names of attributes without prefix, `space` the address of its namespace.

    `text` is what stands directly in it, `instructions` are (target, text) of the <?target text?> directly in it.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=lambda: _NONE)
    line: int = 0
    space: str = ""
    text: str = ""
    children: Sequence[Element] = ()
    instructions: Sequence[tuple[str, str]] = ()

    def all(self, *names: str) -> list[Element]:
        """The children of these names, in the order of the file."""
        return [child for child in self.children if child.name in names]

    def first(self, name: str) -> Element | None:
        return next((child for child in self.children if child.name == name), None)

    def said(self, name: str) -> str:
        """The text in the first child of this name, without space around it."""
        found = self.first(name)
        return "" if found is None else found.text.strip(_BLANK)

    def every(self) -> Iterator[Element]:
        """This element and all below it, in the order of the file."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(found.children))


def parse(data: bytes) -> Element:
    """The root of the tree; raises ExchangeError as `read` does."""
    return read(data)[0]


def read(data: bytes, steps: Collection[str] = ()) -> tuple[Element, tuple[Remark, ...]]:
    """As `parse`, with what was guessed: a file that says UTF-8 and is older Windows text.

    Elements called like one of `steps` are steps, of which there are not too many.

    Raises ExchangeError `xml.empty`, `xml.too_large` (most), `xml.too_many` (most), `xml.syntax` (line, column),
    `xml.encoding`, `xml.steps` (most), or `xml.dtd`, `xml.entity`, `xml.deep`, `xml.include` (line).
    """
    if len(data) > MOST_BYTES:
        raise ExchangeError("xml.too_large", found=len(data) // MEGABYTE, most=MOST_BYTES // MEGABYTE)
    if data.count(b"<") - data.count(b"</") - data.count(b"<\0/") > MOST_ELEMENTS:
        raise ExchangeError("xml.too_many", most=MOST_ELEMENTS)
    bare = data.lstrip(b" \t\r\n")
    above = data[: len(data) - len(bare)].count(b"\n")
    if not bare.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n\0"):
        raise ExchangeError("xml.empty")
    try:
        return _Builder(above, steps=steps).built(bare), ()
    except _NotUtf8Error:
        text = bare.decode("cp1252", "replace")
        return _Builder(above, "utf-8", steps).built(text.encode()), (Remark("grid.windows"),)


class _NotUtf8Error(Exception):
    """The bytes are no UTF-8, though that is what the file says."""


class _Builder:
    """Grows the tree while expat reads; `above` lines stood before the beginning."""

    def __init__(self, above: int, encoding: str | None = None, steps: Collection[str] = ()) -> None:
        self._above, self._given = above, encoding
        self._called, self._steps = frozenset(steps), 0
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._root: Element | None = None
        self._count = 0
        self._parser = parser = expat.ParserCreate(encoding, namespace_separator=" ")
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.ProcessingInstructionHandler = self._instruct
        parser.CommentHandler = self._comment

    @property
    def _line(self) -> int:
        return self._parser.CurrentLineNumber + self._above

    def built(self, data: bytes) -> Element:
        """Looks first whether it is XML at all, which takes little time and no room."""
        first = expat.ParserCreate(self._given, namespace_separator=" ")
        first.StartDoctypeDeclHandler = lambda *_: self._refuse_doctype(first)
        try:
            for parser in (first, self._parser):
                _feed(parser, data)
        except expat.ExpatError as error:
            raise self._told(error, data) from None
        except (LookupError, ValueError):  # an encoding that nobody knows, or that is not a byte a character
            raise ExchangeError("xml.encoding") from None
        assert self._root is not None
        return self._root

    def _told(self, error: expat.ExpatError, data: bytes) -> Exception:
        message = expat_errors.messages[error.code]
        line, column = error.lineno + self._above, error.offset + 1
        if message in (expat_errors.XML_ERROR_UNKNOWN_ENCODING, expat_errors.XML_ERROR_INCORRECT_ENCODING):
            return ExchangeError("xml.encoding")
        if message == expat_errors.XML_ERROR_UNDEFINED_ENTITY:
            return ExchangeError("xml.entity", line=line)
        if message == expat_errors.XML_ERROR_INVALID_TOKEN and self._given is None and not _is_utf8(data):
            return _NotUtf8Error() if _says_utf8(data) else ExchangeError("xml.encoding")
        return ExchangeError("xml.syntax", line=line, column=column)

    def _start(self, name: str, given: list[str]) -> None:
        self._add_up()
        if len(self._open) >= MOST_DEEP:
            raise ExchangeError("xml.deep", line=self._line, most=MOST_DEEP)
        space, _, bare = name.rpartition(" ")
        self._steps += bare in self._called
        if self._steps > MOST_STEPS:
            raise ExchangeError("xml.steps", most=MOST_STEPS)
        if space == _XINCLUDE:
            raise ExchangeError("xml.include", line=self._line)
        if len(given) > 2 * MOST_ATTRIBUTES:
            raise ExchangeError("xml.too_many", most=MOST_ATTRIBUTES)
        held = {key.rpartition(" ")[2]: value for key, value in zip(given[::2], given[1::2], strict=True)}
        made = Element(bare, held or _NONE, self._line, space)
        if self._open:
            above = self._open[-1]
            if not isinstance(above.children, list):
                above.children = []
            above.children.append(made)
        else:
            self._root = made
        self._open.append(made)
        self._texts.append([])

    def _end(self, _name: str) -> None:
        done = self._open.pop()
        text = "".join(self._texts.pop())
        done.text = "" if done.children and not text.strip(_BLANK) else text

    def _characters(self, text: str) -> None:
        if self._texts:
            self._texts[-1].append(text)

    def _instruct(self, target: str, text: str) -> None:
        self._add_up()
        if self._open:
            self._open[-1].instructions = (*self._open[-1].instructions[:MOST_DEEP], (target, text))

    def _comment(self, _text: str) -> None:
        self._add_up()

    def _add_up(self) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise ExchangeError("xml.too_many", most=MOST_ELEMENTS)

    def _refuse_doctype(self, parser: expat.XMLParserType) -> None:
        raise ExchangeError("xml.dtd", line=parser.CurrentLineNumber + self._above)


def _feed(parser: expat.XMLParserType, data: bytes) -> None:
    """All of it; a tag that does not end is refused before it takes much room."""
    for start in range(0, len(data), _CHUNK):
        parser.Parse(data[start : start + _CHUNK], False)
        if start + _CHUNK - max(0, parser.CurrentByteIndex) > LONGEST_TAG:
            raise ExchangeError("xml.too_many", most=MOST_ELEMENTS)
    parser.Parse(b"", True)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _says_utf8(data: bytes) -> bool:
    """Whether the file says so, or says nothing, which means the same."""
    head = data[:200].split(b"?>", maxsplit=1)[0].lower()
    return b"encoding" not in head or b"utf-8" in head or b"utf8" in head
