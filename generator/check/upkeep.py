"""What an owner has to look at again: unchecked records, expired recognitions, unconfirmed contacts, dead links.

None of this is a mistake, so none of it is a Diagnostic: a record that was right has grown old.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.catalogue import Catalogue
from generator.check.checks import owner_folder
from generator.check.dates import future_dates
from generator.check.links import LinkOutcome, LinkState, linked_addresses
from generator.check.validity import holds_until, is_reachable, last_checked, recognised_until
from generator.diagnostics import Place
from generator.parse.model import Practice
from generator.read.finding import Loc, finding

NAMELESS = "naamloos"
"""The owner of records whose owner has no letter or digit in its name; `check` refuses these."""


class UpkeepKind(StrEnum):
    """What is open; the values are the words of the JSON report."""

    UNCHECKED = "lang-niet-gecontroleerd"
    RECOGNITION_EXPIRED = "erkenning-verlopen"
    CONTACT_UNCONFIRMED = "contact-onbevestigd"
    FUTURE_DATE = "datum-in-de-toekomst"
    LINK_DEAD = "dode-link"
    LINK_MOVED = "verhuisde-link"
    LINK_UNSURE = "onzekere-link"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing that is open in a record. `loc` is the field to change."""

    kind: UpkeepKind
    loc: Loc
    since: date | None = None
    """The last day on which it was in order; None when it never was, or when nobody can tell."""
    address: str = ""
    outcome: LinkOutcome | None = None


@dataclass(frozen=True, slots=True)
class UpkeepItem:
    """One open point of one practice of one owner (by the name of its folder)."""

    practice: str
    owner: str
    point: OpenPoint


@dataclass(frozen=True, slots=True)
class OwnerUpkeep:
    """Everything that is open for one owner; `practices` counts all that it has."""

    slug: str
    name: str
    practices: int
    items: tuple[UpkeepItem, ...]


_LINK_KINDS: Mapping[LinkState, UpkeepKind] = {
    LinkState.DEAD: UpkeepKind.LINK_DEAD,
    LinkState.MOVED: UpkeepKind.LINK_MOVED,
    LinkState.UNSURE: UpkeepKind.LINK_UNSURE,
}


def open_points(practice: Practice, day: date) -> Iterator[OpenPoint]:
    """Yield what has grown old in a record on a day. One that went into another asks nothing more of its owner."""
    if practice.status == "samengevoegd":
        return
    if holds_until(last_checked(practice)) < day:
        yield OpenPoint(UpkeepKind.UNCHECKED, ("gecontroleerd_op",), last_checked(practice))
    for index, grant in enumerate(practice.bewijs.erkenningen):
        if recognised_until(grant) < day:
            loc = ("bewijs", "erkenningen", index, "datum")
            yield OpenPoint(UpkeepKind.RECOGNITION_EXPIRED, loc, recognised_until(grant))
    confirmed = practice.contact.bevestigd_op
    if is_reachable(practice.contact) and (confirmed is None or holds_until(confirmed) < day):
        yield OpenPoint(UpkeepKind.CONTACT_UNCONFIRMED, ("contact", "bevestigd_op"), confirmed)


def survey(
    catalogue: Catalogue, day: date, outcomes: Mapping[str, LinkOutcome] | None = None
) -> tuple[OwnerUpkeep, ...]:
    """Return every owner, in order of folder, with what is open on a day.

    `outcomes` says what asking an address gave; an address that is not in it was not asked and is not open.
    """
    names: dict[str, str] = {}
    counts: dict[str, int] = defaultdict(int)
    items: dict[str, list[UpkeepItem]] = defaultdict(list)
    for id, practice in sorted(catalogue.practices.items()):
        owner = owner_folder(practice) or NAMELESS
        names.setdefault(owner, practice.eigenaar.naam)
        counts[owner] += 1
        future = (OpenPoint(UpkeepKind.FUTURE_DATE, loc, found) for loc, found in future_dates(practice, day))
        points = (*open_points(practice, day), *future, *_link_points(practice, outcomes or {}))
        items[owner] += [UpkeepItem(id, owner, point) for point in points]
    return tuple(OwnerUpkeep(slug, names[slug], counts[slug], tuple(items[slug])) for slug in sorted(names))


def place_of(catalogue: Catalogue, item: UpkeepItem) -> Place:
    """Return where in its file the field to change stands, or the block that it belongs in."""
    return catalogue.documents[item.practice].place(finding("", item.point.loc, "key"))


def _link_points(practice: Practice, outcomes: Mapping[str, LinkOutcome]) -> Iterator[OpenPoint]:
    """Yield the addresses that gave trouble, each once per record."""
    seen = set()
    for loc, address in linked_addresses(practice):
        outcome = outcomes.get(address)
        if outcome and outcome.state in _LINK_KINDS and address not in seen:
            seen.add(address)
            yield OpenPoint(_LINK_KINDS[outcome.state], loc, None, address, outcome)
