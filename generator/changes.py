"""What changed between two states of the catalogue, and which files have to be checked because of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import basename

_RULES = ("schema/", "generator/")
"""What every record is checked against: a change in it can make any record wrong."""
MOST_CHANGED = 100
"""With more changed records than this, looking for what names them takes longer than checking everything."""
_RECORDS = ("practices/", "congresses/")
_NAME = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Changes:
    """Paths relative to the root of the catalogue: of files that are new or changed, and of files that went away."""

    present: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    @property
    def records(self) -> tuple[str, ...]:
        """The records and congresses that are new or changed, sorted."""
        return tuple(sorted(path for path in self.present if _is_record(path)))


def read_changes(names: bytes, untracked: bytes = b"") -> Changes:
    """Read what `git diff --name-status --no-renames -z` and `git ls-files --others -z` print.

    Raises ValueError when the first is no such list.
    """
    parts = names.decode("utf-8", "surrogateescape").split("\0")[:-1]
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    new = untracked.decode("utf-8", "surrogateescape").split("\0")[:-1]
    removed = frozenset(path for kind, path in pairs if kind == "D") - frozenset(new)
    return Changes(frozenset((*(path for kind, path in pairs if kind != "D"), *new)), removed)


def paths_to_check(changes: Changes, texts: Mapping[str, bytes]) -> tuple[str, ...] | None:
    """Return the records to check, sorted: what changed, and what names it. None is the whole catalogue.

    `texts` are the files of all records and congresses by path. Everything is checked when a rule or a register
    changed, or when a record went away: then anything that pointed to it can be wrong.
    """
    if any(path.startswith(_RULES) for path in (*changes.present, *changes.removed)):
        return None
    changed = changes.records
    if len(changed) > MOST_CHANGED or any(_is_record(path) for path in changes.removed):
        return None
    ids = frozenset(_id(path) for path in changed)
    touched = {path for path, data in texts.items() if _id(path) in ids or _names_any(data, ids)}
    return tuple(sorted(touched.union(changed)))


def _names_any(data: bytes, ids: frozenset[str]) -> bool:
    """Tell whether one of the ids stands in the text as a word: quicker than reading it as YAML, and never too few."""
    encoded = [id.encode() for id in ids]
    return any(id in data for id in encoded) and not _words(data).isdisjoint(encoded)


def _words(data: bytes) -> set[bytes]:
    return set(_NAME.findall(data))


def _is_record(path: str) -> bool:
    return path.startswith(_RECORDS)


def changed_pages(old: Mapping[str, str], new: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Yield the address of each page that a built site has more, less or otherwise than the one before.

    Both are paths of files with a hash of their bytes. With the address comes `nieuw`, `weg` or `gewijzigd`; new
    pages come first, and practices before the lists in which they stand.
    """
    pages = sorted((path for path in {**old, **new} if path.endswith("index.html")), key=_readers_order)
    kinds = {page: _kind(old.get(page), new.get(page)) for page in pages}
    for wanted in ("nieuw", "weg", "gewijzigd"):
        yield from ((page.removesuffix("index.html"), kind) for page, kind in kinds.items() if kind == wanted)


def _readers_order(path: str) -> tuple[bool, str]:
    return not path.startswith("praktijken/") or path == "praktijken/index.html", path


def _kind(before: str | None, after: str | None) -> str:
    if before == after:
        return ""
    return "gewijzigd" if before and after else "nieuw" if after else "weg"


def _id(path: str) -> str:
    return basename(path).removesuffix(".yml")
