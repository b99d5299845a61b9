"""A file with lines that YAML refuses: what is wrong in each of its parts, and what can be checked all the same.

The parser stops at the first line that it cannot read, and what it says of the lines below means little. But a
record's fields begin in the first column, with a name that the model knows. So a file is cut there, each part is
read by itself, and those that fail are left out. Only when what is left reads as a record is anything said of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.parse.guide import fields_at
from generator.parse.misplaced import explain_line
from generator.read.finding import Finding, finding
from generator.read.source import SourceDocument, read_document

MOST_PARTS = 60
"""Twice the fields of a record, and more items than a list may have; each part costs a reading."""
_LOCAL = frozenset(
    (
        *("tab", "vaste-spatie", "stuurteken", "dubbele-punt", "dubbele-punt-ontbreekt", "aanhalingsteken"),
        *("kromme-aanhalingstekens", "komma-aan-het-eind", "blokteken", "vreemd-teken", "niet-ingevuld", "streepje"),
        *("opsommingsteken", "haakje", "inspringing", "sleutel-geen-tekst", "yaml-fout", "yaml-truc"),
    )
)
"""Mistakes that touch no more than the part in which they stand."""
_NAME = re.compile(r"([a-z_]+) *:(?=\s|$)")
_HEADER = re.compile(r"[a-z_]+ *:\s*(?:#.*)?")
_ITEM, _CHILD = re.compile(r" *(?=-(?: |$))"), re.compile(r" *(?=[a-z_]+ *:(?:\s|$))")
_NO_CONTENT = re.compile(r"\s*(?:#.*|---\s*)?")
_FENCE = re.compile(r"```.*")
_BEGINNING = re.compile(r"^[^\W\d]\w*", re.MULTILINE)
_NEEDS = {
    "gestopt-zonder-lessen": "lessen",
    "samengevoegd-zonder-opvolger": "vervangen_door",
    "onbekende-bron": "bronnen",
}
"""What is said of one field because another is not there."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a file: `document` is the file with empty lines for what was `unread`, so that places agree.

    `findings` say what is wrong with the parts that were left out.
    """

    document: SourceDocument
    findings: tuple[Finding, ...]
    unread: str
    names: Collection[str]

    def explains(self, found: Finding) -> bool:
        """Tell whether a problem may be there only because of what was left out."""
        if found.code in _NEEDS:
            return self._may_hold(_NEEDS[found.code])
        if found.code == "veld-midden-in-regel":
            return self._may_hold(dict(found.context)["naam_van_veld"])
        if found.code != "ontbrekend-veld":
            return False
        name = str(found.loc[-1])
        return self._may_hold(name) if len(found.loc) == 1 else re.search(rf"\b{name} *:", self.unread) is not None

    def _may_hold(self, name: str) -> bool:
        """Tell whether a field may stand in what was left out: by its name, or by one that nobody knows."""
        strange = any(word not in self.names for word in _BEGINNING.findall(self.unread))
        return strange or re.search(rf"\b{name}\b", self.unread) is not None


def set_apart(document: SourceDocument, model: Any) -> Rest | None:
    """Leave out of a document that cannot be read the parts that are wrong.

    Returns None when that is not certain: then the problem that the document has is all there is to say.
    """
    names, first = fields_at(model, ()), document.findings[0]
    if not names:
        return None
    if first.code not in (*_LOCAL, "codeblok") or not isinstance(first.at, tuple):
        return None
    lines = document.text.split("\n")
    if any(map(_FENCE.match, lines)):
        return _without_fences(document, model, lines)
    broken = _broken_parts(document.path, lines, names, first)
    wrong = [_with_first(first, found) if first.at[0] in part else found for part, found in broken]
    known = all(one.code in _LOCAL and isinstance(one.at, tuple) for found in wrong for one in found)
    if not known or not any(first.at[0] in part for part, _ in broken):
        return None
    left = _without(document.path, lines, [part for part, _ in broken])
    told = tuple(explain_line(one, model, document) for found in wrong for one in found)
    unread = "\n".join(lines[number - 1] for part, _ in broken for number in part)
    return Rest(left, told, unread, names) if left.value is not None else _further(left, model, told, unread)


def _further(left: SourceDocument, model: Any, told: tuple[Finding, ...], unread: str) -> Rest | None:
    """Set apart what is wrong with what was left, and add it to what was told already."""
    rest = set_apart(left, model)
    return Rest(rest.document, (*told, *rest.findings), f"{unread}\n{rest.unread}", rest.names) if rest else None


def _without_fences(document: SourceDocument, model: Any, lines: Sequence[str]) -> Rest | None:
    """Leave out the lines that were the edges of a piece of code, and what was said before and after it."""
    edges = [number for number, line in enumerate(lines, 1) if _FENCE.match(line)]
    around = _talk_around(lines, edges, fields_at(model, ()))
    told = tuple(
        finding("codeblok", at=(edge, 1), waarde=lines[edge - 1], erbij=said)
        for edge, said in zip(edges, (said for _, said in around) if around else [""] * len(edges), strict=True)
    )
    left = _without(document.path, lines, [*(range(edge, edge + 1) for edge in edges), *(part for part, _ in around)])
    return Rest(left, told, "", ()) if left.value is not None else _further(left, model, told, "")


def _talk_around(lines: Sequence[str], edges: Sequence[int], names: Collection[str]) -> list[tuple[range, str]]:
    """Return the lines around the only piece of code, with what to say of them; none when a field is there."""
    if len(edges) != 2:
        return []
    around = ((range(1, edges[0]), "erboven"), (range(edges[1] + 1, len(lines) + 1), "eronder"))
    said = [[line for number in part if (line := lines[number - 1]).strip()] for part, _ in around]
    if any(name[1] in names for talk in said for line in talk if (name := _NAME.match(line))):
        return []
    words = (f" en ook wat {where} staat" if talk else "" for (_, where), talk in zip(around, said, strict=True))
    return [(part, told) for (part, _), told in zip(around, words, strict=True)]


def _broken_parts(
    path: str, lines: Sequence[str], names: Collection[str], first: Finding
) -> list[tuple[range, list[Finding]]]:
    """Return the fields that cannot be read, as line numbers from 1, each with what is wrong in it.

    What stands above them may be in order by itself; then it is wrong when the parser says so (`first`).
    """
    starts = [number for number, line in enumerate(lines, 1) if (name := _NAME.match(line)) and name[1] in names]
    parts = _cut([1, *starts], len(lines) + 1)
    if not starts or len(parts) > MOST_PARTS:
        return []
    if all(map(_NO_CONTENT.fullmatch, lines[: starts[0] - 1])):
        parts = [part for part in parts if part.start >= starts[0]]
    above = range(1, starts[0])
    blamed = first if isinstance(first.at, tuple) and first.at[0] in above else None
    judged = ((part, _problem(path, lines, part) or (blamed if part == above else None)) for part in parts)
    return [(part, _problems_within(path, lines, part) or [found]) for part, found in judged if found]


def _cut(starts: Sequence[int], end: int) -> list[range]:
    """Return the lines between each start and the next."""
    ends = [*starts[1:], end]
    return [range(start, stop) for start, stop in zip(starts, ends, strict=True) if stop > start]


def _problem(path: str, lines: Sequence[str], part: range, header: int = 0) -> Finding | None:
    """Return why some lines, read by themselves (below the line of their field), are not understood."""
    kept = {header, *part}
    text = "\n".join(line if number in kept else "" for number, line in enumerate(lines[: part.stop - 1], 1))
    read = read_document(path, text.encode())
    return read.findings[0] if read.value is None else None


def _problems_within(path: str, lines: Sequence[str], part: range) -> list[Finding]:
    """Return what is wrong in each item of a list, or field of a block; nothing when it is not of these."""
    children = list(_children(lines, part))
    if not 1 < len(children) <= MOST_PARTS:
        return []
    return [found for child in children if (found := _problem(path, lines, child, part.start))]


def _children(lines: Sequence[str], part: range) -> Iterator[range]:
    """Give the lines of each item or field below the first line of a part, by how far the first of them indents."""
    first = next((number for number in part[1:] if lines[number - 1].strip()), 0)
    if not first or not _HEADER.fullmatch(lines[part.start - 1]):
        return
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip(" "))
    below = range(first + 1, part.stop)
    kind = _ITEM if lines[first - 1].lstrip().startswith("-") else _CHILD
    others = (number for number in below if (mark := kind.match(lines[number - 1])) and mark.end() == indent)
    yield from _cut([first, *others], part.stop)


def _with_first(first: Finding, found: list[Finding]) -> list[Finding]:
    """Put what the whole file was refused for in the place of what was found at that line by itself."""
    others = [one for one in found if isinstance(one.at, tuple) and one.at[0] != first.at[0]]
    return [first, *others] if len(others) < len(found) else [first]


def _without(path: str, lines: Sequence[str], parts: Sequence[range]) -> SourceDocument:
    """Read a file with empty lines in the place of some; when nothing is left, that is a record without fields."""
    gone = {number for part in parts for number in part}
    left = ["" if number in gone else line for number, line in enumerate(lines, 1)]
    data = "\n".join(left).encode()
    return SourceDocument(path, data, {}) if all(map(_NO_CONTENT.fullmatch, left)) else read_document(path, data)
