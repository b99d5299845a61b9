"""What is open, in words for the owner: short for a table, whole for an issue."""

from __future__ import annotations

from collections.abc import Mapping

from generator.check.upkeep import OpenPoint, UpkeepKind
from generator.check.validity import CHECKED_MONTHS
from generator.view.formats import format_date

SHORT: Mapping[UpkeepKind, str] = {
    UpkeepKind.UNCHECKED: "niet gecontroleerd",
    UpkeepKind.RECOGNITION_EXPIRED: "erkenning verlopen",
    UpkeepKind.CONTACT_UNCONFIRMED: "contact niet bevestigd",
    UpkeepKind.FUTURE_DATE: "datum in de toekomst",
    UpkeepKind.LINK_DEAD: "link is dood",
    UpkeepKind.LINK_MOVED: "link is verhuisd",
    UpkeepKind.LINK_UNSURE: "link onzeker",
}
"""Each fits a column of the table."""

ADVICE: Mapping[UpkeepKind, str] = {
    UpkeepKind.UNCHECKED: (
        "Lees de praktijk na, verbeter wat niet meer klopt en zet bij gecontroleerd_op de dag van vandaag, "
        "bijvoorbeeld 2026-11-22."
    ),
    UpkeepKind.RECOGNITION_EXPIRED: (
        "Kijk bij de databank of de erkenning is vernieuwd. Zo ja: zet bij erkenningen de nieuwe datum en het "
        "nieuwe adres. Zo nee: haal haar weg."
    ),
    UpkeepKind.CONTACT_UNCONFIRMED: (
        "Klopt het contact? Zet dan bij contact op een eigen regel bevestigd_op met de dag van vandaag, "
        "bijvoorbeeld 2026-11-22. Klopt het niet, verbeter het dan eerst."
    ),
    UpkeepKind.FUTURE_DATE: "Verbeter de datum: hij mag niet na vandaag liggen.",
    UpkeepKind.LINK_DEAD: (
        "Zoek het nieuwe adres, of een kopie in een webarchief. Vindt u niets, haal dan alleen het adres weg; "
        "de bron blijft staan."
    ),
    UpkeepKind.LINK_MOVED: "Kijk of de nieuwe pagina klopt en neem dan het nieuwe adres over.",
    UpkeepKind.LINK_UNSURE: "Open het adres zelf in een browser en kijk of het nog werkt.",
}
"""What the owner can do."""


def explain(point: OpenPoint) -> str:
    """Say in one sentence what is open; an address itself is not in it."""
    day = format_date(point.since)
    if point.outcome:
        return f"Een adres {point.outcome.reason}."
    if point.kind is UpkeepKind.UNCHECKED:
        return f"Langer dan {CHECKED_MONTHS} maanden niet gecontroleerd; voor het laatst op {day}."
    if point.kind is UpkeepKind.RECOGNITION_EXPIRED:
        return f"Een erkenning is verlopen op {day}."
    if point.kind is UpkeepKind.FUTURE_DATE:
        return f"De datum bij {point.loc[-1]} ligt in de toekomst: {day}."
    if point.since:
        return f"Het contact is langer dan {CHECKED_MONTHS} maanden niet bevestigd; voor het laatst op {day}."
    return "Het contact is nog nooit bevestigd."
