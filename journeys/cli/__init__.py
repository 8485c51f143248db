"""The command line: everything that needs no window, in one stable set of commands that scripts depend on."""

from __future__ import annotations

from journeys.cli.command import main

__all__ = ["main"]
