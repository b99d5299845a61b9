"""`praktijken check --since`: what changed since a commit of git, as the records to check."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.changes import Changes, paths_to_check, read_changes


class GitError(Exception):
    """Git could not say what changed; the text says why, in Dutch."""


def select_since(root: Path, reference: str) -> tuple[list[Path] | None, list[Path]]:
    """Return the paths to check (None is everything) and those that changed, against a commit and with what is
    not committed yet. Raises GitError.
    """
    changes = _changes(root, reference)
    selected = paths_to_check(changes, _texts(root))
    changed = [root / path for path in changes.records]
    return (None if selected is None else [root / path for path in selected]), changed


def _changes(root: Path, reference: str) -> Changes:
    names = _git(root, "diff", "--name-status", "--no-renames", "--relative", "-z", "--end-of-options", reference, "--")
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    try:
        return read_changes(names, untracked)
    except ValueError as error:
        raise GitError("git gaf geen lijst van bestanden.") from error


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise GitError("git staat niet op deze computer.") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise GitError(f"git kan niet zeggen wat er veranderd is: {reason}")
    return done.stdout


def _texts(root: Path) -> dict[str, bytes]:
    """Return the records by path. What is no ordinary file is left to the check itself."""
    paths = (path for pattern in ("practices/*/*.yml", "congresses/*.yml") for path in sorted(root.glob(pattern)))
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and not path.is_symlink()
    }
