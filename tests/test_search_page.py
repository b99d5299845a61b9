"""The search page in Chromium: results while typing, marks, reasons, advice; nothing fetched before it is needed."""

from __future__ import annotations

import re
from urllib.parse import quote

from conftest import PageMaker
from playwright.sync_api import Page, Route, expect
from support.browser import PHONE, WIDE, open_page


def search(page: Page, origin: str, question: str) -> None:
    open_page(page, f"{origin}zoeken/?q={quote(question)}")


def test_results_come_while_someone_types(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/")
    box = page.get_by_role("searchbox")
    box.press_sequentially("geheugenh")
    expect(page.locator("#zoek-resultaten").get_by_role("link", name="Geheugenhuis", exact=True)).to_be_visible()
    expect(page).to_have_url(f"{origin}zoeken/?q=geheugenh")
    expect(box).to_be_focused()
    page.go_back()
    expect(page).to_have_url(f"{origin}zoeken/")
    expect(box).to_have_value("")
    expect(page.locator("#zoek-uitkomst")).to_be_hidden()
    assert guard.take() == []


def test_on_a_slow_connection_the_last_of_what_was_typed_is_answered(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/")
    held: list[Route] = []
    arrived = False
    page.context.route("**/zoek/*/t*.json", lambda route: route.continue_() if arrived else held.append(route))
    box = page.get_by_role("searchbox")
    with page.expect_request("**/zoek/*/t*.json"):
        box.press_sequentially("geheugenh")
    box.press_sequentially("uis")
    expect(page).to_have_url(f"{origin}zoeken/?q=geheugenhuis")
    expect(page.locator("#zoek-stand")).to_be_empty()
    arrived = True
    for route in held:
        route.continue_()
    expect(page.locator("#zoek-stand")).to_contain_text("“geheugenhuis”")
    expect(page.locator("#zoek-resultaten").get_by_role("link", name="Geheugenhuis", exact=True)).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{origin}zoeken/")
    assert guard.take() == []


def test_nothing_is_fetched_before_someone_means_to_search(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(origin)))
    for path in ("", "praktijken/leertafel/", "zoeken/"):
        open_page(page, origin + path)
    assert not [path for path in fetched if path.startswith("zoek/") or path.endswith(("zoekmachine.js", "werker.js"))]
    page.get_by_role("searchbox").focus()
    page.get_by_role("searchbox").fill("dementie")
    expect(page.locator("#zoek-resultaten article").first).to_be_visible()
    assert [path for path in fetched if path.startswith("zoek/")]
    assert not [path for path in fetched if path.startswith("api/")]


def test_words_that_were_looked_for_are_marked(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(WIDE)
    search(page, origin, "schuld")
    marks = page.locator("#zoek-resultaten mark")
    expect(marks.filter(has_text="schulden").first).to_be_visible()
    assert "de" not in marks.all_inner_texts()
    assert guard.take() == []


def test_a_result_found_by_another_word_says_so(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(WIDE)
    search(page, origin, "mentorschap")
    expect(page.locator("#zoek-resultaten article").first).to_contain_text("Gevonden via “beschermingsbewind”.")


def test_a_result_says_by_how_many_municipalities_it_was_adopted(shared_page: PageMaker, origin: str) -> None:
    """In the words of the cards that the build makes."""
    page, _ = shared_page(WIDE)
    counts = re.compile(r"^Overgenomen door \d+ gemeenten?$")
    open_page(page, f"{origin}praktijken/")
    made = page.locator("article[data-praktijk=omgekeerde-toets]").get_by_text(counts).inner_text()
    search(page, origin, "omgekeerde toets")
    expect(page.locator("article[data-praktijk=omgekeerde-toets]").get_by_text(counts)).to_have_text(made)


def test_a_slip_is_answered_and_mended(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(PHONE)
    search(page, origin, "intervizie")
    expect(page.locator("#zoek-resultaten article").first).to_contain_text("Intervisie")
    page.locator("#zoek-advies").get_by_role("link", name="intervisie").click()
    expect(page).to_have_url(f"{origin}zoeken/?q=intervisie")
    expect(page.get_by_role("status")).to_contain_text("gevonden voor “intervisie”")
    expect(page.locator("#zoek-advies")).to_be_empty()
    assert guard.take() == []


def test_a_subject_that_no_practice_names_shows_what_lies_near(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(WIDE)
    search(page, origin, "pleegzorg")
    expect(page.get_by_role("status")).to_contain_text("Geen praktijk noemt “pleegzorg”.")
    expect(page.locator("#zoek-resultaten article").first).to_be_visible()
    assert guard.take() == []


def test_hand_written_pages_are_found(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(WIDE)
    search(page, origin, "privacy")
    page.locator("#zoek-advies").get_by_role("link", name="Privacy").click()
    expect(page).to_have_url(f"{origin}privacy/")
    assert guard.take() == []


def test_more_results_come_on_request_and_take_the_focus(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(WIDE)
    search(page, origin, "wijkteams sociaal domein gemeente")
    articles = page.locator("#zoek-resultaten article")
    expect(articles).to_have_count(10)
    page.get_by_role("button", name="Toon meer praktijken").click()
    expect(articles.nth(10)).to_be_visible()
    expect(articles.nth(10).get_by_role("link")).to_be_focused()
    assert guard.take() == []


def test_reload_restores_the_question(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(WIDE)
    search(page, origin, "schulden vroeg zien")
    first = page.locator("#zoek-resultaten article").first.inner_text()
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("schulden vroeg zien")
    expect(page.locator("#zoek-resultaten article").first).to_have_text(first, use_inner_text=True)
