"""Practices as sparse vectors: tags weighted by rarity, prose by TF-IDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    """TF-IDF rows of unit length; `vocabulary[column]` is a word as it occurs, for the reasons."""

    rows: Matrix
    columns: Matrix
    """Word counts by surface word: which literal words a practice holds."""
    vocabulary: Sequence[str]
    stem_of: np.ndarray
    idf: np.ndarray


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


def text_features(practices: Sequence[Practice]) -> TextFeatures:
    """Count the stems of what a practice is and does; the title counts three times, the summary twice."""
    index: dict[str, int] = {}
    rows = [[index.setdefault(word, len(index)) for word in _weighted_words(p)] for p in practices]
    surface = _count_matrix(rows, len(index))
    vocabulary = list(index)
    stems: dict[str, int] = {}
    stem_of = np.array([stems.setdefault(stem(word), len(stems)) for word in vocabulary], dtype=np.int64)
    counts = surface @ _grouping(stem_of, len(stems))
    seen = np.bincount(counts.indices, minlength=len(stems)) if len(stems) else np.zeros(0)
    limit = max(4.0, MAX_SHARE * len(practices))
    idf = np.where((seen <= limit) & (seen > 0), np.log((1 + len(practices)) / np.maximum(seen, 1)), 0.0)
    stopped = [position for position, word in enumerate(vocabulary) if word in STOPWORDS]
    idf[stem_of[stopped]] = 0.0
    return TextFeatures(_unit_rows(_damped(counts, idf)), surface, vocabulary, stem_of, idf)


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
