"""Message and tip of every problem with an address that must go on working; `messages` adds them to the others."""

from __future__ import annotations

from collections.abc import Mapping

ADDRESS_WORDS: Mapping[str, tuple[str, str]] = {
    "verdwenen-adres": (
        "{waarde} stond op de site, maar er is geen bestand meer en niets verwijst ernaar",
        """\
zet het bestand terug, of typ een van deze opdrachten
praktijken rename {ding} nieuwe-naam
praktijken withdraw {ding} --reden "Waarom het weg moet."
of zet met de hand in het bestand dat ervoor in de plaats kwam
oude_ids:
  - {id}""",
    ),
    "verdwenen-gemeente": (
        "{waarde} stond op de site, maar deze gemeente staat in geen lijst meer",
        "zet in schema/herindelingen.csv waar de gemeente in opging, of een nieuwe naam in schema/bijnamen.csv",
    ),
    "verdwenen-term": (
        "{waarde} stond op de site, maar de term is weg",
        "zet '{id}' terug in schema/vocabularies/{lijst}.yml; de naam mag wel veranderen, de id niet",
    ),
    "adres-in-gebruik": (
        "{waarde} is ingetrokken, maar het bestand is er ook nog",
        "haal het bestand weg, of haal deze regels weg als het niet is ingetrokken",
    ),
    "adres-vorm": (
        "'{waarde}' is geen adres van de site",
        "haal deze regel weg; wat op de site staat, komt erbij met: praktijken permalinks",
    ),
}
