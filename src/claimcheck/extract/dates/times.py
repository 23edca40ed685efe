"""Times of day beside a date: they belong to its words, and change nothing of its meaning."""

from __future__ import annotations

import re

from claimcheck.extract.dates.reading import digits, glued, is_number
from claimcheck.extract.dates.words import NAMED_TIMES, TIME_MARKS, TIME_ZONES
from claimcheck.extract.day_times import spoken_time
from claimcheck.extract.scan import Scan

__all__ = ["reclaim", "time_after", "time_before"]

_ISO_HOUR = re.compile(r"t(\d{2})(?:\d{4})?")


def reclaim(scan: Scan, first: int, last: int) -> None:
    """Take back times of day that were left out as noise before a date beside them was read."""
    begin, end = scan.tokens[first].start, scan.tokens[last - 1].end
    scan.left = [left for left in scan.left if not (begin <= left.span.start and left.span.end <= end)]


def _free(scan: Scan, first: int, last: int) -> bool:
    """Whether no mention holds any of the tokens; what was only left out may be taken back."""
    if scan.free(first, last):
        return True
    return not any(mention.first < last and first < mention.last for mention in scan.mentions)


def _mark(scan: Scan, at: int) -> int:
    """The token after "am", "p.m." at ``at``; ``at`` itself where there is none."""
    norm = scan.norm(at)
    if norm in TIME_MARKS:
        return at + 1
    if norm in ("a", "p") and scan.norm(at + 1) == "." and scan.norm(at + 2) == "m" and glued(scan, at + 2):
        return at + 4 if scan.norm(at + 3) == "." and glued(scan, at + 3) and at + 4 < len(scan.tokens) else at + 3
    return at


def _clock(scan: Scan, at: int) -> int | None:
    """A time of day that begins at ``at`` ("09:15", "5 pm", "noon", "17.30 GMT"): the token after it."""
    if scan.norm(at) in NAMED_TIMES:
        return at + 1
    if (spoken := spoken_time(scan, at)) is not None:
        return spoken
    if not is_number(scan, at):
        return None
    norm = scan.norm(at)
    hour = digits(norm)
    after = at + 1
    plain = True
    if hour is not None and hour <= 24:
        while after - at < 5 and scan.norm(after) == ":" and glued(scan, after) and glued(scan, after + 1):
            minute = digits(scan.norm(after + 1).partition(".")[0])
            if minute is None or minute > 60:
                return None
            after += 2
            plain = False
    elif re.fullmatch(r"\d{1,2}\.\d{2}", norm) is None:
        return None
    marked = _mark(scan, after)
    if marked == after and plain:
        return None
    after = marked
    if scan.norm(after) in ("+", "-") and glued(scan, after) and is_number(scan, after + 1):
        after += 2
        if scan.norm(after) == ":" and is_number(scan, after + 1):
            after += 2
    if scan.norm(after) in TIME_ZONES and scan.tokens[after].text.isupper():
        after += 1
    return after


def time_after(scan: Scan, at: int) -> int:
    """The token after a time of day that follows a date ending before ``at``; ``at`` where none follows."""
    found = _ISO_HOUR.fullmatch(scan.norm(at)) if glued(scan, at) else None
    if found is not None:
        after = at + 1
        while after - at < 6 and scan.norm(after) in (":", "+", "-") and is_number(scan, after + 1):
            after += 2
        if scan.norm(after) == "z" and glued(scan, after):
            after += 1
        return after if _free(scan, at, after) else at
    here = at
    if scan.norm(here) == ",":
        here += 1
    if scan.norm(here) == "at":
        here += 1
    done = _clock(scan, here)
    return done if done is not None and _free(scan, at, done) else at


def time_before(scan: Scan, first: int) -> int:
    """The first token of a time of day that leads to a date at ``first``: "09:15 on", "noon on"; ``first`` if none."""
    end = first
    if scan.norm(end - 1) in ("on", ",", "of"):
        end -= 1
    for width in range(1, 8):
        begin = end - width
        if begin < 0:
            break
        if _clock(scan, begin) == end and _free(scan, begin, first) and not glued(scan, begin):
            if begin > 0 and scan.norm(begin - 1) == ":":
                continue
            return begin - (scan.norm(begin - 1) == "a" and spoken_time(scan, begin - 1) == end)
    return first
