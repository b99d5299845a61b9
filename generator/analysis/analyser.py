"""A text as features: stems, parts of compounds and concepts, each with its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress
from operator import attrgetter
from typing import Literal, NamedTuple

from generator.analysis.compounds import SHORTEST_PART
from generator.analysis.glossary import Glossary, GlossaryTerm, Node, longest
from generator.analysis.memo import Memo
from generator.analysis.stems import Morphology, Reading
from generator.analysis.tokens import STOP_WORDS, expand, fold, runs

Kind = Literal["stem", "part", "group", "concept", "within", "number"]
"""How much a feature says, so that each use can weigh it:

- `stem`: the stem of a word (`schuldhulpverlening`);
- `part`: the stem of a part of a compound (`schuld`, `hulp`, `verlening`);
- `group`: of the smaller compounds inside (`schuldhulp`, `hulpverlening`);
- `concept`: the id of a concept that the words name, by a label or abbreviation;
- `within`: the id of a concept named by a part or group only;
- `number`: a number of two to four digits; ages such as `18plus` are stems.
"""

KINDS: tuple[Kind, ...] = ("stem", "part", "group", "concept", "within", "number")


class Feature(NamedTuple):
    """A term and its kind. A stem and a part that are equal share their term; concepts start with `begrip:`."""

    term: str
    kind: Kind


CONCEPT_PREFIX = "begrip:"


@dataclass(frozen=True, slots=True)
class _Word:
    """All that a word can contribute, worked out once."""

    stem: str
    features: tuple[Feature, ...]
    concepts: tuple[str, ...]
    start: Node | None


_FEATURES = attrgetter("features")
_CONCEPTS = attrgetter("concepts")
_START = attrgetter("start")


class Analyser:
    """Turns texts into features. Deterministic; each distinct word is worked out once, and then a look-up.

    Making one is cheap; the word list (0.8 s, 50 MB) is read at the first word that `known` does not hold.
    """

    def __init__(
        self,
        glossary: Sequence[GlossaryTerm] = (),
        names: Iterable[str] = (),
        known: Mapping[str, Reading] | None = None,
    ) -> None:
        """Take the concepts, names that are no other words (municipalities), and readings of an earlier run.

        Readings hold for one glossary and one set of names; `readings` gives them back for keeping.
        """
        self._terms = tuple(glossary)
        labels = (label.lower() for term in self._terms for label in term.labels)
        self._morphology = Morphology(filter(_is_part, labels), map(str.lower, names), known)
        self._words: Memo[_Word] = Memo(self._new_word)
        self._runs: Memo[tuple[_Word, ...]] = Memo(self._new_run)

    @property
    def readings(self) -> Mapping[str, Reading]:
        """The reading of every word seen, and of those in `known`."""
        return self._morphology.readings

    @cached_property
    def related(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the related concepts of each concept."""
        return {term.id: term.related for term in self._terms}

    @cached_property
    def _glossary(self) -> Glossary:
        return Glossary(self._terms, self._step)

    def features(self, text: str) -> list[Feature]:
        """Return the features of all words in order, repetitions included; stop words have none.

        Where a label of several words is found, its concept takes the place of those of its words.
        """
        read = self._read(text)
        found: list[Feature] = []
        done = 0
        for start, end, ids in _labels(read):
            found += chain.from_iterable(map(_FEATURES, read[done:start]))
            found += (f for word in read[start:end] for f in word.features if f.kind not in ("concept", "within"))
            found += (Feature(CONCEPT_PREFIX + id, "concept") for id in ids)
            done = end
        found += chain.from_iterable(map(_FEATURES, read[done:]))
        return found

    def concepts(self, text: str) -> tuple[str, ...]:
        """Return the ids of the concepts that a text names, compounds included, in order of appearance, once each."""
        read = self._read(text)
        found: dict[str, None] = {}
        done = 0
        for start, end, ids in _labels(read):
            found.update(dict.fromkeys(chain(*map(_CONCEPTS, read[done:start]), ids)))
            done = end
        found.update(dict.fromkeys(chain.from_iterable(map(_CONCEPTS, read[done:]))))
        return tuple(found)

    def phrases(self, text: str) -> tuple[str, ...]:
        """Return the ids of the concepts that a text names in more than one word, in order of appearance."""
        return tuple(chain.from_iterable(ids for _, _, ids in _labels(self._read(text))))

    def word_features(self, word: str) -> tuple[Feature, ...]:
        """Return the features of one word, as `tokens.words` gives it. A look-up after the first time."""
        return self._words[word].features

    def stem(self, word: str) -> str:
        """Return the stem of one word, as `tokens.words` gives it."""
        return self._morphology.stem(word)

    def _read(self, text: str) -> list[_Word]:
        return list(chain.from_iterable(map(self._runs.__getitem__, runs(text))))

    def _new_run(self, run: str) -> tuple[_Word, ...]:
        return tuple(map(self._words.__getitem__, expand(run)))

    def _step(self, word: str) -> str:
        """Return what a word is in a label or text: its stem; stop words stay as they are."""
        return fold(word) if _is_stop_word(word) else self._morphology.stem(word)

    def _new_word(self, word: str) -> _Word:
        if _is_stop_word(word):
            return _Word(self._step(word), (), (), self._glossary.start(self._step(word)))
        reading = self._morphology.read(word)
        named = self._glossary.named(word, reading.stem)
        inner = (self._glossary.named(stem, stem) for stem in (*reading.groups, *reading.parts))
        within = tuple(dict.fromkeys(id for ids in inner for id in ids if id not in named))
        features = (
            Feature(reading.stem, "number" if word.isdigit() else "stem"),
            *(Feature(stem, "part") for stem in reading.parts),
            *(Feature(stem, "group") for stem in reading.groups),
            *(Feature(CONCEPT_PREFIX + id, "concept") for id in named),
            *(Feature(CONCEPT_PREFIX + id, "within") for id in within),
        )
        return _Word(reading.stem, features, named + within, self._glossary.start(reading.stem))


def _labels(read: Sequence[_Word]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where labels of several words stand, from and up to, with their concepts; the longest, without overlap."""
    done = 0
    for position in compress(range(len(read)), map(_START, read)):
        start, after = read[position].start, position + 1
        if start and position >= done and after < len(read) and read[after].stem in start.next:
            count, ids = longest(start, (word.stem for word in read[after:]))
            if count:
                done = after + count
                yield position, done, ids


def _is_stop_word(word: str) -> bool:
    return fold(word) in STOP_WORDS


def _is_part(label: str) -> bool:
    """Tell whether a label is one word, long enough to be a part of a compound."""
    return label.isalpha() and len(label) > SHORTEST_PART
