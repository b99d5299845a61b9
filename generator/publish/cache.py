"""What is worth keeping between runs: how words are read. Always safe to delete; a damaged file is as good as none."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from generator import analysis
from generator.analysis.glossary import GlossaryTerm
from generator.analysis.stems import Reading

FOLDER_VARIABLE = "PRAKTIJKEN_CACHE"
"""Environment variable that names another folder for the cache; empty turns it off."""


class Code(NamedTuple):
    """What a result is made by: packages of this project, by their folders, and libraries."""

    folders: tuple[str, ...]
    libraries: tuple[str, ...]


ANALYSIS = Code(tuple(analysis.__path__), ("simplemma", "pystemmer"))


class ReadingsCache:
    """The readings of words in one file per glossary, set of names and version of the analysis."""

    def __init__(self, folder: Path | None, terms: Iterable[GlossaryTerm], names: Iterable[str]) -> None:
        """Take the folder (None keeps nothing) and whatever a reading depends on."""
        self._path = folder / f"woorden-{mark(ANALYSIS, (*terms, *names))}.json" if folder else None
        self._kept = 0

    def load(self) -> dict[str, Reading]:
        """Return the readings of earlier runs; none when there is no file, or none that can be trusted."""
        try:
            rows = json.loads(self._path.read_bytes()) if self._path else []
            found = {str(word): Reading(str(stem), _texts(parts), _texts(groups)) for word, stem, parts, groups in rows}
        except (OSError, ValueError, TypeError):
            found = {}
        self._kept = len(found)
        return found

    def store(self, readings: Mapping[str, Reading]) -> None:
        """Keep readings for the next run."""
        if self._path is not None and len(readings) > self._kept:
            rows = [(word, *reading) for word, reading in sorted(readings.items())]
            keep(self._path, json.dumps(rows, separators=(",", ":")).encode())


def cache_folder() -> Path | None:
    """Return where this user's cache lies (XDG Base Directory), or None when it is turned off."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gouden-praktijken"


def keep(path: Path, data: bytes | memoryview) -> None:
    """Write a file of the cache in one step; a folder that cannot be written costs nothing but time."""
    temporary = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def mark(code: Code, values: Iterable[object]) -> str:
    """Return a mark that changes with the code, its libraries and these values."""
    return hashlib.sha256("\n".join((_version(code), *map(repr, values))).encode()).hexdigest()[:16]


@cache
def _version(code: Code) -> str:
    sources = sorted(Path(path) for folder in code.folders for path in Path(folder).glob("*.py"))
    digest = hashlib.sha256(b"\n".join(source.read_bytes() for source in sources)).hexdigest()
    return " ".join((digest, *(f"{name} {version(name)}" for name in code.libraries)))


def _texts(values: list[str]) -> tuple[str, ...]:
    return tuple(map(str, values))
