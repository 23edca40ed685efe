"""When figures of two texts of one story back each other, though their sentences share few words.

Two reports of one event seldom give the same figure for two things: the rarer the figure, the less their words need
say beside it.
"""

from __future__ import annotations

from claimcheck.align import Comparison, Profile, of_one_story
from claimcheck.align.sizes import rounded, size
from claimcheck.compare import Verdict
from claimcheck.compare.interval import significant
from claimcheck.findings.rivals import equal
from claimcheck.records import Granularity, Outcome

__all__ = ["LENT", "SAID_APART", "backed", "lent", "paired", "singular"]

# What two texts may put differently of one figure that they have in common.
SAID_APART = frozenset({"entities", "event", "time", "status", "role of the sum"})
_TELLING, _EXACT = 0.85, 0.6  # agreements of three digits, of two
_SINGULAR = 4  # digits that no two things of one story have by chance, whatever they are called
_PLAIN, _OWN = 1.5, 2.0  # things measured by one noun, and by one that is no common word
LENT = 2.0  # what the context of a claim has from the story, for agreements
_FINE = 40  # parts of a figure that rounding changes by one
_FEWEST = 3  # counts that most things have
_WORDS, _SAID = 0.5, 3.0  # of the poorer context, and how much in all, that says by itself what a figure is of


def backed(a: Profile, b: Profile, found: Comparison, verdict: Verdict) -> bool:
    """Whether an agreement of values is one of two texts of one story on one thing."""
    if a.dimension in ("rank", "version", "identifier") or not of_one_story(a, b):
        return False
    failed = {reason.test for reason in found.reasons if reason.outcome is Outcome.MISMATCH}
    if not failed <= SAID_APART:
        return False
    told = found.context >= _SAID and found.coverage >= _WORDS
    if a.dimension == "date":
        return told and _one_day(a, b) and "entities" not in failed
    if verdict.weight >= _TELLING:
        return found.thing > 0 or (found.thing > -1.0 and min(significant(a.value), significant(b.value)) >= _SINGULAR)
    if "entities" in failed and a.entities and b.entities:
        return False
    if verdict.weight >= _EXACT:
        return found.thing >= _PLAIN or (told and found.thing > -1.0 and rounded(a.value, b.value, _FINE))
    count = a.value.quantity
    if count is None or count.high is None or count.high <= _FEWEST or size(a.value) != size(b.value):
        return False
    return found.thing >= _OWN


def _one_day(a: Profile, b: Profile) -> bool:
    """Whether both give one and the same day, or the same end of a time."""
    one, other = a.claim.when, b.claim.when
    if one is None or other is None or {one.granularity, other.granularity} != {Granularity.DAY}:
        return False
    return one.end == other.end and (one.start or one.end) == (other.start or other.end)


def singular(a: Profile, b: Profile, found: Comparison, verdict: Verdict) -> bool:
    """Whether the figure itself says that both mean one thing, whichever other figures stand closer by their words."""
    return verdict.weight >= _EXACT and equal(a, b) and backed(a, b, found, verdict)


def lent(a: Profile, b: Profile, found: Comparison) -> float:
    """What the texts as wholes add to the context that two claims share: enough to believe that figures agree."""
    return LENT if of_one_story(a, b) else found.topical


def paired(a: Profile, b: Profile) -> bool:
    """Whether both sentences give one and the same other figure of one thing: then they are one list, told twice."""
    return not a.companions.isdisjoint(b.companions) or not a.beside.isdisjoint(b.beside)
