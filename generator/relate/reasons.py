"""Why two practices belong together: what they share, in the order in which a reader believes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache

import numpy as np

from generator.analysis.analyser import Analyser
from generator.analysis.tokens import words
from generator.catalogue import Catalogue
from generator.parse.congress import congress_practices
from generator.relate.features import TextFeatures
from generator.relate.peers import Peer
from generator.relate.prints import BYTES, mix, print_texts, prints_of, sum_prints
from generator.relate.related import Reason, ReasonKind
from generator.relate.text import Texts, headline

WORDS_SHOWN = 3


class Explainer:
    """Gives the reasons for any two practices, named by their place in `ids`."""

    def __init__(
        self,
        catalogue: Catalogue,
        texts: Texts,
        text: TextFeatures,
        peers: Mapping[str, Peer],
    ) -> None:
        """Take what is compared; `texts` has the order of the rows of `text`."""
        ids, analyser = texts.ids, texts.analyser
        practices = [catalogue.practices[id] for id in ids]
        self._tags = [(p.themas, p.doelgroepen, p.wettelijk_kader, p.gemeenten) for p in practices]
        self._text = text
        self._ids = ids
        self._digests = texts.digests
        self._names = {concept.id: concept.naam for concept in catalogue.concepts}
        self._peers = [peers[id] for id in ids]
        self._congresses = _congresses(catalogue, ids)
        self._said = _said_by_tags(catalogue, analyser, text.telling)
        self._positions, self._starts = text.held.indices.tolist(), text.held.indptr.tolist()
        # Tags come in few combinations: what two of them share is worked out once.
        self._shared = cache(_shared)
        self._said_by = cache(self._said_by_any)
        self._held = cache(self._held_by)
        self._concepts = cache(lambda row: analyser.concepts(headline(practices[row])))

    @property
    def prints(self) -> np.ndarray:
        """A fingerprint for each practice of its text, of what is told about it here, and of what a choice asks."""
        told = (
            (*tags, p.municipalities, (p.size, p.evidence)) for tags, p in zip(self._tags, self._peers, strict=True)
        )
        # There are few values of each kind, so that a fingerprint is mostly a look-up.
        facts = [np.array([*map(cache(_print_value), values)], dtype=np.uint64) for values in zip(*told, strict=True)]
        congresses = np.array([*map(cache(_print_value), self._congresses)], dtype=np.uint64)
        texts = prints_of(np.frombuffer(b"".join(self._digests), dtype=np.uint8).reshape(-1, BYTES))
        words = self._text.prints[self._text.held.indices]
        held = sum_prints(words, self._text.held.indptr)
        return mix(print_texts(self._ids), texts, congresses, *facts, held)

    def explain(self, row: int, other: int) -> tuple[Reason, ...]:
        """Return what two practices share; nothing when that is too little to lead a reader from one to the other."""
        shared = self._shared
        here, there = self._tags[row], self._tags[other]
        themes = shared("themas", here[0], there[0])
        groups = shared("doelgroepen", here[1], there[1])
        laws = shared("wet", here[2], there[2])
        towns = shared("gemeente", here[3], there[3])
        shared_words = self._shared_words(row, other, themes.values + groups.values + laws.values)
        found = [reason for reason in (themes, groups, laws, towns) if reason.values]
        if shared_words:
            found.append(Reason("woorden", shared_words))
        found = found or self._without_shared_words(row, other)
        # Having been on the same congress is no likeness, only one more reason to look.
        congresses = self._congresses[row] & self._congresses[other] if found else ()
        return (*found, *[Reason("congres", (title,)) for title in sorted(congresses)])

    def _without_shared_words(self, row: int, other: int) -> list[Reason]:
        """Return what joins two practices that share no tag and no telling word: what they name in other words.

        The nearest of all may be such a pair: `vergunninghouder` beside `statushouder`, or a term of several words.
        """
        there = self._concepts(other)
        named = tuple([self._names[id] for id in self._concepts(row) if id in there])
        if named:
            return [Reason("begrip", named[:WORDS_SHOWN])]
        size = self._peers[row].size
        return [Reason("grootte", (size,))] if size and size == self._peers[other].size else []

    def _shared_words(self, row: int, other: int, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Return the most telling words that literally stand in both, one per stem, without those that tags say."""
        both = self._held(row) & self._held(other)
        if not both:
            return ()
        stems, said = self._text.stems, self._said_by(tags)
        chosen: dict[int, int] = {}
        for position in sorted(both):
            if position not in said and stems[position] not in chosen:
                chosen[stems[position]] = position
                if len(chosen) == WORDS_SHOWN:
                    break
        return tuple([self._text.telling[position] for position in chosen.values()])

    def _held_by(self, row: int) -> frozenset[int]:
        return frozenset(self._positions[self._starts[row] : self._starts[row + 1]])

    def _said_by_any(self, tags: tuple[str, ...]) -> frozenset[int]:
        return frozenset().union(*[self._said[tag] for tag in tags])


def _print_value(value: Hashable) -> int:
    """Return the fingerprint of a value that has no sets within; of a set, its order does not count."""
    return int(print_texts([repr(sorted(value) if isinstance(value, frozenset) else value)])[0])


def _shared(kind: ReasonKind, here: Sequence[str], there: Sequence[str]) -> Reason:
    return Reason(kind, tuple([value for value in here if value in there]))


def _congresses(catalogue: Catalogue, ids: Sequence[str]) -> list[frozenset[str]]:
    """Return the titles of the congresses that presented each practice."""
    titles: dict[str, set[str]] = defaultdict(set)
    for congress in catalogue.congresses.values():
        for id in congress_practices(congress):
            titles[id].add(congress.titel)
    return [frozenset(titles.get(id, ())) for id in ids]


def _said_by_tags(catalogue: Catalogue, analyser: Analyser, telling: Iterable[str]) -> dict[str, frozenset[int]]:
    """Return the words that add nothing to "zelfde thema: schulden" and the like: positions of those with its stems."""
    stems: dict[str, set[int]] = defaultdict(set)
    for position, word in enumerate(telling):
        stems[analyser.stem(word)].add(position)
    found: dict[str, frozenset[int]] = {}
    for name in ("themas", "doelgroepen", "wetten"):
        for term in catalogue.registers.terms(name):
            said = (stems.get(analyser.stem(word), ()) for word in words(term.naam))
            found[term.id] = found.get(term.id, frozenset()).union(*said)
    return found
