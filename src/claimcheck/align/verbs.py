"""The verbs of a figure's clause besides the one that the claim gives, and those that part two figures."""

from __future__ import annotations

import re

from claimcheck.align.facts import fact
from claimcheck.align.frames import apart, canonical, kin, one_span, parted, phrases
from claimcheck.align.profile import Profile
from claimcheck.align.tables import past_forms, word_set
from claimcheck.align.words import generic_events
from claimcheck.claims.grammar import verb_lemma
from claimcheck.lexicon.remember import remembered
from claimcheck.records import Status

__all__ = ["two_sides", "verbs_after", "verbs_said"]


def two_sides(a: Profile, b: Profile) -> str:
    """Two words of which only one side has each, and which tell of two figures of one process: cancelled, delayed."""
    if not _on_a_side(a) and not _on_a_side(b):
        return ""
    if a.event and b.event and kin(a.event, b.event) and generic_events().isdisjoint((a.event, b.event)):
        return ""  # the verb of the figure says enough
    for one, other in ((a, b), (b, a)):
        if not (left := _on_a_side(one)):
            continue
        right = _parting(other) | _telling(other)
        if a.claim.status is b.claim.status is Status.PLANNED:  # "promised to build", "pledged"
            left, right = left - word_set("promising"), right - word_set("promising")
        for word in sorted(left - _parting(other) - other.words.keys()):
            if found := sorted(another for another in right - left - one.words.keys() if apart(word, another)):
                return f"{word} / {found[0]}" if a.dimension != "time" or not one_span(word, found[0]) else ""
    return ""


@fact
def _parting(profile: Profile) -> frozenset[str]:
    """The verbs of its clause, in a form that no noun has, that stand on a side of a row of ``apart``."""
    before, after = profile.clause.words
    words = [*_OWN.findall(before), *_OWN.findall(after)]
    verbs = set(map(_inflected, words))
    verbs |= {canonical(word) for word in words[:1] if before.startswith(word)}  # "Chill the cake for"
    return frozenset(parted() & verbs)


@remembered
def _inflected(word: str) -> str:
    """The verb of which a word is a form, if it is another one than the verb itself."""
    plain = verb_lemma(word)
    return "" if plain == word else canonical(past_forms().get(word) or plain)


@fact
def _on_a_side(profile: Profile) -> frozenset[str]:
    """The same with the verb of the figure."""
    return _parting(profile) | ({profile.event} & parted())


@fact
def _telling(profile: Profile) -> frozenset[str]:
    """What else it says of the counted thing: its verb and the words of its measure."""
    return frozenset(parted() & {profile.event, *map(canonical, profile.claim.core.split())})


@fact
def verbs_said(profile: Profile) -> set[str]:
    """The verbs of its clause up to the figure, whichever of them the claim gives."""
    found = _verbs(profile.clause.words[0])
    around = f" {' '.join(profile.clause.words)} "
    return found | {"lack"} if any(f" {word} " in around for word in ("no", "without", "lack")) else found


@fact
def verbs_after(profile: Profile) -> set[str]:
    """The verbs right after what is counted, in a form that no noun has: 61 prisoners pardoned by the king."""
    words = _PLAIN.findall(profile.clause.words[1])[:_CLOSE]
    inflected = " ".join(word for word in words if verb_lemma(word) != word and not word.endswith("s"))
    return _verbs(inflected) - {profile.head}


def _verbs(text: str) -> set[str]:
    """The lemmas of the words of a folded text, as verbs, with the phrases that some make with the words after them."""
    plain = set(map(_as_verb, _PLAIN.findall(text)))
    found = {phrase for verb in plain for told, phrase in phrases(verb) if told.search(text)}
    return {canonical(word) for word in plain} | found


@remembered
def _as_verb(word: str) -> str:
    return past_forms().get(word) or verb_lemma(word)


_PLAIN = re.compile(r"[^\W\d_][\w-]*")
_OWN = re.compile(rf"{_PLAIN.pattern}(?<!s)(?! to\b)")  # no "sales", and not who was "ordered to" do something else
_CLOSE = 5  # words after a figure that are read
