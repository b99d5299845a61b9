"""What happened to practices since they were added, as readers follow it: evidence, status, adoptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.check.validity import recognised_until
from generator.parse.model import Practice, RecognitionGrant
from generator.view.context import ViewContext
from generator.view.formats import format_date, format_year
from generator.view.labels import ADOPTION_STATUSES, EVIDENCE_LEVELS, RECOGNITIONS, STATUSES


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a practice. `mark` tells it from the others of that practice, for ever."""

    practice: str
    mark: str
    day: date
    title: str
    text: str


def view_events(context: ViewContext) -> list[Event]:
    """Return everything that records and the list of changes tell, the newest first.

    Recognitions have a date of their own, and run out by rule; that happened when it lies before the newest date in the
    catalogue. Changes of level and status come from the list. An adoption counts from the day on which the catalogue
    told it, for records know only its year.
    """
    found = [*_changes(context)]
    for id, practice in context.catalogue.practices.items():
        if practice.bewijs.erkenningen:
            found += _grants(context, id, practice)
        if practice.overgenomen_door:
            found += _adoptions(context, id, practice)
    return sorted(found, key=lambda event: (-event.day.toordinal(), event.practice, event.mark))


def _changes(context: ViewContext) -> Iterator[Event]:
    catalogue = context.catalogue
    words = {"status": ("Status", STATUSES), "bewijs": ("Bewijs", EVIDENCE_LEVELS)}
    before: dict[tuple[str, str], str] = {}
    for change in catalogue.changes:
        id = catalogue.redirects.get(change.id, change.id)
        practice = catalogue.practices.get(id)
        if practice is None or change.field not in words:
            continue
        old = before.get((id, change.field))
        before[id, change.field] = change.value
        name, labels = words[change.field]
        if old is not None and change.value in labels:
            title = f"{practice.titel}: {name.lower()} nu {labels[change.value].lower()}"
            text = f"{name} was: {labels.get(old, old).lower()}. Nu: {labels[change.value].lower()}."
            yield Event(id, f"{change.field}-{change.value}-{change.day}", change.day, title, text)


def _grants(context: ViewContext, id: str, practice: Practice) -> Iterator[Event]:
    for grant in practice.bewijs.erkenningen:
        databank = context.catalogue.registers.term("databanken", grant.databank).naam
        label = RECOGNITIONS[grant.niveau].lower()
        title = f"{practice.titel}: erkend als {label}"
        yield Event(id, _mark("erkenning", grant), grant.datum, title, f"{databank} erkende deze praktijk als {label}.")
        last = recognised_until(grant)
        if last < context.newest_date:
            text = f"De erkenning als {label} door {databank} gold tot en met {format_date(last)}."
            yield Event(id, _mark("verlopen", grant), last, f"{practice.titel}: erkenning verlopen", text)


def _mark(kind: str, grant: RecognitionGrant) -> str:
    return f"{kind}-{grant.databank}-{grant.niveau}-{grant.datum}"


def _adoptions(context: ViewContext, id: str, practice: Practice) -> Iterator[Event]:
    told = context.adoptions_told
    for adoption in practice.overgenomen_door:
        town = context.municipality_views[adoption.gemeente].name
        day = told.get((id, adoption.gemeente), practice.toegevoegd_op)
        year = f" in {format_year(adoption.jaar)}" if isinstance(adoption.jaar, int) else ""
        status = f" Hoe het ervoor staat: {ADOPTION_STATUSES[adoption.status].lower()}." if adoption.status else ""
        title = f"{practice.titel}: overgenomen door {town}"
        yield Event(id, f"overname-{adoption.gemeente}", day, title, f"{town} nam deze praktijk over{year}.{status}")
