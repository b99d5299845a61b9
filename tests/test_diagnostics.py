"""Every diagnostic code: an example that provokes it, words that help, and a section in CONTRIBUTING.md."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from support.examples import BASIS, EXAMPLES, PROJECT, code_of, command_of, lay_out

from generator.cli import main
from generator.messages import WORDINGS

NAMES = [example.name for example in EXAMPLES]
# A file with too many problems cannot have only that one.
NEVER_ALONE = {"te-veel-problemen"}

# Words before the lines to paste, and a field of which the value stands on the lines below it.
BEFORE_LINES = re.compile(r":\n(?=  )(?!  tip: )")

Report = list[dict[str, Any]]


def check(example: Path, root: Path, capsys: pytest.CaptureFixture[str], form: str = "text") -> tuple[int, str]:
    """Lay an example out in `root` (the working folder) and check it; returns exit code and report."""
    lay_out(example, root)
    code = main([*command_of(example), "--format", form])
    return code, capsys.readouterr().out


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_basis_of_the_examples_is_in_order(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(BASIS, root, capsys) == (0, "")


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_example_gives_the_expected_report(example: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = check(example, root, capsys)
    assert report == (example / "verwacht.txt").read_text("utf-8")
    assert code == (1 if ": fout[" in report else 0)


def test_each_example_is_about_its_own_code_only() -> None:
    for example in EXAMPLES:
        expected = (example / "verwacht.txt").read_text("utf-8")
        codes = set(re.findall(r"^\S.*?: (?:fout|waarschuwing)\[([^]]*)\]", expected, re.MULTILINE))
        assert code_of(example) in codes, example.name
        assert code_of(example) in NEVER_ALONE or codes == {code_of(example)}, example.name


def test_each_code_has_an_example_and_each_example_a_code() -> None:
    assert {code_of(example) for example in EXAMPLES} == set(WORDINGS)
    assert not set(WORDINGS) - set(NAMES), "the first example of a code has just its name"


def test_each_code_is_explained_in_contributing() -> None:
    headings = re.findall(r"^### (\S+)$", (PROJECT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    assert headings == list(WORDINGS), "a section for each code, in the order of generator/messages.py"


def test_reports_leave_no_hole_where_a_word_belongs() -> None:
    hole = re.compile(r"''(?!s)|\(\)|\{\w*\}|\S  +\S|[:,;] ?$|None|True|False")
    for example in EXAMPLES:
        report = (example / "verwacht.txt").read_text("utf-8")
        for line in BEFORE_LINES.sub("\n", report).splitlines():
            assert not hole.search(line), f"{example.name}: {line}"


def typed_as_proposed(line: str, problem: dict[str, Any]) -> str:
    """Return the line after typing what the tip says to type: the whole line, or the value or field it is about."""
    proposal = problem["tip"].removeprefix("schrijf: ").split("; of kies uit: ")[0]
    indent = line[: len(line) - len(line.lstrip())]
    if re.match(r"(?:- )?[a-z_]+: |- ", proposal):
        return indent + proposal
    start = problem["kolom"] - 1
    end = r"[],]" if "[" in line[:start] else ":" if problem["code"] == "onbekend-veld" else "$"
    return line[:start] + proposal + line[start + len(re.split(end, line[start:])[0]) :]


def test_typing_what_a_tip_proposes_solves_the_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    solved = 0
    for example in EXAMPLES:
        if "tip: schrijf: " not in (example / "verwacht.txt").read_text("utf-8"):
            continue
        root = tmp_path / example.name
        root.mkdir()
        monkeypatch.chdir(root)
        problems: Report = json.loads(check(example, root, capsys, "json")[1])
        for problem in problems:
            path = root / problem["pad"]
            lines = path.read_text("utf-8").split("\n")
            lines[problem["regel"] - 1] = typed_as_proposed(lines[problem["regel"] - 1], problem)
            path.write_text("\n".join(lines), "utf-8")
        assert main(["check"]) == 0, f"{example.name}: {capsys.readouterr().out}"
        solved += 1
    assert solved > 55
