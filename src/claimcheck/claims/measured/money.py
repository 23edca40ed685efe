"""Money: the noun that an amount is an amount of, wherever it stands."""

from __future__ import annotations

from attrs import evolve

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.model import (
    NOTHING,
    Measured,
    earlier,
    from_phrase,
    main_verb,
    object_of,
    subject_of,
    verb_of,
)
from claimcheck.claims.phrases import Phrase, contains_little, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["of_money"]

_LINKS_AFTER = {
    "of": "of",
    "in": "in",
    "as": "as",
    "worth": "worth",
    "for": "for",
    "on": "on",
    "towards": "towards",
}
_SPENDING = frozenset(
    {"spend", "pay", "cost", "invest", "sell", "buy", "charge", "earn", "award", "lend", "owe", "raise"}
)

_OUTLAYS = frozenset({"spending", "cost", "expenditure", "investment", "outlay", "price", "bill", "expense"})


def of_money(reading: Reading, mention: Mention) -> Measured:
    """What the money is for: "a $57 million contract", "aid in the amount of $14.5m", "spent $15m as assistance"."""
    verb = main_verb(reading, mention)
    event = verb_of(reading, verb)
    for way in (_attributive, _amount_of, _label, _linked, _object, _subject):
        found = way(reading, mention, verb)
        if found is not None and found.measure:
            return evolve(found, event=event)
    found = earlier(reading, mention)
    if event in _SPENDING:
        noun = str(load_table("transfers")["noun_of"].get(event, event))
        return Measured(noun, noun, event, why=f"the verb “{event}”", confidence=0.7)
    return evolve(found or NOTHING, event=event)


def _attributive(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    at = mention.last
    tokens, tags = reading.tokens, reading.tags
    if at < len(tokens) and tokens[at].text in "-–‑" and tokens[at].glued:
        at += 1
    if at < len(tokens) and tags[at] in "NAG" and (tags[at] != "A" or at + 1 < len(tokens)):
        phrase = phrase_after(reading, at)
        if phrase is not None:
            return from_phrase(reading, phrase, "the noun after the amount")
    return None


def _amount_of(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """ "spending of $8m", "a budget of $8m", "aid in the amount of $8m", "at a cost of $8m"."""
    tokens = reading.tokens
    at = mention.first
    if not at or tokens[at - 1].norm not in {"of", "worth", "at", "totalling", "totaling", "from"}:
        return None
    if tokens[at - 1].norm in {"at", "from"}:
        return None
    phrase = phrase_before(reading, at - 1)
    if phrase is None or phrase.last != at - 1:
        return None
    if contains_little(lemma(tokens[phrase.head].norm)):
        k = phrase.first
        while k and reading.tags[k - 1] in "DMAP":
            k -= 1
        wider = phrase_before(reading, k)
        if wider is not None:
            phrase = wider
    found = from_phrase(reading, phrase, "the noun before “of”")
    return _purpose(reading, mention, found) if found.head in _OUTLAYS else found


def _purpose(reading: Reading, mention: Mention, found: Measured) -> Measured:
    """What an outlay is for: "spending of $8m to construct an outpost" is spending on an outpost."""
    tokens = reading.tokens
    at = mention.last
    if at >= len(tokens) or tokens[at].norm not in {"on", "for", "to", "in"}:
        return found
    start = at + 1
    if start < len(tokens) and reading.tags[start] in "VG":
        start += 1
    phrase = phrase_after(reading, start)
    if phrase is None or reading.tags[phrase.head] != "N":
        return found
    goal = from_phrase(reading, phrase, "")
    return evolve(found, measure=f"{found.measure} on {goal.measure}", last=goal.last)


def _label(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    tokens = reading.tokens
    if mention.first and tokens[mention.first - 1].text in {":", "="}:
        phrase = phrase_before(reading, mention.first - 1)
        return from_phrase(reading, phrase, "the label before the amount") if phrase else None
    return None


def _linked(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    tokens = reading.tokens
    at = mention.last
    if at < len(tokens) and tokens[at].norm == "worth" and at + 1 < len(tokens) and tokens[at + 1].norm == "of":
        at += 1
    if at < len(tokens) and tokens[at].norm in {"of", "in", "as", "worth"}:
        phrase = phrase_after(reading, at + 1)
        if phrase is not None and reading.tags[phrase.head] == "N":
            return from_phrase(reading, phrase, f"the phrase after “{tokens[at].text}”")
    return None


def _object(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    """The verb's object before the amount ("provided military aid … $8m"), or what is bought or built with it."""
    if verb is None or verb > mention.first:
        return None
    found = object_of(reading, verb, mention.first)
    if found is not None and reading.tags[found.head] == "N":
        return from_phrase(reading, found, "the object of the verb")
    tokens = reading.tokens
    at = mention.last
    if at < len(tokens) and tokens[at].norm in {"for", "on", "to", "towards"}:
        start = at + 1
        if start < len(tokens) and reading.tags[start] in "VG":
            start += 1
        phrase = phrase_after(reading, start)
        word = verb_of(reading, verb)
        if phrase is not None and reading.tags[phrase.head] == "N" and word in _SPENDING:
            return from_phrase(reading, phrase, f"what the verb “{tokens[verb].text}” pays for", confidence=0.9)
    return None


def _subject(reading: Reading, mention: Mention, verb: int | None) -> Measured | None:
    if verb is None or verb > mention.first or (verb_of(reading, verb) in _SPENDING - {"cost"}):
        return None
    phrase: Phrase | None = subject_of(reading, verb, reading.clause(mention.first)[0])
    if phrase is not None and reading.tags[phrase.head] == "N":
        return from_phrase(reading, phrase, f"the subject of “{reading.tokens[verb].text}”", confidence=0.8)
    return None
