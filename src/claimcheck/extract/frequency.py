"""How often: "every two years", "twice a week", "up to four times a day", "once every 5 years".

A frequency given as an interval has the interval as its quantity and no ``per`` (every two years: 2, unit ``year``);
one given as a number of times has that number, no unit, and what it is per in ``per`` (twice a week: 2 per ``week``).
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.extract import modifiers
from claimcheck.extract.amounts import Amount
from claimcheck.extract.numerals import Form, is_hyphen, read_numeral
from claimcheck.extract.per import read_per, time_unit
from claimcheck.extract.recurring import round_of
from claimcheck.extract.scan import Scan
from claimcheck.extract.single import bounds_of
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass, UnitWord, suffix_unit
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["WORDS", "find"]


@frozen
class _Words:
    times: dict[str, Decimal]
    adverbs: dict[str, str]
    per: frozenset[str]
    every: frozenset[str]
    single: frozenset[str]
    closing: frozenset[str]
    turns: frozenset[str]
    other: frozenset[str]
    verbs: frozenset[str]
    ends: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_table("frequencies")
    return _Words(
        {word: Decimal(value) for word, value in data["times"].items()},
        dict(data["adverbs"]),
        frozenset(data["words"]["per"]),
        frozenset(data["words"]["every"]),
        frozenset(data["words"]["single"]),
        frozenset(data["words"]["closing"]),
        frozenset(data["words"]["turns"]),
        frozenset(data["words"]["other"]),
        frozenset(data["words"]["verbs"]),
        frozenset(data["words"]["ends"]),
    )


#: Words that make a unit of text worth scanning although it holds no number.
WORDS: frozenset[str] = frozenset((*load_table("frequencies")["times"], *load_table("frequencies")["adverbs"], "every"))


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take all frequencies among the amounts and the words once, twice, every."""
    words = _words()
    starts = {amount.core: amount for amount in amounts}
    for amount in amounts:
        if (
            amount.unit is None
            and amount.form is not Form.ORDINAL
            and scan.norm(amount.last) in ("times", "time", "×", "x")
        ):
            _times(scan, amount.first, amount.core, amount.last + 1, amount.low, amount.high, amount.modifier)
        elif scan.norm(amount.core) == "1" and scan.norm(amount.last) == "in" and amount.unit is None:
            _times(scan, amount.first, amount.core, amount.last, amount.low, amount.high, amount.modifier)
        elif "intervals" in scan.vocabulary:
            _intervals(scan, amount)
    for at in scan.where(WORDS):
        norm = scan.norm(at)
        if scan.taken[at]:
            continue
        if norm in words.times:
            _once(scan, at)
        elif norm in words.every:
            _every(scan, at, starts)
        else:
            _bounded(scan, at)


def _once(scan: Scan, at: int) -> None:
    """Take "twice a week", "once or twice a day", "once every five years", "twice-weekly"."""
    words = _words()
    low = high = words.times[scan.norm(at)]
    last, modifier = at + 1, Modifier.EXACT
    if scan.norm(last) in ("or", "to") and scan.norm(last + 1) in words.times:
        high, modifier, last = words.times[scan.norm(last + 1)], Modifier.RANGE, last + 2
    first, bounds = modifiers.before(scan, at)
    bound = modifiers.combine(bounds).modifier
    bottom: Decimal | None = low
    top: Decimal | None = high
    if bound is not None and modifier is Modifier.EXACT:
        modifier = bound
        bottom, top = bounds_of(low, bound)
    if (
        not _times(scan, first, at, last, bottom, top, modifier)
        and bound is Modifier.AT_LEAST
        and scan.free(first, last)
    ):
        # "had put off a trip at least once": how many times, not how often
        scan.take(Kind.COUNT, first, last, quantity=Quantity(bottom, top, None, modifier, Decimal(1)), core=at)


def _bounded(scan: Scan, at: int) -> None:
    """Take "at least weekly", "no more than monthly", "published weekly"; elsewhere the adverb is no figure."""
    if scan.norm(at - 1) in ("minimum", "maximum"):
        return  # "the minimum hourly wage"
    first, bounds = modifiers.before(scan, at)
    bound = modifiers.combine(bounds).modifier if bounds else None
    if bound in (Modifier.AT_LEAST, Modifier.AT_MOST, Modifier.MORE_THAN, Modifier.LESS_THAN):
        low, high = bounds_of(Decimal(1), bound)
        _times(scan, first, at, at, low, high, bound)
        return
    after = scan.tokens[at + 1] if at + 1 < len(scan.tokens) else None
    words = _words()
    last = after is None or after.kind is TokenKind.PUNCT or after.norm in words.ends
    if last and scan.norm(at - 1) in words.verbs and not is_hyphen(scan, at - 1):
        _times(scan, at, at, at, Decimal(1), Decimal(1), Modifier.EXACT)


def _intervals(scan: Scan, amount: Amount) -> None:
    """Take "at intervals of 4 to 6 minutes", "at ten-minute intervals": how often something comes."""
    if amount.unit is None or amount.unit.cls is not UnitClass.TIME or not scan.free(amount.first, amount.last):
        return
    before = [scan.norm(at) for at in range(amount.first - 3, amount.first)]
    spelled = before[1:] == ["intervals", "of"]
    if spelled or (amount.hyphenated and scan.norm(amount.last) == "intervals" and before[-1] in ("at", "in", "of")):
        last = amount.last if spelled else amount.last + 1
        _take(scan, amount.first, last, amount.core, amount.low, amount.high, amount.unit.unit, amount.modifier)


def _times(
    scan: Scan,
    first: int,
    core: int,
    at: int,
    low: Decimal | None,
    high: Decimal | None,
    modifier: Modifier,
) -> bool:
    """Take a number of times if what it is per begins at ``at``; whether it does."""
    found = _period(scan, at)
    if found is None or not scan.free(first, found[1]):
        return False
    per, last = found
    scan.take(
        Kind.FREQUENCY,
        first,
        last,
        quantity=Quantity(low, high, None, modifier, Decimal(1), per=per),
        core=core,
    )
    return True


def _period(scan: Scan, at: int) -> tuple[str, int] | None:
    """What "a week", "per 24 hours", "daily" at token ``at`` puts into ``per``, and the token after it."""
    words = _words()
    here = at + 1 if is_hyphen(scan, at) else at
    word = scan.norm(here)
    if (adverb := words.adverbs.get(word)) is not None:
        return adverb, here + 1
    if word not in words.per:
        return None
    start = here + 1
    if word == "in" and scan.norm(start) in ("a", "an", "one", "any", "each"):
        start += 1
    elif word == "in":
        if scan.norm(at - 1) not in ("once", "1") or read_numeral(scan, start) is None:
            return None  # "twice in five years" tells what happened, "once in 200 years" how often
    elif scan.norm(start) in ("single", "calendar"):
        start += 1
    count = Decimal(1)
    if (numeral := read_numeral(scan, start)) is not None and numeral.form in (Form.DIGITS, Form.WORDS):
        count, start = numeral.value, numeral.last
    unit = suffix_unit(scan, start)
    if unit is None or unit.cls not in (UnitClass.TIME, UnitClass.MEASURE):
        noun = scan.norm(start)
        if word in ("a", "an", "per", "each", "every") and noun in (
            "season",
            "term",
            "semester",
            "shift",
            "night",
            "game",
        ):
            return noun, start + 1
        return None
    return _span_text(count, unit), unit.last


def _span_text(count: Decimal, unit: UnitWord) -> str:
    whole = count * unit.factor
    return unit.unit if whole == 1 else f"{whole.normalize():f} {unit.unit}"


def _every(scan: Scan, at: int, starts: dict[int, Amount]) -> None:
    """Take "every two years", "every other week", "every third day", "every hour"."""
    words = _words()
    if scan.norm(at - 1) in ("of", "out") and scan.norm(at) == "every":
        return  # "four of every five years"
    if any(starts[core].last < at <= starts[core].last + 3 and _rated(scan, starts[core], at) for core in starts):
        return  # "three sailings every two hours" counts sailings
    here = at + 1 + (scan.norm(at + 1) == "single")
    if scan.norm(here) in ("day", "night") and [scan.norm(here + 1), scan.norm(here + 2)] == ["of", "the"]:
        if scan.norm(here + 3) in ("week", "year") and scan.free(at, here + 4):
            quantity = Quantity(Decimal(1), None, None, Modifier.AT_LEAST, Decimal(1), per="day")
            scan.take(Kind.FREQUENCY, at, here + 4, quantity=quantity, core=here)
            return  # "every day of the week" once or oftener
    amount = next(
        (starts[core] for core in range(here, here + 4) if core in starts and starts[core].first == here), None
    )
    if amount is not None and amount.unit is not None and amount.unit.cls in (UnitClass.TIME, UnitClass.MEASURE):
        if scan.free(at, amount.last):
            _take(scan, at, amount.last, amount.core, amount.low, amount.high, amount.unit.unit, amount.modifier)
        return
    count, start = Decimal(1), here
    if scan.norm(here) in words.other:
        count, start = Decimal(2), here + 1
    elif (numeral := read_numeral(scan, here)) is not None and numeral.form is Form.ORDINAL:
        count, start = numeral.value, numeral.last
    unit = time_unit(scan, start)
    if unit is None or not scan.free(at, unit.last):
        if start > here and (turn := round_of(scan, start, words.ends)) is not None and scan.free(at, start + 1):
            _take(scan, at, start + 1, start, count, count, turn, Modifier.EXACT)
        elif scan.norm(start) == "quarter" and start == here and scan.norm(at) == "every":
            _take(scan, at, start + 1, start, Decimal(3), Decimal(3), "month", Modifier.EXACT)
        return
    if [scan.norm(k) for k in range(unit.last, unit.last + 3)] == ["and", "a", "half"]:
        value = (count + Decimal("0.5")) * unit.factor
        _take(scan, at, unit.last + 3, start, value, value, unit.unit, Modifier.EXACT)
        return
    if start == here and not _told(scan, at, start, unit.last):
        return
    value = count * unit.factor
    _take(scan, at, unit.last, start, value, value, unit.unit, Modifier.EXACT)


def _told(scan: Scan, at: int, start: int, last: int) -> bool:
    """Whether a unit of time without a number after "every" tells how often: "every hour", and at the end of a clause
    "sends two lorries every week".
    """
    words = _words()
    if scan.norm(start) in words.single:
        return scan.norm(at) == "every"
    if scan.norm(start) not in words.closing or scan.norm(at - 1) in words.turns:
        return False
    after = scan.tokens[last] if last < len(scan.tokens) else None
    return at > 1 and (after is None or (after.kind is TokenKind.PUNCT and after.text not in "-–/("))


def _rated(scan: Scan, amount: Amount, at: int) -> bool:
    """Whether only the plural that an amount counts stands between it and "every" at ``at``."""
    if amount.unit is not None or amount.form is Form.ORDINAL or read_per(scan, at) is None:
        return False
    noun = scan.norm(at - 1)
    words = all(scan.tokens[here].kind is TokenKind.WORD for here in range(amount.last, at))
    return words and noun.endswith("s") and noun != "times"


def _take(
    scan: Scan,
    first: int,
    last: int,
    core: int,
    low: Decimal | None,
    high: Decimal | None,
    unit: str,
    modifier: Modifier,
) -> None:
    scan.take(
        Kind.FREQUENCY,
        first,
        last,
        quantity=Quantity(low, high, unit, modifier, Decimal(1)),
        core=core,
    )
