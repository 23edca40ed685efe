"""What is read off one claim alone is read once, however many others the claim is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["fact", "some"]

_T = TypeVar("_T")


_NONE: frozenset[Any] = frozenset()


def some(words: Iterable[_T]) -> frozenset[_T]:
    """These words; where there are none the one empty set, for each new one takes as much room as a sentence."""
    return frozenset(words) or _NONE


def _shared(found: _T) -> _T:
    return _NONE if not found and isinstance(found, frozenset) else found  # type: ignore[return-value]


def fact(read: Callable[[Profile], _T]) -> Callable[[Profile], _T]:
    """A function of one profile that keeps what it finds with the profile; what it gives is not to be changed."""

    @wraps(read)
    def kept(profile: Profile) -> _T:
        try:
            return profile.facts[read]  # type: ignore[no-any-return]
        except KeyError:
            found = profile.facts[read] = _shared(read(profile))
            return found

    return kept
