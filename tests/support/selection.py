"""Reading back the files that the page of the selection makes."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from openpyxl import load_workbook

Value = str | float | date | None
Rows = list[list[Value]]
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def read_rows(path: Path) -> Rows:
    """Return the rows of the first sheet of a CSV, XLSX or ODS, each cell as the type that the file gives it."""
    return {".csv": _read_csv, ".xlsx": _read_xlsx, ".ods": _read_ods}[path.suffix](path)


def _read_csv(path: Path) -> Rows:
    text = path.read_bytes().decode("utf-8-sig")
    return [list(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)]


def _read_xlsx(path: Path) -> Rows:
    sheet = load_workbook(path).worksheets[0]
    assert not [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    return [[_plain(cell.value) for cell in row] for row in sheet.iter_rows()]


def _plain(value: Value | datetime) -> Value:
    return value.date() if isinstance(value, datetime) else value


def _read_ods(path: Path) -> Rows:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.infolist()[0].filename == "mimetype"
        content = ET.fromstring(archive.read("content.xml"))
    table = next(content.iter(f"{_TABLE}table"))
    return [[_ods_value(cell) for cell in row] for row in table.iter(f"{_TABLE}table-row")]


def _ods_value(cell: ET.Element) -> Value:
    assert f"{_TABLE}formula" not in cell.attrib
    match cell.get(f"{_OFFICE}value-type"):
        case "float":
            return float(cell.attrib[f"{_OFFICE}value"])
        case "date":
            return date.fromisoformat(cell.attrib[f"{_OFFICE}date-value"])
        case "string":
            return "\n".join("".join(paragraph.itertext()) for paragraph in cell)
    return None
