"""JSON: lossless both ways, strict about what it is given, and described by its own schema."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from journeys import messages, store
from journeys.errors import ExchangeError, LevensreisError
from journeys.exchange import formats, json_format
from journeys.exchange.json_format import from_json, to_json
from journeys.exchange.json_schema import schema, study_model
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Cell, Fact, Image, Mute, Snapshot, Stance, View
from journeys.model.integrity import check_document
from journeys.model.schema import KINDS
from journeys.model.values import Due, Duration
from journeys.store import building, migrations
from journeys.store.opener import build, open_file, read_bytes
from tests.journeys.studies import entities, ids, study

DUTCH, ENGLISH = words("nl"), words("en")
LATER = {"id": "5" * 32, "name": "Later", "made_at": "2026-11-21T09:30:00+00:00", "content": ""}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def full_study() -> Document:
    """A study with at least one entity of every kind."""
    new = ids(7)
    document = study(12, 2)
    journey = next(iter(document.journeys))
    phase, moment = next(iter(document.phases)), next(iter(document.moments))
    town, lane = next(iter(document.parties)), next(iter(document.lanes))
    step = next(s for s in document.steps.values() if not s.nobody)
    sha = hashlib.sha256(PIXEL).hexdigest()
    image = Image(next(new), "png", 1, 1, sha, "Eén stip")
    return Document.of([
        *(entity for _, entity in document),
        Stance(next(new), journey, phase, town, "Hier past het.\nEcht.", "team", date(2026, 11, 21)),
        Mute(next(new), "gap", (journey, phase), "weten we"),
        Fact(next(new), "Binnen 3 dagen", "statutory", due=Due(moment, 3, "day", "termijnenwet", "art. 19e")),
        Cell(next(new), lane, journey, phase, None, "vrije tekst “ĳ” 👶"),
        View(next(new), "Alles", (journey,), (lane,), "roles", "true", 1, "table", 150, phase),
        image,
        replace(step, image=image.id, lasts=Duration(1, 2, "workday"), day=-3),
    ])  # fmt: skip


def plain(document=None):
    return json.loads(to_json(document or study()))


def refused(data) -> LevensreisError:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(ExchangeError) as caught:
        from_json(raw)
    for say in (DUTCH, ENGLISH):
        sentence = messages.error_text(caught.value, say)
        assert "\n" not in sentence
        assert "(found)" not in sentence
    return caught.value


def test_every_kind_of_entity_comes_back_the_same():
    document = full_study()
    assert check_document(document) == []
    assert all(document.tables[kind] for kind in KINDS)
    snapshot = Snapshot("5" * 32, "Vóór de workshop", datetime(2026, 11, 21, 9, 30, tzinfo=UTC), b"\x00\xff")
    images = {hashlib.sha256(PIXEL).hexdigest(): PIXEL}
    back = from_json(to_json(document, images, (snapshot,)))
    assert back.document == document
    assert back.images == images
    assert back.snapshots == (snapshot,)
    assert back.notices == ()


def test_the_same_study_gives_the_same_bytes_in_whatever_order_it_was_made():
    forward = list(entities())
    assert to_json(Document.of(forward)) == to_json(Document.of(reversed(forward)))


def test_only_pictures_that_the_study_uses_go_along():
    assert plain()["image_data"] == {}
    held = json.loads(to_json(full_study(), {"f" * 64: b"stray"}))
    assert held["image_data"] == {}


def test_a_picture_without_data_is_told():
    (notice,) = from_json(to_json(full_study())).notices
    assert (notice.code, notice.values["n"]) == ("notice.images_lacking", 1)


def test_what_is_written_keeps_to_the_published_schema():
    study_model().model_validate_json(to_json(full_study()))


def test_the_schema_names_every_section_and_forbids_others():
    published = schema()
    assert set(published["properties"]) == {
        "$schema", "format", "version", "study", *json_format.SECTIONS, "image_data", "snapshots",
    }  # fmt: skip
    assert published["additionalProperties"] is False
    assert published["$defs"]["Step"]["additionalProperties"] is False
    assert published["$defs"]["Step"]["required"] == ["id", "journey", "phase"]


def test_E1_a_byte_order_mark_is_a_habit():
    assert from_json(b"\xef\xbb\xbf" + to_json(study())).document == study()


def test_fields_that_are_left_out_have_their_defaults():
    data = plain()
    data["steps"][0].pop("judgement")
    assert from_json(json.dumps(data).encode()).document.steps[data["steps"][0]["id"]].judgement.speed is None


def test_unclean_text_is_cleaned_and_told():
    data = plain()
    data["steps"][0]["title"] = "Er\u202e\u0000ken\u0301ning"
    imported = from_json(json.dumps(data).encode())
    assert imported.document.steps[data["steps"][0]["id"]].title == "Erkeńning"
    assert {notice.code: notice.values["n"] for notice in imported.notices} == {
        "notice.text_direction": 1,
        "notice.text_unreadable": 1,
    }


def test_a_text_that_is_too_long_is_refused_and_not_cut():
    data = plain()
    data["steps"][0]["title"] = "a\u202e" + "b" * 200
    error = refused(data)
    assert (error.code, error.values["where"]) == ("json.rule", "steps[0].title")


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b"", "json.syntax", (1, 1)),
        (b"[]", "json.format", None),
        (b"{}", "json.format", None),
        (b'{"format": "levensreis"}', "json.version", None),
        (b'{"format": "levensreis", "version": "3.0.0"}', "json.newer", None),
        (b'{"format": "levensreis", "version": "1.0.0"}', "plain.missing", "study"),
        (b'{"format": "levensreis", "version": "1.0.0", "extra": 1}', "plain.unknown", "extra"),
        (b'{"a": NaN}', "json.number", "a"),
        (b'{"steps": [{}, {"emotion": -Infinity}]}', "json.number", "steps[1].emotion"),
        (b'{"steps": [1e999]}', "json.number", "steps[0]"),
        (b'{"a": -1e999}', "json.number", "a"),
        (b'{"a": {"b": 1' + b"0" * 5000 + b"}}", "json.number", "a.b"),
        (b'{"a": 1, "a": 2}', "json.double", "a"),
        (b'{"steps": [{"title": "x", "day": 1, "title": "y"}]}', "json.double", "steps[0].title"),
        (b'{"a": {"b": NaN}, "a": {"b": 1}}', "json.double", "a"),
        (b"[" * 100_000, "json.deep", (1, 51)),
        (b"[\n" * 100_000, "json.deep", (51, 1)),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "json.deep", (1, 251)),
        ('{"a":\n "é"}'.encode("latin-1"), "json.encoding", 2),
        ('{"a": 1}'.encode("utf-16"), "json.encoding", 1),
        (b'{"b": ["\\ud800"]}', "json.surrogate", "b[0]"),
        (b'{"\\udfff": 1}', "json.surrogate", "?"),
        (b'{"a":\n1,}', "json.syntax", (2, 3)),
        (b"\x00\x01\x02", "json.syntax", (1, 1)),
    ],
    ids=lambda value: repr(value[:30]) if isinstance(value, bytes) else str(value),
)
def test_E1_what_is_no_strict_json_is_refused_with_its_place(raw, code, place):
    error = refused(raw)
    told = error.values.get("where") or (
        (error.values["line"], error.values["column"]) if "column" in error.values else error.values.get("line")
    )
    assert (error.code, told) == (code, place)
    for parts in place if isinstance(place, tuple) else [place]:
        assert parts is None or str(parts) in messages.error_text(error, ENGLISH)


def damage(place, value):
    def change(data):
        *path, last = place
        for part in path:
            data = data[part]
        data[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (damage(("steps", 3, "contacts"), [{"party": 12}]), "plain.type", "steps[3].contacts[0].party"),
        (damage(("steps", 3, "contacts"), "x"), "plain.type", "steps[3].contacts"),
        (damage(("steps", 3, "emotion"), True), "plain.type", "steps[3].emotion"),
        (damage(("steps", 3, "emotion"), 1.5), "plain.type", "steps[3].emotion"),
        (damage(("steps", 3, "judgement"), []), "plain.object", "steps[3].judgement"),
        (damage(("steps", 3), None), "plain.object", "steps[3]"),
        (damage(("steps",), {}), "plain.type", "steps"),
        (damage(("steps", 3, "stage"), "side"), "plain.choice", "steps[3].stage"),
        (damage(("steps", 3, "stage"), []), "plain.choice", "steps[3].stage"),
        (damage(("steps", 3, "oops"), 1), "plain.unknown", "steps[3].oops"),
        (damage(("study", "review_on"), "2026-02-31"), "plain.date", "study.review_on"),
        (damage(("study",), 5), "plain.object", "study"),
        (damage(("image_data",), []), "plain.object", "image_data"),
        (damage(("image_data",), {"ff": "***"}), "json.image", "image_data.ff…"),
        (damage(("snapshots",), [{}]), "plain.missing", "snapshots[0].content"),
        (damage(("snapshots",), [LATER] * 2), "json.id_twice", "snapshots[1].id"),
        (damage(("snapshots",), [{**LATER, "id": "x"}]), "json.rule", "snapshots[0].id"),
        (
            damage(("snapshots",), [LATER, {**LATER, "made_at": "0001-01-01T00:00+23:59"}]),
            "plain.date",
            "snapshots[1].made_at",
        ),
        (damage(("steps", 3, "emotion"), 3), "json.rule", "steps[3].emotion"),
        (damage(("steps", 3, "phase"), "0" * 32), "json.rule", "steps[3].phase"),
        (damage(("steps", 3, "id"), "xyz"), "json.rule", "steps[3].id"),
        (damage(("phases", 1, "start_day"), -270), "json.rule", "phases[1].start_day"),
        (damage(("moments",), []), "json.rule", "moment.is_day0"),
    ],
)
def test_E1_a_wrong_value_deep_inside_is_named_with_its_place(change, code, where):
    data = plain()
    change(data)
    error = refused(data)
    assert (error.code, error.values["where"]) == (code, where)


def test_an_id_that_is_used_twice_is_refused():
    data = plain()
    data["steps"][1]["id"] = data["steps"][0]["id"]
    assert refused(data).values["where"] == "steps[1].id"


def test_a_picture_must_be_what_its_digest_says():
    data = json.loads(to_json(full_study()))
    sha = data["images"][0]["sha256"]
    data["image_data"] = {sha: base64.b64encode(b"\x89PNG\r\n\x1a\nsomething else").decode()}
    assert refused(data).code == "json.image"
    data["image_data"] = {sha: base64.b64encode(bytes(2 << 20)).decode()}
    assert refused(data).code == "json.data_large"


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


FULL = to_json(full_study())


@given(st.data())
def test_any_value_anywhere_is_read_or_refused_with_a_sentence(data):
    changed = json.loads(FULL)
    holder, key = data.draw(st.sampled_from(places(changed)))
    holder[key] = data.draw(JSON_VALUES)
    try:
        imported = from_json(json.dumps(changed).encode())
    except ExchangeError as error:
        sentence = messages.error_text(error, ENGLISH)
    else:
        sentence = "read"
        assert check_document(imported.document) == []
    assert sentence


@given(st.data())
def test_the_schema_refuses_no_file_that_the_reader_takes(data):
    changed = json.loads(FULL)
    holder, key = data.draw(st.sampled_from(places(changed)))
    holder[key] = data.draw(JSON_VALUES)
    raw = json.dumps(changed).encode()
    try:
        imported = from_json(raw)
    except ExchangeError:
        return
    if not [notice for notice in imported.notices if notice.code.startswith("notice.text")]:
        try:
            study_model().model_validate_json(raw)
        except ValidationError as error:
            raise AssertionError(str(error)) from error


def places(data, most=400):
    """(holder, key) of everything in JSON data."""
    found, waiting = [], [data]
    while waiting:
        holder = waiting.pop()
        for key, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
            found.append((holder, key))
            if isinstance(value, dict | list):
                waiting.append(value)
    return found[:: max(1, len(found) // most)]


def test_pictures_and_snapshots_survive_the_way_through_files(tmp_path):
    images = {hashlib.sha256(PIXEL).hexdigest(): PIXEL}
    snapshot = Snapshot("5" * 32, "Vóór", datetime(2026, 11, 21, 9, 30, tzinfo=UTC), b"x")
    file = tmp_path / "study.json"
    file.write_bytes(to_json(full_study(), images, (snapshot,)))
    imported = formats.read_file(file)
    store.create_file(tmp_path / "study.levensreis", imported.document, imported.images, imported.snapshots)
    opened = open_file(tmp_path / "study.levensreis")
    assert (opened.document, opened.images, opened.snapshots) == (full_study(), images, (snapshot,))


def test_reading_a_file_chooses_the_format_by_its_suffix(tmp_path):
    file = tmp_path / "study.JSON"
    file.write_bytes(to_json(study()))
    assert formats.read_file(file).document == study()
    with pytest.raises(ExchangeError, match=r"exchange\.unknown_format"):
        formats.read_file(file.rename(tmp_path / "study.docx"))


@pytest.mark.parametrize("ending", ["pptx", "html", "SVG", "png", "drawio", "canvas"])
def test_a_file_that_is_only_made_is_refused_as_such_and_not_as_unknown(tmp_path, ending):
    file = tmp_path / f"study.{ending}"
    file.touch()
    with pytest.raises(ExchangeError, match=r"exchange\.only_written"):
        formats.read_file(file)


@pytest.mark.parametrize(
    ("name", "code"), [("none.json", "file.missing"), ("folder.json", "file.folder"), ("empty.json", "file.empty")]
)
def test_a_file_that_is_not_there_or_empty_is_told(tmp_path, name, code):
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "empty.json").touch()
    with pytest.raises(LevensreisError) as caught:
        formats.read_file(tmp_path / name)
    assert caught.value.code == code


def test_a_file_over_the_limit_is_refused_before_it_is_read_whole(tmp_path, monkeypatch):
    file = tmp_path / "big.json"
    file.write_bytes(b" " * 3000)
    monkeypatch.setattr(formats, "FORMATS", (replace(formats.FORMATS[0], most_bytes=2000),))
    with pytest.raises(LevensreisError, match=r"file\.too_large"):
        formats.read_file(file)


@given(
    st.text("aé–ĳ 👶", min_size=1, max_size=20).map(str.strip).filter(bool), st.sampled_from([None, "time", "roles"]),
    st.sampled_from(["equal", "true"]), st.sampled_from(["map", "table", "compare", "ecosystem"]),
    st.none() | st.integers(10, 400), st.booleans(), st.integers(0, 3),
)  # fmt: skip
def test_any_saved_view_comes_back_the_same_from_json_and_from_a_file(name, lens, axis, shown, zoom, begins, some):
    document = study(4, 2)
    name = " ".join(name.split())
    phase = next(iter(document.phases)) if begins else None
    view = View(
        "e" * 32, name, tuple(document.journeys)[:some], tuple(document.lanes)[:some], lens, axis, some, shown, zoom,
        phase,
    )  # fmt: skip
    document.tables["view"][view.id] = view
    assert check_document(document) == []
    assert from_json(to_json(document)).document.views[view.id] == view
    found = build(read_bytes(building.file_bytes(document, {}), migrations.VERSION))
    assert found[0].views[view.id] == view
