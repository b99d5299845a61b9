"""Catalogues with congresses that are full of everything, to be shown, printed and put in calendars."""

from __future__ import annotations

import shutil
from pathlib import Path

from support.site import PROJECT

LONG = "lang-verhaal-over-een-samenwerking-in-de-buurt-met-bewoners1"
"""As long as an id may be."""
LONG_TITLE = "Arbeidsongeschiktheidsverzekeringsregeling voor zelfstandigen in de wijk, deel 2"
LONG_SUMMARY = " ".join(["Wijkteams helpen bewoners met vragen over geld, zorg en wonen."] * 9)
LESSON = "Begin klein en vraag bewoners eerst wat zij zelf nodig hebben, want dat weet niemand beter dan zij."

PRACTICE = f"""\
titel: {LONG_TITLE}
samenvatting: {LONG_SUMMARY}
soort: aanpak
status: gestopt
gemeenten: [GM0484, GM0406, GM0772]
eigenaar:
  naam: gemeente Huizen
  soort: gemeente
themas: [wijkteams, sociale-basis, samenwerking-en-netwerken, verantwoording]
doelgroepen: [ouderen, gemeentelijke-organisatie, buurtbewoners, mantelzorgers]
aanpak: De buurtkamer is elke dinsdag open, en een medewerker van het wijkteam is er ook.
lessen:
  - les: {LESSON} Eerste.
  - les: {LESSON} Tweede.
  - les: {LESSON} Derde.
  - les: {LESSON} Vierde.
bewijs:
  niveau: praktijkverhaal
  toelichting: De gemeente vertelt het zelf.
kosten:
  bekend: nee
  toelichting: Geen bron noemt bedragen.
contact:
  organisatie: gemeente Huizen
  afdeling: afdeling Maatschappelijke Ontwikkeling, team Wijken en Samenleving
  telefoon: 14 035
  email: maatschappelijke-ontwikkeling@huizen.nl
  website: https://www.huizen.nl/inwoners/zorg-en-welzijn/een-heel-lang-pad-naar-de-pagina-over-de-buurtkamer
bronnen:
  - titel: Een jaar buurtkamer
    uitgever: gemeente Huizen
    datum: 2024-05
    soort: verslag
toegevoegd_op: 2026-11-22
"""

CONGRESS = f"""\
titel: Dag van de buurt, met een naam die twee regels vraagt op een kaart
samenvatting: >-
  Op deze dagen vertelden gemeenten; en bewoners, hoe zij elkaar in de buurt ontmoeten.
bijeenkomsten:
  - datum: 2027-03-10
    tijd: 09:30-16:30
    plaats: Huizen
    locatie: gemeentehuis
    status: gepland
  - datum: 2027-03-11
    plaats: Zwolle
    status: afgelast
    toelichting: Er was **geen zaal**, schrijft de [gemeente](https://www.zwolle.nl).
  - datum: 2027-07-01
    plaats: online
    status: gepland
organisatoren: [gemeente Huizen, Movisie]
programma:
  - titel: Koffie in de buurt
    dag: 2027-03-10
    tijd: 10:00-10:45
    zaal: raadszaal
    omschrijving: Over *ontmoeten*, en wat dat vraagt.
    praktijken: [{LONG}, geheugenhuis]
  - titel: Koffie in de buurt
    dag: 2027-07-01
    tijd: 14:00
    praktijken: [maatwerkbudget]
  - titel: Inloop zonder tijd
    dag: 2027-07-01
praktijken: [leertafel]
bronnen:
  - titel: Programma van de dag
    uitgever: gemeente Huizen
    datum: 2026-11
    soort: webpagina
toegevoegd_op: 2026-11-22
"""


def make_congress_catalogue(root: Path) -> Path:
    """Copy the real records into an empty folder, with a practice and a congress in which all fields are used."""
    for name in ("practices", "congresses"):
        shutil.copytree(PROJECT / name, root / name)
    (root / "practices" / "huizen" / f"{LONG}.yml").write_text(PRACTICE, "utf-8")
    (root / "congresses" / "dag-van-de-buurt.yml").write_text(CONGRESS, "utf-8")
    return root
