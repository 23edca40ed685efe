"""The day that a report opens with: "LONDON, 29 March 2021 (Agency) – …", "MILAN, March 7 - …".

A wire's dateline leaves its year to the text: that of a full date before it, of the weekday that its first sentences
name, of a year that has begun. Where these do not tell it, it stays unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from claimcheck.segment.datelines import Dateline, find_date, pattern_of_months
from claimcheck.segment.words import months, words

__all__ = ["lede_date", "lede_day"]

_MAX_LENGTH = 120
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = 900  # characters in which a wire names the weekday of its dateline
_SENTENCE = 160  # characters around a year in which words say that it is to come
_RECENT = 60  # days from the last date told to a dateline without a year
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# A place in capitals at the head of a line, up to a dash.
_CAPITALS = re.compile(
    r"[*_]{0,3}[^\W\d_a-z]{3,}(?:[ .,'’/-]+[^\W\d_]+)*[^–—\n]{4,70}?[*_]{0,3} ?(?:[–—]|--?) (?=\W*[^\W_])"
)
# A place and a full date: in bold before the text, or up to a dash.
_RUN_IN = re.compile(r"(?P<mark>\*\*|__)(?P<head>[^*_\n]{8,70}?)[.:]?(?P=mark)[.:]? +(?=[\"“‘']?[^\W\d_a-z])")
_DASHED = re.compile(r"(?P<head>[^–—\n*_|]{8,70}?)(?: [–—]| --?) (?=[\"“‘']?[^\W\d_a-z])")
_PLACE = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:[ /]+[^\W\d_a-z][\w.'’-]*){0,3}(?:, [^\W\d_a-z][\w.'’ -]*)?,? (?:on )?\Z")
_YEAR = re.compile(r"(?<![\w.,/#-])((?:19|20)\d\d)(?![\w/%]|[.,-]\d)")


def lede_date(line: str, offset: int = 0) -> Dateline | None:
    """The full date that a report opens with, after its place."""
    head = line[:_MAX_LENGTH]
    found = _CAPITALS.match(head)
    dates = find_date(found[0]) if found is not None else []
    if len(dates) == 1 and not any(
        word[0].islower() and len(word) > 2 for word in _WORD.findall(head[: dates[0].start])
    ):
        return dates[0]._replace(start=dates[0].start + offset, end=dates[0].end + offset)
    for pattern in (_RUN_IN, _DASHED):
        match = pattern.match(head)
        dates = find_date(match["head"]) if match is not None else []
        if match is None or len(dates) != 1 or dates[0].written.count("-") < 2:
            continue
        date, start = dates[0], match.start("head")
        if _PLACE.match(match["head"][: date.start]) and not match["head"][date.end :].strip(" .,"):
            return date._replace(start=date.start + start + offset, end=date.end + start + offset)
    return None


@cache
def _undated() -> re.Pattern[str]:
    month, days = pattern_of_months(), "|".join(_WEEKDAYS)
    return re.compile(
        rf"""[*_]{{0,3}}[^\W\d_a-z]{{3,}}(?:[ .,'’/-]+[^\W\d_a-z][\w.'’]*){{0,4}}(?:\s*\([^()\n]{{2,30}}\))?
        \s*(?:,|[–—]|--?)\s*(?:(?i:{days}),?\s+)?
        (?P<date>(?i:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{month})
            |(?P<month2>{month})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?))
        (?:\s*\([^()\n]{{2,40}}\))?[*_]{{0,3}}\s*(?:[–—:]|--?)\s+(?=\W*[^\W\d_])""",
        re.VERBOSE,
    )


def lede_day(line: str, offset: int, text: str) -> Dateline | None:
    """The day that a wire opens with, in the year that the text around it tells."""
    match = _undated().match(line[:_MAX_LENGTH])
    if match is None:
        return None
    month = months()[(match["month"] or match["month2"]).lower()]
    year = _year(text, offset + match.end(), month, int(match["day"] or match["day2"]))
    if year is None:
        return None
    day = dt.date(year, month, int(match["day"] or match["day2"]))
    return Dateline(day, day.isoformat(), match.start("date") + offset, match.end("date") + offset)


def _year(text: str, start: int, month: int, day: int) -> int | None:
    """The year of a dateline, as the text after it tells it surely; None where it does not."""
    told = [(int(match[1]), match) for match in _YEAR.finditer(text, start) if not _ahead(text, match.start())]
    if not told:
        return None
    latest = max(year for year, _ in told)
    years = [year for year in (latest, latest + 1) if _day(year, month, day) is not None]
    weekday = _weekday(text, start)
    if weekday is not None:
        fitting = [year for year in years if dt.date(year, month, day).weekday() == weekday]
        return fitting[0] if fitting else None
    full = [
        one.day
        for one in find_date(text, start)
        if one.written.count("-") > 1 and not _ahead(text, one.start) and not _of_origin(text, one.start)
    ]
    for year in years:
        if full and dt.timedelta(0) <= dt.date(year, month, day) - max(full) <= dt.timedelta(days=_RECENT):
            return year
    return latest if any(year == latest and _begun(text, match) for year, match in told) else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _weekday(text: str, start: int) -> int | None:
    """The one weekday on which the first sentences say that what they tell was said or done."""
    pattern = rf"\b(?:on|late|early) (?:on )?({'|'.join(_WEEKDAYS)})\b"
    found = {match[1].lower() for match in re.finditer(pattern, text[start : start + _OPENING], re.IGNORECASE)}
    return _WEEKDAYS.index(found.pop()) if len(found) == 1 else None


def _ahead(text: str, at: int) -> bool:
    """Whether the words before a year in its sentence say that it may be still to come."""
    before = re.split(r"[.!?]\s|\n\n", text[max(0, at - _SENTENCE) : at])[-1]
    return not words("datelines", "ahead").isdisjoint(_WORD.findall(before.lower()))


def _of_origin(text: str, at: int) -> bool:
    """Whether a date is that of a beginning long ago: "founded on 3 May 2019"."""
    return not words("datelines", "origins").isdisjoint(_WORD.findall(text[max(0, at - 24) : at].lower())[-3:])


def _begun(text: str, year: re.Match[str]) -> bool:
    """Whether a text says that a year has begun: "2024 had begun well", "so far in 2024"."""
    after = _WORD.findall(text[year.end() : year.end() + 40].lower())[:2]
    before = text[max(0, year.start() - 12) : year.start()].lower().split()
    return (after[:1] in (["has"], ["had"]) and after[1:2] != [] and after[1] in words("datelines", "begun")) or (
        before[-3:] == ["so", "far", "in"]
    )
