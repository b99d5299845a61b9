"""Dates, amounts and lists as Dutch readers write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from generator.parse.fields import UNKNOWN, Range
from generator.view.labels import NOT_KNOWN

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@cache
def format_date(day: date | None) -> str:
    """`2026-11-22` -> `22 november 2026`; nothing for no date."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


@cache
def format_partial_date(text: str | None) -> str:
    """`2019` -> `2019`, `2019-05` -> `mei 2019`, a full date as `format_date`; `onbekend` -> `datum onbekend`."""
    if not text:
        return ""
    if text == UNKNOWN:
        return "datum onbekend"
    if len(text) == 10:
        return format_date(date.fromisoformat(text))
    return f"{MONTHS[int(text[5:]) - 1]} {text[:4]}" if len(text) == 7 else text


def format_times(times: str | None) -> str:
    """`09:30-10:15` -> `9.30 tot 10.15 uur`, `14:00` -> `14.00 uur`; nothing for no times."""
    if not times:
        return ""
    return " tot ".join(f"{int(time[:2])}.{time[3:]}" for time in times.split("-")) + " uur"


def format_year(year: int | str | None) -> str:
    """A year, or in words that it is not known; nothing for no year."""
    if year is None:
        return ""
    return "jaar niet bekend" if year == UNKNOWN else str(year)


def format_number(number: float) -> str:
    """`1234.5` -> `1.234,5`."""
    whole, _, decimals = f"{number:,}".partition(".")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def format_amount(amount: int | Range) -> str:
    """`309586` -> `€ 309.586`; a range -> `€ 10.000 tot € 20.000`."""
    if isinstance(amount, Range):
        return f"€\u00a0{format_number(amount.van)} tot €\u00a0{format_number(amount.tot)}"
    return f"€\u00a0{format_number(amount)}"


def format_period(begin: int | str | None, end: int | str | None) -> str:
    """`2015`, None -> `sinds 2015`; with an end -> `2015 tot 2019`; unknown in words."""
    if begin in (None, UNKNOWN):
        return f"tot {end}; begin niet bekend" if end not in (None, UNKNOWN) else NOT_KNOWN
    if end is None:
        return f"sinds {begin}"
    return f"{begin}; einde niet bekend" if end == UNKNOWN else f"{begin} tot {end}"


def enumerate_words(words: Sequence[str]) -> str:
    """`a`, `b`, `c` -> `a, b en c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}" if words else ""
