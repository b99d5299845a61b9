"""Compounds cut into their parts: `schuldhulpverlening` is schuld + hulp + verlening."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.domain import ATOMS, FIRST_PARTS, NOT_PARTS, PARTS, SHORT_PARTS
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
_LINK_COSTS = {"": 0.0, "s": 0.0, "en": 0.1, "e": 0.1, "n": 0.1}
_LINK = max(_LINK_COSTS.values())
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


# Where a part can begin: at a vowel, at a consonant and a vowel, or at consonants that begin Dutch words.
_ONSET = re.compile(
    "(?=[aeiouyàáâäèéêëìíîïòóôöùúûü]|.[aeiouyàáâäèéêëìíîïòóôöùúûü]"
    "|bl|br|ch|cl|cr|dr|dw|fl|fr|gl|gr|kl|kn|kr|kw|ph|pl|pr|ps|qu|sc|sf|sh|sj|sk|sl|sm|sn|sp|st|sw|th|tr|ts|tw|vl|vr"
    "|wr|zw)"
)


class _Piece(NamedTuple):
    """A piece of a word read as one part with the letters that link it to what follows."""

    cost: float
    part: str
    link: str


class _Cut(NamedTuple):
    """The cheapest way to read the end of a word; of two as cheap the one whose shortest, then first part is longer."""

    cost: float
    shortest: int
    first: int
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
            return self._flat(_Cut(0, 0, 0, parts, ("",) * len(parts))) if len(parts) > 1 else None
        if len(word) < 2 * SHORTEST_PART + 1 or word in self._whole or not word.isalpha():
            return None
        lemma = self._lexicon.lemma(word)
        if lemma is not None and (lemma in self._whole or self._lexicon.is_verb(lemma)):
            return None
        cut = self._best_cut(word, _DOUBTFUL)
        if cut is not None and lemma is not None and cut.cost > _NOUN + _DOUBTFUL + _LINK:
            # A word that the list holds may well be no compound: a doubtful part needs one other that is usual.
            cut = self._best_cut(word, _STEM)
        return None if cut is None else self._flat(cut)

    def _best_cut(self, word: str, limit: float) -> _Cut | None:
        """Work back from the end of the word: most words have no tail that is a part, and are done at once."""
        starts = [0, *(match.start() for match in _ONSET.finditer(word, 1))]
        best: dict[int, _Cut] = {len(word): _Cut(0, 0, 0, (), ())}
        for end in (len(word), *reversed(starts)):
            tail = best.get(end)
            if tail is None or len(tail.parts) == MOST_PARTS:
                continue
            pieces = self._inner if tail.parts else self._last
            for start in starts:
                if start > end - SHORTEST_PART:
                    break
                piece = pieces[word[start:end]]
                if piece.cost <= limit + _LINK and (start or tail.parts):
                    cut = _joined(piece, tail)
                    if start not in best or cut < best[start]:
                        best[start] = cut
        return best.get(0)

    def _linked_piece(self, text: str) -> _Piece:
        pieces = [
            _Piece(self._cost(part, last=False) + _LINK_COSTS[link], part, link)
            for link in LINKS.get(text[-1], ("",))
            if text.endswith(link) and (part := text[: len(text) - len(link)])
        ]
        return min(pieces)

    def _last_piece(self, text: str) -> _Piece:
        return _Piece(self._cost(text, last=True), text, "")

    def _cost(self, part: str, last: bool) -> float:
        if len(part) < SHORTEST_PART or part in NOT_PARTS:
            return _NEVER
        if part in self._known or (not last and part in FIRST_PARTS):
            return _KNOWN
        if len(part) <= SHORTEST_FREE_PART:
            return self._cost_of_short(part, last)
        lemma = self._lexicon.lemma(part)
        if lemma is None:
            return self._cost_of_unlisted(part, last)
        noun = self._lexicon.noun(part)
        if lemma in self._known or noun in self._known:
            return _KNOWN
        if noun is not None and noun not in NOT_PARTS:
            return self._cost_of_noun(noun)
        if lemma in NOT_PARTS:
            return _NEVER
        if self._lexicon.is_derived_noun(part):
            return _NOUN
        if last:
            usual = len(lemma) > SHORTEST_FREE_PART and (lemma == part or self._lexicon.is_adjective(lemma))
            return _DOUBTFUL if usual and not self._lexicon.is_verb(lemma) else _NEVER
        return _STEM if self._is_stem(part, lemma) else _NEVER

    def _cost_of_short(self, part: str, last: bool) -> float:
        if len(part) < SHORTEST_FREE_PART:
            return _NEVER
        verb = part + "en"
        usual = self._lexicon.is_noun(part) or (not last and self._lexicon.lemma(part) == verb)
        return _DOUBTFUL if usual else _NEVER

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


def _joined(piece: _Piece, tail: _Cut) -> _Cut:
    parts = (piece.part, *tail.parts)
    # Lengths are negative, so that the smallest cut is the best one.
    return _Cut(piece.cost + tail.cost, -min(map(len, parts)), -len(piece.part), parts, (piece.link, *tail.links))
