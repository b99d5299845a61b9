"""How problems are shown: exactly, in one line each, and without a door for what strangers typed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.examples import BASIS, PROJECT, lay_out

from generator.cli import main
from generator.diagnostics import Diagnostic, Place, Severity, sort_diagnostics
from generator.messages import describe
from generator.reporters import as_github, as_json, as_text, summarise

RECORD = (BASIS / "practices/huizen/buurtkamer.yml").read_text("utf-8")
PROBLEM = Diagnostic("keuze", Severity.ERROR, Place("a/b.yml", 6, 9), "status", "'x' kan hier niet", "kies uit: y, z")
GUIDE = "https://code.voorbeeld.test/praktijken/blob/HEAD/CONTRIBUTING.md"
WARNING = Diagnostic("persoonsgegeven", Severity.WARNING, Place("c.yml"), "", "pas op", "haal het weg")


def test_text_is_one_line_and_a_tip() -> None:
    assert as_text([PROBLEM, WARNING]) == (
        "a/b.yml:6:9: fout[keuze] status: 'x' kan hier niet\n  tip: kies uit: y, z\n"
        "c.yml:1:1: waarschuwing[persoonsgegeven] pas op\n  tip: haal het weg\n"
    )


def test_github_gets_one_command_for_each_problem() -> None:
    assert as_github([WARNING, PROBLEM]) == (
        "::error file=a/b.yml,line=6,col=9,title=keuze%3A status::'x' kan hier niet%0ATip: kies uit: y, z"
        "%0AUitleg: CONTRIBUTING.md, onder keuze\n"
        "::warning file=c.yml,line=1,col=1,title=persoonsgegeven::pas op%0ATip: haal het weg"
        "%0AUitleg: CONTRIBUTING.md, onder persoonsgegeven\n"
    )
    assert as_github([PROBLEM], f"{GUIDE}").endswith(f"%0AUitleg: {GUIDE}#keuze\n")


def undone(text: str) -> str:
    """Undo the escapes of a workflow command, in the order of the runner."""
    for escape, sign in {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}.items():
        text = text.replace(escape, sign)
    return text


def test_what_github_reads_back_is_what_was_said() -> None:
    odd = Diagnostic("keuze", Severity.ERROR, Place("a,b:c%2C.yml", 2, 3), "x,y:z", "100% ::x, %0A", "a\n  b: 50%25")
    found = re.fullmatch(r"::error file=([^,:]*),line=2,col=3,title=([^,:]*)::(.*)\n", as_github([odd]))
    assert found is not None
    assert [undone(part) for part in found.groups()[:2]] == ["a,b:c%2C.yml", "keuze: x,y:z"]
    assert undone(found[3]) == "100% ::x, %0A\nTip: a\n  b: 50%25\nUitleg: CONTRIBUTING.md, onder keuze"


def test_json_says_all_in_dutch_keys() -> None:
    first, second = json.loads(as_json([PROBLEM, WARNING]))
    assert first == {
        "code": "keuze",
        "ernst": "fout",
        "pad": "a/b.yml",
        "regel": 6,
        "kolom": 9,
        "veld": "status",
        "bericht": "'x' kan hier niet",
        "tip": "kies uit: y, z",
    }
    assert (second["ernst"], second["veld"]) == ("waarschuwing", "")
    assert json.loads(as_json([])) == []


def test_architecture_names_the_fields_of_the_json() -> None:
    section = (PROJECT / "ARCHITECTURE.md").read_text("utf-8").split("## What `check` gives to programs")[1]
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \|", section.split("\n## ")[0], re.MULTILINE)
    types = {"string": str, "integer": int}
    (problem,) = json.loads(as_json([PROBLEM]))
    assert [(name, types[kind]) for name, kind in rows] == [(name, type(value)) for name, value in problem.items()]


def test_summary_counts_in_words() -> None:
    assert summarise([]) == "Geen problemen gevonden."
    assert summarise([PROBLEM]) == "1 fout, 0 waarschuwingen."
    assert summarise([PROBLEM, PROBLEM, WARNING]) == "2 fouten, 1 waarschuwing."


def test_problems_are_in_order_of_file_and_line_and_not_doubled() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 1), Place("b", 1, 1)]
    given = [describe("tab", place, "", {}) for place in places]
    assert [d.place for d in sort_diagnostics(given)] == [
        Place("a", 9, 1),
        Place("a", 9, 2),
        Place("a", 10, 1),
        Place("b", 1, 1),
    ]


HOSTILE = [
    "\n::error::x",
    "\r\n::set-output name=a::b",
    "%0A::error::x",
    "\x1b[31mrood",
    "a\u202eb",
    "\x9b31m",
    "a\x07",
    "##[error]x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_strangers_type_stays_inside_its_line(text: str) -> None:
    found = describe("keuze", Place(f"practices/{text}.yml"), f"veld.{text}", {"waarde": text, "keuzes": [text]})
    for report in (as_text([found]), as_github([found]), as_json([found])):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", report)
        assert not re.search(r"^ *::(?!error file=)|##\[", report, re.MULTILINE)
    assert as_text([found]).count("\n") == 2
    assert as_github([found]).count("\n") == 1
    assert as_github([found]).replace("%250A", "").count("%0A") == 2, "before the tip and before where it is explained"


def test_long_values_are_cut() -> None:
    found = describe("keuze", Place("p.yml"), "v" * 5000, {"waarde": "x" * 5000, "keuzes": ("a",)})
    assert len(found.message) < 120
    assert len(found.field) <= 80


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_hostile_names_and_values_through_the_command(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(BASIS, tmp_path)
    folder = tmp_path / "practices" / "huizen"
    for name in (b"a\n::error::b.yml", b"caf\xe9.yml", b"\x1b[31m,x%0A:y.yml"):
        (folder / os.fsdecode(name)).write_text(RECORD, "utf-8")
    hostile = RECORD.replace("lopend", '"x\\n::error::%0Ay"').replace("soort: voorziening", '"\\e[31m": x')
    (folder / "gewoon.yml").write_text(hostile, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--format", form]) == 1
    report = capsys.readouterr().out
    report.encode("utf-8")  # no half characters from a file name
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", report)
    commands = [line for line in report.splitlines() if line.startswith("::")]
    assert len(commands) == (report.count("\n") if form == "github" else 0)
    assert all(line.startswith("::error file=practices/huizen/") for line in commands)
    if form == "json":
        assert len({problem["pad"] for problem in json.loads(report)}) == 4


def test_a_console_without_accents_gets_its_report(tmp_path: Path) -> None:
    lay_out(BASIS, tmp_path)
    (tmp_path / "practices/huizen/buurtkamer.yml").write_text(RECORD.replace("lopend", "één"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "check", "--root", str(tmp_path)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert rb"'\xe9\xe9n' kan hier niet" in done.stdout
    assert b"Traceback" not in done.stderr


def test_exit_codes_and_streams(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(BASIS, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "Geen problemen gevonden.\n")
    assert main(["check", "nergens.yml"]) == 2
    assert capsys.readouterr().out == ""
    record = tmp_path / "practices/huizen/buurtkamer.yml"
    record.write_text(RECORD.replace("telefoon: 14 035", "email: j.devries@huizen.nl"), "utf-8")
    assert main(["check"]) == 0, "a warning alone forbids nothing"
    assert capsys.readouterr().err == "0 fouten, 1 waarschuwing.\n"
    record.write_text("titel: x\n", "utf-8")
    assert main(["check", "practices/huizen"]) == 1
