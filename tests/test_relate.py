"""Zie ook: authored relations from both ends, computed ones with reasons that hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.tokens import words
from generator.catalogue import Catalogue
from generator.load import load
from generator.relate.computed import computed_relations
from generator.relate.relate import relate
from generator.relate.related import Related, RelatedIndex

ROOT = Path(__file__).resolve().parents[1]

DRAWN_BY_THE_SOURCES = (
    ("wijeindhoven", "buurt-in-bloei"),
    ("wijeindhoven", "wat-telt"),
    ("wijeindhoven", "uitkeringen-via-het-wijkteam"),
    ("geheugenhuis", "huis-van-de-buurt"),
    ("tom-in-de-buurt", "leertafel"),
    ("city-deal-inclusieve-stad", "maatwerkbudget"),
    ("city-deal-inclusieve-stad", "topklas"),
    ("maatwerkbudget", "ontschot-budget"),
    ("kwaliteitskompas", "alternatieve-vormen-van-monitoring"),
    ("omgekeerde-toets", "omgekeerde-verordening"),
    ("omgekeerde-toets", "casusbesprekingen"),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded, diagnostics = load(ROOT)
    assert not diagnostics
    return loaded


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> RelatedIndex:
    return relate(catalogue)


def ids(found: list[Related] | tuple[Related, ...]) -> list[str]:
    return [related.id for related in found]


def test_every_practice_has_at_least_five_neighbours_each_with_a_reason(index: RelatedIndex) -> None:
    assert {id: len(found) for id, found in index.items() if len(found) < 5} == {}
    assert [id for id, found in index.items() if not all(related.reasons for related in found)] == []


def test_no_practice_is_its_own_neighbour_or_named_twice(index: RelatedIndex) -> None:
    for id, found in index.items():
        assert id not in ids(found)
        assert len(set(ids(found))) == len(found)


@pytest.mark.parametrize(("one", "other"), DRAWN_BY_THE_SOURCES)
def test_what_the_sources_tie_together_is_shown_from_both_ends(index: RelatedIndex, one: str, other: str) -> None:
    assert other in ids(index[one])
    assert one in ids(index[other])


def test_authored_relations_come_first(index: RelatedIndex) -> None:
    for found in index.values():
        authored = [related.authored for related in found]
        assert authored == sorted(authored, reverse=True)


def test_words_given_as_a_reason_stand_in_both_records(catalogue: Catalogue) -> None:
    spoken = {id: set(words(practice.model_dump_json())) for id, practice in catalogue.practices.items()}
    for id, found in computed_relations(catalogue).items():
        for related in found:
            given = {word for reason in related.reasons if reason.kind == "woorden" for word in reason.values}
            assert given <= spoken[id] & spoken[related.id]


def test_the_better_match_scores_higher_and_scores_lie_between_0_and_1(catalogue: Catalogue) -> None:
    for found in computed_relations(catalogue).values():
        scores = [related.score for related in found]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_the_order_of_reading_changes_nothing(catalogue: Catalogue) -> None:
    backwards = dict(reversed(catalogue.practices.items()))
    turned = Catalogue(
        catalogue.registers,
        backwards,
        catalogue.congresses,
        catalogue.mentions,
        catalogue.concepts,
        catalogue.known_ids,
    )
    assert computed_relations(turned) == computed_relations(catalogue)


def test_one_practice_alone_has_no_neighbours(catalogue: Catalogue) -> None:
    id = "geheugenhuis"
    alone = Catalogue(registers=catalogue.registers, practices={id: catalogue.practices[id]})
    assert relate(alone) == {id: ()}
