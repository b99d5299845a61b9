"""What pages say to machines: Open Graph, Dublin Core, JSON-LD and the picture that goes with a link."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import PUBLIC_URL
from PIL import Image
from rdflib import SDO, Graph, Literal, URIRef
from support.html import Document, read_documents
from support.site import PROJECT, build, fingerprints, records

from generator.publish.previews import PreviewCache
from generator.registers.municipalities import read_municipalities
from generator.view.types import PREVIEW_HEIGHT, PREVIEW_WIDTH, Preview

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

IDS = tuple(records())
OWMS_CORE = {"title", "identifier", "language", "type", "creator", "modified", "spatial"}
"""The core of OWMS 4.0, but for `authority`: no municipality answers for what the editors wrote."""


@pytest.fixture(scope="module")
def documents(public_site: Path) -> Mapping[str, Document]:
    found = read_documents(public_site)
    return {path: page for path, page in found.items() if not (page.redirects or page.embedded) and path != "404.html"}


def meta(page: Document, key: str) -> dict[str, list[str]]:
    """Return the contents of meta elements by their `property` or `name`."""
    found: dict[str, list[str]] = {}
    for element in page.all("meta"):
        if name := element.get(key):
            found.setdefault(name, []).append(element.get("content", ""))
    return found


def test_every_page_can_be_shared(documents: Mapping[str, Document], public_site: Path) -> None:
    for path, page in documents.items():
        found = meta(page, "property")
        for name in ("type", "title", "description", "url", "image", "image:alt", "site_name", "locale"):
            assert len(found.get(f"og:{name}", [])) == 1, (path, name)
            assert found[f"og:{name}"][0].strip(), (path, name)
        assert found["og:url"] == [PUBLIC_URL + page.url]
        (image,) = found["og:image"]
        with Image.open(public_site / image.removeprefix(PUBLIC_URL)) as picture:
            assert picture.format == "PNG"
            assert picture.size == (PREVIEW_WIDTH, PREVIEW_HEIGHT) == (1200, 630)
        assert meta(page, "name")["twitter:card"] == ["summary_large_image"]


def test_each_practice_has_a_picture_of_its_own(documents: Mapping[str, Document], public_site: Path) -> None:
    pictures = {(public_site / "beeld" / f"{id}.png").read_bytes() for id in IDS}
    assert len(pictures) == len(IDS)
    for id in IDS:
        assert meta(documents[f"praktijken/{id}/index.html"], "property")["og:image"] == [f"{PUBLIC_URL}beeld/{id}.png"]


def test_a_site_without_an_address_promises_no_picture(site: Path) -> None:
    page = read_documents(site)["index.html"]
    assert not {"og:image", "og:url"} & set(meta(page, "property"))
    assert not (site / "beeld").exists()


def test_practices_carry_the_core_of_owms(documents: Mapping[str, Document]) -> None:
    data = [
        (PROJECT / "schema" / f"{name}.csv").read_text("utf-8") for name in ("gemeenten", "herindelingen", "bijnamen")
    ]
    register = read_municipalities(*data)
    for id in IDS:
        page = documents[f"praktijken/{id}/index.html"]
        names = {name.removeprefix("DCTERMS.") for name in meta(page, "name") if name.startswith("DCTERMS.")}
        places = [e.attrib["href"] for e in page.all("link") if e.get("rel") == "DCTERMS.spatial"]
        assert OWMS_CORE - {"spatial"} <= names, id
        assert ("spatial" in names) == bool(places), id
        assert set(places) <= {town.tooi for town in register.present.values()}, id


def json_ld(page: Document) -> Any:
    (block,) = [script for script in page.all("script") if script.get("type") == "application/ld+json"]
    return json.loads("".join(block.itertext()))


def parse_json_ld(data: Any) -> Graph:
    """Parse as RDF, with the one thing of schema.org's context that matters here, and nothing from the network."""
    assert data["@context"] == "https://schema.org"
    local = data | {"@context": {"@vocab": str(SDO), "url": {"@type": "@id"}, "license": {"@type": "@id"}}}
    return Graph().parse(data=json.dumps(local), format="json-ld", publicID=PUBLIC_URL)


CONGRESSES = sorted(path.stem for path in (PROJECT / "congresses").glob("*.yml"))


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        *(f"praktijken/{id}/index.html" for id in IDS),
        *(f"congressen/{id}/index.html" for id in CONGRESSES),
    ],
)
def test_json_ld_holds_only_terms_of_schema_org(documents: Mapping[str, Document], path: str) -> None:
    graph = parse_json_ld(json_ld(documents[path]))
    used = {term for triple in graph for term in triple[1:] if str(term).startswith(str(SDO))}
    assert len(used) > 5
    assert not [term for term in used if term not in SDO]


def test_json_ld_names_who_and_where(documents: Mapping[str, Document]) -> None:
    graph = parse_json_ld(json_ld(documents["praktijken/geheugenhuis/index.html"]))
    practice = URIRef(f"{PUBLIC_URL}praktijken/geheugenhuis/")
    (creator,) = graph.objects(practice, SDO.creator)
    (place,) = graph.objects(practice, SDO.spatialCoverage)
    assert (creator, None, SDO.GovernmentOrganization) in graph
    assert (place, SDO.identifier, Literal("GM0406")) in graph
    assert len(list(graph.objects(practice, SDO.citation))) == 5


def test_a_moved_congress_is_one_event_on_its_new_day(documents: Mapping[str, Document]) -> None:
    data = json_ld(documents["congressen/doen-wat-werkt-in-het-sociaal-domein/index.html"])
    assert (data["@type"], data["startDate"]) == ("Event", "2020-11-10")
    assert data["previousStartDate"] == ["2020-03-10", "2020-03-24"]
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["location"] == {"@type": "VirtualLocation"}


# Pictures

LONG = Preview(
    "Woord " * 20, "Een plaats met een heel lange naam en nog veel meer andere gemeenten daarbij", "Bewijs: onderzoek"
)
PREVIEWS = (
    Preview("Eén", "Súdwest-Fryslân", "Bewijs: praktijkverhaal"),
    Preview("Ĳsbreker “ł” ﬁets 😀 \u0301", "’s-Hertogenbosch", ""),
    Preview("M" * 80, "", ""),
    Preview("", "", ""),
    LONG,
)


def ink(picture: bytes, box: tuple[int, int, int, int]) -> int:
    """Count the pixels in a part of a picture that are not paper."""
    with Image.open(io.BytesIO(picture)) as image:
        return sum(image.crop(box).histogram()[1:4])


@pytest.mark.parametrize("preview", PREVIEWS)
def test_any_words_make_a_whole_picture(preview: Preview) -> None:
    picture = PreviewCache(None, "Gouden Praktijken").paint(preview)
    with Image.open(io.BytesIO(picture)) as image:
        image.verify()
    with Image.open(io.BytesIO(picture)) as image:
        image.load()
        assert image.size == (1200, 630)
    assert ink(picture, (0, 20, 79, 630)) == 0
    assert ink(picture, (1122, 20, 1200, 630)) == 0
    assert bool(ink(picture, (80, 130, 1120, 420))) == bool(preview.title)


def test_letters_are_drawn_as_they_are() -> None:
    painter = PreviewCache(None, "Gouden Praktijken")
    box = (0, 130, 1200, 420)
    drawn = {
        title: painter.paint(Preview(title, "", "")) for title in ("een", "één", "eén", "e\u0301e\u0301n", "ijs", "ĳs")
    }
    assert ink(drawn["een"], box) < ink(drawn["eén"], box) < ink(drawn["één"], box)
    assert drawn["één"] == drawn["e\u0301e\u0301n"]
    assert drawn["ijs"] == drawn["ĳs"]


def test_pictures_are_painted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = PreviewCache(tmp_path, "Gouden Praktijken")
    painted = [first.paint(preview) for preview in PREVIEWS]
    first.store()
    again = PreviewCache(tmp_path, "Gouden Praktijken")
    monkeypatch.setattr("generator.render.preview.PreviewPainter.paint", lambda *_: pytest.fail("painted again"))
    assert [again.paint(preview) for preview in PREVIEWS] == painted


def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path) -> None:
    first = PreviewCache(tmp_path, "Gouden Praktijken")
    painted = first.paint(LONG)
    first.store()
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    for damaged in (b"", b"\0" * 40, whole[:-3], whole[:99] + b"\0" + whole[100:]):
        kept.write_bytes(damaged)
        assert PreviewCache(tmp_path, "Gouden Praktijken").paint(LONG) == painted
    assert PreviewCache(tmp_path, "Een andere site").paint(LONG) != painted


def test_pictures_are_the_same_with_and_without_the_cache(tmp_path: Path) -> None:
    root = tmp_path / "catalogus"
    shutil.copytree(PROJECT / "practices" / "huizen", root / "practices" / "huizen")
    sites = []
    for number, cache in enumerate(("", str(tmp_path / "cache"), str(tmp_path / "cache"))):
        sites.append(build(tmp_path / str(number), root, SITE_URL=PUBLIC_URL, PRAKTIJKEN_CACHE=cache))
    assert list((tmp_path / "cache").glob("voorbeelden-*"))
    assert fingerprints(sites[0]) == fingerprints(sites[1]) == fingerprints(sites[2])
