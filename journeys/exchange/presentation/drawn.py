"""What is drawn freely: our symbols and faces, the curve of feelings, and lines that stay glued to the boxes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from journeys.exchange.presentation.deck import EMU
from journeys.exchange.presentation.shapes import SPACES, Look, box, called, colour_xml, named, next_id, plain, stroke
from journeys.layout import marks
from journeys.layout.drawing import Rect
from journeys.layout.heartbeat import face_role
from journeys.phrases.terms import emotion_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.exchange.presentation.deck import Page
    from journeys.i18n import Words
    from journeys.layout.drawing import Point
    from journeys.layout.shapes import Shape
    from journeys.model.entities import Link

UNIT: Final = 1000
"""Of a symbol's square, in its own paths."""
_A: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_LEFT, _BOTTOM, _RIGHT, _TOP = 1, 2, 3, 0
_DIP: Final = 5.0


def mark(page: Page, name: str, x: float, y: float, size: float, ink: str, *, alt: str = "", called_: str = "") -> None:
    """One of our symbols, as one object: a shape, or a group of shapes where it has several colours."""
    from pptx.oxml import parse_xml

    parts = [list(some) for _, some in groupby(marks.shapes(name), key=lambda one: (one.paint, one.tint, one.width))]
    first, *others = (next_id(page) for _ in range(len(parts) + 1))
    place = f'x="{round(x * EMU)}" y="{round(y * EMU)}"', f'cx="{round(size * EMU)}" cy="{round(size * EMU)}"'
    made = [_part(page, some, place, size, name, ink, id_) for id_, some in zip(others, parts, strict=True)]
    whole = made[0]
    if len(made) > 1:
        frame = f"<a:off {place[0]}/><a:ext {place[1]}/><a:chOff {place[0]}/><a:chExt {place[1]}/>"
        whole = (f'<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id="{first}" name="{name}"/><p:cNvGrpSpPr/><p:nvPr/>'
                f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{"".join(made)}</p:grpSp>')  # fmt: skip
    element = parse_xml(whole)
    page.shapes.element.append(element)
    named(element, called_ or alt or name, alt)


def _part(page: Page, some: Sequence[Shape], place: tuple[str, str], size: float, name: str, ink: str, id_: int) -> str:
    """Shapes of one paint as one."""
    first = some[0]
    role = {"mark": ink, "ink": marks.ink(name), "paper": "mark.paper"}[first.tint]
    filled, colour = first.paint == "fill", colour_xml(page, role)
    look = f"{colour}<a:ln><a:noFill/></a:ln>" if filled else (
        f'<a:noFill/><a:ln w="{round(first.width * size * EMU)}" cap="rnd">{colour}<a:round/></a:ln>')  # fmt: skip
    paths = "".join(_path(one, filled=filled) for one in some)
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f"<a:off {place[0]}/><a:ext {place[1]}/></a:xfrm>{_form(paths)}{look}</p:spPr></p:sp>"
    )


def _path(shape: Shape, *, filled: bool) -> str:
    """One path, in parts of the square."""
    steps = "".join(_step(letter, [round(number * UNIT) for number in numbers]) for letter, numbers in shape.path)
    how = 'stroke="0"' if filled else 'fill="none"'
    return f'<a:path w="{UNIT}" h="{UNIT}" {how}>{steps}</a:path>'


def _step(letter: str, numbers: Sequence[int]) -> str:
    points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    return {"m": f"<a:moveTo>{points}</a:moveTo>", "l": f"<a:lnTo>{points}</a:lnTo>",
            "c": f"<a:cubicBezTo>{points}</a:cubicBezTo>", "z": "<a:close/>"}[letter]  # fmt: skip


def _form(paths: str) -> str:
    return (
        f'<a:custGeom {_A}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>"
    )


def _draw(shape: Any, paths: str) -> None:
    """Paths in place of the shape's own form."""
    from pptx.oxml import parse_xml

    form = shape.element.spPr.xpath("a:prstGeom")[0]
    form.getparent().replace(form, parse_xml(_form(paths)))


def face(page: Page, emotion: int, x: float, y: float, size: float, say: Words, *, of: str = "") -> None:
    """A face that says in words what it shows, and at which step."""
    word = emotion_word(emotion, say)
    mark(page, marks.face(emotion), x, y, size, face_role(emotion), alt=f"{of}: {word}" if of else word)


def curve(page: Page, points: Sequence[Point], ink: str, width: float, *, name: str, alt: str) -> None:
    """A smooth line through cubic pieces, as one freeform that can be bent."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    area = Rect(min(xs), min(ys), max(max(xs) - min(xs), 0.1), max(max(ys) - min(ys), 0.1))
    shape = box(page, area, Look(), name=name, alt=alt)
    local = [(round((x - area.x) * EMU), round((y - area.y) * EMU)) for x, y in points]
    steps = _step("m", local[0]) + "".join(_step("c", [n for point in some for n in point]) for some in _threes(local))
    _draw(shape, f'<a:path w="{round(area.w * EMU)}" h="{round(area.h * EMU)}" fill="none">{steps}</a:path>')
    stroke(page, shape.line, ink, width)


def _threes(points: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    for start in range(1, len(points) - 2, 3):
        yield points[start : start + 3]


def rule(page: Page, start: Point, end: Point, ink: str, width: float) -> None:
    """A straight line that is only looks."""
    from pptx.enum.shapes import MSO_CONNECTOR

    ends = (round(each * EMU) for each in (*start, *end))
    line = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    _bare(page, line, ink, width)
    called(line, "–", "")


def _bare(page: Page, line: Any, ink: str, width: float, dash: str = "solid", ends: str = "") -> None:
    plain(line)
    stroke(page, line.line, ink, width, dash, ends=ends)


def joined(page: Page, link: Link, source: tuple[Any, Rect], target: tuple[Any, Rect], alt: str) -> None:
    """An arrow from box to box that stays glued when one of them is moved."""
    from pptx.enum.shapes import MSO_CONNECTOR

    (one, a), (other, b) = source, target
    ahead, same = b.x >= a.x + a.w, abs(a.x - b.x) < 0.1
    down = b.y > a.y
    sides = (_RIGHT, _LEFT) if ahead else ((_BOTTOM, _TOP) if down else (_TOP, _BOTTOM)) if same else (_BOTTOM, _BOTTOM)
    level = ahead and abs(a.y + a.h / 2 - b.y - b.h / 2) < 0.3
    line = page.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT if level or same else MSO_CONNECTOR.CURVE if ahead else MSO_CONNECTOR.ELBOW, 0, 0, 0, 0
    )
    line.begin_connect(one, sides[0])
    line.end_connect(other, sides[1])
    if not ahead and not same:
        _under(line, a, b)
    back = link.kind == "back" or (not ahead and not same)
    ends = '<a:headEnd type="diamond" w="lg" len="lg"/>' if link.kind == "choice" else ""
    ends += '<a:tailEnd type="triangle" w="med" len="med"/>'
    _bare(page, line, "flow.back" if back else "flow", 1.75, "dashed" if back else "solid", ends)
    called(line, alt, alt)


def _under(line: Any, a: Rect, b: Rect) -> None:
    """From the lower edge of a box around to the lower edge of one at its left: a form that lies on its side."""
    start, end = (a.x + a.w / 2, a.y + a.h), (b.x + b.w / 2, b.y + b.h)
    long, fall = start[0] - end[0], end[1] - start[1]
    wide = max(abs(fall), 0.35)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    line.left, line.top = round((middle[0] - wide / 2) * EMU), round((middle[1] - long / 2) * EMU)
    line.width, line.height = round(wide * EMU), round(long * EMU)
    frame = line.element.spPr.xfrm
    for key in ("flipH", "flipV"):
        if key in frame.attrib:
            del frame.attrib[key]
    frame.set("rot", "5400000")
    share = (max(fall, 0.0) + _DIP) / wide if fall >= 0 else -_DIP / wide
    if fall < 0:
        frame.set("flipH", "1")
    from pptx.oxml import parse_xml

    form = line.element.spPr.xpath("a:prstGeom")[0]
    form.set("prst", "bentConnector3")
    for old in form.xpath("a:avLst"):
        form.remove(old)
    form.append(parse_xml(f'<a:avLst {_A}><a:gd name="adj1" fmla="val {round(share * 100_000)}"/></a:avLst>'))
