"""Issues as GitHub makes them of the form in .github/ISSUE_TEMPLATE, from answers by the label of the question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from support.examples import PROJECT

FORM = PROJECT / ".github" / "ISSUE_TEMPLATE" / "praktijk.yml"
DAY = "2026-11-20"

SHORT: Mapping[str, str] = {
    "Titel": "Repaircafé in de bieb",
    "Samenvatting": (
        "In de bibliotheek maken vrijwilligers elke zaterdag kapotte spullen heel, samen met wie ze brengt. "
        "Wie komt, leert iets en spreekt een ander."
    ),
    "Soort": "Voorziening",
    "Status": "Lopend",
    "Gemeenten": "Huizen",
    "Eigenaar: naam": "gemeente Huizen",
    "Eigenaar: soort organisatie": "Gemeente",
    "Thema's": "Sociale basis, Eenzaamheid",
    "Doelgroepen": "Buurtbewoners",
    "Aanpak": "Vrijwilligers zitten aan vier tafels. Wie iets brengt, schuift aan en helpt mee.",
    "Bewijs: bewijsniveau": "Praktijkverhaal",
    "Bewijs: toelichting": "De bibliotheek vertelt het zelf. Niemand rekende het na.",
    "Kosten: toelichting": "De bron noemt geen bedragen.",
    "Contact: telefoon": "14 035",
    "Bronnen": "Een jaar repareren | bibliotheek Huizen | 2024-05 | verslag",
}
"""What somebody in a hurry fills in: only what must be."""

FULL: Mapping[str, str] = {
    **SHORT,
    "Status": "Gestopt of afgerond",
    "Gemeenten": "- Huizen\n- gemeente Utrecht\n- GM0484",
    "Partners": "Versa Welzijn\n* bibliotheek Huizen",
    "Periode: van": "2019",
    "Periode: tot": "2023",
    "Wettelijk kader": "Wet maatschappelijke ondersteuning 2015",
    "Trefwoorden": "1. repareren\n2. ontmoeten",
    "Aanleiding": "Bewoners gooiden veel weg.\n\nEn zij kenden elkaar niet.",
    "Doel": "Minder afval en meer contact.",
    "Werkzame elementen": "- er is koffie;\n- wie brengt, helpt mee.",
    "Randvoorwaarden": "Een zaal met stopcontacten.",
    "Overdraagbaarheid": "Elke bibliotheek kan dit doen.",
    "Verantwoording": "De raad krijgt elk jaar een verslag.",
    "Weerstand": "| wat zat tegen | hoe overwonnen |\n|---|---|\n| Een winkelier was boos. | Hij repareert nu mee. |",
    "Resultaten": "Er zijn 412 spullen gemaakt. | 412 | spullen | 2022 | Een jaar repareren",
    "Lessen": "Zonder vaste gastheer loopt het leeg. | Regel eerst een gastheer.\nDe zaal was te klein.",
    "Kosten: eenmalig": "2500",
    "Kosten: per jaar": "4100",
    "Kosten: per deelnemer": "12",
    "Kosten: prijspeil": "2022",
    "Kosten: zekerheid": "Gerealiseerd",
    "Kosten: bron": "Een jaar repareren",
    "Contact: organisatie": "gemeente Huizen",
    "Contact: e-mail": "sociaaldomein@huizen.nl",
    "Contact: website": "https://www.huizen.nl/repareren",
    "Contact: toelichting": "Vraag naar het wijkteam.",
    "Overgenomen door": "Utrecht | 2021 | Daar is het op woensdag. | lopend | Een jaar repareren",
    "Materialen": "Draaiboek | https://www.huizen.nl/draaiboek.pdf",
    "Zie ook": "geheugenhuis | Ook dit is een plek in de wijk waar vrijwilligers het werk doen.",
    "Bronnen": "1. Een jaar repareren | bibliotheek Huizen | 2024-05 | verslag | https://www.huizen.nl/verslag",
}
"""An answer to every question."""


@cache
def form() -> dict[str, Any]:
    """Return the form as GitHub reads it."""
    read: dict[str, Any] = yaml.safe_load(FORM.read_text("utf-8"))
    return read


def rendered(answers: Mapping[str, str]) -> str:
    """Return the text that GitHub makes of the form with these answers; every answer must have a question."""
    asked = [element["attributes"]["label"] for element in form()["body"] if element["type"] != "markdown"]
    assert set(answers) <= set(asked), set(answers) - set(asked)
    return "\n\n".join(_section(element, answers) for element in form()["body"] if element["type"] != "markdown")


def _section(element: Mapping[str, Any], answers: Mapping[str, str]) -> str:
    attributes = element["attributes"]
    answer = answers.get(attributes["label"], "_No response_")
    if element["type"] == "checkboxes":
        answer = "\n".join(f"- [X] {option['label']}" for option in attributes["options"])
    return f"### {attributes['label']}\n\n{answer}"


def event(body: str, number: int = 7, action: str = "opened") -> str:
    """Return the JSON that a workflow finds at $GITHUB_EVENT_PATH."""
    issue = {"number": number, "body": body, "created_at": f"{DAY}T09:30:00Z", "labels": [{"name": "praktijk"}]}
    return json.dumps({"action": action, "issue": issue})
