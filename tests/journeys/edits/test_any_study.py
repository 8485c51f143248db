"""Deleting from and merging any valid study."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys.edits import entities, journeys, merge, moments, parties, phases, steps
from journeys.errors import EditError
from journeys.model.integrity import check_document
from journeys.session import Session
from tests.journeys.model.strategies import documents

QUICK = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
VERBS = {
    "phase": phases.delete, "party": parties.delete, "journey": journeys.delete, "moment": moments.delete,
    "step": lambda document, id_: steps.delete(document, [id_]),
}  # fmt: skip


@QUICK
@given(documents(), st.data())
def test_whatever_is_deleted_the_study_stays_valid_and_it_can_be_undone(document, data):
    start, session = document.snapshot(), Session(document, lambda edit: None)
    kind = data.draw(st.sampled_from([kind for kind, table in document.tables.items() if table and kind != "study"]))
    id_ = data.draw(st.sampled_from(sorted(document.tables[kind])))
    try:
        edit = VERBS[kind](document, id_) if kind in VERBS else entities.delete(document, kind, id_)
    except EditError as error:
        if error.code not in ("edit.day0", "edit.last_phase"):
            raise
        return
    session.apply(edit)
    assert check_document(document) == []
    session.apply(edit.inverse())
    assert document == start


@QUICK
@given(documents(), documents())
def test_any_study_can_be_merged_into_any_other(document, other):
    start, session = document.snapshot(), Session(document, lambda edit: None)
    edit = merge.merge(document, other)
    session.apply(edit)
    assert check_document(document) == []
    session.apply(edit.inverse())
    assert document == start
