"""Files of every version ever released open, and equal what was put in them."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from journeys.errors import StoreError
from journeys.exchange.json_format import from_json
from journeys.model.schema import CLASSES
from journeys.store import migrations, verify
from journeys.store.connections import building
from journeys.store.opener import open_file
from journeys.store.screening import version_in
from journeys.store.tables import metadata
from tests.hostile.everything import IMAGES, SNAPSHOT, everything, everything_in

FIXTURES = Path(__file__).parent / "fixtures"


SEALED = "SEALED"
"""The file that tells the sha-256 of every other one in the folder, as they were when their version came out."""


@pytest.mark.parametrize("version", range(1, migrations.VERSION + 1))
def test_B15_there_is_a_file_of_every_version(version):
    """Who raises the version makes its file at once: python -m tests.hostile.new_fixture, and keeps it for ever."""
    assert (FIXTURES / f"version-{version}.levensreis").is_file()
    assert (FIXTURES / f"version-{version}.json").is_file()
    assert version_in((FIXTURES / f"version-{version}.levensreis").read_bytes()) == version


def test_B15_no_file_of_an_older_version_was_ever_changed():
    told = {line.split()[1]: line.split()[0] for line in (FIXTURES / SEALED).read_text("ascii").splitlines()}
    held = {path.name: path for path in FIXTURES.iterdir() if path.name != SEALED}
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in held.items()} == told


@pytest.mark.parametrize("version", range(1, migrations.VERSION + 1))
def test_B15_a_file_of_every_version_equals_what_was_stored_with_it(version):
    opened = open_file(FIXTURES / f"version-{version}.levensreis")
    stored = from_json((FIXTURES / f"version-{version}.json").read_bytes())
    assert (opened.document, opened.images, opened.snapshots) == (stored.document, stored.images, stored.snapshots)


@pytest.mark.parametrize("version", migrations.SCHEMAS)
def test_B15_a_file_of_every_version_opens_as_it_was(version):
    path = FIXTURES / f"version-{version}.levensreis"
    opened = open_file(path)
    assert opened.document == everything_in(version)
    assert opened.images == IMAGES
    assert opened.snapshots == (SNAPSHOT,)
    assert opened.notices == ()
    assert verify(path) == []
    assert int.from_bytes(path.read_bytes()[60:64], "big") == version


def test_the_fixture_holds_every_kind():
    held = everything().tables
    assert [kind for kind in CLASSES if not held[kind]] == []


def test_the_tables_of_the_model_are_those_of_the_newest_version():
    """Who changes an entity or a default finds out here: the format needs a new version and a migration."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateTable

    made = {
        name: migrations.normal(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        for name, table in metadata().tables.items()
    }
    assert made == migrations.statements()


def test_every_version_has_its_step_to_the_next():
    assert sorted(migrations.SCHEMAS) == list(range(1, migrations.VERSION + 1))
    assert sorted(migrations.MIGRATIONS) == list(range(1, migrations.VERSION))


@pytest.fixture
def old():
    connection = building()
    migrations.create(connection, 1)
    yield connection
    connection.close()


def rename_title(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE study RENAME COLUMN title TO name")


def columns(connection: sqlite3.Connection) -> list[str]:
    return [row[1] for row in connection.execute("PRAGMA table_info(study)")]


def test_migrations_run_in_order_and_raise_the_version(old):
    ran: list[int] = []
    assert migrations.migrate(old, 3, {1: lambda c: ran.append(1), 2: lambda c: ran.append(2)})
    assert ran == [1, 2]
    assert migrations.version_of(old) == 3
    assert not migrations.migrate(old, 3, {})


def test_a_missing_step_stops_the_migration_before_it_begins(old):
    with pytest.raises(StoreError, match=r"store\.no_migration"):
        migrations.migrate(old, 3, {1: rename_title})
    assert migrations.version_of(old) == 1
    assert "title" in columns(old)


def test_a_migration_that_fails_leaves_nothing_behind(old):
    def fail(connection: sqlite3.Connection) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrations.migrate(old, 3, {1: rename_title, 2: fail})
    assert migrations.version_of(old) == 1
    assert "title" in columns(old)


def test_a_newer_database_is_not_touched(old):
    old.execute("PRAGMA user_version=9")
    with pytest.raises(StoreError, match=r"store\.newer"):
        migrations.migrate(old, 3, {})


def test_json_of_the_first_version_is_read_as_it_was():
    found = from_json((FIXTURES / "version-1.json").read_bytes())
    assert found.document == everything_in(1)
    assert found.images == IMAGES
    assert found.snapshots == (SNAPSHOT,)
