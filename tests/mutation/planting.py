"""Puts a mutant into modules that are loaded already: whoever holds the function, runs the mistake."""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final

from tests.mutation.mutants import Mutant

_HEAD: Final = ("__name__", "__file__", "__package__", "__path__")


class CannotPlantError(Exception):
    """This mutant has no place in a module that is loaded."""


def module_of(file: str) -> str:
    return ".".join(Path(file).with_suffix("").parts).removesuffix(".__init__")


def plant(mutant: Mutant, root: Path) -> None:
    module = importlib.import_module(module_of(mutant.file))
    try:
        code = compile(mutant.text, str(root / mutant.file), "exec", dont_inherit=True)
    except SyntaxError as error:
        raise CannotPlantError from error
    found = _functions(module, mutant.function) if mutant.function else []
    inner = _code(code, mutant.function)
    if found and inner is not None and inner != found[0].__code__:
        _swap(found[0], inner)
    else:
        _set_again(module, code)
    _forget_answers()


def _swap(function: FunctionType, code: CodeType) -> None:
    try:
        function.__code__ = code
    except ValueError as error:
        raise CannotPlantError from error


def _functions(module: ModuleType, name: str) -> list[FunctionType]:
    """The function of this name, out of what decorators and classes put around it."""
    one: Any = module
    for part in name.split("."):
        one = inspect.getattr_static(one, part, None)
    one = one.fget if isinstance(one, property) else one
    one = getattr(one, "__func__", one)
    one = inspect.unwrap(one) if callable(one) else one
    return [one] if isinstance(one, FunctionType) else []


def _code(code: CodeType, name: str) -> CodeType | None:
    """The code of a function inside a module's code; the last one, where a name is given twice."""
    for part in name.split("."):
        inside = [one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == part]
        if not inside:
            return None
        code = inside[-1]
    return code


def _set_again(module: ModuleType, code: CodeType) -> None:
    """What lies outside of functions: values and defaults, in the module and wherever they were taken over."""
    made: dict[str, Any] = {name: value for name, value in vars(module).items() if name in _HEAD}
    exec(code, made)  # noqa: S102 - the module itself, with one place written otherwise
    changed = False
    for name, new in made.items():
        old = module.__dict__.get(name)
        if name.startswith("__") or old is None or isinstance(new, ModuleType | type):
            continue
        if isinstance(new, FunctionType) and isinstance(old, FunctionType) and new.__module__ == module.__name__:
            changed |= not _alike(_defaults(old), _defaults(new))
            old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
        elif not callable(new) and not _alike(old, new):
            changed = True
            for holder in _holders(name, old):
                setattr(holder, name, new)
    if not changed:
        raise CannotPlantError


def _defaults(function: FunctionType) -> tuple[object, object]:
    return function.__defaults__, function.__kwdefaults__


def _alike(old: object, new: object) -> bool:
    if isinstance(old, re.Pattern) and isinstance(new, re.Pattern):
        return (old.pattern, old.flags) == (new.pattern, new.flags)  # what it shows of itself is cut short
    return type(old) is type(new) and repr(old) == repr(new)


def _holders(name: str, value: object) -> Iterator[ModuleType]:
    for module in tuple(sys.modules.values()):
        if vars(module).get(name) is value:
            yield module


def _forget_answers() -> None:
    """What functions remember was worked out before the mistake was there."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith("journeys"):
            for one in tuple(vars(module).values()):
                if hasattr(one, "cache_clear"):
                    one.cache_clear()
