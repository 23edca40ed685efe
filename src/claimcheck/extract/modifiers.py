"""Words around a figure that bound it: about, at least, up to, or more, +."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.extract.numerals import Form, Numeral, number_of
from claimcheck.extract.over import bounds_from_above
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import split
from claimcheck.extract.units import UnitWord
from claimcheck.lexicon import load_table
from claimcheck.records import Modifier

__all__ = ["Bound", "after", "before", "changes", "combine", "side_of"]

_HYPHENS = frozenset("-‐‑–")
_JOINS = frozenset({"and", "or"})
_SHAFTS = frozenset({"=", "-"})
_MAX_NESTED = 4
_OVER = ("over",)
_NONE: list[tuple[tuple[str, ...], Bound]] = []


@frozen
class Bound:
    """What a phrase does to a figure: ``modifier`` (None: nothing), and the ``side`` on which the true value lies.

    ``side`` is -1 below the figure as written (nearly), +1 above it (just over), 0 either.
    """

    modifier: Modifier | None
    side: int = 0
    figures: bool = False
    not_after: frozenset[str] = frozenset()


# "Over" that only says during what or across what.
_PLAIN = Bound(Modifier.EXACT)

# The word beside the figure → the word beyond it, or "" for any other → the phrases, and what they do.
_Rows = dict[str, dict[str, list[tuple[tuple[str, ...], Bound]]]]


@cache
def _tables() -> tuple[_Rows, _Rows]:
    """Phrases before the figure by their last word, those after it by their first; the longest first."""
    ahead: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    behind: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for row in load_table("modifiers")["modifier"]:
        bound = _bound(row)
        for phrase in row.get("before", ()):
            pieces = tuple(token.norm for token in split(phrase))
            ahead.setdefault(pieces[-1], []).append((pieces, bound))
        for phrase in row.get("after", ()):
            pieces = tuple(token.norm for token in split(phrase))
            behind.setdefault(pieces[0], []).append((pieces, bound))
    for rows in (*ahead.values(), *behind.values()):
        rows.sort(key=lambda item: -len(item[0]))
    return (
        {word: _by_next(rows, -2) for word, rows in ahead.items()},
        {word: _by_next(rows, 1) for word, rows in behind.items()},
    )


def _by_next(rows: list[tuple[tuple[str, ...], Bound]], place: int) -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    """The phrases that may match beside each word at ``place``, and beside all other words ("")."""
    single = [row for row in rows if len(row[0]) == 1]
    found = {"": single}
    for pieces, _ in rows:
        if len(pieces) > 1 and pieces[place] not in found:
            found[pieces[place]] = [row for row in rows if len(row[0]) == 1 or row[0][place] == pieces[place]]
    return found


def _rows_at(rows: _Rows, word: str, beyond: str) -> list[tuple[tuple[str, ...], Bound]]:
    """The phrases that may stand where ``word`` is beside the figure and ``beyond`` next to it."""
    by_next = rows.get(word)
    if by_next is None:
        return _NONE
    return by_next.get(beyond) or by_next[""]


def _bound(row: dict[str, Any]) -> Bound:
    name = row["modifier"]
    side = {"below": -1, "above": 1}.get(row.get("side", ""), 0)
    modifier = None if name == "none" else Modifier(name)
    return Bound(modifier, side, row.get("figures", False), frozenset(row.get("not_after", ())))


@cache
def _change_words() -> tuple[frozenset[str], ...]:
    section = load_table("modifiers")["change"]
    return tuple(frozenset(section[key]) for key in ("words", "ranges", "takers", "objects"))


def before(
    scan: Scan, at: int, numeral: Numeral | None = None, unit: UnitWord | None = None
) -> tuple[int, list[Bound]]:
    """The bounds that stand right before token ``at``, innermost first, and the first token of the outermost.

    Phrases that bound nothing by themselves (reportedly, only) are passed over, and belong to the expression only
    where one that bounds stands before them.
    """
    rows = _tables()[0]
    bounds: list[Bound] = []
    first = here = at
    for _ in range(_MAX_NESTED):
        found = _before(scan, here, rows, numeral, unit)
        if found is None:
            break
        here, bound = found
        if bound.modifier is not None:
            bounds.append(bound)
            first = here
    return first, bounds


def _before(
    scan: Scan, at: int, rows: _Rows, numeral: Numeral | None, unit: UnitWord | None
) -> tuple[int, Bound] | None:
    if at < 1 or scan.taken[at - 1]:
        return None
    for pieces, bound in _rows_at(rows, _dash(scan.norms[at - 1]), _dash(scan.norm(at - 2))):
        start = at - len(pieces)
        if start < 0 or any(scan.taken[start:at]):
            continue
        if len(pieces) > 1 and any(_dash(scan.norm(start + i)) != piece for i, piece in enumerate(pieces[:-1])):
            continue
        told = bounds_from_above(scan, start, unit) if pieces == _OVER else None
        if told is False:
            return start, _PLAIN
        if told is None and bound.not_after and scan.norm(start - 1) in bound.not_after:
            continue
        if bound.figures and not (numeral is not None and (numeral.scaled or numeral.form is Form.DIGITS)):
            continue
        if pieces[-1] == "-" and not scan.tokens[at].glued:
            continue
        if pieces == (">",) and scan.norm(start - 1) in _SHAFTS and scan.tokens[start].glued:
            continue  # the arrow of "1 => 2"
        return start, bound
    return None


def _dash(norm: str) -> str:
    return "-" if norm in _HYPHENS else norm


def after(scan: Scan, at: int) -> tuple[int, Bound] | None:
    """The bound that begins at token ``at``, after a figure or its unit, and the token after it."""
    tokens = scan.tokens
    if at >= len(tokens) or scan.taken[at]:
        return None
    for pieces, bound in _rows_at(_tables()[1], _dash(tokens[at].norm), _dash(scan.norm(at + 1))):
        last = at + len(pieces)
        if last > len(tokens) or any(scan.taken[at:last]):
            continue
        if any(_dash(scan.norm(at + i)) != piece for i, piece in enumerate(pieces)):
            continue
        if pieces[0] == "-" and not (tokens[at].glued and tokens[at + 1].glued):
            continue
        if pieces[0] in _JOINS and _goes_on(scan.norm(last)):
            continue  # "above 1000 and below 1500", "under 9 and more than 5"
        if pieces == ("+",):
            if not tokens[at].glued or (last < len(tokens) and tokens[last].glued and tokens[last].norm.isalnum()):
                continue
        elif pieces[0] in ("plus", "odd", "minimum", "maximum", "max"):
            # "5 plus 3" adds up; "the 40 minimum wages" are no bound; "40 plus" and "40 max" end a phrase
            if last < len(tokens) and tokens[last].norm.isalnum() and pieces[0] != "odd":
                continue
        return last, bound
    return None


def _goes_on(word: str) -> bool:
    """Whether after "and below" a second figure or comparison begins, which the words belong to."""
    return word[:1].isdigit() or word == "than" or number_of(word) is not None


def combine(bounds: list[Bound]) -> Bound:
    """The one bound that nested ones amount to: a limit beats an approximation, the innermost limit the others."""
    result = Bound(Modifier.EXACT)
    for bound in bounds:
        if bound.modifier is None:
            continue
        if result.modifier in (Modifier.EXACT, Modifier.APPROX) and bound.modifier is not Modifier.EXACT:
            if not (result.modifier is Modifier.APPROX and bound.modifier is Modifier.APPROX):
                result = bound
    return result


_REACH = 14  # tokens between a word of change and the ends of it


def changes(scan: Scan, at: int) -> bool:
    """Whether a word of change among the few before token ``at`` makes "from A to B" two ends of a change."""
    change, ranges, takers, objects = _change_words()
    found = owned = False
    for index in range(at - 1, max(at - _REACH, -1), -1):
        norm = scan.norm(index)
        if norm in ranges:
            return False
        if norm in (".", ";"):
            break
        owned = owned or norm in objects
        found = found or norm in change or (owned and norm in takers)
    return found


def side_of(text: str) -> int:
    """On which side of its figure the true value of an approximate claim lies, from its text.

    -1 for "nearly 500" and "just under 500", +1 for "just over 500", 0 where the words allow both.
    """
    tokens = [_dash(token.norm) for token in split(text)]
    for end in range(1, len(tokens)):
        for pieces, bound in _rows_at(_tables()[0], tokens[end - 1], tokens[end - 2] if end > 1 else ""):
            if bound.side and tuple(tokens[max(0, end - len(pieces)) : end]) == pieces:
                return bound.side
    return 0
