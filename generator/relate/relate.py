"""Catalogue to "zie ook": authored relations first, then computed ones, never the same practice twice."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.relate.authored import authored_relations
from generator.relate.computed import SHOWN, compute_neighbours
from generator.relate.peers import EVIDENCE, Peer, make_peers
from generator.relate.related import Neighbours, Reason, Related, RelatedIndex
from generator.relate.text import Texts


def relate(catalogue: Catalogue, texts: Texts, shown: int = SHOWN) -> RelatedIndex:
    """Return for every practice its neighbours in the order in which a reader sees them.

    There are `shown` of them at most, but what people wrote down is never left out.
    """
    peers = make_peers(catalogue)
    authored, computed = authored_relations(catalogue), compute_neighbours(catalogue, texts, peers, shown)
    none = Neighbours()
    return {id: _merge(authored.get(id, []), computed.get(id, none), peers[id], peers, shown) for id in peers}


def _merge(
    authored: list[Related], computed: Neighbours, here: Peer, peers: Mapping[str, Peer], shown: int
) -> Neighbours:
    named = {related.id: related for related in authored}
    room = max(0, shown - len(authored))
    stronger, like_sized = computed.stronger, computed.like_sized
    if stronger:
        reason = Reason("bewijs", (EVIDENCE[peers[stronger.id].evidence],))
        stronger = _lead(named.get(stronger.id, stronger), reason)
    if like_sized:
        like_sized = _lead(named.get(like_sized.id, like_sized), Reason("grootte", (here.size,)))
    rest = [related for related in computed.shown if related.id not in named]
    return Neighbours((*authored, *rest[:room]), stronger, like_sized)


def _lead(related: Related, reason: Reason) -> Related:
    """Return the neighbour with this reason before its other ones."""
    return related._replace(reasons=(reason, *(other for other in related.reasons if other != reason)))
