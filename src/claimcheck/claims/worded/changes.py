"""Changes and comparisons in words: the rise of what, how many times what."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import gerund, lemma, participle, verb_lemma
from claimcheck.claims.measured import measured
from claimcheck.claims.measured.model import main_verb, subject_of
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.surface import joined, phrase_words, spelled
from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["compared_to", "of_change"]

_TIMES = frozenset({Kind.DATE, Kind.PERIOD})


def of_change(reading: Reading, mention: Mention, text: str, *, beside: bool = False) -> str:
    """ "rise in rents", "fall in price of mobile data": the noun of the change before what changes.

    With ``beside`` that is what a figure before it measures, and its verb none of change.
    """
    quantity = mention.quantity
    if not text or quantity is None or not quantity.direction:
        return text
    words = words_of_change()
    own = text.split()
    if own[0] in words.nouns or lemma(own[0]) in words.nouns:
        return text
    noun = _noun(reading, mention, quantity.direction)
    verb = main_verb(reading, mention)
    moved = verb_lemma(reading.norms[verb]) if verb is not None and reading.tags[verb] in "VG" else ""
    if moved not in _moving() and (beside or (mention.first and reading.tokens[mention.first - 1].text in ",(")):
        moved = ""  # "imported 4 tonnes of wheat, 5% more than in 2016"
    form = {moved, participle(moved), gerund(moved), reading.norms[verb]} if verb is not None and moved else set()
    if own[-1] not in form and lemma(own[-1]) in words.nouns:
        return text
    kept = [word for word in own if word not in form] or own
    return joined([noun, "of" if noun == "retreat" else "in", *kept])


@cache
def _moving() -> set[str]:
    """The verbs that tell a change themselves."""
    words = words_of_change()
    return {verb_lemma(word) for word in (*words.verbs, *words.transitive)}


def _noun(reading: Reading, mention: Mention, direction: int) -> str:
    """The noun of a change: that of its verb, else the plain one of its direction."""
    plain = "increase" if direction > 0 else "decrease"
    nouns = load_table("change_verbs")["noun_of"]
    after = reading.norms[mention.last : mention.last + 1]
    inside = reading.norms[mention.core : mention.last]
    if not words_of_change().comparatives.keys().isdisjoint((*inside, *after)):
        return plain
    own = next((word for word in _around(reading, mention) if word in words_of_change().nouns), "")
    if own:
        return "increase" if own == "increases" else own
    told = next((word for word in _leading(reading, mention) if word in _margins()), "")
    if told:
        return told  # "her lead is 4 points"
    verb = main_verb(reading, mention)
    if verb is None:
        return plain
    if verb_lemma(reading.norms[verb]) in load_table("change_verbs")["margin"]["winning"]:
        return "margin"  # "won by 1,200 votes"
    return str(nouns.get(verb_lemma(reading.norms[verb]), plain))


def _leading(reading: Reading, mention: Mention) -> list[str]:
    """The words before a figure, the nearest first."""
    return reading.norms[max(mention.first - _MARGIN, 0) : mention.first][::-1]


_MARGIN = 4  # tokens from a noun for a margin to its figure: "the lead is now 4 points"


@cache
def _margins() -> frozenset[str]:
    return frozenset(load_table("change_verbs")["margin"]["nouns"])


def _around(reading: Reading, mention: Mention) -> list[str]:
    """The words among which the noun of a change stands: "a sharp rise of 4%", "a 4% rise"."""
    norms, at = reading.norms, mention.first
    before = norms[at - 2 : at - 1] if at > 1 and norms[at - 1] in words_of_change().of else []
    return [*norms[mention.core : mention.last], *norms[mention.last : mention.last + 1], *before]


def compared_to(reading: Reading, mention: Mention, text: str) -> str:
    """ "three times as much as in 2014", "twice as long as the old one": what, relative to what."""
    second = _second_side(reading, mention)
    if second < 0:
        return text
    thing = _thing(reading, mention) or text
    other = _other(reading, second)
    return joined([*thing.split(), "relative", "to", *other]) if thing and other else text


def _second_side(reading: Reading, mention: Mention) -> int:
    """The token after the second "as" or the "than" of a comparison that the figure opens, or -1."""
    norms, at = reading.norms, mention.last
    if norms[at : at + 1] == ["as"]:
        return next((k + 1 for k in range(at + 2, min(at + _FAR, len(norms))) if norms[k] in {"as", "than"}), -1)
    more = norms[at : at + 1] and norms[at] in words_of_change().comparatives
    return at + 2 if more and norms[at + 1 : at + 2] == ["than"] else -1


_FAR = 9


def _thing(reading: Reading, mention: Mention) -> str:
    """What is compared: the noun inside the comparison, what the figure before it measures, or a dimension."""
    from claimcheck.claims.worded import worded

    norms, tags, at = reading.norms, reading.tags, mention.last
    inner = phrase_after(reading, at + 2) if norms[at : at + 1] == ["as"] and tags[at + 2 : at + 3] == ["N"] else None
    verb = main_verb(reading, mention)
    if inner is not None:
        done = participle(verb_lemma(norms[verb])) if verb is not None and tags[verb] == "V" else ""
        return joined([*spelled(reading, inner.first, inner.last), done])
    if mention.first and reading.tokens[mention.first - 1].text in ",(":
        before = [
            k for k, other in enumerate(reading.mentions) if other.last < mention.first and other.kind not in _TIMES
        ]
        if before:
            what = measured(reading, before[-1])
            return worded(reading, before[-1], what, None)
    dimension = load_table("wording")["compared"].get(norms[at + 1] if norms[at : at + 1] == ["as"] else norms[at])
    if dimension is None or verb is None:
        return ""
    subject = subject_of(reading, verb, reading.clause(mention.first)[0])
    named = phrase_words(reading, subject)
    return joined([dimension, "of", *named]) if named else ""


def _other(reading: Reading, at: int) -> list[str]:
    """The other side of a comparison: a time, a thing, "the one before"."""
    tags, norms = reading.tags, reading.norms
    while at < len(tags) and tags[at] in "PD":
        at += 1
    if at >= len(tags):
        return []
    figure = reading.figure_at[at]
    if figure >= 0:
        mention = reading.mentions[figure]
        return [reading.norms[k] for k in range(mention.first, mention.last)] if mention.kind in _TIMES else []
    if norms[at] == "one":
        return ["previous"] if norms[at + 1 : at + 2] == ["before"] else []
    phrase = phrase_after(reading, at)
    return spelled(reading, phrase.first, phrase.last) if phrase is not None and phrase.first == at else []
