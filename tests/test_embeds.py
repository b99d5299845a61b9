"""A practice on someone else's page: the card, the code to copy, and oEmbed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import html5lib
import pytest
from conftest import FORMER_ID, PUBLIC_URL
from jsonschema import Draft202012Validator
from playwright.sync_api import expect
from support.browser import WIDE, Browsers
from support.hosting import headers_of, read_headers, serve
from support.html import Document, read_documents, text_of
from support.site import records
from test_accessibility import describe, run_axe

IDS = tuple(records())
TYPE = "application/json+oembed"
OEMBED = {
    "type": "object",
    "required": ["type", "version", "html", "width", "height"],
    "properties": {
        "type": {"const": "rich"},
        "version": {"const": "1.0"},
        **{name: {"type": "string", "minLength": 1} for name in ("title", "author_name", "provider_name", "html")},
        **{name: {"type": "string", "pattern": "^https://"} for name in ("provider_url", "thumbnail_url")},
        **{name: {"type": "integer", "minimum": 1} for name in ("width", "height", "cache_age")},
        **{name: {"type": "integer", "minimum": 1} for name in ("thumbnail_width", "thumbnail_height")},
    },
    "additionalProperties": False,
    "dependentRequired": {
        "thumbnail_url": ["thumbnail_width", "thumbnail_height"],
        "thumbnail_width": ["thumbnail_url"],
    },
}
"""What oEmbed 1.0 (sections 2.3.4 and 2.3.4.4) says of a `rich` answer."""


@pytest.fixture(scope="module")
def documents(public_site: Path) -> Mapping[str, Document]:
    return read_documents(public_site)


def frame(code: str) -> Any:
    """Return the one element of a piece of HTML, as a browser reads it."""
    (found,) = html5lib.parseFragment(code, namespaceHTMLElements=False)
    return found


def test_each_practice_answers_as_oembed_asks(public_site: Path, documents: Mapping[str, Document]) -> None:
    validator = Draft202012Validator(OEMBED)
    for id in IDS:
        answer = json.loads((public_site / "embed" / id / "oembed.json").read_text("utf-8"))
        assert not list(validator.iter_errors(answer)), id
        iframe = frame(answer["html"])
        assert iframe.tag == "iframe", id
        assert iframe.attrib["src"] == f"{PUBLIC_URL}embed/{id}/", id
        assert answer["title"] in iframe.attrib["title"], id
        assert (public_site / answer["thumbnail_url"].removeprefix(PUBLIC_URL)).is_file(), id


def test_the_page_of_a_practice_leads_to_oembed_and_gives_the_code(documents: Mapping[str, Document]) -> None:
    for id in IDS:
        page = documents[f"praktijken/{id}/index.html"]
        links = [link.attrib["href"] for link in page.all("link") if link.get("type") == TYPE]
        assert links == [f"../../embed/{id}/oembed.json"], id
        (code,) = [text_of(area) for area in page.all("textarea")]
        assert frame(code).attrib["src"] == f"{PUBLIC_URL}embed/{id}/", id


def test_a_site_without_an_address_gives_no_code(site: Path) -> None:
    assert "<textarea" not in (site / "praktijken" / IDS[0] / "index.html").read_text("utf-8")
    assert not list(site.glob("embed/*/oembed.json"))


def test_a_card_runs_nothing_and_is_found_by_nobody(documents: Mapping[str, Document]) -> None:
    for id in IDS:
        card = documents[f"embed/{id}/index.html"]
        assert not card.all("script"), id
        assert [e.get("content") for e in card.all("meta") if e.get("name") == "robots"] == ["noindex"], id
        assert [e.attrib["href"] for e in card.all("link") if e.get("rel") == "canonical"] == [
            f"{PUBLIC_URL}praktijken/{id}/"
        ], id
        assert {a.get("target") for a in card.all("a")} == {"_top"}, id


def test_a_card_stays_where_it_was_framed(moved_site: Path) -> None:
    present = (moved_site / "embed" / "geheugenhuis" / "index.html").read_bytes()
    assert (moved_site / "embed" / FORMER_ID / "index.html").read_bytes() == present


def test_only_cards_may_be_framed(site: Path) -> None:
    rules = read_headers(site)
    card = headers_of(rules, "/embed/leertafel/")
    assert "frame-ancestors *" in card["Content-Security-Policy"]
    assert "script-src 'none'" in card["Content-Security-Policy"]
    assert card["X-Content-Type-Options"] == "nosniff"
    assert headers_of(rules, "/embed/leertafel/oembed.json")["Access-Control-Allow-Origin"] == "*"
    for path in ("/", "/praktijken/leertafel/", "/embedded/", "/zoeken/"):
        assert "frame-ancestors 'none'" in headers_of(rules, path)["Content-Security-Policy"], path


def test_the_code_can_be_copied(public_site: Path, browsers: Browsers) -> None:
    context = browsers.new_context(WIDE)
    page = context.new_page()
    with serve(public_site) as address:
        page.goto(f"{address}praktijken/leertafel/")
        page.get_by_text("Toon deze praktijk op uw eigen site").click()
        field = page.get_by_label("Plak deze code in uw pagina")
        expect(field).to_be_visible()
        assert not describe(*run_axe(page), "the code of the card")
        page.get_by_role("button", name="Kopieer").click()
        expect(page.locator(".inbedden [role=status]")).not_to_be_empty()
        selected = field.evaluate("f => f.value.slice(f.selectionStart, f.selectionEnd)")
        assert selected == field.input_value()
    context.close()
