"""The sheet of a process behind a step: only the phases that it runs through."""

from __future__ import annotations

import pytest

from journeys import templates
from journeys.edits import notes
from journeys.poster import pages
from journeys.poster.request import Request


@pytest.fixture(params=["child", "death"])
def study(request):
    return templates.sample(request.param, "nl").document


def process_of(study):
    return next(journey for journey in study.journeys.values() if journey.parent_step)


def phases_on_sheet(study, journey):
    (sheet,) = pages.laid_out(study, Request(journeys=(journey.id,), paper="A3"))
    found = {layer.phase for layer in sheet.drawing.layers if layer.lane == "phases" and layer.phase}
    return [phase.name for phase in sorted(study.phases.values(), key=lambda p: p.start_day) if phase.id in found]


def test_a_process_is_printed_from_its_first_phase_to_its_last(study):
    shown = phases_on_sheet(study, process_of(study))

    assert shown in (["Aangifte balie", "Kraamtijd"], ["Aangifte", "Uitvaart", "Eerste weken"])


def test_a_journey_of_its_own_is_printed_with_all_phases(study):
    assert len(phases_on_sheet(study, min(study.journeys.values(), key=lambda j: j.order))) == len(study.phases)


def test_a_note_on_a_phase_without_steps_is_printed_too(study):
    process, last = process_of(study), max(study.phases.values(), key=lambda phase: phase.start_day)
    study.write(notes.add(study, "remark", "Later nog vragen", notes.Anchor(journey=process.id, phase=last.id)).changes)

    assert phases_on_sheet(study, process)[-1] == last.name
