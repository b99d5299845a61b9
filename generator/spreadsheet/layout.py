"""The columns of the spreadsheet, made from the record model so that they cannot drift from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.parse.model import Practice
from generator.parse.schema import describe_model

Path = tuple[str, ...]

MAIN = "Praktijken"
EXPLANATION = "Uitleg"
CHOICES = "Keuzelijsten"
OWNER = "praktijk"
"""The column of the other sheets that says to which practice a row belongs."""
ID = "id"
"""The column for the name of the file, which a record itself does not hold."""

ADDED = "toegevoegd_op"
"""The day on which a record is added: here it may be left empty, and is then today."""

TEXT, NUMBER, AMOUNT, YEAR, DAY, PARTIAL, CHOICE = "tekst", "getal", "bedrag", "jaar", "dag", "datum", "keuze"
MUNICIPALITIES = "gemeenten"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it holds, and what may stand in it.

    `many` columns hold a list of texts in each cell. `vocabulary` names the register that a choice comes from;
    without one, `options` are the choices.
    """

    path: Path
    title: str
    description: str
    example: str
    required: bool
    kind: str
    many: bool = False
    vocabulary: str = ""
    options: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The text above the column: the field as messages name it, without the list that it is in."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet: the list of blocks at `path`, or for the first sheet the practices themselves."""

    name: str
    path: Path
    columns: tuple[Column, ...]


@lru_cache(maxsize=1)
def plan_sheets() -> tuple[SheetPlan, ...]:
    """Return the sheets that together hold every field of a practice, the practices first.

    Raises ValueError for a field of a shape that no cell can hold: then the model went further than this module.
    """
    schema = describe_model(Practice)
    found = list(_walk(schema, schema["$defs"], (), True))
    main = tuple(column for column, _ in found if column)
    return SheetPlan(MAIN, (), main), *(sheet for _, sheet in found if sheet)


def _walk(
    node: Mapping[str, Any], defs: Mapping[str, Any], path: Path, required: bool
) -> Iterator[tuple[Column | None, SheetPlan | None]]:
    """Give the columns and sheets of a record, in the order of the model."""
    for name, described in node["properties"].items():
        field, here = _resolve(described, defs), (*path, name)
        needed = required and name in node.get("required", ())
        if field.get("type") == "object":
            yield from _walk(field, defs, here, needed)
        elif field.get("type") == "array" and _resolve(field["items"], defs).get("type") == "object":
            columns = [column for column, _ in _walk(_resolve(field["items"], defs), defs, (), True)]
            if None in columns:
                raise ValueError(f"{'.'.join(here)}: a list in a list has no place in a spreadsheet")
            yield None, SheetPlan(_sheet_name(name), here, tuple(filter(None, columns)))
        else:
            yield _column(field, defs, here, needed), None


def _sheet_name(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _resolve(node: Mapping[str, Any], defs: Mapping[str, Any]) -> dict[str, Any]:
    """Follow a reference and leave out that a value may be absent; what stands beside it is kept."""
    found = dict(node)
    options = [option for option in found.get("anyOf", ()) if option.get("type") != "null"]
    if len(options) == 1:
        del found["anyOf"]
        found = {**_resolve(options[0], defs), **found}
    if "$ref" in found:
        found = {**_resolve(defs[found.pop("$ref").rpartition("/")[2]], defs), **found}
    return found


def _column(field: Mapping[str, Any], defs: Mapping[str, Any], path: Path, required: bool) -> Column:
    many = field.get("type") == "array"
    value = _resolve(field["items"], defs) if many else field
    kind, vocabulary, options = _kind(value, path)
    examples = field.get("examples") or [""]
    example = "; ".join(map(str, examples[0])) if isinstance(examples[0], list) else str(examples[0])
    title, description = field["title"], field["description"]
    if vocabulary == MUNICIPALITIES:
        example = "Huizen"
    if path == (ADDED,):
        required, description = False, f"{description} Leeg: vandaag."
    return Column(path, title, description, example, required, kind, many, vocabulary, options)


def _types(value: Mapping[str, Any]) -> set[str]:
    """Return the JSON types that a value can have; a reference is a block."""
    union = (*value.get("anyOf", ()), *value.get("oneOf", ()))
    below = {name for option in union for name in _types(option)}
    return below - {"null"} or {value.get("type", "object" if "$ref" in value else "")}


def _kind(value: Mapping[str, Any], path: Path) -> tuple[str, str, tuple[str, ...]]:
    """Return the kind of a value, the vocabulary it comes from and its choices."""
    kinds = _types(value)
    if vocabulary := value.get("x-woordenlijst"):
        return CHOICE, str(vocabulary), ()
    if "enum" in value:
        return CHOICE, "", tuple(value["enum"])
    if value.get("pattern", "").startswith("^GM"):
        return CHOICE, MUNICIPALITIES, ()
    if kinds == {"integer", "object"}:
        return AMOUNT, "", ()
    if kinds == {"integer", "string"}:
        return YEAR, "", ()
    if kinds and kinds <= {"integer", "number"}:
        return NUMBER, "", ()
    if value.get("type") == "string":
        return (DAY if value.get("format") == "date" else PARTIAL if value.get("x-vorm") == "datum" else TEXT), "", ()
    raise ValueError(f"{'.'.join(path)}: a value of this shape has no place in a spreadsheet")
