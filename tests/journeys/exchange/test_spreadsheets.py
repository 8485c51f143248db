"""Studies as XLSX, ODS and CSV: everything they say comes back, by id on the same steps; nothing acts as a formula."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from journeys.edits import intake
from journeys.edits.incoming import Goal, IncomingContact
from journeys.edits.naming import key
from journeys.errors import ExchangeError
from journeys.exchange import cells, coming, spreadsheets, tables
from journeys.exchange.formulas import guarded, guarded_text, unguarded
from journeys.exchange.outgoing import outgoing
from journeys.exchange.remarks import remark_text
from journeys.exchange.spreadsheets import cell_text, ods, pages, xlsx
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from journeys.messages import error_text
from journeys.model.document import Document
from journeys.model.entities import Journey, Note
from tests.golden.texts import as_before
from tests.hostile import everything
from tests.journeys.exchange import spreadsheets as made_by_hand
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study

WRITERS = {"xlsx": spreadsheets.to_xlsx, "ods": spreadsheets.to_ods, "csv": spreadsheets.to_csv}
BOOKS = ("xlsx", "ods")
FORMULAS = ['=HYPERLINK("http://x";"y")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''+x", "=cmd|' /C calc'!A0"]


def written(document, suffix, language="nl", journeys=None):
    return WRITERS[suffix](wanted(document, words(language), journeys))


def read(data, suffix):
    return tables.coming(data, f"x.{suffix}").incoming


def made(data, suffix):
    return coming.to_study(tables.coming(data, f"x.{suffix}"), "x", "nl").document


def taken(document, incoming):
    return intake.taken(document, incoming, Goal(next(iter(document.journeys)), "Reis", "Persona"))


def told(incoming):
    return [remark_text(remark, words("nl")) for remark in incoming.remarks]


def bare(document):
    """What a spreadsheet holds of a study, without ids and places."""
    held = outgoing(wanted(document))
    at = {step.key: number for number, step in enumerate(held.steps)}
    steps = [
        replace(step, id="", key="", column=0, track=0, notes=tuple(replace(note, id="") for note in step.notes))
        for step in held.steps
    ]
    links = sorted((at[link.source], at[link.target], link.label, link.kind) for link in held.links)
    loose = Counter(replace(note, id="") for note in held.notes)
    return steps, held.phases, links, held.journeys, held.personas, held.parties, loose


def changed(document, entity, **values):
    document = document.snapshot()
    document.tables[type(entity).__name__.lower()][entity.id] = replace(entity, **values)
    return document


def rewritten(document, change):
    """The XLSX of a study after somebody has changed its sheets: `change` gets and gives lists of cells by name."""
    found = []
    for page in pages.pages(wanted(document, words("nl"))):
        rows = change(page.name, [column.code for column in page.columns], [list(row) for row in page.rows])
        found.append(replace(page, rows=tuple(tuple(row) for row in rows)))
    return xlsx.write(found, "x", lambda _: None)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("suffix", BOOKS)
@pytest.mark.parametrize("document", [everything.everything(), study(8, 2)], ids=["everything", "study"])
def test_a_study_comes_back_from_its_spreadsheet_with_notes_people_and_connections(document, suffix, language):
    data = written(document, suffix, language)
    assert told(read(data, suffix)) == []
    assert bare(made(data, suffix)) == bare(document)


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("document", [everything.everything(), study(8, 2)], ids=["everything", "study"])
def test_a_spreadsheet_that_nobody_changed_changes_nothing(document, suffix):
    found = taken(document, read(written(document, suffix), suffix))
    assert not found.edit
    assert found.remarks == ()


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_study_gives_the_same_bytes(suffix):
    assert written(everything.everything(), suffix) == written(everything.everything(), suffix)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_text_of_the_files_is_as_somebody_read_it(language):
    as_before(written(everything.everything(), "csv", language), f"csv/everything-{language}.csv")
    content = made_by_hand.parts_of(written(everything.everything(), "ods", language))["content.xml"]
    as_before(content, f"ods/everything-{language}.xml")


def _unique(document):
    """Names that no other is called by: two of the same name would rightly become one."""
    document = document.snapshot()
    for kind, field in (("phase", "name"), ("party", "name"), ("channel", "name"), ("persona", "name"),
                        ("journey", "title"), ("source", "title")):  # fmt: skip
        for number, (id_, entity) in enumerate(list(document.tables[kind].items())):
            name = f"{getattr(entity, field)[:190]} {'abcdefg'[number]}".strip()
            document.tables[kind][id_] = replace(entity, **{field: name})
    return document


def _whole(contact):
    return bool(contact.party or contact.channel)


def _said(document):
    """The steps as sets: notes of one kind and contacts that are the same count once."""
    return Counter(
        repr(replace(
            step, row=0, id="", key="", column=0, track=0,
            contacts=tuple(dict.fromkeys(filter(_whole, step.contacts))), sources=tuple(filter(None, step.sources)),
            notes=tuple(sorted({(note.kind, key(note.text)) for note in step.notes if note.text})),
        ))
        for step in outgoing(wanted(document, journeys=tuple(document.journeys))).steps
    )  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents().map(_unique), st.sampled_from(list(WRITERS)), st.sampled_from(["nl", "en"]))
def test_whatever_steps_say_comes_back(document, suffix, language):
    if any(not _whole(each) and each != IncomingContact() for step in outgoing(
            wanted(document, journeys=tuple(document.journeys))).steps for each in step.contacts):  # fmt: skip
        return  # nobody passes something on without being met
    try:
        data = written(document, suffix, language, tuple(document.journeys))
        found = made(data, suffix)
    except ExchangeError as error:
        assert error.code in ("tables.cell_long", "grid.no_rows")  # noqa: PT017 - either is right, and nothing else is
        return
    assert _said(found) == _said(document)


# C10


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("suffix", WRITERS)
def test_C10_a_text_that_begins_as_a_formula_is_text_in_the_file_and_comes_back(text, suffix):
    document = study(2, 1)
    step = next(iter(document.steps.values()))
    clean = " ".join(text.split())
    document = changed(document, step, title=clean, body=text.replace("\r", "\n").strip("\n") or "x")
    data = written(document, suffix)
    assert clean in {each.title for each in made(data, suffix).steps.values()}
    if suffix == "csv":
        assert f"'{clean}" in data.decode("utf-8-sig").replace('""', '"')
    else:
        assert b"<f>" not in b"".join(made_by_hand.parts_of(data).values())
        assert b"table:formula" not in b"".join(made_by_hand.parts_of(data).values())


def test_C10_what_is_guarded_comes_back_as_it_was_and_numbers_of_our_own_stay_numbers():
    assert [unguarded(guarded_text(text)) for text in FORMULAS] == FORMULAS
    assert [guarded("+1"), guarded_text("+1"), guarded("-2,5")] == ["+1", "'+1", "-2,5"]
    document = study(3, 1)
    emotions = [step.emotion for step in outgoing(wanted(document)).steps]
    lines = written(document, "csv").decode("utf-8-sig").splitlines()
    at = lines[0].split(";").index("Beleving (−2 tot +2)")
    assert [line.split(";")[at] for line in lines[1:] if line[0] != ";"] == [str(each) for each in emotions]


# C11


def _heavy():
    """A step of which the notes of one kind fill more than a cell of Excel."""
    document = study(2, 1)
    step = next(iter(document.steps.values()))
    for number in range(4):
        note = Note(f"{number:032x}", "pain", f"{number}" * 9_900, step=step.id, order=number)
        document.tables["note"][note.id] = note
    return Document.of(entity for _, entity in document), step


def test_C11_more_than_a_cell_of_excel_holds_is_refused_with_the_card_and_the_column():
    document, step = _heavy()
    with pytest.raises(ExchangeError) as refused:
        written(document, "xlsx")
    sentence = error_text(refused.value, words("nl"))
    assert step.title in sentence
    assert "Knelpunt" in sentence
    assert "32767" in sentence.replace(".", "")


@pytest.mark.parametrize("suffix", ["ods", "csv"])
def test_C11_it_comes_back_whole_from_a_file_that_has_room_for_it(suffix):
    document, step = _heavy()
    found = next(each for each in read(written(document, suffix), suffix).steps if each.title == step.title)
    assert sorted(len(note.text) for note in found.notes if note.kind == "pain") == [9_900] * 4


# What people do with it


def test_an_owner_a_date_and_a_status_filled_in_among_the_actions_come_onto_the_note():
    document = everything.everything()
    note = next(note for note in document.notes.values() if note.kind == "idea")

    def change(name, codes, rows):
        for row in rows if name == "Acties" else []:
            if row[codes.index("id")] == note.id:
                row[codes.index("owner")], row[codes.index("status")] = "Fatma", "Klaar"
                row[codes.index("due")] = dt.date(2027, 3, 1)
        return rows

    found = taken(document, read(rewritten(document, change), "xlsx"))
    after = replace(note, owner="Fatma", status="done", due=dt.date(2027, 3, 1))
    assert found.edit.changes == {("note", note.id): (note, after)}


def test_a_changed_cell_changes_its_step_and_a_deleted_one_nothing():
    document = study(4, 1)
    first, second = outgoing(wanted(document)).steps[:2]

    def change(name, codes, rows):
        for row in rows if "title" in codes else []:
            if row[codes.index("id")] == first.id:
                row[codes.index("title")], row[codes.index("emotion")] = "Anders", -2
            if row[codes.index("id")] == second.id:
                row[codes.index("title")] = row[codes.index("phase")] = ""
        return rows

    found = taken(document, read(rewritten(document, change), "xlsx"))
    before = document.steps[first.id]
    assert found.edit.changes == {("step", first.id): (before, replace(before, title="Anders", emotion=-2))}


def test_a_row_put_between_two_others_comes_between_them_on_the_map_too():
    document = everything.everything()
    first, second = everything.FIRST, everything.SECOND
    document = changed(document, second, stage="front", phase=first.phase, column=5)

    def change(name, codes, rows):
        if "title" not in codes or len(rows) < 2:
            return rows
        new = ["" if code != "title" else "Ertussen" for code in codes]
        return [rows[0], new, *rows[1:]]

    incoming = read(rewritten(document, change), "xlsx")
    titles = {step.key: step.title for step in incoming.steps}
    link = next(iter(document.links.values()))
    assert [(titles[each.source], titles[each.target], each.label) for each in incoming.links] == [
        (first.title, "Ertussen", link.label), ("Ertussen", second.title, ""),
    ]  # fmt: skip


def test_a_list_of_actions_as_people_make_it_themselves_is_understood():
    data = made_by_hand.xlsx({
        "Reis": [["Fase", "Stap", "Kans"], ["Een", "Bellen", "Bel terug"], ["Een", "Wachten", None]],
        "Actielijst": [
            ["Actie", "Wie", "Wanneer", "Status", "Stap", "Kleur"],
            ["Bord ophangen", "Jan", dt.date(2027, 1, 31), "bezig", "Wachten", "rood"],
            ["Folder", "", "ooit", "wie weet", "Vergaderen", None],
            ["", "Piet", "", "", "", ""],
        ],
    })  # fmt: skip
    incoming = read(data, "xlsx")
    (hung,) = incoming.steps[1].notes
    assert (hung.text, hung.kind, hung.owner, hung.status) == ("Bord ophangen", "idea", "Jan", "planned")
    assert hung.due == dt.date(2027, 1, 31)
    assert [note.text for note in incoming.notes] == ["Folder"]
    assert sorted(told(incoming)) == sorted([
        "Actielijst: Onbekende kolommen zijn weggelaten: Kleur.",
        "Actielijst: Acties zonder soort zijn ideeën geworden (rijen 2–4).",
        "Actielijst: “ooit” is niet te lezen als Wanneer en is weggelaten (rij 3).",
        "Actielijst: “wie weet” is niet te lezen als Status en is weggelaten (rij 3).",
        "Actielijst: Deze stap staat niet in de reizen. Daarom hangen deze acties aan geen enkele stap (rij 3).",
        "Actielijst: Rijen zonder naam of tekst zijn weggelaten (rij 4).",
    ])  # fmt: skip


def test_sheets_and_columns_that_nobody_knows_are_named():
    data = made_by_hand.ods({"Reis": [["Stap", "Fase", "Budget"], ["Bellen", "Een", 12]], "Cijfers": [["a"], ["b"]]})
    assert told(read(data, "ods")) == [
        "Onbekende kolommen zijn weggelaten: Budget.", "Bladen zonder stappen zijn weggelaten: Cijfers.",
    ]  # fmt: skip


def test_words_of_an_action_that_differ_from_those_at_the_step_are_told():
    document = everything.everything()
    note = next(note for note in document.notes.values() if note.owner)

    def change(name, codes, rows):
        for row in rows if name == "Acties" else []:
            if row[codes.index("id")] == note.id:
                row[codes.index("text")] = "Heel andere woorden"
        return rows

    incoming = read(rewritten(document, change), "xlsx")
    assert told(incoming) == ["Acties: Deze acties staan anders bij hun stap: de woorden bij de stap tellen (rij 2)."]
    assert not taken(document, incoming).edit


# How it is written


def test_a_file_of_one_journey_holds_no_names_of_another():
    document = study(4, 2)
    first, second = document.journeys
    for number, journey in enumerate((first, second)):
        for step in [each for each in document.steps.values() if each.journey == journey]:
            document = changed(document, step, title=f"Geheim {number}")
    stranger = next(party for party in document.parties.values() if party.kind == "executor")
    for step in list(document.steps.values()):
        if any(contact.party == stranger.id for contact in step.contacts):
            document = changed(document, step, contacts=())
    data = written(document, "ods", journeys=(first,))
    content = made_by_hand.parts_of(data)["content.xml"].decode()
    assert "Geheim 0" in content
    assert "Geheim 1" not in content
    assert "Persona 2" not in content
    assert stranger.name not in content


def test_sheets_have_names_that_excel_allows_and_each_its_own():
    document = study(1, 5)
    titles = ["Acties", "a/b:c*[d]?\\", "History", "'x'", "\U0001f476" * 40]
    for journey, title in zip(list(document.journeys.values()), titles, strict=True):
        document = changed(document, journey, title=title)
    names = load_workbook(_file(written(document, "xlsx"))).sheet_names
    assert len({name.lower() for name in names}) == len(names)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert not any(set(name) & set("[]:*?/\\") or name.startswith("'") for name in names)
    assert {journey.title for journey in made(written(document, "xlsx"), "xlsx").journeys.values()} == set(titles)


def test_two_journeys_of_one_title_are_told_apart_by_their_sheets():
    document = study(1, 2)
    one = next(iter(document.journeys.values()))
    document.tables["journey"]["f" * 32] = Journey("f" * 32, one.persona, one.title, variant="desired")
    names = [page.name for page in pages.pages(wanted(Document.of(entity for _, entity in document)))][:3]
    assert len(set(names)) == 3
    assert sum("gewenst" in name for name in names) == 1


def _file(data):
    import io

    return io.BytesIO(data)


def test_a_csv_has_the_separator_of_its_language_and_a_tsv_tabs():
    from pathlib import PurePath

    document = study(2, 1)
    heads = [
        WRITERS["csv"](replace(wanted(document, words(language)), path=PurePath(f"x.{suffix}"))).splitlines()[0]
        for language, suffix in (("nl", "csv"), ("en", "csv"), ("nl", "tsv"))
    ]
    assert [head[:3] for head in heads] == [b"\xef\xbb\xbf"] * 3
    assert [head.count(mark) for head, mark in zip(heads, (b";", b",", b"\t"), strict=True)] == [25] * 3


def test_actions_stand_open_first_and_then_by_date():
    document = study(2, 1)
    step = next(iter(document.steps.values()))
    document.tables["note"].clear()
    kinds = (("done", None), ("open", None), ("open", dt.date(2027, 5, 1)), ("open", dt.date(2027, 1, 1)))
    for number, (status, due) in enumerate(kinds):
        note = Note(f"{number:032x}", "opportunity", f"Kans {number}", step=step.id, status=status, due=due)
        document.tables["note"][note.id] = note
    page = next(page for page in pages.pages(wanted(Document.of(e for _, e in document))) if page.name == "Acties")
    assert [row[0] for row in page.rows] == ["Kans 3", "Kans 2", "Kans 1", "Kans 0"]


def test_connections_have_a_sheet_only_where_the_rows_do_not_tell_them():
    document = study(3, 1)
    names = [page.name for page in pages.pages(wanted(document))]
    document.tables["link"].pop(next(iter(document.links)))
    assert "Verbindingen" not in names
    assert "Verbindingen" in [page.name for page in pages.pages(wanted(Document.of(e for _, e in document)))]


def test_a_study_without_journeys_or_steps_is_written_too():
    blank, _ = coming.blank("Leeg", "nl")
    for suffix in WRITERS:
        assert written(blank, suffix, journeys=())
        assert written(blank, suffix)


# Cells


@given(st.lists(st.text(st.sampled_from("ab;\n–-• \"'\u2002niemand"), min_size=1).map(str.strip), max_size=4))
def test_several_notes_in_one_cell_are_the_same_ones_again(texts):
    kept = [text for text in texts if text]
    assert cells.notes(cell_text.notes(kept).strip()) == kept


@given(st.lists(st.sampled_from(["", "A; B", "–", "Niemand", '"x"', "- y", "z"]), max_size=5))
def test_several_names_in_one_cell_are_the_same_ones_again(names):
    found, nobody = cells.names(cell_text.names(names))
    assert (found, nobody) == (names if any(names) else [], False)


def test_rows_and_widths_are_measured_in_lines():
    page = pages.pages(wanted(everything.everything()))[0]
    column = next(at for at, each in enumerate(page.columns) if each.code == "body")
    row = ["" for _ in page.columns]
    row[column] = "x" * page.columns[column].wide * 3
    assert page.lines(row) == 3
    assert ods._letters(page.printed - 1).isalpha()
