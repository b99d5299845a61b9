"""Compounds cut into their parts: `schuldhulpverlening` is schuld + hulp + verlening."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.domain import ATOMS, NOT_PARTS, PARTS, SHORT_PARTS
from generator.analysis.lexicon import Lexicon
from generator.analysis.memo import Memo

LINKS = {"s": ("", "s"), "e": ("", "e"), "n": ("", "en", "n")}
"""Letters that may link a part to the next, by the letter they end in; none is tried first."""

MOST_PARTS = 4
SHORTEST_PART = 3
SHORTEST_FREE_PART = 4
"""A part shorter than this must stand in `SHORT_PARTS`."""

# Each part costs about one, so few parts beat many; a likely part costs less than a doubtful one.
_KNOWN, _LONG_NOUN, _NOUN, _STEM, _DOUBTFUL = 1.0, 1.1, 1.3, 1.6, 2.0
_LINK = 0.1
_NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Compound:
    """The parts of a compound as they are written in it, and the letters that link each to the next."""

    parts: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the smaller compounds inside: schuldhulp and hulpverlening, of schuldhulpverlening."""
        size = len(self.parts)
        return tuple(self._joined(i, i + n) for n in range(size - 1, 1, -1) for i in range(size - n + 1))

    def _joined(self, start: int, end: int) -> str:
        linked = (part + link for part, link in zip(self.parts[start : end - 1], self.links[start:], strict=False))
        return "".join(linked) + self.parts[end - 1]


class _Piece(NamedTuple):
    """A piece of a word read as one part with the letters that link it to what follows."""

    cost: float
    part: str
    link: str


class _Cut(NamedTuple):
    """The cheapest way to read the end of a word; compared by cost, then by the parts themselves."""

    cost: float
    parts: tuple[str, ...]
    links: tuple[str, ...]


class Splitter:
    """Cuts compounds by the word list. Remembers what it found: each distinct piece is worked out once."""

    def __init__(self, lexicon: Lexicon, terms: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        """Take the word list, single words of the glossary (known parts) and names (never cut), in lowercase."""
        self._lexicon = lexicon
        self._whole = ATOMS | frozenset(names)
        self._known = PARTS | SHORT_PARTS | ATOMS | frozenset(terms)
        self._inner: Memo[_Piece] = Memo(self._linked_piece)
        self._last: Memo[_Piece] = Memo(self._last_piece)

    def split(self, word: str) -> Compound | None:
        """Return the parts of a lowercase word with its accents, or None when it is no compound.

        A hyphen between letters is a boundary its author chose. Other words are cut into the fewest, most usual parts;
        parts that are compounds themselves are cut further.
        """
        if "-" in word:
            parts = tuple(part for part in word.split("-") if len(part) >= SHORTEST_PART)
            return self._flat(_Cut(0, parts, ("",) * len(parts))) if len(parts) > 1 else None
        if len(word) < 2 * SHORTEST_PART + 1 or word in self._whole or not word.isalpha():
            return None
        lemma = self._lexicon.lemma(word)
        if lemma is not None and (lemma in self._whole or self._lexicon.is_verb(lemma)):
            return None
        cut = self._best_cut(word, _DOUBTFUL if lemma is None else _STEM)
        if cut is None and lemma is not None:
            # A word that the list holds may well be no compound: one doubtful part needs another that is known.
            cut = self._best_cut(word, _DOUBTFUL)
            if cut is not None and cut.cost > _KNOWN + _DOUBTFUL + _LINK:
                return None
        return None if cut is None else self._flat(cut)

    def _best_cut(self, word: str, limit: float) -> _Cut | None:
        """Work back from the end of the word: most words have no tail that is a part, and are done at once."""
        best: dict[int, _Cut] = {len(word): _Cut(0, (), ())}
        for end in range(len(word), SHORTEST_PART - 1, -1):
            tail = best.get(end)
            if tail is None or len(tail.parts) == MOST_PARTS:
                continue
            for start in range(end - SHORTEST_PART, -1, -1):
                piece = self._inner[word[start:end]] if tail.parts else self._last[word[start:end]]
                if piece.cost <= limit + _LINK and (start or tail.parts):
                    cut = _Cut(piece.cost + tail.cost, (piece.part, *tail.parts), (piece.link, *tail.links))
                    if start not in best or cut < best[start]:
                        best[start] = cut
        return best.get(0)

    def _linked_piece(self, text: str) -> _Piece:
        pieces = [
            _Piece(self._cost(part, last=False) + (_LINK if link else 0), part, link)
            for link in LINKS.get(text[-1], ("",))
            if text.endswith(link) and (part := text[: len(text) - len(link)])
        ]
        return min(pieces)

    def _last_piece(self, text: str) -> _Piece:
        return _Piece(self._cost(text, last=True), text, "")

    def _cost(self, part: str, last: bool) -> float:
        if len(part) < SHORTEST_PART or part in NOT_PARTS:
            return _NEVER
        if part in self._known:
            return _KNOWN
        if len(part) <= SHORTEST_FREE_PART:
            return _DOUBTFUL if len(part) == SHORTEST_FREE_PART and self._lexicon.is_noun(part) else _NEVER
        lemma = self._lexicon.lemma(part)
        if lemma is None:
            return self._cost_of_unlisted(part, last)
        if lemma in self._known:
            return _KNOWN
        if self._lexicon.is_noun(part):
            return self._cost_of_noun(part)
        if lemma in NOT_PARTS:
            return _NEVER
        if self._lexicon.is_noun(lemma):
            return self._cost_of_noun(lemma)
        if self._lexicon.is_derived_noun(part):
            return _NOUN
        if last:
            usual = len(lemma) > SHORTEST_FREE_PART and (lemma == part or self._lexicon.is_adjective(lemma))
            return _DOUBTFUL if usual and not self._lexicon.is_verb(lemma) else _NEVER
        return _STEM if self._is_stem(part, lemma) else _NEVER

    def _cost_of_noun(self, noun: str) -> float:
        if len(noun) <= SHORTEST_FREE_PART:
            return _DOUBTFUL if len(noun) == SHORTEST_FREE_PART else _NEVER
        return _LONG_NOUN if len(noun) > 6 else _NOUN

    def _cost_of_unlisted(self, part: str, last: bool) -> float:
        if self._lexicon.is_derived_noun(part):
            return _NOUN
        return _STEM if not last and self._lexicon.is_verb(part + "en") else _NEVER

    def _is_stem(self, part: str, lemma: str) -> bool:
        """Tell whether a part that is no noun can begin a compound: ontwikkel-plaats, not lichtere-n."""
        if len(lemma) <= SHORTEST_FREE_PART:
            return False
        if part == lemma or part + "en" == lemma:
            return True
        regular = lemma.startswith(part) or part[-1] not in "tden"
        return regular and len(part) < len(lemma) and self._lexicon.is_verb(lemma)

    def _flat(self, cut: _Cut) -> Compound:
        parts: list[str] = []
        links: list[str] = []
        for part, link in zip(cut.parts, cut.links, strict=True):
            inner = self.split(part)
            parts += inner.parts if inner else (part,)
            links += (*inner.links[:-1], link) if inner else (link,)
        return Compound(tuple(parts), tuple(links))
