"""`praktijken rename`, `merge` and `withdraw`: every reference follows, all else stays, and nothing is half done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from support.examples import BASIS, PROJECT, lay_out

from generator.cli import main
from generator.commands import moves
from generator.load import load
from generator.moves.edits import Append, Edit, Insert, Remove, Replace, edit_yaml
from generator.moves.plan import plan_rename
from generator.moves.preview import preview
from generator.publish.changes import write_changes

RECORD = (BASIS / "practices/huizen/buurtkamer.yml").read_text("utf-8")
CONGRESS = """\
titel: Dag van de buurt
samenvatting: Een dag waarop gemeenten lieten zien wat er in hun buurten gebeurt.
bijeenkomsten:
  - {datum: 2024-05-30, plaats: Huizen, status: doorgegaan}
organisatoren: [gemeente Huizen]
programma:
  - titel: Koffie  # met een opmerking
    praktijken: [leestafel, buurtkamer]
  - titel: Soep
    praktijken:
      - buurtkamer
praktijken: ['buurtkamer']
bronnen:
  - {titel: Programma, uitgever: gemeente Huizen, datum: 2024-05, soort: verslag}
toegevoegd_op: 2026-11-22
"""
MENTIONS = """\
# Wat er genoemd wordt.
- naam: Buurtkamer
  bron: Een artikel
  omschrijving: Een kamer in de buurt.
  praktijk: buurtkamer  # het record

- naam: Dag van de buurt
  bron: Een artikel
  omschrijving: Een dag over buurten.
  congres: dag-van-de-buurt
"""
REFERRING = RECORD.replace("titel: Buurtkamer", "titel: Leestafel").replace(
    "toegevoegd_op",
    """\
# Verwanten, door een mens gekozen.
zie_ook:
  # de kamer
  - id: "buurtkamer"
    reden: >-
      Ook daar komen bewoners bij elkaar,
      elke dinsdag.

  # de keuken
  - reden: Ook daar wordt gekookt.   # veel spaties
    id:   soepkeuken
gebaseerd_op: [{id: buurtkamer, reden: 'Het idee komt daarvandaan.'}]
toegevoegd_op""",
)


def record(title: str, extra: str = "") -> str:
    return RECORD.replace("titel: Buurtkamer", f"titel: {title}") + extra


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue in which the practice `buurtkamer` is named everywhere where it can be named; the working folder."""
    monkeypatch.chdir(tmp_path)
    lay_out(BASIS, tmp_path)
    files = {
        "practices/huizen/leestafel.yml": REFERRING,
        "practices/huizen/soepkeuken.yml": record("Soepkeuken"),
        "practices/huizen/volger.yml": record("Volger", "vervangen_door: buurtkamer\n").replace(
            "status: lopend", "status: samengevoegd"
        ),
        "congresses/dag-van-de-buurt.yml": CONGRESS,
        "schema/vermeldingen.yml": MENTIONS,
        "docs/over.md": "[kamer](../praktijken/buurtkamer/) `praktijken/buurtkamers` <https://x.nl/praktijken/buurtkamer/>\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    assert main(["permalinks"]) == 0
    assert main(["check"]) == 0
    return tmp_path


def snapshot(root: Path) -> Mapping[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, tuple[list[str], list[str]]]:
    """Return by path the lines that went and that came."""
    found = {}
    for path in sorted(before.keys() | after.keys()):
        old, new = (text.get(path, b"").decode().splitlines() for text in (before, after))
        if old != new:
            found[path] = ([line for line in old if line not in new], [line for line in new if line not in old])
    return found


def refused(root: Path, *arguments: str, because: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Run a command that must say no, in these words, and touch nothing."""
    before = snapshot(root)
    capsys.readouterr()
    assert main([*arguments]) == 1
    assert because in capsys.readouterr().err
    assert snapshot(root) == before


# Edits of a text


@pytest.mark.parametrize(
    ("text", "edit", "expected"),
    [
        ("a: oud # oud\n", Replace(("a",), "nieuw"), "a: nieuw # oud\n"),
        ("a: 'oud'\nb: \"oud\"\n", Replace(("b",), "nieuw"), "a: 'oud'\nb: \"nieuw\"\n"),
        ("a: >-\n  oud\nb: c\n", Replace(("a",), "nieuw"), "a: >-\n  nieuw\nb: c\n"),
        ("oud: [x, oud]\n", Replace(("oud", 1), "nieuw"), "oud: [x, nieuw]\n"),
        ("a:\n- x\n# over y\n- y\nb: c\n", Remove(("a", 0)), "a:\n# over y\n- y\nb: c\n"),
        ("a:\n  - x\n  # over y\n  - y\nb: c\n", Remove(("a", 1)), "a:\n  - x\n  # over y\nb: c\n"),
        ("a:\n  - x: 1\n    y: >-\n      z\n\n  - x: 2\n", Remove(("a", 0)), "a:\n\n  - x: 2\n"),
        ("a: [x, y, z]\n", Remove(("a", 0)), "a: [y, z]\n"),
        ("a: [x, y, z]\n", Remove(("a", 2)), "a: [x, y]\n"),
        ("a: [x]\nb: c\n", Remove(("a", 0)), "b: c\n"),
        ("b: c\na:\n  - x", Remove(("a", 0)), "b: c\n"),
        ("a:\n  - b: [x]\n    c: d\n  - e: f\n", Remove(("a", 0, "b", 0)), None),
        ("a:\n  - c: d\n    b: [x]\n  - e: f\n", Remove(("a", 0, "b", 0)), "a:\n  - c: d\n  - e: f\n"),
        ("b: c\n# wanneer\nz: 1\n", Append("a", "x", "z"), "b: c\na:\n  - x\n# wanneer\nz: 1\n"),
        ("a: []\nz: 1\n", Append("a", "x", "z"), "a: [x]\nz: 1\n"),
        ("a: [y]\nz: 1\n", Append("a", "x", "z"), "a: [y, x]\nz: 1\n"),
        ("a:\n    - y # ook\nz: 1\n", Append("a", "x", "z"), "a:\n    - y # ook\n    - x\nz: 1\n"),
        ("z: 1\na:\n- y", Append("a", "x", "z"), "z: 1\na:\n- y\n- x\n"),
        ("s: a # b\nz: 1\n", Insert("v", "x", "s"), "s: a # b\nv: x\nz: 1\n"),
        ("s: a", Insert("v", "x", "s"), "s: a\nv: x\n"),
        ("{s: a, t: b}\n", Insert("v", "x", "s"), None),
        ("a: x\n", Replace(("b",), "y"), None),
        ("a: x\n", Append("a", "y", "z"), None),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_edit_changes_just_what_it_says(
    text: str, edit: Edit, expected: str | None, newline: str, mark: str
) -> None:
    given = (mark + text.replace("\n", newline)).encode()
    wanted = expected and (mark + expected.replace("\n", newline)).encode()
    if not expected or newline == "\n" or "\n" in text:
        assert edit_yaml(given, [edit]) == wanted


def test_line_ends_that_differ_within_a_file_stay_as_they_are() -> None:
    assert edit_yaml(b"a: x\r\nb: oud\nc: z\r\n", [Replace(("b",), "nieuw")]) == b"a: x\r\nb: nieuw\nc: z\r\n"


# Rename


def test_a_rename_takes_every_reference_along_and_leaves_all_else(root: Path) -> None:
    before = snapshot(root)
    assert main(["rename", "buurtkamer", "huiskamer"]) == 0
    after = snapshot(root)
    assert changes(before, after) == {
        "congresses/dag-van-de-buurt.yml": (
            ["    praktijken: [leestafel, buurtkamer]", "      - buurtkamer", "praktijken: ['buurtkamer']"],
            ["    praktijken: [leestafel, huiskamer]", "      - huiskamer", "praktijken: ['huiskamer']"],
        ),
        "docs/over.md": (
            ["[kamer](../praktijken/buurtkamer/) `praktijken/buurtkamers` <https://x.nl/praktijken/buurtkamer/>"],
            ["[kamer](../praktijken/huiskamer/) `praktijken/buurtkamers` <https://x.nl/praktijken/buurtkamer/>"],
        ),
        "practices/huizen/buurtkamer.yml": (RECORD.splitlines(), []),
        "practices/huizen/huiskamer.yml": (
            [],
            [*RECORD.splitlines()[:-1], "oude_ids:", "  - buurtkamer", RECORD.splitlines()[-1]],
        ),
        "practices/huizen/leestafel.yml": (
            ['  - id: "buurtkamer"', "gebaseerd_op: [{id: buurtkamer, reden: 'Het idee komt daarvandaan.'}]"],
            ['  - id: "huiskamer"', "gebaseerd_op: [{id: huiskamer, reden: 'Het idee komt daarvandaan.'}]"],
        ),
        "practices/huizen/volger.yml": (["vervangen_door: buurtkamer"], ["vervangen_door: huiskamer"]),
        "schema/vermeldingen.yml": (["  praktijk: buurtkamer  # het record"], ["  praktijk: huiskamer  # het record"]),
    }
    assert main(["check"]) == 0


def test_a_name_that_comes_back_is_no_former_name_any_more(root: Path) -> None:
    for old, new in (("buurtkamer", "huiskamer"), ("huiskamer", "woonkamer"), ("woonkamer", "buurtkamer")):
        assert main(["rename", old, new]) == 0
    assert load(root)[0].practices["buurtkamer"].oude_ids == ("huiskamer", "woonkamer")
    assert main(["check"]) == 0


def test_renaming_twice_does_nothing_the_second_time(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", "buurtkamer", "huiskamer"]) == 0
    refused(root, "rename", "buurtkamer", "huiskamer", because="niets te doen", capsys=capsys)


def test_a_file_that_was_renamed_by_hand_gets_what_it_lacks(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "practices/huizen/buurtkamer.yml").rename(root / "practices/huizen/huiskamer.yml")
    assert main(["check"]) == 1
    printed = capsys.readouterr().out
    assert "verdwenen-adres" in printed
    assert "onbekende-praktijk" in printed
    assert main(["rename", "buurtkamer", "huiskamer"]) == 0
    assert main(["check"]) == 0
    assert "buurtkamer" in load(root)[0].practices["huiskamer"].oude_ids


def test_a_congress_can_be_renamed(root: Path) -> None:
    assert main(["rename", "congressen/dag-van-de-buurt", "buurtdag"]) == 0
    catalogue, problems = load(root)
    assert not problems
    assert catalogue.congresses["buurtdag"].oude_ids == ("dag-van-de-buurt",)
    assert catalogue.mentions[1].congres == "buurtdag"


@pytest.mark.parametrize(
    ("old", "new", "because"),
    [
        ("buurtkamers", "huiskamer", "Bedoelde u buurtkamer?"),
        ("buurtkamer", "leestafel", "praktijken merge buurtkamer leestafel"),
        ("buurtkamer", "Huis Kamer", "kleine letters"),
        ("buurtkamer", "pagina", "de site zelf"),
        ("buurtkamer", "buurtkamer", "gelijk aan de oude"),
        ("buurtkamer", "k" * 61, "hoogstens 60"),
    ],
)
def test_a_rename_that_cannot_be_is_refused(
    root: Path, old: str, new: str, because: str, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(root, "rename", old, new, because=because, capsys=capsys)


def test_a_name_that_led_elsewhere_is_never_used_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", "buurtkamer", "huiskamer"]) == 0
    refused(root, "rename", "soepkeuken", "buurtkamer", because="leidt naar huiskamer", capsys=capsys)
    refused(root, "rename", "buurtkamer", "kamer", because="een oude naam van huiskamer", capsys=capsys)


def test_a_record_in_a_form_that_cannot_be_edited_is_left_to_its_owner(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "practices/huizen/soepkeuken.yml"
    path.write_text("titel: &naam Soepkeuken\n", "utf-8")
    refused(root, "rename", "buurtkamer", "huiskamer", because="Los eerst deze fouten op", capsys=capsys)


# Merge


def test_a_merge_leaves_a_page_that_says_so_and_no_chain(root: Path) -> None:
    before = snapshot(root)
    assert main(["merge", "buurtkamer", "soepkeuken"]) == 0
    found = changes(before, snapshot(root))
    assert found["practices/huizen/buurtkamer.yml"] == (
        ["status: lopend"],
        ["status: samengevoegd", "vervangen_door: soepkeuken"],
    )
    assert found["practices/huizen/volger.yml"] == (["vervangen_door: buurtkamer"], ["vervangen_door: soepkeuken"])
    # Leestafel names the soup kitchen already, so that what it said of the room goes; its comments stay.
    text = (root / "practices/huizen/leestafel.yml").read_text("utf-8")
    assert "gebaseerd_op: [{id: soepkeuken, reden: 'Het idee komt daarvandaan.'}]" in text
    assert "buurtkamer" not in text.partition("zie_ook:")[2]
    assert (
        "  # de kamer\n\n  # de keuken\n  - reden: Ook daar wordt gekookt.   # veel spaties\n    id:   soepkeuken\n"
        in text
    )
    catalogue, problems = load(root)
    assert not problems
    assert catalogue.successors == {"buurtkamer": "soepkeuken", "volger": "soepkeuken"}
    assert catalogue.congresses["dag-van-de-buurt"].praktijken == ("soepkeuken",)


@pytest.mark.parametrize(
    ("old", "into", "because"),
    [
        ("soepkeuken", "volger", "Bedoelde u buurtkamer?"),
        ("volger", "soepkeuken", "al opgegaan in buurtkamer"),
        ("soepkeuken", "soepkeuken", "in zichzelf"),
        ("soepkeuken", "soepterrine", "Er is geen praktijk"),
        ("congressen/dag-van-de-buurt", "soepkeuken", "Alleen praktijken"),
    ],
)
def test_a_merge_that_cannot_be_is_refused(
    root: Path, old: str, into: str, because: str, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(root, "merge", old, into, because=because, capsys=capsys)


# Withdraw


@pytest.fixture
def alone(root: Path) -> Path:
    """The same catalogue without the practice that went up in `buurtkamer`, which would be left without it."""
    (root / "practices/huizen/volger.yml").unlink()
    (root / "schema/permalinks.txt").unlink()
    assert main(["permalinks"]) == 0
    return root


def test_what_is_withdrawn_leaves_only_why(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Today(date):
        @classmethod
        def today(cls) -> Today:
            return cls(2027, 1, 31)

    monkeypatch.setattr(moves, "date", Today)
    assert main(["rename", "buurtkamer", "huiskamer"]) == 0
    reason = 'Op verzoek van de gemeente: "privacy" #1 - ' + "en om nog een reden die lang is, " * 8
    assert main(["withdraw", "huiskamer", "--reden", reason]) == 0
    catalogue, problems = load(alone)
    assert not problems
    [entry] = catalogue.withdrawn
    assert entry.model_dump(mode="json") == {
        "adres": "praktijken/huiskamer",
        "titel": "Buurtkamer",
        "datum": "2027-01-31",
        "reden": reason.strip(),
        "vervangen_door": None,
        "oude_ids": ["buurtkamer"],
    }
    for path in ("practices", "congresses"):
        for file in (alone / path).rglob("*.yml"):
            assert "huiskamer" not in file.read_text("utf-8"), file
    assert "huiskamer" not in (alone / "schema/vermeldingen.yml").read_text("utf-8")
    assert not (alone / "practices/huizen/huiskamer.yml").exists()


def test_what_named_it_names_what_came_in_its_place(root: Path) -> None:
    assert main(["withdraw", "buurtkamer", "--reden", "Bestaat niet meer.", "--vervangen-door", "leestafel"]) == 0
    catalogue, problems = load(root)
    assert not problems
    assert catalogue.withdrawn[0].vervangen_door == "leestafel"
    assert catalogue.practices["volger"].vervangen_door == "leestafel"
    # A practice cannot refer to itself, and a list names nothing twice.
    assert [reference.id for reference in catalogue.practices["leestafel"].zie_ook] == ["soepkeuken"]
    assert catalogue.practices["leestafel"].gebaseerd_op == ()
    assert catalogue.congresses["dag-van-de-buurt"].programma[0].praktijken == ("leestafel",)


def test_a_later_entry_comes_below_and_a_rename_reaches_it(root: Path) -> None:
    assert main(["withdraw", "buurtkamer", "--reden", "Bestaat niet meer.", "--vervangen-door", "soepkeuken"]) == 0
    first = (root / "schema/ingetrokken.yml").read_text("utf-8")
    assert main(["withdraw", "congressen/dag-van-de-buurt", "--reden", "Het was geen congres."]) == 0
    assert (root / "schema/ingetrokken.yml").read_text("utf-8").startswith(first)
    assert main(["rename", "soepkeuken", "keuken"]) == 0
    assert load(root)[0].withdrawn[0].vervangen_door == "keuken"
    assert main(["check"]) == 0


def test_a_file_that_was_removed_by_hand_can_still_be_withdrawn(alone: Path) -> None:
    (alone / "practices/huizen/buurtkamer.yml").unlink()
    assert main(["check"]) == 1
    assert main(["withdraw", "buurtkamer", "--reden", "Op verzoek weggehaald."]) == 0
    assert main(["check"]) == 0


def test_a_withdrawal_that_cannot_be_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reason = ("--reden", "Op verzoek weggehaald.")
    refused(root, "withdraw", "buurtkamer", *reason, because="Opgegaan in buurtkamer: volger", capsys=capsys)
    refused(root, "withdraw", "buurtkamers", *reason, because="Bedoelde u buurtkamer?", capsys=capsys)
    itself = ("--vervangen-door", "soepkeuken")
    refused(root, "withdraw", "soepkeuken", *reason, *itself, because="zichzelf", capsys=capsys)
    refused(root, "withdraw", "soepkeuken", "--reden", "kort", because="Zo zouden er fouten ontstaan", capsys=capsys)
    assert main(["withdraw", "soepkeuken", *reason]) == 0
    refused(root, "withdraw", "soepkeuken", *reason, because="al ingetrokken", capsys=capsys)
    refused(root, "rename", "soepkeuken", "keuken", because="al ingetrokken", capsys=capsys)
    refused(root, "rename", "leestafel", "soepkeuken", because="was eerder iets anders", capsys=capsys)


# All or nothing


def failing_after(writes: int, real: Callable[..., Path]) -> Callable[..., Path]:
    left = [writes]

    def replace(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt if writes % 2 else OSError(28, "No space left on device")
        return real(self, target)

    return replace


@pytest.mark.parametrize("writes", range(6))
def test_a_command_that_is_interrupted_half_way_changes_nothing(
    root: Path, writes: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(root)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing_after(writes, Path.replace))
        assert main(["rename", "buurtkamer", "huiskamer"]) in (1, 2)
    assert snapshot(root) == before
    assert main(["rename", "buurtkamer", "huiskamer"]) == 0


def test_a_file_that_cannot_be_written_stops_all(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "practices/huizen" / f".volger.yml.{os.getpid()}.nieuw").mkdir()
    before = snapshot(root)
    assert main(["rename", "buurtkamer", "huiskamer"]) == 2
    assert "alles staat er nog" in capsys.readouterr().err
    assert snapshot(root) == before


def test_changed_files_keep_their_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("oud")
    path.chmod(0o640)
    write_changes(tmp_path, {"a.yml": b"nieuw"})
    assert path.read_text() == "nieuw"
    assert path.stat().st_mode & 0o777 == 0o640


def test_every_real_record_can_be_renamed_without_touching_its_text(tmp_path: Path) -> None:
    """The forms in which people really write, each edited in place and read back."""
    for name in ("practices", "congresses", "schema"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    catalogue, _ = load(tmp_path)

    for id, document in catalogue.documents.items():
        plan = plan_rename(catalogue, f"praktijken/{id}", f"praktijken/{id}-x", {})
        assert plan.refusal == ""
        path = document.path.replace(f"{id}.yml", f"{id}-x.yml")
        added = b"oude_ids:\n  - %b\n" % id.encode()
        assert plan.files[path] == document.data.replace(b"toegevoegd_op:", added + b"toegevoegd_op:")
        after, problems = preview(catalogue, plan.files)
        assert problems == ()
        assert yaml.safe_load(after.documents[f"{id}-x"].data)["oude_ids"] == [id]
