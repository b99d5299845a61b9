"""A practice on someone else's page: a card to frame, and the oEmbed file by which editors find it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from pydantic_core import to_json

from generator.render.output import OutputFile, page_path
from generator.render.structured_data import preview_path
from generator.render.templates import PageFiller
from generator.view.context import ViewContext
from generator.view.types import PREVIEW_HEIGHT, PREVIEW_WIDTH, CardView, Site

WIDTH, HEIGHT = 600, 340
OEMBED_TYPE = "application/json+oembed"
WEEK = 7 * 24 * 3600
_TEXTS = ("title", "summary", "url", "place", "evidence", "costs")
"""What an embedded card says of a practice, besides its status, which may be unknown."""


def render_embeds(context: ViewContext, filler: PageFiller) -> Iterator[OutputFile]:
    """Yield the card of every practice, and its oEmbed once the site knows its address.

    At the address of a former id stands the same card, for a frame on another site cannot be told to move.
    """
    with_status = filler.pattern("inbed.html", embed_url("id"), (*_TEXTS, "status"))
    without = filler.pattern("inbed.html", embed_url("id"), _TEXTS, status="")
    for id, card in context.cards.items():
        texts = {name: getattr(card, name) for name in (*_TEXTS, "status")}
        html = (with_status if card.status else without).fill(texts)
        for name in (id, *context.catalogue.practices[id].oude_ids):
            yield OutputFile(page_path(embed_url(name)), html)
        if context.site.url:
            yield OutputFile(oembed_url(id), to_json(describe_embed(context.site, card)) + b"\n")


def embed_url(id: str) -> str:
    """Return where the card of a practice lies."""
    return f"embed/{id}/"


def oembed_url(id: str) -> str:
    """Return where the oEmbed file of a practice lies."""
    return f"embed/{id}/oembed.json"


def embed_code(site: Site, card: CardView) -> str:
    """Return the HTML that shows the card on another site; empty while this site has no address."""
    if not site.url:
        return ""
    title = escape(f"{card.title}, {site.name}")
    place = f"{site.url}{embed_url(card.id)}"
    return f'<iframe src="{place}" title="{title}" width="{WIDTH}" height="{HEIGHT}" loading="lazy"></iframe>'


def describe_embed(site: Site, card: CardView) -> dict[str, Any]:
    """Return the answer that oEmbed 1.0 (oembed.com) asks: `rich`, with a frame and a picture."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": card.title,
        "author_name": card.place,
        "provider_name": site.name,
        "provider_url": site.url,
        "cache_age": WEEK,
        "html": embed_code(site, card),
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": f"{site.url}{preview_path(card.id)}",
        "thumbnail_width": PREVIEW_WIDTH,
        "thumbnail_height": PREVIEW_HEIGHT,
    }
