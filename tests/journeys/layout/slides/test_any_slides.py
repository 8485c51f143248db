"""Any study can be shown on any stage: nothing leaves it, nothing overlaps, nothing is too small, nothing is missed."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from journeys.i18n import words
from journeys.layout.palettes import palette
from journeys.layout.slides import Show, Stage, notes, programme, slide_layout, title_of
from tests.journeys.layout.slides.looking import about, colliding, outside, titles, too_small
from tests.journeys.layout.test_map import messy_studies
from tests.journeys.model.strategies import documents

SAY = {"nl": words("nl"), "en": words("en")}
STAGES = [Stage(190.5 * ratio) for ratio in (4 / 3, 16 / 9, 21 / 9, 9 / 16)]
WAYS = st.sampled_from(["phases", "steps"])
LENSES = ["", "roles", "value", "heartbeat"]
QUICK = settings(
    max_examples=9,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def pictures(document, show, stage, say):
    """Every slide in every state in which it can be seen."""
    for slide in programme(document, show):
        for shown in (*range(slide.reveals + 1), None):
            yield slide, slide_layout(document, slide, stage, say, show=show, shown=shown)


def sound(document, show, stage, say):
    roles = palette("light")
    for slide, drawing in pictures(document, show, stage, say):
        assert not outside(drawing), (slide.kind, stage)
        assert not colliding(drawing), (slide.kind, stage)
        assert not too_small(drawing), (slide.kind, stage)
        assert all(title.size >= drawing.height / 14 / (25.4 / 72) - 0.01 for title in titles(drawing)), slide.kind
        orders = [layer.order for layer in drawing.layers if layer.elements and layer.name != "paper"]
        assert len(set(orders)) == len(orders), slide.kind
        assert used(drawing) <= set(roles)
        assert title_of(document, slide, say) is not None
        assert all(notes(document, slide, say))


def used(drawing):
    names = ("fill", "hatch", "stroke", "colour")
    return {
        getattr(element, name)
        for layer in drawing.layers
        for element in layer.elements
        for name in names
        if getattr(element, name, None)
    }


@QUICK
@given(messy_studies(), st.sampled_from(STAGES), WAYS, st.sampled_from(LENSES), st.sampled_from(["nl", "en"]))
def test_a_messy_study_is_shown_whole(document, stage, way, lens, language):
    sound(document, Show(tuple(document.journeys), way, lens=lens), stage, SAY[language])


@QUICK
@given(documents(), st.sampled_from(STAGES), WAYS, st.sampled_from(["nl", "en"]))
def test_any_study_at_all_can_be_shown(document, stage, way, language):
    sound(document, Show(tuple(document.journeys), way), stage, SAY[language])


@QUICK
@given(messy_studies())
def test_every_step_on_stage_has_its_card_on_some_slide(document):
    show = Show(tuple(document.journeys))
    front = {step.id for step in document.steps.values() if step.stage == "front"}
    drawn = [drawing for slide, drawing in pictures(document, show, STAGES[0], SAY["nl"]) if slide.kind == "phase"]
    assert front <= {id_ for drawing in drawn for id_ in about(drawing, "card")}
    assert set(document.phases) <= {id_ for drawing in drawn for id_ in about(drawing, "phase")}
