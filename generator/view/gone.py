"""Pages of what is no longer there: what happened, and where to go instead."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.parse.vocabulary import Withdrawn
from generator.permalinks.addresses import split_address
from generator.view.formats import format_date
from generator.view.markup import render_prose
from generator.view.types import Link


@dataclass(frozen=True, slots=True)
class GoneView:
    """A page that stays where something was; `links` are what came in its place, or where to look on."""

    url: str
    section: str
    heading: str
    lead: str
    reason: Markup
    instead: str
    links: tuple[Link, ...]


def view_withdrawn(catalogue: Catalogue, entry: Withdrawn) -> GoneView:
    """Return the page of a practice or congress that was withdrawn."""
    section, id = split_address(entry.adres)
    is_practice = section == "praktijken"
    what = "Deze praktijk" if is_practice else "Dit congres"
    links: tuple[Link, ...] = ()
    if entry.vervangen_door:
        records = catalogue.practices if is_practice else catalogue.congresses
        links = (Link(records[entry.vervangen_door].titel, f"{section}/{entry.vervangen_door}/"),)
    return GoneView(
        url=f"{entry.adres}/",
        section=section,
        heading=f"{entry.titel} is ingetrokken" if entry.titel else f"{what} is ingetrokken ({id})",
        lead=f"{what} is op {format_date(entry.datum)} van de site gehaald.",
        reason=render_prose(entry.reden),
        instead="Hiervoor in de plaats kwam",
        links=links,
    )


def view_split(catalogue: Catalogue, slug: str, codes: tuple[str, ...]) -> GoneView:
    """Return the page of a municipality that was divided: the reader chooses."""
    register = catalogue.registers.municipalities
    towns = [register.present[code] for code in codes]
    former = [town.naam for town in register.abolished.values() if set(town.successors) == set(codes)]
    name = former[0] if len(former) == 1 else slug
    return GoneView(
        url=f"gemeenten/{slug}/",
        section="gemeenten",
        heading=f"{name} bestaat niet meer als gemeente",
        lead=f"{name} is verdeeld of heet anders. Kies de gemeente waar u over wilt lezen.",
        reason=Markup(),
        instead="Gemeenten van nu",
        links=tuple(Link(town.naam, f"gemeenten/{town.slug}/") for town in towns),
    )
