"""Words of Dutch prose, reduced to stems, for comparing practices."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

from generator.catalogue import Catalogue

_WORD = re.compile(r"[^\W\d_]{3,}")
STOPWORDS = frozenset(
    """aan aldus alle alleen alles als altijd ander andere anders ben bij bijvoorbeeld binnen bleek blijft buiten
    daar daarbij daardoor daarmee daarna daarom dan dat deel deze die dit doen doet door dus echt een eens eigen
    elk elke elkaar extra ging gaan gaat geeft geen geven goed haar had hadden heb hebben heeft hem het hier hij
    hoe hoort hun iedere iemand iets ieder jaar jaren kan keer komen komt kon konden krijgen krijgt kunnen laat
    laten maakt maar maken meer mee meest men met mensen mijn minder mocht moest moeten moet mogen naar nam niemand
    niet niets nieuw nieuwe nog nodig noemt noemen ook omdat onder ons onze ooit over per precies samen schrijft
    sinds steeds staan staat stond tegen terwijl tijdens toch toe toen tot twee uit van vaak vanaf vanuit veel vel
    verder verschillende volgens voor vooral voordat want waar waarbij waardoor waarin waarmee wanneer waren was
    wat weer wel welke werd werden werk werken werkt wie wil willen wilde worden wordt zegt zeggen zei zelf zich
    zie zien zij zijn zit zoals zodat zonder zou zouden zowel onbekend bekend bron bronnen praktijk praktijken
    aanpak gemeente gemeenten inwoner inwoners""".split()
)


def words(text: str) -> list[str]:
    """Return the lowercase words of three letters or more, in order, repetitions included."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("dutch_porter")


def stem(word: str) -> str:
    """Return the Snowball stem (the Porter variant for Dutch: `schulden` and `schuld` share one)."""
    return str(_stemmer().stemWord(word))


def telling_words(catalogue: Catalogue) -> frozenset[str]:
    """Return the words that titles, keywords and vocabularies name things with.

    Only these explain a likeness: "beide over: dementie" convinces, "beide over: probeert" does not.
    """
    texts = [term.naam for name in ("themas", "doelgroepen", "wetten") for term in catalogue.registers.terms(name)]
    for practice in catalogue.practices.values():
        texts += (practice.titel, *practice.trefwoorden)
    found = {word for text in texts for word in words(text) if len(word) > 4}
    return frozenset(found - STOPWORDS)
