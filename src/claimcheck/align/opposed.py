"""Two figures that add up or face each other: there and back, the rest of a whole, what comes on top."""

from __future__ import annotations

import re

from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.claims.grammar import participle, verb_lemma
from claimcheck.lexicon.model import fold

__all__ = ["additions", "complements", "denials", "directions", "lacks", "pointed", "releases", "rests"]


def directions(a: Profile, b: Profile, state: State) -> None:
    """What goes from one place to another is not what goes back."""
    for one, other in ((a, b), (b, a)):
        for start, end in _ways(one):
            if f" from {end} to {start} " in other.spoken:
                state.mismatch("direction", f"from {start} to {end} / from {end} to {start}", -1.0)
                return


@fact
def _ways(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The ways between two of its names that the sentence tells of."""
    names = [fold(name) for name in profile.entities]
    return tuple(
        (one, other)
        for one in names
        for other in names
        if one != other and f" from {one} to {other} " in profile.spoken
    )


def additions(a: Profile, b: Profile, state: State) -> None:
    """What comes on top is not what there was: "another 40 trucks are waiting"."""
    if _added(a) == _added(b) or a.dimension.startswith(("date", "version")):
        return
    state.score -= _ON_TOP
    state.bar("addition", "only one is of what comes on top")


_ON_TOP = 0.3


@fact
def _added(profile: Profile) -> bool:
    before, after = profile.clause.words
    return _ANOTHER.search(before) is not None or after.lstrip().startswith(("other ", "others"))


_ANOTHER = re.compile(r"\b(?:another|a further|an additional|an extra)\W*$")


def pointed(a: Profile, b: Profile, state: State) -> None:
    """ "These two", "the latter three", "the above five" are those just told of, and no count of all there are."""
    if _points(a) or _points(b):
        state.bar("group", "one points back at some that were just told of")


@fact
def _points(profile: Profile) -> bool:
    before, _ = profile.clause.words
    return profile.dimension.startswith("number") and _POINTING.search(before) is not None


_POINTING = re.compile(r"\b(?:these|those|the (?:above|latter|former|remaining))(?: (?:same|very))?\W*$")


def denials(a: Profile, b: Profile, state: State) -> None:
    """What is undetected is not what was detected."""
    if a.document == b.document or a.dimension in ("date", "version", "identifier"):
        return
    for one, other in ((a, b), (b, a)):
        if other.event and any(verb_lemma(word) == other.event for word in _denied(one)) and not _denied(other):
            state.unknown("denial", f"one is of what was not {participle(other.event)}", -0.3)
            state.guarded = True
            return


@fact
def _denied(profile: Profile) -> frozenset[str]:
    """The participles that the sentence denies: undetected, not detected."""
    return frozenset() if profile.rest else frozenset(_DENIED.findall(profile.spoken))


_DENIED = re.compile(r" (?:un|(?:not|yet to be) (?:yet |been |be )?)([a-z]{3,}(?:ed|en|own|ought|ade))(?= )")


def lacks(a: Profile, b: Profile, state: State) -> None:
    """What is so without something is not what is so with it: "Without the drug, 24% fell asleep"."""
    if a.document != b.document and _without(a) != _without(b) and " without " not in (b if _without(a) else a).spoken:
        state.unknown("denial", "only one is of what is so without it", -0.3)
        state.guarded = True


@fact
def _without(profile: Profile) -> bool:
    short = profile.claim.text.lower().startswith("short of ") and _IS.search(profile.clause.words[0]) is not None
    return short or _WITHOUT.match(profile.clause.words[0]) is not None


_IS = re.compile(r"\b(?:is|are|was|were|be|been)\W*$")


_WITHOUT = re.compile(r"\W*without [^,]{2,40},")


def releases(a: Profile, b: Profile, state: State) -> None:
    """What is so in one release of a product need not be so in the next: in Quern 2.1, in Quern 3.0."""
    if a.document == b.document or a.dimension in ("date", "version", "identifier"):
        return
    left, right = _release(a), _release(b)
    name = next((name for name, version in left.items() if right.get(name, version) != version), None)
    if name is not None:
        state.unknown("version", f"{name} {left[name]} / {name} {right[name]}")
        state.aged = True


@fact
def _release(profile: Profile) -> dict[str, str]:
    """The products that the sentence, or the head of its text, names with a version."""
    if profile.source is None:
        return {}
    said = f"{profile.source.text[:_HEAD]} . {profile.claim.sentence.cover(profile.source.text)[:_LONG]}"
    return dict(_RELEASE.findall(said)) if _DECIMAL.search(said) is not None else {}


_LONG, _HEAD = 400, 60  # characters of a sentence, and of the head of a text
_DECIMAL = re.compile(r"\d\.\d")
_RELEASE = re.compile(
    r"\b([A-Z][a-z]+) v?(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)\b(?! (?:percent|per cent|million|billion)|%)"
)


def rests(a: Profile, b: Profile, state: State) -> None:
    """The rest of a whole is worked out from what is denied: it parts no two figures of two deeds."""
    if a.rest != b.rest and a.event != b.event:
        state.bar("denial", "one is the rest of what is denied")


def complements(a: Profile, b: Profile, state: State) -> None:
    """Two shares that make up the whole are of two parts of it, unless both say the very same."""
    if a.dimension != "percent" or b.dimension != "percent" or (a.event == b.event and a.head == b.head):
        return
    one, other = a.value.quantity, b.value.quantity
    if one is None or other is None or None in (one.low, one.high, other.low, other.high):
        return
    low, high = one.low + other.low, one.high + other.high  # type: ignore[operator]
    if low - _ROUNDING <= _WHOLE <= high + _ROUNDING:
        state.unknown("complement", "the two shares make up the whole", -0.3)
        state.guarded = True


_WHOLE, _ROUNDING = 100, 1


where(directions, _ways, both=True)
where(denials, lambda one: _denied(one))
where(lacks, lambda one: _without(one))
where(releases, lambda one: _release(one), both=True)
where(pointed, lambda one: _points(one))
where(additions, lambda one: _added(one))
where(rests, lambda one: one.rest)
where(complements, lambda one: one.dimension == "percent", both=True)
