"""The glossary as the finder loads it: what concepts are called, what lies near, and labels of several words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.analysis.analyser import CONCEPT_PREFIX, Analyser
from generator.analysis.tokens import STOP_WORDS, fold, words
from generator.catalogue import Catalogue
from generator.parse.vocabulary import Concept
from generator.search.terms import theme_term

WEAK_WORDS = frozenset(
    """aanpak aanpakken aantal alle allemaal andere beetje begin beginnen belangrijk beste beter betere bereiken bestaan
    bieden binnen blijven burger burgers buiten denken doen doet eerder eerst eigen elk elkaar ervaring ervaringen
    even gaan gaat gebruiken gemeente gemeenten gemeentelijk gemeentelijke geven gewoon goed goede graag groep groot
    grote halen helpen helpt hebt hulp iedereen iemand inwoner inwoners inzetten juist klein kleine komen komt kosten
    krijgen laten leuk maken makkelijk manier manieren mens mensen minder moeilijk mogelijk mogelijkheden nieuw nieuwe
    nodig omgaan omgang ondersteunen ondersteuning organiseren oplossen oplossing oplossingen pakken persoon personen
    plan praktijk praktijken probleem problemen proberen project projecten regelen richting samen situatie snel sneller
    soort soorten stad starten stoppen tijd tijdens veel verbeteren vinden voldoende voorbeeld voorbeelden voorkomen
    vraag vragen waarom wanneer weinig weten willen zetten zien zitten zoeken zorgen""".split()
)
"""Words that questions hold but that say little about their subject. They count, but less: whoever types nothing else
still finds something. Made from how people ask, not from a measured set of questions."""


def glossary_labels(catalogue: Catalogue) -> Iterator[str]:
    """Yield every label, so that a question may use words that no practice does."""
    for concept in catalogue.concepts:
        yield from _labels(concept)
    for vocabulary in ("themas", "doelgroepen", "wetten"):
        for term in catalogue.registers.terms(vocabulary):
            yield f"{term.naam} {term.text('afkorting')}"


def glossary_file(
    catalogue: Catalogue, analyser: Analyser, numbers: Mapping[str, int], seen: Sequence[int]
) -> dict[str, Any]:
    """Return the glossary as JSON values; concepts and themes go by the number of their term.

    `seen` says in how many documents each term stands: only names that lead somewhere are offered.
    """
    concepts = {c.id: c for c in catalogue.concepts}
    return {
        "stop": sorted({fold(word) for word in STOP_WORDS}),
        "zwak": sorted(WEAK_WORDS),
        "begrippen": [
            [
                numbers[CONCEPT_PREFIX + id],
                concept.naam,
                [numbers[CONCEPT_PREFIX + near] for near in concept.verwant if near in concepts],
                numbers.get(theme_term(concept.thema), -1),
                int(seen[numbers[CONCEPT_PREFIX + id]] > 0),
            ]
            for id, concept in sorted(concepts.items())
        ],
        "themas": [
            [numbers[theme_term(term.id)], term.naam, f"themas/{term.id}/"]
            for term in catalogue.registers.terms("themas")
            if seen[numbers[theme_term(term.id)]]
        ],
        "labels": _phrases(catalogue.concepts, analyser, numbers),
    }


def _phrases(concepts: Sequence[Concept], analyser: Analyser, numbers: Mapping[str, int]) -> list[list[int]]:
    """Return labels of more than one word: the number of the concept, then those of the stems."""
    found: dict[tuple[int, ...], None] = {}
    for concept in concepts:
        for label in _labels(concept):
            stems = [analyser.stem(word) for word in words(label) if fold(word) not in STOP_WORDS]
            if len(stems) > 1 and all(stem in numbers for stem in stems):
                found[(numbers[CONCEPT_PREFIX + concept.id], *(numbers[stem] for stem in stems))] = None
    return [list(phrase) for phrase in sorted(found)]


def _labels(concept: Concept) -> tuple[str, ...]:
    return (concept.naam, *concept.synoniemen, *concept.afkortingen)
