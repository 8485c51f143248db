"""PR: a key before an audience: the next slide, prepared or not, against painting and laying out the whole map."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from app.present.gallery import Gallery
from journeys.i18n import words
from journeys.layout import slides
from journeys.layout.map import MapSpec, map_layout
from journeys.layout.slides.course import Place
from tests.benchmarks.harness import Row, cpu_seconds
from tests.benchmarks.maps import application
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeys.layout.slides import Slide
    from journeys.model.document import Document
    from tests.benchmarks.harness import Harness

FRAME = 1 / 60
HALL = QSize(1280, 720)
LARGE = QSize(3840, 2160)
FEW, MANY = 120, 1_000
RUNS = 5


def measure(harness: Harness) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LEVENSREIS_DATA"] = os.environ["XDG_CONFIG_HOME"] = folder
        application()
        many, few = study(harness.steps(MANY)), study(harness.steps(FEW))
        yield from _layout(harness, many, few)
        yield from _painting(harness, many, few)


def _layout(harness: Harness, document: Document, few: Document) -> Iterator[Row]:
    """What the first key of a show waits for is one slide, not the map."""
    spec, say = MapSpec(next(iter(document.journeys))), words("nl")
    map_layout(document, spec, say)
    for kind, way, goal in (("whole", "phases", 0.2), ("phase", "phases", 0.05), ("step", "steps", 0.15)):
        yield harness.row(
            "PR1", f"a {kind} slide laid out, {MANY:,} steps, against the map", goal,
            ours=laid_out(document, kind, way), raw=lambda: map_layout(document, spec, say),
        )  # fmt: skip
    yield harness.row(
        "PR1", f"a phase slide laid out, {MANY:,} steps against {FEW}", 3,
        ours=laid_out(document, "phase", "phases"), raw=laid_out(few, "phase", "phases"),
    )  # fmt: skip


def laid_out(document: Document, kind: str, way: str) -> Callable[[], object]:
    """One slide from the middle of the show, from what was gathered for all of them."""
    show = slides.Show((next(iter(document.journeys)),), way)
    seen, say = slides.seen_by(document, show), words("nl")
    of_kind = [slide for slide in slides.programme(document, show, seen) if slide.kind == kind]
    slide: Slide = of_kind[len(of_kind) // 2]
    return lambda: slides.slide_layout(document, slide, slides.Stage(), say, show=show, seen=seen)


def _painting(harness: Harness, document: Document, few: Document) -> Iterator[Row]:
    """A key until the slide can be shown: prepared within a frame, else soon enough not to be noticed."""
    (gallery, places), (fewer, others) = shown(document), shown(few)
    for kind, place in places.items():
        yield harness.row(
            "PR2", f"a {kind} slide laid out and painted, {MANY:,} steps against {FEW}", 3,
            ours=partial(_fresh, gallery, place, HALL), raw=partial(_fresh, fewer, others[kind], HALL),
        )  # fmt: skip
        for size in (HALL, LARGE):
            took = min(cpu_seconds(partial(_fresh, gallery, place, size)) for _ in range(RUNS))
            yield Row(
                "PR3", f"a {kind} slide at {size.width()} × {size.height()}, {MANY:,} steps, not prepared", 100,
                took * 1000, unit="ms",
            )  # fmt: skip
    whole = places["whole"]
    for size in (HALL, LARGE):
        gallery.image(whole, size, 1.0)
        screen = QImage(size, QImage.Format.Format_RGB32)
        took = min(cpu_seconds(partial(_show, gallery, whole, size, screen), 5) / 5
                   for _ in range(RUNS))  # fmt: skip
        yield Row("PR3", f"a prepared slide at {size.width()} × {size.height()}", 1, took / FRAME, unit="frames")


def shown(document: Document) -> tuple[Gallery, dict[str, Place]]:
    """A gallery of a walk through the study, and where the slides of each kind are."""
    show = slides.Show((next(iter(document.journeys)),), "steps")
    programme = slides.programme(document, show)
    gallery = Gallery(words("nl"), "light", lambda _: None, QObject(application()))
    gallery.put(document, show, programme)
    places = {"whole": Place(1), "step": Place(len(programme) // 2)}
    for place in places.values():
        gallery.image(place, HALL, 1.0)
    return gallery, places


def _fresh(gallery: Gallery, place: Place, size: QSize) -> None:
    """Laid out and painted, as when a key goes to a slide that nobody expected."""
    gallery.forget()
    gallery.image(place, size, 1.0)


def _show(gallery: Gallery, place: Place, size: QSize, screen: QImage) -> None:
    painter = QPainter(screen)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), gallery.image(place, size, 1.0))
    painter.end()
