"""Months, the years after them, and months that stand alone."""

from __future__ import annotations

from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.numeric import full_year
from claimcheck.extract.dates.point import Point
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number
from claimcheck.extract.dates.words import (
    DASHES,
    DETERMINERS,
    DOUBTFUL_MONTHS,
    LISTS,
    MONTH_BEFORE,
    MONTH_NAMES,
    MONTHS,
    PARTS,
    RANGE_CONNECTORS,
    RECURRING,
    SERIES_NOUNS,
    SHIFTS,
    UNCOUNTED,
    VERB_MONTHS,
)
from claimcheck.extract.dates.year_words import CENTURY_WORDS, year_in_words
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Granularity

__all__ = ["join_at", "month_alone", "month_at", "year_after"]

# Words that leave it open whether "May" is a person, "March" a march, and whether "April" or "June" is a person.
_BEFORE_MAY = frozenset({"by", "for", "to", "before", "after", "and", "or", "from", "the"})
_BEFORE_MARCH = frozenset({"and", "or", "the"})
_BEFORE_PERSON = frozenset({"by", "for", "to", "and", "or", "a", "an"})
_TO = frozenset({"and", "to", "or", "until", "till", "through", "-", "–", "/"})
_APOSTROPHES = ("'", "‘", "`", "´")


def month_at(scan: Scan, at: int) -> tuple[int, int] | None:
    """The number of the month named at ``at`` and the token after it, an abbreviation's full stop included."""
    norm = scan.norm(at)
    month = MONTHS.get(norm)
    if month is None or scan.taken[at]:
        return None
    if scan.norm(at + 1) == "." and glued(scan, at + 1):
        if norm not in MONTH_NAMES or (norm == "may" and is_number(scan, at + 2) and capitalised(scan, at)):
            return month, at + 2
    return month, at + 1


def year_after(scan: Scan, at: int, *, comma: bool = True) -> tuple[int, int] | None:
    """A year that follows a month or season at ``at``: ", 2019", "of 2019", "'19"; its value and the token after it."""
    if comma and scan.norm(at) == ",":
        at += 1
    elif scan.norm(at) == "of":
        at += 1
        if scan.norm(at) == "the" and scan.norm(at + 1) == "year":
            at += 2
        elif scan.norm(at) == "year":
            at += 1
    elif scan.norm(at) == "in" and scan.norm(at + 1) == "the" and scan.norm(at + 2) == "year":
        at += 3
    elif scan.norm(at) in DASHES and glued(scan, at) and glued(scan, at + 1) and len(scan.norm(at + 1)) == 4:
        at += 1
    if (
        scan.norm(at) in _APOSTROPHES
        and is_number(scan, at + 1)
        and len(scan.norm(at + 1)) == 2
        and glued(scan, at + 1)
    ):
        short = digits(scan.norm(at + 1))
        return None if short is None else (full_year(short, scan.conventions.anchor), at + 2)
    norm = scan.norm(at)
    if norm in CENTURY_WORDS:
        words = year_in_words(scan, at)
        return words if words is not None and follower(scan, words[1]) is Follower.FREE else None
    if not is_number(scan, at) or len(norm) != 4 or scan.taken[at]:
        return None
    year = digits(norm)
    if year is None or not 1000 <= year <= 2199:
        return None
    after = follower(scan, at + 1)
    if after is Follower.UNIT and not (
        glued(scan, at + 1) and (scan.norm(at + 1) in DASHES or scan.norm(at + 1) == "/")
    ):
        return None
    if after in (Follower.COUNTED, Follower.PLURAL) and (
        year % 100 == 0 or (after is Follower.COUNTED and year < 1900)
    ):
        return None
    return year, at + 1


def join_at(scan: Scan, at: int) -> tuple[str, int] | None:
    """What joins two days at ``at`` ("-", "to", "and"): its role and the token after it."""
    norm = scan.norm(at)
    for words in RANGE_CONNECTORS.get(norm, ()):
        if all(scan.norm(at + n) == word for n, word in enumerate(words)):
            return "range", at + len(words)
    if norm == "or":
        return "or", at + 1
    if norm == "/" and glued(scan, at) and glued(scan, at + 1):
        return "range", at + 1
    if norm in LISTS:
        after = at + 1
        if norm == "," and scan.norm(after) == "and":
            after += 1
        return "list", after
    return None


def _month_follows(scan: Scan, at: int) -> bool:
    """Whether a dash, "to", "and" or "or" and another month's name come next."""
    return join_at(scan, at) is not None and scan.norm(at + 1) in MONTHS and capitalised(scan, at + 1)


def _believable(scan: Scan, at: int, end: int, *, attached: bool) -> bool:
    """Whether a name that is also a verb, an adjective or a person's is a month here, without day and year."""
    norm, before, after = scan.norm(at).removesuffix("'s"), scan.norm(at - 1), scan.norm(end)
    if after in SERIES_NOUNS:
        return True
    if scan.norm(at - 2) in MONTH_NAMES and capitalised(scan, at - 2) and before in _TO:
        return True  # "between January and May"
    if norm in VERB_MONTHS:
        return attached and before not in (_BEFORE_MAY if norm == "may" else _BEFORE_MARCH)
    if before in _BEFORE_PERSON:
        return not after or after in UNCOUNTED or not after[0].isalnum()
    return attached or before in DETERMINERS


def _glued_to(scan: Scan, at: int) -> bool:
    """Whether a mark joins the name to what is no part of a month ("x-May"), as "mid" in "mid-May" is."""
    mark = scan.norm(at - 1)
    if not glued(scan, at) or mark not in ("-", "/", "@", "#", "_", "."):
        return False
    return mark != "-" or scan.norm(at - 2) not in PARTS


def month_alone(scan: Scan, at: int, *, attached: bool = False) -> Point | None:
    """A month without day and year: "In October", "the November agreement", "January unrest".

    ``attached`` says that a word before it ("early", "last") or a range already shows that it is a month.
    """
    month = month_at(scan, at)
    norm = scan.norm(at)
    if month is None or not capitalised(scan, at):
        return None
    number, end = month
    before = scan.norm(at - 1)
    if before in RECURRING:
        return None
    ranged = _month_follows(scan, end)
    if not attached:
        attached = before in MONTH_BEFORE or before in PARTS or before in SHIFTS or ranged
    if norm not in MONTH_NAMES and not ranged and not (attached and norm != "mar" and end == at + 2):
        return None
    text = scan.tokens[at].text
    if norm == "may" and text.isupper() and not attached:
        return None
    named_after = (
        end < len(scan.tokens)
        and scan.tokens[end].kind is TokenKind.WORD
        and capitalised(scan, end)
        and not scan.tokens[at].text.isupper()
    )
    named_before = (
        at > 0
        and scan.tokens[at - 1].kind is TokenKind.WORD
        and capitalised(scan, at - 1)
        and not (attached or before in DETERMINERS or before in UNCOUNTED or before in PARTS)
    )
    if named_before or _glued_to(scan, at):
        return None
    if end == at + 1 and glued(scan, end) and scan.norm(end) in ("@", "_", "/") and not ranged:
        return None
    if norm in DOUBTFUL_MONTHS:
        if named_after or not (ranged or _believable(scan, at, end, attached=attached)):
            return None
    elif named_after and not (attached or before in DETERMINERS):
        return None
    return Point(at, end, at, Granularity.MONTH, None, number)
