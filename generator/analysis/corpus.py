"""Many texts as counts of words: cut once, weighed by each use in its own way."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, compress
from operator import add
from typing import Any

import numpy as np
from scipy import sparse

from generator.analysis.memo import Memo
from generator.analysis.tokens import expand, runs

Matrix = Any
"""A scipy CSR array; scipy ships no types."""


@dataclass(frozen=True)
class Corpus:
    """`words` is every word that occurs, sorted; `counts` has a documents x words matrix per field.

    The order depends on nothing but the words, so that sums over them are the same however they were counted.
    """

    words: Sequence[str]
    counts: Mapping[str, Matrix]

    def weighted(self, weights: Mapping[str, float]) -> Matrix:
        """Return one documents x words matrix: the counts of the named fields, each times its weight."""
        return reduce(add, (self.counts[field] * np.float32(weight) for field, weight in weights.items()))


def count_words(fields: Mapping[str, Iterable[str]]) -> Corpus:
    """Count the words of every text; each field has one text per document, in the same order.

    A run without spaces is taken apart once, however often it occurs: the counting itself is a look-up per run.
    """
    seen = _Numbers()
    by_field = {field: _count_runs(texts, seen) for field, texts in fields.items()}
    expanded = [expand(run) for run in seen]
    words = sorted({word for run in expanded for word in run})
    numbers = {word: number for number, word in enumerate(words)}
    parts = count_matrix([[numbers[word] for word in run] for run in expanded], len(words))
    for counts in by_field.values():
        counts.resize(counts.shape[0], len(seen))
    return Corpus(tuple(words), {field: _sorted(counts @ parts) for field, counts in by_field.items()})


def match_rows(wanted: Sequence[Hashable], held: Sequence[Hashable]) -> tuple[list[int], np.ndarray]:
    """Return the places of what is wanted and not held, and the row of each that is wanted.

    Rows number what is held first, and after it what is not, in that order: as `choose_rows` takes them.
    """
    rows = {key: row for row, key in enumerate(held)}
    new = [place for place, key in enumerate(wanted) if key not in rows]
    rows |= {wanted[place]: row for row, place in enumerate(new, len(held))}
    return new, np.array([rows[key] for key in wanted], dtype=np.int32)


def choose_rows(one: Corpus, other: Corpus, rows: np.ndarray) -> Corpus:
    """Return the corpus of these documents: those of `one` are numbered first, those of `other` after them.

    Both have the same fields. It is the corpus that counting the texts of these documents gives.
    """
    words = sorted({*one.words, *other.words})
    numbers = {word: number for number, word in enumerate(words)}
    both = [(corpus.counts, np.array([numbers[word] for word in corpus.words], np.int32)) for corpus in (one, other)]
    counts = {
        field: sparse.vstack([_renumbered(old[field], columns, len(words)) for old, columns in both], "csr")[rows]
        for field in one.counts
    }
    seen = np.zeros(max(1, len(words)), dtype=bool)
    for matrix in counts.values():
        seen[matrix.indices] = True
    columns = np.cumsum(seen, dtype=np.int32) - 1
    left = tuple(compress(words, seen.tolist()))
    return Corpus(left, {field: _renumbered(matrix, columns, len(left)) for field, matrix in counts.items()})


def _renumbered(matrix: Matrix, numbers: np.ndarray, width: int) -> Matrix:
    """Return the matrix with its columns at other places; their order stays."""
    shape = (matrix.shape[0], max(1, width))
    return sparse.csr_array((matrix.data, numbers[matrix.indices], matrix.indptr), shape=shape)


def _sorted(matrix: Matrix) -> Matrix:
    matrix.sort_indices()
    return matrix


def count_matrix(rows: Sequence[Sequence[int]], width: int) -> Matrix:
    """Return how often each number occurs in each row, as a rows x `width` matrix (wider when a number asks it)."""
    return _to_matrix(np.fromiter(chain.from_iterable(rows), dtype=np.int32), list(map(len, rows)), width)


class _Numbers(Memo[int]):
    """Texts numbered in order of first appearance."""

    def __init__(self) -> None:
        super().__init__(lambda _: len(self))


def _count_runs(texts: Iterable[str], numbers: _Numbers) -> Matrix:
    lengths: list[int] = []

    def number(text: str) -> Iterator[int]:
        found = runs(text)
        lengths.append(len(found))
        return map(numbers.__getitem__, found)

    return _to_matrix(np.fromiter(chain.from_iterable(map(number, texts)), dtype=np.int32), lengths, 0)


def _to_matrix(indices: np.ndarray, lengths: Sequence[int], width: int) -> Matrix:
    starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    shape = (len(lengths), max(1, width, int(indices.max(initial=-1)) + 1))
    matrix = sparse.csr_array((np.ones(len(indices), dtype=np.float32), indices, starts), shape=shape)
    matrix.sum_duplicates()
    return matrix
