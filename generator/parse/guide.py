"""What the record model says about the field at some place: its names, and a line that a person can paste."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.read.finding import Loc


def dotted(loc: Loc) -> str:
    """Write a path as people read it: `resultaten[2].bron`, counting from 1."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in loc)
    return text.lstrip(".")


def fields_at(model: Any, loc: Loc) -> Mapping[str, FieldInfo]:
    """Return the fields of the record found by walking `loc` from `model`; none when it is no record."""
    current = _record_type(model)
    for step in loc:
        if current is None:
            return {}
        if isinstance(step, str):
            info = current.model_fields.get(step)
            current = _record_type(info.annotation) if info else None
    return current.model_fields if current else {}


def field_at(model: Any, loc: Loc) -> FieldInfo | None:
    """Return the field at `loc`, for an item that of its list; None where the model has none."""
    while loc and isinstance(loc[-1], int):
        loc = loc[:-1]
    return fields_at(model, loc[:-1]).get(str(loc[-1])) if loc else None


def example_line(model: Any, loc: Loc) -> str:
    """Write the lines to paste for the field at `loc`."""
    info, name = field_at(model, loc), str(loc[-1])
    if info is None:
        return f"{name}: ..."
    inner = example_block(model, loc)
    return f"{name}:\n{indented(inner)}" if inner and not info.examples else f"{name}: {_value(info)}"


def indented(lines: str) -> str:
    """Put two spaces before each line."""
    return "\n".join(f"  {line}" for line in lines.split("\n"))


def example_block(model: Any, loc: Loc, given: Mapping[str, str] | None = None) -> str:
    """Write the lines of the record at `loc`, those of a list with its dash; empty when there is no record.

    `given` holds values of fields that are known, which then are among the lines.
    """
    fields, given = fields_at(model, loc), given or {}
    required = [name for name, info in fields.items() if info.is_required()]
    chosen = [*required, *(name for name in given if name not in required)] or list(fields)[:2]
    lines = [f"{name}: {given.get(name) or _value(fields[name])}" for name in chosen]
    info = field_at(model, loc)
    if not lines or not info or not _is_list(info.annotation):
        return "\n".join(lines)
    return "\n".join(("- " if number == 0 else "  ") + line for number, line in enumerate(lines))


def advice(model: Any, loc: Loc) -> dict[str, Any]:
    """Say what may be done about a field without a value: what fills the tip of an empty field."""
    if not loc:
        return {}
    if isinstance(loc[-1], int):
        return {"mag_weg": True}
    info = field_at(model, loc)
    line = example_line(model, loc)
    return {
        "mag_weg": info is None or not info.is_required(),
        "mag_onbekend": info is not None and "onbekend" in (info.description or ""),
        "voorbeeld": "" if "..." in line else line,
    }


def example_value(model: Any, loc: Loc) -> str:
    """Write an example of the value at `loc`; empty when the model gives none."""
    info = field_at(model, loc)
    return _value(info) if info and info.examples else ""


def _value(info: FieldInfo) -> str:
    if not info.examples:
        return "..."
    value = info.examples[0]
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def _is_list(annotation: Any) -> bool:
    if typing.get_origin(annotation) is tuple:
        return True
    return typing.get_origin(annotation) is not None and any(map(_is_list, typing.get_args(annotation)))


def _record_type(annotation: Any) -> type[BaseModel] | None:
    """Find the record type inside Annotated, Optional, unions and tuples; None for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (tuple, typing.Union, types.UnionType, typing.Annotated):
        return next(filter(None, map(_record_type, typing.get_args(annotation))), None)
    return None
