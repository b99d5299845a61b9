"""What a person wrote about one congress: when, where, by whom, and which practices it presented."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.parse.fields import Day, Distinct, Id, Line, OneLine, Prose, Term, Url
from generator.parse.model import Record, Source, about, listed, optional

MeetingStatus = Literal["gepland", "doorgegaan", "afgelast", "verplaatst", "onbekend"]


class Meeting(Record):
    """One day on which the congress was held or planned."""

    datum: Day = about("Datum", "De dag.", "2020-03-10")
    plaats: Term = about("Plaats", "De plaats, of online.", "Zwolle")
    locatie: Line | None = optional("Locatie", "Gebouw of zaal.")
    status: MeetingStatus = about("Status", "Of de dag doorging.", "doorgegaan")
    toelichting: Prose | None = optional("Toelichting", "Wat er met deze dag gebeurde.")


class Session(Record):
    """A part of the programme, with the practices it showed."""

    titel: Line = about("Titel", "Titel van het onderdeel.")
    tijd: Annotated[str, Field(pattern=r"^[0-2][0-9]:[0-5][0-9](?:-[0-2][0-9]:[0-5][0-9])?$")] | None = optional(
        "Tijd", "Begin- en eindtijd.", "10:00-10:45"
    )
    zaal: Term | None = optional("Zaal", "Waar in het gebouw.")
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
