"""The list of published addresses: it grows, it never shrinks, and `check` holds a change to it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from support.examples import BASIS, lay_out

from generator.catalogue import follow_links
from generator.cli import main
from generator.load import load
from generator.permalinks.listing import lost_permalinks, read_permalinks, write_permalinks

LIST = "schema/permalinks.txt"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of one practice that was published; the working folder."""
    monkeypatch.chdir(tmp_path)
    lay_out(BASIS, tmp_path)
    assert main(["permalinks"]) == 0
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Redactie", "-c", "user.email=redactie@voorbeeld.test", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_list_grows_with_what_is_new_and_says_what(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / LIST).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert {"praktijken/buurtkamer", "gemeenten/huizen", "themas/wijkteams", "doelgroepen/ouderen"} <= set(lines)
    assert "congressen" not in text.partition("\n\n")[2]
    capsys.readouterr()
    assert main(["permalinks"]) == 0
    assert capsys.readouterr().out == ""
    assert (root / LIST).read_text("utf-8") == text
    record = (root / "practices/huizen/buurtkamer.yml").read_text("utf-8").replace("GM0406", "GM0193")
    (root / "practices/huizen/zwolse-kamer.yml").write_text(record + "oude_ids: [kamer-in-zwolle]\n", "utf-8")
    assert main(["permalinks"]) == 0
    assert capsys.readouterr().out.split() == [
        "gemeenten/zwolle",
        "praktijken/kamer-in-zwolle",
        "praktijken/zwolse-kamer",
    ]
    assert set(text.splitlines()) < set((root / LIST).read_text("utf-8").splitlines())


def test_nothing_is_written_while_records_have_errors(root: Path) -> None:
    before = (root / LIST).read_bytes()
    (root / "practices/huizen/nieuw.yml").write_text("titel: Half\n", "utf-8")
    assert main(["permalinks"]) == 1
    assert (root / LIST).read_bytes() == before


def test_a_build_never_writes_into_the_source(root: Path) -> None:
    (root / LIST).unlink()
    before = sorted(path for path in root.rglob("*"))
    load(root)
    assert main(["check"]) == 0
    assert sorted(path for path in root.rglob("*")) == before


def test_a_catalogue_without_registers_of_its_own_keeps_those_of_the_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list makes a folder schema/, which must not hide the registers that the project lends."""
    (tmp_path / "practices/huizen").mkdir(parents=True)
    record = (BASIS / "practices/huizen/buurtkamer.yml").read_bytes()
    (tmp_path / "practices/huizen/buurtkamer.yml").write_bytes(record)
    for _ in range(2):
        assert main(["--root", str(tmp_path), "permalinks"]) == 0
    assert main(["--root", str(tmp_path), "check"]) == 0
    assert [path.name for path in (tmp_path / "schema").iterdir()] == ["permalinks.txt"]


@pytest.mark.parametrize("form", ["crlf", "mark", "unsorted", "doubled"])
def test_the_list_may_have_been_merged_or_saved_by_another_program(root: Path, form: str) -> None:
    text = (root / LIST).read_text("utf-8")
    lines = text.splitlines(keepends=True)
    given = {
        "crlf": text.replace("\n", "\r\n"),
        "mark": "\ufeff" + text,
        "unsorted": "".join(lines[::-1]),
        "doubled": text + text,
    }[form]
    (root / LIST).write_bytes(given.encode())
    assert main(["check"]) == 0
    assert load(root)[0].published.keys() == read_permalinks(text)[0].keys()


def test_a_former_id_in_a_record_with_errors_is_not_lost_as_well(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "practices/huizen/buurtkamer.yml"
    path.write_text(path.read_text("utf-8") + "oude_ids: [koffiekamer]\n", "utf-8")
    assert main(["permalinks"]) == 0
    path.write_text(path.read_text("utf-8").replace("status: lopend", "status: loopt"), "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    printed = capsys.readouterr().out
    assert "keuze" in printed
    assert "verdwenen-adres" not in printed


def test_a_check_of_one_file_also_sees_what_was_lost(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = (root / "practices/huizen" / name for name in ("buurtkamer.yml", "huiskamer.yml"))
    old.rename(new)
    assert main(["check", str(new)]) == 1
    assert "praktijken rename buurtkamer" in capsys.readouterr().out


def test_lines_that_an_earlier_list_had_may_not_go(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = root / "eerder.txt"
    earlier.write_bytes((root / LIST).read_bytes())
    assert main(["permalinks", "--eerder", str(earlier)]) == 0
    text = (root / LIST).read_text("utf-8").replace("praktijken/buurtkamer\n", "")
    (root / LIST).write_text(text, "utf-8")
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(earlier.read_bytes())))
    assert main(["permalinks", "--eerder", "-"]) == 1
    assert capsys.readouterr().out == "praktijken/buurtkamer\n"
    assert (root / LIST).read_text("utf-8") == text
    assert lost_permalinks(write_permalinks(["praktijken/a", "praktijken/b"]), "praktijken/b\r\n") == ("praktijken/a",)


def test_a_shallow_clone_is_enough_to_see_that_a_line_went(
    root: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the workflow does it: a clone of the last commits, and the list as it was in the one before."""
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    for message in ("Begin", "Publiceer"):
        git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    record, listed = root / "practices/huizen/buurtkamer.yml", root / LIST
    record.rename(record.with_name("huiskamer.yml"))
    listed.write_text(listed.read_text("utf-8").replace("praktijken/buurtkamer\n", ""), "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Haal een adres weg, in het bestand en in de lijst")
    clone = tmp_path_factory.mktemp("ondiep") / "kloon"
    git(root, "clone", "--quiet", "--depth", "2", root.as_uri(), str(clone))
    assert git(clone, "rev-list", "--count", "HEAD").strip() == "2"
    assert main(["--root", str(clone), "check"]) == 0, "the list alone cannot know"
    earlier = clone.parent / "eerder.txt"
    earlier.write_text(git(clone, "show", f"HEAD^:{LIST}"), "utf-8")
    capsys.readouterr()
    assert main(["--root", str(clone), "permalinks", "--eerder", str(earlier)]) == 1
    assert capsys.readouterr().out == "praktijken/buurtkamer\n"


@pytest.mark.parametrize(
    ("links", "ends", "circles"),
    [
        ({}, {}, set()),
        ({"a": "b"}, {"a": "b"}, set()),
        ({"a": "b", "b": "c", "c": "d"}, {"a": "d", "b": "d", "c": "d"}, set()),
        ({"c": "d", "b": "c", "a": "b"}, {"a": "d", "b": "d", "c": "d"}, set()),
        ({"a": "a"}, {}, {"a"}),
        ({"x": "a", "a": "b", "b": "c", "c": "a"}, {}, {"a", "b", "c"}),
        ({"a": "b", "b": "a", "x": "y"}, {"x": "y"}, {"a", "b"}),
    ],
)
def test_chains_are_followed_to_their_end_and_circles_found(
    links: dict[str, str], ends: dict[str, str], circles: set[str]
) -> None:
    assert follow_links(links) == (ends, circles)


def test_a_chain_of_ten_thousand_is_followed() -> None:
    links = {str(number): str(number + 1) for number in range(10_000)}
    assert set(follow_links(links)[0].values()) == {"10000"}
