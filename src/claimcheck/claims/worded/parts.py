"""A number of all and of some: "Of the 19 bridges in the valley, seven were washed away"."""

from __future__ import annotations

from claimcheck.claims.measured.model import BEFORE, BESIDE, Measured
from claimcheck.claims.measured.wholes import SOME_OF_ALL, verb_of_some
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.doing import doing
from claimcheck.claims.worded.surface import (
    PARTICLES,
    attached,
    befell,
    joined,
    participle_of,
    passive,
    phrase_words,
    spelled,
)
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["others", "out_of"]

_NEAR = 3  # tokens from "of" to the number of all
_REACH = 5  # tokens from the number of some to its verb
_PLACED = frozenset({"in", "on", "at", "along", "near"})


def out_of(reading: Reading, mention: Mention) -> str:
    """The things alone for the number of all, with what befell them for the number of some; empty elsewhere."""
    norms, tags = reading.norms, reading.tags
    first, last = reading.clause(mention.first)
    if mention.kind is not Kind.COUNT or norms[first] != "of":
        return ""
    counts = [other for other in reading.mentions if other.kind is Kind.COUNT and first <= other.first < last]
    if len(counts) < 2 or counts[0].first - first > _NEAR:
        return ""
    whole, part = counts[:2]
    thing = phrase_after(reading, whole.last)
    if mention.first not in (whole.first, part.first) or thing is None or tags[thing.head] != "N":
        return ""
    verb = next((k for k in range(part.last, min(part.last + _REACH, last)) if tags[k] == "V"), None)
    if (
        thing.last > part.first
        or verb is None
        or any(tags[k] not in "XMTV" and norms[k] != "to" for k in range(part.last, verb))
    ):
        return ""
    where, at = attached(reading, thing.last, part.first, links=_PLACED)
    if any(mark in "VXNZ" for mark in tags[at : part.first]):
        return ""
    words = [*phrase_words(reading, thing), *where]
    if mention.first == whole.first:
        return joined(words)
    if passive(reading, verb) or "to" in norms[part.last : verb]:
        particle = [norms[verb + 1]] if norms[verb + 1 : verb + 2] and norms[verb + 1] in PARTICLES else []
        return joined([*words, participle_of(reading, verb).split()[0], *particle]) if befell(reading, verb) else ""
    return joined([*words, *doing(reading, verb)])


def others(reading: Reading, mention: Mention, what: Measured) -> str:
    """A number whose noun another one has, with what is said of it: "Six people are dead and 14 are missing"."""
    norms, tags, at = reading.norms, reading.tags, mention.last
    if what.why == SOME_OF_ALL and (verb := verb_of_some(reading, mention)) > 0:
        return joined([*spelled(reading, what.first, what.last), *doing(reading, verb)])
    if mention.kind is not Kind.COUNT or what.why not in (BEFORE, BESIDE) or norms[at : at + 1] not in _BE:
        return ""
    at += 1
    while at < len(tags) and tags[at] in "XM":
        at += 1
    if at >= len(tags) or not 0 <= what.first < what.last <= mention.first:
        return ""
    noun = spelled(reading, what.first, what.last)
    if tags[at] == "V" and norms[at] != "missing":
        return joined([*noun, *doing(reading, at)]) if befell(reading, at) else ""
    before = sum(other.kind is Kind.COUNT and other.last <= mention.first for other in reading.mentions)
    stated = (tags[at] == "A" and before == 1) or norms[at] in load_table("grammar")["states"]
    return joined([*noun, norms[at]]) if stated and tags[at + 1 : at + 2] not in (["N"], ["A"], ["Z"]) else ""


_BE = (["is"], ["are"], ["was"], ["were"], ["remain"], ["remained"], ["have"], ["had"])
