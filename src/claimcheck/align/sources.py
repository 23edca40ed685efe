"""The clause around a figure, without the source that is named before or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.align.facts import some
from claimcheck.align.tables import WORDS, past_forms, word_set
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.lexicon import load_table

__all__ = ["bounds", "sayings", "teller"]


_BREAK = re.compile(r"[;:—]|\s[-–]\s|,\s+(?:and|but|while|whereas|(?:[a-z]+ )?which|who|where)\s|\n\n")


_TAIL = 120  # characters that a clause with the source may have


def bounds(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the figure."""
    first, last = 0, len(sentence)
    for found in _BREAK.finditer(sentence):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    grade = _GRADE.search(sentence, end, last)
    last = grade.start() if grade is not None else last
    return _behind_source(sentence, first, start), _without_source(sentence, first, last, end)


# What a writer says of a figure behind it: ", the best result in its history", ", its lowest since 2008", ", a record".
_GRADE = re.compile(
    r", (?:(?:which|this) (?:is|was) )?(?:only )?(?:(?:the|its|their|a|an|his|her|by far the) "
    r"(?:(?:second|third|fourth|fifth)[- ])?(?:all-time |new |national |club |company |world )?"
    r"(?:best|worst|most|least|highest|lowest|largest|biggest|smallest|longest|shortest|fastest|slowest|strongest|weakest|"
    r"heaviest|deepest|busiest|[a-z]{4,}est|record|low|high|peak|first)\b)[^,;:.]*(?:[.,;]|$)"
)


def teller(ahead: str, norms: Sequence[str]) -> frozenset[str]:
    """The words of a source named in front of the clause, which the claim's measure may have taken in."""
    if not ahead.endswith(" that"):
        return some(())
    return some({lemma(match[0].lower()) for match in WORDS.finditer(ahead)} - {lemma(norm) for norm in norms})


def _behind_source(sentence: str, first: int, start: int) -> int:
    """The start of the clause without a source named before it: "The firm repeated on Monday that"."""
    that = sentence.find(" that ", first, min(start, first + _TAIL))
    words = [match[0].lower() for match in WORDS.finditer(sentence[first : max(that, first)])]
    said = any((past_forms().get(word) or verb_lemma(word)) in sayings() for word in words[1:])
    return that + len(" that") if said and not any(map(str.isdigit, "".join(words))) else first


def _without_source(sentence: str, first: int, last: int, end: int) -> int:
    """The end of the clause without a source named behind it: ", the study found"."""
    comma = sentence.rfind(", ", end, last)
    if comma < 0 or last - comma > _TAIL:
        return last
    words = [match[0].lower() for match in WORDS.finditer(sentence[comma:last])]
    return comma if any((past_forms().get(word) or verb_lemma(word)) in sayings() for word in words) else last


@cache
def sayings() -> frozenset[str]:
    """Verbs of saying, which tell of the source and nothing of the figure."""
    return frozenset(load_table("stance")["attribution"]["verbs"]) | word_set("sayings")
