"""Rows between those of practices: headings once more, totals, and lines that part one group from the next."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.spreadsheet.headings import Heading, bare_name
from generator.spreadsheet.matching import fold
from generator.spreadsheet.table import NUMBER, PERCENT, Cell

_TOTAL = re.compile(r"(?:sub|eind)?totaal|totalen|som")
_AMOUNT = re.compile(r"[\d.,€% -]+")
_SAME = 0.8
"""What part of the cells must hold the name of their column; in the rest a name may have been changed by hand."""
FULL_ROW = 4
"""A sheet in which no row has this many cells filled may be a list of titles, and no row parts others."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Why a row is no practice: a diagnostic code with its context, and the number of the cell, from 0."""

    code: str
    number: int
    context: Mapping[str, str]


def find_asides(
    rows: Sequence[Sequence[Cell]], first: int, headings: Sequence[Heading], practices: bool
) -> dict[int, Aside]:
    """Return by number the rows that are none of what the sheet holds; the number of the first is given.

    Column names and totals are certainly none (`tussenrij`). On the sheet of `practices` a row with one filled cell
    parts others, or was just begun (`losse-cel`).
    """
    filled = {number: [one for one in enumerate(row) if one[1].text] for number, row in enumerate(rows, first)}
    parts = practices and max(map(len, filled.values()), default=0) >= FULL_ROW
    found = ((number, _aside(cells, headings, parts)) for number, cells in filled.items() if cells)
    return {number: aside for number, aside in found if aside}


def _aside(filled: Sequence[tuple[int, Cell]], headings: Sequence[Heading], parts: bool) -> Aside | None:
    first, beginning = filled[0]
    if _repeats(filled, headings):
        return Aside("tussenrij", first, {"waarde": beginning.text, "soort": "de naam van een kolom"})
    if _TOTAL.fullmatch(fold(beginning.text)) and all(_is_number(cell) for _, cell in filled[1:]):
        return Aside("tussenrij", first, {"waarde": beginning.text, "soort": "een totaal"})
    return Aside("losse-cel", first, {"waarde": beginning.text}) if parts and len(filled) == 1 else None


def _repeats(filled: Sequence[tuple[int, Cell]], headings: Sequence[Heading]) -> bool:
    """Tell whether (nearly) each cell holds the name of its own column, and more than one does."""
    names = {heading.number: fold(heading.text) for heading in headings}
    same = sum(names.get(number) == fold(bare_name(cell.text)) for number, cell in filled)
    return same > 1 and same >= _SAME * len(filled)


def _is_number(cell: Cell) -> bool:
    return cell.kind in (NUMBER, PERCENT) or _AMOUNT.fullmatch(cell.text) is not None
