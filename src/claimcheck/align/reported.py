"""The day on which somebody told a figure, which is not the day that it is of."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.profile import Profile
from claimcheck.claims.grammar import grammar
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind

__all__ = ["told_that_day"]


@fact
def told_that_day(profile: Profile) -> bool:
    """Whether a figure's day is that of the saying: "has built 900, she said on Friday", "Monday's statement"."""
    when = profile.claim.when
    if when is None or when.start is None or when.start != when.end or when.granularity is not Granularity.DAY:
        return False
    if profile.claim.kind in (Kind.DATE, Kind.PERIOD) or profile.source is None:
        return False
    text = profile.sentence.replace("’", "'")
    names = {when.start.strftime("%A").lower(), str(when.start.day)}
    return any(
        not names.isdisjoint(re.findall(r"[a-z]+|\d+", found[0].lower()))
        for pattern in _patterns()
        for found in pattern.finditer(text)
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A day after a verb of saying in the past, before what was said with it, and after that."""
    stance, calendar = load_table("stance"), load_table("calendar")
    verbs = set(stance["attribution"]["verbs"])
    said = "|".join(
        sorted(norm for norm, (verb, form) in grammar().verb_forms.items() if verb in verbs and form == "past")
    )
    nouns = "|".join(sorted({*stance["speech"]["said"], "briefing", "bulletin", "update", "announcement", "release"}))
    week = "|".join(word for words in calendar["weekdays"].values() for word in words)
    months = "|".join(word for words in calendar["months"].values() for word in words)
    day = rf"(?:(?:{week})\b|\d{{1,2}} (?:{months})\b|(?:{months}) \d{{1,2}}\b)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?:{said})(?: (?:reporters|journalists|lawmakers|parliament))?,? (?:late |early )?(?:on |last )?{day}",
            rf"\b{day}'s (?:{nouns})\b",
            rf"\b(?:{nouns}) (?:of|from|(?:published|released|issued|dated)(?: on| last)?) {day}",
        )
    )
