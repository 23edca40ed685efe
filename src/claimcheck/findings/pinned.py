"""Claims that do not meet a fact pinned in a rule pack or in a file that the user's build makes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import PurePath

from attrs import frozen

from claimcheck.align import Profile
from claimcheck.compare.pinned import pinned
from claimcheck.compare.verdict import Verdict
from claimcheck.findings.select import Selection
from claimcheck.lexicon.dimensions import dimension
from claimcheck.lexicon.model import Lexicon
from claimcheck.packs.model import Fact, Rule
from claimcheck.records import Claim, Relation

__all__ = ["Unpinned", "unpinned"]


@frozen
class Unpinned:
    """A claim that does not meet its pinned value, in words."""

    rule: Rule
    claim: Claim
    verdict: Verdict
    detail: str


def unpinned(profiles: Sequence[Profile], selection: Selection) -> list[Unpinned]:
    """All claims of pinned measures whose value is another one."""
    lexicon = selection.rules.lexicon
    found = []
    for fact in selection.rules.facts:
        words = {lexicon.synonym(word) for word in fact.measure.split()}
        for profile in profiles:
            if not _is_of(profile, words, fact, lexicon):
                continue
            rule = selection.rule("pinned", Relation.CONTRADICTS, profile.claim)
            verdict = None if rule is None else pinned(profile.claim, fact, rule.tolerance)
            if rule is not None and verdict is not None and verdict.relation is Relation.CONTRADICTS:
                value = fact.text if fact.text is not None else f"{fact.value:f}" if fact.value is not None else ""
                source = fact.source or PurePath(fact.path).name
                found.append(Unpinned(rule, profile.claim, verdict, f"{value}, as pinned by {fact.id} in {source}"))
    return found


def _is_of(profile: Profile, words: set[str], fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a claim gives the pinned measure itself: all of its words, no further one, the entities if any."""
    if not profile.dimension or profile.derived or "change" in profile.dimension or "before" in profile.dimension:
        return False
    held = {profile.head, *profile.modifiers} - {""}
    if not words or not words <= held | set(profile.words) or profile.head not in words or held - words:
        return False
    named = {lexicon.canonical(name) or name for name in fact.about}
    if named and not named <= set(profile.entities):
        return False
    quantity = profile.claim.quantity
    if fact.unit is not None and quantity is not None and quantity.unit is not None:
        return dimension(fact.unit) == dimension(quantity.unit)
    return fact.unit is None or fact.value == Decimal(0)
