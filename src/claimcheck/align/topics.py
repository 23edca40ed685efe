"""What a document is about: the names that run through it, which its sentences need not say again.

"The airport was closed for nine days" tells nobody of which island, in a report on the eruption there. The names that
only a text itself explains, neither words of the language nor names that the lexicon has, tell two texts of one story
from any other two; they count for every claim of a document as much as its titles do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from claimcheck.align.weights import AMBIENT, RARE, weight
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.lexicon.wordlist import is_word
from claimcheck.records import Document

__all__ = ["topic_names"]

_SHORTEST = 400  # characters: a shorter text says in each sentence what it is about
_READ = 200_000  # characters of a document
_OFTEN, _MOST = 1, 12
# A word with a capital in the middle of a sentence.
_NAME = re.compile(r"(?:(?<=[a-z] )|(?<=[a-z], )|(?<=[a-z]\n))[A-Z][^\W\d_][\w-]+")
_PLAIN = re.compile(r"\b[a-z][\w-]+")


def topic_names(document: Document, lexicon: Lexicon) -> Mapping[str, float]:
    """The names that a text names more than once, or once beside its title, with their weights; the oftenest first."""
    if len(document.text) < _SHORTEST:
        return {}
    often = Counter(fold(name) for name in _NAME.findall(document.text[:_READ]))
    for name in re.findall(r"\b[A-Z][\w-]+", document.title or ""):
        often[fold(name)] += 1
    plain = set(_PLAIN.findall(document.text[:_READ]))
    told = [name for name in often if name not in plain and _is_own(name, lexicon)]
    return {name: RARE * AMBIENT for name in sorted(told, key=lambda name: (-often[name], name))[:_MOST]}


def _is_own(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is the story's own: no word, and nothing that the lexicon knows."""
    return weight(name) >= 1.0 and lexicon.canonical(name) is None
