"""What goes wrong in a method that Qt calls is an error for the log, and not the end of the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, Final

from shiboken6 import Shiboken

SLOTS: Final = frozenset({"accept", "reject", "done", "setFocus", "setText", "showPopup", "selectionChanged"})
"""These may be connected to signals, and then PySide looks how many arguments they take."""


def make_safe() -> None:
    """From now on every class that is made over one of Qt's reports an error of its methods as a whole exception.

    WORKAROUND: before Python 3.12 an error that the interpreter itself raises, such as an IndexError, is put together
    only when somebody catches it. PySide 6.11 takes it as it comes from a method that Qt called, and reads a null.
    """
    if sys.version_info < (3, 12):
        Shiboken.Object.__init_subclass__ = classmethod(_made)  # type: ignore[assignment] # set from outside


def _made(cls: type, /, **named: object) -> None:
    super(Shiboken.Object, cls).__init_subclass__(**named)  # type: ignore[misc] # one over Qt's; it may be generic too
    for name, method in tuple(vars(cls).items()):
        if type(method) is FunctionType and name not in SLOTS and name[0] != "_" and hasattr(cls.__base__, name):
            setattr(cls, name, _whole(method))


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def run(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except BaseException:  # noqa: TRY203 - this is what makes it whole
            raise

    return run
