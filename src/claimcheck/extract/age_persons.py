"""Ages that a bare number tells of a person: "Aigul Orl, 41, weighs", "who is now ten", "members are over 60"."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.amounts import Amount
from claimcheck.extract.numerals import Form
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.lexicon.wordlist import base_form
from claimcheck.records import Modifier

__all__ = ["after_name", "of_average", "of_people", "of_person"]

_PLAIN = (Form.DIGITS, Form.WORDS)
_LEAST, _MOST = 2, 110
_GROWN = 16
_FAR = 4  # tokens between a person's noun and the word that says whose it is: "my two elder brothers"
_LONGEST_INSERT = 10


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("ages")[key])


@cache
def _persons() -> frozenset[str]:
    people = load_table("people")
    return frozenset((*people["generic"], *people["specific"], *people["bearers"], *load_table("ages")["persons"]))


def _person(norm: str) -> bool:
    """Whether a word is a noun for a person or for persons."""
    if not norm:
        return False
    return norm in _words("people") or norm in _words("kin") or norm in _persons() or base_form(norm) in _persons()


def _single(scan: Scan, amount: Amount) -> bool:
    """Whether an amount can be so many years of a life: one whole bare number that is neither too low nor too high."""
    value = amount.low if amount.low is not None else amount.high
    if value is None or amount.form not in _PLAIN or amount.hyphenated or len(amount.numerals) != 1:
        return False
    whole = amount.low is None or amount.high is None or amount.low == amount.high
    return whole and _LEAST <= value <= _MOST and "." not in scan.tokens[amount.core].text


def after_name(scan: Scan, amount: Amount) -> bool:
    """Whether a number stands between commas after a person's name, and a verb comes next: "Aigul Orl, 41, weighs"."""
    at = amount.core
    if amount.first != at or amount.form is not Form.DIGITS or not _single(scan, amount):
        return False
    if at < 2 or scan.norm(at - 1) != "," or scan.norm(amount.last) != "," or amount.last + 1 >= len(scan.tokens):
        return False
    name = scan.tokens[at - 2]
    if name.kind is TokenKind.WORD and _one_person(scan, at - 2):
        return _verb(scan.norm(amount.last + 1))  # "the suspect, 34, was arrested"
    if name.kind is not TokenKind.WORD or not name.text[:1].isupper() or scan.taken[at - 2]:
        return False
    first = at - 2
    while first > 0 and scan.tokens[first - 1].text[:1].isupper() and scan.tokens[first - 1].kind is TokenKind.WORD:
        first -= 1
    if scan.norm(first) in _words("no_name") | _words("before_places") or scan.norm(first - 1) in _words(
        "before_places"
    ):
        return False
    if scan.norm(first - 1) in (",", "and") and any(first - _FAR <= number < first for number in scan.numbers):
        return False  # "Orl, 12, and Kelm, 7, voted"
    after = scan.tokens[amount.last + 1]
    return not after.text[:1].isupper() and _verb(after.norm)


def _one_person(scan: Scan, at: int) -> bool:
    """Whether a token is the singular noun of one person told of before: "the suspect", "the team's goalkeeper"."""
    norm = scan.norm(at)
    if not scan.tokens[at].text.islower() or not _person(norm) or base_form(norm) != norm:
        return False
    return any(
        scan.norm(k) in ("the", "his", "her", "their") or scan.norm(k).endswith("'s")
        for k in range(max(at - _FAR, 0), at)
    )


def _verb(norm: str) -> bool:
    """Whether a word is a finite verb of the third person or in the past."""
    grammar = load_table("grammar")
    if norm in _words("finite"):
        return True
    base = base_form(norm)
    if base == norm or not (base in grammar["verbs"] or base in grammar["irregular"]):
        return False
    return norm.endswith(("s", "ed")) or norm in grammar["irregular"].get(base, ())


def of_person(scan: Scan, amount: Amount) -> bool:
    """Whether a number is how old somebody is: "who is now ten", "when I was nineteen the sea", "my brother is 44"."""
    if not _single(scan, amount):
        return False
    be = amount.first - 1
    while scan.norm(be) in _words("stills"):
        be -= 1
    if scan.norm(be) not in _words("being"):
        return scan.norm(be) in _words("pronoun_is") and _closes(scan, amount.last)
    holder = scan.norm(be - 1)
    if holder in _words("pronouns"):
        when = scan.norm(be - 2) in _words("when") and amount.modifier is not Modifier.VAGUE
        return _closes(scan, amount.last) or (when and _starts_clause(scan, amount.last))
    grown = (amount.low or 0) >= _GROWN and scan.norm(be - 2) == "the" and _one_person(scan, be - 1)
    if holder not in _words("kin") and not grown and not (_person(holder) and _averaged(scan, be - 1)):
        return False
    return _closes(scan, amount.last)


def _averaged(scan: Scan, at: int) -> bool:
    """Whether a noun for a person is what all such persons are on average: "the average emigrant"."""
    return any(scan.norm(back) in _words("averages") for back in range(at - 1, max(at - _FAR, -1), -1))


def _closes(scan: Scan, at: int) -> bool:
    """Whether nothing that a number could count or be part of stands at a token."""
    if at >= len(scan.tokens):
        return True
    token = scan.tokens[at]
    if token.norm == "in":
        return at + 1 < len(scan.tokens) and bool(scan.taken[at + 1])  # "he was 40 in 2012"
    return (token.kind is TokenKind.PUNCT and token.text not in "-–/:") or token.norm in _words("closes")


def _starts_clause(scan: Scan, at: int) -> bool:
    """Whether a new clause begins with an article or a pronoun."""
    return scan.norm(at) in ("the", "a", "an", "my", "his", "her", "our", "their", "i", "he", "she", "they", "we", "it")


def of_people(scan: Scan, amount: Amount) -> bool:
    """Whether a bound or range is of people's ages: "three in four members are over 60", "girls between 12 and 14"."""
    if amount.form not in _PLAIN or amount.hyphenated or amount.first == amount.core:
        return False
    high = amount.high if amount.high is not None else amount.low
    at = amount.last
    word = scan.tokens[at].norm if at < len(scan.tokens) and scan.tokens[at].kind is TokenKind.WORD else ""
    if high is None or not _LEAST <= high <= _MOST or (word and word not in _words("after_bound")):
        return False
    before = amount.first - 1
    if amount.modifier is Modifier.RANGE:
        return scan.norm(amount.first) == "between" and _person(scan.norm(before)) and _closes(scan, at)
    if scan.norm(amount.first) not in ("over", "under", "above", "below") or scan.norm(before) not in _words("being"):
        return False
    return _person(scan.norm(before - 1)) or (scan.norm(before - 1) == "them" and scan.norm(before - 2) == "of")


def of_average(scan: Scan, amount: Amount) -> bool:
    """Whether a number is the age that its subject names, past what commas insert: "the age, 33 in 2004, is now 40"."""
    if amount.form not in _PLAIN or amount.hyphenated or not _closes(scan, amount.last):
        return False
    at = amount.first - 1
    if scan.norm(at) == ",":
        return scan.norm(at - 1) == "age" and scan.norm(at - 2) in _words("averages")
    while scan.norm(at) in _words("stills"):
        at -= 1
    if scan.norm(at) not in _words("being") or scan.norm(at - 1) != ",":
        return False
    opened = next((k for k in range(at - 2, max(at - _LONGEST_INSERT, 0), -1) if scan.norm(k) == ","), 0)
    return scan.norm(opened - 1) == "age" and scan.norm(opened - 2) in _words("averages")
