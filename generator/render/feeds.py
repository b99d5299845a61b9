"""What machines follow: Atom feeds (RFC 4287) and the sitemap.

A feed is joined from entries that are rendered once: a practice is in the feed of the site, of its themes and of its
municipalities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from heapq import nsmallest
from html import escape

from generator.parse.model import Practice
from generator.render.output import OutputFile, root_of, text_file
from generator.view.collections import Collections
from generator.view.context import ViewContext
from generator.view.history import Event, view_events
from generator.view.types import Alternate

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MEDIA_TYPE = "application/atom+xml"
ENTRIES = 50
FEED = Alternate("feed.xml", MEDIA_TYPE, "Nieuwe en gewijzigde praktijken")
CHANGES = Alternate("wijzigingen.xml", MEDIA_TYPE, "Wijzigingen in bewijs, status en navolging")
_ROOT_MARK = "\x01"
"""Stands for the address of the site in a rendered entry; XML can hold no such character."""


def render_feeds(context: ViewContext, collections: Collections) -> Iterator[OutputFile]:
    """Yield the feed of all practices, one per theme and municipality, and the feed of what changed in them."""
    practices = context.catalogue.practices
    order = sorted(practices, key=lambda id: (-changed_on(practices[id]).toordinal(), id))
    rank = {id: number for number, id in enumerate(order)}

    @cache
    def entry(id: str) -> str:
        return _practice_entry(context, id)

    def newest(ids: Iterable[str]) -> tuple[list[str], date]:
        first = nsmallest(ENTRIES, ids, key=rank.__getitem__)
        return [entry(id) for id in first], changed_on(practices[first[0]]) if first else context.newest_date

    yield _feed(context, FEED, "", *newest(order))
    for collection in (*collections.themes, *collections.municipalities):
        feed = feed_of(collection.url, collection.label)
        yield _feed(context, feed, collection.url, *newest(collection.ids))
    events = view_events(context)[:ENTRIES]
    changed = events[0].day if events else context.newest_date
    yield _feed(context, CHANGES, "", [_event_entry(context, event) for event in events], changed)


def feed_of(url: str, label: str) -> Alternate:
    """Return the feed of a list of practices, for its page to name."""
    return Alternate(f"{url}feed.xml", MEDIA_TYPE, f"Nieuwe en gewijzigde praktijken: {label}")


def render_sitemap(context: ViewContext, urls: Iterable[str]) -> OutputFile:
    """Return the sitemap of the given site-relative URLs; a practice's date is that of its record."""
    practices = context.catalogue.practices
    dated = {f"praktijken/{id}/": changed_on(practice) for id, practice in practices.items()}
    entries = [_sitemap_entry(context.site.url + url, dated.get(url)) for url in sorted(set(urls))]
    head = f"<?xml version='1.0' encoding='utf-8'?>\n<urlset xmlns=\"{SITEMAP}\">\n"
    return text_file("sitemap.xml", f"{head}{''.join(entries)}</urlset>\n")


def _sitemap_entry(url: str, changed: date | None) -> str:
    day = f"  <lastmod>{changed}</lastmod>\n" if changed else ""
    return f" <url>\n  <loc>{escape(url, quote=False)}</loc>\n{day} </url>\n"


def changed_on(practice: Practice) -> date:
    """Return the last day on which a person touched the record, as the record says."""
    return max(practice.toegevoegd_op, practice.gecontroleerd_op or practice.toegevoegd_op)


def _feed(context: ViewContext, feed: Alternate, page: str, entries: list[str], changed: date) -> OutputFile:
    """Join a feed; its id is its own address, or a URN while the site has none."""
    site = context.site
    id = f"{site.url}{feed.url}" if site.url else f"urn:gouden-praktijken:{feed.url}"
    base = site.url or root_of(feed.url)
    title = site.name if feed is FEED else f"{site.name}: {feed.title}"
    head = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{ATOM}" xml:lang="nl">\n<title>{escape(title)}</title>\n'
        f"<id>{escape(id)}</id>\n<updated>{_moment(changed)}</updated>\n"
        f"<author><name>{escape(site.name)}</name></author>\n"
        f'<link rel="self" type="{MEDIA_TYPE}" href="{_ROOT_MARK}{feed.url}"/>\n<link href="{_ROOT_MARK}{page}"/>\n'
    )
    return text_file(feed.url, (head + "".join(entries) + "</feed>\n").replace(_ROOT_MARK, escape(base)))


def _practice_entry(context: ViewContext, id: str) -> str:
    practice = context.catalogue.practices[id]
    themes = [
        f'<category term="{theme}" label="{escape(context.theme_links[theme].label)}"/>' for theme in practice.themas
    ]
    return _entry(
        practice.titel,
        _lasting_id(context, id),
        f"praktijken/{id}/",
        changed_on(practice),
        f"<published>{_moment(practice.toegevoegd_op)}</published>{''.join(themes)}",
        practice.samenvatting,
    )


def _event_entry(context: ViewContext, event: Event) -> str:
    id = f"{_lasting_id(context, event.practice)}#{event.mark}"
    return _entry(event.title, id, f"praktijken/{event.practice}/", event.day, "", event.text)


def _entry(title: str, id: str, url: str, changed: date, extra: str, summary: str) -> str:
    return (
        f'<entry><title>{escape(title)}</title><id>{escape(id)}</id><link href="{_ROOT_MARK}{url}"/>'
        f"<updated>{_moment(changed)}</updated>{extra}<summary>{escape(summary)}</summary></entry>\n"
    )


def _lasting_id(context: ViewContext, id: str) -> str:
    """Return what names a practice in feeds for ever: its first address, so that a new name makes it no new entry."""
    first = (*context.catalogue.practices[id].oude_ids, id)[0]
    return f"{context.site.url}praktijken/{first}/" if context.site.url else f"urn:gouden-praktijken:{first}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
