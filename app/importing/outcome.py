"""What an import would make: worked out for a preview, in a worker, into the open study or as a new one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from journeys.edits import intake
from journeys.edits.incoming import Incoming, Remark
from journeys.errors import EditError, ExchangeError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.analysis.gist import Gist
    from journeys.edits.edit import Edit
    from journeys.edits.incoming import Goal
    from journeys.edits.intake import Taken
    from journeys.exchange.coming import Coming
    from journeys.exchange.imported import Imported
    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.model.entities import Note, Step

HERE: Final = "intake.here_already"
COUNTED: Final = ("journey", "phase", "step", "note", "persona", "party", "channel", "source")


@dataclass(frozen=True, slots=True)
class Wish:
    """As the user wants it: as a new study or into this one, all into this journey of it or as the file says."""

    new: bool
    journey: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """A phase with its steps that come in."""

    name: str
    new: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """A journey that is new or gets steps, how it would look, and what in it is new or changed."""

    title: str
    persona: str
    variant: str
    new: bool
    gist: Gist
    notes: int
    phases: tuple[PhaseLine, ...]

    @property
    def steps(self) -> int:
        return sum(len(phase.steps) for phase in self.phases)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The edit of the open study, or a new study; and all that is told of it. `after`: the study with it."""

    after: Document
    taken: Taken | None
    made: Imported | None
    remarks: tuple[Remark, ...]
    counts: Mapping[str, int]
    journeys: tuple[JourneyLine, ...]
    loose: tuple[Note, ...]
    changed: frozenset[str]
    """Ids of steps that are in the study already and would change."""
    here: bool
    """Whether something was left out because the study has it."""


def into_new(coming: Coming, stem: str, language: Language) -> Outcome:
    """A study of its own. Raises ExchangeError."""
    from journeys.exchange.coming import to_study

    made = to_study(coming, stem, language)
    document = made.document
    counts = {kind: len(document.tables[kind]) for kind in COUNTED}
    lines = _lines(document, frozenset(document.steps), frozenset(document.phases), frozenset(document.journeys),
                   frozenset(document.notes))  # fmt: skip
    return Outcome(
        document, None, made, tuple(_remark(notice.code, notice.values) for notice in made.notices), counts,
        lines, _loose(document, frozenset(document.notes)), frozenset(), here=False,
    )  # fmt: skip


def into(coming: Coming, document: Document, goal: Goal, wish: Wish, name: str) -> Outcome:
    """One edit of this study. Raises EditError, also where the study would not take it; and `grid.no_rows`."""
    from journeys.exchange.guessed import guessed
    from journeys.model.integrity import check_changes

    incoming = _aimed(coming.incoming, document, wish.journey) if wish.journey else coming.incoming
    aim = replace(goal, again=wish.again)
    if wish.journey and wish.journey != goal.journey:
        aim = replace(aim, journey=wish.journey, after="", phase="", column=None)
    if not (incoming.steps or incoming.phases or incoming.notes):
        raise ExchangeError("grid.no_rows")
    taken = intake.taken(document, incoming, aim, code="study.import", title=name)
    for problem in check_changes(document, taken.edit.changes):
        raise EditError("edit.refused", problem=problem)
    after = document.snapshot()
    after.write(taken.edit.changes)
    new = {kind: _new(taken.edit, kind) for kind in ("step", "phase", "journey", "note")}
    changed = _changed(taken.edit)
    remarks = (*incoming.remarks, *taken.remarks, *guessed(incoming, taken.edit, after))
    return Outcome(
        after, taken, None, remarks, taken.made,
        _lines(after, new["step"] | changed, new["phase"], new["journey"], new["note"]), _loose(after, new["note"]),
        changed, here=any(remark.code == HERE for remark in remarks),
    )  # fmt: skip


def journeys_in(incoming: Incoming) -> list[str]:
    """The titles of the journeys that a file names; empty where it names none."""
    named = dict.fromkeys((step.persona, step.journey, step.variant) for step in incoming.steps)
    return [title for _, title, _ in named if title] or [each.title for each in incoming.journeys]


def _aimed(incoming: Incoming, document: Document, id_: str) -> Incoming:
    """All of it for this one journey of the study."""
    journey = document.journeys[id_]
    persona = document.personas[journey.persona].name
    return replace(
        incoming,
        steps=tuple(replace(each, journey="", persona="", variant=None) for each in incoming.steps),
        notes=tuple(
            replace(each, journey=journey.title, persona=persona, variant=journey.variant) if each.journey else each
            for each in incoming.notes
        ),
        journeys=(),
    )


def _new(edit: Edit, kind: str) -> frozenset[str]:
    return frozenset(id_ for (of, id_), (before, _) in edit.changes.items() if of == kind and before is None)


def _changed(edit: Edit) -> frozenset[str]:
    """Steps that would say something else, or stand in another phase; making room in a row is no change."""
    found = set()
    for (kind, id_), (before, after) in edit.changes.items():
        if kind == "step" and before is not None and after is not None:
            old: Step = before  # type: ignore[assignment]  # what stands under the kind of steps
            new: Step = after  # type: ignore[assignment]  # idem
            if replace(old, column=new.column, track=new.track) != new:
                found.add(id_)
    return frozenset(found)


def _lines(
    document: Document, steps: frozenset[str], phases: frozenset[str], journeys: frozenset[str], notes: frozenset[str]
) -> tuple[JourneyLine, ...]:
    """Every journey that is new or has one of these steps."""
    from journeys.model.order import by_order

    counted = Counter(
        document.steps[note.step].journey for id_ in notes if (note := document.notes[id_]).step is not None
    )
    touched = {document.steps[id_].journey for id_ in steps} | journeys | set(counted)
    ordered = sorted((document.journeys[id_] for id_ in touched), key=by_order)
    return tuple(
        _line(document, each.id, steps, phases, new=each.id in journeys, notes=counted[each.id]) for each in ordered
    )


def _line(
    document: Document, id_: str, steps: frozenset[str], phases: frozenset[str], *, new: bool, notes: int
) -> JourneyLine:
    from journeys.analysis.gist import gist_of
    from journeys.exchange.outgoing import steps_of

    journey = document.journeys[id_]
    held: dict[str, list[Step]] = {}
    for step in steps_of(document, id_):
        if step.id in steps:
            held.setdefault(step.phase, []).append(step)
    return JourneyLine(
        journey.title, document.personas[journey.persona].name, journey.variant, new, gist_of(document, id_), notes,
        tuple(
            PhaseLine(document.phases[phase].name, phase in phases, tuple(found)) for phase, found in held.items()
        ),
    )  # fmt: skip


def _loose(document: Document, notes: frozenset[str]) -> tuple[Note, ...]:
    from journeys.model.order import by_order

    return tuple(sorted((note for id_ in notes if (note := document.notes[id_]).step is None), key=by_order))


def _remark(code: str, values: Mapping[str, object]) -> Remark:
    rows = values.get("rows", ())
    assert isinstance(rows, tuple)  # as `to_study` put them there
    return Remark(code, {name: value for name, value in values.items() if name != "rows"}, _numbers(rows))


def _numbers(rows: Sequence[object]) -> tuple[int, ...]:
    return tuple(row for row in rows if isinstance(row, int))
