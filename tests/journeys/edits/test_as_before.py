"""Every verb makes the edits that it made before: the same changes, words and refusals, whatever it is told.

What is kept says of every rule of the machine which edits and refusals come out of it, and a digest of all of them.
Where a verb was changed on purpose: python -m tests.journeys.edits.test_as_before
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from itertools import count
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import pytest

from journeys.errors import EditError
from journeys.model.document import Document
from tests.hostile.everything import everything
from tests.journeys.dice import Dice, throw
from tests.journeys.edits import scenarios
from tests.journeys.edits.machine import Verbs
from tests.journeys.studies import study

KEPT = Path(__file__).with_name("as_before.json")
THROWS = 12
RULES = {rule.function.__name__: rule for rule in Verbs.setup_state().rules}


class Told(Verbs):
    """Writes down what verbs make of a study, and goes on from there."""

    def perform(self, verb, *arguments, **options):
        try:
            edit = verb(self.document, *arguments, **options)
            self.told.append((edit.code, steady((edit.words, edit.subjects, edit.changes))))
            self.session.apply(edit)
        except EditError as error:
            self.told.append((error.code, steady(error.values)))
            return None
        self.done += [edit] if edit else []
        return edit


def steady(value: object) -> str:
    """The value in words that do not hang on the order in which a set or a mapping was made."""
    if isinstance(value, Document):
        return steady(value.tables)
    if is_dataclass(value):
        return f"{type(value).__name__}({', '.join(steady(getattr(value, one.name)) for one in fields(value))})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{steady(key)}: {steady(held)}' for key, held in value.items()))}}}"
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(steady, value)))}}}"
    if isinstance(value, tuple | list):
        return f"({', '.join(map(steady, value))})"
    return repr(value)


def told(name: str) -> dict[str, object]:
    """What came out of a rule: how often which code, and a digest of all its words and values."""
    rule, counted, digest = RULES[name], Counter[str](), hashlib.sha256()
    for seed in range(THROWS):
        machine, numbers = Told(), count(1)
        machine.begin(0, 1)
        machine.told = []
        machine.session = machine.open((everything() if seed % 2 else study(9, 2)).snapshot())
        dice = Dice(seed)
        if not all(condition(machine) for condition in rule.preconditions):
            continue
        thrown = {argument: throw(strategy, dice) for argument, strategy in rule.arguments.items()}
        with patch(
            "journeys.edits.edit.uuid4", lambda numbers=numbers: UUID(int=(0xC << 124) + next(numbers))
        ):  # no ids by chance
            rule.function(machine, **thrown)
        counted.update(code for code, _ in machine.told)
        digest.update(repr(machine.told).encode("utf-8", "surrogatepass"))
    return {"codes": dict(sorted(counted.items())), "digest": digest.hexdigest()[:16]}


def found(name: str, seed: int) -> dict[str, object]:
    """The same of a situation."""
    counted, digest, numbers = Counter[str](), hashlib.sha256(), count(1)
    with patch("journeys.edits.edit.uuid4", lambda: UUID(int=(0xD << 124) + next(numbers))):
        for code, value in scenarios.told(name, seed, lambda: f"{next(numbers):032x}".replace("0", "c", 1)):
            counted[code] += 1
            digest.update(steady(value).encode("utf-8", "surrogatepass"))
    return {"codes": dict(sorted(counted.items())), "digest": digest.hexdigest()[:16]}


def test_what_is_kept_is_of_these_rules():
    assert sorted(json.loads(KEPT.read_text("utf-8"))) == sorted(
        [*RULES, *(f"{name} {seed}" for name in scenarios.SCENARIOS for seed in range(THROWS))]
    )


@pytest.mark.parametrize("name", sorted(RULES))
def test_what_a_verb_makes_is_what_it_made_before(name):
    assert told(name) == json.loads(KEPT.read_text("utf-8"))[name]


@pytest.mark.parametrize("seed", range(THROWS))
@pytest.mark.parametrize("name", scenarios.SCENARIOS)
def test_what_comes_of_a_situation_is_what_came_of_it_before(name, seed):
    assert found(name, seed) == json.loads(KEPT.read_text("utf-8"))[f"{name} {seed}"]


if __name__ == "__main__":
    made = {name: told(name) for name in sorted(RULES)}
    made |= {f"{name} {seed}": found(name, seed) for name in scenarios.SCENARIOS for seed in range(THROWS)}
    KEPT.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
