"""Congresses: what a record may say, what its page says of it, and calendars that another library reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from conftest import PUBLIC_URL
from support.congresses import CONGRESS
from support.html import Document, read_document, text_of
from support.site import PROJECT

from generator.load import load
from generator.parse.congress import Congress
from generator.parse.congress_rules import CONGRESS_RULES
from generator.parse.parser import parse
from generator.read.source import read_document as read_yaml
from generator.view.congress import view_notice

FOLDER = "congressen/dag-van-de-buurt"
SITEMAP_ENTRY = re.compile(r"<loc>([^<]*)</loc>")


def read(text: str) -> tuple[Congress | None, set[tuple[str, str]]]:
    """Return the congress, or the code and field of each problem."""
    congress, found = parse(read_yaml("congresses/c.yml", text.encode()), Congress, None, CONGRESS_RULES)
    return congress, {(problem.code, problem.field) for problem in found}


def changed(*changes: tuple[str, str]) -> str:
    text = CONGRESS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_the_full_example_is_right() -> None:
    assert read(CONGRESS)[1] == set()


@pytest.mark.parametrize("times", ["24:00", "9:30", "09:60", "09:30-", "09:30 - 10:15", "-10:15", "٠٩:٣٠"])
def test_what_is_no_time_is_refused(times: str) -> None:
    assert read(changed(("09:30-16:30", f'"{times}"')))[1] == {("geen-tijd", "bijeenkomsten[1].tijd")}


def test_a_part_may_be_on_any_day_of_the_congress_also_one_that_was_called_off() -> None:
    assert read(changed(("dag: 2027-03-10", "dag: 2027-03-11")))[1] == set()


def test_one_day_at_two_places_is_two_meetings() -> None:
    twice = changed(("2027-07-01\n    plaats: online", "2027-03-10\n    plaats: online"), ("dag: 2027-07-01", ""))
    assert read(twice.replace("dag: 2027-07-01", ""))[1] == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - datum: 2027-03-10\n", "  - datum: {a: b}\n"),
        ("    dag: 2027-03-10\n", "    dag: [1, 2]\n"),
        ("status: afgelast\n", "status: verplaatst\n    verplaatst_naar: {a: b}\n"),
        ("praktijken: [leertafel]", "praktijken:\n  - a: b"),
        ("organisatoren: [gemeente Huizen, Movisie]\nprogramma:", "organisatoren: x\nprogramma: geen\noverig:"),
        ("bijeenkomsten:\n", "bijeenkomsten: geen\noverig:\n"),
    ],
)
def test_rules_take_values_of_any_shape(old: str, new: str) -> None:
    congress, problems = read(changed((old, new)))
    assert congress is None
    assert problems


def test_real_congresses_say_who_was_there_and_where_moved_days_went() -> None:
    congresses = load(PROJECT)[0].congresses
    assert congresses["samen-sturen-op-doen-wat-werkt"].deelnemers == 230
    notice = view_notice(congresses["doen-wat-werkt-in-het-sociaal-domein"])
    assert notice is not None
    moved = "Van 10 maart 2020 (Zwolle) en 24 maart 2020 (Eindhoven) naar 10 november 2020 (online)."
    assert (notice.heading, notice.text) == ("Verplaatst.", moved)


@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ((), "Deels afgelast."),
        ((("status: gepland", "status: afgelast"),) * 2, "Dit congres is afgelast."),
        ((("status: afgelast", "status: doorgegaan"),), None),
        ((("status: afgelast", "status: verplaatst\n    verplaatst_naar: 2027-07-01"),), "Verplaatst."),
        ((("status: afgelast", "status: verplaatst"),), "Verplaatst."),
    ],
)
def test_what_changed_is_said_in_a_word(changes: tuple[tuple[str, str], ...], heading: str | None) -> None:
    congress, _ = read(changed(*changes))
    assert congress is not None
    notice = view_notice(congress)
    assert (notice.heading if notice else None) == heading


# Pages


@pytest.fixture(scope="module")
def page(congress_site: Path) -> Document:
    return read_document(congress_site, congress_site / FOLDER / "index.html")


def test_the_programme_is_a_table_for_each_day(page: Document) -> None:
    assert [text_of(caption) for caption in page.all("caption")] == [
        "Programma van 10 maart 2027",
        "Programma van 1 juli 2027",
    ]
    rows = [[text_of(cell) for cell in row if cell.tag in ("th", "td")] for row in page.all("tr")]
    assert rows[0] == ["Tijd", "Onderdeel", "Zaal", "Waar het over gaat", "Praktijken"]
    assert rows[1][:4] == [
        "10.00 tot 10.45 uur",
        "Koffie in de buurt",
        "raadszaal",
        "Over ontmoeten, en wat dat vraagt.",
    ]
    assert rows[2:] == [
        ["Tijd", "Onderdeel", "Praktijken"],
        ["14.00 uur", "Koffie in de buurt", "Maatwerkbudget"],
        ["Tijd niet bekend", "Inloop zonder tijd", "Geen genoemd"],
    ]


def test_what_changed_stands_above_all_else(page: Document) -> None:
    article = next(article for article in page.all("article") if article.get("class") == "congres")
    first = next(iter(article))
    assert text_of(first) == "Deels afgelast. 11 maart 2027 (Zwolle) gaat niet door."


def test_congresses_are_to_come_or_past_by_the_newest_date_of_the_catalogue(congress_site: Path) -> None:
    overview = read_document(congress_site, congress_site / "congressen" / "index.html")
    headings = [text_of(heading) for heading in overview.elements if heading.tag in ("h2", "h3")]
    assert headings[:5] == [
        "Nog te komen",
        "Dag van de buurt, met een naam die twee regels vraagt op een kaart",
        "Geweest",
        "Doen wat werkt in het sociaal domein",
        "Samen sturen op doen wat werkt",
    ]
    assert f"{PUBLIC_URL.removeprefix('https://')}congressen/agenda.ics" in text_of(overview.tree)


@pytest.mark.parametrize("name", ["handout", "tafelkaarten"])
def test_pages_for_paper_are_kept_out_of_search_engines(congress_site: Path, name: str) -> None:
    printed = read_document(congress_site, congress_site / FOLDER / name / "index.html")
    assert printed.hidden
    entries = SITEMAP_ENTRY.findall((congress_site / "sitemap.xml").read_text("utf-8"))
    assert f"{PUBLIC_URL}{FOLDER}/" in entries
    assert not [entry for entry in entries if name in entry]


def test_a_practice_says_on_which_congress_it_was_and_what_is_still_planned(congress_site: Path) -> None:
    texts = {}
    for id in ("tom-in-de-buurt", "maatwerkbudget"):
        shown = read_document(congress_site, congress_site / "praktijken" / id / "index.html")
        texts[id] = next(text_of(part) for part in shown.all("section") if part.get("id") == "congressen")
    assert texts["tom-in-de-buurt"].startswith("Besproken op een congres")
    assert texts["tom-in-de-buurt"].endswith("21 januari 2019")
    assert texts["maatwerkbudget"].startswith("Op het programma van een congres")
    assert texts["maatwerkbudget"].endswith("10 maart 2027 (gepland)")


def test_a_site_that_does_not_know_its_address_shows_no_code(site: Path) -> None:
    for folder in ("praktijken/leertafel", "congressen/samen-sturen-op-doen-wat-werkt"):
        shown = read_document(site, site / folder / "index.html")
        assert not [svg for svg in shown.all("svg") if "qr" in svg.get("class", "").split()]
    assert not list(site.glob("congressen/**/*.svg"))


# Calendars


def read_calendar(path: Path) -> list[Any]:
    """Return the events that vobject finds."""
    return list(vobject.readOne(path.read_text("utf-8")).vevent_list)


@pytest.fixture(scope="module")
def events(congress_site: Path) -> Mapping[str, Any]:
    """The events of the congress in which all fields are used, by their name for ever."""
    found = read_calendar(congress_site / FOLDER / "congres.ics")
    return {event.uid.value.partition("@")[0].removeprefix("dag-van-de-buurt-"): event for event in found}


def test_a_calendar_has_each_day_and_each_part_of_which_the_time_is_known(events: Mapping[str, Any]) -> None:
    begins = {name: event.dtstart.value for name, event in events.items()}
    summer, winter = timedelta(hours=2), timedelta(hours=1)
    assert begins["2027-03-11"] == date(2027, 3, 11)
    assert begins["2027-07-01"] == date(2027, 7, 1)
    assert begins["2027-03-10"].utcoffset() == winter
    assert begins["koffie-in-de-buurt"].astimezone(UTC) == datetime(2027, 3, 10, 9, 0, tzinfo=UTC)
    assert begins["koffie-in-de-buurt-2"].utcoffset() == summer
    assert set(begins) == {"2027-03-10", "2027-03-11", "2027-07-01", "koffie-in-de-buurt", "koffie-in-de-buurt-2"}
    assert events["2027-03-11"].dtend.value == date(2027, 3, 12), "the end of a day is the day after"
    assert events["2027-03-10"].dtend.value.hour == 16
    assert not hasattr(events["koffie-in-de-buurt-2"], "dtend"), "nobody said when it ends"


def test_a_calendar_tells_what_was_called_off(events: Mapping[str, Any]) -> None:
    states = {name: (event.status.value, event.sequence.value) for name, event in events.items()}
    assert states["2027-03-11"] == ("CANCELLED", "1")
    assert states["2027-03-10"] == ("CONFIRMED", "0")
    assert "geen zaal, schrijft de gemeente" in events["2027-03-11"].description.value


def test_a_calendar_says_where_and_what_in_the_words_of_the_record(events: Mapping[str, Any]) -> None:
    part = events["koffie-in-de-buurt"]
    assert part.location.value == "raadszaal, gemeentehuis, Huizen"
    assert part.summary.value.startswith("Koffie in de buurt (Dag van de buurt, met een naam")
    assert "Over ontmoeten, en wat dat vraagt." in part.description.value
    assert "vertelden gemeenten; en bewoners, hoe" in events["2027-03-10"].description.value
    assert part.url.value == f"{PUBLIC_URL}{FOLDER}/"


def test_one_calendar_has_the_events_of_all(congress_site: Path, events: Mapping[str, Any]) -> None:
    subscribed = read_calendar(congress_site / "congressen" / "agenda.ics")
    names = [event.uid.value for event in subscribed]
    assert len(names) == len(set(names)) == len(events) + 3 + 1
    assert {event.uid.value for event in events.values()} <= set(names)


def test_lines_of_a_calendar_are_as_the_standard_asks(congress_site: Path) -> None:
    for path in congress_site.glob("congressen/**/*.ics"):
        data = path.read_bytes()
        lines = data.split(b"\r\n")
        assert lines.pop() == b""
        assert b"\n" not in b"".join(lines)
        assert max(map(len, lines)) <= 75, "octets, not signs"
        assert data.count(b"DTSTAMP:20261122T000000Z") == data.count(b"BEGIN:VEVENT"), "no clock"
