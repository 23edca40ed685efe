"""Lengths of time, ages and anniversaries against the dates that the same sentence gives for them."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from claimcheck.align import Profile
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.compare.elapsed import Point, aged, anniversary, elapsed, ends_of
from claimcheck.compare.verdict import Verdict
from claimcheck.findings.arithmetic.model import Miscount, told
from claimcheck.findings.marks import marks
from claimcheck.findings.select import Selection
from claimcheck.lexicon import load_table
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Granularity, Kind, Modifier, Relation, TimeSpan

__all__ = ["misdated"]

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_LONGEST = 70  # characters between a length of time and its dates
_MOST = 9  # words between them
_FINER = {Granularity.DAY: 0, Granularity.MONTH: 1, Granularity.YEAR: 2}
_UNITS = {"day": 0, "week": 0, "month": 1, "year": 2, "decade": 2}
_ORDINAL = re.compile(
    r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th)[\s-]+(?P<what>[^\W\d_]+)(?P<of>\s+of\s+[^\W\d_]+)?", re.IGNORECASE
)

Found = tuple[tuple[Claim, ...], Verdict | None]


def misdated(groups: Iterable[Sequence[Profile]], selection: Selection) -> list[Miscount]:
    """All sentences with a length, an age or an anniversary that its dates do not bear out."""
    found = []
    for group in groups:
        document = selection.documents.get(group[0].claim.document)
        claims = [one.claim for one in group]
        dated = any(claim.kind in (Kind.DATE, Kind.PERIOD) for claim in claims)
        rule = selection.rule("elapsed", Relation.CONTRADICTS, *claims[:1])
        if document is None or rule is None or not dated or claims[0].structure == "table":
            continue
        text = document.text
        for check in (_lasting, _ages, _later, _anniversaries):
            for concerned, verdict in check(claims, text, rule.tolerance):
                if verdict is not None and verdict.relation is Relation.CONTRADICTS and told(concerned):
                    found.append(Miscount(rule, concerned, verdict))
    return found


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_table("elapsed")[name])


def _words(text: str) -> list[str]:
    return [word.lower().rstrip(".") for word in _WORD.findall(text)]


def _begins_with(text: str, name: str) -> bool:
    words = _words(text[:40])
    return any(words[: len(phrase)] == phrase for phrase in map(str.split, _list(name)))


def _lasting(claims: Sequence[Claim], text: str, tolerance: Tolerance) -> Iterator[Found]:
    """A length beside a period: "a five-day visit from 3 to 9 May", "from 1990 to 1995, a period of ten years"."""
    for one, other in itertools.pairwise(claims):
        if {one.kind, other.kind} != {Kind.DURATION, Kind.PERIOD}:
            continue
        length, period = (one, other) if one.kind is Kind.DURATION else (other, one)
        bounds = _bounds(period)
        gap = text[one.span.end : other.span.start]
        if bounds is None or len(gap) > _LONGEST or length.quantity is None:
            continue
        if _begins_with(text[length.span.end : length.sentence.end], "after"):
            continue
        if not (_leads_to(length, gap, text) if length is one else _list("sums_up").issuperset(_words(gap))):
            continue
        unit = length.quantity.unit or ""
        if unit not in _UNITS:
            continue
        within = period.text.lower().startswith("between") or _UNITS[unit] < bounds[2]
        yield (
            (length, period),
            elapsed(length, bounds[0], bounds[1], tolerance, " ".join(period.text.split()), within=within),
        )


def _bounds(period: Claim) -> tuple[Point, Point, int] | None:
    """The ends of a period, and how coarsely they are written; a year that is left out may be any."""
    when = period.when
    if when is None or when.modifier not in (Modifier.RANGE, Modifier.EXACT):
        return None
    if when.start is None and when.end is None:
        ends = [mark for mark in marks(period) if mark[0] is None and mark[1] and mark[2]]
        if len(ends) != 2:
            return None
        try:  # 2001 is no leap year, and a visit over the end of February may be a day longer
            first, last = (dt.date(2001, month or 1, day or 1) for _, month, day in ends)
        except ValueError:
            return None
        leap = dt.timedelta(days=int(first.month <= 2 < last.month))
        return (Point(first, first), Point(last, last + leap), 0) if first < last else None
    ends_found = ends_of(when)
    return None if ends_found is None else (*ends_found, _FINER[when.granularity])


def _leads_to(length: Claim, gap: str, text: str) -> bool:
    """Whether nothing between a length and a period begins another statement, or names what has a length of its own."""
    words = _words(gap)
    if not _list("before").isdisjoint(_words(_lead(length, text))[-1:]):
        return False
    if len(words) > _MOST or re.search(r"[;:.!?]\s|\d", gap):
        return False
    forms = grammar().verb_forms
    for word in words:
        if word in _list("breaks"):
            return False
        if word not in _list("held") and word in forms and forms[word][1] == "past":
            return False
    if "-" not in length.text or not words:
        return True
    nouns: list[str] = []
    for word in words:
        if word in grammar().closed:
            break
        nouns.append(word)
    noun = nouns[-1] if nouns else ""
    return bool(noun) and lemma(noun) == noun and noun not in _list("own_length")


def _date(claim: Claim) -> TimeSpan | None:
    when = claim.when
    if claim.kind is not Kind.DATE or when is None or when.start is None or when.end is None:
        return None
    fine = when.granularity in _FINER and when.modifier is Modifier.EXACT
    return when if fine else None


def _ages(claims: Sequence[Claim], text: str, tolerance: Tolerance) -> Iterator[Found]:
    """An age beside its date, in a sentence with one date of birth: "born in 1950 … died in 2001 aged 60"."""
    births = [claim for claim in claims if _date(claim) and _is_birth(claim, text)]
    lives = [claim for claim in claims if claim.kind is Kind.PERIOD and _in_brackets(claim, text)]
    ages = [claim for claim in claims if claim.kind is Kind.AGE]
    if len(ages) != 1 or len(births) + len(lives) != 1:
        return
    age = ages[0]
    said = {*_words(_lead(age, text))[-2:], *_words(age.text)}
    if not _list("lived_at") & said:
        return
    if lives:
        when = lives[0].when
        bounds = ends_of(when) if when is not None and when.modifier is Modifier.RANGE else None
        lead = _words(text[lives[0].span.end : age.span.start])
        if bounds is not None and lead[:1] and lead[0] in _list("dying") and len(lead) <= 5:
            begun, ended = (TimeSpan(one.first, one.last) for one in bounds)
            yield (lives[0], age), aged(age, begun, ended, tolerance)
        return
    born = births[0]
    for date in claims:
        when, birth = _date(date), _date(born)
        if when is None or birth is None or date is born or date.span.start < born.span.end:
            continue
        first, last = sorted((date, age), key=lambda claim: claim.span)
        between = text[first.span.end : last.span.start]
        near = len(_words(between)) <= 4 and not re.search(r"[;.\d]", between)
        # "He married Anna, aged 20, in 1985": an age before its date may be another's, but for "died aged 60 in 2001".
        own = first is date or not _list("dying").isdisjoint(_words(_lead(age, text))[-5:])
        if near and own and not _list("breaks") & set(_words(between)) - {"a", "an"}:
            yield (born, date, age), aged(age, birth, when, tolerance)


def _lead(claim: Claim, text: str) -> str:
    return text[claim.sentence.start : claim.span.start]


def _is_birth(claim: Claim, text: str) -> bool:
    return bool(_list("born") & set(_words(_lead(claim, text))[-2:]))


def _in_brackets(claim: Claim, text: str) -> bool:
    return _lead(claim, text).endswith("(") and text.startswith(")", claim.span.end)


def _later(claims: Sequence[Claim], text: str, tolerance: Tolerance) -> Iterator[Found]:
    """Years that lie between two dates: "20 years later, in 2015"; "in 2015, 20 years after it was founded in 1991"."""
    dates = [claim for claim in claims if _date(claim) is not None]
    for one, other in itertools.pairwise(dates):
        gap = text[one.span.end : other.span.start]
        first, second = _date(one), _date(other)
        if first is None or second is None or not one.text.lower().endswith("later") or len(dates) != 3:
            continue
        if set(_words(gap)) <= {"in", "on", "that", "is"} and dates[0] is not one:
            counted = _loosely(first)
            if counted.last < (second.start or dt.date.min) or counted.first > (second.end or dt.date.max):
                detail = f"{one.text} than {dates[0].text} is {_year(first)}, not {other.text}"
                yield (dates[0], one, other), Verdict(Relation.CONTRADICTS, detail)
    lengths = [claim for claim in claims if claim.kind is Kind.DURATION]
    if len(dates) == 2 and len(lengths) == 1 and dates[0].span.end <= lengths[0].span.start < dates[1].span.start:
        after, before = dates
        lead, tail = text[after.span.end : lengths[0].span.start], text[lengths[0].span.end : before.span.start]
        words = _words(tail)
        plain = words[:1] == ["after"] and len(words) <= _MOST and not re.search(r"[,;:.()\d]", tail)
        first, second = _date(before), _date(after)
        if plain and first is not None and second is not None and len(_words(lead)) <= 2 and "," in lead:
            start, end = Point.of(first), Point.of(second)
            if start is not None and end is not None and start.last < end.first:
                shown = f"{before.text} to {after.text}"
                yield (before, lengths[0], after), elapsed(lengths[0], start, end, tolerance, shown)


def _loosely(when: TimeSpan) -> Point:
    """A counted date with the year either way by which counting may be off."""
    assert when.start is not None
    assert when.end is not None
    year = dt.timedelta(days=366)
    low = when.start - year if when.start > dt.date.min + year else when.start
    return Point(low, when.end + year if when.end < dt.date.max - year else when.end)


def _year(when: TimeSpan) -> str:
    return str(when.start.year) if when.start is not None else ""


def _anniversaries(claims: Sequence[Claim], text: str, tolerance: Tolerance) -> Iterator[Found]:
    """A numbered anniversary beside its date, in a sentence with one date of founding or birth."""
    dates = [claim for claim in claims if _date(claim) is not None]
    starts = [one for one in dates if (_list("founding") | _list("born")) & set(_words(_lead(one, text))[-4:])]
    if len(starts) != 1 or len(dates) != 2:
        return
    (start,) = starts
    (then,) = [one for one in dates if one is not start]
    sentence = then.sentence.cover(text)
    numbered = [match for match in _ORDINAL.finditer(sentence) if match["what"].lower() in _list("anniversary")]
    if len(numbered) != 1 or numbered[0]["of"]:
        return
    match = numbered[0]
    owner = _words(sentence[: match.start()])[-1:]
    at = then.span.start - then.sentence.start
    between = sentence[match.end() : at] if at >= match.end() else sentence[at + len(then.text) : match.start()]
    first, second = _date(start), _date(then)
    if not _list("own") & set(owner) or len(_words(between)) > _MOST or re.search(r"[;.]\s", between):
        return
    if first is not None and second is not None and start.span.start < then.span.start:
        yield (start, then), anniversary(int(match["nth"]), first, second, tolerance)
