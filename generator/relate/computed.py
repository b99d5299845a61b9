"""Neighbours found by comparing all practices at once: tags, prose and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from generator.analysis.corpus import Matrix
from generator.catalogue import Catalogue
from generator.relate.features import tag_matrix, text_features
from generator.relate.peers import DECENT, IsPeer, Peer, has_stronger_evidence, is_like_sized
from generator.relate.reasons import Explainer
from generator.relate.related import Neighbours, Related
from generator.relate.sketch import first_of_groups, group_near_copies
from generator.relate.text import Texts, telling_words

WEIGHTS: Mapping[str, float] = {"themas": 0.30, "doelgroepen": 0.25, "wetten": 0.12, "woorden": 0.40}
"""Measured on social-domain records: tags carry short records, words carry long ones. A law ties practices that have
little else in common; it is neutral on the collection of benchmarks/zie_ook.py, and finds one more of the pairs that
the sources of the real records draw."""

TAGS = ("themas", "doelgroepen", "wetten")
"""The signals that are tags: what two practices share of each counts as 1 at most."""

CANDIDATES = 24
"""How many neighbours are scored exactly; more changes nothing in the first ten."""

SHOWN = 8
"""How many neighbours a reader of the site sees."""

MINIMUM = 0.05
"""Below this score two practices have no more than a common word in common."""

COPIES_SHOWN = 3
"""How many near-copies of each other are shown while there are others: who sees three knows that there are more."""


_Candidate = tuple[int, float, int]
"""A possible neighbour of one practice: its row, score, and the group of near-copies that it belongs to."""


@dataclass(frozen=True)
class _Features:
    """The signals by name, a row per practice, and to which group of near-copies each practice belongs."""

    signals: Mapping[str, Matrix]
    groups: np.ndarray


def compute_neighbours(
    catalogue: Catalogue,
    texts: Texts,
    peers: Mapping[str, Peer],
    shown: int = SHOWN,
    weights: Mapping[str, float] = WEIGHTS,
) -> dict[str, Neighbours]:
    """Return, by id, up to `shown` neighbours in falling order of score, and the two that stand apart.

    Deterministic: ties go by id.
    """
    ids = texts.ids
    if len(ids) < 2:
        return {}
    practices = [catalogue.practices[id] for id in ids]
    text = text_features(texts, telling_words(catalogue))
    signals = {
        "themas": tag_matrix([p.themas for p in practices]),
        "doelgroepen": tag_matrix([p.doelgroepen for p in practices]),
        "wetten": tag_matrix([p.wettelijk_kader for p in practices]),
        "woorden": text.rows,
    }
    ranked = _ranked(_Features(signals, group_near_copies(text.sketches)), weights)
    choice = _Choice(ids, [peers[id] for id in ids], Explainer(catalogue, ids, text, peers, texts.analyser), shown)
    return {id: choice.neighbours(row, ranked[row]) for row, id in enumerate(ids)}


def _ranked(features: _Features, weights: Mapping[str, float]) -> list[list[_Candidate]]:
    """Return for each practice its candidates, best first; those with a common word in common only are left out."""
    pairs = _scored_pairs(features, weights)
    rows = _rows(pairs)
    order = np.lexsort((pairs.indices, -pairs.data, rows))
    order = order[pairs.data[order] >= MINIMUM]
    columns = pairs.indices[order]
    found = list(zip(columns.tolist(), pairs.data[order].tolist(), features.groups[columns].tolist(), strict=True))
    ends = np.searchsorted(rows[order], np.arange(pairs.shape[0] + 1)).tolist()
    return [found[start:end] for start, end in pairwise(ends)]


def _scored_pairs(features: _Features, weights: Mapping[str, float]) -> Matrix:
    """Return a sparse matrix of scores: for each practice its best candidates.

    One sparse product of all weighted signals finds the candidates. Of each group of near-copies only as many take
    part as could be shown when there is nothing else: more would cost time and crowd out others. Its values are the
    plain weighted sum; taking the tags' part out leaves the text's, so that tags can be capped at 1 and the text score
    taken relative to the best of each practice that is no near-copy. The text of a near-copy is as near as can be.
    """
    joined = sparse.csr_matrix(
        sparse.hstack([matrix * np.sqrt(weights[name]) for name, matrix in features.signals.items()]), dtype=np.float32
    )
    chosen = first_of_groups(features.groups, SHOWN + 1)
    top = min(CANDIDATES + 1, len(chosen))
    pairs = sp_matmul_topn(joined, joined[chosen].T.tocsr(), top_n=top, threshold=0.01)
    rows, columns = _rows(pairs), chosen[pairs.indices]
    tags = {name: _products(features.signals[name], rows, columns) for name in TAGS}
    text = np.maximum(pairs.data - sum(weights[name] * values for name, values in tags.items()), 0)
    copies = features.groups[rows] == features.groups[columns]
    best = np.zeros(len(joined.indptr) - 1)
    np.maximum.at(best, rows, np.where(copies, 0, text))
    scores = sum(weights[name] * np.minimum(values, 1) for name, values in tags.items())
    scores = scores + weights["woorden"] * np.where(copies, 1, text / np.maximum(best[rows], 1e-9))
    scores = np.where(rows == columns, 0, scores)
    return sparse.csr_array((np.round(scores, 4), columns, pairs.indptr), shape=(pairs.shape[0], pairs.shape[0]))


def _rows(pairs: Matrix) -> np.ndarray:
    return np.repeat(np.arange(pairs.shape[0]), np.diff(pairs.indptr))


def _products(tags: Matrix, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Return the dot product of two tag rows for each pair; there are few tags, so dense is quickest."""
    dense = tags.toarray()
    return np.asarray(np.einsum("ij,ij->i", dense[rows], dense[columns]))


@dataclass(frozen=True)
class _Choice:
    """Chooses what is shown from ranked candidates."""

    ids: Sequence[str]
    peers: Sequence[Peer]
    explainer: Explainer
    shown: int

    def neighbours(self, row: int, ranked: Sequence[_Candidate]) -> Neighbours:
        """Return the best candidates that there is a reason for."""
        found: list[tuple[float, int, Related]] = []
        for other, score, _ in _surplus_last(ranked):
            if related := self._related(row, other, score):
                found.append((-score, other, related))
                if len(found) == self.shown:
                    break
        stronger = self._find(row, ranked, has_stronger_evidence)
        like_sized = self._find(row, ranked, is_like_sized, besides=stronger)
        return Neighbours(tuple([related for _, _, related in sorted(found)]), stronger, like_sized)

    def _find(
        self, row: int, ranked: Sequence[_Candidate], suits: IsPeer, besides: Related | None = None
    ) -> Related | None:
        """Return the nearest candidate that suits and is near enough."""
        here, peers = self.peers[row], self.peers
        for other, score, _ in ranked:
            if score < DECENT:
                return None
            if suits(here, peers[other]) and (besides is None or self.ids[other] != besides.id):
                return self._related(row, other, score)
        return None

    def _related(self, row: int, other: int, score: float) -> Related | None:
        reasons = self.explainer.explain(row, other)
        return Related(self.ids[other], score, reasons) if reasons else None


def _surplus_last(ranked: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield all candidates, best first, but those after the first few of one group behind all others."""
    seen: dict[int, int] = {}
    surplus: list[_Candidate] = []
    for candidate in ranked:
        group = candidate[2]
        count = seen[group] = seen.get(group, 0) + 1
        if count <= COPIES_SHOWN:
            yield candidate
        else:
            surplus.append(candidate)
    yield from surplus
