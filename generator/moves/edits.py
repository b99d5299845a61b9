"""Changes to the text of a YAML file that leave every other byte as it was: comments, order, quotes, line ends.

A change is asked for by its place in the document. It is made in the text, and then the text is read again: only
when it means what was asked for does the change stand. So a form that this module does not foresee is refused,
never spoilt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator.read.finding import Loc, Value
from generator.read.guard import TextLoader, to_text
from generator.read.source import read_document


@dataclass(frozen=True, slots=True)
class Replace:
    """Put another word in the place of the text at `loc`."""

    loc: Loc
    text: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away the item or the field at `loc`; a list that would become empty goes with its field."""

    loc: Loc


@dataclass(frozen=True, slots=True)
class Append:
    """Add a word to the list in a field of the record; a new field comes just before the field `before`."""

    field: str
    text: str
    before: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Add a field with one word to the record, just below the field `after`."""

    field: str
    text: str
    after: str


Edit = Replace | Remove | Append | Insert


class _UnforeseenError(Exception):
    """The text has a form in which this change cannot be made with certainty."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """What comes in the place of the text between two offsets; its line ends are `\\n`."""

    start: int
    end: int
    text: str


def edit_yaml(data: bytes, edits: Iterable[Edit], root: type[yaml.Node] = yaml.MappingNode) -> bytes | None:
    """Return the file after all edits, in that order, or None when they cannot be made with certainty."""
    for edit in edits:
        before = read_document("", data, root).value
        try:
            cut = _cut(to_text(data), edit)
            wanted = _changed(before, edit)
        except (_UnforeseenError, LookupError, TypeError):
            return None
        data = _apply(data, cut)
        if before is None or read_document("", data, root).value != wanted:
            return None
    return data


def _apply(data: bytes, cut: _Cut) -> bytes:
    """Make the cut in the bytes as they are, with the line ends and the mark of the file."""
    text = data.decode()
    newline = "\r\n" if "\r\n" in text else "\n"
    pairs = [match.start() - number for number, match in enumerate(re.finditer("\r\n", text))]
    mark = len(text) - len(text.removeprefix("\ufeff"))
    pairs = [at - mark for at in pairs]
    start, end = (at + bisect_left(pairs, at) + mark for at in (cut.start, cut.end))
    return (text[:start] + cut.text.replace("\n", newline) + text[end:]).encode()


def _cut(text: str, edit: Edit) -> _Cut:
    root = yaml.compose(text, Loader=TextLoader)
    match edit:
        case Replace(loc, word):
            return _replacement(text, _node_at(root, loc), word)
        case Remove(loc):
            return _removal(text, root, loc)
        case Append(field, word, before):
            return _addition(text, root, field, word, before)
        case Insert(field, word, after):
            at = _line_end(text, _content_end(text, _node_at(root, (after,))))
            return _Cut(at, at, f"{'' if text[:at].endswith(chr(10)) else chr(10)}{field}: {word}\n")


def _changed(value: Value, edit: Edit) -> Value:
    """Return what the document must mean after an edit."""
    match edit:
        case Replace(loc, word):
            return _with(value, loc, word)
        case Remove(loc):
            return _without(value, loc)
        case Append(field, word, _):
            assert isinstance(value, dict)
            return {**value, field: (*_list(value.get(field, ())), word)}
        case Insert(field, word, _):
            assert isinstance(value, dict)
            return {**value, field: word}


def _list(value: Value) -> tuple[Value, ...]:
    if not isinstance(value, tuple):
        raise _UnforeseenError
    return value


def _with(value: Any, loc: Sequence[str | int], new: Value) -> Value:
    if not loc:
        return new
    part = _with(value[loc[0]], loc[1:], new)
    if isinstance(value, dict):
        return {**value, str(loc[0]): part}
    return tuple(part if number == loc[0] else item for number, item in enumerate(value))


def _without(value: Any, loc: Sequence[str | int]) -> Value:
    path, step = loc[:-1], loc[-1]
    parent = value
    for part in path:
        parent = parent[part]
    if path and isinstance(step, int) and len(parent) == 1:
        return _without(value, path)
    if isinstance(parent, dict):
        return _with(value, path, {key: item for key, item in parent.items() if key != step})
    return _with(value, path, tuple(item for number, item in enumerate(parent) if number != step))


def _node_at(node: yaml.Node | None, loc: Iterable[str | int]) -> yaml.Node:
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        else:
            raise _UnforeseenError
    if node is None:
        raise _UnforeseenError
    return node


def _replacement(text: str, node: yaml.Node, word: str) -> _Cut:
    """Put a word in the place of another, whatever quotes or folding stand around it."""
    start = text.find(node.value, node.start_mark.index, node.end_mark.index) if node.value else -1
    if not isinstance(node, yaml.ScalarNode) or start < 0:
        raise _UnforeseenError
    return _Cut(start, start + len(node.value), word)


def _removal(text: str, root: yaml.Node | None, loc: Loc) -> _Cut:
    parent = _node_at(root, loc[:-1])
    step = loc[-1]
    if isinstance(parent, yaml.MappingNode):
        key, value = next((key, value) for key, value in parent.value if key.value == step)
        return _lines(text, key.start_mark.index, _content_end(text, value))
    assert isinstance(step, int)
    if len(parent.value) == 1 and len(loc) > 1:
        return _removal(text, root, loc[:-1])
    item = parent.value[step]
    if not (isinstance(parent, yaml.SequenceNode) and parent.flow_style):
        dash = text.rfind("-", 0, item.start_mark.index)
        return _lines(text, dash, _content_end(text, item))
    if step:
        return _Cut(parent.value[step - 1].end_mark.index, item.end_mark.index, "")
    return _Cut(item.start_mark.index, parent.value[1].start_mark.index, "")


def _addition(text: str, root: yaml.Node | None, field: str, word: str, before: str) -> _Cut:
    assert isinstance(root, yaml.MappingNode)
    fields = {key.value: (key, value) for key, value in root.value}
    if field not in fields:
        start = _above_comments(text, fields[before][0].start_mark.index)
        return _Cut(start, start, f"{field}:\n  - {word}\n")
    value = fields[field][1]
    if not isinstance(value, yaml.SequenceNode):
        raise _UnforeseenError
    if value.flow_style:
        at = value.value[-1].end_mark.index if value.value else value.start_mark.index + 1
        return _Cut(at, at, f", {word}" if value.value else word)
    dash = text.rfind("-", 0, value.value[0].start_mark.index)
    indent = dash - _line_start(text, dash)
    at = _line_end(text, _content_end(text, value))
    return _Cut(at, at, f"{'' if text[:at].endswith(chr(10)) else chr(10)}{' ' * indent}- {word}\n")


def _lines(text: str, start: int, end: int) -> _Cut:
    """Cut whole lines; refuses when something else stands before what goes."""
    first = _line_start(text, start)
    if text[first:start].strip():
        raise _UnforeseenError
    return _Cut(first, _line_end(text, end), "")


def _content_end(text: str, node: yaml.Node) -> int:
    """Return where the content of a node ends: the parser counts what follows a block, comments too, as its own."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip()) if end > start else end


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Return the offset after the end of the line, or of the text."""
    found = text.find("\n", at)
    return found + 1 if found >= 0 else len(text)


def _above_comments(text: str, at: int) -> int:
    """Return the start of the line, or of the comment lines that stand on top of it."""
    start = _line_start(text, at)
    while start and text[_line_start(text, start - 1) :].startswith("#"):
        start = _line_start(text, start - 1)
    return start
