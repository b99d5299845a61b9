"""The data: JSON and spreadsheets, with the same field names as the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from generator.parse.model import Practice
from generator.parse.vocabulary import Withdrawn
from generator.permalinks.addresses import split_address
from generator.relate.related import Related
from generator.render.output import OutputFile, text_file
from generator.render.spreadsheets import Sheet, ods, xlsx
from generator.render.table import COLUMNS, LISTED, csv_text, practice_rows
from generator.view.context import ViewContext
from generator.view.relations import describe_reasons

API = "api/v1"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LISTED = set(LISTED)
_TOLD_APART = {"zie_ook"}


def render_exports(context: ViewContext) -> Iterator[OutputFile]:
    """Yield the JSON list and one JSON file per practice.

    At the address of a former id stands the same as at the present one, which it names: nobody who fetches it needs to
    know that it moved. Of what was withdrawn there is only that it was, and why.
    """
    listed = b",\n".join([_listed(context, id, practice) for id, practice in _practices(context)])
    yield OutputFile(f"{API}/praktijken.json", b'{"praktijken":[\n%b\n]}\n' % listed)
    for id, practice in _practices(context):
        data = _whole(context, id, practice) + b"\n"
        for name in (id, *practice.oude_ids):
            yield OutputFile(f"{API}/praktijken/{name}.json", data)
    for entry in context.catalogue.withdrawn:
        yield from _withdrawn(entry)


def render_tables(context: ViewContext) -> Iterator[OutputFile]:
    """Yield all practices as CSV, XLSX and ODS."""
    rows = practice_rows(context)
    sheets = (Sheet("Praktijken", COLUMNS, rows), _origin(context))
    yield text_file("praktijken.csv", csv_text(rows))
    yield OutputFile("praktijken.xlsx", xlsx(sheets))
    yield OutputFile("praktijken.ods", ods(sheets))


def _practices(context: ViewContext) -> Iterator[tuple[str, Practice]]:
    yield from sorted(context.catalogue.practices.items())


def _listed(context: ViewContext, id: str, practice: Practice) -> bytes:
    record = to_json(practice, include=_LISTED, exclude_none=True)
    extra = {"gemeentenamen": _names(context, id), "bewijs": {"niveau": practice.bewijs.niveau}}
    return _merge(_address(id), record, to_json(extra))


def _whole(context: ViewContext, id: str, practice: Practice) -> bytes:
    """Return the whole record; `zie_ook` holds all neighbours, authored and computed, with reasons in words.

    The two keys after it are the neighbour with stronger evidence and the one of the same size, or null. Then come
    the relations as the record has them, and its file in the repository: the form edits those.
    """
    record = to_json(practice, exclude=_TOLD_APART, exclude_none=True)
    congresses = context.congresses_of.get(id, ())
    neighbours = context.related[id]
    extra = {
        "gemeentenamen": _names(context, id),
        "gepresenteerd_op": congresses,
        "zie_ook": [_neighbour(context, related) for related in neighbours.shown],
        "sterker_onderbouwd": _pointer(context, neighbours.stronger),
        "zelfde_grootte": _pointer(context, neighbours.like_sized),
        "eigen_zie_ook": practice.zie_ook,
        "bestand": context.catalogue.documents[id].path,
    }
    return _merge(_address(id), record, to_json(extra))


def _withdrawn(entry: Withdrawn) -> Iterator[OutputFile]:
    section, id = split_address(entry.adres)
    if section == "praktijken":
        status = {"status": "ingetrokken"}
        rest = to_json(entry, exclude={"adres", "oude_ids"}, exclude_none=True)
        data = _merge(_address(id), to_json(status), rest) + b"\n"
        for name in (id, *entry.oude_ids):
            yield OutputFile(f"{API}/praktijken/{name}.json", data)


def _address(id: str) -> bytes:
    return to_json({"id": id, "url": f"praktijken/{id}/"})


def _merge(*objects: bytes) -> bytes:
    """Join JSON objects, none of them empty, into one object; keys must not repeat."""
    return b"{%b}" % b",".join([data[1:-1] for data in objects])


def _neighbour(context: ViewContext, related: Related) -> dict[str, Any]:
    origin = "bron" if related.authored else "berekend"
    status = context.catalogue.practices[related.id].status
    reasons = describe_reasons(context, related.reasons)
    return {"id": related.id, "score": related.score, "redenen": reasons, "herkomst": origin, "status": status}


def _pointer(context: ViewContext, related: Related | None) -> dict[str, Any] | None:
    return {"id": related.id, "redenen": describe_reasons(context, related.reasons)} if related else None


def _names(context: ViewContext, id: str) -> list[str]:
    return [context.municipality_views[code].name for code in context.catalogue.practices[id].gemeenten]


def _origin(context: ViewContext) -> Sheet:
    """Return the sheet that says where a spreadsheet comes from, once it has left the site."""
    rows = (
        ("Adres", context.site.url),
        ("Bijgewerkt tot en met", context.newest_date),
        ("Licentie", f"CC BY 4.0 ({LICENCE}): noem {context.site.name} als bron"),
    )
    return Sheet("Herkomst", ("Herkomst", context.site.name), rows)
