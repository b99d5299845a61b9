"""A real nginx, with the snippet that the build makes, serves the site under the policy of the design."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import FORMER_ID, PageMaker
from playwright.sync_api import expect
from support.browser import WIDE, Browsers, Guard, open_page
from support.hosting import MEDIA_TYPES, headers_of, read_headers, serve
from support.html import read_document, target
from support.site import KINDS, MISSING

CONFIGURATION = """
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{ }}
http {{
  types {{ {types} }}
  access_log off;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  include {site}/nginx-redirects.conf;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    error_page 404 /404.html;
    include {site}/nginx-headers.conf;
    if ($praktijken_redirect) {{ return 301 $praktijken_redirect; }}
  }}
}}
"""
PATIENCE = 10
"""How many seconds nginx may take to start or to stop."""

PAGES = ("/", "/praktijken/leertafel/", "/zoeken/", f"/{MISSING}")
OPEN_DATA = (
    "/api/v1/praktijken.json",
    "/api/v1/praktijken/leertafel.json",
    "/praktijken.csv",
    "/praktijken.xlsx",
    "/feed.xml",
    "/wijzigingen.xml",
    "/themas/dementie/feed.xml",
    "/gemeenten/huizen/feed.xml",
    "/embed/leertafel/",
)


@pytest.fixture(scope="module")
def nginx() -> str:
    """The path of nginx. On a machine without, these tests are skipped; in CI that is a failure."""
    places = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin{os.pathsep}/usr/local/sbin"
    found = os.environ.get("NGINX") or shutil.which("nginx", path=places)
    if not found:
        reason = "nginx is not installed: put it on PATH or name it in NGINX"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    return found


@pytest.fixture(scope="module")
def configuration(moved_site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The smallest nginx.conf that serves the site, and its port."""
    work = tmp_path_factory.mktemp("nginx")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    types = " ".join(f"{media.partition(';')[0]} {suffix[1:]};" for suffix, media in MEDIA_TYPES.items())
    file = work / "nginx.conf"
    file.write_text(CONFIGURATION.format(work=work, types=types, site=moved_site, port=port), "utf-8")
    return file, port


@pytest.fixture(scope="module")
def server(nginx: str, configuration: tuple[Path, int]) -> Iterator[int]:
    """A running nginx; gives its port."""
    file, port = configuration
    errors = file.with_name("start.log")
    with errors.open("w") as log, subprocess.Popen([nginx, "-p", file.parent, "-c", file], stderr=log) as process:
        try:
            wait_for(port, process, errors)
            yield port
        finally:
            process.terminate()
            process.wait(PATIENCE)


def wait_for(port: int, process: subprocess.Popen[bytes], errors: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail(f"nginx does not start: {errors.read_text()}")


def get(port: int, path: str) -> HTTPResponse:
    """Ask for a path; the answer is read to its end."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return response
    finally:
        connection.close()


def test_nginx_finds_no_fault_in_the_snippet(nginx: str, configuration: tuple[Path, int]) -> None:
    file, _ = configuration
    done = subprocess.run(
        [nginx, "-t", "-p", file.parent, "-c", file], capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr
    assert "test is successful" in done.stderr


@pytest.mark.parametrize("path", [*PAGES, *OPEN_DATA])
def test_nginx_answers_with_the_headers_of_any_other_host(server: int, moved_site: Path, path: str) -> None:
    """What `_headers` says for a path is what nginx sends, each header once and nothing added."""
    response = get(server, path)
    assert response.status == (404 if path == f"/{MISSING}" else 200)
    shipped = headers_of(read_headers(moved_site), path)
    assert shipped
    for name, value in shipped.items():
        assert response.headers.get_all(name) == [value]
    assert (response.getheader("Access-Control-Allow-Origin") == "*") == (path in OPEN_DATA)


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        (f"/praktijken/{FORMER_ID}/", "/praktijken/geheugenhuis/"),
        (f"/praktijken/{FORMER_ID}", "/praktijken/geheugenhuis/"),
        (f"/p/{FORMER_ID}/", "/praktijken/geheugenhuis/"),
        (f"/api/v1/praktijken/{FORMER_ID}.json", "/api/v1/praktijken/geheugenhuis.json"),
        ("/p/geheugenhuis/", "/praktijken/geheugenhuis/"),
        ("/p/leertafel", "/praktijken/leertafel/"),
        ("/p/soeppan/", "/praktijken/soeppan/"),
        ("/p/soepketel/", "/praktijken/soeppan/"),
        ("/praktijken/soepketel/", "/praktijken/soeppan/"),
        (f"/congressen/{FORMER_ID}/", "/congressen/samen-sturen-op-doen-wat-werkt/"),
        (f"/c/{FORMER_ID}/", "/congressen/samen-sturen-op-doen-wat-werkt/"),
        ("/c/doen-wat-werkt-in-het-sociaal-domein/", "/congressen/doen-wat-werkt-in-het-sociaal-domein/"),
        ("/gemeenten/bedum/", "/gemeenten/het-hogeland/"),
    ],
)
def test_nginx_answers_301_in_one_step_where_a_page_would_lead_on(
    server: int, moved_site: Path, path: str, leads_to: str
) -> None:
    response = get(server, path)
    assert response.status == 301
    assert urlsplit(response.getheader("Location", "")).path == leads_to
    assert response.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert get(server, leads_to).status == 200
    if path.endswith("/"):
        page = read_document(moved_site, moved_site / path.lstrip("/") / "index.html")
        assert {target(page.url, link) for link in page.links()} >= {(f"{leads_to.lstrip('/')}index.html", "")}


@pytest.mark.parametrize("path", ["/praktijken/soeppan/", "/gemeenten/winsum/", "/gemeenten/zwolle/"])
def test_nginx_shows_what_is_gone_at_its_own_address(server: int, path: str) -> None:
    assert get(server, path).status == 200


def test_a_short_link_that_never_was_ends_at_the_page_for_missing_addresses(server: int) -> None:
    assert get(server, "/p/bestaat-niet/").getheader("Location", "").endswith("/praktijken/bestaat-niet/")
    assert get(server, "/praktijken/bestaat-niet/").status == 404


HOST = """<!doctype html><html lang="nl"><title>Elders</title><h1>Elders</h1>
<iframe id="kaart" src="{card}" title="Leertafel" width="600" height="340"></iframe>
<iframe id="pagina" src="{page}" title="Praktijk" width="600" height="340"></iframe></html>"""


@pytest.fixture
def elsewhere(server: int, tmp_path: Path) -> Iterator[str]:
    """The address of a page on another origin, which frames a card and a page of the site."""
    site = f"http://127.0.0.1:{server}/"
    text = HOST.format(card=f"{site}embed/leertafel/", page=f"{site}praktijken/leertafel/")
    (tmp_path / "index.html").write_text(text, "utf-8")
    for name in ("_headers", "404.html"):
        (tmp_path / name).write_text("", "utf-8")
    with serve(tmp_path) as address:
        yield address


def test_another_site_shows_the_card_and_nothing_else(server: int, elsewhere: str, browsers: Browsers) -> None:
    context = browsers.new_context(WIDE)
    page = context.new_page()
    page.goto(elsewhere)
    card = page.frame_locator("#kaart")
    expect(card.locator("h1")).to_have_text("Leertafel")
    assert card.locator("main").evaluate("main => getComputedStyle(main).borderTopStyle") == "solid"
    expect(page.frame_locator("#pagina").locator("body")).to_contain_text("refused to connect")
    card.get_by_role("link", name="Leertafel").click()
    expect(page).to_have_url(f"http://127.0.0.1:{server}/praktijken/leertafel/")
    context.close()


def test_a_browser_is_content_with_nginx(server: int, fresh_page: PageMaker) -> None:
    page, _ = fresh_page(WIDE)
    origin = f"http://127.0.0.1:{server}/"
    guard = Guard(page, origin)
    open_page(page, origin + KINDS["zoekresultaat"])
    page.get_by_role("link", name="Geheugenhuis", exact=True).click()
    expect(page).to_have_url(f"{origin}praktijken/geheugenhuis/")
    open_page(page, origin + MISSING)
    expect(page.locator("h1")).to_have_text("Deze pagina is er niet")
    assert guard.problems == []
