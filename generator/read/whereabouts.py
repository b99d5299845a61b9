"""From a place in the text of a file to the field that stands there; for the few places that have a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from generator.read.finding import Loc
from generator.read.guard import TextLoader, scan

_FIELD = re.compile(r"([a-z_]+) *:")


def find_locs(text: str, places: Iterable[tuple[int, int]]) -> Iterator[Loc]:
    """Yield the path of the deepest value at each place (line and column, from 1); an empty one for a remark.

    Of a text that is no YAML only the field is known that begins in the first column, there or above.
    """
    try:
        node = None if scan(text) else yaml.compose(text, Loader=TextLoader)
    except yaml.YAMLError:
        node = None
    if node:
        yield from (_loc_in(node, (line - 1, column - 1)) for line, column in places)
        return
    lines = text.split("\n")
    for line, _ in places:
        above = (_FIELD.match(text) for text in reversed(lines[:line]))
        yield next(((name[1],) for name in above if name), ())


def _loc_in(node: yaml.Node | None, place: tuple[int, int]) -> Loc:
    for step, child in _children(node):
        start, end = child.start_mark, child.end_mark
        if (start.line, start.column) <= place < (end.line, end.column):
            return (step, *_loc_in(child, place))
    return ()


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)
