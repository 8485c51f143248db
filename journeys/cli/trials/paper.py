"""Whether posters come out: fonts, hyphens, every kind as a PDF, pages drawn again, a study put in and taken out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from journeys.cli.trials.bench import AbsentError, Bench, Trial, expect
from journeys.exchange import pdf_format
from journeys.fonts import metrics, truetype, turned
from journeys.i18n import LANGUAGES, TONGUES
from journeys.layout import hyphens
from journeys.poster import raster, render
from journeys.poster.request import KINDS, PAPERS, Kind, Request

WORD: Final = "administratie"
"""Is hyphenated in every language."""
ARABIC: Final = "\u0645\u0631\u062d\u0628\u0627"
HARD_SPACE: Final = "\xa0"
"""Is set as wide as any other space, whatever the font says."""
WIDE: Final = 600
"""Pixels."""


def trials(bench: Bench) -> Iterator[Trial]:
    say = bench.say
    yield Trial(say("Fonts"), lettered)
    yield Trial(say("Hyphens"), hyphenated)
    yield Trial(say("Arabic and Hebrew"), partial(leftward, bench))
    for kind in KINDS:
        yield Trial(say("Poster: {kind}", kind=kind), partial(poster, bench, kind))
    yield Trial(say("Poster with its study"), partial(carried, bench))


def lettered() -> str:
    """The files of the fonts are there and are those that text is measured by."""
    for font in metrics.FILES:
        found = truetype.read(metrics.path(font).read_bytes())
        known = metrics.known(font)
        same = found is not None and all(found.widths.get(one) == known[one] for one in known if one != HARD_SPACE)
        expect(same, font)
    return str(len(metrics.FILES))


def hyphenated() -> str:
    """Words are broken by the patterns of every language."""
    told = [hyphens.dictionary(TONGUES[language].hyphens).inserted(WORD) for language in LANGUAGES]
    expect(all("-" in word for word in told), ", ".join(told))
    return ", ".join(told)


def leftward(bench: Bench) -> str:
    """With the extra, letters are joined and turned around."""
    if not turned.ready():
        raise AbsentError(bench.say("the extra levensreis[scripts]"))
    drawn = turned.drawn(ARABIC)
    expect(drawn and drawn != ARABIC, ARABIC)
    return ""


def poster(bench: Bench, kind: Kind) -> str:
    """A PDF with pages on which something stands when they are drawn again."""
    document, images = bench.study
    made = render(document, Request(kind=kind, paper=PAPERS[kind], link="https://example.nl"), images)
    page = raster.page_pixels(made, 0, WIDE)
    expect(len(set(page.bgrx[::4])) > 2, f"{page.width} × {page.height}")
    return str(raster.page_count(made))


def carried(bench: Bench) -> str:
    """The study goes into a PDF and comes out as it was."""
    document, images = bench.study
    made = render(
        document, Request(kind="personas", paper="A4"), images, attachment=pdf_format.attachment(document, images)
    )
    back = pdf_format.from_pdf(made, "poster.pdf", bench.say.language)
    expect(back.document == document and back.images == images, pdf_format.NAME)
    return ""
