"""Real repositories of git: a bare one as GitHub keeps it, and work trees of people and machines."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from support.examples import PROJECT

IDENTITY = ("-c", "user.name=Een collega", "-c", "user.email=collega@voorbeeld.test")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints; anything but success fails the test."""
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "protocol.file.allow=always", *IDENTITY, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def make_origin(folder: Path) -> Path:
    """Make the bare repository of the project, with on main what stands in the project now."""
    work, bare = folder / "begin", folder / "origin.git"
    tracked = git(PROJECT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *_NEEDED).split("\0")
    for name in filter(None, tracked):
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        if (PROJECT / name).is_file():
            shutil.copyfile(PROJECT / name, work / name)
    git(folder, "init", "--quiet", "--initial-branch=main", str(work))
    commit(work, "Begin")
    git(folder, "clone", "--quiet", "--bare", str(work), str(bare))
    return bare


_NEEDED = ("practices", "congresses", "schema", "docs", "site_overrides", "mkdocs.yml", ".gitignore", ".github")
"""What a checkout is built from; the generator itself is the one that runs the tests."""


def commit(work: Path, message: str) -> str:
    """Commit all that changed in a work tree and return the hash."""
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", message)
    return git(work, "rev-parse", "HEAD").strip()


def clone(bare: Path, work: Path) -> Path:
    """Clone a repository as a person does, or as actions/checkout with its whole history."""
    git(bare, "clone", "--quiet", str(bare), str(work))
    _lend_tools(work)
    return work


def check_out_merge(bare: Path, work: Path, depth: int = 2) -> Path:
    """Check out a reference as actions/checkout does: only the last commits."""
    work.mkdir()
    git(work, "init", "--quiet")
    git(work, "fetch", "--quiet", f"--depth={depth}", f"file://{bare}", "refs/pull/1/merge")
    git(work, "checkout", "--quiet", "FETCH_HEAD")
    _lend_tools(work)
    return work


def propose(bare: Path, fork: Path, branch: str, work: Path) -> None:
    """Do what GitHub does for a pull request: keep the merge of a fork's branch into main as a reference."""
    git(bare, "clone", "--quiet", str(bare), str(work))
    git(work, "fetch", "--quiet", str(fork), branch)
    git(work, "merge", "--quiet", "--no-ff", "--no-edit", "FETCH_HEAD")
    git(work, "push", "--quiet", "--force", "origin", "HEAD:refs/pull/1/merge")
    shutil.rmtree(work)


def merge(bare: Path, source: Path, branch: str, work: Path) -> None:
    """Press the button: merge a branch into main."""
    git(bare, "clone", "--quiet", str(bare), str(work))
    git(work, "fetch", "--quiet", str(source), branch)
    git(work, "merge", "--quiet", "--no-ff", "--no-edit", "FETCH_HEAD")
    git(work, "push", "--quiet", "origin", "HEAD:main")
    shutil.rmtree(work)


def _lend_tools(work: Path) -> None:
    """Give a checkout what `make venv` gives it: the environment of the tests."""
    (work / ".venv").symlink_to(Path(sys.prefix), target_is_directory=True)
    with (work / ".git" / "info" / "exclude").open("a", encoding="utf-8") as exclude:
        exclude.write(".venv\n")
