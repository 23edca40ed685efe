"""Whose figure it is: the name that stands before it in its own clause, where one does.

"Kellet has 3,400 employees, more than Marsden" is of Kellet, though both names are in the sentence. Two claims that
both say whose their figure is, and name others, are of two owners, whatever else their sentences share.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.align.context import WORD, stem
from claimcheck.align.names import same_name
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.lexicon.model import Lexicon, fold

__all__ = ["owners"]

_CLAUSE = re.compile(r"[;:]| that | which | who | while | whereas | but | and (?=its |their |his |her )|, (?:and|or) ")
# Names with a preposition tell where or when, not whose.
_PLACED = re.compile(
    r"\b(?:in|at|near|on|from|to|by|for|with|since|after|before|until|In|At|Near|On|From|For|With|Since|After|Before)(?: the)?(?: [A-Z][\w.'’-]*)+"
)


def owners(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    """Whether both sides name an owner before their figure, and none of the one is, or is part of, one of the other."""
    if a.document == b.document or a.dimension in ("version", "identifier", "date"):
        return
    left = _before(a)
    if not left:
        return
    right = _before(b)
    if not right:
        return
    for one in left:
        for other in right:
            if same_name(one, other) or lexicon.within(one, other) or lexicon.within(other, one):
                return
            if one.isupper() or other.isupper():
                return  # an acronym may stand for any of them
    state.unknown("owner", f"of {', '.join(left)} / {', '.join(right)}", -1.0)
    state.guarded = True


def _before(profile: Profile) -> tuple[str, ...]:
    """The names of the claim that stand before its figure in the same clause."""
    document, claim = profile.source, profile.claim
    if document is None or claim.structure in ("table", "code"):
        return ()
    names = tuple(name for name in profile.entities if name not in profile.carried)
    if not names:
        return ()
    return _named(document.text[claim.sentence.start : claim.span.start], names)


@lru_cache(1 << 14)
def _named(before: str, names: tuple[str, ...]) -> tuple[str, ...]:
    clause = _PLACED.sub(" ", _CLAUSE.split(before)[-1])
    words = {fold(word).removesuffix("'s") for word in WORD.findall(clause) if word[0].isupper()}
    stems = {stem(word) for word in words} - {""}
    lasts = [(name, fold(name).split()[-1]) for name in names]
    return tuple(name for name, last in lasts if last in words or stem(last) in stems)
