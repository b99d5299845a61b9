"""Values that are no answer to what a field asks, or an answer to something else.

People who fill in a form write "n.v.t.", give two addresses where one fits, or the page of an intranet. Each of
these gets a diagnostic code of its own instead of that of the value's shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from generator.parse.fields import EMAIL, NO_TEXT
from generator.read.finding import Loc

NO_ANSWER = NO_TEXT | frozenset(
    "nee;ja;geen;geen idee;onbekend;onb;niet bekend;nog onbekend;weet niet;leeg;none;null;n/a;na;no;yes".split(";")
)
_UNANSWERED = frozenset(
    ("geen-bedrag", "geen-getal", "geen-datum", "geen-jaar", "geen-url", "geen-email", "geen-telefoon", "geen-id")
)
ONGOING = frozenset(("heden", "nu", "lopend", "loopt", "loopt nog", "nog lopend", "nog bezig", "vandaag", "-"))
NATIONWIDE = frozenset(("landelijk", "nederland", "heel nederland", "alle", "alle gemeenten", "overal"))
_BETWEEN = re.compile(r"\s*[,;/|]\s*|\s+(?:en|of|&)\s+|\s+(?=https?://)")
_INSIDE = re.compile(
    r"file:|[a-z]:[\\/]|\\\\|https?://(?:localhost|[^./:\s]+|10\.[\d.]+|192\.168\.[\d.]+)(?::\d|/|$)", re.IGNORECASE
)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_REQUEST = re.compile(r"(?:vul|typ|schrijf|hier|naam van|omschrijf)\b", re.IGNORECASE)
"""How a template asks for a value; between brackets it reads as a list."""
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)

Answer = tuple[str, dict[str, Any]]


def reconsider(code: str, value: object, loc: Loc, context: Mapping[str, Any]) -> Answer | None:
    """Return (diagnostic code, context) for what a person did instead of answering; None when `code` says it best."""
    if code == "geen-tekst" and isinstance(value, tuple):
        return _list_for_text(value)
    if not isinstance(value, str):
        return None
    text = " ".join(value.split()).casefold()
    if loc and loc[0] == "gemeenten" and text in NATIONWIDE:
        return "landelijk", {"voorstel": "gemeenten: []"}
    if code == "geen-jaar" and loc[-1] == "tot" and text in ONGOING:
        return "nog-bezig", {}
    if text.rstrip(".") in (NO_ANSWER if code in _UNANSWERED else NO_TEXT if code == "te-kort" else ()):
        return "niet-ingevuld", {}
    return _other_address(code, value) or _several_in_one(code, value, context)


def _list_for_text(items: tuple[object, ...]) -> Answer:
    texts = [item for item in items if isinstance(item, str)]
    if len(texts) == len(items) > 1 and all(" " not in text or re.fullmatch(r"[\d ()+-]+", text) for text in texts):
        return _several(texts)
    if len(items) == 1 and texts and _REQUEST.match(texts[0]):
        return "niet-ingevuld", {"waarde": f"[{texts[0]}]"}
    return "lijst-voor-tekst", {}


def _other_address(code: str, value: str) -> Answer | None:
    if code == "geen-url" and EMAIL.fullmatch(value.removeprefix("mailto:")):
        return "ander-adres", {"soort": "e-mailadres", "bedoeld_veld": "email"}
    if code == "geen-email" and _URL.fullmatch(value):
        return "ander-adres", {"soort": "webadres", "bedoeld_veld": "website"}
    return ("niet-openbaar", {}) if code == "geen-url" and _INSIDE.match(value) else None


def _several_in_one(code: str, value: str, context: Mapping[str, Any]) -> Answer | None:
    """Tell a text that is several values for a field in which one fits."""
    choices: Collection[str] = context.get("keuzes", ())
    fits: Mapping[str, Callable[[str], object]] = {
        "geen-email": EMAIL.fullmatch,
        "geen-url": _URL.fullmatch,
        "geen-telefoon": lambda part: sum(map(str.isdigit, part)) >= 5 and not re.search("[a-z]", part),
        "geen-jaar": _YEAR.fullmatch,
        "keuze": lambda part: part.lower() in choices,
    }
    parts = _BETWEEN.split(value)
    return _several(parts) if code in fits and len(parts) > 1 and all(map(fits[code], parts)) else None


def _several(parts: list[str]) -> Answer:
    return "meer-dan-een", {"aantal": len(parts), "keuzes": " of ".join(parts[:3])}
