"""Wrong use and wrong files: exit 2, one clear line in the user's language, nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from journeys import cli, store
from journeys.cli import command, display
from journeys.exchange.json_format import to_json
from tests.journeys.studies import study

ROOT = Path(__file__).parents[2]


def never(*arguments, **options):
    raise AssertionError("no window was asked for")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A folder with a good study and everything that is none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LEVENSREIS_DEBUG", "1")
    store.create_file(tmp_path / "good.levensreis", study())
    whole = (tmp_path / "good.levensreis").read_bytes()
    newer = bytearray(whole)
    newer[60:64] = (999).to_bytes(4, "big")
    other = bytearray(whole)
    other[68:72] = b"GPKG"
    data = json.loads(to_json(study()))
    data["steps"][2]["contacts"] = [{"party": 7}]
    made = {
        "empty.levensreis": b"",
        "text.levensreis": b"just some text",
        "half.levensreis": whole[: len(whole) // 2],
        "newer.levensreis": bytes(newer),
        "other.levensreis": bytes(other),
        "noise.levensreis": b"SQLite format 3\0" + bytes(range(256)) * 40,
        "good.json": to_json(study()),
        "deep.json": json.dumps(data).encode(),
        "broken.json": b'{"format": ',
        "empty.json": b"",
        "good.zzz": to_json(study()),
    }
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder.levensreis").mkdir()
    (tmp_path / "folder").mkdir()
    return tmp_path


def refuse(capsys, argv, language="en") -> str:
    code = cli.main([*argv, "--lang", language], window=never, picture=never)
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err.startswith("levensreis: ")
    assert err.count("\n") == 1
    return err


def snapshot(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


BAD_FILES = [
    "empty.levensreis", "text.levensreis", "half.levensreis", "newer.levensreis", "other.levensreis",
    "noise.levensreis", "folder.levensreis", "missing.levensreis", "good.json", "good.levensreis/inside",
]  # fmt: skip


@pytest.mark.parametrize("file", BAD_FILES)
@pytest.mark.parametrize(
    "words", [["info"], ["check", "--json"], ["poster", "-o", "out.pdf"], ["export", "-o", "out.json"]]
)
def test_a_wrong_file_is_refused_by_every_command(capsys, folder, words, file):
    before = snapshot(folder)
    english = refuse(capsys, [words[0], file, *words[1:]])
    dutch = refuse(capsys, [words[0], file, *words[1:]], "nl")
    assert english != dutch
    assert snapshot(folder) == before


@pytest.mark.parametrize("file", ["text.levensreis", "empty.levensreis", "missing.levensreis", "folder.levensreis"])
def test_verify_takes_what_is_no_study_for_wrong_use(capsys, folder, file):
    refuse(capsys, ["verify", file])


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("deep.json", "steps[2].contacts[0].party: expected text, found a whole number."),
        ("broken.json", "line 1"),
        ("empty.json", "empty"),
        ("missing.json", "missing.json"),
        ("folder.levensreis", "is a folder"),
        ("good.levensreis", "a study already"),
        ("missing", "is not there"),
        ("folder", "is a folder"),
        ("good.zzz", ".json, .pdf, .xlsx"),
    ],
)
def test_a_wrong_import_writes_nothing(capsys, folder, file, told):
    before = snapshot(folder)
    assert told in refuse(capsys, ["import", file, "-o", "new.levensreis"])
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    "argv",
    [
        ["check"],
        ["check", "good.levensreis", "--bogus"],
        ["check", "good.levensreis", "more.levensreis"],
        ["check", "good.levensreis", "--fail-at"],
        ["check", "good.levensreis", "--fail-at", "much"],
        ["check", "good.levensreis", "--fail-at", "101"],
        ["check", "good.levensreis", "--scope", "nobody we know"],
        ["check", "good.levensreis", "--js"],
        ["new"],
        ["new", "x.levensreis"],
        ["new", "x.levensreis", "--life-event", "never"],
        ["new", "nowhere/x.levensreis", "--life-event", "child"],
        ["new", "folder.levensreis", "--life-event", "child"],
        ["new", "good.levensreis", "--life-event", "child"],
        ["poster", "good.levensreis"],
        ["poster", "good.levensreis", "-o", "good.levensreis"],
        ["poster", "good.levensreis", "-o", "other.levensreis"],
        ["poster", "good.levensreis", "-o", "out.pdf", "--paper", "A9"],
        ["poster", "good.levensreis", "-o", "out.pdf", "--paper", "1x1mm"],
        ["poster", "good.levensreis", "-o", "out.pdf", "--journey", "none such"],
        ["poster", "good.levensreis", "-o", "nowhere/out.pdf"],
        ["poster", "good.levensreis", "-o", "folder.levensreis"],
        ["export"],
        ["export", "good.levensreis"],
        ["export", "good.levensreis", "-o", "out.docx"],
        ["export", "good.levensreis", "-o", "good.levensreis"],
        ["import", "good.json"],
        ["import", "good.json", "-o", "good.levensreis"],
        ["picture", "good.levensreis", "-o", "out.png", "--size", "huge"],
        ["picture", "good.levensreis", "-o", "out.png", "--size", "99999x10"],
        ["picture", "good.levensreis", "-o", "out.png", "--view", "wheel"],
        ["picture", "good.levensreis", "-o", "out.png", "--theme", "pink"],
        ["picture", "good.levensreis", "-o", "out.png", "--journey", "none such"],
        ["verify"],
        ["selftest", "extra"],
        ["chekc", "good.levensreis"],
        ["good.levensreis", "other.levensreis"],
        ["--bogus"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_in_one_line_and_writes_nothing(capsys, folder, argv):
    before = snapshot(folder)
    english, dutch = refuse(capsys, argv), refuse(capsys, argv, "nl")
    assert english != dutch
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["new", "x", "--sample", "child"], "ends in: .levensreis"),
        (["import", "good.json", "-o", "x.json"], "ends in: .levensreis"),
        (["merge", "good.levensreis", "good.json", "-o", "x.pdf"], "ends in: .levensreis"),
        (["poster", "good.levensreis", "-o", "x.png"], "ends in: .pdf"),
        (["picture", "good.levensreis", "-o", "x.jpg"], "ends in: .png"),
        (["report", "good.levensreis", "-o", "x.docx"], "ends in: .md, .html, .htm, .pdf"),
        (["export", "good.levensreis", "-o", "x.levensreis"], "another ending"),
        (["export", "good.levensreis", "-o", "x.json", "--format", "docx"], "json, xlsx"),
    ],
    ids=lambda each: each if isinstance(each, str) else " ".join(each),
)
def test_a_file_is_never_called_by_an_ending_that_opens_another_program(capsys, folder, argv, told):
    before = snapshot(folder)
    assert told in refuse(capsys, argv)
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    "argv",
    [
        ["export", "good.levensreis", "-o", "folder"],
        ["poster", "good.levensreis", "-o", "folder"],
        ["picture", "good.levensreis", "-o", "folder"],
        ["report", "good.levensreis", "-o", "folder"],
        ["export", "--schema", "-o", "folder"],
    ],
    ids=" ".join,
)
def test_a_folder_for_a_file_is_told(capsys, folder, argv):
    assert "“folder” is a folder" in refuse(capsys, argv)


@pytest.mark.parametrize(
    "argv", [["export", "good.levensreis", "--format", "json"], ["export", "--schema"], ["import", "good.json"]]
)
def test_no_command_writes_a_file_that_is_called_by_a_hyphen(capsys, folder, argv):
    assert "-o cannot be “-”" in refuse(capsys, [*argv, "-o", "-"])
    assert not (folder / "-").exists()


def test_a_language_we_do_not_have_is_refused(capsys, folder):
    code = cli.main(["info", "good.levensreis", "--lang", "fr"], window=never, picture=never)
    assert code == 2
    assert "“fr”" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_told(capsys, folder):
    (folder / "good.levensreis").chmod(0)
    assert "not read" in refuse(capsys, ["info", "good.levensreis"])


def test_a_file_name_cannot_forge_a_line_or_colour_the_terminal(capsys, folder):
    err = refuse(capsys, ["info", "a\nlevensreis: all is well\x1b[31m.levensreis"])
    assert "\x1b" not in err


def test_what_nobody_foresaw_is_one_line_too(capsys, folder, monkeypatch):
    monkeypatch.delenv("LEVENSREIS_DEBUG")
    monkeypatch.setattr(command, "_commands", lambda: {"info": never})
    assert "Unexpected error: AssertionError" in refuse(capsys, ["info", "good.levensreis"])


@pytest.mark.parametrize("argv", [["--help"], ["check", "--help"], ["new", "-h"], ["poster", "--help"]])
def test_help_speaks_both_languages(capsys, argv):
    for language, word in (("nl", "Gebruik: levensreis"), ("en", "Usage: levensreis")):
        assert cli.main([*argv, "--lang", language], window=never, picture=never) == 0
        out = capsys.readouterr().out
        assert out.startswith(word)
        assert "show this help message" not in out


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


@needs_pipes
@pytest.mark.parametrize(
    "argv", [["info", "pipe.json"], ["verify", "link"], ["import", "pipe.json", "-o", "new.levensreis"]], ids=" ".join
)
def test_a_pipe_is_refused_and_never_waited_for(capsys, folder, argv):
    os.mkfifo(folder / "pipe.json")
    (folder / "link").symlink_to("pipe.json")
    assert "pipe" in refuse(capsys, argv)


@needs_pipes
@pytest.mark.parametrize(
    "argv", [["export", "good.levensreis", "-o"], ["import", "good.json", "-o"], ["poster", "good.levensreis", "-o"]]
)
def test_what_is_no_file_is_not_written_over(capsys, folder, argv):
    os.mkfifo(folder / "pipe.json")
    (folder / "circle.json").symlink_to("circle.json")
    for out in ("pipe.json", "circle.json"):
        refuse(capsys, [*argv, out])
    assert not (folder / "pipe.json").is_file()
    assert (folder / "circle.json").is_symlink()


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("chekc", "no file and no command “chekc”"), ("missing.levensreis", "is not there"),
        ("good.json", "not a Levensreis file"), ("half.levensreis", "damaged"), ("good.levensreis", "no screen"),
    ],
)  # fmt: skip
def test_without_a_screen_a_wrong_file_is_told_and_so_is_the_lack_of_a_screen(capsys, folder, monkeypatch, file, told):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(display.sys, "platform", "linux")
    assert told in refuse(capsys, [file])


def test_where_a_screen_is_the_window_tells_what_is_wrong_with_a_file(folder, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    shown: list[Sequence[Path]] = []

    def window(paths: Sequence[Path], _language: object) -> int:
        shown.append(paths)
        return 0

    files = ("missing.levensreis", "half.levensreis", "good.json")
    for file in files:
        assert cli.main([file], window=window, picture=never) == 0
    assert shown == [[Path(file)] for file in files]
    assert cli.main([*files, "--lang", "en"], window=window, picture=never) == 0
    assert shown[-1] == [Path(file) for file in files], "several at once, as a file manager hands them over"


def levensreis(*arguments, **options) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "app.entry", *map(str, arguments)],
        cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8", **options,
    )  # fmt: skip


def test_the_real_command_ends_with_its_code_and_one_line(folder):
    done = levensreis("check", folder / "text.levensreis", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_terminal_without_our_letters_still_gets_the_report(folder):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LEVENSREIS_LANG": "nl"}
    done = levensreis("check", folder / "good.levensreis", env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(levensreis("check", folder / "good.levensreis", "--json", env=environment).stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_reader_that_went_away_is_no_error(folder):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "app.entry", "check", str(folder / "good.levensreis")]
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(command, cwd=ROOT, check=False, stdout=pipe, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="the shell closes a stream for us")
def test_a_closed_stream_is_no_error_and_keeps_the_other_one_clean(folder):
    for redirected, file, code in ((">&-", "good.levensreis", 0), ("2>&-", "missing.levensreis", 2)):
        line = f'"{sys.executable}" -m app.entry info "{folder / file}" {redirected}'
        done = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, check=False, capture_output=True)
        assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", [["check", "good.levensreis", "--json"], ["poster", "--help"]], ids=" ".join)
def test_an_answer_that_cannot_be_printed_is_told(folder, words):
    asked = [str(folder / word) if word.endswith(".levensreis") else word for word in words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "app.entry", *asked, "--lang", "en"],
            cwd=ROOT, check=False, stdout=full, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2, "levensreis: The answer could not be printed: the output takes no more.\n",
    )  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_where_no_complaint_can_be_printed_the_code_still_tells(folder):
    with Path("/dev/full").open("wb") as full:
        asked = [sys.executable, "-m", "app.entry", "info", str(folder / "missing.levensreis")]
        assert subprocess.run(asked, cwd=ROOT, check=False, stderr=full).returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is in use stays there")
@pytest.mark.parametrize("argv", [["export", "-o", "x.json"], ["poster", "-o", "x.pdf"]], ids=" ".join)
def test_in_a_folder_that_was_removed_one_hears_just_that(capsys, folder, monkeypatch, argv):
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    assert "no longer there" in refuse(capsys, [argv[0], str(folder / "good.levensreis"), *argv[1:]])
