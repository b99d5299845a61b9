"""The lists that practices fall into: all, by theme, target group, municipality and evidence level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.permalinks.addresses import NATIONAL_SLUG, emptied_municipalities, present_codes
from generator.registers.municipalities import SIZE_CLASSES, Municipality
from generator.registers.vocabularies import Term
from generator.view.context import NATIONAL, ViewContext
from generator.view.labels import EVIDENCE_LEVELS, EVIDENCE_MEANINGS, VALUES, evidence_rank
from generator.view.types import CountedLink, ExternalLink, Fact, Link, LinkGroup, OverviewView

NEIGHBOURS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Collection:
    """One list of practices: `url` of its first page and the ids in the order in which they are shown."""

    section: str
    url: str
    label: str
    heading: str
    introduction: str
    ids: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    links: tuple[ExternalLink, ...] = ()
    neighbours: tuple[CountedLink, ...] = ()
    group: str = ""
    """The heading under which the overview shows it."""

    def link(self) -> CountedLink:
        """Return the entry of this list in an overview."""
        return CountedLink(self.label, self.url, len(self.ids), self.introduction)


@dataclass(frozen=True, slots=True)
class Collections:
    """Every list of the site."""

    everything: Collection
    themes: tuple[Collection, ...]
    target_groups: tuple[Collection, ...]
    municipalities: tuple[Collection, ...]
    evidence: tuple[Collection, ...]
    emptied: tuple[Collection, ...] = ()
    """Pages of municipalities that once had a practice; no overview names them, but their address stays."""

    def all(self) -> tuple[Collection, ...]:
        """Return them in the order in which the site is written."""
        return (self.everything, *self.themes, *self.target_groups, *self.municipalities, *self.evidence, *self.emptied)


def collect(context: ViewContext) -> Collections:
    """Sort all practices into their lists, the strongest evidence first, then by title."""
    practices = context.catalogue.practices
    ranked = sorted(practices, key=lambda id: (-evidence_rank(practices[id].bewijs.niveau), practices[id].titel, id))
    everything = Collection(
        "praktijken", "praktijken/", "Alle praktijken", "Alle praktijken",
        "Alle praktijken uit de catalogus, de sterkst onderbouwde eerst.", tuple(ranked),
    )  # fmt: skip
    return Collections(
        everything,
        tuple(_theme(context, term, ids) for term, ids in _by_term(context, "themas", ranked)),
        tuple(_target_group(term, ids) for term, ids in _by_term(context, "doelgroepen", ranked)),
        _municipalities(context, ranked),
        tuple(_evidence_levels(context, ranked)),
        tuple(_emptied(context)),
    )


def overview(
    heading: str, introduction: str, collections: Iterable[Collection], more: Link | None = None
) -> OverviewView:
    """Return the page that lists the lists, under the headings that they name, in order of appearance."""
    groups: dict[str, list[CountedLink]] = {}
    for collection in collections:
        groups.setdefault(collection.group, []).append(collection.link())
    found = tuple(LinkGroup(name, tuple(links)) for name, links in groups.items())
    return OverviewView(heading, introduction, found, more)


def _by_term(context: ViewContext, vocabulary: str, ranked: Sequence[str]) -> list[tuple[Term, tuple[str, ...]]]:
    found: Mapping[str, list[str]] = defaultdict(list)
    for id in ranked:
        for value in getattr(context.catalogue.practices[id], vocabulary):
            found[value].append(id)
    return [(term, tuple(found.get(term.id, ()))) for term in context.catalogue.registers.terms(vocabulary)]


def _theme(context: ViewContext, term: Term, ids: tuple[str, ...]) -> Collection:
    fields = ", ".join(term.texts("iv3"))
    return Collection(
        "themas", f"themas/{term.id}/", term.naam, term.naam, term.omschrijving, ids,
        facts=(Fact("Taakveld (Iv3)", fields or "geen eigen taakveld"),),
        links=tuple(context.law_links[law] for law in term.texts("wetten") if law in context.law_links),
        group=VALUES.get(term.text("waarde"), VALUES["geen"]),
    )  # fmt: skip


def _target_group(term: Term, ids: tuple[str, ...]) -> Collection:
    return Collection("doelgroepen", f"doelgroepen/{term.id}/", term.naam, term.naam, term.omschrijving, ids)


def _municipalities(context: ViewContext, ranked: Sequence[str]) -> tuple[Collection, ...]:
    """Return a list per municipality that has or took over a practice, and one for national practices."""
    found: dict[str, list[str]] = defaultdict(list)
    national = []
    for id in ranked:
        codes = present_codes(context.catalogue.registers.municipalities, context.catalogue.practices[id])
        national += [] if codes else [id]
        for code in codes:
            found[code].append(id)
    register = context.catalogue.registers.municipalities
    towns = sorted((register.present[code] for code in found), key=lambda town: (town.provincie, town.slug))
    by_size: dict[str, list[Municipality]] = defaultdict(list)
    for town in towns:
        by_size[town.grootteklasse].append(town)
    lists = [_municipality(town, tuple(found[town.code]), by_size[town.grootteklasse], found) for town in towns]
    if national:
        lists.append(_national(tuple(national)))
    return tuple(lists)


def _national(ids: tuple[str, ...]) -> Collection:
    text = "Praktijken die niet bij een gemeente horen."
    return Collection("gemeenten", f"gemeenten/{NATIONAL_SLUG}/", NATIONAL, NATIONAL, text, ids, group=NATIONAL)


def _emptied(context: ViewContext) -> Iterable[Collection]:
    towns = {town.slug: town for town in context.catalogue.registers.municipalities.present.values()}
    for slug in emptied_municipalities(context.catalogue):
        yield _municipality(towns[slug], (), (), {}) if slug in towns else _national(())


def _municipality(
    town: Municipality, ids: tuple[str, ...], like_sized: Sequence[Municipality], found: Mapping[str, list[str]]
) -> Collection:
    size = SIZE_CLASSES.get(town.grootteklasse, town.grootteklasse)
    others = sorted((t for t in like_sized if t.code != town.code), key=lambda t: (-len(found[t.code]), t.slug))
    return Collection(
        "gemeenten", f"gemeenten/{town.slug}/", town.naam, f"Praktijken van {town.naam}",
        f"{town.naam} is een gemeente in {town.provincie} met {size}.", ids,
        facts=(Fact("Provincie", town.provincie), Fact("Grootte", size), Fact("Gemeentecode", town.code)),
        neighbours=tuple(
            CountedLink(t.naam, f"gemeenten/{t.slug}/", len(found[t.code])) for t in others[:NEIGHBOURS_SHOWN]
        ),
        group=town.provincie,
    )  # fmt: skip


def _evidence_levels(context: ViewContext, ranked: Sequence[str]) -> Iterable[Collection]:
    practices = context.catalogue.practices
    for level in reversed(list(EVIDENCE_LEVELS)):
        ids = tuple(id for id in ranked if practices[id].bewijs.niveau == level)
        label = EVIDENCE_LEVELS[level]
        yield Collection("bewijs", f"bewijs/{level}/", label, f"Bewijs: {label}", EVIDENCE_MEANINGS[level], ids)
