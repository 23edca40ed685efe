"""How many voices an agreement has: copies of a passage, one author and one cited source count as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Document, Outcome, Reason

__all__ = ["Voices", "voices"]

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_COPY = 0.6  # share of a sentence's word runs that the other sentence has too
_READ = 4  # claims of one source whose sentences are held against those of others
_LONG = 10  # words that a sentence must have to be called a copy

Run = tuple[str, ...]


@frozen
class Voices:
    """How many independent voices there are among the sources, and what ties the others together."""

    count: int
    ties: tuple[Reason, ...]

    @property
    def rest_on(self) -> str:
        """The tie that makes all sources one voice, as a clause, or an empty string."""
        return self.ties[0].text if self.count == 1 and self.ties else ""


@frozen
class _Source:
    """What may tie a source to others: whom it cites, its author, and the word runs of its first sentences.

    ``author`` is folded, ``name`` the same as written; both are empty where none is known.
    """

    claims: list[Claim] = field(factory=list)
    author: str = ""
    name: str = ""
    runs: list[frozenset[Run]] = field(factory=list)

    def keys(self) -> set[object]:
        """Sources without one of these in common have no tie."""
        cited = {("cited", fold(claim.attribution)) for claim in self.claims if claim.attribution}
        return {*cited, *([("author", self.author)] if self.author else []), *frozenset().union(*self.runs)}


def voices(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Voices:
    """Count the voices among claims of different documents."""
    sources = [_source(said, documents.get(id)) for id, said in sorted(_by_document(claims).items())]
    leader = list(range(len(sources)))
    members = {at: [at] for at in leader}
    ties: list[Reason] = []
    for one, others in enumerate(_near(sources)):
        for other in others:
            if leader[one] == leader[other]:
                continue
            if text := _tie(sources[one], sources[other]):
                for moved in members.pop(leader[other]):
                    leader[moved] = leader[one]
                    members[leader[one]].append(moved)
                ties.append(Reason("independence", Outcome.MISMATCH, text))
    return Voices(len(members), tuple(ties))


def _by_document(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document].append(claim)
    return found


def _source(claims: list[Claim], document: Document | None) -> _Source:
    if document is None:
        return _Source(claims)
    return _Source(
        claims,
        fold(document.author) if document.author else "",
        document.author or "",
        [_runs(claim.sentence.cover(document.text)) for claim in claims[:_READ]],
    )


def _near(sources: Sequence[_Source]) -> Iterator[list[int]]:
    """For each source the later ones that have anything in common with it, in order."""
    held = [source.keys() for source in sources]
    known: dict[object, list[int]] = defaultdict(list)
    for at, keys in enumerate(held):
        for key in keys:
            known[key].append(at)
    for at, keys in enumerate(held):
        yield sorted({other for key in keys for other in known[key] if other > at})


def _tie(one: _Source, other: _Source) -> str:
    cited = _shared(one.claims, other.claims)
    if cited:
        return f"the same source, {cited}"
    if one.author and one.author == other.author:
        return f"the same author, {one.name}"
    if any(_copied(first, second) for first in one.runs for second in other.runs):
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


def _copied(first: frozenset[Run], second: frozenset[Run]) -> bool:
    if min(len(first), len(second)) < _LONG - _SHINGLE:
        return False
    return len(first & second) >= _COPY * min(len(first), len(second))


def _runs(text: str) -> frozenset[Run]:
    words = _WORD.findall(text.lower())
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
