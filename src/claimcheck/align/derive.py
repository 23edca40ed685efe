"""Figures that a sentence does not give but fixes: the end of a change, the total of an enumeration.

A derived profile compares a worked-out value; what is shown is the claim that it was worked out from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.align.context import WORD
from claimcheck.align.derive_change import of_ends
from claimcheck.align.derive_length import of_dates
from claimcheck.align.derive_rate import of_rates
from claimcheck.align.profile import Profile
from claimcheck.align.weights import weight
from claimcheck.align.words import people
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Document, Kind, Modifier, Quantity

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
        made.extend(of_rates(group))
        if len(group) > 1:
            made.extend(_ends(group, end_of))
            made.extend(of_ends(group))
            document = documents.get(group[0].claim.document)
            made.extend(_totals(group, document))
            made.extend(_of_base(group))
            made.extend(_rest(group, document))
            made.extend(_together(group, document))
    return [evolve(profile, index=len(profiles) + place) for place, profile in enumerate(made)]


def _role(profile: Profile) -> str:
    return profile.claim.quantity.role if profile.claim.quantity is not None else ""


def _ends(group: Sequence[Profile], end_of: EndOf) -> list[Profile]:
    """The end of a change of which the sentence gives start and size only."""
    sizes = [one for one in group if _role(one) in ("by", "times")]
    starts = [one for one in group if _role(one) == "from"]
    if len(sizes) != 1 or len(starts) != 1 or any(_role(one) == "to" for one in group):
        return []
    size, start = sizes[0], starts[0]
    ends = end_of(size.claim, start.claim)
    if ends is None or start.claim.quantity is None:
        return []
    low, high = ends
    quantity = evolve(
        start.claim.quantity, low=low, high=high, role="to", modifier=Modifier.RANGE if low != high else Modifier.EXACT
    )
    return [
        evolve(
            start,
            claim=size.claim,
            value=evolve(start.claim, quantity=quantity, kind=start.claim.kind),
            dimension=start.dimension.removesuffix(" before"),
            derived=f"{start.claim.text} and {size.claim.text} make {_shown(low, high)}",
        )
    ]


def _shown(low: Decimal, high: Decimal) -> str:
    middle = (low + high) / 2
    return f"{middle.normalize():f}" if low != high else f"{low.normalize():f}"


_BETWEEN = frozenset({",", "and", "&", "or", "plus", "+", ", and", ",and"})


def _totals(group: Sequence[Profile], document: Document | None) -> list[Profile]:
    """The total of an enumeration ("600, 580 and 620 men") whose length the sentence states ("three battalions")."""
    if document is None:
        return []
    counts = [one for one in group if one.claim.kind is Kind.COUNT and _plain(one.claim.quantity)]
    runs: list[list[Profile]] = []
    for one in counts:
        between = document.text[runs[-1][-1].claim.span.end : one.claim.span.start] if runs else ""
        if runs and between.strip() in _BETWEEN:
            runs[-1].append(one)
        else:
            runs.append([one])
    made = []
    for run in runs:
        stated = any(_value(one) == len(run) for one in counts if one not in run)
        if len(run) < 2 or not stated or not run[-1].head:
            continue
        total = sum((_value(one) for one in run), Decimal(0))
        last = run[-1]
        assert last.claim.quantity is not None
        made.append(
            evolve(
                last,
                value=evolve(last.claim, quantity=evolve(last.claim.quantity, low=total, high=total)),
                derived=f"{' + '.join(one.claim.text for one in run)} = {total:f}",
            )
        )
    return made


def _base_of(group: Sequence[Profile]) -> Profile | None:
    """The figure of which the sentence's others are parts: the first count of "Of the 800 students, …"."""
    counts = [one for one in group if one.claim.kind is Kind.COUNT and _plain(one.claim.quantity)]
    return counts[0] if counts and counts[0].clause.base else None


def _of_base(group: Sequence[Profile]) -> list[Profile]:
    """What a share of a stated base comes to: of 800 students a quarter is 200."""
    base = _base_of(group)
    shares = [one for one in group if one.claim.kind is Kind.PERCENT and _plain(one.claim.quantity)]
    if base is None or not shares or shares[0].claim.quantity is None or base.claim.quantity is None:
        return []
    share = shares[0]
    room = _value(base) / 200
    value = _value(base) * _value(share) / 100
    quantity = evolve(base.claim.quantity, low=value - room, high=value + room, modifier=Modifier.RANGE)
    return [
        evolve(
            base,
            claim=share.claim,
            value=evolve(base.claim, quantity=quantity),
            words={**base.words, **share.words},
            derived=f"{share.claim.text} of {base.claim.text} is {value.normalize():f}",
            worked=True,
        )
    ]


_REST = re.compile(r"\b(?:the (?:rest|remainder|others|remaining)|all the others)\b([^.;]{0,80})")


def _rest(group: Sequence[Profile], document: Document | None) -> list[Profile]:
    """What is left of a stated base: of 90 members 52 voted for it and the rest against it."""
    base = _base_of(group)
    parts = [one for one in group if one is not base and one.claim.kind is Kind.COUNT and _plain(one.claim.quantity)]
    if base is None or document is None or not parts or base.claim.quantity is None:
        return []
    found = _REST.search(document.text, parts[-1].claim.span.end, base.claim.sentence.end)
    left = _value(base) - sum((_value(one) for one in parts), Decimal(0))
    if found is None or left <= 0:
        return []
    said = [lemma(fold(word)) for word in WORD.findall(found[1])]
    nouns = [word for word in said if weight(word) > 0]
    last = parts[-1]
    return [
        evolve(
            last,
            value=evolve(last.claim, quantity=evolve(base.claim.quantity, low=left, high=left)),
            head=nouns[-1] if nouns and nouns[-1] not in last.words else base.head,
            words={**base.words, **last.words, **{word: weight(word) for word in nouns}},
            rivals=frozenset(),
            derived=f"{base.claim.text} less {' and '.join(one.claim.text for one in parts)} is {left:f}",
            worked=True,
        )
    ]


def _together(group: Sequence[Profile], document: Document | None) -> list[Profile]:
    """The people whom two counts of some make together: 28 women and 19 men."""
    _, specific = people()
    some = [
        one for one in group if one.head in specific and one.claim.kind is Kind.COUNT and _plain(one.claim.quantity)
    ]
    if document is None or len(some) != 2 or some[0].head == some[1].head:
        return []
    between = document.text[some[0].claim.span.end : some[1].claim.span.start].split()
    if len(between) > _APART or "and" not in between or between[-1] != "and":
        return []
    total = _value(some[0]) + _value(some[1])
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


_APART = 4  # words between two counts that make one sum


def _plain(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.low is not None and quantity.low == quantity.high and not quantity.role


def _value(profile: Profile) -> Decimal:
    quantity = profile.claim.quantity
    assert quantity is not None
    return quantity.low if quantity.low is not None else Decimal(0)
