"""Whether a bare four-digit number is a year: what stands before it, what stands after it, where it stands."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from claimcheck.extract.dates.follower import Follower, follower
from claimcheck.extract.dates.reading import capitalised, digits, glued, is_number
from claimcheck.extract.dates.words import (
    AMOUNT_NOUNS,
    COMPARING,
    COMPARING_WITH,
    COUNT_MODIFIERS,
    COUNTED,
    DASHES,
    DATED_NOUNS,
    DEADLINES,
    DETERMINERS,
    DOCUMENT_WORDS,
    LEVEL_NOUNS,
    NUMBERING,
    PRICE_WORDS,
    REACHING,
    UNCOUNTED,
    YEAR_BEFORE_DASH,
    YEAR_CLOSERS,
    YEAR_ISSUES,
    YEAR_LABELS,
    YEAR_NOUNS,
    YEAR_STRONG,
    YEAR_VERBS,
    YEAR_WEAK,
)
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.segment.model import BlockKind

__all__ = ["Evidence", "joins_year", "year_evidence"]

_OPENERS = frozenset("([{\"“”«„‘'*_|")


@frozen
class Evidence:
    """That a number is a year: how surely, and what leaves a doubt."""

    confidence: float = 1.0
    note: str = ""


_SURE = Evidence()


def _likely(confidence: float, why: str) -> Evidence:
    return Evidence(confidence, f"taken for a year: {why}")


def _before(scan: Scan, first: int) -> int:
    """The index of the token before ``first``, opening quotes and emphasis passed over."""
    at = first - 1
    while at >= 0 and scan.norm(at) in ('"', "“", "‘", "'", "*", "_"):
        at -= 1
    return at


def _glued_wrongly(scan: Scan, first: int) -> bool:
    """Whether something touches the number from the left that makes it part of another thing."""
    if not glued(scan, first):
        return False
    norm = scan.norm(first - 1)
    if norm in _OPENERS or norm in (",", ";", ":", "~", "≈", "=") or norm in "—":
        return norm == ":" and is_number(scan, first - 2)
    if norm in DASHES:
        return not (first < 2 or scan.norm(first - 2) in YEAR_BEFORE_DASH or not scan.tokens[first - 1].glued)
    return True


def joins_year(scan: Scan, first: int, last: int) -> bool:
    """Whether a bare year that follows another and "and" or a comma is one too."""
    found = follower(scan, last)
    if found in (Follower.UNIT, Follower.COUNTED):
        return False
    year = digits(scan.norm(first)) or 0
    if scan.norm(last) in ("in", "by", "since") and len(scan.norm(last + 1)) == 4 and is_number(scan, last + 1):
        return False  # "2,010 in 2010 and 2020 in 2020"
    return found is not Follower.PLURAL or (year % 100 != 0 and 1900 <= year <= 2050)


def _sentence_start(scan: Scan, at: int) -> bool:
    return at <= 0 or scan.norm(at - 1) in (".", "!", "?", ":", "“", '"', "•", "—", ";")


def _opens_clause(scan: Scan, at: int) -> bool:
    """Whether a preposition opens its sentence or, after a stop or "and", a clause: "; in 2017 deaths fell"."""
    before = scan.norm(at - 1) if at else ""
    if before in ("and", "but") and scan.norm(at - 2) in (",", ";"):
        return True
    return capitalised(scan, at) or before in (";", ":", "—")


def _in_cell(scan: Scan, first: int, last: int) -> tuple[bool, Evidence | None]:
    """Whether the number is all that its table cell holds, and then whether the table says that it is a year."""
    cell = scan.unit.cell
    if cell is None:
        return False, None
    others = [at for at in range(len(scan.tokens)) if not first <= at < last]
    if any(scan.tokens[at].kind in (TokenKind.WORD, TokenKind.NUMBER) for at in others):
        return False, None
    year = digits(scan.norm(first)) or 0
    labels = {*cell.column_label.lower().split(), *cell.row_label.lower().split(), *cell.corner.lower().split()}
    if cell.header or cell.column == 0:
        return True, _SURE if 1800 <= year <= 2100 else None
    if labels & YEAR_LABELS and not labels & COUNTED:
        return True, _likely(0.9, "the table's header speaks of a date")
    return True, None


def _after_preposition(scan: Scan, at: int, last: int, found: Follower, year: int) -> Evidence | None:
    """Evidence of the word at ``at``, which stands before the year."""
    norm = scan.norm(at)
    century = year % 100 == 0
    if norm in YEAR_STRONG:
        if found is Follower.COUNTED:
            opening = norm in ("in", "since") and _opens_clause(scan, at) and not century and 1900 <= year <= 2050
            return _likely(0.6, "it could count what follows") if opening else None
        if found is Follower.PLURAL:
            if century:
                return None
            return _SURE if _sentence_start(scan, at) else _likely(0.8, "it could count what follows")
        if year < 1500 and found is Follower.WORD:
            return None
        return _SURE
    dated = norm == "of" and found not in (Follower.UNIT, Follower.COUNTED) and scan.norm(at - 1) in DATED_NOUNS
    if dated and (found is not Follower.PLURAL or (not century and 1500 <= year <= 2100)):
        return _SURE if not century else _likely(0.8, "a round figure after a preposition")
    if norm == "by" and 1000 <= year < 1500 and found is Follower.FREE and _sentence_start(scan, at):
        return _SURE if not century else _likely(0.8, "a round figure after a preposition")
    if norm not in YEAR_WEAK or norm in ("and", "or", "between"):
        return None
    if norm == "for" and found is Follower.PLURAL and _sentence_start(scan, at) and 1900 <= year <= _LAST:
        if not century and _past_form(scan.norm(last + 1)):
            return _likely(0.8, "what follows is the subject")  # "For 2022 shareholders received €0.75"
    if found in (Follower.COUNTED, Follower.PLURAL) or year < 1500:
        return None
    if norm == "be" or (century and norm in ("of", "for", "from") and year != 2000):
        return None
    if norm == "of" and (scan.norm(at - 1) in AMOUNT_NOUNS or (year == 2000 and found is not Follower.FREE)):
        return None
    if norm in ("by", "from") and scan.norm(at - 1) in REACHING:
        due = norm == "by" and not century and any(scan.norm(at - back) in DEADLINES for back in (2, 3, 4))
        return _likely(0.7, "it could be the amount of a change") if due else None
    if norm == "within" and found is not Follower.FREE:
        return None
    return _SURE if not century else _likely(0.8, "a round figure after a preposition")


def _past_form(norm: str) -> bool:
    """Whether a word is a verb in the past by its form."""
    return norm in _past_forms() or (norm.endswith("ed") and len(norm) > len("need"))


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(past for past, _ in load_table("grammar")["irregular"].values())


_LAST = 2050


def _after_determiner(scan: Scan, at: int, last: int, found: Follower, year: int) -> Evidence | None:
    century = year % 100 == 0
    if found is Follower.WORD and (not century or year == 2000 or scan.norm(last) in YEAR_NOUNS):
        return _SURE if not century else _likely(0.8, "a round figure before a noun")
    if found is Follower.PLURAL and not century and 1800 <= year <= 2100:
        return _likely(0.9, "it could count what follows")
    if found is Follower.FREE and scan.norm(last) in ("and", "or", ",", "&", "to"):
        after = last + 1
        other = digits(scan.norm(after)) if len(scan.norm(after)) == 4 else None
        if (
            other is not None
            and 1500 <= other <= 2100
            and follower(scan, after + 1) in (Follower.WORD, Follower.PLURAL)
        ):
            return _SURE
    return None


def year_evidence(scan: Scan, first: int, last: int) -> Evidence | None:
    """Why the number at ``first`` (its expression ends before ``last``) is a year, or None where it is not."""
    year = digits(scan.norm(first)) or 0
    if _glued_wrongly(scan, first):
        return None
    found = follower(scan, last)
    at = _before(scan, first)
    norm = scan.norm(at) if at >= 0 else ""
    after = scan.norm(last)
    if found is Follower.UNIT:
        return _SURE if norm in ("in", "constant", "at", "real") and after in PRICE_WORDS else None
    if at >= 0 and (norm in NUMBERING or (norm == "." and scan.norm(at - 1) in NUMBERING and glued(scan, at))):
        return None
    if at >= 0 and scan.tokens[at].kind is TokenKind.SYMBOL and norm not in ("*", "|", "~", "≈", "&"):
        return None
    alone, in_cell = _in_cell(scan, first, last)
    if alone:
        return in_cell
    if norm in DASHES and at >= 1 and glued(scan, first) and scan.norm(at - 1) in YEAR_BEFORE_DASH:
        return _SURE
    by_preposition = _after_preposition(scan, at, last, found, year)
    if by_preposition is not None:
        return by_preposition
    if year < 1500 or year > 2100:
        return None
    if norm in ("is", "was") and after == "," and scan.norm(last + 1) == "when" and year % 100:
        return _likely(0.8, "it is told what was then")  # "the year to look at is 2009, when the mine closed"
    possessive = scan.norm(first - 1) == "'" and glued(scan, first - 1) and norm.endswith("s")
    if norm in DETERMINERS or norm.endswith("'s") or possessive:
        return _after_determiner(scan, at, last, found, year)
    return _by_place(scan, first, last, found, year)


def _by_place(scan: Scan, first: int, last: int, found: Follower, year: int) -> Evidence | None:
    """Evidence from brackets, verbs, nouns, commas and headings around a year without a preposition."""
    at = _before(scan, first)
    norm = scan.norm(at) if at >= 0 else ""
    after = scan.norm(last)
    century = year % 100 == 0
    if norm in ("(", "[") and after in (")", "]", ",", ";", ":"):
        return _SURE if not century else _likely(0.7, "it stands in brackets")
    if after in LEVEL_NOUNS:
        return _likely(0.9, f"it stands before “{after}”")
    if norm == "over" and scan.norm(at - 1) in _rises() and not century and found is Follower.FREE and year >= _MODERN:
        return _likely(0.9, "what a change is counted from")  # "an 11% rise over 2012"
    if found in (Follower.COUNTED, Follower.PLURAL) or (norm in COUNT_MODIFIERS and norm not in COMPARING_WITH):
        return None
    if after in YEAR_NOUNS and not century:
        return _likely(0.9, f"it stands before “{after}”")
    if after in YEAR_VERBS and not century and (at < 0 or norm in (",", ";", ":", ".", "—") or norm in UNCOUNTED):
        return _likely(0.9, f"it stands before “{after}”")
    if after in ("'", "’") and scan.norm(last + 1) == "s" and not century:
        return _likely(0.9, "a possessive")
    if norm in YEAR_CLOSERS and found is Follower.FREE and not century:
        return _likely(0.9, f"it stands after “{norm}”")
    if norm in COMPARING_WITH and not century and found is Follower.FREE:
        if scan.norm(at - 1) in COMPARING or (norm == "than" and scan.norm(at - 1) not in COUNT_MODIFIERS):
            return _likely(0.8, "a comparison")
    if norm == "to" and scan.norm(at - 1) == "back" and scan.norm(at - 2) in _looking_back() and not century:
        return _likely(0.9, "what is looked back to")
    if after == "," and scan.norm(last + 1) == "when" and not century and norm not in COUNT_MODIFIERS:
        return _likely(0.9, "it stands before “when”")
    heading = scan.unit.block.kind is BlockKind.HEADING or scan.unit.cell is not None
    if norm in DOCUMENT_WORDS and (heading or capitalised(scan, at)) and year >= 1800:
        return _likely(0.9, f"it stands after “{norm}”")
    if at < 0 and (heading or after in (":", "–", "—", "|")) and year >= 1800 and not century:
        return _likely(0.9, "it opens the line")
    ends = last >= len(scan.tokens) or (after in (",", ")", ".") and found is Follower.FREE)
    if ends and not century and year >= _MODERN and (_labelled(scan, at) or _told(scan, at)):
        return _likely(0.9, "its label or subject speaks of a year")
    if norm == "," and ends and capitalised(scan, at - 1) and year >= 1800 and not century:
        return _likely(0.8, "it stands after a name and a comma")
    return None


@cache
def _rises() -> frozenset[str]:
    """Nouns of changes."""
    table = load_table("change_verbs")
    return frozenset((*table["up"]["nouns"], *table["down"]["nouns"]))


@cache
def _looking_back() -> frozenset[str]:
    table = load_table("durations")
    return frozenset((*table["reaching_back"], *table["looking_back"]))


_MODERN = 1800
_LABEL = 5  # words of the longest label
_FAR = 14  # tokens from "the year of" to its copula


def _labelled(scan: Scan, at: int) -> bool:
    """Whether the colon at ``at`` ends a label that tells when: "Founded: 1911", "Last eruption: 2004"."""
    if at < 1 or scan.norm(at) != ":":
        return False
    words: list[str] = []
    for here in range(at - 1, max(at - 1 - _LABEL, -1), -1):
        if scan.tokens[here].kind is not TokenKind.WORD:
            break
        words.append(scan.norm(here))
    if not words or len(words) == _LABEL:
        return False
    if words[-1] in ("last", "first"):
        return words[0] in load_table("grammar")["event_nouns"] or words[0] in YEAR_ISSUES
    return not YEAR_LABELS.isdisjoint((words[0], words[-1]))


def _told(scan: Scan, at: int) -> bool:
    """Whether the subject of the copula at ``at`` is a year: "the year of its founding was 1911"."""
    if scan.norm(at) not in ("was", "is"):
        return False
    for here in range(at - 1, max(at - _FAR, 0), -1):
        if scan.norm(here) in (".", ";", ":", ","):
            return False
        if scan.norm(here) == "year" and scan.norm(here - 1) in ("the", "a") and scan.norm(here + 1) in ("of", "in"):
            return True
    return False
