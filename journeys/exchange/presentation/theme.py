"""Colours, fonts and layouts of the presentation, which an organisation can replace by those of its house style."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.i18n import Words

FONT: Final = "Arial"
"""On every office's computers, and elsewhere there is one as wide."""
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_KEPT: Final = (0, 5, 1)
"""Of the layouts that python-pptx brings: title, title only, title with text."""
_GONE: Final = ("thumbnail", "printerSettings")
SCHEME: Final = {
    "dk1": "text", "lt1": "paper", "dk2": "muted", "lt2": "canvas", "accent1": "own.fill",
    "accent2": "presence.gap.stroke", "accent3": "opportunity.mark", "accent4": "heartbeat",
    "accent5": "presence.commissioned.stroke", "accent6": "presence.backstage.stroke", "hlink": "selection",
    "folHlink": "flow.back",
}  # fmt: skip
"""Colour of the theme → our role."""


def dress(file: Any, say: Words) -> None:
    """Three layouts for 16:9 with our type, and no parts of others."""
    layouts = [file.slide_layouts[index] for index in _KEPT]
    for layout in list(file.slide_layouts):
        if layout not in layouts:
            file.slide_layouts.remove(layout)
    ids = file.slide_master.element.sldLayoutIdLst
    for element in sorted(ids, key=lambda one: _place(file, one, layouts)):
        ids.append(element)
    for part in (file.part.package, file.part):
        for key in [key for key, rel in part._rels.items() if any(word in rel.reltype for word in _GONE)]:  # noqa: SLF001 - the only door to them
            part._rels.pop(key)  # noqa: SLF001 - as above
    _master(file.slide_master)
    _notes(file.notes_master)
    for layout, name in zip(layouts, (say("Title slide"), say("Title only"), say("Title and text")), strict=True):
        layout.element.cSld.set("name", name)
        _places(layout.placeholders)


def _place(file: Any, element: Any, layouts: Sequence[Any]) -> int:
    part = file.slide_master.part.related_part(element.rId)
    return next(index for index, layout in enumerate(layouts) if layout.part is part)


def _master(master: Any) -> None:
    """Titles at the left and bold, on a ground that lets white cards stand out."""
    from pptx.enum.dml import MSO_THEME_COLOR

    _places(master.placeholders)
    master.background.fill.solid()
    master.background.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    for style in master.element.xpath("p:txStyles/p:titleStyle/a:lvl1pPr"):
        style.set("algn", "l")
    for letters in master.element.xpath("p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr"):
        letters.set("sz", "2800")
        letters.set("b", "1")
    for level, size in enumerate((2000, 1800, 1600, 1400, 1400), 1):
        for letters in master.element.xpath(f"p:txStyles/p:bodyStyle/a:lvl{level}pPr/a:defRPr"):
            letters.set("sz", str(size))


def _notes(master: Any) -> None:
    """The small picture of the slide is as wide as the words under it."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND
    from pptx.util import Mm

    for holder in master.placeholders:
        if holder.placeholder_format.type == KIND.SLIDE_IMAGE:
            holder.left, holder.top, holder.width, holder.height = map(Mm, (19.05, 19.05, 152.4, 85.725))


def _places(holders: Any) -> None:
    """Where titles, text and number stand, by the kind of placeholder."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND
    from pptx.util import Mm

    places = {
        KIND.TITLE: (14, 14, 310.6, 16), KIND.CENTER_TITLE: (18, 40, 190, 56), KIND.SUBTITLE: (18, 100, 190, 20),
        KIND.BODY: (14, 44, 310.6, 132), KIND.OBJECT: (14, 44, 310.6, 132), KIND.DATE: (14, 182, 60, 6),
        KIND.FOOTER: (80, 182, 178, 6), KIND.SLIDE_NUMBER: (294.6, 182, 30, 6),
    }  # fmt: skip
    for holder in holders:
        place = places.get(holder.placeholder_format.type)
        if place:
            holder.left, holder.top, holder.width, holder.height = map(Mm, place)


def part(name: str, data: bytes, colours: Mapping[str, str], slides: int) -> bytes:
    """A part of the file: the theme in our colours, and who made it."""
    if name == "ppt/theme/theme1.xml":
        return _themed(data.decode(), colours).encode()
    if name == "docProps/app.xml":
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats'
            '.org/officeDocument/2006/extended-properties"><Application>Levensreis</Application>'
            f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides></Properties>"
        ).encode()
    return data


def _themed(xml: str, colours: Mapping[str, str]) -> str:
    scheme = "".join(f'<a:{key}><a:srgbClr val="{colours[role][1:]}"/></a:{key}>' for key, role in SCHEME.items())
    xml = re.sub(r"<a:clrScheme.*?</a:clrScheme>", f'<a:clrScheme name="Levensreis">{scheme}</a:clrScheme>', xml,
                 flags=re.DOTALL)  # fmt: skip
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    both = f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>"
    fonts = f'<a:fontScheme name="Levensreis">{both}</a:fontScheme>'
    xml = re.sub(r"<a:fontScheme.*?</a:fontScheme>", fonts, xml, flags=re.DOTALL)
    return re.sub(r"<a:fmtScheme.*?</a:fmtScheme>", _FLAT, xml, flags=re.DOTALL)


_SOLID: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE: Final = f'<a:ln w="{{w}}" cap="flat" cmpd="sng" algn="ctr">{_SOLID}<a:prstDash val="solid"/></a:ln>'
_PLAIN: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FLAT: Final = (
    f'<a:fmtScheme name="Levensreis"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{''.join(_LINE.format(w=w) for w in (9525, 19050, 28575))}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_PLAIN * 3}</a:effectStyleLst><a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
"""No gradients and shadows in what people add."""


def sections(file: Any, parts: Sequence[tuple[str, list[int]]]) -> None:
    """The parts of the presentation as PowerPoint's list of slides shows them."""
    from pptx.oxml import parse_xml

    root = file.part._element  # noqa: SLF001 - sections have no door of their own
    element = parse_xml(
        f'<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:ext uri="{_SECTIONS}">'
        f'<p14:sectionLst xmlns:p14="{_P14}"/></p:ext></p:extLst>'
    )
    listed = element[0][0]
    for number, (name, slides) in enumerate(parts):
        if slides:
            id_ = str(uuid.uuid5(uuid.NAMESPACE_URL, f"levensreis:{number}")).upper()
            one = parse_xml(f'<p14:section xmlns:p14="{_P14}" id="{{{id_}}}"><p14:sldIdLst/></p14:section>')
            one.set("name", name)
            for slide in slides:
                one[0].append(parse_xml(f'<p14:sldId xmlns:p14="{_P14}" id="{slide}"/>'))
            listed.append(one)
    for old in root.xpath("p:extLst"):
        root.remove(old)
    root.append(element)
