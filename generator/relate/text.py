"""What the catalogue brings to the analysis of its texts: its words, concepts, names and telling words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator.analysis.analyser import Analyser
from generator.analysis.corpus import Corpus, choose_rows, count_words, match_rows
from generator.analysis.glossary import GlossaryTerm
from generator.analysis.stems import Reading
from generator.analysis.tokens import STOP_WORDS, words
from generator.catalogue import Catalogue
from generator.parse.model import Practice
from generator.relate.prints import BYTES

EMPTY_WORDS = frozenset(
    "aanpak academy bron bronnen casus domein eerst eigen gemeente gemeenten gesprek inwoner inwoners langer mensen "
    "partner partners praktijk project samen samenwerking sociaal sociale thuis volgens werk werken werkplaats".split()
)
"""Words that name things in this domain, but explain no likeness: everything here is about them."""


@dataclass(frozen=True)
class CutTexts:
    """Texts, cut once for whoever needs their words. Whoever keeps them needs to cut only what is new."""

    digests: Sequence[bytes]
    """A hash of each text. Equal texts are cut alike, under one glossary and one set of names."""
    corpus: Corpus
    phrases: Sequence[tuple[str, ...]]
    """The concepts that each text names in more than one word, where it says what it is about."""


@dataclass(frozen=True)
class Texts(CutTexts):
    """The texts of all practices, a row each in the order of `ids`, and what knows their words."""

    ids: Sequence[str]
    analyser: Analyser


def read_texts(
    catalogue: Catalogue, known: Mapping[str, Reading] | None = None, earlier: CutTexts | None = None
) -> Texts:
    """Return the texts of all practices, ordered by id.

    `known` are readings of words that an earlier run kept, `earlier` its texts; both for this glossary and these names.
    """
    ids = sorted(catalogue.practices)
    practices = [catalogue.practices[id] for id in ids]
    analyser = Analyser(glossary_terms(catalogue), town_words(catalogue), known)
    digests = [_digest(practice) for practice in practices]
    cut = _cut(practices, digests, analyser) if earlier is None else _cut_new(practices, digests, analyser, earlier)
    return Texts(cut.digests, cut.corpus, cut.phrases, ids, analyser)


def _cut(practices: Sequence[Practice], digests: Sequence[bytes], analyser: Analyser) -> CutTexts:
    return CutTexts(digests, _make_corpus(practices), [analyser.phrases(headline(practice)) for practice in practices])


def _cut_new(
    practices: Sequence[Practice], digests: Sequence[bytes], analyser: Analyser, earlier: CutTexts
) -> CutTexts:
    """Cut only the texts that were not cut earlier."""
    new, chosen = match_rows(digests, earlier.digests)
    cut = _cut([practices[place] for place in new], [digests[place] for place in new], analyser)
    phrases = (*earlier.phrases, *cut.phrases)
    corpus = choose_rows(earlier.corpus, cut.corpus, chosen)
    return CutTexts(digests, corpus, [phrases[row] for row in chosen.tolist()])


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
            "kern": (" ".join(_core(p)) for p in practices),
        }
    )


def _core(practice: Practice) -> tuple[str, ...]:
    """Return the core of the story; what is not told is empty."""
    p = practice
    return p.aanleiding or "", p.doel or "", p.aanpak or "", p.werkzame_elementen or ""


def _digest(practice: Practice) -> bytes:
    """Return a hash of all that is cut; no text can hold the sign between its parts, and no keyword is empty."""
    parts = (*practice.trefwoorden, "", practice.titel, practice.samenvatting, *_core(practice))
    return sha256("\0".join(parts).encode()).digest()[:BYTES]


def headline(practice: Practice) -> str:
    """Return the text in which a practice says in so many words what it is about."""
    return ". ".join((practice.titel, *practice.trefwoorden, practice.samenvatting))


def telling_words(catalogue: Catalogue) -> Mapping[str, int]:
    """Return the words that explain a likeness, each with its turn: 0 for a term of the glossary, 1 for the rest.

    Those are the words with which the glossary, the vocabularies and keywords name things in one word: "beide over
    dementie" convinces, "beide over probeert" does not.
    """
    terms = [label for concept in catalogue.concepts for label in (concept.naam, *concept.synoniemen)]
    names = [term.naam for name in ("themas", "doelgroepen", "wetten") for term in catalogue.registers.terms(name)]
    names += {keyword for practice in catalogue.practices.values() for keyword in practice.trefwoorden}
    return dict.fromkeys(_single_words(names), 1) | dict.fromkeys(_single_words(terms), 0)


def _single_words(names: Iterable[str]) -> set[str]:
    single = (name for name in names if " " not in name)
    return {word for name in single for word in words(name) if len(word) > 4} - STOP_WORDS - EMPTY_WORDS
