"""The rest of a whole, of which a text tells what did not happen to it: "20% are not vaccinated" says that 80% are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.align.profile import Profile
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.records import Kind, Modifier, Quantity, Status

__all__ = ["of_denials"]

_WHOLE = Decimal(100)
_SHARE = "share of "
_TURNED = {
    Modifier.AT_LEAST: Modifier.AT_MOST,
    Modifier.AT_MOST: Modifier.AT_LEAST,
    Modifier.MORE_THAN: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.MORE_THAN,
}


def of_denials(group: Sequence[Profile]) -> list[Profile]:
    """The shares of whom or what the contrary holds, for those shares of which a deed is denied."""
    return [made for one in group if (made := _rest(one)) is not None]


def _rest(profile: Profile) -> Profile | None:
    quantity = profile.claim.quantity
    if profile.claim.kind is not Kind.PERCENT or quantity is None or quantity.per or quantity.role:
        return None
    if not profile.claim.measure.startswith(_SHARE) or profile.claim.structure == "table":
        return None
    verb = _denied_verb(profile)
    if not verb and profile.claim.status is not Status.NEGATED:
        return None
    turned = _turned(quantity)
    if turned is None:
        return None
    event = verb or profile.event
    claim = evolve(profile.claim, status=Status.ASSERTED)
    return evolve(
        profile,
        claim=claim,
        value=evolve(profile.value, quantity=turned, status=Status.ASSERTED),
        dimension="percent",
        event=event,
        words={**profile.words, **({event: weight(event)} if event else {})},
        derived=f"{profile.claim.text}: {_shown(turned)} are the rest of the whole",
        rest=True,
    )


def _denied_verb(profile: Profile) -> str:
    """The verb of a participle that "un-" denies: uncontained, unvaccinated."""
    for word in (profile.claim.event, *profile.claim.core.split()[-1:]):
        base = word.removeprefix("un")
        if base != word and base.endswith("ed") and base in grammar().verb_forms:
            return verb_lemma(base)
    return ""


def _turned(quantity: Quantity) -> Quantity | None:
    bounds = [None if bound is None else _WHOLE - bound for bound in (quantity.high, quantity.low)]
    if any(bound is not None and not 0 <= bound <= _WHOLE for bound in bounds):
        return None
    modifier = _TURNED.get(quantity.modifier, quantity.modifier)
    return evolve(quantity, low=bounds[0], high=bounds[1], modifier=modifier)


def _shown(quantity: Quantity) -> str:
    ends = dict.fromkeys(f"{bound.normalize():f}" for bound in (quantity.low, quantity.high) if bound is not None)
    return f"{' to '.join(ends)} per cent"
