"""Words to terms: what a word of a text, or of a question, is looked up by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from scipy import sparse

from generator.analysis.analyser import CONCEPT_PREFIX, Analyser, Feature, Kind
from generator.analysis.corpus import Matrix

KIND_CODES: Mapping[Kind, int] = {"stem": 0, "number": 0, "part": 1, "group": 2, "concept": 3, "within": 4}
"""How the index writes a kind; `KINDS` in zoek/vraag.mjs reads it."""

KIND_WEIGHTS = (1.0, 0.45, 0.6, 1.0, 0.6)
"""What an occurrence of each kind counts in a document: a part of a compound says less than the word itself."""


@dataclass(frozen=True)
class Terms:
    """All terms: concepts first, then stems, each in alphabetical order, so that neighbours share a shard."""

    numbers: Mapping[str, int]
    features: Sequence[tuple[Feature, ...]]
    """The features of each word."""

    @property
    def names(self) -> Sequence[str]:
        """The terms in the order of their numbers."""
        return tuple(self.numbers)

    def matrix(self) -> Matrix:
        """Return word x term: how much one occurrence of a word counts for each term."""
        codes = [[(self.numbers[f.term], KIND_WEIGHTS[KIND_CODES[f.kind]]) for f in found] for found in self.features]
        lengths = np.fromiter((len(row) for row in codes), dtype=np.int64, count=len(codes))
        flat = np.array(list(chain.from_iterable(codes)), dtype=np.float64).reshape(-1, 2)
        starts = np.concatenate(([0], np.cumsum(lengths)))
        shape = (len(codes), max(1, len(self.numbers)))
        return sparse.csr_array((flat[:, 1].astype(np.float32), flat[:, 0].astype(np.int32), starts), shape=shape)


def find_terms(words: Sequence[str], analyser: Analyser, concepts: Sequence[str], themes: Sequence[str]) -> Terms:
    """Return the terms of all words; every concept and theme has one, whether or not a text names it."""
    features = [analyser.word_features(word) for word in words]
    known = {f"{CONCEPT_PREFIX}{id}" for id in concepts} | {theme_term(id) for id in themes}
    found = {feature.term for row in features for feature in row} - known
    return Terms({term: number for number, term in enumerate((*sorted(known), *sorted(found)))}, features)


def theme_term(id: str) -> str:
    """Return the term that stands for a theme."""
    return f"thema:{id}"
