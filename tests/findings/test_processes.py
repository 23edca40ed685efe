"""Parts judged in several processes: the same findings as in one, in the same order."""

from __future__ import annotations

import threading

import pytest

from claimcheck.findings import judge, processes
from findings.test_judging_growth import told
from judging import documents_of, rules

forked = pytest.mark.skipif(processes.at_hand() < 2, reason="no process can be forked here, or there is one processor")


@forked
def test_several_processes_give_the_same_results_in_order() -> None:
    assert list(processes.spread(str, 5, 1)) == list(processes.spread(str, 5, 2)) == list("01234")


@forked
def test_an_error_in_another_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(processes.spread(lambda number: 1 // number, 2, 2))


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
