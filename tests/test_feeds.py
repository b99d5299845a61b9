"""Feeds are valid, keep their ids, and tell what changed: feedparser and a RELAX NG schema are the judges."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from conftest import FORMER_ID, PUBLIC_URL
from lxml import etree
from support.html import read_documents, target
from support.site import PROJECT, build, records, run

from generator.load import load
from generator.parse.history import Change, read_changes, unrecorded, write_changes

IDS = tuple(records())
ATOM_SCHEMA = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="feed"><optional><attribute name="xml:lang" ns=""/></optional><interleave>
    <ref name="identified"/><oneOrMore><ref name="link"/></oneOrMore>
    <oneOrMore><element name="author"><element name="name"><ref name="words"/></element></element></oneOrMore>
    <zeroOrMore><ref name="entry"/></zeroOrMore></interleave></element></start>
  <define name="entry"><element name="entry"><interleave>
    <ref name="identified"/><oneOrMore><ref name="link"/></oneOrMore>
    <optional><element name="published"><ref name="moment"/></element></optional>
    <zeroOrMore><element name="category"><attribute name="term"/><attribute name="label"/></element></zeroOrMore>
    <element name="summary"><ref name="words"/></element></interleave></element></define>
  <define name="identified"><interleave><element name="id"><data type="anyURI"><param name="minLength">8</param></data>
    </element><element name="title"><ref name="words"/></element>
    <element name="updated"><ref name="moment"/></element></interleave></define>
  <define name="link"><element name="link"><optional><attribute name="rel"><value>self</value></attribute></optional>
    <optional><attribute name="type"/></optional><attribute name="href"><data type="anyURI"/></attribute>
  </element></define>
  <define name="moment"><data type="dateTime"><param name="pattern">.*Z</param></data></define>
  <define name="words"><data type="string"><param name="minLength">2</param></data></define>
</grammar>
"""
"""What RFC 4287 asks, narrowed to the elements that these feeds use."""

FEEDS = ("feed.xml", "wijzigingen.xml", "themas/dementie/feed.xml", "gemeenten/huizen/feed.xml")


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(ATOM_SCHEMA))


def feeds_of(site: Path) -> Mapping[str, Path]:
    found = [
        site / "feed.xml",
        site / "wijzigingen.xml",
        *site.glob("themas/*/feed.xml"),
        *site.glob("gemeenten/*/feed.xml"),
    ]
    return {path.relative_to(site).as_posix(): path for path in found}


@pytest.mark.parametrize("build_name", ["site", "public_site"])
def test_every_feed_is_valid(build_name: str, request: pytest.FixtureRequest, schema: etree.RelaxNG) -> None:
    site: Path = request.getfixturevalue(build_name)
    feeds = feeds_of(site)
    assert set(FEEDS) < set(feeds)
    ids = set()
    for name, path in feeds.items():
        assert schema.validate(etree.parse(path)), (name, schema.error_log)
        found = feedparser.parse(path.read_bytes())
        assert not found.bozo, (name, found.bozo)
        assert found.version == "atom10"
        entries = [entry.id for entry in found.entries]
        assert len(entries) == len(set(entries)), name
        assert all(entry.updated <= found.feed.updated for entry in found.entries), name
        ids.add(found.feed.id)
    assert len(ids) == len(feeds)


def test_the_schema_refuses_a_feed_that_is_not_valid(site: Path, schema: etree.RelaxNG) -> None:
    text = (site / "feed.xml").read_text("utf-8")
    for pattern in ("<updated>.*?</updated>", "<id>.*?</id>", "(?<=<updated>)2026"):
        assert not schema.validate(etree.fromstring(re.sub(pattern, "", text, count=1).encode())), pattern


def test_every_link_of_a_feed_leads_somewhere(site: Path, public_site: Path) -> None:
    for folder, host in ((site, ""), (public_site, PUBLIC_URL)):
        for name, path in feeds_of(folder).items():
            for link in etree.parse(path).iter("{*}link"):
                found = target(name, link.get("href"), host or "https://elders.test/")
                assert found is not None, (name, link.get("href"))
                assert (folder / found[0]).is_file(), (name, link.get("href"))


@pytest.mark.parametrize(
    ("name", "field", "value"), [("themas/dementie", "themas", "dementie"), ("gemeenten/huizen", "gemeenten", "GM0406")]
)
def test_a_feed_holds_the_practices_of_its_list(public_site: Path, name: str, field: str, value: str) -> None:
    catalogue, _ = load(PROJECT)
    wanted = {id for id, practice in catalogue.practices.items() if value in getattr(practice, field)}
    found = feedparser.parse((public_site / name / "feed.xml").read_bytes())
    held = {entry.link.removeprefix(f"{PUBLIC_URL}praktijken/").rstrip("/") for entry in found.entries}
    adopted = {id for id in held - wanted if any(a.gemeente == value for a in catalogue.practices[id].overgenomen_door)}
    assert wanted
    assert held - adopted == wanted


def test_pages_name_their_feeds(site: Path) -> None:
    documents = read_documents(site)
    expected = {
        "themas/dementie/index.html": 2,
        "gemeenten/huizen/index.html": 2,
        "volgen/index.html": 2,
        "index.html": 1,
    }
    for path, count in expected.items():
        links = [e for e in documents[path].all("link") if e.get("type") == "application/atom+xml"]
        assert len({link.attrib["href"] for link in links}) == count, path
        assert all(link.get("title") and link.get("rel") == "alternate" for link in links)


def test_what_can_be_followed_is_on_one_page(site: Path) -> None:
    page = read_documents(site)["volgen/index.html"]
    linked = {found[0] for a in page.all("a") if (found := target(page.url, a.attrib["href"]))}
    assert set(feeds_of(site)) <= linked


def test_a_new_name_makes_no_new_entry(moved_site: Path) -> None:
    found = feedparser.parse((moved_site / "feed.xml").read_bytes())
    (entry,) = [entry for entry in found.entries if entry.title == "Geheugenhuis"]
    assert entry.id.rpartition(":")[2] == FORMER_ID
    assert entry.link.endswith("praktijken/geheugenhuis/")


# What changed


@pytest.fixture
def catalogue_copy(tmp_path: Path) -> Path:
    root = tmp_path / "catalogus"
    for name in ("practices", "congresses", "schema"):
        shutil.copytree(PROJECT / name, root / name)
    return root


def edit(root: Path, id: str, *changes: tuple[str, str]) -> None:
    (path,) = root.glob(f"practices/*/{id}.yml")
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


RECOGNITION = """  erkenningen:
    - databank: movisie-effectieve-sociale-interventies
      niveau: goed_beschreven
      datum: 2020-02-01
      url: https://www.movisie.nl/interventie/geheugenhuis"""


def test_what_changes_in_a_record_is_told_once(catalogue_copy: Path) -> None:
    log = catalogue_copy / "schema" / "wijzigingen.csv"
    assert run("praktijken", "wijzigingen", "--root", str(catalogue_copy)).returncode == 0
    before = log.read_text("utf-8")
    edit(
        catalogue_copy,
        "geheugenhuis",
        ("status: onbekend", "status: lopend"),
        ("niveau: praktijkverhaal", f"niveau: eigen_evaluatie\n{RECOGNITION}"),
        ("contact:\n", "overgenomen_door:\n  - gemeente: GM0484\n    jaar: 2020\ncontact:\n"),
    )
    for _ in range(2):
        assert run("praktijken", "wijzigingen", "--root", str(catalogue_copy)).returncode == 0
    added = log.read_text("utf-8").removeprefix(before).splitlines()
    assert [line.partition(",")[2] for line in added] == [
        "geheugenhuis,status,lopend",
        "geheugenhuis,bewijs,eigen_evaluatie",
        "geheugenhuis,overgenomen_door,GM0484",
    ]
    found = feedparser.parse((build(catalogue_copy / "site", catalogue_copy) / "wijzigingen.xml").read_bytes())
    titles = [entry.title for entry in found.entries if entry.title.startswith("Geheugenhuis")]
    assert sorted(titles) == [
        "Geheugenhuis: bewijs nu eigen evaluatie",
        "Geheugenhuis: erkend als goed beschreven",
        "Geheugenhuis: erkenning verlopen",
        "Geheugenhuis: overgenomen door Alphen aan den Rijn",
        "Geheugenhuis: status nu lopend",
    ]
    dates = {entry.title: entry.updated[:10] for entry in found.entries}
    assert dates["Geheugenhuis: erkend als goed beschreven"] == "2020-02-01"
    assert dates["Geheugenhuis: erkenning verlopen"] == "2023-02-01"
    assert "Bewijs was: praktijkverhaal. Nu: eigen evaluatie." in {entry.summary for entry in found.entries}


def test_a_record_with_errors_changes_nothing(catalogue_copy: Path) -> None:
    edit(catalogue_copy, "geheugenhuis", ("status: onbekend", "status: bestaat niet"))
    before = (catalogue_copy / "schema" / "wijzigingen.csv").read_text("utf-8")
    assert run("praktijken", "wijzigingen", "--root", str(catalogue_copy)).returncode == 1
    assert (catalogue_copy / "schema" / "wijzigingen.csv").read_text("utf-8") == before


def test_a_broken_list_of_changes_is_a_problem_with_a_place(catalogue_copy: Path) -> None:
    with (catalogue_copy / "schema" / "wijzigingen.csv").open("a", encoding="utf-8") as file:
        file.write("gisteren,geheugenhuis,status,lopend\n")
    done = run("praktijken", "check", "--root", str(catalogue_copy))
    assert done.returncode == 1
    assert done.stdout.startswith("schema/wijzigingen.csv:")


def test_a_renamed_practice_goes_on_under_its_new_name() -> None:
    catalogue, _ = load(PROJECT)
    practice = catalogue.practices["geheugenhuis"]
    renamed: Any = practice.model_copy(update={"oude_ids": ("geheugenhuis",)})
    assert not list(unrecorded(catalogue.changes, {"huis-voor-het-geheugen": renamed}, date.max))


def test_the_list_reads_back_what_was_written() -> None:
    changes = (Change(date(2026, 1, 2), "a-b", "status", "lopend"), Change(date(2026, 1, 3), "a-b", "bewijs", "x"))
    assert read_changes("datum,id,veld,waarde\n" + write_changes(changes)) == changes
    assert read_changes("") == ()
    with pytest.raises(ValueError, match=r"."):
        read_changes("id,datum\n")
