"""The order in which pairs are judged: those of two documents together, documents of one subject in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.findings.agenda import Agenda

PAIRS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)).filter(lambda pair: pair[0] < pair[1]), unique=True)


def turns(agenda: Agenda) -> list[list[list[tuple[int, int]]]]:
    return [list(agenda.turn(number)) for number in range(len(agenda))]


def test_documents_that_share_most_follow_each_other() -> None:
    # Documents 0 and 2 have two pairs of claims, 1 and 3 as many, and one pair joins 0 with 1.
    document = [0, 0, 1, 1, 2, 2, 3, 3]
    agenda = Agenda([(0, 2), (0, 4), (1, 5), (2, 6), (3, 7)], document)
    assert turns(agenda) == [[], [[(0, 4), (1, 5)]], [[(0, 2)]], [[(2, 6), (3, 7)]]]


def test_the_pairs_of_one_document_are_its_own_turn() -> None:
    assert turns(Agenda([(0, 1), (0, 2), (1, 2)], [0, 0, 1])) == [[[(0, 1)]], [[(0, 2), (1, 2)]]]


def test_no_pairs_make_no_turns() -> None:
    agenda = Agenda([], [])
    assert (len(agenda), agenda.parts(4)) == (0, [])


@given(PAIRS, st.lists(st.integers(0, 6), min_size=20, max_size=20))
def test_each_pair_has_its_turn_with_all_others_of_its_documents(
    pairs: list[tuple[int, int]], document: list[int]
) -> None:
    agenda = Agenda(sorted(pairs), document)
    together = [group for turn in turns(agenda) for group in turn]
    assert sorted(pair for group in together for pair in group) == sorted(pairs)
    seen = [{frozenset(document[one] for one in pair) for pair in group} for group in together]
    assert all(len(apart) == 1 for apart in seen)
    assert len(set().union(*seen)) == len(together)
    assert all(group == sorted(group) for group in together)


@given(PAIRS, st.integers(1, 9))
def test_the_parts_are_the_whole_agenda(pairs: list[tuple[int, int]], count: int) -> None:
    agenda = Agenda(pairs, [number // 3 for number in range(20)])
    parts = agenda.parts(count)
    assert [turn for part in parts for turn in part] == list(range(len(agenda)))
    assert len(parts) <= count


@pytest.mark.parametrize("count", [2, 5])
def test_parts_have_about_as_many_pairs_each(count: int) -> None:
    document = list(range(1000))
    agenda = Agenda([(at, at + 1) for at in range(999)], document)
    sizes = [sum(len(group) for turn in part for group in agenda.turn(turn)) for part in agenda.parts(count)]
    assert max(sizes) <= 999 / count + 1
