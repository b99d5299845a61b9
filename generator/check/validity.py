"""How long things hold: the one definition of "18 maanden" and "verlopen" for pages, reports and issues."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.parse.model import Contact, Practice, RecognitionGrant

CHECKED_MONTHS = 18
"""A record that nobody looked at for longer, and a contact that nobody confirmed for longer, say so."""
RECOGNITION_YEARS: Mapping[str, int] = {"goed_beschreven": 3}
"""Years that a recognition is valid; 5 for all that are not named (Movisie, NJi and partners)."""


def last_checked(practice: Practice) -> date:
    """Return the day on which someone last looked the record over; adding it was the first time."""
    return practice.gecontroleerd_op or practice.toegevoegd_op


def is_reachable(contact: Contact) -> bool:
    """Tell whether there is a number or address to confirm."""
    return bool(contact.email or contact.telefoon or contact.website)


def holds_until(day: date) -> date:
    """Return the last day on which a check or confirmation of that day still counts."""
    return add_months(day, CHECKED_MONTHS)


def recognised_until(grant: RecognitionGrant) -> date:
    """Return the last day on which a recognition is valid."""
    return add_months(grant.datum, 12 * RECOGNITION_YEARS.get(grant.niveau, 5))


def add_months(day: date, months: int) -> date:
    """Return the day that many months later; the last of a shorter month when needed."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")
