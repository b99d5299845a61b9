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

from generator import analysis
from generator.analysis.glossary import GlossaryTerm
from generator.analysis.stems import Reading

FOLDER_VARIABLE = "PRAKTIJKEN_CACHE"
"""Environment variable that names another folder for the cache; empty turns it off."""
_DICTIONARIES = ("simplemma", "snowballstemmer")


class ReadingsCache:
    """The readings of words in one file per glossary, set of names and version of the analysis."""

    def __init__(self, folder: Path | None, terms: Iterable[GlossaryTerm], names: Iterable[str]) -> None:
        """Take the folder (None keeps nothing) and whatever a reading depends on."""
        content = "\n".join((_analysis_version(), *map(repr, terms), *names))
        name = f"woorden-{hashlib.sha256(content.encode()).hexdigest()[:16]}.json"
        self._path = folder / name if folder else None
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
        """Keep readings for the next run, in one step; a folder that cannot be written costs nothing but time."""
        if self._path is None or len(readings) <= self._kept:
            return
        text = json.dumps([(word, *reading) for word, reading in sorted(readings.items())], separators=(",", ":"))
        temporary = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(text, "utf-8")
            temporary.replace(self._path)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def cache_folder() -> Path | None:
    """Return where this user's cache lies (XDG Base Directory), or None when it is turned off."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gouden-praktijken"


@cache
def _analysis_version() -> str:
    """Return a mark that changes with the code of the analysis or its dictionaries."""
    sources = sorted(Path(path) for folder in analysis.__path__ for path in Path(folder).glob("*.py"))
    digest = hashlib.sha256(b"\n".join(source.read_bytes() for source in sources)).hexdigest()
    return " ".join((digest, *(f"{name} {version(name)}" for name in _DICTIONARIES)))


def _texts(values: list[str]) -> tuple[str, ...]:
    return tuple(map(str, values))
