"""Catalogue to "zie ook": authored relations first, then computed ones, never the same practice twice."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.relate.authored import authored_relations
from generator.relate.computed import computed_relations
from generator.relate.related import Related, RelatedIndex

SHOWN = 8


def relate(catalogue: Catalogue) -> RelatedIndex:
    """Return for every practice its neighbours in the order in which a reader sees them."""
    authored, computed = authored_relations(catalogue), computed_relations(catalogue)
    return {id: _merge(authored.get(id, []), computed.get(id, [])) for id in catalogue.practices}


def _merge(authored: list[Related], computed: list[Related]) -> tuple[Related, ...]:
    named = {related.id for related in authored}
    room = max(0, SHOWN - len(authored))
    return (*authored, *[related for related in computed if related.id not in named][:room])
