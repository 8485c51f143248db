"""What the user wants of the studies that come in: what is left out, what is the same, what goes into what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from app.merging.origins import origins
from journeys import text
from journeys.edits.merge import HERE, Part, Ref, groups_names, merge_files
from journeys.edits.merge.units import journey_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.merging.reading import Gathered
    from journeys.analysis.doubles import Double
    from journeys.edits.merge import Merged
    from journeys.model.fields import Kind

Pair = tuple["Kind", Ref, Ref]
NAME_MAX = 60
"""Letters in the name of a group: it stands behind the titles of its journeys."""


class Counts(NamedTuple):
    """What comes in, as far as it is ticked."""

    files: int
    personas: int
    journeys: int
    steps: int


class Wish:
    """Begins with everything ticked but what is here already; a double nobody decided about stays two."""

    def __init__(self, found: Gathered) -> None:
        self.off: set[Ref] = set()
        self.files_off: set[int] = set()
        self.into: dict[Ref, Ref] = {}
        self.decided: dict[Pair, bool] = {}
        self.names: dict[int, str] = {}
        self.origins: dict[Ref, Ref] = {}
        self.found = found
        self.all_doubles = found.doubles
        self._begin(0)

    def take(self, found: Gathered) -> None:
        """These files from now on; what was chosen stays."""
        known, gathered = len(self.found.files), self.gathered()
        self.found = found
        self._begin(known)
        for number, name in self.names.items():
            self._label(number, name)
        if gathered:
            self.gather(on=True)

    def _begin(self, known: int) -> None:
        """What is here already is left out, from this file on."""
        found = self.found
        for number, file in enumerate(found.files):
            if number >= known and (file.document is None or file.like is not None):
                self.files_off.add(number)
        self.off |= {ref for ref in found.twins if ref.file >= known}
        self.origins = origins(found.here, found.documents)
        self.look_again()

    def look_again(self) -> None:
        """Steps are doubles only where journeys become one."""
        from journeys.analysis.doubles import doubles

        found, sent = self.found, self._coming(self.into)
        self.all_doubles = doubles(found.here, found.documents, sent) if sent else found.doubles

    # Groups

    def call(self, file: int, name: str) -> None:
        """Give a group its name; without one it is called after its file again."""
        name = text.title(name)[:NAME_MAX].strip()
        self.names.pop(file, None)
        if name:
            self.names[file] = name
        stems = [each.path.stem for each in self.found.files]
        self._label(file, name or groups_names(stems, self.found.here.study.title)[file])

    def _label(self, file: int, name: str) -> None:
        files = list(self.found.files)
        files[file] = replace(files[file], label=name)
        self.found = replace(self.found, files=tuple(files))

    # Ticks

    def comes(self, ref: Ref) -> bool:
        """Whether this persona or journey is ticked, and all that it is in."""
        if ref.file in self.files_off or ref in self.off:
            return False
        journey = self.found.document(ref.file).journeys.get(ref.id)
        if journey is None:
            return True
        if Ref(ref.file, journey.persona) in self.off:
            return False
        if journey.parent_step is None:
            return True
        above = self.found.document(ref.file).steps[journey.parent_step].journey
        return above == ref.id or self.comes(Ref(ref.file, above))

    def tick(self, ref: Ref, *, on: bool) -> None:
        """A persona or journey in or out."""
        (self.off.discard if on else self.off.add)(ref)
        self.look_again()

    def tick_file(self, file: int, *, on: bool) -> None:
        (self.files_off.discard if on else self.files_off.add)(file)
        self.look_again()

    # Doubles

    def doubles(self) -> list[Double]:
        """Those of which both sides come in."""
        return [each for each in self.all_doubles if self._there(each.left) and self._there(each.right)]

    def _there(self, ref: Ref) -> bool:
        if ref.file == HERE:
            return True
        if ref.file in self.files_off or ref in self.off:
            return False
        document = self.found.document(ref.file)
        for kind in ("step", "note"):
            entity = document.tables[kind].get(ref.id)
            if entity is not None:
                home = journey_of(document, entity)
                persona = getattr(entity, "persona", None)
                owner = home or persona
                return owner is None or self.comes(Ref(ref.file, owner))
        return True

    def judged(self, double: Double) -> bool | None:
        """Whether they are the same; None as long as nobody said so and it is not sure."""
        return self.decided.get(key_of(double), True if double.sure else None)

    def decide(self, double: Double, same: bool | None) -> None:
        if same is None:
            self.decided.pop(key_of(double), None)
        else:
            self.decided[key_of(double)] = same

    def undecided(self) -> int:
        return sum(self.judged(double) is None for double in self.doubles())

    def same(self) -> list[tuple[Ref, Ref]]:
        return [(double.left, double.right) for double in self.doubles() if self.judged(double)]

    # Outcome

    def gather(self, *, on: bool) -> None:
        """Let every journey that began as a copy go into what it began from, or all be journeys of their own again."""
        self.into = dict(self.origins) if on else {}
        self.look_again()

    def gathered(self) -> bool | None:
        """Whether all that began as copies go into what they began from; None where some do."""
        if not self.into:
            return False
        return True if self._coming(self.into) == self._coming(self.origins) else None

    def _coming(self, sent: Mapping[Ref, Ref]) -> dict[Ref, Ref]:
        return {ref: goal for ref, goal in sent.items() if self.comes(ref)}

    def send(self, journey: Ref, goal: Ref | None) -> None:
        """Let the steps of this journey go into another one, or be a journey of its own again."""
        if goal is None:
            self.into.pop(journey, None)
        else:
            self.into[journey] = goal
        self.look_again()

    def goals(self, journey: Ref) -> list[Ref]:
        """The journeys into which this one may go: here, or in an earlier file, those of the same persona first."""
        document = self.found.document(journey.file)
        persona = Ref(journey.file, document.journeys[journey.id].persona)
        variant = document.journeys[journey.id].variant
        people = self._same_as(persona)
        offered: list[tuple[bool, bool, Ref]] = []
        for file in (HERE, *range(journey.file)):
            for other in self.found.document(file).journeys.values():
                ref = Ref(file, other.id)
                if other.parent_step is None and (file == HERE or (self.comes(ref) and ref not in self.into)):
                    own = Ref(file, other.persona) in people and other.variant == variant
                    if own or file == HERE:
                        offered.append((not own, other.variant != variant, ref))
        return [ref for *_, ref in sorted(offered, key=lambda found: found[:2])]

    def _same_as(self, persona: Ref) -> set[Ref]:
        found = {persona}
        for _ in self.found.files:
            for double in self.all_doubles:
                if double.kind == "persona" and self.judged(double) and {double.left, double.right} & found:
                    found |= {double.left, double.right}
        return found

    def parts(self) -> list[Part]:
        """By the number of their file."""
        from app.merging.reading import blank

        made = []
        for number, (file, document) in enumerate(zip(self.found.files, self.found.documents, strict=True)):
            if number in self.files_off:
                made.append(Part(blank(self.found.here)))
            else:
                made.append(Part(document, file.label, frozenset(ref.id for ref in self.off if ref.file == number)))
        return made

    def merged(self) -> Merged:
        """All of it as one edit. Raises EditError."""
        return merge_files(self.found.here, self.parts(), self.same(), self._coming(self.into))

    def counts(self) -> Counts:
        """What would come in; a persona that is the same as another is not counted again."""
        joined = {right for left, right in self.same()}
        files, personas, journeys, steps = set[int](), 0, 0, 0
        for number, document in enumerate(self.found.documents):
            if number in self.files_off:
                continue
            files.add(number)
            personas += sum(
                self.comes(ref) and ref not in joined for ref in (Ref(number, p) for p in document.personas)
            )
            for id_ in document.journeys:
                ref = Ref(number, id_)
                if self.comes(ref):
                    journeys += ref not in self.into
                    steps += self.found.pictures[ref].steps
        return Counts(len(files), personas, journeys, steps - sum(d.kind == "step" for d in self._same_doubles()))

    def _same_doubles(self) -> list[Double]:
        return [double for double in self.doubles() if self.judged(double)]


def key_of(double: Double) -> Pair:
    """By what a decision is remembered."""
    return double.kind, double.left, double.right
