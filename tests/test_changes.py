"""What is checked because of a change: that which changed and what names it, and nothing more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.examples import PROJECT
from support.repository import clone, commit, git, make_origin

from generator.changes import Changes, changed_pages, paths_to_check, read_changes
from generator.cli import main

TEXTS = {
    "practices/huizen/leestafel.yml": b"titel: Leestafel",
    "practices/huizen/buurtkamer.yml": b"zie_ook:\n  - id: leestafel\n    reden: Ook daar lezen mensen.",
    "practices/utrecht/leestafel-plus.yml": b"zie_ook:\n  - id: leestafel-plusplus\n",
    "practices/utrecht/leestafel.yml": b"titel: Zelfde naam",
    "congresses/lezen.yml": b"praktijken: [leestafel]",
}


def test_what_changed_is_checked_with_what_names_it_or_has_its_name() -> None:
    changes = Changes(frozenset(("practices/huizen/leestafel.yml", "README.md")))
    assert paths_to_check(changes, TEXTS) == (
        "congresses/lezen.yml",
        "practices/huizen/buurtkamer.yml",
        "practices/huizen/leestafel.yml",
        "practices/utrecht/leestafel.yml",
    )


@pytest.mark.parametrize("path", ["schema/gemeenten.csv", "schema/vocabularies/themas.yml", "generator/parse/model.py"])
def test_a_rule_or_a_register_that_changed_asks_for_everything(path: str) -> None:
    assert paths_to_check(Changes(frozenset((path,))), TEXTS) is None
    assert paths_to_check(Changes(removed=frozenset((path,))), TEXTS) is None


def test_a_record_that_went_away_asks_for_everything() -> None:
    assert paths_to_check(Changes(removed=frozenset(("practices/huizen/leestafel.yml",))), TEXTS) is None


def test_what_no_record_depends_on_asks_for_nothing() -> None:
    assert paths_to_check(Changes(frozenset(("README.md", "docs/over.md"))), TEXTS) == ()


def test_names_of_files_are_read_as_git_writes_them() -> None:
    changes = read_changes(b"M\0practices/a b/\xc3\xa9.yml\0D\0weg.yml\0A\0nieuw\nregel.yml\0", b"los.yml\0")
    assert changes.present == {"practices/a b/é.yml", "nieuw\nregel.yml", "los.yml"}
    assert changes.removed == {"weg.yml"}
    with pytest.raises(ValueError, match="zip"):
        read_changes(b"M\0")


def test_pages_that_differ_are_told_with_new_practices_first() -> None:
    old = {"index.html": "1", "over/index.html": "1", "praktijken/a/index.html": "1", "a.css": "1"}
    new = {
        "index.html": "2",
        "over/index.html": "1",
        "praktijken/b/index.html": "1",
        "a.css": "2",
        "bewijs/index.html": "1",
    }
    assert list(changed_pages(old, new)) == [
        ("praktijken/b/", "nieuw"),
        ("bewijs/", "nieuw"),
        ("praktijken/a/", "weg"),
        ("", "gewijzigd"),
    ]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A clone of the project in which main is one commit."""
    return clone(make_origin(tmp_path), tmp_path / "werk")


def found(work: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> set[tuple[str, str]]:
    capsys.readouterr()
    main(["check", "--root", str(work), "--format", "json", *arguments])
    return {(problem["pad"], problem["code"]) for problem in json.loads(capsys.readouterr().out)}


def break_record(work: Path, name: str) -> str:
    path = f"practices/huizen/{name}.yml"
    text = (work / path).read_text("utf-8")
    (work / path).write_text(text.replace("\nstatus: ", "\nstatus: on"), "utf-8")
    return path


def test_only_what_changed_since_a_commit_is_told(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = break_record(work, "geheugenhuis")
    commit(work, "Al fout voor dit voorstel")
    assert found(work, capsys, "--since", "HEAD") == set()
    new = break_record(work, "huis-van-de-buurt")  # not committed yet
    assert found(work, capsys, "--since", "HEAD") >= {(new, "keuze")}
    commit(work, "Dit voorstel")
    told = found(work, capsys, "--since", "HEAD^1")
    assert (new, "keuze") in told
    assert (old, "keuze") in told  # it names the record that changed
    assert (old, "keuze") in found(work, capsys)


def test_a_record_that_is_taken_away_breaks_what_named_it(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(work, "rm", "--quiet", "practices/huizen/huis-van-de-buurt.yml")
    commit(work, "Weg ermee")
    told = found(work, capsys, "--since", "HEAD^1")
    assert ("practices/huizen/geheugenhuis.yml", "onbekende-praktijk") in told


def test_only_what_changed_is_compared_with_the_rest(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    original = work / "practices/huizen/geheugenhuis.yml"
    copy = work / "practices/huizen/nog-een-huis.yml"
    copy.write_bytes(original.read_bytes())
    assert ("practices/huizen/nog-een-huis.yml", "lijkt-op") in found(work, capsys, "--since", "HEAD")
    assert ("practices/huizen/geheugenhuis.yml", "lijkt-op") not in found(work, capsys, "--since", "HEAD")


def test_wrong_use_is_named(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(work), "--since", "bestaat-niet"]) == 2
    assert "bestaat-niet" in capsys.readouterr().err
    assert main(["check", "--root", str(work), "--since", "HEAD", str(work / "practices")]) == 2
    assert main(["check", "--root", str(PROJECT), "--since=--output=gevaar"]) == 2
    assert not (PROJECT / "gevaar").exists()
