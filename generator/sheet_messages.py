"""The words of problems in spreadsheets, and the tips of other problems as they go for a cell or an answer."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Severity

SHEET_WORDINGS: Mapping[str, tuple[Severity, str, str]] = {
    "rekenblad-onleesbaar": (
        Severity.ERROR,
        "dit rekenblad kan niet gelezen worden: {reden}",
        "open het in Excel of LibreOffice en bewaar het opnieuw als .xlsx, zonder wachtwoord",
    ),
    "geen-praktijken": (
        Severity.ERROR,
        "hier staan geen praktijken",
        "zet op blad Praktijken bovenaan de namen van de velden en op elke rij daaronder een praktijk; "
        "een leeg blad maakt u met: praktijken import --template invulblad.xlsx",
    ),
    "onbekende-kolom": (
        Severity.WARNING,
        "de kolom '{waarde}' hoort bij geen veld en doet niet mee",
        "geef de kolom de naam van een veld als de inhoud mee moet; op blad Uitleg staan alle namen",
    ),
    "dubbele-kolom": (
        Severity.ERROR,
        "er is nog een kolom '{waarde}'",
        "laat één kolom staan, met alles wat erin hoort",
    ),
    "gelezen-als": (
        Severity.WARNING,
        "'{waarde}' gelezen als {gelezen}",
        "klopt dat, dan hoeft u niets te doen; klopt het niet, typ dan precies wat u bedoelt",
    ),
    "rij-zonder-praktijk": (
        Severity.ERROR,
        "op blad Praktijken staat geen praktijk '{waarde}'",
        "typ in de kolom praktijk precies de titel van een praktijk op blad Praktijken",
    ),
    "tussenrij": (
        Severity.WARNING,
        "'{waarde}' is {soort}; deze rij doet niet mee",
        "u hoeft niets te doen; is het toch een praktijk, geef haar dan een andere titel",
    ),
    "losse-cel": (
        Severity.ERROR,
        "in deze rij staat alleen '{waarde}'",
        "is het een kop of een opmerking, haal de rij dan weg; is het een praktijk, vul haar dan verder in",
    ),
    "voorbeeldrij": (
        Severity.WARNING,
        "'{waarde}' is een voorbeeld en doet niet mee",
        "is dit uw eigen praktijk, haal dan Voorbeeld: weg voor de titel",
    ),
    "blad-doet-niet-mee": (
        Severity.WARNING,
        "dit blad doet niet mee",
        "hoort het erbij, maak het dan zichtbaar en geef het een naam van blad Uitleg, zoals Bronnen",
    ),
    "celfout": (
        Severity.ERROR,
        "in deze cel staat een formule zonder uitkomst: {waarde}",
        "typ de waarde zelf in de cel",
    ),
    "samengevoegde-cellen": (
        Severity.ERROR,
        "deze cel is samengevoegd met andere cellen",
        "splits de cellen en vul elke cel in",
    ),
    "praktijk-bestaat": (
        Severity.ERROR,
        "er is al een praktijk '{waarde}', met een andere inhoud",
        "is het een andere praktijk, geef haar dan een andere titel; wilt u iets verbeteren, "
        "wijzig dan het bestand {ander}",
    ),
}
"""By code: how bad it is, what is wrong and what to do."""

CELL_TIPS: Mapping[str, str] = {
    "onbekend-veld": "haal het weg",
    "ontbrekend-veld": "vul dit in; bijvoorbeeld: {invulling}",
    "meer-regels": "haal de nieuwe regel weg, zodat de tekst één geheel is",
    "te-weinig": "vul op blad {lijstblad} minstens één rij in voor deze praktijk",
    "geen-getal": "schrijf alleen cijfers: 1250; weet niemand het, laat dit dan leeg",
    "geen-bedrag": "schrijf alleen cijfers: 1250, of 10000 tot 20000; weet niemand het, laat dit dan leeg",
    "geen-id": "schrijf de id: kleine letters, cijfers en streepjes, zoals aan het eind van het adres van de pagina",
    "onbekende-term": "kies een naam uit de lijst bij deze cel: {keuzes}",
    "onbekende-gemeente": "kies een naam uit de lijst, of schrijf landelijk",
    "bestandsnaam": "gebruik kleine letters, cijfers en streepjes, samen hoogstens 60 tekens; of laat dit leeg",
    "gereserveerde-naam": "geef de praktijk een andere titel, of vul bij id een andere naam in",
    "dubbele-id": "geef deze praktijk een andere titel, of vul bij id een eigen naam in",
    "gestopt-zonder-lessen": "vul op blad Lessen minstens één rij in voor deze praktijk",
    "samengevoegd-zonder-opvolger": "vul bij vervangen_door de id in van de praktijk waar deze in opging",
    "kosten-leeg": "vul een bedrag in, of vul bij kosten.bekend nee in, met een uitleg bij kosten.toelichting",
    "kosten-tegenspraak": "maak kosten.bekend leeg, of maak {velden} leeg",
    "toelichting-ontbreekt": "vul ook de toelichting in; bijvoorbeeld: {invulling}",
    "bedrag-zonder-herkomst": "vul dat ook in; bijvoorbeeld 2024, geraamd en de titel van een bron",
    "contact-leeg": (
        "vul contact.email, contact.telefoon of contact.website in, "
        "of vul bij contact.bekend nee in, met een uitleg bij contact.toelichting"
    ),
    "eenheid-ontbreekt": "vul ook de eenheid in; bijvoorbeeld: deelnemers",
    "nog-bezig": "loopt de praktijk nog, laat dit dan leeg",
    "niet-openbaar": "zet het stuk op een website die iedereen kan openen, of laat dit leeg",
    "verkeerde-letters": "typ het woord opnieuw",
    "landelijk": "schrijf landelijk, of kies gemeenten uit de lijst",
    "onbekende-bron": "neem een titel uit bronnen precies over, of voeg deze bron daar toe",
    "onbekende-praktijk": "vul de id in zoals aan het eind van het adres van de pagina",
    "lijkt-op": (
        "een variant: vul op blad Zie ook een rij in met id {ander}; "
        "een overname: doe dat op blad Gebaseerd op; dubbel: haal deze rij weg"
    ),
}
"""By code of any problem: what to do where there is no file with lines to mend."""
