"""Catalogue to files: everything the generator adds to what the theme has rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.catalogue import Catalogue
from generator.relate.related import RelatedIndex
from generator.relate.text import Texts
from generator.render.congresses import PRINT_PAGES, printed_addresses, render_congress_files
from generator.render.datacatalog import render_datacatalog
from generator.render.embeds import render_embeds
from generator.render.exports import render_exports, render_tables
from generator.render.feeds import render_feeds, render_sitemap
from generator.render.form import form_files, form_page
from generator.render.labels import render_labels
from generator.render.openapi import render_openapi
from generator.render.output import OutputFile
from generator.render.pages import render_pages
from generator.render.policy import render_policy
from generator.render.qr import draw_codes
from generator.render.redirects import render_redirects
from generator.render.structured_data import preview_path
from generator.render.template_sheet import render_template
from generator.render.templates import PageFiller
from generator.search.fields import WrittenPage
from generator.search.index import build_index, index_files
from generator.view.collections import collect
from generator.view.context import ViewContext
from generator.view.types import SITE_PREVIEW, Preview, Site

SUBJECT = "Praktijken van gemeenten in het sociaal domein"


def render_site(
    catalogue: Catalogue,
    texts: Texts,
    related: RelatedIndex,
    site: Site,
    shell: str,
    paint: Callable[[Preview], bytes],
    written: Sequence[WrittenPage] = (),
) -> Iterator[OutputFile]:
    """Yield every generated file.

    `texts` are those of the catalogue, read once for all that compare or find, and `related` is what is like what.
    `shell` is the HTML of the theme's shell page; `paint` makes a picture; `written` are the hand-written pages, which
    search and the sitemap know too. Redirects, what was withdrawn and pages for paper are in neither.
    """
    context = ViewContext(catalogue, texts, related, site)
    filler = PageFiller(shell, site)
    urls = [page.url for page in written]
    codes = draw_codes(printed_addresses(context))
    collections = collect(context)
    for page in render_pages(context, collections, filler, codes):
        if not page.path.endswith(PRINT_PAGES):
            urls.append(page.path.removesuffix("index.html"))
        yield page
    yield from render_congress_files(context, codes)
    yield from render_exports(context)
    yield from render_tables(context)
    yield render_labels(context)
    yield from render_openapi(context)
    yield from render_datacatalog(context)
    yield from render_feeds(context, collections)
    yield render_sitemap(context, urls)
    yield from render_redirects(catalogue, filler, site)
    yield from form_files(catalogue)
    yield from _search_index(context, (*written, form_page()))
    yield render_template(catalogue.registers)
    yield from _previews(context, paint)
    yield from render_embeds(context, filler)
    yield from render_policy()


def _previews(context: ViewContext, paint: Callable[[Preview], bytes]) -> Iterator[OutputFile]:
    """Yield the pictures that go with links; a site that does not know its own address can name none."""
    if not context.site.url:
        return
    yield OutputFile(SITE_PREVIEW, paint(Preview(context.site.name, SUBJECT, "")))
    for id, card in context.cards.items():
        yield OutputFile(preview_path(id), paint(Preview(card.title, card.place, f"Bewijs: {card.evidence.lower()}")))


def _search_index(context: ViewContext, written: Sequence[WrittenPage]) -> Iterator[OutputFile]:
    index = build_index(context.catalogue, context.texts, context.cards, context.related, written)
    for path, data in index_files(index):
        yield OutputFile(path, data)
