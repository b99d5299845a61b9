"""The description of the open data in OpenAPI 3.1, made from the record model where that says it already."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from pydantic_core import to_json

from generator.parse.model import Practice
from generator.parse.schema import DIALECT, schema_texts, with_choices
from generator.parse.vocabulary import Withdrawn
from generator.registers.registers import Registers
from generator.render.exports import API, LICENCE
from generator.render.labels import VOCABULARIES
from generator.render.output import OutputFile, text_file
from generator.render.table import LISTED
from generator.view.context import ViewContext

VERSION = "1.1.0"
"""Version of the open data; a new minor one for each addition, told in docs/data.md. A break is `/api/v2/`."""

_REFERENCE = "#/components/schemas/{model}"
_TEXT: Mapping[str, Any] = {"type": "string"}
_WORDS: Mapping[str, Any] = {"type": "object", "additionalProperties": _TEXT}
_NAMES: Mapping[str, Any] = {"type": "array", "items": _TEXT}
_DERIVED: Mapping[str, Any] = {
    "id": {"type": "string", "description": "De vaste naam. Een id verandert niet."},
    "url": {"type": "string", "description": "Adres van de pagina, vanaf het adres van de site."},
    "gemeentenamen": {**_NAMES, "description": "De namen bij de codes van gemeenten."},
}
_WORD_LISTS = ("velden", "soort", "status", "bewijs", "erkenning", "soort_bron", "zekerheid")


def render_openapi(context: ViewContext) -> list[OutputFile]:
    """Return `openapi.json`, and the JSON Schemas of the records at the address that they keep."""
    registers = context.catalogue.registers
    document = describe_api(registers, context.site.name, context.site.url)
    schemas = [text_file(f"schema/{name}", text) for name, text in schema_texts(registers).items()]
    return [text_file(f"{API}/openapi.json", to_json(document, indent=2).decode() + "\n"), *schemas]


def describe_api(registers: Registers, name: str, url: str) -> dict[str, Any]:
    """Return the OpenAPI document; without a known `url` paths count from where the document lies."""
    return {
        "openapi": "3.1.1",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": f"Open data van {name}",
            "version": VERSION,
            "description": "Alle praktijken als gegevens. Zonder sleutel en zonder limiet. Een veld zonder waarde "
            "ontbreekt of is een lege lijst. Er kunnen velden bij komen; binnen v1 verdwijnt er geen.",
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        "servers": [{"url": url.rstrip("/") or "../.."}],
        "paths": _paths(),
        "components": {"schemas": _components(registers)},
    }


def _paths() -> dict[str, Any]:
    id = {"name": "id", "in": "path", "required": True, "schema": _TEXT, "example": "leertafel"}
    missing = {"404": {"description": "Deze praktijk is er niet."}}
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    opendocument = "application/vnd.oasis.opendocument.spreadsheet"
    return {
        f"/{API}/praktijken.json": _get("lijst", "Alle praktijken, met de hoofdzaken.", _json("Praktijken")),
        f"/{API}/praktijken/{{id}}.json": {
            "parameters": [id],
            **_get(
                "praktijk",
                "Een praktijk met alle velden, of wat ervan bleef.",
                _json("Praktijk", "Ingetrokken"),
                missing,
            ),
        },
        f"/{API}/labels.json": _get("labels", "Hoe vaste waarden op de site heten.", _json("Labels")),
        "/praktijken.csv": _get("csv", "Alle praktijken als CSV.", {"text/csv": {"schema": _TEXT}}),
        "/praktijken.xlsx": _get("xlsx", "Alle praktijken als Excel-bestand.", {spreadsheet: {}}),
        "/praktijken.ods": _get("ods", "Alle praktijken als OpenDocument-rekenblad.", {opendocument: {}}),
    }


def _get(operation: str, summary: str, content: Any, others: Mapping[str, Any] | None = None) -> dict[str, Any]:
    responses = {"200": {"description": summary, "content": content}, **(others or {})}
    return {"get": {"operationId": operation, "summary": summary, "responses": responses}}


def _json(*models: str) -> dict[str, Any]:
    references = [{"$ref": _REFERENCE.format(model=model)} for model in models]
    return {"application/json": {"schema": references[0] if len(models) == 1 else {"oneOf": references}}}


def _components(registers: Registers) -> dict[str, Any]:
    record = Practice.model_json_schema(mode="serialization", ref_template=_REFERENCE)
    record = _as_published(with_choices(record, registers))
    nested: dict[str, Any] = record.pop("$defs")
    gone = _as_published(Withdrawn.model_json_schema(mode="serialization"))["properties"]
    gone = {name: gone[name] for name in ("titel", "datum", "reden", "vervangen_door")}
    fields: dict[str, Any] = record["properties"]
    level = {"type": "object", "properties": {"niveau": nested["Evidence"]["properties"]["niveau"]}}
    listed = {**_DERIVED, **{name: fields[name] for name in LISTED}, "bewijs": {**level, "required": ["niveau"]}}
    pointer = {"anyOf": [{"$ref": _REFERENCE.format(model="Verwijzing")}, {"type": "null"}]}
    whole = {
        **_DERIVED,
        **fields,
        "bestand": {"type": "string", "description": "Waar het record staat, vanaf de map van het project."},
        "eigen_zie_ook": {**fields["zie_ook"], "description": "De verwijzingen die in het record zelf staan."},
        "gepresenteerd_op": {**_NAMES, "description": "Id's van congressen."},
        "zie_ook": {"type": "array", "items": {"$ref": _REFERENCE.format(model="Buur")}},
        "sterker_onderbouwd": pointer,
        "zelfde_grootte": pointer,
    }
    optional = set(fields) - set(record["required"])
    listing = {"type": "array", "items": {"$ref": _REFERENCE.format(model="PraktijkInLijst")}}
    return {
        "Praktijken": _object({"praktijken": listing}),
        "PraktijkInLijst": _object(listed, optional),
        "Praktijk": _object(whole, optional),
        "Ingetrokken": _object(
            {"id": _TEXT, "url": _TEXT, "status": {"const": "ingetrokken"}, **gone}, ("titel", "vervangen_door")
        ),
        "Verwijzing": _object({"id": _TEXT, "redenen": _NAMES}),
        "Buur": _object(_neighbour(fields["status"])),
        "Labels": _object(
            {"niet_bekend": _TEXT, "landelijk": _TEXT} | dict.fromkeys((*_WORD_LISTS, *VOCABULARIES), _WORDS)
        ),
        **nested,
    }


def _neighbour(status: Any) -> dict[str, Any]:
    return {
        "id": _TEXT,
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "redenen": _NAMES,
        "herkomst": {"enum": ["bron", "berekend"], "type": "string"},
        "status": status,
    }


def _object(properties: Mapping[str, Any], optional: Collection[str] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


def _as_published(node: Any) -> Any:
    """Turn what the model says of a record into what its JSON holds.

    A field without a value is left out, so nothing is null; a list is always there; and readers must expect fields that
    come later.
    """
    if isinstance(node, list):
        return [_as_published(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _as_published(value) for key, value in node.items() if key not in ("additionalProperties", "default")}
    if "properties" in node:
        fields = node["properties"]
        found["required"] = [name for name, field in fields.items() if field.get("default", ...) is not None]
        found.pop("description", None)
    if "anyOf" in found:
        kinds = [kind for kind in found.pop("anyOf") if kind != {"type": "null"}]
        found = {**kinds[0], **found} if len(kinds) == 1 else {"anyOf": kinds, **found}
    return found
