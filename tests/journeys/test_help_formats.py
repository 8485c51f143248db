"""The help about formats: each has its page, and what a page says goes along or not is what the table says."""

from __future__ import annotations

import pytest

from journeys.errors import HelpError
from journeys.exchange.aspect_names import GROUPS, NAMES
from journeys.exchange.aspects import ASPECTS, EVERYTHING
from journeys.exchange.formats import FORMATS
from journeys.help import Named, book, page_text, search
from journeys.help.parsing import parse
from journeys.help.saying import words_of
from journeys.help.told import SHARED, blocks, page_of, page_of_word
from journeys.i18n import LANGUAGES, words

CODES = [one.code for one in FORMATS]
WRITTEN = [one for one in FORMATS if one.write is not None]
ENDINGS = sorted({ending for one in FORMATS for ending in one.endings})


class Names(dict):
    """Every command is called by its code."""

    def __missing__(self, code):
        return Named(code)


def asked(code, kind):
    """The formats that the page of this one asks for, as it is written."""
    return [block.name for block in book("nl").pages[page_of(code)].blocks if block.kind == kind]


def lists(code, language):
    """Heading → the lines below it."""
    found, title = {}, ""
    for block in book(language).page(page_of(code)).blocks:
        line = words_of(block.spans, Names(), words(language))
        if block.kind == "heading":
            title = line
        elif line:
            found.setdefault(title, []).append(line)
    return found


def test_every_aspect_has_its_few_words_and_stands_in_one_group():
    named = [code for group in GROUPS for code in group.names]
    assert sorted(named) == sorted(ASPECTS)
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_format_has_a_page_that_tells_how_its_files_are_called(code, language):
    chosen = next(one for one in FORMATS if one.code == code)
    assert code in asked(code, "files")
    whole = page_text(book(language).page(page_of(code)), Names(), words(language), book(language).pages)
    assert all(ending in whole for ending in chosen.endings)


@pytest.mark.parametrize("chosen", WRITTEN, ids=lambda one: one.code)
def test_the_page_of_every_format_that_is_written_asks_for_what_it_keeps(chosen):
    (told,) = asked(chosen.code, "format")
    same = next(one for one in FORMATS if one.code == told)
    assert page_of(told) == page_of(chosen.code)
    assert same.keeps == chosen.keeps


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", WRITTEN, ids=lambda one: one.code)
def test_every_aspect_stands_in_one_of_the_two_lists(chosen, language):
    say, found = words(language), lists(chosen.code, language)
    if chosen.keeps == EVERYTHING:
        assert found[say("What goes along")] == [say("Everything goes along. Nothing is lost.")]
        return
    both = say("What goes along"), say("What does not go along")
    kept, lost = both if chosen.reads else (say("What is in it"), say("What is not in it"))
    for group in GROUPS:
        for title, in_it in ((kept, True), (lost, False)):
            names = [say(name) for code, name in group.names.items() if (code in chosen.keeps) is in_it]
            line = f"{say(group.title)}: {', '.join(names)}"
            assert (line in found[title]) is bool(names), (chosen.code, group.title)


def test_no_page_says_itself_what_goes_along():
    """That would be true once: the table of formats says it."""
    for language in LANGUAGES:
        say = words(language)
        ours = {say(head) for head in ("What goes along", "What does not go along", "What is in it")}
        for code in {page_of(one.code) for one in FORMATS}:
            heads = {words_of(b.spans, Names(), say) for b in book(language).pages[code].blocks if b.kind == "heading"}
            assert not heads & ours, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_leads_to_every_format_by_its_name(language):
    links = {
        span.text: span.target
        for block in book(language).page("exchange").blocks for span in block.spans if span.kind == "link"
    }  # fmt: skip
    assert all(links[words(language)(one.title)] == page_of(one.code) for one in FORMATS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_page_is_found_by_the_ending_of_a_file(ending, language):
    pages = {page_of(one.code) for one in FORMATS if ending in one.endings}
    assert page_of_word(ending) in pages
    assert page_of_word(ending.removeprefix(".")) in pages
    found = [hit.page for hit in search(book(language), ending, Names(), words(language))]
    assert pages & set(found[:3]), found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("powerpoint", "pptx"), ("excel", "xlsx"), ("libreoffice calc", "xlsx"), ("draw.io", "drawio"),
        ("obsidian", "canvas"), ("mermaid", "mermaid"), ("openjourney", "ojf"), ("gephi", "graphml"),
        ("cjml", "cjml"), ("markdown", "md"), ("json", "json"),
    ],
)  # fmt: skip
def test_a_page_is_found_by_the_name_of_its_format(query, page, language):
    assert search(book(language), query, Names(), words(language))[0].page == page


def test_a_word_that_is_no_format_has_no_page():
    assert page_of_word("zwaardvis") is None
    assert page_of_word("") is None
    assert set(SHARED) <= set(CODES)


def test_what_is_told_of_a_format_that_is_not_there_is_refused_with_its_line():
    page = parse("# T\n> L\n\n@ format zwaardvis\n", "page", "nl/page.txt")
    with pytest.raises(HelpError) as wrong:
        list(blocks(page.blocks, words("nl"), "nl/page.txt"))
    assert (wrong.value.values["file"], wrong.value.values["line"]) == ("nl/page.txt", 4)


def test_the_commands_that_a_page_names_do_what_it_says(run, tmp_path, monkeypatch):
    """Those of one format that is read and written, typed over."""
    monkeypatch.chdir(tmp_path)
    run("new", "study.levensreis", "--sample", "child", "--lang", "en")
    lines = [line for under in lists("graphml", "en").values() for line in under]
    export, back = (line.partition(": levensreis ")[2] for line in lines if line.startswith("Command to "))
    assert run(*export.split())[0] == 0
    assert run(*back.replace("study.levensreis", "again.levensreis").split())[0] == 0
    assert (tmp_path / "again.levensreis").exists()
