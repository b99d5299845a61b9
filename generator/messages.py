"""Every diagnostic code with its words: what is wrong, and what to type instead.

`{...}` is filled from the finding's context. Values come from strangers, so they are shortened and
stripped of control characters before they are shown. Each code has a section in CONTRIBUTING.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Diagnostic, Place, Severity

SHOWN_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Wording:
    """The Dutch words of one code."""

    message: str
    tip: str
    severity: Severity = Severity.ERROR


WORDINGS: Mapping[str, Wording] = {
    # The file
    "te-groot": Wording(
        "het bestand is groter dan {grens} kB",
        "maak de teksten korter, of zet lange stukken bij materialen als link",
    ),
    "geen-utf8": Wording(
        "het bestand is bewaard als {soort}, niet als UTF-8", "kies bij Opslaan als: codering UTF-8"
    ),
    "stuurteken": Wording("hier staat een onzichtbaar teken ({teken})", "haal het weg en typ het stukje opnieuw"),
    "leeg-bestand": Wording("het bestand is leeg", "begin met de regel: titel: Naam van de praktijk"),
    "geen-veldenlijst": Wording(
        "het bestand begint niet met een veld", "schrijf elk veld als: naam: waarde, bijvoorbeeld titel: Leertafel"
    ),
    "meer-documenten": Wording(
        "hier begint een tweede document (---)", "een bestand is een praktijk: haal de regel --- weg"
    ),
    "tab": Wording("hier staat een tab", "gebruik spaties om in te springen, twee per niveau"),
    "dubbele-punt": Wording(
        "in '{regel}' staat een dubbele punt met een spatie erachter",
        "zet de hele tekst tussen aanhalingstekens: veld: \"tekst: met dubbele punt\"",
    ),
    "dubbele-punt-ontbreekt": Wording(
        "na '{regel}' ontbreekt een dubbele punt", "schrijf: naam: waarde, met een spatie na de dubbele punt"
    ),
    "aanhalingsteken": Wording(
        "een aanhalingsteken in '{regel}' wordt niet goed afgesloten",
        "zet aan het begin en het eind hetzelfde teken: \"...\"",
    ),
    "vreemd-teken": Wording(
        "een waarde mag niet beginnen met {teken}", "zet de hele tekst tussen aanhalingstekens: \"...\""
    ),
    "haakje": Wording(
        "een rijtje tussen haken is niet goed afgesloten", "schrijf: [een, twee], of zet elk deel op een regel met - ervoor"
    ),
    "inspringing": Wording(
        "de regel '{regel}' springt niet goed in",
        "begin een veld aan het begin van de regel, en de delen van een veld twee spaties verder",
    ),
    "yaml-fout": Wording("dit kan niet gelezen worden: '{regel}'", "vergelijk de regel met een ander record"),
    "yaml-truc": Wording(
        "'{teken}' heeft hier een bijzondere betekenis die records niet gebruiken",
        "zet de tekst tussen aanhalingstekens, of schrijf de waarde voluit",
    ),
    "te-diep": Wording(
        "hier zitten meer dan {grens} niveaus in elkaar", "maak het record platter; kijk naar een ander record"
    ),
    "dubbele-sleutel": Wording("het veld '{veld}' staat er twee keer", "laat er een staan"),
    "sleutel-geen-tekst": Wording("de naam van een veld moet tekst zijn", "schrijf: naam: waarde"),
    # The file's name and place
    "bestandsnaam": Wording(
        "'{naam}' is geen goede bestandsnaam",
        "gebruik kleine letters, cijfers en streepjes: {bedoeld}.yml",
    ),
    "extensie": Wording("het bestand heet {naam}", "noem het {bedoeld}: records eindigen op .yml"),
    "map": Wording(
        "het bestand staat in de map '{map}', maar de eigenaar is '{eigenaar}'",
        "zet het in practices/{bedoeld}/ of verbeter eigenaar.naam",
    ),
    "verkeerde-plek": Wording(
        "het bestand staat niet in een map van een eigenaar", "zet het in practices/naam-van-de-eigenaar/{naam}"
    ),
    "gereserveerde-naam": Wording(
        "'{naam}' is een naam die de site zelf gebruikt", "kies een andere bestandsnaam, bijvoorbeeld {naam}-aanpak.yml"
    ),
    "dubbele-id": Wording(
        "er is al een praktijk met de naam '{naam}': {ander}", "geef dit bestand een andere naam"
    ),
    "symbolische-link": Wording(
        "dit is een verwijzing naar een bestand ergens anders", "zet het bestand zelf op deze plek"
    ),
    "onleesbaar": Wording("het bestand kan niet gelezen worden ({reden})", "kijk of u het bestand mag openen"),
    # Fields
    "onbekend-veld": Wording("onbekend veld '{veld}'{bedoelde_u}", "{raad}"),
    "ontbrekend-veld": Wording("het veld '{veld}' ontbreekt", "zet {waar} een regel: {voorbeeld}"),
    "leeg-veld": Wording(
        "het veld is leeg", "vul iets in, schrijf onbekend als niemand het weet, of haal de regel weg"
    ),
    "geen-tekst": Wording("hier hoort tekst, geen {soort}", "schrijf de tekst achter de dubbele punt"),
    "geen-lijst": Wording("hier hoort een lijst", "zet elk deel op een eigen regel met een streepje: - {waarde}"),
    "geen-blok": Wording("hier horen velden onder elkaar", "zet daaronder, twee spaties verder: {voorbeeld}"),
    "te-kort": Wording("de tekst is {lengte} tekens; het minimum is {min}", "schrijf iets meer"),
    "te-lang": Wording("de tekst is {lengte} tekens; het maximum is {max}", "maak de tekst korter"),
    "te-weinig": Wording("er staan er {aantal}; het minimum is {min}", "vul de lijst aan"),
    "te-veel": Wording("er staan er {aantal}; het maximum is {max}", "kies de belangrijkste"),
    "keuze": Wording("'{waarde}' kan hier niet{bedoelde_u}", "kies uit: {keuzes}"),
    "dubbele-waarde": Wording("'{waarde}' staat er twee keer in", "laat er een staan"),
    "geen-getal": Wording("'{waarde}' is geen getal", "schrijf alleen cijfers, met een punt voor decimalen: 1250 of 1.5"),
    "te-klein": Wording("{waarde} is te laag", "het laagste dat hier kan is {min}"),
    "te-hoog": Wording("{waarde} is te hoog", "het hoogste dat hier kan is {max}"),
    "geen-bedrag": Wording("'{waarde}' is geen bedrag in hele euro's", "{raad}"),
    "geen-jaar": Wording("'{waarde}' is geen jaar", "schrijf vier cijfers, bijvoorbeeld 2019, of onbekend als dat mag"),
    "geen-datum": Wording("'{waarde}' is geen datum", "schrijf jaar-maand-dag, bijvoorbeeld 2026-11-22"),
    "geen-url": Wording(
        "'{waarde}' is geen webadres", "begin met https:// en plak het adres uit de adresbalk, zonder spaties"
    ),
    "geen-email": Wording("'{waarde}' is geen e-mailadres", "schrijf naam@gemeente.nl, zonder spaties"),
    "geen-telefoon": Wording("'{waarde}' is geen telefoonnummer", "schrijf bijvoorbeeld 14 0317 of 035 528 19 11"),
    "geen-id": Wording(
        "'{waarde}' is geen id van een praktijk", "schrijf de bestandsnaam zonder .yml, bijvoorbeeld leertafel"
    ),
    "verkeerde-vorm": Wording("'{waarde}' heeft niet de goede vorm", "schrijf het zoals: {voorbeeld}"),
    "onbekende-term": Wording("'{waarde}' staat niet in de lijst {lijst}{bedoelde_u}", "kies uit: {keuzes}"),
    "onbekende-gemeente": Wording(
        "'{waarde}' is geen gemeentecode{bedoelde_u}",
        "een code is GM met vier cijfers; zoek hem op in schema/gemeenten.csv",
    ),
    "gesplitste-gemeente": Wording(
        "gemeente {naam} ({waarde}) is opgeheven en verdeeld", "kies de gemeente waar de praktijk nu ligt: {keuzes}"
    ),
    # Rules over more than one field
    "gestopt-zonder-lessen": Wording(
        "de praktijk is gestopt, maar er staan geen lessen bij", "voeg lessen toe: waarom stopte het, en wat leert dat?"
    ),
    "samengevoegd-zonder-opvolger": Wording(
        "de praktijk is samengevoegd, maar er staat niet waarmee", "voeg toe: vervangen_door: id-van-de-andere-praktijk"
    ),
    "periode-omgekeerd": Wording("het eindjaar {tot} ligt voor het beginjaar {van}", "draai de jaren om"),
    "bereik-omgekeerd": Wording("'tot' ({tot}) is lager dan 'van' ({van})", "draai de bedragen om"),
    "kosten-leeg": Wording(
        "er staat niet wat het kost",
        "vul een bedrag in, of schrijf bekend: nee met een toelichting",
    ),
    "kosten-tegenspraak": Wording(
        "er staat bekend: nee, maar ook {velden}", "haal bekend: nee weg, of haal de bedragen weg"
    ),
    "toelichting-ontbreekt": Wording(
        "er staat bekend: nee, maar niet waarom", "voeg toelichting toe, bijvoorbeeld: Geen bron noemt bedragen."
    ),
    "bedrag-zonder-herkomst": Wording(
        "bij het bedrag ontbreekt {velden}", "zet erbij van welk jaar het is, hoe zeker het is en welke bron het noemt"
    ),
    "contact-leeg": Wording(
        "er is geen manier om contact te krijgen",
        "vul email, telefoon of website in, of schrijf bekend: nee met een toelichting",
    ),
    "eenheid-ontbreekt": Wording("bij de waarde staat geen eenheid", "voeg eenheid toe, bijvoorbeeld: deelnemers"),
    "onbekende-bron": Wording(
        "'{waarde}' staat niet bij bronnen{bedoelde_u}", "zet de titel precies zoals in de lijst bronnen, of voeg de bron toe"
    ),
    # The catalogue as a whole
    "onbekende-praktijk": Wording(
        "er is geen praktijk '{waarde}'{bedoelde_u}", "schrijf de bestandsnaam zonder .yml van een praktijk in de catalogus"
    ),
    "verwijst-naar-zichzelf": Wording("de praktijk verwijst naar zichzelf", "haal deze verwijzing weg"),
    "oude-id-in-gebruik": Wording(
        "de oude id '{waarde}' is ook van {ander}", "een oude id mag maar naar een praktijk leiden: haal hem hier weg"
    ),
    "kringverwijzing": Wording(
        "vervangen_door leidt in een kring terug naar deze praktijk", "laat een van de praktijken de opvolger zijn"
    ),
    "persoonsgegeven": Wording(
        "'{waarde}' lijkt van een persoon te zijn ({soort})",
        "gebruik een adres of nummer van een afdeling; records blijven voor altijd openbaar",
        Severity.WARNING,
    ),
    "geen-catalogus": Wording(
        "in deze map staat geen catalogus", "ga naar de map met practices/ en schema/, of geef hem op met --root"
    ),
    "register-fout": Wording("een register kan niet gelezen worden: {reden}", "herstel het bestand uit git"),
}

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def describe(code: str, place: Place, field: str, context: Mapping[str, Any]) -> Diagnostic:
    """Put a finding into words. Unknown context is an error of the programmer, never of the record."""
    wording = WORDINGS[code]
    words = _Words({key: _shown(value) for key, value in context.items()} | {"veld": _shown(context.get("veld", field))})
    words["bedoelde_u"] = f"; bedoelde u '{words['bedoeld']}'?" if words.get("bedoeld") else ""
    if words.get("naam") and words["bedoelde_u"] and code == "onbekende-gemeente":
        words["bedoelde_u"] = f"; bedoelde u {words['bedoeld']} ({words['naam']})?"
    words["raad"] = _advice(code, words)
    return Diagnostic(
        code, wording.severity, place, field, wording.message.format_map(words), wording.tip.format_map(words)
    )


class _Words(dict[str, str]):
    """Context of a message; what was not given reads as empty."""

    def __missing__(self, key: str) -> str:
        return ""


def _advice(code: str, words: Mapping[str, str]) -> str:
    """Return the tip of those codes whose tip depends on whether something was probably meant."""
    if code == "onbekend-veld" and words.get("bedoeld"):
        return f"schrijf: {words['bedoeld']}"
    if code == "onbekend-veld":
        return f"haal het weg; hier kunnen: {words.get('keuzes', '')}"
    if words.get("voorstel"):
        return f"schrijf alleen het getal: {words['voorstel']}"
    return "schrijf alleen cijfers, zonder punt of euroteken: 1250; of van: en tot: als het een bereik is"


def _shown(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(_shown(item) for item in value)
    text = _UNSAFE.sub("�", str(value))
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"
