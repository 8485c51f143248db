"""Steps on the clipboard: the same when they come back, and refused when somebody else made them up."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys import messages
from journeys.edits.fragment import take
from journeys.errors import ExchangeError
from journeys.exchange import fragment_json, fragment_text
from journeys.i18n import words
from journeys.model.entities import Image
from tests.journeys.studies import study

DOCUMENT = study(8)
FRAGMENT = take(DOCUMENT, list(DOCUMENT.steps))
PICTURE = b"\x89PNG\r\n\x1a\n and so on"


def with_picture():
    image = Image("f" * 32, "png", 10, 10, hashlib.sha256(PICTURE).hexdigest())
    return replace(FRAGMENT, images=(image,)), {image.sha256: PICTURE}


def test_what_was_copied_comes_back_the_same():
    fragment, images = with_picture()
    found = fragment_json.from_json(fragment_json.to_json(fragment, images))
    assert (found.fragment, found.images) == (fragment, images)


def test_texts_are_cleaned_on_their_way_in():
    step = replace(FRAGMENT.steps[0], title="naam\u202egnp.exe")
    found = fragment_json.from_json(fragment_json.to_json(replace(FRAGMENT, steps=(step, *FRAGMENT.steps[1:]))))
    assert found.fragment.steps[0].title == "naamgnp.exe"
    assert found.changes["direction"] == 1


def changed(change):
    data = json.loads(fragment_json.to_json(*with_picture()))
    change(data)
    return json.dumps(data).encode()


HOSTILE = {
    "no json": b"{",
    "no object": b"[]",
    "another format": changed(lambda data: data.update(format="levensreis")),
    "a newer version": changed(lambda data: data.update(version=2)),
    "no version": changed(lambda data: data.pop("version")),
    "an unknown part": changed(lambda data: data.update(snapshots=[])),
    "no list": changed(lambda data: data.update(steps={})),
    "a wrong type": changed(lambda data: data["steps"][0].update(emotion="blij")),
    "out of range": changed(lambda data: data["steps"][0].update(emotion=7)),
    "an unknown field": changed(lambda data: data["steps"][0].update(onclick="x")),
    "a title that is too long": changed(lambda data: data["steps"][0].update(title="x" * 300)),
    "the same id twice": changed(lambda data: data["notes"][0].update(id=data["steps"][0]["id"])),
    "a link to nowhere": changed(lambda data: data["links"][0].update(target="0" * 32)),
    "a link to itself": changed(lambda data: data["links"][0].update(target=data["links"][0]["source"])),
    "two links between the same steps": changed(
        lambda data: data["links"].append({**data["links"][0], "id": "e" * 32})
    ),
    "two steps in one place": changed(lambda data: data["steps"].append({**data["steps"][0], "id": "e" * 32})),
    "a phase that is not there": changed(lambda data: data["steps"][0].update(phase="0" * 32)),
    "a cell without its step": changed(
        lambda data: data["cells"].append(
            {"id": "e" * 32, "lane": "0" * 32, "journey": "1" * 32, "phase": "2" * 32, "step": None, "text": "x"}
        )
    ),
    "a picture of other bytes": changed(
        lambda data: data["image_data"].update(dict.fromkeys(data["image_data"], "AAAA"))
    ),
    "a picture that is no base64": changed(
        lambda data: data["image_data"].update(dict.fromkeys(data["image_data"], "%"))
    ),
    "deep nesting": b'{"format":' * 20_000,
    "not a number": fragment_json.to_json(FRAGMENT).replace(b'"emotion": -2', b'"emotion": NaN'),
    "too many steps": changed(lambda data: data.update(steps=[{}] * 20_001)),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_fragment_is_refused_with_a_sentence(data):
    with pytest.raises(ExchangeError) as refused:
        fragment_json.from_json(data)
    assert "Something went wrong" not in messages.error_text(refused.value, words("en"))


def test_more_than_fits_is_refused_before_it_is_read():
    with pytest.raises(ExchangeError, match=r"json\.too_large"):
        fragment_json.from_json(b" " * (fragment_json.MOST_BYTES + 1))


@settings(max_examples=150)
@given(at=st.integers(0, 4000), byte=st.integers(0, 255))
def test_a_changed_byte_is_refused_or_harmless(at, byte):
    data = bytearray(fragment_json.to_json(FRAGMENT))
    data[at % len(data)] = byte
    try:
        found = fragment_json.from_json(bytes(data))
    except ExchangeError:
        return
    assert len(found.fragment.steps) == len(FRAGMENT.steps)


def test_a_spreadsheet_gets_a_heading_and_a_row_per_step():
    told = fragment_text.held(DOCUMENT, [step.id for step in FRAGMENT.steps], words("en"))
    rows = list(csv.reader(fragment_text.table(told, words("en")).splitlines(), dialect="excel-tab"))
    first = dict(zip(rows[0], rows[1], strict=True))
    assert [first[name] for name in ("Phase", "Step", "Party", "Channel", "Emotion (−2 to +2)")] == [
        "Zwanger!", "Stap 1", "Gemeente Voorbeeldstad", "Balie", "-2"
    ]  # fmt: skip
    assert first["Id"] == FRAGMENT.steps[0].id
    assert len(rows) == 9


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("- eerst bellen", "'- eerst bellen"),
        ("@balie", "'@balie"),
        ('"Moet dat vóór', '"""Moet dat vóór"'),
        ("Zwanger!", "Zwanger!"),
    ],
)
def test_a_title_never_becomes_a_formula_or_swallows_the_rest(title, cell):
    told = fragment_text.held(DOCUMENT, [FRAGMENT.steps[0].id], words("en"))
    told = replace(told, steps=(replace(told.steps[0], title=title),))
    assert fragment_text.table(told, words("en")).splitlines()[1].split("\t")[1] == cell


def test_the_words_alone_are_the_titles_or_the_notes():
    assert fragment_text.words(FRAGMENT).splitlines()[:2] == ["Stap 1", "Stap 2"]
    loose = take(DOCUMENT, [next(iter(DOCUMENT.notes))])
    assert fragment_text.words(loose) == "Wat ik wil weten bij stap 2"
