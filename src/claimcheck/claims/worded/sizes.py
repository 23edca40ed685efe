"""Ages, lengths, areas and weights in words: which dimension of what."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import joined
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import dimension
from claimcheck.records import Kind

__all__ = ["of_age", "of_size"]


def of_age(reading: Reading, mention: Mention, text: str) -> str:
    """ "age of moses lekai": an age with the person or thing that has it."""
    named = _apposed(reading, mention)
    if mention.kind is Kind.AGE and named:
        return f"age of {named}"
    if mention.kind is not Kind.AGE:
        alone = not text and named and reading.tokens[mention.last].text == ","
        return f"age of {named}" if alone else text
    if not text or _words("ages") & set(text.split()):
        return text
    return joined(["age", "of", *text.split()])


def _apposed(reading: Reading, mention: Mention) -> str:
    """The name that a figure stands beside between commas: "Claudia Imhof, 34, …"."""
    at = mention.first - 1
    if at < 1 or reading.tokens[at].text != "," or mention.last >= len(reading.tokens):
        return ""
    if reading.tokens[mention.last].text not in ",.)":
        return ""
    return next((name.canonical.lower() for name in reading.names if name.last == at and not name.place), "")


def of_size(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """ "length of bridge", "area of orchards": the dimension of a thing that has the extent ("the 480-metre bridge",
    "a cable of 827 km"), not of a stuff of which there is so much.
    """
    unit = mention.quantity.unit if mention.quantity is not None else None
    if not text or unit is None or mention.quantity is None or mention.quantity.per:
        return text
    noun = _words_of("dimension_of").get(dimension(unit) or "")
    if noun is None or what.first < 0 or _named(text):
        return text
    if noun == "area" and not _words("ground") & {lemma(word) for word in text.split()}:
        return joined([noun, "of", *text.split()])
    if noun == "length" and _has(reading, mention, what):
        return joined([noun, "of", *text.split()])
    if noun == "weight" and what.event == "weigh":
        return joined([noun, "of", *text.split()])
    return text


def _has(reading: Reading, mention: Mention, what: Measured) -> bool:
    """Whether the noun has the length: it stands right after the figure, or before "of" and the figure."""
    after = what.first >= mention.last and what.first - mention.last <= _NEAR
    of = mention.first > 0 and reading.norms[mention.first - 1] == "of" and what.last == mention.first - 1
    return after or of


_NEAR = 3  # tokens between a figure and its noun: a hyphen, "of" and an article


def _named(text: str) -> bool:
    """Whether a measure names a dimension or another property already."""
    return any(lemma(word) in _words("properties") for word in text.split(" of ")[0].split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("wording")[name])


def _words_of(name: str) -> dict[str, str]:
    return dict(load_table("wording")[name])
