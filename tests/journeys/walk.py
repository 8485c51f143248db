"""A long walk through a state machine: its own rules, chosen and thrown from a seed, without a search for the least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.journeys.dice import Dice, throw

if TYPE_CHECKING:
    from tests.journeys.edits.machine import Verbs

LOOK_EVERY = 40
"""Rules between two looks at everything that always holds: a look costs more than a rule."""
TOLD = 30


class Walk:
    """One machine, played from a seed. `steps` counts what was performed, refused, undone, stored or reopened."""

    def __init__(self, machine: type[Verbs], seed: int) -> None:
        self.machine: Any = machine()
        self.dice = Dice(seed)
        self.seed, self.steps, self.rules = seed, 0, 0
        self.told: list[str] = []
        state = machine.setup_state()
        self._rules, self._always = state.rules, [each.function for each in state.invariants]
        (begin,) = state.initializers
        begin.function(self.machine, **self._thrown(begin))

    def play(self, steps: int) -> None:
        """So many steps, everything undone, everything done again; on failure the seed and the last rules are told."""
        try:
            while self.steps < steps:
                self._one()
            self._look()
            self._there_and_back()
        except BaseException:
            print(f"seed {self.seed}, step {self.steps}; the last rules:", *self.told[-TOLD:], sep="\n")
            raise
        finally:
            self.machine.leave()

    def _one(self) -> None:
        rule = self.dice.chance.choice(self._rules)
        if not all(condition(self.machine) for condition in rule.preconditions):
            return
        before = self.machine.performed
        self.told.append(rule.function.__name__)
        rule.function(self.machine, **self._thrown(rule))
        self.rules += 1
        self.steps += max(1, self.machine.performed - before)
        if self.rules % LOOK_EVERY == 0:
            self._look()

    def _thrown(self, rule: Any) -> dict[str, Any]:
        return {name: throw(strategy, self.dice) for name, strategy in rule.arguments.items()}

    def _look(self) -> None:
        for look in self._always:
            look(self.machine)

    def _there_and_back(self) -> None:
        end = self.machine.document.snapshot()
        self.machine.undone.clear()  # what stood undone before is not part of the way back
        self.steps += 2 * len(self.machine.done)
        self.machine.take_all_back()
        self._look()
        self.machine.do_all_again()
        assert self.machine.document == end
        self._look()
