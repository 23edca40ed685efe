"""The time that governs a figure: its own, its clause's, its table's, its section's."""

from __future__ import annotations

import calendar
import datetime as dt

from attrs import evolve, frozen

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.label_times import date_in
from claimcheck.claims.measured.arguments import participial
from claimcheck.claims.reading import Reading
from claimcheck.extract.dates.reported import reported_year
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Document, Granularity, Kind, Modifier, Section, TimeSpan

__all__ = ["Timed", "governing_time"]

_CROSSING = 25
_AHEAD = 3
_STOPS = frozenset(".;:,()–—")
_LONGEST_INSERT = 16
# Words before a time that make it the other end of a comparison, not the time of this figure.
_MARKS = frozenset({"record", "peak", "high", "low", "best", "worst", "maximum", "minimum"})
# A date of these says when somebody foresaw the figure, not for when.
_FORECASTS = frozenset({"forecast", "projection", "prediction", "outlook", "estimate"})
_COMPARING = frozenset({"than", "as"})
_OTHER = frozenset({"than", "against", "versus", "compared"})
# Words between a change and the time that it is measured from.
_BASELINE = _OTHER | {"below", "above", "on"}
_NOW = frozenset({"now", "today", "currently", "presently", "nowadays"})
_NEAR_CHANGE = 8  # tokens between a change and the time since which it is told


@frozen
class Timed:
    """A time, the index of the mention that gave it (-1 where none in the unit did), and where it stood."""

    when: TimeSpan | None
    mention: int = -1
    why: str = ""
    confidence: float = 1.0


def is_frame(reading: Reading, mention: Mention) -> bool:
    """Whether a date opens its sentence and so holds for the next one as well ("In 2018, …")."""
    return mention.kind is Kind.DATE and mention.first <= 1


def in_the_present(reading: Reading) -> bool:
    """Whether a sentence's first finite verb is in the present: then no past time carries over to it."""
    table = grammar()
    for token, mark in zip(reading.tokens, reading.tags, strict=True):
        if mark == "X":
            return token.norm in {"is", "are", "has", "have", "does", "do", "will", "can", "may"}
        if mark == "V":
            return table.verb_forms.get(token.norm, ("", "past"))[1] in {"s", "base"}
    return False


def is_time(mention: Mention) -> bool:
    """Whether a mention is itself a date or period."""
    return mention.kind in {Kind.DATE, Kind.PERIOD}


def governing_time(reading: Reading, index: int, document: Document, carried: TimeSpan | None) -> Timed:
    """The time of the unit's mention number ``index``; ``carried`` is the time of the sentence before."""
    mention = reading.mentions[index]
    if is_time(mention):
        return Timed(mention.time, index, "its own")
    best: tuple[int, int] | None = None
    home = reading.clause(mention.first)
    for other, candidate in enumerate(reading.mentions):
        if not is_time(candidate) or candidate.time is None:
            continue
        k = candidate.first - 1
        k -= k > 0 and reading.tags[k] == "P" and reading.tokens[k - 1].norm in _COMPARING
        before = reading.tokens[k].norm if k >= 0 else ""
        if _of_another(reading, index, candidate):
            continue
        if before == "as" and mention.kind is Kind.RATIO and candidate.first >= mention.last:
            continue  # "three times as much as in 2014"
        if before in _OTHER or _measured_from(reading, mention, candidate):
            continue
        if _baseline(reading, mention, candidate):
            continue
        if candidate.time.start is None and candidate.time.end is None:
            continue
        ahead = candidate.first >= mention.last
        if ahead and candidate.last < len(reading.tokens) and reading.tokens[candidate.last].text == ":":
            continue  # "3.2m (2018: 2.7m)": the time of what follows it
        if _when_clause(reading, mention, candidate):
            return Timed(_moment(candidate.time), other, f"when: “{candidate.span.cover(document.text)}”")
        if _since_clause(reading, mention, candidate):
            start = evolve(candidate.time, end=None, modifier=Modifier.AT_LEAST)
            return Timed(start, other, f"since “{candidate.span.cover(document.text)}”")
        if ahead and _adjoins(reading, mention.last, candidate.first):
            return Timed(_with_next(reading, other), other, f"“{candidate.span.cover(document.text)}”")
        distance = candidate.first - mention.last if ahead else mention.first - candidate.last
        clause = reading.clause(candidate.first)
        if clause != home and not (clause[0] <= home[0] and home[1] <= clause[1]):
            opens = candidate.first <= 2 and clause[0] == 0
            opens = opens or (not ahead and _fronted(reading, candidate))
            nested = home[0] <= clause[0] and clause[1] <= home[1]
            distance += 4 if opens else 6 if nested else _CROSSING
        elif not ahead and candidate.first <= clause[0] + 2:
            distance = min(distance, 6)
        if ahead:
            distance += _AHEAD
        if _parted(reading, index, other):
            distance += 12
        if best is None or distance < best[0]:
            best = (distance, other)
    if best is not None and best[0] < 40:
        chosen = reading.mentions[best[1]]
        return Timed(
            _with_next(reading, best[1]), best[1], f"“{chosen.span.cover(document.text)}”", 1.0 if best[0] < 30 else 0.8
        )
    return _around(reading, document, carried)


def _fronted(reading: Reading, candidate: Mention) -> bool:
    """Whether a time ends what a sentence puts before its subject: "In a survey in April, 68% …; in Samburu 54%"."""
    at = candidate.last
    if reading.tags[0] not in "PM" or at >= len(reading.tokens) or reading.tokens[at].text != ",":
        return False
    return not any(mark in "VXG" or mark == "." for mark in reading.tags[: candidate.first])


def _with_next(reading: Reading, index: int) -> TimeSpan | None:
    """The time of a date together with that of the next one that "and" joins to it and that follows on from it: "in
    March and April 2024".
    """
    mention = reading.mentions[index]
    time = mention.time
    if time is None or time.end is None or index + 1 >= len(reading.mentions):
        return time
    after = reading.mentions[index + 1]
    if after.kind is not mention.kind or after.time is None or after.time.start is None or after.time.end is None:
        return time
    between = [token.norm for token in reading.tokens[mention.last : after.first]]
    if between != ["and"] or after.time.granularity is not time.granularity:
        return time
    if after.time.start - time.end != dt.timedelta(days=1):
        return time
    return evolve(time, end=after.time.end, modifier=Modifier.RANGE)


def _baseline(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a figure is the level reached or what there is now, and a time that from which it changed: "has tripled
    since 2010 to 240", "240, three times as many as in 2010", "have trebled since 2010; there are now 240".
    """
    if figure.kind is Kind.CHANGE or figure.quantity is None or figure.quantity.role in ("by", "times", "from"):
        return False
    tokens = reading.tokens
    at = candidate.first
    k = at - 1 - (at > 0 and reading.tags[at - 1] == "P")
    if figure.last <= k and tokens[k].norm == "as" and any(tokens[i].norm == "as" for i in range(max(k - 3, 0), k)):
        return True
    since = tokens[at].norm == "since" or (at > 0 and tokens[at - 1].norm == "since")
    if not since:
        return False
    first, last = reading.clause(figure.first)
    if not first <= at < last and any(tokens[i].norm in _NOW for i in range(first, last)):
        return True
    start = max(figure.last, at - _NEAR_CHANGE) if figure.last <= at else at - _NEAR_CHANGE
    end = at if figure.last <= at else min(figure.first, at + _NEAR_CHANGE)
    return any(one.kind is Kind.CHANGE and start <= one.first < end for one in reading.mentions)


def _when_clause(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a clause with "when" tells of a time what the figure was then: "since 2012, when 84 were notified"."""
    at = candidate.last
    if reading.norms[at : at + 2] != [",", "when"] or figure.first < at:
        return False
    between = reading.norms[at + 2 : figure.first]
    return len(between) < _LONGEST_INSERT and not {",", ";", ".", ":"}.intersection(between)


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


def _since_clause(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a time dates what a figure is counted from: "17 goals since he joined in 2018"."""
    tokens, tags = reading.tokens, reading.tags
    for k in range(candidate.first - 1, max(candidate.first - 12, -1), -1):
        if tokens[k].text in ".;:,()":
            return False
        if tokens[k].norm == "since":
            counted = figure.last <= k or (k == 0 and figure.first > candidate.last)
            return counted and any(mark in "VX" for mark in tags[k + 1 : candidate.first])
    return False


def _of_another(reading: Reading, index: int, candidate: Mention) -> bool:
    """Whether a time belongs to another event: "the wing, opened on 14 July, cost €23m", "the record of 1961"."""
    tokens = reading.tokens
    first, last = reading.clause(candidate.first)
    figure = reading.mentions[index]
    relative = any(tokens[i].norm in {"which", "who", "whose"} for i in range(first, min(first + 3, last)))
    if relative and not first <= figure.first < last:
        return True
    k = candidate.first - 1
    if k >= 1 and tokens[k].norm == "of" and tokens[k - 1].norm in _MARKS | _FORECASTS:
        return True
    if candidate.last < len(tokens) and tokens[candidate.last].norm in _FORECASTS:
        return True
    if _compared(reading, candidate, figure):
        return True
    return _inserted(reading, candidate, figure) or _done_before(reading, candidate, figure)


def _compared(reading: Reading, candidate: Mention, figure: Mention) -> bool:
    """Whether a time only says among which values a figure is the greatest, or from which it is worked out: "8 m, the
    highest since 1921", "with the series 1921–2017 it returns every 80 years".
    """
    tokens = reading.tokens
    at = candidate.first
    since = tokens[at].norm == "since" or (at > 0 and tokens[at - 1].norm == "since")
    if since and figure.kind is not Kind.RANK:
        k = at - (tokens[at].norm != "since") - 1
        if any(_superlative(reading.tokens[i].norm) for i in range(max(k - 2, 0), k + 1)):
            return True
    k = at - 1
    while k >= 0 and reading.tags[k] in "PD":
        k -= 1
    if k < 0 or lemma(tokens[k].norm) not in load_table("grammar")["bases"] or figure.first < candidate.last:
        return False
    return any(tokens[i].norm in {"with", "using", "based", "basis"} for i in range(max(k - 5, 0), k))


def _superlative(norm: str) -> bool:
    return (norm.endswith("est") and len(norm) > 5) or norm in {"worst", "best", "most", "least", "record"}


def _inserted(reading: Reading, candidate: Mention, figure: Mention) -> bool:
    """Whether a time stands in what commas insert and the figure outside: "Kellet, founded in Hull in 1934, has 40
    shops", "the bridge, a work of 1920, …"; or in a fronted participle: "Built in 1920, it has 40 rooms".
    """
    tokens, tags = reading.tokens, reading.tags
    start = candidate.first
    while start and tokens[start - 1].text not in _STOPS and candidate.first - start < _LONGEST_INSERT:
        start -= 1
    end = candidate.last
    while end < len(tokens) and tokens[end].text not in _STOPS and end - candidate.last < _LONGEST_INSERT:
        end += 1
    if start <= figure.first < end or end >= len(tokens) or tokens[end].text not in ",–—)":
        return False
    opened = start > 0 and tokens[start - 1].text in ",–—("
    passive = tags[start] == "V" and participial(tokens[start].norm)
    if start == 0:
        return passive and figure.first > end and any(mark in "VX" for mark in tags[end : figure.first])
    if not opened or not any(mark in "NZ" for mark in tags[:start]):
        return False
    if any(mark in "VX" for mark in tags[start + 1 : end]):
        return tokens[start].norm in {"which", "who", "whose"}
    apposed = tokens[start].norm in {"a", "an"} and tags[start - 2] in "NZ" and candidate.first - start > 1
    return passive or apposed


def _done_before(reading: Reading, candidate: Mention, figure: Mention) -> bool:
    """Whether a time is that of a deed in the past, and the figure what holds today: "was built in 1987 and can carry
    84 cars", "founded in 1934, now has 40 shops".
    """
    tokens, tags = reading.tokens, reading.tags
    if figure.first < candidate.last:
        return False
    deed = next((k for k in range(candidate.first - 1, max(candidate.first - 9, -1), -1) if tags[k] in "VX"), None)
    if deed is None or tags[deed] != "V" or grammar().verb_forms.get(tokens[deed].norm, ("", ""))[1] != "past":
        return False
    between = range(candidate.last, figure.first)
    verbs = [k for k in between if tags[k] in "VX"]
    if not verbs or not any(tokens[k].norm in {"and", "but", ";"} for k in range(candidate.last, verbs[0])):
        return False
    return _today(tokens[verbs[0]].norm, tags[verbs[0]])


def _today(norm: str, mark: str) -> bool:
    """Whether a finite verb says what holds now."""
    if mark == "X":
        return norm in {"is", "are", "has", "have", "can", "does", "do"}
    form = grammar().verb_forms.get(norm)
    return form is not None and form[1] == "s"


def _measured_from(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a time is what a change starts from: "12% higher than in 2018", "3% below its 2019 level"."""
    if figure.kind is not Kind.CHANGE or not 0 < candidate.first - figure.last <= 6:
        return False
    gap = [reading.tokens[k].norm for k in range(figure.last, candidate.first)]
    return gap[0] in _BASELINE or (gap[0] in {"up", "down"} and len(gap) > 1) or "than" in gap


def _adjoins(reading: Reading, last: int, first: int) -> bool:
    """Whether only its noun and a preposition or bracket part a figure from the time after it ("5% in 2010")."""
    gap = range(last, first)
    return len(gap) <= 6 and all(reading.tags[k] in "PDNA-" or reading.tokens[k].text == "(" for k in gap)


def _parted(reading: Reading, index: int, other: int) -> bool:
    """Whether another figure of the same kind stands between the two: then the time is more likely that one's."""
    low, high = sorted((index, other))
    kind = reading.mentions[index].kind
    return any(reading.mentions[k].kind is kind for k in range(low + 1, high))


def _around(reading: Reading, document: Document, carried: TimeSpan | None) -> Timed:
    cell = reading.unit.cell
    if cell is not None:
        for label, name in (
            (cell.column_label, "column"),
            (cell.row_label, "row"),
            (cell.caption, "caption"),
        ):
            when = date_in(label)
            if when is not None:
                return Timed(when, -1, f"the {name} “{label.strip()}”", 0.95)
    section = reading.unit.block.section
    if 0 <= section < len(document.sections):
        held = document.sections[section]
        if held.version and held.published:
            return Timed(TimeSpan(held.published, held.published), -1, f"the release “{held.title}”", 0.9)
        when = date_in(held.title)
        if when is not None and not _issued(when, held, document):
            return Timed(when, -1, f"the heading “{held.title}”", 0.8)
    if carried is not None:
        return Timed(carried, -1, "the sentence before", 0.7)
    year = reported_year(document)
    if year is not None and cell is None and _told_in_the_past(reading):
        return Timed(TimeSpan(dt.date(year, 1, 1), dt.date(year, 12, 31)), -1, "the year that the report is of", 0.7)
    return Timed(None)


def _issued(when: TimeSpan, held: Section, document: Document) -> bool:
    """Whether a heading's day is that of the text: "The old lady comes home (19 May 2024)", minutes of a meeting."""
    if when.start is None or when.start != when.end:
        return False
    return when.start == document.published or (when.start == held.published and "(" in held.title)


def _told_in_the_past(reading: Reading) -> bool:
    """Whether a sentence's first finite verb is in the past."""
    for token, mark in zip(reading.tokens, reading.tags, strict=True):
        if mark == "X":
            return token.norm in {"was", "were", "had", "did"}
        if mark == "V":
            return grammar().verb_forms.get(token.norm, ("", ""))[1] == "past"
    return False
