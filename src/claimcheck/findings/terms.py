"""The terms under which a file's claims are filed, so that an edit finds the files that may speak of the same things.

A file is filed under the words of its claims (``w``), those around them (``a``), the names that they are about
(``n``) and their figures (``v``), each with the dimension of the claim's figure. What a lookup finds is looked at
closely later: it must only not find too little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from claimcheck.align import Profile
from claimcheck.findings.figures import buckets, neighbours, root
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim

__all__ = ["Query", "terms_of", "value_terms"]

_HEAVY, _AMBIENT = 1.0, 0.5  # least weights of words that are filed
_ENOUGH = 3.0  # the shared context that a contradiction needs
_SPARE = 1.0  # what titles that both have may add to it
_AROUND, _MOST = 0.7, 4.0  # factor for words that stand around the other claim, and what those may add
_STEM = 4  # letters of a name that its adjective has too: Zarania, Zaranian
_UNNAMED = "-"


@frozen
class Query:
    """What another claim must share with this one to be in conflict with it.

    ``names`` holds the stems of the names that it is about and of what those are parts of; without any, it may be
    about whatever the other one is about.
    """

    kind: str
    own: dict[str, float]
    around: dict[str, float]
    names: frozenset[str]

    @classmethod
    def of(cls, profile: Profile, lexicon: Lexicon) -> Query:
        """The query for a claim."""
        own = {word: heavy for word, heavy in profile.words.items() if heavy >= _HEAVY}
        if profile.head:
            own[profile.head] = max(own.get(profile.head, 0.0), _HEAVY)
        around = {word: heavy for word, heavy in profile.ambient.items() if heavy >= _AMBIENT and word not in own}
        return cls(root(profile.claim), own, around, stems(profile.entities, lexicon))

    def terms(self) -> Iterator[str]:
        """All terms to look up."""
        for word in self.own:
            yield f"w {self.kind} {word}"
            yield f"a {self.kind} {word}"
        for word in self.around:
            yield f"w {self.kind} {word}"
        for name in (*self.names, _UNNAMED):
            yield f"n {self.kind} {name}"

    def met(self, holding: set[str]) -> bool:
        """Whether a file that is filed under these terms may hold a claim in conflict."""
        words = {word for word in (*self.own, *self.around) if f"w {self.kind} {word}" in holding}
        if not self._enough(words, holding):
            return False
        return (
            not self.names
            or any(f"n {self.kind} {name}" in holding for name in (*self.names, _UNNAMED))
            or any(word[:_STEM] in self.names and f"a {self.kind} {word}" in holding for word in self.own)
        )

    def meets(self, claim: Claim, kind: str, holding: set[str], lexicon: Lexicon) -> bool:
        """Whether a claim of such a file may be in conflict; ``kind`` is the dimension of its figure."""
        if kind != self.kind:
            return False
        words = own_words(claim, lexicon)
        if words.isdisjoint(self.own.keys() | self.around.keys()) or not self._enough(words, holding):
            return False
        if not self.names or not claim.entities or not self.names.isdisjoint(stems(claim.about, lexicon)):
            return True
        known = {word[:_STEM] for word in (*words, *(one for one in self.own if f"a {kind} {one}" in holding))}
        return not self.names.isdisjoint(known)

    def _enough(self, words: set[str], holding: set[str]) -> bool:
        total, loose = _SPARE, 0.0
        for word, heavy in self.own.items():
            if word in words:
                total += heavy
            elif f"a {self.kind} {word}" in holding:
                loose += heavy * _AROUND
        loose += sum(heavy for word, heavy in self.around.items() if word in words)
        return total + min(loose, _MOST) >= _ENOUGH


def stems(names: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The beginnings of the words of names, and of what the names are parts of."""
    every = {one for name in names for one in (name, *lexicon.wholes(name))}
    return frozenset(word[:_STEM] for name in every for word in fold(name).split())


def own_words(claim: Claim, lexicon: Lexicon) -> set[str]:
    """The words of a claim, as its profile would have them, without the work of making one."""
    plain = {*claim.core.split(), claim.head, claim.event, *claim.terms} - {""}
    found = {lexicon.synonym(word) for word in plain}
    if claim.core:
        found.add(lexicon.synonym(claim.core))
    for name in (*claim.entities, *([claim.place] if claim.place else [])):
        found.update(fold(name).split())
    return found


def value_terms(claim: Claim) -> Iterator[str]:
    """The terms under which copies of a claim's figure are filed."""
    for bucket in buckets(claim):
        yield from (f"v {one}" for one in neighbours(bucket))


def terms_of(made: Iterable[Profile], lexicon: Lexicon) -> frozenset[str]:
    """All terms of a file's claims."""
    found: set[str] = set()
    for profile in made:
        query = Query.of(profile, lexicon)
        if query.kind:
            found.update(f"w {query.kind} {word}" for word in query.own)
            found.update(f"a {query.kind} {word}" for word in query.around)
            found.update(f"n {query.kind} {name}" for name in query.names or (_UNNAMED,))
            found.update(f"v {one}" for one in buckets(profile.claim))
    return frozenset(found)
