"""The words of what is wrong with a file, before its fields are looked at; `messages` has those of all other codes."""

from __future__ import annotations

from collections.abc import Mapping

from generator.phrasing import WRITE, Wording

FILE_WORDINGS: Mapping[str, Wording] = {
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
    "codeblok": Wording("hier staat {waarde}, de rand van een stuk code", "haal deze regel weg{erbij}"),
    "samenvoegteken": Wording(
        "hier staan twee versies onder elkaar; git zette er {waarde} bij",
        "kies de goede versie en haal de andere weg, ook de regels met <<<<<<<, ======= en >>>>>>>",
    ),
    "teken-voor-elke-regel": Wording(
        "voor elke regel staat {soort}; dat kwam mee bij het kopiëren",
        "haal het bij elke regel weg; sneller is vaak: kopieer de tekst opnieuw, zonder dat teken",
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
        WRITE,
    ),
    "veld-midden-in-regel": Wording(
        "het veld '{naam_van_veld}' staat midden in een regel",
        "begin met '{naam_van_veld}:' een nieuwe regel, zonder spaties ervoor",
    ),
    "dubbele-punt-ontbreekt": Wording(
        "in '{regel}' staat geen dubbele punt met een spatie erachter",
        "is dit een veld, schrijf dan naam: waarde; hoort het bij de tekst erboven, zet er dan spaties voor; "
        "haal het anders weg",
        WRITE,
    ),
    "aanhalingsteken": Wording(
        "in '{regel}' klopt een aanhalingsteken niet",
        "zet aan het begin en het eind van de tekst hetzelfde aanhalingsteken, en in de tekst het andere",
        WRITE,
    ),
    "kromme-aanhalingstekens": Wording(
        "in '{regel}' staan kromme aanhalingstekens; die werken hier niet",
        "typ rechte aanhalingstekens om de hele tekst; plakken uit Word maakt ze krom",
        WRITE,
    ),
    "komma-aan-het-eind": Wording("aan het eind van '{regel}' staat een komma", "haal de komma weg", WRITE),
    "blokteken": Wording(
        "in '{regel}' klopt het begin van de tekst niet",
        "typ achter de dubbele punt alleen >-; zet de tekst op de regel eronder, twee spaties verder",
        WRITE,
    ),
    "vreemd-teken": Wording(
        "tekst kan hier niet beginnen met {teken}", "zet de hele tekst tussen aanhalingstekens", WRITE
    ),
    "hekje": Wording(
        "alles vanaf {waarde} valt weg: na een spatie begint een hekje een opmerking",
        "zet de hele tekst tussen aanhalingstekens; bij een opmerking hoort een spatie achter het hekje",
        WRITE,
    ),
    "streepje": Wording(
        "het streepje in '{regel}' staat niet goed",
        "zet elk deel op een eigen regel: evenveel spaties ervoor, een streepje, een spatie, de waarde",
        WRITE,
    ),
    "streepje-ontbreekt": Wording(
        "hier hoort een lijst, maar voor '{veld}' staat geen streepje",
        "typ een streepje en een spatie op de plaats van de laatste twee spaties voor '{veld}'",
    ),
    "streepje-te-veel": Wording(
        "met dit streepje begint een nieuw deel van {lijst}, maar het vorige is nog niet af",
        "typ twee spaties in plaats van het streepje en de spatie; doe dat bij elke regel van hetzelfde deel",
    ),
    "opsommingsteken": Wording(
        "hier staat {teken} waar een streepje hoort",
        "typ voor elk deel van de lijst een streepje en een spatie: - {deel}",
    ),
    "haakje": Wording(
        "de haken in '{regel}' kloppen niet",
        "sluit een rijtje af met een haak: [een, twee]; is het tekst, zet die dan tussen aanhalingstekens",
        WRITE,
    ),
    "inspringing": Wording(
        "voor '{regel}' staat een verkeerd aantal spaties: {aantal}",
        "zet er {kan} spaties voor, net als bij de regels waar deze bij hoort",
    ),
    "losse-regel": Wording(
        "'{regel}' hoort niet bij de regel erboven",
        "zet de regel terug onder {mogelijk}, recht onder de andere regels daar; haal anders de regel weg",
    ),
    "hoort-eronder": Wording(
        "'{naam_van_veld}' hoort bij {ouder}, maar er staan geen spaties voor", "zet twee spaties voor deze regel"
    ),
    "hoort-erbuiten": Wording(
        "'{naam_van_veld}' staat onder {ouder}, maar is een veld voor zichzelf",
        "zet het na {ouder}, zonder spaties ervoor; wat erbij hoort, begint twee spaties verder",
    ),
    "yaml-fout": Wording(
        "dit kan niet gelezen worden: '{regel}'", "vergelijk deze regel en die erboven met een ander record"
    ),
    "yaml-truc": Wording(
        "{teken} heeft hier een bijzondere betekenis die records niet gebruiken",
        "is het tekst, zet die dan tussen aanhalingstekens; haal het anders weg en schrijf de waarde voluit",
        WRITE,
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
}
