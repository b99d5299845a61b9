"""How good a ranked list is, given graded judgments (0 = unrelated, up to 3 = same problem, same approach)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log2

Grades = Mapping[str, int]
"""The judged neighbours of one query, by id; whatever is absent has grade 0."""


def dcg(grades: Iterable[int]) -> float:
    """Return the discounted gain of grades in the order shown: 2^grade - 1, over log2 of the place plus one."""
    return float(sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1)))


def ndcg(ranked: Sequence[str], grades: Grades, depth: int) -> float:
    """Return the gain of the first `depth` ids as a share of the best possible; 0 when nothing is relevant."""
    best = dcg(sorted(grades.values(), reverse=True)[:depth])
    return dcg(grades.get(id, 0) for id in ranked[:depth]) / best if best else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Grades, threshold: int) -> float:
    """Return 1 over the place of the first id of at least this grade; 0 when there is none in the list."""
    places = (place for place, id in enumerate(ranked, start=1) if grades.get(id, 0) >= threshold)
    return 1 / next(places, float("inf"))


def coverage(lists: Iterable[Sequence[str]], minimum: int) -> float:
    """Return the share of the lists that hold at least `minimum` ids."""
    return mean(float(len(ranked) >= minimum) for ranked in lists)


def mean(values: Iterable[float]) -> float:
    """Return the average, and 0 for no values at all."""
    numbers = tuple(values)
    return sum(numbers) / len(numbers) if numbers else 0.0
