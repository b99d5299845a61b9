"""What stands at every address that led somewhere once, and at every short link.

Static pages work on any host. Where a host can answer with 301, `_redirects` (Netlify, Cloudflare Pages, GitLab
Pages) and `nginx-redirects.conf` do so before the page is looked for; both lead to the same place in one step. No rule
forces itself over a file that is there, so the two never contradict each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.catalogue import Catalogue
from generator.permalinks.addresses import (
    NATIONAL_SLUG,
    SHORT,
    find_addresses,
    forwards,
    short_links,
    split_address,
    split_municipalities,
)
from generator.permalinks.listing import SECTIONS
from generator.render.output import OutputFile, page_path, text_file
from generator.render.templates import PageFiller
from generator.view.context import NATIONAL
from generator.view.gone import GoneView, view_split, view_withdrawn
from generator.view.types import Head, Site

API = "api/v1"
REDIRECTS_PATH = "_redirects"
ADDRESSES_PATH = "adressen.json"
NGINX_PATH = "nginx-redirects.conf"


def render_redirects(catalogue: Catalogue, filler: PageFiller, site: Site) -> Iterator[OutputFile]:
    """Yield a page for each former address and short link, one for each thing that is gone, and the rules for hosts."""
    titles = _titles(catalogue)
    former = forwards(catalogue)
    for moved, links in ((True, former), (False, short_links(catalogue))):
        page = filler.pattern("doorverwijzing.html", "praktijken/id/", ("title", "target"), moved=moved)
        for old, new in links.items():
            yield OutputFile(page_path(f"{old}/"), page.fill({"title": titles[new], "target": f"{new}/"}))
    for view in _gone(catalogue):
        head = Head(view.heading, view.lead, view.url, view.section, indexed=False)
        yield filler.page("verdwenen.html", head, view)
    yield text_file(ADDRESSES_PATH, _addresses(catalogue, titles, former))
    base = urlsplit(site.url).path.rstrip("/")
    rules = {f"{base}/{old}": f"{base}/{new}" for old, new in _rules(former).items()}
    yield text_file(REDIRECTS_PATH, _static_host(rules, base))
    yield text_file(NGINX_PATH, _nginx(rules, base))


def _gone(catalogue: Catalogue) -> Iterator[GoneView]:
    for entry in catalogue.withdrawn:
        yield view_withdrawn(catalogue, entry)
    for slug, codes in split_municipalities(catalogue).items():
        yield view_split(catalogue, slug, codes)


def _titles(catalogue: Catalogue) -> Mapping[str, str]:
    """Return what the page at each address is called."""
    found = {f"gemeenten/{t.slug}": t.naam for t in catalogue.registers.municipalities.present.values()}
    found |= {f"gemeenten/{NATIONAL_SLUG}": NATIONAL}
    for section in ("themas", "doelgroepen"):
        found |= {f"{section}/{term.id}": term.naam for term in catalogue.registers.terms(section)}
    found |= {f"praktijken/{id}": practice.titel for id, practice in catalogue.practices.items()}
    found |= {f"congressen/{id}": congress.titel for id, congress in catalogue.congresses.items()}
    return found | {entry.adres: entry.titel or split_address(entry.adres)[1] for entry in catalogue.withdrawn}


def _addresses(catalogue: Catalogue, titles: Mapping[str, str], former: Mapping[str, str]) -> str:
    """Return every id with its title, for the script of the 404 page.

    A title that reads like its id is left empty: that makes a third less to fetch.
    """
    found: dict[str, dict[str, str]] = {section: {} for section in SECTIONS}
    withdrawn = {entry.adres for entry in catalogue.withdrawn}
    for address in sorted(find_addresses(catalogue)):
        present = former.get(address, address)
        if present in titles and present not in withdrawn:
            (section, id), title = split_address(address), titles[present]
            found[section][id] = "" if title == id.replace("-", " ").capitalize() else title
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def _rules(former: Mapping[str, str]) -> Mapping[str, str]:
    """Return, by path, where each former page, short link and data file leads; short links of today have a pattern."""
    rules = {}
    for old, new in former.items():
        (section, old_id), (_, new_id) = split_address(old), split_address(new)
        rules[f"{old}/"] = f"{new}/"
        if section in SHORT:
            rules[f"{SHORT[section]}/{old_id}/"] = f"{new}/"
        if section == "praktijken":
            rules[f"{API}/praktijken/{old_id}.json"] = f"{API}/praktijken/{new_id}.json"
    return dict(sorted(rules.items()))


def _static_host(rules: Mapping[str, str], base: str) -> str:
    """The first rule that fits counts, so those for one address stand before the patterns."""
    lines = [f"{old} {new} 301" for old, new in rules.items()]
    lines += [f"{base}/{short}/:id/ {base}/{section}/:id/ 301" for section, short in SHORT.items()]
    return "".join(f"{line}\n" for line in lines)


def _nginx(rules: Mapping[str, str], base: str) -> str:
    """In a map an address goes before a pattern. A former page is found with and without its last slash."""
    exact = dict(rules) | {old.rstrip("/"): new for old, new in rules.items() if old.endswith("/")}
    lines = [f"  {old} {new};" for old, new in sorted(exact.items())]
    lines += [f"  ~^{base}/{short}/([a-z0-9-]+)/?$ {base}/{section}/$1/;" for section, short in SHORT.items()]
    body = "\n".join(lines)
    return f"""\
# Include in the http block, and put this line in the server block that serves this folder:
#   if ($praktijken_redirect) {{ return 301 $praktijken_redirect; }}
map_hash_bucket_size 256;
map $uri $praktijken_redirect {{
  default "";
{body}
}}
"""
