"""What a result shows, in shards of neighbouring documents, so that ten results cost little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.relate.related import RelatedIndex
from generator.view.types import CardView

SHARD_SIZE = 12
NEIGHBOURS = 5
LIKE = 0.4
"""How like a neighbour is that a person named: it may matter to a reader without being about the same. On the scale of
the scores of computed ones."""
SUMMARY = 280
"""Signs of a summary that a result shows."""


def card_shards(cards: Sequence[CardView], related: RelatedIndex) -> list[list[list[Any]]]:
    """Return shards of cards: id, title, place, evidence rank, evidence, costs, status, start of the summary.

    Then come the number of adoptions in words, and the nearest neighbours as document number and likeness.
    """
    numbers = {card.id: number for number, card in enumerate(cards)}
    rows = [[*_values(card), _neighbours(related, numbers, card.id)] for card in cards]
    return [rows[start : start + SHARD_SIZE] for start in range(0, len(rows), SHARD_SIZE)]


def _values(card: CardView) -> tuple[Any, ...]:
    facts = (card.id, card.title, card.place, card.evidence_rank, card.evidence, card.costs, card.status)
    return (*facts, shorten(card.summary), card.adoptions)


def _neighbours(related: RelatedIndex, numbers: Mapping[str, int], id: str) -> list[tuple[int, float]]:
    shown = related[id].shown if id in related else ()
    known = [(numbers[item.id], LIKE if item.authored else round(item.score, 2)) for item in shown]
    return sorted(known, key=lambda pair: (-pair[1], pair[0]))[:NEIGHBOURS]


def shorten(text: str) -> str:
    """Return the text in one line, cut after a word when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY else f"{line[:SUMMARY].rsplit(' ', 1)[0]} …"
