"""Figures of a thing that a sentence only imagines or picks out: a laptop with 8 cores, any ship with 300 berths."""

from __future__ import annotations

import re

from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State

__all__ = ["instances"]

_WITH = re.compile(
    r"\b(?:[Aa]n?|[Aa]ny|[Ee]very)((?: [a-z][\w-]*){1,3}) (?:with|having)(?: (?:about|around|some|only|just|over))?$"
)
_LONG = 80


def instances(a: Profile, b: Profile, state: State) -> None:
    """What one of many things has, that no name tells, is compared with nothing but the same words."""
    if a.document == b.document:
        return
    left, right = _instance(a), _instance(b)
    if left != right and (left or right):
        state.unknown("instance", f"{left or 'no one thing'} / {right or 'no one thing'}: any such")
        state.guarded = True


@fact
def _instance(profile: Profile) -> str:
    document, claim = profile.source, profile.claim
    if document is None or claim.structure == "table" or profile.dimension in ("date", "rank", "percent"):
        return ""
    before = document.text[max(claim.sentence.start, claim.span.start - _LONG) : claim.span.start].rstrip()
    found = _WITH.search(" ".join(before.split()))
    return found[1].split()[-1] if found else ""


where(instances, lambda one: _instance(one))
