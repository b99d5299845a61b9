"""YAML text to a SourceDocument: plain values of which every one knows its line and column.

Only YAML 1.2 text, lists and mappings get through: no anchors, aliases, tags, merge keys, duplicate keys
or second documents, so that a record means what it looks like and cannot blow up. Positions are worked
out only when asked for (by composing the text again), which keeps a thousand healthy records cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from generator.diagnostics import Place
from generator.messages import INVISIBLE
from generator.read.finding import Finding, Loc, Value, finding
from generator.read.guard import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_LIST_BYTES,
    TextLoader,
    code_point,
    decode,
    scan,
    scan_characters,
    scan_events,
    start_of,
    to_text,
)
from generator.read.plain import NULLS, read_plain
from generator.read.syntax import explain_yaml_error, folded, quoted

_HASH = re.compile(r"#(?<=\s.)(?: ?\d|[^\s#])")
_SHORT = 40
"""A value of a closed list, a name or a number is no longer than this; a text that was to be folded is."""
_NUMBER_SIGN = re.compile(r"# ?\d")
"""Nobody begins a remark with a number; `Buurtkamer # 1` is a title."""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as read. `value` is the root, or None when `findings` forbids using it at all."""

    path: str
    data: bytes
    value: Value
    findings: tuple[Finding, ...] = ()

    def without_value(self) -> SourceDocument:
        """Return the document for its places only, so that its value need not stay in memory."""
        return SourceDocument(self.path, self.data, None)

    @property
    def text(self) -> str:
        """The text of the file, without mark and with `\\n` for every end of line."""
        return to_text(self.data)

    def place(self, found: Finding) -> Place:
        """Return where in the file the finding stands; the deepest known ancestor when it is absent."""
        if isinstance(found.at, tuple):
            return Place(self.path, *found.at)
        if not found.loc:
            return Place(self.path)
        return Place(self.path, *_locate(_compose(self.text), found.loc, found.at))


def read_document(path: str, data: bytes, root: type[yaml.Node] = yaml.MappingNode) -> SourceDocument:
    """Read one YAML file whose root is a mapping (or, for a vocabulary, a sequence).

    Returns a document whose findings name every problem of form; never raises.
    """
    text, problem = decode(data, MAX_BYTES if root is yaml.MappingNode else MAX_LIST_BYTES)
    problem = problem or scan_characters(data, text)
    if not problem and "\t" not in text:
        value = read_plain(text)
        if isinstance(value, dict if root is yaml.MappingNode else tuple):
            return SourceDocument(path, data, value)
    if problem := problem or scan(text):
        return SourceDocument(path, data, None, (problem,))
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        if trick := scan_events(text):
            return SourceDocument(path, data, None, (trick,))
        code, place, context = explain_yaml_error(error, text)
        return SourceDocument(path, data, None, (finding(code, at=place, **context),))
    if not isinstance(node, root):
        wanted = "geen-veldenlijst" if root is yaml.MappingNode else "geen-lijst"
        code = "leeg-bestand" if node is None or not node.value else wanted
        return SourceDocument(path, data, None, (_table(text) or finding(code),))
    return SourceDocument(path, data, *_convert(node, text))


def _table(text: str) -> Finding | None:
    """Tell a text that is no record, but rows of a spreadsheet."""
    first = text.lstrip().split("\n", 1)[0]
    kind = "een tabel uit Excel" if "\t" in first else "een tabel (CSV)" if first.count(";") > 1 else ""
    return finding("andere-opmaak", soort=kind) if kind else None


@lru_cache(maxsize=2)
def _compose(text: str) -> yaml.Node | None:
    """Compose one document; cached because a faulty file asks for many places in a row."""
    return yaml.compose(text, Loader=TextLoader)


def _convert(node: yaml.Node, text: str) -> tuple[Value, tuple[Finding, ...]]:
    """Return the plain values of a document and what it may not hold."""
    converter = _Converter(text)
    value = converter.convert(node, ())
    abyss = next((found for found in converter.findings if found.code == "te-diep"), None)
    return (None, (abyss,)) if abyss else (value, tuple(converter.findings))


class _Converter:
    """Turn nodes into text, tuples and dicts, noting what a record may not hold, and where."""

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        lines = text.split("\n")
        self._end = len(lines), len(lines[-1]) + 1
        self._lines = [*lines, ""]  # below the end, where the parser sees a value that lacks there
        self._hashes = bool(_HASH.search(text))

    def convert(self, node: yaml.Node, loc: Loc) -> Value:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, loc)
        if len(loc) > MAX_DEPTH:
            self._note("te-diep", node, (), grens=MAX_DEPTH)
            return None
        if isinstance(node, yaml.SequenceNode):
            return tuple([self.convert(item, (*loc, i)) for i, item in enumerate(node.value)])
        return self._mapping(node, loc)

    def _scalar(self, node: yaml.ScalarNode, loc: Loc) -> str | None:
        text: str = node.value.strip()
        if not node.style:
            if self._is_cut_short(node, loc):
                return None
            line = self._lines[node.start_mark.line].strip()
            if text.startswith("->") and (folded(line) or len(text) > _SHORT):
                self._note("blokteken", node, loc, regel=line, voorstel=folded(line))
                return None
            if text in NULLS:
                text = ""
        elif node.style == '"' and (found := INVISIBLE.search(text)):
            self._note("stuurteken", node, loc, teken=code_point(found[0]))
            return None
        if not text:
            self._note("leeg-veld", node, loc)
            return None
        return text

    def _is_cut_short(self, node: yaml.ScalarNode, loc: Loc) -> bool:
        """Note where an unquoted text silently means something else than it looks like."""
        first, last = node.start_mark, node.end_mark
        for number in range(first.line + 1, last.line + 1) if last.line > first.line else ():
            line = self._lines[number]
            if line.lstrip().startswith("- "):
                place = number + 1, len(line) - len(line.lstrip()) + 1
                self.findings.append(finding("streepje", loc, place, regel=line.strip()))
                return True
        rest = self._lines[last.line][last.column :].lstrip() if self._hashes else ""
        if rest[:1] != "#" or (rest[1:2] in ("", " ", "#") and not _NUMBER_SIGN.match(rest)):
            return False
        place = last.line + 1, self._lines[last.line].index(rest, last.column) + 1
        proposal = quoted(self._lines[last.line]) if first.line == last.line else ""
        self.findings.append(finding("hekje", loc, place, waarde=rest, voorstel=proposal))
        return True

    def _mapping(self, node: yaml.Node, loc: Loc) -> dict[str, Value]:
        result: dict[str, Value] = {}
        lines: dict[str, int] = {}
        doubled: list[Finding] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.value:
                self._note("sleutel-geen-tekst", key, loc)
                continue
            name: str = key.value
            if name == "<<":
                self._note("yaml-truc", key, (*loc, name), teken="<<")
            elif name in result:
                context = {"veld": name, "eerste": lines[name]}
                doubled.append(finding("dubbele-sleutel", (*loc, name), start_of(key), **context))
            else:
                lines[name] = start_of(key)[0]
                result[name] = self.convert(value, (*loc, name))
        again = doubled[0] if len(doubled) > 2 and not loc and doubled[0].loc == (next(iter(lines)),) else None
        if again:
            doubled = [finding("opnieuw-begonnen", (), again.at, eerste=dict(again.context)["eerste"])]
        self.findings += doubled
        return result

    def _note(self, code: str, node: yaml.Node, loc: Loc, **context: Any) -> None:
        self.findings.append(finding(code, loc, min(start_of(node), self._end), **context))


def _locate(node: yaml.Node | None, loc: Loc, at: str) -> tuple[int, int]:
    """Return the line and column of the value (or key) at `loc`, walking as deep as the document goes."""
    place = start_of(node) if node else (1, 1)
    for step in loc:
        key, child = next(_children(node, step), (None, None))
        if child is None:
            break
        node = child
        place = start_of(key) if key is not None and (at == "key" or _empty(child)) else start_of(child)
    return place


def _children(node: yaml.Node | None, step: str | int) -> Iterator[tuple[yaml.Node | None, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key, value) for key, value in node.value if key.value == step)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        yield None, node.value[step]


def _empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value
