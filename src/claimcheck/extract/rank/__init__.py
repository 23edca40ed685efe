"""Places in an order: "51st of 140", "second-largest", "ranked eighth and ninth", "at No. 5", "the top five".

An ordinal is a rank only where something says so: a verb of ranking before it, "place" or a superlative after it, the
size of the list, or a neighbour in the same enumeration. So "the third round" and "a second meeting" are none.
``Quantity.low`` and ``high`` are the rank, ``out_of`` the size of the list where it stands beside it.
"""

from __future__ import annotations

from claimcheck.extract.rank.placed import find
from claimcheck.extract.rank.words import WORDS

__all__ = ["WORDS", "find"]
