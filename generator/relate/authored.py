"""Relations that people wrote down, seen from both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cache
from itertools import chain, permutations

from generator.catalogue import Catalogue
from generator.relate.related import Reason, Related

Edge = tuple[str, str, Reason]


def authored_relations(catalogue: Catalogue) -> dict[str, list[Related]]:
    """Return, by id, the neighbours that records and congresses name; several reasons for one neighbour merge.

    Links from the record itself come first, then links from others, adoptions, and shared congress sessions.
    """
    reasons: dict[str, dict[str, list[Reason]]] = {}
    sources = (_own_links, _reverse_links, _adoptions, _shared_sessions)
    for here, there, reason in chain.from_iterable(source(catalogue) for source in sources):
        if here != there and here in catalogue.practices and there in catalogue.practices:
            found = reasons.setdefault(here, {}).setdefault(there, [])
            if reason not in found:
                found.append(reason)
    return {
        here: [Related(there, 1.0, tuple(why), authored=True) for there, why in found.items()]
        for here, found in reasons.items()
    }


def _own_links(catalogue: Catalogue) -> Iterator[Edge]:
    for id, practice in catalogue.practices.items():
        for link in practice.gebaseerd_op:
            yield id, link.id, Reason("gebaseerd_op", (link.reden,))
        for link in practice.zie_ook:
            yield id, link.id, Reason("uit_de_bron", (link.reden,))
        if practice.vervangen_door:
            yield id, practice.vervangen_door, Reason("vervangen_door", ())


def _reverse_links(catalogue: Catalogue) -> Iterator[Edge]:
    for id, practice in catalogue.practices.items():
        for link in practice.gebaseerd_op:
            yield link.id, id, Reason("basis_van", (link.reden,))
        for link in practice.zie_ook:
            yield link.id, id, Reason("uit_de_bron", (link.reden,))
        if practice.vervangen_door:
            yield practice.vervangen_door, id, Reason("vervangt", ())


def _adoptions(catalogue: Catalogue) -> Iterator[Edge]:
    """Tie a practice to that of a municipality that took it over, when it is certain which one that is.

    `overgenomen_door` names a municipality, no practice. It is certain when exactly one practice of that municipality
    says that it is based on the original, or bears its title.
    """
    register = catalogue.registers.municipalities
    adoptions = [
        (id, practice, town)
        for id, practice in catalogue.practices.items()
        for adoption in practice.overgenomen_door
        if (town := register.resolve(adoption.gemeente))
    ]
    heirs = _heirs(catalogue, {town.code for _, _, town in adoptions})
    for id, practice, town in adoptions:
        claims = heirs.get((town.code, id), set()) | heirs.get((town.code, practice.titel.casefold()), set())
        if len(claims := claims - {id}) == 1:
            heir = claims.pop()
            yield id, heir, Reason("overgenomen_door", (town.naam,))
            yield heir, id, Reason("overgenomen_van", ())


def _heirs(catalogue: Catalogue, codes: Set[str]) -> Mapping[tuple[str, str], set[str]]:
    """Return the practices of these municipalities by what they claim: the id they are based on, and their title."""
    today = cache(catalogue.registers.municipalities.resolve)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id, practice in catalogue.practices.items():
        for code in practice.gemeenten:
            if (town := today(code)) and town.code in codes:
                for claim in (practice.titel.casefold(), *(link.id for link in practice.gebaseerd_op)):
                    found[town.code, claim].add(id)
    return found


def _shared_sessions(catalogue: Catalogue) -> Iterator[Edge]:
    """Practices shown in the same part of a congress programme; a whole congress is too wide a tie."""
    for congress in catalogue.congresses.values():
        for session in congress.programma:
            for here, there in permutations(session.praktijken, 2):
                yield here, there, Reason("congres", (congress.titel,))
