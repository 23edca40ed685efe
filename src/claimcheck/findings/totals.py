"""Running totals: two readings of one count at different times, of which the later cannot be the smaller."""

from __future__ import annotations

import re

from claimcheck.align import Comparison, Profile, Scope
from claimcheck.align.volatility import tolls
from claimcheck.compare import COMPARATORS, Verdict
from claimcheck.compare.part_whole import adds_up
from claimcheck.findings.select import Selection
from claimcheck.records import Modifier, Relation

__all__ = ["are_totals", "running"]

_CUMULATIVE = frozenset({"total", "so far", "to date", "cumulative", "in total", "altogether", "in all"})
_TOLD, _SCORED = 3.0, 4.0  # what two readings of a running total must share, and come to
_MUTUAL, _COVERED = 0.6, 0.8  # the part of either sentence that the words of two tolls must share


def are_totals(a: Profile, b: Profile) -> bool:
    """Whether two figures may be readings of one running total, by their words or as tolls of what befell."""
    return not (_CUMULATIVE.isdisjoint(a.claim.scope) or _CUMULATIVE.isdisjoint(b.claim.scope)) or _are_tolls(a, b)


def _are_tolls(a: Profile, b: Profile) -> bool:
    """Whether both count, exactly, those whom one and the same befell: bridges that were washed away."""
    return (
        a.document != b.document
        and bool(a.head)
        and a.head == b.head
        and a.event == b.event
        and a.event in tolls()
        and not (_is_whole(a) or _is_whole(b))
        and all(one.value.quantity is not None and one.value.quantity.modifier is Modifier.EXACT for one in (a, b))
    )


def _is_whole(profile: Profile) -> bool:
    """Whether the figure is what the toll is out of: "of the 19 bridges seven were washed away"."""
    return _OUT_OF.search(profile.clause.words[0]) is not None


_OUT_OF = re.compile(r"\bof(?: the| its| their| all)*\W*$")


def running(a: Profile, b: Profile, found: Comparison, selection: Selection) -> tuple[Relation, str, Verdict] | None:
    """What two readings of one running total at different times come to, the rule that reports it, and why.

    Tolls are told of only where they fall, and the two sentences say nearly the same.
    """
    if a.history or b.history or not are_totals(a, b) or any(reason.test != "time" for reason in found.mismatches):
        return None
    if not (adds_up(a.claim) and adds_up(b.claim)) or found.thing < 1.0 or a.head != b.head or found.context < _TOLD:
        return None
    when_a, when_b = _as_of(a), _as_of(b)
    if when_a is None or when_b is None or when_a == when_b or found.score < _SCORED:
        return None
    early, late = (a, b) if when_a < when_b else (b, a)
    fallen = _are_tolls(a, b)
    if fallen and (
        found.scope is Scope.PART or found.scope is Scope.WHOLE or found.mutual < _MUTUAL or found.coverage < _COVERED
    ):
        return None
    for relation in (Relation.CONTRADICTS,) if fallen else (Relation.CONTRADICTS, Relation.DIFFERS):
        rule = selection.rule("update", relation, a.claim, b.claim)
        verdict = rule and COMPARATORS["update"](early.claim, late.claim, rule.tolerance)
        if rule is not None and verdict and verdict.relation is relation:
            return relation, rule.id, verdict
    return None


def _as_of(profile: Profile) -> int | None:
    when = profile.claim.when
    if when is not None and when.end is not None and not _of_the_event(profile):
        return when.end.toordinal()
    return profile.published.toordinal() if profile.published is not None else None


def _of_the_event(profile: Profile) -> bool:
    """Whether the time is that of what befell, and the day of the text that of the count."""
    return profile.published is not None and profile.event in tolls()
