"""What a person wrote about one practice: the record, frozen and strict.

Field titles, descriptions and examples are the documentation: they fill the JSON Schema that editors
show, the example line under "ontbrekend veld" and the form. Cross-field rules live in `rules`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.parse.fields import (
    Amount,
    Databank,
    Day,
    Distinct,
    Email,
    Id,
    Law,
    Line,
    Municipality,
    Number,
    OneLine,
    PartialDate,
    Phone,
    Prose,
    Quantity,
    TargetGroup,
    Term,
    Theme,
    Url,
    Whole,
    Year,
)

Kind = Literal["aanpak", "voorziening", "methode", "instrument", "programma", "organisatievorm", "werkvorm", "netwerk"]
Status = Literal["pilot", "lopend", "geborgd", "gestopt", "samengevoegd", "onbekend"]
EvidenceLevel = Literal[
    "praktijkverhaal", "eigen_cijfers", "eigen_evaluatie", "onafhankelijke_evaluatie", "effectonderzoek"
]
Recognition = Literal[
    "goed_beschreven", "goed_onderbouwd", "eerste_aanwijzingen", "goede_aanwijzingen", "sterke_aanwijzingen"
]
OwnerKind = Literal[
    "gemeente",
    "rijksoverheid",
    "samenwerkingsverband",
    "welzijnsorganisatie",
    "zorgorganisatie",
    "kennisinstituut",
    "stichting",
    "vereniging",
    "onderwijsinstelling",
    "bedrijf",
    "overig",
]
SourceKind = Literal[
    "artikel",
    "interview",
    "nieuwsbericht",
    "verslag",
    "rapport",
    "evaluatie",
    "onderzoek",
    "beleidsstuk",
    "uitspraak",
    "handleiding",
    "webpagina",
    "overig",
]
Certainty = Literal["begroot", "geraamd", "gerealiseerd", "onbekend"]
AdoptionStatus = Literal["voorgenomen", "pilot", "lopend", "geborgd", "gestopt", "onbekend"]


def about(title: str, description: str, *examples: Any, **limits: Any) -> Any:
    """Describe a required field: title, what to fill in, examples and limits."""
    return Field(title=title, description=description, examples=list(examples) or None, **limits)


def optional(title: str, description: str, *examples: Any, **limits: Any) -> Any:
    """Describe a field that may be left out."""
    return Field(default=None, title=title, description=description, examples=list(examples) or None, **limits)


def listed(title: str, description: str, *examples: Any, **limits: Any) -> Any:
    """Describe a list that may be left out or empty."""
    return Field(default=(), title=title, description=description, examples=list(examples) or None, **limits)


class Record(BaseModel):
    """Base of everything that is read from a file."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


class Owner(Record):
    """The organisation that owns the practice."""

    naam: Line = about("Naam", "Naam van de eigenaar, voluit.", "gemeente Huizen")
    soort: OwnerKind = about("Soort organisatie", "Wat voor organisatie de eigenaar is.", "gemeente")
    website: Url | None = optional("Website", "Website van de eigenaar.", "https://www.huizen.nl")


class Period(Record):
    """When the practice ran, in years."""

    van: Year = about("Van", "Jaar waarin de praktijk begon, of onbekend.", 2015)
    tot: Year | None = optional("Tot", "Jaar waarin de praktijk stopte. Laat weg als hij nog loopt.", 2019)


class Resistance(Record):
    """What stood in the way, and how that was overcome."""

    wat: Prose = about("Wat zat tegen", "Wat er in de weg stond.", "Aanbieders stapten naar de rechter.")
    hoe_overwonnen: Prose | None = optional(
        "Hoe overwonnen", "Wat hielp. Schrijf onbekend als niemand het zegt.", "De rechter gaf de gemeente gelijk."
    )


class Result(Record):
    """One claim about what came of it; a figure always names its source."""

    uitspraak: Prose = about("Uitspraak", "Wat er bereikt is, in een zin.", "Het wijkteam sloot 58 matches.")
    waarde: Number | None = optional("Waarde", "Het getal, met een punt voor decimalen.", 58)
    eenheid: Term | None = optional("Eenheid", "Waar het getal over gaat.", "matches")
    jaar: Year | None = optional("Jaar", "Jaar waar de uitspraak over gaat.", 2019)
    bron: Line = about("Bron", "De titel van een bron uit de lijst bronnen.", "Innoveren door de weerstand heen")


class Lesson(Record):
    """What was learned, and what that means for who starts now."""

    les: Prose = about("Les", "Wat er geleerd is.", "Te veel tegelijk veranderen gaat mis.")
    advies: Prose | None = optional("Advies", "Wat u een ander aanraadt.", "Begin in twee wijken.")


class RecognitionGrant(Record):
    """What a national databank granted."""

    databank: Databank = about("Databank", "De databank die de erkenning gaf.")
    niveau: Recognition = about("Niveau", "Het niveau dat de databank gaf.", "goed_onderbouwd")
    doel: Line | None = optional("Doel", "Waarvoor de erkenning geldt.")
    datum: Day = about("Datum", "De dag van de erkenning.", "2024-05-30")
    url: Url = about("Adres", "De pagina van de databank over deze praktijk.")


class Evidence(Record):
    """How strong the sources are (`niveau`), apart from what a databank granted (`erkenningen`)."""

    niveau: EvidenceLevel = about("Bewijsniveau", "Wat de bronnen laten zien, streng gelezen.", "praktijkverhaal")
    toelichting: Prose = about(
        "Toelichting", "Waarom dit niveau: wie zei wat, en wie rekende het na.", "De wethouder vertelt het zelf."
    )
    erkenningen: tuple[RecognitionGrant, ...] = listed("Erkenningen", "Erkenningen door een landelijke databank.")


class Saving(Record):
    """What a source says was saved."""

    bedrag: Amount = about("Bedrag", "Bespaard bedrag in hele euro's.", 400000)
    toelichting: Prose = about("Toelichting", "Waar de besparing vandaan komt en wie die berekende.")
    bron: Line = about("Bron", "De titel van een bron uit de lijst bronnen.")


class Costs(Record):
    """What it costs, in whole euros; unknown is never 0."""

    bekend: Literal["ja", "nee"] | None = optional("Bekend", "Schrijf nee als geen bron bedragen noemt.", "nee")
    toelichting: Prose | None = optional("Toelichting", "Wat er over geld gezegd wordt.", "Geen bron noemt kosten.")
    eenmalig: Amount | None = optional("Eenmalig", "Kosten om te beginnen.", 25000)
    jaarlijks: Amount | None = optional("Per jaar", "Kosten per jaar.", 309586)
    per_deelnemer: Amount | None = optional("Per deelnemer", "Kosten per deelnemer.", 750)
    fte: Quantity | None = optional("Formatie", "Voltijdbanen (fte) die nodig zijn.", 1.5)
    vrijwilligersuren_per_week: Quantity | None = optional("Vrijwilligersuren", "Uren van vrijwilligers per week.", 20)
    deelnemers_per_jaar: Whole | None = optional("Deelnemers", "Aantal deelnemers per jaar.", 58)
    prijspeil: Year | None = optional("Prijspeil", "Jaar waarvoor de bedragen gelden.", 2017)
    zekerheid: Certainty | None = optional("Zekerheid", "Hoe hard de bedragen zijn.", "gerealiseerd")
    dekking: Prose | None = optional("Dekking", "Waar het geld vandaan komt.", "Wmo-budget van de gemeente.")
    bespaart: Saving | None = optional("Bespaart", "Wat er volgens een bron bespaard is.")
    bron: Line | None = optional("Bron", "De titel van de bron die de bedragen noemt.")


class Contact(Record):
    """Who to ask: an organisation, never a private person."""

    bekend: Literal["ja", "nee"] | None = optional("Bekend", "Schrijf nee als er geen adres bekend is.", "nee")
    toelichting: Prose | None = optional(
        "Toelichting", "Waarom er geen contact bekend is, of hoe u zoekt.", "De bronnen noemen geen adres."
    )
    organisatie: Line | None = optional("Organisatie", "Bij wie u terechtkunt.", "gemeente Wageningen")
    afdeling: Line | None = optional("Afdeling", "Afdeling of team.", "team Sociaal Domein")
    email: Email | None = optional("E-mail", "Adres van een afdeling, niet van een persoon.", "info@voorbeeld.nl")
    telefoon: Phone | None = optional("Telefoon", "Algemeen nummer.", "14 0317")
    website: Url | None = optional("Website", "Pagina over de praktijk of de organisatie.")
    bevestigd_op: Day | None = optional("Bevestigd op", "Dag waarop de organisatie dit contact bevestigde.")


class Adoption(Record):
    """A municipality that took the practice over."""

    gemeente: Municipality = about("Gemeente", "GM-code van de gemeente.", "GM1884")
    jaar: Year | None = optional("Jaar", "Jaar waarin de gemeente begon.", 2018)
    aanpassing: Prose | None = optional("Aanpassing", "Wat deze gemeente anders deed.")
    status: AdoptionStatus | None = optional("Status", "Hoe het er daar voor staat.", "lopend")
    bron: Line | None = optional("Bron", "De titel van een bron uit de lijst bronnen.")


class Reference(Record):
    """A link to another practice, with the reason a reader should follow it."""

    id: Id = about("Praktijk", "De id (bestandsnaam zonder .yml) van de andere praktijk.", "leertafel")
    reden: Annotated[str, Field(min_length=8, max_length=300), OneLine] = about(
        "Reden", "Waarom een lezer ook daar moet kijken.", "Zo kijkt de raad mee bij deze aanpak."
    )


class Material(Record):
    """Something to use: a manual, a form, a film."""

    titel: Line = about("Titel", "Titel van het materiaal.")
    url: Url = about("Adres", "Waar het te vinden is.")
    uitgever: Line | None = optional("Uitgever", "Wie het uitgaf.")
    datum: PartialDate | None = optional("Datum", "Jaar, maand of dag.", "2019-05")
    soort: SourceKind | None = optional("Soort", "Wat het is.", "handleiding")
    licentie: Term | None = optional("Licentie", "Onder welke licentie u het mag gebruiken.", "CC-BY-4.0")


class Source(Record):
    """Where a statement comes from."""

    titel: Line = about("Titel", "Titel van de bron.", "Innoveren door de weerstand heen")
    uitgever: Line = about("Uitgever", "Wie de bron uitgaf, of onbekend.", "Sociaal Werk Nederland")
    datum: PartialDate = about("Datum", "Jaar, maand of dag van de bron, of onbekend.", "2017-12-04")
    soort: SourceKind = about("Soort", "Wat voor bron het is.", "nieuwsbericht")
    url: Url | None = optional("Adres", "Webadres van de bron.")
    licentie: Term | None = optional("Licentie", "Licentie van de bron.")


class Practice(Record):
    """One golden practice, as its owner or an editor wrote it down."""

    titel: Annotated[str, Field(min_length=3, max_length=80), OneLine] = about(
        "Titel", "De naam waaronder de praktijk bekend is.", "Tom in de Buurt"
    )
    samenvatting: Annotated[str, Field(min_length=80, max_length=600)] = about(
        "Samenvatting",
        "In 80 tot 600 tekens: wat het is, voor wie, en wat het bijzonder maakt.",
        "Eén opdracht en één contract voor alle ondersteuning vanaf 18 jaar, uitgevoerd door een consortium.",
    )
    soort: Kind = about("Soort", "Wat voor soort praktijk het is.", "aanpak")
    status: Status = about("Status", "Hoe de praktijk er nu voor staat.", "lopend")
    gemeenten: Annotated[tuple[Municipality, ...], Distinct] = about(
        "Gemeenten", "GM-codes van de gemeenten. Leeg ([]) bij een landelijke praktijk.", ["GM0484"], max_length=40
    )
    eigenaar: Owner = about("Eigenaar", "De organisatie van wie de praktijk is.")
    partners: Annotated[tuple[Line, ...], Distinct] = listed(
        "Partners", "Organisaties die meedoen.", ["Kwadraad"], max_length=40
    )
    periode: Period | None = optional("Periode", "Begin en eind, in jaren.")
    wettelijk_kader: Annotated[tuple[Law, ...], Distinct] = listed(
        "Wettelijk kader", "Wetten waar de praktijk op rust.", ["wmo-2015"], max_length=8
    )
    themas: Annotated[tuple[Theme, ...], Distinct] = about(
        "Thema's", "Een tot vier thema's uit de vaste lijst.", ["wijkteams"], min_length=1, max_length=4
    )
    doelgroepen: Annotated[tuple[TargetGroup, ...], Distinct] = about(
        "Doelgroepen", "Voor wie de praktijk is, uit de vaste lijst.", ["ouderen"], min_length=1, max_length=6
    )
    trefwoorden: Annotated[tuple[Term, ...], Distinct] = listed(
        "Trefwoorden", "Eigen zoekwoorden.", ["één opdracht"], max_length=15
    )
    aanleiding: Prose | None = optional("Aanleiding", "Welk probleem er was.")
    doel: Prose | None = optional("Doel", "Wat de praktijk wil bereiken.")
    aanpak: Prose = about("Aanpak", "Wat er gedaan wordt, stap voor stap.", "Inwoners en beroepskrachten ...")
    werkzame_elementen: Prose | None = optional("Werkzame elementen", "Wat maakt dat het werkt.")
    randvoorwaarden: Prose | None = optional("Randvoorwaarden", "Wat er geregeld moet zijn.")
    overdraagbaarheid: Prose | None = optional("Overdraagbaarheid", "Of en hoe een ander het kan overnemen.")
    verantwoording: Prose | None = optional("Verantwoording", "Hoe de raad verantwoording krijgt.")
    weerstand: tuple[Resistance, ...] = listed("Weerstand", "Wat tegenzat en hoe dat is overwonnen.", max_length=20)
    resultaten: tuple[Result, ...] = listed("Resultaten", "Wat er bereikt is, met bron.", max_length=40)
    lessen: tuple[Lesson, ...] = listed("Lessen", "Wat u anderen wilt meegeven.", max_length=20)
    bewijs: Evidence = about("Bewijs", "Hoe sterk de onderbouwing is.")
    kosten: Costs = about("Kosten", "Wat het kost, of bekend: nee.")
    contact: Contact = about("Contact", "Bij wie men terechtkan, of bekend: nee.")
    overgenomen_door: tuple[Adoption, ...] = listed("Overgenomen door", "Gemeenten die dit overnamen.", max_length=60)
    gebaseerd_op: tuple[Reference, ...] = listed("Gebaseerd op", "Praktijken waar deze op voortbouwt.", max_length=10)
    zie_ook: tuple[Reference, ...] = listed("Zie ook", "Verwante praktijken, met reden.", max_length=12)
    vervangen_door: Id | None = optional("Vervangen door", "De id van de praktijk waarin deze is opgegaan.")
    materialen: tuple[Material, ...] = listed("Materialen", "Handleidingen, formulieren, films.", max_length=30)
    bronnen: tuple[Source, ...] = about("Bronnen", "Waar dit record op rust.", min_length=1, max_length=40)
    oude_ids: Annotated[tuple[Id, ...], Distinct] = listed(
        "Oude ids", "Vroegere ids van deze praktijk; elk wordt een doorverwijzing.", max_length=20
    )
    toegevoegd_op: Day = about("Toegevoegd op", "Dag waarop het record in de catalogus kwam.", "2026-11-22")
    gecontroleerd_op: Day | None = optional(
        "Gecontroleerd op", "Dag waarop iemand het record voor het laatst naliep.", "2026-11-22"
    )
