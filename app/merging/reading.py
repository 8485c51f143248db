"""Reads the studies that come in, in a worker: one that cannot be read is told and stops nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from journeys.edits.merge import HERE, Ref
from journeys.errors import LevensreisError, UsageError
from journeys.identity import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from pathlib import Path

    from app.tasks import Work
    from journeys.analysis.doubles import Double
    from journeys.analysis.gist import Gist
    from journeys.exchange import imported
    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.store import opener


@dataclass(frozen=True, slots=True)
class File:
    """One that was chosen: without a document it could not be read, and `error` says why.

    `label`: whose it is. `like`: the file (or the open study) that it says the very same as; `kin`: one that must come
    from the same group, as so many (`common`) of its steps are the same ones.
    """

    path: Path
    label: str = ""
    document: Document | None = None
    images: Mapping[str, bytes] = field(default_factory=dict)
    error: LevensreisError | None = None
    notices: tuple[imported.Notice, ...] | tuple[opener.Notice, ...] = ()
    """What reading it changed, such as characters that no text may hold."""
    like: int | None = None
    kin: int | None = None
    common: int = 0

    @property
    def name(self) -> str:
        return self.path.name


class Picture(NamedTuple):
    """A journey in a few strokes, and how much is in it."""

    gist: Gist
    steps: int
    notes: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that is shown: the open study, the files, what may be the same in them; and each journey's picture.

    `twins` are journeys that say step by step what one here, or in an earlier file, says. `news`: whether anything
    comes in at all.
    """

    here: Document
    own: Path | None
    files: tuple[File, ...]
    doubles: tuple[Double, ...]
    twins: frozenset[Ref]
    pictures: Mapping[Ref, Picture]
    news: bool

    @property
    def documents(self) -> list[Document]:
        """By the number of their file; an unreadable one is empty."""
        return [file.document or blank(self.here) for file in self.files]

    def document(self, file: int) -> Document:
        """Of this file, or the one that is open."""
        return self.here if file == HERE else self.documents[file]


def blank(here: Document) -> Document:
    """A study with nothing in it."""
    from journeys.model.document import Document

    return Document.of([here.study])


def read(
    paths: Sequence[Path], here: Document, own: Path | None, language: Language, work: Work,
    known: Sequence[File] = (),
) -> Gathered:  # fmt: skip
    """Read these files beside those that are known already, and look for doubles. Raises Cancelled."""
    from journeys.analysis.doubles import doubles
    from journeys.edits.merge import groups_names

    files = list(known)
    seen = {_real(file.path) for file in files}
    for number, path in enumerate(paths):
        work.watch((number + 0.2) / (len(paths) + 1))
        if _real(path) not in seen:
            seen.add(_real(path))
            files.append(_read_one(path, own, language))
    labels = groups_names([file.path.stem for file in files], here.study.title)
    documents = [file.document or blank(here) for file in files]
    prints = _prints(here, documents)
    files = [_compared(files, number, labels[number], here) for number in range(len(files))]
    found = doubles(here, documents)
    work.watch(0.98)
    return Gathered(
        here, own, tuple(files), found, frozenset(_twins(prints)), _pictures(documents),
        any(_has_news(here, document) for document in documents),
    )  # fmt: skip


def _read_one(path: Path, own: Path | None, language: Language) -> File:
    try:
        if own is not None and _real(path) == _real(own):
            raise UsageError("merge.open", name=path.name)
        if path.suffix.lower() == SUFFIX:
            from journeys.store.opener import open_file

            opened = open_file(path.absolute())
            return File(path, document=opened.document, images=opened.images, notices=opened.notices)
        from journeys.exchange import formats

        read = formats.read_file(path, language)
        return File(path, document=read.document, images=read.images, notices=read.notices)
    except LevensreisError as error:
        return File(path, error=error)


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        return path.absolute()


def _compared(files: Sequence[File], number: int, label: str, here: Document) -> File:
    """The file, with which earlier one it is the same as, or of the same group as."""
    from dataclasses import replace

    file = replace(files[number], label=label, like=None, kin=None, common=0)
    if file.document is None:
        return file
    if file.document == here:
        return replace(file, like=HERE)
    mine = set(file.document.steps) - set(here.steps)
    for other, earlier in enumerate(files[:number]):
        if earlier.document == file.document:
            return replace(file, like=other)
        common = len(mine & set(earlier.document.steps)) if earlier.document is not None else 0
        if common > file.common:
            file = replace(file, kin=other, common=common)
    return file


def _prints(here: Document, documents: Sequence[Document]) -> dict[Ref, Hashable]:
    from journeys.analysis.doubles import journey_prints

    every = [(HERE, here), *enumerate(documents)]
    return {Ref(file, id_): found for file, study in every for id_, found in journey_prints(study).items()}


def _twins(prints: Mapping[Ref, Hashable]) -> list[Ref]:
    first: dict[Any, Ref] = {}
    return [ref for ref, found in prints.items() if first.setdefault(found, ref).file != ref.file]


def _pictures(documents: Sequence[Document]) -> dict[Ref, Picture]:
    return {
        Ref(file, id_): made for file, document in enumerate(documents) for id_, made in _pictures_in(document).items()
    }


def _pictures_in(document: Document) -> dict[str, Picture]:
    from collections import Counter

    from journeys.analysis.gist import gist_of
    from journeys.edits.merge.units import journey_of

    steps = Counter(step.journey for step in document.steps.values())
    notes = Counter(journey_of(document, note) for note in document.notes.values())
    return {id_: Picture(gist_of(document, id_), steps[id_], notes[id_]) for id_ in document.journeys}


def _has_news(here: Document, document: Document) -> bool:
    from journeys.edits.merge import merge

    return bool(merge(here, document))
