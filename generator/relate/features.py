"""Practices as sparse vectors: tags weighted by rarity, prose by TF-IDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
from scipy import sparse

from generator.analysis.analyser import CONCEPT_PREFIX
from generator.analysis.corpus import Matrix, count_matrix
from generator.relate.prints import digest_texts, print_texts, prints_of
from generator.relate.sketch import sketch_rows
from generator.relate.text import Texts
from generator.relate.vocabulary import Vocabulary, read_vocabulary

FIELD_WEIGHTS: Mapping[str, float] = {"titel": 5, "trefwoorden": 2, "samenvatting": 2, "kern": 1}
"""What a word weighs by the field in which it stands."""

MAX_SHARE = 0.2
"""A stem in more than this share of the practices tells nothing about any of them."""

MOST = 1000
"""Nor does one in more practices than this tell much; it would make the time grow with the square of their number.
Measured among 5,000 records: a share of .2 gives nDCG@5 .610 and .877 (short records and provisions), .1 gives .600 and
.869 in four tenths of the time."""

STEPS = {"woorden": 4, "kenmerken": 32}
"""In how many steps per unit rarity is told, of words and of tags: finer says no more about likeness, and would let one
changed record change all others that share a word with it."""


class Signal(NamedTuple):
    """One way in which practices are alike: a row of weights per practice, and the fingerprints of its columns."""

    rows: Matrix
    prints: np.ndarray


@dataclass(frozen=True)
class TextFeatures:
    """TF-IDF rows of unit length, what they were made by, and the words that can explain a likeness.

    `telling` holds those words, the most telling first, and `stems` the number of each one's stem; `held` has a row
    per practice, with an entry for each of them that literally stands in it. `prints` is the fingerprint of each word
    with its turn. `sketches` has the bits of each text by which near-copies are told.
    """

    vocabulary: Vocabulary
    signal: Signal
    telling: Sequence[str]
    stems: Sequence[int]
    held: Matrix
    prints: np.ndarray
    sketches: np.ndarray


def tag_signal(kind: str, tags: Sequence[Iterable[str]]) -> Signal:
    """Weigh tags of one kind: the dot product of two rows is the summed idf of the tags that both have.

    The idf is scaled to run from 0 (a tag that everyone has) to 1 (a tag that one practice has).
    """
    names = sorted({tag for row in tags for tag in row}) or [""]
    index = {tag: number for number, tag in enumerate(names)}
    matrix = count_matrix([[index[tag] for tag in dict.fromkeys(row)] for row in tags], len(index))
    share = np.asarray(matrix.sum(axis=0)).ravel() / max(1, len(tags))
    idf = np.log(1 / np.maximum(share, 1e-9)) / max(np.log(max(2, len(tags))), 1e-9)
    weights = np.sqrt(np.maximum(_in_steps(idf, "kenmerken"), 0.02))
    return Signal(sparse.csr_array(matrix.multiply(weights)), print_texts(f"{kind} {name}" for name in names))


def text_features(texts: Texts, telling: Mapping[str, int], earlier: Vocabulary | None = None) -> TextFeatures:
    """Weigh what practices say: TF-IDF over stems, parts of compounds and concepts of the glossary.

    Concepts that lie near one that is named count a little too, so that two practices about the same thing meet
    even when each has its own words for it. `telling` are the words that may explain a likeness, with their turn;
    `earlier` is the vocabulary of an earlier run.
    """
    corpus, analyser = texts.corpus, texts.analyser
    concepts = [CONCEPT_PREFIX + concept for concept in sorted(set(chain.from_iterable(texts.phrases)))]
    vocabulary = read_vocabulary([*corpus.words, *concepts] or [""], analyser, earlier)
    surface = corpus.weighted(FIELD_WEIGHTS)
    counts = _with_phrases(surface, texts.phrases, vocabulary.entries) @ vocabulary.weights
    numbers = {term: number for number, term in enumerate(vocabulary.terms)}
    digests = digest_texts(vocabulary.terms or ("",))
    sketches = sketch_rows(counts, digests)  # before the weighing, which drops common words
    idf = _idf(counts)
    stems = {number: numbers[analyser.stem(word)] for number, word in enumerate(corpus.words) if word in telling}
    ranked = sorted(stems, key=lambda n: (telling[corpus.words[n]], -idf[stems[n]], corpus.words[n]))
    return TextFeatures(
        vocabulary,
        Signal(_unit_rows(_damped(counts, idf)), prints_of(digests)),
        [corpus.words[number] for number in ranked],
        [stems[number] for number in ranked],
        sparse.csr_array(surface[:, ranked]),
        print_texts(f"{corpus.words[n]} {telling[corpus.words[n]]} {idf[stems[n]]}" for n in ranked),
        sketches,
    )


def _with_phrases(surface: Matrix, phrases: Sequence[Sequence[str]], entries: Sequence[str]) -> Matrix:
    """Return the counts of words, and beside them those of the concepts that are named in more than one word."""
    places = {
        entry.removeprefix(CONCEPT_PREFIX): place
        for place, entry in enumerate(entries)
        if entry.startswith(CONCEPT_PREFIX)
    }
    named = count_matrix([[places[concept] for concept in row] for row in phrases], len(entries))
    wider = surface.copy()
    wider.resize(named.shape)
    return wider + named


def _idf(counts: Matrix) -> np.ndarray:
    """Weigh terms by rarity; those in nearly every practice weigh nothing."""
    total = counts.shape[0]
    seen = np.bincount(counts.indices, minlength=counts.shape[1])
    known = (seen > 0) & (seen <= max(4.0, min(MAX_SHARE * total, MOST)))
    return np.where(known, _in_steps(np.log((1 + total) / np.maximum(seen, 1)), "woorden"), 0.0)


def _in_steps(idf: np.ndarray, kind: str) -> np.ndarray:
    return np.asarray(np.round(idf * STEPS[kind]) / STEPS[kind])


def _damped(counts: Matrix, idf: np.ndarray) -> Matrix:
    """Weight by log(1 + weight) * idf, so that repetition counts, but ever less."""
    weighted = sparse.csr_array(counts, dtype=np.float32)
    weighted.data = np.log1p(weighted.data) * idf[weighted.indices]
    weighted.eliminate_zeros()
    return weighted


def _unit_rows(matrix: Matrix) -> Matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(norms, 1e-9)) @ matrix)
