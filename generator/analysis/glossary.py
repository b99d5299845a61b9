"""Finds the concepts of the glossary in a text: by any of their labels, in any inflection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from generator.analysis.tokens import STOP_WORDS, words


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A concept: its id, the words people use for it, the ids of related concepts, and its abbreviations.

    Labels match in any inflection (`schulden`, `schuld`); abbreviations match as they are, in capitals or not.
    """

    id: str
    labels: tuple[str, ...]
    related: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@dataclass(slots=True)
class Node:
    """A place in the trie of labels: what is complete here, and where each next stem leads."""

    concepts: tuple[str, ...] = ()
    next: dict[str, Node] = field(default_factory=dict)

    def add(self, steps: Iterable[str], concept: str) -> None:
        """Make the steps from here lead to the concept."""
        node = self
        for step in steps:
            node = node.next.setdefault(step, Node())
        if concept not in node.concepts:
            node.concepts += (concept,)


class Glossary:
    """All labels of all concepts, ready for look-up by stem."""

    def __init__(self, terms: Iterable[GlossaryTerm], stem: Callable[[str], str]) -> None:
        """Take the concepts, in any order, and the function that makes of a word what it is matched by: its stem."""
        self._labels = Node()
        self._exact: dict[str, tuple[str, ...]] = {}
        for term in sorted(terms, key=lambda term: term.id):
            abbreviations = [words(abbreviation) for abbreviation in term.abbreviations]
            for parts in abbreviations:
                self._add_exact(parts, term.id)
            for label in (*map(words, term.labels), *(parts for parts in abbreviations if len(parts) > 1)):
                if label:
                    self._labels.add(map(stem, label), term.id)

    def named(self, word: str, stem: str) -> tuple[str, ...]:
        """Return the concepts that this one word names, by its stem or as an abbreviation (pgb, pgb's)."""
        node = self._labels.next.get(stem)
        concepts = node.concepts if node else ()
        exact = self._exact.get(word) or self._exact.get(word.removesuffix("'s"), ())
        return concepts + tuple(id for id in exact if id not in concepts)

    def start(self, stem: str) -> Node | None:
        """Return where labels of more than one word go on after this stem, or None when there are none."""
        node = self._labels.next.get(stem)
        return node if node and node.next else None

    def _add_exact(self, parts: Sequence[str], concept: str) -> None:
        # An abbreviation that reads as a stop word (WIJ) would be found in every text.
        if len(parts) == 1 and parts[0] not in STOP_WORDS:
            self._exact[parts[0]] = (*self._exact.get(parts[0], ()), concept)


def longest(start: Node, stems: Iterable[str]) -> tuple[int, tuple[str, ...]]:
    """Follow the stems after `start` as far as labels go; return how many belong to the longest, and its concepts."""
    best: tuple[int, tuple[str, ...]] = (0, ())
    node = start
    for count, stem in enumerate(stems, 1):
        follower = node.next.get(stem)
        if follower is None:
            break
        node = follower
        if node.concepts:
            best = (count, node.concepts)
    return best
