"""The records that flow from stage to stage: frozen, slotted, and the same in every process."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import Factory, field, frozen

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Claim",
    "Document",
    "Finding",
    "Granularity",
    "Kind",
    "Modifier",
    "Outcome",
    "Place",
    "Quantity",
    "Reason",
    "Relation",
    "Section",
    "Severity",
    "Skip",
    "Span",
    "Status",
    "TimeSpan",
]


class Kind(StrEnum):
    """What kind of expression a claim was written as."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RANK = "rank"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    PERIOD = "period"
    RATIO = "ratio"
    FREQUENCY = "frequency"
    AGE = "age"
    CHANGE = "change"
    VERSION = "version"
    IDENTIFIER = "identifier"


class Modifier(StrEnum):
    """How the words around a figure bound it."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Granularity(StrEnum):
    """How fine a time expression is; from day to century."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Status(StrEnum):
    """Whether the author asserts the figure, and in what way."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    FORECAST = "forecast"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Relation(StrEnum):
    """What a finding says of the claims it joins."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    DIFFERS = "differs"


class Severity(StrEnum):
    """How much a finding matters to a gate; in rising order note, warning, error."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Outcome(StrEnum):
    """How one test of comparability or of values came out."""

    MATCH = "match"
    MISMATCH = "mismatch"
    UNKNOWN = "unknown"


@frozen(order=True)
class Span:
    """A half-open range of code points in ``Document.text``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def cover(self, text: str) -> str:
        """The characters of ``text`` that the span points at."""
        return text[self.start : self.end]


@frozen
class Place:
    """Where a span begins in the original file: line and column count from 1, ``page`` where there are pages."""

    line: int
    column: int
    page: int | None = None


@frozen(cache_hash=True)
class Quantity:
    """A figure with the bounds as written.

    ``low`` and ``high`` are in the base magnitude (14.5 million is 14500000) and None where open. ``unit`` is a pint
    unit string, an ISO 4217 code for money, ``percent``, or None for plain numbers. ``precision`` is the place value
    of the last written digit (14.5 million: 100000; 7,000: 1; 16: 1). ``exponent`` counts written trailing zeros
    as significant only when asked for. ``per`` is the denominator of a rate ("per 100,000 people", "an hour"),
    ``out_of`` the size of the list or group that a rank or a share names (51st of 140: 140; two of the five: 5),
    ``direction`` is +1 for a rise, -1 for a fall, 0 elsewhere, and ``role`` says what end of a change the figure is
    ("by", "from", "to", "times") or is empty. ``version`` holds the text of a version or an identifier, which is no
    number.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    modifier: Modifier = Modifier.EXACT
    precision: Decimal | None = None
    per: str | None = None
    out_of: Decimal | None = None
    direction: int = 0
    role: str = ""
    version: str | None = None


@frozen
class TimeSpan:
    """First and last day of a date or period; None where the end is open or unknown.

    ``granularity`` is that of the ends as written, ``modifier`` bounds it ("late July" is approx, "by 2019" is
    at_most, "since 2002" is at_least, "2002-19" is range). ``relative`` keeps a wording ("last month") that nothing
    in the document anchors; then both ends are None.
    """

    start: dt.date | None
    end: dt.date | None
    granularity: Granularity = Granularity.DAY
    modifier: Modifier = Modifier.EXACT
    relative: str | None = None


@frozen
class Section:
    """A titled part of a document; ``level`` 1 is the outermost, ``published`` is the part's own date."""

    title: str
    span: Span
    level: int = 1
    published: dt.date | None = None
    version: str | None = None


def _line_starts(text: str) -> list[int]:
    starts = [0]
    find = text.find
    at = find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = find("\n", at + 1)
    return starts


@frozen(eq=False, slots=False)
class Document:
    """A source: its text, what is known of it, and the way back to the original file's lines.

    ``origin`` maps offsets of a converted text (HTML, PDF, Word) to the original, as rising tuples of
    (offset in text, line, column, page); empty where the text is the file's own.
    """

    id: str
    text: str = field(repr=False)
    path: Path | None = None
    title: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    author: str | None = None
    format: str = "text"
    sections: tuple[Section, ...] = field(default=(), repr=False)
    attributes: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    origin: tuple[tuple[int, int, int, int | None], ...] = field(default=(), repr=False)

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str = "text",
        published: dt.date | None = None,
        title: str | None = None,
        publisher: str | None = None,
        author: str | None = None,
        format: str = "text",
    ) -> Document:
        """A document made of a string; ``published`` anchors relative dates such as "last month"."""
        return cls(
            id=id,
            text=text,
            published=published,
            title=title,
            publisher=publisher,
            author=author,
            format=format,
        )

    @cached_property
    def _nested(self) -> tuple[list[int], list[int]]:
        """Where the sections begin, and of each the place of the one around it, -1 for none."""
        around: list[int] = []
        opened: list[int] = []
        for at, section in enumerate(self.sections):
            while opened and self.sections[opened[-1]].span.end <= section.span.start:
                opened.pop()
            around.append(opened[-1] if opened else -1)
            opened.append(at)
        return [section.span.start for section in self.sections], around

    def sections_at(self, offset: int) -> list[Section]:
        """The sections around a character, outermost first."""
        starts, around = self._nested
        at = bisect_right(starts, offset) - 1
        found = []
        while at >= 0:
            if offset < self.sections[at].span.end:
                found.append(self.sections[at])
            at = around[at]
        return found[::-1]

    @cached_property
    def _starts(self) -> list[int]:
        return _line_starts(self.text)

    def locate(self, span: Span) -> Place:
        """The line and column, counted from 1, at which the span begins in the original file."""
        if self.origin:
            at = bisect_right(self.origin, span.start, key=lambda entry: entry[0]) - 1
            offset, line, column, page = self.origin[max(at, 0)]
            return Place(line, column + max(span.start - offset, 0), page)
        line = bisect_right(self._starts, span.start)
        return Place(line, span.start - self._starts[line - 1] + 1)


@frozen
class Claim:
    """One figure or date with what it says: of what, of whom, when, where, by whose word.

    ``text`` is what ``span`` covers. ``measure`` is the measured thing as a lower-case noun phrase that a reader
    understands without the sentence ("joint military exercises held near osh"), ``core`` the lemmas of it by which
    claims are compared ("joint military exercise"), ``head`` the core's head noun. ``about`` holds canonical entity
    names, in order of mention and then what the document as a whole tells, ``entities`` those of them by which claims
    are compared, ``roles`` what the verb makes of them ("giver", "recipient", "holder", "subject").
    ``scope`` holds words that narrow or widen what is counted (total, annual, bilateral, new). ``terms`` are further
    content lemmas of the sentence, ``event`` the lemma of the governing verb. ``sentence`` is the span to quote.
    ``notes`` say which words gave which field and why ``confidence`` (0 to 1) is not 1. ``fingerprint`` survives edits
    elsewhere in the file.
    """

    kind: Kind
    text: str
    span: Span
    document: str
    quantity: Quantity | None = None
    measure: str = ""
    core: str = field(default=Factory(lambda claim: claim.measure, takes_self=True))
    head: str = ""
    about: tuple[str, ...] = ()
    entities: tuple[str, ...] = field(default=Factory(lambda claim: claim.about, takes_self=True))
    roles: tuple[tuple[str, str], ...] = ()
    when: TimeSpan | None = None
    place: str | None = None
    attribution: str | None = None
    status: Status = Status.ASSERTED
    scope: tuple[str, ...] = ()
    event: str = ""
    terms: tuple[str, ...] = ()
    sentence: Span = Span(0, 0)
    section: str = ""
    structure: str = "prose"
    confidence: float = 1.0
    notes: tuple[str, ...] = ()
    fingerprint: str = ""


@frozen
class Reason:
    """One named test with its outcome and a clause that an editor understands."""

    test: str
    outcome: Outcome
    text: str


@frozen
class Finding:
    """A verdict on two or more claims, with everything needed to defend it."""

    rule: str
    relation: Relation
    severity: Severity
    claims: tuple[Claim, ...]
    message: str
    reasons: tuple[Reason, ...] = ()
    fingerprint: str = ""


@frozen
class Skip:
    """Something that was not read: a whole file (``span`` None) or a numeral, and why."""

    document: str
    reason: str
    span: Span | None = None
    code: str = ""


def by_position(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in reading order: by document id, then by position."""
    return sorted(claims, key=lambda claim: (claim.document, claim.span))
