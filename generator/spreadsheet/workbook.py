"""Practices to an XLSX file: the sheet to fill in, empty or with practices in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from generator.parse.fields import Range
from generator.parse.model import Practice
from generator.registers.registers import Registers
from generator.spreadsheet.explanation import (
    EVIDENCE_INTRO,
    HEADINGS,
    HOW,
    example_practice,
    explain,
    explain_evidence,
    explain_fields,
)
from generator.spreadsheet.headings import columns_of
from generator.spreadsheet.layout import (
    AMOUNT,
    CHOICE,
    CHOICES,
    DAY,
    EXPLANATION,
    ID,
    MAIN,
    MUNICIPALITIES,
    NUMBER,
    OWNER,
    TEXT,
    YEAR,
    Column,
    SheetPlan,
    plan_sheets,
)
from generator.spreadsheet.matching import Choices
from generator.spreadsheet.values import BETWEEN, NATIONWIDE, join_list

PREPARED_ROWS = 200
"""How many rows of each sheet offer lists and hints."""
_FORMATS = {DAY: "yyyy-mm-dd", NUMBER: "0.######", AMOUNT: "#,##0", YEAR: "0"}
"""How numbers look; all other cells are text, so that a phone number keeps its zero."""
_WIDE, _MIDDLE, _NARROW = 60, 28, 16
_STAMP = (1980, 1, 1, 0, 0, 0)
_WHEN = re.compile(rb"(<dcterms:\w+ [^>]*>)[^<]*")
_PROSE = re.compile(r"samenvatting|aan|doel|element|voorwaarden|baarheid|verantwoording|toelichting|wat|hoe|les|advies")

Row = Mapping[str, Any]


def write_workbook(registers: Registers, practices: Mapping[str, Practice]) -> bytes:
    """Return an XLSX file with the practices, by id, in its rows. The same practices give the same bytes."""
    from openpyxl import Workbook  # takes a third of a second

    book = Workbook()
    choices = Choices(registers)
    _write_explanation(book.active)
    lists = _write_choices(book, choices)
    for number, plan in enumerate(plan_sheets(), 1):
        sheet = book.create_sheet(plan.name, number)
        columns = columns_of(plan)
        _write_headings(sheet, columns)
        _add_lists(sheet, columns, lists)
        for row, values in enumerate(_rows(plan, practices), 2):
            for at, column in enumerate(columns, 1):
                _write(sheet.cell(row, at), _to_value(values.get(column.name), column, choices))
    found = io.BytesIO()
    book.save(found)
    return _without_clock(found.getvalue())


def write_template(registers: Registers) -> bytes:
    """Return the XLSX file to fill in, with an example. The same registers give the same bytes."""
    return write_workbook(registers, {"": example_practice()})


def _rows(plan: SheetPlan, practices: Mapping[str, Practice]) -> Iterator[Row]:
    """Give the rows of a sheet: values by the name of their column."""
    titles = Counter(practice.titel for practice in practices.values())
    for id, practice in practices.items():
        if not plan.path:
            yield {**{column.name: _follow(practice, column.path) for column in plan.columns}, ID: id}
            continue
        name = practice.titel if titles[practice.titel] == 1 else id
        for block in _follow(practice, plan.path) or ():
            yield {OWNER: name, **{column.name: _follow(block, column.path) for column in plan.columns}}


def _follow(record: Any, path: Sequence[str]) -> Any:
    for name in path:
        record = getattr(record, name, None)
    return record


def _to_value(value: Any, column: Column, choices: Choices) -> str | int | float | date | None:
    """Return what stands in the cell of a value."""
    if column.many:
        if column.vocabulary == MUNICIPALITIES and value == ():
            return NATIONWIDE
        return join_list(choices.label(column, part) for part in value or ()) or None
    if isinstance(value, Range):
        return f"{value.van}{BETWEEN}{value.tot}"
    if isinstance(value, int | float | date) or value is None:
        return value
    return choices.label(column, str(value)) if column.kind == CHOICE else str(value)


def _write(cell: Any, value: Any) -> None:
    if value is None:
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # also what begins with =: a text of a record is never a formula
    cell.alignment = _alignment()
    cell.number_format = "@" if isinstance(value, str) else "yyyy-mm-dd" if isinstance(value, date) else "General"


@lru_cache(maxsize=1)
def _alignment() -> Any:
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=True, vertical="top")


def _write_headings(sheet: Any, columns: Sequence[Column]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    font, middle = Font(bold=True, color="FFFFFF"), Alignment(wrap_text=True, vertical="center")
    fills = {
        required: PatternFill("solid", fgColor=colour) for required, colour in ((True, "154273"), (False, "4A5A6A"))
    }
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(1, number, f"{column.name} *" if column.required else column.name)
        cell.font, cell.fill, cell.alignment = font, fills[column.required], middle
        width = _NARROW if column.kind not in (TEXT, CHOICE) else _WIDE if _is_prose(column) else _MIDDLE
        looks = sheet.column_dimensions[get_column_letter(number)]
        looks.width = width
        looks.number_format = _FORMATS.get(column.kind, "@")
        looks.alignment = _alignment()
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "B2"


def _is_prose(column: Column) -> bool:
    return column.kind == TEXT and not column.many and _PROSE.match(column.path[-1]) is not None


def _add_lists(sheet: Any, columns: Sequence[Column], lists: Mapping[object, str]) -> None:
    """Offer the closed lists, and say at each cell what goes there. A cell may hold more than the list: see `many`."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, column in enumerate(columns, 1):
        source = lists.get(column.vocabulary or column.options)
        if column.name == OWNER:
            source = f"{MAIN}!$A$2:$A${PREPARED_ROWS + 1}"
        check = DataValidation(type="list" if source else None, formula1=source, allow_blank=True)
        check.showErrorMessage = False  # `import` says what is wrong, in the words of `check`
        check.showInputMessage = True
        check.promptTitle, check.prompt = column.title[:32], explain(column)[:255]
        letter = get_column_letter(number)
        check.add(f"{letter}2:{letter}{PREPARED_ROWS + 1}")
        sheet.add_data_validation(check)


def _write_choices(book: Any, choices: Choices) -> Mapping[object, str]:
    """Write each closed list in a column of a sheet; returns where each one stands."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(CHOICES)
    places: dict[object, str] = {}
    for column in (column for plan in plan_sheets() for column in plan.columns if column.kind == CHOICE):
        key = column.vocabulary or column.options
        if key in places:
            continue
        number = len(places) + 1
        shown = list(choices.shown(column).values())
        for row, text in enumerate((column.name, *shown), 1):
            sheet.cell(row, number, text)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _MIDDLE
        places[key] = f"{CHOICES}!${letter}$2:${letter}${len(shown) + 1}"
    sheet.freeze_panes = "A2"
    return places


def _write_explanation(sheet: Any) -> None:
    from openpyxl.styles import Font

    sheet.title = EXPLANATION
    bold = Font(bold=True)
    rows: list[tuple[str, ...]] = [("Praktijken insturen met een rekenblad",), *((text,) for text in HOW), ()]
    strong = {1, len(rows) + 1, len(rows) + 3}
    rows += [("Bewijsniveau",), (EVIDENCE_INTRO,), ("Niveau", "Wat er is", "Bijvoorbeeld"), *explain_evidence(), ()]
    strong |= {len(rows) + 1}
    rows += [HEADINGS, *explain_fields()]
    for number, row in enumerate(rows, 1):
        for at, text in enumerate(row, 1):
            cell = sheet.cell(number, at, text)
            cell.data_type, cell.alignment = "s", _alignment()
            if number in strong:
                cell.font = bold
        if len(row) == 1:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(HEADINGS))
            sheet.row_dimensions[number].height = 16 * (1 + len(row[0]) // 130)
    for letter, width in zip("ABCDE", (24, 40, 44, 60, 40), strict=True):
        sheet.column_dimensions[letter].width = width


def _without_clock(data: bytes) -> bytes:
    """Return the same file without the moment at which it was made."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == "docProps/core.xml":
                part = _WHEN.sub(rb"\g<1>2000-01-01T00:00:00Z", part)
            target.writestr(zipfile.ZipInfo(entry.filename, _STAMP), part, zipfile.ZIP_DEFLATED)
    return found.getvalue()
