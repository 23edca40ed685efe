"""The state the things are in, on which side of an event, each or all together, whether they are or do something."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.frames import exchanged, kin
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.triggers import says, triggers
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.lexicon import load_table

__all__ = ["doers", "sharing", "standing", "turning"]

_PLAIN = ("date", "version", "identifier", "rank")


def standing(a: Profile, b: Profile, state: State) -> None:
    """Things on display, on loan or under construction are some of all that there are."""
    if a.document == b.document or a.dimension.startswith(_PLAIN):
        return
    for one, other, sign in ((a, b, 1), (b, a, -1)):
        for words, noun in _standing(one):
            if not _known(words, noun, other):
                state.unknown("state", f"only one says {words}", -0.3)
                state.partly.add(sign)
                return


def _known(words: str, noun: str, other: Profile) -> bool:
    """Whether the other side tells of the state, in these words or by a verb: on view, presents."""
    if any(known == words or kin(noun, theirs) for known, theirs in _standing(other)):
        return True
    return exchanged(f"be {words}", other.event) or any(kin(noun, word) for word in other.words)


@fact
def _standing(profile: Profile) -> frozenset[tuple[str, str]]:
    """The phrases of state in the clause with their nouns."""
    if not says(profile, _state_nouns()):
        return frozenset()
    text = " ".join(profile.clause.words)
    return frozenset((match[0], match[1]) for match in _states().finditer(text))


@cache
def _state_nouns() -> frozenset[str]:
    return triggers(noun for nouns in load_table("circumstances")["states"].values() for noun in nouns)


@cache
def _states() -> re.Pattern[str]:
    nouns = load_table("circumstances")["states"]
    said = "|".join(rf"(?:{prepositions}) (?:{'|'.join(words)})" for prepositions, words in nouns.items())
    return re.compile(rf"\b(?=(?:{said})\b)(?:[a-z]+) ([a-z]+)\b")


def turning(a: Profile, b: Profile, state: State) -> None:
    """What was so before an event is not what is so since."""
    if a.document == b.document or a.dimension.startswith(_PLAIN):
        return
    for one, other in ((a, b), (b, a)):
        after = _turns(other)["after"]
        if any(noun in after for noun in _turns(one)["before"]):
            state.unknown("time", "one is of before, the other of after", -0.5)
            state.guarded = True
            return


@fact
def _turns(profile: Profile) -> dict[str, frozenset[str]]:
    """The nouns of what the sentence's figure is of before, and of after."""
    return {
        "before": frozenset(lemma(noun) for noun in _BEFORE.findall(profile.spoken)),
        "after": frozenset(lemma(noun) for noun in _AFTER.findall(profile.spoken)),
    }


_BEFORE = re.compile(r" (?:before|prior to|until|up to) (?:the|its|their|his|her|this|that) (?:\w+ )?([a-z-]{4,})(?= )")
_AFTER = re.compile(r" (?:since|after|following) (?:the|its|their|his|her|this|that) (?:\w+ )?([a-z-]{4,})(?= )")


def sharing(a: Profile, b: Profile, state: State) -> None:
    """What each of several does is not what they do in all."""
    if a.document != b.document and (
        (_single(a) and _together(b) and not _single(b)) or (_single(b) and _together(a) and not _single(a))
    ):
        state.unknown("scope", "one is of each, the other of all together", -0.5)
        state.guarded = True


@fact
def _single(profile: Profile) -> bool:
    """Whether the clause is of each of several: "each lock lifts boats by 2 metres"."""
    return _EACH.match(profile.clause.words[0]) is not None


@fact
def _together(profile: Profile) -> bool:
    """Whether the figure is that of all of them together: "by 14 metres in all"."""
    own = profile.claim.text.lower()
    if not says(profile, _in_sum()) and _in_sum().isdisjoint(own.split()):
        return False
    text = f" {own} {' '.join(profile.clause.words)} "
    return any(f" {phrase} " in text for phrase in load_table("circumstances")["together"])


@cache
def _in_sum() -> frozenset[str]:
    return triggers(load_table("circumstances")["together"])


_EACH = re.compile(r"\W*(?:each|every|a single|one)\b(?! (?:hundred|thousand|million|billion))")


def doers(a: Profile, b: Profile, state: State) -> None:
    """How many there are of somebody is not how many of them did something: 17 members, nine attended."""
    if a.document == b.document or not a.dimension == b.dimension == "number":
        return
    if (_did(a) and _there_are(b)) or (_did(b) and _there_are(a)):
        state.unknown("event", "one is of how many there are, the other of how many did something", -0.3)
        state.guarded = True


@fact
def _did(profile: Profile) -> bool:
    """Whether the things counted are said to have done something: the figure is the subject of a verb of the past."""
    before, after = profile.clause.words
    forms = grammar().verb_forms
    if after.startswith(("-", "–")):
        return False  # "the 200-bed hospital opened"
    if any(word in grammar().auxiliaries or forms.get(word, ("", ""))[1] in ("past", "s") for word in before.split()):
        return False
    for word in after.split()[:_NEAR]:
        if word in grammar().auxiliaries or word in grammar().prepositions:
            return False
        known = forms.get(word)
        if known is not None and known[1] == "past" and word not in grammar().nouns_too:
            return known[0] not in load_table("circumstances")["belonging"]
    return False


@fact
def _there_are(profile: Profile) -> bool:
    """Whether the clause only says how many there are of something."""
    return not profile.event and _HAS.search(profile.clause.words[0]) is not None


_HAS = re.compile(r"\b(?:has|have|there are)(?: (?:about|some|only|just|around|nearly|over))?\W*$")
_NEAR = 4  # words from a figure to its verb


where(standing, _standing)
where(turning, lambda one: any(_turns(one).values()), both=True)
where(sharing, lambda one: _single(one) or _together(one), both=True)
where(doers, lambda one: _did(one) or _there_are(one), both=True)
