"""Whether "cost" is a verb: "marketing cost Corvane 4 million euros", not "the marketing cost was"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.grammar import Grammar
from claimcheck.extract.tokens import Token, TokenKind

__all__ = ["whom_it_cost"]

_LONGEST = 4  # words for whom something cost so much
_SIGNS, _CODES = frozenset("$€£¥₹"), frozenset({"eur", "usd", "gbp", "chf", "us$"})


def whom_it_cost(tokens: Sequence[Token], at: int, table: Grammar) -> bool:
    """Whether a name, or a noun with its determiner, stands between "cost" and a figure."""
    whom: list[Token] = []
    for token in tokens[at + 1 : at + 2 + _LONGEST]:
        if token.kind is not TokenKind.WORD or token.norm in _CODES:
            figure = token.kind is TokenKind.NUMBER or token.norm in _CODES or token.text in _SIGNS
            named = whom and (whom[0].norm in table.determiners or all(word.text[:1].isupper() for word in whom))
            return figure and bool(named)
        if token.norm in table.prepositions or token.norm in table.auxiliaries:
            return False
        whom.append(token)
    return False
