"""Zero in words: "no soldiers were killed", "the tower has no lifts", "none of the 12 crew", "not a single case"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.extract.amounts import Amount
from claimcheck.extract.numerals import Form
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Quantity

__all__ = ["WORDS", "find"]

_REACH = 4
_PLACE = 6  # tokens of "on the ward" and the verb after it
_OWNER = 6  # tokens before a number in which it is told whose those are
_OPENING = 2  # the place of "single" in a sentence that opens with "Not a single"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("zero")[key])


#: Words that make a unit of text worth scanning although it holds no number.
WORDS: frozenset[str] = _words("determiners") | _words("persons") | {"single", "one"}


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take "no" and its kin as a count of zero where a noun is counted or something would befall those counted."""
    _none_of(scan, amounts)
    for at in scan.where(WORDS):
        token = scan.tokens[at]
        if token.norm == "single":
            _not_single(scan, at)
            continue
        if token.norm == "one":
            _not_one(scan, at)
            continue
        if token.norm in _words("determiners") and scan.norm(at + 1) == "one":
            # "No one" was left out as a pronoun; here it counts.
            if _befalls(scan, at + 2) and not any(m.first < at + 2 and at < m.last for m in scan.mentions):
                span = scan.span(at, at + 2)
                scan.left[:] = [left for left in scan.left if not left.span.overlaps(span)]
                _take(scan, at, at + 2)
            continue
        if scan.taken[at]:
            continue
        if token.norm in _words("determiners") and _counts(scan, at):
            _take(scan, at, at + 1)
        elif token.norm in _words("persons") and _befalls(scan, at + 1):
            _take(scan, at, at + 1)


def _none_of(scan: Scan, amounts: list[Amount]) -> None:
    """Take "none of the 12 crew members", "not one of the 26 fans": a count of zero out of that many."""
    if "of" not in scan.vocabulary:
        return
    for whole in amounts:
        at = whole.first - 1
        if scan.norm(at) in _words("owners"):
            at -= 1
        elif scan.norm(at).endswith(("'s", "s'")):
            at -= 1  # "not one of the tunnel's 26 fans"
            while scan.norm(at) != "of" and at > whole.first - _OWNER and scan.tokens[at].kind is TokenKind.WORD:
                at -= 1
        if scan.norm(at) != "of" or whole.unit is not None or whole.form not in (Form.DIGITS, Form.WORDS):
            continue
        first = next((at - len(words) for words in _openings() if _stand(scan, at, words)), -1)
        if first < 0 or whole.low is None or whole.low != whole.high or whole.low < 2:
            continue
        span = scan.span(first, at)
        if not any(mention.span.overlaps(span) for mention in scan.mentions):
            scan.left[:] = [left for left in scan.left if not left.span.overlaps(span)]
            _take(scan, first, at, whole.low)


def _not_single(scan: Scan, at: int) -> None:
    """Take "not a single case was recorded", "won not a single seat": none of what is counted."""
    if scan.norm(at - 1) != "a" or scan.norm(at - 2) != "not" or not scan.free(at - 2, at + 1):
        return
    noun = at + 1
    if noun >= len(scan.tokens) or scan.tokens[noun].kind is not TokenKind.WORD:
        return
    if scan.norm(noun) in _words("not_counted") | _words("ends") or scan.norm(noun) in ("one", "word", "penny"):
        return
    opens = at == _OPENING or scan.norm(at - 3) in (",", ";", ":", "that", "and", "but")
    if opens or _befalls(scan, noun + 1) or scan.norm(at - 3) in _words("having"):
        _take(scan, at - 2, at + 1)


def _not_one(scan: Scan, at: int) -> None:
    """Take "not one school was without heating": none of what is counted, where it opens a clause."""
    if scan.norm(at - 1) != "not" or any(mention.first <= at < mention.last for mention in scan.mentions):
        return
    noun = scan.tokens[at + 1] if at + 1 < len(scan.tokens) else None
    if noun is None or noun.kind is not TokenKind.WORD or noun.norm in _words("not_counted") | _words("ends"):
        return
    if noun.norm in _words("not_one") or (at > 1 and scan.norm(at - 2) not in (",", ";", ":", "that", "and", "but")):
        return
    span = scan.span(at - 1, at + 1)
    scan.left[:] = [left for left in scan.left if not left.span.overlaps(span)]
    _take(scan, at - 1, at + 1)


@cache
def _openings() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split()) for row in load_table("zero")["of"])


def _stand(scan: Scan, at: int, words: tuple[str, ...]) -> bool:
    """Whether the words stand right before token ``at``."""
    return all(scan.norm(at - len(words) + i) == word for i, word in enumerate(words))


def _take(scan: Scan, first: int, last: int, whole: Decimal | None = None) -> None:
    zero = Quantity(Decimal(0), Decimal(0), precision=Decimal(1), out_of=whole)
    scan.take(Kind.COUNT, first, last, quantity=zero, confidence=0.9, notes=("zero in words",))


def _befalls(scan: Scan, at: int) -> bool:
    """Whether a verb of befalling follows: "was injured", "have been reported killed", "on the ward has died"."""
    if scan.norm(at) in _words("where"):
        at = _past_place(scan, at)
    window = {scan.norm(i) for i in range(at, at + 4)}
    if window & _words("passive") and window & _words("befalling"):
        return True
    return scan.norm(at) in _words("dying") or (scan.norm(at) in _words("perfect") and bool(window & _words("dying")))


def _past_place(scan: Scan, at: int) -> int:
    """The verb after "on the ward", "in the fire"; ``at`` itself where no such phrase is followed by one."""
    for here in range(at + 1, min(at + _PLACE, len(scan.tokens))):
        if scan.tokens[here].kind is not TokenKind.WORD:
            return at
        if scan.norm(here) in _words("passive") | _words("perfect") | _words("dying"):
            return here
    return at


def _happened(scan: Scan, at: int) -> bool:
    """Whether "no" stands before what may happen: "with no case of measles", "there was no accident"."""
    noun = at + 2 if scan.norm(at + 1) in _words("kinds") else at + 1
    word = scan.norm(noun)
    if word not in _words("occurrences") or scan.norm(noun + 1) not in _words("goes_on") | {"", ".", ",", ";"}:
        return False
    before, earlier = scan.norm(at - 1), scan.norm(at - 2)
    there = before in _words("passive") and earlier in ("there", "have", "has", "had")
    return before in _words("having") or before in ("with", "without") or there or _befalls(scan, noun + 1)


def _counts(scan: Scan, at: int) -> bool:
    if _happened(scan, at) or (scan.norm(at + 1) in _words("people") and _befalls(scan, at + 2)):
        return True
    noun = at + 1
    while noun < len(scan.tokens) and noun < at + _REACH:
        token = scan.tokens[noun]
        if token.kind is not TokenKind.WORD or token.norm in _words("not_counted") | _words("ends"):
            return False
        if token.norm.endswith("s") and not token.norm.endswith(("ss", "us", "'s")):
            break
        noun += 1
    else:
        return False
    if noun >= len(scan.tokens):
        return False
    before = scan.norm(at - 1)
    return _befalls(scan, noun + 1) or before in _words("having")
