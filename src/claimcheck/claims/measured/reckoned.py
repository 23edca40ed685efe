"""Figures that hang on something told just before: "values exports at $5 billion, a 14 percent rise, and imports at $4
billion", "trade reached $9 billion, with Peru exporting $5 billion".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from attrs import evolve

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.bracketed import member
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.phrases import phrase_after, phrase_before
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["AMOUNT_OF", "CHANGE_OF", "absolute", "changed", "reckoned", "traded"]

_VALUED = frozenset({Kind.MONEY, Kind.MEASURE, Kind.COUNT, Kind.PERCENT, Kind.DURATION})
_AMOUNTS = frozenset({Kind.MONEY, Kind.MEASURE})
_FAR = 40  # tokens from a verb of reckoning to the last figure of its list
_BESIDE = 14  # tokens between a figure and the change told of it
_OPENING = 10  # tokens from the comma to the figure of a change
CHANGE_OF = "what the figure before it measures"
AMOUNT_OF = "what the verb before the amount is of"


@cache
def _reckoning() -> frozenset[str]:
    return frozenset(load_table("grammar")["reckoning"])


def reckoned(reading: Reading, mention: Mention) -> Measured | None:
    """ "The bank puts exports to Peru at $5 billion and imports at $4 billion": what stands before "at"."""
    at = mention.first - 1
    if mention.kind not in _VALUED or at < 1 or reading.norms[at] != "at":
        return None
    tags, norms = reading.tags, reading.norms
    verb = -1
    for k in range(at - 1, max(at - _FAR, -1), -1):
        if norms[k] == ";" or tags[k] == "X":
            break
        if tags[k] in "VG":
            verb = k if verb_lemma(norms[k]) in _reckoning() else -1
            break
    if verb < 0 or verb == at - 1:
        return None
    start = at
    while start > verb + 1 and tags[start - 1] in "NZADMGP-" and reading.figure_at[start - 1] < 0:
        start -= 1
    if start > verb + 1 and norms[start - 1] == "and" and reading.figure_at[_before(reading, start - 1)] < 0:
        start = verb + 1  # "puts exports and imports at"
    phrase = phrase_after(reading, start, at)
    if phrase is None or tags[phrase.head] != "N":
        return None
    return from_phrase(reading, phrase, f"what “{reading.tokens[verb].text}” sets").of("amount")


def absolute(reading: Reading, mention: Mention) -> Measured | None:
    """ "Sales reached $9 billion, with tools accounting for $2 billion": the noun that the participle is of."""
    verb = mention.first - 1
    while verb > 0 and reading.tags[verb] in "PMD":
        verb -= 1
    if mention.kind not in _AMOUNTS or verb < 2 or reading.tags[verb] != "G":
        return None
    if verb_lemma(reading.norms[verb]) not in load_table("grammar")["standing_for"]:
        return None
    phrase = phrase_before(reading, verb)
    if phrase is None or phrase.last != verb or reading.tags[phrase.head] != "N":
        return None
    before = reading.norms[phrase.first - 1] if phrase.first else ""
    led = before == "with" or (before == "and" and "with" in reading.norms[: phrase.first])
    return from_phrase(reading, phrase, "what the participle is of", confidence=0.9) if led else None


def _before(reading: Reading, at: int) -> int:
    """The last token before a comma or "and", past the noun of a change: "$5 billion, a 14 percent increase, and"."""
    k = at - 1
    while k > 0 and (reading.norms[k] == "," or reading.tags[k] == "N"):
        k -= 1
    return k


def traded(reading: Reading, mention: Mention) -> Measured | None:
    """ "with Peru exporting $5 billion while importing $4 billion", "produces up to 90 billion cubic metres"."""
    at = mention.first - 1
    if mention.kind not in _AMOUNTS or at < 0 or reading.tags[at] not in "VG":
        return None
    verb = verb_lemma(reading.norms[at])
    noun = load_table("transfers")["amount_of"].get(verb)
    if noun is None or (mention.kind is Kind.MEASURE and _common_subject(reading, at)):
        return None
    after = reading.tags[mention.last : mention.last + 1]
    link = reading.norms[mention.last : mention.last + 1]
    if after in (["N"], ["A"], ["-"]) or link in (["of"], ["worth"], ["in"]):
        goods = phrase_after(reading, mention.last + 1) if link == ["in"] else None
        if link != ["in"] or (goods is not None and reading.tags[goods.head] == "N"):
            return None
    inside = reading.norms[mention.core : mention.last]
    stuff = inside[inside.index("of") + 1 :][:1] if "of" in inside else []  # "1.8 million barrels of oil per day"
    text = " ".join([*stuff, str(noun)])
    return Measured(text, str(noun), verb, mention.first, mention.last, AMOUNT_OF, 0.9)


def _common_subject(reading: Reading, verb: int) -> bool:
    """Whether a common noun stands right before a verb, as its subject."""
    k = verb
    while k > 0 and reading.tags[k - 1] in "XM":
        k -= 1
    return k > 0 and reading.tags[k - 1] == "N"


def changed(
    reading: Reading, index: int, mention: Mention, found: Measured, of: Callable[[Reading, int], Measured]
) -> Measured:
    """ "reached $5 billion, an increase of 12%", "steel output (3% decline)": a change of what is told before; or
    ``found`` where the change has a noun of its own.
    """
    quantity = mention.quantity
    if mention.kind is not Kind.CHANGE and (quantity is None or quantity.role != "by"):
        return found
    if not _only_change(found) or _in_what(reading, mention):
        return found
    mark = _opening(reading, mention)
    if mark < 0:
        return found
    earlier = [k for k in range(index) if reading.mentions[k].kind not in TIMES]
    last = reading.mentions[earlier[-1]].last if earlier else -1
    gap = reading.tags[last:mark] if earlier else []
    if earlier and mark - last <= _BESIDE and not {"V", "X", "G"} & set(gap) and ")" not in reading.norms[last:mark]:
        before = of(reading, earlier[-1])
        if before.measure:
            return evolve(before, why=CHANGE_OF, confidence=0.9)
    if reading.norms[mark] != "(":
        return found
    if (listed := member(reading, mark)) is not None:
        return listed
    phrase = phrase_before(reading, mark)
    if phrase is None or phrase.last != mark or reading.tags[phrase.head] != "N":
        return found
    return from_phrase(reading, phrase, "the noun before the brackets", confidence=0.9)


def _only_change(found: Measured) -> bool:
    """Whether a measure says no more than that there is a change: "increase", "significant growth"."""
    words = found.measure.split()
    if not words:
        return True
    nouns = words_of_change().nouns
    plain = words[-1] in nouns or lemma(words[-1]) in nouns
    return plain and len(words) <= _LONGEST and all(word in _HOW or word.endswith(_LIKE) for word in words[:-1])


_LONGEST = 2
_HOW = frozenset(
    {
        "strong",
        "sharp",
        "slight",
        "modest",
        "steep",
        "big",
        "large",
        "small",
        "further",
        "huge",
        "record",
        "year-on-year",
        "month-on-month",
        "annual",
        "monthly",
    }
)
_LIKE = ("ant", "ent", "ous", "ive", "able", "ible", "ic", "al")


def _in_what(reading: Reading, mention: Mention) -> bool:
    """Whether a change says itself of what it is: "an increase of 5% in rents"."""
    at = mention.last
    while at < len(reading.tags) and reading.tags[at] in "NA" and reading.figure_at[at] < 0:
        at += 1
    if reading.norms[at : at + 1] not in (["in"], ["of"]):
        return False
    phrase = phrase_after(reading, at + 1)
    if phrase is None or phrase.first > at + 2 or reading.figure_at[at + 1] >= 0:
        return False
    return lemma(reading.norms[phrase.head]) not in load_table("wording")["empty"]


def _opening(reading: Reading, mention: Mention) -> int:
    """The comma or bracket with which the phrase of a change opens, or -1."""
    nouns = words_of_change().nouns
    for k in range(mention.first - 1, max(mention.first - 1 - _OPENING, -1), -1):
        norm, mark = reading.norms[k], reading.tags[k]
        if norm in {",", "(", "—", "–"}:
            return k
        if mark in "DAM" or norm in {"of", "by", "up", "down"}:
            continue
        if mark == "-" or norm in _RECORDS or (mark == "N" and norm in nouns):
            continue
        if mark in "GVX" and norm.endswith("ing") and verb_lemma(norm) in load_table("grammar")["showing"]:
            continue
        break
    return -1


_RECORDS = frozenset({"year", "month", "quarter", "record", "on", "over"})
