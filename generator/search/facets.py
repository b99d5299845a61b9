"""What results can be narrowed and sorted by: a column per facet, with the values of every practice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from generator.catalogue import Catalogue
from generator.parse.fields import UNKNOWN, Range
from generator.parse.model import Costs, Practice
from generator.permalinks.addresses import NATIONAL_SLUG, present_codes
from generator.registers.municipalities import SIZE_CLASSES, Municipality, slugify
from generator.search.coding import encode_column
from generator.view.context import NATIONAL
from generator.view.labels import EVIDENCE_LEVELS, KINDS, RECOGNITIONS, STATUSES

COST_CLASSES: Mapping[str, str] = {
    "tot-10000": "Minder dan € 10.000",
    "10000-50000": "€ 10.000 tot € 50.000",
    "50000-250000": "€ 50.000 tot € 250.000",
    "vanaf-250000": "€ 250.000 of meer",
    UNKNOWN: "Geen totaalbedrag bekend",
}
"""Round bounds, the lower one inclusive. They only part small, middling and large; no rule lies behind them."""
COST_BOUNDS = (10_000, 50_000, 250_000)
NEARBY = 8
"""Municipalities that count as near: a bit more than a municipality has neighbours on average."""

Options = Sequence[tuple[str, str]]
Values = Sequence[Sequence[int]]


def facets_file(catalogue: Catalogue, practices: Sequence[Practice]) -> dict[str, Any]:
    """Return the facets of practices as JSON values, in the order of the practices.

    `gemeenten` holds code and name of all in the register, those with most practices first, and `buren` a column per
    near one. Option n of the facet "gemeente" is the one before number n; option 0 is national. Where a facet has
    `gemeenten` instead of `waarden`, its values follow from the municipality.
    """
    codes = [present_codes(catalogue.registers.municipalities, practice) for practice in practices]
    towns = _towns(catalogue, codes)
    numbers = {town.code: number for number, town in enumerate(towns)}
    places = [[numbers[code] + 1 for code in some] or [0] for some in codes]
    here: Options = [(NATIONAL_SLUG, NATIONAL), *((town.code, town.naam) for town in towns)]
    provinces = [(slugify(name), name) for name in sorted({town.provincie for town in towns})]
    facets = [
        _of_terms(catalogue, practices, "thema", "Thema", "themas", lambda p: p.themas),
        _of_terms(catalogue, practices, "doelgroep", "Doelgroep", "doelgroepen", lambda p: p.doelgroepen),
        _closed(practices, "bewijs", "Bewijs", _turned(EVIDENCE_LEVELS), lambda p: [p.bewijs.niveau]),
        _closed(practices, "kosten", "Kosten", COST_CLASSES, lambda p: [cost_class(p.kosten)]),
        _facet("gemeente", "Gemeente", here, places),
        _by_town("provincie", "Provincie", provinces, [slugify(town.provincie) for town in towns]),
        _by_town("grootte", "Grootte van de gemeente", list(SIZE_CLASSES.items()), [t.grootteklasse for t in towns]),
        _of_terms(catalogue, practices, "wet", "Wet", "wetten", lambda p: p.wettelijk_kader),
        _closed(practices, "erkenning", "Erkenning", _turned(RECOGNITIONS), _recognitions),
        _closed(practices, "soort", "Soort", KINDS, lambda p: [p.soort]),
        _closed(practices, "status", "Status", STATUSES, lambda p: [p.status]),
        _years(practices),
    ]
    amounts = [cost_amount(practice.kosten) for practice in practices]
    return {
        "facetten": facets,
        "gemeenten": [[town.code, town.naam] for town in towns],
        "buren": [encode_column(column) for column in _nearest(towns)],
        "bedragen": _ranks([-1 if amount is None else amount for amount in amounts], first=-1),
        "toegevoegd": _ranks([practice.toegevoegd_op.toordinal() for practice in practices]),
    }


def cost_amount(costs: Costs) -> int | None:
    """Return what a practice costs a year, or once when that is all that is known; of a range the upper bound.

    Costs per participant and staff are no total, so they give None.
    """
    amount = costs.eenmalig if costs.jaarlijks is None else costs.jaarlijks
    return amount.tot if isinstance(amount, Range) else amount


def cost_class(costs: Costs) -> str:
    """Return the id of the class of costs."""
    amount = cost_amount(costs)
    return UNKNOWN if amount is None else list(COST_CLASSES)[sum(amount >= bound for bound in COST_BOUNDS)]


def _facet(id: str, label: str, options: Options, values: Values) -> dict[str, Any]:
    return {"id": id, "naam": label, "opties": options, "waarden": _encode_lists(values)}


def _by_town(id: str, label: str, options: Options, of_towns: Sequence[str]) -> dict[str, Any]:
    numbers = {option: number for number, (option, _) in enumerate(options)}
    return {"id": id, "naam": label, "opties": options, "gemeenten": encode_column([numbers[v] for v in of_towns])}


def _closed(
    practices: Sequence[Practice],
    id: str,
    label: str,
    options: Mapping[str, str],
    values: Callable[[Practice], Iterable[str]],
) -> dict[str, Any]:
    numbers = {option: number for number, option in enumerate(options)}
    numbered = cache(lambda *some: tuple(dict.fromkeys(numbers[value] for value in some)))
    return _facet(id, label, list(options.items()), [numbered(*values(practice)) for practice in practices])


def _of_terms(
    catalogue: Catalogue,
    practices: Sequence[Practice],
    id: str,
    label: str,
    vocabulary: str,
    values: Callable[[Practice], Iterable[str]],
) -> dict[str, Any]:
    """Return the facet of a vocabulary, the terms with most practices first."""
    used = Counter(value for practice in practices for value in values(practice))
    terms = sorted(catalogue.registers.terms(vocabulary), key=lambda term: (-used[term.id], term.naam))
    return _closed(practices, id, label, {term.id: term.naam for term in terms}, values)


def _years(practices: Sequence[Practice]) -> dict[str, Any]:
    """Return the facet of the year in which a practice began, the latest first."""
    years = {practice.periode.van for practice in practices if practice.periode} - {UNKNOWN}
    options = {str(year): str(year) for year in sorted(years, key=str, reverse=True)} | {UNKNOWN: "Jaar niet bekend"}
    return _closed(practices, "jaar", "Begonnen in", options, lambda p: [str(p.periode.van) if p.periode else UNKNOWN])


def _recognitions(practice: Practice) -> list[str]:
    return [grant.niveau for grant in practice.bewijs.erkenningen]


def _turned(labels: Mapping[str, str]) -> Mapping[str, str]:
    """Return labels from strong to weak."""
    return {id: labels[id] for id in reversed(list(labels))}


def _towns(catalogue: Catalogue, codes: Iterable[Iterable[str]]) -> list[Municipality]:
    used = Counter(code for some in codes for code in some)
    present = catalogue.registers.municipalities.present.values()
    return sorted(present, key=lambda town: (-used[town.code], town.slug, town.code))


def _nearest(towns: Sequence[Municipality]) -> list[list[int]]:
    """Return the number of the nearest to each municipality, then of the second nearest to each, and so on.

    Nearness is that of one point each, which only tells roughly who lives next to whom: borders are in no register.
    """
    if not towns:
        return []
    latitude = np.radians([town.breedtegraad for town in towns])
    longitude = np.radians([town.lengtegraad for town in towns])
    east = (longitude[:, None] - longitude) * np.cos((latitude[:, None] + latitude) / 2)
    distance = np.hypot(east, latitude[:, None] - latitude)
    np.fill_diagonal(distance, np.inf)
    order = np.argsort(distance, axis=1, kind="stable")[:, : min(NEARBY, len(towns) - 1)]
    columns: list[list[int]] = order.T.tolist()
    return columns


def _ranks(values: Sequence[int], first: int | None = None) -> list[str]:
    """Return for each value its place among all different ones, coded; `first` always has place 0."""
    different = sorted({*values, *([] if first is None else [first])})
    places = {value: place for place, value in enumerate(different)}
    return encode_column([places[value] for value in values])


def _encode_lists(lists: Values) -> list[list[str]]:
    """Return how long each list is, then all first values, all second values, and so on.

    Practices come in the order of their first theme and target group, so that the first columns compress to little.
    """
    longest = max(map(len, lists), default=0)
    places = [[numbers[at] for numbers in lists if len(numbers) > at] for at in range(longest)]
    return [encode_column(column) for column in ([len(numbers) for numbers in lists], *places)]
