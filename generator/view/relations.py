"""Relations in words: why a reader should follow a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.registers.municipalities import SIZE_CLASSES
from generator.relate.related import Neighbours, Reason, Related
from generator.view.context import ViewContext
from generator.view.formats import enumerate_words
from generator.view.labels import EVIDENCE_LEVELS
from generator.view.practice_types import RelatedView

AUTHORED = "Volgens de bron"
STRONGER = "Zelfde doel, sterker onderbouwd"
LIKE_SIZED = "Gemeente van dezelfde grootte"


def view_see_also(context: ViewContext, id: str) -> tuple[tuple[RelatedView, ...], tuple[RelatedView, ...]]:
    """Return the neighbours of a practice as a reader sees them, and those that stand out but are not among them.

    A neighbour that stands out and is shown anyway gets a mark on its card, so that no practice is named twice.
    """
    neighbours = context.related[id]
    marked = {related.id: (related, mark) for related, mark in _outstanding(neighbours)}
    cards = [_view_card(context, *marked.pop(related.id, (related, ""))) for related in neighbours.shown]
    pointers = [_view_related(context, related, related.reasons, mark) for related, mark in marked.values()]
    return tuple(cards), tuple(pointers)


def _outstanding(neighbours: Neighbours) -> Iterator[tuple[Related, str]]:
    if neighbours.stronger:
        yield neighbours.stronger, STRONGER
    if neighbours.like_sized:
        yield neighbours.like_sized, LIKE_SIZED


def _view_card(context: ViewContext, related: Related, mark: str) -> RelatedView:
    """Return a neighbour for a card, which says how strong the evidence is by itself."""
    return _view_related(context, related, [reason for reason in related.reasons if reason.kind != "bewijs"], mark)


def _view_related(context: ViewContext, related: Related, reasons: Sequence[Reason], mark: str) -> RelatedView:
    marks = (AUTHORED,) if related.authored else ()
    if mark:
        marks = (*marks, mark)
    return view_neighbour(context, related.id, describe_reasons(context, reasons), related.authored, marks)


def view_neighbour(
    context: ViewContext, id: str, reasons: tuple[str, ...], authored: bool = True, marks: tuple[str, ...] = ()
) -> RelatedView:
    """Return a practice that another one names, with its card."""
    return RelatedView(context.cards[id], reasons, authored, marks)


def describe_reasons(context: ViewContext, reasons: Sequence[Reason]) -> tuple[str, ...]:
    """Put reasons into words, each once. Many pairs share a reason, so the words are kept."""
    known = context.reason_texts
    for reason in reasons:
        if reason not in known:
            known[reason] = describe_reason(context, reason)
    return tuple(dict.fromkeys([known[reason] for reason in reasons]))


def describe_reason(context: ViewContext, reason: Reason) -> str:
    """Put one reason into a Dutch phrase."""
    match reason.kind:
        case "uit_de_bron" | "gebaseerd_op" | "basis_van":
            return _PREFIXES[reason.kind] + reason.values[0]
        case "vervangen_door" | "vervangt":
            return _PREFIXES[reason.kind]
        case "overgenomen_door":
            return f"Hier overgenomen door {reason.values[0]}"
        case "overgenomen_van":
            return "Hiervan overgenomen"
        case "bewijs":
            return f"Sterker bewijs: {EVIDENCE_LEVELS[reason.values[0]].lower()}"
        case "congres":
            return f"Allebei op het congres {reason.values[0]}"
        case "themas":
            labels = [context.theme_links[id].label.lower() for id in reason.values]
            return f"{'Zelfde thema' if len(labels) == 1 else 'Zelfde thema’s'}: {enumerate_words(labels)}"
        case "doelgroepen":
            labels = [context.group_links[id].label.lower() for id in reason.values]
            return f"Ook voor {enumerate_words(labels)}"
        case "wet":
            return f"Zelfde wet: {enumerate_words([context.law_links[id].label for id in reason.values])}"
        case "gemeente":
            return f"Ook in {enumerate_words([context.municipality_views[code].name for code in reason.values])}"
        case "grootte":
            return f"Ook een gemeente met {SIZE_CLASSES.get(reason.values[0], reason.values[0])}"
        case "woorden":
            return f"Beide over {enumerate_words([f'‘{word}’' for word in reason.values])}"
        case "begrip":
            start = "Zelfde begrip" if len(reason.values) == 1 else "Zelfde begrippen"
            return f"{start}: {enumerate_words(reason.values)}"


_PREFIXES = {
    "uit_de_bron": "",
    "gebaseerd_op": "Hierop gebaseerd: ",
    "basis_van": "Bouwt hierop voort: ",
    "vervangen_door": "Hierin is deze praktijk opgegaan",
    "vervangt": "Deze praktijk is hierin opgegaan",
}
