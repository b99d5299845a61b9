"""For each row of a matrix the rows that lie nearest, and how to bring them up to date when a few rows changed.

All weights are whole numbers, so that a product is the same in whichever order it is summed, and by whichever library.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from generator.analysis.corpus import Matrix

KEPT = 40
"""How many neighbours are kept for each row: more than are wanted, so that one that falls back leaves no gap."""

BLOCK = 2_000_000
"""How many products are held at once, about."""


@dataclass(frozen=True)
class Space:
    """Rows of whole numbers, the rows that may be a neighbour, and above which product they are one."""

    rows: Matrix
    chosen: np.ndarray
    threshold: int

    @property
    def total(self) -> int:
        """How many rows there are."""
        return int(self.rows.shape[0])

    @cached_property
    def columns(self) -> Matrix:
        """The rows that may be a neighbour, as columns."""
        return sparse.csr_matrix(self.rows[self.chosen].T)


class Pairs(NamedTuple):
    """Rows with a neighbour each, and their product."""

    rows: np.ndarray
    columns: np.ndarray
    values: np.ndarray

    def pick(self, chosen: np.ndarray) -> Pairs:
        """Return these pairs: a mask, or an order."""
        return Pairs(self.rows[chosen], self.columns[chosen], self.values[chosen])


@dataclass(frozen=True)
class Nearest:
    """Pairs in order of row, the highest product first, ties in order of column.

    Every pair of row n with a product above floors[n] is among them.
    """

    pairs: Pairs
    floors: np.ndarray


def find_nearest(space: Space, wanted: int) -> Nearest:
    """Return the nearest of every row; the first `wanted` of each are certain, ties included."""
    floors = np.full(space.total, space.threshold, dtype=np.int32)
    return Nearest(_search(space, np.arange(space.total, dtype=np.int32), floors, wanted), floors)


def renew_nearest(
    earlier: Nearest, numbers: np.ndarray, space: Space, changed: np.ndarray, entered: np.ndarray, wanted: int
) -> Nearest:
    """Return nearest of which the first `wanted` are those of `find_nearest`, at the cost of what changed.

    `numbers` is the new number of each row of `earlier`, or -1. `changed` are the rows that are not what they were,
    `entered` the rows that as a neighbour are not what they were or were none; both as a mask.
    """
    known = numbers >= 0
    floors = np.full(space.total, space.threshold, dtype=np.int32)
    floors[numbers[known]] = earlier.floors[known]
    stay, left = _split(earlier.pairs, numbers, space, changed, entered)
    entering = np.flatnonzero(entered & _mask(space.chosen, space.total))
    new = _join(*_products(space, np.flatnonzero(~changed), entering, floors))
    touched = _mask(np.concatenate((left, new.rows)), space.total)
    calm, moved = stay.pick(~touched[stay.rows]), _join(stay.pick(touched[stay.rows]), new)
    moved = _cut(_sort(moved), floors)
    sure = np.bincount(moved.rows[moved.values > floors[moved.rows]], minlength=space.total)
    again = changed | (touched & (sure < wanted) & (floors > space.threshold))
    found = _search(space, np.flatnonzero(again).astype(np.int32), floors, wanted)
    pairs = _join(calm.pick(~again[calm.rows]), moved.pick(~again[moved.rows]), found)
    return Nearest(pairs.pick(np.argsort(pairs.rows, kind="stable")), floors)


def _split(
    pairs: Pairs, numbers: np.ndarray, space: Space, changed: np.ndarray, entered: np.ndarray
) -> tuple[Pairs, np.ndarray]:
    """Return the pairs of unchanged rows that hold as they are, by their new numbers, and the rows that lose one."""
    rows, columns = numbers[pairs.rows], numbers[pairs.columns]
    # Number -1 reads the last place of the mask, which stands for rows that are there no more.
    lasting = np.append(~changed, False)[rows]
    holds = lasting & np.append(_mask(space.chosen, space.total) & ~entered, False)[columns]
    return Pairs(rows[holds], columns[holds], pairs.values[holds]), rows[lasting & ~holds]


def _search(space: Space, rows: np.ndarray, floors: np.ndarray, wanted: int) -> Pairs:
    """Return the nearest of these rows, and set their floors."""
    top = min(KEPT, len(space.chosen))
    found = sp_matmul_topn(sparse.csr_matrix(space.rows[rows]), space.columns, top_n=top, threshold=space.threshold)
    pairs = _sort(Pairs(np.repeat(rows, np.diff(found.indptr)), space.chosen[found.indices], found.data))
    full = rows[(np.diff(found.indptr) == top) & (top < len(space.chosen))]
    floors[rows] = space.threshold
    floors[full] = pairs.values[np.searchsorted(pairs.rows, full, side="right") - 1]
    sure = np.bincount(pairs.rows[pairs.values > floors[pairs.rows]], minlength=space.total)
    tied = full[sure[full] < wanted]
    if not len(tied):
        return pairs
    floors[tied] = space.threshold
    settled = [_cut(_sort(block), floors) for block in _products(space, tied, space.chosen, floors)]
    return _sort(_join(pairs.pick(~_mask(tied, space.total)[pairs.rows]), *settled))


def _products(space: Space, rows: np.ndarray, columns: np.ndarray, floors: np.ndarray) -> Iterator[Pairs]:
    """Yield every pair of these rows and columns that counts, with a product not under the floor; some rows a time."""
    turned = sparse.csr_array(space.rows[columns].T)
    size = 1 + BLOCK // (1 + len(columns))
    for start in range(0, max(1, len(rows)), size):
        block = rows[start : start + size]
        found = sparse.csr_array(space.rows[block]) @ turned
        pairs = Pairs(np.repeat(block, np.diff(found.indptr)), columns[found.indices], found.data)
        yield pairs.pick((pairs.values > space.threshold) & (pairs.values >= floors[pairs.rows]))


def _cut(pairs: Pairs, floors: np.ndarray) -> Pairs:
    """Return no more of each row than are kept, and raise the floors of those that had more."""
    places = places_in_row(pairs.rows)
    last = pairs.pick((places == KEPT - 1) & (np.append(places, 0)[1:] == KEPT))
    floors[last.rows] = last.values
    return pairs.pick(places < KEPT)


def order_pairs(rows: np.ndarray, columns: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return the order by row, then the highest whole number first, then by column.

    Two sorts of one number each take a fifth of the time of one sort by three.
    """
    order = np.argsort((-values.astype(np.int64) << 32) + columns)
    return np.asarray(order[np.argsort(rows[order], kind="stable")])


def places_in_row(rows: np.ndarray) -> np.ndarray:
    """Return for each of these ascending rows how many times it came before."""
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    return np.arange(len(rows)) - np.repeat(starts, np.diff(starts, append=len(rows)))


def _sort(pairs: Pairs) -> Pairs:
    return pairs.pick(order_pairs(*pairs))


def _join(*several: Pairs) -> Pairs:
    return Pairs(*map(np.concatenate, zip(*several, strict=True)))


def _mask(rows: np.ndarray, total: int) -> np.ndarray:
    mask = np.zeros(total, dtype=bool)
    mask[rows] = True
    return mask
