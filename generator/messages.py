"""Every diagnostic code with its words: what is wrong, and what to type instead.

`{...}` is filled from the finding's context. Values come from strangers, so they are shortened and
stripped of invisible characters before they are shown. Each code has a section in CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.address_words import ADDRESS_WORDS
from generator.diagnostics import Diagnostic, Place, Severity
from generator.file_messages import FILE_WORDINGS
from generator.phrasing import INVISIBLE as INVISIBLE
from generator.phrasing import WRITE, Wording, Words, phrases, shown
from generator.phrasing import visible as visible
from generator.sheet_messages import CELL_TIPS, SHEET_WORDINGS

WORDINGS: Mapping[str, Wording] = {
    **FILE_WORDINGS,
    # Fields
    "onbekend-veld": Wording("onbekend veld '{veld}'{bedoelde_u}", "haal het weg; hier kunnen: {keuzes}", WRITE),
    "tekst-als-veld": Wording(
        "'{veld}' is geen veld, maar er staat een dubbele punt achter",
        "hoort deze regel bij de tekst erboven, zet er dan twee spaties voor",
    ),
    "veld-met-punt": Wording("'{veld}' is geen veld: op een regel staat één naam", "schrijf:{voorbeeld}"),
    "ontbrekend-veld": Wording("het veld '{veld}' ontbreekt", "voeg {plek}:{voorbeeld}"),
    "leeg-veld": Wording("het veld is leeg", "vul het in{anders}{bijvoorbeeld}"),
    "niet-ingevuld": Wording("'{waarde}' is hier geen antwoord", "vul het in{anders}{bijvoorbeeld}"),
    "meer-dan-een": Wording("hier past één waarde, en er staan er {aantal}", "laat er één staan: {keuzes}"),
    "geen-tekst": Wording(
        "hier hoort één waarde, geen {soort}",
        "schrijf hier gewone tekst; staat daar een dubbele punt in, zet alles dan tussen aanhalingstekens",
        WRITE,
    ),
    "lijst-voor-tekst": Wording(
        "hier past één tekst, geen lijst", "haal de streepjes of haken weg en maak er één tekst van", WRITE
    ),
    "meer-regels": Wording(
        "hier past maar één regel tekst",
        "haal het teken | of de lege regel weg, zodat de tekst één geheel is",
    ),
    "geen-lijst": Wording(
        "hier hoort een lijst",
        "zet elk deel op een eigen regel, achter een streepje en een spatie{bijvoorbeeld}",
        WRITE,
    ),
    "geen-blok": Wording(
        "hier horen velden onder elkaar, geen {soort}",
        "schrijf het zo, elk veld op een eigen regel:{voorbeeld}",
    ),
    "te-kort": Wording("de tekst is te kort: {lengte} van minstens {min} tekens", "schrijf iets meer"),
    "te-lang": Wording("de tekst is te lang: {lengte} van hoogstens {max} tekens", "maak de tekst korter"),
    "te-weinig": Wording("deze lijst is te kort: {aantal} van minstens {min}", "vul de lijst aan:{voorbeeld}"),
    "te-veel": Wording("deze lijst is te lang: {aantal} van hoogstens {max}", "houd de belangrijkste over"),
    "keuze": Wording(
        "'{waarde}' kan hier niet{bedoelde_u}", "kies uit: {keuzes}", "schrijf: {voorstel}; of kies uit: {keuzes}"
    ),
    "dubbele-waarde": Wording("'{waarde}' staat al in deze lijst", "haal deze weg"),
    "geen-getal": Wording(
        "'{waarde}' is geen getal dat hier past",
        "schrijf alleen cijfers: 1250; weet niemand het, haal de regel dan weg",
        WRITE,
    ),
    "te-klein": Wording("{waarde} is te laag", "het laagste dat hier kan is {min}"),
    "geen-bedrag": Wording(
        "'{waarde}' is geen bedrag in hele euro's",
        "schrijf alleen cijfers, zonder punt of euroteken: 1250; weet niemand het, haal de regel dan weg",
        WRITE,
    ),
    "bedrag-met-woorden": Wording(
        "'{waarde}' is meer dan een bedrag",
        "schrijf alleen het getal; woorden als vanaf of hoogstens horen in de toelichting",
        WRITE,
    ),
    "nog-bezig": Wording("'{waarde}' is geen jaar", "loopt de praktijk nog, haal deze regel dan weg"),
    "geen-jaar": Wording(
        "'{waarde}' is geen jaar tussen {van} en {tot}",
        "schrijf één jaar in vier cijfers, of onbekend",
        WRITE,
    ),
    "geen-datum": Wording("'{waarde}' is geen datum", "schrijf {datumvorm}", WRITE),
    "dag-bestaat-niet": Wording("de dag {waarde} bestaat niet", "kijk na: eerst het jaar, dan de maand, dan de dag"),
    "datum-in-de-toekomst": Wording(
        "{waarde} moet nog komen",
        "schrijf een dag die al geweest is; kijk vooral het jaar na",
        severity=Severity.WARNING,
    ),
    "geen-tijd": Wording(
        "'{waarde}' is geen tijd",
        "schrijf uren en minuten met een dubbele punt: 09:30, of met het einde erbij: 09:30-10:15",
        WRITE,
    ),
    "tijd-omgekeerd": Wording(
        "de eindtijd {tot} is niet later dan de begintijd {van}",
        "kijk de tijden na: eerst het begin, dan een streepje, dan het einde",
    ),
    "geen-url": Wording(
        "'{waarde}' is geen webadres dat iedereen kan openen",
        "plak het adres uit de adresbalk: het begint met https:// en heeft geen spaties",
        WRITE,
    ),
    "niet-openbaar": Wording(
        "'{waarde}' kan alleen iemand van uw organisatie openen",
        "zet het stuk op een website die iedereen kan openen, of haal de regel weg",
    ),
    "ander-adres": Wording(
        "'{waarde}' is een {soort}; dat past hier niet", "schrijf het bij contact, achter {bedoeld_veld}"
    ),
    "geen-email": Wording("'{waarde}' is geen adres voor e-mail", "schrijf één adres: info@gemeente.nl", WRITE),
    "geen-telefoon": Wording(
        "'{waarde}' is geen nummer om te bellen",
        "schrijf één nummer, bijvoorbeeld 14 0317 of 035 528 19 11",
        WRITE,
    ),
    "geen-id": Wording(
        "'{waarde}' is geen id van een praktijk",
        "schrijf de bestandsnaam zonder .yml, bijvoorbeeld leertafel",
        WRITE,
    ),
    "verkeerde-vorm": Wording("'{waarde}' heeft niet de goede vorm", "schrijf het zoals:{voorbeeld}"),
    "onbekende-term": Wording("'{waarde}' staat niet in de lijst {lijst}{bedoelde_u}", "kies uit: {keuzes}", WRITE),
    "onbekende-gemeente": Wording(
        "'{waarde}' is geen code van een gemeente{bedoelde_u}",
        "zoek de code op in schema/gemeenten.csv: GM met vier cijfers",
        WRITE,
    ),
    "landelijk": Wording("'{waarde}' is geen gemeente", "geldt het voor heel Nederland, laat de lijst leeg", WRITE),
    "gesplitste-gemeente": Wording(
        "gemeente {naam} ({waarde}) is opgeheven en verdeeld",
        "kies de gemeente waar de praktijk nu is: {keuzes}",
    ),
    # Rules over more than one field
    "gestopt-zonder-lessen": Wording(
        "de praktijk is gestopt, maar er staan geen lessen bij",
        "voeg toe:\nlessen:\n  - les: Wat u hiervan leerde.",
    ),
    "samengevoegd-zonder-opvolger": Wording(
        "de praktijk is samengevoegd, maar er staat niet waarmee",
        "voeg toe: vervangen_door: id-van-de-andere-praktijk",
    ),
    "periode-omgekeerd": Wording("het eindjaar {tot} ligt voor het beginjaar {van}", "draai de jaren om"),
    "bereik-omgekeerd": Wording("'tot' ({tot}) is lager dan 'van' ({van})", "draai de bedragen om"),
    "kosten-leeg": Wording(
        "er staat niet wat het kost",
        "vul een bedrag in, of schrijf bekend: nee met een toelichting",
    ),
    "kosten-tegenspraak": Wording(
        "er staat bekend: nee, maar ook {velden}", "haal de regel bekend: nee weg, of haal {velden} weg"
    ),
    "toelichting-ontbreekt": Wording(
        "er staat bekend: nee, maar niet waarom", "voeg eronder toe: toelichting:{voorbeeld}"
    ),
    "bedrag-zonder-herkomst": Wording(
        "bij dit bedrag horen ook: {velden}",
        "voeg eronder toe:{voorbeeld}",
    ),
    "contact-leeg": Wording(
        "er staat niet hoe iemand contact kan krijgen",
        "vul email, telefoon of website in, of schrijf bekend: nee met een toelichting",
    ),
    "eenheid-ontbreekt": Wording("bij deze waarde staat geen eenheid", "voeg eronder toe: eenheid: deelnemers"),
    "onbekende-bron": Wording(
        "'{waarde}' staat niet bij bronnen{bedoelde_u}",
        "neem een titel uit de lijst bronnen precies over, of voeg deze bron daar toe",
        WRITE,
    ),
    # Rules of a congress
    "dubbele-dag": Wording(
        "deze dag staat al bij bijeenkomsten, met dezelfde plaats",
        "maak er één van; een middag of een zaal is geen eigen dag, maar een onderdeel van het programma",
    ),
    "onbekende-dag": Wording(
        "{waarde} staat niet bij bijeenkomsten",
        "daar staat: {keuzes}; kies daaruit, of zet deze dag er ook bij",
    ),
    "dag-ontbreekt": Wording(
        "bij deze tijd hoort een dag, want het congres is op meer dagen",
        "voeg onder de titel toe:{voorbeeld}",
    ),
    "verplaatst-zonder-vervolg": Wording(
        "de dag is verplaatst, maar er staat niet waarheen",
        "schrijf eronder verplaatst_naar: met de nieuwe dag; is die niet bekend, leg dat dan uit bij toelichting",
    ),
    "verplaatst-tegenspraak": Wording(
        "er staat een nieuwe dag, maar de status is '{waarde}'",
        "schrijf status: verplaatst, of haal de regel verplaatst_naar weg",
    ),
    # The catalogue as a whole
    "onbekende-praktijk": Wording(
        "er is geen praktijk '{waarde}'{bedoelde_u}",
        "schrijf de bestandsnaam zonder .yml van een praktijk in practices/",
        WRITE,
    ),
    "onbekend-congres": Wording(
        "er is geen congres '{waarde}'{bedoelde_u}",
        "schrijf de bestandsnaam zonder .yml van een congres in congresses/",
        WRITE,
    ),
    "verwijst-naar-zichzelf": Wording("de praktijk verwijst naar zichzelf", "haal deze verwijzing weg"),
    "oude-id-in-gebruik": Wording(
        "de oude id '{waarde}' is al in gebruik bij {ander}",
        "een oude id kan maar naar één praktijk leiden: haal hem hier weg",
    ),
    "kringverwijzing": Wording(
        "dit leidt in een kring terug naar deze praktijk",
        "haal vervangen_door weg bij de praktijk die overblijft",
    ),
    "verkeerde-letters": Wording(
        "in '{waarde}' zijn letters met een accent stuk",
        "typ het woord opnieuw en bewaar het bestand als UTF-8",
        WRITE,
    ),
    "html-in-tekst": Wording(
        "'{waarde}' komt van een webpagina; de lezer ziet het zo staan",
        "haal het weg; voor een nieuwe alinea is een lege regel genoeg",
        severity=Severity.WARNING,
    ),
    "tekencode": Wording(
        "'{waarde}' komt van een webpagina; de lezer ziet het zo staan",
        "haal deze code weg",
        "typ {voorstel} in plaats van deze code",
    ),
    "chatteken": Wording(
        "'{waarde}' komt uit een chat; de lezer ziet het zo staan",
        "haal het weg; komt iets uit een bron, zet die dan bij bronnen",
    ),
    "volgcode": Wording(
        "door '{deel}' ziet een bedrijf wie dit adres opent",
        "schrijf:{voorbeeld}",
        severity=Severity.WARNING,
    ),
    **{code: Wording(*words) for code, words in ADDRESS_WORDS.items()},
    "persoonsgegeven": Wording(
        "'{waarde}' lijkt van een persoon te zijn ({soort})",
        "gebruik een adres of nummer van een afdeling; wat in een record staat, blijft voor altijd openbaar",
        severity=Severity.WARNING,
    ),
    "lijkt-op": Wording(
        "{lijkt} {titel} ({plaats}): variant, overname of dubbel?",
        """\
neem onderaan het bestand over wat klopt; staat het veld er al, dan alleen de regels die inspringen
# een variant van {ander}
zie_ook:
  - id: {ander}
    reden: Schrijf hier wat er anders is.
# een overname van {ander}
gebaseerd_op:
  - id: {ander}
    reden: Schrijf hier wat er is overgenomen.
# dubbel: haal dit bestand weg en zet wat nieuw is in {ander}.yml; stond dit al op de site, zet daar dan ook
oude_ids:
  - {eigen}""",
        severity=Severity.WARNING,
    ),
    "geen-catalogus": Wording(
        "in deze map staat geen catalogus",
        "ga naar de map met practices/ en schema/, of geef die op met --root",
    ),
    "register-fout": Wording(
        "het register van gemeenten kan niet gelezen worden: {reden}",
        "zet schema/gemeenten.csv, schema/herindelingen.csv en schema/bijnamen.csv terug zoals ze in git staan",
    ),
    **{code: Wording(message, tip, severity=severity) for code, (severity, message, tip) in SHEET_WORDINGS.items()},
}


def describe(code: str, place: Place, field: str, context: Mapping[str, Any]) -> Diagnostic:
    """Put a finding into words: what its code says, filled from its context."""
    wording = WORDINGS[code]
    words = Words({key: shown(key, value) for key, value in {"veld": field, **context}.items()})
    words |= phrases(words, place.path)
    tip = wording.sure if wording.sure and words["voorstel"] else wording.tip
    if place.sheet:
        tip = CELL_TIPS.get(code, tip)
    message = wording.message.format_map(words)
    return Diagnostic(code, wording.severity, place, shown("veld", field), message, tip.format_map(words))
