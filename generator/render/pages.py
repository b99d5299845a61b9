"""Every generated HTML page of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from generator.render.congresses import render_congress_pages
from generator.render.form import FORM_DESCRIPTION, FORM_TITLE, FORM_URL
from generator.render.output import OutputFile
from generator.render.qr import QrCode
from generator.render.structured_data import describe_practice
from generator.render.templates import PageFiller, place_cards
from generator.view.collections import Collection, Collections, overview
from generator.view.context import ViewContext
from generator.view.form import view_form
from generator.view.glossary import view_glossary
from generator.view.practice import view_practice
from generator.view.sources import view_sources
from generator.view.tile_map import view_tile_map
from generator.view.types import (
    Alternate,
    Head,
    HomeView,
    Link,
    ListView,
    Pagination,
    SearchView,
)

PAGE_SIZE = 100
HOME_CARDS = 3
FEED = Alternate("feed.xml", "application/atom+xml", "Nieuwe en gewijzigde praktijken")
MAP = Link("Bekijk ze op de kaart", "kaart/")
EXAMPLES = ("schulden eerder zien", "dementie", "verantwoorden aan de raad")
SITE_DESCRIPTION = (
    "Open catalogus van wat gemeenten in het sociaal domein doen: wat het is, wat het kost, "
    "hoe sterk het bewijs is en wie u kunt bellen."
)


@dataclass(frozen=True)
class Pages:
    """What all pages are made from; `cards` are rendered once for all lists, `neighbours` for all "zie ook"."""

    context: ViewContext
    collections: Collections
    filler: PageFiller
    cards: Mapping[str, str]
    neighbours: Mapping[str, tuple[Markup, Markup]]
    codes: Mapping[str, QrCode]


def render_pages(
    context: ViewContext, collections: Collections, filler: PageFiller, codes: Mapping[str, QrCode]
) -> Iterator[OutputFile]:
    """Yield every generated page, one at a time, so that ten thousand never lie in memory together.

    `codes` are the QR codes by address; a page whose address has none shows none.
    """
    cards = {id: filler.card(card) for id, card in context.cards.items()}
    neighbours = {id: filler.neighbour(card, card.url) for id, card in context.cards.items()}
    pages = Pages(context, collections, filler, cards, neighbours, codes)
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


def _cards(pages: Pages, ids: Iterable[str], url: str) -> Markup:
    return place_cards([pages.cards[id] for id in ids], url)


def _practice(pages: Pages, id: str) -> OutputFile:
    view = view_practice(pages.context, id)
    head = Head(
        title=f"{view.titel} ({view.place})",
        description=view.samenvatting,
        url=view.url,
        section="praktijken",
        alternates=(Alternate(view.data_url, "application/json", f"{view.titel}: gegevens"),),
        structured_data=describe_practice(pages.context, id),
    )
    code = pages.codes.get(view.short_url)
    return pages.filler.page("praktijk.html", head, view, neighbours=pages.neighbours, code=code)


def _list(pages: Pages, collection: Collection) -> Iterator[OutputFile]:
    """Yield the pages of a list: one, or as many as its cards need."""
    total = max(1, -(-len(collection.ids) // PAGE_SIZE))
    for number in range(1, total + 1):
        url = _list_url(collection, number)
        ids = collection.ids[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        part = "" if number == 1 else f", pagina {number}"
        head = Head(collection.heading + part, collection.introduction + part, url, collection.section)
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
            feed=FEED.url,
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
    head = Head("Gouden Praktijken", SITE_DESCRIPTION, "", "home", (FEED,))
    return pages.filler.page("home.html", head, view)
