"""The examples of tests/voorbeelden: for each diagnostic code a small catalogue with one mistake in it.

An example holds the files that are laid over a catalogue in order (`_basis`, and the real registers), the
report that they must give (`verwacht.txt`) and, where a mistake is that something lacks, the paths to take
away (`zonder.txt`). What only a changed record is told, needs the paths to check (`paden.txt`). A spreadsheet
(`invulblad.csv`, `.xlsx`) is imported instead.
"""

from __future__ import annotations

import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "tests" / "voorbeelden"
BASIS = FOLDER / "_basis"
EXAMPLES = sorted(path for path in FOLDER.iterdir() if path.is_dir() and path != BASIS)


def code_of(example: Path) -> str:
    """Return the diagnostic code that an example is about; what follows `--` tells it from its sisters."""
    return example.name.split("--")[0]


def paths_of(example: Path) -> list[str]:
    """Return the paths that are checked; none is the whole catalogue."""
    named = example / "paden.txt"
    return named.read_text("utf-8").split() if named.exists() else []


def command_of(example: Path) -> list[str]:
    """Return the subcommand that reports on an example, with its files."""
    sheets = sorted(path.name for path in example.glob("invulblad.*"))
    return ["import", *sheets] if sheets else ["check", *paths_of(example)]


def lay_out(example: Path, root: Path) -> None:
    """Make the catalogue of an example in the empty folder `root`."""
    (root / "schema").mkdir()
    for name in ("gemeenten.csv", "herindelingen.csv", "bijnamen.csv"):
        shutil.copy(PROJECT / "schema" / name, root / "schema")
    shutil.copytree(PROJECT / "schema" / "vocabularies", root / "schema" / "vocabularies")
    for source in (BASIS, example):
        for folder in filter(Path.is_dir, source.iterdir()):
            shutil.copytree(folder, root / folder.name, symlinks=True, dirs_exist_ok=True)
    for sheet in example.glob("invulblad.*"):
        shutil.copy(sheet, root)
    absent = example / "zonder.txt"
    for path in absent.read_text("utf-8").split() if absent.exists() else ():
        remove = shutil.rmtree if (root / path).is_dir() else Path.unlink
        remove(root / path)
