"""What words and concepts say: the stems, parts and concepts that practices are compared by, with their weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from scipy import sparse

from generator.analysis.analyser import CONCEPT_PREFIX, Analyser, Feature, Kind
from generator.analysis.corpus import Corpus, Matrix, choose_rows, match_rows

KIND_WEIGHTS: Mapping[Kind, float] = {
    "stem": 1.0,
    "part": 0.5,
    "group": 0.5,
    "concept": 2.0,
    "within": 1.4,
    "number": 0.3,
}
"""What a feature weighs. A concept joins practices that use other words, so it weighs more than any word;
measured with benchmarks/zie_ook.py (text alone: stems .35, with parts .40, with concepts .51, nDCG@5)."""

NEAR_CONCEPT = 0.4
"""What a concept weighs when only one that lies near it is named (text alone .51 -> .53)."""

PHRASE = 2
"""How often a concept counts that is named in more than one word; those words count besides."""

_TERMS = "termen"


@dataclass(frozen=True)
class Vocabulary:
    """Entries, which are words and marked concepts, and what each says: a row of terms with their weights."""

    entries: Sequence[str]
    said: Corpus

    @property
    def terms(self) -> Sequence[str]:
        """Every term that an entry says, sorted."""
        return self.said.words

    @property
    def weights(self) -> Matrix:
        """An entries x terms matrix."""
        return self.said.counts[_TERMS]


def read_vocabulary(entries: Sequence[str], analyser: Analyser, earlier: Vocabulary | None = None) -> Vocabulary:
    """Return what entries say. What an earlier vocabulary of the same glossary holds is not worked out again."""
    if earlier is None:
        return Vocabulary(entries, _weigh(entries, analyser))
    new, chosen = match_rows(entries, earlier.entries)
    said = _weigh([entries[place] for place in new], analyser)
    return Vocabulary(entries, choose_rows(earlier.said, said, chosen))


def make_vocabulary(entries: Sequence[str], terms: Sequence[str], weights: Matrix) -> Vocabulary:
    """Return a vocabulary from its parts."""
    return Vocabulary(entries, Corpus(tuple(terms), {_TERMS: weights}))


def _weigh(entries: Sequence[str], analyser: Analyser) -> Corpus:
    rows = [_say(entry, analyser) for entry in entries]
    terms = sorted(set(chain.from_iterable(rows)))
    numbers = {term: number for number, term in enumerate(terms)}
    columns = np.array([numbers[term] for row in rows for term in row], dtype=np.int32)
    weights = np.array([weight for row in rows for weight in row.values()], dtype=np.float32)
    starts = np.array(list(accumulate(map(len, rows), initial=0)), dtype=np.int32)
    matrix = sparse.csr_array((weights, columns, starts), shape=(len(rows), max(1, len(terms))))
    return Corpus(tuple(terms), {_TERMS: matrix})


def _say(entry: str, analyser: Analyser) -> Mapping[str, float]:
    """Return the terms of an entry with their weights. A concept also says a little of those that lie near it."""
    named = entry.startswith(CONCEPT_PREFIX)
    found: dict[str, float] = {}
    features = [Feature(entry, "concept")] * PHRASE if named else analyser.word_features(entry) if entry else ()
    for term, kind in features:
        weight = KIND_WEIGHTS[kind]
        found[term] = found.get(term, 0.0) + weight
        if kind == "concept":
            for near in analyser.related.get(term.removeprefix(CONCEPT_PREFIX), ()):
                found[CONCEPT_PREFIX + near] = found.get(CONCEPT_PREFIX + near, 0.0) + weight * NEAR_CONCEPT
    return found
