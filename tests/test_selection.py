"""Keeping practices, and taking them along: what a file holds is what the screen counts."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from conftest import PageMaker
from playwright.sync_api import Page, expect
from support.browser import PHONE, SCRIPTLESS, WIDE, Profile, change_record, open_page, tab_until
from support.selection import read_rows
from support.site import KINDS, PROJECT

THREE = ["maatwerkbudget", "geheugenhuis", "leertafel"]
MODULES = ("keuze", "feiten", "rekenblad")
KINDS_OF_FILE = ("csv", "xlsx", "ods")


def stored(page: Page) -> list[str]:
    """Return the ids that the browser keeps."""
    return json.loads(page.evaluate("localStorage.getItem('selectie') ?? '[]'"))


def listed(page: Page) -> list[str]:
    """Return the ids on the page of the selection, in order."""
    return page.locator("#selectie-lijst > li").evaluate_all("all => all.map((one) => one.dataset.id)")


def keep(page: Page, origin: str, ids: list[str]) -> None:
    """Let the browser keep these ids, and open the page of the selection."""
    open_page(page, origin)
    page.evaluate("ids => localStorage.setItem('selectie', JSON.stringify(ids))", ids)
    open_page(page, f"{origin}selectie/")
    expect(page.locator("#selectie-lijst > li")).to_have_count(len(ids))


def take(page: Page, kind: str, folder: Path) -> Path:
    """Download a file as a person does; return where it is."""
    with page.expect_download() as found:
        page.locator(f"[data-bestand={kind}]").click()
    path = folder / found.value.suggested_filename
    found.value.save_as(path)
    return path


@pytest.mark.parametrize("name", MODULES)
def test_the_modules_do_what_they_say(name: str) -> None:
    node = os.environ.get("NODE") or shutil.which("node")
    assert node, "Node.js 20 or newer is needed"
    test = PROJECT / "tests" / "js" / f"{name}.test.mjs"
    done = subprocess.run([node, "--test", str(test)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


# Keeping


def test_a_button_keeps_a_practice_and_lets_it_go(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, f"{origin}praktijken/")
    entry = page.locator(".kop").get_by_role("link", name="Selectie")
    expect(entry).to_have_text("Selectie")
    button = page.get_by_role("button", name="Bewaar Maatwerkbudget")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(entry).to_have_text("Selectie (1)")
    expect(page.get_by_role("status")).to_have_text("Maatwerkbudget bewaard. 1 praktijk in uw selectie.")
    assert stored(page) == ["maatwerkbudget"]

    open_page(page, f"{origin}praktijken/maatwerkbudget/")
    same = page.get_by_role("button", name="Bewaar Maatwerkbudget")
    expect(same).to_have_attribute("aria-pressed", "true")
    same.click()
    expect(page.get_by_role("status")).to_contain_text("uit uw selectie gehaald. 0 praktijken")
    assert page.evaluate("({...localStorage})") == {}
    expect(entry).to_have_text("Selectie")
    assert guard.problems == []


@pytest.mark.parametrize("path", ["", "themas/dementie/", "gemeenten/eindhoven/", "praktijken/geheugenhuis/"])
def test_every_card_has_one_button_that_names_it(shared_page: PageMaker, origin: str, path: str) -> None:
    page, _ = shared_page(WIDE)
    open_page(page, origin + path)
    places = page.locator("[data-praktijk] > .praktijk-doen > button, .praktijk__kop > .praktijk-doen > button")
    titles = page.locator("article.praktijk-kaart h3, article.praktijk h1").all_inner_texts()
    names = [re.sub(r"\s+", " ", text).strip() for text in places.all_text_contents()]
    assert sorted(names) == sorted(f"Bewaar {title}" for title in titles)
    assert page.locator("[data-bewaar]").count() == len(names)


def test_another_tab_sees_what_is_kept(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, f"{origin}praktijken/")
    other = page.context.new_page()
    open_page(other, f"{origin}praktijken/")
    other.get_by_role("button", name="Bewaar Leertafel").click()
    expect(page.get_by_role("button", name="Bewaar Leertafel")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".kop").get_by_role("link", name="Selectie (1)")).to_be_visible()


# The page of the selection


def test_an_empty_selection_says_how_to_fill_it(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(PHONE)
    open_page(page, f"{origin}selectie/")
    expect(page.get_by_role("status")).to_have_text("Uw selectie is leeg.")
    expect(page.locator("#selectie-leeg")).to_be_visible()
    expect(page.locator("#selectie-mee")).to_be_hidden()
    assert guard.take() == []


def test_without_scripts_the_page_leads_to_the_lists_and_the_data(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(SCRIPTLESS)
    page.goto(origin + KINDS["selectie"])
    expect(page.locator("noscript p")).to_contain_text("uw browser geen scripts uitvoert")
    expect(page.locator("noscript").get_by_role("link", name="als bestand")).to_be_visible()


def test_a_shared_selection_overwrites_nothing_until_asked(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    keep(page, origin, ["topklas", "leertafel"])
    open_page(page, origin + KINDS["selectie"])
    assert listed(page) == THREE
    expect(page.locator("#selectie-uitleg")).to_contain_text("Uw eigen selectie (2 praktijken) is niet veranderd")
    page.get_by_role("button", name="Haal weg : Leertafel").click()
    expect(page).to_have_url(f"{origin}selectie/?p=maatwerkbudget&p=geheugenhuis")
    assert stored(page) == ["topklas", "leertafel"]
    page.go_back()
    expect(page.locator("#selectie-lijst > li")).to_have_count(3)
    page.get_by_role("button", name="Bewaar deze in mijn selectie").click()
    expect(page.get_by_role("status")).to_have_text("Bewaard. 4 praktijken in uw eigen selectie.")
    assert stored(page) == ["topklas", "leertafel", "maatwerkbudget", "geheugenhuis"]
    page.get_by_role("link", name="Naar mijn eigen selectie").click()
    expect(page.get_by_role("status")).to_have_text("4 praktijken in uw selectie.")
    assert guard.problems == []


def test_the_order_changes_with_the_keyboard_and_the_focus_stays(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    keep(page, origin, THREE)
    down = page.get_by_role("button", name="Omlaag : Maatwerkbudget")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Maatwerkbudget staat nu op plaats 2 van 3.")
    expect(down).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Maatwerkbudget staat nu op plaats 3 van 3.")
    expect(page.get_by_role("button", name="Omhoog : Maatwerkbudget")).to_be_focused()
    assert stored(page) == listed(page) == ["geheugenhuis", "leertafel", "maatwerkbudget"]
    for left in (2, 1):
        page.locator("[data-actie=weg]").last.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text(f"{left} praktijk")
        expect(page.locator("[data-actie=weg]").last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Uw selectie is leeg")
    assert page.evaluate("({...localStorage})") == {}
    assert guard.problems == []


def test_a_practice_that_is_gone_is_said(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, f"{origin}selectie/?p=bestaat-niet&p=leertafel")
    assert listed(page) == ["leertafel"]
    expect(page.locator("#selectie-meldingen")).to_contain_text("“bestaat-niet” is niet gevonden")


def test_the_link_opens_the_same_selection_elsewhere(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    keep(page, origin, THREE)
    address = page.get_by_label("Link naar deze selectie").input_value()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_role("status")).to_have_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == address
    other, _ = fresh_page(PHONE)
    open_page(other, address)
    assert listed(other) == THREE
    assert stored(other) == []


def test_up_to_four_can_be_compared(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    keep(page, origin, [*THREE, "topklas", "impact040"])
    expect(page.locator("#selectie-vergelijk")).to_have_text("Vink twee tot vier praktijken aan om ze te vergelijken.")
    for name in ("Leertafel", "Geheugenhuis"):
        page.get_by_label(f"Vergelijk {name}").check()
    page.get_by_role("link", name="Vergelijk 2 praktijken").click()
    expect(page.locator("thead th a")).to_have_text(["Geheugenhuis", "Leertafel"])


# Taking along


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_a_file_holds_what_the_screen_counts(
    fresh_page: PageMaker, origin: str, site: Path, tmp_path: Path, kind: str
) -> None:
    page, guard = fresh_page(WIDE)
    keep(page, origin, THREE)
    names, *rows = read_rows(take(page, kind, tmp_path))
    assert [row[0] for row in rows] == listed(page) == THREE
    expect(page.get_by_role("status")).to_have_text(f"3 praktijken als {kind.upper()} opgeslagen.")
    for row in rows:
        cells = dict(zip(names, row, strict=True))
        record = json.loads((site / "api/v1/praktijken" / f"{row[0]}.json").read_text("utf-8"))
        assert cells["Titel"] == record["titel"]
        assert cells["Adres"] == f"{origin}praktijken/{row[0]}/"
        added, rank = cells["Toegevoegd op"], cells["Bewijsniveau (1 tot 5)"]
        assert str(added) == record["toegevoegd_op"]
        assert isinstance(added, str if kind == "csv" else date)
        assert rank in ("1", "2", "3", "4", "5") if kind == "csv" else isinstance(rank, int | float)
    costs = [dict(zip(names, row, strict=True))["Eenmalig tot (euro)"] for row in rows]
    assert costs == (["309586", "", ""] if kind == "csv" else [309586, None, None])
    assert guard.problems == []


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_a_file_runs_no_formula(fresh_page: PageMaker, origin: str, tmp_path: Path, kind: str) -> None:
    page, _ = fresh_page(WIDE)
    formula = '=HYPERLINK("https://elders.invalid/","klik")'
    change_record(page, "leertafel", titel=formula, samenvatting="a & b < c \u0007 ]]> \"d\" 'e'\nnieuwe regel")
    keep(page, origin, ["leertafel"])
    names, row = read_rows(take(page, kind, tmp_path))
    cells = dict(zip(names, row, strict=True))
    assert cells["Titel"] == (f"'{formula}" if kind == "csv" else formula)
    assert str(cells["Samenvatting"]).endswith("nieuwe regel")
    assert "a & b < c" in str(cells["Samenvatting"])


def test_the_memo_has_a_summary_and_a_sheet_for_each(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    keep(page, origin, THREE)
    memo = page.locator("#selectie-memo")
    rows = memo.locator("tbody th").all_inner_texts()
    sheets = memo.locator("article")
    assert rows == sheets.locator("h3").all_inner_texts()
    assert sheets.evaluate_all("all => all.map((one) => one.dataset.id)") == THREE
    day = page.evaluate(
        "new Intl.DateTimeFormat('nl-NL', {day: 'numeric', month: 'long', year: 'numeric'}).format(new Date())"
    )
    expect(memo).to_contain_text(f"Geraadpleegd op {day}.")
    for id, sheet in zip(THREE, sheets.all(), strict=True):
        for heading in ("Weerstand", "Bronnen"):
            expect(sheet.get_by_role("heading", name=heading, exact=True)).to_have_count(1)
        expect(sheet).to_contain_text(f"Vaste link: {origin}praktijken/{id}/")
        for term in ("Voor wie", "Bewijs volgens de bronnen", "Kosten", "Contact"):
            expect(sheet.locator(f"dt:text-is('{term}') + dd")).not_to_be_empty()
    page.emulate_media(media="print")
    expect(memo).to_be_visible()
    expect(page.locator("#selectie-lijst")).to_be_hidden()
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert pages >= 1 + len(THREE)


# All of it, by keyboard


@pytest.mark.parametrize("profile", [WIDE, PHONE], ids=lambda profile: profile.name)
def test_from_a_list_to_a_compared_and_exported_selection(
    fresh_page: PageMaker, origin: str, tmp_path: Path, profile: Profile
) -> None:
    page, guard = fresh_page(profile)
    open_page(page, f"{origin}gemeenten/huizen/")
    buttons = page.locator("[data-bewaar]")
    wanted = [buttons.nth(number).get_attribute("data-bewaar") for number in range(2)]
    for id in wanted:
        tab_until(page, f"[data-bewaar={id}]")
        page.keyboard.press("Space")
    page.keyboard.press("Control+Home")
    page.reload()
    tab_until(page, ".kop a[href$='selectie/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("2 praktijken in uw selectie.")
    tab_until(page, "#selectie-vergelijk a")
    page.keyboard.press("Enter")
    expect(page.locator("thead th a")).to_have_count(2)
    page.go_back()
    expect(page.locator("#selectie-lijst > li")).to_have_count(2)
    tab_until(page, "[data-bestand=xlsx]")
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    path = tmp_path / "selectie.xlsx"
    found.value.save_as(path)
    assert [row[0] for row in read_rows(path)[1:]] == wanted
    assert guard.problems == []
