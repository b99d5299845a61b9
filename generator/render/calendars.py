"""Calendars of congresses (RFC 5545), to import once or to subscribe to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from generator.parse.congress import CALLED_OFF, Congress, Meeting, Session, session_day
from generator.registers.municipalities import slugify
from generator.render.output import OutputFile
from generator.view.context import ViewContext
from generator.view.markup import plain_prose

ZONE = "Europe/Amsterdam"
SUBSCRIPTION = "congressen/agenda.ics"


def render_calendars(context: ViewContext) -> Iterator[OutputFile]:
    """Yield a calendar for each congress, and one of all."""
    events = {id: list(_events(context, id, congress)) for id, congress in sorted(context.catalogue.congresses.items())}
    for id, own in events.items():
        title = context.catalogue.congresses[id].titel
        yield OutputFile(f"congressen/{id}/congres.ics", _calendar(title, own))
    everything = [event for own in events.values() for event in own]
    yield OutputFile(SUBSCRIPTION, _calendar(f"Congressen: {context.site.name}", everything))


def _calendar(title: str, events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Gouden Praktijken//Congressen//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    events = list(events)
    if any("TZID" in event["dtstart"].params for event in events):
        calendar.add_component(_time_zone())
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(context: ViewContext, id: str, congress: Congress) -> Iterator[Event]:
    """Yield an event for each day, and for each part of which the day and the time are known."""
    seen: dict[date, int] = {}
    for meeting in congress.bijeenkomsten:
        seen[meeting.datum] = number = seen.get(meeting.datum, 0) + 1
        event = _event(context, id, _uid(id, meeting.datum.isoformat(), number), meeting.datum, meeting.tijd)
        event.add("summary", congress.titel)
        event.add("location", ", ".join(filter(None, (meeting.locatie, meeting.plaats))))
        event.add("description", _description(context, id, congress.samenvatting, meeting))
        _add_status(event, meeting)
        yield event
    # Where a day has two places, the one where something was held comes last and counts.
    days = {m.datum: m for m in sorted(congress.bijeenkomsten, key=lambda m: m.status not in CALLED_OFF)}
    numbers: dict[str, int] = {}
    for session in congress.programma:
        day, name = session_day(congress, session), slugify(session.titel)
        numbers[name] = number = numbers.get(name, 0) + 1
        if day and session.tijd:
            yield _session_event(context, id, congress, session, days[day], _uid(id, name, number))


def _session_event(
    context: ViewContext, id: str, congress: Congress, session: Session, meeting: Meeting, uid: str
) -> Event:
    event = _event(context, id, uid, meeting.datum, session.tijd)
    event.add("summary", f"{session.titel} ({congress.titel})")
    event.add("location", ", ".join(filter(None, (session.zaal, meeting.locatie, meeting.plaats))))
    practices = [context.catalogue.practices[practice].titel for practice in session.praktijken]
    text = plain_prose(session.omschrijving) if session.omschrijving else ""
    event.add("description", _lines(text, ", ".join(practices), _address(context, id)))
    _add_status(event, meeting)
    return event


def _event(context: ViewContext, id: str, uid: str, day: date, times: str | None) -> Event:
    """Make an event with what all have; without times it takes the whole day, of which the end is the day after."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(context.newest_date, time(), UTC))
    if times:
        for name, clock in zip(("dtstart", "dtend"), times.split("-"), strict=False):
            moment = datetime.combine(day, time.fromisoformat(clock))
            event.add(name, moment, parameters={"TZID": ZONE})
    else:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    if address := _address(context, id):
        event.add("url", address)
    return event


def _add_status(event: Event, meeting: Meeting) -> None:
    """Tell calendars whether it goes on; a second revision, for those who have it in their calendar already."""
    called_off = meeting.status in CALLED_OFF
    certain = "TENTATIVE" if meeting.status == "onbekend" else "CONFIRMED"
    event.add("status", "CANCELLED" if called_off else certain)
    event.add("sequence", 1 if called_off else 0)


def _uid(id: str, name: str, number: int) -> str:
    """Name an event for ever: by its congress, and its day or its title, whatever else changes."""
    return f"{id}-{name}{f'-{number}' if number > 1 else ''}@gouden-praktijken"


def _description(context: ViewContext, id: str, summary: str, meeting: Meeting) -> str:
    explanation = plain_prose(meeting.toelichting) if meeting.toelichting else ""
    return _lines(" ".join(summary.split()), explanation, _address(context, id))


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _address(context: ViewContext, id: str) -> str:
    return f"{context.site.url}congressen/{id}/" if context.site.url else ""


def _time_zone() -> Timezone:
    """Return Dutch time: summer time from the last Sunday of March to that of October (directive 2000/84/EC)."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, name, month, before, after in (
        (TimezoneDaylight(), "CEST", 3, 1, 2),
        (TimezoneStandard(), "CET", 10, 2, 1),
    ):
        last_sunday = 29 if month == 3 else 25  # of 1998, when the present rule was in force
        part.add("dtstart", datetime(1998, month, last_sunday, before + 1))
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("tzname", name)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone
