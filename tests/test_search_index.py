"""The search index: what it holds, how it is named, and that the same records give the same files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.load import load
from generator.publish.written import read_written
from generator.relate.relate import relate
from generator.relate.text import read_texts
from generator.search.fields import WrittenPage
from generator.search.index import SearchIndex, build_index, index_files
from generator.view.context import ViewContext
from generator.view.types import Site

PROJECT = Path(__file__).resolve().parents[1]
PAGES = (WrittenPage("privacy/", "Privacy", "Wij bewaren niets."),)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(PROJECT)[0]


def make_index(catalogue: Catalogue) -> SearchIndex:
    texts = read_texts(catalogue)
    context = ViewContext(catalogue, texts, relate(catalogue, texts), Site("", "", ""))
    return build_index(catalogue, texts, context.cards, context.related, PAGES)


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> SearchIndex:
    return make_index(catalogue)


def test_every_practice_has_one_card(index: SearchIndex, catalogue: Catalogue) -> None:
    cards = [card for name, part in index.parts.items() if name.startswith("k") for card in part]
    assert sorted(card[0] for card in cards) == sorted(catalogue.practices)
    assert index.manifest["praktijken"] == len(cards)
    assert index.manifest["paginas"] == [["Privacy", "privacy/"]]


def test_neighbours_on_a_card_are_other_documents(index: SearchIndex) -> None:
    total = index.manifest["praktijken"]
    cards = [card for name, part in sorted(index.parts.items()) if name.startswith("k") for card in part]
    assert all(0 <= doc < total and 0 < like <= 1 for card in cards for doc, like in card[-1])
    assert any(card[-1] for card in cards)


def test_shards_are_named_by_their_first_entries_in_order(index: SearchIndex) -> None:
    for key in ("woorden", "achterwoorden", "termen"):
        firsts = index.manifest[key]
        assert firsts == sorted(firsts), key
        assert len(firsts) == sum(1 for name in index.parts if name[0] == key[0] and name[1:].isdigit()), key


def test_the_manifest_names_a_folder_by_the_hash_of_its_content(index: SearchIndex, catalogue: Catalogue) -> None:
    files = dict(index_files(index))
    folder = json.loads(files["zoek/index.json"])["map"]
    assert all(path == "zoek/index.json" or path.startswith(f"zoek/{folder}/") for path in files)
    changed = dict(catalogue.practices)
    changed.pop("leertafel")
    other = dict(index_files(make_index(Catalogue(catalogue.registers, changed, concepts=catalogue.concepts))))
    assert json.loads(other["zoek/index.json"])["map"] != folder


def test_the_same_catalogue_gives_the_same_files(index: SearchIndex, catalogue: Catalogue) -> None:
    turned = Catalogue(
        catalogue.registers,
        dict(reversed(catalogue.practices.items())),
        catalogue.congresses,
        concepts=catalogue.concepts,
    )
    assert dict(index_files(make_index(turned))) == dict(index_files(index))


def test_an_empty_catalogue_has_an_index_too() -> None:
    files = dict(index_files(make_index(Catalogue())))
    assert json.loads(files["zoek/index.json"])["praktijken"] == 0


def test_a_written_page_is_read_without_its_frame() -> None:
    main = "<main><h1>Over <em>ons</em></h1><p>Tekst &amp; uitleg</p><script>x()</script></main>"
    html = f"<nav>Menu</nav>{main}<footer>Voet</footer>"
    assert read_written("over/", html) == WrittenPage("over/", "Over ons", "Tekst & uitleg")
