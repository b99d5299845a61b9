"""Practices as sparse vectors: tags weighted by rarity, prose by TF-IDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from scipy import sparse

from generator.analysis.analyser import CONCEPT_PREFIX, Analyser, Feature, Kind
from generator.analysis.tokens import words
from generator.parse.model import Practice

Matrix = Any
"""A scipy CSR array; scipy ships no types."""

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


def text_features(practices: Sequence[Practice], analyser: Analyser, telling: frozenset[str]) -> TextFeatures:
    """Weigh what practices say: TF-IDF over stems, parts of compounds and concepts of the glossary.

    Concepts that lie near one that is named count a little too, so that two practices about the same thing
    meet even when each has its own words for it.
    """
    index: dict[str, int] = {}
    number = index.setdefault
    rows = [_weighted_words(practice) for practice in practices]
    surface = _weight_matrix([{number(word, len(index)): weight for word, weight in row.items()} for row in rows])
    terms: dict[str, int] = {}
    by_word = [_word_terms(analyser, word, terms) for word in index]
    phrases = [_phrase_terms(analyser, practice, terms) for practice in practices]
    width = len(terms)
    counts = surface @ _weight_matrix(by_word, (len(index), width)) + _weight_matrix(phrases, (len(rows), width))
    idf = _idf(counts)
    weight = {word: idf[term] for word in telling if (term := terms.get(analyser.stem(word))) is not None}
    ranked = sorted((word for word in weight if word in index), key=lambda word: (-weight[word], word))
    stems = {word: terms[analyser.stem(word)] for word in ranked}
    return TextFeatures(_unit_rows(_damped(counts, idf)), [_telling(row, stems) for row in rows])


def _weighted_words(practice: Practice) -> dict[str, float]:
    """Return every word with its weight: that of the fields in which it stands, added up."""
    prose = (practice.aanleiding, practice.doel, practice.aanpak, practice.werkzame_elementen)
    found: dict[str, float] = {}
    for weight, text in (
        (3.0, practice.titel),
        (2.0, " ".join(practice.trefwoorden)),
        (2.0, practice.samenvatting),
        (1.0, " ".join(filter(None, prose))),
    ):
        for word in words(text):
            found[word] = found.get(word, 0.0) + weight
    return found


def _word_terms(analyser: Analyser, word: str, terms: dict[str, int]) -> dict[int, float]:
    """Return the terms of one word with their weights, giving new terms the next number."""
    found: dict[int, float] = {}
    for feature in analyser.word_features(word):
        _add(analyser, feature, terms, found)
    return found


def _phrase_terms(analyser: Analyser, practice: Practice, terms: dict[str, int]) -> dict[int, float]:
    """Return the concepts that title, keywords and summary name in more than one word."""
    text = ". ".join((practice.titel, *practice.trefwoorden, practice.samenvatting))
    found: dict[int, float] = {}
    for concept in analyser.phrases(text):
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


def _telling(row: Mapping[str, float], stems: Mapping[str, int]) -> dict[str, int]:
    """Return the telling words that literally occur in a practice, rarest first, with the number of their stem."""
    return {word: stems[word] for word in stems if word in row}


def _idf(counts: Matrix) -> np.ndarray:
    """Weigh terms by rarity; those in nearly every practice weigh nothing."""
    total = counts.shape[0]
    seen = np.bincount(counts.indices, minlength=counts.shape[1])
    known = (seen > 0) & (seen <= max(4.0, MAX_SHARE * total))
    return np.asarray(np.where(known, np.log((1 + total) / np.maximum(seen, 1)), 0.0))


def _weight_matrix(rows: Sequence[Mapping[int, float]], shape: tuple[int, int] | None = None) -> Matrix:
    lengths = [len(row) for row in rows]
    indices = np.fromiter(chain.from_iterable(rows), dtype=np.int32, count=sum(lengths))
    values = np.fromiter(chain.from_iterable(row.values() for row in rows), dtype=np.float32, count=sum(lengths))
    width = shape[1] if shape else int(indices.max(initial=0)) + 1
    starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    return sparse.csr_array((values, indices, starts), shape=(len(rows), max(1, width)))


def _count_matrix(rows: Sequence[Sequence[int]], width: int) -> Matrix:
    lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    indices = np.fromiter(chain.from_iterable(rows), dtype=np.int32, count=int(lengths.sum()))
    starts = np.concatenate(([0], np.cumsum(lengths)))
    shape = (len(rows), max(1, width))
    matrix = sparse.csr_array((np.ones(len(indices), dtype=np.float32), indices, starts), shape=shape)
    matrix.sum_duplicates()
    return matrix


def _damped(counts: Matrix, idf: np.ndarray) -> Matrix:
    """Weight by log(1 + weight) * idf, so that repetition counts, but ever less."""
    weighted = sparse.csr_array(counts, dtype=np.float32)
    weighted.data = np.log1p(weighted.data) * idf[weighted.indices]
    weighted.eliminate_zeros()
    return weighted


def _unit_rows(matrix: Matrix) -> Matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(norms, 1e-9)) @ matrix)
