"""Problems as values: what is wrong, where it stands and what to type instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is; the values are the words that contributors read."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file: path relative to the catalogue root, line and column from 1.

    In a spreadsheet `sheet` is the name of the sheet, `line` the row and `column` the number of the column.
    """

    path: str
    line: int = 1
    column: int = 1
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `field` is the dotted Dutch field path, or empty for the file as a whole."""

    code: str
    severity: Severity
    place: Place
    field: str
    message: str
    tip: str


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Order by file, line, column and code; what is equal in these keeps its order (that of the model)."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.place, d.code)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of the problems forbids publishing."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
