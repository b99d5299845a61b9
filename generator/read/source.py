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
from generator.read.syntax import explain_yaml_error, quoted

MAX_BYTES = 64_000
MAX_DEPTH = 12

Loc = tuple[str | int, ...]
Value = str | None | tuple["Value", ...] | dict[str, "Value"]

_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_HARD_SPACES = "\u00a0\u202f\u3000"
_HARD_SPACE = re.compile(rf"^[ -]*(?:[a-z_]+:)?[{_HARD_SPACES}]", re.MULTILINE)
"""A space that YAML takes for a letter, where one is meant that sets a field or a level apart."""
_TRICK = re.compile(
    r"[&!%](?<![\w*].)"  # not inside a word; first, since it is quick to search for
    r"(?:(?<=&)[\w-]+(?=[\s,\]}:?%@`]|$)|(?<=!)|(?<=%)(?<![^\n]%))",
    re.MULTILINE,
)
"""What may be an anchor, tag or directive. Aliases need no search: without an anchor they do not compose."""
LONG_LINE = 200
"""Thousands of levels on one line need a long one; on lines of their own they need a long indentation."""
_DEEP = re.compile(r"^[ \-?:]{200}", re.MULTILINE)
_HASH = re.compile(r"#(?<=\s.)[^\s#]")
_OTHER_FORMATS = {
    b"PK\x03\x04": "Word- of Excelbestand",
    b"\xd0\xcf\x11\xe0": "Word- of Excelbestand",
    b"%PDF-": "pdf",
    b"{\\rtf": "tekst met opmaak (rtf)",
    b"\x89PNG": "afbeelding",
    b"\xff\xd8\xff": "afbeelding",
}
_TELLING = frozenset((None, "", '"'))
"""The styles of text in which what is typed may not be what it looks like: unquoted, and with escapes."""
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem before it has words: diagnostic code, where, and what fills its message.

    `loc` is the path of keys and indexes; `at` says which part of it is meant: the `value`, the `key`,
    or an exact (line, column).
    """

    code: str
    loc: Loc = ()
    context: tuple[tuple[str, Any], ...] = ()
    at: str | tuple[int, int] = "value"


def finding(code: str, loc: Loc = (), at: str | tuple[int, int] = "value", **context: Any) -> Finding:
    """Make a Finding from keyword context."""
    return Finding(code, loc, tuple(context.items()), at)


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
        return _text(self.data)

    def place(self, found: Finding) -> Place:
        """Return where in the file the finding stands; the deepest known ancestor when it is absent."""
        if isinstance(found.at, tuple):
            return Place(self.path, *found.at)
        if not found.loc:
            return Place(self.path)
        return Place(self.path, *_locate(_compose(self.text), found.loc, found.at))


class _TextLoader(yaml.CBaseLoader):
    """A C composer that resolves no tags: every scalar stays the text that a person typed."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


def read_document(path: str, data: bytes, root: type[yaml.Node] = yaml.MappingNode) -> SourceDocument:
    """Read one YAML file whose root is a mapping (or, for a vocabulary, a sequence).

    Returns a document whose findings name every problem of form; never raises.
    """
    text, problem = _decode(data)
    problem = problem or _scan(text)
    if problem:
        return SourceDocument(path, data, None, (problem,))
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        if trick := _scan_events(text):
            return SourceDocument(path, data, None, (trick,))
        code, place, context = explain_yaml_error(error, text)
        return SourceDocument(path, data, None, (finding(code, at=place, **context),))
    if not isinstance(node, root):
        wanted = "geen-veldenlijst" if root is yaml.MappingNode else "geen-lijst"
        code = "leeg-bestand" if node is None or not node.value else wanted
        return SourceDocument(path, data, None, (finding(code),))
    return SourceDocument(path, data, *_convert(node, text))


def _text(data: bytes) -> str:
    """Decode; ends of line become what the parser takes them for, so that all positions agree."""
    text = data.decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n") if b"\r" in data else text


def _decode(data: bytes) -> tuple[str, Finding | None]:
    if len(data) > MAX_BYTES:
        return "", finding("te-groot", grens=MAX_BYTES // 1000)
    for beginning, kind in _OTHER_FORMATS.items():
        if data.startswith(beginning):
            return "", finding("geen-utf8", soort=kind)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.count(0, 0, 200) * 4 > len(data[:200]):
        return "", finding("geen-utf8", soort="UTF-16")
    try:
        return _text(data), None
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        return "", finding("geen-utf8", at=_position(before, len(before)), soort="Windows-1252 of Latin-1")


def _position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset in the text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _scan(text: str) -> Finding | None:
    """Find what must not reach the composer: control characters, tabs, tricks and abysses."""
    found = INVISIBLE.search(text)
    if not found and any(space in text for space in _HARD_SPACES):
        found = _HARD_SPACE.search(text)
    if found:
        return finding("stuurteken", at=_position(text, found.end() - 1), teken=_code_point(found[0][-1]))
    if "\t" in text and (found := _TAB_INDENT.search(text)):
        return finding("tab", at=_position(text, found.end() - 1))
    may_overflow = text.count("[") + text.count("{") > 500
    if max(map(len, text.split("\n"))) >= LONG_LINE:
        may_overflow = may_overflow or _DEEP.search(text) is not None
    may_trick = any(mark in text for mark in ("&", "!", "\n%")) or text.startswith("%")
    return _scan_events(text) if may_overflow or (may_trick and _TRICK.search(text)) else None


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _scan_events(text: str) -> Finding | None:
    """Walk the parse events, which cannot overflow the stack, for anchors, tags and depth.

    The C composer recurses without a guard: 20,000 nested brackets would end the process.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_TextLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return finding("te-diep", at=_start(event), grens=MAX_DEPTH)
            if trick := _trick_of(event):
                line, column = _start(event)
                typed = text.split("\n")[line - 1]
                proposal = "" if typed.startswith(("!!", "!<"), column - 1) else quoted(typed, column)
                return finding("yaml-truc", at=(line, column), teken=trick, voorstel=proposal)
    except yaml.YAMLError:
        return None
    return None


def _start(item: yaml.Node | yaml.Event) -> tuple[int, int]:
    """Return the line and column, both from 1, where a node or event begins."""
    mark = item.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _trick_of(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if getattr(event, "anchor", None):
        return "&"
    if getattr(event, "tag", None):
        return "!"
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        return "%"
    return ""


@lru_cache(maxsize=2)
def _compose(text: str) -> yaml.Node | None:
    """Compose one document; cached because a faulty file asks for many places in a row."""
    return yaml.compose(text, Loader=_TextLoader)


def _convert(node: yaml.Node, text: str) -> tuple[Value, tuple[Finding, ...]]:
    """Return the plain values of a document and what it may not hold; quick for what is in order."""
    try:
        if not _HASH.search(text):
            return _plain(node, 0), ()
    except _OddNodeError:
        pass
    converter = _Converter(text)
    value = converter.convert(node, ())
    abyss = next((found for found in converter.findings if found.code == "te-diep"), None)
    return (None, (abyss,)) if abyss else (value, tuple(converter.findings))


class _OddNodeError(Exception):
    """There is something in the document that a record may not hold."""


def _plain(node: yaml.Node, depth: int) -> Value:
    """Turn nodes into text, tuples and dicts at once; nearly all records allow it."""
    if node.__class__ is yaml.ScalarNode:
        text: str = node.value.strip()
        if not text or (node.style in _TELLING and _is_odd(text, node.style)):
            raise _OddNodeError
        return text
    if depth > MAX_DEPTH:
        raise _OddNodeError
    if node.__class__ is yaml.SequenceNode:
        return tuple([_plain(item, depth + 1) for item in node.value])
    pairs = ((key.value, value) for key, value in node.value if key.__class__ is yaml.ScalarNode)
    result = {name: _plain(value, depth + 1) for name, value in pairs}
    if len(result) != len(node.value) or "<<" in result or "" in result:
        raise _OddNodeError
    return result


def _is_odd(text: str, style: str | None) -> bool:
    """Tell whether a text is nothing, was meant as a list, or hides something behind an escape."""
    if style:
        return INVISIBLE.search(text) is not None
    return text in _NULLS or " - " in text


class _Converter:
    """Turn nodes into text, tuples and dicts, noting what a record may not hold, and where."""

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self._lines = text.split("\n")
        self._hashes = bool(_HASH.search(text))

    def convert(self, node: yaml.Node, loc: Loc) -> Value:
        if len(loc) > MAX_DEPTH:
            self._note("te-diep", node, (), grens=MAX_DEPTH)
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return tuple([self.convert(item, (*loc, i)) for i, item in enumerate(node.value)])
        return self._mapping(node, loc)

    def _scalar(self, node: yaml.ScalarNode, loc: Loc) -> str | None:
        text: str = node.value.strip()
        if not node.style:
            if self._is_cut_short(node, loc):
                return None
            if text in _NULLS:
                text = ""
        elif node.style == '"' and (found := INVISIBLE.search(text)):
            self._note("stuurteken", node, loc, teken=_code_point(found[0]))
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
        if rest[:1] != "#" or rest[1:2] in ("", " ", "#"):
            return False
        place = last.line + 1, self._lines[last.line].index(rest, last.column) + 1
        proposal = quoted(self._lines[last.line]) if first.line == last.line else ""
        self.findings.append(finding("hekje", loc, place, waarde=rest, voorstel=proposal))
        return True

    def _mapping(self, node: yaml.Node, loc: Loc) -> dict[str, Value]:
        result: dict[str, Value] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.value:
                self._note("sleutel-geen-tekst", key, loc)
                continue
            name: str = key.value
            if name == "<<":
                self._note("yaml-truc", key, (*loc, name), teken="<<")
            elif name in result:
                self._note("dubbele-sleutel", key, (*loc, name), veld=name, eerste=lines[name])
            else:
                lines[name] = _start(key)[0]
                result[name] = self.convert(value, (*loc, name))
        return result

    def _note(self, code: str, node: yaml.Node, loc: Loc, **context: Any) -> None:
        self.findings.append(finding(code, loc, _start(node), **context))


def _locate(node: yaml.Node | None, loc: Loc, at: str) -> tuple[int, int]:
    """Return the line and column of the value (or key) at `loc`, walking as deep as the document goes."""
    place = _start(node) if node else (1, 1)
    for step in loc:
        key, child = next(_children(node, step), (None, None))
        if child is None:
            break
        node = child
        place = _start(key) if key is not None and (at == "key" or _empty(child)) else _start(child)
    return place


def _children(node: yaml.Node | None, step: str | int) -> Iterator[tuple[yaml.Node | None, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key, value) for key, value in node.value if key.value == step)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        yield None, node.value[step]


def _empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value
