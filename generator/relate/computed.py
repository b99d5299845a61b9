"""Neighbours found by comparing all practices at once: tags, prose and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.catalogue import Catalogue
from generator.relate.choice import Choice
from generator.relate.features import tag_signal, text_features
from generator.relate.nearest import Nearest, Space, find_nearest, renew_nearest
from generator.relate.peers import Peer
from generator.relate.ranking import CANDIDATES, SCALE, Features, join_signals, print_causes, rank
from generator.relate.reasons import Explainer
from generator.relate.related import Neighbours
from generator.relate.sketch import first_of_groups, group_near_copies
from generator.relate.text import Texts, telling_words
from generator.relate.vocabulary import Vocabulary

WEIGHTS: Mapping[str, float] = {"themas": 0.25, "doelgroepen": 0.20, "wetten": 0.10, "woorden": 0.45}
"""Measured on social-domain records: tags carry short records, words carry long ones. A law ties practices that have
little else in common; it is neutral on the collection of benchmarks/zie_ook.py, and finds one more of the pairs that
the sources of the real records draw. Together they are 1: what two practices share of each counts as 1 at most."""

TAGS = {"themas": "themas", "doelgroepen": "doelgroepen", "wetten": "wettelijk_kader"}
"""The signals that are tags, with the field of each."""

SHOWN = 8
"""How many neighbours a reader of the site sees."""

THRESHOLD = SCALE**2 // 100
"""Practices that are less alike than this are no candidates."""

FEW = 4
"""When more than one in so many practices changed, an earlier run is no help."""


@dataclass(frozen=True)
class Computed:
    """The neighbours of every practice, a row each in the order of `ids`, and what a next run knows them by.

    `causes` is a fingerprint of all that the neighbours of a practice depend on. `prints` is one of its signals, and
    `chosen` are the rows that could be a neighbour when `nearest` was found. `vocabulary` is what their words say.
    """

    ids: Sequence[str]
    neighbours: Sequence[Neighbours]
    causes: np.ndarray
    prints: np.ndarray
    chosen: np.ndarray
    nearest: Nearest
    vocabulary: Vocabulary

    @property
    def by_id(self) -> dict[str, Neighbours]:
        """The neighbours of each practice."""
        return dict(zip(self.ids, self.neighbours, strict=True))


def compute_neighbours(
    catalogue: Catalogue,
    texts: Texts,
    peers: Mapping[str, Peer],
    shown: int = SHOWN,
    weights: Mapping[str, float] = WEIGHTS,
    earlier: Computed | None = None,
) -> Computed:
    """Find for each practice up to `shown` neighbours in falling order of score, and the two that stand apart.

    Deterministic: ties go by id. `earlier` is what an earlier run with the same number and weights found: what still
    holds of it is not worked out again, and the outcome is the same as without.
    """
    ids = texts.ids
    practices = [catalogue.practices[id] for id in ids]
    text = text_features(texts, telling_words(catalogue), earlier.vocabulary if earlier else None)
    tags = {name: tag_signal(name, [getattr(p, field) for p in practices]) for name, field in TAGS.items()}
    features = join_signals({**tags, "woorden": text.signal}, weights)
    groups = group_near_copies(text.sketches)
    # More of one group than could be shown when there is nothing else would cost time and crowd out others.
    chosen = first_of_groups(groups, SHOWN + 1)
    nearest = _find_nearest(ids, features, chosen, earlier)
    ranking = rank(nearest.pairs, features, groups, weights)
    explainer = Explainer(catalogue, texts, text, peers)
    causes = print_causes(ranking, explainer.prints)
    choice = Choice(ids, [peers[id] for id in ids], explainer, shown)
    known = dict(zip(earlier.causes.tolist(), earlier.neighbours, strict=True)) if earlier else {}
    neighbours = [
        known.get(cause) or choice.neighbours(row, ranking.candidates(row)) for row, cause in enumerate(causes.tolist())
    ]
    return Computed(ids, neighbours, causes, features.prints, chosen, nearest, text.vocabulary)


def _find_nearest(ids: Sequence[str], features: Features, chosen: np.ndarray, earlier: Computed | None) -> Nearest:
    """Find the nearest of every row, from those of an earlier run where few rows changed."""
    space = Space(features.rows, chosen, THRESHOLD)
    if earlier is None:
        return find_nearest(space, CANDIDATES)
    rows = {id: row for row, id in enumerate(ids)}
    numbers = np.array([rows.get(id, -1) for id in earlier.ids], dtype=np.int32)
    known = numbers >= 0
    changed = np.ones(len(ids), dtype=bool)
    changed[numbers[known]] = features.prints[numbers[known]] != earlier.prints[known]
    entered = np.ones(len(ids), dtype=bool)
    before = numbers[earlier.chosen]
    entered[before[before >= 0]] = False
    entered = (entered | changed) & np.isin(np.arange(len(ids)), chosen)
    if max(changed.sum(), entered.sum()) > len(ids) // FEW:
        return find_nearest(space, CANDIDATES)
    return renew_nearest(earlier.nearest, numbers, space, changed, entered, CANDIDATES)
