"""What a person probably meant by a value that was refused: the text to type instead.

Each function returns an empty text when the meaning is not certain: a wrong proposal is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.registers.municipalities import slugify

LONGEST = 200
"""Values longer than this were not meant as an amount, a date or an address."""

_AMOUNT = (
    r"(?:€|eur|euro)? ?(?P<whole>\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}|-+|–))?"
    r" ?(?P<scale>duizend|miljoen|mln)?\.? ?(?:€|eur|euro)?"
)
_SCALES = {"duizend": 1_000, "miljoen": 1_000_000, "mln": 1_000_000}
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MONTH = rf"(?P<month>\d{{1,2}}|{'|'.join(_MONTHS)})"
_DATES = (
    rf"(?P<year>\d{{4}})[-/. ]{_MONTH}[-/. ](?P<day>\d{{1,2}})(?:[t ].*)?",
    rf"(?P<day>\d{{1,2}})[-/. ]{_MONTH}[-/. ](?P<year>\d{{4}})",
)
_PARTIAL_DATES = (rf"{_MONTH}[-/. ](?P<year>\d{{4}})", rf"(?P<year>\d{{4}})[-/. ]{_MONTH}")


def propose(code: str, value: object, whole_day: bool = True) -> str:
    """Return what to type instead of a value that was refused with `code`; empty when that is unclear.

    `whole_day` says whether a date must have a day.
    """
    if not isinstance(value, str) or len(value) > LONGEST:
        return ""
    if code == "geen-datum" and not whole_day:
        return _day(value) or _month(value)
    make = _MAKERS.get(code)
    return make(value) if make else ""


def _amount(text: str) -> str:
    """`€ 1.250,-` is 1250, `1,2 miljoen` is 1200000 and `10.000 tot 20.000` a range."""
    bounds = re.split(r" ?(?:-|–|tot) ?(?=[€\d])", text.lower().strip())
    amounts = [_whole_euros(bound) for bound in bounds]
    if len(amounts) == 2 and all(amounts) and int(amounts[0]) <= int(amounts[1]):
        return f"{{van: {amounts[0]}, tot: {amounts[1]}}}"
    return amounts[0] if len(amounts) == 1 else ""


def _whole_euros(text: str) -> str:
    found = re.fullmatch(_AMOUNT, text, re.ASCII)
    if not found:
        return ""
    part = (found["part"] or "").strip("-–")
    amount = Decimal(f"{re.sub('[. ]', '', found['whole'])}.{part or 0}") * _SCALES.get(found["scale"] or "", 1)
    digits = str(amount.quantize(Decimal(1), ROUND_HALF_UP)) if amount < Decimal(10) ** 15 else ""
    return digits


def _number(text: str) -> str:
    """`1,5` is 1.5, `1.250` is 1250, `0344` is 344 and `ruim 58` is 58."""
    numbers = re.findall(r"\d+(?:[.,]\d+)*", text, re.ASCII)
    if len(numbers) != 1 or "-" in text or re.search(r"\d[a-z]", text):
        return ""
    number = str(numbers[0])
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", number):
        number = number.replace(".", "")
    number = re.sub(r"^0+(?=\d)", "", number.replace(",", ".", 1))
    return number if re.fullmatch(r"\d{1,15}(?:\.\d{1,6})?", number) and number != text else ""


def _day(text: str) -> str:
    found = _first_match(_DATES, text)
    if not found:
        return ""
    try:
        return date(int(found["year"]), _month_number(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return ""


def _month(text: str) -> str:
    found = _first_match(_PARTIAL_DATES, text)
    number = _month_number(found["month"]) if found else 0
    return f"{found['year']}-{number:02}" if found and 1 <= number <= 12 else ""


def _month_number(text: str) -> int:
    return _MONTHS.index(text) + 1 if text in _MONTHS else int(text)


def _first_match(patterns: tuple[str, ...], text: str) -> re.Match[str] | None:
    matches = (re.fullmatch(pattern, text.lower(), re.ASCII) for pattern in patterns)
    return next(filter(None, matches), None)


def _year(text: str) -> str:
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text, re.ASCII)
    return str(years[0]) if len(years) == 1 else ""


def _url(text: str) -> str:
    bare = re.fullmatch(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[!-~]*)?", text, re.ASCII)
    return f"https://{text}" if bare else ""


def _email(text: str) -> str:
    found = re.fullmatch(r"(?:mailto:|[^<>@]*<)?([\w.%+-]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,})>?", text, re.ASCII)
    return found[1] if found else ""


def _phone(text: str) -> str:
    bare = re.sub(r" {2,}", " ", re.sub(r"[().]|[^\d +-].*$", " ", text)).strip(" -")
    return bare if re.fullmatch(r"\+?\d[\d -]{3,18}\d", bare, re.ASCII) and _digits(bare) >= 5 else ""


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _id(text: str) -> str:
    return slugify(text.rstrip("/").rsplit("/", 1)[-1].removesuffix(".yml").removesuffix(".yaml"))[:60]


_MAKERS: Mapping[str, Callable[[str], str]] = {
    "geen-bedrag": _amount,
    "geen-getal": _number,
    "geen-datum": _day,
    "geen-jaar": _year,
    "geen-url": _url,
    "geen-email": _email,
    "geen-telefoon": _phone,
    "geen-id": _id,
}
