"""Near-duplicates of what someone changed: found when rewritten, silent when answered, and never in the way."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.examples import FOLDER, PROJECT, lay_out

from generator.cli import main

NEW = "practices/utrecht/inloop-op-dinsdag.yml"
OLD = "practices/huizen/buurtkamer.yml"
LONG = "practices/huizen/geheugenhuis.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with the buurtkamer, and in Utrecht the same thing in other words; it is the working folder."""
    monkeypatch.chdir(tmp_path)
    lay_out(FOLDER / "lijkt-op", tmp_path)
    return tmp_path


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real practices; it is the working folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("practices", "congresses", "schema"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    return tmp_path


def warnings(capsys: pytest.CaptureFixture[str], *paths: str) -> list[dict[str, Any]]:
    """Check these paths (none is all) and return the problems, of which none may be an error."""
    capsys.readouterr()
    assert main(["check", "--format", "json", *paths]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert {problem["ernst"] for problem in found} <= {"waarschuwing"}
    return found


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def lines_to_paste(tip: str) -> dict[str, str]:
    """Return the three lines of each answer in a tip, by the field that they set."""
    return {block[1]: block[0] for block in re.finditer(r"^(\w+):\n(?: .*\n)+", tip + "\n", re.MULTILINE)}


def test_real_records_raise_no_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert warnings(capsys, "--root", str(PROJECT), str(PROJECT / "practices")) == []


def test_short_records_that_have_nothing_to_do_with_long_ones_raise_no_question(
    real: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    collection = PROJECT / "benchmarks" / "zie_ook" / "collectie" / "practices"
    taken = {path.stem for path in real.glob("practices/*/*.yml")}
    added = [path for path in sorted(collection.glob("*/*.yml")) if path.stem not in taken]
    for path in added:
        (real / "practices" / path.parent.name).mkdir(exist_ok=True)
        shutil.copy(path, real / "practices" / path.parent.name)
    paths = [f"practices/{path.parent.name}/{path.name}" for path in added]
    found = {
        (Path(d["pad"]).stem, re.split(r" op | met |: variant", d["bericht"])[1]) for d in warnings(capsys, *paths)
    }
    # These two do describe what a real record describes.
    assert found <= {
        ("geheugenhuis-het-anker", "Geheugenhuis (Huizen)"),
        ("sociaal-wijkteam", "Sociale wijkteams Deventer (Deventer)"),
    }


def test_each_answer_in_the_tip_can_be_pasted_and_ends_the_question(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [warning] = warnings(capsys, NEW)
    answers = lines_to_paste(warning["tip"])
    assert list(answers) == ["zie_ook", "gebaseerd_op", "oude_ids"]
    original = (root / NEW).read_text("utf-8")
    for field in ("zie_ook", "gebaseerd_op"):
        answer = answers[field].replace("Schrijf hier wat er", "In Utrecht is er iets")
        (root / NEW).write_text(original + answer, "utf-8")
        assert warnings(capsys, NEW) == [], field
        assert warnings(capsys) == [], field
    (root / NEW).unlink()
    append(root / OLD, answers["oude_ids"])
    assert warnings(capsys) == []


def test_no_question_when_the_other_names_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append(root / OLD, "zie_ook:\n- {id: inloop-op-dinsdag, reden: Doet hetzelfde in Utrecht.}\n")
    assert warnings(capsys, NEW) == []


def test_two_adoptions_of_one_practice_raise_no_question(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(root / OLD, root / "practices/huizen/leestafel.yml")
    (root / "practices/huizen/leestafel.yml").write_text(
        (root / OLD).read_text("utf-8").replace("Buurtkamer", "Leestafel").replace("buurtkamer", "leestafel"), "utf-8"
    )
    assert len(warnings(capsys, NEW)) == 1
    for path in (NEW, OLD):
        append(root / path, "gebaseerd_op:\n  - id: leestafel\n    reden: Daar begon het.\n")
    assert warnings(capsys, NEW) == []


def test_only_what_is_named_is_compared(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert warnings(capsys) == []
    assert [warning["pad"] for warning in warnings(capsys, NEW)] == [NEW]
    assert [warning["pad"] for warning in warnings(capsys, "practices")] == [OLD, NEW]


def test_the_place_is_the_title(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / NEW).read_text("utf-8")
    title, rest = text.split("\n", 1)
    (root / NEW).write_text(f"{rest}{title}\n", "utf-8")
    [warning] = warnings(capsys, NEW)
    assert (warning["veld"], warning["regel"], warning["kolom"]) == ("titel", text.count("\n"), 8)


def excerpt(record: dict[str, Any]) -> None:
    for name in ("aanleiding", "doel", "werkzame_elementen", "randvoorwaarden", "overdraagbaarheid", "verantwoording"):
        record.pop(name, None)


def shuffle(record: dict[str, Any]) -> None:
    for name in ("samenvatting", "aanpak"):
        record[name] = " ".join(reversed(re.split(r"(?<=[.!?])\s+", record[name])))


def introduce_anew(record: dict[str, Any]) -> None:
    record["titel"] = "Steunpunt Oost"
    record["samenvatting"] = (
        "In stadsdeel Oost opende de gemeente dit jaar een steunpunt, na jaren van gesprekken met "
        "verzekeraars, artsen en twee vrijwilligersorganisaties."
    )


@pytest.mark.parametrize("change", [excerpt, shuffle, introduce_anew])
def test_a_changed_copy_is_found(change: Any, real: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = yaml.load((real / LONG).read_text("utf-8"), yaml.BaseLoader)
    for name in ("zie_ook", "gebaseerd_op", "oude_ids"):
        record.pop(name, None)
    change(record)
    copy = real / "practices" / "huizen" / "nieuw-huis.yml"
    copy.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")
    [warning] = warnings(capsys, "practices/huizen/nieuw-huis.yml")
    assert "Geheugenhuis (Huizen): variant, overname of dubbel?" in warning["bericht"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff" * 50_000,
        b"titel: [" * 40_000,
        b"titel: " + b"koffie " * 200_000 + b"\nsamenvatting: " + b"bewoners " * 200_000,
        b"titel: &a Buurtkamer\nsamenvatting: *a\n  - : }{\n",
        b"\xff\xfet\x00i\x00t\x00e\x00l\x00:\x00",
        b"titel:\nsamenvatting:\naanpak:\ngemeenten:\n",
    ],
    ids=["empty", "binary", "deep", "huge", "invalid", "utf-16", "without values"],
)
def test_whatever_the_others_hold_is_not_in_the_way(
    content: bytes, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(60):
        (root / f"practices/huizen/vreemd-{number}.yml").write_bytes(content)
    [warning] = warnings(capsys, NEW)
    assert "Buurtkamer (Huizen)" in warning["bericht"]


def test_a_hostile_title_stays_on_its_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / OLD
    hostile = 'titel: "Buurt\u202ekamer\u0007 ::error::" \n' + path.read_text("utf-8").split("\n", 1)[1]
    path.write_text(hostile, "utf-8")
    assert main(["check", "--format", "github", NEW]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(f"::warning file={NEW}")
    assert "\u202e" not in line
    assert "\u0007" not in line
