"""The command: what it accepts, where it prints and what it exits with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).resolve().parents[1]


def check(*arguments: str) -> int:
    return main(["check", "--root", str(ROOT), *arguments])


def test_the_real_records_are_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert check() == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "Geen problemen gevonden.\n"


@pytest.mark.parametrize(
    "path", ["practices", "practices/huizen", "practices/huizen/geheugenhuis.yml", "congresses", "."]
)
def test_a_part_of_the_catalogue_can_be_checked(path: str) -> None:
    assert check(str(ROOT / path)) == 0


@pytest.mark.parametrize("path", ["docs", "generator/cli.py", ".."])
def test_a_path_without_records_is_refused_rather_than_called_fine(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(str(ROOT / path)) == 2
    assert "geen records van deze catalogus" in capsys.readouterr().err


def test_a_path_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("bestaat-niet.yml") == 2
    assert "bestaat-niet.yml" in capsys.readouterr().err


def test_the_schemas_are_those_of_the_model() -> None:
    assert main(["schema", "--root", str(ROOT), "--check"]) == 0


ENGLISH = re.compile(
    r"usage|error|argument |arguments|options:|invalid|choice|choose|required|expected|unrecognized|show this"
)
WRONG_USE = {
    "": "hier ontbreekt: opdracht",
    "chek": "'chek' kan hier niet; bedoelde u check? Kies uit: check, ",
    "bestaatniet": "'bestaatniet' kan hier niet; kies uit: check, ",
    "check --formaat json": "dit hoort hier niet: --formaat; bedoelde u --format?",
    "check --format": "--format: hier hoort een waarde achter",
    "check --format jsno": "--format: 'jsno' kan hier niet; bedoelde u json? Kies uit: ",
    "check --form json": "dit hoort hier niet: --form; bedoelde u --format?",
    "build --uot x": "dit hoort hier niet: --uot x; bedoelde u --out?",
    "build hier": "dit hoort hier niet: hier",
    "serve --adres": "--adres: hier hoort een waarde achter",
    "similar": "hier ontbreekt: PAD",
    "similar een twee": "dit hoort hier niet: twee",
    "schema --check=3": "--check: hier kan geen waarde achter: 3",
    "--root": "--root: hier hoort een waarde achter",
    "--\x1b[31m x": "'x' kan hier niet",
}


@pytest.mark.parametrize(("arguments", "explanation"), WRONG_USE.items(), ids=map(repr, WRONG_USE))
def test_wrong_use_is_explained_in_dutch(arguments: str, explanation: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments.split())
    printed = capsys.readouterr()
    assert stopped.value.code == 2
    assert printed.out == ""
    assert printed.err.startswith("gebruik: praktijken")
    assert f": fout: {explanation}" in printed.err
    assert not ENGLISH.search(printed.err)
    assert "\x1b" not in printed.err


@pytest.mark.parametrize("command", ["", "check", "build", "serve", "similar", "schema", "status"])
def test_help_is_dutch(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command.split(), "--help"])
    text = capsys.readouterr().out
    assert stopped.value.code == 0
    assert text.startswith(f"gebruik: praktijken {command}".rstrip())
    assert not ENGLISH.search(text)
