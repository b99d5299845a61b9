"""The real site, built once, served with the headers that it ships, and a browser to open it in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page
from support.browser import Browsers, Guard, Profile, start_browsers
from support.congresses import make_congress_catalogue
from support.hosting import serve
from support.site import PROJECT, build

from generator.permalinks.listing import write_permalinks

PUBLIC_URL = "https://voorbeeld.test/"
FORMER_ID = "huis-voor-het-geheugen"
WITHDRAWN = """\
- adres: praktijken/soeppan
  titel: Soeppan <b>van</b> de buurt
  datum: 2026-11-20
  reden: De gemeente vroeg dit & <script>alert(1)</script> [lees meer](https://www.huizen.nl/).
  vervangen_door: geheugenhuis
  oude_ids: [soepketel]
- adres: congressen/dag-van-de-soep
  datum: 2026-11-20
  reden: Het was geen congres.
"""
REPOSITORY = "https://code.voorbeeld.test/praktijken"
MAILBOX = "praktijken@voorbeeld.test"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site. Tests read it and change nothing."""
    return build(tmp_path_factory.mktemp("gebouwd") / "site")


@pytest.fixture(scope="session")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, built for a known address, repository and mailbox."""
    folder = tmp_path_factory.mktemp("openbaar") / "site"
    return build(folder, SITE_URL=PUBLIC_URL, REPO_URL=REPOSITORY, REPO_FORGE="github", CONTACT_MAIL=MAILBOX)


@pytest.fixture(scope="session")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a catalogue with a past.

    The Geheugenhuis and a congress once had another id, FORMER_ID; a practice was withdrawn; and municipalities that
    once had a practice have none now (Zwolle), went up in another (Bedum) or were divided (Winsum).
    """
    root = tmp_path_factory.mktemp("verhuisd")
    for name in ("practices", "congresses"):
        shutil.copytree(PROJECT / name, root / name)
    congress = root / "congresses" / "samen-sturen-op-doen-wat-werkt.yml"
    for path in (root / "practices" / "huizen" / "geheugenhuis.yml", congress):
        with path.open("a", encoding="utf-8") as record:
            record.write(f"oude_ids:\n  - {FORMER_ID}\n")
    (root / "schema").mkdir()
    (root / "schema" / "ingetrokken.yml").write_text(WITHDRAWN, "utf-8")
    published = ["gemeenten/zwolle", "gemeenten/bedum", "gemeenten/winsum", "praktijken/geheugenhuis"]
    (root / "schema" / "permalinks.txt").write_text(write_permalinks(published), "utf-8")
    return build(root / "site", root)


@pytest.fixture(scope="session")
def congress_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, for a known address, of a catalogue with a congress in which all fields are used."""
    root = make_congress_catalogue(tmp_path_factory.mktemp("congres"))
    return build(root / "site", root, SITE_URL=PUBLIC_URL)


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address at which the built site is served; ends in a slash."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browsers() -> Iterator[Browsers]:
    """Chromium for all tests."""
    with start_browsers() as started:
        yield started


PageMaker = Callable[[Profile], tuple[Page, Guard]]


@pytest.fixture
def fresh_page(browsers: Browsers, origin: str) -> Iterator[PageMaker]:
    """A function that opens an empty browser profile and gives a page in it with its guard."""
    with ExitStack() as stack:

        def make(profile: Profile) -> tuple[Page, Guard]:
            context = browsers.new_context(profile)
            stack.callback(context.close)
            page = context.new_page()
            return page, Guard(page, origin)

        yield make


@pytest.fixture(scope="module")
def shared_page(browsers: Browsers, origin: str) -> Iterator[PageMaker]:
    """Like `fresh_page`, but with one page per profile for the whole module: quicker, for tests that only look."""
    pages: dict[Profile, tuple[Page, Guard]] = {}
    with ExitStack() as stack:

        def get(profile: Profile) -> tuple[Page, Guard]:
            if profile not in pages:
                context = browsers.new_context(profile)
                stack.callback(context.close)
                page = context.new_page()
                pages[profile] = page, Guard(page, origin)
            return pages[profile]

        yield get
