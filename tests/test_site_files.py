"""The files of the built site: pages that are whole and lead somewhere, data that says what the records say."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from conftest import FORMER_ID, PUBLIC_URL, REPOSITORY
from support.hosting import headers_of, read_headers
from support.html import (
    HOST,
    Document,
    read_documents,
    script_addresses,
    style_addresses,
    target,
    text_of,
)
from support.site import PROJECT, build, fingerprints, records, run

from generator.parse.model import Practice

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DERIVED = {"id", "url", "gemeentenamen", "gepresenteerd_op", "zie_ook", "sterker_onderbouwd", "zelfde_grootte"} | {
    "eigen_zie_ook",
    "bestand",
}
"""Keys of a practice's JSON that are not copied from its record."""

IDS = tuple(records())


@pytest.fixture(scope="session")
def documents(site: Path) -> Mapping[str, Document]:
    return read_documents(site)


@pytest.fixture(scope="session")
def pages(documents: Mapping[str, Document]) -> list[Document]:
    """All pages that someone reads: not those that only lead on."""
    return [document for document in documents.values() if not document.redirects]


@pytest.fixture(scope="session")
def public_documents(public_site: Path) -> Mapping[str, Document]:
    return read_documents(public_site)


def load_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def load_practice(site: Path, id: str) -> Any:
    return load_json(site / "api" / "v1" / "praktijken" / f"{id}.json")


def load_record(id: str) -> dict[str, Any]:
    """Read a record with every value as the text that stands in the file."""
    return yaml.load(records()[id].read_text("utf-8"), Loader=yaml.BaseLoader)


def dead_ends(documents: Mapping[str, Document], folder: Path, host: str = HOST) -> Iterator[str]:
    """Yield every link of every page that leads to no file, or to no place in it."""
    for document in documents.values():
        for link in document.links():
            found = target(document.url, link, host)
            if found is None:
                continue
            path, fragment = found
            if not (folder / path).is_file():
                yield f"{document.path}: {link!r} leads to no file"
            elif fragment and path in documents and fragment not in documents[path].ids:
                yield f"{document.path}: {link!r} leads to no place on {path}"


# Pages


def test_each_record_has_a_page_and_data(site: Path, documents: Mapping[str, Document]) -> None:
    for id in IDS:
        page = documents[f"praktijken/{id}/index.html"]
        assert [text_of(heading) for heading in page.all("h1")] == [" ".join(load_record(id)["titel"].split())]
        assert load_practice(site, id)["id"] == id


def test_each_congress_has_a_page(documents: Mapping[str, Document]) -> None:
    ids = [path.stem for path in PROJECT.glob("congresses/*.yml")]
    assert ids
    assert not [id for id in ids if f"congressen/{id}/index.html" not in documents]


def test_nothing_links_to_nowhere(documents: Mapping[str, Document], site: Path) -> None:
    assert not list(dead_ends(documents, site))


def test_nothing_links_to_nowhere_when_the_address_is_known(
    public_documents: Mapping[str, Document], public_site: Path
) -> None:
    assert not list(dead_ends(public_documents, public_site, PUBLIC_URL))
    for document in public_documents.values():
        canonical = [link.get("href") for link in document.all("link") if link.get("rel") == "canonical"]
        if document.path != "404.html" and not document.redirects and not document.embedded:
            assert canonical == [PUBLIC_URL + document.url], document.path


def test_an_empty_link_leads_nowhere_in_particular(pages: list[Document]) -> None:
    empty = [(page.path, text_of(a)) for page in pages for a in page.all("a") if not a.get("href", "").strip()]
    assert not empty


def test_styles_and_scripts_refer_only_to_files_of_the_site(site: Path) -> None:
    problems = []
    for path in [*site.rglob("*.css"), *(site / "assets" / "js").rglob("*.js")]:
        text = path.read_text("utf-8")
        folder = path.relative_to(site).as_posix()
        for address in style_addresses(text) if path.suffix == ".css" else script_addresses(text):
            found = target(folder, address)
            if found is None or not (site / found[0]).is_file():
                problems.append(f"{folder}: {address}")
    assert not problems


def test_no_record_is_in_the_nav(documents: Mapping[str, Document]) -> None:
    nav = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))["nav"]
    listed = {path for entry in nav for path in entry.values()}
    assert not {path for path in listed if not (PROJECT / "docs" / path).is_file()}
    for document in documents.values():
        menus = [nav for nav in document.all("nav") if nav.get("id") == "hoofdmenu"]
        links = {target(document.url, a.attrib["href"]) for menu in menus for a in menu.iter("a")}
        assert not {f"praktijken/{id}/index.html" for id in IDS} & {link[0] for link in links if link}


def test_pages_hold_no_inline_script_or_style(documents: Mapping[str, Document]) -> None:
    problems = []
    for document in documents.values():
        for element in document.elements:
            inline_script = element.tag == "script" and "src" not in element.attrib
            data_block = element.get("type") == "application/ld+json"
            attributes = [name for name in element.attrib if name == "style" or name.startswith("on")]
            script_link = any(
                element.get(name, "").strip().lower().startswith("javascript:") for name in ("href", "src", "action")
            )
            if (inline_script and not data_block) or element.tag == "style" or attributes or script_link:
                problems.append(f"{document.path}: <{element.tag} {dict(element.attrib)}>")
    assert not problems


def test_pages_fetch_nothing_from_elsewhere(documents: Mapping[str, Document]) -> None:
    fetched = [(page.path, address) for page in documents.values() for address in page.resources()]
    assert len(fetched) > len(documents)
    assert not [(path, address) for path, address in fetched if target("", address) is None]
    assert not [page.path for page in documents.values() if page.all("iframe") or page.all("object")]


def test_each_page_says_what_it_is(pages: list[Document]) -> None:
    for page in pages:
        assert page.tree.get("lang") == "nl", page.path
        assert len(page.all("h1")) == 1, page.path
        assert page.title.strip(), page.path
        assert page.description.strip(), page.path
        assert len(page.all("main")) == 1, page.path


@pytest.mark.parametrize("what", ["title", "description"])
def test_each_page_says_something_of_its_own(pages: list[Document], what: str) -> None:
    pages_of: dict[str, list[str]] = {}
    for page in pages:
        pages_of.setdefault(getattr(page, what), []).append(page.path)
    assert not {text: paths for text, paths in pages_of.items() if len(paths) > 1}


def test_headings_skip_no_level(pages: list[Document]) -> None:
    problems = []
    for page in pages:
        levels = [int(e.tag[1]) for e in page.elements if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        if any(later > earlier + 1 for earlier, later in zip([0, *levels], levels, strict=False)):
            problems.append((page.path, levels))
    assert not problems


def test_pages_are_valid_html(documents: Mapping[str, Document]) -> None:
    assert not {page.path: page.errors for page in documents.values() if page.errors}


def test_lists_hold_only_items_and_paragraphs_only_words(documents: Mapping[str, Document]) -> None:
    """What a parser lets pass but the standard does not."""
    inside = {
        "ul": {"li"},
        "ol": {"li"},
        "dl": {"dt", "dd", "div"},
        "tr": {"th", "td"},
    }
    blocks = {"p", "div", "ul", "ol", "dl", "section", "article", "table", "h1", "h2", "h3", "h4"}
    problems = []
    for page in documents.values():
        for parent in page.elements:
            children = {child.tag for child in parent if isinstance(child.tag, str)}
            wrong = children - inside[parent.tag] if parent.tag in inside else set()
            if parent.tag in ("p", "span", "button", "h1", "h2", "h3", "h4"):
                wrong = children & blocks
            if wrong:
                problems.append(f"{page.path}: {sorted(wrong)} in <{parent.tag} class={parent.get('class')}>")
    assert not problems


def test_no_id_occurs_twice(documents: Mapping[str, Document]) -> None:
    twice = {page.path: [id for id, count in Counter(page.ids).items() if count > 1] for page in documents.values()}
    assert not {path: ids for path, ids in twice.items() if ids}


def test_what_an_attribute_points_at_exists(documents: Mapping[str, Document]) -> None:
    problems = []
    for page in documents.values():
        for element in page.elements:
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                lost = set(element.get(name, "").split()) - set(page.ids)
                problems += [f"{page.path}: {name}={id}" for id in lost]
    assert not problems


def test_each_practice_describes_itself_to_machines(documents: Mapping[str, Document]) -> None:
    for id in IDS:
        blocks = [
            script
            for script in documents[f"praktijken/{id}/index.html"].all("script")
            if script.get("type") == "application/ld+json"
        ]
        assert len(blocks) == 1, id
        data = json.loads("".join(blocks[0].itertext()))
        assert data["@context"] == "https://schema.org", id
        assert data["name"] == load_record(id)["titel"], id


def test_repository_links_appear_when_the_repository_is_known(
    documents: Mapping[str, Document], public_documents: Mapping[str, Document]
) -> None:
    def places(page: Document) -> list[str]:
        return [a.attrib["href"] for a in page.all("a") if a.get("href", "").startswith(REPOSITORY)]

    path = f"praktijken/{IDS[0]}/index.html"
    assert not places(documents[path])
    assert places(public_documents[path])
    glossary = f"{REPOSITORY}/edit/main/schema/vocabularies/begrippen.yml"
    assert glossary in places(public_documents["begrippen/index.html"])
    assert not places(documents["begrippen/index.html"])


def test_a_former_address_still_leads_to_its_practice(moved_site: Path) -> None:
    documents = read_documents(moved_site)
    page = documents[f"praktijken/{FORMER_ID}/index.html"]
    assert page.redirects
    assert page.errors == ()
    assert {target(page.url, link) for link in page.links()} >= {("praktijken/geheugenhuis/index.html", "")}
    assert not list(dead_ends({page.path: page}, moved_site))
    places = [place.text for place in ET.parse(moved_site / "sitemap.xml").iter(f"{SITEMAP}loc")]
    assert "praktijken/geheugenhuis/" in places
    assert page.url not in places
    listed = load_json(moved_site / "api" / "v1" / "praktijken.json")["praktijken"]
    assert FORMER_ID not in {entry["id"] for entry in listed}


# Data


def test_the_list_holds_every_practice_with_the_keys_of_a_record(site: Path) -> None:
    entries = load_json(site / "api" / "v1" / "praktijken.json")["praktijken"]
    assert [entry["id"] for entry in entries] == list(IDS)
    for entry in entries:
        assert set(entry) - DERIVED <= set(Practice.model_fields), entry["id"]
        assert (site / entry["url"] / "index.html").is_file()


def test_the_data_of_a_practice_says_what_its_record_says(site: Path) -> None:
    problems = []
    for id in IDS:
        data, record = load_practice(site, id), load_record(id)
        assert set(data) >= DERIVED, id
        assert set(data) - DERIVED <= set(Practice.model_fields), id
        record.pop("zie_ook", None)
        problems += differences(record, data, id)
    assert not problems


def differences(written: Any, published: Any, place: str) -> Iterator[str]:
    """Yield where published data differs from what stands in a record; data may hold empty lists besides."""
    if isinstance(written, dict) and isinstance(published, dict):
        for key, value in written.items():
            yield from differences(value, published.get(key), f"{place}.{key}")
        added = {key for key in set(published) - DERIVED if key not in written and published[key] != []}
        yield from (f"{place}.{key} is not in the record" for key in added)
    elif isinstance(written, list) and isinstance(published, list) and len(written) == len(published):
        for number, (one, other) in enumerate(zip(written, published, strict=True)):
            yield from differences(one, other, f"{place}[{number}]")
    elif isinstance(published, str | int | float) and not isinstance(published, bool):
        if str(written).strip() != str(published).strip():
            yield f"{place}: {written!r} became {published!r}"
    else:
        yield f"{place}: {written!r} became {published!r}"


def test_each_practice_leads_to_others_and_says_why(site: Path) -> None:
    for id in IDS:
        neighbours = load_practice(site, id)["zie_ook"]
        assert neighbours, id
        assert len({neighbour["id"] for neighbour in neighbours} - {id}) == len(neighbours), id
        for neighbour in neighbours:
            assert neighbour["id"] in IDS, id
            assert 0 < neighbour["score"] <= 1, id
            assert neighbour["redenen"], id
            assert all(reason.strip() for reason in neighbour["redenen"]), id


def test_a_page_shows_the_neighbours_that_its_data_names(site: Path, documents: Mapping[str, Document]) -> None:
    for id in IDS:
        page = documents[f"praktijken/{id}/index.html"]
        section = next(element for element in page.elements if element.get("id") == "zie-ook")
        linked = [target(page.url, a.attrib["href"]) for a in section.iter("a")]
        data = load_practice(site, id)
        named = [*data["zie_ook"], data["sterker_onderbouwd"], data["zelfde_grootte"]]
        assert linked == [
            (f"praktijken/{other}/index.html", "") for other in dict.fromkeys(n["id"] for n in named if n)
        ], id


def test_a_page_says_which_neighbour_has_stronger_evidence_and_which_is_of_the_same_size(
    site: Path, documents: Mapping[str, Document]
) -> None:
    marks = {"sterker_onderbouwd": "Zelfde doel, sterker onderbouwd", "zelfde_grootte": "Gemeente van dezelfde grootte"}
    for key, mark in marks.items():
        found = [id for id in IDS if load_practice(site, id)[key]]
        assert found
        for id in IDS:
            section = next(e for e in documents[f"praktijken/{id}/index.html"].elements if e.get("id") == "zie-ook")
            assert text_of(section).count(mark) == (id in found), (id, mark)


def test_a_neighbour_that_stopped_says_so(site: Path, documents: Mapping[str, Document]) -> None:
    stopped = {id for id in IDS if load_practice(site, id)["status"] == "gestopt"}
    seen = 0
    for id in IDS:
        section = next(e for e in documents[f"praktijken/{id}/index.html"].elements if e.get("id") == "zie-ook")
        for neighbour in section:
            if any(f"/praktijken/{other}/" in a.attrib["href"] for a in neighbour.iter("a") for other in stopped):
                assert "estopt" in text_of(neighbour), id
                seen += 1
        assert all((n["status"] == "gestopt") == (n["id"] in stopped) for n in load_practice(site, id)["zie_ook"]), id
    assert seen


def test_each_concept_is_explained_and_leads_to_its_practices(documents: Mapping[str, Document]) -> None:
    page = documents["begrippen/index.html"]
    entries = {entry.attrib["id"]: entry for entry in page.all("article")}
    concepts = yaml.safe_load((PROJECT / "schema/vocabularies/begrippen.yml").read_text("utf-8"))
    assert set(entries) == {concept["id"] for concept in concepts}
    for concept in concepts:
        said = text_of(entries[concept["id"]])
        assert all(word.lower() in said.lower() for word in (concept["naam"], *concept["synoniemen"])), concept["id"]
        linked = [a.attrib["href"] for a in entries[concept["id"]].iter("a")]
        assert {f"#{other}" for other in concept["verwant"]} <= set(linked), concept["id"]
        practices = [link for link in linked if link.startswith("../praktijken/")]
        assert bool(practices) != ("Nog geen praktijk noemt dit." in said), concept["id"]
    assert "../praktijken/geheugenhuis/" in [a.attrib["href"] for a in entries["dementie"].iter("a")]


def test_letters_lead_to_their_part_of_the_glossary(documents: Mapping[str, Document]) -> None:
    page = documents["begrippen/index.html"]
    letters = next(nav for nav in page.all("nav") if nav.get("aria-labelledby") == "letters")
    names = [text_of(heading) for heading in page.all("h3")]
    assert [text_of(a) for a in letters.iter("a")] == sorted({name[0].upper() for name in names})
    assert all(a.attrib["href"].lstrip("#") in page.ids for a in letters.iter("a"))
    assert names == sorted(names, key=lambda name: name.lower().replace("ë", "e").replace("é", "e").replace("ï", "i"))


def test_relations_that_people_wrote_are_shown_first_with_their_reason(site: Path) -> None:
    written = [(id, entry) for id in IDS for entry in load_record(id).get("zie_ook", [])]
    assert written
    for id, entry in written:
        neighbours = load_practice(site, id)["zie_ook"]
        origins = [neighbour["herkomst"] for neighbour in neighbours]
        assert origins == sorted(origins, key="bron berekend".index), id
        reasons = next(neighbour["redenen"] for neighbour in neighbours if neighbour["id"] == entry["id"])
        assert any(" ".join(entry["reden"].split()) in " ".join(reason.split()) for reason in reasons), id


def test_the_csv_opens_with_a_row_per_practice(site: Path) -> None:
    text = (site / "praktijken.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert [row["id"] for row in rows] == list(IDS)
    for row in rows:
        assert None not in row
        assert None not in row.values()
        assert row["titel"] == load_record(row["id"])["titel"]
        assert (site / row["url"] / "index.html").is_file()
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_the_sitemap_lists_every_page_once(public_site: Path, public_documents: Mapping[str, Document]) -> None:
    places = [place.text or "" for place in ET.parse(public_site / "sitemap.xml").iter(f"{SITEMAP}loc")]
    shown = (page for page in public_documents.values() if page.path != "404.html")
    pages = {PUBLIC_URL + page.url for page in shown if not (page.redirects or page.hidden or page.embedded)}
    assert len(places) == len(set(places))
    assert set(places) == pages


@pytest.mark.parametrize("build_name", ["site", "public_site"])
def test_the_feed_can_be_followed(build_name: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(build_name)
    host = PUBLIC_URL if build_name == "public_site" else HOST
    feed = ET.parse(folder / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == min(50, len(IDS))
    ids = [element.findtext(f"{ATOM}id", "") for element in (feed, *entries)]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    for element in (feed, *entries):
        assert element.findtext(f"{ATOM}title", "").strip()
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", ""))
    for link in feed.iter(f"{ATOM}link"):
        found = target("feed.xml", link.attrib["href"], host)
        assert found is not None
        assert (folder / found[0]).is_file()


# The policy, and the same bytes each time


def test_the_policy_is_the_one_that_was_designed(site: Path) -> None:
    rules = read_headers(site)
    for path in ("/", "/praktijken/leertafel/", "/api/v1/praktijken.json"):
        assert headers_of(rules, path)["Content-Security-Policy"] == POLICY
    assert f'add_header Content-Security-Policy "{POLICY}" always;' in (site / "nginx-headers.conf").read_text("utf-8")
    assert headers_of(rules, "/")["Referrer-Policy"] == "no-referrer"
    assert headers_of(rules, "/")["X-Content-Type-Options"] == "nosniff"


def test_only_open_data_may_be_read_by_other_sites(site: Path) -> None:
    rules = read_headers(site)
    for path in ("/api/v1/praktijken.json", "/praktijken.csv", "/feed.xml"):
        assert headers_of(rules, path)["Access-Control-Allow-Origin"] == "*"
    for path in ("/", "/zoeken/", "/praktijken/leertafel/"):
        assert "Access-Control-Allow-Origin" not in headers_of(rules, path)


def test_the_same_records_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "site", PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C", PRAKTIJKEN_CACHE="")
    assert fingerprints(again) == fingerprints(site)


def test_what_is_kept_of_an_earlier_build_changes_nothing(site: Path, tmp_path: Path) -> None:
    kept = tmp_path / "cache"
    for attempt in ("empty", "full"):
        again = build(tmp_path / attempt, PRAKTIJKEN_CACHE=str(kept))
        assert fingerprints(again) == fingerprints(site), attempt
    assert list(kept.iterdir())


def test_mkdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    done = run("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert fingerprints(tmp_path / "site") == fingerprints(site)
