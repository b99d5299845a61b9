"""A record that was not read from a file of its own: it knows in which cell each value stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Place
from generator.read.finding import Finding, Loc, Value, finding
from generator.read.source import SourceDocument

BLOCKS = ("eigenaar", "bewijs", "kosten", "contact")
"""What a record must have: when nothing of it is filled in, the messages are about the fields in it."""


def with_blocks(value: Value, names: Iterable[str] = BLOCKS) -> Value:
    """Return the value of a record with an empty block or list where it has none but must have one."""
    if not isinstance(value, dict):
        return value
    empty: dict[str, Value] = {name: {} for name in names}
    return {**empty, "bronnen": (), **value}


@dataclass(frozen=True, slots=True)
class RowDocument(SourceDocument):
    """The document of a row. `path` and `data` are those of the file that it becomes; `home` is the row itself."""

    home: Place = field(default_factory=lambda: Place(""))
    cells: Mapping[Loc, Place] = field(default_factory=dict)

    def place(self, found: Finding) -> Place:
        """Return the cell of a finding: its own, else that of what it is part of, else of its first part."""
        loc = self._loc_at(*found.at) if isinstance(found.at, tuple) else found.loc
        for length in range(len(loc), 0, -1):
            if place := self.cells.get(loc[:length]):
                return place
            parts = (place for other, place in self.cells.items() if other[:length] == loc[:length])
            if place := next(parts, None):
                return place
        return self.home

    def _loc_at(self, line: int, column: int) -> Loc:
        """Return what stands at a place in the text of the record: the last value that begins before it."""
        starts = []
        for loc in self.cells:
            place = SourceDocument.place(self, finding("", loc))
            if (place.line, place.column) <= (line, column):
                starts.append((place.line, place.column, len(loc), loc))
        return max(starts, key=lambda start: start[:3])[3] if starts else ()
