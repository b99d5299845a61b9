"""Congresses as their pages show them."""

from __future__ import annotations

from markupsafe import Markup

from generator.parse.congress import Congress, Meeting, Session, congress_practices
from generator.view.context import ViewContext
from generator.view.formats import enumerate_words, format_date
from generator.view.labels import MEETING_STATUSES
from generator.view.markup import render_prose
from generator.view.practice import view_source
from generator.view.types import CongressView, Link, MeetingView, SessionView


def view_congress(context: ViewContext, id: str, cards: Markup) -> CongressView:
    """Return a congress; `cards` is the rendered list of its practices, in order of the programme."""
    congress = context.catalogue.congresses[id]
    return CongressView(
        id=id,
        url=f"congressen/{id}/",
        titel=congress.titel,
        samenvatting=congress.samenvatting,
        when=_when(congress),
        meetings=tuple(map(_meeting, congress.bijeenkomsten)),
        organisatoren=congress.organisatoren,
        website=congress.website or "",
        programma=tuple(_session(context, session) for session in congress.programma),
        count=len(congress_practices(congress)),
        cards=cards,
        bronnen=tuple(view_source(f"bron-{number}", source) for number, source in enumerate(congress.bronnen, 1)),
    )


def newest_first(context: ViewContext) -> list[str]:
    """Return the ids of all congresses, the most recent first."""
    congresses = context.catalogue.congresses
    latest = {id: max(meeting.datum for meeting in c.bijeenkomsten) for id, c in congresses.items()}
    return sorted(congresses, key=lambda id: (-latest[id].toordinal(), id))


def _when(congress: Congress) -> str:
    return enumerate_words([f"{format_date(m.datum)} ({m.plaats})" for m in congress.bijeenkomsten])


def _meeting(meeting: Meeting) -> MeetingView:
    return MeetingView(
        date=format_date(meeting.datum),
        machine_date=meeting.datum.isoformat(),
        place=meeting.plaats,
        venue=meeting.locatie or "",
        status=MEETING_STATUSES[meeting.status],
        explanation=render_prose(meeting.toelichting) if meeting.toelichting else Markup(),
    )


def _session(context: ViewContext, session: Session) -> SessionView:
    cards = (context.cards[id] for id in session.praktijken)
    return SessionView(
        title=session.titel,
        time=session.tijd or "",
        room=session.zaal or "",
        description=render_prose(session.omschrijving) if session.omschrijving else Markup(),
        practices=tuple(Link(card.title, card.url) for card in cards),
    )
