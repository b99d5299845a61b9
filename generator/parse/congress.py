"""What a person wrote about one congress: when, where, by whom, and which practices it presented."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.parse.fields import Day, Distinct, Id, Line, OneLine, Prose, Term, Times, Url, Whole
from generator.parse.model import Record, Source, about, listed, optional

MeetingStatus = Literal["gepland", "doorgegaan", "afgelast", "verplaatst", "onbekend"]
CALLED_OFF = ("afgelast", "verplaatst")
"""States of a day on which nothing was held."""


class Meeting(Record):
    """One day on which the congress was held or planned."""

    datum: Day = about("Datum", "De dag.", "2020-03-10")
    tijd: Times | None = optional("Tijd", "Begin, of begin en einde van de dag.", "09:30-16:30")
    plaats: Term = about("Plaats", "De plaats, of online.", "Zwolle")
    locatie: Line | None = optional("Locatie", "Gebouw of zaal.", "gemeentehuis")
    status: MeetingStatus = about("Status", "Of de dag doorging.", "doorgegaan")
    verplaatst_naar: Day | None = optional(
        "Verplaatst naar", "De nieuwe dag, die ook bij bijeenkomsten staat.", "2020-11-10"
    )
    toelichting: Prose | None = optional("Toelichting", "Wat er met deze dag gebeurde.")


class Session(Record):
    """A part of the programme, with the practices it showed."""

    titel: Line = about("Titel", "Titel van het onderdeel.")
    dag: Day | None = optional("Dag", "Op welke dag, bij een congres van meer dagen.", "2020-11-10")
    tijd: Times | None = optional("Tijd", "Begin, of begin en einde.", "10:00-10:45")
    zaal: Term | None = optional("Zaal", "Waar in het gebouw.", "raadszaal")
    omschrijving: Prose | None = optional("Omschrijving", "Waar het over gaat.")
    praktijken: Annotated[tuple[Id, ...], Distinct] = listed("Praktijken", "Ids van de praktijken.", ["leertafel"])


class Congress(Record):
    """A congress at which practices of the catalogue were presented."""

    titel: Annotated[str, Field(min_length=3, max_length=120), OneLine] = about("Titel", "Naam van het congres.")
    samenvatting: Annotated[str, Field(min_length=40, max_length=600)] = about(
        "Samenvatting", "Waar het congres over ging, in 40 tot 600 tekens."
    )
    bijeenkomsten: tuple[Meeting, ...] = about(
        "Bijeenkomsten", "De dagen van het congres.", min_length=1, max_length=20
    )
    organisatoren: Annotated[tuple[Line, ...], Distinct] = about(
        "Organisatoren", "Wie het organiseert.", ["Movisie"], min_length=1, max_length=20
    )
    mediapartners: Annotated[tuple[Line, ...], Distinct] = listed(
        "Mediapartners", "Wie er verslag van deed.", ["Platform Sociale Vraagstukken"], max_length=20
    )
    deelnemers: Annotated[Whole, Field(ge=1)] | None = optional(
        "Deelnemers", "Hoeveel mensen er waren, volgens een bron.", 230
    )
    website: Url | None = optional("Website", "Pagina van het congres.")
    programma: tuple[Session, ...] = listed("Programma", "De onderdelen, op volgorde.", max_length=100)
    praktijken: Annotated[tuple[Id, ...], Distinct] = listed(
        "Praktijken", "Praktijken die bij het congres horen zonder eigen programmaonderdeel.", ["leertafel"]
    )
    bronnen: tuple[Source, ...] = about("Bronnen", "Waar dit op rust.", min_length=1, max_length=20)
    oude_ids: Annotated[tuple[Id, ...], Distinct] = listed(
        "Oude ids", "Vroegere ids van dit congres; elk wordt een doorverwijzing.", max_length=20
    )
    toegevoegd_op: Day = about("Toegevoegd op", "Dag waarop het congres in de catalogus kwam.", "2026-11-22")


def congress_practices(congress: Congress) -> tuple[str, ...]:
    """Return the ids of all practices of a congress, in order of the programme, each once."""
    sessions = (id for session in congress.programma for id in session.praktijken)
    return tuple(dict.fromkeys((*sessions, *congress.praktijken)))


def held_days(congress: Congress) -> tuple[date, ...]:
    """Return the days that were held or may still be, in order, each once."""
    return tuple(sorted({m.datum for m in congress.bijeenkomsten if m.status not in CALLED_OFF}))


def session_day(congress: Congress, session: Session) -> date | None:
    """Return the day of a part of the programme: its own, or that of a congress of one day; None when not known."""
    if session.dag:
        return session.dag
    days = held_days(congress) or tuple(sorted({m.datum for m in congress.bijeenkomsten}))
    return days[0] if len(days) == 1 else None
