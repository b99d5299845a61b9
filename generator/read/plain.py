"""The quick way to read a file: fields and lists below each other, as nearly everyone writes them.

Whatever could mean something else than it looks like (an escape, a remark behind a value, a text that goes on
without a mark, a level that does not fit) is left to the YAML parser, which takes four times as long but knows all
of YAML and can say what is wrong. So nothing is refused here, and what is read is what that parser reads:
`tests/test_plain.py` holds the two together.
"""

from __future__ import annotations

import re

from generator.read.finding import Value

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_LINE = re.compile(
    r"""
    ([ ]*+-?+[ ]?+) (?:([a-z_]{1,60}+):)?  # where it stands, and the name of a field
    (?:
        [ ]*+(?<=[ ])
        (?:
            ([^\s?:,\[\]{}#&*!|>'"%@`-].*+)
            | (
                '[^'\n]++' | "[^"\\\n]++"
                | \[ (?:[^][{}:#&*!|>'"%@`?\\\n]++|\n(?=[ ]))*+ \]
                | [|]-?\n ([ ]++).++ (?:\n++\5.*+)*+  # the first line sets the margin
                | [>]-?\n ([ ]++).++ (?:\n++\6[^ \n].*+)*+ (?!\n++\6)
            )
        )
    )?
    [ ]*+\n (?:[ ]*+\#.*+\n|\n)*+
    | (?s:.+)  # all the rest, from what is not such a line
    """,
    re.VERBOSE,
)
"""A field, an item, or the name above a block, with the blank lines and remarks below it."""
_REMARKS = re.compile(r"(?:#.*+\n|\n)*+")

_DEEPEST = 10
"""How far to the right a block may stand; one that stands farther may be too deep."""

_Line = tuple[str, ...]
"""Where it stands, its name, a text without a mark, a value with one, and the margins of literal and folded text."""
_END: _Line = ("end", "", "", "", "", "")


class _UnusualError(Exception):
    """Something that only the YAML parser can tell about."""


def read_plain(text: str) -> Value:
    """Return the fields, or the list, that a text holds; None when it has to be read by the YAML parser.

    The text has no tabs, and nothing that `scan_characters` refuses.
    """
    whole = text if text.endswith("\n") else f"{text}\n"
    start = _REMARKS.match(whole)
    lines = _LINE.findall(whole, start.end() if start else 0)
    lines.append(_END)
    lines.reverse()
    try:
        value = _block(lines, -1)
    except _UnusualError:
        return None
    return value if lines == [_END] else None


def _block(lines: list[_Line], parent: int) -> Value:
    """Take a list or a mapping off the end of the lines; it stands to the right of the column of its parent."""
    where = lines[-1][0]
    column = where.find("-") if "-" in where else len(where)
    if not parent < column <= _DEEPEST or where[-1:] == "-":
        raise _UnusualError
    if column == len(where):
        return _fields(lines, column)
    items: list[Value] = []
    while lines[-1][0] == where:
        items.append(_fields(lines, column + 2) if lines[-1][1] else _value(lines.pop(), column))
    return tuple(items)


def _fields(lines: list[_Line], column: int) -> Value:
    """Take the fields off the end of the lines whose names stand in one column."""
    margin = " " * column
    fields: dict[str, Value] = {}
    while True:
        line = lines.pop()
        name = line[1]
        if not name or name in fields:
            raise _UnusualError
        fields[name] = _value(line, column) if line[2] or line[3] else _block(lines, column)
        if lines[-1][0] != margin:
            return fields


def _value(line: _Line, column: int) -> Value:
    """Return what stands behind a name or dash in a column."""
    _, _, text, marked, literal, folded = line
    if text:
        if ": " in text or " #" in text or text[-1] == ":":
            raise _UnusualError
    elif margin := literal or folded:
        if len(margin) <= column:
            raise _UnusualError
        text = marked[marked.find("\n") :].replace(f"\n{margin}", " " if folded else "\n")
        if folded and "\n" in text:  # what blank lines leave
            text = text.replace("\n ", "\n")
    elif marked[:1] == "[":
        return _listed(marked[1:-1])
    else:
        text = marked[1:-1]
    text = text.strip()
    if text in NULLS:
        raise _UnusualError
    return text


def _listed(text: str) -> Value:
    """Return what stands between square brackets."""
    items = tuple([item.strip() for item in text.split(",")]) if text.strip(" \n") else ()
    if any(item in NULLS or item[0] == "-" or "\n" in item for item in items):
        raise _UnusualError
    return items
