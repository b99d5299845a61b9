"""The step after the theme's run: take its shell, fill it for every page, write the rest of the site."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue import Catalogue
from generator.publish.cache import ReadingsCache, cache_folder
from generator.publish.folder import write_files
from generator.publish.previews import PreviewCache
from generator.publish.relations import relate_kept
from generator.publish.written import read_written
from generator.relate.text import glossary_terms, town_words
from generator.render.site import render_site
from generator.search.fields import WrittenPage
from generator.view.types import Site

SHELL = Path("schil", "index.html")


def fill_site(folder: Path, catalogue: Catalogue, site: Site) -> int:
    """Fill a folder in which the theme has rendered the hand-written pages and the shell.

    Returns the number of files written. Raises FileNotFoundError when the theme made no shell, ValueError
    when the shell has no place for content.
    """
    shell = (folder / SHELL).read_text("utf-8")
    (folder / SHELL).unlink()
    (folder / SHELL).parent.rmdir()
    written = [_read_page(folder, path) for path in sorted(folder.glob("*/index.html"))]
    for leftover in ("sitemap.xml", "sitemap.xml.gz"):
        (folder / leftover).unlink(missing_ok=True)
    readings = ReadingsCache(cache_folder(), glossary_terms(catalogue), town_words(catalogue))
    texts, related = relate_kept(catalogue, cache_folder(), readings.load())
    previews = PreviewCache(cache_folder(), site.name)
    count = write_files(folder, render_site(catalogue, texts, related, site, shell, previews.paint, written))
    readings.store(texts.analyser.readings)
    previews.store()
    return count


def _read_page(folder: Path, path: Path) -> WrittenPage:
    return read_written(f"{path.parent.relative_to(folder).as_posix()}/", path.read_text("utf-8"))
