"""Whether studies are kept: files, working copies through SQLAlchemy, files of earlier versions, findings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeys import store
from journeys.analysis import lenses
from journeys.analysis.finding import LENSES
from journeys.analysis.findings import overview_of
from journeys.analysis.scene import scene
from journeys.cli import lens_report
from journeys.cli.trials.bench import Bench, Trial, expect
from journeys.edits import study as studies
from journeys.store import connections, migrations
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy


def trials(bench: Bench) -> Iterator[Trial]:
    say = bench.say
    yield Trial(say("Study file"), partial(file, bench))
    yield Trial(say("Working copy"), partial(working_copy, bench))
    yield Trial(say("File of an earlier version"), earlier)
    yield Trial(say("Gaps and lenses"), partial(findings, bench))


def file(bench: Bench) -> str:
    """A file with pictures is written, checked row by row, and holds what was put in."""
    path, (document, images) = bench.folder / "study.levensreis", bench.study
    store.create_file(path, document, images)
    opened = open_file(path)
    problems = store.verify(path)
    expect(not problems, ", ".join(problem.code for problem in problems))
    expect(opened.document == document and opened.images == images, path.name)
    return ""


def working_copy(bench: Bench) -> str:
    """An edit is stored, and is there when the working copy is opened again after it was left."""
    document, images = bench.study
    kept = WorkCopy.create(document, images)
    try:
        changed = document.snapshot()
        edit = studies.change(changed, title="Levensreis")
        kept.write(edit)
        changed.write(edit.changes)
    finally:
        kept.close()
    again = WorkCopy.reopen(kept.folder)
    found = again.document()
    again.close(discard=True)
    expect(found == changed, kept.folder.name)
    return ""


def earlier() -> str:
    """The tables of the first version become those of today."""
    connection = connections.building()
    try:
        migrations.create(connection, min(migrations.SCHEMAS))
        expect(migrations.migrate(connection), str(migrations.version_of(connection)))
        found = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"))
    finally:
        connection.close()
    wrong = [name for name in migrations.statements() if name not in found]
    expect(not wrong, ", ".join(wrong))
    return f"{min(migrations.SCHEMAS)} → {migrations.VERSION}"


def findings(bench: Bench) -> str:
    """Every journey has its gaps reckoned, and every lens looks at it and finds words for what it sees."""
    document, say = bench.study.document, bench.say
    seen = scene(document)
    expect(any(journey.gaps for journey in overview_of(seen).journeys), say("Gaps"))
    found = lenses.findings(seen).findings
    expect(found, say("Findings"))
    told = lens_report.lens_report(lenses.findings(seen), document, say)
    expect(len(told.splitlines()) > len(LENSES), told)
    return str(len(found))
