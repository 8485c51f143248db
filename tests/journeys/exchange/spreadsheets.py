"""Real XLSX files, and ODS files made by hand, for tests."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import PurePath
from xml.sax.saxutils import escape

import xlsxwriter

from journeys.exchange import coming, tables

SPACES = "urn:oasis:names:tc:opendocument:xmlns"
ODS_HEAD = (
    f'<office:document-content xmlns:office="{SPACES}:office:1.0" xmlns:table="{SPACES}:table:1.0"'
    f' xmlns:text="{SPACES}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
)
ODS_END = "</office:spreadsheet></office:body></office:document-content>"


def xlsx(sheets, fill=None):
    """Name → rows; `fill(workbook, worksheets)` may add what rows cannot say."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        made = {}
        for name, rows in sheets.items():
            made[name] = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, dt.date):
                        made[name].write_datetime(number, column, cell, day)
                    elif cell is not None:
                        made[name].write(number, column, cell)
        if fill is not None:
            fill(book, made)
    return out.getvalue()


def ods_row(*row, times=1):
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(map(ods_cell, row))}</table:table-row>'


def ods_cell(cell):
    """A cell from a value, or from XML as it is."""
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, dt.date):
        return ods_filled(cell, f'office:value-type="date" office:date-value="{cell}"')
    if isinstance(cell, int | float):
        return ods_filled(cell, f'office:value-type="float" office:value="{cell}"')
    return cell if cell.startswith("<") else ods_filled(cell)


def ods_filled(text, given='office:value-type="string"'):
    return f"<table:table-cell {given}><text:p>{escape(str(text))}</text:p></table:table-cell>"


def ods(sheets, head=""):
    """Name → rows of values, or of raw XML."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + "".join(row if isinstance(row, str) else ods_row(*row) for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    manifest = f'<manifest:manifest xmlns:manifest="{SPACES}:manifest:1.0"/>'
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>{head}{ODS_HEAD}{tables}{ODS_END}',
        "META-INF/manifest.xml": manifest,
    })  # fmt: skip


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def to_study(data, name, language):
    """The study that a table file becomes."""
    return coming.to_study(tables.coming(data, name), PurePath(name).stem, language)
