"""`licences`: whose work the program is made of, and the whole text of a licence."""

from __future__ import annotations

from argparse import Namespace

from journeys import licences, text
from journeys.cli.surroundings import Surroundings
from journeys.errors import UsageError


def show(given: Namespace, _around: Surroundings) -> int:
    """Every part in a line; of one part that is named, the texts."""
    found = licences.parts()
    if not given.part:
        wide = max(len(f"{part.name} {part.version}") for part in found)
        for part in found:
            print(f"{f'{part.name} {part.version}':{wide}}  {part.licence}")
        return 0
    wanted = [part for part in found if text.folded(part.name) == text.folded(given.part)]
    if not wanted:
        raise UsageError("usage.choice", what="PART", found=given.part, command="levensreis licences")
    for one in wanted[0].texts:
        print(f"{wanted[0].name} {wanted[0].version}: {one.title}\n\n{one.body}")
    return 0
