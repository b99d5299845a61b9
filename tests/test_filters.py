"""Filters of the search page in Chromium: counts that come true, addresses, choices in sight, the sheet by keyboard."""

from __future__ import annotations

import re

import pytest
from conftest import PageMaker
from playwright.sync_api import Locator, Page, expect
from support.browser import DARK, PHONE, WIDE, Profile, look, open_page, tab_until
from test_accessibility import describe, run_axe

ALL = "zoeken/?sorteer=nieuwste"
OPEN_GROUPS = "document.querySelectorAll('#zoek-filters details').forEach((one) => (one.open = true))"
PHONE_DARK = Profile("360-dark", 360, 740, scheme="dark")


def group(page: Page, facet: str) -> Locator:
    return page.locator(f"details[data-facet={facet}]")


def option(page: Page, facet: str, name: str) -> Locator:
    return group(page, facet).get_by_role("checkbox", name=name)


def count_of(page: Page, facet: str, value: str) -> int:
    row = group(page, facet).locator("li", has=page.locator(f"input[value='{value}']"))
    return int(re.findall(r"\d+", row.locator(".aantal").inner_text())[0])


def announced(page: Page) -> int:
    return int(re.findall(r"^\d+", page.locator("#zoek-stand").inner_text())[0])


def test_a_count_comes_true_when_its_option_is_chosen(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/?q=wijkteam")
    before = announced(page)
    expected = count_of(page, "bewijs", "praktijkverhaal")
    assert 0 < expected < before
    option(page, "bewijs", "Praktijkverhaal").check()
    expect(page).to_have_url(f"{origin}zoeken/?q=wijkteam&bewijs=praktijkverhaal")
    expect(page.locator("#zoek-stand")).to_have_text(re.compile(rf"^{expected} praktijken .* met deze filters"))
    expect(option(page, "bewijs", "Praktijkverhaal")).to_be_focused()
    other = count_of(page, "bewijs", "eigen_evaluatie")
    option(page, "bewijs", "Eigen evaluatie").check()
    expect(page.locator("#zoek-stand")).to_have_text(re.compile(rf"^{expected + other} praktijk"))
    theme = count_of(page, "thema", "wijkteams")
    option(page, "thema", "Wijkteams").check()
    expect(page.locator("#zoek-stand")).to_have_text(re.compile(rf"^{theme} praktijk"))
    assert guard.take() == []


def test_back_and_reload_restore_each_state(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, origin + ALL)
    everything = announced(page)
    option(page, "thema", "Wijkteams").check()
    page.get_by_label("Sorteer op").select_option("bewijs")
    expect(page).to_have_url(f"{origin}zoeken/?thema=wijkteams&sorteer=bewijs")
    first = page.locator("#zoek-resultaten h3").first.inner_text()
    page.reload()
    expect(option(page, "thema", "Wijkteams")).to_be_checked()
    expect(page.get_by_label("Sorteer op")).to_have_value("bewijs")
    expect(page.locator("#zoek-resultaten h3").first).to_have_text(first)
    page.go_back()
    expect(page.get_by_label("Sorteer op")).to_have_value("nieuwste")
    expect(option(page, "thema", "Wijkteams")).to_be_checked()
    page.go_back()
    expect(option(page, "thema", "Wijkteams")).not_to_be_checked()
    expect(page.locator("#zoek-stand")).to_have_text(f"{everything} praktijken gevonden.")
    assert guard.take() == []


def test_back_takes_away_a_choice_before_the_question_that_was_typed(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/")
    page.get_by_role("searchbox").press_sequentially("wijkteam")
    option(page, "bewijs", "Praktijkverhaal").check()
    expect(page).to_have_url(f"{origin}zoeken/?q=wijkteam&bewijs=praktijkverhaal")
    page.go_back()
    expect(page).to_have_url(f"{origin}zoeken/?q=wijkteam")
    page.go_back()
    expect(page).to_have_url(f"{origin}zoeken/")


def test_results_come_in_the_order_that_is_asked_for(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(WIDE)
    open_page(page, f"{origin}zoeken/?sorteer=bewijs")
    dots = page.locator("#zoek-resultaten .bewijs__punten").all_inner_texts()
    assert len(dots) == 10
    assert dots == sorted(dots, reverse=True)
    open_page(page, f"{origin}zoeken/?q=geld&sorteer=kosten")
    costs = page.locator("#zoek-resultaten dl > div:nth-child(2) > dd").all_inner_texts()
    known = [cost != "Niet bekend" for cost in costs]
    assert any(known)
    assert known == sorted(known, reverse=True)


def test_results_can_be_kept_also_those_that_come_later(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, origin + ALL)
    buttons = page.locator("#zoek-resultaten [data-bewaar]")
    expect(buttons).to_have_count(10)
    page.get_by_role("button", name="Toon meer praktijken").click()
    expect(buttons).to_have_count(20)
    buttons.nth(15).click()
    option(page, "bewijs", "Praktijkverhaal").check()
    expect(page.locator("#selectie-aantal")).to_have_text(" (1)")
    assert guard.take() == []


def test_choices_are_in_sight_and_go_one_by_one_or_all_at_once(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/?q=wijkteam&thema=wijkteams&bewijs=praktijkverhaal&soort=aanpak")
    chips = page.get_by_role("group", name="Gekozen filters").get_by_role("button")
    expect(chips).to_have_text(
        [
            re.compile("Thema: Wijkteams"),
            re.compile("Bewijs: Praktijkverhaal"),
            re.compile("Soort: Aanpak"),
            "Wis alles",
        ]
    )
    chips.nth(0).press("Enter")
    expect(page).to_have_url(f"{origin}zoeken/?q=wijkteam&bewijs=praktijkverhaal&soort=aanpak")
    expect(chips.nth(0)).to_be_focused()
    expect(chips.nth(0)).to_contain_text("Bewijs: Praktijkverhaal")
    chips.nth(2).press("Enter")
    expect(page).to_have_url(f"{origin}zoeken/?q=wijkteam")
    expect(page.locator("#zoek-uitkomst-kop")).to_be_focused()
    expect(chips).to_have_count(0)
    assert guard.take() == []


def test_without_results_the_page_says_which_filter_to_remove(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/?thema=dementie&doelgroep=bestaat-niet")
    expect(page.locator("#zoek-stand")).to_have_text("Niets gevonden met deze filters.")
    expect(page.get_by_role("button", name="Doelgroep: bestaat-niet")).to_be_visible()
    advice = page.locator("#zoek-advies").get_by_role("button")
    expect(advice).to_have_text(re.compile(r"^Doelgroep \(\d+\)$"))
    advice.click()
    expect(page).to_have_url(f"{origin}zoeken/?thema=dementie")
    expect(page.locator("#zoek-resultaten article").first).to_be_visible()
    assert guard.take() == []


def test_of_many_municipalities_one_is_found_by_its_name(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, origin + ALL)
    group(page, "gemeente").locator("summary").click()
    boxes = group(page, "gemeente").get_by_role("checkbox")
    expect(boxes).to_have_count(8)
    group(page, "gemeente").get_by_role("button", name="Toon alle").click()
    assert boxes.count() > 8
    group(page, "gemeente").get_by_label("Gemeente zoeken").fill("eindh")
    expect(boxes).to_have_count(1)
    boxes.check()
    expect(page).to_have_url(f"{origin}zoeken/?gemeente=GM0772&sorteer=nieuwste")
    expect(page.locator("#zoek-resultaten .praktijk-kaart__plaats").first).to_contain_text("Eindhoven")


def test_own_municipality_is_kept_in_the_browser_and_compared_with(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, origin + ALL)
    page.get_by_label("Mijn gemeente").select_option(label="Alphen aan den Rijn")
    expect(page.get_by_role("checkbox", name="Zelfde grootte (100.000 tot 150.000 inwoners)")).to_be_visible()
    expect(page).to_have_url(origin + ALL)
    page.get_by_role("checkbox", name="Zelfde provincie (Zuid-Holland)").check()
    expect(page).to_have_url(f"{origin}zoeken/?zoals=provincie&mijn=GM0484&sorteer=nieuwste")
    expect(page.get_by_role("button", name="Zoals Alphen aan den Rijn: Zelfde provincie")).to_be_visible()
    same = announced(page)
    open_page(page, f"{origin}zoeken/?provincie=zuid-holland")
    assert announced(page) == same
    expect(page.get_by_label("Mijn gemeente")).to_have_value("GM0484")
    # Somebody else's address says whose municipality is meant, and leaves the reader's own as it is.
    open_page(page, f"{origin}zoeken/?zoals=grootte&mijn=GM0014")
    expect(page.get_by_label("Mijn gemeente")).to_have_value("GM0014")
    assert page.evaluate("localStorage.getItem('mijn-gemeente')") == "GM0484"
    page.get_by_label("Mijn gemeente").select_option("")
    expect(page).to_have_url(origin + ALL)
    assert page.evaluate("localStorage.getItem('mijn-gemeente')") is None
    assert guard.take() == []


def test_the_sheet_of_a_phone_works_by_keyboard(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(PHONE)
    open_page(page, f"{origin}zoeken/?q=wijkteam")
    sheet, button = page.locator("#zoek-blad"), page.locator("#zoek-filterknop")
    expect(sheet).to_be_hidden()
    tab_until(page, "#zoek-filterknop")
    page.keyboard.press("Enter")
    expect(sheet).to_be_visible()
    tab_until(page, "details[data-facet=bewijs] summary")
    page.keyboard.press("Enter")
    tab_until(page, "input[value=praktijkverhaal]")
    expected = count_of(page, "bewijs", "praktijkverhaal")
    page.keyboard.press("Space")
    expect(page.locator("#zoek-blad-toon")).to_have_text(f"Toon {expected} praktijken")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    tab_until(page, "#zoek-blad-toon")
    page.keyboard.press("Enter")
    expect(sheet).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_text("Filter (1)")
    assert announced(page) == expected
    page.keyboard.press("Enter")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(button).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert guard.take() == []


@pytest.mark.parametrize("profile", [PHONE, PHONE_DARK], ids=lambda profile: profile.name)
def test_axe_finds_nothing_with_the_sheet_open(fresh_page: PageMaker, origin: str, profile: Profile) -> None:
    page, _ = fresh_page(profile)
    open_page(page, f"{origin}zoeken/?q=wijkteam&thema=wijkteams&zoals=grootte&mijn=GM0484")
    page.locator("#zoek-filterknop").click()
    page.evaluate(OPEN_GROUPS)
    problems = describe(*run_axe(page), f"the sheet in {profile.name}")
    assert not problems, "\n".join(problems)


def test_axe_finds_nothing_with_every_filter_open(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/?q=wijkteam&thema=wijkteams&zoals=grootte&mijn=GM0484")
    page.evaluate(OPEN_GROUPS)
    problems = describe(*run_axe(page), "all filters")
    look(page, DARK)
    problems += describe(*run_axe(page), "all filters in the dark")
    assert not problems, "\n".join(problems)


def test_filters_move_between_page_and_sheet_with_the_window(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(PHONE)
    open_page(page, f"{origin}zoeken/?q=wijkteam")
    page.locator("#zoek-filterknop").click()
    expect(page.locator("#zoek-blad #zoek-filters")).to_be_visible()
    look(page, WIDE)
    expect(page.locator("#zoek-blad")).to_be_hidden()
    expect(page.locator("#zoek-zij #zoek-filters")).to_be_visible()


def test_filters_are_fetched_once_and_only_by_who_searches(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    open_page(page, f"{origin}zoeken/")
    assert not [url for url in fetched if "facetten.json" in url]
    page.get_by_role("link", name="Filter alle praktijken").click()
    option(page, "thema", "Wijkteams").check()
    expect(page).to_have_url(f"{origin}zoeken/?thema=wijkteams&sorteer=nieuwste")
    assert len([url for url in fetched if "facetten.json" in url]) == 1


def test_results_stay_when_only_the_filters_do_not_load(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    page.context.route("**/facetten.json", lambda route: route.abort())
    page.goto(f"{origin}zoeken/?q=dementie")
    expect(page.locator("#zoek-resultaten article").first).to_be_visible()
    page.goto(f"{origin}zoeken/?thema=dementie")
    expect(page.locator("#zoek-stand")).to_contain_text("konden niet worden geladen")


def test_a_question_after_browsing_is_sorted_by_relevance(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, origin + ALL)
    page.get_by_role("searchbox").fill("dementie")
    expect(page).to_have_url(f"{origin}zoeken/?q=dementie")
    expect(page.get_by_label("Sorteer op")).to_have_value("")


def test_the_map_counts_what_was_found_and_leads_back_to_it(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/?q=wijkteam&bewijs=praktijkverhaal")
    found = announced(page)
    page.get_by_role("link", name="Op de kaart").click()
    expect(page.locator("#kaart-stand")).to_have_text(re.compile(rf"^{found} praktijken gevonden voor “wijkteam” met"))
    tile = page.locator("a.vakje-link[data-naam=Eindhoven]")
    count = int(tile.locator(".vakje__aantal").text_content() or 0)
    assert 0 < count < found
    row = page.locator("tr[data-gemeente=GM0772]")
    expect(row.locator(".tabel__getal")).to_have_text(str(count))
    reachable = page.locator("a.vakje-link[href]").count()
    assert reachable == page.locator("tr[data-gemeente]:visible").count() < page.locator("a.vakje-link").count()
    assert not (problems := describe(*run_axe(page), "the map of results")), "\n".join(problems)
    tile.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{origin}zoeken/?q=wijkteam&bewijs=praktijkverhaal&gemeente=GM0772")
    expect(page.locator("#zoek-stand")).to_have_text(re.compile(rf"^{count} praktijk"))
    assert guard.take() == []


def test_the_map_by_itself_loads_no_index(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    open_page(page, f"{origin}kaart/")
    expect(page.locator("#kaart-keuze")).to_be_hidden()
    assert [url for url in fetched if url.startswith(f"{origin}zoek/")] == []
