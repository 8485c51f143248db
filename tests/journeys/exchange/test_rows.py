"""Rows with a known meaning become steps by name, and everything guessed or left out is told with its rows."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.edits import intake
from journeys.edits.incoming import Goal, IncomingContact, IncomingNote, IncomingPhase, Remark
from journeys.errors import LevensreisError
from journeys.exchange import cells, columns, grid, rows, tables
from journeys.exchange.remarks import remark_text
from journeys.i18n import words
from journeys.model.integrity import check_document
from journeys.model.values import Duration
from tests.journeys.studies import study


def incoming(text, day0=None):
    found = columns.upright(grid.from_text(text))
    return tables.incoming([tables.Sheet(found, columns.guess(found))], day0)


def told(coming):
    return [remark_text(remark, words("nl")) for remark in coming.remarks]


def test_every_known_column_finds_its_field():
    row = {
        "Fase": "Een", "Stap": "Bellen", "Beschrijving": "Met het KCC", "Dag": "dag -3", "Duur": "2-3 weken",
        "Plaats": "thuis", "Podium": "voor", "Partij": "Gemeente", "Kanaal": "Telefoon", "Beleving": "-1",
        "Sleutelmoment": "ja", "Onderbouwing": "waargenomen: zes gesprekken", "Bron": "Interviews 2026",
        "Behoefte": "Snel; Duidelijk", "Citaat": "Hoe dan?",
    }  # fmt: skip
    (step,) = incoming("\t".join(row) + "\n" + "\t".join(row.values())).steps
    assert (step.phase, step.title, step.body, step.day, step.place) == ("Een", "Bellen", "Met het KCC", -3, "thuis")
    assert step.lasts == Duration(2, 3, "week")
    assert (step.stage, step.contacts, step.emotion) == ("front", (IncomingContact("Gemeente", "Telefoon"),), -1)
    assert (step.moment_of_truth, step.status, step.evidence) == (True, "observed", "zes gesprekken")
    assert step.sources == ("Interviews 2026",)
    assert [(note.kind, note.text) for note in step.notes] == [
        ("need", "Snel"),
        ("need", "Duidelijk"),
        ("quote", "Hoe dan?"),
    ]


def test_an_empty_phase_is_that_of_the_row_above():
    coming = incoming("Fase\tStap\nEen\tA\n\tB\nTwee\tC")
    assert [step.phase for step in coming.steps] == ["Een", "Een", "Twee"]
    assert coming.phases == (IncomingPhase("Een"), IncomingPhase("Twee"))


def test_another_journey_begins_without_a_phase():
    coming = incoming("Reis\tFase\tStap\nEen\tX\tA\nTwee\t\tB\n\tY\tC")
    assert [(step.journey, step.phase) for step in coming.steps] == [("Een", "X"), ("Twee", ""), ("Twee", "Y")]


def test_a_row_with_only_a_phase_is_a_heading_and_a_row_without_a_step_says_more():
    coming = incoming("Fase\tStap\tBehoefte\tPartij\nEen\t\t\t\n\tA\tX\tUWV\n\t\tY\tSVB\nTwee\t\t\t")
    (step,) = coming.steps
    assert (step.phase, [note.text for note in step.notes]) == ("Een", ["X", "Y"])
    assert [contact.party for contact in step.contacts] == ["UWV", "SVB"]
    assert [phase.name for phase in coming.phases] == ["Een", "Twee"]
    assert told(coming) == ["Een rij zonder stap is bij de stap erboven gezet (rij 4)."]


def test_dates_count_from_day_0_of_the_study_or_else_from_the_first():
    text = "Stap\tDag\nA\t03-02-2026\nB\t2026-02-01\nC\t31-31-2026"
    assert [step.day for step in incoming(text, dt.date(2026, 2, 2)).steps] == [1, -1, None]
    coming = incoming(text)
    assert [step.day for step in coming.steps] == [2, 0, None]
    assert told(coming) == [
        "Datums tellen vanaf 01-02-2026, de eerste in de tabel: dat is dag 0.",
        "“31-31-2026” is niet te lezen als Dag en is weggelaten (rij 4).",
    ]


def test_words_for_emotions_are_told_in_one_sentence():
    coming = incoming("Stap\tBeleving\nA\tblij\nB\tboos\nC\tblij\nD\tpaars")
    assert told(coming) == [
        "“paars” is niet te lezen als Beleving en is weggelaten (rij 5).",
        "Beleving gelezen als getal: “blij” = +1, “boos” = −2 (rijen 2–4).",
    ]


def test_parties_and_channels_pair_up_and_one_channel_goes_for_all():
    coming = incoming("Stap\tPartij\tKanaal\nA\tUWV; SVB\tbrief; balie\nB\tUWV; SVB\tbalie\nC\tNiemand\tbalie")
    assert [[(c.party, c.channel) for c in step.contacts] for step in coming.steps] == [
        [("UWV", "brief"), ("SVB", "balie")], [("UWV", "balie"), ("SVB", "balie")], [],
    ]  # fmt: skip
    assert coming.steps[2].nobody


def test_a_title_that_is_too_long_goes_on_in_the_description():
    long = "woord " * 60
    (step,) = incoming(long).steps
    assert len(step.title) <= 200
    assert (step.title.rstrip("…") + " " + step.body.lstrip("…")).split() == long.split()


def test_headings_that_come_back_are_left_out():
    coming = incoming("Fase\tStap\nEen\tA\nFase\tStap\nEen\tB")
    assert [step.title for step in coming.steps] == ["A", "B"]
    assert told(coming) == ["Kopjes die terugkomen zijn weggelaten (rij 3)."]


def test_a_map_with_its_steps_side_by_side_is_turned():
    coming = incoming("Fase\tEen\t\tTwee\nStap\tA\tB\tC\nBeleving\tblij\t\tpaars\nBehoefte\t\tX\t")
    assert [(step.phase, step.title, step.emotion) for step in coming.steps] == [
        ("Een", "A", 1), ("Een", "B", None), ("Twee", "C", None),
    ]  # fmt: skip
    assert told(coming)[0] == "“paars” is niet te lezen als Beleving en is weggelaten (kolom D)."


def test_a_table_with_headings_above_is_not_turned():
    text = "Stap\tFase\tPartij\nBehoefte bepalen\tEen\tX\nKans\tTwee\tY"
    assert not columns.upright(grid.from_text(text)).sideways


@pytest.mark.parametrize(
    ("raw", "kind", "text"),
    [
        ("Knelpunt: te duur", "pain", "te duur"), ("KANS:  website", "opportunity", "website"),
        ("Hoe dan?", "question", "Hoe dan?"),
        ("“Ik wist het niet”", "quote", "Ik wist het niet"), ("Zomaar iets", "remark", "Zomaar iets"),
        ("Jan: nee", "remark", "Jan: nee"),
    ],
)  # fmt: skip
def test_an_indented_line_is_the_note_that_it_says_it_is(raw, kind, text):
    assert incoming(f"Bellen\n\t{raw}").steps[0].notes == (IncomingNote(kind, text),)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("-14", -14), ("− 3 dagen", -3), ("dag 5", 5), ("week 2", 14), ("-1 week", -7), ("3 weken", 21),
        ("99999", None), ("1-2-2026", dt.date(2026, 2, 1)), ("2026-02-01 10:30", dt.date(2026, 2, 1)), ("morgen", None),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(raw, found):
    assert cells.day(raw) == found


def test_rows_are_told_in_spans():
    remark = Remark("rows.continued", {}, (3, 4, 5, 9, 11))
    assert remark_text(remark, words("en")) == "A row without a step was added to the step above it (rows 3–5, 9, 11)."


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [
                    "",
                    "Fase",
                    "Stap",
                    "Beleving",
                    "blij",
                    "A",
                    "1",
                    "-5",
                    "x" * 250,
                    "1-1-2026",
                    "niemand",
                    "; ;",
                    "\x00",
                    "a\ud800",
                    "Behoefte",
                    "Id",
                ]
            )
            | st.text(max_size=12),
            max_size=6,
        ),
        max_size=8,
    ),
    st.sampled_from("\t;"),
)
def test_any_table_goes_in_or_is_refused_by_an_error_of_our_own(lines, separator):
    text = "\n".join(separator.join(line) for line in lines)
    document = study(3)
    try:
        found = columns.upright(
            grid.from_text(text) if separator == "\t" else grid.from_csv(text.encode("utf-8", "replace"))
        )
        coming = tables.incoming([tables.Sheet(found, columns.guess(found))])
        edit = intake.take_in(document, coming, Goal(next(iter(document.journeys))))
    except LevensreisError:
        return
    document.write(edit.changes)
    assert check_document(document) == []
    assert all(told(coming))


def test_a_table_without_a_step_column_is_refused():
    found = grid.from_text("Fase\tPartij\nEen\tUWV")
    with pytest.raises(LevensreisError, match=r"grid\.no_title"):
        rows.incoming(found, columns.Mapping(("phase", "party"), 1))
