"""The change that two stated ends make: "from 1.6 million in 2010 to 2.3 million in 2020" is a rise of 44 per cent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.align.context import WORD
from claimcheck.align.profile import Profile
from claimcheck.align.weights import weight
from claimcheck.align.words import people
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind, Modifier, Quantity, TimeSpan

__all__ = ["amount_bounds", "changed", "is_amount", "of_ends", "year_of"]

_POPULATION = "population"  # what a change in the number of people of a place is of
_BARE = re.compile(r"\W*(?:in|for|during|at|the|a|by)\b|\W*$|[.;)]")  # after a figure: no noun of its own
_IN_YEAR = re.compile(r"\s(?:in|by) (?:19|20)\d\d\b")
_HALF = Decimal("0.5")
_FINE = Decimal("0.01")  # what is worked out is finer than what is written: "15 per cent" may be a rounded 15.4
_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def of_ends(group: Sequence[Profile]) -> list[Profile]:
    """The size of a change in per cent and as a multiple, where a sentence gives its two ends and no size."""
    roles = [one.claim.quantity.role if one.claim.quantity else "" for one in group]
    if "by" in roles or "times" in roles:
        return []
    found = _told(group, roles) or _dated(group)
    if found is None:
        return []
    start, end = found
    return changed(start, end, _over(start, end))


def changed(start: Profile, end: Profile, when: TimeSpan | None) -> list[Profile]:
    """The change from one figure to another, in per cent and as a multiple, told of ``when``."""
    before, after = amount_bounds(start), amount_bounds(end)
    if before[0] <= 0 or after[0] <= 0 or before == after:
        return []
    low, high = after[0] / before[1], after[1] / before[0]
    sign = 1 if _value(end) > _value(start) else -1
    percent = sorted((sign * (low - 1) * 100, sign * (high - 1) * 100))
    shown = f"from {start.claim.text} to {end.claim.text}"
    made = [_made(end, start, when, percent, "percent", "by", sign, shown, "change percent")]
    made.append(_made(end, start, when, sorted((low, high)), None, "times", sign, shown, "change number"))
    return made


def _told(group: Sequence[Profile], roles: Sequence[str]) -> tuple[Profile, Profile] | None:
    """The start that "from" tells, and the one other figure of its noun."""
    starts = [one for one, role in zip(group, roles, strict=True) if role == "from" and is_amount(one)]
    if len(starts) != 1:
        return None
    start = starts[0]
    dimension = start.dimension.removesuffix(" before")
    ends = [one for one in group if one is not start and one.dimension == dimension and is_amount(one)]
    ends = [one for one in ends if one.claim.kind in _AMOUNTS]
    reached = [one for one in ends if one.claim.quantity is not None and one.claim.quantity.role == "to"]
    if len(reached) == 1 and start.head and _BARE.match(_after(reached[0])):
        return start, evolve(reached[0], head=start.head, modifiers=start.modifiers)
    ends = [one for one in ends if one.head == start.head and one.claim.event not in _adding()]
    return (start, ends[0]) if len(ends) == 1 else None


@cache
def _adding() -> frozenset[str]:
    """Verbs whose object is what came on top or went: "gained 25,000 readers, having started from 20,000"."""
    return frozenset(load_table("change_verbs")["adding"]["verbs"])


def _after(profile: Profile) -> str:
    claim = profile.claim
    return profile.source.text[claim.span.end : claim.span.end + 20] if profile.source is not None else ""


def _dated(group: Sequence[Profile]) -> tuple[Profile, Profile] | None:
    """Two figures of one noun in a sentence, each with a year of its own: "410 tonnes in 2018, against 500 in 2010"."""
    amounts = [one for one in group if one.claim.kind in _AMOUNTS]
    if len(amounts) != 2 or not all(is_amount(one) and year_of(one) for one in amounts):
        return None
    one, other = amounts
    if one.dimension != other.dimension or year_of(one) == year_of(other):
        return None
    if _set_against(one, other):  # what the second is of is said with the first only
        other = evolve(other, head=one.head, modifiers=one.modifiers, event=one.event, entities=one.entities)
    if one.head != other.head or one.entities != other.entities:
        return None
    return (one, other) if year_of(one) < year_of(other) else (other, one)


def _set_against(one: Profile, other: Profile) -> bool:
    """Whether the sentence sets the second figure against the first: "410 tonnes, against 500", "compared with"."""
    if one.source is None:
        return False
    between = WORD.findall(one.source.text[one.claim.span.end : other.claim.span.start].lower())
    if between[-1:] == ["and"] and _IN_YEAR.match(_after(other)) and one.claim.event == other.claim.event:
        return True  # "3,000 crowns in fees in 2008 and 4,200 in 2016"
    bare = one.head == other.head or _BARE.match(_after(other))
    return bool(bare) and not _against().isdisjoint(between)


@cache
def _against() -> frozenset[str]:
    return frozenset(load_table("change_verbs")["context"]["against"]) - {"on", "over"}


def year_of(profile: Profile) -> int:
    """The one year that a figure is of, else 0."""
    when = profile.claim.when
    if when is None or when.start is None or when.end is None or when.granularity is not Granularity.YEAR:
        return 0
    return when.start.year if when.start.year == when.end.year else 0


def _over(start: Profile, end: Profile) -> TimeSpan | None:
    """The years from the one to the other, where both are told; else the time that the end is of."""
    first, last = year_of(start), year_of(end)
    if not first or not last or first >= last or start.claim.when is None or end.claim.when is None:
        return end.claim.when
    return evolve(end.claim.when, start=start.claim.when.start, modifier=Modifier.RANGE)


def _made(
    end: Profile,
    start: Profile,
    when: TimeSpan | None,
    bounds: Sequence[Decimal],
    unit: str | None,
    role: str,
    sign: int,
    shown: str,
    dimension: str,
) -> Profile:
    quantity = Quantity(bounds[0], bounds[1], unit, Modifier.RANGE, _FINE, role=role, direction=sign)
    ends = dict.fromkeys(f"{bound:.1f}" if unit else f"{bound:.2f}" for bound in bounds)
    size = f"{' to '.join(ends)} {'per cent' if unit else 'times'}"
    claim = evolve(end.claim, when=when)
    generic, _ = people()
    head = _POPULATION if end.head in generic else end.head
    return evolve(
        end,
        claim=claim,
        head=head,
        value=evolve(claim, kind=Kind.CHANGE, quantity=quantity),
        dimension=dimension,
        words={**start.words, **end.words, **({head: weight(head)} if head else {})},
        derived=f"{shown} is a change of {size}",
    )


def is_amount(profile: Profile) -> bool:
    """Whether a claim gives one figure, not a range."""
    quantity = profile.claim.quantity
    return quantity is not None and quantity.low is not None and quantity.low == quantity.high


def _value(profile: Profile) -> Decimal:
    quantity = profile.claim.quantity
    assert quantity is not None
    assert quantity.low is not None
    return quantity.low


def amount_bounds(profile: Profile) -> tuple[Decimal, Decimal]:
    """The figure with the rounding of its last digit."""
    quantity = profile.claim.quantity
    room = quantity.precision * _HALF if quantity is not None and quantity.precision else Decimal(0)
    value = _value(profile)
    if value == value.to_integral_value() and room <= _HALF:
        room = Decimal(0)
    return value - room, value + room
