"""Everything can be done with a keyboard: real Tabs through real pages, and the focus always in sight."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import PageMaker
from playwright.sync_api import Page, expect
from support.browser import MOST_STEPS, PHONE, REFLOW, WIDE, Profile, open_page, tab_until
from support.site import KINDS

PREPARE = """() => {
  // Of a group of radio buttons Tab reaches one; arrows go on from there.
  const named = ({name}, state) => document.querySelector(`[name="${name}"]${state}`);
  const entry = (radio) => named(radio, ":checked") ?? named(radio, "");
  const every = "a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";
  const reachable = [...document.querySelectorAll(every)].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && element.checkVisibility({visibilityProperty: true}) &&
    (element.type !== "radio" || element === entry(element)));
  globalThis.reachable = reachable;
  globalThis.outlined = reachable.filter((element) => getComputedStyle(element).outlineStyle !== "none").length;
  return reachable.map((element) => element.outerHTML.slice(0, 150));
}"""
"""Lists what Tab should reach, in order, and counts what looks focused though it is not."""

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const style = getComputedStyle(element);
  const [dark, light] = [luminance(style.outlineColor), luminance(behind(element.parentElement))].sort((a, b) => a - b);
  const boxes = [...element.getClientRects()].filter((box) => box.width && box.height);
  // Scrolling goes by whole pixels, boxes do not.
  const inView = boxes.filter(
    (box) => box.top > -1 && box.left > -1 && box.bottom < innerHeight + 1 && box.right < innerWidth + 1);
  const covered = inView.filter((box) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !top || !element.contains(top);
  });
  return {
    index: globalThis.reachable.indexOf(element),
    html: element.outerHTML.slice(0, 150),
    visible: inView.length > 0,
    covered: covered.length > 0,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: (light + 0.05) / (dark + 0.05),
  };
}"""
WALKED = [(kind, WIDE) for kind in KINDS] + [(kind, PHONE) for kind in ("home", "praktijk", "zoekresultaat", "over")]


def tab(page: Page, key: str = "Tab") -> dict[str, Any] | None:
    """Press a key and say what has the focus then; None when that is nothing on the page."""
    page.keyboard.press(key)
    return page.evaluate(FOCUSED)


def walk(page: Page, key: str = "Tab") -> Iterator[dict[str, Any]]:
    """Press Tab from where the focus is until it leaves the page or comes round; gives each stop."""
    start = page.evaluate(FOCUSED)
    seen = {start["index"]} if start else set()
    for _ in range(MOST_STEPS):
        stop = tab(page, key)
        if stop is None or stop["index"] in seen:
            return
        seen.add(stop["index"])
        yield stop
    pytest.fail(f"still on the page after {MOST_STEPS} times {key}")


# Walking through pages


@pytest.mark.parametrize(("kind", "profile"), WALKED, ids=lambda value: getattr(value, "name", value))
def test_tab_reaches_everything_in_order_and_in_sight(
    shared_page: PageMaker, origin: str, kind: str, profile: Profile
) -> None:
    """Also that there is no trap: the walk ends, and all that can have the focus had it once."""
    page, _ = shared_page(profile)
    open_page(page, origin + KINDS[kind])
    expected = page.evaluate(PREPARE)
    assert page.evaluate("outlined") == 0
    stops = list(walk(page))
    assert [stop["index"] for stop in stops] == list(range(len(expected))), [
        html for number, html in enumerate(expected) if number not in {stop["index"] for stop in stops}
    ]
    assert not [stop["html"] for stop in stops if not stop["visible"]], "out of sight"
    assert not [stop["html"] for stop in stops if stop["covered"]], "something lies over it"
    assert not [stop for stop in stops if stop["outline"] < 2 or stop["contrast"] < 3], "no clear outline"


@pytest.mark.parametrize("profile", [WIDE, PHONE], ids=lambda profile: profile.name)
@pytest.mark.parametrize("kind", ["zoekresultaat", "over"])
def test_shift_tab_goes_all_the_way_back(shared_page: PageMaker, origin: str, kind: str, profile: Profile) -> None:
    page, _ = shared_page(profile)
    open_page(page, origin + KINDS[kind])
    expected = page.evaluate(PREPARE)
    page.evaluate("reachable.at(-1).focus()")
    stops = list(walk(page, "Shift+Tab"))
    assert [stop["index"] for stop in stops] == list(reversed(range(len(expected) - 1)))


@pytest.mark.parametrize("profile", [REFLOW], ids=lambda profile: profile.name)
def test_the_focus_can_be_seen_on_the_screen(shared_page: PageMaker, origin: str, profile: Profile) -> None:
    """An outline may be set and still be cut off by what is around it, so this one looks at pixels."""
    page, _ = shared_page(profile)
    open_page(page, origin + KINDS["praktijk"])
    page.evaluate(PREPARE)
    unseen = []
    for stop in walk(page):
        box = page.evaluate(
            """() => {
              const {x, y, width, height} = document.activeElement.getBoundingClientRect();
              const [left, top] = [Math.max(0, x - 6), Math.max(0, y - 6)];
              const [right, bottom] = [Math.min(innerWidth, x + width + 6), Math.min(innerHeight, y + height + 6)];
              return {x: left, y: top, width: right - left, height: bottom - top};
            }"""
        )
        focused = page.screenshot(clip=box)
        page.evaluate("document.activeElement.blur()")
        if page.screenshot(clip=box) == focused:
            unseen.append(stop["html"])
    assert not unseen


# The skip link


@pytest.mark.parametrize("profile", [WIDE, PHONE], ids=lambda profile: profile.name)
@pytest.mark.parametrize("kind", ["home", "praktijk", "over", "404"])
def test_the_first_tab_offers_to_skip_to_the_content(
    shared_page: PageMaker, origin: str, kind: str, profile: Profile
) -> None:
    page, _ = shared_page(profile)
    open_page(page, origin + KINDS[kind])
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Direct naar de inhoud")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


# The menu on a phone


def test_the_menu_opens_and_closes_with_the_keyboard(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(PHONE)
    open_page(page, origin)
    button, menu = page.locator("#menuknop"), page.locator("#hoofdmenu")
    tab_until(page, "#menuknop")
    expect(button).to_have_attribute("aria-expanded", "false")

    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(menu).to_be_visible()
    expect(button).to_be_focused()

    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()

    page.keyboard.press("Space")
    expect(menu).to_be_visible()
    page.keyboard.press("Enter")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    assert guard.problems == []


def test_a_closed_menu_keeps_its_links_from_tab(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(PHONE)
    open_page(page, origin)
    assert page.locator("#hoofdmenu a").count() > 0
    page.evaluate(PREPARE)
    for _ in walk(page):
        assert not page.evaluate("document.activeElement.closest('#hoofdmenu') !== null")


def test_the_open_menu_is_no_trap(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(PHONE)
    open_page(page, origin)
    tab_until(page, "#menuknop")
    page.keyboard.press("Enter")
    entries = page.locator("#hoofdmenu a").count()
    for number in range(entries):
        page.keyboard.press("Tab")
        expect(page.locator("#hoofdmenu a").nth(number)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#hoofdmenu') === null")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#hoofdmenu a").last).to_be_focused()


def test_the_colours_change_with_the_keyboard(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, origin)
    button = page.locator("#kleurschema")
    tab_until(page, "#kleurschema")
    for key, pressed in (("Space", "true"), ("Enter", "false")):
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-pressed", pressed)
        expect(button).to_be_focused()


# From a question to a neighbour


@pytest.mark.parametrize("profile", [WIDE, PHONE], ids=lambda profile: profile.name)
def test_from_the_home_page_to_a_neighbouring_practice(fresh_page: PageMaker, origin: str, profile: Profile) -> None:
    page, guard = fresh_page(profile)
    open_page(page, origin)
    tab_until(page, "main input[type=search]")
    page.keyboard.type("dementie")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{origin}zoeken/?q=dementie")
    expect(page.get_by_role("status")).to_contain_text("gevonden voor “dementie”")
    tab_until(page, "#zoek-resultaten a[href$='praktijken/geheugenhuis/']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{origin}praktijken/geheugenhuis/")
    tab_until(page, "#zie-ook a")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(f"{origin}praktijken/geheugenhuis/")
    expect(page.locator("article.praktijk h1")).to_be_visible()
    assert guard.problems == []


def test_searching_again_leaves_the_focus_where_it_was(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_page(page, f"{origin}zoeken/")
    tab_until(page, "main input[type=search]")
    for question in ("schulden", "dementie"):
        page.keyboard.press("Control+A")
        page.keyboard.type(question)
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text(f"“{question}”")
        expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize("kind", ["home", "zoekresultaat", "praktijk", "over"])
def test_single_keys_do_nothing(shared_page: PageMaker, origin: str, kind: str) -> None:
    """A shortcut of one character gets in the way of who speaks to a computer (WCAG 2.1.4)."""
    page, guard = shared_page(WIDE)
    open_page(page, origin + KINDS[kind])
    page.keyboard.press("Tab")
    before = page.evaluate("[location.href, document.activeElement.outerHTML, document.body.innerHTML]")
    for key in [*string.ascii_letters, *string.digits, *string.punctuation]:
        page.keyboard.press(key)
    after = page.evaluate("[location.href, document.activeElement.outerHTML, document.body.innerHTML]")
    assert after == before
    assert page.evaluate("scrollY") == 0
    assert guard.take() == []
