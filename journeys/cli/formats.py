"""`levensreis formats`: what can be read and written, and what of a study each format keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeys.cli.surroundings import print_json
from journeys.exchange.aspects import ASPECTS
from journeys.exchange.formats import FORMATS

if TYPE_CHECKING:
    from argparse import Namespace

    from journeys.cli.surroundings import Surroundings
    from journeys.exchange.formats import Format
    from journeys.i18n import Words


def formats(given: Namespace, around: Surroundings) -> int:
    """List the formats."""
    if given.json:
        print_json([_shape(one) for one in FORMATS])
    else:
        width = max(len(one.code) for one in FORMATS) + 2
        print("\n".join(_line(one, width, around.say) for one in FORMATS))
    return 0


def _line(one: Format, width: int, say: Words) -> str:
    ways = {(True, True): say("in, out"), (True, False): say("in"), (False, True): say("out")}
    way = ways[one.reads, one.write is not None]
    endings = " ".join((*one.suffixes, *(f"({ending})" for ending in one.read_too)))
    return f"{one.code:{width}}{way:10}{endings:24}{say(one.title)}. {say(one.about)}"


def _shape(one: Format) -> dict[str, Any]:
    return {
        "code": one.code, "suffixes": list(one.suffixes), "reads_too": list(one.read_too),
        "reads": one.reads, "writes": one.write is not None,
        "one_journey_per_file": one.a_file_each,
        "keeps": [code for code in ASPECTS if code in one.keeps],
        "loses": [code for code in ASPECTS if code not in one.keeps],
    }  # fmt: skip
