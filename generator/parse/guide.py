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
    """Write the line to paste for the field at `loc`, with what goes below it."""
    info, name = field_at(model, loc), str(loc[-1])
    if info is None:
        return f"{name}: ..."
    inner = example_block(model, loc)
    if inner:
        return f"{name}: met op de regels eronder, twee spaties verder: {inner}"
    return f"{name}: {_value(info)}"


def example_block(model: Any, loc: Loc, first: str = "") -> str:
    """Write the lines of the record at `loc`, each between quotes; empty when there is no record.

    `first` is the value of its first field, when that is known.
    """
    fields = fields_at(model, loc)
    chosen = [name for name, info in fields.items() if info.is_required()] or list(fields)[:2]
    lines = [f"{name}: {_value(fields[name])}" for name in chosen]
    if lines and first:
        lines[0] = f"{chosen[0]}: {first}"
    info = field_at(model, loc)
    if lines and info and _is_list(info.annotation) and not isinstance(loc[-1], int):
        lines[0] = f"- {lines[0]}"
    quoted = [f"'{line}'" for line in lines]
    return " en ".join((", ".join(quoted[:-1]), quoted[-1])) if len(quoted) > 1 else "".join(quoted)


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
