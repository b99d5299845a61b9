"""The texts of the spreadsheet that explain: how it works, each field, and the levels of evidence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.read.finding import Value
from generator.read.source import SourceDocument
from generator.spreadsheet.headings import columns_of
from generator.spreadsheet.layout import MUNICIPALITIES, Column, plan_sheets
from generator.spreadsheet.rows import EXAMPLE
from generator.spreadsheet.values import NATIONWIDE
from generator.view.labels import EVIDENCE_LEVELS, EVIDENCE_MEANINGS

HOW = (
    "Elke praktijk krijgt één rij op blad Praktijken. Een kop met een sterretje (*) is verplicht.",
    "Bronnen, resultaten, lessen en andere lijsten hebben een eigen blad. Elke rij daar noemt in de kolom praktijk "
    "de titel van uw praktijk.",
    f"Een rij waarvan de titel begint met {EXAMPLE.capitalize()} doet niet mee. U mag die rijen weghalen.",
    "Past er meer dan één waarde in een cel, zoals bij themas en partners, zet er dan een puntkomma tussen: "
    "Dementie; Mantelzorg. Hoort een puntkomma bij de tekst zelf, zet die tekst dan tussen dubbele aanhalingstekens.",
    "Een bedrag is een getal in hele euro's. Weet u alleen tussen welke bedragen het ligt, schrijf dan: "
    "10000 tot 20000.",
    "Wat u niet weet, laat u leeg. Schrijf nooit 0 voor iets dat u niet weet: 0 betekent gratis. Bij kosten en contact "
    "vult u dan bekend: nee in, met een toelichting. Bij een jaar of datum mag u onbekend schrijven.",
    f"Is de praktijk van geen gemeente in het bijzonder, schrijf dan bij gemeenten: {NATIONWIDE}.",
    "Noem geen namen van inwoners of medewerkers, geen privéadressen en geen mobiele nummers. Alles wordt openbaar.",
    "Klaar? Draai: praktijken import invulblad.xlsx. U ziet dan per cel of er nog iets niet klopt.",
)
HEADINGS = ("Blad", "Kolom", "Verplicht", "Wat vult u in?", "Voorbeeld")
EVIDENCE_INTRO = (
    "Kies het bewijsniveau dat uw bronnen laten zien, niet het niveau waar u op hoopt. Twijfelt u, neem dan het lagere."
)
EVIDENCE_EXAMPLES = {
    "praktijkverhaal": "Een interview met de wethouder.",
    "eigen_cijfers": "In het jaarverslag staat dat 58 bewoners meededen.",
    "eigen_evaluatie": "De gemeente vroeg deelnemers wat het hun bracht en maakte daar een rapport van.",
    "onafhankelijke_evaluatie": "De rekenkamer of een hogeschool deed onderzoek.",
    "effectonderzoek": "Een universiteit volgde twee wijken: een met en een zonder de aanpak.",
}
"""By level, from weak to strong; CONTRIBUTING.md gives the same ones."""


def explain_fields() -> Iterator[tuple[str, ...]]:
    """Give a row of HEADINGS for each column, in the order of the sheets."""
    for plan in plan_sheets():
        for column in columns_of(plan):
            required = "ja" if column.required else "nee"
            yield plan.name, column.name, required, explain(column), column.example


def explain_evidence() -> Iterator[tuple[str, str, str]]:
    """Give each level of evidence with what it means and an example."""
    for level in EVIDENCE_LEVELS:
        yield level, EVIDENCE_MEANINGS[level], EVIDENCE_EXAMPLES[level]


def explain(column: Column) -> str:
    """Say what to fill in: what the model says, and what goes for a cell."""
    text = column.description
    if column.vocabulary == MUNICIPALITIES:
        text = "Namen van gemeenten, of landelijk." if column.many else "Naam van de gemeente."
    if column.many:
        text += " Meer dan één: zet er een puntkomma tussen."
    return text


def example_practice() -> Practice:
    """Return the practice that shows how it is done; its title says that it is only that."""
    practice, problems = parse(SourceDocument("", b"", _EXAMPLE), Practice, None)
    assert isinstance(practice, Practice), problems
    return practice


_EXAMPLE: dict[str, Value] = {
    "titel": f"{EXAMPLE.capitalize()} Buurtkamer",
    "samenvatting": (
        "In de buurtkamer drinken bewoners koffie met elkaar. Een medewerker van het wijkteam is er elke week bij "
        "en helpt met vragen over geld, zorg en wonen."
    ),
    "soort": "voorziening",
    "status": "lopend",
    "gemeenten": ("GM0406",),
    "eigenaar": {"naam": "gemeente Huizen", "soort": "gemeente"},
    "periode": {"van": "onbekend"},
    "themas": ("wijkteams", "sociale-basis"),
    "doelgroepen": ("buurtbewoners",),
    "trefwoorden": ("koffie", "ontmoeten"),
    "aanpak": "De buurtkamer is elke dinsdag open. Bewoners maken samen met het wijkteam het programma.",
    "weerstand": ({"wat": "Bewoners kenden het wijkteam niet.", "hoe_overwonnen": "Er zijn vaste gezichten."},),
    "resultaten": (
        {
            "uitspraak": "In een jaar deden 58 bewoners mee.",
            "waarde": "58",
            "eenheid": "bewoners",
            "bron": "Een jaar buurtkamer",
        },
    ),
    "lessen": ({"les": "Een afspraak maken schrikt af.", "advies": "Laat mensen zo binnenlopen."},),
    "bewijs": {"niveau": "eigen_cijfers", "toelichting": "De gemeente telde zelf. Niemand rekende het na."},
    "kosten": {"bekend": "nee", "toelichting": "Geen bron noemt bedragen."},
    "contact": {"telefoon": "14 035"},
    "bronnen": (
        {"titel": "Een jaar buurtkamer", "uitgever": "gemeente Huizen", "datum": "2024-05", "soort": "verslag"},
    ),
    "toegevoegd_op": "2026-11-22",
}
