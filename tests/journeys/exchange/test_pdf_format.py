"""A poster can carry its study, and comes back from any PDF reader's hands as the study it was."""

from __future__ import annotations

import pytest

from journeys import cli, poster, store
from journeys.errors import ExchangeError, LevensreisError
from journeys.exchange import formats
from journeys.exchange.pdf_format import attachment
from journeys.poster.request import Request
from journeys.store.opener import open_file
from tests.journeys import studies


def carried(document):
    return poster.render(document, Request(paper="A4"), attachment=attachment(document, {}))


def read(tmp_path, data):
    path = tmp_path / "poster.pdf"
    path.write_bytes(data)
    return formats.read_file(path)


def test_a_poster_with_its_study_is_read_back_as_the_same_study(tmp_path):
    document = studies.study(12, personas=2)
    assert read(tmp_path, carried(document)).document == document


def test_a_poster_without_its_study_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(ExchangeError) as refused:
        read(tmp_path, poster.render(studies.study(3), Request(paper="A4")))
    assert refused.value.code == "pdf.no_study"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no pdf at all", b"\0" * 2000])
def test_what_is_no_pdf_is_refused(tmp_path, data):
    with pytest.raises(LevensreisError):
        read(tmp_path, data)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_a_pdf_that_was_cut_off_gives_an_error_or_the_whole_study(tmp_path, part):
    document = studies.study(5)
    data = carried(document)
    try:
        found = read(tmp_path, data[: int(len(data) * part)])
    except ExchangeError:
        return
    assert found.document == document


def test_a_file_in_a_pdf_that_is_no_study_of_ours_is_refused(tmp_path):
    data = poster.render(studies.study(3), Request(paper="A4"), attachment=("levensreis.json", b'{"format": "x"}'))
    with pytest.raises(ExchangeError) as refused:
        read(tmp_path, data)
    assert refused.value.code == "json.format"


def test_the_command_line_sends_the_study_along_only_when_asked(tmp_path, capsys):
    study, out, again = tmp_path / "a.levensreis", tmp_path / "p.pdf", tmp_path / "b.levensreis"
    document = studies.study(4)
    store.create_file(study, document)

    def run(*argv):
        return cli.main([str(word) for word in argv], window=None, picture=None)

    assert run("poster", study, "-o", out, "--paper", "A4") == 0
    assert run("import", out, "-o", again) == 2
    assert run("poster", study, "-o", out, "--paper", "A4", "--attach") == 0
    assert run("import", out, "-o", again) == 0
    assert "b.levensreis" in capsys.readouterr().out
    assert open_file(again).document == document
