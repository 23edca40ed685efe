"""Versions of software and standards: "Python >= 3.11", "Go 1.24", "v2.4 or later", "version 4.2.0", "4.x".

A version is no number: 3.9 is older than 3.11. Its text goes into ``Quantity.version`` as written, without a leading
"v"; a bound ("or later", ">=", "+") into the modifier. Ranges yield a version for each end. ``Mention.base`` holds the
tokens of the product where one is named ("Python"), else it is None.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import regex
from attrs import frozen

from claimcheck.extract.phrases import Phrases
from claimcheck.extract.scan import Mention, Scan
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.extract.units import suffix_unit
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find"]

_PLAIN = regex.compile(r"\d{1,5}(?:\.\d{1,8}){0,4}")
_PRERELEASE = regex.compile(r"(?:a|b|c|rc|alpha|beta|dev|post|preview|snapshot|final|lts|m|p|r|sp|u)\d*")
_PART = regex.compile(r"\d{1,8}")
# Marks that may stand between a product's name and its version; a dash only where it is glued to both.
_BETWEEN = frozenset("\"'`([{:,=@“”‘’|*_")
_JOINERS = {",": Modifier.EXACT, "and": Modifier.EXACT, "or": Modifier.EXACT, "/": Modifier.EXACT, "|": Modifier.EXACT}
_RANGE_JOINERS = frozenset(("-", "–", "—", "to", "through", "until"))
_REACH = 7
_NEAR = 40


@frozen
class _Words:
    names: Phrases
    fillers: frozenset[str]
    after: frozenset[str]
    not_before: frozenset[str]
    context: frozenset[str]
    before: Phrases
    trailing: Phrases
    former: frozenset[str]
    former_after: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_table("versions")
    names = Phrases(backward=True)
    for sort, key in (
        ("dotted", "dotted_keywords"),
        ("standard", "dotted_products"),
        ("ambiguous", "ambiguous"),
        ("keyword", "keywords"),
        ("product", "products"),
    ):
        names.add_all(data[key], sort)
    before, trailing = Phrases(backward=True), Phrases()
    for modifier, phrases in data["before"].items():
        before.add_all(phrases, modifier)
    for modifier, phrases in data["trailing"].items():
        trailing.add_all(phrases, modifier)
    return _Words(
        names,
        frozenset(data["fillers"]),
        frozenset(data["after"]),
        frozenset(data["not_before"]),
        frozenset(data["context"]),
        before,
        trailing,
        frozenset(data["former"]["before"]),
        frozenset(data["former"]["after"]),
    )


@frozen
class _Number:
    """A version number as tokens: ``first`` includes a leading "v"."""

    first: int
    last: int
    text: str
    tagged: bool

    @property
    def parts(self) -> int:
        return self.text.count(".") + 1


def _read(scan: Scan, at: int) -> _Number | None:
    """The version number whose first digits are token ``at``."""
    tokens = scan.tokens
    text = tokens[at].norm
    if _PLAIN.fullmatch(text) is None:
        return None
    first, last = at, at + 1
    tagged = at > 0 and tokens[at].glued and tokens[at - 1].norm == "v"
    if tagged:
        first = at - 1
    size = len(tokens)
    while last + 1 < size and tokens[last].norm == "." and tokens[last].glued and tokens[last + 1].glued:
        following = tokens[last + 1]
        if following.norm in ("x", "*") or _PART.fullmatch(following.norm):
            text += "." + following.norm
            last += 2
        else:
            break
    if last < size and tokens[last].glued:
        if tokens[last].norm == "-" and last + 1 < size and tokens[last + 1].glued:
            if _PRERELEASE.fullmatch(tokens[last + 1].norm) and tokens[last + 1].norm not in ("m", "a", "b", "c"):
                text += "-" + tokens[last + 1].norm
                last += 2
        elif tokens[last].kind is TokenKind.WORD:
            if _PRERELEASE.fullmatch(tokens[last].norm) and ("." in text or tagged) and tokens[last].norm != "m":
                text += tokens[last].norm
                last += 1
            else:
                return None
    return _Number(first, last, text, tagged)


@frozen
class _Owner:
    """What stands before a version: its product or keyword, and the bound between."""

    sort: str = ""
    tokens: tuple[int, int] | None = None
    start: int = -1
    modifier: str = ""
    direct: bool = True


def _owner(scan: Scan, first: int) -> _Owner:
    """Walk back from the number over marks, bounds and small words to the product or keyword."""
    words, tokens = _words(), scan.tokens
    at, start, modifier, direct = first, -1, "", True
    keyword: tuple[str, tuple[int, int]] | None = None
    low = max(0, first - _REACH)
    while at > low:
        if (named := words.names.match(tokens, at)) is not None and _cased(scan, named[1], at, named[0]):
            sort, begin = named
            if sort in ("product", "ambiguous", "standard"):
                if sort == "ambiguous" and keyword is not None and keyword[0] == "keyword":
                    sort = "product"  # "the Ruby version is"
                return _lead(scan, _Owner(sort, (begin, at), start, modifier, direct))
            keyword = keyword or (sort, (begin, at))
        if not modifier and (bound := words.before.match(tokens, at)) is not None:
            modifier, at = bound
            start = at
            continue
        token = tokens[at - 1]
        if token.norm in words.fillers:
            if token.norm not in ("version", "versions"):
                direct = False
        elif token.norm in ("-", "–"):
            if not (token.glued and tokens[at].glued):
                break
        elif token.norm not in _BETWEEN:
            break
        at -= 1
    if keyword is not None:
        return _lead(scan, _Owner(keyword[0], None, start, modifier, direct))
    return _Owner("", None, start, modifier, direct)


def _lead(scan: Scan, owner: _Owner) -> _Owner:
    """Add a bound that stands before the product: "at least Python 3.11", "the minimum supported Go version"."""
    if owner.modifier or owner.tokens is None:
        return owner
    words, at = _words(), owner.tokens[0]
    bound = words.before.match(scan.tokens, at)
    for _ in range(2):
        if bound is not None or scan.norm(at - 1) not in words.fillers:
            break
        at -= 1
        bound = words.before.match(scan.tokens, at)
    if bound is None or bound[0] in ("less_than", "more_than", "exact"):
        return owner
    return _Owner(owner.sort, owner.tokens, bound[1], bound[0], owner.direct)


def _cased(scan: Scan, first: int, last: int, sort: str) -> bool:
    """Whether a name that is also an everyday word is written as a name here."""
    text = scan.tokens[first].text
    if sort != "ambiguous":
        # "." + "net": the dot must belong to the name
        return not (text == "." and not scan.tokens[first + 1].glued)
    return text[:1].isupper() and not (first > 0 and scan.tokens[first].glued and scan.tokens[first - 1].norm in "-/.")


def _label_sort(scan: Scan, first: int) -> str:
    """In a table's cell: whether a label names a product or says "version"."""
    cell = scan.unit.cell
    if cell is None or first > 2:
        return ""
    names = _words().names
    for label in (cell.column_label, cell.row_label):
        sorts = names.sorts_in(label)
        for sort in ("keyword", "product", "ambiguous"):
            if sort in sorts:
                return sort
    return ""


def _enough(scan: Scan, number: _Number, owner: _Owner, bounded: bool) -> float:
    """How sure it is that the number is a version: 0 where it is not."""
    tokens = scan.tokens
    follower = tokens[number.last] if number.last < len(tokens) else None
    word = follower.norm if follower is not None and follower.kind is TokenKind.WORD else ""
    words = _words()
    if word in words.not_before and not (word == "of" and owner.sort in ("keyword", "product")):
        if not number.tagged:
            return 0.0
    if follower is not None and follower.norm in "%‰" and not _escaped_plus(tokens, number.last):
        return 0.0
    dotted = "." in number.text
    if word and len(word) > 1 and not (number.tagged or (dotted and word in words.fillers)):
        unit = suffix_unit(scan, number.last)
        if unit is not None and word not in words.fillers:
            return 0.0  # "Requests above 8 MB"
    if owner.sort in ("product", "keyword"):
        if dotted or bounded or number.tagged:
            return 1.0
        if not owner.direct or len(number.text) > 3:
            return 0.0  # "Python was 25", "Ubuntu 2019"
        if word and follower is not None and not follower.glued and word not in words.after and owner.sort == "product":
            return 0.8 if not word.endswith("s") else 0.0
        return 1.0
    if owner.sort == "ambiguous":
        if not owner.direct and not number.tagged:
            return 0.0
        if dotted or number.tagged or (bounded and not _opens_sentence(scan, owner)):
            return 1.0
        if len(number.text) < 4 and (not word or word in words.after):
            return 0.8
        return 0.0
    if owner.sort == "standard" and dotted:
        return 1.0
    if owner.sort == "dotted" and (dotted or number.tagged):
        return 1.0 if number.tagged or number.parts > 2 else 0.8
    if number.tagged:
        return 0.7 if dotted else (0.8 if bounded else 0.0)
    if number.text.endswith((".x", ".*")):
        return 0.8
    if number.parts == 3 and not _date_like(number.text):
        near = tokens[max(0, number.first - _NEAR) : number.last + _NEAR]
        return 0.7 if any(token.norm in words.context for token in near) else 0.0
    return 0.0


def _opens_sentence(scan: Scan, owner: _Owner) -> bool:
    """Whether an everyday word owes its capital to the start of the sentence: "Requests above 8", "Make 3"."""
    if owner.tokens is None or owner.tokens[0] == 0:
        return scan.unit.cell is None and not any(scan.norm(at) in "<>=≥≤^~+" for at in range(1, 5) if scan.norm(at))
    before = scan.tokens[owner.tokens[0] - 1]
    return before.norm in ".:;!?"


def _date_like(text: str) -> bool:
    day, month, year = (int(part) if part.isdigit() else 0 for part in text.split(".")[:3])
    return 1 <= day <= 31 and 1 <= month <= 12 and (year >= 1000 or (year >= 10 and len(text.split(".")[0]) == 2))


def _escaped_plus(tokens: list[Token], at: int) -> bool:
    """Whether "%2B", a plus sign in a badge's address, stands at ``at``."""
    return (
        at + 2 < len(tokens)
        and tokens[at].norm == "%"
        and tokens[at + 1].norm == "2"
        and tokens[at + 2].norm == "b"
        and tokens[at].glued
    )


def _in_path(scan: Scan, number: _Number) -> bool:
    """Whether the number is a part of a path or of a longer name: "routes/v1/", "checkout@v4", "x_v2.1.json"."""
    tokens = scan.tokens
    before = tokens[number.first - 1] if number.first and tokens[number.first].glued else None
    after = tokens[number.last] if number.last < len(tokens) and tokens[number.last].glued else None
    if before is not None and before.norm in ("/", "@", "_", "&"):
        return True
    if after is None or number.last + 1 >= len(tokens) or not tokens[number.last + 1].glued:
        return False
    return (
        after.norm in ("_", "@")
        or (after.norm == "/" and number.tagged)
        or (after.norm == "." and tokens[number.last + 1].kind is TokenKind.WORD)
    )


def find(scan: Scan) -> None:
    """Take all versions of a unit."""
    done, before = 0, len(scan.mentions)
    for at in scan.numbers:
        if at >= done and not scan.taken[at] and scan.tokens[at].norm[0] in "0123456789":
            done = _try(scan, at)
    for mention in scan.mentions[before:]:
        _former(scan, mention)


def _former(scan: Scan, current: Mention) -> None:
    """Leave out the version that was valid before: "is 3.12; it was 3.10", "3.12 (up from 3.10)"."""
    words, tokens = _words(), scan.tokens
    version = current.quantity.version if current.quantity is not None else None
    if version is None or "." not in version:
        return
    for at in scan.numbers:
        if not current.last < at < current.last + _REACH or scan.taken[at] or scan.norm(at - 1) not in words.former:
            continue
        number = _read(scan, at)
        if number is None or number.text.count(".") != version.count("."):
            continue
        if (
            number.last >= len(tokens)
            or tokens[number.last].kind is TokenKind.PUNCT
            or (scan.norm(number.last) in words.former_after)
        ):
            scan.leave(number.first, number.last, "a version of the past")


def _try(scan: Scan, at: int) -> int:
    """Take the version at a number, and those that follow it in a list or range; the token after them."""
    number = _read(scan, at)
    if number is None:
        return at + 1
    owner = _owner(scan, number.first)
    if not owner.sort and (sort := _label_sort(scan, number.first)):
        owner = _Owner(sort if sort != "ambiguous" else "product", None, owner.start, owner.modifier, True)
        if "." not in number.text and not number.tagged and not owner.modifier and sort != "keyword":
            if number.last < len(scan.tokens) and _trailing(scan, number.last) is None:
                return at + 1
    if not owner.sort and not number.tagged and number.parts < 3 and not number.text.endswith((".x", ".*")):
        return at + 1
    if number.tagged and _in_path(scan, number):
        scan.leave(number.first, number.last, "a version in a name or path")
        return number.last
    trailing = _trailing(scan, number.last)
    confidence = _enough(scan, number, owner, bool(owner.modifier) or trailing is not None)
    if not confidence:
        if number.tagged:
            scan.leave(number.first, number.last, "a version in a name or path")
            return number.last
        return at + 1
    last = _take(scan, number, owner, trailing, confidence)
    return _series(scan, last, number, owner, confidence)


def _trailing(scan: Scan, at: int) -> tuple[str, int] | None:
    """The bound that begins at ``at`` ("+", "or later") and the token after it."""
    tokens = scan.tokens
    if _escaped_plus(tokens, at):
        return "at_least", at + 3
    found = _words().trailing.match(tokens, at)
    if found is None:
        return None
    if tokens[at].norm == "+" and not tokens[at].glued:
        return None
    return found


def _take(
    scan: Scan, number: _Number, owner: _Owner, trailing: tuple[str, int] | None, confidence: float, role: str = ""
) -> int:
    modifier = Modifier(role or (trailing[0] if trailing else "") or owner.modifier or "exact")
    first = number.first
    if 0 <= owner.start < first and not role and (owner.tokens is None or owner.start >= owner.tokens[1]):
        if scan.free(owner.start, first):
            first = owner.start
    last = trailing[1] if trailing else number.last
    if not scan.free(first, last):
        first, last = number.first, number.last
    notes = ("a bare version, which may only name a release",) if confidence < 1.0 else ()
    scan.take(
        Kind.VERSION,
        first,
        last,
        quantity=Quantity(None, None, modifier=modifier, version=number.text),
        core=number.first,
        base=owner.tokens,
        confidence=confidence,
        notes=notes,
    )
    return last


def _series(scan: Scan, at: int, head: _Number, owner: _Owner, confidence: float) -> int:
    """The further versions of a list ("3.11, 3.12 and 3.13") or the far end of a range ("3.8 - 3.12")."""
    tokens, size = scan.tokens, len(scan.tokens)
    while at + 1 < size:
        joint = at
        ranged = tokens[at].norm in _RANGE_JOINERS
        if not ranged and tokens[at].norm not in _JOINERS:
            break
        at += 1
        if not ranged and tokens[at].norm in ("and", "or") and at + 1 < size:
            at += 1
        while at + 1 < size and tokens[at].norm in "\"'`*(":
            at += 1
        start, modifier = at, ""
        for width in (2, 1):
            sign = "".join(token.norm for token in tokens[at : at + width])
            if sign in (">=", "<=", "==", "<", ">", "≤", "≥", "!="):
                modifier = {">=": "at_least", "≥": "at_least", "<=": "at_most", "≤": "at_most", "<": "less_than"}.get(
                    sign, "more_than" if sign == ">" else "exact"
                )
                at += width
                break
        if at + 1 < size and tokens[at].norm == "v" and tokens[at + 1].glued:
            at += 1
        if at >= size or tokens[at].kind is not TokenKind.NUMBER or scan.taken[at]:
            return joint
        number = _read(scan, at)
        if number is None or (number.parts != head.parts and not modifier and "x" not in number.text):
            return joint
        trailing = _trailing(scan, number.last)
        alone = _Owner(owner.sort, owner.tokens, start if modifier else -1, modifier, owner.direct)
        if not _enough(scan, number, alone, bool(modifier) or trailing is not None):
            return joint
        if ranged:
            _widen(scan)
        at = _take(scan, number, alone, trailing, confidence, "at_most" if ranged and not trailing else "")
    return at


def _widen(scan: Scan) -> None:
    """Make the version taken last the low end of a range."""
    from attrs import evolve

    mention = scan.mentions[-1]
    if mention.quantity is not None and mention.quantity.modifier is Modifier.EXACT:
        scan.mentions[-1] = evolve(mention, quantity=evolve(mention.quantity, modifier=Modifier.AT_LEAST))
