"""Words in -s that are the plural of a noun or a verb: exports to Chile, the bank estimates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.claims.grammar import Grammar
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table

__all__ = ["LINKING", "ROUGHLY", "heads", "possessed", "reckons"]

_REACH = 12  # tokens in which a verb or a figure is looked for
LINKING = frozenset(
    {",", ".", ";", ":", "!", "?", "that", "which", "who", "and", "when", "where", "after", "before", "because"}
)


def heads(tokens: Sequence[Token], i: int, before: str, table: Grammar) -> bool:
    """Whether a plural after a noun or name is the subject of a verb behind its "to" or "from": "food exports to China
    dropped".
    """
    if before not in "NZ" or i + 1 >= len(tokens) or tokens[i + 1].norm not in {"to", "from"}:
        return False
    for token in tokens[i + 2 : i + _REACH]:
        if token.norm in LINKING or token.norm in table.determiners:
            return False
        entry = table.verb_forms.get(token.norm)
        if token.norm in table.auxiliaries or (entry is not None and entry[1] == "past" and token.norm != entry[0]):
            return True
    return False


def possessed(tokens: Sequence[Token], i: int, table: Grammar) -> bool:
    """Whether a plural is what a possessive before it owns: "values Peru's exports to Chile at $4 billion"."""
    if not tokens[i - 1].norm.endswith(("'s", "s'")) or i + 2 >= len(tokens):
        return False
    to_do = tokens[i + 1].norm == "to" and table.verb_forms.get(tokens[i + 2].norm, ("", ""))[1] == "base"
    return tokens[i + 1].norm in table.prepositions and not to_do  # "Macy's plans to close 40 shops"


@cache
def _reckoning() -> frozenset[str]:
    """Verbs by which somebody says how much something is: estimate, put, value."""
    return frozenset(load_table("grammar")["reckoning"])


def reckons(
    tokens: Sequence[Token], tags: Sequence[str], since: Sequence[str], i: int, entry: tuple[str, str], table: Grammar
) -> bool:
    """Whether a verb of reckoning has its object and "at" with a number behind it: "the bank estimates sales at $3
    billion"; or, after an aside, a number: "the bank, which lends little, estimates a third of sales …".

    ``since`` are the tags since the last break.
    """
    before = tags[-1] if tags else "."
    if entry[0] not in _reckoning() or {"V", "X"} & set(since):
        return False
    if entry[1] == "base" and not (before == "N" and tokens[i - 1].norm.endswith("s")):
        return False
    if before == "." and tokens[i - 1].text == "," and "X" in tags and entry[1] == "s":
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        return behind is not None and (behind.kind is TokenKind.NUMBER or behind.norm in ROUGHLY)
    if before not in "NZ":
        return False
    for k in range(i + 2, min(i + _REACH, len(tokens) - 1)):
        if tokens[k].text in ",.;:!?" or tokens[k].norm in table.auxiliaries:
            return False
        if tokens[k].norm == "at":
            k += 1 + (tokens[k + 1].norm in ROUGHLY)
            figure = k < len(tokens) and tokens[k].kind in (TokenKind.NUMBER, TokenKind.SYMBOL)
            return figure or (k < len(tokens) and tokens[k].text.isupper())
    return False


ROUGHLY = frozenset({"about", "around", "some", "over", "nearly", "almost", "roughly", "more", "less", "up", "under"})
