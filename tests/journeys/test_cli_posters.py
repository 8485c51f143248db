"""`poster` on the command line: what is printed, on what, in which inks, and what is asked wrongly."""

from __future__ import annotations

import pytest

from journeys import store, templates
from journeys.cli.included import included
from journeys.errors import UsageError
from journeys.poster.raster import page_count
from tests.journeys import studies
from tests.journeys.poster.reading import boxes_mm, picture, words_of


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "study.levensreis"
    store.create_file(path, templates.create("child", "nl"))
    return path


@pytest.fixture
def made(run, file, tmp_path):
    """The bytes of the PDF that these options give."""

    def made(*options):
        out = tmp_path / "poster.pdf"
        code, _, _ = run("poster", file, "-o", out, "--journey", "Sanne & Youssef", *options)
        assert code == 0
        return out.read_bytes()

    return made


def lanes_and_notes(*named):
    document = templates.create("child", "nl")
    lanes, notes, findings = included(",".join(named), document, "nl")
    return [document.lanes[lane].kind for lane in lanes], notes, findings


def test_without_include_everything_is_printed():
    assert included(None, studies.study(3), "nl") == (None, None, True)


def test_only_what_is_named_is_printed_in_either_language_and_in_the_order_of_the_study():
    assert lanes_and_notes("hartslag", "Steps") == (["steps", "heartbeat"], None, False)
    assert lanes_and_notes("stappen", "bevindingen") == (["steps"], None, True)


def test_a_kind_of_note_brings_its_lane_along_and_no_other_kinds():
    assert lanes_and_notes("steps", "pain") == (["steps", "needs"], ("pain",), False)
    assert lanes_and_notes("steps", "behoeften & knelpunten")[1] is None


def test_what_is_not_there_is_refused_with_what_there_is():
    with pytest.raises(UsageError) as refused:
        lanes_and_notes("stappen", "quatsch")
    assert refused.value.values["what"] == "quatsch"
    assert "hartslag" in str(refused.value.values["known"])


def test_what_was_not_asked_for_is_no_loss(run, file):
    code, out, _ = run("poster", file, "--preflight", "--include", "stappen,hartslag,knelpunt")
    assert code == 0
    assert "zijn niet gevraagd" in out


def test_the_words_of_lanes_and_notes_that_were_not_asked_for_are_not_in_the_pdf(made):
    words = words_of(made("--paper", "A3", "--include", "stappen"))
    assert "Aangifte doen" in words
    assert "Overzicht: wat moet ik" not in words


def test_grey_and_contrast_print_without_colour_and_in_black(made):
    grey = picture(made("--paper", "A4", "--grey"), 600).convert("RGB")
    assert all(red == green == blue for _, (red, green, blue) in grey.getcolors(100_000))
    assert made("--paper", "A4", "--contrast") != made("--paper", "A4")


def test_the_date_is_the_one_that_was_given(made):
    assert "24 december 2027" in words_of(made("--paper", "A4", "--date", "2027-12-24"))


def test_a_journey_is_divided_over_as_many_sheets_as_are_asked_for(made):
    assert page_count(made("--parts", "3")) == 3 * page_count(made())


def test_kinds_have_their_usual_paper(made):
    assert boxes_mm(made())["trim"][2] == pytest.approx(841, abs=0.1)


@pytest.mark.parametrize("wrong", [("--kind", "poem"), ("--date", "gisteren"), ("--bleed", "veel"), ("--axis", "x")])
def test_what_cannot_be_is_refused_in_words(run, file, wrong):
    code, out, err = run("poster", file, "--preflight", *wrong)
    assert (code, out) == (2, "")
    assert wrong[1] in err
