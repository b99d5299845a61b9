"""Tables as XLSX (ECMA-376) and ODS (ISO/IEC 26300), written as a stream of text into a zip.

Every cell carries its type, so text never is a formula and a date is a date. Libraries take ten times as long for ten
thousand rows (openpyxl, XlsxWriter, PyExcelerate), because they make an object of every cell. Here a row is the filling
of a template, of which there is one for each order of types that rows have.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import islice
from types import NoneType
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.render.table import Row

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
_NOR_XML_STARTS = b"\xef\xbf"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell: the same table gives the same bytes."""

_PIECES = 200
"""Rows that are encoded and compressed at a time."""


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
    parts: dict[str, Iterable[str]] = {
        "[Content_Types].xml": [_content_types(numbers)],
        "_rels/.rels": [_relationships([("rId1", "officeDocument", "xl/workbook.xml")])],
        "xl/workbook.xml": [_workbook(sheets)],
        "xl/_rels/workbook.xml.rels": [_relationships([*links, ("stijl", "styles", "styles.xml")])],
        "xl/styles.xml": [_XLSX_STYLES],
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": _worksheet(sheet) for n, sheet in zip(numbers, sheets, strict=True)}
    return _zip(parts)


def ods(sheets: Sequence[Sheet]) -> bytes:
    """Return an OpenDocument spreadsheet; its type is the first file of the zip, as it is, so that tools know it."""
    return _zip({"mimetype": [ODS_TYPE], "META-INF/manifest.xml": [_MANIFEST], "content.xml": _content(sheets)})


def _zip(parts: Mapping[str, Iterable[str]]) -> bytes:
    """Return a zip of texts, each given in pieces."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", compresslevel=3) as archive:
        for path, text in parts.items():
            info = ZipInfo(path, _MOMENT)
            info.compress_type = ZIP_STORED if path == "mimetype" else ZIP_DEFLATED
            info.create_system = 0
            pieces = iter(text)
            with archive.open(info, "w") as file:
                while piece := "".join(islice(pieces, _PIECES)):
                    file.write(_as_xml(piece))
    return buffer.getvalue()


def _rows(rows: Iterable[Row], form: str, cells: Mapping[type, str], written: Callable[[Row], Row]) -> Iterator[str]:
    """Yield rows in a form with `{}`. The form of a cell goes by its type, with `#` where its value stands.

    `written` gives the values as they stand there.
    """
    templates: dict[tuple[type, ...], str] = {}
    for row in rows:
        if "" in row:
            row = [None if cell == "" else cell for cell in row]
        kinds = tuple(map(type, row))
        template = templates.get(kinds)
        if template is None:
            template = templates[kinds] = form.format(_template(kinds, cells))
        yield template.format(*written(row))


def _template(kinds: Sequence[type], cells: Mapping[type, str]) -> str:
    """Return the form of a row of such cells, without the empty ones at its end, which need not be written."""
    end = max((place for place, kind in enumerate(kinds, 1) if kind is not NoneType), default=0)
    return "".join([cells[kind].replace("#", f"{{{place}}}") for place, kind in enumerate(kinds[:end])])


def _escaped(row: Row, longest: int | None = None) -> Row:
    """Return a row with its text cut off and escaped; in most rows there is nothing to do."""
    text = "".join([cell for cell in row if type(cell) is str])
    if not ("&" in text or "<" in text or ">" in text) and (longest is None or len(text) <= longest):
        return row
    return [escape(cell[:longest], quote=False) if isinstance(cell, str) else cell for cell in row]


def _as_xml(text: str) -> bytes:
    """Encode, without the characters that no XML may hold."""
    data = text.encode().translate(None, _NOT_XML)
    if _NOR_XML_STARTS in data:
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


_XLSX_NUMBER = "<c><v>#</v></c>"
_XLSX_CELLS: Mapping[type, str] = {
    str: '<c t="inlineStr"><is><t xml:space="preserve">#</t></is></c>',
    date: '<c s="2"><v>#</v></c>',
    int: _XLSX_NUMBER,
    float: _XLSX_NUMBER,
    NoneType: "<c/>",
}


def _worksheet(sheet: Sheet) -> Iterator[str]:
    """Yield a sheet; cells and rows leave out where they stand, which the standard allows and readers count."""
    head = "".join([f'<c s="1" t="inlineStr"><is><t>{escape(name)}</t></is></c>' for name in sheet.columns])
    yield (
        f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols><col min="1" max="{len(sheet.columns)}" width="24" customWidth="1"/></cols>'
        f"<sheetData><row>{head}</row>"
    )
    yield from _rows(sheet.rows, "<row>{}</row>", _XLSX_CELLS, _xlsx_values)
    yield "</sheetData></worksheet>"


def _xlsx_values(row: Row) -> Row:
    return [cell.toordinal() - _EPOCH if type(cell) is date else cell for cell in _escaped(row, _LONGEST_TEXT)]


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


_ODS_CELL = '<table:table-cell office:value-type="string"><text:p>#</text:p></table:table-cell>'
_ODS_NUMBER = '<table:table-cell office:value-type="float" office:value="#"><text:p>#</text:p></table:table-cell>'
_ODS_CELLS: Mapping[type, str] = {
    str: _ODS_CELL,
    date: '<table:table-cell table:style-name="datum" office:value-type="date" office:date-value="#">'
    "<text:p>#</text:p></table:table-cell>",
    int: _ODS_NUMBER,
    float: _ODS_NUMBER,
    NoneType: "<table:table-cell/>",
}
_ODS_BREAK = "</text:p><text:p>"


def _content(sheets: Iterable[Sheet]) -> Iterator[str]:
    yield (
        f'{_DECLARATION}<office:document-content {_SPACES} office:version="1.3">{_ODS_STYLES}<office:body>'
        "<office:spreadsheet>"
    )
    for sheet in sheets:
        yield from _ods_table(sheet)
    yield "</office:spreadsheet></office:body></office:document-content>"


def _ods_table(sheet: Sheet) -> Iterator[str]:
    cell = _ODS_CELL.replace("<table:table-cell", '<table:table-cell table:style-name="kop"')
    head = "".join([cell.replace("#", escape(name)) for name in sheet.columns])
    yield f'<table:table table:name="{escape(sheet.name)}"><table:table-row>{head}</table:table-row>'
    for row in _rows(sheet.rows, "<table:table-row>{}</table:table-row>", _ODS_CELLS, _escaped):
        yield row.replace("\n", _ODS_BREAK)
    yield "</table:table>"
