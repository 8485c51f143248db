"""The console entry: imports no Qt; the window and the picture import it when they are called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeys import cli
from journeys.cli.surroundings import Theme
from journeys.help import Named
from journeys.i18n import Language, Words

if TYPE_CHECKING:
    from journeys.cli.trials import Bench, Trial


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    return cli.main(
        sys.argv[1:] if argv is None else argv, window=_window, picture=_picture, naming=_naming, trials=_trials,
        forget=_forget,
    )  # fmt: skip


def _window(paths: Sequence[Path], language: Language | None) -> int:
    from app import no_screen

    with no_screen.explained():
        from app.instance import meeting

        claim = meeting.first(paths, language)
        if claim is None:
            return 0  # the running program has them
        from app import main as window

    return window.run(paths, language, claim)


def _picture(  # noqa: PLR0913 - what a picture can have, by name
    path: Path,
    out: Path,
    *,
    view: str,
    journey: str | None,
    size: tuple[int, int],
    theme: Theme,
    language: Language | None,
    lens: str | None,
    saved: str | None,
) -> int:
    from app import no_screen

    with no_screen.explained():
        from app import main as window

    return window.picture(
        path, out, view=view, journey=journey, size=size, theme=theme, language=language, lens=lens, saved=saved
    )


def _naming(say: Words) -> dict[str, Named]:
    from app.help.names import named

    return named(say)


def _trials(bench: Bench) -> Sequence[Trial]:
    from app import trials

    return trials.trials(bench)


def _forget() -> None:
    from app import settings

    settings.forget_files()


if __name__ == "__main__":
    sys.exit(main())
