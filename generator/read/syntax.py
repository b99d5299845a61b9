"""What a YAML parser's English complaint means for the person who typed the file.

The parser often notices a mistake only lines later, and in terms of its own. So each rule below looks for
one mistake that people make in the lines around the complaint, and points at where that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

Position = tuple[int, int]
Explained = tuple[str, Position, dict[str, Any]]

PROPOSAL_LENGTH = 80
"""A corrected line is proposed only when all of it can be shown."""

QUOTE_LINES = 200
"""How far above the complaint its cause, an open quote, is looked for."""

MANY_WORDS = 4
"""A line of more words than this, none of which has a colon, is text."""

_VALUE = re.compile(r"(?P<start> *(?:- +)*(?:[\w-]+ *: +)?)(?P<value>\S.*)")
_FIELD = re.compile(r"[a-z_]+ *:(?: |$)")
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
_CURLY = "“”„‟‘’«»"
_BULLET = re.compile(r"(?P<mark>[•●○▪■◦‣·∙–—\uf0a7\uf0b7]|\*(?=\s)|\d{1,2}[.)](?=\s+[a-z_]+: ))\s*(?P<rest>.*)")
"""What a word processor puts before an item of a list, where a record has a dash."""
_UNFOLDED = re.compile(r"(?P<start>[a-z_]+ *: +)(?:[>|]\s*[-–—]|->|[>|][–—])\s*")
_LAST_COMMA = re.compile(r"""(?:- +)?"?(?P<key>[a-z_]+)"?\s*:\s+(?P<value>(?P<mark>['"]).*(?P=mark)),""")
_EMPHASISED = re.compile(r"\*{1,2}(?P<key>[a-z_]+) *(?::\*{1,2}|\*{1,2} *:) *(?P<value>\S.*)")
_NO_ANSWERS = ("?", "??", "???")
_ODD_STARTS = "@`%*&!>|,?]}"
_ABBREVIATED = re.compile(r"'[a-z]\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Complaint:
    """The parser's words, where it stopped, where it began what it was reading, and the text."""

    problem: str
    context: str
    place: Position
    started: Position
    lines: Sequence[str]

    def line(self, number: int | None = None) -> str:
        number = self.place[0] if number is None else number
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def about(self, code: str, number: int | None = None, column: int | None = None, **context: Any) -> Explained:
        """Explain by a line, which is shown and (when that is certain) proposed anew."""
        number = self.place[0] if number is None else number
        line = self.line(number)
        if column is None:
            column = len(line) - len(line.lstrip()) + 1
        return code, (number, column), {"regel": line.strip(), **context}


def explain_yaml_error(error: yaml.YAMLError, text: str) -> Explained:
    """Turn a parse error into (diagnostic code, (line, column), context)."""
    context_mark = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    started = (context_mark.line + 1, context_mark.column + 1) if context_mark else place
    problem, context = (str(getattr(error, name, "") or "") for name in ("problem", "context"))
    complaint = _Complaint(problem, context, place, started, text.split("\n"))
    return next(filter(None, (rule(complaint) for rule in _RULES)), complaint.about("yaml-fout", *place))


def quoted(line: str, column: int = 0) -> str:
    """Return the line with its value between quotes; empty when that is unclear or too long to show.

    With `column` (from 1) there is only a proposal when the value begins just there.
    """
    found = _VALUE.match(line.rstrip())
    if not found or not found["start"].strip() or len(line) > PROPOSAL_LENGTH:
        return ""
    if column not in (0, found.start("value") + 1):
        return ""
    value = _without_quotes(found["value"])
    for mark in ('"', "'"):
        if mark not in value and (mark == "'" or "\\" not in value):
            return f"{found['start'].lstrip()}{mark}{value}{mark}"
    return ""


def folded(line: str) -> str:
    """Return the line as it should begin a long text; empty when it holds text itself."""
    found = _UNFOLDED.fullmatch(line.strip())
    return f"{found['start']}>-" if found else ""


def bullet(text: str) -> dict[str, str]:
    """Return the sign with which a text begins as an item of a list, and the item; nothing when it does not."""
    found = _BULLET.match(text.lstrip())
    return {"teken": _sign(found["mark"]), "deel": found["rest"].strip()} if found and found["rest"] else {}


def _sign(mark: str) -> str:
    """Name a sign, of which some look alike and others cannot be shown everywhere."""
    if mark in "–—":
        return f"een lang streepje ({mark})"
    if mark[0].isdigit():
        return f"'{mark}'"
    return "een sterretje (*)" if mark == "*" else "een bolletje" if mark > "\ue000" else f"een bolletje ({mark})"


def _without_quotes(value: str) -> str:
    """Drop the quotes that a person put around a text, but not those that belong to it."""
    mark = value[0]
    if mark not in "'\"" or _ABBREVIATED.match(value):
        return value
    if len(value) > 1 and value.endswith(mark):
        return value[1:-1]
    return value[1:] if value.count(mark) == 1 else value


def _second_document(complaint: _Complaint) -> Explained | None:
    if "another document" in complaint.problem:
        return "meer-documenten", complaint.place, {}
    if "<document start>" not in complaint.problem:
        return None
    first = next((number for number, line in enumerate(complaint.lines, 1) if line.strip(" ") and line[0] != "#"), 1)
    if complaint.line(first).startswith(" ") and not complaint.line().startswith(("---", "...")):
        return complaint.about("inspringing", first, aantal=_shape(complaint.line(first)).indent, kan="0")
    bracket = complaint.line()[complaint.place[1] - 1 :][:1] in ("]", "}")
    return complaint.about("haakje", *complaint.place) if bracket else ("meer-documenten", complaint.place, {})


def _tab(complaint: _Complaint) -> Explained | None:
    at = complaint.line()[complaint.place[1] - 1 :][:1]
    return ("tab", complaint.place, {}) if at == "\t" or "tab character" in complaint.problem else None


def _bullets(complaint: _Complaint) -> Explained | None:
    """A sign of a word processor before an item, on the line of the complaint or that on which it rests."""
    for number in dict.fromkeys((complaint.place[0], complaint.started[0], _line_above(complaint))):
        if found := bullet(complaint.line(number)):
            return complaint.about("opsommingsteken", number, teken=found["teken"], deel=found["deel"])
    return None


def _comma(complaint: _Complaint) -> Explained | None:
    """A comma that ends a line, as in JSON."""
    for number in dict.fromkeys((complaint.started[0], complaint.place[0], complaint.place[0] - 1)):
        line = complaint.line(number)
        if found := _LAST_COMMA.fullmatch(line.strip()):
            proposal = f"{found['key']}: {found['value']}"
            proposal = proposal if len(proposal) <= PROPOSAL_LENGTH else ""
            return complaint.about("komma-aan-het-eind", number, len(line.rstrip()), voorstel=proposal)
    return None


def _open_quote(complaint: _Complaint) -> Explained | None:
    """A quote that is never closed, holds an unknown escape, or has text after its end."""
    number, column = complaint.started
    if "quoted scalar" not in complaint.context:
        number, column = _quote_before(complaint)
    if not number:
        return None
    return complaint.about("aanhalingsteken", number, column, voorstel=quoted(complaint.line(number), column))


def _quote_before(complaint: _Complaint) -> Position:
    """Find the quoted value whose end is followed by the text that the parser stumbled over."""
    last, column = complaint.place
    for number in range(last, max(0, last - QUOTE_LINES), -1):
        found = _VALUE.match(complaint.line(number))
        if not found or found["value"][0] not in "'\"":
            continue
        rest = "\n".join((complaint.line(number)[found.start("value") :], *complaint.lines[number:last]))
        closed = _QUOTED.match(rest)
        end = number + closed[0].count("\n") if closed else 0
        if closed and end == last and rest[closed.end() :].split("\n")[0].strip() and column > 1:
            return number, found.start("value") + 1
    return 0, 0


def _odd_start(complaint: _Complaint) -> Explained | None:
    """A value that begins with a sign of YAML's own."""
    line, (number, column) = complaint.line(), complaint.place
    found = _VALUE.match(line)
    if emphasised := _EMPHASISED.match(line):
        proposal = f"{emphasised['key']}: {emphasised['value']}"
        proposal = proposal if len(proposal) <= PROPOSAL_LENGTH else ""
        return complaint.about("vreemd-teken", number, 1, teken="*", voorstel=proposal)
    if quote := re.match(r"(?:> ?)+(?=[a-z_]+:)", line):
        return complaint.about("vreemd-teken", number, 1, teken=">", voorstel=line[quote.end() :][:PROPOSAL_LENGTH])
    if not found or column <= found.start("value"):
        return None
    first, start = found["value"][0], found.start("value") + 1
    if found["value"].strip() in _NO_ANSWERS:
        return complaint.about("niet-ingevuld", number, start, waarde=found["value"].strip(), mag_weg=True)
    if first in ">|" and found["start"].strip() and not found["value"].lstrip(">| ")[:1].isdigit():
        return complaint.about("blokteken", number, start, voorstel=folded(line))
    if "block sequence entries" in complaint.problem:
        return complaint.about("streepje", number, start)
    if first in _ODD_STARTS:
        return complaint.about("vreemd-teken", number, start, teken=first, voorstel=quoted(line))
    if first in "[{" and "did not find expected key" in complaint.problem:
        text = first == "{" or "](" in line
        return complaint.about("haakje", number, start, voorstel=quoted(line) if text else "")
    return None


def _colon(complaint: _Complaint) -> Explained | None:
    """A colon in a text, or the colon of a field that the line above swallowed."""
    if "mapping values are not allowed" not in complaint.problem:
        return None
    line, above = complaint.line(), _line_above(complaint)
    value = _VALUE.match(line)
    if value and value["value"][0] in _CURLY:
        straight = line[: value.start("value")] + value["value"].rstrip().strip(_CURLY + "\"'")
        place = complaint.place[0], value.start("value") + 1
        return complaint.about("kromme-aanhalingstekens", *place, voorstel=quoted(straight))
    if re.search(r":\s", line[: complaint.place[1] - 1]):
        return complaint.about("dubbele-punt", *complaint.place, voorstel=quoted(line))
    if not _shape(line).field:
        return complaint.about("dubbele-punt", *complaint.place)
    if above and not re.search(r":(?:\s|$)", complaint.line(above)):
        if _is_prose(complaint.line(above)) and not _shape(line).dashes:
            return complaint.about("dubbele-punt", *complaint.place)
        return _without_colon(complaint, above)
    return _wrong_indent(complaint)


def _is_prose(line: str) -> bool:
    """Tell whether a line goes on with the text of a field above it, which it does not begin itself."""
    return line.startswith("  ") and len(line.split()) > MANY_WORDS


def _no_colon(complaint: _Complaint) -> Explained | None:
    if "could not find expected ':'" not in complaint.problem:
        return None
    return _without_colon(complaint, complaint.started[0])


def _without_colon(complaint: _Complaint, number: int) -> Explained:
    line = complaint.line(number)
    glued = re.match(r"\s*(?P<dash>(?:- +)*)(?P<key>[a-z_]+)(?::(?=[^/ ])| *[=：;] *|\t+)(?P<value>.+)", line)
    proposal = f"{glued['dash']}{glued['key']}: {glued['value'].strip()}" if glued else ""
    proposal = proposal if len(proposal) <= PROPOSAL_LENGTH else ""
    return complaint.about("dubbele-punt-ontbreekt", number, voorstel=proposal)


def _open_bracket(complaint: _Complaint) -> Explained | None:
    if "flow" not in complaint.context:
        return None
    return complaint.about("haakje", *complaint.started)


def _indentation(complaint: _Complaint) -> Explained | None:
    line = complaint.line()
    if "did not find expected" not in complaint.problem or line[: complaint.place[1] - 1].strip():
        return None
    if line.lstrip().startswith(":"):
        return complaint.about("sleutel-geen-tekst")
    return _wrong_indent(complaint)


def _wrong_indent(complaint: _Complaint) -> Explained:
    above = _line_above(complaint)
    here, before = _shape(complaint.line()), _shape(complaint.line(above))
    if before.field and before.indent % 2 and here.field and here.indent == before.indent + 1:
        # Levels are two spaces: the line above is the one with a space too few.
        return complaint.about("inspringing", above, aantal=before.indent, kan=str(here.indent))
    if glued := re.match(r"\s*-(?P<item>[a-z_]+: .*)", complaint.line(above)):
        return complaint.about("streepje", above, voorstel=f"- {glued['item']}"[:PROPOSAL_LENGTH])
    allowed = " of ".join(map(str, _indents_above(complaint)))
    return complaint.about("inspringing", aantal=_shape(complaint.line()).indent, kan=allowed)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a line begins: spaces, the width of its dashes, and whether a field's name follows."""

    indent: int
    dashes: int
    field: bool


def _shape(line: str) -> _Shape:
    bare = line.lstrip(" ")
    inner = re.sub(r"^(?:- +)+", "", bare)
    return _Shape(len(line) - len(bare), len(bare) - len(inner), bool(_FIELD.match(inner)))


def _indents_above(complaint: _Complaint) -> list[int]:
    """Return how many spaces may stand before the line: those of the blocks that are open there."""
    here, nearest = _shape(complaint.line()), _shape(complaint.line(_line_above(complaint)))
    if not (here.field or here.dashes):
        return [nearest.indent]
    found, limit = set(), nearest.indent + 1
    for number in range(complaint.place[0] - 1, 0, -1):
        shape = _shape(complaint.line(number))
        if shape.indent >= limit or not (shape.field or shape.dashes):
            continue
        limit = shape.indent
        if here.dashes and shape.dashes:
            found.add(limit)
        elif shape.field and not here.dashes:
            found.add(limit + shape.dashes)
    return sorted(found) or [0]


def _line_above(complaint: _Complaint) -> int:
    """Return the number of the nearest line above that is not empty; 0 when there is none."""
    above = range(complaint.place[0] - 1, 0, -1)
    return next((number for number in above if complaint.line(number).strip()), 0)


_RULES: tuple[Callable[[_Complaint], Explained | None], ...] = (
    _second_document,
    _tab,
    _comma,
    _bullets,
    _open_quote,
    _odd_start,
    _colon,
    _no_colon,
    _open_bracket,
    _indentation,
)
