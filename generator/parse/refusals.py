"""From what pydantic refuses to Findings: diagnostic code, place, and what fills the message."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.messages import WORDINGS
from generator.parse.guide import dotted, example_block, example_line, example_value, fields_at
from generator.parse.proposals import propose
from generator.read.finding import Finding, Loc, Value, finding
from generator.registers.registers import suggest

_CODES: Mapping[str, str] = {
    "string_type": "geen-tekst",
    "int_type": "geen-tekst",
    "float_type": "geen-tekst",
    "date_type": "geen-tekst",
    "literal_error": "keuze",
    "tuple_type": "geen-lijst",
    "model_type": "geen-blok",
    "model_attributes_type": "geen-blok",
    "dict_type": "geen-blok",
    "string_too_short": "te-kort",
    "string_too_long": "te-lang",
    "too_short": "te-weinig",
    "too_long": "te-veel",
    "greater_than_equal": "te-klein",
    "string_pattern_mismatch": "verkeerde-vorm",
}
_LIMITS = {"min_length": "min", "ge": "min", "max_length": "max"}
_SIMPLE_LIST = re.compile(r"[\w .'’()/-]+(?:, *[\w .'’()/-]+)*")
_SHORT = 80


def explain_refusals(error: ValidationError, model: Any, root: Value, most: int) -> list[Finding]:
    """Return a Finding for each of the first `most` refusals, without those that follow from another."""
    details = error.errors(include_url=False)[:most]
    found = (_explain(detail, model, root) for detail in details if not _is_consequence(detail))
    return _without_renamed(list({(f.code, f.loc): f for f in found}.values()))


def _is_consequence(details: ErrorDetails) -> bool:
    """Tell whether a list is only too short because its items have problems of their own."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _without_renamed(found: list[Finding]) -> list[Finding]:
    """Drop the missing fields that stand there under a mistyped name: one mistake is one problem."""
    unknown = (f for f in found if f.code == "onbekend-veld")
    meant = {(*f.loc[:-1], dict(f.context)["bedoeld"]) for f in unknown}
    return [f for f in found if f.code != "ontbrekend-veld" or f.loc not in meant]


def _explain(details: ErrorDetails, model: Any, root: Value) -> Finding:
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    loc = _path(root, details["loc"], absent=kind == "missing")
    if kind == "missing":
        return _missing(loc, model)
    if kind == "extra_forbidden":
        return _unknown(loc, model)
    if kind == "dubbele-waarde":
        loc = (*loc, [i for i, item in enumerate(value) if item == context["waarde"]][1])
    code = kind if kind in WORDINGS else _code(kind, value, fields_at(model, loc))
    known = _limits(context, value)
    return finding(code, loc, **{**_words(code, value, loc, model), **_proposed(code, value, known), **known})


def _path(root: Value, steps: Iterable[str | int], absent: bool) -> Loc:
    """Leave out of a pydantic path what is not in the file: the names of the members of a union."""
    loc: list[str | int] = []
    value, steps = root, tuple(steps)
    for number, step in enumerate(steps, 1):
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, tuple) and isinstance(step, int):
            value = value[step]
        elif not (absent and number == len(steps)):
            continue
        loc.append(step)
    return tuple(loc)


def _code(kind: str, value: object, fields: Container[str]) -> str:
    """Return the diagnostic code for a complaint of pydantic's own about a value that should have `fields`."""
    code = _CODES.get(kind, "verkeerde-vorm")
    if code == "keuze" and not isinstance(value, str):
        return "geen-tekst"
    if code == "geen-lijst" and isinstance(value, str) and value.startswith("-"):
        return "streepje"
    if code == "geen-lijst" and isinstance(value, dict) and next(iter(value), "") in fields:
        return "streepje-ontbreekt"
    return code


def _missing(loc: Loc, model: Any) -> Finding:
    parent = dotted(loc[:-1])
    return finding("ontbrekend-veld", loc, "key", veld=loc[-1], ouder=parent, voorbeeld=example_line(model, loc))


def _unknown(loc: Loc, model: Any) -> Finding:
    known, name = tuple(fields_at(model, loc[:-1])), str(loc[-1])
    return finding("onbekend-veld", loc, "key", veld=name, bedoeld=suggest(name, known), keuzes=known)


def _limits(context: Mapping[str, Any], value: object) -> dict[str, Any]:
    """Give pydantic's own context the names of the messages; that of a refusal of ours has them already."""
    limits = dict(context)
    if "expected" in limits:
        choices = re.findall(r"'([^']*)'", str(limits["expected"]))
        limits |= {"keuzes": choices, "bedoeld": suggest(str(value), choices)}
    return limits | {_LIMITS[name]: limits[name] for name in _LIMITS if name in limits}


def _words(code: str, value: Any, loc: Loc, model: Any) -> dict[str, Any]:
    """Collect what the message of a code may need, besides the context that the refusal brings."""
    words: dict[str, Any] = {"soort": _kind(value), "voorstel": _reshaped(code, value, loc, model)}
    if isinstance(value, str | int | float):
        words |= {"waarde": value, "regel": value, "lengte": len(str(value))}
    elif isinstance(value, tuple):
        words["aantal"] = len(value)
    elif code == "streepje-ontbreekt":
        words["veld"] = next(iter(value))
    if code == "geen-blok":
        words["voorbeeld"] = example_block(model, loc, _name_for(value, loc, model))
    elif code in ("te-weinig", "geen-lijst"):
        words["voorbeeld"] = example_line(model, loc)
    elif code == "verkeerde-vorm":
        words["voorbeeld"] = example_value(model, loc)
    return words


def _kind(value: object) -> str:
    if isinstance(value, tuple):
        return "lijst"
    return "blok met velden" if isinstance(value, dict) else "tekst"


def _name_for(value: object, loc: Loc, model: Any) -> str:
    """Return a text that stands where a record belongs, when it can be that record's name or title."""
    first = next(iter(fields_at(model, loc)), "")
    fits = first in ("naam", "titel") and isinstance(value, str) and len(value) <= _SHORT
    return str(value) if fits else ""


def _proposed(code: str, value: Any, known: Mapping[str, Any]) -> dict[str, str]:
    """Return the value as it was probably meant, for the codes where that can be told from the value."""
    proposal = propose(code, value, whole_day=not known.get("deel"))
    return {"voorstel": proposal} if proposal else {}


def _reshaped(code: str, value: Any, loc: Loc, model: Any) -> str:
    """Write a value of the wrong shape in the right one; empty when that is unclear."""
    if code == "streepje":
        proposal = "- " + re.split(r"\s-", value.lstrip("- "))[0]
    elif code == "geen-lijst":
        proposal = _as_list(value, loc, model)
    elif code == "geen-tekst":
        proposal = _as_text(value)
    else:
        return ""
    return proposal if len(proposal) <= _SHORT else ""


def _as_list(value: object, loc: Loc, model: Any) -> str:
    """Write texts as the list that they were meant to be."""
    if fields_at(model, loc):
        return ""
    if isinstance(value, dict):
        value = ", ".join(value) if not any(value.values()) else ""
    bare = str(value).strip("[]")
    return f"{loc[-1]}: [{bare}]" if loc and _SIMPLE_LIST.fullmatch(bare) else ""


def _as_text(value: object) -> str:
    """Write the field that a colon made of a text as text."""
    if isinstance(value, dict) and len(value) == 1:
        text = ": ".join(str(part) for part in next(iter(value.items())) if isinstance(part, str))
        return f'"{text}"' if ": " in text and '"' not in text and "\\" not in text else ""
    return ""
