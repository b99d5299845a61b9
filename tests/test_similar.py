"""`praktijken similar`: the same neighbours and the same words as the site, for a file anywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from support.examples import PROJECT

from generator.cli import main

RECORD = PROJECT / "practices" / "alphen-aan-den-rijn" / "leertafel.yml"


class Neighbour(NamedTuple):
    """One practice of the list as printed."""

    id: str
    score: str
    reasons: list[str]


def similar(*arguments: str | Path, root: Path = PROJECT) -> int:
    return main(["similar", "--root", str(root), *map(str, arguments)])


def read(printed: str) -> list[Neighbour]:
    found: list[Neighbour] = []
    for line in printed.splitlines():
        if line.startswith(" " * 10):
            found[-1].reasons.append(line.strip())
        else:
            number, score, id, title = re.split(r"  +", line.strip(), maxsplit=3)
            assert number == str(len(found) + 1)
            assert re.fullmatch(r".+ \(.+\)", title)
            found.append(Neighbour(id, score, []))
    return found


def test_the_neighbours_are_those_of_the_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = json.loads((site / "api/v1/praktijken/leertafel.json").read_text("utf-8"))["zie_ook"]
    capsys.readouterr()
    assert similar(RECORD) == 0
    found = read(capsys.readouterr().out)
    assert len(found) == 10 > len(shown) == 8
    assert [(f.id, f.reasons) for f in found[: len(shown)]] == [(s["id"], s["redenen"]) for s in shown]
    assert [f.score for f in found[:8]] == [f"{s['score']:.2f}".replace(".", ",") for s in shown]


def test_a_draft_outside_the_catalogue_finds_what_it_was_taken_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "concept.yml"
    text = RECORD.read_text("utf-8")
    draft.write_text(re.sub(r"^zie_ook:\n(?:[ -].*\n)+", "", text, flags=re.MULTILINE), "utf-8")
    assert similar(draft) == 0
    found = read(capsys.readouterr().out)
    assert "leertafel" in [neighbour.id for neighbour in found[:3]]
    assert "concept" not in [neighbour.id for neighbour in found]
    assert all(neighbour.reasons for neighbour in found)


def test_a_record_with_errors_is_not_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "concept.yml"
    draft.write_text(RECORD.read_text("utf-8").replace("status:", "stand:"), "utf-8")
    assert similar(draft) == 1
    printed = capsys.readouterr().out
    assert f"{draft.as_posix()}:" in printed
    assert "fout[onbekend-veld]" in printed


def test_errors_elsewhere_do_not_stand_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "practices" / "huizen"
    folder.mkdir(parents=True)
    (folder / "stuk.yml").write_text("titel: [\n", "utf-8")
    assert similar(RECORD, root=tmp_path) == 0
    printed = capsys.readouterr()
    assert printed.out == "Geen praktijk lijkt hierop.\n"
    assert "records met fouten" in printed.err


@pytest.mark.parametrize("path", ["bestaat-niet.yml", "practices"])
def test_a_path_that_is_no_file_is_wrong_use(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert similar(PROJECT / path) == 2
    assert path in capsys.readouterr().err


def test_a_folder_without_a_catalogue_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert similar(RECORD, root=tmp_path) == 1
    assert "fout[geen-catalogus]" in capsys.readouterr().out
