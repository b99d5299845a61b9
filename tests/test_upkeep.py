"""What has grown old: which points are open on which day, and how `praktijken status` shows them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from support.upkeep import make_catalogue, record

from generator.check.links import LinkOutcome, LinkState, linked_addresses
from generator.check.upkeep import OwnerUpkeep, place_of, survey
from generator.cli import main
from generator.load import load
from generator.upkeep.network import Limits

DAY = date(2026, 11, 22)
DEAD = LinkOutcome(LinkState.DEAD, "geeft antwoord 404", status=404)


def owners_of(
    root: Path, records: dict[str, str], day: date = DAY, outcomes: dict[str, LinkOutcome] | None = None
) -> tuple[OwnerUpkeep, ...]:
    catalogue, diagnostics = load(make_catalogue(root, records))
    assert not [d for d in diagnostics if d.severity == "fout"]
    return survey(catalogue, day, outcomes)


def points_of(root: Path, text: str, day: date = DAY) -> list[tuple[str, str]]:
    """Return (kind, since) of what is open in one record."""
    (owner,) = owners_of(root, {"huizen/buurtkamer.yml": text}, day)
    return [(item.point.kind, str(item.point.since or "")) for item in owner.items]


def status(root: Path, *arguments: str) -> int:
    return main(["status", "--root", str(root), *arguments])


@pytest.mark.parametrize(
    ("checked", "day", "expected"),
    [
        ("2025-05-22", DAY, []),
        ("2025-05-21", DAY, [("lang-niet-gecontroleerd", "2025-05-21")]),
        ("2024-08-31", date(2026, 2, 28), []),
        ("2024-08-31", date(2026, 3, 1), [("lang-niet-gecontroleerd", "2024-08-31")]),
    ],
)
def test_a_record_holds_for_eighteen_months(
    tmp_path: Path, checked: str, day: date, expected: list[tuple[str, str]]
) -> None:
    text = record(added="2020-01-01", checked=checked, confirmed=str(day))
    assert points_of(tmp_path, text, day) == expected


def test_a_record_that_nobody_checked_counts_from_the_day_it_was_added(tmp_path: Path) -> None:
    assert points_of(tmp_path, record(added="2025-01-02", confirmed="2026-11-01")) == [
        ("lang-niet-gecontroleerd", "2025-01-02")
    ]


@pytest.mark.parametrize(
    ("level", "granted", "expected"),
    [
        ("goed_beschreven", "2023-11-22", []),
        ("goed_beschreven", "2023-11-21", [("erkenning-verlopen", "2026-11-21")]),
        ("goed_onderbouwd", "2021-11-22", []),
        ("goed_onderbouwd", "2021-11-21", [("erkenning-verlopen", "2026-11-21")]),
        ("sterke_aanwijzingen", "2020-02-29", [("erkenning-verlopen", "2025-02-28")]),
    ],
)
def test_a_recognition_holds_for_three_or_five_years(
    tmp_path: Path, level: str, granted: str, expected: list[tuple[str, str]]
) -> None:
    assert points_of(tmp_path, record(confirmed="2026-11-01", grants=((level, granted),))) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [("contact-onbevestigd", "")]),
        ({"confirmed": "2025-05-21"}, [("contact-onbevestigd", "2025-05-21")]),
        ({"confirmed": "2025-05-22"}, []),
        ({"contact": "bekend: nee\n  toelichting: Geen bron noemt een adres."}, []),
    ],
)
def test_a_known_contact_is_confirmed_within_eighteen_months(
    tmp_path: Path, fields: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert points_of(tmp_path, record(**fields)) == expected  # type: ignore[arg-type]


def test_a_date_that_has_yet_to_come_is_named(tmp_path: Path) -> None:
    text = record(checked="2099-01-01", confirmed="2027-01-01", grants=(("goed_onderbouwd", "2026-11-23"),))
    assert points_of(tmp_path, text) == [
        ("datum-in-de-toekomst", "2099-01-01"),
        ("datum-in-de-toekomst", "2027-01-01"),
        ("datum-in-de-toekomst", "2026-11-23"),
    ]


def test_a_record_that_went_into_another_asks_nothing_more(tmp_path: Path) -> None:
    merged = record(added="2019-01-01", more="vervangen_door: leertafel\n", grants=(("goed_onderbouwd", "2015-01-01"),))
    found = owners_of(
        tmp_path,
        {
            "huizen/buurtkamer.yml": merged.replace("status: lopend", "status: samengevoegd"),
            "huizen/leertafel.yml": record(title="Leertafel", confirmed="2026-11-01"),
        },
    )
    assert [(owner.slug, owner.practices, owner.items) for owner in found] == [("huizen", 2, ())]


def test_every_address_of_a_record_is_asked_and_placed_on_its_line(tmp_path: Path) -> None:
    text = record(
        confirmed="2026-11-01",
        contact="website: https://contact.voorbeeld.nl/",
        source="https://bron.voorbeeld.nl/verslag",
        grants=(("goed_onderbouwd", "2026-01-01"),),
        more="materialen:\n  - titel: Handleiding\n    url: https://materiaal.voorbeeld.nl/\n",
    ).replace("  soort: gemeente\n", "  soort: gemeente\n  website: https://eigenaar.voorbeeld.nl/\n", 1)
    catalogue, _ = load(make_catalogue(tmp_path, {"huizen/buurtkamer.yml": text}))
    addresses = [address for _, address in linked_addresses(catalogue.practices["buurtkamer"])]
    assert len(addresses) == 5
    (owner,) = survey(catalogue, DAY, dict.fromkeys(addresses, DEAD))
    lines = text.splitlines()
    assert [item.point.address for item in owner.items] == addresses
    for item in owner.items:
        assert lines[place_of(catalogue, item).line - 1].endswith(item.point.address)


def test_the_table_fits_and_names_owner_practice_day_and_totals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long_id = "een-praktijk-met-een-heel-lange-naam-die-nergens-in-past-0001"[:60]
    root = make_catalogue(
        tmp_path,
        {
            f"huizen/{long_id}.yml": record(added="2020-01-01", checked="2024-01-15"),
            "lange-eigenaar/ander.yml": record(title="Ander", owner="Lange Eigenaar", confirmed="2026-11-01"),
        },
    )
    assert status(root, "--dag", "2026-11-22") == 0
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 80
    assert "gemeente Huizen (huizen): 2 punten" in printed
    assert long_id in printed
    assert "2024-01-15  niet gecontroleerd" in printed
    assert "nooit       contact niet bevestigd" in printed
    assert "Lange Eigenaar" not in printed
    assert "Totaal: 2 punten bij 1 van 2 praktijken" in printed


def test_the_long_name_of_an_owner_is_wrapped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = " ".join(["Stichting"] * 20)
    folder = "-".join(["stichting"] * 20)
    assert status(make_catalogue(tmp_path, {f"{folder}/ander.yml": record(owner=name)}), "--dag", "2026-11-22") == 0
    heading = capsys.readouterr().out.split("\n\n")[1]
    assert max(len(line) for line in heading.splitlines() if folder not in line) <= 80


def test_one_owner_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_catalogue(
        tmp_path,
        {"huizen/buurtkamer.yml": record(), "movisie/ander.yml": record(title="Ander", owner="Movisie")},
    )
    assert status(root, "--eigenaar", "movisie") == 0
    printed = capsys.readouterr().out
    assert "Movisie (movisie)" in printed
    assert "Huizen" not in printed
    assert status(root, "--eigenaar", "huzen") == 2
    assert "Bedoelde u 'huizen'?" in capsys.readouterr().err


def test_nothing_open_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_catalogue(tmp_path, {"huizen/buurtkamer.yml": record(confirmed="2026-11-01")})
    assert status(root, "--dag", "2026-11-22") == 0
    assert capsys.readouterr().out.endswith("Er staat niets open bij 1 praktijk.\n")


def test_the_json_says_where_and_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = record(added="2025-01-01")
    root = make_catalogue(tmp_path, {"huizen/buurtkamer.yml": text})
    assert status(root, "--dag", "2026-11-22", "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["dag"] == "2026-11-22"
    (owner,) = report["eigenaren"]
    unchecked, contact = owner["punten"]
    assert (unchecked["soort"], unchecked["sinds"]) == ("lang-niet-gecontroleerd", "2025-01-01")
    assert contact["pad"] == "practices/huizen/buurtkamer.yml"
    assert text.splitlines()[contact["regel"] - 1] == "contact:"
    assert "bevestigd_op" in contact["tip"]
    assert report["totaal"] == {"lang-niet-gecontroleerd": 1, "contact-onbevestigd": 1}


def test_the_markdown_table_cannot_be_broken_by_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_catalogue(tmp_path, {"a-b/ander.yml": record(owner="'A` | @b <img>'")})
    assert status(root, "--format", "markdown") == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if "@b" in line)
    assert row.count("|") == 4
    assert row.startswith("| `` A` ¦ @b <img> `` |")


@pytest.mark.parametrize("day", ["morgen", "2026-13-01", "2026-02-30", "22-11-2026", "2026-11-22x", "9999-01-01"])
def test_a_day_that_is_none_is_refused_in_dutch(tmp_path: Path, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(tmp_path, "--dag", day) == 2
    assert f"'{day}' is geen dag" in capsys.readouterr().err


def test_a_folder_without_a_catalogue_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(tmp_path) == 2
    assert "geen-catalogus" in capsys.readouterr().out


def test_records_with_errors_do_not_take_part_and_are_mentioned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_catalogue(tmp_path, {"huizen/buurtkamer.yml": record(), "huizen/stuk.yml": "titel: [\n"})
    assert status(root) == 0
    printed = capsys.readouterr()
    assert "praktijken check" in printed.err
    assert "van 1 praktijk" in printed.out


def test_the_report_is_the_same_every_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = {f"huizen/kamer-{i}.yml": record(title=f"Kamer {i}") for i in range(5)}
    root = make_catalogue(tmp_path, records)
    outputs = set()
    for _ in range(2):
        status(root, "--dag", "2026-11-22", "--format", "json")
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


def test_without_a_network_nothing_is_dead_and_no_issue_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name under .invalid never exists (RFC 2606), so that no server answers wherever this runs."""
    monkeypatch.setattr("generator.upkeep.crawl.Limits", lambda: Limits(retry=0.0))
    records = {"huizen/buurtkamer.yml": record(confirmed="2026-11-01", source="https://bron.invalid/verslag")}
    root = make_catalogue(tmp_path / "catalogus", records)
    assert status(root, "--dag", "2026-11-22", "--links") == 0
    printed = capsys.readouterr()
    assert "link onzeker\n    https://bron.invalid/verslag\n" in printed.out
    assert "geen internet" in printed.err
    assert status(root, "--links", "--issues", str(tmp_path / "uit")) == 2
    assert not (tmp_path / "uit").exists()


def test_only_the_links_of_the_chosen_owner_are_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.upkeep.crawl.Limits", lambda: Limits(retry=0.0))
    records = {
        f"{owner.lower()}/{owner.lower()}.yml": record(
            title=owner, owner=owner, source=f"https://{owner.lower()}.invalid/"
        )
        for owner in ("Movisie", "Stimulansz")
    }
    assert status(make_catalogue(tmp_path, records), "--links", "--eigenaar", "movisie") == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("Webadressen bekijken: 1. ")
    assert "stimulansz" not in printed.out
