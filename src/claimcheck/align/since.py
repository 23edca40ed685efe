"""What has come together since a time beside what one period brought: 6,400 since 1999, 290 last year."""

from __future__ import annotations

import re

from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State

__all__ = ["lifetime", "since_and_within"]

_PERIOD = re.compile(
    r"\b(?:(?:last|this|next|that|each|every|per|a) (?:year|month|week|season|quarter|winter|spring|summer|autumn|day)"
    r"|(?:annual|month|week|year|dai)ly)\b"
)


def since_and_within(a: Profile, b: Profile, state: State) -> bool:
    """Part two figures of which one is of all since a time, and the other of a period that is over, or comes again."""
    for one, other in ((a, b), (b, a)):
        if _since(one) and (period := _period(other)):
            state.mismatch("time", f"all since {one.claim.when and one.claim.when.start} / {period}")
            return True
    return False


def lifetime(a: Profile, b: Profile, state: State) -> None:
    """What has come together since something began takes in what one year brought."""
    if a.dimension == "date" or a.clause.lifetime == b.clause.lifetime:
        return
    whole, part = (a, b) if a.clause.lifetime else (b, a)
    if part.claim.when is None and "total" in part.scope.get("extent", ()):
        return
    so_far = part.claim.when is not None and part.claim.when.start is None
    if so_far and "total" in part.scope.get("extent", ()):
        return  # "by July it had served 2 million in all"
    if part.claim.when is not None or part.clause.running is False:
        state.unknown("extent", "one has come together since something began")
        state.partly.add(-1 if whole is a else 1)
        state.loosely = True


@fact
def _since(profile: Profile) -> bool:
    when = profile.claim.when
    if when is None or when.start is None or when.end is not None or profile.dimension == "date":
        return False
    return profile.clause.running and not profile.clause.state


@fact
def _period(profile: Profile) -> str:
    """The period that a clause names whose year is not known."""
    if profile.claim.when is not None:
        return ""
    before, after = profile.clause.words
    found = _PERIOD.search(before) or _PERIOD.search(after)
    return found[0] if found is not None else ""


where(lifetime, lambda one: one.clause.lifetime)
