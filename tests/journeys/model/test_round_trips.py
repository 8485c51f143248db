"""Any valid study comes back as it was: through plain data, through JSON, through a file and a working copy."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, seed, settings

from journeys.analysis.findings import overview
from journeys.exchange import json_format
from journeys.model.document import Document
from journeys.model.integrity import check_document
from journeys.model.plain import from_plain, to_plain
from journeys.model.schema import CLASSES, KINDS
from journeys.store import building, opener
from journeys.store.migrations import VERSION
from journeys.store.workcopy import WorkCopy
from tests.journeys.model.strategies import documents

QUICK = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@QUICK
@given(documents())
def test_a_study_survives_plain_data_json_and_a_file(document):
    assert check_document(document) == []
    for (kind, _), entity in document:
        assert from_plain(CLASSES[kind], to_plain(entity)) == entity
    json_survives(document)
    file_survives(document)


def json_survives(document):
    data = json_format.to_json(document)
    back = json_format.from_json(data)
    assert back.document == document
    assert {notice.code for notice in back.notices} <= {"notice.images_lacking"}
    assert json_format.to_json(back.document) == data


def file_survives(document):
    data = building.file_bytes(document, {})
    back, snapshots = opener.build(opener.read_bytes(data, VERSION))
    assert (back, snapshots) == (document, ())
    assert building.file_bytes(back, {}) == data


@settings(QUICK, max_examples=5)
@given(documents())
def test_a_working_copy_gives_the_study_back(home, document):
    copy = WorkCopy.create(document)
    assert copy.document() == document
    copy.close(discard=True)


@settings(QUICK, max_examples=15)
@given(documents())
def test_every_study_can_be_judged(document):
    found = overview(document)
    for journey in found.journeys:
        assert len(journey.phases) == len(document.phases)
        for gap in journey.gaps:
            assert gap.severity == sum(reason.points for reason in gap.reasons)
            assert 0 <= gap.severity <= (100 if gap.open_needs else 45)


def test_the_strategy_reaches_every_kind():
    seen: Counter[str] = Counter()

    def look(document: Document) -> None:
        seen.update(kind for (kind, _), _ in document)

    for number in range(8):  # what is drawn hangs on the whole source, so one round is not always enough
        if len(seen) < len(KINDS):
            seed(number)(settings(QUICK, max_examples=40, database=None)(given(documents())(look)))()
    assert [kind for kind in KINDS if not seen[kind]] == []
