"""Ages: "27-year-old", "aged 27", "ages 6–11", "18 years of age", "over-60s", "in her early thirties"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve, frozen

from claimcheck.extract import modifiers
from claimcheck.extract.age_cues import told_apart, told_by_life, two_ages, two_units, youngest
from claimcheck.extract.age_decades import find_decades
from claimcheck.extract.age_persons import after_name, of_average, of_people, of_person
from claimcheck.extract.amounts import Amount
from claimcheck.extract.numerals import Form, is_hyphen
from claimcheck.extract.phrases import Phrases
from claimcheck.extract.scan import Scan
from claimcheck.extract.single import bounds_of
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find"]

_BOUNDS = (Modifier.MORE_THAN, Modifier.LESS_THAN, Modifier.AT_LEAST, Modifier.AT_MOST)
_ELDER = frozenset({"older", "younger"})
_UNITS = frozenset(("year", "month", "week", "day"))


@frozen
class _Words:
    before: Phrases
    doubtful: frozenset[str]
    nouns: frozenset[str]
    links: frozenset[str]
    after_comma: frozenset[str]
    people: frozenset[str]
    after_bound: frozenset[str]
    duty: frozenset[str]
    bound: frozenset[str]
    superlatives: frozenset[str]
    versioned: frozenset[str]
    sides: dict[str, str]
    least_required: int
    most_required: int
    highest: int


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_table("ages")
    before = Phrases(backward=True)
    before.add_all(data["before"], "sure")
    before.add_all(data["doubtful"], "doubtful")
    return _Words(
        before,
        frozenset(data["doubtful"]),
        frozenset(data["nouns"]),
        frozenset(data["links"]),
        frozenset(data["after_comma"]),
        frozenset(data["people"]),
        frozenset(data["after_bound"]),
        frozenset(data["required"]["duty"]),
        frozenset(data["required"]["people"]),
        frozenset(data["superlatives"]),
        frozenset(data["versioned"]),
        data["sides"],
        data["required"]["least"],
        data["required"]["most"],
        data["highest"],
    )


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take all ages among the amounts, and decades of life after a possessive."""
    words = _words()
    named = not scan.vocabulary.isdisjoint(words.nouns)
    for index, amount in enumerate(amounts):
        if amount.form is Form.ORDINAL or not scan.free(amount.first, amount.last):
            continue
        if amount.unit is not None and amount.unit.cls is UnitClass.TIME:
            _with_unit(scan, amounts, index)
        elif amount.unit is None:
            joined = two_ages(scan, amounts, index) if named else None
            _bare(scan, joined or amount, named)
    find_decades(scan)


def _take(
    scan: Scan, amount: Amount, first: int, last: int, unit: str = "year", confidence: float = 1.0, note: str = ""
) -> None:
    low, high, modifier = amount.low, amount.high, amount.modifier
    if modifier is Modifier.EXACT and low is not None and (trailing := modifiers.after(scan, last)) is not None:
        last = trailing[0]
        modifier = trailing[1].modifier or modifier
        low, high = bounds_of(low, modifier)
    quantity = Quantity(low, high, unit, modifier, amount.precision)
    notes = (*amount.notes, note) if note else amount.notes
    scan.take(
        Kind.AGE,
        first,
        last,
        quantity=quantity,
        core=amount.core,
        confidence=min(confidence, amount.confidence),
        notes=notes,
    )


def _with_unit(scan: Scan, amounts: list[Amount], index: int) -> None:
    """A number with a unit of time: an age if "old" or "of age" follows, or "aged" stands before it."""
    amount = amounts[index]
    assert amount.unit is not None
    unit = amount.unit.unit
    if scan.norm(amount.unit.first) == "s" and scan.tokens[amount.unit.first].glued:
        _plural(scan, amount)
        return
    if unit not in _UNITS:
        return
    cue = _words().before.match(scan.tokens, amount.first) or _words().before.match(scan.tokens, amount.first - 1)
    if (span := two_units(scan, amounts, index, cue is not None and cue[0] == "sure")) is not None:
        _take(scan, span, span.first, span.last)
        return
    last = amount.last
    joint = is_hyphen(scan, last) or scan.norm(last) in ("-", "–")
    if scan.norm(last + 1 if joint else last) in ("old", "olds"):
        _take(scan, amount, amount.first, last + (2 if joint else 1), unit)
        _shared(scan, amounts, index, unit)
    elif scan.norm(last) == "of" and scan.norm(last + 1) == "age":
        _take(scan, amount, amount.first, last + 2, unit)
        _shared(scan, amounts, index, unit)
    elif (cue := _words().before.match(scan.tokens, amount.first)) is not None and cue[0] == "sure":
        _take(scan, amount, amount.first, last, unit)
    elif not amount.hyphenated and told_apart(scan, amount):
        _take(scan, amount, amount.first, last, unit, 0.9, "the sentence tells an age")


def _elder_than(scan: Scan, amount: Amount, word: str) -> bool:
    """Whether a bare number is the bound of an age: "no older than 30", "voters older than 65 backed it"."""
    if amount.form not in (Form.DIGITS, Form.WORDS) or scan.tokens[amount.core].norm.count("."):
        return False
    if not any(scan.norm(at) in _ELDER for at in range(amount.first, amount.core)):
        return False
    return not (word.endswith("s") and len(word) > _PLURAL) and scan.vocabulary.isdisjoint(_words().versioned)


_PLURAL = 3  # letters that a plural has more of


def _shared(scan: Scan, amounts: list[Amount], index: int, unit: str) -> None:
    """The first of two numbers that share their "-year-old": "17- and 18-year-olds"."""
    if index == 0:
        return
    other = amounts[index - 1]
    gap = [scan.norm(at) for at in range(other.last, amounts[index].first)]
    if other.unit is None and gap in (["-", "and"], ["-", "or"], ["-", "to"], ["–", "and"], ["and"], ["or"]):
        if other.form is not Form.ORDINAL and scan.free(other.first, other.last) and other.low is not None:
            if gap[0] in "-–":
                _take(scan, other, other.first, other.last, unit)


def _plural(scan: Scan, amount: Amount) -> None:
    """Take "over-60s", "under 25s": the number read with the "s" of a plural as if of seconds."""
    at = amount.core - 1
    if scan.norm(at) in ("-", "–"):
        at -= 1
    word, value = scan.norm(at), amount.numerals[0].value
    if word not in ("over", "under") or len(amount.numerals) != 1 or not 1 < value < 120 or amount.unit is None:
        return
    modifier = Modifier.MORE_THAN if word == "over" else Modifier.LESS_THAN
    low, high = (value, None) if word == "over" else (None, value)
    first = at if scan.free(at, amount.core) else amount.core
    scan.take(
        Kind.AGE,
        first,
        amount.unit.last,
        quantity=Quantity(low, high, "year", modifier, Decimal(1)),
        core=amount.core,
    )


def _bare(scan: Scan, amount: Amount, named: bool) -> None:
    """A number alone: an age after "aged", "at the age of", or between the commas after a name."""
    words = _words()
    value = amount.high if amount.high is not None else amount.low
    if value is None or not 0 <= value <= words.highest or amount.hyphenated or amount.form is Form.FRACTION:
        return
    tokens = scan.tokens
    following = tokens[amount.last] if amount.last < len(tokens) else None
    word = following.norm if following is not None and following.kind is TokenKind.WORD else ""
    cue = words.before.match(tokens, amount.first)
    if cue is None and amount.first > 0 and scan.norm(amount.first - 1) in ("over", "under", "between", "from"):
        cue = words.before.match(tokens, amount.first - 1)
    if cue is not None:
        amount = _bounded(scan, amount, cue[1])
        if (
            cue[0] == "sure"
            or not word
            or word in ("and", "or", "in", "on", "last", "this", "when", "after", "before", "as")
        ):
            _take(scan, amount, amount.first, amount.last)
        return
    if scan.norm(amount.last - 1) in _ELDER and amount.last > amount.end and amount.form in (Form.DIGITS, Form.WORDS):
        _take(scan, amount, amount.first, amount.last)  # "adults 65 and older"
        return
    if _elder_than(scan, amount, word):
        _take(scan, amount, amount.first, amount.last, confidence=0.9)
        return
    if youngest(scan, amount, words.superlatives, words.after_bound):
        _take(scan, amount, amount.first, amount.last, confidence=0.8, note="the oldest and the youngest are so old")
        return
    if told_by_life(scan, amount) or of_person(scan, amount) or after_name(scan, amount):
        _take(scan, amount, amount.first, amount.last, confidence=0.8, note="a bare number that tells somebody's age")
        return
    if of_people(scan, amount) or (named and of_average(scan, amount)):
        _take(scan, amount, amount.first, amount.last, confidence=0.8, note="people or their average are so old")
        return
    holder = amount.first - 2 if scan.norm(amount.first - 1) == "of" else amount.first - 1
    if amount.first and scan.norm(holder) in words.people and amount.modifier in _BOUNDS:
        if (not word or word in words.after_bound) and amount.form in (Form.DIGITS, Form.WORDS) and value > 1:
            _take(scan, amount, amount.first, amount.last, confidence=0.8, note="a bare bound after a word for people")
            return
    if _required(scan, amount, word):
        _take(
            scan, amount, amount.first, amount.last, confidence=0.8, note="what a person has to be, in figures, is old"
        )
        return
    if word and ((word.endswith("s") and len(word) > 3) or word in ("per", "percent", "people", "of", "children")):
        return
    if named and scan.norm(amount.first - 1) in words.links and amount.form in (Form.DIGITS, Form.WORDS):
        if _age_noun(scan, amount.first):
            _take(scan, amount, amount.first, amount.last, confidence=0.8, note="the sentence speaks of an age")
            return
    if (
        amount.first == amount.core
        and amount.modifier is Modifier.EXACT
        and amount.form is Form.DIGITS
        and tokens[amount.core].norm.isdecimal()
        and amount.core >= 2
        and scan.norm(amount.core - 1) == ","
        and scan.norm(amount.last) == ","
        and tokens[amount.core - 2].kind is TokenKind.WORD
        and tokens[amount.core - 2].text[:1].isupper()
        and 1 < value <= 110
        and scan.norm(amount.last + 1) in words.after_comma
        and not tokens[amount.last + 1].text[:1].isupper()
    ):
        _take(scan, amount, amount.core, amount.last, confidence=0.8, note="a number between commas after a name")


def _bounded(scan: Scan, amount: Amount, cue: int) -> Amount:
    """The amount with the bound before its cue: "under the age of 18", "who have turned 21"."""
    side = _words().sides.get(scan.norm(cue - 1))
    if scan.norm(cue - 2) == "up" and scan.norm(cue - 1) == "to":
        side = Modifier.AT_MOST.value  # "up to the age of 12"
    if scan.norm(cue) == "turned" and scan.norm(cue - 1) in ("have", "has") and scan.norm(cue - 2) in ("who", "that"):
        side = Modifier.AT_LEAST.value  # "citizens who have turned 21"
    modifier = Modifier(side) if side is not None else None
    if modifier is None or amount.modifier is not Modifier.EXACT or amount.low is None:
        return amount
    low, high = bounds_of(amount.low, modifier)
    return evolve(amount, low=low, high=high, modifier=modifier)


def _required(scan: Scan, amount: Amount, word: str) -> bool:
    """Whether a person must be that old: "buyers must be at least 18 to drink", "you have to be 21 or over"."""
    words = _words()
    value = amount.low if amount.low is not None else amount.high
    if value is None or not words.least_required <= value <= words.most_required or amount.form is not Form.DIGITS:
        return False
    if not scan.tokens[amount.core].norm.isdecimal() or (word and word not in words.after_bound):
        return False
    at = amount.first - 1
    if scan.norm(at) != "be" or (amount.modifier not in _BOUNDS and word not in ("to", "and", "or")):
        return False
    while at > 0 and scan.norm(at - 1) in words.duty:
        at -= 1
    if scan.norm(at) == "be":
        return False
    return any(scan.norm(back) in words.people or scan.norm(back) in words.bound for back in range(at - 1, at - 5, -1))


def _age_noun(scan: Scan, at: int) -> bool:
    """Whether "age" stands before token ``at`` in the same clause, as the noun that the number belongs to."""
    nouns = _words().nouns
    for back in range(at - 1, max(-1, at - 14), -1):
        norm = scan.norm(back)
        if norm in nouns:
            return True
        if norm in (";", ".", "(") or (
            scan.tokens[back].kind is TokenKind.NUMBER and scan.norm(at - 1) not in ("from", "to")
        ):
            return False
    return False
