"""What is open, per owner: as a table for a terminal, as JSON for programs, as Markdown for the job's summary."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.catalogue import Catalogue
from generator.check.upkeep import OwnerUpkeep, UpkeepItem, UpkeepKind, place_of
from generator.messages import visible
from generator.upkeep.markdown import table_cell
from generator.upkeep.words import ADVICE, SHORT, explain
from generator.view.formats import format_date

WIDTH = 80
NEVER = "nooit"
_INDENT = "  "
_HEADS = ("PRAKTIJK", "SINDS", "WAT")
_ID_WIDTH = 40
"""An id that is longer gets a line of its own."""

Owners = Sequence[OwnerUpkeep]
Report = Callable[[Catalogue, date, Owners], str]


def as_text(catalogue: Catalogue, day: date, owners: Owners) -> str:
    """A table per owner and the totals, in 80 columns; only an address, which must stay whole, may be longer."""
    busy = [owner for owner in owners if owner.items]
    ids = (item.practice for owner in busy for item in owner.items)
    width = max([len(_HEADS[0]), *(len(id) for id in ids if len(id) <= _ID_WIDTH)])
    lines = [f"Onderhoud op {format_date(day)}", ""]
    for owner in busy:
        lines += [*_heading(owner), *_rows(owner.items, width), ""]
    return "\n".join([*lines, *_totals(owners)]) + "\n"


def as_json(catalogue: Catalogue, day: date, owners: Owners) -> str:
    """An object: dag, eigenaren (eigenaar, naam, praktijken, punten) and totaal per kind."""
    data = {
        "dag": day.isoformat(),
        "eigenaren": [
            {
                "eigenaar": owner.slug,
                "naam": visible(owner.name),
                "praktijken": owner.practices,
                "punten": [_to_dict(catalogue, item) for item in owner.items],
            }
            for owner in owners
        ],
        "totaal": {kind.value: number for kind, number in _count(owners).items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_markdown(catalogue: Catalogue, day: date, owners: Owners) -> str:
    """A table of owners with the number of open points of each kind."""
    kinds = [kind for kind in UpkeepKind if _count(owners)[kind]]
    busy = [owner for owner in owners if owner.items]
    lines = [f"## Onderhoud op {format_date(day)}", ""]
    if busy:
        lines.append(f"| Eigenaar | Praktijken | {' | '.join(SHORT[kind].capitalize() for kind in kinds)} |")
        lines.append(f"|---|{'---:|' * (len(kinds) + 1)}")
    for owner in busy:
        found = Counter(item.point.kind for item in owner.items)
        cells = " | ".join(str(found[kind] or "") for kind in kinds)
        lines.append(f"| {table_cell(owner.name)} | {owner.practices} | {cells} |")
    return "\n".join([*lines, *([""] if busy else []), *_totals(owners)[:1]]) + "\n"


REPORTS: Mapping[str, Report] = {"text": as_text, "json": as_json, "markdown": as_markdown}


def _heading(owner: OwnerUpkeep) -> list[str]:
    number = _number(len(owner.items), "punt", "punten")
    return textwrap.wrap(f"{visible(owner.name)} ({owner.slug}): {number}", WIDTH, subsequent_indent=_INDENT)


def _rows(items: Sequence[UpkeepItem], width: int) -> Iterator[str]:
    """Yield the lines of a table: practice, since when, what; an id is named once."""
    yield f"{_INDENT}{_HEADS[0]:<{width}}  {_HEADS[1]:<10}  {_HEADS[2]}"
    named = ""
    for item in items:
        shown = "" if item.practice == named else item.practice
        named, point = item.practice, item.point
        if len(shown) > width:
            yield f"{_INDENT}{shown}"
            shown = ""
        yield f"{_INDENT}{shown:<{width}}  {_since(item):<10}  {SHORT[point.kind]}"
        if point.outcome:
            yield f"{_INDENT * 2}{point.address}"
            yield f"{_INDENT * 2}{point.outcome.target or point.outcome.reason}"


def _since(item: UpkeepItem) -> str:
    if item.point.outcome:
        return "-"
    return item.point.since.isoformat() if item.point.since else NEVER


def _totals(owners: Owners) -> list[str]:
    practices = sum(owner.practices for owner in owners)
    concerned = len({item.practice for owner in owners for item in owner.items})
    if not concerned:
        return [f"Er staat niets open bij {_number(practices, 'praktijk', 'praktijken')}."]
    counted = _count(owners)
    number = _number(sum(counted.values()), "punt", "punten")
    head = f"Totaal: {number} bij {concerned} van {_number(practices, 'praktijk', 'praktijken')}"
    return [head, *(f"{_INDENT}{counted[kind]:>6}  {SHORT[kind]}" for kind in UpkeepKind if counted[kind])]


def _count(owners: Owners) -> Counter[UpkeepKind]:
    return Counter(item.point.kind for owner in owners for item in owner.items)


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _to_dict(catalogue: Catalogue, item: UpkeepItem) -> dict[str, Any]:
    point, place = item.point, place_of(catalogue, item)
    found: dict[str, Any] = {
        "praktijk": item.practice,
        "soort": point.kind.value,
        "pad": visible(place.path),
        "regel": place.line,
        "sinds": point.since.isoformat() if point.since else None,
        "bericht": explain(point),
        "tip": ADVICE[point.kind],
    }
    if point.outcome:
        found |= {"adres": point.address, "nieuw_adres": point.outcome.target or None, "antwoord": point.outcome.status}
    return found
