"""Who took a practice over and where it comes from: a drawing, the list that says the same, and the count on cards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import PageMaker
from support.browser import PHONE, open_page
from support.html import Document, read_documents, text_of
from support.site import PROJECT

from generator.load import load
from generator.view.lineage import draw_lineage

CATALOGUE, _ = load(PROJECT)
NAMED = {reference.id for practice in CATALOGUE.practices.values() for reference in practice.gebaseerd_op}
ADOPTED = {id for id, practice in CATALOGUE.practices.items() if practice.overgenomen_door}
WITH_LINEAGE = {id for id, p in CATALOGUE.practices.items() if p.gebaseerd_op or p.overgenomen_door or id in NAMED}


@pytest.fixture(scope="module")
def documents(site: Path) -> Mapping[str, Document]:
    return read_documents(site)


def test_only_practices_with_something_to_show_have_a_drawing(documents: Mapping[str, Document]) -> None:
    assert ADOPTED
    for id in CATALOGUE.practices:
        page = documents[f"praktijken/{id}/index.html"]
        drawings = [e for e in page.elements if e.get("class") == "stamboom"]
        assert len(drawings) == (id in WITH_LINEAGE), id


def test_the_drawing_and_the_list_say_the_same(documents: Mapping[str, Document]) -> None:
    for id in sorted(ADOPTED):
        page = documents[f"praktijken/{id}/index.html"]
        (drawing,) = [e for e in page.elements if e.get("class") == "stamboom"]
        section = next(element for element in page.elements if element.get("id") == "herkomst")
        (name,) = [e for e in drawing.iter() if e.get("id") == drawing.get("aria-labelledby")]
        words = [text_of(element) for element in drawing.iter() if str(element.tag).endswith("text")]
        assert drawing.get("role") == "img", id
        for adoption in CATALOGUE.practices[id].overgenomen_door:
            town = CATALOGUE.registers.municipalities.name(adoption.gemeente)
            assert town in words, id
            assert town in text_of(name), id
            assert town in [text_of(link) for link in section.iter("a")], id


def test_a_card_counts_who_took_the_practice_over(documents: Mapping[str, Document]) -> None:
    cards = documents["praktijken/index.html"].all("article")
    assert {card.get("data-praktijk") for card in cards} == set(CATALOGUE.practices)
    for card in cards:
        check_count(card)


def test_a_neighbour_in_zie_ook_counts_them_too(documents: Mapping[str, Document]) -> None:
    shown = set()
    for id in CATALOGUE.practices:
        for card in documents[f"praktijken/{id}/index.html"].all("article"):
            if card.get("data-praktijk") != id:
                check_count(card)
                shown.add(card.get("data-praktijk"))
    assert shown & ADOPTED
    assert shown - ADOPTED


def check_count(card: ET.Element) -> None:
    """Assert that a card says by how many municipalities its practice was taken over, and nothing when by none."""
    id = card.attrib["data-praktijk"]
    count = len(CATALOGUE.practices[id].overgenomen_door)
    said = [text for text in map(text_of, card.iter("p")) if text.startswith("Overgenomen door")]
    assert said == [f"Overgenomen door {count} gemeente{'' if count == 1 else 'n'}"] * bool(count), id


def test_each_practice_asks_who_does_the_same(documents: Mapping[str, Document]) -> None:
    for id in CATALOGUE.practices:
        links = {text_of(a): a.attrib["href"] for a in documents[f"praktijken/{id}/index.html"].all("a")}
        assert links["Wij doen dit ook"].startswith(f"../../insturen/?praktijk={id}"), id


def test_nothing_in_the_drawing_lies_outside_or_over_another() -> None:
    for basis, heirs, adopters in ((0, 0, 1), (1, 0, 0), (3, 2, 4), (20, 20, 20)):
        names = [
            [f"{kind} {number}" for number in range(n)] for kind, n in zip("abc", (basis, heirs, adopters), strict=True)
        ]
        drawn = draw_lineage("Een praktijk met een titel die heel erg lang is en toch moet passen", *names)
        assert drawn is not None
        bottom = 0
        for box in drawn.boxes:
            assert box.y >= bottom
            bottom = box.y + box.height
            assert box.x + box.width <= drawn.width
            assert len(box.text) <= 34
        assert bottom <= drawn.height
        for line in drawn.lines:
            ET.fromstring(f'<path d="{line}"/>')
    assert any(box.text == "en nog 35" for box in drawn.boxes)
    assert draw_lineage("Een praktijk", [], [], []) is None


def test_the_drawing_is_whole_on_a_phone(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(PHONE)
    open_page(page, f"{origin}praktijken/{min(ADOPTED)}/")
    box = page.locator(".stamboom").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]  # type: ignore[index]
    for text in page.locator(".stamboom text").all():
        inside = text.evaluate("t => t.getBBox().x + t.getBBox().width <= 340")
        assert inside, text.text_content()
    assert guard.problems == []
