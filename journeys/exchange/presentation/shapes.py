"""Native shapes in millimetres: boxes with words, symbols, curves, lines glued to boxes, pictures and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple
from xml.sax.saxutils import escape

from journeys.exchange.presentation.deck import EMU
from journeys.exchange.presentation.measure import height
from journeys.layout.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeys.exchange.presentation.deck import Page

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Pads = tuple[float, float, float, float]

THEME: Final = {"own": "accent1", "own.fill": "accent1", "text": "tx1", "card.text": "tx1",
                "phase.text": "tx1", "paper": "bg1", "card.fill": "bg1", "muted": "tx2",
                "card.muted": "tx2"}  # fmt: skip
"""Roles that follow the theme, so that a house style changes them all at once."""
PATTERN: Final = "wdUpDiag"
POINT: Final = 12_700
DASHES: Final = {"dashed": "dash", "dotted": "sysDot"}
SPACES: Final = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_SIDES, _MARGINS = ("lIns", "tIns", "rIns", "bIns"), ("marL", "marT", "marR", "marB")
_ANCHORS: Final = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNS: Final = {"left": "l", "center": "ctr", "right": "r"}
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_NAMED, _STYLE = f"{_P}cNvPr", f"{_P}style"
_DECORATIVE: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


class Run(NamedTuple):
    """Words in one look; `ours`: in the language of the program, else in the study's."""

    text: str
    size: float
    colour: str = "text"
    bold: bool = False
    italic: bool = False
    ours: bool = False


class Para(NamedTuple):
    """Runs on lines of their own, so many points below what stands before."""

    runs: tuple[Run, ...]
    before: float = 0.0
    align: Align = "left"


class Look(NamedTuple):
    """How a box is drawn, in roles."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: str = "solid"
    hatch: str | None = None
    radius: float = 0.0
    """In millimetres."""


def clean(text: str) -> str:
    """Without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def para(text: str, size: float, colour: str = "text", *, bold: bool = False, italic: bool = False,
         ours: bool = False, before: float = 0.0, align: Align = "left") -> Para:  # fmt: skip
    """One look for all of it."""
    return Para((Run(text, size, colour, bold, italic, ours),), before, align)


def high(paras: Iterable[Para], room: float) -> float:
    """What they take in millimetres at this width."""
    total = 0.0
    for one in paras:
        size = max(run.size for run in one.runs)
        bold = any(run.bold for run in one.runs)
        total += height("".join(run.text for run in one.runs), size, room, bold=bold) + one.before * 25.4 / 72
    return total


def colour_xml(page: Page, role: str) -> str:
    """A role as a fill."""
    return f"<a:solidFill>{_hue(page, role)}</a:solidFill>"


def _hue(page: Page, role: str) -> str:
    if role in THEME:
        return f'<a:schemeClr val="{THEME[role]}"/>'
    return f'<a:srgbClr val="{page.deck.colours[role][1:].upper()}"/>'


def box(
    page: Page, area: Rect, look: Look, paras: Sequence[Para] = (), *, name: str, alt: str | None = None,
    anchor: Anchor = "middle", pads: Pads = (3.0, 2.0, 3.0, 2.0),
) -> Any:  # fmt: skip
    """One shape with its words inside; `alt`: what it shows for who does not see it, "" where it is only looks."""
    return _added(page, area, _form(area, look.radius) + _fill(page, look) + _line(page, look), "", name, alt,
                  _body(page, paras, anchor, pads))  # fmt: skip


def words(
    page: Page, area: Rect, paras: Sequence[Para], *, name: str, anchor: Anchor = "top",
    pads: Pads = (0.0, 0.0, 0.0, 0.0),
) -> Any:  # fmt: skip
    """Words without a box."""
    return _added(
        page, area, _form(area, 0.0) + "<a:noFill/>", ' txBox="1"', name, None, _body(page, paras, anchor, pads)
    )


def _added(page: Page, area: Rect, looks: str, kind: str, name: str, alt: str | None, body: str) -> Any:
    """A shape written at once: python-pptx would set its fifty properties one by one, ten times as slow."""
    from pptx.oxml import parse_xml
    from pptx.shapes.autoshape import Shape

    x, y, w, h = _emu(area)
    element = parse_xml(
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{next_id(page)}" name=""/><p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>{looks}</p:spPr>{body}</p:sp>'
    )
    page.shapes.element.append(element)
    shape = Shape(element, page.shapes)
    called(shape, name, alt)
    return shape


def next_id(page: Page) -> int:
    """A number that no shape of the slide has."""
    found: int = page.shapes._next_shape_id  # noqa: SLF001 - python-pptx counts for itself alone
    return found


def _form(area: Rect, radius: float) -> str:
    if not radius:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    least = max(min(area.w, area.h), 0.01)
    if radius * 2 >= least and abs(area.w - area.h) < 0.01:
        return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
    round_ = round(min(radius / least, 0.5) * 100_000)
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {round_}"/></a:avLst></a:prstGeom>'


def _fill(page: Page, look: Look) -> str:
    if look.fill is None:
        return "<a:noFill/>"
    if look.hatch is None:
        return colour_xml(page, look.fill)
    front, back = _hue(page, look.hatch), _hue(page, look.fill)
    return f'<a:pattFill prst="{PATTERN}"><a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'


def _line(page: Page, look: Look) -> str:
    if look.stroke is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{DASHES[look.dash]}"/>' if look.dash in DASHES else ""
    return f'<a:ln w="{round(look.width * POINT)}">{colour_xml(page, look.stroke)}{dash}</a:ln>'


def _body(page: Page, paras: Sequence[Para], anchor: Anchor, pads: Pads) -> str:
    """Words in a shape; left, top, right and bottom pads in millimetres."""
    sides = " ".join(f'{side}="{round(pad * EMU)}"' for side, pad in zip(_SIDES, pads, strict=True))
    made = "".join(_paragraph(page, one) for one in paras) or "<a:p/>"
    return (
        f'<p:txBody><a:bodyPr wrap="square" {sides} anchor="{_ANCHORS[anchor]}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{made}</p:txBody>"
    )


def titled(
    page: Page, area: Rect, text: str, size: float, colour: str = "text", *, ours: bool = False, under: str = "",
    anchor: Anchor = "top",
) -> None:  # fmt: skip
    """The slide's own title, in its placeholder; `under`: what tells it from other slides, in small letters."""
    paras = [para(text, size, colour, bold=True, ours=ours)]
    if under:
        paras.append(para(under, 15, "muted", before=1))
    put(page, page.shapes.title, area, paras, anchor)


def put(page: Page, holder: Any, area: Rect, paras: Sequence[Para], anchor: Anchor = "top") -> None:
    """Words into a placeholder, and where it stands."""
    from pptx.oxml import parse_xml

    holder.left, holder.top, holder.width, holder.height = _emu(area)
    body = _body(page, paras, anchor, (0.0, 0.0, 0.0, 0.0)).replace("<p:txBody>", f"<p:txBody {SPACES}>")
    old = holder.text_frame._txBody  # noqa: SLF001 - the whole of it is replaced
    old.getparent().replace(old, parse_xml(body))


def into_cell(page: Page, cell: Any, fill: str, one: Para, pads: Pads) -> None:
    """Words into the cell of a table, on its ground."""
    from pptx.oxml import parse_xml

    old = cell.text_frame._txBody  # noqa: SLF001 - as above
    new = f"<a:txBody {SPACES}><a:bodyPr/><a:lstStyle/>{_paragraph(page, one)}</a:txBody>"
    old.getparent().replace(old, parse_xml(new))
    sides = " ".join(f'{side}="{round(pad * EMU)}"' for side, pad in zip(_MARGINS, pads, strict=True))
    looks = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - as above
    looks.getparent().replace(looks, parse_xml(f"<a:tcPr {SPACES} {sides}>{colour_xml(page, fill)}</a:tcPr>"))


def _paragraph(page: Page, one: Para) -> str:
    runs = "".join(_run(page, run) for run in one.runs)
    return (
        f'<a:p><a:pPr algn="{_ALIGNS[one.align]}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts '
        f'val="{round(one.before * 100)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft></a:pPr>{runs}</a:p>'
    )


def _run(page: Page, run: Run) -> str:
    tag = page.deck.tongues[0 if run.ours else 1]
    how = f'lang="{tag}" sz="{round(run.size * 100)}" b="{run.bold:d}" i="{run.italic:d}"'
    look = f"<a:rPr {how}>{colour_xml(page, run.colour)}</a:rPr>"
    parts = (f"<a:r>{look}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in clean(run.text).split("\n"))
    return f"<a:br>{look}</a:br>".join(parts)


def called(shape: Any, name: str, alt: str | None = None) -> None:
    """Its name in the list of objects, and its alt text; an empty one tells that it is only looks."""
    named(shape.element, name, alt)


def named(whole: Any, name: str, alt: str | None) -> None:
    """As `called`, of an element."""
    element = next(whole.iter(_NAMED))
    element.set("name", clean(name).replace("\n", " ")[:120] or "–")
    if alt is None:
        return
    if alt:
        element.set("descr", clean(alt).replace("\n", " "))
        return
    from pptx.oxml import parse_xml

    element.append(parse_xml(
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:ext uri="{_DECORATIVE}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    ))  # fmt: skip


def plain(shape: Any) -> None:
    """Without the theme's shadows and gradients."""
    style = shape.element.find(_STYLE)
    if style is not None:
        shape.element.remove(style)


def stroke(page: Page, line: Any, role: str, width: float, dash: str = "solid", *, ends: str = "") -> None:
    """A line of so many points, and what stands at its ends."""
    from pptx.oxml import parse_xml

    look = _line(page, Look(stroke=role, width=width, dash=dash)).replace("<a:ln ", f'<a:ln {SPACES} cap="rnd" ')
    new = parse_xml(look.replace("</a:ln>", f"<a:round/>{ends}</a:ln>"))
    old = line._get_or_add_ln()  # noqa: SLF001 - the whole of it is replaced
    old.getparent().replace(old, new)


def _emu(area: Rect) -> tuple[int, int, int, int]:
    x, y, w, h = (round(each * EMU) for each in area)
    return x, y, max(w, 1), max(h, 1)
