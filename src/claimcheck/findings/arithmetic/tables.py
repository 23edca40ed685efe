"""A table's columns and rows against the totals that it states.

A column is added up where its total row says nothing but "Total", every other row gives one figure of the same kind,
and no label says that the rows are an excerpt, overlap, or hold one another. Rows are added up only where most rows of
the table do come to their total. What one row left out would explain, a subtotal or a remark, is no finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.align import Profile
from claimcheck.findings.arithmetic.grids import Grid, folded, grids
from claimcheck.findings.arithmetic.model import Miscount, plausible, value
from claimcheck.findings.arithmetic.sums import judged_sum, words_of
from claimcheck.findings.select import Selection
from claimcheck.records import Claim, Kind

__all__ = ["table_sums"]

_LEAST = 2
_HUNDRED = Decimal(100)


def table_sums(profiles: Sequence[Profile], selection: Selection) -> list[Miscount]:
    """All columns and rows of tables that do not make their totals."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for profile in profiles:
        if profile.claim.structure == "table" and not profile.derived:
            by_document[profile.claim.document].append(profile.claim)
    found = []
    for id, claims in by_document.items():
        document = selection.documents.get(id)
        if document is None or not any("total" in claim.scope for claim in claims):
            continue
        for grid in grids(document, claims, lambda claim: "total" in claim.scope):
            found += [made for made in (*_columns(grid, selection), *_rows(grid, selection)) if made is not None]
    return found


@cache
def _has(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in words_of(name))
    return re.compile(rf"(?:^|(?<=\W))(?:{words})(?=\W|$)", re.IGNORECASE)


def _is_total(label: str) -> bool:
    return folded(label) in words_of("total_labels")


def _columns(grid: Grid, selection: Selection) -> Iterator[Miscount | None]:
    labels = {row: grid.label(row) for row in grid.rows}
    totals = [row for row in grid.rows if _is_total(labels[row])]
    others = [row for row in grid.rows if row not in totals]
    if len(totals) != 1 or len(others) < _LEAST or totals[0] not in (grid.rows[0], grid.rows[-1]):
        return
    names = [folded(labels[row]) for row in others]
    if not all(names) or len(set(names)) < len(names) or any(map(_nests, (labels[row] for row in others))):
        return
    if _has("excerpt").search(" ".join([grid.above, *grid.captions, *names])):
        return
    for column in grid.columns:
        total = grid.figure(totals[0], column)
        if total is None or _has("no_sum").search(grid.head(column)) or _is_total(grid.head(column)):
            continue
        figures = [grid.figure(row, column) for row in others]
        more = [row for row, one in zip(others, figures, strict=True) if one is None]
        if all(grid.blank(row, column) for row in more):
            yield _judged([one for one in figures if one is not None], total, selection, bool(more))


def _nests(label: str) -> bool:
    """Whether a row's label says that the row is within another one, or taken from it."""
    if label.startswith(("\u00a0", "&nbsp;", "&emsp;", "  ")):
        return True
    said = folded(label)
    return any(said.startswith(word) and not said[len(word) : len(word) + 1].isalpha() for word in words_of("nested"))


def _judged(parts: list[Claim], total: Claim, selection: Selection, more: bool) -> Miscount | None:
    """The miscount of a column or row, where nothing but a slip explains it."""
    if not plausible(parts, total) or _explained(parts, total):
        return None
    if total.kind is Kind.PERCENT and value(total) != _HUNDRED:
        return None
    return judged_sum(parts, total, selection, more=more)


def _explained(parts: Sequence[Claim], total: Claim) -> bool:
    """Whether one figure left out makes the sum right, or a figure is the sum of its neighbours: a subtotal."""
    values = [one for one in map(value, parts) if one is not None]
    stated = value(total)
    whole = sum(values, Decimal(0))
    if stated is None or any(one and whole - one == stated for one in values):
        return True
    for at, one in enumerate(values):
        for step in (1, -1):
            run, place = Decimal(0), at + step
            length = 0
            while 0 <= place < len(values) and run < one:
                run += values[place]
                length += 1
                if length > 1 and run == one:
                    return True
                place += step
    return False


def _rows(grid: Grid, selection: Selection) -> Iterator[Miscount | None]:
    """Rows against a column of totals, where at least two rows, and most, come to theirs."""
    totals = [column for column in grid.columns if _is_total(grid.head(column))]
    if len(totals) != 1 or totals[0] not in (grid.columns[0], grid.columns[1], grid.columns[-1]):
        return
    others = [column for column in grid.columns if column != totals[0] and column != 0]
    if len(others) < _LEAST or any(_has("no_sum").search(grid.head(column)) for column in others):
        return
    right, wrong = 0, []
    for row in grid.rows:
        total = grid.figure(row, totals[0])
        parts = [grid.figure(row, column) for column in others]
        if total is None or None in parts:
            continue
        claims = [one for one in parts if one is not None]
        if sum((value(one) or Decimal(0) for one in claims), Decimal(0)) == value(total):
            right += 1
        else:
            wrong.append(_judged(claims, total, selection, more=False))
    if right >= _LEAST and right >= 2 * len(wrong):
        yield from wrong
