"""What is selected, where the keyboard's cursor stands and what the pointer is over: ids and targets, never items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.canvas import accessible, columns, names, scale, travel, writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.canvas.hits import Hits
    from app.canvas.travel import Heading
    from app.canvas.view import MapView
    from journeys.layout.drawing import Rect, Target

SELECTABLE = ("step", "phase", "note", "link")


class Picked:
    """The selection, in the order in which it was made, and the cursor of one map."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.ids: tuple[str, ...] = ()
        self.cursor: Target | None = None
        self.hover: Target | None = None
        self._column: Rect | None = None
        self._left: Target | None = None
        self._walked = ""

    def choose(self, ids: Iterable[str]) -> None:
        """Select these and nothing else."""
        chosen = tuple(dict.fromkeys(ids))
        if chosen != self.ids:
            self.ids = chosen
            self._view.viewport().update()
            self._view.selection_changed.emit()

    def toggle(self, id_: str) -> None:
        """Add to the selection, or take out of it."""
        without = [other for other in self.ids if other != id_]
        self.choose(without if id_ in self.ids else (*self.ids, id_))

    def extend(self, id_: str) -> None:
        """Shift and a click: all steps from the one last chosen to this one; anything else is added."""
        ordered = [step.id for step in names.reading_order(self._view.document, self._view.journey)]
        start = self.step() or next((held for held in reversed(self.ids) if held in ordered), None)
        if start is None or start not in ordered or id_ not in ordered:
            self.choose((*self.ids, id_))
            return
        first, last = ordered.index(start), ordered.index(id_)
        span = ordered[first : last + 1] if first <= last else ordered[last : first + 1][::-1]
        kept = [held for held in self.ids if held not in ordered or held in span]
        self.choose((*kept, *span))

    def forget(self) -> None:
        """Another journey: nothing is selected, the cursor stands nowhere."""
        self.cursor = self.hover = self._left = None
        self.choose(())

    def follow(self) -> None:
        """The map was laid out anew: keep what is still there, and stand where one stood."""
        self.hover = None
        self.cursor = None if self.cursor is None else again(self._view.hits, self.cursor)
        tables = self._view.document.tables
        self.choose(id_ for id_ in self.ids if any(id_ in tables[kind] for kind in SELECTABLE))  # type: ignore[index]  # kinds by name

    def stand_on(self, target: Target | None, *, bring: bool = True) -> None:
        """Put the keyboard's cursor there."""
        if target is not None and target.part not in travel.STOPS:
            target = self._view.hits.main(target.id) if target.id else None
        if target is not None and target.part == "cell":
            middle = self._column if self._column is not None else target.rect
            hits = self._view.hits
            target = hits.free(columns.narrowed(hits, target, (middle.x + middle.w / 2) * scale.PX))
        old, self.cursor = self.cursor, target
        self._left = old or self._left if target is None else None
        for each in (old, target):
            if each is not None:
                self._view.repaint_area(scale.rect(each.rect))
        if target is not None and bring:
            self._view.bring(scale.rect(target.rect))

    def point_at(self, target: Target | None) -> None:
        """The pointer is over this, or over nothing."""
        if target == self.hover:
            return
        old, self.hover = self.hover, target
        for each in (old, target):
            if each is not None:
                self._view.repaint_area(scale.rect(each.rect))

    def travel(self, heading: Heading, *, extend: bool = False) -> None:
        """Go to the next place in that direction, and say what it is; with `extend`, the selection grows by it."""
        hits, lanes = self._view.hits, writing.lanes(self._view.document)
        if self.cursor is None and not extend and self.leave_line(heading):
            return
        if self.cursor is None:
            left = None if self._left is None else again(hits, self._left)
            found = travel.first(hits, lanes) if left is None else left  # after Escape one goes on where one was
        else:
            found = travel.onward(hits, self._in_column(self.cursor, heading), heading, lanes)
        if found is not None:
            kept = self.ids if extend else ()
            self.choose((*kept, found.id) if found.part != "cell" else kept)
            self.stand_on(found)
            self.say()

    def _in_column(self, here: Target, heading: Heading) -> Target:
        """Up and down one stays in the column where one set out, also over a wide phase."""
        if heading in ("left", "right") or self._column is None:
            self._column = here.rect
        middle = self._column.x + self._column.w / 2
        if heading in ("left", "right") or not here.rect.x <= middle <= here.rect.x + here.rect.w:
            self._column = here.rect
            return here
        return here._replace(rect=here.rect._replace(x=self._column.x, w=self._column.w))

    def line(self) -> str | None:
        """The connection that is the only thing selected."""
        one = self.ids[0] if len(self.ids) == 1 else ""
        return one if one in self._view.document.links else None

    def walk_lines(self, *, back: bool = False) -> bool:
        """From a step to the first of its connections, and on to the next one; False where there is none."""
        line, document = self.line(), self._view.document
        here = self._walked if line is not None and self._walked in document.steps else self.step()
        if here is None and line is not None:
            here = document.links[line].source
        if here is None:
            return False
        lines = names.lines_of(document, here)
        if not lines:
            return False
        at = lines.index(line) + (-1 if back else 1) if line in lines else 0
        self._walked = here
        self.choose_line(lines[at % len(lines)])
        return True

    def choose_line(self, line: str) -> None:
        """Select a connection; the cursor stands on no card meanwhile."""
        self.choose((line,))
        self.stand_on(None)
        area = self._view.area_of((line,))
        if not area.isEmpty():
            self._view.bring(area)
        self.say()

    def leave_line(self, heading: Heading) -> bool:
        """From a connection to the step that it comes from or leads to, or to another of the same step."""
        line = self.line()
        if line is None:
            return False
        if heading in ("up", "down"):
            return self.walk_lines(back=heading == "up")
        link = self._view.document.links[line]
        self._view.reveal(link.target if heading == "right" else link.source)
        self.say()
        return True

    def say(self) -> None:
        """Tell the screen reader where the cursor stands, or which connection is selected."""
        view, line = self._view, self.line()
        if self.cursor is None and line is not None:
            view.announced.emit(names.link_name(view.document, view.document.links[line], view.say))
        if self.cursor is not None:
            marked = view.marked(self.cursor.id)
            view.announced.emit(names.target_name(view.document, self.cursor, view.journey, view.say, marked))
            accessible.focused(view, self.cursor.id)

    def step(self) -> str | None:
        """The step that the cursor stands on, or the only one that is selected."""
        steps = self._view.document.steps
        if self.cursor is not None:
            return self.cursor.id if self.cursor.id in steps else None
        chosen = [id_ for id_ in self.ids if id_ in steps]
        return chosen[0] if len(chosen) == 1 else None

    def steps(self) -> tuple[str, ...]:
        """The selected steps, or the one under the cursor."""
        here = self.step()
        chosen = tuple(id_ for id_ in self.ids if id_ in self._view.document.steps)
        return chosen if here is None or here in chosen else (here,)

    def notes(self) -> tuple[str, ...]:
        """The selected notes, or the one under the cursor."""
        notes = self._view.document.notes
        chosen = tuple(id_ for id_ in self.ids if id_ in notes)
        here = self.cursor.id if self.cursor is not None and self.cursor.id in notes else None
        return chosen if here is None or here in chosen else (here,)

    def on_empty_place(self) -> bool:
        """Whether typing would begin something new here."""
        if self.cursor is None:
            return not names.reading_order(self._view.document, self._view.journey)
        return self.cursor.part == "cell"


def again(hits: Hits, old: Target) -> Target | None:
    """The same target in a new drawing: about the same entity, else at the same place."""
    if old.part != "cell":
        same = next((target for target in hits.of(old.id) if target.part == old.part), None)
        if same is not None:
            return same
    if old.kind == "lane":
        cells = [target for target in hits.of(old.id) if target.part == "cell"]
        exact = (cell for cell in cells if cell.place == old.place)
        found = next(exact, None) or next((cell for cell in cells if _same_room(cell, old)), None)
        return None if found is None else hits.free(columns.narrowed(hits, found, _middle(old)))
    found = None if old.place is None else hits.place(old.place)
    return None if found is None else hits.free(found)


def _same_room(cell: Target, old: Target) -> bool:
    """Whether a lane's empty place is the one in which one stood, or holds it."""
    if cell.place is None or old.place is None or cell.place[1] != old.place[1]:
        return False
    right, was = cell.rect.x + cell.rect.w, old.rect.x + old.rect.w
    return cell.place == old.place or (cell.rect.x <= old.rect.x and was <= right)


def _middle(target: Target) -> float:
    return (target.rect.x + target.rect.w / 2) * scale.PX
