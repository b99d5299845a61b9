"""From signals to candidates: for each practice those that are most like it, with a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from scipy import sparse

from generator.analysis.corpus import Matrix
from generator.relate.features import Signal
from generator.relate.nearest import Pairs, order_pairs, places_in_row
from generator.relate.prints import mix, print_rows, sum_prints

SCALE = 4096
"""By what weights are multiplied before they are rounded to whole numbers."""

CANDIDATES = 25
"""How many are scored exactly, the practice itself included; more changes nothing in the first ten."""

UNITS = 10_000
"""In what a score is rounded: to four decimals."""

MINIMUM = 0.05
"""Below this score two practices have no more than a common word in common."""

DOUBT = 0.1
"""How much likeness of texts is not believed. Divided by the best that a practice has, even the nearest of strangers
would count in full; so the words of short records, whose best is .2 or so, weigh less than their tags, and those of
long ones, whose best is .5, weigh more."""

Candidate = tuple[int, float, int]
"""A possible neighbour of one practice: its row, score, and the group of near-copies that it belongs to."""


@dataclass(frozen=True)
class Features:
    """The signals side by side in whole numbers, and how many columns of each; `prints` knows the rows again."""

    rows: Matrix
    prints: np.ndarray
    widths: Mapping[str, int]


@dataclass(frozen=True)
class Ranking:
    """The candidates of every practice, best first, ties by row. Those of row n run from starts[n] to starts[n + 1]."""

    starts: np.ndarray
    columns: np.ndarray
    scores: np.ndarray
    groups: np.ndarray

    def candidates(self, row: int) -> list[Candidate]:
        """Return those of one practice."""
        part = slice(self.starts[row], self.starts[row + 1])
        parts = (self.columns[part], self.scores[part], self.groups[part])
        return list(zip(*(values.tolist() for values in parts), strict=True))


def join_signals(signals: Mapping[str, Signal], weights: Mapping[str, float]) -> Features:
    """Put signals side by side: the product of two rows is the weighted sum of their products, times SCALE squared."""
    rows = sparse.hstack([signal.rows * np.sqrt(weights[name]) for name, signal in signals.items()], "csr")
    rows.data = np.round(rows.data * SCALE).astype(np.int32)
    rows.eliminate_zeros()
    prints = np.concatenate([signal.prints for signal in signals.values()])
    return Features(rows, print_rows(rows, prints), {name: signal.rows.shape[1] for name, signal in signals.items()})


def rank(pairs: Pairs, features: Features, groups: np.ndarray, weights: Mapping[str, float]) -> Ranking:
    """Score the first pairs of each row, and leave out those with no more than a common word in common.

    What two practices share of each kind of tag counts as 1 at most. Their text counts relative to the best of the
    first that is no near-copy of it; the text of a near-copy is as near as can be.
    """
    rows, columns, values = pairs.pick(places_in_row(pairs.rows) < CANDIDATES)
    *tags, text = features.widths
    shared = {name: products / SCALE**2 for name, products in _tag_products(features, tags, rows, columns).items()}
    left = values / SCALE**2 - sum(shared.values())
    copies = groups[rows] == groups[columns]
    best = np.zeros(features.rows.shape[0])
    np.maximum.at(best, rows, np.where(copies, 0, left))
    by_tags = sum(np.minimum(products, weights[name]) for name, products in shared.items())
    by_text = weights[text] * np.where(copies, 1, left / (best[rows] + DOUBT * weights[text] + 1e-9))
    scores = np.round(np.where(rows == columns, 0, by_tags + by_text) * UNITS)
    rows, columns, scores = Pairs(rows, columns, scores).pick(scores >= MINIMUM * UNITS)
    order = order_pairs(rows, columns, scores)
    starts = np.searchsorted(rows, np.arange(features.rows.shape[0] + 1))
    return Ranking(starts, columns[order], scores[order] / UNITS, groups[columns[order]])


def print_causes(ranking: Ranking, prints: np.ndarray) -> np.ndarray:
    """Return a fingerprint of all that the choice from each practice's candidates depends on.

    `prints` are those of what is told about each practice. Of groups it counts only which candidates share one.
    """
    rows = np.repeat(np.arange(len(prints)), np.diff(ranking.starts))
    places = places_in_row(rows)
    pairs = rows * (int(ranking.groups.max(initial=0)) + 1) + ranking.groups
    _, first, group = np.unique(pairs, return_index=True, return_inverse=True)
    scores = np.round(ranking.scores * UNITS)
    each = mix(prints[ranking.columns], scores, places, places[first][group])
    return mix(prints, sum_prints(each, ranking.starts))


def _tag_products(
    features: Features, tags: Sequence[str], rows: np.ndarray, columns: np.ndarray
) -> dict[str, np.ndarray]:
    """Return the product of each pair for each kind of tag."""
    ends = list(accumulate((features.widths[name] for name in tags), initial=0))
    weights = features.rows[:, : ends[-1]].toarray()
    parts = (weights[:, start:end] for start, end in pairwise(ends))
    return {name: _shared_weight(part, rows, columns) for name, part in zip(tags, parts, strict=True)}


def _shared_weight(weights: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Return the sum of the squares of what two rows share, for each pair; all who have a tag have it as much.

    Sixteen tags at a time are the bits of a number, and a table holds the sum of each set of bits: a pair costs a
    look-up, where the product of two sparse rows takes eight times as long.
    """
    total = np.zeros(len(rows), dtype=np.int64)
    for start in range(0, weights.shape[1], 16):
        part = weights[:, start : start + 16]
        sums = np.zeros(1, dtype=np.int64)
        for square in part.max(axis=0, initial=0).astype(np.int64) ** 2:
            sums = np.concatenate((sums, sums + square))
        bits = (part > 0) @ (1 << np.arange(part.shape[1]))
        total += sums[bits[rows] & bits[columns]]
    return total
