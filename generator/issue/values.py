"""Answers to the values of a record, as `write_record` takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.issue.questions import SEPARATOR, Kind, Question, choices_at
from generator.read.finding import Loc
from generator.registers.registers import Registers

Values = dict[str, Any]
_MARKER = re.compile(r"^(?:[-*+•]|\d{1,2}[.)])\s+")
"""What people put before the parts of a list."""
_RULER = re.compile(r"[\s|:-]+")
_RANGE = re.compile(r"(\d+) ?(?:-|–|tot) ?(\d+)", re.ASCII)
_FIGURES = ("eenmalig", "jaarlijks", "per_deelnemer")
_WAYS = ("email", "telefoon", "website")
_MUNICIPALITIES: frozenset[Loc] = frozenset((("gemeenten",), ("overgenomen_door", "gemeente")))


def to_values(questions: Sequence[Question], answers: Mapping[str, str], registers: Registers, day: str) -> Values:
    """Return the values of the record that the answers make. `day` is when they were given.

    What is not a choice of the form, or has a part too many, stays as it was typed, so that checking it names it.
    """
    values: Values = {}
    for question in questions:
        answer = answers.get(question.label, "")
        _put(values, question.loc, _value(question, answer, registers))
    values["kosten"] = _with_unknown(values["kosten"], _FIGURES)
    values["contact"] = _with_unknown(values["contact"], _WAYS)
    values["toegevoegd_op"] = day
    return values


def excess_lines(question: Question, answer: str) -> tuple[int, ...]:
    """Return the numbers, from 1, of the lines that have more parts than the question asks for."""
    if question.kind is not Kind.ROWS:
        return ()
    rows = enumerate(_items(answer), start=1)
    return tuple(number for number, line in rows if len(_parts(line)) > len(question.columns))


def _put(values: Values, loc: Loc, value: Any) -> None:
    """Put a value at its place; the groups on the way are made."""
    *groups, name = map(str, loc)
    for group in groups:
        values = values.setdefault(group, {})
    values[name] = value


def _value(question: Question, answer: str, registers: Registers) -> Any:
    match question.kind:
        case Kind.CHOICE:
            return question.options.get(answer, answer)
        case Kind.CHOICES:
            return [question.options.get(name, name) for name in _chosen(answer, question.options)]
        case Kind.LIST:
            return [_meant(question.loc, item, registers) for item in _items(answer)]
        case Kind.ROWS:
            return [_row(question, line, registers) for line in _items(answer)]
        case Kind.LINE:
            return _line(question.loc, " ".join(answer.split()))
    return answer


def _line(loc: Loc, text: str) -> str | Values:
    """Return a text, or the two ends of an amount that is given as a range."""
    ends = _RANGE.fullmatch(text) if loc[0] == "kosten" and loc[1] in _FIGURES else None
    return {"van": ends[1], "tot": ends[2]} if ends else text


def _chosen(answer: str, options: Mapping[str, str]) -> Iterator[str]:
    """Cut the choices at the commas between them; a name may hold commas too."""
    rest = answer
    names = sorted(options, key=len, reverse=True)
    while rest:
        found = next((name for name in names if rest == name or rest.startswith(f"{name}, ")), None)
        name = rest.partition(",")[0] if found is None else found
        yield name.strip()
        rest = rest[len(name) :].lstrip(", ")


def _items(answer: str) -> list[str]:
    """Return the lines of a list, without the marks before them and the ruler of a table."""
    lines = (line.strip() for line in answer.split("\n"))
    return [_MARKER.sub("", line, count=1) for line in lines if not _RULER.fullmatch(line) and line]


def _row(question: Question, line: str, registers: Registers) -> Values:
    row: Values = {}
    for name, part in zip(question.columns, _parts(line), strict=False):
        choices = {value.replace("_", " "): value for value in choices_at((*question.loc, 0, name))}
        row[name] = _meant((*question.loc, name), choices.get(part.lower(), part), registers)
    return row


def _parts(line: str) -> list[str]:
    """Cut a line into its parts; strokes at both ends make it a line of a table."""
    if line.startswith(SEPARATOR) and line.endswith(SEPARATOR) and len(line) > 1:
        line = line[1:-1]
    return [part.strip() for part in line.split(SEPARATOR)]


def _meant(loc: Loc, text: str, registers: Registers) -> str:
    """Return the code of a municipality that is named exactly, else the text."""
    if loc not in _MUNICIPALITIES:
        return text
    name = text.lower().replace("’", "'").removeprefix("gemeente ")
    meant = registers.municipalities.by_name.get(name, ())
    return meant[0] if len(meant) == 1 and registers.municipalities.name(meant[0]) else text


def _with_unknown(group: Values, known_by: Sequence[str]) -> Values:
    """Say that something is not known, where the answers give nothing to know it by."""
    return group if any(group.get(name) for name in known_by) else {"bekend": "nee", **group}
