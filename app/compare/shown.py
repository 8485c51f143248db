"""Everything that is shown of one comparison: the board, what its fields say, names, list and summary."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.compare import differences, lines
from journeys.analysis import compare, variants
from journeys.layout.compare import BoardSpec, personas_board, variants_board
from journeys.model.time import phases_in_order
from journeys.phrases import compare as phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from app.compare.differences import Told
    from journeys.i18n import Words
    from journeys.layout.compare import Board, Boards, Field
    from journeys.model.document import Document
    from journeys.model.entities import Variant


class Shown(NamedTuple):
    """What the view shows; `journeys` are those of the rows, None where a row has none."""

    board: Board
    line: Callable[[Field], str]
    rows: Sequence[str]
    columns: Sequence[str]
    told: Sequence[Told]
    summary: str
    journeys: Sequence[str | None] = ()


def of_personas(document: Document, variant: Variant, chosen: Collection[str] | None, say: Words) -> Shown:
    """Personas side by side."""
    found = compare.personas(document, None, variant, chosen)
    return Shown(
        personas_board(document, found, BoardSpec(), say),
        partial(lines.persona_line, compared=found, document=document, say=say),
        [*(phrases.row_name(row, document, found.rows) for row in found.rows), say("Heartbeat")],
        [*(phase.name for phase in phases_in_order(document)), say("Whole journey")],
        list(differences.of_personas(found, document, say)),
        phrases.personas_summary(found, say),
        [row.journey for row in found.rows],
    )


def of_variants(document: Document, pair: tuple[str, str], say: Words, boards: Boards) -> Shown:
    """A desired journey under the current one."""
    found = variants.variants(document, *pair)
    board = variants_board(document, found, BoardSpec(), say, boards)
    return Shown(
        board,
        partial(lines.variant_line, compared=found, document=document, say=say),
        [say("Presence now"), say("Now"), say("What changes"), say("Desired"), say("Presence desired"),
         say("Heartbeat")],
        [document.phases[phase].name if phase else say("Whole journey") for phase in board.headings],
        list(differences.of_variants(found, document, say)),
        f"{phrases.summary(found, say)} {phrases.gaps_sentence(found, say)}",
    )  # fmt: skip
