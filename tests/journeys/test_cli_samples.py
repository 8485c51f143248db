"""Samples from the command line."""

from __future__ import annotations

import pytest

from journeys import cli
from journeys.store.opener import open_file


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs a command in Dutch; gives its exit code, standard output and standard error."""
    monkeypatch.setenv("LEVENSREIS_LANG", "nl")

    def run(*argv):
        code = cli.main([str(word) for word in argv], window=None, picture=None)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_a_sample_becomes_a_file_that_can_be_checked_at_once(run, tmp_path):
    file = tmp_path / "kind.levensreis"
    assert run("new", file, "--sample", "child")[0] == 0

    opened = open_file(file)
    assert opened.document.study.title == "Een kind krijgen"
    assert len(opened.document.views) == 5
    assert set(opened.images) == {image.sha256 for image in opened.document.images.values()}
    code, out, _ = run("check", file)
    assert code == 0
    assert "Voorbereiden: ernst 87" in out


def test_the_samples_are_in_the_list(run):
    code, out, _ = run("new", "--list")

    assert code == 0
    assert "Een naaste is overleden: De gemeente was er vaak." in out


def test_a_sample_is_not_mixed_with_a_life_event(run, tmp_path):
    for other in (("--life-event", "death"), ("--without-personas",), ("--with", "stillbirth")):
        code, _, err = run("new", tmp_path / "x.levensreis", "--sample", "child", *other)
        assert code == 2
        assert other[0] in err
    assert not list(tmp_path.iterdir())


def test_an_unknown_sample_names_those_that_there_are(run, tmp_path):
    code, _, err = run("new", tmp_path / "x.levensreis", "--sample", "tuin")

    assert code == 2
    assert "child, death" in err
