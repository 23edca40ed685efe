"""Numbers that label: section 17(3), pages 3, 4 and 7, Act No. 84/2009, "1." before a list item, (1) … (2)."""

from __future__ import annotations

import re

from claimcheck.extract.noise.words import Found, Words, words_of_noise
from claimcheck.extract.number_words import SCALES
from claimcheck.extract.numerals import PEOPLE
from claimcheck.extract.scales import is_counted_plural
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import suffix_unit
from claimcheck.segment.model import BlockKind

__all__ = [
    "bracketed",
    "copyright_year",
    "counts_nothing",
    "label_number",
    "labels_word",
    "line_of_file",
    "list_number",
    "not_counted",
    "number_of",
    "statistic",
    "status_code",
]

_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_BETWEEN_BOUNDS = frozenset(("interval", "[", "(", ":", "-", "–", "to", ",", "=", "%"))
_FOUR = re.compile(r"\d{4}")
_WHOLE = re.compile(r"\d{1,4}")
_SHARES = frozenset({"per", "percent", "pct", "times"})
_ALONG = frozenset({"on", "along", "of", "via"})
_WHEN = frozenset({"every", "daily", "hourly", "from", "until", "between"})
_LINKS = frozenset({",", "and", "or", "to", "-", "–", "&", "/", "through"})


def label_number(scan: Scan, at: int, words: Words) -> Found:
    """Section 17(3), pages 3, 4 and 7, Act No. 84/2009, § 5, Fig. 2."""
    before = at - 1
    sign = False
    if scan.norm(before) == "." and scan.norm(before - 1) in words.shortened:
        before -= 1
    elif scan.norm(before) == ":" and scan.norm(before - 1) in words.registers:
        return at, at + 1, number_of(scan.norm(before - 1))
    elif scan.norm(before) == ")" and scan.norm(before - 2) == "(" and scan.norm(before - 1) in ("eu", "ec", "eec"):
        before -= 3
        if scan.norm(before) in words.law:
            return at, _label_end(scan, at, words), "a law or document"
        return None
    if scan.norm(before) in words.signs:
        if scan.norm(before) == "numbers" and before > 0 and not scan.norm(before - 1).endswith("s"):
            last = _label_end(scan, at, words)
            if last > at + 1:
                return at, last, number_of(scan.norm(before - 1))  # "flat numbers 12 and 14"
            if not counts_nothing(scan, at, words) or scan.norm(last) in ("", ".", "and"):
                return None  # "the brigade numbers 2,300 soldiers"
        sign = True
        before -= 1
        if scan.norm(before) not in words.law and scan.norm(before) not in words.strict:
            if scan.norm(before) not in words.loose or scan.norm(before + 1) == "number":
                return None
    label = scan.norm(before)
    if label == "week" and scan.norm(at + 1) in ("of", ",", "in") and _FOUR.fullmatch(scan.norm(at + 2)):
        return None  # "week 40 of 2014"
    if label == "day" and _FOUR.fullmatch(scan.norm(at)):
        return None  # "Boxing Day 2016"
    if (label == "." and not sign) or (label.endswith("s") and _in_badge(scan)):
        return None
    if label in words.strict:
        if label in ("p", "pp", "ch", "art", "op", "sec", "type", "mark", "mk") and not sign:
            capital = scan.tokens[before].text[:1].isupper()
            if label in ("type", "mark", "mk", "art") and not capital and before == at - 1:
                return None
        return at, _label_end(scan, at, words), number_of(label)
    if label in words.law and before == at - 1 and _follows_name(scan, before) and _counted_after(scan, at):
        return None  # "in the Orrin Sea case 34 states"
    if sign and label in words.law | words.loose:
        return at, _label_end(scan, at, words), number_of(label)
    capital = scan.tokens[before].text[:1].isupper()
    if label in words.law and capital and (counts_nothing(scan, at, words) or not_counted(scan, at)):
        return at, _label_end(scan, at, words), number_of(label)
    modal = scan.norm(before - 1) in words.modals and not (capital and scan.tokens[before - 1].text.islower())
    if modal or not _WHOLE.fullmatch(scan.tokens[at].norm):
        return None  # "will seat 62,000"
    if label in words.places and scan.norm(at + 1) in words.third_person:
        return at, _label_end(scan, at, words), number_of(label)  # "bus 12 runs every ten minutes"
    if label in words.places and scan.norm(before - 1) in _ALONG and scan.norm(at + 2) in _WHEN:
        return at, _label_end(scan, at, words), number_of(label)  # "buses on route 12 run every ten minutes"
    if label in words.loose and counts_nothing(scan, at, words):
        return at, _label_end(scan, at, words), number_of(label)
    if label in words.nouns and before == at - 1 and scan.tokens[before].text[0].isupper():
        if scan.norm(before - 1) not in words.quantifiers and _plain_after(scan, at):
            return at, _label_end(scan, at, words), number_of(label)
    named = label in words.loose or label in words.capital
    if named and before == at - 1 and scan.tokens[before].text[0].isupper() and not_counted(scan, at):
        return at, _label_end(scan, at, words), number_of(label)
    return None


def _follows_name(scan: Scan, at: int) -> bool:
    """Whether the noun at ``at``, in lower case, has a name before it that is not its sentence's first word."""
    return at > 1 and scan.tokens[at].text.islower() and scan.tokens[at - 1].text[:1].isupper()


def _counted_after(scan: Scan, at: int) -> bool:
    """Whether a plural follows the number, and after it no clause that would make it a verb: "case 34 states that"."""
    noun = scan.norm(at + 1)
    return (noun in PEOPLE or is_counted_plural(noun)) and scan.norm(at + 2) not in ("that", "the", "a", "how", "what")


def _plain_after(scan: Scan, at: int) -> bool:
    """Whether neither unit, scale nor share follows: "Round 4 applications", not "Phase 2 million"."""
    after = scan.norm(at + 1)
    return after.isalpha() and after not in SCALES and suffix_unit(scan, at + 1) is None and after not in _SHARES


def _in_badge(scan: Scan) -> bool:
    """Whether the unit is the label and value of a badge: badge/rules-38 counts rules."""
    return scan.document.text.endswith("badge/", 0, scan.unit.span.start)


def number_of(label: str) -> str:
    """The reason for leaving out the number of a label."""
    if label in ("p", "pp"):
        label = "page"
    elif label.endswith("s") and not label.endswith("ss") and len(label) > 3:
        label = label[:-1]
    return f"the number of {'an' if label[0] in 'aeiou' else 'a'} {label}"


def _label_end(scan: Scan, at: int, words: Words) -> int:
    """The token after a list of labels: 3, 4 and 7; 17(3)(b); 84/2009."""
    tokens = scan.tokens
    last = at + 1
    while last < len(tokens):
        if tokens[last].text == "(" and last + 2 < len(tokens) and tokens[last + 2].text == ")":
            if not tokens[last].glued and len(tokens[last + 1].text) > 2:
                break
            last += 3
        elif tokens[last].glued and tokens[last].kind is TokenKind.WORD and len(tokens[last].text) == 1:
            last += 1
        elif tokens[last].norm in _LINKS and last + 1 < len(tokens) and tokens[last + 1].kind is TokenKind.NUMBER:
            if tokens[last].norm in (",", "and", "or") and not counts_nothing(scan, last + 1, words):
                break
            last += 2
        else:
            break
    return last


def counts_nothing(scan: Scan, at: int, words: Words) -> bool:
    """Whether no counted noun follows the number: a stop, a function word or the end does."""
    tokens = scan.tokens
    if at + 1 >= len(tokens):
        return True
    token = tokens[at + 1]
    if token.kind is TokenKind.WORD:
        return token.norm in words.function or token.text[0].isupper()
    return token.text not in "%‰°$€£¥"


def not_counted(scan: Scan, at: int) -> bool:
    """Whether what follows the number at ``at`` is no plural that it could count, no unit, scale or share."""
    tokens = scan.tokens
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return True
    if after.text in "'’" and scan.norm(at + 2) == "s":
        return True  # "the Lark 200's wing"
    if after.glued and (after.kind is not TokenKind.PUNCT or after.text in "-–/:'’"):
        return False
    if after.kind is not TokenKind.WORD:
        return after.kind is TokenKind.PUNCT
    if after.norm in SCALES or after.norm in _SHARES or suffix_unit(scan, at + 1) is not None:
        return False
    words = words_of_noise()
    for here in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[here]
        if token.kind is not TokenKind.WORD or token.norm in words.function:
            return True
        if token.norm in PEOPLE or (len(token.norm) > 3 and token.norm.endswith("s") and not token.norm.endswith("ss")):
            return token.norm in words.third_person or token.norm.endswith(("'s", "ics"))
    return True


def labels_word(scan: Scan, at: int, words: Words) -> bool:
    """Section two, Part One, chapter three."""
    if at == 0 or scan.norm(at) in ("a", "an", "half"):
        return False
    label = scan.tokens[at - 1]
    if len(label.norm) < 3 or label.norm.endswith("s"):
        return False
    if scan.norm(at - 2) in words.modals:
        return False
    if label.norm in words.places | words.spells and scan.norm(at - 2) in words.prepositions:
        before_figure = scan.tokens[at + 1 : at + 2] != [] and scan.tokens[at + 1].text[0].isdigit()
        if before_figure or not_counted(scan, at):
            return True  # "the swimmers in lane six protested", "on day two 60 gave up"
    if label.norm in words.strict:
        return label.norm not in ("gate", "flight", "type", "mark", "table", "sheet") or counts_nothing(scan, at, words)
    return label.norm in words.loose and label.text[0].isupper() and at > 1 and counts_nothing(scan, at, words)


def list_number(scan: Scan, at: int, words: Words) -> Found:
    """The "3." or "3)" that opens a list item or a heading."""
    tokens = scan.tokens
    if at > 1 or (at == 1 and tokens[0].text not in "([*"):
        return None
    norm = tokens[at].norm
    if len(norm) > 8 or at + 1 >= len(tokens):
        return None
    if norm.isdecimal() and len(norm) <= 3:
        if not (tokens[at + 1].text in ".)]:" and tokens[at + 1].glued):
            if scan.unit.block.kind is not BlockKind.HEADING or scan.unit.cell is not None or len(norm) > 2:
                return None
            follower = tokens[at + 1]
            if follower.glued or follower.kind is not TokenKind.WORD or not follower.text[0].isupper():
                return None
            return 0, at + 1, "the number of a heading"
        if at + 2 < len(tokens) and tokens[at + 2].glued and tokens[at + 1].text != ")":
            return None
        if scan.unit.cell is not None and at + 2 >= len(tokens):
            return None
        return 0, at + 2, "the number of a list item"
    if _HEADING.fullmatch(norm) and scan.unit.block.kind is BlockKind.HEADING:
        if tokens[at + 1].kind is TokenKind.WORD and tokens[at + 1].text[0].isupper() and not tokens[at + 1].glued:
            return 0, at + 1, "the number of a heading"
    return None


def bracketed(scan: Scan, at: int, words: Words) -> Found:
    """(1) … (2) … in one sentence; printf(3), a page of a manual or a call."""
    tokens = scan.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at - 1].text != "(" or tokens[at + 1].text != ")":
        return None
    norm = tokens[at].norm
    if not norm.isdecimal() or len(norm) > 2:
        return None
    if at > 1 and tokens[at - 1].glued and tokens[at - 2].kind is TokenKind.NUMBER:
        return at - 1, at + 2, "the number of a list item"
    if (
        at > 1
        and len(norm) == 1
        and all(tokens[i].glued for i in (at - 1, at, at + 1))
        and tokens[at - 2].text.islower()
    ):
        return at, at + 1, "a manual's section, or what a function is given"
    wanted = {str(int(norm) - 1), str(int(norm) + 1)}
    window = range(max(1, at - 60), min(len(tokens) - 1, at + 60))
    if at == 1 or any(
        tokens[i].norm in wanted and tokens[i - 1].text == "(" and tokens[i + 1].text == ")" for i in window
    ):
        return at - 1, at + 2, "the number of a list item"
    return None


def statistic(scan: Scan, at: int, words: Words) -> Found:
    """P < 0.001; the 95% and the bounds of "95% CI 90.3-97.6"."""
    sign = at - 1
    while scan.norm(sign) in ("=", "<", ">", "≤", "≥"):
        sign -= 1
    if sign < at - 1 and scan.norm(sign) in words.statistics:
        return at, at + 1, "a statistic"
    if scan.norm(at + 1) == "%" and scan.norm(at + 2) in words.intervals:
        last = at + 3
        while last < min(at + 14, len(scan.tokens)) and (
            scan.tokens[last].kind is TokenKind.NUMBER or scan.norm(last) in _BETWEEN_BOUNDS
        ):
            last += 1
        return at, last, "a statistic"
    return None


def status_code(scan: Scan, at: int, words: Words) -> Found:
    """Returns `404`; a 503; HTTP 500."""
    if scan.tokens[at].norm not in words.status_codes or not counts_nothing(scan, at, words):
        return None
    if at + 1 < len(scan.tokens) and scan.tokens[at + 1].glued and scan.norm(at + 1) in ("-", "–", "/", "+", ":"):
        return None
    before = at - 1
    while scan.norm(before) in ("`", "*", "(", '"'):
        before -= 1
    return (at, at + 1, "a status code") if scan.norm(before) in words.status_before else None


def line_of_file(scan: Scan, at: int, words: Words) -> Found:
    """app/models.py:120, utils.c:88-95."""
    tokens = scan.tokens
    if at < 3 or scan.norm(at - 1) != ":" or not (tokens[at].glued and tokens[at - 2].glued):
        return None
    if scan.norm(at - 3) != "." or scan.norm(at - 2) not in words.suffixes:
        return None
    last = at + 1
    while (
        last + 1 < len(tokens)
        and tokens[last].glued
        and tokens[last].text in "-–:,"
        and tokens[last + 1].kind is TokenKind.NUMBER
    ):
        last += 2
    return at, last, number_of("line")


def copyright_year(scan: Scan, at: int, words: Words) -> Found:
    """© 2015-19, Copyright (c) 2015; CC BY-SA 4.0."""
    before = scan.norm(at - 1)
    if before in ("copyright", "©") or (before == ")" and scan.norm(at - 2) == "c" and scan.norm(at - 3) == "("):
        last = at + 1
        while scan.norm(last) in ("-", "–", ",") and last + 1 < len(scan.tokens):
            if scan.tokens[last + 1].kind is not TokenKind.NUMBER:
                break
            last += 2
        return at, last, "a year of copyright"
    if before in ("sa", "by", "nc", "nd") and scan.norm(at - 2) in ("-", "cc"):
        return at, at + 1, "the version of a licence"
    return None
