"""Sheets as ODS: a zip with the XML that LibreOffice Calc writes itself, as far as tables need it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from journeys.exchange.spreadsheets.page import Column, Page, Value

MIMETYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
MADE: Final = (1980, 1, 1, 0, 0, 0)
MM_A_CHARACTER: Final = 2.1
ROOM: Final = 400
_SPACES: Final = re.compile(r"^ +| {2,}| +$")
_SPACE: Final = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"), ("config", "config"), ("meta", "meta"),
    )
)  # fmt: skip
_DC: Final = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STYLES: Final = (
    '<number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'
    "</number:date-style>"
    '<number:number-style style:name="below"><number:text>−</number:text>'
    '<number:number number:min-integer-digits="1" number:decimal-places="0"/></number:number-style>'
    '<number:number-style style:name="zero"><number:number number:min-integer-digits="1" number:decimal-places="0"/>'
    "</number:number-style>"
    '<number:number-style style:name="above"><number:text>+</number:text>'
    '<number:number number:min-integer-digits="1" number:decimal-places="0"/>'
    '<style:map style:condition="value()&lt;0" style:apply-style-name="below"/>'
    '<style:map style:condition="value()=0" style:apply-style-name="zero"/></number:number-style>'
    '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"'
    ' style:vertical-align="top" fo:border-bottom="0.5pt solid #d9d9d9"/></style:style>'
    '<style:style style:name="centred" style:family="table-cell"><style:table-cell-properties'
    ' style:vertical-align="top" style:text-align-source="fix" fo:border-bottom="0.5pt solid #d9d9d9"/>'
    '<style:paragraph-properties fo:text-align="center"/></style:style>'
    '<style:style style:name="id" style:family="table-cell"><style:table-cell-properties style:vertical-align="top"/>'
    '<style:text-properties fo:color="#595959"/></style:style>'
    '<style:style style:name="due" style:family="table-cell" style:parent-style-name="cell"'
    ' style:data-style-name="day"><style:table-cell-properties style:vertical-align="top"'
    ' fo:border-bottom="0.5pt solid #d9d9d9"/></style:style>'
    '<style:style style:name="emotion" style:family="table-cell" style:data-style-name="above">'
    '<style:table-cell-properties style:vertical-align="top" style:text-align-source="fix"'
    ' fo:border-bottom="0.5pt solid #d9d9d9"/>'
    '<style:paragraph-properties fo:text-align="center"/></style:style>'
    '<style:style style:name="head" style:family="table-cell"><style:table-cell-properties'
    ' fo:background-color="#1f4e79" fo:wrap-option="wrap" style:vertical-align="top"/>'
    '<style:text-properties fo:font-weight="bold" fo:color="#ffffff"/></style:style>'
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties'
    ' style:use-optimal-row-height="true"/></style:style>'
)
_BAND: Final = '<style:header-footer-properties fo:min-height="7mm" fo:margin-bottom="2mm" fo:margin-top="2mm"/>'
_LAYOUT: Final = (
    '<style:page-layout style:name="a4-{n}"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm"'
    ' style:print-orientation="landscape" fo:margin="10mm" style:scale-to-X="{n}" style:scale-to-Y="0"/>'
    f"<style:header-style>{_BAND}</style:header-style><style:footer-style>{_BAND}</style:footer-style>"
    "</style:page-layout>"
)
_MASTER: Final = (
    '<style:master-page style:name="across-{n}" style:page-layout-name="a4-{n}"><style:header><text:p>'
    "<text:sheet-name>?</text:sheet-name></text:p></style:header><style:footer><text:p><text:page-number>1"
    "</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
)
_SHEET: Final = (
    '<style:style style:name="across-{n}" style:family="table" style:master-page-name="across-{n}">'
    '<style:table-properties table:display="true"/></style:style>'
)
_MANIFEST: Final = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="1.3">'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (
            ("/", MIMETYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("settings.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        )
    )
    + "</manifest:manifest>"
)  # fmt: skip


def write(pages: Sequence[Page], title: str, watch: Callable[[float], None]) -> bytes:
    """The whole file; the same sheets give the same bytes."""
    parts = {
        "mimetype": MIMETYPE, "META-INF/manifest.xml": _MANIFEST, "content.xml": "".join(_content(pages, watch)),
        "styles.xml": _paper(pages), "settings.xml": _settings(pages), "meta.xml": _meta(title),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, MADE), text.encode(), packing)
    return out.getvalue()


def _content(pages: Sequence[Page], watch: Callable[[float], None]) -> Iterator[str]:
    yield f'{_HEAD}<office:document-content {_SPACE} {_DC} office:version="1.3">'
    yield f"<office:automatic-styles>{_STYLES}{''.join(_widths(pages))}{_each(_SHEET, pages)}</office:automatic-styles>"
    yield "<office:body><office:spreadsheet>"
    yield f"<table:content-validations>{''.join(_rules(pages))}</table:content-validations>"
    for number, page in enumerate(pages):
        share = 1 / (len(pages) + 1)
        yield from _table(number, page, page.watched(watch, number * share, (number + 1) * share))
        watch((number + 1) * share)
    yield f"<table:database-ranges>{''.join(map(_filter, enumerate(pages)))}</table:database-ranges>"
    yield "</office:spreadsheet></office:body></office:document-content>"


def _paper(pages: Sequence[Page]) -> str:
    return (
        f'{_HEAD}<office:document-styles {_SPACE} {_DC} office:version="1.3">'
        f"<office:automatic-styles>{_each(_LAYOUT, pages)}</office:automatic-styles>"
        f"<office:master-styles>{_each(_MASTER, pages)}</office:master-styles></office:document-styles>"
    )


def _each(style: str, pages: Sequence[Page]) -> str:
    """A style for every width of paper that is needed."""
    return "".join(style.replace("{n}", str(across)) for across in sorted({page.across for page in pages}))


def _widths(pages: Sequence[Page]) -> Iterator[str]:
    for wide in sorted({column.wide for page in pages for column in page.columns}):
        yield (
            f'<style:style style:name="w{wide}" style:family="table-column"><style:table-column-properties'
            f' style:column-width="{wide * MM_A_CHARACTER:.1f}mm"/></style:style>'
        )


def _rules(pages: Sequence[Page]) -> Iterator[str]:
    """The words to choose from, and from −2 to +2; other words may be typed all the same."""
    for number, page in enumerate(pages):
        for column in page.columns:
            condition = _condition(column)
            if condition:
                yield (
                    f'<table:content-validation table:name="{column.code}{number}"'
                    f" table:condition={quoteattr(condition)}"
                    ' table:allow-empty-cell="true"><table:error-message table:message-type="warning"'
                    ' table:display="true"/></table:content-validation>'
                )


def _condition(column: Column) -> str:
    if column.choices:
        listed = ";".join('"' + word.replace('"', '""') + '"' for word in column.choices)
        return f"of:cell-content-is-in-list({listed})"
    if column.code == "emotion":
        return "of:cell-content-is-whole-number() and cell-content-is-between(-2,2)"
    return ""


def _table(number: int, page: Page, rows: Iterable[tuple[Value, ...]]) -> Iterator[str]:
    area = f"{_quoted(page.name)}.A1:{_quoted(page.name)}.{_letters(page.printed - 1)}{len(page.rows) + 1}"
    yield f'<table:table table:name={quoteattr(page.name)} table:style-name="across-{page.across}"'
    yield f" table:print-ranges={quoteattr(area)}>"
    columns = [
        f'<table:table-column table:style-name="w{column.wide}" table:default-cell-style-name="{_style(column)}"/>'
        for column in page.columns
    ]
    if page.aside:
        yield f"<table:table-header-columns>{''.join(columns[: page.aside])}</table:table-header-columns>"
    yield "".join(columns[page.aside :])
    yield '<table:table-header-rows><table:table-row table:style-name="row">'
    for column in page.columns:
        yield f'<table:table-cell table:style-name="head"{_cell(column.title)}'
    yield "</table:table-row></table:table-header-rows>\n"
    rules = [f' table:content-validation-name="{c.code}{number}"' if _condition(c) else "" for c in page.columns]
    styles = [f'<table:table-cell table:style-name="{_style(column)}"' for column in page.columns]
    opened = [style + rule for style, rule in zip(styles, rules, strict=True)]
    for row in rows:
        yield '<table:table-row table:style-name="row">'
        yield "".join(start + _cell(value) for start, value in zip(opened, row, strict=True))
        yield "</table:table-row>\n"
    if any(rules):
        blank = "".join(f"{start}/>" for start in opened)
        yield f'<table:table-row table:style-name="row" table:number-rows-repeated="{ROOM}">{blank}</table:table-row>'
    yield "</table:table>"


def _style(column: Column) -> str:
    if column.code in ("day", "start"):
        return "centred"
    if column.code in ("due", "emotion"):
        return column.code
    return "id" if not column.printed and "id" in column.code.split("_") else "cell"


def _cell(value: Value) -> str:
    """The rest of a cell of which the beginning stands there."""
    if isinstance(value, dt.date):
        return f' office:value-type="date" office:date-value="{value}">{_text(str(value))}</table:table-cell>'
    if isinstance(value, int):
        return f' office:value-type="float" office:value="{value}">{_text(str(value))}</table:table-cell>'
    if not value:
        return "/>"
    return f' office:value-type="string">{_text(value)}</table:table-cell>'


def _text(text: str) -> str:
    """A paragraph per line; spaces that XML would fold are counted."""
    return "".join(f"<text:p>{_SPACES.sub(_counted, escape(line))}</text:p>" for line in text.split("\n"))


def _counted(spaces: re.Match[str]) -> str:
    return f'<text:s text:c="{len(spaces[0])}"/>'


def _filter(numbered: tuple[int, Page]) -> str:
    number, page = numbered
    name = _quoted(page.name)
    area = f"{name}.A1:{name}.{_letters(len(page.columns) - 1)}{len(page.rows) + 1}"
    return (
        f'<table:database-range table:name="__Anonymous_Sheet_DB__{number}"'
        f' table:target-range-address={quoteattr(area)} table:display-filter-buttons="true"/>'
    )


def _settings(pages: Sequence[Page]) -> str:
    """The row with headings stays in sight."""
    entry = "config:config-item-map-entry"
    tables = "".join(f"<{entry} config:name={quoteattr(page.name)}>{_frozen(page)}</{entry}>" for page in pages)
    return (
        f'{_HEAD}<office:document-settings {_SPACE} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        '<config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1'
        '</config:config-item><config:config-item-map-named config:name="Tables">'
        f"{tables}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>"
    )


def _frozen(page: Page) -> str:
    aside = page.aside
    held = [("VerticalSplitMode", "short", 2), ("VerticalSplitPosition", "int", 1), ("PositionBottom", "int", 1),
            ("ActiveSplitRange", "short", 3 if aside else 2)]  # fmt: skip
    if aside:
        held += [("HorizontalSplitMode", "short", 2), ("HorizontalSplitPosition", "int", aside),
                 ("PositionRight", "int", aside)]  # fmt: skip
    return "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, kind, value in held
    )


def _meta(title: str) -> str:
    return (
        f'{_HEAD}<office:document-meta {_SPACE} {_DC} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(title)}</dc:title></office:meta></office:document-meta>"
    )


def _quoted(name: str) -> str:
    return "$'" + name.replace("'", "''") + "'"


def _letters(column: int) -> str:
    from journeys.exchange.rows import letters

    return letters(column)
