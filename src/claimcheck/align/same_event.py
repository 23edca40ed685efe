"""Tests of the governing verb of two figures."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.align.dated_event import dated
from claimcheck.align.facts import fact
from claimcheck.align.frames import canonical, kin, kin_of, one_span, opposite
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.subjects import one_deed
from claimcheck.align.tables import word_set
from claimcheck.align.verbs import two_sides, verbs_after, verbs_said
from claimcheck.align.weights import weight
from claimcheck.align.words import generic_events, people
from claimcheck.claims.grammar import verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Status

__all__ = ["event"]


def event(a: Profile, b: Profile, state: State) -> None:
    """Whether one verb governs both figures; for dates, whether both are of one event."""
    if a.dimension == "date":
        dated(a, b, state)
        return
    ruled = a.limits and b.limits and _refused(a) != _refused(b)  # rejects keys beyond, accepts keys up to
    deal = ruled or one_deed(a, b)
    if not deal and not a.dimension.startswith("change") and (two := two_sides(a, b)):
        state.unknown("event", f"{two}: of two sides", -0.2)
        state.guarded = True
    if not a.event or not b.event or a.clause.sourced or b.clause.sourced or "amount" in {a.event, b.event}:
        if a.event == b.event:
            state.same_event = bool(a.event)
        if (a.derived and _adds(b)) or (b.derived and _adds(a)):
            state.unknown("event", "one is a level, the other what came on top", -0.3)
            state.guarded = True
        _one_verb(a, b, state)
        return
    if a.event == b.event:
        state.same_event = True
        state.match("event", f"both say {a.event}", 0.3 + 0.7 * min(weight(a.event), 1.0))
    elif a.dimension == "time" and one_span(a.event, b.event):
        state.same_event = True
        state.match("event", f"{a.event} / {b.event}: of one length of time", 0.4)
    elif deal:
        state.same_event = True
        state.match("event", f"{a.event} / {b.event}: one deed from its two sides", 0.4)
    elif a.claim.status is b.claim.status is Status.PLANNED and word_set("promising") & {a.event, b.event}:
        state.match("event", f"{a.event} / {b.event}: promised by both", 0.2)
    elif opposite(a.event, b.event) and not a.dimension.startswith("change"):
        state.unknown("event", f"{a.event} / {b.event}", -0.4)
        state.guarded = True
    elif (a.event in _pending()) != (b.event in _pending()):
        state.unknown("event", f"{a.event} / {b.event}: one is not done yet", -0.4)
        state.guarded = True
    elif (a.event in b.words or b.event in a.words) and a.dimension != "frequency":
        state.match("event", f"{a.event} / {b.event}: one names the other's", 0.2)
    elif kin(a.event, b.event):
        state.same_event = True
        state.match("event", f"{a.event} / {b.event}: words for one thing", 0.4)
    elif _amounting(a, b) or _amounting(b, a):
        state.match("event", f"{a.event} / {b.event}: one only tells how many", 0.2)
    else:
        state.unknown("event", f"{a.event} / {b.event}", -0.4)
        if a.dimension in _COUNTED and a.clause.entire != b.clause.entire:
            state.partly.add(-1 if a.clause.entire else 1)  # what befell some of them
            return
        alike = {a.event, b.event} <= generic_events() or _are_alike(a.event, b.event)
        if _verb(a) != a.event or _verb(b) != b.event:
            return
        if not alike and (_both_share(a, b) or _both_do(a, b)):
            state.guarded = True
            return
        if (
            alike
            or _stems(a, b)
            or a.dimension.partition(" per ")[0] not in _VERBAL
            or _attributive(a)
            or _attributive(b)
        ):
            return
        state.otherwise = state.otherwise or not _of_one_day(a, b)


@cache
def _pending() -> frozenset[str]:
    return frozenset(load_table("events")["pending"])


def _adds(profile: Profile) -> bool:
    """Whether the figure is what was gained or lost: "gained 25,000 readers"."""
    return profile.claim.event in load_table("change_verbs")["adding"]["verbs"]


def _refused(profile: Profile) -> bool:
    """Whether a limit is told by what lies beyond it and is turned away."""
    told, meant = profile.claim.quantity, profile.value.quantity
    return told is not None and meant is not None and (told.low is None) != (meant.low is None)


def _both_share(a: Profile, b: Profile) -> bool:
    """Whether two shares of one lot of people or things are told of by two verbs: those who walk, those who cycle."""
    generic, specific = people()
    if a.dimension != "percent" or a.head != b.head or a.head not in generic | specific:
        return False
    return all(one.claim.core.startswith("share of ") and one.event in one.claim.core.split() for one in (a, b))


def _both_do(a: Profile, b: Profile) -> bool:
    """Whether two lengths of time are of two things that a subject does: the cake bakes, the cake rests."""
    return a.dimension == "time" and all(one.claim.core.split()[-1:] == [one.claim.event] for one in (a, b))


def _of_one_day(a: Profile, b: Profile) -> bool:
    """Whether both tell of the same noun on the same day, and of something else by name: then two verbs most likely
    tell of one happening ("students boycotted the exam", "students stayed away from the exam").
    """
    one, other = a.claim.when, b.claim.when
    if one is None or other is None or a.head != b.head or not a.entities:
        return False
    if one.start is None or not one.start == one.end == other.start == other.end:
        return False
    known = a.name_words | b.name_words | {a.head}
    return any(word in b.words and word not in known for word in a.words)


_DEFINITE = re.compile(r"(?:\b(?:the|its|their|his|her|our)|['’]s?)$", re.IGNORECASE)


@fact
def _definite(profile: Profile) -> bool:
    """Whether the figure is of those known to be there: "the 73 ferries of the line are blue"."""
    document, claim = profile.source, profile.claim
    if document is None or claim.structure in ("table", "code"):
        return False
    return _DEFINITE.search(document.text[claim.sentence.start : claim.span.start].rstrip()) is not None


def _amounting(a: Profile, b: Profile) -> bool:
    """Whether ``a`` only tells the number of what ``b``'s verb is of, and says the verb otherwise: attendance reached
    64,000, the output came to two million, the day saw 61 prisoners pardoned.
    """
    if a.dimension not in _COUNTED or (a.event not in word_set("amounting") and a.event not in _seeing()):
        return False
    words = {a.head, *a.claim.core.split(), *verbs_said(a), *verbs_after(a), *_doing(a)} - generic_events()
    return any(kin(b.event, word) for word in words if word not in (a.event, b.head))


def _doing(profile: Profile) -> set[str]:
    """What people are said to be about: 140 dockers on strike, 300 families at dinner."""
    after = profile.clause.words[1].split()
    return {canonical(word) for at, word in enumerate(after[1:]) if after[at] in _ABOUT}


_ABOUT = frozenset({"on", "at", "in"})


@cache
def _seeing() -> frozenset[str]:
    return frozenset(load_table("events")["seeing"])


def _one_verb(a: Profile, b: Profile, state: State) -> None:
    """A verb on one side only may pick out a part: "nine islands are inhabited" of fourteen that there are."""
    if a.dimension == "time":
        _timed_row(a, b, state)
    if a.dimension not in _COUNTED:
        return
    first, second = _verb(a), _verb(b)
    event = first or second
    bare = b if first else a
    if (a if first else b).clause.entire or _definite(a if first else b) or _attributive(a) or _attributive(b):
        return
    if event and event not in bare.words and event not in generic_events() and not _stems(a, b):
        # Who sends soldiers has not all of them, and where some are stationed there are not all.
        given = event in load_table("transfers")["give"]["verbs"] or event in load_table("events")["placing"]
        others = {word: heavy for word, heavy in bare.words.items() if word != bare.head} if given else bare.words
        if (not given and kin_of(event, others, bare.roots)) or any(
            kin(event, verb) for verb in verbs_said(bare) | (verbs_after(bare) - generic_events())
        ):
            state.match("event", f"{event}: the other side says it in other words", 0.2)
            return
        prose = bare.claim.structure not in ("table", "heading", "code")
        if prose:
            state.unknown("event", f"{event} / no verb", -0.2)
            state.otherwise = True
    elif a.clause.unknown_verb != b.clause.unknown_verb:
        state.unknown("event", f"{event or 'no verb'} / another verb", -0.2)
        state.otherwise = True


def _timed_row(a: Profile, b: Profile, state: State) -> None:
    """How long something took, by a table's row, is not how long something is done with it: listed, cached."""
    row, told = (a, b) if a.claim.structure == "table" else (b, a)
    event = _verb(told)
    if row.claim.structure != "table" or row.event or not event or event in generic_events():
        return
    if event not in row.words and event not in row.ambient and kin_of(event, row.words, row.roots) is None:
        state.unknown("event", f"{event} / no verb", -0.2)
        state.guarded = True


@fact
def _attributive(profile: Profile) -> bool:
    """Whether the figure stands before its noun as a property of the whole thing: the 140-km cable was laid."""
    start, end = profile.claim.span.start, profile.claim.span.end
    text = profile.source.text if profile.source is not None else ""
    if text[max(start - 2, 0) : start] == ", " and _TALL.match(text, end):
        return True  # "the chimney, 46 metres high, has to come down"
    tail = text[end : end + 2]
    return _JOINED.search(profile.claim.text[-1:] + tail) is not None or _JOINED.search(profile.claim.text) is not None


_TALL = re.compile(r"\s(?:long|high|tall|deep|wide|thick|across|in (?:length|height|depth|width|area|diameter)),")
_JOINED = re.compile(r"\d[-‐‑][^\W\d]")


@fact
def _verb(profile: Profile) -> str:
    """The verb of the figure, unless it is no more than that of its source."""
    before = profile.clause.words[0]
    moved = profile.event in _moving() and _TO.search(before) is not None  # "deaths fell to 60"
    beside = _WITH.search(before) is not None or moved
    beside = beside or (profile.dimension == "length" and _AT.search(before) is not None)
    return "" if profile.clause.sourced or beside or profile.event == "amount" else profile.event


@cache
def _moving() -> frozenset[str]:
    return frozenset(
        verb_lemma(verb)
        for key in ("up", "down")
        for verb in load_table("change_verbs")[key]["verbs"]
        if " " not in verb
    )


_TO = re.compile(r"\bto(?: about| around| some| nearly| almost| only| just| over)?\s*$")
_AT = re.compile(r"\bat(?: about| around| some| nearly| almost| only| just)?\s*$")  # "put up at 3,400 metres"
_WITH = re.compile(r"\bwith(?: about| around| some| nearly| almost| only| all)?\s*$")  # "landed with 61 people aboard"


# Dimensions in which a verb picks out a part: 9,000 hectares that are protected.
_COUNTED = frozenset({"number", "area", "length", "mass", "volume"})
# The same, with how often something is done: milk is given twice a day and collected every other day.
_VERBAL = _COUNTED | {"frequency"}


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row) for row in load_table("events")["alike"])


@lru_cache(1 << 14)
def _are_alike(one: str, other: str) -> bool:
    return any(one in row and other in row for row in _alike())


def _stems(a: Profile, b: Profile) -> bool:
    """Whether one's verb is at the root of the other's noun: employ, employee."""
    return any(len(event) > 3 and head.startswith(event[:-1]) for event, head in ((a.event, b.head), (b.event, a.head)))
