"""What an amount in brackets measures: the noun that it stands right behind."""

from __future__ import annotations

from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.phrases import Phrase, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["bracketed"]


def bracketed(reading: Reading, mention: Mention) -> Measured | None:
    """ "Revenue (€842m) grew faster than costs (€770m)", "1.3 times EBITDA (€97m)": no second sum of one amount."""
    tokens, tags, at = reading.tokens, reading.tags, mention.first - 1
    if mention.kind is not Kind.MONEY or at < 1 or tokens[at].text != "(" or tags[at - 1] not in "NZ":
        return None
    if mention.last < len(tokens) and tokens[mention.last].text not in ");,":
        return None
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
