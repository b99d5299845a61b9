"""Where a practice comes from and who took it over, as a small drawing beside the list that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.view.formats import enumerate_words

WIDTH = 340
"""Narrow enough for a phone at full size, so that the words stay readable."""

_ROW, _BOX, _STEP = 44, 34, 24
_LONGEST = 34
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class LineageBox:
    """A practice or municipality in the drawing; the middle of its text is `text_y`."""

    x: int
    y: int
    width: int
    height: int
    text_x: int
    text_y: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class LineageView:
    """The drawing: lines as SVG paths, then boxes on top; `title` says in words what it shows."""

    title: str
    width: int
    height: int
    lines: tuple[str, ...]
    boxes: tuple[LineageBox, ...]


def draw_lineage(title: str, basis: Sequence[str], heirs: Sequence[str], adopters: Sequence[str]) -> LineageView | None:
    """Draw a practice below what it builds on and above who built on it or took it over; None when there is neither.

    Of many only the first are drawn, with the number of the others: the list has all.
    """
    if not (basis or heirs or adopters):
        return None
    above, below = _shorten(basis), _shorten((*heirs, *adopters))
    left = _STEP if above else 0
    boxes = [_box(left, row, text, "basis") for row, text in enumerate(above)]
    boxes.append(_box(left, len(above), title, "deze"))
    kinds = ["erfgenaam"] * len(heirs) + ["gemeente"] * len(adopters)
    boxes += [_box(left + _STEP, len(above) + 1 + row, text, kinds[row]) for row, text in enumerate(below)]
    lines = [_branch(_STEP // 2, 0, [*range(len(above)), len(above)])] if above else []
    if below:
        start = len(above) * _ROW + _BOX
        lines.append(_branch(left + _STEP // 2, start, [len(above) + 1 + row for row in range(len(below))]))
    height = (len(boxes) - 1) * _ROW + _BOX + 2
    return LineageView(_describe(title, basis, heirs, adopters), WIDTH, height, tuple(lines), tuple(boxes))


def _shorten(names: Sequence[str]) -> list[str]:
    if len(names) <= _SHOWN:
        return list(names)
    return [*names[: _SHOWN - 1], f"en nog {len(names) - _SHOWN + 1}"]


def _box(x: int, row: int, text: str, kind: str) -> LineageBox:
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    y = row * _ROW + 1
    return LineageBox(x, y, WIDTH - 1 - x, _BOX, x + 12, y + _BOX // 2 + 5, shown, kind)


def _branch(x: int, start: int, rows: Sequence[int]) -> str:
    """Return a line down at `x`, from `start` or the first row, with a twig to each row; the last is an arrow."""
    middles = [row * _ROW + 1 + _BOX // 2 for row in rows]
    end = x + _STEP // 2 - 1
    last = middles[-1]
    twigs = "".join([f"M{x} {y}H{end}" for y in middles])
    arrow = f"M{end - 5} {last - 4}L{end} {last}L{end - 5} {last + 4}"
    return f"M{x} {start or middles[0]}V{last}{twigs}{arrow}"


def _describe(title: str, basis: Sequence[str], heirs: Sequence[str], adopters: Sequence[str]) -> str:
    parts = (("bouwt voort op", basis), ("is de basis van", heirs), ("is overgenomen door", adopters))
    said = [f"{verb} {enumerate_words(_shorten(names))}" for verb, names in parts if names]
    return f"{title} {enumerate_words(said)}."
