"""When what is given for a time runs out: "extended in 2012 for thirty years", "a lease that runs until 2042"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from claimcheck.align.context import WORD
from claimcheck.align.profile import Profile
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind, Modifier, Status, TimeSpan

__all__ = ["of_terms"]

_EXPIRY = "expiry"  # the moment by which all ways of telling it go
_GRAINS = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR)
_FOR = re.compile(r"\b(?:for|of)(?: a(?:nother)?| an| the next| a term of| a period of)?\s+$", re.IGNORECASE)
_YEARS = {"year": 12, "month": 1}  # months in each


def of_terms(group: Sequence[Profile]) -> list[Profile]:
    """The ends of the terms that a sentence tells of, where it names what was given for a time."""
    made = [_stated(one) for one in group]
    lengths = [one for one in group if one.claim.kind is Kind.DURATION and _given_for(one)]
    starts = [one for one in group if one.claim.kind is Kind.DATE and one.dimension == "date"]
    if len(lengths) == len(starts) == 1 and not _words("giving").isdisjoint({starts[0].event, lengths[0].event}):
        made.append(_worked(starts[0], lengths[0]))
    return [one for one in made if one is not None]


def _stated(profile: Profile) -> Profile | None:
    """The day that a sentence gives itself: "runs until 2042", "expires in May 2027"."""
    when = profile.claim.when
    if profile.dimension != "date" or when is None or when.end is None:
        return None
    if profile.claim.kind is Kind.PERIOD and when.start is None:
        first = {Granularity.YEAR: when.end.replace(month=1, day=1), Granularity.MONTH: when.end.replace(day=1)}
        when = evolve(when, start=first.get(when.granularity, when.end))
    elif profile.claim.kind is not Kind.DATE:
        return None
    thing = _thing(profile)
    if profile.claim.kind is Kind.DATE and not _over(profile):
        return None
    if not thing or not (profile.claim.kind is Kind.DATE or _lasting(profile, thing) or _under(profile, thing)):
        return None
    made = _ending(profile, when, thing, f": the end of the {thing}")
    if thing != _SUPPORT:
        return made
    words = {**profile.words, _SUPPORT: _NAMED, **dict.fromkeys(_version_names(profile), _NAMED)}
    return evolve(made, words=words, total=sum(words.values()))


_NAMED = 1.5  # what the version that is supported weighs


def _version_names(profile: Profile) -> list[str]:
    """The versions that a sentence speaks of, as it names them: "version 3", "series 1.x"."""
    text = "" if profile.source is None else profile.claim.sentence.cover(profile.source.text).lower()
    return [" ".join(found) for found in _VERSIONS.findall(text)]


_VERSIONS = re.compile(r"\b(version|series|release|branch) (\d+(?:\.(?:\d+|x))*)\b")


def _worked(start: Profile, length: Profile) -> Profile | None:
    """The end of a term of which a sentence gives the start and the length."""
    when, long = start.claim.when, length.claim.quantity
    thing = _thing(start) or _thing(length)
    if when is None or when.start is None or when.end is None or when.granularity not in _GRAINS or not thing:
        return None
    if long is None or long.low is None or long.low != long.high or long.unit not in _YEARS:
        return None
    months = int(long.low * _YEARS[long.unit])
    first, last = _later(when.start, months), _later(when.end, months)
    if when.granularity is Granularity.DAY:
        first = last - dt.timedelta(days=1)  # a year from 1 May ends on 30 April
    span = TimeSpan(first, last, when.granularity, Modifier.EXACT)
    how = f" from {start.claim.text}: the end of the {thing} in {last.year}"
    made = _ending(evolve(start, claim=length.claim), span, thing, how)
    words = {**length.words, **start.words}
    return evolve(made, words=words, total=sum(words.values()), worked=True)


def _over(profile: Profile) -> bool:
    """Whether a date is that of an end: "support ends on", "reaches its end of life on"."""
    last = [verb_lemma(word) for word in WORD.findall(profile.clause.words[0])[-_CLOSE:]]
    if not _words("ending").isdisjoint({profile.event, profile.head, *last}):
        return True
    return _END_OF.search(" ".join(profile.clause.words)) is not None


_CLOSE = 2  # words before a date of which one is the verb of the end: "support ends on"
_END_OF = re.compile(r"\bend[ -]of[ -](?:support|life|maintenance)\b")


def _ending(profile: Profile, when: TimeSpan, thing: str, how: str) -> Profile:
    status = Status.ASSERTED if profile.claim.status is Status.PLANNED else profile.claim.status
    claim = evolve(profile.claim, kind=Kind.DATE, when=when, status=status)  # no plan, though it lies ahead
    return evolve(
        profile,
        claim=claim,
        value=evolve(claim, quantity=None),
        dimension="date",
        event=_EXPIRY,
        head=thing,
        modifiers=frozenset(),
        derived=f"{profile.claim.text}{how}",
    )


def _thing(profile: Profile) -> str:
    """What was given for a time, as the claim or its clause names it."""
    named = [lemma(word) for word in (profile.head, *profile.claim.core.split())]
    found = next((word for word in named if word in _words("things")), "")
    if found:
        return found
    front, rest = profile.clause.words
    said = [lemma(word) for word in (*WORD.findall(front), *WORD.findall(rest))]
    maintained = not _words("supporting").isdisjoint([profile.event, *named, *said])
    if (maintained or _END_OF.search(f"{front} {rest}")) and _of_software(profile, said):
        return _SUPPORT
    return next((word for word in said if word in _words("things")), "")


_SUPPORT = "support"


def _of_software(profile: Profile, said: Sequence[str]) -> bool:
    """Whether a clause is of a version of a program, or stands in a project's pages."""
    if profile.project or not _words("versions").isdisjoint(said):
        return True
    return any(name[-1:].isdigit() and " " in name for name in profile.entities)


def _lasting(profile: Profile, thing: str) -> bool:
    """Whether the claim has no verb, or its verb or the one right before its figure is one with which things last."""
    if not profile.event or thing == _SUPPORT:
        return True
    before = WORD.findall(profile.clause.words[0])[-1:]
    return not _words("lasting").isdisjoint({profile.event, *(verb_lemma(word) for word in before)})


def _under(profile: Profile, thing: str) -> bool:
    """Whether somebody is "under contract" until then."""
    return f"under {thing}" in profile.clause.words[0]


def _given_for(length: Profile) -> bool:
    """Whether something is given for so long: "for thirty years", "a six-year term", "valid for ten years"."""
    if length.source is None:
        return False
    text, span = length.source.text, length.claim.span
    if _FOR.search(text, max(length.claim.sentence.start, span.start - 24), span.start):
        return True
    after = WORD.findall(text[span.end : span.end + 24])
    return bool(after) and lemma(after[0].lower()) in _words("things")


def _later(day: dt.date, months: int) -> dt.date:
    """The day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR - 1:
        return dt.date(dt.MAXYEAR - 1, 12, 31)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, last)
        except ValueError:
            continue
    return dt.date(year, month + 1, 28)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("onsets")["term"][name])
