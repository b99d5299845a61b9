"""The built site in real Chromium, under the policy that it ships."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import FORMER_ID, PageMaker
from playwright.sync_api import Page, expect
from support.browser import DARK, PHONE, SCRIPTLESS, WIDE, Browsers, Guard, Profile, look, open_page
from support.hosting import serve
from support.site import KINDS

STORED = "() => ({local: {...localStorage}, session: {...sessionStorage}})"
HOSTILE = "<img src=x onerror=alert(1)>"
NARROW = (320, 360)
STICKING_OUT = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > room + 1);
  return ["the page", ...wide.map((element) => `${element.tagName}.${element.className}`)];
}"""


@dataclass(frozen=True)
class Visit:
    """What someone's browser went through on a page, and what it kept."""

    problems: list[str]
    cookies: list[object]
    stored: dict[str, dict[str, str]]
    workers: int
    sticking_out: list[str]


@pytest.fixture(scope="module", params=KINDS)
def visit(request: pytest.FixtureRequest, shared_page: PageMaker, origin: str) -> Visit:
    """A visit to one page of each kind in turn: read to the end, and then made narrow."""
    page, guard = shared_page(WIDE)
    open_page(page, origin + KINDS[request.param])
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    sticking_out = []
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 740})
        sticking_out += [f"{text} at {width}" for text in page.evaluate(STICKING_OUT)]
    look(page, WIDE)
    return Visit(
        guard.take(),
        page.context.cookies(),
        page.evaluate(STORED),
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"),
        sticking_out,
    )


def search(page: Page, origin: str, question: str) -> None:
    open_page(page, f"{origin}zoeken/?q={quote(question)}")


def background(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


# Every kind of page


def test_a_page_breaks_no_rule_and_asks_nothing_of_others(visit: Visit) -> None:
    """No violation of the policy, no request elsewhere, no failed request, no error in a script."""
    assert visit.problems == []


def test_a_page_leaves_nothing_behind(visit: Visit) -> None:
    assert visit.cookies == []
    assert visit.stored == {"local": {}, "session": {}}
    assert visit.workers == 0


def test_a_page_never_scrolls_sideways(visit: Visit) -> None:
    assert visit.sticking_out == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_serves_without_scripts(shared_page: PageMaker, origin: str, kind: str) -> None:
    page, guard = shared_page(SCRIPTLESS)
    page.goto(origin + KINDS[kind])
    menu = page.locator("#hoofdmenu")
    for name in ("Praktijken", "Thema’s", "Gemeenten", "Over"):
        expect(menu.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.locator("main h1")).to_be_visible()
    for button in ("#menuknop", "#kleurschema"):
        expect(page.locator(button)).to_be_hidden()
    assert guard.take() == []


def test_the_guard_sees_what_the_policy_forbids(fresh_page: PageMaker, origin: str) -> None:
    """The tests above mean something only while this one passes."""
    page, guard = fresh_page(WIDE)
    open_page(page, origin)
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "globalThis.ran = true";
          const picture = new Image();
          picture.src = "https://elders.invalid/telpixel.gif";
          document.body.setAttribute("style", "color: red");
          document.body.append(script, picture);
        }"""
    )
    page.wait_for_timeout(200)
    violated = " ".join(guard.problems)
    for directive in ("script-src-elem", "img-src", "style-src-attr"):
        assert f"policy violated: {directive}" in violated
    assert page.evaluate("globalThis.ran") is None


# Colours


def test_colours_follow_the_system_until_someone_chooses(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(DARK)
    open_page(page, origin)
    dark = background(page)
    page.emulate_media(color_scheme="light")
    assert background(page) != dark
    assert page.evaluate(STORED)["local"] == {}
    assert guard.problems == []


@pytest.mark.parametrize("profile", [WIDE, DARK], ids=lambda profile: profile.name)
def test_a_choice_of_colours_holds_on_every_page_and_can_be_undone(
    fresh_page: PageMaker, origin: str, profile: Profile
) -> None:
    page, guard = fresh_page(profile)
    open_page(page, origin)
    button = page.locator("#kleurschema")
    system, pressed = background(page), str(profile is DARK).lower()
    expect(button).to_have_attribute("aria-pressed", pressed)
    assert page.evaluate(STORED)["local"] == {}

    button.click()
    chosen = background(page)
    assert chosen != system
    expect(button).not_to_have_attribute("aria-pressed", pressed)
    assert list(page.evaluate(STORED)["local"]) == ["kleurschema"]

    open_page(page, f"{origin}praktijken/tom-in-de-buurt/")
    assert background(page) == chosen
    expect(button).not_to_have_attribute("aria-pressed", pressed)

    button.click()
    assert background(page) == system
    assert page.evaluate(STORED)["local"] == {}
    assert guard.problems == []


# Menu


def test_the_menu_is_open_on_a_wide_screen(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, origin)
    expect(page.locator("#menuknop")).to_be_hidden()
    expect(page.locator("#hoofdmenu").get_by_role("link").first).to_be_visible()


def test_the_menu_opens_and_closes_on_a_phone(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(PHONE)
    open_page(page, origin)
    menu, button = page.locator("#hoofdmenu"), page.locator("#menuknop")
    expect(menu).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    menu.get_by_role("link", name="Thema’s").click()
    expect(page).to_have_url(f"{origin}themas/")
    expect(page.locator("#menuknop")).to_have_attribute("aria-expanded", "false")
    assert guard.problems == []


@pytest.mark.parametrize(
    ("path", "entry", "current"),
    [
        ("praktijken/", "Praktijken", "page"),
        ("praktijken/tom-in-de-buurt/", "Praktijken", "true"),
        ("themas/dementie/", "Thema’s", "true"),
        ("over/", "Over", "page"),
    ],
)
def test_the_menu_says_where_the_reader_is(
    shared_page: PageMaker, origin: str, path: str, entry: str, current: str
) -> None:
    page, _ = shared_page(WIDE)
    open_page(page, origin + path)
    marked = page.locator("#hoofdmenu [aria-current]")
    expect(marked).to_have_count(1)
    expect(marked).to_have_text(entry)
    expect(marked).to_have_attribute("aria-current", current)


# Searching


@pytest.mark.parametrize("question", ["dementie", "Dementie", "dement", "geheugenhuis", "geheug"])
def test_a_question_finds_its_practice(shared_page: PageMaker, origin: str, question: str) -> None:
    page, guard = shared_page(WIDE)
    search(page, origin, question)
    hits = page.locator("#zoek-resultaten article")
    expect(hits.get_by_role("link", name="Geheugenhuis", exact=True)).to_be_visible()
    found = hits.count()
    words = "1 praktijk" if found == 1 else f"{found} praktijken"
    expect(page.get_by_role("status")).to_contain_text(f"{words} gevonden voor “{question}”")
    expect(page.get_by_role("searchbox")).to_have_value(question)
    assert guard.take() == []


def test_a_hit_leads_to_its_practice(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(PHONE)
    search(page, origin, "geheugenhuis")
    page.get_by_role("link", name="Geheugenhuis", exact=True).click()
    expect(page).to_have_url(f"{origin}praktijken/geheugenhuis/")
    assert guard.take() == []


def test_nothing_found_shows_a_way_out(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(PHONE)
    search(page, origin, "qqqqqq")
    expect(page.get_by_role("status")).to_contain_text("Niets gevonden voor “qqqqqq”")
    expect(page.locator("#zoek-uitkomst")).to_be_hidden()
    expect(page.locator("main").get_by_role("link", name="Dementie")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="bekijk alle praktijken").first).to_be_visible()
    assert guard.take() == []


def test_a_hostile_question_is_shown_as_text(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(WIDE)
    search(page, origin, HOSTILE)
    expect(page.get_by_role("status")).to_contain_text(HOSTILE)
    expect(page.get_by_role("searchbox")).to_have_value(HOSTILE)
    expect(page.locator("img")).to_have_count(0)
    assert guard.take() == []


def test_each_question_has_an_address_and_back_returns_to_the_last(shared_page: PageMaker, origin: str) -> None:
    page, guard = shared_page(WIDE)
    open_page(page, f"{origin}zoeken/")
    expect(page.get_by_role("status")).to_be_empty()
    box = page.get_by_role("searchbox")
    for question in ("schulden", "dementie"):
        box.fill(question)
        page.get_by_role("button", name="Zoek").click()
        expect(page.get_by_role("status")).to_contain_text(f"“{question}”")
        expect(page).to_have_url(f"{origin}zoeken/?q={question}")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("“schulden”")
    expect(box).to_have_value("schulden")
    page.go_forward()
    expect(page.get_by_role("status")).to_contain_text("“dementie”")
    assert guard.take() == []


@pytest.mark.parametrize("start", ["", "praktijken/tom-in-de-buurt/", "over/"])
def test_the_search_box_of_any_page_leads_to_the_search_page(shared_page: PageMaker, origin: str, start: str) -> None:
    page, guard = shared_page(WIDE)
    open_page(page, origin + start)
    box = page.get_by_role("searchbox")
    box.fill("dementie")
    box.press("Enter")
    expect(page).to_have_url(f"{origin}zoeken/?q=dementie")
    expect(page.get_by_role("status")).to_contain_text("gevonden voor “dementie”")
    assert guard.take() == []


def test_searching_without_scripts_says_so_and_shows_the_themes(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(SCRIPTLESS)
    page.goto(f"{origin}zoeken/?q=dementie")
    expect(page.locator("noscript p")).to_contain_text("uw browser geen scripts uitvoert")
    page.locator("#zoek-themas").get_by_role("link", name="Dementie").click()
    expect(page).to_have_url(f"{origin}themas/dementie/")
    expect(page.get_by_role("link", name="Geheugenhuis", exact=True)).to_be_visible()


def test_data_that_does_not_load_is_said_and_can_be_tried_again(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    page.route("**/zoek/index.json", lambda route: route.abort())
    page.goto(f"{origin}zoeken/?q=dementie")
    expect(page.get_by_role("status")).to_contain_text("konden niet worden geladen")
    page.unroute("**/zoek/index.json")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("status")).to_contain_text("gevonden voor “dementie”")


# A practice in its first screen


def test_the_first_screen_answers_the_five_questions(shared_page: PageMaker, origin: str) -> None:
    """What is it, for whom, what does it cost, how strong is the evidence, who can I call."""
    page, _ = shared_page(WIDE)
    open_page(page, f"{origin}praktijken/tom-in-de-buurt/")
    answers = [f"dt:text-is('{term}') + dd > :first-child" for term in ("Voor wie", "Kosten", "Bewijs", "Contact")]
    for selector in ("h1", "h1 + p", *answers):
        box = page.locator(f"main {selector}").first.bounding_box()
        assert box is not None, selector
        assert box["y"] + box["height"] <= WIDE.height, f"{selector} lies below the first screen"


@pytest.mark.parametrize("profile", [WIDE, SCRIPTLESS], ids=lambda profile: profile.name)
def test_a_former_address_brings_the_reader_to_the_practice(
    browsers: Browsers, moved_site: Path, profile: Profile
) -> None:
    with serve(moved_site) as origin, closing(browsers.new_context(profile)) as context:
        page = context.new_page()
        guard = Guard(page, origin)
        page.goto(f"{origin}praktijken/{FORMER_ID}/")
        expect(page).to_have_url(f"{origin}praktijken/geheugenhuis/")
        expect(page.locator("h1")).to_have_text("Geheugenhuis")
        assert guard.problems == []
