"""The terms under which a file's claims are filed, so that an edit finds the files that may speak of the same things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.align import Profile
from claimcheck.findings.figures import buckets, neighbours, root
from claimcheck.records import Claim

__all__ = ["ENOUGH", "terms_of", "value_terms", "word_terms"]

ENOUGH = 1.8  # what the shared words of two claims must weigh together to be compared
_HEAVY, _AMBIENT = 1.0, 0.5


def word_terms(profile: Profile) -> dict[str, float]:
    """The words of a claim that can make it comparable with another, with their weights."""
    kind = root(profile.claim)
    if not kind:
        return {}
    found = {word: heavy for word, heavy in profile.words.items() if heavy >= _HEAVY}
    if profile.head:
        found[profile.head] = max(found.get(profile.head, 0.0), _HEAVY)
    for word, heavy in profile.ambient.items():
        if heavy >= _AMBIENT:
            found.setdefault(word, heavy)
    return {f"w {kind} {word}": heavy for word, heavy in found.items()}


def value_terms(claim: Claim) -> Iterator[str]:
    """The terms under which copies of a claim's figure are filed."""
    for bucket in buckets(claim):
        yield from (f"v {one}" for one in neighbours(bucket))


def terms_of(made: Iterable[Profile]) -> frozenset[str]:
    """All terms of a file's claims."""
    found: set[str] = set()
    for profile in made:
        found.update(word_terms(profile))
        found.update(f"v {one}" for one in buckets(profile.claim))
    return frozenset(found)
