"""ODS to tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from generator.spreadsheet.archive import read_xml, unpack
from generator.spreadsheet.table import BROKEN, EMPTY, MAX_COLUMNS, MAX_ROWS, Cell, Table, make_table, to_cell

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read_ods(data: bytes) -> tuple[Table, ...]:
    """Return all sheets; formulas give the value that was last worked out. Raises UnreadableError.

    A row or cell may say that it repeats a million times: empty ones are skipped and the others cut off at the
    limits, before any is made.
    """
    root = read_xml(unpack(data), "content.xml")
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for looks in style.iter(f"{_STYLE}table-properties")
        if looks.get(f"{_TABLE}display") == "false"
    }
    return tuple(_table(sheet, sheet.get(f"{_TABLE}style-name") in hidden) for sheet in root.iter(f"{_TABLE}table"))


def _table(sheet: Element, hidden: bool) -> Table:
    rows: list[list[Cell]] = []
    merged = []
    for row in sheet.iter(f"{_TABLE}table-row"):
        cells, spans = _row(row)
        merged += [(len(rows), number) for number in spans]
        rows += [cells] * min(_count(row, "number-rows-repeated"), MAX_ROWS + 1 - len(rows))
    return make_table(sheet.get(f"{_TABLE}name", ""), rows, hidden, tuple(merged))


def _row(row: Element) -> tuple[list[Cell], list[int]]:
    """Return the cells of a row and the numbers of those that were merged with others."""
    cells: list[Cell] = []
    merged = []
    for cell in row:
        if cell.tag in _CELLS:
            if _count(cell, "number-columns-spanned") > 1 or _count(cell, "number-rows-spanned") > 1:
                merged.append(len(cells))
            value = _cell(cell) if cell.tag == _CELLS[0] else EMPTY
            cells += [value] * min(_count(cell, "number-columns-repeated"), MAX_COLUMNS - len(cells))
    return cells, merged


def _count(element: Element, name: str) -> int:
    digits = element.get(f"{_TABLE}{name}", "1")
    return int(digits[:7]) if digits.isdecimal() else 1


def _cell(cell: Element) -> Cell:
    kind, value = cell.get(f"{_OFFICE}value-type", ""), cell.get(f"{_OFFICE}value", "")
    shown = "\n".join("".join(_texts(part)) for part in cell if part.tag == f"{_TEXT}p")
    if shown.startswith(("#", "Err:")) and cell.get(f"{_TABLE}formula"):
        return Cell(shown, BROKEN)
    try:
        if kind in ("float", "currency", "percentage"):
            return to_cell(float(value), percent=kind == "percentage")
        if kind == "date":
            return to_cell(datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", "")[:10]))
    except (ValueError, OverflowError):
        return to_cell(shown)
    return to_cell(cell.get(f"{_OFFICE}boolean-value") == "true" if kind == "boolean" else shown)


def _texts(element: Element) -> Iterator[str]:
    """Give the text in a paragraph; notes beside a cell are no paragraphs of it."""
    yield element.text or ""
    for part in element:
        if part.tag == f"{_TEXT}s":
            yield " " * min(int(part.get(f"{_TEXT}c", "1")), 100)
        elif part.tag in (f"{_TEXT}line-break", f"{_TEXT}tab"):
            yield "\n" if part.tag.endswith("line-break") else " "
        elif part.tag.startswith(_TEXT):
            yield from _texts(part)
        yield part.tail or ""
