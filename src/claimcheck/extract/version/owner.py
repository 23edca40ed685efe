"""What a version is of: the product or keyword before it, and the bound between them."""

from __future__ import annotations

from functools import cache

import regex
from attrs import frozen

from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.extract.version.words import words_of_versions
from claimcheck.lexicon import load_table

__all__ = ["REACH", "Owner", "label_sort", "named_by_bound", "opens_sentence", "owner_of"]

# Marks that may stand between a product's name and its version; a dash only where it is glued to both.
_BETWEEN = frozenset("\"'`([{:,=@“”‘’|*_")
REACH = 7


@frozen
class Owner:
    """What stands before a version: its product or keyword, and the bound between."""

    sort: str = ""
    tokens: tuple[int, int] | None = None
    start: int = -1
    modifier: str = ""
    direct: bool = True


def owner_of(scan: Scan, first: int) -> Owner:
    """Walk back from the number over marks, bounds and small words to the product or keyword."""
    words, tokens = words_of_versions(), scan.tokens
    at, start, modifier, direct = first, -1, "", True
    keyword: tuple[str, tuple[int, int]] | None = None
    low = max(0, first - REACH)
    while at > low:
        if (named := words.names.match(tokens, at)) is not None and _cased(scan, named[1], at, named[0]):
            sort, begin = named
            if sort in ("product", "ambiguous", "standard"):
                if sort == "ambiguous" and keyword is not None and keyword[0] == "keyword":
                    sort = "product"  # "the Ruby version is"
                return _lead(scan, Owner(sort, (begin, at), start, modifier, direct))
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
        return _lead(scan, Owner(keyword[0], None, start, modifier, direct))
    return Owner("", None, start, modifier, direct)


def _lead(scan: Scan, owner: Owner) -> Owner:
    """Add a bound that stands before the product: "at least Python 3.11", "the minimum supported Go version"."""
    if owner.modifier or owner.tokens is None:
        return owner
    words, at = words_of_versions(), owner.tokens[0]
    bound = words.before.match(scan.tokens, at)
    for _ in range(2):
        if bound is not None or scan.norm(at - 1) not in words.fillers:
            break
        at -= 1
        bound = words.before.match(scan.tokens, at)
    if bound is None or bound[0] in ("less_than", "more_than", "exact"):
        return owner
    return Owner(owner.sort, owner.tokens, bound[1], bound[0], owner.direct)


def _cased(scan: Scan, first: int, last: int, sort: str) -> bool:
    """Whether a name that is also an everyday word is written as a name here."""
    text = scan.tokens[first].text
    if sort != "ambiguous":
        # "." + "net": the dot must belong to the name
        return not (text == "." and not scan.tokens[first + 1].glued)
    return text[:1].isupper() and not (
        first > 0 and scan.tokens[first].glued and scan.tokens[first - 1].norm in "-/.°º˚"
    )


@cache
def _columns() -> frozenset[str]:
    return frozenset(load_table("versions")["columns"])


def label_sort(scan: Scan, first: int) -> str:
    """In a table's cell: whether a label names a product or says "version"."""
    cell = scan.unit.cell
    if cell is None or first > 2:
        return ""
    names = words_of_versions().names
    # Under "Files" or "Duration (s)" the row of a product holds what was measured of it, not its version.
    column = [word.strip("()[]:*_`") for word in cell.column_label.lower().split()]
    told = not column or any(word in _columns() for word in column)
    for label in (cell.column_label, cell.row_label) if told else (cell.column_label,):
        sorts = names.sorts_in(label)
        for sort in ("keyword", "product", "ambiguous"):
            if sort in sorts:
                return sort
    return ""


def named_by_bound(scan: Scan, first: int, last: int, owner: Owner) -> Owner:
    """The word before a number as a product, where the bound is one of versions alone: "Quillserver 4.1 or later".

    A badge's address has the sign itself, escaped: "zephyr-%E2%89%A53.7".
    """
    words, tokens = words_of_versions(), scan.tokens
    at = first - 1
    escaped = at >= 0 and _AT_LEAST.search(scan.document.text, tokens[at].start, tokens[first].start) is not None
    if not escaped and words.newer.match(tokens, last) is None:
        return owner
    if escaped and tokens[at].norm == "-":
        at -= 1
    if at < 0 or tokens[at].kind is not TokenKind.WORD or tokens[at].norm in _months():
        return owner
    if not escaped and (
        tokens[at].text.islower() or "." not in scan.document.text[tokens[first].start : tokens[last - 1].end]
    ):
        return owner  # "rated 4.5 or later revised", "Rule 5 or later"
    return Owner("product", (at, at + 1), -1, "at_least" if escaped else "", True)


_AT_LEAST = regex.compile(r"(?:%E2%89%A5|%3E(?:%3D|=)|>=|≥)$", regex.IGNORECASE)


@cache
def _months() -> frozenset[str]:
    calendar = load_table("calendar")
    return frozenset(name for names in calendar["months"].values() for name in names)


def opens_sentence(scan: Scan, owner: Owner) -> bool:
    """Whether an everyday word owes its capital to the start of the sentence: "Requests above 8", "Make 3"."""
    if owner.tokens is None or owner.tokens[0] == 0:
        return scan.unit.cell is None and not any(scan.norm(at) in "<>=≥≤^~+" for at in range(1, 5) if scan.norm(at))
    before = scan.tokens[owner.tokens[0] - 1]
    return before.norm in ".:;!?"
