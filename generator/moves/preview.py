"""The catalogue as it will be after changes, checked by the same rules as files on disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import yaml

from generator.catalogue import Catalogue
from generator.check.checks import check_catalogue
from generator.diagnostics import Diagnostic, Severity, sort_diagnostics
from generator.moves.plan import Files
from generator.parse.congress import Congress
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.parse.vocabulary import WITHDRAWN_PATH, Mention, Withdrawn
from generator.read.source import SourceDocument, read_document

MENTIONS_PATH = "schema/vermeldingen.yml"


def preview(catalogue: Catalogue, files: Files) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Return the catalogue with changed files in place, and every problem that it has."""
    found: list[Diagnostic] = []
    for path, data in sorted(files.items(), key=lambda item: (item[1] is not None, item[0])):  # what goes, goes first
        if path.startswith(("practices/", "congresses/")):
            catalogue, problems = _with_record(catalogue, path, data)
            found += problems
        elif path in (MENTIONS_PATH, WITHDRAWN_PATH) and data is not None:
            catalogue, problems = _with_list(catalogue, path, data)
            found += problems
    return catalogue, sort_diagnostics((*found, *check_catalogue(catalogue)))


def new_errors(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the errors that a change brings: those that the catalogue did not have already, in whatever file."""
    known = {(problem.code, problem.message) for problem in before}
    return tuple(d for d in after if d.severity is Severity.ERROR and (d.code, d.message) not in known)


def _with_record(catalogue: Catalogue, path: str, data: bytes | None) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Put one record in its place, or take it away. A record with errors is in no catalogue, but its id is known."""
    is_practice = path.startswith("practices/")
    id = path.rpartition("/")[2].removesuffix(".yml")
    records: dict[str, Any] = dict(catalogue.practices if is_practice else catalogue.congresses)
    documents = dict(catalogue.documents if is_practice else catalogue.congress_documents)
    known = (catalogue.known_ids if is_practice else catalogue.known_congresses) - {id}
    records.pop(id, None)
    documents.pop(id, None)
    problems: tuple[Diagnostic, ...] = ()
    if data is not None:
        known |= {id}
        document = read_document(path, data)
        model, rules = (Practice, PRACTICE_RULES) if is_practice else (Congress, ())
        record, problems = parse(document, model, catalogue.registers, rules)
        if record is not None:
            records[id], documents[id] = record, document.without_value()
    records, documents = dict(sorted(records.items())), dict(sorted(documents.items()))
    if is_practice:
        return replace(catalogue, practices=records, documents=documents, known_ids=known), problems
    return replace(catalogue, congresses=records, congress_documents=documents, known_congresses=known), problems


def _with_list(catalogue: Catalogue, path: str, data: bytes) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    document: SourceDocument = read_document(path, data, yaml.SequenceNode)
    if path == WITHDRAWN_PATH:
        withdrawn, problems = parse(document, tuple[Withdrawn, ...], None)
        kept = document.without_value()
        return replace(catalogue, withdrawn=withdrawn or (), withdrawn_document=kept), problems
    mentions, problems = parse(document, tuple[Mention, ...], catalogue.registers)
    return replace(catalogue, mentions=mentions or (), mentions_document=document.without_value()), problems
