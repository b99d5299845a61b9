"""Chromium, the profiles in which pages are opened, and a guard that writes down all that goes wrong."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
    Route,
    expect,
    sync_playwright,
)

from support.site import MISSING

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
PATIENCE = 20_000
"""How many milliseconds a page may take to answer; a busy machine is no defect of the site."""
MOST_STEPS = 2000
"""How often Tab is pressed before a page counts as endless."""

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violated: ${event.effectiveDirective} by ${event.blockedURI} ${event.sample}`));
"""


@dataclass(frozen=True)
class Profile:
    """A way in which someone looks at the site; who zooms in sees a smaller window."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    scripts: bool = True


WIDE = Profile("1280-light", 1280, 900)
DARK = Profile("1280-dark", 1280, 900, scheme="dark")
PHONE = Profile("360", 360, 740)
# A window of 1280 by 1024 at 200 % and at 400 %.
ZOOMED = Profile("640", 640, 512)
REFLOW = Profile("320", 320, 256)
SCRIPTLESS = Profile("360-zonder-scripts", 360, 740, scripts=False)


def find_chromium() -> str | None:
    """Return the browser to use: $CHROMIUM, one on PATH, or None for Playwright's own."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Browsers:
    """Starts a Chromium when one is first needed: one for all profiles, and one in which scripts are off.

    Playwright can switch scripts off too, but then `<noscript>` stays hidden, as it does not for a reader.
    """

    def __init__(self, playwright: Playwright) -> None:
        """Take a running Playwright."""
        self._chromium = playwright.chromium
        self._started: dict[bool, Browser] = {}

    def new_context(self, profile: Profile) -> BrowserContext:
        """Open an empty browser profile: no cookies, nothing stored, nothing cached."""
        if profile.scripts not in self._started:
            off = [] if profile.scripts else ["--blink-settings=scriptEnabled=false"]
            arguments = [*ARGUMENTS, *off]
            browser = self._chromium.launch(executable_path=find_chromium(), args=arguments)
            self._started[profile.scripts] = browser
        context = self._started[profile.scripts].new_context(
            viewport={"width": profile.width, "height": profile.height},
            color_scheme=profile.scheme,
            locale="nl-NL",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        return context

    def close(self) -> None:
        """Stop all that was started."""
        for browser in self._started.values():
            browser.close()


@contextmanager
def start_browsers() -> Iterator[Browsers]:
    """Give browsers for as long as the block runs."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browsers = Browsers(playwright)
        try:
            yield browsers
        finally:
            browsers.close()


def look(page: Page, profile: Profile) -> None:
    """Bring an open page to the window and the colours of another profile."""
    page.set_viewport_size({"width": profile.width, "height": profile.height})
    page.emulate_media(color_scheme=profile.scheme)


TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until all is loaded; where a script fills the page, until it says what it shows."""
    page.goto(address)
    if "/zoeken/?" in address or "?p=" in address:
        expect(page.get_by_role("status")).not_to_be_empty()
    if "/zoeken/?" in address:
        expect(page.locator("#zoek-filters details").first).to_be_attached()
        page.evaluate(TWO_FRAMES)  # the results that do not fit the screen come a frame later
    if "/insturen/" in address and page.evaluate("matchMedia('(scripting: enabled)').matches"):
        expect(page.locator(".stappen [aria-current=step]")).to_be_visible()
    if address.endswith(MISSING):
        page.wait_for_load_state("networkidle")  # what was probably meant comes after the page, or not at all


def tab_until(page: Page, selector: str) -> None:
    """Press Tab until something that fits the selector has the focus."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never reached {selector}")


def change_record(page: Page, id: str, **changes: Any) -> None:
    """Let the browser get other values than those of the record."""

    def answer(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, body=json.dumps(found.json() | changes))

    page.route(f"**/api/v1/praktijken/{id}.json", answer)


@dataclass
class Guard:
    """Watches a page of the site at `origin`. `problems` says in words all that should not have happened."""

    page: Page
    origin: str
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start watching; call before the first page is opened."""
        self.page.add_init_script(REPORT_VIOLATIONS)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.problems.append(f"script error: {error}"))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)
        self.page.on("dialog", self._dialog)

    def take(self) -> list[str]:
        """Return the problems so far and forget them, for a page that is used again."""
        taken, self.problems = self.problems, []
        return taken

    def _console(self, message: ConsoleMessage) -> None:
        # Chromium also complains of the answer 404 to a page that is meant to be missing.
        missing_page = message.location["url"] == self.page.url and "404" in message.text
        if message.type in ("error", "warning") and not missing_page:
            self.problems.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:")):
            self.problems.append(f"request off-origin: {request.url}")

    def _failed(self, request: Request) -> None:
        # A request is aborted when the test itself goes to the next page.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"request failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.problems.append(f"status {response.status}: {response.url}")

    def _dialog(self, dialog: object) -> None:
        self.problems.append("a dialog opened")
        dialog.dismiss()
