"""axe-core finds nothing, on any kind of page, in any of the ways in which people look at it."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from conftest import PageMaker
from playwright.sync_api import Page
from support.browser import DARK, PHONE, REFLOW, WIDE, ZOOMED, Profile, look, open_page
from support.site import KINDS

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    # WCAG 2.2 asks for targets of a certain size; axe leaves that rule off unless it is named.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
JUDGE = "(options) => { globalThis.judging = axe.run(document, options).then((outcome) => outcome.violations); }"
PAIRS = ((WIDE, PHONE), (DARK, ZOOMED), (None, REFLOW))
"""The profiles that two pages, one wide and one narrow, are brought to in turn and judged in at the same time."""

DEFECTS = """() => {
  const pale = Object.assign(document.createElement("p"), {textContent: "Bijna niet te lezen"});
  pale.style.color = "#999";
  const small = [1, 2].map((n) => Object.assign(document.createElement("button"), {ariaLabel: `Klein ${n}`}));
  small.forEach((button) => button.style.cssText = "all: unset; display: block; width: 8px; height: 8px");
  document.querySelector("main").prepend(document.createElement("button"), pale, ...small);
}"""


def run_axe(*pages: Page) -> list[list[dict[str, Any]]]:
    """Judge pages as they stand now, all at once; return what is wrong with each."""
    for page in pages:
        if not page.evaluate("'axe' in globalThis"):
            page.evaluate(AXE_SCRIPT)
        page.evaluate(JUDGE, OPTIONS)
    return [page.evaluate("judging") for page in pages]


def describe(violations: list[dict[str, Any]], where: str) -> list[str]:
    """Say per violation and place: the rule, the element, its HTML and what would repair it."""
    return [
        f"{rule['id']} ({rule['impact']}) on {where}: {rule['help']}\n"
        f"    {' '.join(map(str, node['target']))}: {node['html']}\n"
        f"    {'; '.join(check['message'] for check in [*node['any'], *node['all'], *node['none']])}"
        for rule in violations
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(shared_page: PageMaker, origin: str, kind: str) -> None:
    pages = [shared_page(profile)[0] for profile in PAIRS[0]]
    for page in pages:
        open_page(page, origin + KINDS[kind])
    problems: list[str] = []
    for pair in PAIRS:
        chosen = [(page, profile) for page, profile in zip(pages, pair, strict=True) if profile]
        for page, profile in chosen:
            look(page, profile)
        for (_, profile), violations in zip(chosen, run_axe(*(page for page, _ in chosen)), strict=True):
            problems += describe(violations, f"{kind} in {profile.name}")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("profile", [WIDE, DARK, PHONE], ids=lambda profile: profile.name)
def test_axe_finds_nothing_in_the_card_for_other_sites(fresh_page: PageMaker, origin: str, profile: Profile) -> None:
    page, guard = fresh_page(profile)
    page.goto(f"{origin}embed/tom-in-de-buurt/")
    problems = describe(*run_axe(page), f"the card in {profile.name}")
    assert not problems, "\n".join(problems)
    assert guard.problems == []


@pytest.mark.parametrize("kind", ["home", "praktijk", "over"])
def test_axe_finds_nothing_with_the_menu_open(shared_page: PageMaker, origin: str, kind: str) -> None:
    page, _ = shared_page(PHONE)
    look(page, PHONE)
    open_page(page, origin + KINDS[kind])
    page.locator("#menuknop").click()
    problems = describe(*run_axe(page), f"{kind} with the menu open")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("kind", ["home", "praktijk"])
def test_axe_finds_nothing_in_chosen_colours(fresh_page: PageMaker, origin: str, kind: str) -> None:
    """Dark colours by choice on a light system are set by other rules than those of a dark system."""
    page, _ = fresh_page(WIDE)
    open_page(page, origin + KINDS[kind])
    page.locator("#kleurschema").click()
    problems = describe(*run_axe(page), f"{kind} in chosen dark colours")
    assert not problems, "\n".join(problems)


def test_axe_sees_what_is_wrong(fresh_page: PageMaker, origin: str) -> None:
    """The tests above mean something only while this one passes."""
    page, _ = fresh_page(WIDE)
    open_page(page, origin)
    page.evaluate(DEFECTS)
    (violations,) = run_axe(page)
    found = {violation["id"] for violation in violations}
    assert found >= {"button-name", "color-contrast", "target-size"}
