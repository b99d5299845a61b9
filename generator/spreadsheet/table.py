"""A sheet as rows of text: what the readers of all kinds of files have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

TYPED, NUMBER, DATE, PERCENT, BROKEN = "getypt", "getal", "datum", "procent", "kapot"
MAX_ROWS, MAX_COLUMNS = 5_000, 300
"""More than anyone hands in at once; what lies beyond is a mistake, or meant to take memory."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell as records write it, and what kind of value the spreadsheet had there."""

    text: str = ""
    kind: str = TYPED


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. `merged` holds (row, column), from 0, of the first cell of each merged range."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    merged: tuple[tuple[int, int], ...] = ()


class UnreadableError(Exception):
    """A file is no spreadsheet that can be read; the text says in Dutch why."""


def to_cell(value: object, percent: bool = False) -> Cell:
    """Return the cell for a value of a spreadsheet: 5.0 is 5, a date is year-month-day, half of all is 50 percent."""
    if isinstance(value, bool):
        return Cell("ja" if value else "nee")
    if isinstance(value, int | float):
        return Cell(_digits(value * 100 if percent else value), PERCENT if percent else NUMBER)
    if isinstance(value, datetime | date):
        return Cell(f"{value:%Y-%m-%d}", DATE)
    if isinstance(value, time):
        return Cell(f"{value:%H:%M}", DATE)
    return Cell("" if value is None else str(value).strip())


def make_table(
    name: str, rows: list[list[Cell]], hidden: bool = False, merged: tuple[tuple[int, int], ...] = ()
) -> Table:
    """Make a table without the empty cells and rows at its end. Raises UnreadableError when it is too long."""
    trimmed = [_trim(row) for row in rows]
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    if len(trimmed) > MAX_ROWS:
        raise UnreadableError(f"blad {name} heeft meer dan {MAX_ROWS} rijen; verdeel ze over meer bestanden")
    return Table(name, tuple(trimmed), hidden, merged)


def _trim(row: list[Cell]) -> tuple[Cell, ...]:
    end = len(row)
    while end and not row[end - 1].text:
        end -= 1
    return tuple(row[:end])


def _digits(number: float) -> str:
    """Write a number as people do: spreadsheets keep fifteen digits, and no exponent fits a record."""
    if number == int(number) and abs(number) < 10**15:
        return str(int(number))
    return f"{number:.6f}".rstrip("0").rstrip(".")
