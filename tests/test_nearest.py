"""The nearest rows of a matrix: right with ties, and the same when brought up to date as when sought anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from generator.relate import nearest as step
from generator.relate.nearest import Nearest, Space, find_nearest, renew_nearest

THRESHOLD = 2
WANTED = 3
Rows = list[list[int]]
Found = list[list[tuple[int, int]]]

rows = st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=14)


@pytest.fixture(autouse=True, scope="module")
def few_are_kept() -> object:
    """Keep so few neighbours, and look at so few rows at a time, that every border is met."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(step, "KEPT", 5)
        patch.setattr(step, "BLOCK", 3)
        yield


def make_space(rows: Rows, chosen: list[int]) -> Space:
    matrix = sparse.csr_array(np.array(rows, dtype=np.int32).reshape(-1, 4))
    return Space(matrix, np.array(chosen, dtype=np.int32), THRESHOLD)


def first(found: Nearest, total: int) -> Found:
    rows: Found = [[] for _ in range(total)]
    for row, column, value in zip(*(part.tolist() for part in found.pairs), strict=True):
        rows[row].append((column, value))
    return [row[:WANTED] for row in rows]


def by_hand(rows: Rows, chosen: list[int]) -> Found:
    products = [[(c, sum(a * b for a, b in zip(row, rows[c], strict=True))) for c in chosen] for row in rows]
    return [sorted((p for p in row if p[1] > THRESHOLD), key=lambda p: (-p[1], p[0]))[:WANTED] for row in products]


def choose(data: st.DataObject, total: int) -> list[int]:
    return sorted(data.draw(st.sets(st.integers(0, total - 1), min_size=1)))


@settings(deadline=None)
@given(rows, st.data())
def test_the_first_of_each_row_are_the_highest_and_of_equal_ones_the_first(rows: Rows, data: st.DataObject) -> None:
    chosen = choose(data, len(rows))
    assert first(find_nearest(make_space(rows, chosen), WANTED), len(rows)) == by_hand(rows, chosen)


@settings(max_examples=300, deadline=None)
@given(rows, st.data())
def test_what_is_brought_up_to_date_time_and_again_is_what_is_found_anew(rows: Rows, data: st.DataObject) -> None:
    chosen = choose(data, len(rows))
    found = find_nearest(make_space(rows, chosen), WANTED)
    for _ in range(data.draw(st.integers(1, 4))):
        kept = sorted(data.draw(st.sets(st.integers(0, len(rows) - 1))))
        places = data.draw(st.permutations([*([True] * len(kept)), *([False] * data.draw(st.integers(0, 3)))]))
        if not places:
            return
        ahead = iter(kept)
        origins = [next(ahead) if old else None for old in places]
        edited = data.draw(st.sets(st.integers(0, len(origins) - 1), max_size=3))
        new = data.draw(st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=len(origins)))
        after = [new[row] if origin is None or row in edited else rows[origin] for row, origin in enumerate(origins)]
        numbers = np.full(len(rows), -1, dtype=np.int32)
        changed = np.ones(len(after), dtype=bool)
        was_chosen = np.zeros(len(after), dtype=bool)
        for row, origin in enumerate(origins):
            if origin is not None:
                numbers[origin] = row
                changed[row] = after[row] != rows[origin]
                was_chosen[row] = origin in chosen
        rows, chosen = after, choose(data, len(after))
        found = renew_nearest(found, numbers, make_space(rows, chosen), changed, changed | ~was_chosen, WANTED)
        assert first(found, len(rows)) == by_hand(rows, chosen)


def test_a_changed_row_that_ties_with_the_last_that_is_kept_takes_its_place_in_order() -> None:
    before, after = [[0, 0, 0, 0], *[[1, 1, 1, 0]] * 8], [[1, 1, 1, 0]] * 9
    everyone = list(range(9))
    found = find_nearest(make_space(before, everyone), WANTED)
    changed = np.array([True, *[False] * 8])
    renewed = renew_nearest(found, np.arange(9), make_space(after, everyone), changed, changed, WANTED)
    assert first(renewed, 9) == [[(0, 3), (1, 3), (2, 3)]] * 9
