"""Neighbours found by comparing all practices at once: tags, prose and place, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from generator.analysis.corpus import Matrix
from generator.catalogue import Catalogue
from generator.parse.model import Practice
from generator.relate.features import TextFeatures, tag_matrix, text_features
from generator.relate.related import Reason, ReasonKind, Related
from generator.relate.text import headline, make_analyser, make_corpus, telling_words

WEIGHTS: Mapping[str, float] = {"themas": 0.30, "doelgroepen": 0.25, "woorden": 0.40}
"""Measured on social-domain records: tags carry short records, words carry long ones."""

CANDIDATES = 24
"""How many neighbours are scored exactly; more changes nothing in the first ten."""

SHOWN = 8
"""How many neighbours a reader of the site sees."""

MINIMUM = 0.05
"""Below this score two practices have no more than a common word in common."""
WORDS_SHOWN = 3


@dataclass(frozen=True)
class _Features:
    ids: Sequence[str]
    practices: Sequence[Practice]
    themes: Matrix
    groups: Matrix
    text: TextFeatures
    sizes: Sequence[str]
    """Size class of each practice's municipality; empty without one, or with several of different size."""


def computed_relations(
    catalogue: Catalogue, weights: Mapping[str, float] = WEIGHTS, shown: int = SHOWN
) -> dict[str, list[Related]]:
    """Return, by id, up to `shown` neighbours in falling order of score. Deterministic: ties go by id."""
    if len(catalogue.practices) < 2:
        return {}
    ids = sorted(catalogue.practices)
    practices = [catalogue.practices[id] for id in ids]
    features = _Features(
        ids,
        practices,
        tag_matrix([p.themas for p in practices]),
        tag_matrix([p.doelgroepen for p in practices]),
        text_features(
            make_corpus(practices),
            [headline(practice) for practice in practices],
            make_analyser(catalogue),
            telling_words(catalogue),
        ),
        [_size(catalogue, practice) for practice in practices],
    )
    pairs = _scored_pairs(features, weights)
    return {id: _neighbours(features, row, pairs, shown) for row, id in enumerate(ids)}


def _scored_pairs(features: _Features, weights: Mapping[str, float]) -> Matrix:
    """Return a sparse matrix of scores: for each practice its best candidates.

    One sparse product of all weighted features finds the candidates. Its values are the plain weighted sum;
    taking the tags' part out leaves the text's, so that tags can be capped at 1 and the text score taken
    relative to the best of each practice.
    """
    parts = ((features.themes, "themas"), (features.groups, "doelgroepen"), (features.text.rows, "woorden"))
    joined = sparse.csr_matrix(sparse.hstack([part * np.sqrt(weights[name]) for part, name in parts]), dtype=np.float32)
    top = min(CANDIDATES + 1, len(features.ids))
    pairs = sp_matmul_topn(joined, joined.T.tocsr(), top_n=top, threshold=0.01)
    rows = np.repeat(np.arange(len(features.ids)), np.diff(pairs.indptr))
    pairs.data[pairs.indices == rows] = 0
    tags = {name: _products(part, rows, pairs.indices) for part, name in parts[:2]}
    text = pairs.data - sum(weights[name] * values for name, values in tags.items())
    text = np.where(pairs.indices == rows, 0, np.maximum(text, 0))
    best = np.zeros(len(features.ids))
    np.maximum.at(best, rows, text)
    capped = sum(weights[name] * np.minimum(values, 1) for name, values in tags.items())
    scores = capped + weights["woorden"] * text / np.maximum(best[rows], 1e-9)
    pairs.data = np.round(np.where(pairs.indices == rows, 0, scores), 4)
    return pairs


def _products(tags: Matrix, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Return the dot product of two tag rows for each pair; there are few tags, so dense is quickest."""
    dense = tags.toarray()
    return np.asarray(np.einsum("ij,ij->i", dense[rows], dense[columns]))


def _neighbours(features: _Features, row: int, pairs: Matrix, shown: int) -> list[Related]:
    """Return the best candidates that there is a reason for."""
    span = slice(pairs.indptr[row], pairs.indptr[row + 1])
    found: list[Related] = []
    for negative, other in sorted(zip((-pairs.data[span]).tolist(), pairs.indices[span].tolist(), strict=True)):
        if -negative < MINIMUM or len(found) == shown:
            break
        if reasons := _reasons(features, row, other):
            found.append(Related(features.ids[other], -negative, tuple(reasons)))
    return found


def _reasons(features: _Features, row: int, other: int) -> list[Reason]:
    here, there = features.practices[row], features.practices[other]
    shared: tuple[tuple[ReasonKind, tuple[str, ...]], ...] = (
        ("themas", _shared(here.themas, there.themas)),
        ("doelgroepen", _shared(here.doelgroepen, there.doelgroepen)),
        ("wet", _shared(here.wettelijk_kader, there.wettelijk_kader)),
        ("gemeente", _shared(here.gemeenten, there.gemeenten)),
        ("woorden", _shared_words(features.text, row, other)),
    )
    found = [Reason(kind, values) for kind, values in shared if values]
    size = features.sizes[row]
    return found or ([Reason("grootte", (size,))] if size and size == features.sizes[other] else [])


def _size(catalogue: Catalogue, practice: Practice) -> str:
    register = catalogue.registers.municipalities
    sizes = {town.grootteklasse for code in practice.gemeenten if (town := register.resolve(code))}
    return sizes.pop() if len(sizes) == 1 else ""


def _shared(here: Sequence[str], there: Sequence[str]) -> tuple[str, ...]:
    return tuple([value for value in here if value in there])


def _shared_words(text: TextFeatures, row: int, other: int) -> tuple[str, ...]:
    """Return the rarest telling words that literally stand in both, one per stem."""
    there = frozenset(text.held[other])
    chosen: dict[int, str] = {}
    for position in text.held[row]:
        if position in there:
            chosen.setdefault(text.stems[position], text.telling[position])
            if len(chosen) == WORDS_SHOWN:
                break
    return tuple(chosen.values())
