"""A form of a verb where it stands: what is before and behind it, and whether its clause has another verb."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from attrs import define

from claimcheck.claims.grammar import Grammar, lemma, nounlike, verb_lemma
from claimcheck.extract.numerals import PEOPLE
from claimcheck.extract.tokens import Token
from claimcheck.lexicon import load_table

__all__ = ["BE", "LONGEST_CLAUSE", "REACH", "VerbForm"]

LONGEST_CLAUSE = 80
REACH = 12  # tokens in which a verb or a figure is looked for
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})

_STANDING_AT = frozenset({"at", "by", "for", "from", "below", "above", "between"})
_PARTICLES = frozenset({"out", "up", "in"})
_TIME = 3  # tokens from a verb to the end of "part-time"


@define  # made for every form that may be a verb, so not frozen; never changed all the same
class VerbForm:
    """Token ``at``, a form of the verb ``base`` of that ``kind`` (base, s, past, ing), after a token tagged ``before``.

    ``tags`` are those of the tokens before it, ``following`` is the next token unless it belongs to a figure;
    ``number_next`` says that a number begins there.
    """

    norm: str
    base: str
    kind: str
    before: str
    tags: list[str]
    following: Token | None
    table: Grammar
    tokens: Sequence[Token]
    at: int
    number_next: bool

    @property
    def last(self) -> str:
        """The word before it, empty where it is the first."""
        return self.tokens[self.at - 1].norm if self.at else ""

    @property
    def after(self) -> str:
        """The word that follows, empty where a figure does or nothing."""
        return self.following.norm if self.following is not None else ""

    @property
    def before_noun(self) -> bool:
        """Whether a word follows that can be a noun or stand before one."""
        return nounlike(self.following, self.table)

    @property
    def since(self) -> Sequence[str]:
        """The tags since the last punctuation mark or conjunction; no more than a long clause has."""
        tags, last = self.tags, len(self.tags)
        for k in range(last - 1, max(-1, last - 1 - LONGEST_CLAUSE), -1):
            if tags[k] in ".C":
                return tags[k + 1 :]
        return tags[max(0, last - LONGEST_CLAUSE) :]

    @property
    def governed(self) -> bool:
        """Whether its clause has a verb before it."""
        return not _VERBAL.isdisjoint(self.since)

    def of_several(self) -> bool:
        """Whether what stands since the last break begins with a plural and has no verb yet."""
        tags, since = self.tags, self.since
        first = next((len(tags) - len(since) + k for k, mark in enumerate(since) if mark in "NZ"), -1)
        word = self.tokens[first].norm
        several = word in PEOPLE or (word.endswith("s") and lemma(word) != word and tags[first] == "N")
        return first >= 0 and several and "P" in since and _VERBAL.isdisjoint(since)

    def only_verb(self, *, wide: bool = False, prepositions: frozenset[str] = _STANDING_AT) -> bool:
        """Whether a form in -s before a preposition is its clause's verb, as none follows: "demand stands at 40%".

        ``wide`` takes any adverb as well, for a bare form after a plural.
        """
        tokens, i = self.tokens, self.at
        if i + 1 >= len(tokens):
            return False
        following = tokens[i + 1].norm
        if following in _PARTICLES and i + 2 < len(tokens) and tokens[i + 2].norm in {"at", "to"}:
            following = tokens[i + 2].norm  # "spending works out at"
        hours = following in {"part", "full"} and i + _TIME < len(tokens) and tokens[i + _TIME].norm == "time"
        if following not in prepositions and not (wide and (following in self.table.adverbs or hours)):
            return False
        return not self.verb_ahead(".;:!?", {"past"})

    def verb_ahead(self, stops: Container[str], kinds: set[str]) -> bool:
        """Whether an auxiliary or a verb's form of one of ``kinds`` follows before a mark of ``stops``."""
        table = self.table
        for token in self.tokens[self.at + 1 : self.at + REACH]:
            if token.text in stops:
                break
            entry = table.verb_forms.get(token.norm)
            if token.norm in table.auxiliaries or token.norm in table.modals:
                return True
            if entry is not None and entry[1] in kinds and not {token.norm, entry[0]} & table.nouns_too:
                return True
        return False

    def no_other_verb(self) -> bool:
        """Whether a clause has no verb, before or behind, but one of saying in front of what was said."""
        tags, since = self.tags, self.since
        found = [k for k in range(len(tags) - len(since), len(tags)) if tags[k] in "VX"]
        if any(verb_lemma(self.tokens[k].norm) not in _sayings() for k in found):
            return False
        return not self.verb_ahead(",.;:!?", {"past", "s"})


_VERBAL = frozenset("VX")


@cache
def _sayings() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["verbs"])
