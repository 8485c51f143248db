"""Words in a language that is handed around as a value, never kept as a global."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, get_args

from journeys import resources

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a marked, not yet translated message
    """Mark a message in a table for translation; `Words` translates it where it is used."""
    return message


def many(one: str, other: str) -> tuple[str, str]:
    """Mark both forms of a message in a table; `Words.many` says the one that fits."""
    return one, other


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("levensreis", resources.path("locale"), [language])


@dataclass(frozen=True, slots=True)
class Words:
    """Says messages in one language: `say("Delete {title}", title=…)`, `say.many("{n} step", "{n} steps", n)`."""

    language: Language

    def __call__(self, message: str, /, **values: object) -> str:
        return _fill(_catalogue(self.language).gettext(message), values)

    def many(self, one: str, other: str, n: int, /, **values: object) -> str:
        """The form for `n`; `{n}` is filled in."""
        return _fill(_catalogue(self.language).ngettext(one, other, n), {"n": n, **values})


def words(language: Language) -> Words:
    """The words of one language."""
    return Words(language)


def _fill(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text
