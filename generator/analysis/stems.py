"""What a word is made of: its stem, and the stems of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from generator.analysis.compounds import Compound, Splitter
from generator.analysis.domain import STEMS
from generator.analysis.lexicon import Lexicon
from generator.analysis.memo import Memo
from generator.analysis.tokens import fold


class Reading(NamedTuple):
    """The stem of a word; of a compound also the stems of its parts and of the smaller compounds inside.

    Without accents or hyphens, and made of strings only, so that readings can be kept between runs.
    """

    stem: str
    parts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@cache
def _snowball() -> Callable[[str], str]:
    import Stemmer  # not for `check`

    # The Porter variant: Snowball's newer `dutch` gives schulden another stem than schuld.
    stem: Callable[[str], str] = Stemmer.Stemmer("dutch_porter").stemWord
    return stem


class Morphology:
    """Reads words and remembers them: each distinct word is worked out once."""

    def __init__(
        self, terms: Iterable[str] = (), names: Iterable[str] = (), known: Mapping[str, Reading] | None = None
    ) -> None:
        """Take single words of the glossary (known parts of compounds) and names (never cut), in lowercase.

        `known` are readings of an earlier run with the same terms and names; a text that holds no other words is read
        without loading the word list.
        """
        self._names = frozenset(names)
        self._lexicon = Lexicon()
        self._splitter = Splitter(self._lexicon, terms, self._names)
        self._cores: Memo[str] = Memo(self._core_stem)
        self.readings: dict[str, Reading] = dict(known or {})

    def read(self, word: str) -> Reading:
        """Return the reading of a lowercase word with its accents."""
        reading = self.readings.get(word)
        if reading is None:
            reading = self.readings[word] = self._new_reading(word)
        return reading

    def stem(self, word: str) -> str:
        """Return the stem of a lowercase word with its accents."""
        return self.read(word).stem

    def _new_reading(self, word: str) -> Reading:
        if any(sign.isdigit() for sign in word):
            return Reading(word)
        if self._is_name(word):
            return Reading(fold(word))
        lemma = self._lexicon.lemma(word) or word.removesuffix("'s")
        compound = self._splitter.split(lemma)
        if compound is not None:
            return self._read_compound(lemma, compound)
        return self.read(word.replace("-", "")) if "-" in word else Reading(self._cores[lemma])

    def _read_compound(self, word: str, compound: Compound) -> Reading:
        """Stem the last part only: buurthuizen becomes buurthuis, whether or not the list holds it."""
        parts = [self._cores[self._lexicon.noun(part) or part] for part in compound.parts]
        head = word.removesuffix(compound.parts[-1])
        stem = fold(head).replace("-", "") + parts[-1]
        return Reading(stem, _distinct(parts), _distinct(map(self.stem, compound.groups)))

    def _core_stem(self, word: str) -> str:
        """Return the stem of a word that is no compound: of the verb when it names a doer."""
        lemma = self._lexicon.lemma(word) or word
        core = self._lexicon.verb_of(lemma) or lemma
        return STEMS.get(core) or _snowball()(fold(core))

    def _is_name(self, word: str) -> bool:
        """Tell whether a word is a name first: Zwolle is no form of zwellen, but huizen may well be houses."""
        if word not in self._names:
            return False
        lemma = self._lexicon.lemma(word)
        return lemma is None or self._lexicon.is_verb(lemma)


def _distinct(stems: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stems))
