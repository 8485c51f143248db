"""Whatever a study holds comes back the same: from JSON, from a file of ours, from a poster that carries it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys import poster, store
from journeys.exchange import formats, json_format, snapshots
from journeys.exchange.pdf_format import attachment, from_pdf
from journeys.model.entities import Image
from journeys.poster.request import Request
from journeys.store.opener import open_file
from tests.hostile import everything
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study

AT = dt.datetime(2026, 11, 22, 14, 3, tzinfo=dt.UTC)


@st.composite
def studies(draw):
    """Any study, the bytes of its pictures, and earlier states of it, of which one shows a picture that is gone."""
    document = draw(documents()).snapshot()
    images = {}
    for image in list(document.images.values()):
        data = json_format.BEGINNINGS[image.media] + draw(st.binary(max_size=20))
        sha256 = hashlib.sha256(data).hexdigest()
        images[sha256] = data
        document.tables["image"][image.id] = replace(image, sha256=sha256)
    held = [snapshots.take(document, f"Ronde {number}", AT) for number in range(draw(st.integers(0, 2)))]
    data = json_format.BEGINNINGS["png"] + b"before"
    before = study(2)
    gone = Image("f" * 32, "png", 1, 1, hashlib.sha256(data).hexdigest())
    step = next(iter(before.steps.values()))
    before.write({("image", gone.id): (None, gone), ("step", step.id): (step, replace(step, image=gone.id))})
    if held:
        images[gone.sha256] = data
        held.append(snapshots.take(before, "Toen", AT))
    return document, images, tuple(held)


def by_id(held):
    return {one.id: one for one in held}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(studies())
def test_any_study_comes_back_from_json_with_its_pictures_and_earlier_states(told):
    document, images, held = told
    found = json_format.from_json(json_format.to_json(document, images, held))
    assert (found.document, found.images, by_id(found.snapshots)) == (document, images, by_id(held))
    assert found.notices == ()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(studies())
def test_any_study_comes_back_from_a_file_of_ours_and_from_there_by_way_of_json(tmp_path_factory, told):
    document, images, held = told
    folder = tmp_path_factory.mktemp("file")
    store.create_file(folder / "a.levensreis", document, images, held)
    opened = open_file(folder / "a.levensreis")
    assert (opened.document, opened.images, by_id(opened.snapshots)) == (document, images, by_id(held))
    (folder / "b.json").write_bytes(json_format.to_json(opened.document, opened.images, opened.snapshots))
    found = formats.read_file(folder / "b.json")
    assert (found.document, found.images, by_id(found.snapshots)) == (document, images, by_id(held))


def test_a_study_with_everything_in_it_comes_back_from_a_poster_without_its_earlier_states():
    document, images = everything.everything(), everything.IMAGES
    carried = poster.render(study(2), Request(paper="A4"), attachment=attachment(document, images))
    found = from_pdf(carried, "a.pdf", "nl")
    assert (found.document, found.images, found.snapshots) == (document, images, ())


@pytest.mark.long
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(studies())
def test_two_thousand_studies_come_back_from_json(told):
    document, images, held = told
    found = json_format.from_json(json_format.to_json(document, images, held))
    assert (found.document, found.images, by_id(found.snapshots)) == (document, images, by_id(held))
