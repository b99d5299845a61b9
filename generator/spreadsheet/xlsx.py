"""XLSX to tables."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from generator.spreadsheet.archive import read_xml, unpack
from generator.spreadsheet.table import BROKEN, MAX_COLUMNS, MAX_ROWS, Cell, Table, UnreadableError, make_table, to_cell

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


def read_xlsx(data: bytes) -> tuple[Table, ...]:
    """Return all sheets. Formulas give the value that was last worked out. Raises UnreadableError.

    Sheets are streamed, so that no cell outside the limits is ever made; merged ranges, which a stream does not
    tell, are read from the XML itself.
    """
    parts = unpack(data)
    sources = _sources(parts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts that are not needed: styles, drop-downs of other makers
        return tuple(_tables(data, sources))


def _tables(data: bytes, sources: Mapping[str, bytes]) -> Iterator[Table]:
    from openpyxl import load_workbook  # takes a third of a second

    try:
        values = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        formulas = None
        for sheet in values.worksheets:
            source = sources.get(sheet.title, b"")
            rows = [[_cell(cell) for cell in row] for row in _rows(sheet)]
            if _FORMULA.search(source):
                formulas = formulas or load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
                _mark_unknown(rows, _rows(formulas[sheet.title]))
            yield make_table(sheet.title, rows, sheet.sheet_state != "visible", _merged(source))
    except UnreadableError:
        raise
    except Exception as error:  # whatever a file that someone tampered with brings about in a library
        raise UnreadableError("het bestand is beschadigd of heeft een wachtwoord") from error


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what the file says of its own size may lie
    yield from sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)


def _cell(cell: Any) -> Cell:
    if cell.value is None:
        return to_cell(None)
    if cell.data_type == "e":
        return Cell(str(cell.value), BROKEN)
    if cell.data_type == "s":
        return to_cell(str(cell.value).replace("_x000D_", ""))  # how some programs write one half of a line end
    return to_cell(cell.value, percent=cell.data_type == "n" and "%" in str(cell.number_format))


def _mark_unknown(rows: list[list[Cell]], formulas: Iterator[tuple[Any, ...]]) -> None:
    """Mark the cells with a formula of which the file does not hold the outcome."""
    for row, written in zip(rows, formulas, strict=False):
        for number, cell in enumerate(written):
            if cell.value is not None and cell.data_type == "f" and not row[number].text:
                row[number] = Cell(str(cell.value), BROKEN)


def _sources(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the XML of each sheet by its name."""
    links = {link.get("Id"): link.get("Target", "") for link in read_xml(parts, "xl/_rels/workbook.xml.rels")}
    sheets = read_xml(parts, "xl/workbook.xml").iter(f"{_MAIN}sheet")
    paths = ((sheet.get("name", ""), links.get(sheet.get(f"{_OFFICE}id"), "")) for sheet in sheets)
    return {name: parts.get(path[1:] if path[:1] == "/" else f"xl/{path}", b"") for name, path in paths}


def _merged(source: bytes) -> tuple[tuple[int, int], ...]:
    return tuple((int(found[2]) - 1, _number(found[1]) - 1) for found in _MERGED.finditer(source))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
