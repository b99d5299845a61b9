"""For those who edit files: the git hook refuses a broken record, and editors know which schema a record has."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePath

import pytest
import yaml
from support.examples import BASIS, PROJECT, lay_out

RECORD = "practices/huizen/buurtkamer.yml"
NAMES = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Tester"), ("EMAIL", "tester@voorbeeld.test"))
}


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, with the command `praktijken` of this project on PATH and nobody's own settings."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": path}
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**kept, **NAMES, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with a catalogue in order, in which nothing is committed yet."""
    lay_out(BASIS, tmp_path)
    assert git(tmp_path, "init", "--quiet").returncode == 0
    return tmp_path


def entry_of(name: str) -> dict[str, str]:
    """Return the hook as one of pre-commit's files describes it."""
    found = yaml.safe_load((PROJECT / name).read_text("utf-8"))
    hooks = found if isinstance(found, list) else found["repos"][0]["hooks"]
    (hook,) = (hook for hook in hooks if hook["id"] == "praktijken-check")
    return dict(hook)


def own_hook(repository: Path) -> None:
    """Switch on the hook of this project."""
    shutil.copytree(PROJECT / "scripts" / "hooks", repository / "scripts" / "hooks")
    git(repository, "config", "core.hooksPath", "scripts/hooks")


def described_hook(repository: Path) -> None:
    """Make a git hook that runs the entry of .pre-commit-hooks.yaml on the files that it is for."""
    entry = entry_of(".pre-commit-hooks.yaml")
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    staged = "git diff --cached --name-only --diff-filter=ACMR"
    hook.write_text(f"#!/bin/sh\n{staged} | grep -E '{entry['files']}' | xargs {entry['entry']}\n", "utf-8")
    hook.chmod(0o755)


@pytest.mark.parametrize("switch_on", [own_hook, described_hook])
def test_a_broken_record_is_refused_and_a_good_one_goes_through(repository: Path, switch_on: object) -> None:
    assert callable(switch_on)
    switch_on(repository)
    record = repository / RECORD
    good = record.read_text("utf-8")
    record.write_text(good.replace("lopend", "loopt"), "utf-8")
    git(repository, "add", ".")
    refused = git(repository, "commit", "--message", "Buurtkamer")
    assert refused.returncode != 0
    assert f"{RECORD}:6:9: fout[keuze] status: 'loopt' kan hier niet" in refused.stdout + refused.stderr
    assert git(repository, "rev-parse", "HEAD").returncode != 0, "nothing was committed"
    record.write_text(good, "utf-8")
    git(repository, "add", ".")
    accepted = git(repository, "commit", "--message", "Buurtkamer")
    assert accepted.returncode == 0, accepted.stderr
    assert git(repository, "show", f"HEAD:{RECORD}").stdout == good


def test_a_commit_without_records_and_one_that_takes_one_away_go_through(repository: Path) -> None:
    own_hook(repository)
    (repository / "notitie.md").write_text("x\n", "utf-8")
    git(repository, "add", "notitie.md")
    assert git(repository, "commit", "--message", "Notitie").returncode == 0
    git(repository, "add", ".")
    assert git(repository, "commit", "--message", "Praktijk").returncode == 0
    git(repository, "rm", "--quiet", RECORD)
    assert git(repository, "commit", "--message", "Weg").returncode == 0


def test_a_file_with_an_odd_name_is_checked_too(repository: Path) -> None:
    own_hook(repository)
    (repository / "practices" / "huizen" / "-x een twee.yml").write_text("titel: x\n", "utf-8")
    git(repository, "add", ".")
    refused = git(repository, "commit", "--message", "Vreemd")
    assert refused.returncode != 0
    assert "fout[bestandsnaam]" in refused.stdout + refused.stderr


def test_both_files_of_pre_commit_describe_the_same_hook() -> None:
    ours, local = entry_of(".pre-commit-hooks.yaml"), entry_of(".pre-commit-config.yaml")
    assert local["entry"].endswith(ours["entry"])
    assert (local["files"], local["require_serial"]) == (ours["files"], ours["require_serial"])
    for path in (*PROJECT.glob("practices/*/*.yml"), *PROJECT.glob("congresses/*.yml")):
        assert re.search(ours["files"], path.relative_to(PROJECT).as_posix())


def test_the_editor_gives_each_record_its_schema() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text("utf-8"))
    for path in (*PROJECT.glob("practices/*/*.yml"), *PROJECT.glob("congresses/*.yml")):
        inside = PurePath(path.relative_to(PROJECT))
        schemas = [schema for schema, glob in settings["yaml.schemas"].items() if inside.match(glob)]
        named = re.search(r"\$schema=\S*?(schema/\S+)", path.read_text("utf-8").split("\n")[0])
        assert named is not None
        assert schemas == [named[1]]
        assert (PROJECT / named[1]).is_file()
