"""What the Dutch word list of simplemma, corrected for this domain, says about a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from generator.analysis.domain import LEMMAS
from generator.analysis.memo import Memo

_NOUN_ENDINGS = ("en", "s", "je", "tje", "'s", "pje", "etje", "n", "ën")
_DERIVED = re.compile("(?:ing|ers?)$")
_PARTICLE = re.compile("(?:aan|af|bij|door|her|in|mee|na|om|onder|op|over|tegen|toe|uit|voor|weg)(?=.{4})")
_DOER = re.compile("(?<=......)ers?$|(?<=...r)ders?$")


class Lexicon:
    """Word forms and their lemmas. The list (0.7 s, 50 MB) is read when the first word is asked for."""

    def __init__(self) -> None:
        self._nouns: Memo[bool] = Memo(self._is_noun)

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY  # heavy: not for `check`

        return DEFAULT_DICTIONARY_FACTORY.get_dictionary("nl")

    def lemma(self, word: str) -> str | None:
        """Return the lemma of a lowercase word with its accents, or None when the list does not hold it."""
        if word in LEMMAS:
            return LEMMAS[word]
        lemma = self._lookup(word)
        if lemma is None or lemma == word:
            return lemma
        if _is_feminine_of(lemma, word):
            return word
        # A noun and a verb that each have the other as lemma (les, lessen): the shorter is the lemma of both.
        back = self._lookup(lemma)
        return min(word, lemma, key=len) if back == word else lemma

    def noun(self, form: str) -> str | None:
        """Return the noun that the form is a singular or plural of, though the list may name a verb (verslagen)."""
        lemma = self.lemma(form)
        if lemma is None:
            return None
        if self.is_noun(form):
            return form
        if lemma != form and self.is_noun(lemma):
            return lemma
        likely = (noun for noun in _singulars(form) if self._lookup(noun) == noun and not self.is_adjective(noun))
        return next(likely, None)

    def is_noun(self, lemma: str) -> bool:
        """Tell whether the list holds a plural or diminutive of the lemma."""
        return self._nouns[lemma]

    def _is_noun(self, lemma: str) -> bool:
        if self.is_verb(lemma) or self.is_adjective(lemma):
            return False
        form = self._forms.get
        for ending in _NOUN_ENDINGS:
            if form(lemma + ending) == lemma:
                return True
        changed = (lemma + lemma[-1:] + "en", lemma[:-1] + "zen", lemma[:-1] + "ven")
        return any(form(plural) == lemma for plural in changed)

    def is_derived_noun(self, word: str) -> bool:
        """Tell whether a word that the list lacks is made of one it holds: ongeschikt-heid, mijd-ing, in-spraak."""
        if word.endswith("heid"):
            return len(word) > 8 and self._forms.get(word[:-4]) is not None
        ending = _DERIVED.search(word)
        if ending is not None and ending.start() > 3 and self.is_verb(word[: ending.start()] + "en"):
            return True
        particle = _PARTICLE.match(word)
        return particle is not None and self.is_noun(word[particle.end() :])

    def verb_of(self, agent: str) -> str | None:
        """Return the verb that a word for a doer is made of (begeleider: begeleiden), or None.

        Short words are left alone: a letter is not who lets, a rechter not who straightens.
        """
        ending = _DOER.search(agent)
        verb = agent[: ending.start()] + "en" if ending else ""
        return verb if verb and self.is_verb(verb) else None

    def is_adjective(self, lemma: str) -> bool:
        """Tell whether the list holds a comparative and a superlative of the lemma."""
        return self._forms.get(lemma + "er") == lemma and self._forms.get(lemma + "st") == lemma

    def is_verb(self, lemma: str) -> bool:
        """Tell whether the lemma is an infinitive: the list holds its present participle."""
        if not lemma.endswith("n"):
            return False
        participle = self._lookup(lemma + "d")
        return participle == lemma or (participle == lemma + "d" and lemma.endswith("en"))

    def _lookup(self, word: str) -> str | None:
        lemma = self._forms.get(word)
        # Some separable verbs and compounds are listed as `uit_voeren`, other forms of them as `uitvoeren`.
        return lemma.replace("_", "") if lemma and "_" in lemma else lemma


def _is_feminine_of(lemma: str, word: str) -> bool:
    """The list gives `werkster` as the lemma of `werker`."""
    return word.endswith(("er", "ers")) and lemma.endswith(("ster", "in")) and not word.endswith("sters")


def _singulars(form: str) -> tuple[str, ...]:
    """Return what the form would be a regular plural of: wagens, verslagen, bakken, brieven, glazen."""
    if form.endswith("s"):
        return (form[:-1],)
    if not form.endswith("en") or len(form) < 5:
        return ()
    stem = form[:-2]
    hardened = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    return (stem, stem[:-1], hardened) if stem[-1] == stem[-2] else (stem, hardened)
