"""SourceDocument to a typed record, or to every problem that it has, each at its place."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.messages import WORDINGS, describe
from generator.parse.fields import Terms
from generator.read.source import Finding, Loc, SourceDocument, Value, finding
from generator.registers.registers import suggest

Parsed = TypeVar("Parsed")
Rule = Callable[[Mapping[str, Any]], Iterable[Finding]]

_TAGS = frozenset(("bedrag", "bereik", "int", "float"))
"""What pydantic adds to a path for the member of a union; no field of ours has these names there."""

_CODES: Mapping[str, str] = {
    "string_type": "geen-tekst",
    "tuple_type": "geen-lijst",
    "model_type": "geen-blok",
    "model_attributes_type": "geen-blok",
    "dict_type": "geen-blok",
    "string_too_short": "te-kort",
    "string_too_long": "te-lang",
    "too_short": "te-weinig",
    "too_long": "te-veel",
    "literal_error": "keuze",
    "greater_than_equal": "te-klein",
    "less_than_equal": "te-hoog",
    "string_pattern_mismatch": "verkeerde-vorm",
    "int_type": "geen-getal",
    "float_type": "geen-getal",
    "date_type": "geen-datum",
}


def parse(
    document: SourceDocument, model: Any, terms: Terms | None, rules: Iterable[Rule] = ()
) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    """Parse a document into `model` (a record type, or a tuple of them for a list).

    Returns the typed value, or None with all problems: of form, of fields and of `rules` (which see the raw
    mapping, so that they speak even when other fields are wrong).
    """
    findings = list(document.findings)
    if document.value is None:
        return None, tuple(to_diagnostic(document, found) for found in findings)
    parsed, problems = _validate(document.value, model, terms)
    noted = {found.loc for found in findings}
    findings += [problem for problem in problems if problem.loc not in noted]
    if isinstance(document.value, dict):
        findings += [found for rule in rules for found in rule(document.value)]
    diagnostics = tuple(to_diagnostic(document, found) for found in findings)
    return (None if findings else parsed), diagnostics


def to_diagnostic(document: SourceDocument, found: Finding) -> Diagnostic:
    """Give a finding its place in the document and its words."""
    return describe(found.code, document.place(found), _dotted(found.loc), dict(found.context))


def _dotted(loc: Loc) -> str:
    """Write a path as people read it: `resultaten[2].bron`, counting from 1."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in loc)
    return text.lstrip(".")


def _validate(value: Value, model: Any, terms: Terms | None) -> tuple[Any | None, list[Finding]]:
    try:
        return _adapter(model).validate_python(value, context=terms), []
    except ValidationError as error:
        found = [_to_finding(details, model) for details in error.errors(include_url=False)]
        return None, list({(f.code, f.loc): f for f in found}.values())


@lru_cache(maxsize=16)
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _to_finding(details: ErrorDetails, model: Any) -> Finding:
    loc = tuple(step for step in details["loc"] if step not in _TAGS)
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    if kind == "missing":
        return _missing(loc, model)
    if kind == "extra_forbidden":
        return _unknown(loc, model)
    if kind in WORDINGS:
        return finding(kind, loc, **context)
    return finding(_CODES.get(kind, "verkeerde-vorm"), loc, **_words(value, context, loc, model))


def _missing(loc: Loc, model: Any) -> Finding:
    name = str(loc[-1])
    where = f"onder {_dotted(loc[:-1])}" if loc[:-1] else "aan het begin van een regel"
    example = _example(_fields(model, loc[:-1]).get(name), name)
    return finding("ontbrekend-veld", loc, "key", veld=name, waar=where, voorbeeld=example)


def _unknown(loc: Loc, model: Any) -> Finding:
    known = tuple(_fields(model, loc[:-1]))
    name = str(loc[-1])
    return finding("onbekend-veld", loc, "key", veld=name, bedoeld=suggest(name, known), keuzes=known)


def _words(value: Any, context: Mapping[str, Any], loc: Loc, model: Any) -> dict[str, Any]:
    """Collect what any of the built-in complaints may need for its message."""
    choices = tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    return {
        "waarde": value if isinstance(value, str | int | float) else "",
        "soort": "lijst" if isinstance(value, tuple) else "blok met velden",
        "lengte": len(value) if isinstance(value, str) else "",
        "aantal": context.get("actual_length", ""),
        "min": context.get("min_length", context.get("ge", "")),
        "max": context.get("max_length", context.get("le", "")),
        "keuzes": choices,
        "bedoeld": suggest(value, choices) if choices and isinstance(value, str) else "",
        "voorbeeld": _example_at(model, loc),
    }


def _example_at(model: Any, loc: Loc) -> str:
    inner = _fields(model, loc)
    if inner:
        name, info = next(iter(inner.items()))
        return _example(info, name)
    info = _fields(model, loc[:-1]).get(str(loc[-1])) if loc else None
    return str(info.examples[0]) if info and info.examples else ""


def _example(info: FieldInfo | None, name: str) -> str:
    """Write the line that a person could paste: the field with an example value."""
    if info is None or not info.examples:
        return f"{name}: ..."
    value = info.examples[0]
    return f"{name}: [{', '.join(map(str, value))}]" if isinstance(value, list) else f"{name}: {value}"


def _fields(model: Any, loc: Loc) -> Mapping[str, FieldInfo]:
    """Return the fields of the record type found by walking `loc` from `model`."""
    current = _record_type(model)
    for step in loc:
        if current is None:
            return {}
        if isinstance(step, str):
            info = current.model_fields.get(step)
            current = _record_type(info.annotation) if info else None
    return current.model_fields if current else {}


def _record_type(annotation: Any) -> type[BaseModel] | None:
    """Find the record type inside Annotated, Optional, unions and tuples; None for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (tuple, typing.Union, types.UnionType, typing.Annotated):
        return next(filter(None, map(_record_type, typing.get_args(annotation))), None)
    return None
