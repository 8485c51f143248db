"""What all lanes of one map need at hand: the journey, the look, the phases on the map and the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeys.layout import card

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.analysis.lenses.marks import Mark
    from journeys.analysis.presence import Level
    from journeys.analysis.silence import Silence
    from journeys.layout.card import CardPlan
    from journeys.layout.columns import Block, Span
    from journeys.layout.dues import Due
    from journeys.layout.gather import Gathering
    from journeys.layout.memory import Memory
    from journeys.layout.spec import Look
    from journeys.model.document import Document
    from journeys.model.entities import Image, Lane, Note, Step

BlockNotes = tuple[tuple[str, tuple["Note", ...]], ...]


class Sheet(NamedTuple):
    """One journey's map in the making; lengths in ems."""

    document: Document
    look: Look
    gathered: Gathering
    spans: tuple[Span, ...]
    levels: Mapping[str, Level]
    memory: Memory
    lanes: Sequence[Lane]
    dues: Mapping[str, Due]
    """The deadlines that are shown, by the phase in which they end."""
    silence: Silence | None
    """The longest one, when it is shown."""

    @property
    def left(self) -> float:
        return self.look.spec.titles

    @property
    def right(self) -> float:
        last = self.spans[-1] if self.spans else None
        return last.x + last.w if last else self.left + 40 + self.look.spec.widen

    def due(self, span: Span) -> Due | None:
        """What is shown in a phase's head; where it goes on in another band it was shown before."""
        begins = span.stretch.phase.name == self.document.phases[span.phase].name
        return self.dues.get(span.phase) if begins else None

    @property
    def column(self) -> float:
        return self.look.spec.column

    def plan(self, step: Step) -> CardPlan:
        image = self.document.images.get(step.image) if step.image else None
        leads, marks = self.gathered.leads.get(step.id, ()), self.printed_marks(step)
        inputs = (step, image, leads, marks) if image or leads or marks else (step,)
        return self.memory.kept(
            ("card", step.id), inputs, lambda: card.plan(step, self.column, self.look, image, leads, marks)
        )  # fmt: skip

    def printed_marks(self, step: Step) -> tuple[Mark, ...]:
        """The marks that stand in a card of their own: on paper all do; on screen they sit on its edge."""
        spec = self.look.spec
        return self.gathered.marks.get(step.id, ()) if spec.lens and not spec.hints else ()

    def marks(self, block: Block) -> tuple[object, ...]:
        """By what a block's cards are coloured, to tell whether that is still the same; empty without a lens."""
        if not self.look.spec.lens:
            return ()
        known = self.gathered.marks
        held = self.memory.kept(
            ("marks", block.name), (block, self.gathered.marks_turn),
            lambda: tuple(known.get(step.id, ()) for step in block.steps()),
        )  # fmt: skip
        return self.look.spec.lens, held

    def images(self, block: Block) -> tuple[Image, ...]:
        """The pictures on a block's cards: their words and shapes are no part of the steps."""
        held = self.document.images
        return tuple(held[s.image] for s in block.steps() if s.image and s.image in held) if held else ()

    def blocks(self) -> Iterator[tuple[Span, Block, float]]:
        """Every block with where it begins, from left to right."""
        for span in self.spans:
            for block, offset in span.blocks:
                yield span, block, span.x + offset

    def notes(self, block: Block) -> BlockNotes:
        """The notes on a block's steps, by step."""
        on_steps = self.gathered.step_notes
        return self.memory.kept(
            ("notes", block.name), (block, self.gathered.notes_turn),
            lambda: tuple((step.id, on_steps[step.id]) for step in block.steps() if step.id in on_steps),
        )  # fmt: skip

    def phase_notes(self, span: Span, block: Block) -> tuple[Note, ...]:
        """The notes on a phase itself; they hang in its first block."""
        return self.gathered.phase_notes.get(span.phase, ()) if block is span.blocks[0][0] else ()
