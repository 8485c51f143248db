"""Fills in what the pages of this project quote, so that they say what is true today; `--check` tells what is stale.

A page asks for it with a mark, an HTML comment on a line of its own:

    <!-- quote PATH[:OBJECT] [from "TEXT"] [lines N] -->   code or data, in the block right below the mark
    <!-- help PAGE LANGUAGE -->     …  <!-- end -->         a page of the program's own help
    <!-- commands -->               …  <!-- end -->         the commands of the command line
    <!-- usage COMMAND [LANGUAGE] -->  in the block below    what the command says of itself
    <!-- formats -->                …  <!-- end -->         the formats that are read and written

OBJECT is a function, class, method (`Class.method`) or constant; TEXT stands in the first line that is shown.
Run it when a page is stale: .venv/bin/python packaging/make_pages.py
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
from pathlib import Path

from environment import ROOT
from pages.quoting import PageError, excerpt, fenced, wanted

MARK = re.compile(r"^<!-- (quote|help|commands|formats|usage)\b ?(.*?) ?-->$")
END = "<!-- end -->"
FENCE = re.compile(r"(`{3,})\w*")
AGAIN = "packaging/make_pages.py writes it anew"


def pages(root: Path = ROOT) -> list[Path]:
    """Every page of the project: at the root, and in each folder that is not hidden."""
    found = [*root.glob("*.md"), *root.glob("*/*.md")]
    return sorted(page for page in found if not page.relative_to(root).parts[0].startswith("."))


def filled(page: Path, root: Path = ROOT) -> str:
    """The page with every quote as it stands today. Raises PageError, which names the page and the line."""
    lines = page.read_text("utf-8").splitlines()
    beside = [match[2].split()[0] for match in map(MARK.fullmatch, lines) if match and match[1] == "help" and match[2]]
    made: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        made.append(line)
        at += 1
        fence = FENCE.fullmatch(line)
        mark = MARK.fullmatch(line)
        try:
            if fence is not None:
                end = _closing(lines, at, fence[1])
                made += lines[at:end]
                at = end
            elif mark is not None:
                text, end = _quoted(mark[1], mark[2], beside, root), _ending(lines, at, mark[1])
                made += text.splitlines() if _in_block(mark[1]) else ["", *text.splitlines(), "", END]
                at = end
        except PageError as error:
            raise PageError(f"{page.relative_to(root).as_posix()}:{at}: {error}") from error
    return "\n".join(made) + "\n"


def _in_block(kind: str) -> bool:
    return kind in {"quote", "usage"}


def _quoted(kind: str, rest: str, beside: list[str], root: Path) -> str:
    if kind == "quote":
        return excerpt(root, wanted(rest))
    from pages import telling  # it loads the program, which an excerpt does not need

    if kind == "help":
        code, _, language = rest.partition(" ")
        return telling.help_page(code, language, beside=beside)
    if kind == "usage":
        command, _, language = rest.partition(" ")
        return fenced(telling.usage(command, language or "en").splitlines(), "text")
    return telling.commands() if kind == "commands" else telling.formats()


def _ending(lines: list[str], at: int, kind: str) -> int:
    """The line after what the mark asked for earlier; of a block that is not there yet, right after the mark."""
    if _in_block(kind):
        start = at + 1 if at < len(lines) and not lines[at].strip() else at
        fence = FENCE.fullmatch(lines[start]) if start < len(lines) else None
        return _closing(lines, start + 1, fence[1]) if fence else at
    for number in range(at, len(lines)):
        if lines[number] == END:
            return number + 1
        if MARK.fullmatch(lines[number]):
            break
    raise PageError(f"what is quoted here ends nowhere; write {END} after it")


def _closing(lines: list[str], at: int, strokes: str) -> int:
    """The line after the one that closes a block of code."""
    found = next((number for number in range(at, len(lines)) if lines[number] == strokes), None)
    if found is None:
        raise PageError(f"the block of code has no {strokes} at its end")
    return found + 1


def stale(root: Path = ROOT) -> dict[Path, str]:
    """The pages that say what was true once, each as it should be. Raises PageError."""
    made = {page: filled(page, root) for page in pages(root)}
    return {page: text for page, text in made.items() if text != page.read_text("utf-8")}


def differences(page: Path, text: str) -> str:
    """What is another line now."""
    before = page.read_text("utf-8").splitlines()
    return "\n".join(difflib.unified_diff(before, text.splitlines(), "now", "should be", lineterm="", n=1))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write none, and end with 1 when some are stale")
    check = parser.parse_args(arguments).check
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        wrong = stale()
    except PageError as error:
        print(error, file=sys.stderr)
        return 2
    for page, text in wrong.items():
        name = page.relative_to(ROOT).as_posix()
        if check:
            print(f"{name} is stale; {AGAIN}:\n{differences(page, text)}\n")
        else:
            page.write_text(text, encoding="utf-8", newline="\n")
            print(f"{name}: written")
    if not wrong:
        print(f"{len(pages())} pages, none of them stale.")
    return 1 if wrong and check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
