"""What a YAML parser's English complaint means for the person who typed the file."""

from __future__ import annotations

from typing import Any

import yaml

Explained = tuple[str, tuple[int, int], dict[str, Any]]


def explain_yaml_error(error: yaml.YAMLError, text: str) -> Explained:
    """Turn a parse error into (diagnostic code, (line, column), context).

    The parser often notices a mistake only on the next line; where the cause is certain, its place is given.
    """
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    context_mark = getattr(error, "context_mark", None)
    started = (context_mark.line + 1, context_mark.column + 1) if context_mark else place
    line = _line(text, place[0])
    if "mapping values are not allowed" in problem:
        return "dubbele-punt", place, {"regel": line.strip()}
    if "expected a single document" in str(error) or "document" in problem and "---" in line:
        return "meer-documenten", place, {}
    if "found unexpected end of stream" in problem or "quoted scalar" in str(getattr(error, "context", "")):
        return "aanhalingsteken", started, {"regel": _line(text, started[0]).strip()}
    if "cannot start any token" in problem:
        return "vreemd-teken", place, {"teken": line[place[1] - 1 : place[1]]}
    if "could not find expected ':'" in problem:
        return "dubbele-punt-ontbreekt", started, {"regel": _line(text, started[0]).strip()}
    if "did not find expected ',' or" in problem or "flow" in str(getattr(error, "context", "")):
        return "haakje", started, {}
    if "did not find expected" in problem:
        return "inspringing", place, {"regel": line.strip()}
    return "yaml-fout", place, {"regel": line.strip()}


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""
