"""Takes the versions of a unit, one by one, in lists and in ranges."""

from __future__ import annotations

from claimcheck.extract.scan import Mention, Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.units import suffix_unit
from claimcheck.extract.version.number import Number, date_like, escaped_plus, in_path, read_number
from claimcheck.extract.version.owner import REACH, Owner, label_sort, named_by_bound, opens_sentence, owner_of
from claimcheck.extract.version.words import words_of_versions
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find"]

_JOINERS = {",": Modifier.EXACT, "and": Modifier.EXACT, "or": Modifier.EXACT, "/": Modifier.EXACT, "|": Modifier.EXACT}
_RANGE_JOINERS = frozenset(("-", "–", "—", "to", "through", "until"))
_NEAR = 40


def _enough(scan: Scan, number: Number, owner: Owner, bounded: bool) -> float:
    """How sure it is that the number is a version: 0 where it is not."""
    tokens = scan.tokens
    follower = tokens[number.last] if number.last < len(tokens) else None
    word = follower.norm if follower is not None and follower.kind is TokenKind.WORD else ""
    words = words_of_versions()
    if word in words.not_before and not (word == "of" and owner.sort in ("keyword", "product")):
        if not number.tagged:
            return 0.0
    if follower is not None and follower.norm in "%‰" and not escaped_plus(tokens, number.last):
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
        if dotted or number.tagged or (bounded and not opens_sentence(scan, owner)):
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
    if number.parts == 3 and not date_like(number.text):
        near = tokens[max(0, number.first - _NEAR) : number.last + _NEAR]
        return 0.7 if any(token.norm in words.context for token in near) else 0.0
    return 0.0


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
    words, tokens = words_of_versions(), scan.tokens
    version = current.quantity.version if current.quantity is not None else None
    if version is None or "." not in version:
        return
    for at in scan.numbers:
        if not current.last < at < current.last + REACH or scan.taken[at] or scan.norm(at - 1) not in words.former:
            continue
        number = read_number(scan, at)
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
    number = read_number(scan, at)
    if number is None:
        return at + 1
    owner = owner_of(scan, number.first)
    if not owner.sort and (sort := label_sort(scan, number.first)):
        owner = Owner(sort if sort != "ambiguous" else "product", None, owner.start, owner.modifier, True)
        if "." not in number.text and not number.tagged and not owner.modifier and sort != "keyword":
            if number.last < len(scan.tokens) and _trailing(scan, number.last) is None:
                return at + 1
    if not owner.sort and not number.tagged:
        owner = named_by_bound(scan, number.first, number.last, owner)
    if not owner.sort and not number.tagged and number.parts < 3 and not number.text.endswith((".x", ".*")):
        return at + 1
    if number.tagged and in_path(scan, number):
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
    if escaped_plus(tokens, at):
        return "at_least", at + 3
    found = words_of_versions().trailing.match(tokens, at)
    if found is None:
        return None
    if tokens[at].norm == "+" and not tokens[at].glued:
        return None
    return found


def _take(
    scan: Scan, number: Number, owner: Owner, trailing: tuple[str, int] | None, confidence: float, role: str = ""
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


def _series(scan: Scan, at: int, head: Number, owner: Owner, confidence: float) -> int:
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
        number = read_number(scan, at)
        if number is None or (number.parts != head.parts and not modifier and "x" not in number.text):
            return joint
        trailing = _trailing(scan, number.last)
        alone = Owner(owner.sort, owner.tokens, start if modifier else -1, modifier, owner.direct)
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
