"""Ranks: the list that is ranked, or what the thing is the nth-largest of."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.model import Measured, from_phrase, subject_of
from claimcheck.claims.phrases import normalise, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.verb_forms import BE
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["of_rank", "ranked_lists"]


@cache
def ranked_lists() -> frozenset[str]:
    """The nouns for what ranks things: index, table, survey."""
    return frozenset(load_table("ranks")["lists"])


def of_rank(reading: Reading, mention: Mention) -> Measured:
    """ "rank on the terrorism index", "rank among arms suppliers"."""
    tokens, tags = reading.tokens, reading.tags
    if mention.base is not None:
        first, last = mention.base
        noun = " ".join(token.norm for token in tokens[first:last])
        head = lemma(tokens[last - 1].norm)
        return Measured(f"rank among {noun}", head, "rank", first, last, "what it is compared with")
    if "largest" in (words := " ".join(t.norm for t in tokens[mention.first : mention.last])) or words.endswith("est"):
        phrase = phrase_after(reading, mention.last)
        if phrase is not None:
            found = from_phrase(reading, phrase, "what is ranked by size")
            return Measured(f"rank among {found.measure}", found.head, "rank", found.first, found.last, found.why)
        if (own := _subject(reading, mention)) is not None:
            return own
    best = None
    for i, token in enumerate(tokens):
        if tags[i] in "NZ" and lemma(token.norm) in ranked_lists():
            if best is None or abs(i - mention.first) < abs(best - mention.first):
                best = i
    if best is not None:
        phrase = phrase_before(reading, best + 1)
        if phrase is not None:
            text = normalise(reading, [phrase], keep_names=True)
            return Measured(f"rank on {text}", lemma(tokens[best].norm), "rank", phrase.first, phrase.last, "the list")
    among = _among(reading, mention)
    if among is not None:
        return among
    outdone = tokens[mention.last - 1].norm in ("than", "to")  # then what follows is a rival
    phrase = None if outdone else phrase_after(reading, mention.last)
    if phrase is not None:
        found = from_phrase(reading, phrase, "the noun after the rank", confidence=0.8)
        return Measured(f"rank of {found.measure}", found.head, "rank", found.first, found.last, found.why, 0.8)
    return Measured("rank", "rank", "rank", why="no list is named", confidence=0.7)


def _subject(reading: Reading, mention: Mention) -> Measured | None:
    """ "China's military budget is the second largest in the world": it is ranked among its like."""
    at = mention.first - 1
    if at > 0 and reading.norms[at] == "the":
        at -= 1
    if at < 1 or reading.norms[at] not in BE:
        return None
    subject = subject_of(reading, at, reading.clause(at)[0])
    if subject is None or reading.tags[subject.head] != "N":
        return None
    found = from_phrase(reading, subject, "what is ranked by size")
    return Measured(f"rank among {found.measure}", found.head, "rank", found.first, found.last, found.why)


def _among(reading: Reading, mention: Mention) -> Measured | None:
    """ "ranks fourth among the country's lakes", "Among the cruise ports it ranks first": the things ranked."""
    at = next((at for at in (mention.last, 0) if reading.norms[at : at + 1] == ["among"]), None)
    phrase = phrase_after(reading, at + 1) if at is not None else None
    if phrase is None or not (phrase.last <= mention.first or phrase.first > mention.first):
        return None
    found = from_phrase(reading, phrase, "what it is ranked among")
    return Measured(f"rank among {found.measure}", found.head, "rank", found.first, found.last, found.why)
