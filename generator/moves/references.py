"""Every place in the catalogue where a file names a practice or congress, and the edits that change such a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.moves.edits import Remove, Replace
from generator.permalinks.addresses import split_address
from generator.read.finding import Loc

Change = Remove | Replace


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names an id. `peers` are the ids in the same list; `item` is what goes when the id goes."""

    path: str
    loc: Loc
    item: Loc
    peers: frozenset[str] = frozenset()


def find_references(catalogue: Catalogue, address: str) -> tuple[Reference, ...]:
    """Return all places that name the practice or congress with this address, in order of file and place."""
    section, id = split_address(address)
    own = _named_in_lists(catalogue, section, id)
    found = (*own, *_in_practices(catalogue, id), *_in_congresses(catalogue, id)) if section == "praktijken" else own
    return tuple(sorted(found, key=lambda reference: (reference.path, tuple(map(str, reference.loc)))))


def _in_practices(catalogue: Catalogue, id: str) -> Iterator[Reference]:
    for other, practice in catalogue.practices.items():
        path = catalogue.documents[other].path
        for field in ("zie_ook", "gebaseerd_op"):
            ids = [reference.id for reference in getattr(practice, field)]
            for number in _places(ids, id):
                yield Reference(path, (field, number, "id"), (field, number), frozenset(ids))
        if practice.vervangen_door == id:
            yield Reference(path, ("vervangen_door",), ("vervangen_door",))


def _in_congresses(catalogue: Catalogue, id: str) -> Iterator[Reference]:
    for key, congress in catalogue.congresses.items():
        lists: list[tuple[Loc, tuple[str, ...]]] = [(("praktijken",), congress.praktijken)]
        lists += [(("programma", i, "praktijken"), part.praktijken) for i, part in enumerate(congress.programma)]
        for loc, ids in lists:
            for number in _places(ids, id):
                place = (*loc, number)
                yield Reference(catalogue.congress_documents[key].path, place, place, frozenset(ids))


def _named_in_lists(catalogue: Catalogue, section: str, id: str) -> Iterator[Reference]:
    """Yield the places in schema/vermeldingen.yml and schema/ingetrokken.yml."""
    field = "praktijk" if section == "praktijken" else "congres"
    if catalogue.mentions_document:
        for number, mention in enumerate(catalogue.mentions):
            if getattr(mention, field) == id:
                yield Reference(catalogue.mentions_document.path, (number, field), (number, field))
    if catalogue.withdrawn_document:
        for number, entry in enumerate(catalogue.withdrawn):
            if entry.vervangen_door == id and split_address(entry.adres)[0] == section:
                place = (number, "vervangen_door")
                yield Reference(catalogue.withdrawn_document.path, place, place)


def _places(ids: Iterable[Any], id: str) -> list[int]:
    return [number for number, other in enumerate(ids) if other == id]


def redirect_edits(references: Iterable[Reference], new: str, self_path: str = "") -> dict[str, list[Change]]:
    """Return by file the edits that let each reference name `new`.

    Where the same list names it already, or in the file of `new` itself (`self_path`), the reference goes.
    """
    changes: list[tuple[str, Change]] = []
    for reference in references:
        doubled = new in reference.peers or reference.path == self_path
        changes.append((reference.path, Remove(reference.item) if doubled else Replace(reference.loc, new)))
    return _by_file(changes)


def removal_edits(references: Iterable[Reference]) -> dict[str, list[Change]]:
    """Return by file the edits that take each reference away."""
    return _by_file((reference.path, Remove(reference.item)) for reference in references)


def _by_file(changes: Iterable[tuple[str, Change]]) -> dict[str, list[Change]]:
    """Group changes, from the end of a file to its start: taking away an item then moves no other."""
    found: dict[str, list[Change]] = defaultdict(list)
    for path, change in changes:
        found[path].append(change)
    return {path: sorted(some, key=_place, reverse=True) for path, some in found.items()}


def _place(change: Change) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in change.loc)
