"""Counts work instead of timing it: lines of Python that run, characters searched; a clock stops hangs alone."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["Searched", "growth", "hang_limit", "repeated", "steps"]

# Of sixteen times the text: linear work grows by 16 at most, quadratic work by up to 256.
TIMES = 16
LIMIT = 24


def repeated(piece: str, size: int) -> str:
    """A piece over and over, cut at ``size`` characters."""
    return (piece * (size // len(piece) + 1))[:size]


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python run during ``work``, turns of loops and comprehensions each counted."""
    count = 0

    def trace(frame: Any, event: str, arg: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[str], object], piece: str, size: int, before: str = "") -> float:
    """How many times the steps grow from ``size`` characters of a repeated piece to ``TIMES`` as many.

    To be linear is to stay below ``LIMIT``. ``before`` stands once in front of the pieces.
    """
    small = before + repeated(piece, size)
    large = before + repeated(piece, size * TIMES)
    work(small)  # tables and patterns are loaded at the first use
    return steps(lambda: work(large)) / max(1, steps(lambda: work(small)))


@contextmanager
def hang_limit(seconds: float = 60.0) -> Iterator[None]:
    """Fail where the processor is busy for so long that an expression must have exploded; nothing is measured."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise AssertionError(f"no end after {seconds:.0f} s of the processor's time")

    handler = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, handler)


class Searched(str):
    """A text that counts, in ``passed``, the characters that its own methods of searching go over."""

    __slots__ = ("passed",)
    passed: int

    def __new__(cls, text: str) -> Searched:
        new = super().__new__(cls, text)
        new.passed = 0
        return new

    def _range(self, start: int | None, end: int | None) -> tuple[int, int]:
        first, last, _ = slice(start, end).indices(len(self))
        return first, max(first, last)

    def find(self, sub: str, start: int | None = None, end: int | None = None) -> int:  # type: ignore[override]
        first, last = self._range(start, end)
        at = super().find(sub, first, last)
        self.passed += (last if at < 0 else at) - first
        return at

    def rfind(self, sub: str, start: int | None = None, end: int | None = None) -> int:  # type: ignore[override]
        first, last = self._range(start, end)
        at = super().rfind(sub, first, last)
        self.passed += last - max(at, first)
        return at

    def count(self, sub: str, start: int | None = None, end: int | None = None) -> int:  # type: ignore[override]
        first, last = self._range(start, end)
        self.passed += last - first
        return super().count(sub, first, last)

    def __contains__(self, sub: object) -> bool:
        return isinstance(sub, str) and self.find(sub) >= 0
