"""From ranked candidates to what a reader sees: the best that there is a reason for, and two that stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.relate.peers import DECENT, IsPeer, Peer, has_stronger_evidence, is_like_sized
from generator.relate.ranking import Candidate
from generator.relate.reasons import Explainer
from generator.relate.related import Neighbours, Related

COPIES_SHOWN = 3
"""How many near-copies of each other are shown while there are others: who sees three knows that there are more."""


@dataclass(frozen=True)
class Choice:
    """Chooses from the candidates of a practice; `ids` has the order of their rows."""

    ids: Sequence[str]
    peers: Sequence[Peer]
    explainer: Explainer
    shown: int

    def neighbours(self, row: int, ranked: Sequence[Candidate]) -> Neighbours:
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
        self, row: int, ranked: Sequence[Candidate], suits: IsPeer, besides: Related | None = None
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


def _surplus_last(ranked: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield all candidates, best first, but those after the first few of one group behind all others."""
    seen: dict[int, int] = {}
    surplus: list[Candidate] = []
    for candidate in ranked:
        group = candidate[2]
        count = seen[group] = seen.get(group, 0) + 1
        if count <= COPIES_SHOWN:
            yield candidate
        else:
            surplus.append(candidate)
    yield from surplus
