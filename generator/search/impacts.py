"""How much each term says about each document: BM25 over weighted fields (BM25F), in 64 steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from generator.analysis.corpus import Matrix

FIELD_WEIGHTS: Mapping[str, float] = {
    "titel": 5.0,
    "trefwoorden": 3.0,
    "samenvatting": 2.0,
    "kern": 1.0,
    "rest": 0.4,
    "labels": 1.5,
    "wet": 0.4,
    "plaats": 3.0,
    "paginatitel": 4.0,
}
"""What a word counts in each field. Measured with benchmarks/search.py: halving or doubling one changes less than .01,
and a title says most about a practice. A law says little: the Wet gemeentelijke schuldhulpverlening holds in many."""

LENGTH = 0.5
"""How far a long field counts less per word (b of BM25)."""
SATURATION = 1.6
"""How soon repetition stops to help (k1 of BM25)."""
STEPS = 63
"""The highest impact."""


@dataclass(frozen=True)
class Impacts:
    """Per term: its rarity, and the impact (1 to STEPS) on each document; a CSC matrix, documents x terms."""

    rarity: np.ndarray
    matrix: Matrix


def weigh_words(counts: Mapping[str, Matrix]) -> Matrix:
    """Return document x word: what all fields together say with each word."""
    return sparse.csr_array(sum(_scaled(matrix, FIELD_WEIGHTS[name]) for name, matrix in counts.items()))


def weigh(words: Matrix, terms: Matrix, phrases: Matrix, tags: Matrix) -> Impacts:
    """Weigh all terms by the words, as `weigh_words` gives them.

    `terms` says what a word counts for each term; `phrases` and `tags` are document x term: concepts named in more
    than one word, and themes, already weighted as occurrences.
    """
    weights = sparse.csc_array(words @ terms + phrases + tags)
    weights.sort_indices()
    total = weights.shape[0]
    seen = np.diff(weights.indptr)
    rarity = np.log1p((total - seen + 0.5) / (seen + 0.5))
    impact = weights.data / (weights.data + SATURATION)
    weights.data = np.clip(np.rint(impact * STEPS), 1, STEPS).astype(np.uint8)
    return Impacts(rarity, weights)


def _scaled(counts: Matrix, weight: float) -> Matrix:
    """Scale a field: by its weight, and down for documents in which it is long."""
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    usual = lengths[lengths > 0].mean() if lengths.any() else 1.0
    scale = weight / (1 - LENGTH + LENGTH * np.maximum(lengths, 1) / usual)
    return sparse.csr_array(sparse.diags_array(scale.astype(np.float32)) @ counts)
