"""What the page of a practice says about its own age: at most one block, and only what is open."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from support.browser import DARK, PHONE, WIDE, Browsers, Profile
from support.hosting import serve
from support.html import Document, read_documents, text_of
from support.site import build
from support.upkeep import make_catalogue, record
from test_accessibility import OPTIONS

REPOSITORY = "https://code.voorbeeld.test/praktijken"
OLD = "2024-01-15"
RECORDS = {
    "in-orde": record(title="In orde", checked="2026-11-20", confirmed="2026-11-01"),
    "onbevestigd": record(title="Onbevestigd", checked="2026-11-20"),
    "zonder-contact": record(title="Zonder", contact="bekend: nee\n  toelichting: Geen bron noemt een adres."),
    "nooit": record(title="Nooit nagelopen", added="2020-01-01", confirmed="2026-11-01"),
    "oud": record(
        title="Oud",
        added="2020-01-01",
        checked=OLD,
        confirmed=OLD,
        grants=(("goed_beschreven", "2020-01-01"), ("goed_onderbouwd", "2025-01-01")),
    ),
    "op-de-dag": record(title="Op de dag", added="2025-05-22", confirmed="2025-05-22"),
    "opgegaan": record(title="Opgegaan", added="2020-01-01", more="vervangen_door: in-orde\n").replace(
        "status: lopend", "status: samengevoegd"
    ),
}


@pytest.fixture(scope="module")
def old_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of records of all ages; its newest date is 22 November 2026."""
    root = tmp_path_factory.mktemp("oud")
    make_catalogue(root, {f"huizen/{id}.yml": text for id, text in RECORDS.items()})
    return build(root / "site", root, REPO_URL=REPOSITORY)


@pytest.fixture(scope="module")
def practice_pages(old_site: Path) -> dict[str, Document]:
    documents = read_documents(old_site)
    return {id: documents[f"praktijken/{id}/index.html"] for id in RECORDS}


def blocks(page: Document) -> list[str]:
    """Return the words of each block about the page's age."""
    found = [element for element in page.all("div") if "melding" in element.get("class", "").split()]
    return [" ".join(text_of(element).split()) for element in found if "melding--stop" not in element.get("class", "")]


@pytest.mark.parametrize("id", ["in-orde", "zonder-contact", "op-de-dag", "opgegaan"])
def test_a_page_with_nothing_open_says_nothing(practice_pages: dict[str, Document], id: str) -> None:
    assert blocks(practice_pages[id]) == []


def test_an_old_page_says_all_that_is_open_in_one_block(practice_pages: dict[str, Document]) -> None:
    (block,) = blocks(practice_pages["oud"])
    assert "langer dan 18 maanden niet gecontroleerd. De laatste controle was op 15 januari 2024." in block
    assert "‘Goed beschreven’ (Databank Effectieve sociale interventies) is verlopen op 1 januari 2023." in block
    assert "contact is langer dan 18 maanden geleden bevestigd, op 15 januari 2024." in block
    assert "Goed onderbouwd" not in block


def test_a_page_that_nobody_ever_checked_says_when_it_came(practice_pages: dict[str, Document]) -> None:
    (block,) = blocks(practice_pages["nooit"])
    assert "Zij is toegevoegd op 1 januari 2020." in block


def test_an_unconfirmed_contact_is_a_quiet_note_under_the_facts(practice_pages: dict[str, Document]) -> None:
    page = practice_pages["onbevestigd"]
    (block,) = blocks(page)
    assert block.startswith("De organisatie heeft dit contact nog niet bevestigd.")
    order = [element.get("class") for element in page.elements]
    assert order.index("feiten") < order.index("melding melding--rustig")


def test_the_block_leads_to_where_it_is_put_right(practice_pages: dict[str, Document]) -> None:
    for id in ("oud", "nooit", "onbevestigd"):
        page = practice_pages[id]
        (block,) = [div for div in page.all("div") if "melding" in div.get("class", "").split()]
        (link,) = [element for element in block.iter() if element.tag == "a"]
        assert id in link.attrib["href"]


def test_the_facts_name_a_recognition_that_is_valid_before_one_that_is_not(practice_pages: dict[str, Document]) -> None:
    page = practice_pages["oud"]
    (facts,) = [element for element in page.all("dl") if element.get("class") == "feiten"]
    assert "Goed onderbouwd" in text_of(facts)
    assert "verlopen" not in text_of(facts)


def test_page_and_report_agree(old_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from generator.cli import main

    main(["status", "--root", str(old_site.parent), "--dag", "2026-11-22", "--format", "json"])
    (owner,) = json.loads(capsys.readouterr().out)["eigenaren"]
    reported = {point["praktijk"] for point in owner["punten"]}
    documents = read_documents(old_site)
    assert reported == {id for id in RECORDS if blocks(documents[f"praktijken/{id}/index.html"])}


@pytest.fixture(scope="module")
def old_origin(old_site: Path) -> Iterator[str]:
    with serve(old_site) as address:
        yield address


@pytest.mark.parametrize("profile", [WIDE, DARK, PHONE], ids=lambda profile: profile.name)
@pytest.mark.parametrize("id", ["oud", "onbevestigd"])
def test_the_block_is_accessible_and_fits(browsers: Browsers, old_origin: str, profile: Profile, id: str) -> None:
    context = browsers.new_context(profile)
    page: Page = context.new_page()
    page.goto(f"{old_origin}praktijken/{id}/")
    page.evaluate(AXE_SCRIPT)
    violations = page.evaluate("(options) => axe.run(document, options).then((found) => found.violations)", OPTIONS)
    assert [rule["id"] for rule in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= profile.width
    context.close()
