"""What an organiser hands out: printed by a browser and made at build, whole, with codes that lead home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PUBLIC_URL
from playwright.sync_api import Page
from support.browser import WIDE, Browsers
from support.congresses import LESSON, LONG, LONG_SUMMARY, LONG_TITLE
from support.hosting import serve
from support.paper import A4, A6, Sheet, bookmarks, read_sheets

from generator.view.labels import STATUSES

CONGRESS = "congressen/dag-van-de-buurt/"
PRACTICES = (LONG, "geheugenhuis", "maatwerkbudget", "leertafel")
"""In order of the programme."""
TITLES = (LONG_TITLE, "Geheugenhuis", "Maatwerkbudget", "Leertafel")
SHORT_CONGRESS = f"{PUBLIC_URL}c/dag-van-de-buurt/"
SMALLEST = 20
"""Millimetres that a code must at least be wide."""


@pytest.fixture(scope="module")
def page(browsers: Browsers, congress_site: Path) -> Iterator[Page]:
    with serve(congress_site) as origin:
        context = browsers.new_context(WIDE)
        made = context.new_page()
        made.goto(origin)
        yield made
        context.close()


def printed(page: Page, url: str) -> list[Sheet]:
    """Print a page as Chromium does when nobody changes a setting."""
    page.goto(f"{page.evaluate('location.origin')}/{url}")
    return read_sheets(page.pdf(prefer_css_page_size=True, tagged=True))


def made(site: Path, name: str) -> list[Sheet]:
    return read_sheets(site / CONGRESS / name)


@pytest.fixture(params=["printed", "made"])
def handout(request: pytest.FixtureRequest, page: Page, congress_site: Path) -> list[Sheet]:
    return printed(page, f"{CONGRESS}handout/") if request.param == "printed" else made(congress_site, "handout.pdf")


@pytest.fixture(params=["printed", "made"])
def cards(request: pytest.FixtureRequest, page: Page, congress_site: Path) -> list[Sheet]:
    return (
        printed(page, f"{CONGRESS}tafelkaarten/")
        if request.param == "printed"
        else made(congress_site, "tafelkaarten.pdf")
    )


def short(id: str) -> str:
    return f"{PUBLIC_URL}p/{id}/"


def squeezed(text: str) -> str:
    """Return the text without spaces and hyphens: paper breaks lines where it likes."""
    return re.sub(r"[\s\x02\ufffe\u00ad-]", "", text)


def test_the_handout_is_an_overview_and_a_sheet_per_practice(handout: list[Sheet]) -> None:
    assert [sheet.size for sheet in handout] == [A4] * (1 + len(PRACTICES))
    assert not [sheet.outside for sheet in handout if sheet.outside]
    overview, *sheets = handout
    for title, id in zip(TITLES, PRACTICES, strict=True):
        assert squeezed(title) in squeezed(overview.text)
        assert squeezed(short(id).removeprefix("https://")) in squeezed(overview.text)
    assert "Deels afgelast. 11 maart 2027 (Zwolle) gaat niet door." in overview.text
    assert "10 maart 2027, 9.30 tot 16.30 uur, gemeentehuis, Huizen" in overview.text
    for sheet, title, id in zip(sheets, TITLES, PRACTICES, strict=True):
        assert squeezed(title) in squeezed(sheet.text)
        assert squeezed(short(id).removeprefix("https://")) in squeezed(sheet.text)


def test_a_sheet_of_the_handout_has_all_that_was_chosen_and_nothing_cut_off(handout: list[Sheet]) -> None:
    text = squeezed(handout[1].text)
    chosen = (
        LONG_SUMMARY,
        "10 maart 2027 · 10.00 tot 10.45 uur · raadszaal · Koffie in de buurt",
        f"{STATUSES['gestopt']}: deze praktijk loopt niet meer.",
        "Praktijkverhaal",
        "maatschappelijke-ontwikkeling@huizen.nl",
        "https://www.huizen.nl/inwoners/zorg-en-welzijn/een-heel-lang-pad-naar-de-pagina-over-de-buurtkamer",
        f"{LESSON} Vierde.",
    )
    assert not [part for part in chosen if squeezed(part) not in text]


def test_each_code_of_the_handout_leads_to_what_stands_beside_it(handout: list[Sheet]) -> None:
    overview, *sheets = handout
    everything = [SHORT_CONGRESS, *map(short, PRACTICES)]
    assert sorted(code.text for code in overview.codes) == sorted(everything)
    assert [[code.text for code in sheet.codes] for sheet in sheets] == [[short(id)] for id in PRACTICES]
    assert min(code.width_mm for sheet in handout for code in sheet.codes) >= SMALLEST


def test_each_code_leads_to_a_page_of_the_site(congress_site: Path) -> None:
    for sheet in made(congress_site, "handout.pdf"):
        for code in sheet.codes:
            assert (congress_site / code.text.removeprefix(PUBLIC_URL) / "index.html").is_file(), code.text


def test_the_cards_are_one_practice_each(cards: list[Sheet]) -> None:
    assert [sheet.size for sheet in cards] == [A6] * len(PRACTICES)
    assert not [sheet.outside for sheet in cards if sheet.outside]
    for sheet, title, id in zip(cards, TITLES, PRACTICES, strict=True):
        assert squeezed(title) in squeezed(sheet.text)
        assert squeezed(short(id).removeprefix("https://")) in squeezed(sheet.text)
        assert sheet.text.endswith("Dag van de buurt, met een naam die twee regels vraagt op een kaart")
        assert [code.text for code in sheet.codes] == [short(id)]
        assert sheet.codes[0].width_mm >= 1.5 * SMALLEST


def test_a_card_says_whole_sentences(cards: list[Sheet]) -> None:
    sentence = LONG_SUMMARY.split(". ")[0] + "."
    assert squeezed(cards[0].text).count(squeezed(sentence)) == 3
    assert "…" not in cards[0].text


def test_a_printed_practice_leads_back_to_itself(page: Page) -> None:
    sheets = printed(page, f"praktijken/{LONG}/")
    codes = [code for sheet in sheets for code in sheet.codes]
    assert [code.text for code in codes] == [short(LONG)]
    assert codes[0].width_mm >= SMALLEST
    assert squeezed(short(LONG).removeprefix("https://")) in squeezed(" ".join(sheet.text for sheet in sheets))


def test_a_printed_congress_leads_back_to_itself(page: Page) -> None:
    codes = [code for sheet in printed(page, CONGRESS) for code in sheet.codes]
    assert [code.text for code in codes] == [SHORT_CONGRESS]
    assert codes[0].width_mm >= SMALLEST


@pytest.mark.parametrize("name", ["handout.pdf", "tafelkaarten.pdf"])
def test_a_made_pdf_can_be_read_aloud_and_walked(congress_site: Path, name: str) -> None:
    data = (congress_site / CONGRESS / name).read_bytes()
    for mark in (b"/StructTreeRoot", rb"/Lang ?\(nl\)", b"pdfuaid:part", b"/MarkInfo"):
        assert re.search(mark, data), mark
    assert b"/CreationDate" not in data
    found = bookmarks(data)
    assert [squeezed(title) for title in found][-len(TITLES) :] == [squeezed(title) for title in TITLES]


def test_signs_that_no_font_has_make_a_sheet_all_the_same(tmp_path: Path) -> None:
    from generator.render.paper import print_pdf
    from generator.view.congress_types import HandoutView

    view = HandoutView("dag", "Dag 🎉 日本", "Een dag. " * 10, (), None, "congressen/dag/", "", (), "22 november 2026")
    assert print_pdf("handout.typ", view, {}).startswith(b"%PDF")
    assert print_pdf("tafelkaarten.typ", view, {}).startswith(b"%PDF")
