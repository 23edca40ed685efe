"""Pieces of work spread over processes that are forked from this one: what they need is there already.

Only where forking is safe: on Linux, with no other thread running, and not in a process that may have no children.
Elsewhere, and for little work, everything is done in this process. The results are the same, and in the same order.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

__all__ = ["at_hand", "spread"]

_R = TypeVar("_R")

_MOST = 8  # processes; what is left to one of them takes longer than the rest with more

_work: Callable[[int], Any] | None = None  # what the forked processes are to do; they find it here


def at_hand() -> int:
    """How many processes can work at once; 1 where none may be forked."""
    if sys.platform != "linux" or threading.active_count() > 1 or multiprocessing.current_process().daemon:
        return 1
    return min(_MOST, len(os.sched_getaffinity(0)))


def spread(work: Callable[[int], _R], count: int, processes: int) -> Iterator[_R]:
    """What ``work`` gives for each number below ``count``, in order.

    With more than one process a result must be such that it can be pickled; an error in one of them is raised here.
    """
    global _work
    if processes < 2 or count < 2:
        yield from map(work, range(count))
        return
    _work = work
    try:
        with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as pool:
            yield from pool.map(_run, range(count))
    finally:
        _work = None


def _run(number: int) -> Any:
    if _work is None:
        raise RuntimeError("no work was left before the fork")
    return _work(number)
