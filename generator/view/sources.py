"""The page of sources: what rests on what, and what each article names in passing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.parse.model import Source
from generator.parse.vocabulary import Mention
from generator.view.context import ViewContext
from generator.view.practice import view_source
from generator.view.types import Link, MentionView, SourcesView, SourceUseView

_Key = tuple[str, str, str]


def view_sources(context: ViewContext) -> SourcesView:
    """Return every source once (same title, publisher and date), the most used first."""
    uses: dict[_Key, dict[str, Link]] = defaultdict(dict)
    first: dict[_Key, Source] = {}
    for source, link in _uses(context):
        key = (source.titel, source.uitgever, source.datum)
        first.setdefault(key, source)
        uses[key][link.url] = link
    mentions = _mentions(context)
    order = sorted(first, key=lambda key: (-len(mentions.get(key[0], ())), -len(uses[key]), key))
    return SourcesView(
        tuple(
            SourceUseView(
                view_source(f"bron-{number}", first[key]),
                tuple(sorted(uses[key].values(), key=lambda link: link.label)),
                mentions.get(key[0], ()),
            )
            for number, key in enumerate(order, 1)
        )
    )


def _uses(context: ViewContext) -> Iterator[tuple[Source, Link]]:
    for id, practice in sorted(context.catalogue.practices.items()):
        for source in practice.bronnen:
            yield source, Link(practice.titel, f"praktijken/{id}/")
    for id, congress in sorted(context.catalogue.congresses.items()):
        for source in congress.bronnen:
            yield source, Link(congress.titel, f"congressen/{id}/")


def _mentions(context: ViewContext) -> dict[str, tuple[MentionView, ...]]:
    found: dict[str, list[MentionView]] = defaultdict(list)
    for mention in context.catalogue.mentions:
        link = _mention_link(context, mention)
        found[mention.bron].append(MentionView(mention.naam, mention.omschrijving, link))
    return {title: tuple(mentions) for title, mentions in found.items()}


def _mention_link(context: ViewContext, mention: Mention) -> Link | None:
    if mention.praktijk:
        card = context.cards[mention.praktijk]
        return Link(card.title, card.url)
    if mention.congres:
        return Link(context.catalogue.congresses[mention.congres].titel, f"congressen/{mention.congres}/")
    return None
