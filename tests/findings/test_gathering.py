"""Groups of claims are told of as soon as no pair of any of theirs is left."""

from __future__ import annotations

from typing import Any

import attrs

from claimcheck.findings.gathering import Gathering
from claimcheck.findings.pairs import Judged


def judged(first: int, second: int) -> Judged:
    fields: dict[str, Any] = dict.fromkeys((one.name for one in attrs.fields(Judged)), None)
    return Judged(**{**fields, "first": first, "second": second})


def gathered(*pairs: tuple[int, int]) -> Gathering:
    gathering = Gathering()
    for pair in pairs:
        gathering.add(judged(*pair))
    return gathering


def pairs_of(found: list[tuple[list[int], list[Judged]]]) -> list[tuple[list[int], list[tuple[int, int]]]]:
    return [(sorted(members), sorted((one.first, one.second) for one in pairs)) for members, pairs in found]


def test_a_group_waits_for_all_its_claims() -> None:
    gathering = gathered((0, 1), (2, 3), (1, 2), (5, 6))
    assert gathering.at_rest([0, 2, 3, 4]) == []
    assert 0 in gathering
    assert pairs_of(gathering.at_rest([1])) == [([0, 1, 2, 3], [(0, 1), (1, 2), (2, 3)])]
    assert 0 not in gathering
    assert 5 in gathering


def test_a_group_may_grow_while_it_waits() -> None:
    gathering = gathered((0, 1))
    assert gathering.at_rest([0]) == []
    gathering.add(judged(1, 2))
    assert gathering.at_rest([1]) == []
    assert pairs_of(gathering.at_rest([2])) == [([0, 1, 2], [(0, 1), (1, 2)])]


def test_what_still_waits_is_given_once() -> None:
    gathering = gathered((0, 1), (1, 2), (5, 6))
    gathering.at_rest([5, 6])
    assert sorted((one.first, one.second) for one in gathering.rest()) == [(0, 1), (1, 2)]
