"""Tables as XLSX (ECMA-376) and ODS (ISO/IEC 26300), written as a stream of text into a zip.

Every cell carries its type, so text never is a formula and a date is a date. Libraries take ten times as long for ten
thousand rows (openpyxl, XlsxWriter, PyExcelerate), because they make an object of every cell.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.render.table import Cell, Row

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_EPOCH = date(1899, 12, 30).toordinal()
"""Excel counts days from here, for every day after February 1900."""

_LONGEST_TEXT = 32767
_NOT_XML = bytes(code for code in range(32) if code not in b"\t\n\r")
_NOR_XML = ("\ufffe".encode(), "\uffff".encode())
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell: the same table gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named table: the names of its columns, bold in the first row, and its rows."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Row]


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Return an Excel workbook."""
    numbers = range(1, len(sheets) + 1)
    links = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _relationships([*links, ("stijl", "styles", "styles.xml")]),
        "xl/styles.xml": _XLSX_STYLES,
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": _worksheet(sheet) for n, sheet in zip(numbers, sheets, strict=True)}
    return _zip(parts)


def ods(sheets: Sequence[Sheet]) -> bytes:
    """Return an OpenDocument spreadsheet; its type is the first file of the zip, as it is, so that tools know it."""
    return _zip({"mimetype": ODS_TYPE, "META-INF/manifest.xml": _MANIFEST, "content.xml": _content(sheets)})


def _zip(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", compresslevel=3) as archive:
        for path, text in parts.items():
            info = ZipInfo(path, _MOMENT)
            info.compress_type = ZIP_STORED if path == "mimetype" else ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, _as_xml(text))
    return buffer.getvalue()


def _filled(row: Row) -> Row:
    """Return a row without the empty cells at its end, which need not be written."""
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]


def _as_xml(text: str) -> bytes:
    """Encode, without the characters that no XML may hold."""
    data = text.encode().translate(None, _NOT_XML)
    for sequence in _NOR_XML:
        data = data.replace(sequence, b"")
    return data


# XLSX

_XLSX_STYLES = f"""{_DECLARATION}<styleSheet xmlns="{_MAIN}">\
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>\
</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>\
</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>\
<xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


def _worksheet(sheet: Sheet) -> str:
    """Return a sheet; cells and rows leave out where they stand, which the standard allows and readers count."""
    head = "".join([f'<c s="1" t="inlineStr"><is><t>{escape(name)}</t></is></c>' for name in sheet.columns])
    rows = [
        f"<row>{head}</row>",
        *(f"<row>{''.join([_xlsx_cell(cell) for cell in _filled(row)])}</row>" for row in sheet.rows),
    ]
    return (
        f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols><col min="1" max="{len(sheet.columns)}" width="24" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _xlsx_cell(cell: Cell) -> str:
    if isinstance(cell, str):
        text = escape(cell[:_LONGEST_TEXT], quote=False)
        return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if cell else "<c/>"
    if cell is None:
        return "<c/>"
    return f'<c s="2"><v>{cell.toordinal() - _EPOCH}</v></c>' if isinstance(cell, date) else f"<c><v>{cell}</v></c>"


def _workbook(sheets: Sequence[Sheet]) -> str:
    named = [f'<sheet name="{escape(s.name)}" sheetId="{n}" r:id="rId{n}"/>' for n, s in enumerate(sheets, 1)]
    return f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{"".join(named)}</sheets></workbook>'


def _relationships(relations: Iterable[tuple[str, str, str]]) -> str:
    made = [f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id, kind, target in relations]
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(made)}</Relationships>'


def _content_types(numbers: Iterable[int]) -> str:
    parts = [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles")]
    parts += [(f"xl/worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    made = [f'<Override PartName="/{path}" ContentType="{_PARTS}.{kind}+xml"/>' for path, kind in parts]
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(made)}</Types>'
    )


# ODS

_SPACES = " ".join(
    f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
    }.items()
)
_ODS_STYLES = """<office:automatic-styles><number:date-style style:name="dag"><number:day number:style="long"/>\
<number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text>\
<number:year number:style="long"/></number:date-style><style:style style:name="datum" style:family="table-cell" \
style:data-style-name="dag"/><style:style style:name="kop" style:family="table-cell">\
<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>"""
_MANIFEST = f"""{_DECLARATION}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">\
<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>\
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def _content(sheets: Iterable[Sheet]) -> str:
    return (
        f'{_DECLARATION}<office:document-content {_SPACES} office:version="1.3">{_ODS_STYLES}<office:body>'
        f"<office:spreadsheet>{''.join(map(_ods_table, sheets))}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def _ods_table(sheet: Sheet) -> str:
    cell = '<table:table-cell table:style-name="kop" office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    head = "".join([cell.format(escape(name)) for name in sheet.columns])
    rows = [head, *("".join([_ods_cell(cell) for cell in _filled(row)]) for row in sheet.rows)]
    made = "".join([f"<table:table-row>{row}</table:table-row>" for row in rows])
    return f'<table:table table:name="{escape(sheet.name)}">{made}</table:table>'


def _ods_cell(cell: Cell) -> str:
    if isinstance(cell, str) and cell:
        text = escape(cell, quote=False).replace("\n", "</text:p><text:p>")
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, date):
        value = f'table:style-name="datum" office:value-type="date" office:date-value="{cell}"'
    else:
        value = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {value}><text:p>{cell}</text:p></table:table-cell>"
