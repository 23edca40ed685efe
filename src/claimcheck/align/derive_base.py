"""What a stated base makes of its parts: a share of it, the share that a part is, and what is left of it.

All rest on a reading of what belongs to what, so only an agreement bears them out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import evolve

from claimcheck.align.context import WORD
from claimcheck.align.profile import Profile
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.lexicon.model import fold
from claimcheck.records import Document, Kind, Modifier, Quantity

__all__ = ["figure_of", "of_bases", "plain_figure"]

_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY})
_OF = re.compile(r"\s+of\s+(?:[\w’'-]+\s+){0,4}")  # from a part to its whole: "of the squadron's"
_REST = re.compile(
    r"\b(?:the (?:rest|remainder|others|other ones|remaining)|all (?:the )?others)\b([^.;]{0,80})", re.IGNORECASE
)
_BEYOND = 90  # characters after a sentence in which its rest may still be told: "All the others abstained."


def of_bases(group: Sequence[Profile], document: Document | None) -> list[Profile]:
    """What the shares, parts and rests of the one base in a sentence come to."""
    if document is None:
        return []
    amounts = [one for one in group if one.claim.kind in _AMOUNTS and plain_figure(one.claim.quantity)]
    found = _base(group, amounts, document.text)
    if found is None:
        return []
    base, part = found
    made = []
    shares = [one for one in group if one.claim.kind is Kind.PERCENT and plain_figure(one.claim.quantity)]
    if shares and (base.clause.base or shares[0] is part):
        made.append(_share_of(base, shares[0]))
    if part is not None and part not in shares and part.claim.kind is base.claim.kind is Kind.COUNT:
        made.append(_share(base, part))
    if part is None and base.clause.base and base.claim.kind is Kind.COUNT:
        others = [one for one in amounts if one is not base and one.claim.kind is Kind.COUNT]
        made.extend(_share(base, one) for one in others if figure_of(one) < figure_of(base))
    rest = _rest(base, [one for one in amounts if one is not base], document)
    return [one for one in (*made, rest) if one is not None]


def _base(group: Sequence[Profile], amounts: Sequence[Profile], text: str) -> tuple[Profile, Profile | None] | None:
    """The figure of which others are parts, and the one that says so: "Of the 800", "twelve of the 20", "14: six …"."""
    if not amounts:
        return None
    if amounts[0].clause.base:
        return amounts[0], None
    parts = [one for one in group if one.claim.kind in _AMOUNTS | {Kind.PERCENT} and plain_figure(one.claim.quantity)]
    for part, whole in pairwise(parts):
        if whole in amounts and _OF.fullmatch(text[part.claim.span.end : whole.claim.span.start]):
            if part.claim.kind is Kind.PERCENT or figure_of(part) < figure_of(whole):
                return whole, part
        if whole.claim.kind is Kind.PERCENT and part.claim.kind is Kind.COUNT and _of_those(whole, text):
            return part, whole
    if len(amounts) > 1 and ":" in text[amounts[0].claim.span.end : amounts[1].claim.span.start]:
        return amounts[0], None
    return None


def _of_those(share: Profile, text: str) -> bool:
    """Whether a share is of what was counted just before: "5,400 people, a quarter of them women"."""
    span = share.claim.span
    return bool(_THOSE.match(text, span.end) or _WHOM.search(text, max(span.start - 12, 0), span.start))


_THOSE = re.compile(r"\s+of (?:them|these|those|whom|which)\b", re.IGNORECASE)
_WHOM = re.compile(r"\bof (?:them|these|those|whom|which) $", re.IGNORECASE)


def _share_of(base: Profile, share: Profile) -> Profile | None:
    """What a share of a stated base comes to: of 800 students a quarter is 200."""
    if share.claim.quantity is None or base.claim.quantity is None:
        return None
    room = figure_of(base) / 200
    value = figure_of(base) * figure_of(share) / 100
    quantity = evolve(base.claim.quantity, low=value - room, high=value + room, modifier=Modifier.RANGE)
    return evolve(
        base,
        claim=share.claim,
        value=evolve(base.claim, quantity=quantity),
        head=_those(share) or base.head,
        event=share.event or base.event,
        words={**base.words, **share.words},
        derived=f"{share.claim.text} of {base.claim.text} is {_written(value)}",
        worked=True,
    )


def _those(share: Profile) -> str:
    """The noun that says who they are of whom it is the share: "share of people women" is of women."""
    words = share.claim.core.split()
    last = words[-1] if words else ""
    known = words[:2] == ["share", "of"] and last != share.head and last in share.words
    if last == share.event or words[-2:-1] in (["in"], ["to"], ["from"], ["for"], ["on"]):
        return ""  # "pupils entitled", "manuscripts in Persian"
    return last if known and share.head in words[:-1] else ""


def _share(base: Profile, part: Profile) -> Profile | None:
    """The share that a part is: 90 of the 240 seats are 37.5 per cent."""
    if not figure_of(base):
        return None
    value = figure_of(part) / figure_of(base) * 100
    return evolve(
        part,
        value=evolve(
            part.claim, kind=Kind.PERCENT, quantity=Quantity(value, value, "percent", precision=Decimal("0.1"))
        ),
        dimension="percent",
        words={**base.words, **part.words},
        derived=f"{part.claim.text} of {base.claim.text} is {value:.1f} per cent",
        worked=True,
    )


def _rest(base: Profile, others: Sequence[Profile], document: Document) -> Profile | None:
    """What is left of a stated base: of 90 members 52 voted for it and the rest against it."""
    parts = [one for one in others if one.claim.kind is base.claim.kind and one.dimension == base.dimension]
    if not parts or base.claim.quantity is None:
        return None
    left = figure_of(base) - sum((figure_of(one) for one in parts), Decimal(0))
    found = _REST.search(document.text, parts[-1].claim.span.end, base.claim.sentence.end + _BEYOND)
    if found is None or left <= 0:
        return None
    said = [lemma(fold(word)) for word in WORD.findall(found[1])]
    nouns = [word for word in said if weight(word) > 0]
    last = parts[-1]
    event = _done(document.text, found, last)
    return evolve(
        last,
        event=event,
        value=evolve(last.claim, quantity=evolve(base.claim.quantity, low=left, high=left)),
        head=nouns[-1] if nouns and nouns[-1] not in last.words and base.dimension == "number" else base.head,
        words={**base.words, **last.words, **{word: weight(word) for word in [*nouns, event] if word}},
        rivals=frozenset(),
        derived=f"{base.claim.text} less {' and '.join(one.claim.text for one in parts)} is {_written(left)}",
        worked=True,
    )


def _done(text: str, rest: re.Match[str], part: Profile) -> str:
    """What was done with the rest: "and rejected the rest", "the rest were rejected"; else the verb of the part."""
    before = WORD.findall(text[max(rest.start() - _VERB, part.claim.span.end) : rest.start()])
    after = WORD.findall(rest[1])[:_AUXILIARIES]
    for word in (*reversed(before[-1:]), *after):
        verb, form = grammar().verb_forms.get(fold(word), ("", ""))
        if form == "past" and verb not in _LIGHT:
            return verb
    return part.event


_VERB = 20  # characters before "the rest" in which its verb stands
_AUXILIARIES = 4
_LIGHT = frozenset({"be", "have", "do"})


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}"


def plain_figure(quantity: Quantity | None) -> bool:
    """Whether a quantity is one plain figure: no range, no end of a change."""
    return quantity is not None and quantity.low is not None and quantity.low == quantity.high and not quantity.role


def figure_of(profile: Profile) -> Decimal:
    """The figure of a claim that has one."""
    quantity = profile.claim.quantity
    assert quantity is not None
    return quantity.low if quantity.low is not None else Decimal(0)
