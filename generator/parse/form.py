"""The record model as a form needs it: one node per field, made from the JSON Schema so that it cannot drift.

A node is plain data, for the page and for the scripts in the browser alike: what the field is called, which kind
of value it takes (`vorm`), its limits and choices, and the nodes below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.parse.guide import example_line
from generator.parse.model import Practice
from generator.parse.schema import describe_model
from generator.read.finding import Loc
from generator.registers.registers import Registers

Node = dict[str, Any]
_LIMITS = {
    **{"minLength": "min", "maxLength": "max", "minItems": "min", "maxItems": "max"},
    **{"ge": "minimum", "minimum": "minimum", "x-van": "van", "x-tot": "tot", "pattern": "patroon"},
    **{"x-woordenlijst": "woordenlijst", "uniqueItems": "uniek"},
}


def form_model(registers: Registers) -> tuple[Node, ...]:
    """Return the node of each field of a practice, in the order of the model.

    A node has `naam`, `titel`, `uitleg`, `voorbeelden`, `verplicht` and `vorm`: `blok` (with `velden`), `lijst`
    (with `item`), `keuze` (with `keuzes`), `tekst`, or a kind that `parse.fields` notes as `x-vorm`. What limits
    it is there too: `min`, `max`, `minimum`, `van`, `tot`, `patroon`, `uniek`; and `voorbeeldregel`, the line
    that messages propose. `mag_onbekend` says that "onbekend" is a value of this kind.
    """
    schema = describe_model(Practice)
    return _fields(schema, schema["$defs"], registers, ())


def _fields(schema: Mapping[str, Any], shared: Mapping[str, Any], registers: Registers, loc: Loc) -> tuple[Node, ...]:
    required = schema.get("required", ())
    nodes = []
    for name, field in schema["properties"].items():
        node = {
            "naam": name,
            # The schema leaves out a title that its record type has too.
            "titel": field.get("title") or _resolve(field, shared)["title"],
            "uitleg": field.get("description", ""),
            "voorbeelden": field.get("examples", []),
            "verplicht": name in required,
            "voorbeeldregel": example_line(Practice, (*loc, name)),
        }
        nodes.append(node | _kind(field, shared, registers, (*loc, name)))
    return tuple(nodes)


def _kind(field: Mapping[str, Any], shared: Mapping[str, Any], registers: Registers, loc: Loc) -> Node:
    """Return what a node says of its values: kind, limits and what lies below."""
    schema = _resolve(field, shared)
    node: Node = {_LIMITS[key]: value for key, value in schema.items() if key in _LIMITS}
    if schema.get("type") == "array":
        return node | {"vorm": "lijst", "item": _kind(schema["items"], shared, registers, (*loc, 0))}
    if "properties" in schema:
        return node | {"vorm": "blok", "velden": _fields(schema, shared, registers, loc)}
    if "enum" in schema:
        return node | {"vorm": "keuze", "keuzes": schema["enum"]}
    if vocabulary := schema.get("x-woordenlijst"):
        return node | {"vorm": "keuze", "keuzes": [term.id for term in registers.terms(vocabulary)]}
    node["vorm"] = schema.get("x-vorm", "tekst")
    if node["vorm"] == "bedrag":
        node["velden"] = _fields(shared["Range"], shared, registers, loc)
    if node["vorm"] in ("jaar", "datum"):
        node["mag_onbekend"] = True
    return node


def _resolve(field: Mapping[str, Any], shared: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of a value that is there: no reference, and nothing that says it may be absent."""
    if "$ref" in field:
        return shared[field["$ref"].rpartition("/")[2]]  # type: ignore[no-any-return]
    choices = [choice for choice in field.get("anyOf", ()) if choice.get("type") != "null"]
    return _resolve(choices[0], shared) if len(choices) == 1 else field
