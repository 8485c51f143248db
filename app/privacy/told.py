"""What a copy for others leaves out and calls otherwise, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.phrases import personal as phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.analysis.anonymous import Renamed
    from journeys.i18n import Words


def copy_text(counts: Mapping[str, int], renamed: Sequence[Renamed], say: Words) -> str:
    """A line for all that is gone, and a line for everybody who is called otherwise."""
    gone = [say.many(*phrases.GONE[code], n) for code, n in counts.items() if n]
    gone.append(say("What you did and undid, and earlier versions of the file"))
    lines = [say("Left out:"), *(f"–  {line}" for line in gone)]
    if renamed:
        lines += ["", say("Called otherwise (before → in the copy):")]
        lines += [f"–  {phrases.renamed_text(one, say)}" for one in renamed]
        lines.append(say("Who was who is kept nowhere."))
    return "\n".join(lines)
