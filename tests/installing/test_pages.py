"""What the pages of the project quote is what help, commands and code say today; their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import make_pages
import pytest
from pages import quoting, telling

ROOT = Path(__file__).parents[2]

LINK = re.compile(r"\[[^\]]*\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = '''"""About it."""

LIMIT = 3
"""How many."""


@cache
def first():
    """Says it."""
    x = 1  # noqa: X1 - why
    y = 2

    return x + y


class Held:
    def inner(self):
        return "`" * 3 + "```"
'''


@pytest.fixture
def tree(tmp_path):
    """A project of one module."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "one.py").write_text(CODE, "utf-8")
    return tmp_path


def written(tree: Path, text: str) -> Path:
    page = tree / "README.md"
    page.write_text(text, "utf-8")
    return page


def test_every_page_quotes_what_is_true_today():
    found = {page.name: make_pages.differences(page, text) for page, text in make_pages.stale().items()}
    assert found == {}, make_pages.AGAIN


@pytest.mark.parametrize("page", make_pages.pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_to_something(page):
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for link in LINK.findall(text):
        if "://" in link:
            continue
        path, _, place = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if place:
            headings = HEADING.findall(target.read_text("utf-8"))
            assert place in {telling.anchor(re.sub(r"[`\\*]", "", heading)) for heading in headings}, link


def test_a_function_is_quoted_with_what_decorates_it_and_without_remarks_for_tools(tree):
    found = quoting.excerpt(tree, quoting.wanted("code/one.py:first"))
    body = '    """Says it."""\n    x = 1\n    y = 2\n\n    return x + y'
    assert found == f"```python\n@cache\ndef first():\n{body}\n```"


def test_what_follows_a_few_lines_is_shown_as_left_out(tree):
    found = quoting.excerpt(tree, quoting.wanted('code/one.py:first from "x = " lines 1'))
    assert found == "```python\nx = 1\n…\n```"


def test_a_constant_brings_its_explanation_along(tree):
    assert quoting.excerpt(tree, quoting.wanted("code/one.py:LIMIT")) == '```python\nLIMIT = 3\n"""How many."""\n```'


def test_a_method_with_strokes_in_it_stands_between_more_strokes(tree):
    found = quoting.excerpt(tree, quoting.wanted("code/one.py:Held.inner"))
    assert found.startswith("````python\ndef inner(self):\n")
    assert found.endswith("\n````")


@pytest.mark.parametrize("mark", ["code/one.py:gone", "code/two.py:first", "../x.py", 'code/one.py from "zzz"', "a b"])
def test_what_is_no_longer_there_is_told_with_its_line(tree, mark):
    page = written(tree, f"# One\n\n<!-- quote {mark} -->\n")
    with pytest.raises(quoting.PageError, match=r"README\.md:3: "):
        make_pages.filled(page, tree)


def test_an_old_quote_makes_room_for_the_new_one_and_the_rest_stays(tree):
    page = written(tree, "# One\n\n<!-- quote code/one.py:LIMIT -->\n```python\nLIMIT = 2\n```\n\nAfter.\n")
    assert make_pages.stale(tree) == {page: page.read_text("utf-8").replace("= 2\n", '= 3\n"""How many."""\n')}
    page.write_text(make_pages.filled(page, tree), "utf-8")
    assert make_pages.stale(tree) == {}


def test_a_mark_within_code_is_only_shown(tree):
    page = written(tree, "````markdown\n<!-- quote code/gone.py -->\n```\nx\n```\n````\n")
    assert make_pages.filled(page, tree) == page.read_text("utf-8")


def test_a_page_of_the_help_becomes_markdown_and_leads_to_the_pages_beside_it(tree):
    marks = "<!-- help administrators nl -->\n<!-- end -->\n\n<!-- help managed nl -->\nwritten before\n<!-- end -->\n"
    text = make_pages.filled(written(tree, marks), tree)
    assert "## Voor beheerders\n" in text
    assert "**Bestand › Bewaard op deze computer**" in text
    assert "[instellingen](#instellingen-voor-iedereen)" in text
    assert "- **theme**: `system`, " in text
    assert "written before" not in text


def test_the_pages_for_administrators_say_as_much_in_both_languages():
    texts = [(ROOT / "packaging" / name).read_text("utf-8") for name in ("administrators.md", "beheerders.md")]
    shapes = [[re.match(r"#+|- |> |\d\. |\| |<!-- \w+|", line)[0] for line in text.splitlines()] for text in texts]
    english, dutch = ([sign for sign in shape if sign] for shape in shapes)
    assert english == dutch


def test_what_ends_nowhere_is_not_guessed(tree):
    page = written(tree, "<!-- commands -->\n\nMine.\n")
    with pytest.raises(quoting.PageError, match="ends nowhere"):
        make_pages.filled(page, tree)


def test_every_command_and_every_format_stands_in_its_table():
    from journeys.cli.parsing import COMMANDS
    from journeys.exchange.formats import FORMATS

    assert all(f"`{name}`" in telling.commands() for name in COMMANDS)
    assert all(f"`{one.suffixes[0]}`" in telling.formats() for one in FORMATS)


@pytest.mark.parametrize("name", ["administrators.md", "beheerders.md"])
def test_the_example_for_administrators_has_no_mistake_in_it(name, tmp_path, capsys):
    from app import entry

    page = (ROOT / "packaging" / name).read_text("utf-8")
    example = tmp_path / "administrator.ini"
    example.write_text(re.search(r"```ini\n(.*?)```", page, re.DOTALL)[1], "utf-8")
    assert entry.main(["settings", "--check", str(example), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert len(re.findall(r"fixed by", said)) == 2, said


def test_the_commands_of_the_readme_do_what_it_says(tmp_path, monkeypatch, capsys):
    import shlex

    from app import entry

    monkeypatch.chdir(tmp_path)
    readme = (ROOT / "README.md").read_text("utf-8")
    lines = [line for line in readme.splitlines() if re.match(r"levensreis \w+ child\.", line)]
    assert [entry.main(shlex.split(line, comments=True)[1:]) for line in lines] == [0, 1, 0, 0]
    assert {path.name for path in tmp_path.iterdir()} == {"child.levensreis", "gaps.pdf", "actions.xlsx"}
