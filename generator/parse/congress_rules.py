"""Rules over more than one field of a congress, on the raw mapping so that they always get to speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.parse.congress import CALLED_OFF
from generator.parse.rules import Raw, mappings
from generator.read.finding import Finding, finding


def days_distinct(raw: Raw) -> Iterator[Finding]:
    """A day at one place is one meeting: calendars tell meetings apart by their day."""
    seen: set[tuple[str, str]] = set()
    for index, meeting in enumerate(mappings(raw.get("bijeenkomsten"))):
        key = (str(meeting.get("datum")), str(meeting.get("plaats")).casefold())
        if key in seen:
            yield finding("dubbele-dag", ("bijeenkomsten", index, "datum"))
        seen.add(key)


def moved_days_lead_on(raw: Raw) -> Iterator[Finding]:
    """A moved day says where it went, or why nobody can say; a day that was not moved says neither."""
    for index, meeting in enumerate(mappings(raw.get("bijeenkomsten"))):
        loc = ("bijeenkomsten", index)
        moved = meeting.get("status") == "verplaatst"
        if moved and not meeting.get("verplaatst_naar") and not meeting.get("toelichting"):
            yield finding("verplaatst-zonder-vervolg", (*loc, "status"))
        if meeting.get("verplaatst_naar") and meeting.get("status") and not moved:
            yield finding("verplaatst-tegenspraak", (*loc, "verplaatst_naar"), waarde=meeting["status"])
        if meeting.get("verplaatst_naar"):
            yield from _known_day(raw, meeting, (*loc, "verplaatst_naar"))


def sessions_on_a_day(raw: Raw) -> Iterator[Finding]:
    """A part of the programme is on a day of the congress; a time says nothing when there are several days."""
    days = _days(raw, CALLED_OFF)
    for index, session in enumerate(mappings(raw.get("programma"))):
        if session.get("dag"):
            yield from _known_day(raw, session, ("programma", index, "dag"))
        elif session.get("tijd") and len(days) > 1:
            yield finding("dag-ontbreekt", ("programma", index, "tijd"), voorbeeld=f"dag: {days[0]}")


def _known_day(raw: Raw, record: Raw, loc: tuple[str | int, ...]) -> Iterator[Finding]:
    days, day = _days(raw), record[str(loc[-1])]
    if days and isinstance(day, str) and day not in days:
        yield finding("onbekende-dag", loc, waarde=day, keuzes=days)


def _days(raw: Raw, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the days of the congress as they were typed, each once, those in some state left out."""
    meetings = (m for m in mappings(raw.get("bijeenkomsten")) if m.get("status") not in without)
    return tuple(dict.fromkeys(day for m in meetings if isinstance(day := m.get("datum"), str)))


CONGRESS_RULES: tuple[Callable[[Raw], Iterator[Finding]], ...] = (
    days_distinct,
    moved_days_lead_on,
    sessions_on_a_day,
)
