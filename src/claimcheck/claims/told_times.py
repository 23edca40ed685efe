"""Times counted from the one told last: "two days later", "the following Monday", "on the same day", "by then"."""

from __future__ import annotations

import datetime as dt
from functools import cache

from attrs import define, evolve, field

from claimcheck.claims.base_times import base_time, standard
from claimcheck.claims.day_numbers import in_its_month
from claimcheck.claims.label_times import complete, months
from claimcheck.claims.part_times import part_of_told
from claimcheck.claims.reading import Reading
from claimcheck.claims.story_years import background, same_span, whole_word, year_of_story
from claimcheck.extract.dates.point import from_days, shift
from claimcheck.extract.dates.words import LENGTHS, PARTS_OF_DAY, WEEKDAYS
from claimcheck.extract.number_words import SMALL
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Modifier, TimeSpan
from claimcheck.segment.model import BlockKind, Unit

__all__ = ["Told", "counted", "pointed"]

_DAY, _MONTH, _YEAR = Granularity.DAY, Granularity.MONTH, Granularity.YEAR
_BESIDE = 3  # tokens between a time told by another and its date
_COUNTED = 3  # words of "two days later"
_MOST = 100
_WEEK = 7
# From the finest: what is counted in days needs a day to count from.
_FINE = {"day": (_DAY,), "month": (_DAY, _MONTH), "year": (_DAY, _MONTH, _YEAR)}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("elapsed")["told"][key])


@define
class Told:
    """The time and the year that a paragraph told last; a time also holds for the first sentence of the next one."""

    year: int | None = None
    time: TimeSpan | None = None
    paragraph: int = -1
    section: int = -1
    span: TimeSpan | None = None
    story: list[tuple[int, int]] = field(factory=list)

    def enter(self, unit: Unit) -> None:
        """Go on to a unit: what another paragraph told is given up, but for the time told right before it."""
        if unit.paragraph == self.paragraph:
            return
        prose = unit.block.kind is BlockKind.PROSE and unit.block.section == self.section
        if not prose or unit.paragraph != self.paragraph + 1:
            self.time = None
        if unit.block.section != self.section:
            self.story.clear()
        self.year, self.paragraph, self.section, self.span = None, unit.paragraph, unit.block.section, None

    def complete(self, reading: Reading) -> None:
        """Give the times of a unit that count from another the days that they mean, and keep what it tells itself."""
        reading.told = self.time
        for index, mention in enumerate(reading.mentions):
            time = mention.time
            if time is None:
                continue
            beside = _told_beside(reading, index) if time.granularity is _YEAR else None
            if beside is not None and beside.granularity is _YEAR and time.relative and not time.start:
                reading.mentions[index] = evolve(mention, time=beside, confidence=0.9)
            elif beside is None:
                year = self.year or year_of_story(self.story, self.paragraph)
                found = complete(time, year) if year is not None and (self.year or whole_word(time)) else None
                found = found or same_span(reading, mention, self.span)
                note = f"the year {year} is taken from a date before it"
                if found is None:
                    found = in_its_month(reading, mention, self.time) or part_of_told(reading, mention, self.time)
                    if found is None and self.time is not None:
                        found = counted(time, self.time) or _weekday(reading, mention, self.time)
                    note = "counted from the date told before it"
                if found is not None:
                    time = found
                    reading.mentions[index] = evolve(mention, time=time, confidence=0.8, notes=(*mention.notes, note))
            if time.start is None and time.end and time.modifier is Modifier.AT_MOST:
                self.time = evolve(time, start=from_days(time.end, time.granularity)[0], modifier=Modifier.EXACT)
            elif (
                time.start
                and time.end
                and not (_compared_with(reading, mention) or base_time(reading, mention) or standard(reading, mention))
            ):
                told = self.year is None or "had" not in reading.norms[slice(*reading.clause(mention.first))]
                if time.start.year == time.end.year and told and not background(reading, mention):
                    self.year = time.start.year
                    self.story.append((reading.unit.paragraph, time.start.year))
                self.span = time
                if time.granularity in (_DAY, _MONTH, _YEAR):
                    self.time = time


def _told_beside(reading: Reading, index: int) -> TimeSpan | None:
    """The date right after a time that tells it: "the year before, in 2012,"."""
    after = reading.mentions[index + 1] if index + 1 < len(reading.mentions) else None
    return after.time if after is not None and after.first - reading.mentions[index].last <= _BESIDE else None


def _compared_with(reading: Reading, mention: Mention) -> bool:
    """Whether a time is that of what something is compared with: "12% more than in 2018"."""
    return not _words("comparing").isdisjoint(reading.norms[max(mention.first - 2, 0) : mention.first])


def counted(time: TimeSpan, told: TimeSpan) -> TimeSpan | None:
    """The days of a time whose wording counts from another ("the day before", "two weeks later"), or None."""
    if time.start is not None or time.end is not None or not time.relative:
        return None
    words = time.relative.split()
    if words[0] == "the":
        words = words[1:]
    elif words[0] == "next" and words[-1] in LENGTHS:
        return None  # it counts from the day of writing
    if words[:-1] in (["same"], ["that", "same"]):
        return _of_unit(told, words[-1])
    if len(words) == 2 and words[0] in _words("next"):
        return _beside(time, told, words[1], 1)
    if len(words) == 2 and words[0] in _words("previous"):
        return _beside(time, told, words[1], -1)
    if len(words) == 2 and words[1] in ("after", "before") and words[0] in LENGTHS:
        return _moved(time, told, words[0], 1 if words[1] == "after" else -1)
    if len(words) != _COUNTED or words[1] not in LENGTHS:
        return None
    count = 1 if words[0] in ("a", "an") else int(SMALL.get(words[0], 0))
    count = count or (int(words[0]) if words[0].isdecimal() else 0)
    if not 0 < count <= _MOST:
        return None
    later, earlier = words[2] in _words("later"), words[2] in _words("earlier")
    return _moved(time, told, words[1], count if later else -count) if later or earlier else None


def _beside(time: TimeSpan, told: TimeSpan, name: str, step: int) -> TimeSpan | None:
    """The next or previous day, week, Monday, March: that nearest to the time told."""
    if name in LENGTHS:
        return _moved(time, told, name, step)
    day = _day(told)
    if name in PARTS_OF_DAY and day is not None:
        return _on(time, shift(day, "day", step))
    if name in WEEKDAYS and day is not None:
        away = (WEEKDAYS[name] - day.weekday()) * step % _WEEK or _WEEK
        return _on(time, shift(day, "day", step * away))
    month = months().get(name)
    if month is None or told.end is None or told.granularity is _YEAR:
        return None
    year = told.end.year
    year += (month <= told.end.month) if step > 0 else -(month >= told.end.month)
    return complete(evolve(time, relative=name), year)


def _weekday(reading: Reading, mention: Mention, told: TimeSpan) -> TimeSpan | None:
    """A day of the week that counts from the time told: "on 12 June. On the Sunday", "on Sunday" in a text without a
    date of its own; the one before where the clause tells of what had been by then.
    """
    name, day = reading.norms[mention.core], _day(told)
    if name not in WEEKDAYS or mention.time is None or day is None or day.weekday() == WEEKDAYS[name]:
        return None
    opened = mention.core and reading.norms[mention.core - 1] == "the" and mention.last - mention.core <= 1
    follows = reading.tags[mention.last] if mention.last < len(reading.tags) else "."
    words = (mention.time.relative or "").split()
    undated = bool(words) and mention.time.start is None and mention.time.end is None
    undated = undated and words[0] == name and all(word in PARTS_OF_DAY for word in words[1:])
    if not undated and not (opened and follows not in "NGZP" and mention.time.start == mention.time.end):
        return None
    first, last = reading.clause(mention.core)
    step = -1 if "had" in reading.norms[first:last] else 1
    return _on(mention.time, shift(day, "day", step * ((WEEKDAYS[name] - day.weekday()) * step % _WEEK)))


def _day(told: TimeSpan) -> dt.date | None:
    """The last day of a time that is told to the day."""
    return told.end if told.granularity is _DAY and told.modifier is not Modifier.APPROX else None


def _moved(time: TimeSpan, told: TimeSpan, name: str, count: int) -> TimeSpan | None:
    """The day, week, month or year so many units away from the time told."""
    unit, times, calendar = LENGTHS[name]
    if (
        unit not in _FINE
        or told.granularity not in _FINE[unit]
        or told.end is None
        or calendar in ("quarter", "decade")
    ):
        return None
    if unit == "year" and told.granularity is _MONTH:
        return _whole(time, shift(told.end, unit, count * times), _MONTH)
    day = shift(told.end, unit, count * times)
    if calendar == "week" and day is not None:
        monday = day - dt.timedelta(days=day.weekday())
        return evolve(time, start=monday, end=monday + dt.timedelta(days=6), relative=None, modifier=Modifier.APPROX)
    return _whole(time, day, {"month": _MONTH, "year": _YEAR}.get(unit, _DAY))


def _on(time: TimeSpan, day: dt.date | None) -> TimeSpan | None:
    return None if day is None else evolve(time, start=day, end=day, relative=None)


def _whole(time: TimeSpan, day: dt.date | None, grain: Granularity) -> TimeSpan | None:
    """The day, month or year that holds a day."""
    if day is None:
        return None
    start, end = from_days(day, grain)
    return evolve(time, start=start, end=end, granularity=grain, relative=None)


def pointed(reading: Reading, mention: Mention) -> tuple[TimeSpan, str] | None:
    """The time told last, where a figure's clause points back to it ("on the same day", "by then"), and the words."""
    places = reading.scan.where(_words("pointers"))
    if not places:
        return None
    first, last = reading.clause(mention.first)
    timed = any(one.time is not None and first <= one.first < last for one in reading.mentions)
    for at in places:
        fronted = at <= _BESIDE and reading.clause(at)[0] == 0 and not timed
        if not (first <= at < last or fronted) or mention.first <= at < mention.last:
            continue
        told = _told_before(reading, at, mention)
        found = _pointing(reading, at, told) if told is not None else None
        if found is not None:
            return found
    return None


def _told_before(reading: Reading, at: int, figure: Mention) -> TimeSpan | None:
    """The time told last before a token; None where another stands between it and the figure, or right after that."""
    told = reading.told
    _, last = reading.clause(at)
    for mention in reading.mentions:
        time = mention.time
        if time is None or not (time.start and time.end) or time.granularity not in (_DAY, _MONTH, _YEAR):
            continue
        if mention.last <= at:
            told = time
        elif mention.first < figure.first or (mention.first < last and "," not in reading.norms[at : mention.first]):
            return None
    return told


def _pointing(reading: Reading, at: int, told: TimeSpan) -> tuple[TimeSpan, str] | None:
    """The time that "same", "that", "then" or "time" at a token points back to."""
    norms = reading.norms
    norm, before, after = norms[at], norms[at - 1] if at else "", norms[at + 1] if at + 1 < len(norms) else ""
    if norm == "then" or (norm == "time" and before == "that"):
        lead = at - 1 if norm == "then" else at - 2
        word = norms[lead] if lead >= 0 else ""
        text = " ".join(norms[max(lead, 0) : at + 1])
        if word in _words("until"):
            return evolve(told, start=None, modifier=Modifier.AT_MOST), text
        if word in _words("since"):
            return evolve(told, start=told.start, end=None, modifier=Modifier.AT_LEAST), text
        return (told, text) if norm == "time" and word == "at" else None
    if norm == "time" and before == "the" and at > 1 and norms[at - 2] == "at":
        return None if _of_another(reading, at + 1) else (told, "at the time")
    if norm not in ("same", "that") or after not in _words("units"):
        return None
    if norm == "same" and before not in ("the", "that"):
        return None
    follows = reading.tags[at + 2] if at + 2 < len(norms) else "."
    if follows in "NG-" or (norm == "that" and follows == "X" and before == "said"):
        return None
    time = _of_unit(told, after)
    return None if time is None else (time, f"{before} {norm} {after}" if norm == "same" else f"{norm} {after}")


def _of_another(reading: Reading, at: int) -> bool:
    """Whether "at the time" is told by what follows it: "at the time of the crash", "at the time he left"."""
    following = reading.norms[at] if at < len(reading.norms) else ""
    if following in _words("of_another"):
        return True
    opens = at <= _BESIDE + 1 and "," not in reading.norms[at:]
    return following in _words("subjects") and not opens  # "At the time it employed 40 people."


def _of_unit(told: TimeSpan, name: str) -> TimeSpan | None:
    """The time told, or the week, month or year that holds it."""
    narrow = told.granularity is _DAY or told.modifier is Modifier.APPROX
    if name in ("day", "date") or name in PARTS_OF_DAY:
        return told if narrow else None
    if name == "week":
        day = _day(told)
        monday = day - dt.timedelta(days=day.weekday()) if day is not None else None
        return TimeSpan(monday, monday + dt.timedelta(days=6)) if monday is not None else None
    if name == "month":
        return _whole(told, told.end, _MONTH) if told.granularity in (_DAY, _MONTH) else None
    return _whole(told, told.end, _YEAR)
