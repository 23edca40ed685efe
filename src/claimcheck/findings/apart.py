"""How much evidence a difference in scope needs before it is worth telling."""

from __future__ import annotations

from claimcheck.align import Comparison, Profile
from claimcheck.align.state import State

__all__ = ["THING_NAMED", "in_reach_of_difference", "lists_unsure", "worth_naming", "worth_setting_apart"]

THING_NAMED = 1.0
"""What the measured thing must give for a difference to be worth naming."""

_DIFFER = 5.0  # what both must share beside that
_GIVEN = 8.0  # what sums of different roles must share


def in_reach_of_difference(a: Profile, b: Profile, state: State, room: float) -> bool:
    """Whether a pair may be worth naming, whatever the tests that are left say: they may add so much."""
    if state.thing >= THING_NAMED and a.head == b.head and state.score + room >= _DIFFER:
        return a.dimension != "date"
    return bool(a.claim.roles and b.claim.roles) and state.score + room >= _GIVEN


def worth_naming(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether a difference in scope is worth telling: the thing is plainly the same."""
    if a.dimension == "date" and any(reason.test == "event" for reason in found.mismatches):
        return False
    if _sums_of_one_giver(a, b, found):
        return True
    return found.thing >= THING_NAMED and found.alike >= _DIFFER and a.head == b.head and bool(found.mismatches)


def _sums_of_one_giver(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether one party spends or gives both sums, in the same words but for their role: aid here, spending there."""
    role = any(reason.test == "role of the sum" for reason in found.mismatches)
    givers = {name for claim in (a.claim, b.claim) for part, name in claim.roles if part == "giver"}
    both = all(any(part == "giver" for part, _ in claim.roles) for claim in (a.claim, b.claim))
    return role and both and len(givers) == 1 and found.alike >= _GIVEN


def worth_setting_apart(a: Profile, b: Profile, found: Comparison) -> bool:
    """Whether a part and a whole are worth telling side by side: plainly one thing, both dated, in different scopes.

    Places in two lists need no date.
    """
    told = a.claim.when is not None and b.claim.when is not None
    if a.dimension == "rank":
        told = lists_unsure(a, b)
    return told and found.thing >= THING_NAMED and found.alike >= _DIFFER and a.head == b.head


def lists_unsure(a: Profile, b: Profile) -> bool:
    """Whether only one of two places names its list ("the Global Terrorism Index"; "the index"): likely two lists."""
    if a.dimension != "rank" or a.head != b.head:
        return False
    named = [set(one.claim.core.split()) - {"rank", "on", a.head} for one in (a, b)]
    return bool(a.head in a.claim.core.split()) and bool(named[0]) != bool(named[1])
