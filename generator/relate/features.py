"""Practices as sparse vectors: tags weighted by rarity, prose by TF-IDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from scipy import sparse

from generator.analysis.analyser import CONCEPT_PREFIX, Analyser, Feature, Kind
from generator.analysis.corpus import Matrix, count_matrix
from generator.relate.sketch import sketch_rows
from generator.relate.text import Texts

FIELD_WEIGHTS: Mapping[str, float] = {"titel": 3, "trefwoorden": 2, "samenvatting": 2, "kern": 1}
"""What a word weighs by the field in which it stands."""

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

MAX_SHARE = 0.2
"""A stem in more than this share of the practices tells nothing about any of them."""


@dataclass(frozen=True)
class TextFeatures:
    """TF-IDF rows of unit length, and the words that can explain a likeness.

    `telling` holds those words, the most telling first, and `stems` the number of each one's stem; `held` says for
    each practice which of them literally stand in it, as positions in `telling`. `sketches` has the bits of each
    text by which near-copies are told.
    """

    rows: Matrix
    telling: Sequence[str]
    stems: Sequence[int]
    held: Sequence[frozenset[int]]
    sketches: np.ndarray


def tag_matrix(tags: Sequence[Iterable[str]]) -> Matrix:
    """One row per practice; the dot product of two rows is the summed idf of the tags they share.

    The idf is scaled to run from 0 (a tag that everyone has) to 1 (a tag that one practice has).
    """
    index: dict[str, int] = {}
    rows = [[index.setdefault(tag, len(index)) for tag in row] for row in tags]
    matrix = count_matrix(rows, len(index))
    share = np.asarray(matrix.sum(axis=0)).ravel() / max(1, len(rows))
    idf = np.log(1 / np.maximum(share, 1e-9)) / max(np.log(max(2, len(rows))), 1e-9)
    return sparse.csr_array(matrix.multiply(np.sqrt(np.maximum(idf, 0.02))))


def text_features(texts: Texts, telling: Mapping[str, int]) -> TextFeatures:
    """Weigh what practices say: TF-IDF over stems, parts of compounds and concepts of the glossary.

    Concepts that lie near one that is named count a little too, so that two practices about the same thing meet
    even when each has its own words for it. `telling` are the words that may explain a likeness, with their turn.
    """
    corpus, analyser = texts.corpus, texts.analyser
    terms: dict[str, int] = {}
    surface = corpus.weighted(FIELD_WEIGHTS)
    by_word = [_word_terms(analyser, word, terms) for word in corpus.words]
    phrases = [_phrase_terms(analyser, concepts, terms) for concepts in texts.phrases]
    counts = surface @ _weight_matrix(by_word, len(terms)) + _weight_matrix(phrases, len(terms))
    sketches = sketch_rows(counts)  # before the weighing, which drops common words from the counts themselves
    idf = _idf(counts)
    stems = {number: terms[analyser.stem(word)] for number, word in enumerate(corpus.words) if word in telling}
    ranked = sorted(stems, key=lambda n: (telling[corpus.words[n]], -idf[stems[n]], corpus.words[n]))
    return TextFeatures(
        _unit_rows(_damped(counts, idf)),
        [corpus.words[number] for number in ranked],
        [stems[number] for number in ranked],
        _held(surface, ranked),
        sketches,
    )


def _word_terms(analyser: Analyser, word: str, terms: dict[str, int]) -> dict[int, float]:
    """Return the terms of one word with their weights, giving new terms the next number."""
    found: dict[int, float] = {}
    for feature in analyser.word_features(word):
        _add(analyser, feature, terms, found)
    return found


def _phrase_terms(analyser: Analyser, concepts: Sequence[str], terms: dict[str, int]) -> dict[int, float]:
    """Return the concepts that a practice names in more than one word, with their weights."""
    found: dict[int, float] = {}
    for concept in concepts:
        _add(analyser, Feature(CONCEPT_PREFIX + concept, "concept"), terms, found)
    return {number: 2 * weight for number, weight in found.items()}


def _add(analyser: Analyser, feature: Feature, terms: dict[str, int], found: dict[int, float]) -> None:
    number = terms.setdefault(feature.term, len(terms))
    weight = KIND_WEIGHTS[feature.kind]
    found[number] = found.get(number, 0.0) + weight
    if feature.kind == "concept":
        for near in analyser.related.get(feature.term.removeprefix(CONCEPT_PREFIX), ()):
            number = terms.setdefault(CONCEPT_PREFIX + near, len(terms))
            found[number] = found.get(number, 0.0) + weight * NEAR_CONCEPT


def _held(surface: Matrix, columns: Sequence[int]) -> list[frozenset[int]]:
    """Return for each row in which of these columns it has something, as positions in `columns`."""
    chosen = sparse.csr_array(surface[:, columns])
    positions = chosen.indices.tolist()
    return [frozenset(positions[start:end]) for start, end in pairwise(chosen.indptr.tolist())]


def _idf(counts: Matrix) -> np.ndarray:
    """Weigh terms by rarity; those in nearly every practice weigh nothing."""
    total = counts.shape[0]
    seen = np.bincount(counts.indices, minlength=counts.shape[1])
    known = (seen > 0) & (seen <= max(4.0, MAX_SHARE * total))
    return np.asarray(np.where(known, np.log((1 + total) / np.maximum(seen, 1)), 0.0))


def _weight_matrix(rows: Sequence[Mapping[int, float]], width: int) -> Matrix:
    lengths = [len(row) for row in rows]
    indices = np.fromiter(chain.from_iterable(rows), dtype=np.int32, count=sum(lengths))
    values = np.fromiter(chain.from_iterable(row.values() for row in rows), dtype=np.float32, count=sum(lengths))
    starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    return sparse.csr_array((values, indices, starts), shape=(len(rows), max(1, width)))


def _damped(counts: Matrix, idf: np.ndarray) -> Matrix:
    """Weight by log(1 + weight) * idf, so that repetition counts, but ever less."""
    weighted = sparse.csr_array(counts, dtype=np.float32)
    weighted.data = np.log1p(weighted.data) * idf[weighted.indices]
    weighted.eliminate_zeros()
    return weighted


def _unit_rows(matrix: Matrix) -> Matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(norms, 1e-9)) @ matrix)
