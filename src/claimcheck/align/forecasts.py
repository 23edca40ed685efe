"""Whose a forecast is: what a firm expects and what an analyst expects of it are two figures, and both may be right."""

from __future__ import annotations

from functools import cache

from claimcheck.align.context import WORD
from claimcheck.align.facts import fact, some
from claimcheck.align.profile import Profile
from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Status

__all__ = ["of_two_forecasters"]

_SUBJECT = 4  # words before a verb among which its subject stands
_OWN = frozenset({"we", "i", "our"})
_LEFT = frozenset({"the", "a", "an", "this", "that", "also", "still", "now", "then", "itself", "at", "of", "in", "for"})


def of_two_forecasters(a: Profile, b: Profile) -> str:
    """Whose the two forecasts are, where they are two: the group's, and one of who writes."""
    if a.document == b.document or not (a.claim.status is b.claim.status is Status.FORECAST):
        return ""
    one, other = _forecasters(a), _forecasters(b)
    if not one or not other or one & other:
        return ""
    return f"{' '.join(sorted(one))} / {' '.join(sorted(other))}"


@fact
def _forecasters(profile: Profile) -> frozenset[str]:
    """The words for who expects the figure, right before the verb that says so; of "we" and "I", the document."""
    words = [fold(word) for word in WORD.findall(profile.clause.words[0])]
    for at in range(len(words) - 1, 0, -1):
        if verb_lemma(words[at]) not in _verbs() or words[at - 1] in _PASSIVE:
            continue
        before = (word.removesuffix("'s").removesuffix("’s") for word in words[max(at - _SUBJECT, 0) : at])
        subject = [word for word in before if word not in _LEFT and word not in _months()]
        if not subject or subject[-1] in grammar().closed - _OWN:
            return some(())
        if subject[-1] in _OWN:
            return some((f"of {profile.claim.document}",))
        return some(subject[-2:])
    return some(())


_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


@cache
def _months() -> frozenset[str]:
    return frozenset(word for words in load_table("calendar")["months"].values() for word in words)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_table("stance")["forecasting"]["verbs"])
