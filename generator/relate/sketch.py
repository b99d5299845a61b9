"""Near-copies: one practice that many municipalities handed in may not fill the "zie ook" of each of them.

Texts are sketched in bits: the more alike two texts are, the fewer bits differ (Charikar, 2002). TF-IDF cannot tell
near-copies: words that many practices share weigh nothing there, and the words of a practice that was handed in many
times are shared by many practices.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from generator.analysis.corpus import Matrix

NEAR_COPY = 24
"""Up to this many bits differ between near-copies: texts with a cosine of .83 or more over their plain words.

The two most alike of the real practices reach .56, which differs in 40 bits."""


def sketch_rows(counts: Matrix, digests: np.ndarray) -> np.ndarray:
    """Return a row of 16 bytes for each row of counts: on which side of 128 planes it lies.

    `digests` are 16 bytes for each column, by which the planes are chosen: the same text always gives the same bits.
    """
    damped = sparse.csr_array((np.log1p(counts.data), counts.indices, counts.indptr), shape=counts.shape)
    planes = np.unpackbits(digests, axis=1).astype(np.float32) * 2 - 1
    return np.packbits(damped @ planes > 0, axis=1)


def group_near_copies(sketches: np.ndarray) -> np.ndarray:
    """Return the number of the group of each row; rows that are no near-copy of another have one of their own.

    Only rows with an equal byte at the same place are compared: near-copies nearly always have one. They are sorted by
    each byte in turn, and compared with the next one only: no square.
    """
    total = len(sketches)
    halves = np.ascontiguousarray(sketches).view("<u8").T
    pairs = [_alike(halves, place) for place in sketches.T] if total else []
    one, other = np.concatenate(pairs, axis=1) if pairs else np.zeros((2, 0), dtype=np.int64)
    graph = sparse.csr_array((np.ones(len(one), dtype=bool), (one, other)), shape=(total, total))
    return np.asarray(connected_components(graph, directed=False)[1])


def first_of_groups(groups: np.ndarray, count: int) -> np.ndarray:
    """Return the rows that are among the first `count` of their group, ascending."""
    order = np.argsort(groups, kind="stable")
    starts = np.searchsorted(groups[order], groups[order])
    return np.sort(order[np.arange(len(order)) - starts < count])


def _alike(halves: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return two rows of row numbers: the near-copies that follow each other when sorted by the byte at this place."""
    order = np.lexsort((*halves, place))
    one, other = order[:-1], order[1:]
    differing = np.bitwise_count(halves[:, one] ^ halves[:, other]).sum(axis=0)
    near = (differing <= NEAR_COPY) & (place[one] == place[other])
    return np.stack((one[near], other[near]))
