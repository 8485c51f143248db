"""Lays out one journey again and again, and after an edit makes anew only what changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from journeys.analysis.presence import deliberate_phases, levels_of, scope_of
from journeys.analysis.spots import Spot
from journeys.layout import columns, dues, gather, sections, silentline
from journeys.layout.drawing import Drawing
from journeys.layout.gather import Gathering
from journeys.layout.heads import own_colour
from journeys.layout.memory import Memory, never
from journeys.layout.sheet import Sheet
from journeys.layout.spec import Look
from journeys.model.processes import stepped_into

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.presence import Level
    from journeys.i18n import Words
    from journeys.layout.gather import Stretch
    from journeys.layout.spec import MapSpec
    from journeys.model.changes import Changes
    from journeys.model.document import Document


class Engine:
    """Lays out journeys of one document; what it remembers is used only where its inputs are the very same."""

    def __init__(self, stopped: Callable[[], bool] = never) -> None:
        """`stopped` is asked now and then; when it says so, `lay_out` ends with StoppedError."""
        self._stopped = stopped
        self._look: Look | None = None
        self._memory = Memory(0.0, stopped)
        self._gathering: Gathering | None = None
        self._fresh = False
        self._judged: Mapping[str, Level] | None = None
        self._marks: Marks | None = None

    def follow(self, changes: Changes) -> None:
        """Take in what the document was changed by; then the next layout need not look at every step."""
        if self._gathering is not None:
            self._fresh = self._gathering.follow(changes)

    def mark(self, marks: Marks) -> None:
        """From now on, colour cards by these marks, under the lens that the spec names."""
        self._marks = marks

    def take(self, gathered: Gathering, judged: Mapping[str, Level] | None = None) -> None:
        """Use what was gathered of the very same document; then the next layout need not read the journey either.

        `judged`: the presence by phase, from now on, when it was judged before, over more than was gathered here.
        """
        self._gathering, self._fresh, self._judged = gathered, True, judged

    def adopt(self, document: Document) -> None:
        """What was laid out last was a copy of this document, which has not changed since: follow this one now."""
        if self._gathering is not None:
            self._gathering.document = document

    def lay_out(self, document: Document, spec: MapSpec, say: Words) -> Drawing:
        """The map as a drawing. Without `follow` before it, the whole journey is read again."""
        sheet = self._sheet(document, spec, say)
        layers, width, height = sections.compose(sheet)
        self._memory.forget()
        em = sheet.look.em
        return Drawing(width * em, height * em, tuple(layers), spec.journey, spec.base_pt)

    def height(self, document: Document, spec: MapSpec, say: Words) -> float:
        """How high the map would be, in ems, without drawing it."""
        return sections.height(self._sheet(document, spec, say))

    def _sheet(self, document: Document, spec: MapSpec, say: Words) -> Sheet:
        look = self._look_for(document, spec, say)
        gathered = self._gathered(document, spec.journey)
        levels = self._levels(document, gathered, look)
        if spec.window is not None:
            gathered = gathered.window(*spec.window, lambda name: say("{phase} (continued)", phase=name))
        return Sheet(
            document, look, gathered, columns.spans(gathered.stretches, spec, self._memory),
            levels, self._memory, gather.lanes(document, spec.lanes), dues.dues(document, look, levels),
            silentline.silence_of(document, gathered, look, levels, self._memory),
        )  # fmt: skip

    def _gathered(self, document: Document, journey: str) -> Gathering:
        """The journey, gathered once per change; the mark of freshness is used up."""
        known = self._gathering
        if known is None or not self._fresh or known.document is not document or known.journey != journey:
            self._gathering = known = Gathering(document, journey, known)
        self._fresh = False
        if self._marks is not None:
            known.mark(self._marks)
        return known

    def _look_for(self, document: Document, spec: MapSpec, say: Words) -> Look:
        """What was made for another look is forgotten, unless only the room around the same things is another."""
        scope = scope_of(document, spec.scope)
        own = own_colour(document, scope)
        old, language = self._look, document.study.language
        parties, channels = document.parties, document.channels
        processes = stepped_into(document)
        shared = (say, scope, own, language, parties, channels, processes)
        known = old and (old.say, old.scope, old.own, old.language, old.parties, old.channels, old.processes)
        zero = document.study.day0_date
        if old is not None and known == shared and old.spec == spec:
            # A date of day 0 is told in the heads and on the axis, which look at their words themselves.
            self._look = old if old.zero == zero else replace(old, zero=zero)
            return self._look
        if old is not None and known == shared and _as_roomy(old.spec, spec) == spec:
            self._memory.resize(spec.base_pt)
        else:
            self._memory = Memory(spec.base_pt, self._stopped)
        self._look = made = Look(spec, say, dict(parties), dict(channels), scope, own, language, zero, processes)
        return made

    def _levels(self, document: Document, gathered: Gathering, look: Look) -> dict[str, Level]:
        """The presence in each phase, judged again only where its steps changed; none for a process."""
        if self._judged is not None:
            return dict(self._judged)
        if document.journeys[gathered.journey].parent_step is not None:
            return {}
        deliberate = deliberate_phases(document, look.scope)

        def level(stretch: Stretch) -> Level:
            front = [step for column in stretch.columns for step in column.front]
            back = [step for column in stretch.columns for step in column.back]
            spots = {stretch.phase.id: Spot(front, back)}
            return levels_of(document, gathered.journey, spots, look.scope, deliberate)[stretch.phase.id]

        return {
            stretch.phase.id: self._memory.kept(
                ("level", stretch.phase.id), (stretch, (gathered.journey, stretch.phase.id) in deliberate),
                partial(level, stretch),
            )
            for stretch in gathered.stretches
        }  # fmt: skip


def _as_roomy(spec: MapSpec, other: MapSpec) -> MapSpec:
    """The one with the other's room and lens: all that was broken and measured in ems stays right."""
    return replace(spec, base_pt=other.base_pt, stretch=other.stretch, widen=other.widen, lens=other.lens)
