"""What only the glossary as a whole can tell: ids that lead nowhere, and words that two concepts claim."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.parse.vocabulary import Concept
from generator.read.finding import Finding, Loc, finding
from generator.registers.registers import suggest

NOTHING = "geen"


def check_glossary(concepts: Sequence[Concept], themes: Collection[str], laws: Collection[str]) -> tuple[Finding, ...]:
    """Return every problem between concepts; the places are paths into the list as it was read.

    `themes` and `laws` are the ids of those vocabularies. An empty one could not be read, has its own problem
    and refuses nothing.
    """
    return (
        *_repeated_ids(concepts),
        *_unknown_relatives(concepts),
        *_unknown_terms(concepts, themes, laws),
        *_repeated_words(concepts),
    )


def _repeated_ids(concepts: Sequence[Concept]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, concept in enumerate(concepts):
        if concept.id in seen:
            yield finding("dubbele-waarde", (index, "id"), waarde=concept.id)
        seen.add(concept.id)


def _unknown_relatives(concepts: Sequence[Concept]) -> Iterator[Finding]:
    known = {concept.id: None for concept in concepts}
    for index, concept in enumerate(concepts):
        for place, id in enumerate(concept.verwant):
            if id not in known:
                # Hundreds of ids in a tip help nobody.
                choices = "de ids in dit bestand"
                yield _unknown((index, "verwant", place), id, "begrippen", known, choices)


def _unknown_terms(concepts: Sequence[Concept], themes: Collection[str], laws: Collection[str]) -> Iterator[Finding]:
    for index, concept in enumerate(concepts):
        for field, id, vocabulary, known in (
            ("thema", concept.thema, "themas", themes),
            ("wet", concept.wet, "wetten", laws),
        ):
            if known and id != NOTHING and id not in known:
                yield _unknown((index, field), id, vocabulary, known, (*known, NOTHING))


def _unknown(loc: Loc, id: str, vocabulary: str, known: Collection[str], choices: str | tuple[str, ...]) -> Finding:
    meant = suggest(id, known)
    return finding("onbekende-term", loc, waarde=id, lijst=vocabulary, bedoeld=meant, keuzes=choices)


def _repeated_words(concepts: Sequence[Concept]) -> Iterator[Finding]:
    """A word leads to one concept: the first to have it as its name, else the first to list it."""
    owners: dict[str, str] = {}
    for loc, word, id in (*_names(concepts), *_other_words(concepts)):
        key = word.casefold()
        if key in owners:
            yield finding("dubbele-waarde", loc, waarde=word, ander=owners[key])
        else:
            owners[key] = id


def _names(concepts: Sequence[Concept]) -> Iterator[tuple[Loc, str, str]]:
    for index, concept in enumerate(concepts):
        yield (index, "naam"), concept.naam, concept.id


def _other_words(concepts: Sequence[Concept]) -> Iterator[tuple[Loc, str, str]]:
    for index, concept in enumerate(concepts):
        for field, words in (("synoniemen", concept.synoniemen), ("afkortingen", concept.afkortingen)):
            yield from (((index, field, place), word, concept.id) for place, word in enumerate(words))
