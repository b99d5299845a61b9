"""Which addresses the data gives the site, which led somewhere once, and where those lead today.

An address is the path of a page without slashes around it: `praktijken/leertafel`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.parse.model import Practice
from generator.registers.municipalities import Municipalities

NATIONAL_SLUG = "landelijk"
"""The list of practices that belong to no municipality."""
SHORT = {"praktijken": "p", "congressen": "c"}
"""Where print and QR codes point: `/p/<id>/` leads to `/praktijken/<id>/`."""


def split_address(address: str) -> tuple[str, str]:
    """Return section and id."""
    section, _, id = address.partition("/")
    return section, id


def present_codes(register: Municipalities, practice: Practice) -> tuple[str, ...]:
    """Return the codes of the municipalities of today that have a practice or took it over."""
    codes = (*practice.gemeenten, *(adoption.gemeente for adoption in practice.overgenomen_door))
    return tuple(dict.fromkeys(town.code for code in codes if (town := register.resolve(code))))


def find_addresses(catalogue: Catalogue) -> frozenset[str]:
    """Return every address that a site of this catalogue has: pages and redirects."""
    found = {f"praktijken/{id}" for id in catalogue.practices}
    found |= {f"congressen/{id}" for id in catalogue.congresses}
    for section in ("themas", "doelgroepen"):
        found |= {f"{section}/{term.id}" for term in catalogue.registers.terms(section)}
    found |= _municipalities_named(catalogue)
    found |= {f"gemeenten/{slug}" for slug in (*emptied_municipalities(catalogue), *split_municipalities(catalogue))}
    found |= {entry.adres for entry in catalogue.withdrawn}
    return frozenset(found) | frozenset(forwards(catalogue))


def _municipalities_named(catalogue: Catalogue) -> set[str]:
    register = catalogue.registers.municipalities
    found = [present_codes(register, practice) for practice in catalogue.practices.values()]
    slugs = {register.present[code].slug for codes in found for code in codes}
    if not all(found):
        slugs.add(NATIONAL_SLUG)
    return {f"gemeenten/{slug}" for slug in slugs}


def forwards(catalogue: Catalogue) -> Mapping[str, str]:
    """Return, sorted by former address, the present address to which each leads: always in one step."""
    found = {address: keeper for address, keeper in catalogue.kept.items() if address != keeper}
    for slug, codes in _former_municipalities(catalogue):
        if len(codes) == 1:
            town = catalogue.registers.municipalities.present[codes[0]]
            found[f"gemeenten/{slug}"] = f"gemeenten/{town.slug}"
    return dict(sorted(found.items()))


def short_links(catalogue: Catalogue) -> Mapping[str, str]:
    """Return, sorted, the present address to which every short link leads, those of former ids included."""
    found = {f"praktijken/{id}": f"praktijken/{id}" for id in catalogue.practices}
    found |= {f"congressen/{id}": f"congressen/{id}" for id in catalogue.congresses}
    found |= {entry.adres: entry.adres for entry in catalogue.withdrawn}
    found |= {old: new for old, new in forwards(catalogue).items() if split_address(old)[0] in SHORT}
    parts = ((*split_address(address), new) for address, new in found.items())
    return dict(sorted((f"{SHORT[section]}/{id}", new) for section, id, new in parts))


def split_municipalities(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return by published slug the codes of today for a municipality that was divided: no one can choose for them."""
    return {slug: codes for slug, codes in _former_municipalities(catalogue) if len(codes) > 1}


def emptied_municipalities(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the slugs of municipalities whose page must stay (or be led to) while no practice names them."""
    register = catalogue.registers.municipalities
    wanted = {id for section, id in map(split_address, catalogue.published) if section == "gemeenten"}
    present = {slug for slug in wanted if slug == NATIONAL_SLUG or _is_present(register, slug)}
    for _, codes in _former_municipalities(catalogue):
        present |= {register.present[code].slug for code in codes}
    named = {split_address(address)[1] for address in _municipalities_named(catalogue)}
    return tuple(sorted(present - named))


def leads_somewhere(catalogue: Catalogue, address: str) -> bool:
    """Tell whether an address that was published has a page or a redirect, as far as the files say.

    A register or vocabulary that could not be read has its own problem and loses nothing.
    """
    section, id = split_address(address)
    if section == "gemeenten":
        register = catalogue.registers.municipalities
        return id == NATIONAL_SLUG or not register.present or bool(register.by_slug.get(id))
    if section in ("themas", "doelgroepen"):
        terms = catalogue.registers.vocabularies.get(section)
        return not terms or id in terms
    known = catalogue.known_ids if section == "praktijken" else catalogue.known_congresses
    return id in known or address in catalogue.kept or address in catalogue.claimed


def _former_municipalities(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the published slugs that no municipality of today has, with the codes that came in its place."""
    register = catalogue.registers.municipalities
    for section, slug in map(split_address, catalogue.published):
        if section == "gemeenten" and slug != NATIONAL_SLUG and not _is_present(register, slug):
            yield slug, register.by_slug.get(slug, ())


def _is_present(register: Municipalities, slug: str) -> bool:
    codes = register.by_slug.get(slug, ())
    return len(codes) == 1 and register.present[codes[0]].slug == slug
