"""Practices side by side in Chromium: the address is the comparison, and the words are those of the pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import PageMaker
from playwright.sync_api import Page, expect
from support.browser import PHONE, SCRIPTLESS, WIDE, change_record, open_page
from support.site import KINDS, PROJECT, records

from generator.load import load
from generator.relate.relate import relate
from generator.relate.text import read_texts
from generator.view.context import ViewContext, summarise_costs
from generator.view.practice import view_practice
from generator.view.types import Site

TWO = "vergelijken/?p=maatwerkbudget&p=geheugenhuis"
HOSTILE = "<img src=x onerror=alert(1)>"
SAY = """async ([root, id]) => {
  const words = await import(root + "assets/js/keuze/woorden.js");
  const { evidence } = await import(root + "assets/js/keuze/feiten.js");
  const get = async (path) => (await fetch(root + path)).json();
  const labels = await get("api/v1/labels.json");
  const record = await get(`api/v1/praktijken/${id}.json`);
  return {
    costs: words.costs(record.kosten) || labels.niet_bekend,
    period: words.period(record.periode) || labels.niet_bekend,
    place: words.place(record.gemeentenamen, labels),
    evidence: evidence(record, labels),
    sources: record.bronnen.map((source) => words.sourceDetails(source, labels)),
    groups: record.doelgroepen.map((id) => labels.doelgroepen[id]),
    themes: record.themas.map((id) => labels.themas[id]),
    laws: record.wettelijk_kader.map((id) => labels.wetten[id]),
    kind: labels.soort[record.soort],
    status: labels.status[record.status],
  };
}"""


def cells(page: Page, label: str) -> list[str]:
    """Return what the row with a label says of each practice."""
    row = page.locator("tbody tr").filter(has=page.locator(f"th:text('{label}')"))
    return [text.strip() for text in row.first.locator("td").all_inner_texts()]


def heads(page: Page) -> list[str]:
    return page.locator("thead th a").all_inner_texts()


def test_each_practice_is_a_column_and_each_fact_a_row(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(WIDE)
    open_page(page, origin + TWO)
    assert heads(page) == ["Maatwerkbudget", "Geheugenhuis"]
    for label in ("Wat het is", "Voor wie", "Bewijs volgens de bronnen", "Erkenning door een databank", "Kosten",
                  "Status", "Wanneer", "Weerstand", "Randvoorwaarden", "Resultaten", "Lessen", "Contact"):  # fmt: skip
        assert len(cells(page, label)) == 2, label
        assert all(cells(page, label)), label
    assert cells(page, "Waar") == ["Zaanstad", "Huizen"]
    assert cells(page, "Bewijs volgens de bronnen")[0].startswith("Onafhankelijke evaluatie")
    assert "€\u00a0309.586" in cells(page, "Kosten")[0]
    assert cells(page, "Kosten")[1] == "Niet bekend"
    assert page.locator("table th:not([scope])").count() == 0
    expect(page).to_have_title(re.compile("^Vergelijk Maatwerkbudget en Geheugenhuis"))
    assert guard.take() == []


def test_differences_are_said_in_words(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(WIDE)
    open_page(page, origin + TWO)
    marks = {row.locator("th").evaluate("e => e.firstChild.textContent"): row.locator("th").inner_text()
             for row in page.locator("tbody tr").all()}  # fmt: skip
    assert "Verschilt" in marks["Waar"]
    assert "Gelijk" in marks["Erkenning door een databank"]
    assert "Niet overal bekend" in marks["Kosten"]
    assert not re.search("Verschilt|Gelijk", marks["Wat het is"])


def test_the_address_is_the_comparison(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, origin)
    page.evaluate("localStorage.setItem('selectie', '[\"leertafel\"]')")
    open_page(page, origin + TWO)
    page.get_by_label("Zet er een praktijk uit uw selectie naast").select_option(label="Leertafel")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page).to_have_url(f"{origin}{TWO}&p=leertafel")
    expect(page.locator("thead th a")).to_have_count(3)
    page.get_by_role("button", name="Haal weg : Maatwerkbudget").click()
    expect(page).to_have_url(f"{origin}vergelijken/?p=geheugenhuis&p=leertafel")
    expect(page.locator("thead th a")).to_have_text(["Geheugenhuis", "Leertafel"])
    expect(page.get_by_role("button", name="Haal weg : Geheugenhuis")).to_be_focused()
    page.go_back()
    expect(page.locator("thead th a")).to_have_text(["Maatwerkbudget", "Geheugenhuis", "Leertafel"])
    page.reload()
    expect(page.locator("thead th a")).to_have_text(["Maatwerkbudget", "Geheugenhuis", "Leertafel"])
    assert guard.problems == []


def test_a_practice_that_is_not_there_is_said_and_the_others_are_shown(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, f"{origin}{TWO}&p=bestaat-niet&p=%3Cimg%20src%3Dx%3E")
    assert heads(page) == ["Maatwerkbudget", "Geheugenhuis"]
    messages = page.locator("#vergelijk-meldingen")
    expect(messages).to_contain_text("“bestaat-niet” is niet gevonden")
    expect(messages).to_contain_text("“<img src=x>” is niet gevonden")
    expect(page.locator("img")).to_have_count(0)


def test_more_than_four_are_refused_in_words(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(WIDE)
    open_page(page, f"{origin}{TWO}&p=leertafel&p=topklas&p=impact040")
    assert len(heads(page)) == 4
    expect(page.locator("#vergelijk-meldingen")).to_contain_text("de eerste 4 van 5 praktijken")


def test_nothing_chosen_says_what_to_do(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(PHONE)
    open_page(page, f"{origin}vergelijken/")
    expect(page.get_by_role("status")).to_contain_text("Er is nog geen praktijk gekozen")
    expect(page.get_by_role("heading", name="Zo kiest u praktijken")).to_be_visible()
    expect(page.locator("table")).to_have_count(0)
    assert guard.take() == []


def test_without_scripts_the_page_leads_to_the_lists(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(SCRIPTLESS)
    page.goto(origin + TWO)
    expect(page.locator("noscript p")).to_contain_text("uw browser geen scripts uitvoert")
    page.locator("noscript").get_by_role("link", name="Bekijk alle praktijken").click()
    expect(page).to_have_url(f"{origin}praktijken/")


def test_data_that_does_not_load_is_said(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    page.route("**/api/v1/labels.json", lambda route: route.abort())
    open_page(page, origin + TWO)
    expect(page.get_by_role("status")).to_contain_text("konden niet worden geladen")


@pytest.mark.parametrize("kind", ["vergelijking", "selectie"])
def test_hostile_text_of_a_record_stays_text(fresh_page: PageMaker, origin: str, kind: str) -> None:
    page, guard = fresh_page(WIDE)
    result = {"uitspraak": f"**{HOSTILE}**", "bron": HOSTILE}
    contact = {"organisatie": HOSTILE, "website": "javascript:alert(1)"}
    change_record(page, "geheugenhuis", titel=HOSTILE, samenvatting=HOSTILE, resultaten=[result], contact=contact)
    open_page(page, origin + KINDS[kind])
    expect(page.locator("main")).to_contain_text(HOSTILE)
    expect(page.locator("main img, main [onerror], main a[href^='javascript']")).to_have_count(0)
    assert guard.problems == []


def test_on_a_narrow_screen_each_value_says_whose_it_is(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(PHONE)
    open_page(page, origin + TWO)
    row = page.locator("tbody tr").nth(1)
    expect(row.locator("td .vergelijk__naam")).to_have_text(["Maatwerkbudget", "Geheugenhuis"])
    expect(row.locator("td .vergelijk__naam").first).to_be_visible()
    expect(page.get_by_role("cell").first).to_be_attached()
    expect(page.get_by_role("rowheader", name="Waar : Verschilt")).to_be_visible()


def test_the_comparison_prints_on_lying_paper(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, origin + TWO)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    assert sizes
    assert all(float(width) > float(height) for width, height in sizes)


def test_the_neighbours_of_a_practice_can_be_put_beside_it(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(WIDE)
    open_page(page, f"{origin}praktijken/geheugenhuis/")
    card = page.locator("#zie-ook article").first
    title = card.locator("h3").inner_text()
    card.get_by_role("link", name=f"Vergelijk deze praktijk met {title}").click()
    expect(page.locator("thead th a")).to_have_text(["Geheugenhuis", title])
    assert guard.take() == []


def test_the_browser_uses_the_words_of_the_pages(shared_page: PageMaker, origin: str) -> None:
    """The formats are written twice, in Python and in JavaScript; on every record they say the same."""
    catalogue, _ = load(PROJECT)
    texts = read_texts(catalogue)
    context = ViewContext(catalogue, texts, relate(catalogue, texts), Site("", "", ""))
    page, _ = shared_page(WIDE)
    open_page(page, origin)
    for id in records():
        view, practice = view_practice(context, id), catalogue.practices[id]
        assert page.evaluate(SAY, [origin, id]) == {
            "costs": summarise_costs(practice.kosten),
            "period": view.periode,
            "place": view.place,
            "evidence": f"{view.bewijs.label} ({view.bewijs.rank} van 5)",
            "sources": [source.details for source in view.bronnen],
            "groups": [group.label for group in view.doelgroepen],
            "themes": [theme.label for theme in view.themas],
            "laws": [law.label for law in view.wettelijk_kader],
            "kind": view.soort,
            "status": view.status,
        }, id


def test_the_modules_know_no_other_words_for_an_evidence_level(site: Path) -> None:
    labels = json.loads((site / "api/v1/labels.json").read_text("utf-8"))["bewijs"]
    modules = "".join(path.read_text("utf-8") for path in (site / "assets/js/keuze").glob("*.js"))
    assert not [label for label in labels.values() if label in modules]
