"""Numbers that only identify, as the value of a named thing: "port 7400", ":9090", "7401/tcp", "exit code 2".

``Quantity.version`` holds the number as text: it is compared for equality, never as an amount. ``Mention.base`` holds
the tokens of the name ("port") where there is one.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import regex
from attrs import frozen

from claimcheck.extract import modifiers
from claimcheck.extract.phrases import Phrases
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find"]

# Port numbers have 16 bits (RFC 9293, RFC 768).
_PORTS = (1, 65_535)
_VALUE = regex.compile(r"0|[1-9]\d{0,9}")
_MARKS = frozenset("\"'`([{:=,*_“”‘’#|")
_LISTS = frozenset((",", "and", "or", "/", "&"))
_RANGES = frozenset(("-", "–", "to"))
_REACH = 6
_OWNER = 8  # words between whose the name is and the copula


@frozen
class _Name:
    low: int
    high: int
    sort: str


@frozen
class _Words:
    names: Phrases
    rules: dict[str, _Name]
    between: frozenset[str]
    protocols: frozenset[str]
    hosts: Phrases
    options: frozenset[str]
    not_after: frozenset[str]
    copulas: frozenset[str]
    owners: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_table("identifiers")
    names, rules = Phrases(backward=True), {}
    for row in data["name"]:
        names.add_all(row["words"], row["sort"])
        rules[row["sort"]] = _Name(row["low"], row["high"], row["sort"])
    hosts = Phrases(backward=True)
    hosts.add_all(data["hosts"], "host")
    return _Words(
        names,
        rules,
        frozenset(data["between"]),
        frozenset(data["protocols"]),
        hosts,
        frozenset(data["options"]),
        frozenset(data["not_after"]),
        frozenset(data["copulas"]),
        frozenset(data["owners"]),
    )


def find(scan: Scan) -> None:
    """Take all identifiers of a unit."""
    done = 0
    for at in scan.numbers:
        if at >= done and not scan.taken[at] and _VALUE.fullmatch(scan.tokens[at].norm):
            done = _try(scan, at)


def _within(scan: Scan, at: int, bounds: tuple[int, int]) -> bool:
    text = scan.tokens[at].norm
    return _VALUE.fullmatch(text) is not None and bounds[0] <= int(text) <= bounds[1]


def _ends(scan: Scan, at: int) -> bool:
    """Whether the number at ``at`` stands for itself: no decimals, unit, sign of percent or counted noun follows."""
    tokens = scan.tokens
    if at + 1 >= len(tokens):
        return True
    following = tokens[at + 1]
    if following.glued:
        if following.kind is TokenKind.WORD or following.norm in ("%", "-", "–"):
            return following.norm in ("-", "–") and scan.norm(at + 2).isdigit()
        if following.norm in (".", ",") and at + 2 < len(tokens) and tokens[at + 2].glued:
            return tokens[at + 2].kind is not TokenKind.NUMBER
        return True
    return following.norm not in _words().not_after and following.norm not in "%‰"


def _protocol(scan: Scan, at: int) -> int:
    """The token after "/tcp", if that follows the number at ``at``; else 0."""
    tokens = scan.tokens
    if scan.norm(at + 1) == "/" and tokens[at + 1].glued and scan.norm(at + 2) in _words().protocols:
        return at + 3
    return 0


def _try(scan: Scan, at: int) -> int:
    """Take the identifier at a number and those listed after it; the token to go on from."""
    tokens = scan.tokens
    if (last := _protocol(scan, at)) and _within(scan, at, _PORTS):
        return _take(scan, at, at, last, "port", None)
    before = scan.norm(at - 1)
    if before == ":" and tokens[at].glued and _within(scan, at, _PORTS):
        if (host := _address(scan, at)) is not None:
            return _take(scan, host, at, at + 1, "port", None)
    named = _named(scan, at)
    if named is None:
        return at + 1
    sort, name = named
    rule = _words().rules[sort]
    bounds = (rule.low, rule.high)
    if not _within(scan, at, bounds) or not _ends(scan, at):
        return at + 1
    if scan.norm(at - 1) == "from" and scan.norm(at + 1) == "to" and modifiers.changes(scan, at):
        if at + 2 < len(tokens) and _VALUE.fullmatch(tokens[at + 2].norm) and _within(scan, at + 2, bounds):
            scan.leave(at, at + 1, f"the number of a {sort} of the past")
            return _take(scan, at + 2, at + 2, at + 3, sort, name)
    last = _take(scan, at, at, at + 1, sort, name)
    return _more(scan, last, sort, name, bounds)


def _address(scan: Scan, at: int) -> int | None:
    """The first token of ":9090" where the colon begins an address without a host or follows one; else None."""
    tokens, colon = scan.tokens, at - 1
    if not _ends(scan, at) and not (scan.norm(at + 1) in ("/", ":") and tokens[at + 1].glued):
        return None
    if at + 1 < len(tokens) and tokens[at + 1].glued and tokens[at + 1].norm == ":" and scan.norm(at + 2).isdigit():
        return None  # a time of day, or an address in hexadecimal
    if colon == 0 or tokens[colon - 1].norm in "\"'`([{=“‘|":
        return colon if len(tokens[at].norm) >= 2 else None
    if not tokens[colon].glued:
        wide = len(tokens[at].norm) >= 4 or tokens[colon - 1].norm in _words().options
        return colon if wide else None
    host = _words().hosts.match(tokens, colon)
    if host is not None:
        return at
    # service.example:8443, 10.0.0.5:8443
    if len(tokens[at].norm) >= 4 and colon >= 3 and tokens[colon - 1].glued and tokens[colon - 2].norm in ".-":
        return at
    return None


def _named(scan: Scan, at: int) -> tuple[str, tuple[int, int]] | None:
    """The name whose value the number is, looking back over marks and small words; its sort and tokens."""
    words, tokens = _words(), scan.tokens
    here, low, spaced = at, max(0, at - _REACH), 0
    while here > low:
        if (found := words.names.match(tokens, here)) is not None:
            sort, first = found
            if (spaced and sort in ("status", "id")) or (here == at - 1 and tokens[here].norm == ","):
                return None  # "of 40 ships in the port, 12 sank"
            return sort, (first, here)
        token = tokens[here - 1]
        if token.kind is TokenKind.WORD and token.norm in words.options and here >= 3:
            if tokens[here - 2].norm == "-" and here < at and tokens[here].norm in ("=", ":"):
                return "port", (here - 1, here)
        if token.norm in words.between:
            spaced += 1
        elif token.norm not in _MARKS:
            break
        here -= 1
    if here == at and scan.norm(at - 1) == "p" and scan.norm(at - 2) == "-" and scan.norm(at + 1) == ":":
        return "port", (at - 1, at)
    return _owned(scan, at) or _label(scan, at)


def _owned(scan: Scan, at: int) -> tuple[str, tuple[int, int]] | None:
    """The name of "the default port of the server is 7400", where it is told whose it is."""
    words, tokens = _words(), scan.tokens
    if scan.norm(at - 1) not in words.copulas:
        return None
    for of in range(at - 2, max(0, at - 2 - _OWNER), -1):
        token = tokens[of]
        if token.norm in words.owners:
            found = words.names.match(tokens, of)
            return None if found is None or found[0] != "port" else ("port", (found[1], of))
        if token.kind is not TokenKind.WORD and token.norm not in _MARKS:
            return None
    return None


def _label(scan: Scan, at: int) -> tuple[str, tuple[int, int]] | None:
    """In a table's cell that begins with the number: the sort that its labels name."""
    cell = scan.unit.cell
    if cell is None or at > 2 or len(scan.tokens) > 6:
        return None
    names = _words().names
    for label in (cell.column_label, cell.row_label):
        sorts = names.sorts_in(label.replace("_", " "))
        for sort in ("port", "code", "status"):
            if sort in sorts and "ports" not in label.lower().split():
                return sort, (at, at)
    return None


def _more(scan: Scan, at: int, sort: str, name: tuple[int, int], bounds: tuple[int, int]) -> int:
    """Take what is listed after the first value: "ports 7400 and 7401", "7400-7405"."""
    tokens = scan.tokens
    while at + 1 < len(tokens):
        at = _past_remark(scan, at)
        if at + 1 >= len(tokens):
            return at
        ranged = tokens[at].norm in _RANGES
        instead = (tokens[at].norm, scan.norm(at + 1)) in (("instead", "of"), ("rather", "than"), (",", "not"))
        if not ranged and not instead and tokens[at].norm not in _LISTS:
            return at
        value = at + 2 if instead else at + 1
        if tokens[at].norm == "," and scan.norm(value) in ("and", "or"):
            value += 1
        while scan.norm(value) in ("`", '"', "'", "*"):
            value += 1
        if value >= len(tokens) or tokens[value].kind is not TokenKind.NUMBER or scan.taken[value]:
            return at
        if not _within(scan, value, bounds) or not _ends(scan, value):
            return at
        if ranged and int(tokens[value].norm) <= int(tokens[at - 1].norm):
            return at
        width = len(tokens[value].norm)
        if sort == "port" and width < 2:
            return at
        if following := scan.norm(value + 1):
            word = tokens[value + 1].kind is TokenKind.WORD
            if word and not following.startswith(("and", "or", "are", "is", "on", "for", "to", "in")):
                return at  # "on port 80 and 12 workers"
        at = _take(scan, value, value, _protocol(scan, value) or value + 1, sort, name)
    return at


def _past_remark(scan: Scan, at: int) -> int:
    """The token after a short remark in brackets that a list goes on behind: "7400 (API), 7401 (metrics)"."""
    if scan.norm(at) != "(":
        return at
    for end in range(at + 1, min(at + _REACH, len(scan.tokens))):
        if scan.tokens[end].kind is TokenKind.NUMBER:
            return at
        if scan.norm(end) == ")":
            return end + 1 if scan.norm(end + 1) in _LISTS else at
    return at


def _take(scan: Scan, first: int, core: int, last: int, sort: str, name: tuple[int, int] | None) -> int:
    named = name if name is not None and name[0] < name[1] else None
    scan.take(
        Kind.IDENTIFIER,
        first,
        last,
        quantity=Quantity(None, None, modifier=Modifier.EXACT, version=scan.tokens[core].norm),
        core=core,
        base=named,
        notes=(f"the number of a {sort}",),
    )
    return last
