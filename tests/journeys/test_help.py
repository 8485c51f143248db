"""The help without a window: its pages are read, are alike in both languages, are found and drawn."""

from __future__ import annotations

import pytest

from journeys.errors import HelpError, UsageError
from journeys.help import Hit, Named, book, figures, said, search
from journeys.help.parsing import parse, spans
from journeys.help.saying import page_text, words_of
from journeys.i18n import LANGUAGES, words
from journeys.phrases.terms import LEVELS


class Names(dict):
    """Every command is called by its code."""

    def __missing__(self, code):
        return Named(code)


NAMES = Names()


def shape(block):
    inline = [(s.kind, s.target or s.text) for s in block.spans if s.kind not in ("plain", "strong")]
    return block.kind, block.number, "" if block.kind == "term" else block.name, inline


def test_both_languages_have_the_same_chapters_and_pages():
    dutch, english = book("nl"), book("en")
    assert [chapter.pages for chapter in dutch.chapters] == [chapter.pages for chapter in english.chapters]
    assert 32 <= len(dutch.pages) <= 48


@pytest.mark.parametrize("code", list(book("nl").pages))
def test_a_page_is_built_the_same_in_both_languages(code):
    assert [*map(shape, book("nl").page(code).blocks)] == [*map(shape, book("en").page(code).blocks)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_reached_from_the_first_by_its_links(language):
    held, seen, waiting = book(language), set(), ["start"]
    while waiting:
        code = waiting.pop()
        if code in seen:
            continue
        seen.add(code)
        for block in held.page(code).blocks:
            waiting += [block.name] if block.kind == "next" else []
            waiting += [span.target for span in block.spans if span.kind == "link"]
    assert seen == set(held.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_about_presence_names_every_level_as_the_map_does(language):
    say = words(language)
    strong = {span.text for block in book(language).page("presence").blocks for span in block.spans}
    assert {say(level) for level in LEVELS.values()} <= strong


def test_the_minutes_of_the_plan_are_those_of_its_figure_and_make_three_hours():
    from journeys.help.strokes import PLAN

    heads = [
        words_of(block.spans, {}, words("en"))
        for block in book("en").page("workshop").blocks
        if block.kind == "heading"
    ]
    assert heads == [f"{name} ({minutes} minutes)" for minutes, name in PLAN]
    assert sum(minutes for minutes, _ in PLAN) == 180


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(figures.FIGURES))
def test_a_figure_has_something_on_it_within_its_edges(language, name):
    drawing = figures.figure(name, words(language))
    assert sum(len(layer.elements) for layer in drawing.layers) > 4
    if name in ("story", "presence", "faces", "round", "screens", "tiles", "saving", "quick"):
        for element in drawing.layers[0].elements:
            if hasattr(element, "rect"):
                rect = element.rect
                assert 0 <= rect.x <= drawing.width - rect.w + 0.1, name
                assert 0 <= rect.y <= drawing.height - rect.h + 0.1, name


def test_every_figure_is_on_a_page_and_six_pages_have_one():
    shown = [(code, b.name) for code, page in book("nl").pages.items() for b in page.blocks if b.kind == "figure"]
    assert {name for _, name in shown} >= set(figures.FIGURES) - {"step"}
    assert len({code for code, _ in shown}) >= 6


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("a *half", 3),
        ("{command:present}", 3),
        ("~ nothing", 3),
        ("@ No Such", 3),
        ("2. second first", 3),
        ("[a](B C)", 3),
    ],
)
def test_a_wrong_line_is_told_with_its_file_and_its_number(line, number):
    with pytest.raises(HelpError) as wrong:
        parse(f"# Title\n> Lead\n{line}\n", "page", "nl/page.txt")
    assert (wrong.value.values["file"], wrong.value.values["line"]) == ("nl/page.txt", number)


def test_a_page_without_a_title_is_told():
    with pytest.raises(HelpError):
        parse("words\n", "page", "nl/page.txt")


def test_what_is_typed_as_it_is_may_hold_signs_that_mean_something_elsewhere():
    found = spans("Type {code:x ./a_*_b.deb [c] *d*} now.", "nl/x.txt", 1)
    assert found[1] == ("x ./a_*_b.deb [c] *d*", "code", "")
    assert words_of(found, NAMES, words("nl")) == "Type x ./a_*_b.deb [c] *d* now."


def test_lines_below_each_other_are_one_paragraph():
    page = parse("# T\n> L\n\none\ntwo\n\nthree\n", "page", "f")
    assert [[span.text for span in block.spans] for block in page.blocks] == [["one two"], ["three"]]


def test_a_caution_is_no_tip_and_is_called_one_in_words():
    page = parse("# Titel\n> Waarover\n! Dit helpt.\n!! Dit komt niet terug.\n", "page", "page.txt")
    assert [block.kind for block in page.blocks] == ["tip", "caution"]
    told = page_text(page, NAMES, words("nl"), {}).splitlines()
    assert told[-4:] == ["Tip: Dit helpt.", "", "Let op: Dit komt niet terug.", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_taken_back_is_told_as_a_caution(language):
    pages = book(language).pages.values()
    warns = {page.code for page in pages if any(block.kind == "caution" for block in page.blocks)}
    assert {"data", "exchange", "pdf", "personas", "posters", "snapshots"} <= warns


def test_a_key_is_written_in_the_language_of_the_page():
    said_ = [said(span, {}, words("nl")) for span in spans("{key:Space}{key:Alt+Down}{key:+}", "f", 1)]
    assert said_ == ["Spatiebalk", "Alt+↓", "+"]


@pytest.mark.parametrize(
    ("language", "query", "page"),
    [
        ("nl", "stippen", "facilitating"), ("nl", "drukker", "posters"), ("nl", "PRIVACY", "data"),
        ("nl", "momentopname", "snapshots"), ("nl", "schermlezer", "keyboard"), ("nl", "ernst", "gaps"),
        ("nl", "excel", "xlsx"), ("nl", "kwijt", "saving"), ("nl", "tegels", "posters"),
            ("nl", "tégêls", "posters"),
        ("en", "merge", "merging"), ("en", "dot voting", "facilitating"), ("en", "bleed", "posters"),
    ],
)  # fmt: skip
def test_the_page_that_is_most_about_a_word_is_found_first(language, query, page):
    assert search(book(language), query, NAMES, words(language))[0].page == page


def test_every_word_must_be_on_the_page_and_the_sentence_with_it_is_shown():
    found = search(book("nl"), "usb", NAMES, words("nl"))
    assert [hit.page for hit in found] == ["prepare"]
    assert "USB-stick" in found[0].sentence
    assert search(book("nl"), "usb zwaardvis", NAMES, words("nl")) == []
    assert search(book("nl"), "  ", NAMES, words("nl")) == []


def test_a_hit_says_where_it_is():
    hit = search(book("en"), "glossary", NAMES, words("en"))[0]
    assert isinstance(hit, Hit)
    assert hit.page == "glossary"


def test_an_unknown_page_is_refused_with_those_there_are():
    with pytest.raises(UsageError) as wrong:
        book("nl").page("zwaardvis")
    assert "posters" in str(wrong.value.values["known"])


def test_the_pages_beside_a_page_end_at_the_first_and_the_last():
    held = book("nl")
    codes = list(held.pages)
    assert held.beside(codes[0], -1) is None
    assert held.beside(codes[-1], 1) is None
    assert held.beside(codes[3], 1) == codes[4]
