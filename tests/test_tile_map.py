"""The map: every municipality once, about where it lies, with numbers that are those of the lists."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from support.html import Document, read_document, target, text_of
from support.site import PROJECT

from generator.registers.municipalities import Municipality, read_municipalities
from generator.view.tile_map import SHADES, choose_steps
from generator.view.tiles import place_tiles

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def towns() -> tuple[Municipality, ...]:
    texts = [(PROJECT / "schema" / name).read_text("utf-8") for name in ("gemeenten.csv", "herindelingen.csv")]
    return tuple(read_municipalities(*texts).present.values())


@pytest.fixture(scope="module")
def places(towns: tuple[Municipality, ...]) -> Mapping[str, tuple[int, int]]:
    return place_tiles(towns)


@pytest.fixture(scope="module")
def page(site: Path) -> Document:
    return read_document(site, site / "kaart" / "index.html")


def links(page: Document, parents: list[Element]) -> dict[str, str]:
    """Return the text, or the label, of each link in some elements, by the list that it leads to."""
    found = {}
    for parent in parents:
        for a in (element for element in parent.iter() if element.tag in ("a", f"{SVG}a")):
            leads = target(page.url, a.attrib["href"])
            assert leads is not None
            found[leads[0]] = a.get("aria-label") or text_of(a)
    return found


def test_each_municipality_has_a_tile_of_its_own(
    towns: tuple[Municipality, ...], places: Mapping[str, tuple[int, int]]
) -> None:
    assert set(places) == {town.code for town in towns}
    assert len(set(places.values())) == len(towns) == 342


def test_places_are_recognisable(towns: tuple[Municipality, ...], places: Mapping[str, tuple[int, int]]) -> None:
    """Of all pairs, few have their west and east or their north and south swapped."""
    swapped = [0, 0]
    pairs = list(combinations(towns, 2))
    for one, other in pairs:
        (x, y), (x2, y2) = places[one.code], places[other.code]
        swapped[0] += (one.lengtegraad - other.lengtegraad) * (x - x2) < 0
        swapped[1] += (other.breedtegraad - one.breedtegraad) * (y - y2) < 0
    assert max(swapped) / len(pairs) < 0.015


def test_the_order_of_the_register_does_not_move_a_tile(
    towns: tuple[Municipality, ...], places: Mapping[str, tuple[int, int]]
) -> None:
    assert place_tiles(tuple(reversed(towns))) == places


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_a_small_register_has_a_map_too(towns: tuple[Municipality, ...], count: int) -> None:
    assert len(set(place_tiles(towns[:count]).values())) == count


@pytest.mark.parametrize(
    ("most", "steps"),
    [(0, ()), (1, (1,)), (4, (1, 2)), (11, (1, 2, 5, 10)), (40, (1, 5, 10, 25)), (900, (1, 50, 100, 250))],
)
def test_shades_follow_the_largest_number(most: int, steps: tuple[int, ...]) -> None:
    assert choose_steps(most) == steps
    assert len(steps) <= SHADES


def test_map_and_table_say_what_the_lists_hold(site: Path, page: Document) -> None:
    tiles = links(page, page.all(f"{SVG}svg"))
    assert tiles
    for path, label in tiles.items():
        name, _, number = label.partition(": ")
        shown = read_document(site, site / path)
        cards = [e for e in shown.all("article") if e.get("class") == "praktijk-kaart"]
        assert number == f"{len(cards)} praktijk{'' if len(cards) == 1 else 'en'}", path
        assert name in text_of(shown.all("h1")[0])
    rows = [[text_of(cell) for cell in row] for row in page.all("tr")[1:]]
    assert [row[:2] for row in rows] == sorted(row[:2] for row in rows)
    assert {f"{name}: {count}" for _, name, count in rows} == {label.rsplit(" ", 1)[0] for label in tiles.values()}
    assert links(page, page.all("table")).keys() == tiles.keys()


def test_all_other_municipalities_are_named_as_being_without(page: Document, towns: tuple[Municipality, ...]) -> None:
    titles = {text_of(title) for svg in page.all(f"{SVG}svg") for rect in svg.iter(f"{SVG}rect") for title in rect}
    linked = {label.partition(":")[0] for label in links(page, page.all(f"{SVG}svg")).values()}
    assert titles == {f"{town.naam}: geen praktijken" for town in towns if town.naam not in linked}
    listed = {text_of(li) for dd in page.all("dd") for li in dd.iter("li")}
    assert listed == {town.naam for town in towns if town.naam not in linked}


def test_national_practices_are_named_beside_the_map(site: Path, page: Document) -> None:
    national = read_document(site, site / "gemeenten" / "landelijk" / "index.html")
    cards = [e for e in national.all("article") if e.get("class") == "praktijk-kaart"]
    assert links(page, page.all("p"))["gemeenten/landelijk/index.html"].startswith(f"{len(cards)} landelijke")


@pytest.mark.parametrize("start", ["index.html", "gemeenten/index.html"])
def test_home_and_the_municipalities_lead_to_the_map(site: Path, start: str) -> None:
    page = read_document(site, site / start)
    main = page.all("main")
    assert "kaart/index.html" in links(page, main)
