"""The year of a story, in which its months are, and spans told again of another year."""

from __future__ import annotations

from attrs import evolve

from claimcheck.claims.label_times import months
from claimcheck.claims.measured.antecedents import participial
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.records import Granularity, TimeSpan

__all__ = ["background", "same_span", "whole_word", "year_of_story"]

_DAY, _MONTH, _YEAR = Granularity.DAY, Granularity.MONTH, Granularity.YEAR


def year_of_story(story: list[tuple[int, int]], paragraph: int) -> int | None:
    """The year that most dates of the paragraphs right before were of: that of "In August" in a new paragraph."""
    last = [year for at, year in story[-_LAST:] if paragraph - at <= _TWICE]
    year = max(set(last), key=last.count) if last else None
    return year if year is not None and last.count(year) >= _TWICE and last.count(year) * 2 > len(last) else None


def whole_word(time: TimeSpan) -> bool:
    """Whether a time is a month or a day of one, without a year."""
    return time.granularity in (_DAY, _MONTH) and bool(time.relative) and str(time.relative).split()[0] in months()


def background(reading: Reading, mention: Mention) -> bool:
    """Whether a date only says when somebody was made what he is: "a member of a gang jailed in April 2020"."""
    k = mention.first - 1
    while k > 0 and reading.tags[k] in "PDM":
        k -= 1
    if k < 1 or reading.tags[k] != "V" or reading.tags[k - 1] not in "NZ" or not participial(reading.norms[k]):
        return False
    first, _ = reading.clause(k)
    return any(mark in "VX" for mark in reading.tags[first : k - 1])


def same_span(reading: Reading, mention: Mention, told: TimeSpan | None) -> TimeSpan | None:
    """The months or days told last in another year: "In the first half of 2021 …, over the same period in 2020"."""
    time = mention.time
    if told is None or time is None or time.granularity is not _YEAR or time.start is None or told.start is None:
        return None
    norms = reading.norms[max(mention.core - 4, 0) : mention.last]
    at = next((k for k, norm in enumerate(norms) if norm in _SAME and norms[k + 1 : k + 2][0:1] != []), -1)
    if at < 0 or norms[at + 1] not in _PARTS or told.end is None or told.start.year != told.end.year:
        return None
    year = time.start.year
    try:
        return evolve(told, start=told.start.replace(year=year), end=told.end.replace(year=year))
    except ValueError:
        return None


_SAME = frozenset({"same", "corresponding", "equivalent"})
_PARTS = frozenset({"period", "months", "month", "weeks", "days", "quarter", "half", "season", "time", "stretch"})


_LAST = 8  # dates by which the year of a story is known
_TWICE = 2
