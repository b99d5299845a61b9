"""The lexicon: every known word with its terms, in alphabetical shards; and the words from back to front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.analysis.tokens import fold
from generator.search.coding import encode, encode_signed, front_coded
from generator.search.terms import KIND_CODES, Terms

SHARD_SIZE = 700
"""Words in a shard: about 5 kB when compressed."""
SHORTEST_CHECKED = 4
"""Shorter words are never taken for a slip of the finger."""
MOST_LEVEL = 15


@dataclass(frozen=True)
class Shards:
    """Files by position, and the first entry of each, by which a reader finds the one it needs."""

    firsts: Sequence[str]
    files: Sequence[list[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as a reader types it. Level 0: a stem that no text holds; else how usual the word is, on a log scale."""

    level: int
    terms: tuple[tuple[int, int], ...]
    """(number, kind) of each term."""


def make_entries(words: Sequence[str], terms: Terms, seen: np.ndarray) -> dict[str, Entry]:
    """Return the entries in alphabetical order; of two words that read the same the more usual one counts.

    Stems are entries too, with all that words of that stem mean: a question may hold another inflection.
    """
    levels = np.minimum(np.log2(seen + 1) + 1, MOST_LEVEL).astype(int)
    entries: dict[str, Entry] = {}
    by_stem: dict[int, tuple[tuple[int, int], ...]] = {}
    for number, word in enumerate(words):
        found = tuple((terms.numbers[f.term], KIND_CODES[f.kind]) for f in terms.features[number])
        key = typed(word)
        if found and len(found) > len(by_stem.get(found[0][0], ())):
            by_stem[found[0][0]] = found
        if found and (key not in entries or entries[key].level < levels[number]):
            entries[key] = Entry(int(levels[number]), found)
    for stem, number in terms.numbers.items():
        if ":" not in stem:
            entries.setdefault(stem, Entry(0, by_stem.get(number, ((number, 0),))))
    return dict(sorted(entries.items()))


def typed(word: str) -> str:
    """Return a word as it is looked up: without accents, hyphens and apostrophes."""
    return fold(word).replace("-", "").replace("'", "")


def lexicon_shards(entries: Mapping[str, Entry]) -> Shards:
    """Return shards of `[words, terms]`: front-coded words, and for each its level and terms as numbers."""
    words = tuple(entries)
    files = []
    for start, end in _cuts(len(words)):
        before = 0
        coded = []
        for word in words[start:end]:
            entry = entries[word]
            (first, _), *others = entry.terms
            rest = "".join(encode(number * 5 + kind) for number, kind in others)
            coded.append(encode(len(others) * 16 + entry.level) + encode_signed(first - before) + rest)
            before = first
        files.append([" ".join(front_coded(words[start:end])), "".join(coded)])
    return Shards([words[start] for start, _ in _cuts(len(words))], files)


def reversed_shards(entries: Mapping[str, Entry]) -> Shards:
    """Return shards of `[words, levels]` of the words that texts hold, spelt back to front."""
    found = ((word[::-1], e.level) for word, e in entries.items() if e.level and len(word) >= SHORTEST_CHECKED)
    words = dict(sorted(found))
    keys = tuple(words)
    files = [
        [" ".join(front_coded(keys[start:end])), "".join(encode(words[key]) for key in keys[start:end])]
        for start, end in _cuts(len(keys))
    ]
    return Shards([keys[start] for start, _ in _cuts(len(keys))], files)


def _cuts(total: int) -> list[tuple[int, int]]:
    return list(pairwise([*range(0, total, SHARD_SIZE), total]))
