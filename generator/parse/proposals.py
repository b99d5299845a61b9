"""What a person probably meant by a value that was refused: the text to type instead.

Each function returns an empty text when the meaning is not certain: a wrong proposal is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import quote

from generator.registers.municipalities import slugify

LONGEST = 200
"""Values longer than this were not meant as an amount, a date or an address."""

_AMOUNT = (
    r"(?:€|eur|euro)? ?(?P<whole>\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}|-+|–))?"
    r" ?(?P<scale>k|duizend|ton|miljoen|mln|mio)?\.? ?(?:€|eur|euro)?"
)
_SCALES = {"k": 1_000, "duizend": 1_000, "ton": 100_000, "miljoen": 1_000_000, "mln": 1_000_000, "mio": 1_000_000}
_AROUND = re.compile(
    r"(?:ca\.?|circa|ongeveer|ongev\.|zo'n|ruim|bijna|±|~) *"
    r"|[ ,]*(?:\(.*\)|p\.?/?j\.?|per jaar|/ ?jaar|jaarlijks|(?:excl|incl)(?:\.|usief)? ?(?:btw|bijkomende kosten))"
)
"""What people write before or after an amount that stays true without it; "vanaf" and "hoogstens" do not."""
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MONTH_NAMES = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    **{"mrt": 3, "sept": 9, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7},
    **{"august": 8, "october": 10, "oct": 10},
}
_NAMES = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_MONTH = rf"(?P<month>\d{{1,2}}|(?:{_NAMES})\.?)"
_DAYS = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?"
_DATES = (
    rf"(?P<year>\d{{4}})[-/. ]{_MONTH}[-/. ](?P<day>\d{{1,2}})(?:[t ].*)?",
    rf"{_DAYS}(?P<day>\d{{1,2}})[-/. ]{_MONTH}[-/. ](?P<year>\d{{4}})",
    rf"(?P<month>{_NAMES}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})",
)
_EXCEL_START = date(1899, 12, 30)
"""The day from which Excel counts the days that its dates are."""
_MENDED = str.maketrans({"\u00a0": " ", "\u202f": " ", "“": None, "”": None, "„": None, "‘": None})
_TIME = r"(\d{1,2})(?:[:.,hu]([0-5]\d)|(?: ?uur| ?u| ?h))?(?: uur| u)?"
_CENTURIES = (19, 20)
_PARTIAL_DATES = (rf"{_MONTH}[-/. ](?P<year>\d{{4}})", rf"(?P<year>\d{{4}})[-/. ]{_MONTH}")


def propose(code: str, value: object, whole_day: bool = True) -> str:
    """Return what to type instead of a value that was refused with `code`; empty when that is unclear.

    `whole_day` says whether a date must have a day.
    """
    if not isinstance(value, str) or len(value) > LONGEST:
        return ""
    value = value.translate(_MENDED).strip(" ,;")
    if code == "geen-datum" and not whole_day:
        return _day(value) or _month(value) or _year_with_words(value)
    make = _MAKERS.get(code)
    return make(value) if make else ""


def says_more_than_amount(text: str) -> bool:
    """Tell whether there is an amount in a text, and words that say more about it."""
    bare = re.sub(r"€|eur[o]?|duizend|miljoen|mln|tot|en|tussen", "", text.lower())
    says_more = re.search(r"\d", bare) and re.search(r"[a-z~±><(]", bare)
    return bool(says_more) and not re.match(r"=|\d+e\d", bare)


def _amount(text: str) -> str:
    """`€ 1.250,-` is 1250, `1,2 miljoen` is 1200000 and `10.000 tot 20.000` a range."""
    text = _AROUND.sub("", text.lower().strip()).strip()
    between = re.fullmatch(r"tussen (?:de )?(.+) en (.+)", text)
    bounds = between.groups() if between else re.split(r" ?(?:-|–|tot) ?(?=[€\d])", text)
    if len(bounds) == 2 and (scale := re.search(r"[a-z]+\.?$", bounds[1])) and bounds[0][-1:].isdigit():
        bounds = [f"{bounds[0]} {scale[0]}", bounds[1]]  # `5-6k` is about thousands
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
    return "" if amount and digits == "0" else digits  # less than a euro is not free


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
    for found in _matches(_DATES, text):
        try:
            day = date(int(found["year"]), _month_number(found["month"]), int(found["day"]))
        except ValueError:
            continue
        return day.isoformat() if day.year // 100 in _CENTURIES else ""
    return ""


def _excel_day(text: str) -> str:
    """A date that lost its looks in Excel is the number of its day."""
    number = int(text) if re.fullmatch(r"[34]\d{4}", text, re.ASCII) else 0
    return (_EXCEL_START + timedelta(days=number)).isoformat() if number else ""


def _year_with_words(text: str) -> str:
    """Of `voorjaar 2024` the year is certain."""
    if text.lower().rstrip(".") == "onbekend":
        return "onbekend"
    return _year(text) if re.fullmatch(r"(?:[a-z]\w*\.? )+\d{4}", text.lower()) else ""


def _month(text: str) -> str:
    found = next(_matches(_PARTIAL_DATES, text), None)
    number = _month_number(found["month"]) if found else 0
    return f"{found['year']}-{number:02}" if found and 1 <= number <= 12 else ""


def _month_number(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_NAMES[text.rstrip(".")]


def _matches(patterns: tuple[str, ...], text: str) -> Iterator[re.Match[str]]:
    return filter(None, (re.fullmatch(pattern, text.lower(), re.ASCII) for pattern in patterns))


def _times(text: str) -> str:
    """`9.30` is 09:30, and `van 9 uur tot 10u15` is 09:00-10:15."""
    found = re.fullmatch(rf"(?:van |om )?{_TIME}(?: ?(?:-|–|tot|t/m) ?{_TIME})?", text.lower().strip(), re.ASCII)
    if not found:
        return ""
    hours, minutes = found.groups()[::2], found.groups()[1::2]
    times = [f"{int(h):02}:{m or '00'}" for h, m in zip(hours, minutes, strict=True) if h]
    return "-".join(times) if times == sorted(set(times)) and times[-1] < "24" else ""


def _year(text: str) -> str:
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text, re.ASCII)
    return str(years[0]) if len(years) == 1 else ""


def _url(text: str) -> str:
    linked = re.fullmatch(r"\[[^]]*\]\((\S+)\)|<(\S+)>|=HYPERLINK\(\"([^\"]+)\".*\)", text)
    text = next(filter(None, linked.groups())) if linked else text
    found = re.fullmatch(r"(?:(?:h?t+p+s?|htps|https?)(?::/{0,3}|//))?([^\s/:@]+\.[a-z]{2,})((?:/\S*)?)", text)
    host, path = found.groups() if found else ("", "")
    fits = re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", host)
    clean = quote(path, safe="/%?&=#.,;:!$()*+@~-_")
    return f"https://{host}{clean}" if fits and not set(path) & set("<>\"'`{}|^\\") else ""


def _email(text: str) -> str:
    text = re.sub(r" *(?:\[at\]|\(at\)|@) *", "@", text, flags=re.IGNORECASE).rstrip(".")
    text = re.sub(r",(?=[a-z]{2,3}$)", ".", re.sub(r"\[[^]]*\]\((.*)\)", r"\1", text))
    found = re.findall(r"[\w.%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}", text, re.ASCII)
    return str(found[0]) if len(found) == 1 and text.count("@") == 1 else ""


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
    "geen-datum": lambda text: _day(text) or _excel_day(text),
    "geen-tijd": _times,
    "geen-jaar": _year,
    "geen-url": _url,
    "geen-email": _email,
    "geen-telefoon": _phone,
    "geen-id": _id,
}
