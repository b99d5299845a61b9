"""What only the catalogue as a whole can tell: references, former ids, owners' folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.check.dates import future_dates
from generator.check.glossary import check_glossary
from generator.check.permalinks import check_permalinks
from generator.check.texts import find_in_text
from generator.diagnostics import Diagnostic
from generator.parse.congress import Congress
from generator.parse.model import Practice
from generator.parse.parser import to_diagnostic
from generator.read.finding import Finding, Loc, finding
from generator.read.source import SourceDocument
from generator.registers.municipalities import slugify
from generator.registers.registers import suggest


def check_catalogue(catalogue: Catalogue, day: date | None = None) -> tuple[Diagnostic, ...]:
    """Return every problem between records. Records with errors of their own are not in the catalogue.

    Dates of practices after `day` are warned of; None sets no limit.
    """
    return tuple(to_diagnostic(document, found) for document, found in _all_findings(catalogue, day))


def _all_findings(catalogue: Catalogue, day: date | None) -> Iterator[tuple[SourceDocument, Finding]]:
    for id, practice in catalogue.practices.items():
        document = catalogue.documents[id]
        found = [*_practice_findings(catalogue, id, practice), *_folder_findings(document.path, practice)]
        found += find_in_text(document.text)
        future = future_dates(practice, day) if day else ()
        found += (finding("datum-in-de-toekomst", loc, waarde=on.isoformat()) for loc, on in future)
        yield from ((document, item) for item in found)
    for id, congress in catalogue.congresses.items():
        document = catalogue.congress_documents[id]
        found = [*_congress_findings(catalogue, congress), *find_in_text(document.text)]
        yield from ((document, item) for item in found)
    yield from check_permalinks(catalogue)
    if catalogue.mentions_document:
        for item in _mention_findings(catalogue):
            yield catalogue.mentions_document, item
    if catalogue.glossary_document:
        lists = (catalogue.registers.vocabularies.get(name, {}) for name in ("themas", "wetten"))
        for item in check_glossary(catalogue.concepts, *lists):
            yield catalogue.glossary_document, item


def owner_folder(practice: Practice) -> str:
    """Return the folder of practices/ in which a practice of this owner belongs."""
    return folder_of(practice.eigenaar.naam)


def folder_of(owner: str) -> str:
    """Return the folder of practices/ for an owner of this name."""
    return slugify(owner.removeprefix("gemeente ").removeprefix("Gemeente "))


def _practice_findings(catalogue: Catalogue, id: str, practice: Practice) -> Iterator[Finding]:
    references: list[tuple[Loc, str]] = [(("zie_ook", i, "id"), ref.id) for i, ref in enumerate(practice.zie_ook)]
    references += [(("gebaseerd_op", i, "id"), ref.id) for i, ref in enumerate(practice.gebaseerd_op)]
    if practice.vervangen_door:
        references.append((("vervangen_door",), practice.vervangen_door))
    for loc, target in references:
        if target == id:
            yield finding("verwijst-naar-zichzelf", loc)
    yield from _unknown_references(catalogue, references)
    if id in catalogue.circles and practice.vervangen_door != id:
        yield finding("kringverwijzing", ("vervangen_door",))


def _unknown_references(catalogue: Catalogue, references: Iterable[tuple[Loc, str]]) -> Iterator[Finding]:
    for loc, target in references:
        if target not in catalogue.known_ids:
            kept = catalogue.kept.get(f"praktijken/{target}", "").partition("/")[2]
            meant = kept if kept in catalogue.known_ids else suggest(target, sorted(catalogue.known_ids))
            yield finding("onbekende-praktijk", loc, waarde=target, bedoeld=meant)


def _folder_findings(path: str, practice: Practice) -> Iterator[Finding]:
    folder, expected = path.rpartition("/")[0].rpartition("/")[2], owner_folder(practice)
    if folder != expected:
        owner = practice.eigenaar.naam
        yield finding("map", ("eigenaar", "naam"), map=folder, eigenaar=owner, bedoeld=expected)


def _congress_findings(catalogue: Catalogue, congress: Congress) -> Iterator[Finding]:
    references: list[tuple[Loc, str]] = [(("praktijken", i), id) for i, id in enumerate(congress.praktijken)]
    for index, session in enumerate(congress.programma):
        references += [(("programma", index, "praktijken", i), id) for i, id in enumerate(session.praktijken)]
    return _unknown_references(catalogue, references)


def _mention_findings(catalogue: Catalogue) -> Iterator[Finding]:
    references = [((i, "praktijk"), m.praktijk) for i, m in enumerate(catalogue.mentions) if m.praktijk]
    yield from _unknown_references(catalogue, references)
    for index, mention in enumerate(catalogue.mentions):
        if mention.congres and mention.congres not in catalogue.known_congresses:
            meant = suggest(mention.congres, sorted(catalogue.known_congresses))
            yield finding("onbekend-congres", (index, "congres"), waarde=mention.congres, bedoeld=meant)
