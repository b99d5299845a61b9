"""Dates that have yet to come, where only a day that was can stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.parse.model import Practice
from generator.read.finding import Loc


def future_dates(practice: Practice, day: date) -> Iterator[tuple[Loc, date]]:
    """Yield each date after a day, with its field. The page would count as checked for years, the site as of then."""
    dates: list[tuple[Loc, date | None]] = [
        (("toegevoegd_op",), practice.toegevoegd_op),
        (("gecontroleerd_op",), practice.gecontroleerd_op),
        (("contact", "bevestigd_op"), practice.contact.bevestigd_op),
    ]
    for index, grant in enumerate(practice.bewijs.erkenningen):
        dates.append((("bewijs", "erkenningen", index, "datum"), grant.datum))
    for loc, found in dates:
        if found and found > day:
            yield loc, found
