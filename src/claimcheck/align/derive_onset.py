"""When a state began, in whatever form a text tells it: "since 2003", "for 17 years", "took the helm in 2003".

Each of them gives a date of one of three moments: somebody took over, something ended, something started.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from claimcheck.align.context import WORD
from claimcheck.align.profile import Profile
from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.extract.number_words import ORDINALS
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind, Modifier, Status, TimeSpan

__all__ = ["is_denied", "of_onsets"]

# No verb is called so: only what is worked out here, or told as that very moment, is of one of them.
_LEAD, _END, _START, _FOUNDED = "taking over", "closing down", "first time", "founding"
_GRAINS = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR)
_FOUND = "found"
_PERFECT = frozenset({"has", "have", "had", "been", "remained"})
_FEAST = re.compile(r"\b([\w-]+) (?=(\w+)\b)")
_NEAR = 3


def of_onsets(group: Sequence[Profile]) -> list[Profile]:
    """The moments at which what a sentence tells began or ended, one for each date or length of time that tells it."""
    for_a_time = any(one.claim.kind is Kind.DURATION for one in group)
    return [made for one in group if (made := _onset(one, for_a_time=for_a_time)) is not None]


def is_denied(profile: Profile) -> bool:
    """Whether a period tells since when something has not been so: "has not erupted since 1956"."""
    return profile.claim.status is Status.NEGATED and profile.claim.kind is Kind.PERIOD


def _in_part(profile: Profile) -> bool:
    """Whether only something of what is denied has ended: "has not worked on Sundays since 1956"."""
    front = WORD.findall(profile.clause.words[0])
    verb = next((at for at, word in enumerate(front) if verb_lemma(word) == profile.event), len(front))
    return not _NARROWING.isdisjoint(front[verb:])


_NARROWING = frozenset({"on", "at", "for", "with", "by", "to", "from", "before", "after", "during", "without", "as"})


def _onset(profile: Profile, *, for_a_time: bool) -> Profile | None:
    denied = is_denied(profile)
    if not (profile.claim.status is Status.ASSERTED or denied) or profile.source is None:
        return None
    if profile.claim.kind is Kind.DURATION:
        when, moment = _ago(profile), _state(profile)
    elif profile.claim.kind is Kind.PERIOD and (profile.dimension == "date" or denied):
        when, moment = _since(profile.claim.when), _state(profile)
        if when is None:
            when, moment = _until(profile)
    elif profile.claim.kind is Kind.DATE and profile.dimension == "date":
        when, moment = _moment(profile)
    else:
        return None
    if denied and (moment != _END or _in_part(profile)):
        return None
    if for_a_time and moment == _END and profile.claim.kind is Kind.DATE:
        return None  # "was closed for two weeks in 2019"
    if when is None or not moment or when.start is None or when.end is None:
        return None
    last = "" if when.start.year == when.end.year else f" to {when.end.year}"
    shown = f"{profile.claim.text}: {_SAID[moment]} in {when.start.year}{last}"
    claim = profile.claim
    if when != claim.when or denied:
        claim = evolve(claim, when=when, status=Status.ASSERTED)
    return evolve(
        profile,
        claim=claim,
        value=evolve(claim, kind=Kind.DATE, quantity=None),
        dimension="date",
        event=moment,
        head=_thing(profile, moment),
        modifiers=frozenset(),
        derived=shown,
    )


_SAID = {_LEAD: "taken over", _END: "ended", _START: "begun", _FOUNDED: "founded"}


def _thing(profile: Profile, moment: str) -> str:
    """What began or ended: the office, the place of the last shift, what stands idle; nothing where it is not told."""
    words = _words(profile)
    if moment == _LEAD:
        held = [at + 1 for at, word in enumerate(words) if word in _HOLDING]
        offices = (word for at in held for word in words[at : at + _NEAR] if word in _table("lead", "nouns"))
        return next((word for word in offices if word not in _VAGUE), "")
    if moment != _END:
        return ""
    if not _last_deed(f" {' '.join(words)} "):
        return profile.head
    deed = next((at for at, word in enumerate(words) if word in _idle("deeds")), None)
    if deed is None:
        return profile.head
    place: list[str] = []
    for word in words[deed + 1 :]:
        if place and (word in grammar().closed or word in grammar().verb_forms):
            break
        if place or word in ("the", "its", "their"):
            place.append(word)
    return lemma(place[-1]) if len(place) > 1 else ""


_HOLDING = frozenset({"been", "as"})
_VAGUE = frozenset({"office", "power", "charge"})


def _words(profile: Profile) -> list[str]:
    """The words of the clause, before its figure and after it."""
    front, rest = profile.clause.words
    return [*WORD.findall(front), *WORD.findall(rest)]


def _state(profile: Profile) -> str:
    """The moment at which a state began that goes on: "has run", "has been mayor", "has stood idle"."""
    words = _words(profile)
    if _PERFECT.isdisjoint(words):
        return ""
    if not _idle("words").isdisjoint(words):
        return _END
    if not _idle("no").isdisjoint(words):
        return _END if profile.event in _idle("verbs") else ""
    if profile.event in _table("lead", "verbs"):
        return _LEAD
    front = WORD.findall(profile.clause.words[0])
    held = front[front.index("been") + 1 :] if "been" in front else []
    if not _table("lead", "nouns").isdisjoint(held):
        return _LEAD
    return _START if profile.event in _table("lasting", "verbs") else ""


def _moment(profile: Profile) -> tuple[TimeSpan | None, str]:
    """The date at which something began or ended, or that of a feast that tells it."""
    when, words = profile.claim.when, f" {' '.join(_words(profile))} "
    if when is None or when.start is None or when.end is None or when.granularity not in _GRAINS:
        return None, ""
    if any(f" {phrase} " in words for phrase in _table("lead", "onsets")):
        return when, _LEAD
    lasting = when.granularity is not Granularity.DAY  # a share closes on a day, a mine in a year
    if _last_deed(words) or (lasting and profile.event in _idle("ends")):
        return when, _END
    if profile.event == _FOUND:
        return when, _FOUNDED
    founded = _founded(profile)
    if founded is not None:
        return founded, _FOUNDED
    said = words.split()
    return when, _START if _for_the_first_time(said) else ""


def _for_the_first_time(said: Sequence[str]) -> bool:
    """Whether what has been done since was first done, or there was the first of it: "first reached the grid"."""
    return any(
        word == "first" and after in _table("lasting", "first") and before not in grammar().pronouns
        for before, word, after in zip(["", *said], said, said[1:], strict=False)
    )


def _last_deed(words: str) -> bool:
    """Whether something happened for the last time: "its last performance", "the last shift"."""
    said = words.split()
    for at, word in enumerate(said):
        if word in _idle("last") and not _idle("deeds").isdisjoint(said[at + 1 : at + _NEAR]):
            return True
        if word == "last" and any(verb_lemma(verb) in _idle("verbs") for verb in said[at + 1 : at + 2]):
            return True  # "last erupted in 1961"
    return False


def _until(profile: Profile) -> tuple[TimeSpan | None, str]:
    """The end of what the last of its sort did until a year: "the last pit brought up coal until 2004"."""
    when = profile.claim.when
    if when is None or when.start is not None or when.end is None or when.granularity is not Granularity.YEAR:
        return None, ""
    return _year(when.end.year, when.end.year), _END if _last_deed(f" {' '.join(_words(profile))} ") else ""


def _since(when: TimeSpan | None) -> TimeSpan | None:
    """The year, month or day that an open period begins with."""
    if when is None or when.start is None or when.end is not None or when.granularity not in _GRAINS:
        return None
    if when.modifier not in (Modifier.EXACT, Modifier.AT_LEAST, Modifier.RANGE):
        return None
    if when.granularity is Granularity.DAY:
        return evolve(when, end=when.start, modifier=Modifier.EXACT)
    return _year(when.start.year, when.start.year)


def _ago(profile: Profile) -> TimeSpan | None:
    """The years in which a length of time began that has gone on until its document's date."""
    quantity, today = profile.claim.quantity, profile.published
    if quantity is None or today is None or quantity.unit != "year" or quantity.low is None:
        return None
    if quantity.low != quantity.high or quantity.modifier not in (Modifier.EXACT, Modifier.APPROX, Modifier.LESS_THAN):
        return None
    years = int(quantity.low)
    room = 1 if quantity.modifier is Modifier.EXACT and years % _ROUND else 1 + years // _ROUND
    if not 1 < years < today.year - room:
        return None
    return _year(today.year - years - room, today.year - years + room - (quantity.modifier is Modifier.EXACT))


_ROUND = 10


def _founded(profile: Profile) -> TimeSpan | None:
    """The year that an anniversary counts from: in 2021 the 75th, so 1946."""
    when = profile.claim.when
    for match in _FEAST.finditer(" ".join(profile.clause.words)):
        if match[2] in _table("lasting", "feasts") and when is not None and when.start is not None:
            number = _ordinal(match[1])
            if 1 < number < when.start.year - 1:
                return _year(when.start.year - number, when.start.year - number)
    return None


def _ordinal(word: str) -> int:
    """The number of an ordinal, 0 where the word is none: 75th, tenth."""
    digits = word[:-2]
    return int(digits) if digits.isdecimal() and word[-2:] in _ENDINGS else int(ORDINALS.get(word, 0))


_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def _year(first: int, last: int) -> TimeSpan:
    return TimeSpan(dt.date(first, 1, 1), dt.date(last, 12, 31), Granularity.YEAR)


def _idle(name: str) -> frozenset[str]:
    return _table("idle", name)


@cache
def _table(state: str, name: str) -> frozenset[str]:
    return frozenset(load_table("onsets")[state][name])
