"""Any sequence of verbs keeps the document well-formed, and undoing all of it gives the start back."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from importlib import import_module
from types import ModuleType

from hypothesis import settings

from journeys import edits
from tests.journeys.edits import machine
from tests.journeys.edits.machine import Verbs

TestAllVerbs = Verbs.TestCase
TestAllVerbs.settings = settings(max_examples=6, stateful_step_count=25)
NO_VERBS = {"journeys.edits.edit"}
"""What edits are made of."""


def verbs_there_are():
    """Every public function that gives an edit of the study it is told."""
    for found in pkgutil.walk_packages(edits.__path__, "journeys.edits."):
        module = import_module(found.name)
        for name, one in vars(module).items():
            if inspect.isfunction(one) and one.__module__ == found.name not in NO_VERBS and not name.startswith("_"):
                told = inspect.get_annotations(one)
                if "Document" in map(str, told.values()) and told.get("return") in ("Edit", "MergeResult"):
                    yield one


def verbs_performed():
    """Those that the machine names."""
    for node in ast.walk(ast.parse(inspect.getsource(machine))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = vars(machine).get(node.value.id)
            if isinstance(module, ModuleType):
                yield getattr(module, node.attr)


def test_F1_the_machine_performs_every_verb_that_there_is():
    there, performed = set(verbs_there_are()), set(verbs_performed())
    assert len(there) > 90, "they are not found any more"
    assert sorted(f"{verb.__module__}.{verb.__name__}" for verb in there - performed) == []
