"""The row of headings of a sheet: which column holds which field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.read.finding import Loc
from generator.spreadsheet.layout import AMOUNT, ID, OWNER, TEXT, Column, SheetPlan, plan_sheets
from generator.spreadsheet.matching import Names, fold
from generator.spreadsheet.table import Cell, Table

LOOKED_AT = 20
"""In how many rows the headings are looked for: a title and some explanation may stand above them."""
_OWN = Column((OWNER,), "Praktijk", "De titel of de id van de praktijk op blad Praktijken.", "", True, TEXT)
_ID = Column((ID,), "Naam van het bestand", "Laat leeg: het programma maakt een naam van de titel.", "", False, TEXT)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a sheet that holds a field; `loc` is its place in the record, or in the block of its row."""

    number: int
    text: str
    column: Column
    loc: Loc
    certain: bool


def columns_of(plan: SheetPlan) -> tuple[Column, ...]:
    """Return the columns of a sheet, with those that are no field of the record."""
    return (_OWN, *plan.columns) if plan.path else (*plan.columns, _ID)


def find_headings(table: Table, plan: SheetPlan) -> tuple[int, tuple[Heading, ...], tuple[tuple[int, str], ...]]:
    """Return the number of the row of headings, the columns that were understood, and the (number, text) of others.

    It is the row in which most is understood. Rows and columns are counted from 0.
    """
    read = [_read_row(row, plan) for row in table.rows[:LOOKED_AT]] or [((), ())]
    best = max(range(len(read)), key=lambda number: sum(1 + heading.certain for heading in read[number][0]))
    return best, *read[best]


def bare_name(text: str) -> str:
    """Return the name of a column without what says that it must be filled in."""
    return re.sub(r"\(verplicht\)|\*", "", text).strip()


def _read_row(row: Sequence[Cell], plan: SheetPlan) -> tuple[tuple[Heading, ...], tuple[tuple[int, str], ...]]:
    names, fields = _names(plan)
    known, strange = [], []
    for number, cell in enumerate(row):
        text = bare_name(cell.text)
        if not text:
            continue
        digits = re.search(r"\d{1,2}", text)
        found = names.find(text.replace(digits[0], " # ") if digits else text)
        if found and len(text) <= 60:
            column, template = fields[found.value]
            loc = tuple(int(digits[0]) - 1 if digits and step == "#" else step for step in template)
            known.append(Heading(number, text, column, loc, found.certain))
        else:
            strange.append((number, text))
    return tuple(known), tuple(strange)


def _names(plan: SheetPlan) -> tuple[Names, Mapping[str, tuple[Column, tuple[str, ...]]]]:
    """Return the names of a sheet's columns, and by name the column with its place; `#` stands for a number."""
    fields = {".".join(path): (column, path) for column, path in _fields(plan)}
    loose = [(alias, name) for name, (column, path) in fields.items() for alias in (column.title, path[-1])]
    return Names(((name, name) for name in fields), _unambiguous(loose)), fields


def _fields(plan: SheetPlan) -> Iterator[tuple[Column, tuple[str, ...]]]:
    """Give each column that a sheet can have; on the first sheet lists may stand in columns with a number too."""
    for column in columns_of(plan):
        yield column, column.path
        if column.kind == AMOUNT:
            yield from ((column, (*column.path, bound)) for bound in ("van", "tot"))
        if column.many:
            yield column, (*column.path, "#")
    for block in plan_sheets()[1:] if not plan.path else ():
        yield from ((column, (*block.path, "#", *column.path)) for column in block.columns)


def _unambiguous(names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Leave out what could be the name of more than one column of its own; numbered ones have no short name."""
    plain = [(alias, name) for alias, name in names if "#" not in name and not name.endswith((".van", ".tot"))]
    for alias, name in plain:
        if len({other for one, other in plain if fold(one) == fold(alias)}) == 1:
            yield alias, name
