"""Practices as sparse vectors: tags weighted by rarity, prose by TF-IDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from scipy import sparse

from generator.parse.model import Practice
from generator.relate.text import STOPWORDS, stem, words

Matrix = Any
"""A scipy CSR array; scipy ships no types."""

MAX_SHARE = 0.2
"""A stem in more than this share of the practices tells nothing about any of them."""


@dataclass(frozen=True)
class TextFeatures:
    """TF-IDF rows of unit length, and for each practice its telling words with their stem, rarest first."""

    rows: Matrix
    telling: Sequence[Mapping[str, int]]


def tag_matrix(tags: Sequence[Iterable[str]]) -> Matrix:
    """One row per practice; the dot product of two rows is the summed idf of the tags they share.

    The idf is scaled to run from 0 (a tag that everyone has) to 1 (a tag that one practice has).
    """
    index: dict[str, int] = {}
    rows = [[index.setdefault(tag, len(index)) for tag in row] for row in tags]
    matrix = _count_matrix(rows, len(index))
    share = np.asarray(matrix.sum(axis=0)).ravel() / max(1, len(rows))
    idf = np.log(1 / np.maximum(share, 1e-9)) / max(np.log(max(2, len(rows))), 1e-9)
    return sparse.csr_array(matrix.multiply(np.sqrt(np.maximum(idf, 0.02))))


def text_features(practices: Sequence[Practice], telling: frozenset[str]) -> TextFeatures:
    """Count the stems of what a practice is and does; the title counts three times, the summary twice."""
    index: dict[str, int] = {}
    number = index.setdefault
    rows = [[number(word, len(index)) for word in _weighted_words(p)] for p in practices]
    vocabulary = list(index)
    stems: dict[str, int] = {}
    stem_of = np.array([stems.setdefault(stem(word), len(stems)) for word in vocabulary], dtype=np.int64)
    surface = _count_matrix(rows, len(index))
    counts = surface @ _grouping(stem_of, len(stems))
    idf = _idf(counts, [stem_of[index[word]] for word in STOPWORDS if word in index])
    weight = {word: idf[stem_of[index[word]]] for word in telling if word in index}
    ranked = {
        word: int(stem_of[index[word]]) for word in sorted(weight, key=lambda w: (-weight[w], w)) if weight[word] > 0
    }
    return TextFeatures(_unit_rows(_damped(counts, idf)), _telling_rows(surface, vocabulary, ranked))


def _idf(counts: Matrix, stopped: Sequence[int]) -> np.ndarray:
    """Weigh stems by rarity; those in nearly every practice and those of stop words weigh nothing."""
    total = counts.shape[0]
    seen = np.bincount(counts.indices, minlength=counts.shape[1])
    known = (seen > 0) & (seen <= max(4.0, MAX_SHARE * total))
    idf = np.where(known, np.log((1 + total) / np.maximum(seen, 1)), 0.0)
    idf[list(stopped)] = 0.0
    return np.asarray(idf)


def _telling_rows(surface: Matrix, vocabulary: Sequence[str], ranked: Mapping[str, int]) -> list[dict[str, int]]:
    """Return for each practice the telling words that literally occur in it, in order of rank."""
    order = {word: position for position, word in enumerate(ranked)}
    ranks = np.array([order.get(word, -1) for word in vocabulary] or [-1])
    words_by_rank = list(ranked)
    found = []
    for row in range(surface.shape[0]):
        here = ranks[surface.indices[surface.indptr[row] : surface.indptr[row + 1]]]
        found.append({(word := words_by_rank[i]): ranked[word] for i in np.sort(here[here >= 0])})
    return found


def _weighted_words(practice: Practice) -> Iterable[str]:
    head = " ".join((practice.titel, *practice.trefwoorden))
    prose = (practice.aanleiding, practice.doel, practice.aanpak, practice.werkzame_elementen)
    summary = words(practice.samenvatting)
    return chain(words(head) * 3, summary, summary, words(" ".join(filter(None, prose))))


def _count_matrix(rows: Sequence[Sequence[int]], width: int) -> Matrix:
    lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    indices = np.fromiter(chain.from_iterable(rows), dtype=np.int32, count=int(lengths.sum()))
    starts = np.concatenate(([0], np.cumsum(lengths)))
    shape = (len(rows), max(1, width))
    matrix = sparse.csr_array((np.ones(len(indices), dtype=np.float32), indices, starts), shape=shape)
    matrix.sum_duplicates()
    return matrix


def _grouping(stem_of: np.ndarray, width: int) -> Matrix:
    shape = (max(1, len(stem_of)), max(1, width))
    ones = np.ones(len(stem_of), dtype=np.float32)
    return sparse.csr_array((ones, (np.arange(len(stem_of)), stem_of)), shape=shape)


def _damped(counts: Matrix, idf: np.ndarray) -> Matrix:
    """Weight by (1 + log tf) * idf, so that repetition counts, but ever less."""
    weighted = counts.astype(np.float32)
    weighted.data = (1 + np.log(weighted.data)) * idf[weighted.indices]
    weighted.eliminate_zeros()
    return weighted


def _unit_rows(matrix: Matrix) -> Matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(norms, 1e-9)) @ matrix)
