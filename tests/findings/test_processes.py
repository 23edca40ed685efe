"""Blocks judged in several processes: the same findings as in one, in the same order."""

from __future__ import annotations

import threading

import pytest

from claimcheck.findings import judge, processes
from claimcheck.findings.blocks import Blocks
from findings.test_judging_growth import told
from judging import documents_of, rules

forked = pytest.mark.skipif(processes.at_hand() < 2, reason="no process can be forked here, or there is one processor")


def test_blocks_are_what_pairs_join() -> None:
    blocks = Blocks([(0, 4), (1, 2), (2, 5), (3, 4)])
    assert [blocks[number] for number in range(2)] == [[(0, 4), (3, 4)], [(1, 2), (2, 5)]]
    assert blocks.sizes == [2, 2]


def test_no_pairs_make_no_blocks() -> None:
    assert Blocks([]).sizes == []


def test_a_long_chain_is_one_block() -> None:
    assert Blocks([(at, at + 1) for at in reversed(range(5_000))]).sizes == [5_000]


def test_results_come_in_order_whatever_the_sizes() -> None:
    assert list(processes.spread(str, [1, 50, 3, 0, 9], 1)) == list("01234")


def test_a_large_piece_is_a_batch_of_its_own() -> None:
    assert processes._batches([1, 90, 1, 1, 1], 1) == [[1], [0, 2, 3, 4]]


@forked
def test_several_processes_give_the_same_results_in_order() -> None:
    assert list(processes.spread(str, [1, 50, 3, 0, 9], 2)) == list("01234")


@forked
def test_an_error_in_another_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(processes.spread(lambda number: 1 // number, [1, 1], 2))


@forked
def test_the_number_of_processes_changes_no_finding() -> None:
    claims = told(360)
    documents = documents_of(claims)
    alone = judge(claims, documents, rules(), processes=1)
    assert alone
    assert judge(claims, documents, rules(), processes=2) == alone


def test_nothing_is_forked_beside_another_thread() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processes.at_hand() == 1
    finally:
        done.set()
        thread.join()
