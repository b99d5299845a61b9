"""The real site, built once, served with the headers that it ships, and a browser to open it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support.browser import Guard, Profile, new_context, start_chromium
from support.hosting import serve
from support.site import build

PUBLIC_URL = "https://voorbeeld.test/"
REPOSITORY = "https://code.voorbeeld.test/praktijken"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site. Tests read it and change nothing."""
    return build(tmp_path_factory.mktemp("gebouwd") / "site")


@pytest.fixture(scope="session")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, built for a known address and repository."""
    folder = tmp_path_factory.mktemp("openbaar") / "site"
    return build(folder, SITE_URL=PUBLIC_URL, REPO_URL=REPOSITORY)


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address at which the built site is served; ends in a slash."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with start_chromium() as chromium:
        yield chromium


PageMaker = Callable[..., tuple[Page, Guard]]


@pytest.fixture
def fresh_page(browser: Browser, origin: str) -> Iterator[PageMaker]:
    """A function that opens an empty browser profile and gives a page in it with its guard."""
    with ExitStack() as stack:

        def make(profile: Profile, *, scripts: bool = True) -> tuple[Page, Guard]:
            context = new_context(browser, profile, scripts=scripts)
            stack.callback(context.close)
            page = context.new_page()
            return page, Guard(page, origin)

        yield make


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[Callable[[Profile], Page]]:
    """A function that gives one page per profile for the whole module, for tests that only look."""
    pages: dict[Profile, Page] = {}
    with ExitStack() as stack:

        def get(profile: Profile) -> Page:
            if profile not in pages:
                context = new_context(browser, profile)
                stack.callback(context.close)
                pages[profile] = context.new_page()
            return pages[profile]

        yield get
