"""From what a change is measured: "0.6% on the month" and "7.1% on the year" are two changes of one price."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.lexicon import load_table

__all__ = ["baseline_of", "baselines"]

_FROM = r"(?:than|from|on|against|over|since|to|with|versus|in)(?: in| the| that| those| of| its| their| a)*"
_COMPARED = r"\b(?:compared (?:with|to)|than in|than|from|on|since|against|over)"
_SPANS = ("year", "quarter", "month", "week", "day")
_SHORTER = frozenset(_SPANS) - {"year"}


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(name for names in load_table("calendar")["months"].values() for name in names if len(name) > 2)
    spans = "|".join(_SPANS)
    ways = (
        rf"\b(?P<on>{spans})[- ]on[- ](?:{spans})\b",
        rf"\b(?:on|over) the (?:past |last |previous )?(?P<over>{spans})\b",
        rf"\ban? (?P<ago>{spans}) (?:earlier|ago|before)\b",
        rf"\b{_FROM} (?:previous|preceding|prior|last|same) (?:{spans}|period) (?:of|in|a) (?:the |previous |last )*"
        r"(?P<same>year)\b",
        rf"\b{_FROM} (?:previous|preceding|prior|last) (?P<last>{spans})\b",
        rf"\bthe (?P<before>{spans}) before\b",
        r"\b(?P<each>annual|yearly)\b",
        rf"{_COMPARED} (?:(?:{months})\.? (?:of )?)?(?P<year>(?:1[89]|20)\d\d)\b",
        r"\b(?:as in|(?:number|level|total|figure|that|those) (?:of|in|for)) (?P<then>(?:1[89]|20)\d\d)\b",
        rf"{_COMPARED} (?P<month>{months})\b(?! last year| a year)",
    )
    return re.compile("|".join(ways))


def baseline_of(profile: Profile) -> str:
    """The span back to the baseline, or the year in which it lies; empty where the clause does not say."""
    found = _pattern().search(" ".join(profile.clause.words))
    if found is None:
        return ""
    name = found.lastgroup or ""
    if name in ("year", "then"):
        return found[name]
    span = {"each": "year", "month": "month"}.get(name) or found[name]
    when = profile.claim.when
    if span == "year" and when is not None and when.start is not None and when.end is not None:
        return str(when.end.year - 1)
    return span


_THAN = re.compile(r"\bthan (?:in |at |on |the |its |their |that of |an? )*(\w+)")


def baselines(a: Profile, b: Profile, state: State) -> None:
    """Two changes from two baselines are two changes; a change on the month is not one whose baseline is not told."""
    if not a.dimension.startswith("change"):
        return
    rivals = [_THAN.findall(one.clause.words[1]) for one in (a, b)]
    if all(rivals) and rivals[0] != rivals[1]:
        state.unknown("baseline", f"than {rivals[0][0]} / than {rivals[1][0]}")
        state.guarded = True
    left, right = baseline_of(a), baseline_of(b)
    if left == right:
        return
    shorter = not _SHORTER.isdisjoint((left, right))
    if left and right:
        if shorter or left.isdigit() == right.isdigit():
            state.mismatch("baseline", f"against {left} / against {right}", -1.0)
    elif shorter:
        state.unknown("baseline", f"only one is against the {left or right} before")
        state.guarded = True


where(baselines, lambda one: one.dimension.startswith("change"))
