"""An excerpt of a file as it stands today: an object of a module, some lines, or the whole."""

from __future__ import annotations

import ast
import re
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MARK = re.compile(
    r'(?P<path>[^\s:"]+)(?::(?P<name>[\w.]+))?(?: from "(?P<start>[^"]+)")?(?: lines (?P<lines>[1-9]\d*))?'
)
LEFT_OUT = "…"
_FOR_TOOLS = re.compile(r"  # (fmt: skip|noqa\b.*|type: ignore\b.*)$")
"""Remarks that a checker reads, and a reader need not."""
TONGUES = {".py": "python", ".json": "json", ".toml": "toml", ".txt": "text", ".md": "markdown", ".ini": "ini"}


class PageError(Exception):
    """What is wrong with a mark, in a sentence."""


class Wanted(NamedTuple):
    """Which excerpt: of the file, the object `name`, from the first line that has `start`, at most so many lines."""

    path: str
    name: str = ""
    start: str = ""
    lines: int = 0


def wanted(mark: str) -> Wanted:
    """What stands after `quote` in a mark. Raises PageError."""
    found = MARK.fullmatch(mark)
    if found is None:
        raise PageError(f'“{mark}” is no excerpt: PATH[:OBJECT] [from "TEXT"] [lines N]')
    return Wanted(found["path"], found["name"] or "", found["start"] or "", int(found["lines"] or 0))


def excerpt(root: Path, wish: Wanted) -> str:
    """The block in Markdown with those lines. Raises PageError where they are no longer there."""
    path = (root / wish.path).resolve()
    if not path.is_relative_to(root.resolve()) or not path.is_file():
        raise PageError(f"there is no file {wish.path}")
    lines = path.read_text("utf-8").splitlines()
    first, last = _object(path, wish) if wish.name else (0, len(lines))
    if wish.start:
        first = _line_with(lines, first, last, wish)
    end = min(last, first + wish.lines) if wish.lines else last
    shown = [_FOR_TOOLS.sub("", line) if path.suffix == ".py" else line for line in lines[first:end]]
    kept = dedent("\n".join(shown)).splitlines()
    return fenced(kept + _left_out(lines[end:last], lines[first:end]), TONGUES.get(path.suffix, ""))


def fenced(lines: Iterable[str], tongue: str) -> str:
    """A block of code, within more strokes than stand in it."""
    text = "\n".join(lines).rstrip()
    strokes = "`" * max(3, *(len(run) + 1 for run in re.findall("`{3,}", text) or ["``"]))
    return f"{strokes}{tongue}\n{text}\n{strokes}"


def _left_out(rest: list[str], kept: list[str]) -> list[str]:
    """The sign that something follows, as far in as what follows."""
    following = next((line for line in rest if line.strip()), None)
    if following is None:
        return []
    margin = min((_indent(line) for line in kept if line.strip()), default=0)
    return [" " * max(0, _indent(following) - margin) + LEFT_OUT]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _line_with(lines: list[str], first: int, last: int, wish: Wanted) -> int:
    found = next((number for number in range(first, last) if wish.start in lines[number]), None)
    if found is None:
        raise PageError(f"“{wish.start}” is nowhere in {wish.path}{f':{wish.name}' if wish.name else ''}")
    return found


def _object(path: Path, wish: Wanted) -> tuple[int, int]:
    """The lines of a function, class, method, field or constant, with what decorates and what explains it."""
    if path.suffix != ".py":
        raise PageError(f"{wish.path} has no objects: take it from a text, by lines, or whole")
    body: list[ast.stmt] = ast.parse(path.read_text("utf-8")).body
    found: tuple[int, int] | None = None
    for name in wish.name.split("."):
        at = next((number for number, node in enumerate(body) if name in _names(node)), None)
        if at is None:
            raise PageError(f"there is no {wish.name} in {wish.path}")
        node = body[at]
        found = (_first_line(node) - 1, _last_line(node, body[at + 1 : at + 2]))
        body = node.body if isinstance(node, ast.ClassDef) else []
    assert found is not None
    return found


def _names(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _first_line(node: ast.stmt) -> int:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return min([node.lineno, *(each.lineno for each in node.decorator_list)])
    return node.lineno


def _last_line(node: ast.stmt, following: list[ast.stmt]) -> int:
    """A constant is explained by the text right after it."""
    plain = isinstance(node, ast.Assign | ast.AnnAssign)
    for after in following:
        if plain and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and after.end_lineno:
            return after.end_lineno
    return node.end_lineno or node.lineno
