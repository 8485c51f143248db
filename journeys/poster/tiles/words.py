"""What the assembly sheet says: how large, how many sheets, and what to do in a few short steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeys.poster.tiles.plan import row_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words
    from journeys.poster.sheet import Sheet
    from journeys.poster.tiles.plan import Plan


class Step(NamedTuple):
    """What to do, in two words and in a sentence or two."""

    title: str
    words: str


def facts(plan: Plan, say: Words) -> str:
    """How many sheets, and how large the poster becomes."""
    wide, high = (f"{side:g}" for side in plan.poster)
    found = [
        say.many("{n} sheet of {paper}", "{n} sheets of {paper}", len(plan.printed), paper=plan.name),
        say("finished size {width} × {height} mm", width=wide, height=high),
    ]
    if plan.overlap:
        found.append(say("{n} mm overlap", n=f"{plan.overlap:g}"))
    return " · ".join(found)


def steps(plan: Plan, say: Words) -> list[Step]:
    """From the printer to the wall."""
    found = [Step(say("Lay the sheets out"), _lay_out(plan, say))]
    if plan.overlap:
        found += _glue(plan, say)
    else:
        found += _tape(plan, say)
    return found


def _lay_out(plan: Plan, say: Words) -> str:
    first, last = plan.printed[0].label, plan.printed[-1].label
    return say("Lay the sheets on the floor as on the map, from {first} to {last}.", first=first, last=last)


def _glue(plan: Plan, say: Words) -> Iterator[Step]:
    last = say("Then cut off the outer edges.")
    yield Step(
        say("Cut the edges"),
        say("Cut the white edge off the left and the top of every sheet, along the marks. Keep the striped strips."),
    )
    if plan.columns > 1:
        row = say("Glue each sheet onto the striped strip of the sheet to its left, up to the dashed line.")
        yield Step(say("Glue the rows"), row if plan.rows > 1 else f"{row} {last}")
    if plan.rows > 1:
        under = say("Glue each row onto the striped strip of the row above it.")
        yield Step(say("Join the rows"), f"{under} {last}")


def _tape(plan: Plan, say: Words) -> Iterator[Step]:
    yield Step(say("Cut the edges"), say("Cut the white edges off every sheet, along the marks."))
    yield Step(say("Tape the sheets"), say("Turn the sheets over and tape them together at the back, edge to edge."))
    if plan.rows > 1 and plan.columns > 1:
        yield Step(say("Join the rows"), say("First tape each row, then the rows to each other."))


def notes(plan: Plan, say: Words) -> list[str]:
    """What to know besides: seams through words, sheets that are not printed."""
    found = [
        say.many("{n} text runs across a seam.", "{n} texts run across a seam.", plan.cut)
        if plan.cut
        else say("No text runs across a seam.")
    ]
    gone = [tile.label for tile in plan.tiles if tile.empty]
    if gone:
        found.append(
            say.many(
                "Not printed, as nothing stands on it: {sheets}. Use a blank sheet there.",
                "Not printed, as nothing stands on them: {sheets}. Use blank sheets there.",
                len(gone),
                sheets=", ".join(gone),
            )
        )
    return found


def told(sheet: Sheet, plan: Plan, say: Words) -> str:
    """The map in words, with what the figures on the poster show."""
    last = row_name(plan.rows - 1)
    grid = say(
        "A small map of the poster “{title}”, cut into {n} sheets: rows A to {last} from top to bottom, "
        "columns 1 to {columns} from left to right.",
        title=sheet.title,
        n=len(plan.tiles),
        last=last,
        columns=plan.columns,
    )
    return " ".join([grid, *sheet.alts.values()])
