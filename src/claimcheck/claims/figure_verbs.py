"""Verbs that come with a figure: estimates sales at, amounts to, stand at, account for, limits noise to, cost us."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import nounlike
from claimcheck.claims.verb_forms import REACH, VerbForm
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table

__all__ = ["accounts_for", "amounts_to", "bounds", "is_at_figure", "reckons", "stands_at"]

_ROUGHLY = frozenset({"about", "around", "some", "over", "nearly", "almost", "roughly", "more", "less", "up", "under"})


@cache
def _reckoning() -> frozenset[str]:
    """Verbs by which somebody says how much something is: estimate, put, value."""
    return frozenset(load_table("grammar")["reckoning"])


def reckons(form: VerbForm) -> bool:
    """Whether a verb of reckoning has its object and "at" with a number behind it: "the bank estimates sales at $3
    billion"; or, after an aside, a number: "the bank, which lends little, estimates a third of sales …".
    """
    if form.base not in _reckoning() or form.governed:
        return False
    tokens, i = form.tokens, form.at
    before = form.tags[-1] if form.tags else "."
    if form.kind == "base" and not (before == "N" and form.last.endswith("s")):
        return False
    if before == "." and tokens[i - 1].text == "," and "X" in form.tags and form.kind == "s":
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        return behind is not None and (behind.kind is TokenKind.NUMBER or behind.norm in _ROUGHLY)
    if before not in "NZ":
        return False
    for k in range(i + 2, min(i + REACH, len(tokens) - 1)):
        if tokens[k].text in ",.;:!?" or tokens[k].norm in form.table.auxiliaries:
            return False
        if tokens[k].norm == "at":
            k += 1 + (tokens[k + 1].norm in _ROUGHLY)
            figure = k < len(tokens) and tokens[k].kind in (TokenKind.NUMBER, TokenKind.SYMBOL)
            return figure or (k < len(tokens) and tokens[k].text.isupper())
    return False


@cache
def _amounting() -> frozenset[str]:
    """Verbs that only state how much their subject is: stay, stand, amount."""
    return frozenset(load_table("grammar")["amounting"])


def amounts_to(form: VerbForm) -> bool:
    """Whether a form in -s between a figure and "to" or "at" is a verb: "the cost up to 31 May amounts to"."""
    return form.before == "U" and form.after in {"to", "at"} and not form.governed


def is_at_figure(form: VerbForm) -> bool:
    """Whether a form in -s of such a verb has "at" and a number behind it: "the mesh for trawls stays at 32 mm"."""
    if form.kind != "s" or form.before != "N" or form.base not in _amounting():
        return False
    tokens, i = form.tokens, form.at
    return i + 2 < len(tokens) and tokens[i + 1].norm == "at" and tokens[i + 2].kind is TokenKind.NUMBER


def stands_at(form: VerbForm) -> bool:
    """Whether a bare form of such a verb, of a plural that opens the clause, has "at", "to" or "from" and a number
    behind it: "deposits at the branch stand at 34 million euros".
    """
    if form.norm != form.base or form.before not in "NZ" or form.norm not in _amounting():
        return False
    tokens, i = form.tokens, form.at
    if i + 2 >= len(tokens) or tokens[i + 1].norm not in {"at", "to", "from"} or not form.of_several():
        return False
    return any(token.kind is TokenKind.NUMBER for token in tokens[i + 2 : i + 4])


def accounts_for(form: VerbForm) -> bool:
    """Whether a plural accounts for a part: "sales from the south account for a third"."""
    if form.kind != "base" or form.base != "account" or form.before not in "NZ" or form.after != "for":
        return False
    tokens, i = form.tokens, form.at
    if i + 2 >= len(tokens) or form.governed or not form.of_several():
        return False
    return tokens[i + 2].kind is TokenKind.NUMBER or tokens[i + 2].norm in _ROUGHLY | {"a", "half"}


@cache
def _bounding() -> frozenset[str]:
    """Verbs that set a limit: limit, cap, restrict."""
    return frozenset(load_table("grammar")["bounding"]["verbs"])


def bounds(form: VerbForm) -> bool:
    """Whether a verb in -s that sets a limit has a noun and then "to" or "at" with a number behind it, and its clause
    has no other verb: "the law limits noise to 45 decibels".
    """
    if form.kind != "s" or form.before not in "NZ" or form.base not in _bounding():
        return False
    tokens, i = form.tokens, form.at
    if form.governed or i + 1 >= len(tokens) or not nounlike(tokens[i + 1], form.table):
        return False
    for k in range(i + 2, min(i + REACH, len(tokens) - 1)):
        if tokens[k].text in ".,;:!?":
            return False
        if tokens[k].norm in {"to", "at"}:
            return any(token.kind is TokenKind.NUMBER for token in tokens[k + 1 : k + 3])
    return False
