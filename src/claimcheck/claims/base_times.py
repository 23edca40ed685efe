"""The time from which a change is counted, which dates nothing else: "a 3% rise over 2012", "up 5% on the year before".

And what goes on in the year told last: "The bank puts exports at €4m", said after "In 2013, output was 9 tonnes".
"""

from __future__ import annotations

from functools import cache

from attrs import define, evolve

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.dates.point import from_days, shift
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind, TimeSpan
from claimcheck.segment.model import BlockKind, Unit

__all__ = ["Running", "after_event", "base_time", "before_event", "standard", "told_in_the_past"]

_REACH = 8  # tokens between a change and the time that it is counted from
_STOPS = frozenset({";", ":", ".", "(", ")"})
_ONWARDS = frozenset({"to", "through", "until", "till", "onwards", "onward", "on", "-", "–"})
_BEFORE = frozenset({"before", "until", "till"})
_UNITS = {
    "month": (Granularity.DAY, Granularity.MONTH),
    "year": (Granularity.DAY, Granularity.MONTH, Granularity.YEAR),
}
_AHEAD = frozenset({"will", "would", "shall", "should", "may", "could", "'ll"})
_DAY = Granularity.DAY
_LONG = (
    Granularity.MONTH,
    Granularity.SEASON,
    Granularity.QUARTER,
    Granularity.HALF,
    Granularity.YEAR,
    Granularity.DECADE,
)
_SPANS = (Granularity.QUARTER, Granularity.HALF, Granularity.YEAR)
_TOLD_ON = frozenset({Kind.MONEY, Kind.PERCENT, Kind.CHANGE})
_FLOWS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.CHANGE, Kind.MEASURE, Kind.COUNT})


@cache
def _changing() -> frozenset[str]:
    table = load_table("change_verbs")
    keys = ("verbs", "nouns", "adverbs", "comparatives")
    words = (word for way in ("up", "down") for key in keys for word in table[way][key])
    return frozenset(word for word in words if " " not in word)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("standards")[key])


def base_time(reading: Reading, candidate: Mention) -> bool:
    """Whether a time is what a change is counted from, and when nothing of its sentence was."""
    time = candidate.time
    if time is None or time.granularity is _DAY or candidate.kind is not Kind.DATE:
        return False
    norms = reading.norms
    at = candidate.first - 1
    at -= at > 0 and reading.tags[at] == "D"
    if at < 1 or norms[at] not in _words("from_base"):
        return False
    after = norms[candidate.last] if candidate.last < len(norms) else ""
    if after in _ONWARDS:
        return False
    first, last = reading.clause(candidate.first)
    if norms[at] == "from" and not _AHEAD.isdisjoint(norms[first:last]):
        return False
    for k in range(at - 1, max(at - 1 - _REACH, -1), -1):
        if norms[k] in _STOPS:
            return False
        if norms[k] in _changing():
            return any(
                other.kind in _FLOWS and abs(other.first - k) <= _REACH and other.last <= at
                for other in reading.mentions
            )
    return False


def _reckons(norm: str) -> bool:
    """Whether a verb in the present only says who reckons what once was: "customs puts exports at €4m"."""
    return verb_lemma(norm) in _words("reckoning")


def in_the_present(reading: Reading) -> bool:
    """Whether a sentence's first finite verb is in the present: then no past time carries over to it."""
    table = grammar()
    for token, mark in zip(reading.tokens, reading.tags, strict=True):
        if mark == "X":
            return token.norm in {"is", "are", "has", "have", "does", "do", "will", "can", "may"}
        if mark == "V" and not _reckons(token.norm):
            return table.verb_forms.get(token.norm, ("", "past"))[1] in {"s", "base"}
    return False


def told_in_the_past(reading: Reading) -> bool:
    """Whether a sentence's first finite verb is in the past."""
    for token, mark in zip(reading.tokens, reading.tags, strict=True):
        if mark == "X":
            return token.norm in {"was", "were", "had", "did"}
        if mark == "V":
            return grammar().verb_forms.get(token.norm, ("", ""))[1] == "past"
    return False


def standard(reading: Reading, mention: Mention) -> bool:
    """Whether a time behind a figure is that of what this is compared with: "€40m, compared with €35m in 2018"."""
    norms, partners = reading.norms, load_table("standards")["with_partner"]
    for k in range(mention.first - 1, max(mention.first - 1 - _REACH, 0), -1):
        if norms[k] in _words("than") | _words("against") or norms[k + 1] in partners.get(norms[k], ()):
            return True
        if norms[k] in _STOPS or norms[k] == "," or reading.tags[k] in "VX":
            return False
        if norms[k] in _words("moves") and norms[k + 1] in _words("from"):
            return True
    return False


def before_event(reading: Reading, candidate: Mention) -> bool:
    """Whether "before" or "ahead of" stands before a year that an event or a target has: "before the 2030 target"."""
    norms = reading.norms
    at = candidate.first - 1
    at -= at > 0 and norms[at] == "the"
    return at >= 0 and (norms[at] in _BEFORE or norms[at - 1 : at + 1] == ["ahead", "of"])


def after_event(reading: Reading, figure: Mention, candidate: Mention) -> TimeSpan | None:
    """The time so long after an event as is said before it: "Two years after the merger in 2010 it cut 40 jobs"."""
    time, norms = candidate.time, reading.norms
    if "after" not in reading.scan.vocabulary or time is None or time.end is None or time.start is None:
        return None
    first, _ = reading.clause(candidate.first)
    for length in reading.mentions:
        between = norms[length.last : candidate.first]
        if length.kind is not Kind.DURATION or between[:1] != ["after"] or length is figure or length.first < first:
            continue
        q = length.quantity
        if q is None or q.low is None or q.low != q.high or q.unit not in _UNITS or "," in between:
            return None
        if time.granularity not in _UNITS[q.unit] or int(q.low) != q.low:
            return None
        end = shift(time.end, q.unit, int(q.low))
        grain = time.granularity if q.unit == "year" else Granularity.MONTH
        start, last = from_days(end, grain) if end is not None else (None, None)
        return None if start is None else evolve(time, start=start, end=last, granularity=grain)
    return None


def goes_on(reading: Reading) -> bool:
    """Whether a sentence tells on of the time of those before it: in the past, or by what somebody reckons, with no
    time of its own.
    """
    times = (mention for mention in reading.mentions if mention.kind in TIMES)
    if not all(base_time(reading, one) or standard(reading, one) for one in times):
        return False
    return told_in_the_past(reading) or not (in_the_present(reading) or _AHEAD & reading.scan.vocabulary)


@define
class Running:
    """The time in which a text tells on: that of sentences opened by one ("In 2013, …"), and, of flows of money and
    goods, that of the sentence before ("Exports hit $4bn in 2020. Imports fell 12%."), in a new paragraph on the same
    names too.
    """

    opened: TimeSpan | None = None
    _standing: bool = False  # "As of 14 August": what is told on is how things stand
    _near: TimeSpan | None = None
    _names: frozenset[str] = frozenset()
    _place: tuple[int, int] = (-1, -1)
    _turned: bool = False

    def enter(self, unit: Unit) -> None:
        """Go on to a unit."""
        place = unit.block.section, unit.paragraph
        if place == self._place:
            return
        follows = unit.block.kind is BlockKind.PROSE and place == (self._place[0], self._place[1] + 1)
        self._near = self.opened or self._near if follows else None
        self.opened, self._standing, self._place, self._turned = None, False, place, True

    def stop(self) -> None:
        """A sentence without figures: what it tells of may be of another time."""
        if not self._standing:
            self.opened = self._near = None

    def of(self, reading: Reading) -> TimeSpan | None:
        """The time of those before that holds for a sentence."""
        if self.opened is not None:
            return None if in_the_present(reading) and not self._standing else self.opened
        if self._near is None or not (_flows(reading) and goes_on(reading) and told_in_the_past(reading)):
            return None
        named = frozenset(name.canonical for name in reading.names)
        return self._near if not self._turned or (named and named <= self._names) else None

    def note(self, reading: Reading, frames: list[TimeSpan], held: TimeSpan | None) -> None:
        """Keep the time that a sentence opened with or told; ``held`` is what those before it gave it."""
        self._turned = False
        named = frozenset(name.canonical for name in reading.names)
        if self._standing and held is not None and not frames:
            return
        if held is not None and held.start is not None and held.granularity in _LONG and goes_on(reading):
            self._names |= named
            return
        self.opened = frames[0] if len(set(frames)) == 1 else None
        self._standing = self.opened is not None and reading.norms[:2] in (["as", "of"], ["as", "at"])
        sized = _flows(reading) or any(map(_sized, reading.mentions))
        lone = _lone_time(reading) if sized and told_in_the_past(reading) else None
        self._near, self._names = lone, named


def _sized(mention: Mention) -> bool:
    """Whether a figure is a measure, or a number that something changed to."""
    changed = mention.quantity is not None and mention.quantity.role in ("to", "by")
    return mention.kind is Kind.MEASURE or (mention.kind is Kind.COUNT and changed)


def _flows(reading: Reading) -> bool:
    """Whether a sentence tells of money, shares or changes."""
    return any(mention.kind in _TOLD_ON for mention in reading.mentions)


def _lone_time(reading: Reading) -> TimeSpan | None:
    """The one year or part of it that a sentence tells, those that changes are counted from left out."""
    times = (one for one in reading.mentions if one.kind in TIMES and one.time is not None)
    told = (one for one in times if not (base_time(reading, one) or standard(reading, one)))
    found = [one.time for one in told if one.time is not None and (one.time.start or one.time.end)]
    time = found[0] if len(found) == 1 else None
    return time if time is not None and time.start and time.end and time.granularity in _SPANS else None
