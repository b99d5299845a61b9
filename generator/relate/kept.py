"""Texts and relations as arrays, to keep between runs, and back.

Reading raises ValueError, LookupError or TypeError for arrays that are not what was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import cast

import numpy as np
from scipy import sparse

from generator.analysis.corpus import Corpus, Matrix
from generator.relate.computed import Computed
from generator.relate.nearest import Nearest, Pairs
from generator.relate.prints import BYTES
from generator.relate.related import Neighbours, Reason, ReasonKind, Related
from generator.relate.text import CutTexts
from generator.relate.vocabulary import make_vocabulary

Arrays = Mapping[str, np.ndarray]


def pack_texts(texts: CutTexts) -> Arrays:
    """Return texts as arrays."""
    concepts = sorted(set(chain.from_iterable(texts.phrases)))
    numbers = {concept: number for number, concept in enumerate(concepts)}
    packed = {
        "digests": np.frombuffer(b"".join(texts.digests), dtype=np.uint8),
        "words": _pack(texts.corpus.words),
        "concepts": _pack(concepts),
        "phrases": np.array([numbers[concept] for row in texts.phrases for concept in row], dtype=np.int32),
        "phrase_ends": np.array(list(accumulate(map(len, texts.phrases), initial=0))),
        "fields": _pack(list(texts.corpus.counts)),
    }
    for field, matrix in texts.corpus.counts.items():
        packed |= _pack_matrix(field, matrix)
    return packed


def unpack_texts(arrays: Arrays) -> CutTexts:
    """Return the texts that were packed."""
    data = arrays["digests"].tobytes()
    digests = [data[start : start + BYTES] for start in range(0, len(data), BYTES)]
    words, concepts = _unpack(arrays["words"]), _unpack(arrays["concepts"])
    counts = {field: _unpack_matrix(arrays, field, len(words)) for field in _unpack(arrays["fields"])}
    named = [concepts[number] for number in arrays["phrases"].tolist()]
    phrases = [tuple(named[start:end]) for start, end in pairwise(arrays["phrase_ends"].tolist())]
    return CutTexts(digests, Corpus(tuple(words), counts), phrases)


def pack_computed(computed: Computed) -> Arrays:
    """Return relations as arrays; each reason is there once, however many share it."""
    numbers = {id: number for number, id in enumerate(computed.ids)}
    rows, columns, values = computed.nearest.pairs
    links = list(chain.from_iterable(map(_links, computed.neighbours)))
    reasons: dict[Reason, int] = {}
    whys = [reasons.setdefault(reason, len(reasons)) for link in links for reason in link.reasons]
    apart = [(len(found.shown), bool(found.stronger), bool(found.like_sized)) for found in computed.neighbours]
    return {
        "ids": _pack(computed.ids),
        "causes": computed.causes,
        "prints": computed.prints,
        "chosen": computed.chosen,
        "near_rows": rows,
        "near_columns": columns,
        "near_values": values,
        "floors": computed.nearest.floors,
        "entries": _pack(computed.vocabulary.entries),
        "terms": _pack(computed.vocabulary.terms),
        **_pack_matrix("said", computed.vocabulary.weights),
        "links": np.array([numbers[link.id] for link in links], dtype=np.int32),
        "scores": np.array([link.score for link in links], dtype=np.float64),
        "whys": np.array(whys, dtype=np.int32),
        "why_sizes": np.array([len(link.reasons) for link in links], dtype=np.int32),
        "apart": np.array(apart, dtype=np.int8).reshape(-1, 3),
        "reasons": _pack(["\t".join((reason.kind, *reason.values)) for reason in reasons]),
    }


def unpack_computed(arrays: Arrays) -> Computed:
    """Return the relations that were packed."""
    ids, reasons = _unpack(arrays["ids"]), [_unpack_reason(text) for text in _unpack(arrays["reasons"])]
    others = [ids[number] for number in arrays["links"].tolist()]
    given = tuple([reasons[number] for number in arrays["whys"].tolist()])
    whys = [given[start:end] for start, end in pairwise(accumulate(arrays["why_sizes"].tolist(), initial=0))]
    links = tuple(map(Related, others, arrays["scores"].tolist(), whys))
    neighbours = list(_neighbours(links, arrays["apart"].tolist()))
    pairs = Pairs(arrays["near_rows"], arrays["near_columns"], arrays["near_values"])
    nearest = Nearest(pairs, arrays["floors"])
    terms = _unpack(arrays["terms"])
    vocabulary = make_vocabulary(_unpack(arrays["entries"]), terms, _unpack_matrix(arrays, "said", len(terms)))
    return Computed(ids, neighbours, arrays["causes"], arrays["prints"], arrays["chosen"], nearest, vocabulary)


def _neighbours(links: tuple[Related, ...], apart: Iterable[tuple[int, int, int]]) -> Iterator[Neighbours]:
    """Yield neighbours; each row tells how many links there are, and whether the two that stand apart follow."""
    start = 0
    for count, stronger, like_sized in apart:
        end = start + count
        shown, first, second = links[start:end], end, end + stronger
        yield Neighbours(shown, links[first] if stronger else None, links[second] if like_sized else None)
        start = second + like_sized


def _links(found: Neighbours) -> Iterable[Related]:
    return (*found.shown, *filter(None, (found.stronger, found.like_sized)))


def _unpack_reason(text: str) -> Reason:
    kind, *values = text.split("\t")
    return Reason(cast(ReasonKind, kind), tuple(values))


def _pack_matrix(name: str, matrix: Matrix) -> dict[str, np.ndarray]:
    return {f"{name}_columns": matrix.indices, f"{name}_ends": matrix.indptr, f"{name}_values": matrix.data}


def _unpack_matrix(arrays: Arrays, name: str, width: int) -> Matrix:
    values, columns, ends = (arrays[f"{name}_{part}"] for part in ("values", "columns", "ends"))
    return sparse.csr_array((values, columns, ends), shape=(len(ends) - 1, max(1, width)))


def _pack(texts: Iterable[str]) -> np.ndarray:
    """Return texts as bytes. Ids, words and titles have no ends of lines or tabs."""
    return np.frombuffer("".join([f"{text}\n" for text in texts]).encode(), dtype=np.uint8)


def _unpack(packed: np.ndarray) -> Sequence[str]:
    return packed.tobytes().decode().split("\n")[:-1]
