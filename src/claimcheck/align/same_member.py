"""Tests of which of several is meant: the left bank, ward A, the second by deposits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in, kin_of, roots
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.weights import weight
from claimcheck.lexicon import load_table

__all__ = ["criteria", "labels", "opposites"]


def opposites(a: Profile, b: Profile, state: State) -> None:
    """Words that exclude each other before one noun: the left bank, the right bank."""
    if a.dimension in ("date", "version", "identifier") or a.worked or b.worked:
        return
    for noun in sorted(_grouped(a) & _grouped(b)) if _grouped(a) and _grouped(b) else ():
        left = {word for word, name in a.clause.qualified if name == noun and weight(word) > 0}
        right = {word for word, name in b.clause.qualified if name == noun and weight(word) > 0}
        if left and right and not left & right and not _named(left, b) and not _named(right, a):
            state.mismatch("group", f"{min(left)} {noun} / {min(right)} {noun}", -1.0)
            return
    known = _opposites()
    for word, noun in sorted(_opposed(a) - _opposed(b)):
        others = known[word]
        found = next((other for other in others if (other, noun) in _opposed(b)), None)
        if found is not None and (found, noun) not in a.clause.qualified:
            state.mismatch("contrast", f"{word} {noun} / {found} {noun}", -1.0)
            return
    for one, other in ((a, b), (b, a)):
        for word, noun in sorted(_opposed(one)):
            if noun not in _groups() or noun in other.clause.nouns or word in other.ambient:
                continue
            if any(
                f" {at} the {word} {noun} " in one.spoken for at in ("in", "on", "at", "along", "of", "from", "for")
            ):
                state.unknown("group", f"only one is of the {word} {noun}", -0.3)
                state.partly.add(1 if one is a else -1)
                state.loosely = True
                return


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for one, other in load_table("restrictions")["pairs"]:
        made.setdefault(one, set()).add(other)
        made.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in made.items()}


@cache
def _groups() -> frozenset[str]:
    return frozenset(load_table("restrictions")["groups"])


@fact
def _grouped(profile: Profile) -> frozenset[str]:
    """The nouns of the clause that have such words before them to tell one from another: bank, wing, branch."""
    return profile.clause.nouns & _groups()


@fact
def _opposed(profile: Profile) -> frozenset[tuple[str, str]]:
    """The words of the clause that exclude others, with the noun after each; none of the figure's own."""
    figure = profile.claim.text.lower().split()
    return frozenset(pair for pair in profile.clause.qualified if pair[0] in _opposites() and pair[0] not in figure)


def _named(words: Iterable[str], other: Profile) -> bool:
    """Whether the other side has one of the words, wherever it stands: the bank's Ulm branch, its branch in Ulm."""
    return any(word in other.words or word.removesuffix("'s") in other.words for word in words)


def labels(a: Profile, b: Profile, state: State) -> None:
    """Ward A is not ward B."""
    left, right = a.clause.labels, b.clause.labels
    if left & right or not (left or right):
        return
    nouns = {noun for noun, _ in left} & {noun for noun, _ in right}
    if nouns:
        noun = min(nouns)
        shown = " / ".join(_labels_of(one.clause.labels, noun) for one in (a, b))
        state.mismatch("label", f"{noun} {shown}", -1.0)
    elif bool(left) != bool(right):
        own, other = (left, b) if left else (right, a)
        noun = min(noun for noun, _ in own)
        one = a if left else b
        opens = any(one.clause.words[0].lstrip().startswith(f"{noun} {label} ") for _, label in own)
        if noun not in other.words and noun not in other.ambient and not opens:
            return
        if all(f" {noun} {label} " in other.spoken for noun, label in own):
            return
        state.unknown("label", f"only one says {noun} {_labels_of(own, noun)}")
        state.guarded = True


def _labels_of(found: Iterable[tuple[str, str]], noun: str) -> str:
    return ", ".join(sorted(label.upper() for name, label in found if name == noun))


def criteria(a: Profile, b: Profile, state: State) -> None:
    """Two ranks by two criteria, or in two branches, are places in two lists: second by deposits, 12th for medicine."""
    one, other = _branch(a, b), _branch(b, a)
    if one and other:
        state.mismatch("criterion", f"among {' '.join(one)} / among {' '.join(other)}", -1.0)
        return
    if one or other:
        state.unknown("criterion", f"only one is among {' '.join(one or other)}", -0.3)
        state.guarded = True
    left, right = a.clause.criterion, b.clause.criterion
    bare = b if left else a
    if bool(left) != bool(right) and bare.claim.core.startswith("rank among "):
        state.unknown("criterion", f"only one is by {' '.join(sorted(left or right))}", -0.3)
        state.guarded = True
        return
    if not left or not right or left & right:
        return
    known = frozenset().union(*map(roots, right))
    if all(kin_of(word, right, known) is None for word in left):
        state.mismatch("criterion", f"by {' '.join(sorted(left))} / by {' '.join(sorted(right))}", -1.0)


def _branch(a: Profile, b: Profile) -> list[str]:
    """The words of the branch that only the first of two ranks is in."""
    if a.clause.branch & b.clause.branch:
        return []
    known = {a.head, *a.name_words}
    return sorted(
        word
        for word in a.clause.branch
        if not (word in b.words or word in b.ambient or word in known or derived_in(word, b.words, b.roots))
    )


where(opposites, lambda one: _grouped(one) or _opposed(one))
where(labels, lambda one: one.clause.labels)
where(criteria, lambda one: one.clause.branch or one.clause.criterion)
