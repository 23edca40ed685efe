"""Tests of time: when two figures are so, and up to when, as their dates and the words of their sentences say."""

from __future__ import annotations

import re

from claimcheck.align.facts import fact
from claimcheck.align.profile import Profile
from claimcheck.align.since import since_and_within
from claimcheck.align.state import State
from claimcheck.align.tables import happenings
from claimcheck.align.times import TimeLink, readings, timing
from claimcheck.align.triggers import says
from claimcheck.align.volatility import steady
from claimcheck.lexicon.model import fold
from claimcheck.records import Kind, Outcome, Reason

__all__ = ["time"]

_OFFERED = frozenset({Kind.MONEY, Kind.PERCENT})


def time(a: Profile, b: Profile, state: State) -> None:
    """Times must overlap; one inside the other makes a part of it; another version's figure may have changed since."""
    if a.dimension == "date":
        if a.version != b.version:
            state.aged = True
        return
    if _bounded(a) != _bounded(b):
        _two_spans(a, b, state)
    if since_and_within(a, b, state):
        return
    if a.history or b.history:
        state.bar("version", "one stands in a file that tells of other times")
        state.aged = True
    found = timing(a, b)
    if found.link is TimeLink.UNKNOWN and readings(a, b):
        state.reasons.append(Reason("time", Outcome.MISMATCH, f"as of {a.published} / as of {b.published}"))
        state.aged = True
    if a.version != b.version:
        state.unknown("version", f"{a.version or 'no version'} / {b.version or 'no version'}")
        state.aged = True
    state.aged = state.aged or found.aged or (found.link is TimeLink.UNKNOWN and _running(a, b))
    if found.link is TimeLink.SAME:
        state.match("time", found.text, 1.2)
        state.same_time = True
    elif found.link is TimeLink.DISJOINT:
        state.mismatch("time", found.text)
    elif found.link is TimeLink.UNKNOWN and (days := _days_apart(a, b)):
        state.mismatch("time", days, -0.5)
    elif found.link is TimeLink.UNKNOWN:
        state.unknown("time", found.text)
        state.aged = state.aged or _then_and_now(a, b) or _then_and_now(b, a)
    elif found.link is TimeLink.OVERLAP:
        state.unknown("time", f"{found.text}: they overlap")
        state.guarded = True
    elif _throughout(b if found.link is TimeLink.INSIDE else a):
        state.match("time", f"{found.text}: what holds throughout holds of each part", 0.6)
        state.same_time = True
    elif _happened_once(a, b):
        state.match("time", f"{found.text}: both the time of what they name", 0.6)
        state.same_time = True
    else:
        state.unknown("time", f"{found.text}: one lies in the other")
        state.narrower.add(1 if found.link is TimeLink.INSIDE else -1)
        state.firm = True


def _then_and_now(one: Profile, other: Profile) -> bool:
    """Whether one tells what once was in a year, and the other, undated, what is so: "had 48,000 people in 1990", "is
    home to 62,000".
    """
    if other.claim.when is not None or one.document == other.document:
        return False
    if steady(one) and steady(other):
        return False
    return _WAS.search(one.clause.words[0]) is not None and _IS.search(other.clause.words[0]) is not None


_WAS = re.compile(
    r"\b(?:had|stood|numbered|lived|(?:was|were)(?! (?:built|designed|meant|intended|made|set|planned)))\b"
)
_IS = re.compile(r"\b(?:is|are|has|have|stands|lives?)\b(?! (?:been|had|\w+ed)\b)")


def _running(a: Profile, b: Profile) -> bool:
    """Whether both count what has come together so far, in documents of different days."""
    return (
        a.published != b.published
        and None not in (a.published, b.published)
        and "total" in a.scope.get("extent", ())
        and "total" in b.scope.get("extent", ())
        and not (steady(a) and steady(b))
    )


@fact
def _bounded(profile: Profile) -> tuple[bool, bool, bool, bool]:
    """Up to when the figure is so, as the sentence says in words."""
    return profile.clause.now, profile.clause.window, _until(profile), _by_then(profile)


def _two_spans(a: Profile, b: Profile, state: State) -> None:
    """What only one of the sentences says of the time up to which its figure is so."""
    if a.clause.now != b.clause.now and a.document != b.document and a.claim.kind in _OFFERED:
        state.unknown("time", "only one says that it is so now")
        state.guarded = True
    if a.clause.window != b.clause.window:
        state.unknown("time", "only one is of the years up to now", -0.3)
        state.guarded = True
    if _until(a) != _until(b) and a.document != b.document:
        state.unknown("time", "only one is of what was so until then")
        state.guarded = True
    if a.document != b.document and _by_then(a) != _by_then(b):
        state.unknown("time", "only one is of how far it had come by then")
        state.guarded = True


_UNTIL = re.compile(r"^\W*(?:until|up to|before) (?:then|now|recently|that|january|february|march|april|may|june|july|"
                    r"august|september|october|november|december|last|the (?:change|reform|merger|war))\b|"
                    r"\b(?:until (?:then|recently)|formerly|previously|used to)\b")  # fmt: skip
_EARLIER = re.compile(
    r"\W*(?:an?|one|two|three|four|five|six|\d+) (?:day|week|month|quarter|year|decade)s? "
    r"(?:before|earlier|ago|previously)\b"
)
_LAST = re.compile(r"\b(?:last|the previous) (?:year|month|week|quarter|time)\b")
_BEFORE = frozenset({"last", "previous", "earlier", "ago", "previously", "until", "up", "before", "formerly", "used"})


@fact
def _until(profile: Profile) -> bool:
    """Whether the figure is of what was so before something changed: "Until December the train needed …", "had raised
    it to 4% a month before".
    """
    if not says(profile, _BEFORE):
        return False
    before, after = profile.clause.words
    if profile.claim.when is not None or profile.dimension.startswith("change"):
        after = ""
    if _UNTIL.search(before) is not None or _EARLIER.match(after) is not None:
        return True
    return profile.claim.when is None and (_LAST.search(before) or _LAST.search(after)) is not None


_LEAD = "(?:(?:early|late|mid|the|that|this|same|next|following|end|close|of) )*"
_HOUR = (
    r"(?:then|now|midday|noon|midnight|nightfall|dusk|dawn|daybreak|sunset|lunchtime|yesterday|today|tonight|"
    rf"{_LEAD}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|night|day|weekend|hour)|"
    r"the (?:end|close) of (?:the|that) \w+|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|o'clock|hours))"
)
_BY_THEN = re.compile(rf"\bby {_HOUR}")
_THUS_FAR = re.compile(r"\b(?:so far|thus far|up to now|as yet)\b")
_USED_UP = re.compile(r" (?:used|spent|lost|burnt|burned|consumed) since ")
_SO_FAR, _BY = frozenset({"far", "now", "yet"}), frozenset({"by"})


@fact
def _by_then(profile: Profile) -> bool:
    """Whether the figure is of how far something had come: "By Sunday evening airlines had cancelled 38 flights"."""
    before, after = profile.clause.words
    if says(profile, _SO_FAR) and (_THUS_FAR.search(before) or _THUS_FAR.search(after)):
        return True
    if " since " in profile.spoken and _USED_UP.search(profile.spoken):
        return True
    if "so far" in profile.claim.scope:
        return True
    if not says(profile, _BY):
        return False
    return bool(_BY_THEN.search(before) or _BY_THEN.search(after)) and not profile.limits


def _throughout(profile: Profile) -> bool:
    """Whether the figure is a bound on all that the time brought: "never less than five million in the 1980s"."""
    worked = profile.value.quantity, profile.claim.quantity
    rated = worked[0] is not None and worked[1] is not None and worked[0].per != worked[1].per  # brought to one base
    return profile.value is not profile.claim and not rated and not profile.limits and not profile.derived


def _happened_once(a: Profile, b: Profile) -> bool:
    """Whether both are of one happening with a name of its own: Exercise Iron Vale, in June 2016 and in 2016."""
    shared = {fold(name) for name in a.entities} & {fold(name) for name in b.entities}
    return any(" " in name and not happenings().isdisjoint(name.split()) for name in shared)


def _days_apart(a: Profile, b: Profile) -> str:
    """The weekdays, or the seasons, that the two sentences name, where they name different ones."""
    left, right = a.clause.days, b.clause.days
    if not left or not right or left & right:
        left, right = _seasons(a), _seasons(b)
    if not left or not right or left & right:
        return ""
    return f"{', '.join(sorted(left))} / {', '.join(sorted(right))}"


_SEASON = re.compile(r" ((?:last|this|next) (?:season|term|semester|campaign)) ")


@fact
def _seasons(profile: Profile) -> frozenset[str]:
    """Which season a sentence speaks of: the last or this."""
    return frozenset(_SEASON.findall(profile.spoken))
