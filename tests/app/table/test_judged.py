"""The columns of a step's judgement: typed as words, in whatever order, each once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.journeys.studies import study

Key = Qt.Key


@pytest.fixture
def typed(desk_of):
    """Types a text in a cell of the first step, and gives the judgement and what the cell says then."""
    desk = desk_of(study(3), language="nl")
    desk.view.page.sheet.setColumnHidden(0, False)

    def write(code, text):
        first = desk.steps[0]
        desk.sheet.setColumnHidden(desk.field(f"judgement.{code}"), False)
        desk.go(first, f"judgement.{code}")
        desk.type(text)
        desk.key(Key.Key_Return)
        return getattr(desk.document.steps[first].judgement, code), desk.text(first, f"judgement.{code}")

    write.desk = desk
    return write


def test_roles_are_typed_by_name_or_beginning_and_stand_in_their_order(typed):
    assert typed("roles", "kiezer; klant") == (("customer", "voter"), "Klant; Kiezer")
    assert len(typed.desk.edits) == 1


def test_data_asked_is_typed_each_once(typed):
    assert typed("data_asked", "BSN; adres; bsn") == (("BSN", "adres"), "BSN; adres")


@pytest.mark.parametrize(
    ("code", "text", "held", "shown"),
    [("direction", "cul", "culture", "Cultuur"), ("supplier", "de p", "person", "De persoon"),
     ("practical", "2", 2, "2"), ("beneficiary", "samen", "society", "Samenleving")],
)  # fmt: skip
def test_choices_are_typed_by_their_beginning(typed, code, text, held, shown):
    assert typed(code, text) == (held, shown)
