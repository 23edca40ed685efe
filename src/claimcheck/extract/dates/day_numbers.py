"""Days that are told by their number alone: "at 06:00 on the 18th", "by the 9th", "from the 12th to the 14th"."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from claimcheck.extract.dates.anchors import anchor_of, left_open
from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.point import Point
from claimcheck.extract.dates.reading import digits, glued, is_number
from claimcheck.extract.dates.times import time_after, time_before
from claimcheck.extract.dates.words import ORDINAL_SUFFIXES
from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind

__all__ = ["read_day_number"]

_LONGEST_MONTH = 31
_BACK = 600  # characters before a unit in which a day of a month is looked for


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("calendar")["day_numbers"][key])


@cache
def _days() -> re.Pattern[str]:
    months = "|".join(names[0] for names in load_table("calendar")["months"].values())
    return re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{months})|(?:{months}) \d{{1,2}})\b", re.IGNORECASE)


def _number(scan: Scan, at: int) -> int | None:
    """The day of a month whose number with "th" stands at ``at``."""
    value = digits(scan.norm(at)) if is_number(scan, at) else None
    if value is None or not 1 <= value <= _LONGEST_MONTH:
        return None
    return value if glued(scan, at + 1) and scan.norm(at + 1) in ORDINAL_SUFFIXES else None


def read_day_number(scan: Scan, at: int) -> Point | None:
    """A day told by its number after "on the", "by the": left open, the claims stage knows what was told before it.

    Nothing that the number could count may follow, and a day of a month must have been told nearby.
    """
    first = _number(scan, at)
    if first is None or scan.norm(at - 1) != "the" or not scan.free(at - 1, at + 2):
        return None
    lead = scan.norm(at - 2)
    part = lead == "of" and scan.norm(at - 3) in _words("parts")
    if not part and lead not in _words("before"):
        return None
    last = _range_end(scan, at + 2, first, lead) or at + 2
    after = scan.norm(last)
    if after in ("and", "or", ",") and (scan.norm(last + 1) in _words("ranked") or _number(scan, last + 1) is not None):
        return None
    timed = time_after(scan, last) > last or time_before(scan, at - 1) < at - 1
    plain = is_number(scan, last) or (follower(scan, last) is Follower.FREE and after not in ("-", "–", "/"))
    if not (plain or timed) or not _words("games").isdisjoint(scan.vocabulary):
        return None
    if not timed and not _told_near(scan):
        return None
    point = left_open(scan, at - 1, last, at, Granularity.DAY)
    return evolve(point, extent=last > at + 2)


def _range_end(scan: Scan, at: int, first: int, lead: str) -> int | None:
    """The token after the second day of "from the 12th to the 14th", "between the 3rd and the 5th"."""
    link = scan.norm(at)
    if not (link in ("to", "until", "till") or (link == "and" and lead == "between")):
        return None
    second = at + 1 + (scan.norm(at + 1) == "the")
    number = _number(scan, second)
    return second + 2 if number is not None and number != first else None


def _told_near(scan: Scan) -> bool:
    """Whether a day of a month is told before the unit or in it, or the text has a date."""
    fine = (Granularity.DAY, Granularity.MONTH)
    if any(one.kind in (Kind.DATE, Kind.PERIOD) and one.time and one.time.granularity in fine for one in scan.mentions):
        return True
    start = scan.unit.span.start
    near = anchor_of(scan) is not None or _days().search(scan.document.text, max(0, start - _BACK), start)
    return bool(near)
