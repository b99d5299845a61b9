"""Practices that are handed in, against the catalogue that they would be part of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from generator.catalogue import RESERVED_IDS, Catalogue
from generator.check.checks import check_catalogue
from generator.check.duplicates import find_duplicates
from generator.check.texts import find_in_refused
from generator.diagnostics import Diagnostic, Place, has_errors
from generator.messages import describe
from generator.parse.fields import ID_MAX, ID_PATTERN
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.read.finding import finding
from generator.registers.municipalities import slugify
from generator.spreadsheet.document import RowDocument
from generator.spreadsheet.layout import ID


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of it: the files that may be written, the ids that were there already, and every problem."""

    files: Mapping[str, bytes]
    unchanged: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    id: str
    document: RowDocument
    practice: Practice


def take_in(
    catalogue: Catalogue, documents: Sequence[RowDocument], wrong: Set[Place] = frozenset(), partial: bool = False
) -> Intake:
    """Parse and check the documents as one change to the catalogue, as `praktijken check` would.

    A practice with errors is left out, and then also one that refers to it. A practice that the catalogue has
    with the same content is no problem and no file.
    """
    problems: list[Diagnostic] = []
    candidates: dict[str, _Candidate] = {}
    seen: dict[str, RowDocument] = {}
    for document in documents:
        practice, found = parse(document, Practice, catalogue.registers, PRACTICE_RULES)
        found = tuple(one for one in found if one.code != "ontbrekend-veld" or one.place not in wrong)
        found = (*found, *_name_problems(catalogue, document, practice, seen))
        seen.setdefault(_id(document), document)
        problems += found if practice is not None else (*found, *find_in_refused(document))
        if practice is not None and not has_errors(found) and not wrong & _places(document):
            id = _id(document)
            candidates[id] = _Candidate(id, document, practice)
    named = frozenset(candidates if partial else map(_id, documents))
    refused, warnings = _without_faults(catalogue, candidates, named)
    problems += refused
    unchanged = tuple(id for id in candidates if id in catalogue.practices)
    files = {c.document.path: c.document.data for id, c in candidates.items() if id not in catalogue.practices}
    return Intake(files, unchanged, tuple(dict.fromkeys((*problems, *warnings))))


def _id(document: RowDocument) -> str:
    return document.path.rpartition("/")[2].removesuffix(".yml")


def _id_of_title(document: RowDocument) -> str:
    """Return the id that the title gives: then that is what to change."""
    title = document.value.get("titel") if isinstance(document.value, dict) else None
    return slugify(title)[:ID_MAX].strip("-") if isinstance(title, str) else ""


def _name_problems(
    catalogue: Catalogue, document: RowDocument, practice: Practice | None, others: Mapping[str, RowDocument]
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the name that the file would get."""
    id = _id(document)
    field = "titel" if id == _id_of_title(document) else ID
    place = document.place(finding("", (field,)))
    if not re.fullmatch(ID_PATTERN, id) or len(id) > ID_MAX:
        return (describe("bestandsnaam", place, field, {"naam": id}),)
    if id in RESERVED_IDS:
        return (describe("gereserveerde-naam", place, field, {"naam": id}),)
    if id in others:
        row = others[id].home.line
        return (describe("dubbele-id", place, field, {"naam": id, "ander": f"rij {row}"}),)
    former = catalogue.redirects.get(id)
    if (id in catalogue.known_ids or former) and (practice is None or catalogue.practices.get(id) != practice):
        known = catalogue.documents.get(former or id)
        context = {"waarde": id, "ander": known.path if known else f"{id}.yml"}
        return (describe("praktijk-bestaat", place, field, context),)
    return ()


def _without_faults(
    catalogue: Catalogue, candidates: dict[str, _Candidate], named: frozenset[str]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Take out of `candidates` what has errors between records, until nothing refers to what was taken out.

    Returns the problems of what was taken out, and the warnings about what is left.
    """
    refused: list[Diagnostic] = []
    while True:
        found = _check(catalogue, candidates, named)
        by_place = {place: id for id, one in candidates.items() for place in _places(one.document)}
        wrong = {by_place[problem.place] for problem in found if has_errors([problem])}
        if not wrong:
            return refused, found
        refused += [problem for problem in found if by_place[problem.place] in wrong]
        for id in wrong:
            del candidates[id]
        named = named - wrong


def _places(document: RowDocument) -> set[Place]:
    return {document.home, *document.cells.values()}


def _check(catalogue: Catalogue, candidates: Mapping[str, _Candidate], named: frozenset[str]) -> list[Diagnostic]:
    """Return the problems of the candidates in the catalogue with them; `named` may be referred to as well."""
    together = replace(
        catalogue,
        practices={**catalogue.practices, **{id: one.practice for id, one in candidates.items()}},
        documents={**catalogue.documents, **{id: one.document for id, one in candidates.items()}},
        known_ids=catalogue.known_ids | named,
        mentions_document=None,
        glossary_document=None,
    )
    new = [id for id in candidates if id not in catalogue.practices]
    texts = {id: document.data for id, document in together.documents.items()}
    found = (*check_catalogue(together), *find_duplicates(together, new, texts))
    return [problem for problem in found if problem.place.sheet]
