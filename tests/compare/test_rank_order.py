"""Ranks against the length of their list and the values ranked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.compare.rank_order import beyond, misplaced
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier
from judging import claim, quantity

TENTH = Tolerance.of()


def rank(place: int) -> Claim:
    return claim(quantity(place), kind=Kind.RANK)


@pytest.mark.parametrize(
    ("place", "size", "relation"),
    [
        (9, claim(10), "agrees"),
        (10, claim(10), "agrees"),
        (12, claim(10), "contradicts"),
        (11, claim(quantity(10, modifier=Modifier.APPROX)), "agrees"),
        (12, claim(quantity(10, None, modifier=Modifier.AT_LEAST)), "nothing"),
    ],
)
def test_a_list_ends(place: int, size: Claim, relation: str) -> None:
    verdict = beyond(rank(place), size, TENTH)
    assert ("nothing" if verdict is None else verdict.relation.value) == relation


def test_only_ranks_in_counted_lists_are_judged() -> None:
    assert beyond(claim(12), claim(10), TENTH) is None
    assert beyond(rank(12), claim(quantity(10, unit="kilometer"), kind=Kind.MEASURE), TENTH) is None


def test_the_first_value_out_of_order_is_found() -> None:
    assert misplaced([claim(one) for one in (500, 450, 310, 330, 200)], TENTH, rising=False) == [3]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
@settings(deadline=None)
def test_sorted_values_are_in_order(values: list[int]) -> None:
    made = [claim(one) for one in sorted(values)]
    assert misplaced(made, TENTH, rising=True) == []
    assert misplaced(made[::-1], TENTH, rising=False) == []
