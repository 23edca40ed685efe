"""Spans of time: "five-day", "two years and three months", "half an hour", "over a decade", "for decades", "168h".

``Quantity.unit`` is the unit as written; a decade is ten years, a century a hundred, a fortnight fourteen days. A
span in two units is one mention in the smaller: years and months in months, hours and minutes in minutes.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve, frozen

from claimcheck.extract import modifiers
from claimcheck.extract.amounts import Amount
from claimcheck.extract.behind import bound_behind
from claimcheck.extract.compound_durations import and_half, article_before, joined
from claimcheck.extract.numerals import Form, is_hyphen
from claimcheck.extract.per import read_per, time_unit
from claimcheck.extract.scan import Scan
from claimcheck.extract.single import bounds_of, read_singles
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["WORDS", "find"]

_SINGLE = frozenset(("a", "an", "half", "quarter"))
_FEW = frozenset(("few",))
_ARTICLES = frozenset(("a", "an"))
_COUNTED_FROM = frozenset(
    ("ago", "old", "later", "earlier", "before", "back", "hence", "on", "from", "of", "previously")
)
_SPELLS = frozenset(("day", "week", "month", "year"))


@frozen
class _Words:
    before: frozenset[str]
    deducted: frozenset[str]
    weak: frozenset[str]
    spans: frozenset[str]
    after: frozenset[str]
    vague_before: frozenset[str]
    vague_units: frozenset[str]
    reaching: frozenset[str]
    least: Decimal
    few: Decimal
    compounds: dict[str, tuple[str, Decimal]]
    names: frozenset[str]
    bare: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_table("durations")
    return _Words(
        frozenset(data["before"]),
        frozenset(data["deducted"]),
        frozenset(data["weak_before"]),
        frozenset(data["spans"]),
        frozenset(data["after"]),
        frozenset(data["vague_before"]),
        frozenset(data["vague_units"]),
        frozenset(data["reaching_back"]),
        Decimal(data["vague_least"]),
        Decimal(data["few_least"]),
        {word: (row["unit"], Decimal(row["value"])) for word, row in data["compounds"].items()},
        frozenset(data["names"]["after"]),
        frozenset((*data["vague_units"], *data["compounds"], "long")),
    )


#: Words that make a unit of text worth scanning although it holds no number.
WORDS: frozenset[str] = frozenset(
    (
        *load_table("durations")["vague_units"],
        *load_table("durations")["compounds"],
        *("year", "month", "week", "day", "hour", "minute", "decade", "century", "fortnight"),
    )
)


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take all amounts with a unit of time whose tokens are free, and the spans that only words name."""
    skip = -1
    for index, amount in enumerate(amounts):
        if index <= skip or amount.unit is None or amount.unit.cls is not UnitClass.TIME:
            continue
        if scan.free(amount.first, amount.last) and amount.form is not Form.ORDINAL and _is_span(scan, amount):
            skip = _one(scan, amounts, index)
    if not scan.vocabulary.isdisjoint(_SINGLE):
        _articles(scan)
    if not scan.vocabulary.isdisjoint(_words().bare):
        _few(scan)
        _bare(scan)


def _is_span(scan: Scan, amount: Amount) -> bool:
    """Whether a number with a unit of time is a span: not "the 60s", "the 2019 year", "one day", "the Six-Day War"."""
    assert amount.unit is not None
    written = scan.tokens[amount.unit.first]
    value = amount.numerals[0].value
    before = scan.norm(amount.first - 1)
    if written.norm == "s" and written.glued:
        if value % 10 == 0 and 20 <= value <= 90:
            # "the 60s", "mid-60s", "over-60s" are decades and ages
            if (
                before in ("the", "early", "mid", "late", "his", "her", "their", "-", "over", "under")
                or amount.first < amount.core
            ):
                return False
        if value >= 1000 and value % 10 == 0:
            return False
    if amount.unit.unit == "year" and amount.form is Form.DIGITS and amount.unit.factor == 1:
        if 1800 <= value <= 2100 and value == value.to_integral_value() and "," not in scan.norm(amount.core):
            return False
    if scan.norm(amount.core) == "one" and written.norm in ("day", "second", "minute") and amount.first == amount.core:
        if before not in _words().before and before not in ("in", "the", "only", "just") and not amount.hyphenated:
            return False  # "one day she left"
    if before == "every" and scan.norm(amount.first - 2) not in ("of", "out"):
        return False  # "three sailings every two hours" counts sailings
    after = amount.unit.last
    if scan.norm(after) in ("'", "’"):
        after += 1
    if scan.norm(after) in _words().names:
        scan.leave(amount.first, after, "the name of an event")
        return False
    return True


def _one(scan: Scan, amounts: list[Amount], index: int) -> int:
    """Take one span with the shorter ones that belong to it; the index of the last amount used."""
    amount = amounts[index]
    assert amount.unit is not None
    low, high, unit, last = amount.low, amount.high, amount.unit.unit, amount.last
    precision, modifier, notes, confidence = amount.precision, amount.modifier, amount.notes, amount.confidence
    used = index
    while used + 1 < len(amounts):
        found = joined(scan, unit, amounts[used], amounts[used + 1])
        if found is None:
            break
        ratio, small = found
        other = amounts[used + 1]
        assert other.low is not None
        low = None if low is None else low * ratio + other.low
        high = None if high is None else high * ratio + other.low
        unit, last, precision, used = small, other.last, other.precision, used + 1
    if used == index and (half := and_half(scan, amount)) is not None:
        share, last = half
        low = None if low is None else low + share
        high = None if high is None else high + share
        precision = precision / 10 if scan.norm(last - 1) == "half" else precision / 100
    first = amount.first
    if (larger := article_before(scan, amount)) is not None:
        first, ratio = larger
        low = None if low is None else low + ratio
        high = None if high is None else high + ratio
    quantity = Quantity(low, high, unit, modifier, precision)
    if used == index and not amount.hyphenated:
        per = read_per(scan, last)
        if per is not None and per.unit != unit and scan.free(last, per.last):
            quantity, last = evolve(quantity, per=per.text), per.last
    elif used == index and amount.hyphenated and (whole := time_unit(scan, last)) is not None and whole.factor == 1:
        if whole.unit in _SPELLS and whole.unit != unit and not scan.norm(last).endswith("s"):
            quantity = evolve(quantity, per=whole.unit)  # "a 42-hour week"
    if is_hyphen(scan, last) and scan.norm(last + 1) in ("long", "plus"):
        last += 2
    scan.take(
        Kind.DURATION,
        first,
        last,
        quantity=bound_behind(scan, last, quantity),
        core=min(first, amount.core),
        confidence=confidence,
        notes=notes,
    )
    return used


def _articles(scan: Scan) -> None:
    """Take "a year", "an hour and a half" where something bounds them or a word around says that they last."""
    words = _words()
    for single in read_singles(scan, UnitClass.TIME):
        assert single.unit is not None
        if not scan.free(single.first, single.last):
            continue
        before, after = scan.norm(single.first - 1), scan.norm(single.last)
        bounded = single.first < single.core or single.last > single.unit.last
        halved = single.precision != single.unit.factor
        if after in ("before", "after") and scan.norm(single.last + 1) in words.deducted:
            continue  # "2,840 crowns a month before tax"
        if before in ("once", "twice", "thrice", "times") or (
            before == "in" and scan.norm(single.first - 2) == "times"
        ):
            continue
        ok = bounded or halved or after in words.after
        if not ok and before in words.before:
            ok = before not in words.weak or scan.norm(single.first - 2) in words.spans or after in ("", ".", ",", ";")
            if before == "after" and after in ("of", "in", "when", "that"):
                ok = after == "of"
        if not ok:
            continue
        if (
            not bounded
            and not halved
            and (after in ("when", "that", "which") or (after == "in" and before in words.weak))
        ):
            continue
        scan.take(
            Kind.DURATION,
            single.first,
            single.last,
            quantity=Quantity(single.low, single.high, single.unit.unit, single.modifier, single.precision),
            core=single.core,
        )


def _bare(scan: Scan) -> None:
    """Take "for decades", "decades-long", "week-long", "yearlong"."""
    words, tokens = _words(), scan.tokens
    for at, token in enumerate(tokens):
        if scan.taken[at] or token.kind is not TokenKind.WORD:
            continue
        if (compound := words.compounds.get(token.norm)) is not None:
            unit, value = compound
            scan.take(Kind.DURATION, at, at + 1, quantity=Quantity(value, value, unit, precision=value))
            continue
        long = is_hyphen(scan, at + 1) and scan.norm(at + 2) == "long"
        if long and scan.free(at, at + 3) and not (at and tokens[at].glued):
            if (unit_word := time_unit(scan, at)) is not None:
                if token.norm in words.vague_units:
                    if unit_word.factor != 1:  # "years-long" says nothing that could be checked
                        _vague(scan, at, at + 3)
                elif unit_word.last == at + 1:
                    value = unit_word.factor
                    quantity = Quantity(value, value, unit_word.unit, precision=value)
                    scan.take(Kind.DURATION, at, at + 3, quantity=quantity)
        elif token.norm in words.vague_units and scan.norm(at + 1) not in ("of", "ago", "old", "later", "earlier"):
            first, bounds = modifiers.before(scan, at)
            if scan.norm(first - 1) in words.vague_before and not bounds:
                _vague(scan, at, at + 1)
            elif scan.norm(at - 1) in words.vague_before and scan.norm(at - 1) != "over":
                _vague(scan, at, at + 1)
            elif scan.norm(at - 1) == "back" and scan.norm(at - 2) in words.reaching:
                _vague(scan, at, at + 1)  # "the feud goes back decades"


def _few(scan: Scan) -> None:
    """Take "a few months", "a hard few years": where nothing says from when, they are a span."""
    words = _words()
    for at in scan.where(_FEW):
        first = at - 1 if scan.norm(at - 1) in _ARTICLES else at
        opened = first < at or scan.norm(at - 2) in _ARTICLES or scan.norm(at - 3) in _ARTICLES
        after = scan.norm(at + 2)
        if not opened or scan.norm(at + 1) not in words.vague_units or not scan.free(first, at + 2):
            continue
        if after in _COUNTED_FROM or after in words.after:
            continue
        _vague(scan, at + 1, at + 2, first, words.few)


def _vague(scan: Scan, unit_at: int, last: int, first: int | None = None, least: Decimal | None = None) -> None:
    """Take a span of so many units at least; ``first`` is its first token, that of the unit where not given."""
    unit = time_unit(scan, unit_at)
    if unit is None:
        return
    least = _words().least if least is None else least
    value = least * unit.factor
    low, high = bounds_of(value, Modifier.VAGUE)
    scan.take(
        Kind.DURATION,
        unit_at if first is None else first,
        last,
        quantity=Quantity(low, high, unit.unit, Modifier.VAGUE, unit.factor),
        confidence=0.7,
        notes=(f"at least {least} {unit.unit if unit.factor == 1 else scan.norm(unit_at)}: a plural",),
    )
