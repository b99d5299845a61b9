"""All practices as one table of typed cells: what the CSV, XLSX and ODS hold alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import NoneType
from typing import Any

from generator.parse.fields import Range
from generator.parse.model import Practice
from generator.view.context import ViewContext, summarise_costs

Cell = str | int | float | date | None
"""What a spreadsheet knows: text, a number, a day, or nothing."""

Row = Sequence[Cell]

LISTED = (
    "titel",
    "samenvatting",
    "soort",
    "status",
    "gemeenten",
    "eigenaar",
    "themas",
    "doelgroepen",
    "wettelijk_kader",
    "trefwoorden",
    "toegevoegd_op",
    "gecontroleerd_op",
)
"""Record fields that the lists hold; the rest is in each practice's own file."""

AMOUNTS = ("eenmalig", "jaarlijks", "per_deelnemer")
FIGURES = ("fte", "vrijwilligersuren_per_week", "deelnemers_per_jaar", "prijspeil")
COLUMNS = (
    "id",
    *LISTED,
    "gemeentenamen",
    "bewijs",
    "kosten",
    "url",
    "periode_van",
    "periode_tot",
    *(f"{amount}_{bound}" for amount in AMOUNTS for bound in ("van", "tot")),
    *FIGURES,
)
_FORMULA = re.compile(r"[=+\-@\t\r]").match
_TO_QUOTE = re.compile(r'[",\r\n]').search


def practice_rows(context: ViewContext) -> list[Row]:
    """Return a row per practice, in the order of the ids, with a cell per column of COLUMNS.

    A number that no source gives, or that is `onbekend`, is no cell at all: unknown is never 0.
    """
    return [_row(context, id, practice) for id, practice in sorted(context.catalogue.practices.items())]


def _row(context: ViewContext, id: str, practice: Practice) -> Row:
    names = "; ".join([context.municipality_views[code].name for code in practice.gemeenten])
    costs, period = practice.kosten, practice.periode
    return (
        id,
        practice.titel,
        practice.samenvatting,
        practice.soort,
        practice.status,
        "; ".join(practice.gemeenten),
        practice.eigenaar.naam,
        "; ".join(practice.themas),
        "; ".join(practice.doelgroepen),
        "; ".join(practice.wettelijk_kader),
        "; ".join(practice.trefwoorden),
        practice.toegevoegd_op,
        practice.gecontroleerd_op,
        names,
        practice.bewijs.niveau,
        summarise_costs(costs),
        f"{context.site.url}praktijken/{id}/",
        _year(period.van) if period else None,
        _year(period.tot) if period else None,
        *_bounds(costs.eenmalig),
        *_bounds(costs.jaarlijks),
        *_bounds(costs.per_deelnemer),
        costs.fte,
        costs.vrijwilligersuren_per_week,
        costs.deelnemers_per_jaar,
        _year(costs.prijspeil),
    )


def _year(year: int | str | None) -> int | None:
    return year if isinstance(year, int) else None


def _bounds(amount: int | Range | None) -> tuple[int | None, int | None]:
    return (amount.van, amount.tot) if isinstance(amount, Range) else (amount, amount)


def csv_text(rows: Sequence[Row]) -> str:
    """Return the table as CSV for spreadsheets (RFC 4180), with a mark by which Excel knows that it is UTF-8.

    The module of Python looks each character up in the end of a line, which takes three times as long.
    """
    lines = [",".join([_CSV_CELLS[type(cell)](cell) for cell in row]) for row in (COLUMNS, *rows)]
    return "".join(("\ufeff", *[f"{line}\r\n" for line in lines]))


def _csv_text(cell: str) -> str:
    """Give text that a spreadsheet would run as a formula an apostrophe; CSV knows no types."""
    text = f"'{cell}" if _FORMULA(cell) else cell
    return '"{}"'.format(text.replace('"', '""')) if _TO_QUOTE(text) else text


_CSV_CELLS: Mapping[type, Callable[[Any], str]] = {
    str: _csv_text,
    int: str,
    float: str,
    date: str,
    NoneType: lambda _: "",
}
