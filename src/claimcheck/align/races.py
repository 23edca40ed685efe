"""Places in two races, which go by their lengths: fourth over 400 metres, second over 800; places of nobody."""

from __future__ import annotations

import re

from claimcheck.align.documentation import said_names
from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State

__all__ = ["races"]


def races(a: Profile, b: Profile, state: State) -> None:
    """Two places are in one race only if the lengths that their sentences name are the same.

    In documentation "first" and "2nd best" count off what is spoken of, unless both sentences name whose rank it is.
    """
    if a.dimension == "rank" and a.project and not set(said_names(a)) & set(said_names(b)):
        state.bar("rank", "not said by both whose rank it is")
    left, right = _lengths(a), _lengths(b)
    if left and right and not left & right:
        state.mismatch("race", f"{', '.join(sorted(left))} / {', '.join(sorted(right))}", -1.0)


@fact
def _lengths(profile: Profile) -> frozenset[str]:
    if profile.dimension != "rank":
        return frozenset()
    return frozenset(f"{number} {unit[0]}" for number, unit in _LENGTH.findall(profile.spoken))


_LENGTH = re.compile(r" (\d[\d.,]*)[ -]?(m|metres?|meters?|km|kilometres?|kilometers?|miles?|yards?)(?= )")


where(races, lambda one: one.dimension == "rank", both=True)
