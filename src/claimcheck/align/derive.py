"""Figures that a sentence does not give but fixes: the end of a change, the total of an enumeration.

A derived profile compares a worked-out value; what is shown is the claim that it was worked out from.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.align.baselines import baseline_of
from claimcheck.align.derive_base import figure_of, of_bases, plain_figure
from claimcheck.align.derive_change import of_ends
from claimcheck.align.derive_complement import of_denials
from claimcheck.align.derive_each import of_each
from claimcheck.align.derive_growth import of_growth
from claimcheck.align.derive_length import of_dates
from claimcheck.align.derive_onset import is_denied, of_onsets
from claimcheck.align.derive_rate import of_rates
from claimcheck.align.derive_series import of_series
from claimcheck.align.derive_start import of_starts
from claimcheck.align.derive_term import of_terms
from claimcheck.align.profile import Profile
from claimcheck.align.words import people
from claimcheck.records import Claim, Document, Granularity, Kind, Modifier, TimeSpan

__all__ = ["derived"]

EndOf = Callable[[Claim, Claim], tuple[Decimal, Decimal] | None]


def derived(profiles: Sequence[Profile], documents: Mapping[str, Document], end_of: EndOf) -> list[Profile]:
    """Further profiles, numbered on from the given ones; ``end_of`` works out the end of a change."""
    sentences: dict[tuple[str, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.dimension:
            sentences[profile.claim.document, profile.claim.sentence.start].append(profile)
    made: list[Profile] = []
    for group in sentences.values():
        made.extend(of_dates(group))
        made.extend(of_onsets(group))
        made.extend(of_rates(group))
        made.extend(of_growth(group))
        rated = of_each(group)
        made.extend(rated)
        made.extend(of_terms(group))
        if len(group) > 1:
            made.extend(ends := _ends(group, end_of))
            made.extend(_per(end, one) for end in ends for one in rated if _start_of(end, one))
            made.extend(of_ends(group))
            made.extend(of_starts(group))
            document = documents.get(group[0].claim.document)
            made.extend(_totals(group, document))
            made.extend(of_bases(group, document))
            made.extend(_together(group, document))
            made.extend(_places(group, document))
    made.extend(of_onsets([one for one in profiles if is_denied(one) and not one.dimension]))
    made.extend(of_denials(profiles))
    made.extend(of_series(profiles))
    return [evolve(profile, index=len(profiles) + place) for place, profile in enumerate(made)]


def _role(profile: Profile) -> str:
    return profile.claim.quantity.role if profile.claim.quantity is not None else ""


def _ends(group: Sequence[Profile], end_of: EndOf) -> list[Profile]:
    """The end of a change of which the sentence gives start and size only."""
    sizes = [one for one in group if _role(one) in ("by", "times")]
    starts = [one for one in group if _role(one) == "from"]
    if len(sizes) == 1 and not starts:
        starts = [one for one in group if one is not sizes[0] and _of_baseline(one, sizes[0])]
    if len(sizes) != 1 or len(starts) != 1 or any(_role(one) == "to" for one in group):
        return []
    size, start = sizes[0], starts[0]
    ends = end_of(size.claim, _as_fine(start.claim, size.claim))
    if ends is None or start.claim.quantity is None:
        return []
    low, high = ends
    quantity = evolve(
        start.claim.quantity, low=low, high=high, role="to", modifier=Modifier.RANGE if low != high else Modifier.EXACT
    )
    when = _reached(size)
    if when is None and size.claim.when is not None:
        return []
    return [
        evolve(
            start,
            claim=evolve(size.claim, when=when),
            value=evolve(start.claim, quantity=quantity, kind=start.claim.kind),
            dimension=start.dimension.removesuffix(" before"),
            event="amount",
            derived=f"{start.claim.text} and {size.claim.text} make {_shown(low, high)}",
        )
    ]


def _start_of(end: Profile, rated: Profile) -> bool:
    """Whether the end of a change is that of a figure that a word elsewhere makes one per something."""
    return rated.claim.span == end.value.span and end.value.quantity is not None and end.value.quantity.per is None


def _per(end: Profile, rated: Profile) -> Profile:
    """The end of a change as a figure per what its start is per: a monthly rent that doubled is a rent per month."""
    per = rated.value.quantity.per if rated.value.quantity is not None else None
    quantity = end.value.quantity
    value = end.value if quantity is None else evolve(end.value, quantity=evolve(quantity, per=per))
    return evolve(end, value=value, dimension=rated.dimension, derived=f"{end.derived}, per {per}")


def _as_fine(start: Claim, size: Claim) -> Claim:
    """The start as exact as a change in its own unit is: who adds half a point to 4 per cent means 4.0."""
    given, added = start.quantity, size.quantity
    if given is None or added is None or added.unit != "percentage_point":
        return start
    if not given.precision or not added.precision or given.precision <= added.precision:
        return start
    return evolve(start, quantity=evolve(given, precision=added.precision))


def _reached(size: Profile) -> TimeSpan | None:
    """When a change had come to its end: the last year of its span, or for one that goes on that of the document."""
    when = size.claim.when
    if when is None or when.start is None:
        return when
    year = when.end.year if when.end is not None else size.published.year if size.published is not None else 0
    if year == when.start.year or not year:
        return when if year else None
    return TimeSpan(dt.date(year, 1, 1), dt.date(year, 12, 31), Granularity.YEAR)


def _earlier(one: TimeSpan | None, other: TimeSpan | None) -> bool:
    if one is None or other is None or one.end is None or other.start is None:
        return False
    return one.granularity is other.granularity and one.end < other.start


def _of_baseline(level: Profile, size: Profile) -> bool:
    """Whether a plain figure is of the year from which the change is measured: "since 2012, when 84 …, has halved"."""
    when, year = level.claim.when, baseline_of(size)
    if level.claim.kind is Kind.PERCENT and plain_figure(level.claim.quantity) and _earlier(when, size.claim.when):
        return True  # "gained five points in May, having polled 10% in April"
    if (
        when is None
        or when.start is None
        or not plain_figure(level.claim.quantity)
        or level.claim.kind is Kind.DURATION
    ):
        return False
    return year == str(when.start.year) and when.end is not None and when.end.year == when.start.year


def _shown(low: Decimal, high: Decimal) -> str:
    middle = (low + high) / 2
    return f"{middle.normalize():f}" if low != high else f"{low.normalize():f}"


_BETWEEN = frozenset({",", "and", "&", "or", "plus", "+", ", and", ",and"})


def _totals(group: Sequence[Profile], document: Document | None) -> list[Profile]:
    """The total of an enumeration ("600, 580 and 620 men") whose length the sentence states ("three battalions")."""
    if document is None:
        return []
    counts = [one for one in group if one.claim.kind is Kind.COUNT and plain_figure(one.claim.quantity)]
    runs: list[list[Profile]] = []
    for one in counts:
        between = document.text[runs[-1][-1].claim.span.end : one.claim.span.start] if runs else ""
        if runs and between.strip() in _BETWEEN:
            runs[-1].append(one)
        else:
            runs.append([one])
    made = []
    for run in runs:
        stated = any(figure_of(one) == len(run) for one in counts if one not in run)
        if len(run) < 2 or not stated or not run[-1].head:
            continue
        total = sum((figure_of(one) for one in run), Decimal(0))
        last = run[-1]
        assert last.claim.quantity is not None
        made.append(
            evolve(
                last,
                value=evolve(last.claim, quantity=evolve(last.claim.quantity, low=total, high=total)),
                listed=False,
                derived=f"{' + '.join(one.claim.text for one in run)} = {total:f}",
            )
        )
    return made


def _together(group: Sequence[Profile], document: Document | None) -> list[Profile]:
    """The people whom two counts of some make together: 28 women and 19 men."""
    _, specific = people()
    some = [
        one
        for one in group
        if one.head in specific and one.claim.kind is Kind.COUNT and plain_figure(one.claim.quantity)
    ]
    if document is None or len(some) != 2 or some[0].head == some[1].head:
        return []
    between = document.text[some[0].claim.span.end : some[1].claim.span.start].split()
    if len(between) > _APART or "and" not in between or between[-1] != "and":
        return []
    total = figure_of(some[0]) + figure_of(some[1])
    last = some[1]
    assert last.claim.quantity is not None
    return [
        evolve(
            last,
            value=evolve(last.claim, quantity=evolve(last.claim.quantity, low=total, high=total)),
            head="people",
            rivals=frozenset(),
            derived=f"{some[0].claim.text} + {some[1].claim.text} = {total:f}",
            worked=True,
        )
    ]


def _places(group: Sequence[Profile], document: Document | None) -> list[Profile]:
    """What two places have together: 310 houses in the upper town and 140 in the lower."""
    counts = [one for one in group if one.claim.kind is Kind.COUNT and plain_figure(one.claim.quantity) and one.head]
    if document is None or len(counts) != 2 or counts[0].head != counts[1].head or counts[0].clause.base:
        return []
    first, last = counts
    between = document.text[first.claim.span.end : last.claim.span.start].split()
    after = document.text[last.claim.span.end : last.claim.span.end + 8].split()
    if between[-1:] != ["and"] or _PLACED.isdisjoint(between) or not after or after[0] not in _PLACED:
        return []
    total = figure_of(first) + figure_of(last)
    assert first.claim.quantity is not None
    return [
        evolve(
            first,
            claim=evolve(first.claim, place=None),
            value=evolve(first.claim, place=None, quantity=evolve(first.claim.quantity, low=total, high=total)),
            entities=tuple(dict.fromkeys((*first.entities, *last.entities))),
            words={**last.words, **first.words},
            rivals=frozenset(),
            listed=False,
            derived=f"{first.claim.text} + {last.claim.text} = {total:f}",
            worked=True,
        )
    ]


_PLACED = frozenset({"in", "at", "on", "from", "for"})
_APART = 4  # words between two counts that make one sum
