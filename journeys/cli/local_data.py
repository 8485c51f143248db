"""`local-data`: what the program keeps on this computer beside the user's own files, and erasing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import portable
from journeys.cli.parsing import RECENT
from journeys.cli.surroundings import complain, print_json
from journeys.errors import UsageError
from journeys.phrases import local_data as told
from journeys.store import local_data as kept_here
from journeys.store import locations, retention

if TYPE_CHECKING:
    from argparse import Namespace

    from journeys.cli.surroundings import Surroundings


def local_data(given: Namespace, around: Surroundings) -> int:
    """List it; with `--keep` and `--erase` do that first. 1 when something could not be erased."""
    say = around.say
    if given.keep is not None and retention.fixed():
        raise UsageError("usage.fixed", what="days", found=retention.days())
    if given.keep is not None:
        retention.keep_for(given.keep)
        kept_here.expire()
    erased = {*kept_here.CODES, RECENT} if "all" in given.erase else set(given.erase)
    if RECENT in erased and around.forget is not None:
        around.forget()
    left = kept_here.erase(erased)
    for path in left:
        complain(say("{path} could not be erased.", path=path))
    found = kept_here.kept()
    if given.json:
        print_json([
            {"code": one.code, "count": one.count, "bytes": one.size, "paths": [str(path) for path in one.paths]}
            for one in found
        ])  # fmt: skip
        return int(bool(left))
    print(locations.data_folder())
    for one in found:
        print(f"{one.code:10} {told.name(one, say)}: {told.amount(one, say)}")
        print(f"{'':10} {told.what(one, say)}")
    if portable.folder() is not None:
        print(say("Portable: everything lies in {folder}.", folder=portable.folder()))
    print(say("Earlier versions are kept for {time}.", time=told.keeping_text(retention.days(), say)))
    return int(bool(left))
