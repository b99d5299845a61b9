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
from typing import Any, cast

import yaml

from generator.diagnostics import Place
from generator.read.syntax import explain_yaml_error

MAX_BYTES = 64_000
MAX_DEPTH = 12

Loc = tuple[str | int, ...]
Value = str | None | tuple["Value", ...] | dict[str, "Value"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_TRICK = re.compile(r"(?:^|[\s\[{,])[&*!]\S|^%", re.MULTILINE)
_DEEP = re.compile(r"^[ \-?:]{200}", re.MULTILINE)
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

    def place(self, found: Finding) -> Place:
        """Return where in the file the finding stands; the deepest known ancestor when it is absent."""
        if isinstance(found.at, tuple):
            return Place(self.path, *found.at)
        if not found.loc:
            return Place(self.path)
        mark = _locate(_compose(self.data.decode("utf-8-sig")), found.loc, found.at)
        return Place(self.path, mark.line + 1, mark.column + 1)


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
        code, place, context = explain_yaml_error(error, text)
        return SourceDocument(path, data, None, (finding(code, at=place, **context),))
    if not isinstance(node, root):
        code = "leeg-bestand" if node is None or not node.value else "geen-veldenlijst"
        return SourceDocument(path, data, None, (finding(code),))
    converter = _Converter()
    value = converter.convert(node, ())
    return SourceDocument(path, data, value, tuple(converter.findings))


def _decode(data: bytes) -> tuple[str, Finding | None]:
    if len(data) > MAX_BYTES:
        return "", finding("te-groot", grens=MAX_BYTES // 1000)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:200]:
        return "", finding("geen-utf8", soort="UTF-16")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        return "", finding("geen-utf8", at=_position(before, len(before)), soort="Windows-1252 of Latin-1")


def _position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset in the text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _scan(text: str) -> Finding | None:
    """Find what must not reach the composer: control characters, tabs, tricks and abysses."""
    if found := _CONTROL.search(text):
        return finding("stuurteken", at=_position(text, found.start()), teken=f"U+{ord(found[0]):04X}")
    if found := _TAB_INDENT.search(text):
        return finding("tab", at=_position(text, found.end() - 1))
    if _TRICK.search(text) or _DEEP.search(text) or text.count("[") + text.count("{") > 500:
        return _scan_events(text)
    return None


def _scan_events(text: str) -> Finding | None:
    """Walk the parse events, which cannot overflow the stack, for anchors, tags and depth.

    The C composer recurses without a guard: 20,000 nested brackets would end the process.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_TextLoader):
            place = (event.start_mark.line + 1, event.start_mark.column + 1)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return finding("te-diep", at=place, grens=MAX_DEPTH)
            if trick := _trick_of(event):
                return finding("yaml-truc", at=place, teken=trick)
    except yaml.YAMLError:
        return None
    return None


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
    return cast("yaml.Node | None", yaml.compose(text, Loader=_TextLoader))


class _Converter:
    """Turn nodes into text, tuples and dicts, noting what a record may not hold."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def convert(self, node: yaml.Node, loc: Loc) -> Value:
        if len(loc) > MAX_DEPTH:
            self._note("te-diep", node, loc, grens=MAX_DEPTH)
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return tuple([self.convert(item, (*loc, i)) for i, item in enumerate(node.value)])
        return self._mapping(node, loc)

    def _scalar(self, node: yaml.ScalarNode, loc: Loc) -> str | None:
        text: str = node.value.strip()
        if not text or (text in _NULLS and not node.style):
            self._note("leeg-veld", node, loc)
            return None
        return text

    def _mapping(self, node: yaml.Node, loc: Loc) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._note("sleutel-geen-tekst", key, loc)
                continue
            name: str = key.value
            if name == "<<":
                self._note("yaml-truc", key, (*loc, name), teken="<<")
            elif name in result:
                self._note("dubbele-sleutel", key, (*loc, name))
            else:
                result[name] = self.convert(value, (*loc, name))
        return result

    def _note(self, code: str, node: yaml.Node, loc: Loc, **context: Any) -> None:
        place = (node.start_mark.line + 1, node.start_mark.column + 1)
        self.findings.append(finding(code, loc, place, **context))


def _locate(node: yaml.Node | None, loc: Loc, at: str) -> Any:
    """Return the mark of the value (or key) at `loc`, walking as deep as the document goes."""
    mark = node.start_mark if node else yaml.Mark("", 0, 0, 0, None, None)
    for step in loc:
        key, child = next(_children(node, step), (None, None))
        if child is None:
            break
        node = child
        mark = key.start_mark if key is not None and (at == "key" or _empty(child)) else child.start_mark
    return mark


def _children(node: yaml.Node | None, step: str | int) -> Iterator[tuple[yaml.Node | None, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key, value) for key, value in node.value if key.value == step)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        yield None, node.value[step]


def _empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value
