"""Catalogue to "zie ook": authored relations first, then computed ones, never the same practice twice."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.relate.authored import authored_relations
from generator.relate.computed import SHOWN, Computed, compute_neighbours
from generator.relate.peers import EVIDENCE, Peer, make_peers
from generator.relate.related import Neighbours, Reason, Related, RelatedIndex
from generator.relate.text import Texts


def relate(catalogue: Catalogue, texts: Texts, shown: int = SHOWN) -> RelatedIndex:
    """Return for every practice its neighbours in the order in which a reader sees them.

    There are `shown` of them at most, but what people wrote down is never left out.
    """
    return relate_anew(catalogue, texts, None, shown)[0]


def relate_anew(
    catalogue: Catalogue, texts: Texts, earlier: Computed | None, shown: int = SHOWN
) -> tuple[RelatedIndex, Computed]:
    """Return the same as `relate`, from what an earlier run found where that still holds; and what this one found."""
    peers = make_peers(catalogue)
    authored = authored_relations(catalogue)
    computed = compute_neighbours(catalogue, texts, peers, shown, earlier=earlier)
    index = {
        id: _merge(authored.get(id, []), neighbours, peers[id], peers, shown)
        for id, neighbours in computed.by_id.items()
    }
    return index, computed


def _merge(
    authored: list[Related], computed: Neighbours, here: Peer, peers: Mapping[str, Peer], limit: int
) -> Neighbours:
    named = {related.id: related for related in authored}
    shown, stronger, like_sized = computed
    if authored:
        room = max(0, limit - len(authored))
        shown = (*authored, *[related for related in shown if related.id not in named][:room])
    if stronger:
        reason = Reason("bewijs", (EVIDENCE[peers[stronger.id].evidence],))
        stronger = _lead(named.get(stronger.id, stronger), reason)
    if like_sized:
        like_sized = _lead(named.get(like_sized.id, like_sized), Reason("grootte", (here.size,)))
    return Neighbours(shown, stronger, like_sized)


def _lead(related: Related, reason: Reason) -> Related:
    """Return the neighbour with this reason before its other ones."""
    id, score, reasons, authored = related
    return Related(id, score, (reason, *[other for other in reasons if other != reason]), authored)
