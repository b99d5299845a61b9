"""No address that was ever published may go dead, and none may lead to two places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue import Catalogue
from generator.check.personal_data import find_personal_data
from generator.parse.congress import Congress
from generator.parse.model import Practice
from generator.permalinks.addresses import leads_somewhere, split_address
from generator.permalinks.listing import PATH
from generator.read.finding import Finding, Loc, finding
from generator.read.source import SourceDocument
from generator.registers.registers import suggest

Claims = Mapping[str, list[str]]

_LOST: Mapping[str, str] = {
    "praktijken": "verdwenen-adres",
    "congressen": "verdwenen-adres",
    "gemeenten": "verdwenen-gemeente",
    "themas": "verdwenen-term",
    "doelgroepen": "verdwenen-term",
}


def check_permalinks(catalogue: Catalogue) -> Iterator[tuple[SourceDocument, Finding]]:
    """Yield each problem with published addresses, former ids, and the entries of what was withdrawn."""
    listing = SourceDocument(PATH, b"", None)
    for address, line in catalogue.published.items():
        if not leads_somewhere(catalogue, address):
            section, id = split_address(address)
            named = id if section == "praktijken" else address
            yield listing, finding(_LOST[section], at=(line, 1), waarde=address, ding=named, id=id, lijst=section)
    claims = _claims(catalogue)
    parts: tuple[tuple[str, Mapping[str, Practice | Congress], Mapping[str, SourceDocument]], ...] = (
        ("praktijken", catalogue.practices, catalogue.documents),
        ("congressen", catalogue.congresses, catalogue.congress_documents),
    )
    for section, records, documents in parts:
        for id, record in records.items():
            for found in _taken(catalogue, claims, f"{section}/{id}", ("oude_ids",), record.oude_ids):
                yield documents[id], found
    if document := catalogue.withdrawn_document:
        for found in (*_withdrawn_findings(catalogue, claims), *find_personal_data(document.text)):
            yield document, found


def _withdrawn_findings(catalogue: Catalogue, claims: Claims) -> Iterator[Finding]:
    entries = Counter(entry.adres for entry in catalogue.withdrawn)
    for number, entry in enumerate(catalogue.withdrawn):
        section, id = split_address(entry.adres)
        known = _known(catalogue, section)
        if id in known:
            yield finding("adres-in-gebruik", (number, "adres"), waarde=entry.adres)
        elif entries[entry.adres] > 1:
            yield finding("dubbele-waarde", (number, "adres"), waarde=entry.adres)
        if (target := entry.vervangen_door) and target not in known:
            code = "onbekende-praktijk" if section == "praktijken" else "onbekend-congres"
            yield finding(code, (number, "vervangen_door"), waarde=target, bedoeld=suggest(target, sorted(known)))
        yield from _taken(catalogue, claims, entry.adres, (number, "oude_ids"), entry.oude_ids)


def _claims(catalogue: Catalogue) -> Claims:
    """Return which addresses claim each former one; what was withdrawn claims its own address."""
    claims: dict[str, list[str]] = defaultdict(list)
    for section, records in (("praktijken", catalogue.practices), ("congressen", catalogue.congresses)):
        for id, record in records.items():
            for old in record.oude_ids:
                claims[f"{section}/{old}"].append(f"{section}/{id}")
    for entry in catalogue.withdrawn:
        section, id = split_address(entry.adres)
        for old in (id, *entry.oude_ids):
            claims[f"{section}/{old}"].append(entry.adres)
    return claims


def _taken(catalogue: Catalogue, claims: Claims, own: str, loc: Loc, former: Iterable[str]) -> Iterator[Finding]:
    """Yield the former ids of one address that are a present id, or that something else claims too."""
    section = split_address(own)[0]
    for index, old in enumerate(former):
        others = [split_address(other)[1] for other in claims[f"{section}/{old}"] if other != own]
        if old in _known(catalogue, section):
            others.append(old)
        if others:
            yield finding("oude-id-in-gebruik", (*loc, index), waarde=old, ander=others)


def _known(catalogue: Catalogue, section: str) -> frozenset[str]:
    return catalogue.known_ids if section == "praktijken" else catalogue.known_congresses
