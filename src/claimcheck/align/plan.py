"""Which tests a pair of claims needs: a test that neither claim gives anything to say is left out.

Each test says beside itself, by ``where``, what a claim must have so that it may find anything; what that is is read
once for each claim. A test without such a word is run on every pair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claimcheck.align.facts import fact

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["Plan", "where"]

_SPEAKS: dict[Callable[..., None], tuple[Callable[[Profile], Any], bool]] = {}


def where(test: Callable[..., None], speaks: Callable[[Profile], Any], *, both: bool = False) -> None:
    """Says of a test that it finds something only where ``speaks`` is true of one of the claims, or of ``both``."""
    _SPEAKS[test] = speaks, both


class Plan:
    """A list of tests, of which each pair gets those that it needs, in order."""

    def __init__(self, tests: Sequence[Callable[..., None]]) -> None:
        self._tests = tests
        asked = [(1 << at, *_SPEAKS[test]) for at, test in enumerate(tests) if test in _SPEAKS]
        self._both = sum(bit for bit, _, both in asked if both)
        self._always = sum(1 << at for at, test in enumerate(tests) if test not in _SPEAKS)
        self._asked = [(bit, speaks) for bit, speaks, _ in asked]
        self._voice = fact(self._heard)
        self._of = lru_cache(1 << 13)(self._chosen)

    def _heard(self, profile: Profile) -> int:
        """The tests, as bits, that this claim gives something to say."""
        bits = 0
        for bit, speaks in self._asked:
            if speaks(profile):
                bits |= bit
        return bits

    def of(self, a: Profile, b: Profile) -> Sequence[Callable[..., None]]:
        """The tests that these two need."""
        one, other, both = self._voice(a), self._voice(b), self._both
        return self._of((one | other) & ~both | one & other & both)

    def _chosen(self, bits: int) -> Sequence[Callable[..., None]]:
        bits |= self._always
        return tuple(test for at, test in enumerate(self._tests) if bits >> at & 1)
