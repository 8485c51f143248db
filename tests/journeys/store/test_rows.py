"""Every value lies in its row in one way, and comes out of it as it went in."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace

import pytest

from journeys.errors import LevensreisError
from journeys.model.entities import Step
from journeys.model.values import Judgement
from journeys.store import rows
from journeys.store.checksums import row_hash
from journeys.store.tables import TABLES, storage
from tests.hostile.everything import FIRST, SNAPSHOT, everything

STEP = TABLES["step"]


@pytest.mark.parametrize("many", [1, 10**9], ids=["many", "few"])
def test_every_entity_comes_back_as_it_was(many, monkeypatch):
    monkeypatch.setattr(rows, "MANY", many)
    for kind, table in everything().tables.items():
        entities = list(table.values())
        back = rows.load(TABLES[kind], rows.dump(TABLES[kind], entities))
        assert back == entities
        assert {type(entity) for entity in back} == {TABLES[kind].cls}
    assert rows.load(TABLES["snapshot"], rows.dump(TABLES["snapshot"], [SNAPSHOT])) == [SNAPSHOT]


def test_an_entity_that_came_back_is_frozen():
    (step,) = rows._load_many(STEP, rows.dump(STEP, [FIRST]))
    with pytest.raises(AttributeError):
        step.title = "x"


def test_a_row_holds_only_what_a_strict_table_takes():
    (row,) = rows.dump(STEP, [FIRST])
    kinds = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
    for field, value in zip(STEP.fields, row, strict=False):
        assert value is None or type(value) is kinds[storage(field)], field.name


def test_what_is_as_it_is_by_default_takes_no_room():
    step = Step("1" * 32, "2" * 32, "3" * 32)
    row = dict(zip(STEP.columns, rows.dump(STEP, [step])[0], strict=False))
    assert (row["judgement"], row["evidence"], row["contacts"]) == ("{}", "{}", "[]")
    step = replace(step, judgement=Judgement(speed=-1, roles=("user", "voter")))
    row = dict(zip(STEP.columns, rows.dump(STEP, [step])[0], strict=False))
    assert row["judgement"] == '{"roles":["user","voter"],"speed":-1}'


def test_the_hash_of_a_row_is_the_same_on_every_computer():
    """Fixed for ever: files that people have carry it."""
    row = ("é", 1, None, "😀\n", b"bytes")
    told = '["t","\\u00e9",1,null,"\\ud83d\\ude00\\n","' + hashlib.sha256(b"bytes").hexdigest() + '"]'
    assert row_hash("t", row) == hashlib.sha256(told.encode()).digest()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("contacts", "["), ("contacts", '{"a": 1}'), ("contacts", "[" * 100_000), ("contacts", "NaN"), ("contacts", 3),
        ("judgement", '{"speed": 1.5}'), ("judgement", '{"unknown": 1}'), ("judgement", '{"speed": true}'),
        ("nobody", 2), ("judgement", '{"speed": 1' + "0" * 5_000 + "}"), ("lasts", '{"least": 1}'),
        ("evidence", '{"status": "sure"}'), ("evidence", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("many", [1, 10**9], ids=["many", "few"])
def test_a_value_that_nobody_wrote_is_refused(column, value, many, monkeypatch):
    monkeypatch.setattr(rows, "MANY", many)
    (row,) = rows.dump(STEP, [FIRST])
    place = STEP.columns.index(column)
    with pytest.raises((*rows.UNREADABLE, LevensreisError)):
        rows.load(STEP, [(*row[:place], value, *row[place + 1 :])])


def test_opening_and_creating_load_no_sqlalchemy(tmp_path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom journeys.store import create_file\n"
        "from journeys.store.opener import open_file\nfrom tests.journeys.studies import study\n"
        "create_file(Path(sys.argv[1]), study(2))\nassert open_file(Path(sys.argv[1])).document == study(2)\n"
        "assert not {'sqlalchemy', 'networkx', 'pydantic'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "Reis.levensreis")], check=True)
