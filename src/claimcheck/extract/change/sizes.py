"""How big a change is: "rose 20%", "fell by 78%", "doubled", "a 10% cut", "growth of 5%"."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from claimcheck.extract import modifiers
from claimcheck.extract.amounts import Amount, tidy
from claimcheck.extract.change.compared import compared
from claimcheck.extract.change.levels import is_level, named_before
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.degrees import WARMTH, degree_unit
from claimcheck.extract.numerals import Form, is_hyphen
from claimcheck.extract.per import read_per
from claimcheck.extract.scan import Scan
from claimcheck.extract.single import bounds_of
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import UnitClass, UnitWord
from claimcheck.lexicon.dimensions import difference_unit
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find"]

_SHARES = (UnitClass.PERCENT, UnitClass.POINTS)
_BACK = 10
_FIFTH = 5  # what has doubled is about twice as much: give or take a tenth


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take the amounts of changes whose tokens are free, and the words that multiply."""
    for index, amount in enumerate(amounts):
        if amount.form is Form.ORDINAL or amount.form is Form.VAGUE or not scan.free(amount.first, amount.last):
            continue
        if amount.first < amount.core and (level := _level_reached(scan, amount)) is not None:
            amount = amounts[index] = level
        direction = _by(scan, amounts, index)
        if direction:
            _take(scan, _in_percent(scan, amount), direction)
    words = words_of_change()
    for at in scan.where(words.times.keys()):
        if not scan.taken[at]:
            _times(scan, at)


def _level_reached(scan: Scan, amount: Amount) -> Amount | None:
    """The amount without its "up to", where that is "up" and "to" of a change: "crept up to 10.5%"."""
    if scan.norm(amount.core - 1) != "to" or scan.norm(amount.core - 2) not in ("up", "down"):
        return None
    if amount.first != amount.core - 2 or len(amount.numerals) != 1 or amount.form is Form.VAGUE:
        return None
    words, verb = words_of_change(), scan.norm(amount.first - 1)
    went = verb in words.verbs or verb in ("went", "goes", "go", "gone", "going", "moved", "came")
    if not went and not _put(scan, amount, words.putting):
        return None
    value = amount.low if amount.low is not None else amount.high
    return evolve(amount, first=amount.core, low=value, high=value, modifier=Modifier.EXACT)


def _put(scan: Scan, amount: Amount, verbs: frozenset[str]) -> bool:
    """Whether a verb of putting and what is put stand before "up to": "put its key rate up to 4.75%"."""
    level = amount.unit is not None and amount.unit.cls in (UnitClass.PERCENT, UnitClass.MONEY)
    for back in range(amount.first - 1, max(amount.first - _PUT, -1), -1):
        token = scan.tokens[back]
        if token.kind is not TokenKind.WORD or scan.taken[back]:
            return False
        if token.norm in verbs:
            whose = scan.norm(back + 1)
            return back < amount.first - 1 and (level or whose in _WHOSE or whose.endswith("'s"))
    return False


_WHOSE = frozenset({"the", "its", "their", "his", "her", "our"})
_PUT = 7  # tokens from such a verb to "up"


def _in_percent(scan: Scan, amount: Amount) -> Amount:
    """The amount, a bare fraction of what changes in percent: "fell by a third"."""
    value = amount.numerals[0].value
    if amount.unit is not None or amount.form is not Form.FRACTION or len(amount.numerals) > 1 or value > 1:
        return amount
    if scan.norm(amount.last) in ("a", "an", "of"):  # "by half a mark"
        return amount
    low = None if amount.low is None else tidy(amount.low * 100)
    high = None if amount.high is None else tidy(amount.high * 100)
    percent = UnitWord(amount.end, amount.end, "percent", UnitClass.PERCENT)
    return evolve(amount, low=low, high=high, precision=Decimal(1), unit=percent)


def _take(scan: Scan, amount: Amount, direction: int) -> None:
    unit = amount.unit.unit if amount.unit is not None else None
    if unit == "degree" and (meant := degree_unit(scan, amount)) is not None:
        unit = meant[0]
    notes, confidence = amount.notes, amount.confidence
    if amount.unit is not None and amount.unit.cls in (UnitClass.PERCENT, UnitClass.POINTS, UnitClass.MEASURE):
        notes = tuple(note for note in notes if note != amount.unit.ambiguous)
        confidence = min(numeral.confidence for numeral in amount.numerals)
    role, last, per = "by", amount.last, read_per(scan, amount.last)
    if per is not None and scan.free(last, per.last):
        last = per.last
    if amount.unit is None and scan.norm(amount.first - 1) == "of" and scan.norm(amount.first - 2) == "factor":
        role = "times"
    scan.take(
        Kind.CHANGE,
        amount.first,
        last,
        quantity=Quantity(
            amount.low,
            amount.high,
            None if unit is None else difference_unit(unit),
            amount.modifier,
            amount.precision,
            per=per.text if per is not None and last == per.last else None,
            direction=direction,
            role=role,
        ),
        core=amount.core,
        confidence=confidence,
        notes=notes,
    )


_COMPARED = 7  # words from a comparative to its "than"


def _by(scan: Scan, amounts: list[Amount], index: int) -> int:
    """The direction of the change that an amount is the size of, or 0 where it is none."""
    amount = amounts[index]
    share = amount.unit is not None and amount.unit.cls in _SHARES
    first = amount.first
    before = scan.norm(first - 1)
    if before == "by":
        if _year_like(scan, amount):
            return 0
        direction = _governing(scan, first - 1, noun=True, share=share)
        than = any(scan.norm(at) == "than" for at in range(amount.last + 1, amount.last + _COMPARED))
        return direction or (compared(scan, amount) if than else 0)  # "seen by 8% more people than in 2022"
    if before == "of" and scan.norm(first - 2) == "factor" and scan.norm(first - 4) == "by":
        return _governing(scan, first - 4)
    if before == "of" and (share or amount.unit is not None or amount.form is Form.DIGITS):
        direction = _noun_before(scan, first - 1)
        if direction and is_level(scan, amount, first - 2):
            return 0
        if direction and (
            share
            or scan.norm(amount.last) in ("", ".", ",", "on", "in", "over", "from", "since", "compared", "and", "to")
        ):
            return direction
    if share and (direction := _noun_after(scan, amount) or named_before(scan, first)):
        return direction
    if direction := compared(scan, amount):
        return direction
    if amount.hyphenated or (amount.unit is not None and amount.unit.cls in (UnitClass.MONEY, UnitClass.MEASURE)):
        if scan.norm(first - 1) in ("a", "an", "another", "further", "the") and (
            direction := _noun_after(scan, amount, near=True)
        ):
            return direction
    return _directly(scan, amounts, index, share)


def _directly(scan: Scan, amounts: list[Amount], index: int, share: bool) -> int:
    """The direction where the verb, "up" or "down" stands right before the amount: "rose 20%", "down 3 points"."""
    amount, words = amounts[index], words_of_change()
    at = amount.first
    while at > 0 and scan.norm(at - 1) in words.small and amount.first - at < 3:
        at -= 1
    word = scan.norm(at - 1)
    if word in words.adverbs and scan.norm(at - 2) in words.composing:
        return 0
    if word in words.adverbs:
        money = amount.unit is not None and amount.unit.cls is UnitClass.MONEY
        return words.adverbs[word] if share or (money and scan.norm(at - 2) not in words.composing) else 0
    direction = words.verbs.get(word, 0)
    if share:
        if not direction and word in ("and", ",", "then") and scan.mentions:
            return _carried(scan, amount)
        return direction or words.transitive.get(word, 0)
    if not direction or amount.hyphenated or word not in words.verbs:
        return 0
    if _of_a_level(scan, amount, word):
        return direction
    # "rose 3,000 to 15,000": only with a new level after it, for these verbs also take objects and dates
    return (
        direction if scan.norm(amount.last) in ("to", "from") and _level(scan, amounts, index + 1, amount.last) else 0
    )


def _of_a_level(scan: Scan, amount: Amount, verb: str) -> bool:
    """Whether a price or the height of water moved so far: "shares fell 12 pence", "the river rose 2 m"."""
    unit, words = amount.unit, words_of_change()
    if amount.modifier in (Modifier.AT_LEAST, Modifier.AT_MOST) or (amount.low or 0) < 0:
        return False  # "dropped no lower than minus 22 degrees"
    if unit is None or verb not in words.past or scan.norm(amount.last) in ("to", "above", "below", "into", "from"):
        return False
    if unit.cls is UnitClass.MONEY:
        return True
    if unit.unit == "degree":
        meant = degree_unit(scan, amount)
        return meant is not None and meant[0] in WARMTH
    if unit.unit in WARMTH:
        return True
    return unit.unit in ("meter", "centimeter", "foot", "inch") and not scan.vocabulary.isdisjoint(words.waters)


def _level(scan: Scan, amounts: list[Amount], index: int, at: int) -> bool:
    return index < len(amounts) and amounts[index].first == at + 1 and amounts[index].form is not Form.ORDINAL


def _carried(scan: Scan, amount: Amount) -> int:
    """The direction of the change just before, in "grew 5% in 2019 and 7% in 2020"."""
    for mention in scan.mentions[:-6:-1]:
        if mention.kind is Kind.CHANGE and mention.quantity is not None:
            near = 0 < amount.first - mention.last <= 4
            return mention.quantity.direction if near and mention.quantity.role == "by" else 0
    return 0


def _year_like(scan: Scan, amount: Amount) -> bool:
    """Whether a bare number is more likely a year: "fell by 2015"."""
    value = amount.numerals[0].value
    return (
        amount.unit is None
        and amount.form is Form.DIGITS
        and len(scan.norm(amount.core)) == 4
        and 1800 <= value <= 2100
    )


def _governing(scan: Scan, at: int, *, noun: bool = False, share: bool = False) -> int:
    """The direction of the nearest verb (or noun) of change before token ``at`` in the same clause.

    ``share`` says that the figure is in percent: "held up by two men" tells of no rise, "was held up by 5%" may.
    """
    words = words_of_change()
    for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
        norm = scan.norm(back)
        direction = words.verbs.get(norm) or words.transitive.get(norm)
        if direction:
            return direction
        if noun and norm in words.nouns:
            return words.nouns[norm]
        if norm in words.adverbs and back == at - 1:
            return 0 if not share and scan.norm(back - 1) in words.composing else words.adverbs[norm]
        if norm in words.adverbs and scan.norm(back - 1) in words.putting:
            return words.adverbs[norm]
        if norm in words.stops or (norm == "." and back != at - 1):
            return 0
    return 0


def _noun_before(scan: Scan, of: int) -> int:
    """The direction of the noun before "of": "an increase of", "growth rate of", "a fall in sales of"."""
    words = words_of_change()
    for back in (of - 1, of - 2):
        norm = scan.norm(back)
        if norm in words.nouns and (back == of - 1 or scan.norm(of - 1) in ("rate", "rates")):
            return words.nouns[norm]
    for back in range(of - 2, max(-1, of - 8), -1):
        norm = scan.norm(back)
        if (
            norm in words.nouns
            and scan.norm(back + 1) in ("in", "for")
            and scan.norm(back - 1) in ("a", "an", "the", "annual")
        ):
            return words.nouns[norm]
        if norm in words.stops or norm in (",", ".", "to", "from"):
            return 0
    return 0


def _noun_after(scan: Scan, amount: Amount, *, near: bool = False) -> int:
    """The direction of the noun after the amount: "a 20% increase", "10% annual growth", "a 3-degree rise"."""
    words = words_of_change()
    at = amount.last
    for _ in range(1 if near else 6):
        norm = scan.norm(at)
        if norm in words.nouns:
            if scan.norm(at + 1) in words.nouns or is_hyphen(scan, at + 1):
                at += 1
                continue
            return words.nouns[norm]
        if norm not in words.between and not is_hyphen(scan, at):
            return 0
        at += 1
    return 0


def _times(scan: Scan, at: int) -> None:
    """Take "doubled", "more than tripled", "to halve"."""
    words, norm = words_of_change(), scan.norm(at)
    before, after = scan.norm(at - 1), scan.norm(at + 1)
    if after in words.not_before or is_hyphen(scan, at + 1) or is_hyphen(scan, at - 1):
        return
    if norm in words.bare and before not in words.auxiliaries:
        return
    if norm in ("doubles", "halves") and before in words.not_after:
        return
    value = words.times[norm]
    first, bounds = modifiers.before(scan, at)
    modifier = modifiers.combine(bounds).modifier or Modifier.EXACT
    low, high = bounds_of(value, modifier)
    scan.take(
        Kind.CHANGE,
        first,
        at + 1,
        quantity=Quantity(low, high, None, modifier, value / _FIFTH, direction=1 if value > 1 else -1, role="times"),
        core=at,
    )
