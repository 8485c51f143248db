"""Opening and saving a study of 10,000 steps, against SQLite with nothing around it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from journeys.model.document import Document
from journeys.store import building, connections, contents, create_file, files, migrations, opener
from journeys.store.checksums import row_hashes
from journeys.store.contents import Contents
from journeys.store.tables import insert
from journeys.store.workcopy import WorkCopy
from tests.benchmarks.harness import Harness, Row
from tests.journeys.studies import study

STEPS = 10_000


@contextmanager
def data_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LEVENSREIS_DATA"] = str(Path(folder) / "data")
        yield Path(folder)


def measure(harness: Harness) -> Iterable[Row]:
    document = study(harness.steps(STEPS))
    with data_folder() as folder:
        yield from opening(harness, folder, document)
        yield from saving(harness, folder)


def opening(harness: Harness, folder: Path, document: Document) -> Iterable[Row]:
    path = folder / "Reis.levensreis"
    create_file(path, document)
    copy = WorkCopy.create(document)
    connection, columns = copy._raw(), contents.columns()

    def raw() -> Contents:
        return contents.read_rows(connection, columns)

    def rows_to_model() -> Document:
        return opener.build(raw(), checked=True)[0]

    def with_graphs() -> None:
        made = rows_to_model()
        for journey in made.journeys:
            made.graph(journey)

    yield harness.row("D1", "open 10,000 steps: rows to model", 1.5, ours=rows_to_model, raw=raw)
    yield harness.row("D1", "the same with the graph", 2.6, ours=with_graphs, raw=raw)
    known = harness.ratio(lambda: opener.open_file(path), raw)
    checked = harness.ratio(lambda: opener.read_bytes(path.read_bytes(), migrations.VERSION), raw)
    yield Row("D1", "a whole file of our own, digest of its bytes included", 4, known)
    yield Row("D1", "the checksums of a received file, apart", 12, checked)
    copy.close()


def saving(harness: Harness, folder: Path) -> Iterable[Row]:
    """Raw: the same rows, ready made, into the same tables of a file; ours: rows, hashes, digest, a file whole."""
    document = opener.open_file(folder / "Reis.levensreis").document
    rows, columns = building.rows_of(document), contents.columns()
    numbers = count()

    def raw() -> None:
        path = folder / f"raw-{next(numbers)}.db"
        path.touch()
        connection = connections.finishing(path)
        connection.execute("BEGIN")
        migrations.create(connection)
        for table, held in rows.items():
            connection.executemany(insert(table, columns[table]), held)
        connection.execute("COMMIT")
        connection.close()
        path.unlink()

    def save() -> None:
        files.write_whole(folder / "saved.levensreis", building.file_bytes(document, {}))

    def hashes() -> None:
        for table, held in bare.items():
            row_hashes(table, held)

    bare = {table: [row[:-1] for row in held] for table, held in rows.items()}
    whole = harness.ratio(save, raw)
    apart = whole - harness.ratio(hashes, raw)
    yield Row("D2", "save 10,000 steps, checksums apart", 2.2, apart, note=f"{whole:.2f} with them")
