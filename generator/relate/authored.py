"""Relations that people wrote down, seen from both ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from generator.catalogue import Catalogue
from generator.relate.related import Reason, Related

Edge = tuple[str, str, Reason]


def authored_relations(catalogue: Catalogue) -> dict[str, list[Related]]:
    """Return, by id, the neighbours that records and congresses name; several reasons for one neighbour merge.

    Links from the record itself come first, then links from others, then shared congress sessions.
    """
    reasons: dict[str, dict[str, list[Reason]]] = {}
    for here, there, reason in (*_own_links(catalogue), *_reverse_links(catalogue), *_shared_sessions(catalogue)):
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


def _shared_sessions(catalogue: Catalogue) -> Iterator[Edge]:
    """Practices shown in the same part of a congress programme; a whole congress is too wide a tie."""
    for congress in catalogue.congresses.values():
        for session in congress.programma:
            for here, there in permutations(session.praktijken, 2):
                yield here, there, Reason("congres", (congress.titel,))
