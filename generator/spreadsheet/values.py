"""A cell to the values of a record: lists cut up, choices found by name, amounts and dates as records write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.parse.fields import UNKNOWN
from generator.parse.proposals import propose
from generator.read.finding import Loc
from generator.spreadsheet.layout import AMOUNT, CHOICE, DAY, MUNICIPALITIES, NUMBER, PARTIAL, YEAR, Column
from generator.spreadsheet.matching import Choices
from generator.spreadsheet.table import PERCENT, Cell
from generator.write.record import clean

NATIONWIDE = "landelijk"
"""What stands in the column of municipalities for a practice of no municipality in particular."""
BETWEEN = " tot "
_CODES = {AMOUNT: "geen-bedrag", NUMBER: "geen-getal", DAY: "geen-datum", PARTIAL: "geen-datum"}
_ITEM = re.compile(r'\s*("(?:[^"]|"")*"|[^;\n]*)\s*(?:;|\n|\Z)')
_BOUNDS = re.compile(r"\{van: (\d+), tot: (\d+)\}")
_WITHOUT_ZERO = re.compile(r"[1-9]\d{8}", re.ASCII)
_FIGURE = re.compile(r"[\d.,\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One value out of a cell: where it goes below its field, its text, and what was typed when this is a guess."""

    loc: Loc
    text: str
    typed: str = ""


def split_list(text: str) -> list[str]:
    """Cut a cell at `;` and line ends. A part between quotes may hold both; two quotes in it are one."""
    parts, end = [], 0
    while end < len(text):
        found = _ITEM.match(text, end)
        if not found:  # something stands behind a closing quote: no list of quoted parts after all
            return [part.strip() for part in re.split("[;\n]", text) if part.strip()]
        parts.append(found[1])
        end = found.end()
    return [_unquoted(part.strip()) for part in parts if part.strip()]


def join_list(parts: Iterable[str]) -> str:
    """Write texts as one cell, so that `split_list` gives them back."""
    return "; ".join(_quoted(part) if re.search('[;\n]|^"', part) else part for part in parts)


def read_cell(cell: Cell, column: Column, choices: Choices) -> Iterator[Piece]:
    """Give the values in a cell that holds something. What cannot be understood is given as it is: `parse` will say."""
    if not column.many:
        yield from _read(cell, column, choices, ())
        return
    if column.vocabulary == MUNICIPALITIES and cell.text.lower() == NATIONWIDE:
        return
    for number, part in enumerate(_parts(cell.text, column, choices)):
        yield from _read(Cell(part, cell.kind), column, choices, (number,))


def _parts(text: str, column: Column, choices: Choices) -> list[str]:
    """Return the parts of a list; commas and slashes part them too when each part is then a name of the list."""
    parts = split_list(text)
    if column.kind != CHOICE:
        return parts
    cut: list[str] = []
    for part in parts:
        pieces = [piece.strip() for piece in re.split("[,/]", part)]
        whole = choices.find(column, part)
        apart = not (whole and whole.certain) and len(pieces) > 1 and all(choices.find(column, one) for one in pieces)
        cut += pieces if apart else [part]
    return cut


def _read(cell: Cell, column: Column, choices: Choices, loc: Loc) -> Iterator[Piece]:
    text = clean(cell.text)
    if column.kind == CHOICE:
        found = choices.find(column, text)
        yield Piece(loc, found.value, "" if found.certain else text) if found else Piece(loc, text)
    elif column.kind in (YEAR, PARTIAL) and text.lower() == UNKNOWN:
        yield Piece(loc, UNKNOWN)
    elif column.kind in _CODES:
        yield from _figure(cell, text, column.kind, loc)
    elif column.path[-1] == "telefoon" and _WITHOUT_ZERO.fullmatch(text):
        yield Piece(loc, f"0{text}", text)  # spreadsheets drop the zero of what they take for a number
    else:
        yield Piece(loc, text)


def _figure(cell: Cell, text: str, kind: str, loc: Loc) -> Iterator[Piece]:
    """Read an amount, number or date; what people write otherwise than records do is read when it is certain."""
    if cell.kind == PERCENT:
        yield Piece(loc, text, f"{text}%")
        return
    plain = " ".join(text.split())
    may = kind != NUMBER or _FIGURE.fullmatch(plain) is not None
    proposal = propose(_CODES[kind], plain, whole_day=kind == DAY) if may and not _is_fine(plain, kind) else ""
    if bounds := _BOUNDS.fullmatch(proposal):
        typed = "" if plain == BETWEEN.join(bounds.groups()) else text
        yield Piece((*loc, "van"), bounds[1], typed)
        yield Piece((*loc, "tot"), bounds[2])
    else:
        yield Piece(loc, proposal or text, text if proposal else "")


def _is_fine(text: str, kind: str) -> bool:
    pattern = {AMOUNT: r"\d+", NUMBER: r"-?\d+(\.\d{1,2}|\.\d{4,6})?", DAY: r"\d{4}-\d\d-\d\d"}
    return re.fullmatch(pattern.get(kind, r"\d{4}(-\d\d){0,2}"), text) is not None


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _unquoted(text: str) -> str:
    return text[1:-1].replace('""', '"') if len(text) > 1 and text[0] == text[-1] == '"' else text
