"""Congresses as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from markupsafe import Markup

from generator.parse.congress import CALLED_OFF, Congress, Meeting, Session, congress_practices, held_days, session_day
from generator.view.congress_types import (
    CongressesView,
    CongressView,
    MeetingView,
    NoticeView,
    ProgrammeView,
    SessionView,
)
from generator.view.context import ViewContext
from generator.view.formats import enumerate_words, format_date, format_number, format_times
from generator.view.labels import MEETING_STATUSES
from generator.view.markup import Html, render_prose
from generator.view.practice import view_source
from generator.view.types import Link

GUIDE = "blob/main/CONTRIBUTING.md#een-congres-aanmelden"
CALENDAR = "congressen/agenda.ics"


def view_congress(context: ViewContext, id: str, cards: Html) -> CongressView:
    """Return a congress; `cards` is the rendered list of its practices, in order of the programme."""
    congress = context.catalogue.congresses[id]
    site, url = context.site, f"congressen/{id}/"
    path = context.catalogue.congress_documents[id].path
    return CongressView(
        id=id,
        url=url,
        short_url=context.short_url("congressen", id),
        titel=congress.titel,
        samenvatting=congress.samenvatting,
        when=describe_days(congress),
        past=max(meeting.datum for meeting in congress.bijeenkomsten) < context.newest_date,
        notice=view_notice(congress),
        meetings=tuple(map(_meeting, congress.bijeenkomsten)),
        organisatoren=congress.organisatoren,
        mediapartners=congress.mediapartners,
        deelnemers=format_number(congress.deelnemers) if congress.deelnemers else "",
        website=congress.website or "",
        programma=tuple(_programme(context, congress)),
        count=len(congress_practices(congress)),
        cards=cards,
        bronnen=tuple(view_source(f"bron-{number}", source) for number, source in enumerate(congress.bronnen, 1)),
        edit_url=site.edit_url(path),
    )


def view_congresses(context: ViewContext, views: Iterable[CongressView]) -> CongressesView:
    """Return the overview of congresses; `views` come newest first, what is still to come is shown soonest first."""
    views, site = tuple(views), context.site
    return CongressesView(
        upcoming=tuple(view for view in reversed(views) if not view.past),
        past=tuple(view for view in views if view.past),
        as_of=format_date(context.newest_date),
        guide_url=f"{site.repository}/{GUIDE}" if site.repository else "",
        calendar_url=f"{site.url}{CALENDAR}" if site.url else "",
    )


def newest_first(context: ViewContext) -> list[str]:
    """Return the ids of all congresses, the most recent first."""
    congresses = context.catalogue.congresses
    latest = {id: max(meeting.datum for meeting in c.bijeenkomsten) for id, c in congresses.items()}
    return sorted(congresses, key=lambda id: (-latest[id].toordinal(), id))


def describe_days(congress: Congress) -> str:
    """Say on which days and where it was or will be; of a congress that went off nowhere, where it was to be."""
    held = [m for m in congress.bijeenkomsten if m.status not in CALLED_OFF] or congress.bijeenkomsten
    return enumerate_words([f"{format_date(m.datum)} ({m.plaats})" for m in held])


def view_notice(congress: Congress) -> NoticeView | None:
    """Say that days were moved or called off; None when all is as it was planned."""
    moved = [m for m in congress.bijeenkomsten if m.status == "verplaatst"]
    off = [m for m in congress.bijeenkomsten if m.status == "afgelast"]
    if not moved and not off:
        return None
    all_off = len(off) == len(congress.bijeenkomsten)
    text = [f"{_days_of(off)} {'gaan' if len(off) > 1 else 'gaat'} niet door." if off else ""]
    targets = sorted({m.verplaatst_naar for m in moved if m.verplaatst_naar})
    if moved and targets:
        new = [m for m in congress.bijeenkomsten if m.datum in targets]
        text.append(f"Van {_days_of(moved)} naar {_days_of(new)}.")
    elif moved:
        text.append(f"{_days_of(moved)} {'zijn' if len(moved) > 1 else 'is'} verplaatst.")
    heading = "Dit congres is afgelast." if all_off else "Verplaatst." if moved else "Deels afgelast."
    return NoticeView(heading, " ".join(filter(None, text)))


def has_several_days(congress: Congress) -> bool:
    """Tell whether parts of the programme must say on which day they are."""
    return len({*held_days(congress), *(session.dag for session in congress.programma if session.dag)}) > 1


def describe_session(congress: Congress, session: Session) -> str:
    """Say in one line when, where and what a part of the programme is."""
    day = session_day(congress, session) if has_several_days(congress) else None
    return " · ".join(filter(None, (format_date(day), format_times(session.tijd), session.zaal, session.titel)))


def _days_of(meetings: Iterable[Meeting]) -> str:
    return enumerate_words([f"{format_date(m.datum)} ({m.plaats})" for m in meetings])


def _meeting(meeting: Meeting) -> MeetingView:
    return MeetingView(
        date=format_date(meeting.datum),
        machine_date=meeting.datum.isoformat(),
        time=format_times(meeting.tijd),
        place=meeting.plaats,
        venue=meeting.locatie or "",
        status=MEETING_STATUSES[meeting.status],
        called_off=meeting.status in CALLED_OFF,
        moved_to=format_date(meeting.verplaatst_naar),
        explanation=render_prose(meeting.toelichting) if meeting.toelichting else Markup(),
    )


def _programme(context: ViewContext, congress: Congress) -> Iterable[ProgrammeView]:
    """Yield a table for each run of parts on one day; one for all when the congress has only one day."""
    several = has_several_days(congress)
    for day, group in groupby(congress.programma, lambda session: session.dag if several else None):
        sessions = tuple(_session(context, session) for session in group)
        yield ProgrammeView(
            caption=_caption(day),
            sessions=sessions,
            has_times=any(session.time for session in sessions),
            has_rooms=any(session.room for session in sessions),
            has_descriptions=any(session.description for session in sessions),
            has_practices=any(session.practices for session in sessions),
        )


def _caption(day: date | None) -> str:
    return f"Programma van {format_date(day)}" if day else "Onderdelen van het programma, op volgorde"


def _session(context: ViewContext, session: Session) -> SessionView:
    cards = (context.cards[id] for id in session.praktijken)
    return SessionView(
        title=session.titel,
        time=format_times(session.tijd),
        room=session.zaal or "",
        description=render_prose(session.omschrijving) if session.omschrijving else Markup(),
        practices=tuple(Link(card.title, card.url) for card in cards),
    )
