"""What the catalogue brings to the analysis of its texts: its words, concepts, names and telling words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.analyser import Analyser
from generator.analysis.corpus import Corpus, count_words
from generator.analysis.glossary import GlossaryTerm
from generator.analysis.stems import Reading
from generator.analysis.tokens import STOP_WORDS, words
from generator.catalogue import Catalogue
from generator.parse.model import Practice

EMPTY_WORDS = frozenset(
    "aanpak academy bron bronnen casus domein eerst eigen gemeente gemeenten gesprek inwoner inwoners langer mensen "
    "partner partners praktijk project samen samenwerking sociaal sociale thuis volgens werk werken werkplaats".split()
)
"""Words that name things in this domain, but explain no likeness: everything here is about them."""


@dataclass(frozen=True)
class Texts:
    """The texts of all practices, cut and analysed once for whoever needs them; the order is that of `ids`."""

    ids: Sequence[str]
    corpus: Corpus
    analyser: Analyser
    phrases: Sequence[tuple[str, ...]]
    """The concepts that each practice names in more than one word, where it says what it is about."""


def read_texts(catalogue: Catalogue, known: Mapping[str, Reading] | None = None) -> Texts:
    """Return the texts of all practices, ordered by id. `known` are readings of words that an earlier run kept."""
    ids = sorted(catalogue.practices)
    practices = [catalogue.practices[id] for id in ids]
    analyser = Analyser(glossary_terms(catalogue), town_words(catalogue), known)
    phrases = [analyser.phrases(_headline(practice)) for practice in practices]
    return Texts(ids, _make_corpus(practices), analyser, phrases)


def glossary_terms(catalogue: Catalogue) -> tuple[GlossaryTerm, ...]:
    """Return the concepts of the glossary as the analysis knows them."""
    return tuple(GlossaryTerm(c.id, (c.naam, *c.synoniemen), c.verwant, c.afkortingen) for c in catalogue.concepts)


def town_words(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words that name a municipality: Zwolle is no form of zwellen."""
    register = catalogue.registers.municipalities
    return tuple(word for town in register.present.values() for word in words(town.naam))


def _make_corpus(practices: Sequence[Practice]) -> Corpus:
    """Return the words of all practices, by title, keywords, summary and the core of the story."""
    return count_words(
        {
            "titel": (p.titel for p in practices),
            "trefwoorden": (" ".join(p.trefwoorden) for p in practices),
            "samenvatting": (p.samenvatting for p in practices),
            "kern": (" ".join(filter(None, (p.aanleiding, p.doel, p.aanpak, p.werkzame_elementen))) for p in practices),
        }
    )


def _headline(practice: Practice) -> str:
    """Return the text in which a practice says in so many words what it is about."""
    return ". ".join((practice.titel, *practice.trefwoorden, practice.samenvatting))


def telling_words(catalogue: Catalogue) -> Mapping[str, int]:
    """Return the words that explain a likeness, each with its turn: 0 for a term of the glossary, 1 for the rest.

    Those are the words with which the glossary, the vocabularies and keywords name things in one word: "beide over
    dementie" convinces, "beide over probeert" does not.
    """
    terms = [label for concept in catalogue.concepts for label in (concept.naam, *concept.synoniemen)]
    names = [term.naam for name in ("themas", "doelgroepen", "wetten") for term in catalogue.registers.terms(name)]
    names += [keyword for practice in catalogue.practices.values() for keyword in practice.trefwoorden]
    return dict.fromkeys(_single_words(names), 1) | dict.fromkeys(_single_words(terms), 0)


def _single_words(names: Iterable[str]) -> set[str]:
    single = (name for name in names if " " not in name)
    return {word for name in single for word in words(name) if len(word) > 4} - STOP_WORDS - EMPTY_WORDS
