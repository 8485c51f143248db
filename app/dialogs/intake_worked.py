"""What an intake of tables would make, and what becomes of each row of the shown one; runs in a worker as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys.edits import intake
from journeys.exchange import tables
from journeys.exchange.fates import LEFT_OUT, fates

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.dialogs.intake_sheets import Sheets
    from journeys.edits.incoming import Goal, Incoming
    from journeys.edits.intake import Taken
    from journeys.model.document import Document

HERE: Final = "intake.here_already"


@dataclass(frozen=True, slots=True)
class Worked:
    """What comes in, its edit, and by row of the shown sheet what becomes of it."""

    coming: Incoming
    taken: Taken
    fates: dict[int, str]

    @property
    def here(self) -> bool:
        """Whether some of it is in the study already."""
        return any(remark.code == HERE for remark in self.taken.remarks)


def working(sheets: Sheets, document: Document, goal: Goal, name: str, *, each: bool) -> Callable[[], Worked]:
    """The work, holding all it needs: what is chosen meanwhile does not reach it. `name`: of the file, if any."""
    within, grids = sheets.coming(each=each), list(sheets.grids)
    grid, mapping, shown = sheets.grid, sheets.mapping, sheets.within
    document = document.snapshot()
    code = "study.import" if name else "step.intake"

    def work() -> Worked:
        coming = tables.incoming(within, document.study.day0_date, grids)
        taken = intake.taken(document, coming, goal, code=code, title=name)
        alone = coming if len(within) == 1 else None
        found = fates(grid, mapping, document, alone, taken.same) if shown else {}
        if alone is not None:
            here = next((remark.rows for remark in taken.remarks if remark.code == HERE), ())
            found |= dict.fromkeys(set(here) & set(found), LEFT_OUT)
        return Worked(coming, taken, found)

    return work
