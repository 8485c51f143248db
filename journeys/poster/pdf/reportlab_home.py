"""The one door to reportlab: its start-up neutralised, its text layer mended, our four fonts registered once."""

from __future__ import annotations

import os
import sys
from functools import cache
from io import BytesIO
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from journeys import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from journeys.layout.drawing import Font

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
    return chr(point).encode("utf-16-be", "surrogatepass").hex().upper()


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


def new_canvas(target: BytesIO, width_mm: float, height_mm: float, *, title: str, language: str) -> Canvas:
    """An empty canvas of this paper: y down, the page and trim box exactly the paper, same input same bytes."""
    checked()
    registered()
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    box = (0, 0, width_mm * _MILLIMETRE, height_mm * _MILLIMETRE)
    canvas = Canvas(
        target,
        pagesize=box[2:],
        bottomup=0,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=name("regular"),  # type: ignore[arg-type]  # the stubs are wrong: it is a name
        trimBox=box,
        bleedBox=box,
        lang=language,
    )
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Levensreis")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def new_page(canvas: Canvas, width_mm: float, height_mm: float) -> None:
    """Begin a page of this paper, measured in millimetres from its top left corner."""
    canvas.setPageSize((width_mm * _MILLIMETRE, height_mm * _MILLIMETRE))
    canvas.scale(_MILLIMETRE, _MILLIMETRE)


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
