"""Catalogue to "zie ook": authored relations first, then computed ones, never the same practice twice."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.relate.authored import authored_relations
from generator.relate.computed import SHOWN, computed_relations
from generator.relate.related import Related, RelatedIndex


def relate(catalogue: Catalogue, shown: int = SHOWN) -> RelatedIndex:
    """Return for every practice its neighbours in the order in which a reader sees them.

    There are `shown` of them at most, but what people wrote down is never left out.
    """
    authored, computed = authored_relations(catalogue), computed_relations(catalogue, shown=shown)
    return {id: _merge(authored.get(id, []), computed.get(id, []), shown) for id in catalogue.practices}


def _merge(authored: list[Related], computed: list[Related], shown: int) -> tuple[Related, ...]:
    named = {related.id for related in authored}
    room = max(0, shown - len(authored))
    return (*authored, *[related for related in computed if related.id not in named][:room])
