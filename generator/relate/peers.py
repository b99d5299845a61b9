"""Which neighbours answer a question of their own: stronger evidence, or a municipality of the same size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import get_args

from generator.catalogue import Catalogue
from generator.parse.model import EvidenceLevel
from generator.registers.municipalities import Municipalities

EVIDENCE: tuple[EvidenceLevel, ...] = get_args(EvidenceLevel)
"""The levels from weak to strong, in the order of the record model."""

DECENT = 0.29
"""The score from which a neighbour may be called the same goal or approach, whoever ties the two.

A person ties parts to the whole as well: many a part of a programme has another goal than the programme. Below this
score real records share one wide theme or target group."""


@dataclass(frozen=True, slots=True)
class Peer:
    """What of a practice is compared. `size` is empty without a municipality, or with several of different size."""

    themes: frozenset[str]
    municipalities: frozenset[str]
    size: str
    evidence: int


IsPeer = Callable[[Peer, Peer], bool]


def make_peers(catalogue: Catalogue) -> dict[str, Peer]:
    """Return the peer of each practice by id, with the municipalities of today."""
    place = cache(partial(_place, catalogue.registers.municipalities))
    return {
        id: Peer(frozenset(p.themas), *place(p.gemeenten), EVIDENCE.index(p.bewijs.niveau))
        for id, p in catalogue.practices.items()
    }


def _place(register: Municipalities, codes: tuple[str, ...]) -> tuple[frozenset[str], str]:
    """Return the municipalities of today, and their size when it is the same."""
    towns = [town for code in codes if (town := register.resolve(code))]
    sizes = {town.grootteklasse for town in towns}
    return frozenset(town.code for town in towns), sizes.pop() if len(sizes) == 1 else ""


def has_stronger_evidence(here: Peer, there: Peer) -> bool:
    """Tell whether the other has a theme in common and stronger evidence."""
    return there.evidence > here.evidence and not here.themes.isdisjoint(there.themes)


def is_like_sized(here: Peer, there: Peer) -> bool:
    """Tell whether the other has a theme in common and belongs to another municipality of the same size class."""
    return (
        here.size == there.size != ""
        and here.municipalities.isdisjoint(there.municipalities)
        and not here.themes.isdisjoint(there.themes)
    )
