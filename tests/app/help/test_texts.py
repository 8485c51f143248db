"""What the help says is checked: both languages say the same, and everything named in them exists."""

from __future__ import annotations

import re

import pytest

from app.actions import COMMANDS
from app.canvas.keys import NOTES
from app.help.doing import REASONS
from app.help.names import named
from journeys.exchange.formats import FORMATS
from journeys.help import block_text, book, figures, page_text, said
from journeys.help.parsing import spans
from journeys.help.saying import words_of
from journeys.help.told import TOLD
from journeys.i18n import TEXTS, words

PAGES = [(language, code) for language in TEXTS for code in book(language).pages]
KEYS = {
    *"12345+-@?", *"BNPSWXZ", "Enter", "Tab", "Esc", "Shift", "Alt", "Right", "Left", "Space", "Alt+Down", "Alt+Up",
    "Shift+F10",
}  # fmt: skip
"""Keys that no command has: of the map, of quick entry, and of a presentation."""
TERMS = {
    "nl": "levensreis levensgebeurtenis inwoner persona fase stap contactmoment kanaal beleving hartslag behoefte "
    "knelpunt kans idee citaat sleutelmoment huidig gewenst ketenpartner gat waargenomen aanname voorstel vraagstuk "
    "burgerrol afbakening tegel overlap snijtekens",
    "en": "journey resident persona phase step touchpoint channel emotion heartbeat need opportunity idea quote "
    "current desired gap observed assumption proposal question scope tile overlap",
}
"""DOMAIN's words, those of one word."""
MOST_WORDS = 25


def named_in(language):
    return named(words(language))


def texts(language, code):
    """Every line of a page as it is written, with where it stands; lists that are made of formats are no sentences."""
    page, say, names = book(language).pages[code], words(language), named_in(language)
    yield 2, words_of(page.lead, names, say)
    for block in page.blocks:
        if block.kind not in ("try", "next", *TOLD):
            yield block.line, words_of(block.spans, names, say)


@pytest.mark.parametrize(("language", "code"), PAGES)
def test_every_command_figure_and_page_that_is_named_exists(language, code):
    held, commands = book(language), {command.code for command in COMMANDS}
    known = {"try": commands, "next": set(held.pages), "figure": set(figures.FIGURES)}
    for block in held.page(code).blocks:
        assert block.kind not in known or block.name in known[block.kind], (code, block.line)
        assert {span.target for span in block.spans if span.kind == "link"} <= set(held.pages), (code, block.line)


@pytest.mark.parametrize(("language", "code"), PAGES)
def test_every_command_that_is_named_stands_in_a_menu_or_has_keys_as_the_page_says(language, code):
    names = named_in(language)
    for block in book(language).page(code).blocks:
        for span in block.spans:
            assert span.kind not in ("menu", "name", "keys") or span.text in names, (code, block.line)
            assert span.kind != "menu" or names[span.text].menu, f"{span.text} stands in no menu"
            assert span.kind != "keys" or names[span.text].keys, f"{span.text} has no keys"
            assert span.kind != "key" or span.text in KEYS, (code, block.line)


@pytest.mark.parametrize("code", list(book("nl").pages))
def test_what_the_program_is_said_to_say_is_in_its_catalogue(code):
    catalogue = words("nl")
    same = {"Privacy", "Start", "Overlap", "Persona", "Id", *(one.title for one in FORMATS)}
    for block in book("nl").page(code).blocks:
        for span in block.spans:
            if span.kind == "ui":
                assert catalogue(span.text) != span.text or span.text in same, (code, block.line, span.text)


@pytest.mark.parametrize(("language", "code"), PAGES)
def test_no_sentence_is_longer_than_25_words(language, code):
    for line, text in texts(language, code):
        for sentence in re.split(r"(?<=[.!?:;]) ", text):
            assert len(sentence.split()) <= MOST_WORDS, f"{code}.txt:{line}: {sentence}"


@pytest.mark.parametrize(("language", "code"), PAGES)
def test_no_page_is_without_a_next_one_or_longer_than_two_minutes(language, code):
    page = book(language).page(code)
    assert any(block.kind == "next" for block in page.blocks)
    assert sum(len(text.split()) for _, text in texts(language, code)) <= (420 if code == "glossary" else 320)


@pytest.mark.parametrize(("language", "code"), PAGES)
def test_people_are_never_called_customers(language, code):
    """But where one of the seven roles has that name."""
    role = {"nl": r"klant, gebruiker, onderdaan", "en": r"customer, user, subject"}[language]
    for line, text in texts(language, code):
        left = re.sub(role, "", text).replace("klantreis", "")
        assert not re.search(r"klant|customer|\bclient", left, re.IGNORECASE), f"{code}.txt:{line}: {text}"


@pytest.mark.parametrize("language", TEXTS)
def test_the_glossary_explains_every_word_of_the_domain(language):
    explained = {block.name for block in book(language).page("glossary").blocks if block.kind == "term"}
    assert set(TERMS[language].split()) <= {word for term in explained for word in (term, *term.split())}


def test_the_letters_for_notes_are_those_of_the_map():
    shown = {span.text for block in book("nl").page("draw").blocks for span in block.spans if span.kind == "ui"}
    letters = set(NOTES.values())
    assert {text for text in shown if re.match(r"\w: ", text)} <= letters


def test_a_command_is_called_what_it_is_called_now():
    say, names = words("nl"), named_in("nl")
    found = [said(span, names, say) for span in spans("{menu:present} {name:present} {keys:present}", "f", 1)]
    assert found == ["Werkvorm › Presenteren… (F5)", " ", "Presenteren", " ", "F5"]


@pytest.mark.parametrize(("language", "code"), PAGES)
def test_a_page_can_be_read_as_plain_words(language, code):
    held, say = book(language), words(language)
    whole = page_text(held.page(code), named_in(language), say, held.pages)
    assert whole.startswith(held.page(code).title)
    assert not re.search(r"\{\w+:|\]\(", whole)
    for block in held.page(code).blocks:
        assert block.kind == "figure" or block_text(block, named_in(language), say, held.pages)


def test_every_need_of_a_command_has_its_reason():
    assert {command.needs for command in COMMANDS if command.needs} <= set(REASONS)
