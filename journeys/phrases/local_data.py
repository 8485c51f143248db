"""What is kept on this computer, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_, many
from journeys.phrases.dates import date_words

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.store.local_data import Code, Kept

NAMES: Final[dict[Code, str]] = {
    "open": N_("Open studies"),
    "work": N_("Work that is in no file yet"),
    "aside": N_("Set aside"),
    "backups": N_("Earlier versions of your files"),
    "log": N_("Log of the program"),
    "known": N_("Files that were checked before"),
    "temporary": N_("Left by a crash"),
}
WHAT: Final[dict[Code, str]] = {
    "open": N_("The working copies of the windows that are open. Each goes when its study is in its file and closed."),
    "work": N_("A study that was not closed properly, or has no name yet. Whoever erases this loses that work."),
    "aside": N_("Work that you chose not to restore, and damaged working copies."),
    "backups": N_("They bring a damaged file back. They also hold what you deleted from it since."),
    "log": N_("What went wrong and where in the program; nothing of what you write."),
    "known": N_("Sizes and checksums, so that a file opens faster; no names."),
    "temporary": N_("Copies of files that could not be tidied away in time."),
}
COUNTS: Final[dict[Code, tuple[str, str]]] = {
    "open": many("{n} study", "{n} studies"),
    "work": many("{n} study", "{n} studies"),
    "aside": many("{n} working copy", "{n} working copies"),
    "backups": many("{n} version", "{n} versions"),
    "log": many("{n} file", "{n} files"),
    "known": many("{n} file", "{n} files"),
    "temporary": many("{n} folder", "{n} folders"),
}
KEEPING: Final = (0, 7, 30, 90, 180, 365)
"""Days to choose from."""


def name(one: Kept, say: Words) -> str:
    return say(NAMES[one.code])


def what(one: Kept, say: Words) -> str:
    """What it is, and what erasing it means."""
    return say(WHAT[one.code])


def amount(one: Kept, say: Words) -> str:
    """ "3 versions · 1.2 MB · since 3 nov 2026" """
    parts = [say.many(*COUNTS[one.code], one.count), size_text(one.size, say)]
    if one.since is not None:
        parts.append(say("since {date}", date=date_words(one.since.astimezone().date(), say, weekday=False)))
    return " · ".join(parts)


def size_text(size: int, say: Words) -> str:
    """Bytes as people say them, with the decimal sign of the language."""
    if size < 1_000_000:
        return say("{n} kB", n=-(-size // 1_000))
    number = f"{size / 1_000_000:.1f}"
    return say("{n} MB", n=say.decimal(number))


def keeping_text(days: int, say: Words) -> str:
    """How long something is kept."""
    if not days:
        return say("Keep none")
    return say.many("{n} day", "{n} days", days) if days < 365 else say("1 year")
