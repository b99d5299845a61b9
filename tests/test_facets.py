"""The columns by which results are narrowed: what they hold, and which class costs fall in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.load import load
from generator.parse.fields import Range
from generator.parse.model import Costs
from generator.search.coding import ALPHABET
from generator.search.facets import NEARBY, cost_amount, cost_class, facets_file

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(PROJECT)[0]


@pytest.fixture(scope="module")
def file(catalogue: Catalogue) -> dict[str, Any]:
    return facets_file(catalogue, list(catalogue.practices.values()))


def decode(texts: list[str]) -> list[int]:
    return [
        sum(ALPHABET.index(sign) << 6 * place for place, sign in enumerate(signs)) for signs in zip(*texts, strict=True)
    ]


def options_of(file: dict[str, Any], id: str) -> list[list[str]]:
    """Return the ids of the options that each practice has."""
    facet = next(facet for facet in file["facetten"] if facet["id"] == id)
    sizes, *columns = (iter(decode(text)) for text in facet["waarden"])
    return [[facet["opties"][next(column)][0] for column in columns[:size]] for size in sizes]


def near(file: dict[str, Any], name: str) -> list[str]:
    names = [name for _, name in file["gemeenten"]]
    return [names[decode(column)[names.index(name)]] for column in file["buren"]]


@pytest.mark.parametrize(
    ("costs", "amount", "kind"),
    [
        (Costs(bekend="nee"), None, "onbekend"),
        (Costs(per_deelnemer=750, fte=2.5), None, "onbekend"),
        (Costs(jaarlijks=0), 0, "tot-10000"),
        (Costs(jaarlijks=9_999, eenmalig=400_000), 9_999, "tot-10000"),
        (Costs(eenmalig=10_000), 10_000, "10000-50000"),
        (Costs(jaarlijks=Range(van=20_000, tot=50_000)), 50_000, "50000-250000"),
        (Costs(jaarlijks=250_000), 250_000, "vanaf-250000"),
    ],
)
def test_costs_fall_in_the_class_of_what_is_known(costs: Costs, amount: int | None, kind: str) -> None:
    assert cost_amount(costs) == amount
    assert cost_class(costs) == kind


def test_columns_hold_the_values_of_the_records(file: dict[str, Any], catalogue: Catalogue) -> None:
    practices = list(catalogue.practices.values())
    for id, values in {"thema": "themas", "doelgroep": "doelgroepen", "wet": "wettelijk_kader"}.items():
        assert [set(found) for found in options_of(file, id)] == [set(getattr(p, values)) for p in practices]
    assert options_of(file, "bewijs") == [[practice.bewijs.niveau] for practice in practices]
    years = [str(practice.periode.van) if practice.periode else "onbekend" for practice in practices]
    assert options_of(file, "jaar") == [[year] for year in years]


def test_a_practice_stands_in_every_municipality_that_has_it_and_else_is_national(
    file: dict[str, Any], catalogue: Catalogue
) -> None:
    register = catalogue.registers.municipalities
    for practice, found in zip(catalogue.practices.values(), options_of(file, "gemeente"), strict=True):
        codes = [*practice.gemeenten, *(adoption.gemeente for adoption in practice.overgenomen_door)]
        expected = {town.code for code in codes if (town := register.resolve(code))}
        assert set(found) == (expected or {"landelijk"})


def test_every_municipality_can_be_chosen_and_has_others_near(file: dict[str, Any], catalogue: Catalogue) -> None:
    assert {code for code, _ in file["gemeenten"]} == set(catalogue.registers.municipalities.present)
    assert all(len({*near(file, name), name}) == NEARBY + 1 for _, name in file["gemeenten"][::20])
    assert {*near(file, "Leiden")} >= {"Leiderdorp", "Oegstgeest", "Voorschoten"}
    assert {*near(file, "Groningen")} >= {"Noordenveld", "Tynaarlo"}


def test_unknown_costs_have_place_nought(file: dict[str, Any], catalogue: Catalogue) -> None:
    unknown = [cost_amount(practice.kosten) is None for practice in catalogue.practices.values()]
    assert [place == 0 for place in decode(file["bedragen"])] == unknown


def test_an_empty_catalogue_has_facets_too() -> None:
    assert json.dumps(facets_file(Catalogue(), []))
