"""What a built site has at former addresses, at short links, and where something is gone or never was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from conftest import FORMER_ID
from playwright.sync_api import expect
from support.browser import PHONE, SCRIPTLESS, WIDE, Browsers, Guard, Profile, open_page
from support.hosting import serve
from support.html import Document, read_documents, target, text_of
from support.site import PROJECT

from generator.load import load
from generator.permalinks.addresses import find_addresses

CONGRESS = "samen-sturen-op-doen-wat-werkt"


@pytest.fixture(scope="module")
def documents(moved_site: Path) -> Mapping[str, Document]:
    return read_documents(moved_site)


@pytest.fixture(scope="module")
def moved_origin(moved_site: Path) -> Iterator[str]:
    with serve(moved_site) as address:
        yield address


def load_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def robots(page: Document) -> list[str]:
    return [meta.get("content", "") for meta in page.all("meta") if meta.get("name") == "robots"]


def test_every_address_of_the_data_has_a_page(site: Path) -> None:
    addresses = find_addresses(load(PROJECT)[0])
    assert len(addresses) > 90
    assert not [address for address in addresses if not (site / address / "index.html").is_file()]


def test_the_list_of_the_project_is_complete() -> None:
    catalogue, _ = load(PROJECT)
    assert find_addresses(catalogue) == catalogue.published.keys(), "run: praktijken permalinks"


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        (f"praktijken/{FORMER_ID}", "praktijken/geheugenhuis"),
        (f"p/{FORMER_ID}", "praktijken/geheugenhuis"),
        ("p/geheugenhuis", "praktijken/geheugenhuis"),
        ("praktijken/soepketel", "praktijken/soeppan"),
        ("p/soepketel", "praktijken/soeppan"),
        ("p/soeppan", "praktijken/soeppan"),
        (f"congressen/{FORMER_ID}", f"congressen/{CONGRESS}"),
        (f"c/{FORMER_ID}", f"congressen/{CONGRESS}"),
        (f"c/{CONGRESS}", f"congressen/{CONGRESS}"),
        ("c/dag-van-de-soep", "congressen/dag-van-de-soep"),
        ("gemeenten/bedum", "gemeenten/het-hogeland"),
    ],
)
def test_a_page_leads_on_in_one_step(documents: Mapping[str, Document], path: str, leads_to: str) -> None:
    page = documents[f"{path}/index.html"]
    [refresh] = [meta.attrib["content"] for meta in page.all("meta") if meta.get("http-equiv") == "refresh"]
    [canonical] = [link.attrib["href"] for link in page.all("link") if link.get("rel") == "canonical"]
    [link] = [a.attrib["href"] for a in page.all("a")]
    for address in (refresh.removeprefix("0; url="), canonical, link):
        assert target(page.url, address) == (f"{leads_to}/index.html", "")
    assert not documents[f"{leads_to}/index.html"].redirects
    assert page.errors == ()
    assert robots(page) == ["noindex"]


def test_all_that_leads_on_or_is_gone_stays_out_of_the_sitemap(
    documents: Mapping[str, Document], moved_site: Path
) -> None:
    listed = {place.text for place in ET.parse(moved_site / "sitemap.xml").iter() if place.tag.endswith("}loc")}
    hidden = {page.url for page in documents.values() if page.redirects or robots(page)}
    assert len(hidden) > 40
    assert not hidden & listed
    assert {"praktijken/geheugenhuis/", "gemeenten/zwolle/"} <= listed


def test_what_was_withdrawn_says_so_and_nothing_else(documents: Mapping[str, Document], moved_site: Path) -> None:
    page = documents["praktijken/soeppan/index.html"]
    assert page.errors == ()
    assert robots(page) == ["noindex"]
    assert [text_of(h) for h in page.all("h1")] == ["Soeppan <b>van</b> de buurt is ingetrokken"]
    text = text_of(page.all("main")[0])
    assert "Deze praktijk is op 20 november 2026 van de site gehaald." in text
    assert "<script>alert(1)</script>" in text
    links = {target(page.url, a.attrib["href"]) for a in page.all("a")}
    assert ("praktijken/geheugenhuis/index.html", "") in links
    assert not [path for path, other in documents.items() if "soep" not in path and "Soeppan" in text_of(other.tree)]
    for name in ("praktijken.csv", "feed.xml", "api/v1/praktijken.json", "adressen.json"):
        assert "soep" not in (moved_site / name).read_text("utf-8").lower(), name
    congress = documents["congressen/dag-van-de-soep/index.html"]
    assert [text_of(h) for h in congress.all("h1")] == ["Dit congres is ingetrokken (dag-van-de-soep)"]


def test_data_at_a_former_id_is_that_of_the_present_one(moved_site: Path) -> None:
    folder = moved_site / "api" / "v1" / "praktijken"
    assert (folder / f"{FORMER_ID}.json").read_bytes() == (folder / "geheugenhuis.json").read_bytes()
    withdrawn = load_json(folder / "soeppan.json")
    assert withdrawn.pop("reden").startswith("De gemeente vroeg dit")
    assert withdrawn == {
        "id": "soeppan",
        "url": "praktijken/soeppan/",
        "status": "ingetrokken",
        "titel": "Soeppan <b>van</b> de buurt",
        "datum": "2026-11-20",
        "vervangen_door": "geheugenhuis",
    }
    assert (folder / "soepketel.json").read_bytes() == (folder / "soeppan.json").read_bytes()


def test_a_municipality_keeps_its_page_without_practices(documents: Mapping[str, Document]) -> None:
    page = documents["gemeenten/zwolle/index.html"]
    assert "Hier staat nog geen praktijk" in text_of(page.tree)
    overview = documents["gemeenten/index.html"]
    assert not [a for a in overview.all("a") if "zwolle" in a.attrib["href"]]


def test_a_municipality_that_was_divided_lets_the_reader_choose(documents: Mapping[str, Document]) -> None:
    page = documents["gemeenten/winsum/index.html"]
    assert [text_of(h) for h in page.all("h1")] == ["Winsum bestaat niet meer als gemeente"]
    links = {target(page.url, a.attrib["href"]) for a in page.all("a")}
    assert {("gemeenten/het-hogeland/index.html", ""), ("gemeenten/westerkwartier/index.html", "")} <= links


def test_rules_for_hosts_stand_in_an_order_that_works(moved_site: Path) -> None:
    rules = [line.split() for line in (moved_site / "_redirects").read_text("utf-8").splitlines()]
    assert all(len(rule) == 3 and rule[2] == "301" for rule in rules)
    olds = [rule[0] for rule in rules]
    assert len(set(olds)) == len(olds)
    assert olds[-2:] == ["/p/:id/", "/c/:id/"]
    assert ["/gemeenten/bedum/", "/gemeenten/het-hogeland/", "301"] in rules


# The page for what is not there


@pytest.mark.parametrize("profile", [WIDE, PHONE], ids=lambda profile: profile.name)
@pytest.mark.parametrize(
    ("path", "meant", "leads_to"),
    [
        ("praktijken/geheugenhius/", "Geheugenhuis", "praktijken/geheugenhuis/"),
        ("praktijken/huis-voor-het-geheugn/", "Geheugenhuis", "praktijken/geheugenhuis/"),
        ("a/b/c/Leertafle.html", "Leertafel", "praktijken/leertafel/"),
        ("p/tom-in-debuurt", "Tom in de Buurt", "praktijken/tom-in-de-buurt/"),
        ("gemeente/eindhovn/", "Eindhoven", "gemeenten/eindhoven/"),
    ],
)
def test_the_page_for_a_missing_address_says_what_was_meant(
    browsers: Browsers, moved_origin: str, path: str, meant: str, leads_to: str, profile: Profile
) -> None:
    with closing(browsers.new_context(profile)) as context:
        page = context.new_page()
        guard = Guard(page, moved_origin)
        open_page(page, moved_origin + path)
        suggestion = page.locator("#bedoelde-u a").first
        expect(suggestion).to_have_text(meant)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        suggestion.click()
        expect(page).to_have_url(moved_origin + leads_to)
        assert guard.problems == []


def test_a_hostile_address_does_nothing(browsers: Browsers, moved_origin: str) -> None:
    with closing(browsers.new_context(WIDE)) as context:
        page = context.new_page()
        guard = Guard(page, moved_origin)
        open_page(page, moved_origin + "praktijken/%3Cimg%20src=x%20onerror=alert(1)%3E/%E0%A4%A")
        expect(page.locator("h1")).to_have_text("Deze pagina is er niet")
        expect(page.locator("#zoek-hierop")).to_have_attribute("href", re.compile(r"zoeken/\?q="))
        assert guard.problems == []


def test_without_scripts_the_page_still_leads_on(browsers: Browsers, moved_origin: str) -> None:
    with closing(browsers.new_context(SCRIPTLESS)) as context:
        page = context.new_page()
        open_page(page, moved_origin + "praktijken/geheugenhius/")
        page.get_by_role("link", name="Bekijk alle praktijken").click()
        expect(page).to_have_url(f"{moved_origin}praktijken/")


def test_a_selection_follows_a_practice_to_its_new_name(browsers: Browsers, moved_origin: str) -> None:
    with closing(browsers.new_context(WIDE)) as context:
        page = context.new_page()
        guard = Guard(page, moved_origin)
        open_page(page, f"{moved_origin}selectie/?p={FORMER_ID}&p=leertafel&p=geheugenhuis&p=soeppan")
        expect(page.locator("#selectie-lijst h2")).to_have_text(["Geheugenhuis", "Leertafel"])
        expect(page).to_have_url(f"{moved_origin}selectie/?p=geheugenhuis&p=leertafel&p=soeppan")
        assert guard.problems == []
