"""Lines that are right in themselves and stand in the wrong place, which only the model can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.parse.guide import fields_at
from generator.read.finding import Finding, Loc, Value, finding
from generator.read.source import SourceDocument

_FIRST_KEY = re.compile(r"\s*(?:- +)?(?P<key>[a-z_]+) *:")
_SECOND_KEY = re.compile(r"[a-z_]+ *: .*?[ ,;](?P<key>[a-z_]+):(?: |$)")
MOST_HOMES = 3
FEWEST_PARTS = 3
_BARE = re.compile(r"(?P<key>[a-z_]+) (?P<value>\S+)")


def explain_line(found: Finding, model: Any, document: SourceDocument) -> Finding:
    """Say of a line that YAML refused what only the names of the fields tell; else return the finding as it is."""
    if not isinstance(found.at, tuple):
        return found
    line, root = str(dict(found.context).get("regel", "")), fields_at(model, ())
    if found.code == "dubbele-punt":
        second = _SECOND_KEY.match(line)
        return _in_a_line(second["key"], found.at) if second and second["key"] in root else found
    if found.code == "dubbele-punt-ontbreekt":
        bare = _BARE.fullmatch(line)
        if not bare or bare["key"] not in (root if found.at[1] == 1 else _fields_below(model, root)):
            return found
        return _with_colon(found, f"{bare['key']}: {bare['value']}")
    if found.code != "inspringing" or dict(found.context).get("kan") != "0":
        return found
    homes = _homes(line, model, document.text.split("\n")[: found.at[0] - 1])
    return finding("losse-regel", at=found.at, regel=line, mogelijk=" of ".join(homes)) if homes else found


def _fields_below(model: Any, root: Iterable[str]) -> set[str]:
    """Return the names of fields that indent: those in a block, or in an item of a list."""
    return {below for name in root for loc in ((name,), (name, 0)) for below in fields_at(model, loc)}


def _in_a_line(name: str, at: tuple[int, int]) -> Finding:
    return finding("veld-midden-in-regel", at=at, naam_van_veld=name)


def _with_colon(found: Finding, line: str) -> Finding:
    return finding(found.code, found.loc, found.at, **{**dict(found.context), "voorstel": line})


def _homes(line: str, model: Any, above: list[str]) -> list[str]:
    """Name the fields where a line belongs that indents below another; none when it may be a field itself."""
    key, root = _FIRST_KEY.match(line), fields_at(model, ())
    if not key or key["key"] in root:
        return []
    homes = [name for name in root if any(key["key"] in fields_at(model, loc) for loc in ((name,), (name, 0)))]
    nearest = _FIRST_KEY.match(next((text for text in reversed(above) if text.strip()), ""))
    return [] if nearest and nearest["key"] in homes else homes[:MOST_HOMES]


def join_misplaced(found: list[Finding], value: Value, model: Any, text: str) -> list[Finding]:
    """Turn missing fields that stand elsewhere in the file into the one mistake that each of them is."""
    if not isinstance(value, dict):
        return found
    missing = [f for f in found if f.code == "ontbrekend-veld"]
    dashed = {f.loc[:1] for f in missing if len(f.loc) == 3 and _is_cut_up(value.get(str(f.loc[0])))}
    moved = {f.loc[-1:] for f in found if f.code == "hoort-erbuiten"}
    kept = (f for f in found if f.code != "ontbrekend-veld" or (f.loc[:1] not in dashed and f.loc not in moved))
    swallowed = dict(_swallowed((f.loc for f in missing if len(f.loc) == 1 and f.loc not in moved), text))
    cut = (finding("streepje-te-veel", (*loc, 1), lijst=loc[0]) for loc in sorted(dashed, key=str))
    return [*(_replaced(f, swallowed) for f in kept), *cut]


def _replaced(found: Finding, swallowed: Mapping[Loc, tuple[int, int]]) -> Finding:
    if found.code != "ontbrekend-veld" or found.loc not in swallowed:
        return found
    return _in_a_line(str(found.loc[0]), swallowed[found.loc])


def _is_cut_up(items: object) -> bool:
    """Tell whether the fields of one block were each given a dash: then each block has one field, and they differ.

    Two such blocks may as well be two that were begun, of which each lacks the rest.
    """
    if not isinstance(items, tuple) or not all(isinstance(item, dict) and len(item) == 1 for item in items):
        return False
    return len({name for item in items for name in item}) >= FEWEST_PARTS


def _swallowed(absent: Iterable[Loc], text: str) -> Iterator[tuple[Loc, tuple[int, int]]]:
    """Give the fields that a line of text holds with its colon: the end of a line was lost before them."""
    for loc in absent:
        if found := re.search(rf"^ *[^\s#{{\[-].*[ .,;]({loc[0]}): ", text, re.MULTILINE):
            before = text[: found.start(1)]
            yield loc, (before.count("\n") + 1, len(before) - before.rfind("\n"))
