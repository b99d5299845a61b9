"""What machines follow: the Atom feed and the sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree as ET

from generator.parse.model import Practice
from generator.render.output import OutputFile
from generator.view.context import ViewContext

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
ENTRIES = 50


def render_feed(context: ViewContext) -> OutputFile:
    """Return the Atom feed of the practices that were added or checked last."""
    practices = context.catalogue.practices
    order = sorted(practices, key=lambda id: (-changed_on(practices[id]).toordinal(), id))[:ENTRIES]
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    _add(feed, "title", context.site.name)
    _add(feed, "id", context.site.url or "urn:gouden-praktijken")
    _add(feed, "updated", _moment(context.newest_date))
    _add(ET.SubElement(feed, "author"), "name", context.site.name)
    if context.site.url:
        ET.SubElement(feed, "link", {"rel": "self", "href": f"{context.site.url}feed.xml"})
        ET.SubElement(feed, "link", {"href": context.site.url})
    for id in order:
        _entry(feed, context, id, practices[id])
    return _xml_file("feed.xml", feed)


def render_sitemap(context: ViewContext, urls: Iterable[str]) -> OutputFile:
    """Return the sitemap of the given site-relative URLs; a practice's date is that of its record."""
    practices = context.catalogue.practices
    dated = {f"praktijken/{id}/": changed_on(practice) for id, practice in practices.items()}
    top = ET.Element("urlset", {"xmlns": SITEMAP})
    for url in sorted(set(urls)):
        entry = ET.SubElement(top, "url")
        _add(entry, "loc", context.site.url + url)
        if url in dated:
            _add(entry, "lastmod", dated[url].isoformat())
    return _xml_file("sitemap.xml", top)


def changed_on(practice: Practice) -> date:
    """Return the last day on which a person touched the record, as the record says."""
    return max(practice.toegevoegd_op, practice.gecontroleerd_op or practice.toegevoegd_op)


def _entry(feed: ET.Element, context: ViewContext, id: str, practice: Practice) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "title", practice.titel)
    _add(entry, "id", f"{context.site.url}praktijken/{id}/" if context.site.url else f"urn:gouden-praktijken:{id}")
    ET.SubElement(entry, "link", {"href": f"{context.site.url}praktijken/{id}/"})
    _add(entry, "updated", _moment(changed_on(practice)))
    _add(entry, "published", _moment(practice.toegevoegd_op))
    _add(entry, "summary", practice.samenvatting)
    for theme in practice.themas:
        ET.SubElement(entry, "category", {"term": theme, "label": context.theme_links[theme].label})


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _xml_file(path: str, top: ET.Element) -> OutputFile:
    ET.indent(top, " ")
    return OutputFile(path, ET.tostring(top, encoding="utf-8", xml_declaration=True) + b"\n")
