"""What is read off one claim alone is read once, however many others the claim is compared with."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["fact"]

_T = TypeVar("_T")


def fact(read: Callable[[Profile], _T]) -> Callable[[Profile], _T]:
    """A function of one profile that keeps what it finds with the profile; what it gives is not to be changed."""

    @wraps(read)
    def kept(profile: Profile) -> _T:
        facts = profile.facts
        try:
            found: _T = facts[read]
        except KeyError:
            found = facts[read] = read(profile)
        return found

    return kept
