"""Decades of somebody's life: "in her early thirties", "in his 40s"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from attrs import frozen

from claimcheck.extract.scan import Scan
from claimcheck.lexicon import load_table
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find_decades"]


@frozen
class _Words:
    decades: dict[str, int]
    possessives: frozenset[str]
    parts: dict[str, list[int]]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_table("ages")
    return _Words(data["decades"], frozenset(data["possessives"]), data["parts"])


def find_decades(scan: Scan) -> None:
    """Take "in his 40s", "in their early twenties", "in her mid-thirties"."""
    words, tokens = _words(), scan.tokens
    if scan.vocabulary.isdisjoint(words.possessives):
        return
    for at, token in enumerate(tokens):
        if token.norm not in words.possessives:
            continue
        here, part = at + 1, ""
        if scan.norm(here) in words.parts:
            part, here = scan.norm(here), here + 1
            if scan.norm(here) in ("-", "–"):
                here += 1
        start = here
        if (decade := words.decades.get(scan.norm(here))) is not None:
            last = here + 1
        elif here + 1 < len(tokens) and tokens[here].norm in ("20", "30", "40", "50", "60", "70", "80", "90"):
            if tokens[here + 1].norm not in ("s", "'s") and not (
                tokens[here + 1].norm in "'’" and scan.norm(here + 2) == "s"
            ):
                continue
            decade, last = int(tokens[here].norm), here + (2 if tokens[here + 1].norm in ("s", "'s") else 3)
        else:
            continue
        first = at + 1
        if not scan.free(first, last):
            continue
        low, high = (decade, 19) if decade == 13 else (decade, decade + 9)
        if part and decade != 13:
            low, high = decade + words.parts[part][0], decade + words.parts[part][1]
        scan.take(
            Kind.AGE,
            first,
            last,
            quantity=Quantity(Decimal(low), Decimal(high), "year", Modifier.RANGE, Decimal(1)),
            core=start,
        )
