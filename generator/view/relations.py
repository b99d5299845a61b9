"""Relations in words: why a reader should follow a link."""

from __future__ import annotations

from collections.abc import Sequence

from generator.registers.municipalities import SIZE_CLASSES
from generator.relate.related import Reason, Related
from generator.view.context import ViewContext
from generator.view.formats import enumerate_words
from generator.view.practice_types import RelatedView


def view_related(context: ViewContext, related: Related) -> RelatedView:
    """Return one neighbour with its facts and reasons as a reader sees them."""
    return view_neighbour(context, related.id, describe_reasons(context, related.reasons), related.authored)


def view_neighbour(context: ViewContext, id: str, reasons: tuple[str, ...], authored: bool = True) -> RelatedView:
    """Return a practice that another one names, with the facts of its card."""
    card, practice = context.cards[id], context.catalogue.practices[id]
    return RelatedView(
        url=card.url,
        title=card.title,
        place=card.place,
        evidence=card.evidence,
        evidence_rank=card.evidence_rank,
        costs=card.costs,
        status=card.status,
        stopped=practice.status in ("gestopt", "samengevoegd"),
        reasons=reasons,
        authored=authored,
    )


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
        case "congres":
            return f"Samen getoond op het congres {reason.values[0]}"
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


_PREFIXES = {
    "uit_de_bron": "",
    "gebaseerd_op": "Hierop gebaseerd: ",
    "basis_van": "Bouwt hierop voort: ",
    "vervangen_door": "Hierin is deze praktijk opgegaan",
    "vervangt": "Deze praktijk is hierin opgegaan",
}
