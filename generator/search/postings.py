"""Which documents hold a term, and how much it says about each; in shards of neighbouring terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.search.coding import encode, encode_all, encode_levels
from generator.search.impacts import Impacts

SHARD_SIZE = 6000
"""Signs in a shard, unless one term has more: about 4 kB when compressed."""
RARITY_STEPS = 100


@dataclass(frozen=True)
class PostingShards:
    """Files by position, and the number of the first term in each."""

    firsts: Sequence[int]
    files: Sequence[list[str]]


def posting_shards(impacts: Impacts) -> PostingShards:
    """Return shards of lists: rarity and length, the gaps between document numbers, the impacts."""
    starts = impacts.matrix.indptr
    gaps = np.diff(impacts.matrix.indices, prepend=0).astype(np.int64)
    begins = starts[:-1][starts[:-1] < starts[1:]]
    gaps[begins] = impacts.matrix.indices[begins]
    documents = encode_all(gaps, starts)
    levels = encode_levels(impacts.matrix.data)
    rarity = np.rint(impacts.rarity * RARITY_STEPS).astype(int)
    firsts: list[int] = []
    files: list[list[str]] = []
    room = 0
    for term, gap in enumerate(documents):
        start, end = starts[term], starts[term + 1]
        text = f"{encode(int(rarity[term]))}{encode(int(end - start))}{gap}{levels[start:end]}" if gap else ""
        if not files or room + len(text) > SHARD_SIZE:
            firsts.append(term)
            files.append([])
            room = 0
        files[-1].append(text)
        room += len(text) + 3
    return PostingShards(firsts, files)
