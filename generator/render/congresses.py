"""Everything that congresses become: pages, sheets for paper, calendars and QR codes to put on other paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.parse.congress import congress_practices
from generator.render.calendars import render_calendars
from generator.render.output import OutputFile, text_file
from generator.render.paper import print_pdf
from generator.render.qr import QrCode, draw_svg
from generator.render.structured_data import describe_congress
from generator.render.templates import PageFiller, place_cards
from generator.view.congress import newest_first, view_congress, view_congresses
from generator.view.congress_types import CongressView
from generator.view.context import ViewContext
from generator.view.handout import view_handout
from generator.view.markup import Html
from generator.view.types import Alternate, Head

PAPERS = {"handout": "Hand-out", "tafelkaarten": "Tafelkaarten"}
"""The sheets for paper: name in the address and of the templates, and title."""
PRINT_PAGES = tuple(f"/{name}/index.html" for name in PAPERS)
"""How the paths of pages end that say for paper what other pages say."""


def printed_addresses(context: ViewContext) -> tuple[str, ...]:
    """Return every address that is shown as a QR code; none when the site does not know where it will stand."""
    url = context.site.url
    if not url.startswith(("https://", "http://")) or not url.isascii():
        return ()
    sections = {"praktijken": context.catalogue.practices, "congressen": context.catalogue.congresses}
    return tuple(context.short_url(section, id) for section, ids in sections.items() for id in ids)


def render_congress_pages(
    context: ViewContext, filler: PageFiller, cards: Mapping[str, Html], codes: Mapping[str, QrCode]
) -> Iterator[OutputFile]:
    """Yield the overview, and for each congress its page and the pages to print. `cards` are rendered practices."""
    views = [_view(context, cards, id) for id in newest_first(context)]
    for view in views:
        calendar = Alternate(f"{view.url}congres.ics", "text/calendar", f"{view.titel}: agenda")
        data = describe_congress(context, view.id)
        head = Head(view.titel, view.samenvatting, view.url, "congressen", (calendar,), structured_data=data)
        yield filler.page("congres.html", head, view, code=codes.get(view.short_url))
        yield from _print_pages(context, filler, codes, view)
    text = "Congressen waarop praktijken uit de catalogus zijn gepresenteerd, en hulp voor wie een congres organiseert."
    calendar = Alternate("congressen/agenda.ics", "text/calendar", "Alle congressen: agenda")
    head = Head("Congressen", text, "congressen/", "congressen", (calendar,))
    yield filler.page("congressen.html", head, view_congresses(context, views))


def render_congress_files(context: ViewContext, codes: Mapping[str, QrCode]) -> Iterator[OutputFile]:
    """Yield what congresses have besides pages: calendars, PDFs, and each QR code as a file."""
    yield from render_calendars(context)
    for id in context.catalogue.congresses:
        handout = view_handout(context, id)
        for name in PAPERS:
            yield OutputFile(f"{handout.url}{name}.pdf", print_pdf(f"{name}.typ", handout, codes))
        if code := codes.get(handout.short_url):
            yield text_file(f"{handout.url}qr.svg", draw_svg(code))
            for sheet in handout.sheets:
                yield text_file(f"{handout.url}qr/{sheet.id}.svg", draw_svg(codes[sheet.short_url]))


def _view(context: ViewContext, cards: Mapping[str, Html], id: str) -> CongressView:
    ids = congress_practices(context.catalogue.congresses[id])
    return view_congress(context, id, place_cards([cards[practice] for practice in ids], f"congressen/{id}/"))


def _print_pages(
    context: ViewContext, filler: PageFiller, codes: Mapping[str, QrCode], view: CongressView
) -> Iterator[OutputFile]:
    handout = view_handout(context, view.id)
    for name, title in PAPERS.items():
        url = f"{view.url}{name}/"
        text = f"{title} van het congres {view.titel}, om te printen."
        head = Head(f"{title}: {view.titel}", text, url, "congressen", indexed=False)
        yield filler.page(f"{name}.html", head, handout, codes=codes)
