"""Days by which something is to be done."""

from __future__ import annotations

from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.profile import Profile
from claimcheck.claims.grammar import grammar
from claimcheck.lexicon import load_table

__all__ = ["due", "of_whom", "owed"]


def due(profile: Profile) -> bool:
    """Whether the date is one by which something is due."""
    when = profile.claim.when
    return when is not None and when.start is None and when.end is not None


@fact
def owed(profile: Profile) -> bool:
    """Whether its sentence says that something is to be done by then: "must be in", "will be told", "Send it by"."""
    words = profile.spoken.split()
    if not words or not _duty().isdisjoint(words):
        return bool(words)
    verb, form = grammar().verb_forms.get(words[0], ("", ""))
    return form == "base" and verb == words[0]


def of_whom(profile: Profile) -> set[str]:
    """The words that narrow what is due: full proposals are not the proposals."""
    return set(profile.claim.core.split()) - {profile.head, profile.event, profile.claim.head, profile.claim.event}


@cache
def _duty() -> frozenset[str]:
    return frozenset(load_table("events")["duty"])
