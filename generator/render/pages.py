"""Every generated HTML page of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from generator.render.congresses import render_congress_pages
from generator.render.embeds import OEMBED_TYPE, embed_code, embed_url, oembed_url
from generator.render.feeds import CHANGES, FEED, feed_of
from generator.render.form import FORM_DESCRIPTION, FORM_TITLE, FORM_URL
from generator.render.output import OutputFile
from generator.render.qr import QrCode
from generator.render.structured_data import (
    describe_practice,
    describe_site,
    describe_themes,
    practice_terms,
    preview_path,
)
from generator.render.templates import PageFiller, place_cards
from generator.view.collections import Collection, Collections, overview
from generator.view.context import ViewContext
from generator.view.form import view_form
from generator.view.glossary import view_glossary
from generator.view.markup import Html
from generator.view.practice import view_practice
from generator.view.practice_types import PracticeView
from generator.view.sources import view_sources
from generator.view.tile_map import view_tile_map
from generator.view.types import (
    Alternate,
    FollowView,
    Head,
    HomeView,
    Link,
    LinkGroup,
    ListView,
    Pagination,
    SearchView,
)

PAGE_SIZE = 100
HOME_CARDS = 3
MAP = Link("Bekijk ze op de kaart", "kaart/")
EXAMPLES = ("schulden eerder zien", "dementie", "verantwoorden aan de raad")
SITE_DESCRIPTION = (
    "Open catalogus van wat gemeenten in het sociaal domein doen: wat het is, wat het kost, "
    "hoe sterk het bewijs is en wie u kunt bellen."
)


@dataclass(frozen=True)
class Pages:
    """What all pages are made from.

    `cards` are rendered once for all lists, `neighbours` for all "zie ook"; `about` holds themes for machines.
    """

    context: ViewContext
    collections: Collections
    filler: PageFiller
    cards: Mapping[str, Html]
    neighbours: Mapping[str, tuple[Html, Html]]
    about: Mapping[str, Any]
    codes: Mapping[str, QrCode]


def render_pages(
    context: ViewContext, collections: Collections, filler: PageFiller, codes: Mapping[str, QrCode]
) -> Iterator[OutputFile]:
    """Yield every generated page, one at a time, so that ten thousand never lie in memory together.

    `codes` are the QR codes by address; a page whose address has none shows none.
    """
    cards = {id: filler.card(card) for id, card in context.cards.items()}
    neighbours = {id: filler.neighbour(card, card.url) for id, card in context.cards.items()}
    pages = Pages(context, collections, filler, cards, neighbours, describe_themes(context), codes)
    yield _home(pages)
    yield _search(pages)
    yield from _tools(pages)
    yield _form(pages)
    for id in context.catalogue.practices:
        yield _practice(pages, id)
    for collection in collections.all():
        yield from _list(pages, collection)
    yield from _overviews(pages)
    yield _map(pages)
    yield from render_congress_pages(context, filler, cards, codes)
    yield _sources(pages)
    yield _glossary(pages)
    yield _follow(pages)


def _cards(pages: Pages, ids: Iterable[str], url: str) -> Html:
    return place_cards([pages.cards[id] for id in ids], url)


def _practice(pages: Pages, id: str) -> OutputFile:
    view = view_practice(pages.context, id)
    head = Head(
        title=f"{view.titel} ({view.place})",
        description=view.samenvatting,
        url=view.url,
        section="praktijken",
        alternates=_other_forms(pages, view),
        structured_data=describe_practice(pages.context, id, pages.about),
        preview=preview_path(id),
        preview_text=f"{view.titel} ({view.place}). Bewijs: {view.bewijs.label}.",
        terms=practice_terms(pages.context, id),
        kind="article",
    )
    shared = {
        "neighbours": pages.neighbours,
        "embed_code": embed_code(pages.context.site, pages.context.cards[id]),
        "embed_url": embed_url(id),
        "code": pages.codes.get(view.short_url),
    }
    return pages.filler.page("praktijk.html", head, view, **shared)


def _other_forms(pages: Pages, view: PracticeView) -> tuple[Alternate, ...]:
    data = Alternate(view.data_url, "application/json", f"{view.titel}: gegevens")
    if not pages.context.site.url:
        return (data,)
    return (data, Alternate(oembed_url(view.id), OEMBED_TYPE, f"{view.titel}: kaart"))


def _list(pages: Pages, collection: Collection) -> Iterator[OutputFile]:
    """Yield the pages of a list: one, or as many as its cards need."""
    total = max(1, -(-len(collection.ids) // PAGE_SIZE))
    own = collection.section in ("themas", "gemeenten")
    feed = feed_of(collection.url, collection.label) if own else FEED
    for number in range(1, total + 1):
        url = _list_url(collection, number)
        ids = collection.ids[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        part = "" if number == 1 else f", pagina {number}"
        head = Head(
            collection.heading + part,
            collection.introduction + part,
            url,
            collection.section,
            (FEED,) if feed is FEED else (feed, FEED),
        )
        view = ListView(
            heading=collection.heading,
            introduction=collection.introduction,
            facts=collection.facts,
            links=collection.links,
            neighbours=collection.neighbours,
            count=len(collection.ids),
            cards=_cards(pages, ids, url),
            pagination=Pagination(
                number,
                total,
                _list_url(collection, number - 1) if number > 1 else "",
                _list_url(collection, number + 1) if number < total else "",
            ),
            feed=feed.url,
        )
        yield pages.filler.page("lijst.html", head, view)


def _list_url(collection: Collection, number: int) -> str:
    return collection.url if number == 1 else f"{collection.url}pagina/{number}/"


def _overviews(pages: Pages) -> Iterator[OutputFile]:
    lists = pages.collections
    texts = (
        ("themas", "Thema’s", "Waar praktijken over gaan, met het aantal praktijken per thema.", lists.themes),
        ("doelgroepen", "Doelgroepen", "Voor wie praktijken zijn bedoeld.", lists.target_groups),
        ("gemeenten", "Gemeenten", "Gemeenten met een praktijk in de catalogus.", lists.municipalities),
        ("bewijs", "Bewijs", "Hoe sterk de onderbouwing is, van sterk naar zwak.", lists.evidence),
    )
    for section, heading, introduction, collections in texts:
        head = Head(heading, introduction, f"{section}/", section)
        more = MAP if section == "gemeenten" else None
        yield pages.filler.page("overzicht.html", head, overview(heading, introduction, collections, more))


def _map(pages: Pages) -> OutputFile:
    text = "Kaart van Nederland met het aantal praktijken per gemeente, en dezelfde aantallen als tabel."
    head = Head("Kaart", text, MAP.url, "kaart")
    return pages.filler.page("landkaart.html", head, view_tile_map(pages.context, pages.collections))


def _sources(pages: Pages) -> OutputFile:
    text = "Alle bronnen van de catalogus, en welke praktijken erop rusten."
    return pages.filler.page("bronnen.html", Head("Bronnen", text, "bronnen/", "bronnen"), view_sources(pages.context))


def _glossary(pages: Pages) -> OutputFile:
    text = "Begrippen uit het sociaal domein, met andere woorden voor hetzelfde en de praktijken waarin ze voorkomen."
    view = view_glossary(pages.context, pages.collections.everything.ids)
    return pages.filler.page("begrippen.html", Head("Begrippen", text, "begrippen/", "begrippen"), view)


def _follow(pages: Pages) -> OutputFile:
    """Explain feeds, and name all of them; a theme without practices has one that waits for the first."""
    lists = pages.collections
    groups = (
        LinkGroup("Per thema", tuple(collection.link() for collection in lists.themes)),
        LinkGroup(
            "Per gemeente", tuple(sorted((town.link() for town in lists.municipalities), key=lambda link: link.url))
        ),
    )
    text = "Krijg bericht van nieuwe en gewijzigde praktijken per thema of gemeente, in een feedlezer of in uw mail."
    head = Head("Volg een thema of gemeente", text, "volgen/", "volgen", (FEED, CHANGES))
    return pages.filler.page("volgen.html", head, FollowView((FEED, CHANGES), groups))


def _search(pages: Pages) -> OutputFile:
    themes = tuple(collection.link() for collection in pages.collections.themes if collection.ids)
    view = SearchView(themes)
    head = Head("Zoeken", "Zoek in alle praktijken van de catalogus.", "zoeken/", "zoeken")
    return pages.filler.page("zoeken.html", head, view)


def _tools(pages: Pages) -> Iterator[OutputFile]:
    """Yield the pages that a script fills from the reader's own choice."""
    texts = (
        ("vergelijken", "Vergelijken", "Zet twee tot vier praktijken naast elkaar, met de verschillen gemarkeerd."),
        ("selectie", "Uw selectie", "Praktijken die u bewaart, als link, rekenblad of bijlage bij een memo."),
    )
    for section, title, text in texts:
        yield pages.filler.page(f"{section}.html", Head(title, text, f"{section}/", section), None)


def _form(pages: Pages) -> OutputFile:
    head = Head(FORM_TITLE, FORM_DESCRIPTION, FORM_URL, "insturen")
    return pages.filler.page("insturen.html", head, view_form(pages.context.catalogue.registers))


def _home(pages: Pages) -> OutputFile:
    practices = pages.context.catalogue.practices
    newest = sorted(practices, key=lambda id: (-practices[id].toegevoegd_op.toordinal(), id))
    failed = sorted(
        (id for id in practices if practices[id].weerstand and practices[id].lessen),
        key=lambda id: (-len(practices[id].weerstand), id),
    )
    view = HomeView(
        practices=len(practices),
        municipalities=sum(1 for c in pages.collections.municipalities if "/landelijk/" not in c.url),
        themes=tuple(collection.link() for collection in pages.collections.themes if collection.ids),
        newest=_cards(pages, islice(newest, HOME_CARDS), ""),
        strongest=_cards(pages, islice(pages.collections.everything.ids, HOME_CARDS), ""),
        what_failed=_cards(pages, islice(failed, HOME_CARDS), ""),
        examples=tuple(Link(text, f"zoeken/?q={text.replace(' ', '+')}") for text in EXAMPLES),
    )
    head = Head("Gouden Praktijken", SITE_DESCRIPTION, "", "home", (FEED,), describe_site(pages.context))
    return pages.filler.page("home.html", head, view)
