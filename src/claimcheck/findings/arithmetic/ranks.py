"""Ranks beyond the end of their list, and tables whose ranks do not follow the values that they are by.

The order of a table is judged only where its caption or heads say by what it is ranked, the ranks are 1, 2, 3 and on,
and all values but one are in that order: a table that is out of order in more places is sorted by something else.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from claimcheck.align import Profile
from claimcheck.claims.grammar import lemma
from claimcheck.compare.rank_order import beyond, misplaced
from claimcheck.compare.verdict import Verdict
from claimcheck.findings.arithmetic.grids import Grid, grids
from claimcheck.findings.arithmetic.model import Miscount, told
from claimcheck.findings.select import Selection
from claimcheck.lexicon import load_table
from claimcheck.records import Claim, Kind, Relation

__all__ = ["misranked", "order_faults"]

_FEWEST = 4  # rows of a table whose order says something
_LEADING = re.compile(r"[\s|>*_#`]*(\d{1,4})\b")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("ranking")[name])


@cache
def _any(name: str) -> str:
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(_words(name), key=len, reverse=True))


@cache
def _among() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{_any('among')})\s+", re.IGNORECASE)


@cache
def _list_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('lists')})\s+of\s+(?:the\s+)?$", re.IGNORECASE)


def misranked(groups: Iterable[Sequence[Profile]], selection: Selection) -> list[Miscount]:
    """All ranks beyond the end of the list that their sentence gives the length of."""
    found = []
    for group in groups:
        claims = [one.claim for one in group]
        document = selection.documents.get(claims[0].document)
        if document is None or not any(one.kind is Kind.RANK for one in claims):
            continue
        for rank, size in _sized(claims, document.text):
            rule = selection.rule("rank-order", Relation.CONTRADICTS, rank)
            verdict = beyond(rank, size, rule.tolerance) if rule is not None and told([rank, size]) else None
            if rule is not None and verdict is not None and verdict.relation is Relation.CONTRADICTS:
                found.append(Miscount(rule, (rank, size), verdict))
    return found


def _sized(claims: Sequence[Claim], text: str) -> Iterator[tuple[Claim, Claim]]:
    """Ranks with the length of their list: "12th of 10 countries", "in a list of 10 countries, Peru ranked 12th"."""
    for one, other in itertools.pairwise(claims):
        if one.kind is Kind.RANK and other.kind is Kind.COUNT:
            if _among().fullmatch(text, one.span.end, other.span.start):
                yield one, other
        elif one.kind is Kind.COUNT and other.kind is Kind.RANK and len(claims) == _PAIR:
            if _list_of().search(text, one.sentence.start, one.span.start):
                yield other, one


_PAIR = 2


def order_faults(profiles: Sequence[Profile], selection: Selection) -> list[Miscount]:
    """All tables of ranks with one value out of the order that they are said to be in."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for profile in profiles:
        if profile.claim.structure == "table" and not profile.derived and profile.claim.quantity is not None:
            by_document[profile.claim.document].append(profile.claim)
    found: list[Miscount] = []
    for id, claims in by_document.items():
        document = selection.documents.get(id)
        if document is None or not any(word in document.text.lower() for word in _words("heads")):
            continue
        for grid in grids(document, claims, lambda _: True):
            found += _ordered(grid, selection)
    return found


def _ordered(grid: Grid, selection: Selection) -> Iterator[Miscount]:
    ranked = _ranks(grid)
    said = " ".join([grid.last_line_above, *grid.captions, *grid.heads.values()]).lower()
    if ranked is None:
        return
    for column in grid.columns:
        rising = _rising(grid.head(column), said)
        figures = [grid.figure(row, column) for row in ranked]
        if rising is None or None in figures:
            continue
        values = [one for one in figures if one is not None]
        rule = selection.rule("rank-order", Relation.CONTRADICTS, values[0])
        if rule is None or not told(values):
            continue
        wrong = misplaced(values, rule.tolerance, rising=rising)
        if len(wrong) == 1:
            before, after = values[wrong[0] - 1], values[wrong[0]]
            detail = f"rank {wrong[0] + 1} has {after.text}, rank {wrong[0]} only {before.text}"
            if rising:
                detail = f"rank {wrong[0] + 1} has {after.text}, rank {wrong[0]} already {before.text}"
            yield Miscount(rule, (before, after), Verdict(Relation.CONTRADICTS, detail))


def _ranks(grid: Grid) -> list[int] | None:
    """The rows in order of rank, where the first column is headed so and counts 1, 2, 3 and on."""
    head = next((text for (_, column), text in sorted(grid.heads.items()) if column == 0), "")
    first = head.lower().strip(" *_`:").split()
    if len(grid.rows) < _FEWEST or not first or first[0] not in _words("heads"):
        return None
    leading = [_LEADING.match(grid.line(row)) for row in grid.rows]
    numbers = [int(match[1]) if match is not None else 0 for match in leading]
    return list(grid.rows) if numbers == list(range(1, len(numbers) + 1)) else None


def _rising(head: str, said: str) -> bool | None:
    """Whether the ranks begin with the least of a column; None where nothing says that they are by that column."""
    nouns = {lemma(word) for word in re.findall(r"[^\W\d_]{3,}", head.lower())} - _words("heads")
    if not nouns:
        return None
    criterion = re.search(rf"\b(?:{_any('by')})\s+((?:[^\W\d_]+\s*){{1,3}})", said)
    superlative = re.search(rf"\b(?:{_any('most')})\b", said)
    if criterion is None or not nouns <= {lemma(word) for word in criterion[1].split()}:
        return None
    if re.search(rf"\b(?:{_any('least')})\b", said):
        return None if superlative else True
    return False
