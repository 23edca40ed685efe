"""Parts of a country that have names of their own: "Western Australia", "Inner Mongolia", "Northern Ireland"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.known_names import known_name
from claimcheck.claims.names import Name, Names
from claimcheck.claims.places import seats_of_government
from claimcheck.claims.shapes import bare, surface_of, word_table
from claimcheck.extract.tokens import Token

__all__ = ["quarter"]


def quarter(names: Names, tokens: Sequence[Token], i: int, taken: Sequence[bool]) -> Name | None:
    """The part of a place that a capitalised quarter of the compass names with it, within the whole."""
    if tokens[i].norm not in word_table("quarters") or i + 1 >= len(tokens):
        return None
    whole = known_name(names, tokens, i + 1, taken)
    if whole is None or not whole.place:
        return None
    surface, inner = (bare(surface_of(tokens, at, whole.last)) for at in (i, i + 1))
    city = inner in seats_of_government()
    if not city and inner != whole.canonical:
        return None  # "Eastern German towns"
    return Name(i, whole.last, surface, True, place=True, inside=None if city else whole.canonical)
