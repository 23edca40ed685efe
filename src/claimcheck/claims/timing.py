"""The time that governs a figure: its own, its clause's, its table's, its section's."""

from __future__ import annotations

import calendar
import datetime as dt

from attrs import define, evolve

from claimcheck.claims.base_times import after_event, base_time, before_event, told_in_the_past
from claimcheck.claims.grammar import grammar
from claimcheck.claims.label_times import date_in
from claimcheck.claims.other_times import (
    COMPARING,
    OTHER,
    adjoins,
    baseline,
    measured_from,
    of_another,
    parted,
    since_clause,
    when_clause,
)
from claimcheck.claims.part_times import narrowed
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.speech import said_then
from claimcheck.claims.standards import of_the_standard, of_then, present_at, verb_in_past
from claimcheck.claims.told_times import pointed
from claimcheck.extract.dates.reported import reported_year
from claimcheck.extract.scan import Mention
from claimcheck.records import Document, Granularity, Kind, Modifier, Section, TimeSpan

__all__ = ["Timed", "governing_time"]

_CROSSING = 25
_AHEAD = 3


@define  # made for every figure, so not frozen, which costs thrice the time; never changed all the same
class Timed:
    """A time, the index of the mention that gave it (-1 where none in the unit did), and where it stood."""

    when: TimeSpan | None
    mention: int = -1
    why: str = ""
    confidence: float = 1.0


def is_frame(reading: Reading, mention: Mention) -> bool:
    """Whether a date opens its sentence, or does so behind a source, and so holds for the next one as well ("In 2018,
    …", "According to the bank, in 2018 …").
    """
    if mention.kind is not Kind.DATE and not _closed(mention):
        return False
    if mention.first <= 1:
        return True
    fronted = reading.norms[:2] == ["according", "to"] and reading.norms[mention.first - 2] == ","
    return fronted and not any(mark in "VX" for mark in reading.tags[2 : mention.first])


def _closed(mention: Mention) -> bool:
    """Whether a mention is a part of a year, both of whose ends are told."""
    time = mention.time
    whole = time is not None and time.start is not None and time.end is not None
    return (
        whole and time is not None and time.granularity in (Granularity.QUARTER, Granularity.HALF, Granularity.SEASON)
    )


def is_time(mention: Mention) -> bool:
    """Whether a mention is itself a date or period."""
    return mention.kind in TIMES


def governing_time(reading: Reading, index: int, document: Document, carried: TimeSpan | None) -> Timed:
    """The time of the unit's mention number ``index``; ``carried`` is the time of the sentence before."""
    mention = reading.mentions[index]
    if is_time(mention):
        return Timed(mention.time, index, "its own")
    found = _time_of(reading, index, document, carried)
    return found if found.when is None else evolve(found, when=narrowed(reading, mention, found.when))


def _time_of(reading: Reading, index: int, document: Document, carried: TimeSpan | None) -> Timed:
    mention = reading.mentions[index]
    back = pointed(reading, mention)
    if back is not None:
        return Timed(back[0], -1, f"counted from the date told last: “{back[1]}”", 0.8)
    best: tuple[int, int] | None = None
    home = reading.clause(mention.first)
    for other, candidate in enumerate(reading.mentions):
        if candidate.kind not in TIMES or candidate.time is None:
            continue
        if (candidate.time.start or candidate.time.end) and when_clause(reading, mention, candidate):
            return Timed(_moment(candidate.time), other, f"when: “{candidate.span.cover(document.text)}”")
        k = candidate.first - 1
        k -= k > 0 and reading.tags[k] == "P" and reading.tokens[k - 1].norm in COMPARING
        before = reading.tokens[k].norm if k >= 0 else ""
        if of_another(reading, index, candidate) or said_then(reading, mention, candidate):
            continue
        if before == "as" and mention.kind is Kind.RATIO and candidate.first >= mention.last:
            continue  # "three times as much as in 2014"
        if before in OTHER or measured_from(reading, mention, candidate):
            continue
        if baseline(reading, mention, candidate) or of_the_standard(reading, mention, candidate):
            continue
        if of_then(reading, mention, candidate) or base_time(reading, candidate):
            continue
        if candidate.time.start is None and candidate.time.end is None:
            if 0 <= candidate.first - mention.last <= 1:
                return Timed(None)  # "€4m last month, after €3m in 2018", in a text without a date
            continue
        ahead = candidate.first >= mention.last
        labels = candidate.last < len(reading.tokens) and reading.tokens[candidate.last].text == ":"
        if ahead and labels and (candidate.first == 0 or reading.tags[candidate.first - 1] != "P"):
            continue  # "3.2m (2018: 2.7m)": the time of what follows it
        if since_clause(reading, mention, candidate):
            start = evolve(candidate.time, end=None, modifier=Modifier.AT_LEAST)
            return Timed(start, other, f"since “{candidate.span.cover(document.text)}”")
        if ahead and adjoins(reading, mention.last, candidate.first) and not before_event(reading, candidate):
            return Timed(_with_next(reading, other), other, f"“{candidate.span.cover(document.text)}”")
        distance = candidate.first - mention.last if ahead else mention.first - candidate.last
        clause = reading.clause(candidate.first)
        if clause != home and not (clause[0] <= home[0] and home[1] <= clause[1]):
            if ahead and _tells_of_then(reading, mention, candidate):
                continue
            opens = candidate.first <= 2 and clause[0] == 0
            opens = opens or (not ahead and _fronted(reading, candidate))
            nested = home[0] <= clause[0] and clause[1] <= home[1]
            distance += 4 if opens else 6 if nested else _CROSSING
        elif not ahead and candidate.first <= clause[0] + 2:
            distance = min(distance, 6)
        if ahead:
            distance += _AHEAD
        if parted(reading, index, other):
            distance += 12
        if best is None or distance < best[0]:
            best = (distance, other)
    if best is not None and best[0] < 40:
        chosen = reading.mentions[best[1]]
        moved = after_event(reading, mention, chosen)
        if moved is not None:
            return Timed(moved, best[1], f"counted from “{chosen.span.cover(document.text)}”", 0.8)
        if before_event(reading, chosen) and chosen.time is not None and chosen.time.start is not None:
            bound = evolve(chosen.time, start=None, modifier=Modifier.AT_MOST)
            return Timed(bound, best[1], f"before “{chosen.span.cover(document.text)}”")
        return Timed(
            _with_next(reading, best[1]), best[1], f"“{chosen.span.cover(document.text)}”", 1.0 if best[0] < 30 else 0.8
        )
    return _around(reading, mention, document, carried)


def _fronted(reading: Reading, candidate: Mention) -> bool:
    """Whether a time ends what a sentence puts before its subject: "In a survey in April, 68% …; in Samburu 54%"."""
    at = candidate.last
    if reading.tags[0] not in "PM" or at >= len(reading.tokens) or reading.tokens[at].text != ",":
        return False
    return not any(mark in "VXG" or mark == "." for mark in reading.tags[: candidate.first])


def _with_next(reading: Reading, index: int) -> TimeSpan | None:
    """The time of a date together with that of the one that "and" joins to it and that follows on: "in March and April
    2024", "on Monday and Tuesday".
    """
    if index and _follows_on(reading, index - 1):
        index -= 1
    time = reading.mentions[index].time
    after = reading.mentions[index + 1].time if _follows_on(reading, index) else None
    return time if time is None or after is None else evolve(time, end=after.end, modifier=Modifier.RANGE)


def _follows_on(reading: Reading, index: int) -> bool:
    """Whether "and" joins the next date to one, and it is the next day, month or year."""
    if index + 1 >= len(reading.mentions):
        return False
    mention, after = reading.mentions[index : index + 2]
    if mention.time is None or after.time is None or after.kind is not mention.kind:
        return False
    if mention.time.end is None or after.time.start is None or after.time.end is None:
        return False
    if reading.norms[mention.last : after.first] != ["and"] or after.time.granularity is not mention.time.granularity:
        return False
    return after.time.start - mention.time.end == dt.timedelta(days=1)


def _moment(time: TimeSpan) -> TimeSpan:
    """The time at which something began that has been so since."""
    if time.end is not None or time.start is None:
        return time
    last = time.start
    if time.granularity is Granularity.YEAR:
        last = dt.date(last.year, 12, 31)
    elif time.granularity is Granularity.MONTH:
        last = dt.date(last.year, last.month, calendar.monthrange(last.year, last.month)[1])
    return evolve(time, end=last, modifier=Modifier.EXACT)


def _around(reading: Reading, mention: Mention, document: Document, carried: TimeSpan | None) -> Timed:
    cell = reading.unit.cell
    if cell is None and present_at(reading, mention):
        now = _now(reading, mention, document)
        if now is not None:
            return now
    if cell is not None:
        for label, name in (
            (cell.column_label, "column"),
            (cell.row_label, "row"),
            (cell.caption, "caption"),
        ):
            when = date_in(label)
            if when is not None:
                return Timed(when, -1, f"the {name} “{label.strip()}”", 0.95)
    if carried is not None and not _of_unknown_time(reading, mention):
        return Timed(carried, -1, "the sentence before", 0.7)
    section = reading.unit.block.section
    if 0 <= section < len(document.sections):
        held = document.sections[section]
        if held.version and held.published:
            return Timed(TimeSpan(held.published, held.published), -1, f"the release “{held.title}”", 0.9)
        when = date_in(held.title)
        if when is not None and not _issued(when, held, document) and not _passed(reading, mention, when, document):
            return Timed(when, -1, f"the heading “{held.title}”", 0.8)
    year = reported_year(document)
    if year is not None and cell is None and told_in_the_past(reading) and not _of_unknown_time(reading, mention):
        return Timed(TimeSpan(dt.date(year, 1, 1), dt.date(year, 12, 31)), -1, "the year that the report is of", 0.7)
    return Timed(None)


def _of_unknown_time(reading: Reading, mention: Mention) -> bool:
    """Whether a time of which nothing says when it was stands before a figure: "two months earlier there were 40"."""
    first, _ = reading.clause(mention.first)
    return any(
        other.kind in TIMES and other.time is not None and other.time.start is None and other.time.end is None
        for other in reading.mentions
        if first <= other.first < mention.first
    )


def _now(reading: Reading, mention: Mention, document: Document) -> Timed | None:
    """The year in which a text was written, of what it says to hold now, or its day, of what it says was done today.

    None where it does not tell that, and in the notes of a release, whose time is that of the release.
    """
    section = reading.unit.block.section
    held = document.sections[section] if 0 <= section < len(document.sections) else None
    if held is not None and held.version:
        return None
    written = (held.published if held is not None else None) or document.published
    if written is None:
        return Timed(None)
    if verb_in_past(reading, mention):
        return Timed(TimeSpan(written, written), -1, "today: the day on which the text was written", 0.7)
    year = TimeSpan(dt.date(written.year, 1, 1), dt.date(written.year, 12, 31), Granularity.YEAR)
    return Timed(year, -1, "now: the year in which the text was written", 0.7)


def _passed(reading: Reading, mention: Mention, when: TimeSpan, document: Document) -> bool:
    """Whether a figure is told of what is or will be, and a heading's time had passed when the text was written."""
    first, last = reading.clause(mention.first)
    if document.published is None or when.end is None or when.end > document.published:
        return False
    if not {"will", "shall", "'ll"}.isdisjoint(reading.norms[first:last]):
        return True
    going = any(reading.norms[k] in {"is", "are"} and "G" in reading.tags[k + 1 : k + 3] for k in range(first, last))
    return going or (when.granularity is not Granularity.YEAR and _holds_now(reading, mention.first))


def _tells_of_then(reading: Reading, mention: Mention, candidate: Mention) -> bool:
    """Whether a figure holds now and a later clause tells of what was once: "31,000 people live here, and in the night
    of 3 May 12 were drowned", "it is 40 m, whereas that of 1997 was 50 m".
    """
    return _holds_now(reading, mention.first) and _of_the_past(reading, candidate.first)


def _of_the_past(reading: Reading, at: int) -> bool:
    first, last = reading.clause(at)
    forms = grammar().verb_forms
    return any(
        (reading.tags[k] == "X" and reading.norms[k] in {"was", "were", "had", "did"})
        or (reading.tags[k] == "V" and forms.get(reading.norms[k], ("", ""))[1] == "past")
        for k in range(first, last)
    )


def _holds_now(reading: Reading, at: int) -> bool:
    """Whether the verbs of a token's clause are all in the present."""
    first, last = reading.clause(at)
    forms, found = grammar().verb_forms, False
    for k in range(first, last):
        norm, mark = reading.norms[k], reading.tags[k]
        if mark == "X" and norm not in {"is", "are", "do", "does", "can"}:
            return False
        past = mark == "V" and forms.get(norm, ("", "past"))[1] not in {"s", "base"}
        if past and reading.tags[k - 1 : k] not in (["X"], ["M"]):
            return False
        found = found or mark in "VX"
    return found


def _issued(when: TimeSpan, held: Section, document: Document) -> bool:
    """Whether a heading's day is that of the text: "The old lady comes home (19 May 2024)", minutes of a meeting."""
    if when.start is None or when.start != when.end:
        return False
    return when.start == document.published or (when.start == held.published and "(" in held.title)
