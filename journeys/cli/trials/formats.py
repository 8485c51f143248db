"""Whether every format can be written and, where it is read at all, read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from journeys.cli.trials.bench import Bench, Trial, expect
from journeys.exchange import formats
from journeys.exchange.formats import Format
from journeys.exchange.json_schema import schema
from journeys.exchange.wanted import wanted


def trials(bench: Bench) -> Iterator[Trial]:
    for chosen in formats.FORMATS:
        if chosen.code != "pdf":  # the posters are
            yield Trial(f"{bench.say(chosen.title)} ({chosen.suffixes[0]})", partial(tried, bench, chosen))
    yield Trial(bench.say("Schema of the JSON form"), described)


def tried(bench: Bench, chosen: Format) -> str:
    """The sample goes out to files; those that this program reads come back with steps in them."""
    document, images = bench.study
    path = bench.folder / f"{chosen.code}{chosen.suffixes[0]}"
    asked = wanted(document, bench.say, images=images)
    if chosen.write is None:
        made = [(path, "\n".join(step.title for step in document.steps.values()).encode())]
    else:
        made = [*formats.files(chosen, asked, path)]
    expect(all(data for _, data in made), path.name)
    if chosen.reads:
        read_back(bench, chosen, made[0][1], asked.journeys[: 1 if len(made) > 1 else None])
    return str(sum(len(data) for _, data in made))


def read_back(bench: Bench, chosen: Format, data: bytes, journeys: Sequence[str]) -> None:
    """A whole study comes back equal; of a notation most of the steps of these journeys come back by name."""
    from journeys.exchange.coming import to_study

    document = bench.study.document
    if chosen.study is not None:
        back = chosen.study(data, chosen.code, bench.say.language).document
        expect(back == document, chosen.code)
        return
    assert chosen.steps is not None
    back = to_study(chosen.steps(data, f"{chosen.code}{chosen.suffixes[0]}"), chosen.code, bench.say.language).document
    titles = {step.title for step in document.steps.values() if step.journey in journeys}
    found = titles & {step.title for step in back.steps.values()}
    expect(2 * len(found) > len(titles), f"{len(found)} / {len(titles)}")


def described() -> str:
    """The schema of the JSON form, from the same rules by which it is read."""
    return str(len(schema()))
