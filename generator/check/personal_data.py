"""Addresses and numbers that look like a person's: git and the web keep them for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.read.source import Finding, finding

_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_DIGITS = re.compile(r"\d[\d ()-]{7,}\d")
_NUMBER = re.compile(
    r"(?P<mobile>(?<![\d-])(?:\+31[ -]?\(?0?\)?|0031[ -]?|0)6(?:[ -]?\d){8}(?!\d))"
    r"|(?P<citizen>(?<![\d./-])\d{9}(?![\d./-]))"
)
_PERSON = re.compile(r"[a-z]{1,2}\.?(?:van|de|der|den)?\.?[a-z]{3,}|[a-z]+[._](?:[a-z]+[._])*[a-z]+", re.IGNORECASE)
_ROLES = frozenset(
    "info contact post postbus gemeente gemeentehuis communicatie redactie secretariaat bestuurssecretariaat loket "
    "sociaal sociaaldomein domein wmo jeugd werk inkomen schuldhulp wijkteam team zorg welzijn klantcontact kcc "
    "subsidie beleid griffie pers vragen help hulp support service servicedesk administratie aanmelden project "
    "programma samen buurt academy academie kennis data privacy toegankelijkheid".split()
)
_IBAN = re.compile(r"NL\d{2} ?[A-Z]{4}(?: ?\d){10}\b")
_KINDS = {"mobile": "mobiel nummer", "citizen": "burgerservicenummer"}


def find_personal_data(text: str) -> Iterator[Finding]:
    """Return a warning for each e-mail of a person, mobile number, bank account or citizen number."""
    match: re.Match[str] | None
    for match in _MAIL.finditer(text) if "@" in text else ():
        if _is_personal(match[0]):
            yield _warn(text, match, "e-mailadres")
    for match in _IBAN.finditer(text):
        yield _warn(text, match, "bankrekening")
    for run in _DIGITS.finditer(text):
        match = _NUMBER.search(text, max(0, run.start() - 1), run.end())
        if match and (match.lastgroup != "citizen" or _is_citizen_number(match[0])):
            yield _warn(text, match, _KINDS[str(match.lastgroup)])


def _warn(text: str, match: re.Match[str], kind: str) -> Finding:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    return finding("persoonsgegeven", at=(line, column), waarde=match[0], soort=kind)


def _is_personal(address: str) -> bool:
    local = address.split("@")[0].lower()
    return not set(re.split(r"[._+-]", local)) & _ROLES and bool(_PERSON.fullmatch(local)) and "." in local


def _is_citizen_number(digits: str) -> bool:
    """Apply the eleven test of the burgerservicenummer: weights 9 to 2 and -1."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits != "000000000"
