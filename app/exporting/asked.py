"""What is asked of an export, and what of it is proposed the next time; never a word of the study."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from app import settings
from app.exporting.offered import ENDINGS, POSTER, format_of
from journeys.i18n import LANGUAGES, Language

if TYPE_CHECKING:
    from journeys.model.document import Document

Which = Literal["one", "all", "some"]
USUAL: Final = "pptx"
OFTEN: Final[tuple[Which, ...]] = ("all", "one")
"""Which journeys may be proposed again; those that were ticked once seldom are what is wanted next."""
_MOST: Final = 2_000
"""Characters that are read of what was kept."""


@dataclass
class Asked:
    """A format, which journeys, in which language (None: the study's own), and how files of some formats are called."""

    format: str = USUAL
    which: Which = "all"
    language: Language | None = None
    endings: dict[str, str] = field(default_factory=dict)


def last(document: Document) -> Asked:
    """As it was left, as far as it makes sense."""
    everywhere, of_study, asked = _read("last"), _read(_of(document)), Asked()
    code = everywhere.get("format")
    if isinstance(code, str) and (code == POSTER or format_of(code) is not None):
        asked.format = code
    endings = everywhere.get("endings")
    if isinstance(endings, dict):
        asked.endings = {code: end for code, end in endings.items() if end in tuple(ENDINGS.get(code, ()))}
    asked.which = next((which for which in OFTEN if which == of_study.get("which")), "all")
    asked.language = next((language for language in LANGUAGES if language == of_study.get("language")), None)
    return asked


def keep(document: Document, asked: Asked) -> None:
    """For the next time: the format for every study, the rest for this one."""
    settings.set_exporting("last", json.dumps({"format": asked.format, "endings": asked.endings}))
    settings.set_exporting(_of(document), json.dumps({"which": asked.which, "language": asked.language}))


def _of(document: Document) -> str:
    return f"study-{document.study.id}"


def _read(part: str) -> dict[str, Any]:
    try:
        found = json.loads(settings.exporting(part)[:_MOST] or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
