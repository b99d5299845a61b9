"""What the form says besides the model: its steps, examples of what helps and what does not, and its own tips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.view.labels import (
    ADOPTION_STATUSES,
    CERTAINTIES,
    EVIDENCE_LEVELS,
    KINDS,
    RECOGNITIONS,
    SOURCE_KINDS,
    STATUSES,
)


@dataclass(frozen=True, slots=True)
class StepText:
    """One topic of the form, with the fields that it asks for."""

    id: str
    heading: str
    introduction: str
    fields: tuple[str, ...]


STEPS = (
    StepText(
        "wat",
        "Wat is het?",
        "Begin met de naam en een korte beschrijving. Die staan bovenaan de pagina en in elke lijst.",
        ("titel", "samenvatting", "soort", "status", "periode"),
    ),
    StepText(
        "wie",
        "Voor wie en waar?",
        "Hiermee vinden anderen uw praktijk: op gemeente, thema en doelgroep.",
        ("eigenaar", "gemeenten", "partners", "themas", "doelgroepen", "wettelijk_kader", "trefwoorden"),
    ),
    StepText(
        "hoe",
        "Hoe werkt het?",
        "Schrijf zo dat een ander het kan nadoen. Alleen de aanpak is verplicht. Wat u niet weet, laat u leeg.",
        (
            "aanleiding",
            "doel",
            "aanpak",
            "werkzame_elementen",
            "randvoorwaarden",
            "overdraagbaarheid",
            "verantwoording",
        ),
    ),
    StepText(
        "bronnen",
        "Bronnen en bewijs",
        "Waar staat dit? Eén bron is genoeg. In de volgende stappen kiest u bij elk cijfer uit deze bronnen.",
        ("bronnen", "bewijs", "materialen"),
    ),
    StepText(
        "opbrengst",
        "Wat leverde het op?",
        "Wat zat tegen, wat kwam eruit en wat zou u anders doen? Dit lezen anderen het liefst.",
        ("weerstand", "resultaten", "lessen"),
    ),
    StepText(
        "kosten",
        "Wat kost het?",
        "Noem bedragen in hele euro’s, met het jaar en de bron. Weet u het niet? Kies dan Nee en zeg waarom.",
        ("kosten",),
    ),
    StepText(
        "contact",
        "Bij wie kan iemand terecht?",
        "Noem een afdeling of team, met een algemeen adres of nummer. Liever geen adres van één persoon.",
        ("contact",),
    ),
    StepText(
        "verwant",
        "Welke praktijken horen erbij?",
        "Deze stap mag u overslaan. De site zoekt zelf ook verwante praktijken.",
        ("overgenomen_door", "gebaseerd_op", "zie_ook", "vervangen_door", "oude_ids"),
    ),
    StepText(
        "nakijken",
        "Nakijken en versturen",
        "Lees alles nog eens na. Daarna kiest u hoe u het verstuurt.",
        ("toegevoegd_op", "gecontroleerd_op"),
    ),
)
"""Every field of a practice stands in one step. Sources come before what refers to them."""


@dataclass(frozen=True, slots=True)
class Help:
    """What the form says at a field. `hint` goes in the place of the model's, `bad` is what helps nobody and `why`."""

    label: str = ""
    hint: str = ""
    bad: str = ""
    why: str = ""


_SOURCE = Help(hint="Kies een bron die u bij Bronnen en bewijs heeft ingevuld.")
_PRACTICE = Help(hint="Plak het adres van de pagina van die praktijk, of typ haar naam en kies uit de lijst.")
_REASON = Help(bad="Lijkt erop.", why="een lezer weet dan niet wat hij daar vindt")
HELP: Mapping[str, Help] = {
    "titel": Help(bad="Project 2.0", why="niemand herkent waar het over gaat"),
    "samenvatting": Help(
        bad="Innovatieve integrale aanpak waarin de inwoner centraal staat.",
        why="dit kan over elke praktijk gaan",
    ),
    "status": Help(hint="Hoe staat de praktijk er nu voor?"),
    "periode": Help(label="Wanneer"),
    "periode.van": Help(label="Begonnen in", hint="Een jaar in vier cijfers."),
    "periode.tot": Help(label="Gestopt in", hint="Laat leeg als de praktijk nog loopt."),
    "eigenaar.naam": Help(
        hint="Schrijf de naam voluit. Bij een gemeente zet u er ‘gemeente’ voor.",
        bad="team Jeugd",
        why="een team is geen organisatie; het team noemt u bij Contact",
    ),
    "gemeenten": Help(hint="Typ de naam en kies uit de lijst. Laat leeg bij een landelijke praktijk."),
    "partners": Help(hint="Organisaties die meedoen. Zet elke organisatie op een eigen regel."),
    "themas": Help(hint="Kies er een tot vier."),
    "doelgroepen": Help(hint="Voor wie is de praktijk? Kies er een tot zes."),
    "wettelijk_kader": Help(hint="Op welke wetten rust de praktijk?"),
    "trefwoorden": Help(hint="Woorden waarop iemand zou zoeken. Zet elk woord op een eigen regel."),
    "aanpak": Help(
        hint="Wat gebeurt er, stap voor stap? Lege regels en opsommingen met een streepje mogen.",
        bad="We werken integraal samen met onze ketenpartners.",
        why="een ander kan dit niet nadoen",
    ),
    "bronnen.titel": Help(hint="De titel van het artikel, het verslag of de webpagina."),
    "bronnen.uitgever": Help(hint="Wie de bron uitgaf. Weet u het niet? Schrijf onbekend."),
    "bronnen.datum": Help(hint="Jaar, maand of dag: 2019, 2019-05 of 2019-05-30."),
    "bewijs.niveau": Help(
        label="Hoe sterk is het bewijs?", hint="Kies wat uw bronnen laten zien. Twijfelt u? Kies de lagere."
    ),
    "bewijs.toelichting": Help(
        hint="Waarom dit niveau: wie zei het, en wie rekende het na?",
        bad="De aanpak werkt aantoonbaar.",
        why="er staat niet wie dat zegt en hoe dat is gemeten",
    ),
    "bewijs.erkenningen": Help(hint="Alleen als een landelijke databank de praktijk heeft erkend."),
    "materialen": Help(hint="Handleidingen, formulieren en films die een ander kan gebruiken."),
    "materialen.datum": Help(hint="Jaar, maand of dag: 2019, 2019-05 of 2019-05-30."),
    "weerstand": Help(label="Weerstand"),
    "weerstand.wat": Help(bad="Er was wat weerstand.", why="zeg wie er tegen was, en waarom"),
    "resultaten": Help(hint="Wat er bereikt is. Noem bij elk resultaat de bron."),
    "resultaten.uitspraak": Help(bad="Inwoners zijn zeer tevreden.", why="zeg hoeveel, wanneer en volgens wie"),
    "resultaten.waarde": Help(hint="Alleen het getal, met een punt voor decimalen."),
    "resultaten.eenheid": Help(hint="Waarvan is dit het aantal?"),
    "resultaten.bron": _SOURCE,
    "lessen.les": Help(bad="Communicatie is belangrijk.", why="zeg wat er misging en wat u nu anders doet"),
    "kosten": Help(label="Kosten", hint="Wat het kost, en waar het geld vandaan komt."),
    "kosten.bekend": Help(label="Weet u wat het kost?", hint="Kies Nee als geen bron bedragen noemt."),
    "kosten.toelichting": Help(hint="Wat wordt er over geld gezegd? Bij Nee: waarom is het niet bekend?"),
    "kosten.bron": _SOURCE,
    "kosten.bespaart": Help(hint="Alleen als een bron zegt wat er bespaard is."),
    "kosten.bespaart.bron": _SOURCE,
    "contact": Help(label="Contact", hint="Bij wie een andere gemeente terechtkan."),
    "contact.bekend": Help(
        label="Weet u hoe iemand contact kan krijgen?", hint="Kies Nee als er geen adres bekend is."
    ),
    "contact.toelichting": Help(hint="Bij Nee: waarom is er geen contact bekend, of hoe zoekt u?"),
    "contact.email": Help(
        bad="j.jansen@gemeente.nl",
        why="een adres van één persoon blijft voor altijd openbaar",
    ),
    "contact.telefoon": Help(bad="06 12345678", why="een mobiel nummer is meestal van één persoon"),
    "contact.bevestigd_op": Help(hint="Dag waarop de organisatie dit contact bevestigde: jaar-maand-dag."),
    "bewijs.erkenningen.datum": Help(hint="De dag van de erkenning: jaar-maand-dag."),
    "overgenomen_door.gemeente": Help(hint="Typ de naam en kies uit de lijst."),
    "overgenomen_door.bron": _SOURCE,
    "gebaseerd_op": Help(hint="Praktijken in deze catalogus waar deze op voortbouwt."),
    "gebaseerd_op.id": Help(
        hint="Plak het adres van de pagina van die praktijk, of typ haar naam en kies uit de lijst."
    ),
    "gebaseerd_op.reden": _REASON,
    "zie_ook": Help(hint="Verwante praktijken in deze catalogus, met de reden waarom iemand daar moet kijken."),
    "zie_ook.id": _PRACTICE,
    "zie_ook.reden": _REASON,
    "vervangen_door": Help(
        hint="Alleen bij status Samengevoegd: in welke praktijk is deze opgegaan? Plak het adres of kies uit de lijst."
    ),
    "oude_ids": Help(hint="Vroegere bestandsnamen van deze praktijk, elk op een eigen regel. Meestal leeg."),
    "toegevoegd_op": Help(hint="De dag waarop u dit invult: jaar-maand-dag."),
    "gecontroleerd_op": Help(hint="De dag waarop iemand alles voor het laatst naliep: jaar-maand-dag."),
}
"""By the path of a field, without the numbers of items."""

_YES_NO = {"ja": "Ja", "nee": "Nee"}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "soort": KINDS,
    "status": STATUSES,
    "bewijs.niveau": EVIDENCE_LEVELS,
    "bewijs.erkenningen.niveau": RECOGNITIONS,
    "bronnen.soort": SOURCE_KINDS,
    "materialen.soort": SOURCE_KINDS,
    "kosten.bekend": _YES_NO,
    "kosten.zekerheid": CERTAINTIES,
    "contact.bekend": _YES_NO,
    "overgenomen_door.status": ADOPTION_STATUSES,
}
"""How the choices of a field read; a choice that is not here is read as it is."""

ITEMS: Mapping[str, str] = {
    "gemeenten": "Gemeente",
    "bronnen": "Bron",
    "bewijs.erkenningen": "Erkenning",
    "materialen": "Materiaal",
    "weerstand": "Weerstand",
    "resultaten": "Resultaat",
    "lessen": "Les",
    "overgenomen_door": "Overname",
    "gebaseerd_op": "Praktijk",
    "zie_ook": "Praktijk",
}
"""What one item of a list is called."""

_FILL_OR_EMPTY = "weet niemand het, laat het veld dan leeg"
FORM_TIPS: Mapping[str, str] = {
    "ontbrekend-veld": "vul dit in",
    "meer-regels": "zet alles achter elkaar, zonder nieuwe regels",
    "niet-ingevuld": "vul het in, of maak het veld leeg",
    "nog-bezig": "loopt de praktijk nog, laat dit veld dan leeg",
    "niet-openbaar": "zet het stuk op een website die iedereen kan openen, of laat dit veld leeg",
    "ander-adres": "schrijf het bij de stap over contact, in het vak {bedoeld_veld}",
    "te-weinig": "kies of vul er minstens {min} in",
    "geen-getal": f"schrijf alleen cijfers: 1250; {_FILL_OR_EMPTY}",
    "geen-bedrag": f"schrijf alleen cijfers, zonder punt of euroteken: 1250; {_FILL_OR_EMPTY}",
    "geen-jaar": "schrijf één jaar in vier cijfers, of kies Niet bekend",
    "geen-id": "plak het adres van de pagina van de praktijk, of kies er een uit de lijst",
    "onbekende-gemeente": "typ de naam van de gemeente en kies er een uit de lijst",
    "gestopt-zonder-lessen": "vul bij de stap Wat leverde het op? minstens één les in",
    "samengevoegd-zonder-opvolger": "vul bij de stap Welke praktijken horen erbij? in waar zij in opging",
    "kosten-leeg": "vul een bedrag in, of kies Nee en schrijf een toelichting",
    "kosten-tegenspraak": "kies Ja, of maak leeg: {velden}",
    "toelichting-ontbreekt": "schrijf een toelichting, bijvoorbeeld:{voorbeeld}",
    "bedrag-zonder-herkomst": "vul die hieronder in",
    "contact-leeg": "vul e-mail, telefoon of website in, of kies Nee en schrijf een toelichting",
    "eenheid-ontbreekt": "vul ook de eenheid in, bijvoorbeeld: deelnemers",
    "onbekende-bron": "kies een bron uit de lijst, of vul deze bron eerst in bij Bronnen en bewijs",
    "bestandsnaam": "gebruik kleine letters, cijfers en streepjes, samen hoogstens 60 tekens",
    "gereserveerde-naam": "kies een andere bestandsnaam, bijvoorbeeld {naam}-aanpak",
    "dubbele-id": "kies een andere bestandsnaam, of verbeter de praktijk die er al is",
    "html-in-tekst": "haal het weg; een nieuwe alinea begint u met Enter",
    "verkeerde-letters": "typ het woord opnieuw",
    "persoonsgegeven": "gebruik een adres of nummer van een afdeling; wat u instuurt, blijft voor altijd openbaar",
    "chatteken": "haal het weg; komt iets uit een bron, vul die dan in bij Bronnen en bewijs",
    "onbekende-praktijk": "plak het adres van de pagina van een praktijk, of kies er een uit de lijst",
}
"""Tips in the place of those that speak of lines and spaces, which a form does not have."""

WITHOUT_PROPOSAL = frozenset(("landelijk",))
"""Codes of which the proposal is a line of a file."""

FORM_CODES = (
    *FORM_TIPS,
    "tekencode",
    "volgcode",
    "te-kort",
    "meer-dan-een",
    "bedrag-met-woorden",
    "landelijk",
    "te-lang",
    "te-veel",
    "dubbele-waarde",
    "te-klein",
    "geen-datum",
    "dag-bestaat-niet",
    "geen-url",
    "geen-email",
    "geen-telefoon",
    "gesplitste-gemeente",
    "periode-omgekeerd",
    "bereik-omgekeerd",
    "verwijst-naar-zichzelf",
)
"""Every diagnostic code that the form can give; `tests/test_form_check.py` says of each other code why it cannot."""
