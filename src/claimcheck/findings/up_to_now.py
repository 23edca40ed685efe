"""Whether a figure is that of today."""

from __future__ import annotations

from claimcheck.align import Profile
from claimcheck.claims.grammar import grammar

__all__ = ["up_to_now"]


def up_to_now(profile: Profile) -> bool:
    """Whether an age or a length of time is that of today: "has governed for 22 years", "is 64", "the 64-year-old"."""
    quantity = profile.claim.quantity
    words = profile.spoken.split()
    if quantity is None or profile.to_date:
        return profile.to_date
    if profile.dimension == "age":
        forms = grammar().verb_forms
        past = any(forms.get(word, ("", ""))[1] == "past" and forms[word][0] != word for word in words)
        return not past and _THEN.isdisjoint(words)
    return quantity.unit == "year" and not _PERFECT.isdisjoint(profile.clause.words[0].split())


_PERFECT = frozenset({"has", "have", "been"})
_THEN = frozenset({"was", "were", "when", "then", "had"})
