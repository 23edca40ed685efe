"""What a document is about: the names that run through it, which its sentences need not say again.

"The airport was closed for nine days" tells nobody of which island, in a report on the eruption there. The names that
only a text itself explains, neither words of the language nor names that the lexicon has, tell two texts of one story
from any other two; they count for every claim of a document as much as its titles do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from claimcheck.align.weights import AMBIENT, RARE, weight
from claimcheck.lexicon.dimensions import to_base
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim, Document, Kind

__all__ = ["KEYS", "LONG_ENOUGH", "READ", "figure_key", "is_own", "topic_names"]

KEYS = 4  # names, the oftenest, by which claims are looked up

LONG_ENOUGH = 400  # characters: a shorter text says in each sentence what it is about
READ = 200_000  # characters of a document
_MOST = 40
# A word with a capital in the middle of a sentence.
_NAME = re.compile(r"(?:(?<=[a-z] )|(?<=[a-z], )|(?<=[a-z]\n))[A-Z][^\W\d_][\w-]+")
_CAPITAL = re.compile(r"\b[A-Z][\w-]+")
_UNDER_TITLE = re.compile(r"^[*_]{1,3}[^*_\n]{4,120}[*_]{1,3}$", re.MULTILINE)  # who publishes it, where and when
_PLAIN = re.compile(r"\b[a-z][\w-]+")


def topic_names(document: Document, lexicon: Lexicon) -> Mapping[str, float]:
    """The names that a text names more than once, or once beside its title, with their weights; the oftenest first."""
    if len(document.text) < LONG_ENOUGH:
        return {}
    often = Counter(fold(name) for name in _NAME.findall(document.text[:READ]))
    for name in _CAPITAL.findall(document.title or ""):
        often[fold(name)] += 1
    for line in _UNDER_TITLE.findall(document.text[:LONG_ENOUGH]):
        for name in _CAPITAL.findall(line):
            often.setdefault(fold(name), 0)
    plain = set(_PLAIN.findall(document.text[:READ]))
    told = [name for name in often if name not in plain and is_own(name, lexicon)]
    return dict.fromkeys(sorted(told, key=lambda name: (-often[name], name))[:_MOST], RARE * AMBIENT)


def is_own(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is the story's own: no word, and nothing that the lexicon knows."""
    return weight(name) >= 1.0 and lexicon.canonical(name) is None


_LARGE = 1000
_OTHERS = frozenset({Kind.RANK, Kind.VERSION, Kind.IDENTIFIER, Kind.CHANGE, Kind.RATIO})


def figure_key(claim: Claim) -> str:
    """A figure of three telling digits, or two of a large one, in base units: 1.48 million is 1,480,000."""
    quantity = claim.quantity
    if quantity is None or claim.kind in _OTHERS or quantity.low is None or quantity.low != quantity.high:
        return ""
    digits = len(quantity.low.normalize().as_tuple().digits)
    if digits < (2 if abs(quantity.low) >= _LARGE else 3):
        return ""
    return f"={to_base(quantity.low, quantity.unit) if quantity.unit else Fraction(quantity.low)}"
