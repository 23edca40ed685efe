"""Dates of a document or of a section of it: datelines, dated headings, versions in headings."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from claimcheck.segment.words import months, words

__all__ = ["Dateline", "dateline_of", "find_date", "heading_date", "heading_version", "pattern_of_months"]


class Dateline(NamedTuple):
    """A date as found: its last day, what is known of it ("2016-11", "2019-12-01") and its place."""

    day: dt.date
    written: str
    start: int
    end: int


@cache
def _date_pattern() -> re.Pattern[str]:
    month = pattern_of_months()
    return re.compile(
        rf"""
        (?<![\w/.-])(?:
          (?P<iso>(?:19|20)\d\d)-(?P<isomonth>\d\d)(?:-(?P<isoday>\d\d))?(?![\w-]|\.\d)
        | (?:\d{{1,2}}\s?[-–]\s?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<month>{month})\.?,?\s+
            (?P<year>(?:19|20)\d\d)(?![\w-])
        | (?P<month2>{month})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>(?:19|20)\d\d)(?![\w-])
        | (?P<month3>{month})\.?,?\s+(?P<year3>(?:19|20)\d\d)(?![\w-])
        | (?P<slashyear>(?:19|20)\d\d)/(?P<slashmonth>\d\d)/(?P<slashday>\d\d)(?![\w/])
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def pattern_of_months() -> str:
    """An alternation of the months' names."""
    return "|".join(sorted(months(), key=len, reverse=True))


def find_date(text: str, start: int = 0, end: int | None = None) -> list[Dateline]:
    """Every full date, or month with its year, in a stretch of text."""
    found = []
    for match in _date_pattern().finditer(text, start, len(text) if end is None else end):
        group = match.groupdict()
        year = int(group["iso"] or group["year"] or group["year2"] or group["year3"] or group["slashyear"])
        numeric = group["isomonth"] or group["slashmonth"]
        name = group["month"] or group["month2"] or group["month3"]
        month = int(numeric) if numeric else months()[name.lower()]
        day = group["isoday"] or group["day"] or group["day2"] or group["slashday"]
        try:
            if day:
                value = dt.date(year, month, int(day))
                found.append(Dateline(value, value.isoformat(), *match.span()))
            else:
                last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
                found.append(Dateline(dt.date(year, month, last), f"{year:04}-{month:02}", *match.span()))
        except ValueError:
            continue
    return found


_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[a-z]{3,}[.!?][\"”)]*(?:\s+\S|$)")
_MAX_LENGTH = 120
_MAX_WORDS = 14


def dateline_of(line: str, offset: int = 0, *, record: bool = False) -> Dateline | None:
    """The date that a line states as its document's or section's own, or None.

    Such a line is short, is no sentence, holds one date only, and nothing in it says that the date is another's; in
    the ``record`` of a meeting the day of the meeting is its own.
    """
    if not line or len(line) > _MAX_LENGTH:
        return None
    dates = _without_numbers(find_date(line), line)
    if dates and _is_issued(line, dates[0]):
        return dates[0]._replace(start=dates[0].start + offset, end=dates[0].end + offset)
    if len(dates) != 1:
        return None
    date = dates[0]
    bare = line.strip().strip("*_#>|()[]").strip()
    low, high = _piece(line, date) if line.strip()[0] in "*_" else (0, len(line))
    rest = line[low : date.start] + " " + line[date.end : high]
    names = _WORD.findall(rest)
    if len(names) > _MAX_WORDS:
        return None
    folded = [name.lower() for name in names]
    if folded[:1] == ["from"] and not words("datelines", "reporters").isdisjoint(folded):
        folded = folded[1:]  # "From our reporter in Ulm, 3 May 2021", not "From the storm of 3 May 2021"
    others = words("datelines", "verbs") - words("datelines", "meetings") if record else words("datelines", "verbs")
    if any(name in others for name in folded):
        return None
    if bare[-1:] in {".", "!", "?"} and any(
        name[0].islower() and name not in words("datelines", "words") for name in names
    ):
        return None
    if _SENTENCE.search(bare) and not line.strip().startswith(("*", "_")) and not _imprint(line, date):
        return None
    before = line[: date.start].rstrip().lower()
    if before.endswith((" to", "–", " and", " or", "from", "until", "till", " vs")):
        return None
    plain = sum(1 for name in names if name[0].islower() and len(name) > 1 and name not in words("datelines", "words"))
    if plain > 3 and not (line.strip()[0] in "*_" and not line[low : date.start].strip("*_ ")):
        return None
    return Dateline(date.day, date.written, date.start + offset, date.end + offset)


_ISSUED = re.compile(
    r"[\W_]*(?:(?:last|first|data|figures|current) )?"
    r"(?:issued|published|updated|posted|released|revised|dated|status|as of|as at)(?: on)?:?\s*$",
    re.IGNORECASE,
)


_VERSION_OF = re.compile(r"\b(?:version|edition|status|issue)(?: of)?:?\s*$", re.IGNORECASE)


def _is_issued(line: str, date: Dateline) -> bool:
    """Whether a line says of a date that the text was issued on it: "Status: 3 May 2024", "faq, version of 3 May"."""
    if _ISSUED.match(line[_piece(line, date)[0] : date.start]):
        return True
    return line.lstrip().startswith(("*", "_")) and _VERSION_OF.search(line[: date.start]) is not None


def _without_numbers(dates: list[Dateline], line: str) -> list[Dateline]:
    """The dates but for numbers of papers, which only look like a month beside a full date: Report 2021-08."""
    full = [date for date in dates if date.written.count("-") > 1]
    return full if all(date in full or line[date.start : date.end] == date.written for date in dates) else dates


def _imprint(line: str, date: Dateline) -> bool:
    """Whether a line is made of short statements that are no sentences: "Summary. Institute of Health, June 2024."."""
    low, high = _piece(line, date)
    pieces = [line[:low], line[low:high], line[high:]]
    return all(
        len(piece) <= _SHORT and sum(word[0].islower() and len(word) > _TINY for word in _WORD.findall(piece)) <= 1
        for piece in pieces
    )


_SHORT, _TINY = 80, 3  # characters of such a statement, and of words that make no sentence


def _piece(line: str, date: Dateline) -> tuple[int, int]:
    """The part of a line between full stops that holds the date: "From the club's blog. 3 May 2024, by A. Orr"."""
    low = line.rfind(". ", 0, date.start) + 1
    high = line.find(". ", date.end)
    return low, high if high >= 0 else len(line)


_VERSION = re.compile(
    r"(?:^|[\s\[(])(?:v|V|version\s+|Version\s+|release\s+|Release\s+)?(\d{1,4}(?:\.(?:\d{1,5}|x)){1,3}(?:[-.]?(?:alpha|beta|rc|dev|pre|a|b|post)\.?\d*)?)(?=$|[\s\]),:;–—-])"
)
_NAMED_VERSION = re.compile(
    r"(?:^|[\s\[(])(?:[vV]|[vV]ersion\s+|[rR]elease\s+)(\d{1,4}(?:\.\d{1,5}){0,3})(?=$|[\s\]),:;–—-])"
)


def heading_version(title: str) -> str | None:
    """The version that a heading is about: "[4.2.0] - 2023-05-08", "Version 3", "v0.7.1 (beta)"."""
    bare = title.strip().strip("*_`").strip()
    named = _NAMED_VERSION.search(bare)
    if named and named.start() <= 40:
        return named[1]
    match = _VERSION.match(bare)
    if match is None:
        return None
    rest = bare[match.end() :].strip(" ])*_`")
    if match[1].count(".") >= 2 or not rest or rest[0] in "–—-:(," or find_date(rest):
        return match[1]
    return None


def heading_date(title: str) -> Dateline | None:
    """The date of a dated section: its heading is a date, or has one beside a version or a few words."""
    dates = find_date(title)
    if len(dates) != 1:
        return None
    date = dates[0]
    rest = (title[: date.start] + " " + title[date.end :]).strip()
    names = [name.lower() for name in _WORD.findall(rest)]
    if any(name in words("datelines", "verbs") for name in names) or len(names) > 10:
        return None
    ahead = [name.lower() for name in _WORD.findall(title[: date.start])][-_AHEAD:]
    if ahead[-1:] and ahead[-1] in ("of", "on") and not words("datelines", "incidents").isdisjoint(ahead):
        return None  # "The cyber-attack of 10 March 2024 in figures"
    return date


_AHEAD = 2  # words before a date that may say whose it is
