"""The self-test: what it tries, how it names the part that fails, and that nothing can make it hang."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeys import resources, store
from journeys.cli import selftest, trials
from journeys.cli.surroundings import Surroundings
from journeys.cli.trials import AbsentError, Bench, Trial, TrialError, installed, paper, studies
from journeys.errors import FileError
from journeys.exchange.formats import FORMATS
from journeys.i18n import words
from journeys.poster.request import KINDS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def around():
    return Surroundings(words("en"), None, None)


@pytest.fixture
def bench(tmp_path, around) -> Bench:
    return Bench(tmp_path, around.say, around)


def fails(error: Exception) -> Trial:
    def run() -> str:
        raise error

    return Trial("Some part", run)


def test_it_tries_every_format_every_kind_of_poster_and_the_ground_they_stand_on(bench):
    tried = [trial.title for trial in trials.trials(bench)]
    for chosen in FORMATS:
        assert chosen.code == "pdf" or any(chosen.suffixes[0] in title for title in tried), chosen.code
    assert {f"Poster: {kind}" for kind in KINDS} <= set(tried)
    assert {"Data files", "Licences", "Fonts", "Hyphens", "Working copy", "File of an earlier version"} <= set(tried)
    assert len(tried) == len(set(tried))


def test_every_part_is_named_in_a_line_of_its_own_without_touching_anything_of_the_user(run, home, monkeypatch):
    """Without formats and posters, which take long; they are tried below, and by whoever installs the program."""
    monkeypatch.setattr(selftest, "trials", lambda bench: [*installed.trials(bench), *studies.trials(bench)])
    tries_all(run, home, 10)


@pytest.mark.long
def test_all_parts_go_well(run, home):
    tries_all(run, home, 30)


def tries_all(run, home, least):
    before, kept = sorted(home.rglob("*")), os.environ["LEVENSREIS_DATA"]
    code, out, err = run("selftest")
    assert (code, err) == (0, "")
    assert (sorted(home.rglob("*")), os.environ["LEVENSREIS_DATA"]) == (before, kept)
    lines = [line for line in out.splitlines() if " … " in line]
    assert len(lines) > least
    assert all(" … goed" in line or " … is hier niet: " in line for line in lines)
    assert f"Zelftest geslaagd: {len(lines)} onderdelen geprobeerd" in out


def test_a_part_that_fails_is_named_and_the_others_are_still_tried(run, monkeypatch):
    monkeypatch.setattr(trials, "trials", lambda _: ())
    monkeypatch.setattr(
        selftest,
        "trials",
        lambda _: [fails(ImportError("libEGL.so.1: no such file")), Trial("Another", lambda: "fine")],
    )
    code, out, err = run("selftest", "--lang", "en")
    assert code == 1
    assert "Some part … wrong\nAnother … good (fine)\n" in out
    assert "levensreis: Some part: ImportError: libEGL.so.1: no such file\n" in err
    assert err.endswith("levensreis: Self-test: 1 part did not come out as it should: Some part.\n")
    assert "passed" not in out


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (TrialError("11 / 50"), "Some part: TrialError: 11 / 50"),
        (FileError("file.no_room", path="x", name="x.pdf"), "Some part: "),
        (RuntimeError("Qt said no"), "Some part: RuntimeError: Qt said no"),
    ],
)
def test_whatever_goes_wrong_is_told_in_one_line(around, capsys, error, told):
    assert selftest.tried(fails(error), around.say) is False
    out, err = capsys.readouterr()
    assert out == "Some part … wrong\n"
    assert err.startswith(f"levensreis: {told}")
    assert len(err.splitlines()) == 1


def test_what_need_not_be_there_is_no_failure(around, capsys):
    assert selftest.tried(fails(AbsentError("the extra")), around.say) is True
    assert capsys.readouterr().out == "Some part … not here: the extra\n"


def in_another_process(code: str) -> subprocess.CompletedProcess[str]:
    head = "from journeys.cli import selftest; from journeys.cli.trials import Trial; from journeys.i18n import words\n"
    words = [sys.executable, "-c", head + code]
    return subprocess.run(
        words, cwd=ROOT, env=dict(os.environ), check=False, capture_output=True, text=True, timeout=60
    )


def test_a_part_that_never_ends_is_named_and_ends_the_program():
    told = in_another_process(
        "import threading\n"
        "selftest.tried(Trial('A part', lambda: threading.Event().wait()), words('en'), 0.2)"
    )  # fmt: skip
    assert told.returncode == 1
    assert told.stdout == "A part … wrong\n"
    assert told.stderr == "levensreis: A part: no end after 0.2 s\n"


def test_a_part_that_lets_no_thread_run_ends_the_program_as_well():
    """As a library does that waits with Python's lock in its hands."""
    told = in_another_process(
        "import ctypes; selftest.GRACE = 0.1\n"
        "hold = lambda: ctypes.PyDLL(None).sleep(60) and ''\n"
        "selftest.tried(Trial('A part', hold), words('en'), 0.2)"
    )  # fmt: skip
    assert told.returncode == 1
    assert told.stdout == "A part … "
    assert "Timeout" in told.stderr


def test_a_part_that_ends_the_program_was_named_before():
    told = in_another_process("import os; selftest.tried(Trial('A part', os.abort), words('en'))")
    assert told.returncode < 0
    assert told.stdout == "A part … "


def test_a_study_that_is_not_read_as_it_was_written_is_noticed(bench, monkeypatch):
    """Planted: the file loses its pictures on the way."""
    create = store.create_file
    monkeypatch.setattr(store, "create_file", lambda path, document, _images: create(path, document))
    trial = next(trial for trial in trials.trials(bench) if trial.title == "Study file")
    with pytest.raises((TrialError, FileError)):
        trial.run()


def test_a_font_that_text_is_not_measured_by_is_noticed(monkeypatch):
    """Planted: another weight lies where the regular one should."""
    path = paper.metrics.path
    monkeypatch.setattr(paper.metrics, "path", lambda font: path("bold" if font == "regular" else font))
    with pytest.raises(TrialError, match="regular"):
        paper.lettered()


def test_a_part_without_the_text_of_its_licence_is_noticed(monkeypatch):
    """Planted: a program that was frozen without the metadata of its parts."""
    from dataclasses import replace

    held = installed.licences.parts()
    monkeypatch.setattr(installed.licences, "parts", lambda: [*held[:-1], replace(held[-1], texts=())])
    with pytest.raises(TrialError, match=held[-1].name):
        installed.licence_texts()


def test_a_catalogue_that_is_not_there_is_noticed(bench, monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    with pytest.raises(TrialError, match=r"levensreis\.mo is missing"):
        installed.data(bench.say)
