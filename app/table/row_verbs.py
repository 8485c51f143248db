"""What can be done with rows: make one, delete, duplicate, move; each is one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.attempts import tried
from app.canvas import wishes
from app.table import fields
from app.table.cells import write
from app.table.entries import phase_of
from app.table.model import NEW
from journeys.edits import rows, steps
from journeys.edits.edit import Edit
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.table.editors import Editor
    from app.table.sheet import Sheet
    from journeys.model.document import Document
    from journeys.model.entities import Step


def new(sheet: Sheet) -> None:
    """A row behind the current one that waits for its name."""
    model = sheet.cells
    if model.listing.kind != "step" and model.listing.add is None:
        sheet.hinted.emit(sheet.context.say("Write in the list of steps, under “Leads to”, where a step leads."), False)
        return
    if model.listing.kind == "step" and not sheet.context.document.journeys:
        sheet.hinted.emit(sheet.context.say("Add a persona with a journey first."), False)
        return
    if sheet.editing is not None:
        sheet.flush()
        if sheet.editing is not None:
            return
    index = model.begin_new(_after(sheet))
    sheet.setCurrentIndex(index)
    sheet.scrollTo(index)
    sheet.edit_current()


def _after(sheet: Sheet) -> str | None:
    index = sheet.currentIndex()
    if index.isValid():
        return sheet.cells.entry(index)
    return sheet.cells.entries[-1] if sheet.cells.entries else None


def ask_again(sheet: Sheet, typed: str) -> None:
    """The row comes back with what was typed, when it could not be kept."""
    new(sheet)
    editor: Editor | None = sheet.editing  # type: ignore[assignment]  # what the delegate made
    if editor is not None:
        editor.start(typed)


def made(sheet: Sheet, name: str) -> Edit:
    """The edit that makes what the waiting row is called."""
    model = sheet.cells
    place = model.place(NEW) or 0
    before = model.entries[place - 1] if place else None
    if model.listing.kind == "step":
        return _made_step(sheet, before, name)
    listing, sight = model.listing, model.sight
    assert listing.add is not None  # a list without it opens no new row
    added = listing.add(sight, sheet.context.journey, before)
    column = model.columns[model.named]
    return wishes.in_turn(
        sight.document, lambda _: added, lambda now: write(column, sight._replace(document=now), added.subjects, name)
    )


def _made_step(sheet: Sheet, before: str | None, name: str) -> Edit:
    from app.table import typed

    document = sheet.context.document
    title = typed.line(name)
    place = phase_of(before or "")
    if before is not None and place is None:
        return steps.add_after(document, before, title)
    if place is None:
        journey = sheet.cells.choice.journey or sheet.context.journey or next(iter(document.journeys))
        place = (journey, phases_in_order(document)[0].id)
    return _first_in(document, *place, title)


def _first_in(document: Document, journey: str, phase: str, title: str) -> Edit:
    """A step at the head of a phase, reached from the last one before it that leads nowhere yet."""
    ordered = [step for step in rows.reading_order(document, journey) if step.stage == "front"]
    start = {held.id: held.start_day for held in document.phases.values()}
    earlier = [step for step in ordered if start[step.phase] < start[phase]]
    place = (journey, phase, "front", 0, 0)
    if earlier and not _leads_on(document, earlier[-1]):
        return wishes.add_connected(document, earlier[-1].id, place, title)
    return steps.add(document, place, title)


def _leads_on(document: Document, step: Step) -> bool:
    return any(link.source == step.id for link in document.referring(step.id, "link"))


def delete(sheet: Sheet) -> None:
    """Delete the rows in which something is selected; the flow heals."""
    model = sheet.cells
    chosen = sheet.chosen_entries()
    ids = [entry for entry in chosen if phase_of(entry) is None and entry != NEW]
    if model.listing.delete is None or not ids:
        return
    verb = model.listing.delete
    place = model.place(chosen[0]) or 0
    field = sheet.currentIndex().row() if model.across else sheet.currentIndex().column()
    if _perform(sheet, lambda: verb(sheet.context.document, ids)):
        _stand(sheet, place, field)


def _stand(sheet: Sheet, place: int, field: int) -> None:
    """After rows are gone the cursor is where they were."""
    model = sheet.cells
    last = min(place, len(model.entries) - 1)
    if last >= 0:
        sheet.setCurrentIndex(model.at(model.entries[last], max(0, field)))


def duplicate(sheet: Sheet) -> None:
    """Copies of the selected steps, with their notes."""
    ids = _steps(sheet)
    if ids and _perform(sheet, lambda: steps.duplicate(sheet.context.document, ids)):
        return


def move(sheet: Sheet, *, down: bool) -> None:
    """Move the selected rows past the next one, over the border of a phase too."""
    model = sheet.cells
    if not model.choice.as_told:
        sheet.hinted.emit(sheet.context.say("Sorted rows cannot be moved: choose the order of the story first."), True)
        return
    ids = [entry for entry in sheet.chosen_entries() if phase_of(entry) is None]
    if not ids:
        return
    document = sheet.context.document
    if model.listing.kind == "step":
        verb: Callable[[], Edit] = lambda: rows.shift(document, ids, "down" if down else "up")  # noqa: E731 - one of two
    elif model.listing.shift is not None:
        shift = model.listing.shift
        verb = lambda: shift(document, ids, 1 if down else -1)  # noqa: E731 - the other
    else:
        sheet.hinted.emit(sheet.context.say("These rows have a fixed order."), False)
        return
    if _perform(sheet, verb):
        sheet.scrollTo(sheet.currentIndex())
        _say_place(sheet, ids[0])


def put_beside(sheet: Sheet, ids: Sequence[str], target: str, *, after: bool) -> bool:
    """Rows were dropped before or after another one, or under a heading."""
    document = sheet.context.document
    place = phase_of(target)
    if place is not None:
        return _perform(sheet, lambda: steps.move(document, ids, (place[0], place[1], "front", 0, 0)))
    return _perform(sheet, lambda: rows.put_beside(document, ids, target, after=after))


def _say_place(sheet: Sheet, step: str) -> None:
    from app.panels.message_bar import announce
    from journeys.phrases.steps import step_line

    document = sheet.context.document
    if step not in document.steps:
        return
    held = document.steps[step]
    total = sum(each.journey == held.journey for each in document.referring(held.journey, "step"))
    phase = fields.name_of(sheet.cells.sight, "phase", held.phase)
    said = step_line(document, held, sheet.cells.number(step), total, sheet.context.say)
    announce(sheet, f"{phase}. {said}")


def _steps(sheet: Sheet) -> list[str]:
    return [entry for entry in sheet.chosen_entries() if entry in sheet.context.document.steps]


def _perform(sheet: Sheet, verb: Callable[[], Edit]) -> bool:
    edit, wrong = tried(sheet.context, verb)
    if edit is None:
        sheet.hinted.emit(wrong, True)
        return False
    return sheet.context.perform(edit)
