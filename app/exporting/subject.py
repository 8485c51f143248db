"""What is taken along: a study as it is now, with what lies beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from journeys.analysis.spots import counted_journeys
from journeys.exchange.wanted import Wanted, wanted
from journeys.model.document import Document
from journeys.model.entities import Snapshot

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from app.window import StudyWindow
    from journeys.analysis.anonymous import Anonymous
    from journeys.i18n import Words

Kind = Literal["study", "veiled", "copy"]
"""The study itself; as it is seen while names are hidden; or a copy for others."""


@dataclass(frozen=True, slots=True)
class Subject:
    """It does not change any more: the window goes on without it."""

    document: Document
    images: Mapping[str, bytes] = field(default_factory=dict)
    snapshots: Sequence[Snapshot] = ()
    journey: str | None = None
    """The one on the map."""
    source: Path | None = None
    """The file of the study, which is never written over."""
    kind: Kind = "study"

    def all_journeys(self) -> tuple[str, ...]:
        """Every journey but the processes behind steps."""
        return tuple(journey.id for journey in counted_journeys(self.document))

    def wanted(
        self, say: Words, journeys: tuple[str, ...], on: dt.date | None = None,
        watch: Callable[[float], None] = lambda _: None,
    ) -> Wanted:  # fmt: skip
        """What a writer gets."""
        return wanted(self.document, say, journeys, self.images, self.snapshots, on=on, watch=watch)


def of_window(window: StudyWindow) -> Subject | None:
    """What one sees in this window: while names are hidden nobody's name goes out."""
    session, file, view = window.session, window.file, window.view
    if session is None or file is None or view is None:
        return None
    journey = view.context.journey
    if view.context.names_hidden:
        document = view.session.document.snapshot()
        return Subject(document, file.images(), (), journey, file.path, "veiled")
    return Subject(session.document.snapshot(), file.images(), file.snapshots(), journey, file.path)


def with_nobody_named(subject: Subject, made: Anonymous) -> Subject:
    """The same with this copy in the study's place; pictures and snapshots stay behind."""
    kept = {image.sha256 for image in made.document.images.values()}
    images = {sha: data for sha, data in subject.images.items() if sha in kept}
    return replace(subject, document=made.document, images=images, snapshots=(), kind="copy")
