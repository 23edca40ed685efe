"""Numbers inside names: Boeing 737, NATO 2030, the 9th Brigade, the Five Eyes, 10 Downing Street."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.noise.elided import elides
from claimcheck.extract.noise.labels import counts_nothing, not_counted
from claimcheck.extract.noise.words import Found, Words
from claimcheck.extract.numerals import STARTS
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.version.words import words_of_versions
from claimcheck.lexicon import load_table
from claimcheck.segment.model import BlockKind

__all__ = ["address", "is_name", "numbered_body", "product", "series", "year_name"]

_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,3}){0,2}")
_SHORT = re.compile(r"[1-9]\d{0,2}")
_ARTICLES = frozenset({"the", "a", "an", "this", "its", "their", "our", "his", "her", "every", "each", "another"})


def series(scan: Scan, at: int, words: Words) -> Found:
    """Boeing 737, Apollo 11, Type 99; John 3:16."""
    tokens = scan.tokens
    if at == 0 or tokens[at - 1].kind is not TokenKind.WORD:
        return None
    name = tokens[at - 1].text
    if name in words.series and "," not in tokens[at].norm and _no_amount(scan, at):
        if name == "March" and scan.norm(at - 2) != "long":
            return None
        return at - 1, at + 1, "part of a name"
    if name.lower() in words.books and name[0].isupper() and scan.norm(at + 1) == ":":
        return at, min(at + 3, len(tokens)), "chapter and verse"
    return None


def _no_amount(scan: Scan, at: int) -> bool:
    """Whether the number after a name goes on neither as a percentage nor as an amount."""
    after = scan.tokens[at + 1] if at + 1 < len(scan.tokens) else None
    return after is None or (
        after.text not in "%‰" and after.norm not in ("million", "billion", "thousand", "percent", "per", "times")
    )


def year_name(scan: Scan, at: int, words: Words) -> Found:
    """NATO 2030, Agenda 2030, the Europe 2020 strategy, Visual Studio 2015 and newer."""
    tokens = scan.tokens
    norm = tokens[at].norm
    if len(norm) != 4 or norm[:2] not in ("19", "20") or at == 0 or not norm.isdecimal():
        return None
    before = tokens[at - 1]
    if before.kind is not TokenKind.WORD or not before.text[0].isupper() or tokens[at].glued:
        return None
    if before.norm in words.year_before:
        return at, at + 1, "a year in a name"
    after = scan.norm(at + 1)
    if after in words.year_after and before.norm not in words.months and before.norm not in words.function:
        return at, at + 1, "a year in a name"
    if before.norm not in words.months and before.norm not in words.function and _or_newer(scan, at + 1):
        return at, at + 1, "a year in a name"
    if before.text.isupper() and len(before.text) > 2 and norm >= "2030" and before.norm not in words.months:
        return at, at + 1, "a year in a name"
    return None


def _or_newer(scan: Scan, at: int) -> bool:
    """Whether words follow that make a year the name of a release: "and above", "or later"."""
    if scan.norm(at) not in ("and", "or"):
        return False
    found = words_of_versions().trailing.match(scan.tokens, at)
    return found is not None and scan.norm(found[1] - 1) not in _OF_TIME


_OF_TIME = frozenset({"earlier", "later", "onwards", "onward", "before", "previous", "beyond"})


def address(scan: Scan, at: int, words: Words) -> Found:
    """1201 Connecticut Ave NW; Ijserlaan 11; DC 20036."""
    tokens = scan.tokens
    norm = tokens[at].norm
    if not norm.isdecimal() or len(norm) > 6:
        return None
    before = tokens[at - 1] if at else None
    if before is not None and before.kind is TokenKind.WORD:
        if len(norm) == 5 and before.text in words.states:
            return at, at + 1, "a postcode"
        if before.text[0].isupper() and before.norm.endswith(words.street_endings) and len(norm) <= 4:
            return at, at + 1, "a house number"
    here = at + 1
    while here < min(at + 5, len(tokens)) and tokens[here].kind is TokenKind.WORD and tokens[here].text[0].isupper():
        if here > at + 1 and tokens[here].norm in words.street_after:
            return at, at + 1, "a house number"
        here += 1
    if here == at + 1 and scan.norm(here) in words.street_before and len(norm) <= 4:
        return at, at + 1, "a house number"
    if scan.norm(at + 1) == "," and scan.norm(at + 2) in words.street_before and len(norm) <= 4:
        return at, at + 1, "a house number"
    return None


def product(scan: Scan, at: int, words: Words) -> Found:
    """The Kestrel 90, the NordLink 2 cable: a name after an article, or one with a capital inside, and its number."""
    tokens = scan.tokens
    if at == 0 or tokens[at].glued:
        return None
    before = tokens[at - 1]
    if (at == 1 or scan.norm(at - 2) == ":") and _acts(scan, at, words):
        return at, at + 1, "part of a name"
    if elides(tokens, at):
        return None
    uncounted = not_counted(scan, at) or _does(scan, at)
    if not _SHORT.fullmatch(tokens[at].norm) or not (uncounted or _goes_on(scan, at)):
        return None
    if before.kind is not TokenKind.WORD or not before.text[0].isupper() or before.norm in words.not_named:
        return None
    if before.norm in words.months or before.norm in words.function or before.text.isupper():
        return None
    if any(letter.isupper() for letter in before.text[1:]) and counts_nothing(scan, at, words):
        return at, at + 1, "part of a name"
    first = at - 1
    while (
        first > 0
        and at - first < 3
        and tokens[first - 1].kind is TokenKind.WORD
        and tokens[first - 1].text[0].isupper()
    ):
        if tokens[first - 1].norm in _ARTICLES:
            break
        first -= 1
    if scan.norm(first - 1) in _WHOSE and _goes_on(scan, at):
        return at, at + 1, "part of a name"  # "support for Driftbase 4 ends on"
    if not uncounted:
        return None
    if scan.norm(first - 2) in _WHOSE and scan.norm(first - 1).isalpha() and tokens[first - 1].text.islower():
        return at, at + 1, "part of a name"  # "the diameter of asteroid Pell 9 at"
    owner = first - 1
    if scan.norm(owner - 1) in _ARTICLES and scan.norm(owner).isalpha() and scan.norm(owner) not in words.function:
        owner -= 1  # "the old Kestrel 90"
    return (at, at + 1, "part of a name") if scan.norm(owner) in _ARTICLES else None


_WHOSE = frozenset({"for", "with", "of", "to", "from"})
_WHEREUPON = frozenset({"on", "in", "at", "with", "until", "by"})


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether a verb in the third person follows the number, and a preposition that one."""
    norm = scan.norm(at + 1)
    return norm.endswith("s") and norm[:-1] in _verbs() and scan.norm(at + 2) in _WHEREUPON


def _does(scan: Scan, at: int) -> bool:
    """Whether a verb in the third person follows the number, or one noun and then such a verb: "the Breva 500 pump
    moves 35 litres".
    """
    tokens = scan.tokens
    for here in (at + 1, at + 2):
        norm = scan.norm(here)
        if norm.endswith("s") and (norm[:-1] in _verbs() or norm[:-2] in _verbs()):
            if here > at + 1 or norm[:-1] not in load_table("grammar")["nouns_too"]:
                return True
            after = tokens[here + 1] if here + 1 < len(tokens) else None
            return after is not None and (after.kind is TokenKind.NUMBER or after.norm in _ARTICLES)
        if norm.endswith("s") or not norm.isalpha():
            return False
    return False


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_table("grammar")["verbs"])


def _acts(scan: Scan, at: int, words: Words) -> bool:
    """Whether a statement opens with a name, its number and a verb: "Corvid 2.8 needs 4 GB", "Corvid 2.8 reached"."""
    name, verb = scan.tokens[at - 1], scan.norm(at + 1)
    return (
        name.text[:1].isupper()
        and not name.norm.endswith("s")
        and name.norm not in words.function | words.not_named | words.months | _verbs()
        and _DOTTED.fullmatch(scan.norm(at)) is not None
        and (verb in words.third_person or verb in _pasts())
    )


@cache
def _pasts() -> frozenset[str]:
    """Verbs in the past, which no noun is."""
    table = load_table("grammar")
    irregular = {past for past, _ in table["irregular"].values()}
    return frozenset({f"{verb}ed" for verb in table["verbs"]} | {f"{verb}d" for verb in table["verbs"]} | irregular)


def numbered_body(scan: Scan, at: int, words: Words) -> Found:
    """9th Brigade, 101st Airborne Division, 19th Party Congress."""
    tokens = scan.tokens
    if scan.norm(at + 1) not in ("st", "nd", "rd", "th"):
        return None
    for here in range(at + 2, min(at + 5, len(tokens))):
        token = tokens[here]
        if token.kind is not TokenKind.WORD or not token.text[0].isupper():
            return None
        if token.norm in words.numbered and token.text != token.text.upper():
            return at, at + 2, "part of a name"
    return None


def is_name(scan: Scan, at: int) -> bool:
    """Whether a number word stands with a capital inside a sentence, beside another capital: the Five Eyes."""
    tokens = scan.tokens
    text = tokens[at].text
    if not text[0].isupper() or text.isupper() or text in ("A", "An"):
        return False
    if scan.unit.block.kind is BlockKind.HEADING or scan.unit.cell is not None:
        return False
    if _set_apart(scan, at):
        return True
    if at == 0:
        return False
    previous = tokens[at - 1]
    quoted = previous.text in "'\"‘“«" and at > 1 and tokens[at - 2].kind is TokenKind.WORD
    if previous.kind is not TokenKind.WORD and not quoted:
        return False
    here = at + 1
    if here < len(tokens) and tokens[here].text in "-–" and tokens[here].glued:
        here += 2 if here + 1 < len(tokens) and tokens[here + 1].norm in STARTS else 1
    follows = here < len(tokens) and tokens[here].kind is TokenKind.WORD and tokens[here].text[0].isupper()
    precedes = previous.text[0].isupper() and previous.norm not in ("the", "a")
    return follows or (precedes and at > 1)


def _set_apart(scan: Scan, at: int) -> bool:
    """Whether a number word and a capitalised noun stand between commas, or open a sentence that goes on to say what
    they are: "the choir, Four Winds, …", "Seven Sisters, a rock band, …".
    """
    if scan.tokens[at].kind is not TokenKind.WORD or at + 2 >= len(scan.tokens):
        return False
    noun = scan.tokens[at + 1]
    if noun.kind is not TokenKind.WORD or not noun.text[0].isupper() or noun.text.isupper() or scan.norm(at + 2) != ",":
        return False
    if noun.norm.endswith(_OF_A_PEOPLE) or noun.norm.removesuffix("s") in _people():
        return False  # "Three Americans, a Briton and two Syrians"
    return scan.norm(at - 1) == "," if at else scan.norm(at + 3) in ("a", "an", "the")


_OF_A_PEOPLE = ("ans", "ons", "is", "ese", "men")


@cache
def _people() -> frozenset[str]:
    table = load_table("people")
    return frozenset([*table["generic"], *table["specific"], *table["bearers"]])
