"""New records to files: all of them or none, and never in the place of another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_new(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files below `root`; on any failure, an interruption included, those already written go again.

    Raises FileExistsError when one is already there, and OSError.
    """
    made: list[Path] = []
    try:
        for name, data in files.items():
            path = root / name
            for folder in reversed([folder for folder in path.parents if not folder.exists()]):
                folder.mkdir()
                made.append(folder)
            with path.open("xb") as file:
                made.append(path)
                file.write(data)
    except BaseException:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise
