"""The record model as JSON Schema: what editors complete from and forms are made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.parse.congress import Congress
from generator.parse.model import Practice
from generator.registers.registers import Registers

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: Mapping[str, type[BaseModel]] = {"practice.schema.json": Practice, "congress.schema.json": Congress}


@cache
def describe_model(model: type[BaseModel]) -> Mapping[str, Any]:
    """Return the JSON Schema of a record type, which is made once for all that is derived from it."""
    return model.model_json_schema()


def schema_texts(registers: Registers) -> dict[str, str]:
    """Return the text of each schema file by name; closed vocabularies become lists of choices."""
    return {name: _text(_schema(model, registers)) for name, model in SCHEMAS.items()}


def _schema(model: type[BaseModel], registers: Registers) -> dict[str, Any]:
    schema = with_choices(describe_model(model), registers)
    return {"$schema": DIALECT, **schema}


def with_choices(node: Any, registers: Registers) -> Any:
    """Return a schema with the ids of a vocabulary where the model says that its terms go."""
    if isinstance(node, list):
        return [with_choices(item, registers) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: with_choices(value, registers) for key, value in node.items() if key != "x-woordenlijst"}
    if vocabulary := node.get("x-woordenlijst"):
        found["enum"] = [term.id for term in registers.terms(vocabulary)]
    return found


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
