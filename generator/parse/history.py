"""What changed in records that readers follow: an append-only list, because a record says how it is, not how it was."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.parse.model import Practice

PATH = "schema/wijzigingen.csv"
COLUMNS = ("datum", "id", "veld", "waarde")
TRACKED: Mapping[str, Callable[[Practice], tuple[str, ...]]] = {
    "status": lambda practice: (practice.status,),
    "bewijs": lambda practice: (practice.bewijs.niveau,),
    "overgenomen_door": lambda practice: tuple(adoption.gemeente for adoption in practice.overgenomen_door),
}
"""The values of each field that is followed. The first line of a field is how it began; each later one is a change."""


@dataclass(frozen=True, slots=True)
class Change:
    """On `day` the catalogue learned that a field of a practice has a value; an adoption adds one to the others."""

    day: date
    id: str
    field: str
    value: str


def read_changes(text: str) -> tuple[Change, ...]:
    """Return the list in the order of its file. Raises ValueError when a line is not as it should be."""
    header, *rows = csv.reader(text.splitlines(), strict=True) if text else [list(COLUMNS)]
    if tuple(header) != COLUMNS:
        raise ValueError(header)
    return tuple(Change(date.fromisoformat(day), id, field, value) for day, id, field, value in rows)


def write_changes(changes: Iterable[Change]) -> str:
    """Return lines to put at the end of the list."""
    return "".join(f"{change.day},{change.id},{change.field},{change.value}\n" for change in changes)


def unrecorded(known: Sequence[Change], practices: Mapping[str, Practice], today: date) -> Iterator[Change]:
    """Yield what the list does not say yet, by id; a practice that is new to it begins on the day it was added."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for change in known:
        told[change.id, change.field].append(change.value)
    ids = {change.id for change in known}
    for id, practice in sorted(practices.items()):
        names = (*practice.oude_ids, id)
        day = today if ids.intersection(names) else practice.toegevoegd_op
        for field, values_of in TRACKED.items():
            before = [value for name in names for value in told[name, field]]
            current = before if field == "overgenomen_door" else before[-1:]
            yield from (Change(day, id, field, value) for value in values_of(practice) if value not in current)
