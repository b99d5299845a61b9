"""The addresses that a practice leads to, and what asking one of them gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.parse.model import Practice
from generator.read.finding import Loc


class LinkState(StrEnum):
    """What is known of an address. Only a server that says so, or a name that is gone, makes a link dead."""

    GOOD = "goed"
    MOVED = "verhuisd"
    DEAD = "dood"
    UNSURE = "onzeker"


@dataclass(frozen=True, slots=True)
class LinkOutcome:
    """What asking an address gave. `status` is the last HTTP status, or 0 when no server answered."""

    state: LinkState
    reason: str = ""
    """In Dutch, to follow "het adres": "geeft antwoord 404"."""
    target: str = ""
    """Where a moved address went."""
    status: int = 0


def linked_addresses(practice: Practice) -> Iterator[tuple[Loc, str]]:
    """Yield every address that a field of the record holds, with the place of that field."""
    if practice.eigenaar.website:
        yield ("eigenaar", "website"), practice.eigenaar.website
    for index, grant in enumerate(practice.bewijs.erkenningen):
        yield ("bewijs", "erkenningen", index, "url"), grant.url
    if practice.contact.website:
        yield ("contact", "website"), practice.contact.website
    for index, material in enumerate(practice.materialen):
        yield ("materialen", index, "url"), material.url
    for index, source in enumerate(practice.bronnen):
        if source.url:
            yield ("bronnen", index, "url"), source.url
