"""What the catalogue brings to the analysis of its texts: its words, concepts, names and telling words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.analyser import Analyser
from generator.analysis.corpus import Corpus, count_words
from generator.analysis.glossary import GlossaryTerm
from generator.analysis.tokens import STOP_WORDS, words
from generator.catalogue import Catalogue
from generator.parse.model import Practice

EMPTY_WORDS = frozenset(
    "aanpak bron bronnen domein eerst eigen gemeente gemeenten inwoner inwoners langer mensen praktijk samen sociaal "
    "sociale thuis volgens werk werken".split()
)
"""Words that name things in this domain, but explain no likeness: everything here is about them."""


def make_analyser(catalogue: Catalogue) -> Analyser:
    """Return an analyser that knows the glossary and the names of municipalities."""
    terms = (GlossaryTerm(c.id, (c.naam, *c.synoniemen), c.verwant, c.afkortingen) for c in catalogue.concepts)
    register = catalogue.registers.municipalities
    names = (word for town in register.present.values() for word in words(town.naam))
    return Analyser(tuple(terms), names)


def make_corpus(practices: Sequence[Practice]) -> Corpus:
    """Return the words of all practices, by title, keywords, summary and the core of the story."""
    return count_words(
        {
            "titel": (p.titel for p in practices),
            "trefwoorden": (" ".join(p.trefwoorden) for p in practices),
            "samenvatting": (p.samenvatting for p in practices),
            "kern": (" ".join(filter(None, (p.aanleiding, p.doel, p.aanpak, p.werkzame_elementen))) for p in practices),
        }
    )


def headline(practice: Practice) -> str:
    """Return the text in which a practice says in so many words what it is about."""
    return ". ".join((practice.titel, *practice.trefwoorden, practice.samenvatting))


def telling_words(catalogue: Catalogue) -> frozenset[str]:
    """Return the words with which the glossary, the vocabularies and keywords name things in one word.

    Only these explain a likeness: "beide over dementie" convinces, "beide over probeert" does not.
    """
    names = [term.naam for name in ("themas", "doelgroepen", "wetten") for term in catalogue.registers.terms(name)]
    names += [label for concept in catalogue.concepts for label in (concept.naam, *concept.synoniemen)]
    names += [keyword for practice in catalogue.practices.values() for keyword in practice.trefwoorden]
    single = (name for name in names if " " not in name)
    return frozenset({word for name in single for word in words(name) if len(word) > 4} - STOP_WORDS - EMPTY_WORDS)
