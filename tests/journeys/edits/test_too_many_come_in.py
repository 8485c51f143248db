"""More steps than a study holds are refused before time goes into any of them."""

from __future__ import annotations

from typing import Any

import pytest

from journeys.edits import intake
from journeys.edits.incoming import MOST_LINKS, MOST_PHASES, Goal, Incoming
from journeys.errors import EditError
from journeys.model.integrity import MAX_STEPS
from tests.journeys.studies import study


def test_E8_too_many_steps_are_refused_before_one_of_them_is_looked_at():
    nothing_to_look_at: Any = (None,) * (MAX_STEPS + 1)
    with pytest.raises(EditError) as refused:
        intake.taken(study(1), Incoming(nothing_to_look_at), Goal(title="Reis", persona="Jan"))
    assert refused.value.values["problem"].code == "rule.too_many"


@pytest.mark.parametrize(
    ("what", "most", "code"), [("phases", MOST_PHASES, "edit.many_phases"), ("links", MOST_LINKS, "edit.many_links")]
)
def test_E8_too_many_phases_or_connections_are_refused_before_one_of_them_is_looked_at(what, most, code):
    nothing_to_look_at: Any = (None,) * (most + 1)
    with pytest.raises(EditError, match=code):
        intake.taken(study(1), Incoming(**{what: nothing_to_look_at}), Goal(title="Reis", persona="Jan"))
