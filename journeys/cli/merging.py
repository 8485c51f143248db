"""The command that makes one study of several, such as the files of the tables of a workshop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeys import store
from journeys.analysis.doubles import doubles
from journeys.cli.studies import opened_file
from journeys.cli.surroundings import print_json
from journeys.edits.merge import HERE, Part, groups_names, merge_files
from journeys.exchange import formats
from journeys.identity import SUFFIX
from journeys.phrases import edit_text
from journeys.phrases.doubles import name_of, why_text
from journeys.store.targets import ending

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from journeys.analysis.doubles import Double
    from journeys.cli.surroundings import Surroundings
    from journeys.exchange.imported import Imported
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.store.opener import Opened


def merge(given: Namespace, around: Surroundings) -> int:
    """A new study of the first file with all others in it; what is perhaps the same is listed, and both are kept."""
    ending(given.out, SUFFIX)
    first, *others = [_read(path, around) for path in (given.file, *given.others)]
    names = groups_names([path.stem for path in given.others], first.document.study.title)
    parts = [Part(other.document, name) for other, name in zip(others, names, strict=True)]
    found = doubles(first.document, [part.document for part in parts])
    same = [double for double in found if _is_same(double, given.same)]
    merged = merge_files(first.document, parts, [(double.left, double.right) for double in same])
    document = first.document.snapshot()
    document.write(merged.edit.changes)
    images = {key: data for held in reversed((first, *others)) for key, data in held.images.items()}
    used = {image.sha256 for image in document.images.values()}
    kept = {key: data for key, data in images.items() if key in used}
    store.create_file(given.out, document, kept, first.snapshots)
    left = [double for double in found if double not in same]
    studies = {HERE: first.document, **{number: part.document for number, part in enumerate(parts)}}
    if given.json:
        print_json({"file": str(given.out), "joined": merged.joined, "doubles": [_shape(each) for each in left]})
    else:
        print(around.say("{path}: {what}", path=given.out, what=edit_text(merged.edit, around.say)))
        print(*_lines(left, studies, around.say), sep="\n", end="\n" if left else "")
    return 0


def _read(path: Path, around: Surroundings) -> Opened | Imported:
    """A study of ours, or one in another format."""
    if path.suffix.lower() == SUFFIX:
        return opened_file(path, around)
    return formats.read_file(path, around.say.language)


def _is_same(double: Double, least: int | None) -> bool:
    """Beyond doubt; or as alike as was asked for."""
    return double.sure or (least is not None and double.alike >= least)


def _lines(left: Sequence[Double], studies: dict[int, Document], say: Words) -> Iterator[str]:
    if left:
        yield say("Perhaps the same, both are kept (--same PERCENT joins them):")
    for double in left:
        one, other = (studies[ref.file].tables[double.kind][ref.id] for ref in (double.left, double.right))
        yield f"  {double.alike:3} %  {name_of(one, say)}  |  {name_of(other, say)}  ({why_text(double, say)})"


def _shape(double: Double) -> dict[str, Any]:
    return {
        "kind": double.kind, "alike": double.alike, "why": list(double.why),
        "left": {"file": double.left.file, "id": double.left.id},
        "right": {"file": double.right.file, "id": double.right.id},
    }  # fmt: skip
