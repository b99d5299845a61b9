"""How closed values read on the site."""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "aanpak": "Aanpak",
    "voorziening": "Voorziening",
    "methode": "Methode",
    "instrument": "Instrument",
    "programma": "Programma",
    "organisatievorm": "Organisatievorm",
    "werkvorm": "Werkvorm",
    "netwerk": "Netwerk",
}
STATUSES: Mapping[str, str] = {
    "pilot": "Pilot",
    "lopend": "Lopend",
    "geborgd": "Geborgd in beleid",
    "gestopt": "Gestopt of afgerond",
    "samengevoegd": "Samengevoegd",
    "onbekend": "Niet bekend of dit nog loopt",
}
ADOPTION_STATUSES: Mapping[str, str] = {**STATUSES, "voorgenomen": "Voorgenomen", "onbekend": "Stand niet bekend"}
EVIDENCE_LEVELS: Mapping[str, str] = {
    "praktijkverhaal": "Praktijkverhaal",
    "eigen_cijfers": "Cijfers van de eigenaar",
    "eigen_evaluatie": "Eigen evaluatie",
    "onafhankelijke_evaluatie": "Onafhankelijke evaluatie",
    "effectonderzoek": "Effectonderzoek",
}
"""From weak to strong; the position, from 1, is the rank."""

EVIDENCE_MEANINGS: Mapping[str, str] = {
    "praktijkverhaal": "Iemand van de eigenaar vertelt hoe het ging. Niemand heeft het nagerekend.",
    "eigen_cijfers": "De eigenaar noemt cijfers over wat er gebeurde. Niemand anders heeft ze gecontroleerd.",
    "eigen_evaluatie": "De eigenaar, of een bureau dat zelf meedeed, heeft onderzocht hoe het ging.",
    "onafhankelijke_evaluatie": (
        "Een buitenstaander heeft onderzocht hoe het ging, zonder te vergelijken met een groep die dit niet kreeg."
    ),
    "effectonderzoek": "Onderzocht is wat er anders ging dan bij een vergelijkbare groep die dit niet kreeg.",
}
RECOGNITIONS: Mapping[str, str] = {
    "goed_beschreven": "Goed beschreven",
    "goed_onderbouwd": "Goed onderbouwd",
    "eerste_aanwijzingen": "Eerste aanwijzingen voor effectiviteit",
    "goede_aanwijzingen": "Goede aanwijzingen voor effectiviteit",
    "sterke_aanwijzingen": "Sterke aanwijzingen voor effectiviteit",
}
SOURCE_KINDS: Mapping[str, str] = {
    "artikel": "artikel",
    "interview": "interview",
    "nieuwsbericht": "nieuwsbericht",
    "verslag": "verslag",
    "rapport": "rapport",
    "evaluatie": "evaluatie",
    "onderzoek": "onderzoek",
    "beleidsstuk": "beleidsstuk",
    "uitspraak": "uitspraak van de rechter",
    "handleiding": "handleiding",
    "webpagina": "webpagina",
    "overig": "overige bron",
}
CERTAINTIES: Mapping[str, str] = {
    "begroot": "begroot",
    "geraamd": "geraamd",
    "gerealiseerd": "gerealiseerd",
    "onbekend": "zekerheid niet bekend",
}
MEETING_STATUSES: Mapping[str, str] = {
    "gepland": "Gepland",
    "doorgegaan": "Doorgegaan",
    "afgelast": "Afgelast",
    "verplaatst": "Verplaatst",
    "onbekend": "Niet bekend of dit doorging",
}
VALUES: Mapping[str, str] = {
    "bestaanszekerheid": "Bestaanszekerheid bieden",
    "kansengelijkheid": "Kansengelijkheid vergroten",
    "gezond-samenleven": "Gezond samenleven versterken",
    "geen": "Organiseren en leren",
}
PROSE_SECTIONS: Mapping[str, str] = {
    "aanleiding": "Aanleiding",
    "doel": "Doel",
    "aanpak": "Aanpak",
    "werkzame_elementen": "Werkzame elementen",
    "randvoorwaarden": "Randvoorwaarden",
    "overdraagbaarheid": "Overdraagbaarheid",
    "verantwoording": "Verantwoording aan de raad",
}
NOT_KNOWN = "Niet bekend"


def evidence_rank(level: str) -> int:
    """Return 1 (weakest) to 5 (strongest)."""
    return list(EVIDENCE_LEVELS).index(level) + 1
