"""The begrippenlijst: every concept with its other words, its kin and the practices that name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote_plus

from generator.analysis.tokens import fold
from generator.parse.vocabulary import Concept
from generator.relate.naming import practices_by_concept
from generator.view.context import ViewContext
from generator.view.types import ConceptView, GlossaryView, LetterView, Link

PRACTICES_SHOWN = 8
"""A concept that hundreds of practices name leads to the first few and to a search."""

NO_LETTER = "0-9"


def view_glossary(context: ViewContext, order: Sequence[str]) -> GlossaryView:
    """Return the page of concepts, by letter; practices under a concept keep the given order of ids."""
    practices = practices_by_concept(context.texts, order)
    names = {concept.id: concept.naam for concept in context.catalogue.concepts}
    document = context.catalogue.glossary_document
    path = document.path if document else ""
    edit_url = context.site.edit_url(path) if path else ""
    letters: dict[str, list[ConceptView]] = {}
    for concept in sorted(context.catalogue.concepts, key=lambda concept: (_sort_key(concept.naam), concept.id)):
        view = _concept(context, concept, names, practices.get(concept.id, ()))
        letters.setdefault(_letter(concept.naam), []).append(view)
    return GlossaryView(
        len(names),
        tuple(LetterView(letter, f"letter-{letter.lower()}", tuple(views)) for letter, views in letters.items()),
        path,
        edit_url,
    )


def _concept(context: ViewContext, concept: Concept, names: Mapping[str, str], ids: Sequence[str]) -> ConceptView:
    cards, law = context.cards, context.law_links.get(concept.wet)
    return ConceptView(
        anchor=concept.id,
        name=concept.naam[0].upper() + concept.naam[1:],
        description=concept.omschrijving,
        other_words=(*concept.synoniemen, *(word.upper() for word in concept.afkortingen)),
        related=tuple(Link(names[id], f"#{id}") for id in _by_name(concept.verwant, names)),
        theme=context.theme_links.get(concept.thema),
        law=law.label if law else "",
        practices=tuple(Link(cards[id].title, cards[id].url) for id in ids[:PRACTICES_SHOWN]),
        count=len(ids),
        search_url=f"zoeken/?q={quote_plus(concept.naam)}",
    )


def _by_name(ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return sorted((id for id in ids if id in names), key=lambda id: (_sort_key(names[id]), id))


def _sort_key(name: str) -> tuple[bool, str]:
    """Sort as a dictionary does: without accents and capitals; what starts with no letter comes first."""
    plain = fold(name.lower())
    return plain[0].isalpha(), plain


def _letter(name: str) -> str:
    first = fold(name[0]).upper()
    return first if first.isalpha() else NO_LETTER
