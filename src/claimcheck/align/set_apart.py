"""What keeps the only figures of a noun in two texts from being of one thing, where their sentences share little.

Readers take the one figure of windows here and the one there for those of one house unless a sentence picks out another
time, another one of the things or another owner: last year, the second night, the old ferry, the brigade's officers.
Sentences that share their words are compared by the tests themselves; these ask only for a sign that may be read so.
"""

from __future__ import annotations

import datetime as dt
import re

from claimcheck.align.facts import fact
from claimcheck.align.frames import kin
from claimcheck.align.profile import Profile
from claimcheck.align.state import Comparison
from claimcheck.align.subjects import subject_of
from claimcheck.align.tables import word_set
from claimcheck.records import Outcome

__all__ = ["set_apart"]


def set_apart(a: Profile, b: Profile, found: Comparison, *, listed: bool) -> bool:
    """Whether one sentence names a time, a thing or a deed that the other does not.

    ``listed`` says that both give the same figures beside these: then it does not matter whose the sentence says they
    are.
    """
    if _stretches(a) != _stretches(b) or _singled(a, b) or _singled(b, a) or _once(a, b) or _once(b, a):
        return True
    if a.event and b.event and any(one.test == "event" and one.outcome is Outcome.UNKNOWN for one in found.reasons):
        return True
    return not listed and _two_owners(a, b)


_STRETCH = re.compile(
    r"\b(first|second|third|fourth|fifth|final|opening|closing|same|other|one|busiest|worst|best) "
    r"(night|day|week|weekend|month|quarter|half|year|hour|round|phase|stage|leg|session|hearing|run|season|shift)\b"
)


@fact
def _stretches(profile: Profile) -> frozenset[tuple[str, ...]]:
    """The stretches of time that the sentence picks out: the second night."""
    return frozenset(_STRETCH.findall(profile.spoken))


def _singled(one: Profile, other: Profile) -> bool:
    """Whether a side says which of several a thing is that the other side names without that: the old ferry."""
    known = {noun for _, noun in other.clause.qualified} | other.words.keys()
    return any(
        word in word_set("one_of_several")
        and noun in known
        and (word, noun) not in other.clause.qualified
        and word not in other.clause.mentions
        for word, noun in one.clause.qualified
    )


def _once(one: Profile, other: Profile) -> bool:
    """Whether only one side has a time, one long before the other's text, at which something was so: had 240 looms."""
    when = one.claim.when
    if when is None or other.claim.when is not None or other.published is None or one.dimension == "date":
        return False
    if one.event and one.event not in word_set("having"):
        return False
    last = when.end or when.start
    return last is not None and other.published - last > _LONG_AGO


_LONG_AGO = dt.timedelta(days=62)


def _two_owners(a: Profile, b: Profile) -> bool:
    """Whether both say who has or does it, and nothing joins the two: the inspector's officers, the brigade's."""
    left, right = subject_of(a), subject_of(b)
    if left is None or right is None or (left.passive and right.passive):
        return False
    if not {*left.words}.isdisjoint(right.words) or (left.noun and right.noun and kin(left.noun, right.noun)):
        return False
    return not (_heard(left.words, b) or _heard(right.words, a))


def _heard(words: tuple[str, ...], other: Profile) -> bool:
    return any(f" {word}" in other.spoken for word in words)

