"""The lists of the table view: of what, with which columns, in what order, and what can be done with a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from app.panels import labels
from app.table import list_columns, step_columns
from app.table.cells import Column, Sight
from journeys.edits import entities, journeys, links, moments, notes, parties, personas, phases
from journeys.i18n import N_
from journeys.model.order import by_order
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.edits.edit import Edit
    from journeys.model.document import Document
    from journeys.model.fields import Kind


@dataclass(frozen=True, slots=True)
class Listing:
    """One tab: everything of a kind as rows. `of_journey` says what belongs to a journey; None where nothing does."""

    code: str
    kind: Kind
    title: str
    columns: Callable[[], tuple[Column, ...]]
    order: Callable[[Document, Any], Any]
    add: Callable[[Sight, str | None, str | None], Edit] | None = None
    """Makes one, for the journey that is shown, behind the entity with this id."""
    delete: Callable[[Document, Sequence[str]], Edit] | None = None
    shift: Callable[[Document, Sequence[str], int], Edit] | None = None
    of_journey: Callable[[Document, Any, str], bool] | None = None
    usual: bool = True
    """Whether its tab is there at first."""


def _each(verb: Callable[[Document, str], Edit], kind: str) -> Callable[[Document, Sequence[str]], Edit]:
    """A verb for one thing, for several at once."""
    from journeys.edits import rows

    def delete(document: Document, ids: Sequence[str]) -> Edit:
        if len(ids) == 1:
            return verb(document, ids[0])
        return rows.together(document, f"{kind}.delete", [list_columns.on(verb, i) for i in ids], n=len(ids))

    return delete


def _all(kind: Kind) -> Callable[[Document, Sequence[str]], Edit]:
    return lambda document, ids: entities.delete(document, kind, ids)


def _shift(kind: Kind) -> Callable[[Document, Sequence[str], int], Edit]:
    """Among what has an order: one place up or down."""

    def shift(document: Document, ids: Sequence[str], by: int) -> Edit:
        ordered = sorted(document.tables[kind].values(), key=by_order)
        wanted = [held.id for held in ordered]
        for id_ in ids if by < 0 else reversed(ids):
            at = wanted.index(id_)
            goal = at + by
            if 0 <= goal < len(wanted) and wanted[goal] not in ids:
                wanted[at], wanted[goal] = wanted[goal], wanted[at]
        return entities.reorder(document, kind, wanted)

    return shift


def _add_note(sight: Sight, journey: str | None, before: str | None) -> Edit:
    """Of the kind and at the place of the note before it; else a need that hangs nowhere yet."""
    del journey
    held = sight.document.notes.get(before or "")
    if held is None:
        return notes.add(sight.document, "need", "")
    return notes.add(sight.document, held.kind, "", notes.anchor_of(held))


def _add_journey(sight: Sight, journey: str | None, before: str | None) -> Edit:
    del before
    document = sight.document
    shown = document.journeys.get(journey or "")
    persona = shown.persona if shown else next(iter(document.personas), "")
    return journeys.add(document, persona, shown.title if shown else document.study.title)


def _add_named(cls: str, name: str) -> Callable[[Sight, str | None, str | None], Edit]:
    def add(sight: Sight, journey: str | None, before: str | None) -> Edit:
        del journey, before
        title = sight.say(name)
        match cls:
            case "phase":
                return phases.add(sight.document, title)
            case "persona":
                return personas.add(sight.document, title)
            case "party":
                return parties.add(sight.document, title)
            case "moment":
                return moments.add(sight.document, title, 0)
        return _other(sight.document, cls, title)

    return add


def _other(document: Document, cls: str, title: str) -> Edit:
    from journeys.edits import channels
    from journeys.edits.edit import new_id
    from journeys.model.entities import Fact, Source

    if cls == "channel":
        return channels.add(document, title)
    made = Fact(new_id(), title) if cls == "fact" else Source(new_id(), title=title)
    return entities.add(document, made)


def _by(*names: str) -> Callable[[Document, Any], Any]:
    return lambda _, held: tuple(_plain(getattr(held, name)) for name in names)


def _plain(value: Any) -> Any:
    return folded(value) if isinstance(value, str) else value


def _note_order(document: Document, note: Any) -> Any:
    kinds = tuple(labels.NOTE_KINDS)
    step = document.steps.get(note.step or "")
    phase = document.phases.get(step.phase if step else note.phase or "")
    place = (step.column, step.track) if step else (-1, 0)
    return (phase.start_day if phase else 99_999, place, kinds.index(note.kind), note.order)


def _link_order(document: Document, link: Any) -> Any:
    source = document.steps[link.source]
    return (document.phases[source.phase].start_day, source.column, source.track)


LISTS: Final = (
    Listing("phases", "phase", N_("Phases"), list_columns.phase_columns, _by("start_day"),
            _add_named("phase", N_("New phase")), _each(phases.delete, "phase")),
    Listing("notes", "note", N_("Notes"), list_columns.note_columns, _note_order, _add_note, notes.delete,
            of_journey=list_columns.note_journey),
    Listing("personas", "persona", N_("Personas"), list_columns.persona_columns, _by("order"),
            _add_named("persona", N_("New persona")), _each(personas.delete, "persona"), _shift("persona")),
    Listing("journeys", "journey", N_("Journeys"), list_columns.journey_columns, _by("order"), _add_journey,
            _each(journeys.delete, "journey"), _shift("journey")),
    Listing("parties", "party", N_("Parties"), list_columns.party_columns, _by("name"),
            _add_named("party", N_("New party")), _each(parties.delete, "party")),
    Listing("channels", "channel", N_("Channels"), list_columns.channel_columns, _by("order"),
            _add_named("channel", N_("New channel")), _all("channel"), _shift("channel"), usual=False),
    Listing("links", "link", N_("Connections"), list_columns.link_columns, _link_order, None, links.disconnect,
            of_journey=lambda document, link, journey: document.steps[link.source].journey == journey, usual=False),
    Listing("moments", "moment", N_("Moments"), list_columns.moment_columns, _by("day"),
            _add_named("moment", N_("New moment")), _each(moments.delete, "moment"), usual=False),
    Listing("facts", "fact", N_("Facts"), list_columns.fact_columns, _by("text"), _add_named("fact", N_("New fact")),
            _all("fact"), usual=False),
    Listing("sources", "source", N_("Sources"), list_columns.source_columns, _by("title"),
            _add_named("source", N_("New source")), _all("source"), usual=False),
)  # fmt: skip
"""Every list but that of the steps."""


def steps_listing() -> Listing:
    """The list of steps; its rows stand in reading order under their phases."""
    from journeys.edits import steps

    return Listing(
        "steps", "step", N_("Steps"), step_columns.columns, _by("column"), None, steps.delete,
        of_journey=lambda _, step, journey: step.journey == journey,
    )  # fmt: skip
