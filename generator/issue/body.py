"""The text of a filed issue to the answers in it.

GitHub writes each question as a heading with the answer below it, in the order of the form, and the whole as
one text that its author can change. An answer may hold anything, headings included. So a heading counts only
where the order of the form allows it, and where two places fit, the author is asked: a guess could put one
answer in the place of another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NO_ANSWER = "_No response_"
"""What GitHub writes where nothing was filled in; a list of choices says "None" instead."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"###[ \t]+(.*\S)")


@dataclass(frozen=True)
class Answers:
    """Answers by the label of their question; and labels that are not there, or that could stand in two places."""

    texts: Mapping[str, str]
    missing: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


def read_answers(body: str, labels: Sequence[str]) -> Answers:
    """Cut an issue at the headings of the form. `labels` are in the order of the form; what was not answered is ""."""
    lines = re.split(r"\r\n|\r|\n", body)
    places = _headings(lines, labels)
    first = _first_fit(labels, places)
    last = _last_fit(labels, places)
    missing = tuple(label for label in labels if label not in first)
    unclear = tuple(label for label in first if first[label] != last.get(label))
    starts = sorted(first.values())
    ends = dict(zip(starts, [*starts, len(lines)][1:], strict=True))
    texts = {label: _answer(lines[start + 1 : ends[start]]) for label, start in first.items()}
    return Answers(texts, missing, unclear)


def _headings(lines: Sequence[str], labels: Sequence[str]) -> Mapping[str, list[int]]:
    """Return at which lines each label stands as a heading."""
    places: dict[str, list[int]] = {label: [] for label in labels}
    for number, line in enumerate(lines):
        found = _HEADING.fullmatch(line.rstrip())
        if found and found[1] in places:
            places[found[1]].append(number)
    return places


def _first_fit(labels: Sequence[str], places: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Give each label its first place below the label before it."""
    fit: dict[str, int] = {}
    at = -1
    for label in labels:
        found = next((place for place in places[label] if place > at), None)
        if found is not None:
            fit[label] = at = found
    return fit


def _last_fit(labels: Sequence[str], places: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Give each label its last place above the label after it."""
    turned = {label: [-place for place in reversed(found)] for label, found in places.items()}
    fit: dict[str, int] = {}
    at = None
    for label in reversed(labels):
        found = next((place for place in turned[label] if at is None or place > at), None)
        if found is not None:
            fit[label], at = -found, found
    return fit


def _answer(lines: Sequence[str]) -> str:
    """Return an answer as a reader of the issue sees it: comments in HTML are not shown there."""
    text = _COMMENT.sub("", "\n".join(lines)).strip()
    return "" if text in (NO_ANSWER, "None") else text
