"""The errors of this program: a stable code and the values that its sentence needs (phrases makes the sentence)."""

from __future__ import annotations


class LevensreisError(Exception):
    """Something the user can be told: `code` is stable, `values` fill the sentence for that code."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code}({details})"


class EditError(LevensreisError):
    """A verb or the session refuses a change; the document has not changed."""


class StoreError(LevensreisError):
    """A change could not be made durable; nothing has changed."""


class FileError(LevensreisError):
    """A file cannot be read or written as asked; nothing was written."""


class ExchangeError(LevensreisError):
    """A file in another format is not what it should be; nothing was imported."""


class TemplateError(LevensreisError):
    """A life event's data file is wrong at the named place."""


class UsageError(LevensreisError):
    """The user asked for something that does not exist, such as an unknown journey."""


class ImageError(LevensreisError):
    """A picture cannot be used; nothing has changed."""


class HelpError(LevensreisError):
    """A page of the help is wrong at the named file and line."""
