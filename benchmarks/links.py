"""Measure what a build of many records pays for links: CPU seconds (user and system) of each part, and their sum.

Usage: python benchmarks/links.py [COUNT]     (default: 10000)

The catalogue is made of copies of the real records, of which the pictures alone get titles of their own. Reading,
relations and pages as such are not counted; of pages only what they hold for links is.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from copies import ROOT, SCRATCH, make_copies

from generator.load import load
from generator.publish.folder import write_files
from generator.publish.previews import PreviewCache
from generator.relate.relate import relate
from generator.relate.text import read_texts
from generator.render.congresses import printed_addresses, render_congress_files, render_congress_pages
from generator.render.datacatalog import render_datacatalog
from generator.render.embeds import embed_code, render_embeds
from generator.render.feeds import render_feeds
from generator.render.labels import render_labels
from generator.render.openapi import render_openapi
from generator.render.output import OutputFile
from generator.render.qr import QrCode, draw_codes
from generator.render.redirects import render_redirects
from generator.render.spreadsheets import Sheet, ods, xlsx
from generator.render.structured_data import describe_practice, describe_themes, practice_terms, preview_path
from generator.render.table import COLUMNS, practice_rows
from generator.render.templates import CONTENT, PageFiller
from generator.view.collections import collect
from generator.view.context import ViewContext
from generator.view.lineage import draw_lineage
from generator.view.types import Head, Preview, Site

SITE = Site("Gouden Praktijken", "https://praktijken.voorbeeld.nl/", "")
RUNS = 3
Part = Callable[[], Iterable[OutputFile]]
T = TypeVar("T")


def main(count: int) -> None:
    """Print a line per part, their sum, and what painting all pictures costs, which is done once."""
    gc.disable()  # as the command itself does
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        root, out = Path(folder, "catalogus"), Path(folder, "site")
        make_copies(root, count)
        context, own = _context(root), _context(ROOT)
        out.mkdir()
        painting, _ = _measure(lambda: _pictures(context, Path(tempfile.mkdtemp(dir=folder))))
        _pictures(context, Path(folder, "cache"))
        print(f"{'part':<58}{'making':>8}{'writing':>9}{'files':>8}")
        total = sum(_report(out, name, part) for name, part in _parts(context, own, Path(folder, "cache")))
        print(f"{f'sum for {len(context.cards)} records':<58}{total:>17.2f}")
        print(f"{'painting every picture, the first time only':<58}{painting:>8.2f}")


def _context(root: Path) -> ViewContext:
    catalogue, _ = load(root)
    texts = read_texts(catalogue)
    context = ViewContext(catalogue, texts, relate(catalogue, texts), SITE)
    len(context.cards)  # pages need them as well
    return context


def _parts(context: ViewContext, own: ViewContext, cache: Path) -> Iterator[tuple[str, Part]]:
    codes: dict[str, QrCode] = {}
    filler = PageFiller(_head_of_pages() + CONTENT, SITE)
    collections = collect(context)
    yield "QR codes", lambda: codes.update(draw_codes(printed_addresses(context))) or ()
    yield "in pages: metadata, JSON-LD, code to embed, QR code", lambda: _heads(context, filler, codes)
    yield "in pages: drawings of who took a practice over", lambda: _drawings(context)
    yield (
        "short links, redirects, addresses for the 404 page",
        lambda: render_redirects(context.catalogue, filler, SITE),
    )
    yield "cards on other sites and oEmbed", lambda: render_embeds(context, filler)
    yield "feeds", lambda: render_feeds(context, collections)
    sheets = (Sheet("Praktijken", COLUMNS, practice_rows(context)),)  # the rows are those of the CSV, which is older
    yield "XLSX and ODS", lambda: _spreadsheets(sheets)
    yield "OpenAPI, JSON Schema, labels, DCAT, llms.txt", lambda: _descriptions(context)
    yield "pictures, from the cache", lambda: _pictures(context, cache)
    yield "the project's own congresses: pages, calendars, PDFs", lambda: _congresses(own, filler)


def _spreadsheets(sheets: Sequence[Sheet]) -> Iterator[OutputFile]:
    yield OutputFile("praktijken.xlsx", xlsx(sheets))
    yield OutputFile("praktijken.ods", ods(sheets))


def _report(out: Path, name: str, part: Part) -> float:
    making, files = _measure(lambda: list(part()))
    writing, count = _measure(lambda: write_files(Path(tempfile.mkdtemp(dir=out)), files))
    print(f"{name:<58}{making:>8.2f}{writing:>9.2f}{count:>8}")
    return making + writing


def _measure(work: Callable[[], T]) -> tuple[float, T]:
    """Return the least CPU time of three runs, for what else a machine does can only add; and what the work gives."""
    found = []
    for _ in range(RUNS):
        start = time.process_time()
        result = work()
        found.append(time.process_time() - start)
    return min(found), result


def _head_of_pages() -> str:
    """Return the lines of the shell that stand in the head of a page."""
    shell = (ROOT / "site_overrides" / "schil.html").read_text("utf-8")
    return shell.partition("{% block kop %}{% raw -%}")[2].partition("{% endraw %}")[0]


def _heads(context: ViewContext, filler: PageFiller, codes: Mapping[str, QrCode]) -> Iterator[OutputFile]:
    """Fill the heads of all practice pages and their QR codes; none is written, for the pages are there anyway."""
    about = describe_themes(context)
    for id, card in context.cards.items():
        head = Head(
            title=f"{card.title} ({card.place})",
            description=card.summary,
            url=card.url,
            section="praktijken",
            structured_data=describe_practice(context, id, about),
            preview=preview_path(id),
            preview_text=card.title,
            terms=practice_terms(context, id),
            kind="article",
        )
        embed_code(SITE, card)
        filler.page("qr.html", head, None, code=codes.get(context.short_url("praktijken", id)))
    yield from ()


def _drawings(context: ViewContext) -> Iterator[OutputFile]:
    for id, practice in context.catalogue.practices.items():
        basis = [context.cards[reference.id].title for reference in practice.gebaseerd_op]
        heirs = [context.cards[other].title for other, _ in context.based_on_this.get(id, ())]
        draw_lineage(practice.titel, basis, heirs, [adoption.gemeente for adoption in practice.overgenomen_door])
    yield from ()


def _descriptions(context: ViewContext) -> Iterator[OutputFile]:
    yield render_labels(context)
    yield from render_openapi(context)
    yield from render_datacatalog(context)


def _pictures(context: ViewContext, folder: Path) -> list[OutputFile]:
    """Make a picture of every practice, none like another."""
    cache = PreviewCache(folder, SITE.name)
    made = [
        OutputFile(preview_path(id), cache.paint(Preview(f"{card.title} {number}", card.place, card.evidence)))
        for number, (id, card) in enumerate(context.cards.items())
    ]
    cache.store()
    return made


def _congresses(context: ViewContext, filler: PageFiller) -> Iterator[OutputFile]:
    codes = draw_codes(printed_addresses(context))
    cards = {id: filler.card(card) for id, card in context.cards.items()}
    yield from render_congress_pages(context, filler, cards, codes)
    yield from render_congress_files(context, codes)


if __name__ == "__main__":
    os.environ["PRAKTIJKEN_CACHE"] = ""  # what it keeps is measured in a folder of its own
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10000)
