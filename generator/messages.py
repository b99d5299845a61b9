"""Every diagnostic code with its words: what is wrong, and what to type instead.

`{...}` is filled from the finding's context. Values come from strangers, so they are shortened and
stripped of invisible characters before they are shown. Each code has a section in CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.address_words import ADDRESS_WORDS
from generator.diagnostics import Diagnostic, Place, Severity
from generator.phrasing import INVISIBLE as INVISIBLE
from generator.phrasing import Words, phrases, shown
from generator.phrasing import visible as visible
from generator.sheet_messages import CELL_TIPS, SHEET_WORDINGS


@dataclass(frozen=True, slots=True)
class Wording:
    """The Dutch words of one code. `sure` is the tip when the finding knows what to type (`voorstel`)."""

    message: str
    tip: str
    sure: str = ""
    severity: Severity = Severity.ERROR


_WRITE = "schrijf: {voorstel}"

WORDINGS: Mapping[str, Wording] = {
    # The file
    "te-groot": Wording(
        "het bestand is groter dan {grens} kB",
        "maak de teksten korter, of zet een lang stuk op een website en noem het bij materialen",
    ),
    "geen-utf8": Wording(
        "het bestand is bewaard als {soort}, niet als gewone tekst in UTF-8",
        "kies Opslaan als met de codering UTF-8, of plak de tekst in het bestand op GitHub",
    ),
    "stuurteken": Wording(
        "hier staat{na} een onzichtbaar teken ({teken})",
        "haal dit stukje tekst weg en typ het opnieuw; plakken zet het teken terug",
    ),
    "vaste-spatie": Wording(
        "hier staat{na} een vaste spatie; die telt niet als spatie",
        "haal hem weg en typ een gewone spatie; plakken zet hem terug",
    ),
    "leeg-bestand": Wording("het bestand is leeg", "begin met de regel: titel: Naam van de praktijk"),
    "geen-veldenlijst": Wording(
        "het bestand begint niet met een veld",
        "schrijf op elke regel de naam van een veld, een dubbele punt en een waarde: titel: Leertafel",
    ),
    "andere-opmaak": Wording(
        "dit is {soort}; hier horen velden onder elkaar",
        "begin elke regel met een veld, een dubbele punt en een spatie: titel: Leertafel",
    ),
    "codeblok": Wording("hier staat {waarde}, de rand van een stuk code", "haal deze regel weg"),
    "samenvoegteken": Wording(
        "hier staan twee versies onder elkaar; git zette er {waarde} bij",
        "kies de goede versie en haal de andere weg, ook de regels met <<<<<<<, ======= en >>>>>>>",
    ),
    "meer-documenten": Wording(
        "hier begint een tweede document",
        "haal de regel met --- of ... weg; een tweede praktijk krijgt een eigen bestand",
    ),
    "opnieuw-begonnen": Wording(
        "hier begint de praktijk opnieuw; zij begon op regel {eerste}",
        "haal alles vanaf deze regel weg; een tweede praktijk krijgt een eigen bestand",
    ),
    "tab": Wording("hier staat een tab", "haal de tab weg en typ spaties: twee per niveau"),
    "dubbele-punt": Wording(
        "de dubbele punt in '{regel}' begint hier een nieuw veld",
        "zet >- achter de dubbele punt van het veld; zet de tekst op de regel eronder, twee spaties verder",
        _WRITE,
    ),
    "dubbele-punt-ontbreekt": Wording(
        "in '{regel}' staat geen dubbele punt met een spatie erachter",
        "is dit een veld, schrijf dan naam: waarde; hoort het bij de tekst erboven, zet er dan spaties voor",
        _WRITE,
    ),
    "aanhalingsteken": Wording(
        "in '{regel}' klopt een aanhalingsteken niet",
        "zet aan het begin en het eind van de tekst hetzelfde aanhalingsteken, en in de tekst het andere",
        _WRITE,
    ),
    "kromme-aanhalingstekens": Wording(
        "in '{regel}' staan kromme aanhalingstekens; die werken hier niet",
        "typ rechte aanhalingstekens om de hele tekst; plakken uit Word maakt ze krom",
        _WRITE,
    ),
    "komma-aan-het-eind": Wording("aan het eind van '{regel}' staat een komma", "haal de komma weg", _WRITE),
    "blokteken": Wording(
        "in '{regel}' klopt het begin van de tekst niet",
        "typ achter de dubbele punt alleen >-; zet de tekst op de regel eronder, twee spaties verder",
        _WRITE,
    ),
    "vreemd-teken": Wording(
        "tekst kan hier niet beginnen met {teken}", "zet de hele tekst tussen aanhalingstekens", _WRITE
    ),
    "hekje": Wording(
        "alles vanaf {waarde} valt weg: na een spatie begint een hekje een opmerking",
        "zet de hele tekst tussen aanhalingstekens; bij een opmerking hoort een spatie achter het hekje",
        _WRITE,
    ),
    "streepje": Wording(
        "het streepje in '{regel}' staat niet goed",
        "zet elk deel op een eigen regel: evenveel spaties ervoor, een streepje, een spatie, de waarde",
        _WRITE,
    ),
    "streepje-ontbreekt": Wording(
        "hier hoort een lijst, maar voor '{veld}' staat geen streepje",
        "typ een streepje en een spatie op de plaats van de laatste twee spaties voor '{veld}'",
    ),
    "opsommingsteken": Wording(
        "hier staat {teken} waar een streepje hoort",
        "typ voor elk deel van de lijst een streepje en een spatie: - {deel}",
    ),
    "haakje": Wording(
        "de haken in '{regel}' kloppen niet",
        "sluit een rijtje af met een haak: [een, twee]; is het tekst, zet die dan tussen aanhalingstekens",
        _WRITE,
    ),
    "inspringing": Wording(
        "voor '{regel}' staat een verkeerd aantal spaties: {aantal}",
        "zet er {kan} spaties voor, net als bij de regels waar deze bij hoort",
    ),
    "hoort-eronder": Wording(
        "'{naam_van_veld}' hoort bij {ouder}, maar er staan geen spaties voor", "zet twee spaties voor deze regel"
    ),
    "yaml-fout": Wording(
        "dit kan niet gelezen worden: '{regel}'", "vergelijk deze regel en die erboven met een ander record"
    ),
    "yaml-truc": Wording(
        "{teken} heeft hier een bijzondere betekenis die records niet gebruiken",
        "is het tekst, zet die dan tussen aanhalingstekens; haal het anders weg en schrijf de waarde voluit",
        _WRITE,
    ),
    "te-diep": Wording(
        "hier zitten meer dan {grens} niveaus in elkaar", "kijk in een ander record hoe dit veld eruitziet"
    ),
    "dubbele-sleutel": Wording("het veld '{veld}' staat er twee keer, ook op regel {eerste}", "laat er één staan"),
    "sleutel-geen-tekst": Wording(
        "hier hoort de naam van een veld", "zet een naam voor de dubbele punt, bijvoorbeeld titel: Leertafel"
    ),
    "te-veel-problemen": Wording(
        "dit bestand heeft meer dan {grens} problemen; hier staan de eerste",
        "los deze op en controleer opnieuw; vaak verdwijnen er dan veel tegelijk",
    ),
    # The file's name and place
    "bestandsnaam": Wording(
        "'{naam}' kan geen bestandsnaam zijn",
        "gebruik kleine letters, cijfers en streepjes, samen hoogstens 60 tekens: naam-van-de-praktijk.yml",
        "gebruik kleine letters, cijfers en streepjes, samen hoogstens 60 tekens: {voorstel}.yml",
    ),
    "extensie": Wording(
        "'{naam}' eindigt niet op .yml",
        "is dit een praktijk of congres, noem het bestand dan {bedoeld}; een ander bestand hoort hier niet",
    ),
    "ander-bestand": Wording(
        "'{naam}' is {soort}; hier staan alleen praktijken",
        "zet de tekst in een nieuw bestand, {bedoeld}, en haal dit bestand weg",
    ),
    "rommelbestand": Wording("'{naam}' is geen praktijk; uw computer maakte het zelf", "haal dit bestand weg"),
    "map": Wording(
        "het bestand staat in de map '{map}', maar de eigenaar is '{eigenaar}'",
        "zet het bestand in practices/{bedoeld}/ of verbeter eigenaar.naam",
    ),
    "verkeerde-plek": Wording("het bestand staat niet op de goede plek", "zet het in {plek}"),
    "gereserveerde-naam": Wording(
        "'{naam}' is een naam die de site zelf gebruikt",
        "kies een andere bestandsnaam, bijvoorbeeld {naam}-aanpak.yml",
    ),
    "dubbele-id": Wording("er is al een praktijk met de naam '{naam}': {ander}", "geef dit bestand een andere naam"),
    "symbolische-link": Wording(
        "dit is geen bestand maar een verwijzing (symbolische link)", "zet het bestand zelf op deze plek"
    ),
    "onleesbaar": Wording(
        "het bestand kan niet gelezen worden ({reden})", "kijk of het bestand er staat en of u het mag openen"
    ),
    # Fields
    "onbekend-veld": Wording("onbekend veld '{veld}'{bedoelde_u}", "haal het weg; hier kunnen: {keuzes}", _WRITE),
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
        _WRITE,
    ),
    "lijst-voor-tekst": Wording(
        "hier past één tekst, geen lijst", "haal de streepjes of haken weg en maak er één tekst van", _WRITE
    ),
    "meer-regels": Wording(
        "hier past maar één regel tekst",
        "haal het teken | of de lege regel weg, zodat de tekst één geheel is",
    ),
    "geen-lijst": Wording(
        "hier hoort een lijst",
        "zet elk deel op een eigen regel, achter een streepje en een spatie{bijvoorbeeld}",
        _WRITE,
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
        _WRITE,
    ),
    "te-klein": Wording("{waarde} is te laag", "het laagste dat hier kan is {min}"),
    "geen-bedrag": Wording(
        "'{waarde}' is geen bedrag in hele euro's",
        "schrijf alleen cijfers, zonder punt of euroteken: 1250; weet niemand het, haal de regel dan weg",
        _WRITE,
    ),
    "bedrag-met-woorden": Wording(
        "'{waarde}' is meer dan een bedrag",
        "schrijf alleen het getal; woorden als vanaf of hoogstens horen in de toelichting",
        _WRITE,
    ),
    "nog-bezig": Wording("'{waarde}' is geen jaar", "loopt de praktijk nog, haal deze regel dan weg"),
    "geen-jaar": Wording(
        "'{waarde}' is geen jaar tussen {van} en {tot}",
        "schrijf één jaar in vier cijfers, of onbekend",
        _WRITE,
    ),
    "geen-datum": Wording("'{waarde}' is geen datum", "schrijf {datumvorm}", _WRITE),
    "dag-bestaat-niet": Wording("de dag {waarde} bestaat niet", "kijk na: eerst het jaar, dan de maand, dan de dag"),
    "geen-url": Wording(
        "'{waarde}' is geen webadres dat iedereen kan openen",
        "plak het adres uit de adresbalk: het begint met https:// en heeft geen spaties",
        _WRITE,
    ),
    "niet-openbaar": Wording(
        "'{waarde}' kan alleen iemand van uw organisatie openen",
        "zet het stuk op een website die iedereen kan openen, of haal de regel weg",
    ),
    "ander-adres": Wording(
        "'{waarde}' is een {soort}; dat past hier niet", "schrijf het bij contact, achter {bedoeld_veld}"
    ),
    "geen-email": Wording("'{waarde}' is geen adres voor e-mail", "schrijf één adres: info@gemeente.nl", _WRITE),
    "geen-telefoon": Wording(
        "'{waarde}' is geen nummer om te bellen",
        "schrijf één nummer, bijvoorbeeld 14 0317 of 035 528 19 11",
        _WRITE,
    ),
    "geen-id": Wording(
        "'{waarde}' is geen id van een praktijk",
        "schrijf de bestandsnaam zonder .yml, bijvoorbeeld leertafel",
        _WRITE,
    ),
    "verkeerde-vorm": Wording("'{waarde}' heeft niet de goede vorm", "schrijf het zoals:{voorbeeld}"),
    "onbekende-term": Wording("'{waarde}' staat niet in de lijst {lijst}{bedoelde_u}", "kies uit: {keuzes}", _WRITE),
    "onbekende-gemeente": Wording(
        "'{waarde}' is geen code van een gemeente{bedoelde_u}",
        "zoek de code op in schema/gemeenten.csv: GM met vier cijfers",
        _WRITE,
    ),
    "landelijk": Wording("'{waarde}' is geen gemeente", "geldt het voor heel Nederland, laat de lijst leeg", _WRITE),
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
        _WRITE,
    ),
    # The catalogue as a whole
    "onbekende-praktijk": Wording(
        "er is geen praktijk '{waarde}'{bedoelde_u}",
        "schrijf de bestandsnaam zonder .yml van een praktijk in practices/",
        _WRITE,
    ),
    "onbekend-congres": Wording(
        "er is geen congres '{waarde}'{bedoelde_u}",
        "schrijf de bestandsnaam zonder .yml van een congres in congresses/",
        _WRITE,
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
        _WRITE,
    ),
    "html-in-tekst": Wording(
        "'{waarde}' komt van een webpagina; de lezer ziet het zo staan",
        "haal het weg; voor een nieuwe alinea is een lege regel genoeg",
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
