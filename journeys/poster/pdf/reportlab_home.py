"""The one door to reportlab: its start-up neutralised, its text layer mended, our four fonts registered once."""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from journeys import fonts
from journeys.poster.pdf.press import Press

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from journeys.layout.drawing import Font, Rect
    from journeys.poster.pdf.press import Edges

# reportlab runs these on import when they exist, from the home folder or anywhere on the path.
HOOKS: Final = (
    "reportlab_mods",
    "reportlab_settings",
    "reportlab.local_rl_mods",
    "reportlab.local_rl_settings",
    "local_rl_settings",
)
MENDED: Final = (5,)
"""Major versions whose ToUnicode map we know to be wrong above U+FFFF; for another one the test decides."""
STAND_IN: Final = "\u25a0"
"""A letter of all our fonts that is not blank: PDFium drops words of blanks alone."""
PREFERENCES: Final = {"DisplayDocTitle": "true", "PrintScaling": "None"}
"""Viewers show the title, and print at the exact size unless somebody chooses otherwise."""
_FORMS: Final = ("\ufb50", "\ufefc")
_MILLIMETRE: Final = 72 / 25.4


@cache
def neutralised() -> None:
    """Keep reportlab from running or obeying anything it finds on this computer; then load it."""
    for name in HOOKS:
        sys.modules.setdefault(name, ModuleType(name))
    for name in [name for name in os.environ if name.startswith("RL_")]:
        del os.environ[name]
    import reportlab

    if int(reportlab.Version.split(".")[0]) in MENDED:
        _mend_text_layer()


def checked() -> None:
    """Raise when reportlab could reach for the network or evaluate colours; asked at every poster."""
    neutralised()
    from reportlab import rl_config

    hosts = getattr(rl_config, "trustedHosts", None)
    evaluator = getattr(rl_config, "toColorCanUse", None)
    if hosts is not None or evaluator not in {None, "rl_extended_literal_eval"}:
        raise RuntimeError(f"reportlab's settings were changed: hosts {hosts!r}, colours {evaluator!r}")


def _mend_text_layer() -> None:
    """WORKAROUND: reportlab writes <1F600> where PDF wants UTF-16BE, <D83DDE00> (ISO 32000-1, 9.10.3)."""
    from reportlab.pdfbase import ttfonts

    ttfonts.makeToUnicodeCMap = to_unicode


def to_unicode(fontname: str, subset: Sequence[int]) -> str:
    """The ToUnicode CMap of one subset font: code → UTF-16BE, in blocks of at most 100 as the format asks."""
    codes = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset)]
    blocks = [codes[start : start + 100] for start in range(0, len(codes), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(point: int) -> str:
    """The letter itself, also of the forms in which Arabic letters are joined.

    Two letters that are drawn as one stay the form: readers turn them around, one half of them one time too often.
    """
    letter = chr(point)
    if _FORMS[0] <= letter <= _FORMS[1] and len(itself := unicodedata.normalize("NFKC", letter)) == 1:
        letter = itself
    return letter.encode("utf-16-be", "surrogatepass").hex().upper()


@cache
def registered() -> dict[Font, TTFont]:
    """Our fonts under reportlab's names for them ("levensreis-bold"), read once per process."""
    neutralised()
    from reportlab.pdfbase import pdfmetrics, ttfonts

    loaded: dict[Font, TTFont] = {}
    for font in fonts.FILES:
        loaded[font] = ttfonts.TTFont(name(font), str(fonts.path(font)), shapable=False)
        pdfmetrics.registerFont(loaded[font])
    return loaded


def name(font: Font) -> str:
    """The name under which reportlab knows this font."""
    return f"levensreis-{font}"


@cache
def borrowed(lent: Path) -> str | None:
    """The name under which reportlab knows a font of this computer; None when it cannot embed it after all."""
    neutralised()
    from reportlab.pdfbase import pdfmetrics, ttfonts

    known = f"levensreis-lent-{lent.stem}"
    try:
        pdfmetrics.registerFont(ttfonts.TTFont(known, str(lent), shapable=False))
    except ttfonts.TTFError:
        return None
    return known


def lend(font: Font, letters: str) -> None:
    """Let the font write letters that it lacks as STAND_IN, which copied or read aloud are still themselves."""
    face: Any = registered()[font].face  # the stubs know nothing of its tables
    for letter in letters:
        if face.charToGlyph.get(ord(letter)) is None:
            face.charToGlyph[ord(letter)] = face.charToGlyph[ord(STAND_IN)]
            face.charWidths[ord(letter)] = face.charWidths[ord(STAND_IN)]


def new_canvas(target: BytesIO, width_mm: float, height_mm: float, *, title: str, language: str) -> Canvas:
    """An empty canvas for pages about this large: y down, same input same bytes."""
    checked()
    registered()
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    canvas = Canvas(
        target,
        pagesize=(width_mm * _MILLIMETRE, height_mm * _MILLIMETRE),
        bottomup=0,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=name("regular"),  # type: ignore[arg-type]  # the stubs are wrong: it is a name
        lang=language,
    )
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Levensreis")
    for preference, value in PREFERENCES.items():
        canvas.setViewerPreference(preference, value)
    return canvas


def new_page(canvas: Canvas, width_mm: float, height_mm: float, page: Press | None = None) -> None:
    """Begin a page of this paper, measured in millimetres from its top left corner; `page`: what lies around it."""
    page = page or Press(width_mm, height_mm)
    wide, high = page.page
    canvas.setPageSize((wide * _MILLIMETRE, high * _MILLIMETRE))
    canvas.setTrimBox(_points(page.trim_box))
    canvas.setBleedBox(_points(page.bleed_box))
    canvas.scale(_MILLIMETRE, _MILLIMETRE)
    if page.around:
        canvas.translate(page.around, page.around)


def _points(box: Edges) -> Edges:
    left, bottom, right, top = (side * _MILLIMETRE for side in box)
    return left, bottom, right, top


@contextmanager
def drawn_once(canvas: Canvas, name: str, width_mm: float, height_mm: float) -> Iterator[None]:
    """What is painted within, in millimetres from its top left corner, is kept under this name, to be placed."""
    wide, high = width_mm * _MILLIMETRE, height_mm * _MILLIMETRE
    canvas.setPageSize((wide, high))
    canvas.beginForm(name, 0, 0, wide, high)
    canvas.scale(_MILLIMETRE, _MILLIMETRE)
    yield
    # reportlab would take every letter of the operators through a slow table, which for pages it does not.
    code = "\n".join([canvas._preamble, *canvas._code])  # type: ignore[attr-defined]  # noqa: SLF001 - it has no door
    canvas._code = []  # type: ignore[attr-defined]  # noqa: SLF001 - idem
    canvas.endForm(stream=code.encode())


def place(canvas: Canvas, name: str, size_mm: tuple[float, float], shown: Rect, at: Rect) -> None:
    """Of what was drawn once, `size_mm` large, the part `shown`, in this rectangle of the page."""
    scale = at.w / shown.w
    canvas.saveState()
    canvas.addLiteral(f"{at.x:.3f} {at.y:.3f} {at.w:.3f} {at.h:.3f} re W n")
    # It measures in points with y up, the page in millimetres with y down.
    canvas.translate(at.x - shown.x * scale, at.y + (size_mm[1] - shown.y) * scale)
    canvas.scale(scale / _MILLIMETRE, -scale / _MILLIMETRE)
    canvas.doForm(name)
    canvas.restoreState()


def picture(data: bytes) -> ImageReader:
    """A picture from our own bytes; a path or an address never gets here."""
    neutralised()
    from reportlab.lib.utils import ImageReader

    return ImageReader(BytesIO(data))


def qr_squares(text: str) -> list[list[bool]]:
    """The squares of a QR code, row by row, True where dark; a sixth of it may be lost (level M)."""
    neutralised()
    from reportlab.graphics.barcode import qrencoder

    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    sides = range(code.getModuleCount())
    return [[bool(code.isDark(row, column)) for column in sides] for row in sides]
