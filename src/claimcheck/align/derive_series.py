"""What the years of a row come to: "3,140 | 2,985" employees are 155, or five per cent, more than in the year before.

Sentences that give one thing for several years make a row too. Worked out only where some text tells of a change of
that thing: a table has many cells, and few of them are spoken of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from claimcheck.align.derive_change import amount_bounds, changed, is_amount, year_of
from claimcheck.align.profile import Profile
from claimcheck.records import Granularity, Kind, Modifier, Quantity, TimeSpan

__all__ = ["of_series"]

_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_CHANGE = "change "


def of_series(profiles: Sequence[Profile]) -> list[Profile]:
    """The changes from year to year, and from the first year to the last, of what one document gives for several."""
    spoken_of = {one.head for one in profiles if one.dimension.startswith(_CHANGE) and one.head}
    if not spoken_of:
        return []
    rows: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for one in profiles:
        if one.head in spoken_of and one.claim.kind in _AMOUNTS and year_of(one) and _level(one):
            rows[_row(one)].append(one)
    made: list[Profile] = []
    for row in rows.values():
        years = _by_year(row)
        for start, end in _ends(years):
            made += _changes(start, end)
    return made


def _row(profile: Profile) -> tuple[object, ...]:
    """What figures of one thing in several years have in common: a table's section and label, in prose the words."""
    claim = profile.claim
    if claim.structure == "table":
        return profile.document, claim.section, profile.dimension, claim.measure, profile.entities
    return profile.document, profile.dimension, profile.head, profile.modifiers, profile.entities, claim.scope


def _level(profile: Profile) -> bool:
    """Whether a claim gives a plain figure, no change and no part of another figure."""
    quantity = profile.claim.quantity
    if profile.claim.structure not in ("table", "prose") or quantity is None or quantity.role:
        return False
    if quantity.per is not None or not is_amount(profile) or profile.dimension.startswith(_CHANGE):
        return False
    return profile.claim.structure == "table" or not (profile.listed or profile.clause.partial)


def _by_year(row: Iterable[Profile]) -> list[Profile]:
    """One figure for each year, in order; none of a year for which the row has two."""
    found: dict[int, list[Profile]] = defaultdict(list)
    for one in row:
        found[year_of(one)].append(one)
    return [found[year][0] for year in sorted(found) if len(found[year]) == 1]


def _ends(years: Sequence[Profile]) -> list[tuple[Profile, Profile]]:
    """Each year and the next one, and the first and the last of more than two."""
    ends = [(one, other) for one, other in pairwise(years) if year_of(other) == year_of(one) + 1]
    if len(years) > 2 or (len(years) == 2 and not ends):
        ends.append((years[0], years[-1]))
    return ends


def _changes(start: Profile, end: Profile) -> list[Profile]:
    when = _when(start, end)
    made = [*changed(start, end, when), *_difference(start, end, when)]
    if end.claim.structure == "table":
        return made
    if start.claim.sentence == end.claim.sentence:
        return []  # which tells that change itself
    return [evolve(one, worked=True) for one in made]  # told sentences apart, perhaps of two things


def _when(start: Profile, end: Profile) -> TimeSpan | None:
    """The later year, where it is the next; else all from the one to the other."""
    first, last = start.claim.when, end.claim.when
    if first is None or last is None or year_of(end) == year_of(start) + 1:
        return last
    return TimeSpan(first.start, last.end, Granularity.YEAR, Modifier.RANGE)


def _difference(start: Profile, end: Profile, when: TimeSpan | None) -> list[Profile]:
    """By how much the later figure is the larger, in its own unit."""
    before, after = amount_bounds(start), amount_bounds(end)
    low, high = after[0] - before[1], after[1] - before[0]
    quantity = end.claim.quantity
    if quantity is None or low <= 0 <= high:
        return []
    size = sorted((abs(low), abs(high)))
    change = Quantity(size[0], size[1], quantity.unit, Modifier.RANGE, role="by", direction=1 if low > 0 else -1)
    claim = evolve(end.claim, when=when)
    middle = (size[0] + size[1]) / 2
    return [
        evolve(
            end,
            claim=claim,
            value=evolve(claim, kind=Kind.CHANGE, quantity=change),
            dimension=_CHANGE + end.dimension,
            derived=f"from {start.claim.text} to {end.claim.text} is a change of {middle.normalize():f}",
        )
    ]
