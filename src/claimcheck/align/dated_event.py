"""What makes two dates those of one event: its verb, its name, one moment, what began."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.align.deadlines import due
from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in
from claimcheck.align.profile import Profile
from claimcheck.align.sources import sayings
from claimcheck.align.state import State
from claimcheck.align.weights import weight
from claimcheck.align.words import generic_events
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Granularity

__all__ = ["dated"]


def dated(a: Profile, b: Profile, state: State) -> None:
    """A date is compared with another only as the date of an event, not where it tells when a figure held."""
    events = {event for event in (a.event, b.event) if event}
    if _comes_again(a, b) or _tells_which(a) or _tells_which(b):
        state.guarded = True
    if {a.claim.event, b.claim.event} == {"finish", "complete"} and a.head == b.head:
        state.match("event", "both say when it was done", 0.5 + weight("complete"))
        state.same_event = True
    elif len(events) == 1 and a.event and b.event:
        state.match("event", f"both say {a.event}", 0.5 + weight(a.event))
        state.same_event = a.event not in (a.head, b.head)
    elif _names_it(a, b) or _names_it(b, a):
        state.match("event", f"{' / '.join(sorted(events))}: one names the other's", 0.3)
    elif (row := sorted(_kin(a) & _kin(b))) and not (a.event and b.event and "end" in events and "start" in events):
        state.match("event", f"both of one moment: {row[0]}", 0.3)
        state.guarded = state.guarded or (bool(a.event and b.event) and not (_since(a) or _since(b)))
    elif _begun(a, b) or _begun(b, a):
        state.match("event", "both tell since when it is so", 0.5)
    elif len(events) == 1 and a.head and a.head == b.head and due(a) and due(b):
        state.match("event", f"both by when {a.head} is due")
    elif not events and a.head and a.head == b.head and a.modifiers == b.modifiers and _says_it(a, b, state):
        state.match("event", f"both of {a.head}")
    else:
        state.mismatch("event", f"{a.event or 'no event'} / {b.event or 'no event'}", -1.5)


def _begun(a: Profile, b: Profile) -> bool:
    """Whether ``a`` tells since when somebody is what ``b`` tells that he became: since 2007, became so in 2013.

    All that ``a`` says must be said by ``b``.
    """
    if a.event or b.event not in _becoming() or not _since(a) or not a.entities:
        return False
    own = [word for word in a.words if word not in a.name_words]
    return bool(own) and all(word in b.words or f" {word} " in b.spoken for word in own)


@cache
def _becoming() -> frozenset[str]:
    return frozenset(load_table("events")["becoming"])


def _names_it(a: Profile, b: Profile) -> bool:
    """Whether the event of ``a`` stands in the sentence of ``b``, which may not date another moment: who leads a party
    is not born when she began to lead it.
    """
    if b.event in _interrupting():
        return False
    if not a.event or not (a.event in b.words or a.event == b.head or derived_in(a.event, b.words, b.roots)):
        return False
    if a.event == a.head and b.event in load_table("events")["ending"] and _BEGAN.search(a.spoken):
        return False  # "the eruption began on", "the eruption ended on"
    if b.event in sayings():
        return False  # "the earthquake claimed 412 lives, they said on Thursday" dates the saying
    return a.event == a.head or b.event not in _moments() or a.event in _moments() or a.event in generic_events()


_BEGAN = re.compile(r" (?:began|begun|begins?|starts?|started|broke out|erupted|opened) ")


@cache
def _interrupting() -> frozenset[str]:
    return frozenset(load_table("events")["interrupting"])


@cache
def _moments() -> frozenset[str]:
    table = load_table("events")
    return frozenset((*table["starting"], *table["ending"], *table["moments"]))


@fact
def _tells_which(profile: Profile) -> bool:
    """Whether the year tells one happening from others of its sort: the 1948 eruption, the floods of 1953."""
    when = profile.claim.when
    if (
        when is None
        or when.granularity is not Granularity.YEAR
        or profile.source is None
        or profile.event != profile.head
    ):
        return False
    text, span = profile.source.text, profile.claim.span
    before = text[max(span.start - _NEAR, 0) : span.start]
    return bool(_OF_YEAR.search(before) or (_THE.search(before) and _NOUN.match(text, span.end)))


_NEAR = 60  # characters before a year that are read
_OF_YEAR = re.compile(r"\b(?:the|an?|this|that|its|their|'s|’s)\s(?:[\w-]+\s){1,3}of\s$", re.IGNORECASE)
_THE = re.compile(r"(?:\b(?:the|an?|this|that|its|their)|['’]s|[*#_“\"])\s$", re.IGNORECASE)
_NOUN = re.compile(r"\s[a-z]{3,}")


def _since(profile: Profile) -> bool:
    """Whether the date tells since when something has been so, and thereby when it began."""
    when = profile.claim.when
    return when is not None and when.end is None and when.start is not None


def _says_it(a: Profile, b: Profile, state: State) -> bool:
    """Whether the noun names the event, or both sentences say the very same of one subject."""
    return _is_verbal(a.head) or (state.coverage >= _WHOLE and bool(a.entities) and a.entities == b.entities)


_WHOLE = 0.95  # of the poorer context


@cache
def _rows() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row) for row in load_table("events")["kin"])


@fact
def _kin(profile: Profile) -> set[str]:
    """The rows of ``kin`` that a date's verb is in; where it has none, its head or the sentences before tell."""
    words = {profile.event} if profile.event else {profile.head} if profile.head else set(profile.ambient)
    return {min(row) for row in _rows() if row & words}


@cache
def _recurring() -> frozenset[str]:
    return frozenset(load_table("events")["recurring"])


@cache
def _yearly() -> frozenset[str]:
    return frozenset(load_table("events")["yearly"])


def _two_years(a: Profile, b: Profile) -> bool:
    """Whether two dates say no more than a year, each another one: the eruptions of 1911 and 1934 are two."""
    one, other = a.claim.when, b.claim.when
    if one is None or other is None or not one.granularity is other.granularity is Granularity.YEAR:
        return False
    return one.start is not None and other.start is not None and one.start.year != other.start.year


def _comes_again(a: Profile, b: Profile) -> bool:
    """Whether the event is of a sort that happens many times and neither side gives it a name."""
    words = _recurs(a) | _recurs(b)
    if _two_years(a, b):
        words |= _yearly().intersection((a.head, a.event, b.head, b.event))
    return bool(words) and not words <= _full_names(a) | _full_names(b)


@fact
def _recurs(profile: Profile) -> frozenset[str]:
    return _recurring().intersection((profile.head, profile.event))


@fact
def _full_names(profile: Profile) -> frozenset[str]:
    """The words of the names that have more than one."""
    return frozenset(word for name in profile.entities if " " in name for word in fold(name).split())


def _is_verbal(head: str) -> bool:
    """Whether the noun names an event: "opening", "bombing", "deadline"."""
    table = load_table("events")
    return head in table["deadline"] or head.endswith(("ing", "tion", "ment")) or head in load_table("grammar")["verbs"]
