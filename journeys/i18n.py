"""Words in a language that is handed around as a value, never kept as a global; and what else differs in a language."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from journeys import resources, text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
Texts = Literal["nl", "en"]
"""Languages that have help, life events and samples, and in which a study can be written: the file knows these."""
TEXTS: Final[tuple[Texts, ...]] = get_args(Texts)


class Tongue(NamedTuple):
    """What a language is called and how it is written, besides its words."""

    name: str
    """As its speakers call it."""
    texts: Texts
    """Where help, life events, samples and missing messages come from, and which language a new study gets."""
    decimal: str
    date: str
    """As a date is written in a field, of `day`, `month` and `year`."""
    separator: str
    """Between the cells of a CSV, as a spreadsheet in this language expects it."""
    hyphens: str
    """The name of pyphen's dictionary."""
    tags: Mapping[str, str]
    """Country of the study → how other programs call the language there."""


TONGUES: Final[Mapping[str, Tongue]] = {
    "nl": Tongue("Nederlands", "nl", ",", "{day}-{month}-{year}", ";", "nl_NL", {"nl": "nl-NL", "be": "nl-BE"}),
    "en": Tongue("English", "en", ".", "{year:04}-{month:02}-{day:02}", ",", "en_GB", {"nl": "en-GB", "be": "en-GB"}),
}
GIVEN: Final = frozenset({"name", "names", "path", "folder", "where", "ours", "theirs", "what", "user", "host"})
"""What a place in a message is called that takes names from outside: of files, and of whom a lock says that it is."""
MSGIDS: Final[Language] = "en"
"""The language of the messages in the source, which need no catalogue."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a marked, not yet translated message
    """Mark a message in a table for translation; `Words` translates it where it is used."""
    return message


def many(one: str, other: str) -> tuple[str, str]:
    """Mark both forms of a message in a table; `Words.many` says the one that fits."""
    return one, other


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    """What it does not say itself is said in the language of its texts."""
    if language == MSGIDS:
        return gettext.NullTranslations()
    found = gettext.translation("levensreis", resources.path("locale"), [language])
    texts = TONGUES[language].texts
    if texts != language:
        found.add_fallback(_catalogue(texts))
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """Says messages in one language: `say("Delete {title}", title=…)`, `say.many("{n} step", "{n} steps", n)`."""

    language: Language

    def __call__(self, message: str, /, **values: object) -> str:
        catalogue = _catalogue(self.language)
        said = catalogue.gettext(message)
        if said == message:  # one that has a plural: the gettext of Python 3.11.2 overlooks those
            said = catalogue.ngettext(message, message, 1)
        return _fill(said, values)

    def many(self, one: str, other: str, n: int, /, **values: object) -> str:
        """The form for `n`; `{n}` is filled in."""
        return _fill(_catalogue(self.language).ngettext(one, other, n), {"n": n, **values})

    def decimal(self, number: str) -> str:
        """The same number with the decimal sign of the language: "1,5"."""
        return number.replace(".", TONGUES[self.language].decimal)

    def date(self, date: dt.date) -> str:
        """As it is written in a field: 31-12-2027, in English 2027-12-31."""
        return TONGUES[self.language].date.format(day=date.day, month=date.month, year=date.year)


def words(language: Language) -> Words:
    """The words of one language."""
    return Words(language)


def language_called(code: object) -> Language | None:
    """The language of this code; None where the program does not speak it."""
    return next((language for language in LANGUAGES if language == code), None)


def language_of_system(locale: str) -> Language:
    """By what the system says of itself, such as "en_GB.UTF-8"; Dutch where it is none of ours."""
    return language_called(locale[:2].lower()) or "nl"


def translated_texts(value: Mapping[str, object]) -> bool:
    """Whether this is one text in every language that has texts; others may be there too."""
    return set(TEXTS) <= set(value) <= set(LANGUAGES)


def text_in(value: Mapping[str, object], language: Language) -> object:
    """The text in this language, or in the one that stands in for it."""
    return value[language] if language in value else value[TONGUES[language].texts]


def path_in(language: Language, *parts: str) -> Path:
    """A file of the resources of which each language has its own: "{language}" in the parts stands for it.

    The file of the language that stands in for it, where it has none itself.
    """
    own = resources.path(*(part.format(language=language) for part in parts))
    return own if own.exists() else resources.path(*(part.format(language=TONGUES[language].texts) for part in parts))


def fitting(values: Mapping[str, object]) -> dict[str, object]:
    """The values as they go into a sentence: a file may be called anything, also what would break its line."""
    return {name: text.on_one_line(str(value)) if name in GIVEN else value for name, value in values.items()}


def _fill(message: str, values: dict[str, object]) -> str:
    return message.format(**fitting(values)) if values else message
