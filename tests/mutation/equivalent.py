"""Mutants that change nothing anybody could see, each with the reason."""

from __future__ import annotations

from typing import Final

EQUIVALENT: Final[dict[tuple[str, str, str, str], str]] = {
    ("journeys/text.py", "clean", "len(text) > limit", "(len(text) >= limit)"): "nothing is cut, and no is no count",
    ("journeys/text.py", "title_and_rest", "at > 0", "(at >= 0)"): "it is looked for from the second letter on",
    ("journeys/text.py", "_heaped", "0x20000", "131073"): "no mark",
    ("journeys/store/connections.py", "_limit", "time.monotonic() > deadline", "(time.monotonic() >= deadline)"):
        "a moment",
    ("journeys/store/files.py", "remove_stale_temporaries",
     '[entry.name for entry in os.scandir(folder) if entry.name.startswith(".~")]',
     "([entry.name for entry in os.scandir(folder)])"): "the pattern asks for the same beginning",
    ("journeys/edits/places.py", "Room.in_phase",
     '{step.id: step for step in self._draft.document.referring(phase, "step") if step.journey == journey}',
     "({step.id: step for step in self._draft.document.referring(phase, 'step')})"):
        "those of other journeys are left out at the end as well",
    ("journeys/edits/rows.py", "_resettle",
     "[s for s in reading_order(document, goal.journey) if (s.phase, s.stage) == (goal.phase, goal.stage)]",
     "([s for s in reading_order(document, goal.journey)])"): "all others get the places they have",
    ("journeys/edits/restoring.py", "_drop_shortcuts",
     "{link.source for link in links if link.target == id_}", "({link.source for link in links})"):
        "nothing is connected with a step that is gone",
    ("journeys/edits/restoring.py", "_drop_shortcuts",
     "{link.target for link in links if link.source == id_}", "({link.target for link in links})"):
        "nothing is connected with a step that is gone",
    ("journeys/edits/tidy.py", "_better", "break", "pass"): "where a round finds nothing, the next ones do not either",
}  # fmt: skip
"""(file, function, before, after) → why; "*" for every other way of writing it."""
