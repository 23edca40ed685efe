"""What an amount in brackets measures: the noun that it stands right behind, of the list that this is a member of."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.phrases import Phrase, normalise, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["MEMBER", "bracketed", "member"]

MEMBER = "a member of a list before its brackets"
_FAR = 90  # tokens of a list with its brackets
_INSIDE = 14  # tokens in brackets before the amount
_LINKS = frozenset({"of", "on", "in", "for"})


def bracketed(reading: Reading, mention: Mention) -> Measured | None:
    """ "Revenue (€842m) grew faster than costs (€770m)", "1.3 times EBITDA (€97m)": no second sum of one amount."""
    tokens, tags = reading.tokens, reading.tags
    if mention.kind is not Kind.MONEY or "(" not in reading.norms[: mention.first]:
        return None
    at = _opened(reading, mention)
    if at < 1 or tags[at - 1] not in "NZ":
        return None
    if mention.last < len(tokens) and tokens[mention.last].text not in ");," and at == mention.first - 1:
        return None
    listed = member(reading, at)
    if listed is not None or at != mention.first - 1:
        return listed
    phrase = phrase_before(reading, at)
    if phrase is None or phrase.last != at:
        return None
    if tokens[phrase.first].norm == "times" and phrase.first < phrase.head:
        phrase = Phrase(phrase.first + 1, phrase.last, phrase.head)
    if tags[phrase.head] == "N":
        return from_phrase(reading, phrase, "the noun before the brackets", confidence=0.9)
    letters = tokens[phrase.head].text
    if not (letters.isupper() and len(letters) > 1):
        return None
    return Measured(
        letters.lower(), letters.lower(), "", phrase.first, phrase.last, "the letters before the brackets", 0.8
    )


def _opened(reading: Reading, mention: Mention) -> int:
    """The bracket that opens right before an amount, or before things that it is of: "metals (tin, zinc at $4m)"."""
    at = mention.first - 1
    if reading.tokens[at].text == "(":
        return at
    if reading.norms[at] not in {"at", "worth", "totalling", "totaling"}:
        return -1
    for k in range(at - 1, max(at - _INSIDE, -1), -1):
        if reading.tokens[k].text == "(":
            return k
        if reading.tags[k] not in "NAZ" and reading.norms[k] not in {",", "and"}:
            break
    return -1


@cache
def _governing() -> frozenset[str]:
    """Nouns of what is sent, traded, made or spent, of which a list names the goods."""
    table = load_table("transfers")
    flows = table["flows"]
    moved = {*table["give"]["nouns"], *table["receive"]["nouns"], *flows["out"], *flows["in"], *flows["sent"]}
    return frozenset(moved | {*table["amount_of"].values(), "output", "expenditure", "trade"})


def member(reading: Reading, at: int) -> Measured | None:
    """What a member of a list that a bracket follows is, with the noun that governs the list: "supplies to Peru of oil
    ($4m), ores and concentrates ($2m)": ore and concentrate supply.
    """
    tags, norms = reading.tags, reading.norms
    first = at
    while first and (tags[first - 1] in "NA-" or norms[first - 1] in {"and", "&", "other"}):
        first -= 1
    while first < at and norms[first] in {"and", "&"}:
        first += 1
    if first == at or tags[at - 1] != "N":
        return None
    link = _list_start(reading, first)
    if link < 1:
        return None
    k = link
    goal: list[str] = []
    while k > 2 and tags[k - 1] == "Z":  # "supplies to Peru of oil"
        start = k - 1
        while start and tags[start - 1] == "Z":
            start -= 1
        if start < 1 or norms[start - 1] not in {"to", "from"}:
            return None
        goal = [*norms[start - 1 : k], *goal]
        k = start - 1
    noun = norms[k - 1] if k else ""
    if tags[k - 1] not in "NG" or lemma(noun) not in _governing() or (goal and norms[link] != "of"):
        return None
    thing = normalise(reading, [Phrase(first, at, at - 1)])
    words = [norms[j] for j in range(first, at) if tags[j] != "-"]
    if norms[link] == "of":
        text, label = f"{thing} {lemma(noun)}", [*words, noun, *goal]
    else:
        text, label = f"{lemma(noun)} {norms[link]} {thing}", [noun, norms[link], *words]
    governing = Phrase(k - 1, k, k - 1)
    return Measured(text, lemma(noun), why=MEMBER, confidence=0.9, subject=governing, label=" ".join(label))


def _list_start(reading: Reading, first: int) -> int:
    """The preposition with which a list begins whose member starts at a token, or -1; brackets are passed over."""
    tags, norms = reading.tags, reading.norms
    k = first - 1
    while k > max(first - _FAR, 0):
        if norms[k] == ")":
            while k > 0 and norms[k] != "(":
                k -= 1
        elif norms[k] in _LINKS and tags[k] == "P":
            return k
        elif tags[k] not in "NAMG-" and norms[k] not in {",", "and"}:
            return -1
        k -= 1
    return -1
