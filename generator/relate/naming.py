"""Which practices name a concept of the glossary, by any of its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from generator.analysis.analyser import CONCEPT_PREFIX
from generator.relate.text import Texts

FIELDS = {"titel": 1, "trefwoorden": 1, "samenvatting": 1}
"""What only a longer text names in passing does not count: who looks up a word wants what is about it."""


def practices_by_concept(texts: Texts, order: Iterable[str]) -> Mapping[str, list[str]]:
    """Return, by id of a concept, the ids of the practices that name it in title, keywords or summary.

    They keep the given order.
    """
    position = {id: number for number, id in enumerate(order)}
    found: dict[str, set[str]] = defaultdict(set)
    for id, concepts in zip(texts.ids, texts.phrases, strict=True):
        for concept in concepts:
            found[concept].add(id)
    held = texts.corpus.weighted(FIELDS).tocsc()
    for number in np.flatnonzero(np.diff(held.indptr)).tolist():
        rows = held.indices[held.indptr[number] : held.indptr[number + 1]]
        for concept in _concepts(texts, texts.corpus.words[number]):
            found[concept].update(texts.ids[row] for row in rows.tolist())
    return {concept: sorted(ids, key=position.__getitem__) for concept, ids in found.items()}


def _concepts(texts: Texts, word: str) -> list[str]:
    features = texts.analyser.word_features(word)
    return [f.term.removeprefix(CONCEPT_PREFIX) for f in features if f.kind in ("concept", "within")]
