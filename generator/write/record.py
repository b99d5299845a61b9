"""Values to the YAML text of a record, in the form that people write it by hand.

The opposite of `read`: what is written here is read back as the same values. The browser's form writes the
same bytes (`assets/js/insturen/`); tests hold the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

from generator.messages import INVISIBLE
from generator.parse.guide import fields_at
from generator.parse.model import Practice
from generator.read.finding import Loc

MODELINE = "# yaml-language-server: $schema=../../schema/practice.schema.json"
"""The first line of a record: editors then know its fields."""

WIDTH = 100
"""Longest line, in characters; a longer text goes below its field. A long word may stick out."""

_PLAIN = re.compile(
    r"""(?!(?:~|null|Null|NULL|---|\.\.\.|<<)$)  # what YAML or the reader takes for something else
    [^\s\-?:,\[\]{}#&*!|>'"%@`=]                # no indicator at the start
    (?:[^\n:#]|:(?=\S)|(?<=\S)\#)*              # no ': ' and no ' #'
    (?<!\s)""",
    re.VERBOSE,
)
_AMBIGUOUS = re.compile(r" - |^[^\w(+€]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""What Word, Excel and Windows end a line with."""
_LINE_START = re.compile("^[ \t\u00a0\u202f\u3000]+", re.MULTILINE)
"""Spaces of which the reader refuses all but the ordinary, since they look like it and set nothing apart."""


def write_record(values: Mapping[str, Any], notes: Mapping[str, str] | None = None) -> str:
    """Return the text of a practice's file; ends in a newline.

    `values` holds text, numbers, lists and mappings under the keys of the model, as `SourceDocument.value`
    does. Fields come in the order of the model, unknown ones last. What is empty (nothing, an empty text or
    mapping) is left out, and so is an empty list unless the record must have that field. `notes` are comments
    above a field. Raises nothing: whether the values make a good record is for `parse` to say.
    """
    lines = [MODELINE]
    for name, value in _filled(values, ()):
        note = (notes or {}).get(name)
        lines += [f"# {line}" for line in wrap(note, WIDTH - 2)] if note else []
        lines += _field(name, value, (name,), 0)
    return "\n".join(lines) + "\n"


def write_entry(values: Mapping[str, Any]) -> str:
    """Return the text of one entry of a list that people edit: what `values` holds, in its order."""
    filled = {name: _without_empty(value, (name,)) for name, value in values.items()}
    return "\n".join(_item({name: value for name, value in filled.items() if value}, (), 0)) + "\n"


def clean(text: str) -> str:
    """Return a text without what nobody can see or meant: invisible characters, odd spaces and ends of line.

    Pasting from a word processor brings them along, and the reader refuses them.
    """
    text = INVISIBLE.sub("", _LINE_END.sub("\n", text)).replace("\t", " ")
    return _LINE_START.sub(lambda found: " " * len(found[0]), text).strip()


def _filled(values: Mapping[str, Any], loc: Loc) -> Iterator[tuple[str, Any]]:
    """Give the fields that hold something, in the order of the model."""
    fields = fields_at(Practice, loc)
    known = [name for name in fields if name in values]
    for name in (*known, *(name for name in values if name not in fields)):
        value = _without_empty(values[name], (*loc, name))
        required = name in fields and fields[name].is_required()
        if value or (required and value == []):
            yield name, value


def _without_empty(value: Any, loc: Loc) -> Any:
    """Return the value as text, list of values or mapping, without its empty parts."""
    if isinstance(value, Mapping):
        return dict(_filled(value, loc))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [item for item in (_without_empty(item, (*loc, 0)) for item in value) if item]
    return "" if value is None else clean(str(value))


def _field(name: str, value: Any, loc: Loc, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(value, str):
        first, *below = _text(value, len(indent) + len(name) + 2, depth + 1)
        return [f"{indent}{name}: {first}", *below]
    if not value:
        return [f"{indent}{name}: []"]
    return [f"{indent}{name}:", *_block(value, loc, depth + 1)]


def _block(value: Any, loc: Loc, depth: int) -> list[str]:
    if isinstance(value, dict):
        return [line for name, item in value.items() for line in _field(name, item, (*loc, name), depth)]
    return [line for item in value for line in _item(item, loc, depth)]


def _item(value: Any, loc: Loc, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(value, str):
        first, *below = _text(value, len(indent) + 2, depth + 1)
        return [f"{indent}- {first}", *below]
    first, *below = _block(value, (*loc, 0), depth + 1)
    return [f"{indent}- {first.lstrip()}", *below]


def _text(text: str, start: int, depth: int) -> list[str]:
    """Return a text as the rest of its line and the lines below it, which stand `depth` levels deep."""
    if "\n" in text:
        return _literal(text, depth)
    if start + len(text) <= WIDTH:
        return [text if _is_plain(text) else _quoted(text)]
    return _folded(text, depth)


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and not _AMBIGUOUS.search(text)


def _quoted(text: str) -> str:
    """Put one line between quotes: those that it does not hold itself, if it can."""
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _literal(text: str, depth: int) -> list[str]:
    indent = "  " * depth
    return ["|-", *(f"{indent}{line}" if line else "" for line in text.split("\n"))]


def _folded(text: str, depth: int) -> list[str]:
    """Fold one paragraph. A line break in it is read as one space, so it may only stand for exactly one."""
    indent = "  " * depth
    lines: list[str] = []
    for piece in re.split(r"(?<=\S) (?=\S)", text):
        if lines and len(lines[-1]) + 1 + len(piece) <= WIDTH:
            lines[-1] += f" {piece}"
        else:
            lines.append(indent + piece)
    return [">-", *lines]
