"""The width table equals the fonts, and no heavy library is needed to read it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from journeys import fonts, resources
from journeys.fonts import signs

SAMPLE = "De ouders noemden: “Één ding” — ĳs, Łódź, Ğüş … → 9½ m² ·\u00a0Ω Ж"


@pytest.mark.parametrize("font", fonts.FILES)
def test_every_width_is_the_one_that_the_printer_uses(font):
    truth = TTFontFile(str(fonts.path(font)))
    for code, glyph in truth.charToGlyph.items():
        if glyph and code < 0xFFFF and chr(code) not in signs.UNSEEN:
            assert fonts.em_width(chr(code), font) * 1000 == pytest.approx(truth.charWidths[code]), hex(code)
            assert not fonts.missing(chr(code), font)


def test_a_text_is_as_wide_as_its_characters_and_a_missing_one_counts_an_em():
    assert fonts.width("☃", "regular", 12) == 12
    assert fonts.missing("a☃", "regular") == {"☃"}
    parts = sum(fonts.width(character, "bold", 10) for character in SAMPLE)
    assert fonts.width(SAMPLE, "bold", 10) == pytest.approx(parts)


def test_what_the_italic_lacks_is_set_upright():
    assert fonts.suited("Niemand vertelde ons dit", "italic") == "italic"
    for text in ("ĳs", "Ελλάδα", "Привет"):
        assert fonts.suited(text, "italic") == "regular"
    assert fonts.suited("☃", "italic") == "italic"


def test_the_table_is_the_generators_own(tmp_path, monkeypatch):
    import make_metrics

    monkeypatch.setattr(make_metrics, "TARGET", tmp_path / "metrics.json")
    assert make_metrics.main() == 0
    assert (tmp_path / "metrics.json").read_bytes() == resources.path("metrics.json").read_bytes()


def test_measuring_loads_no_library():
    code = (
        "import sys; from journeys import fonts; fonts.width('x', 'bold', 1); fonts.path('bold');"
        "heavy = {'reportlab', 'PySide6', 'networkx', 'font_source_sans_pro'};"
        "print([m for m in sys.modules if m.split('.')[0] in heavy])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
