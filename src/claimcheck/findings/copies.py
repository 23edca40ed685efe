"""Whether a claim is a copy of a figure that an edit changed: the evidence for it, and what speaks against it.

A copy gives the same figure, in whatever notation, of the same thing. That the figure is the same is evidence of its
own (few things in a project measure 52,428,800 bytes), so that less of the context must be shared than between figures
that differ; what speaks against it (another thing, another place, another time) still decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from claimcheck.align import Comparison, Profile, compare
from claimcheck.compare.interval import significant
from claimcheck.findings.edits import Edit
from claimcheck.findings.figures import root, rounds, same
from claimcheck.findings.marks import marks, same_mark
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim, Kind, Modifier, Outcome

__all__ = ["Copy", "copied", "one_of_several"]

_ENOUGH = 2.0  # what evidence for a copy must come to
_ROUNDED = 0.8  # what a rounded figure must have more than an exact one
_MORE = 0.5  # what a figure may say more in the copy's notation
# Tests of comparability that settle that two claims are of two things.
_AGAINST = frozenset(
    {"entities", "giver", "recipient", "holder", "subject", "target", "partner", "place", "time", "contrast", "out of"}
)
_LIKELY, _WEAK = 0.6, 0.1
_PARTED = re.compile(r"\n\s*\n")


@frozen
class Copy:
    """A copy with the edit that it did not follow."""

    copy: Claim
    edit: Edit
    ought: Claim
    evidence: float
    shared: tuple[str, ...]
    part: str = ""


def copied(edit: Edit, source: Profile, profile: Profile, lexicon: Lexicon) -> Copy | None:
    """The copy that a claim is of an edit's old figure, or None; ``source`` is the profile of the old claim."""
    copy = profile.claim
    part = ""
    rounded = False
    if not same(copy, edit.old):
        part = _shared_end(copy, edit)
        rounded = not part and rounds(copy, edit.old, edit.new)
        if not part and not rounded:
            return None
    elif same(copy, edit.new):
        return None
    found = compare(source, profile, lexicon)
    if any(reason.test in _AGAINST for reason in found.mismatches):
        return None
    quantity = copy.quantity
    if quantity is not None and quantity.role and (edit.old.quantity is None or not edit.old.quantity.role):
        return None
    shared, topical = _topical(source, profile, apart=not _one_paragraph(edit.new, profile))
    thing = _thing(source, profile, found)
    if root(copy) == "number" and thing <= _WEAK and any(reason.test == "thing" for reason in found.mismatches):
        return None
    if any(reason.test in ("modifiers", "scope") for reason in found.mismatches) and topical < 2 * _ENOUGH / 3:
        return None
    evidence = thing + topical + _telling_pair(edit.old, copy) + _bonus(source, profile, found)
    if copy.kind in (Kind.VERSION, Kind.IDENTIFIER):
        known = {*_names(profile), *profile.words, profile.head}
        shared = shared or tuple(part for one in source.entities for part in fold(one).split() if part in known)
    if evidence < _ENOUGH + (_ROUNDED if rounded else 0.0) or not shared:
        return None
    return Copy(copy, edit, edit.new, evidence, shared, part)


def _shared_end(copy: Claim, edit: Edit) -> str:
    """The end of a period that a single date copies: a meeting "from 12 to 14 May" that "starts on 12 May"."""
    if root(copy) != "date" or root(edit.old) != "date":
        return ""
    before, after, here = marks(edit.old), marks(edit.new), marks(copy)
    if len(before) != 2 or len(after) != 2 or len(here) != 1:
        return ""
    for name, one, other in zip(("start", "end"), before, after, strict=True):
        if one[2] and same_mark(here[0], one) and not same_mark(one, other):
            return name
    return ""


@cache
def _frames() -> frozenset[str]:
    return frozenset(load_table("gate")["frames"])


@cache
def _prices() -> frozenset[str]:
    return frozenset(load_table("gate")["prices"])


def _names(profile: Profile) -> set[str]:
    """The words of proper names; a row's label ("Size of one file") may stand among the entities and is none."""
    names = [name for name in profile.entities if all(word[:1].isupper() for word in name.split() if len(word) > 3)]
    return {part for name in names for part in fold(name).split()}


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _own(profile: Profile) -> dict[str, float]:
    """The words of the statement itself, with the noun that a rate is per."""
    names = _names(profile)
    own = {_stem(word): heavy for word, heavy in profile.words.items() if word not in names}
    quantity = profile.claim.quantity
    if quantity is not None and quantity.per:
        own |= {_stem(word): 0.5 for word in quantity.per.lower().split() if word.isalpha()}
    return own


def _one_paragraph(new: Claim, profile: Profile) -> bool:
    """Whether a copy stands in the paragraph of the edit, whose words around it are then the edited sentence's own."""
    copy = profile.claim
    if copy.document != new.document or profile.source is None or "table" in (copy.structure, new.structure):
        return False
    first, last = sorted((copy.span, new.span))
    return not _PARTED.search(profile.source.text, first.end, last.start)


def _topical(a: Profile, b: Profile, *, apart: bool = True) -> tuple[tuple[str, ...], float]:
    """The words that both have, names aside, and their weight.

    Words of titles and of the passage count less, and nothing where the two do not stand ``apart``.
    """
    left, right = _own(a), _own(b)
    around_a = {_stem(word): heavy for word, heavy in a.ambient.items() if apart}
    around_b = {_stem(word): heavy for word, heavy in b.ambient.items() if apart}
    found: dict[str, float] = {word: max(heavy, right[word]) for word, heavy in left.items() if word in right}
    for own, around in ((left, around_b), (right, around_a)):
        for word, heavy in own.items():
            if word in around and word not in found:
                found[word] = min(heavy, around[word])
    names = _names(a) | _names(b)
    if root(a.claim).startswith("money"):
        names |= _prices()
    found = {word: heavy for word, heavy in found.items() if word not in names and heavy > 0}
    ranked = sorted(found, key=lambda word: (-found[word], word))
    return tuple(ranked), sum(found.values())


def _thing(a: Profile, b: Profile, found: Comparison) -> float:
    """How likely the measured thing is the same; nouns that only frame a figure ("maximum") leave it open."""
    if found.thing >= 1.0:
        return min(found.thing, 1.8)
    if a.head and a.head == b.head:
        return 1.0
    heads = {_stem(a.head), _stem(b.head)} - {""}
    if len(heads) < 2 or heads & _frames():
        return _LIKELY if _names_other(a, b) else 0.3
    if _names_other(a, b):
        return _LIKELY if root(a.claim) == "date" or _named(a.claim, b.claim) else _WEAK
    return found.thing if found.thing < 0 else _WEAK


def _named(a: Claim, b: Claim) -> bool:
    """Whether both are versions, or both identifiers, which name a thing rather than measure it."""
    return a.kind is b.kind and a.kind in (Kind.VERSION, Kind.IDENTIFIER)


def _names_other(a: Profile, b: Profile) -> bool:
    return _stem(a.head) in _own(b) or _stem(b.head) in _own(a)


def _telling(claim: Claim) -> float:
    """How much the mere figure says: few figures of three digits are the same by chance, and hardly any day."""
    kind = root(claim)
    if kind == "date":
        return 1.5 if all(day for _, _, day in marks(claim)) else 0.7
    if claim.kind in (Kind.VERSION, Kind.IDENTIFIER):
        return 1.0
    quantity = claim.quantity
    value = None if quantity is None else quantity.low if quantity.low is not None else quantity.high
    large = value is not None and abs(value) >= 1000
    digits = {1: 0.2, 2: 0.8}.get(significant(claim), 1.5) + (0.5 if large else 0.0)
    return digits + (0.5 if kind not in ("number", "percent", "rank", "ratio") else 0.0)


def _telling_pair(old: Claim, copy: Claim) -> float:
    """How much it says that both give the figure; more where one of them writes it to many digits in other units."""
    first, second = _telling(old), _telling(copy)
    return first + min(_MORE, max(0.0, second - first))


def _bonus(a: Profile, b: Profile, found: Comparison) -> float:
    """Names that both have, and a bound on both sides."""
    names = 0.5 * min(2, sum(reason.test == "entities" and reason.outcome is Outcome.MATCH for reason in found.reasons))
    return names + (0.5 if _bounds(a) and _bounds(b) else 0.0)


def _bounds(profile: Profile) -> bool:
    quantity = profile.claim.quantity
    return (
        profile.limits
        or bool(profile.scope.get("extent"))
        or (quantity is not None and (quantity.low is None) != (quantity.high is None))
    )


def one_of_several(old: Claim, copy: Claim, heads: Sequence[Profile]) -> bool:
    """Whether a sentence lists versions of the thing ("tested on 18 and 20"), which is no copy of a least version."""
    if copy.kind is not Kind.VERSION or old.quantity is None or copy.quantity is None:
        return False
    if old.quantity.modifier is copy.quantity.modifier or copy.quantity.modifier is not Modifier.EXACT:
        return False
    place = (copy.document, copy.sentence)
    others = [one.claim for one in heads if (one.claim.document, one.claim.sentence) == place]
    return any(one.kind is Kind.VERSION and one is not copy and one.entities == copy.entities != () for one in others)
