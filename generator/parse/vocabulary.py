"""The files under schema/ that people edit: vocabulary terms and what the sources mention in passing."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.parse.fields import Day, Distinct, Id, Line, Prose, Term, Url
from generator.parse.model import Recognition, Record, about, listed, optional

Nothing = Literal["geen"]
NotKnown = Literal["onbekend"]


class Entry(Record):
    """What every vocabulary term has."""

    id: Id = about("Id", "Vaste naam in records en adressen.", "schulden")
    naam: Term = about("Naam", "Zoals de lezer het ziet.", "Schulden")
    omschrijving: Prose = about("Omschrijving", "In een of twee zinnen wat het is.")


class Theme(Entry):
    """What a practice is about."""

    tooi: Url | Nothing = about("TOOI", "Begrip in de TOOI-toplijst, of geen.")
    iv3: tuple[str, ...] | Nothing = about("Iv3", "Taakvelden van Iv3, of geen.")
    wetten: tuple[Id, ...] = about("Wetten", "Ids uit wetten.yml.")
    waarde: Literal["bestaanszekerheid", "kansengelijkheid", "gezond-samenleven", "geen"] = about(
        "Waarde", "Waarde van het sociaal domein, of geen."
    )


class TargetGroup(Entry):
    """Whom a practice is for."""

    tooi: Url | Nothing = about("TOOI", "Begrip in de TOOI-toplijst, of geen.")


class Law(Entry):
    """A law that practices rest on."""

    afkorting: Term = about("Afkorting", "Korte naam.", "Wmo 2015")
    bwb: str | NotKnown = about(
        "BWB-id", "Nummer in het Basiswettenbestand, of onbekend.", "BWBR0034925", pattern=r"^(BWBR\d{7}|onbekend)$"
    )


class Databank(Entry):
    """A national databank of interventions."""

    beheerder: Line = about("Beheerder", "Wie de databank beheert.")
    url: Url | NotKnown = about("Adres", "Webadres, of onbekend.")
    niveaus: tuple[Recognition, ...] = about("Niveaus", "Niveaus die de databank geeft.")


class Concept(Entry):
    """A concept of the glossary: the term that the site prefers and the other words for it."""

    synoniemen: Annotated[tuple[Term, ...], Distinct] = about(
        "Synoniemen", "Andere woorden voor (bijna) hetzelfde; mag leeg zijn.", ["schuldhulp", "schuldsanering"]
    )
    afkortingen: Annotated[tuple[Term, ...], Distinct] = about("Afkortingen", "Mag leeg zijn.", ["shv"])
    verwant: Annotated[tuple[Id, ...], Distinct] = about(
        "Verwant", "Ids van begrippen die dichtbij liggen; mag leeg zijn.", ["schulden"]
    )
    thema: Id = about("Thema", "Id uit themas.yml, of geen.", "schulden")
    wet: Id = about("Wet", "Id uit wetten.yml, of geen.", "wgs")


class Mention(Record):
    """Something that a source article names, and the record or congress that tells about it."""

    naam: Line = about("Naam", "Wat genoemd wordt.")
    bron: Line = about("Bron", "Titel van het artikel.")
    omschrijving: Prose = about("Omschrijving", "Wat het is, in een zin.")
    praktijk: Id | None = optional("Praktijk", "Het record dat erover vertelt.")
    congres: Id | None = optional("Congres", "Het congres dat ermee bedoeld wordt.")


WITHDRAWN_PATH = "schema/ingetrokken.yml"


class Withdrawn(Record):
    """A practice or congress that was taken off the site: what its page says from then on.

    It stands outside its record, so that nothing of the record needs to stay, least of all what must not.
    """

    adres: Annotated[str, Field(pattern=r"^(?:praktijken|congressen)/[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)] = (
        about("Adres", "Waar het op de site stond, zoals in permalinks.txt.", "praktijken/leertafel")
    )
    titel: Term | None = optional("Titel", "Hoe het heette. Laat weg als ook dat niet meer mag.", "Leertafel")
    datum: Day = about("Datum", "De dag waarop het is ingetrokken.", "2026-11-22")
    reden: Prose = about("Reden", "Waarom het is ingetrokken, voor wie het adres nog opent.")
    vervangen_door: Id | None = optional("Vervangen door", "De id van wat ervoor in de plaats kwam.", "leertafel")
    oude_ids: Annotated[tuple[Id, ...], Distinct] = listed("Oude ids", "Vroegere ids; ze leiden hierheen.", ["tafel"])


ENTRIES: dict[str, type[Entry]] = {
    "themas": Theme,
    "doelgroepen": TargetGroup,
    "wetten": Law,
    "databanken": Databank,
}
