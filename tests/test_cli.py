"""The command: what it accepts, where it prints and what it exits with."""

from __future__ import annotations

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


def test_an_unknown_command_is_wrong_use() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["bestaatniet"])
    assert stopped.value.code == 2
