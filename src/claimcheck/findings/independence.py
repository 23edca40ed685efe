"""How many voices an agreement has: copies of a passage, one author and one cited source count as one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from attrs import frozen

from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Document, Outcome, Reason

__all__ = ["Voices", "voices"]

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_COPY = 0.6  # share of a sentence's word runs that the other sentence has too
_LONG = 10  # words that a sentence must have to be called a copy


@frozen
class Voices:
    """How many independent voices there are among the sources, and what ties the others together."""

    count: int
    ties: tuple[Reason, ...]

    @property
    def rest_on(self) -> str:
        """The tie that makes all sources one voice, as a clause, or an empty string."""
        return self.ties[0].text if self.count == 1 and self.ties else ""


def voices(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Voices:
    """Count the voices among claims of different documents."""
    sources = sorted({claim.document for claim in claims})
    leader = {source: source for source in sources}
    ties: list[Reason] = []
    firsts = {source: [claim for claim in claims if claim.document == source] for source in sources}
    for one, other in combinations(sources, 2):
        text = _tie(firsts[one], firsts[other], documents)
        if text and leader[one] != leader[other]:
            old, new = leader[other], leader[one]
            leader = {source: new if lead == old else lead for source, lead in leader.items()}
            ties.append(Reason("independence", Outcome.MISMATCH, text))
    return Voices(len(set(leader.values())), tuple(ties))


def _tie(left: Sequence[Claim], right: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    one, other = documents.get(left[0].document), documents.get(right[0].document)
    cited = _shared(left, right)
    if cited:
        return f"the same source, {cited}"
    if one is None or other is None:
        return ""
    if one.author and other.author and fold(one.author) == fold(other.author):
        return f"the same author, {one.author}"
    if any(_copied(a, b, one, other) for a in left[:4] for b in right[:4]):
        return "the same passage, copied"
    return ""


def _shared(left: Sequence[Claim], right: Sequence[Claim]) -> str:
    named = {fold(claim.attribution): claim.attribution for claim in left if claim.attribution}
    for claim in right:
        if claim.attribution and fold(claim.attribution) in named and _is_name(claim.attribution):
            return claim.attribution
    return ""


def _is_name(attribution: str) -> bool:
    """Whether the attribution names somebody: "officials" may be any officials."""
    return any(word[:1].isupper() for word in attribution.split())


def _copied(a: Claim, b: Claim, one: Document, other: Document) -> bool:
    first, second = _runs(a.sentence.cover(one.text)), _runs(b.sentence.cover(other.text))
    if min(len(first), len(second)) < _LONG - _SHINGLE:
        return False
    return len(first & second) >= _COPY * min(len(first), len(second))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
