"""What the self-test tries, part by part: each trial uses a part as the program does, and looks at what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.cli.trials.bench import AbsentError, Bench, Trial, TrialError

__all__ = ["AbsentError", "Bench", "Trial", "TrialError", "trials"]


def trials(bench: Bench) -> Iterator[Trial]:
    """All that can be tried without a window, the ground first."""
    from journeys.cli.trials import formats, installed, paper, studies

    yield from installed.trials(bench)
    yield from studies.trials(bench)
    yield from formats.trials(bench)
    yield from paper.trials(bench)
