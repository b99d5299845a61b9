"""The measures of benchmarks/ give the values that a hand calculation gives."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import yaml

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
COLLECTION = BENCHMARKS / "zie_ook" / "collectie"


@pytest.fixture(scope="module")
def metrics() -> ModuleType:
    """The module itself: benchmarks/ is no package, its scripts run on their own."""
    spec = importlib.util.spec_from_file_location("metrics", BENCHMARKS / "metrics.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_dcg_by_hand(metrics: ModuleType) -> None:
    # 7 / log2(2) + 3 / log2(3) + 0 / log2(4) + 1 / log2(5) = 7 + 1.8928 + 0 + 0.4307
    assert metrics.dcg([3, 2, 0, 1]) == pytest.approx(9.3235, abs=1e-4)


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (("a", "b", "c"), 1.0),
        # 3 + 7 / 1.5850 + 1 / 2 = 7.9165 of the best 7 + 3 / 1.5850 + 1 / 2 = 9.3928
        (("b", "a", "c"), 0.8428),
        # 7 / log2(3) = 4.4165 of 9.3928
        (("x", "a"), 0.4702),
        (("x", "y", "z", "w", "v", "a"), 0.0),
        ((), 0.0),
    ],
)
def test_ndcg_by_hand(metrics: ModuleType, ranked: tuple[str, ...], expected: float) -> None:
    assert metrics.ndcg(ranked, {"a": 3, "b": 2, "c": 1}, 5) == pytest.approx(expected, abs=1e-4)


def test_ndcg_expects_no_more_than_fits(metrics: ModuleType) -> None:
    assert metrics.ndcg(("a", "b"), {"a": 2, "b": 2, "c": 2}, 2) == 1.0


def test_ndcg_of_a_query_without_kin_is_zero(metrics: ModuleType) -> None:
    assert metrics.ndcg(("a",), {}, 5) == 0.0


@pytest.mark.parametrize(("ranked", "expected"), [(("a",), 1.0), (("c", "b", "a"), 0.5), (("c", "x"), 0.0), ((), 0.0)])
def test_reciprocal_rank_counts_from_the_threshold(
    metrics: ModuleType, ranked: tuple[str, ...], expected: float
) -> None:
    assert metrics.reciprocal_rank(ranked, {"a": 3, "b": 2, "c": 1}, 2) == expected


def test_coverage_is_the_share_of_full_lists(metrics: ModuleType) -> None:
    assert metrics.coverage([("a", "b"), ("a",), (), ("a", "b", "c")], 2) == 0.5
    assert metrics.coverage([], 2) == 0.0


def test_judgments_are_graded_agree_both_ways_and_name_records() -> None:
    ids = {path.stem for path in (COLLECTION / "practices").glob("*/*.yml")}
    judgments = yaml.safe_load((COLLECTION / "oordelen.yml").read_text("utf-8"))
    for query, grades in judgments.items():
        assert {query, *grades} <= ids
        assert query not in grades
        assert set(grades.values()) <= {1, 2, 3}
        assert max(grades.values()) >= 2
        for other in judgments.keys() & grades.keys():
            assert judgments[other].get(query) == grades[other], (query, other)
