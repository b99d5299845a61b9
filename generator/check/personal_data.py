"""Addresses and numbers that look like a person's: git and the web keep them for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.read.source import Finding, finding

_SUSPECT = re.compile(
    r"(?P<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})"
    r"|(?P<mobile>(?<![\d-])(?:\+31[ -]?\(?0?\)?|0031[ -]?|0)6(?:[ -]?\d){8}(?!\d))"
    r"|(?P<iban>\bNL\d{2} ?[A-Z]{4}(?: ?\d){10}\b)"
    r"|(?P<number>(?<![\d./-])\d{9}(?![\d./-]))"
)
_PERSON = re.compile(r"[a-z]{1,2}\.?(?:van|de|der|den)?\.?[a-z]{3,}|[a-z]+[._](?:[a-z]+[._])*[a-z]+", re.IGNORECASE)
_ROLES = frozenset(
    "info contact post postbus gemeente gemeentehuis communicatie redactie secretariaat bestuurssecretariaat loket "
    "sociaal sociaaldomein domein wmo jeugd werk inkomen schuldhulp wijkteam team zorg welzijn klantcontact kcc "
    "subsidie beleid griffie pers vragen help hulp support service servicedesk administratie aanmelden project "
    "programma samen buurt academy academie kennis data privacy toegankelijkheid".split()
)
_KINDS = {"mobile": "mobiel nummer", "iban": "bankrekening", "number": "burgerservicenummer", "mail": "e-mailadres"}


def find_personal_data(text: str) -> Iterator[Finding]:
    """Return a warning for each e-mail of a person, mobile number, bank account or citizen number."""
    for match in _SUSPECT.finditer(text):
        kind = str(match.lastgroup)
        if (kind == "mail" and not _is_personal(match[0])) or (kind == "number" and not _is_citizen_number(match[0])):
            continue
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        yield finding("persoonsgegeven", at=(line, column), waarde=match[0], soort=_KINDS[kind])


def _is_personal(address: str) -> bool:
    local = address.split("@")[0].lower()
    return not set(re.split(r"[._+-]", local)) & _ROLES and bool(_PERSON.fullmatch(local)) and "." in local


def _is_citizen_number(digits: str) -> bool:
    """Apply the eleven test of the burgerservicenummer: weights 9 to 2 and -1."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits != "000000000"
