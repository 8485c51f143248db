"""After a deletion: says which snapshots still hold what was deleted, because those are not cleared along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app import tasks
from journeys.exchange import snapshots
from journeys.phrases import edit_text
from journeys.phrases.snapshots import holding_text

if TYPE_CHECKING:
    from app.window import StudyWindow
    from journeys.edits.edit import Edit
    from journeys.model.entities import Snapshot

PERSONAL: Final = ("persona.delete", "image.portrait_removed", "image.step_removed", "source.delete")
"""What may be about real people: told with the way to the snapshots, and not only in passing."""
WORDLESS: Final = ("link", "mute", "view")
"""What tells nothing about anybody, and comes and goes with the flow."""
TOLD_MS: Final = 10_000


def follow(window: StudyWindow, edit: Edit) -> None:
    """Look, off the GUI thread, whether a snapshot has something that this edit took away."""
    gone = [
        id_ for (kind, id_), (before, after) in edit.changes.items()
        if before is not None and after is None and kind not in WORDLESS
    ]  # fmt: skip
    held = window.file.snapshots() if window.file is not None else ()
    if gone and held:
        tasks.start(lambda _: snapshots.holding(held, gone), window, lambda found: _tell(window, edit, found))


def _tell(window: StudyWindow, edit: Edit, found: list[Snapshot]) -> None:
    view = window.view
    if not found or view is None or window.status is None:
        return
    say = window.dress.say
    text = view.session.shown(f"{edit_text(edit, say)}. {holding_text(found[::-1], say)}")
    if edit.code in PERSONAL:
        view.bar.tell(text, [(say("All snapshots"), lambda: view.show_view("snapshots"))])
    else:
        window.status.showMessage(text, TOLD_MS)
