"""Nouns that may be of one field and yet of two things: cars and lorries, houses and flats, schools and pupils."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in, exchanged, roots
from claimcheck.align.profile import Profile
from claimcheck.align.tables import closed_words
from claimcheck.align.weights import weight
from claimcheck.align.words import people
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["base_noun", "plain_noun", "shares_of_two", "sums", "two_nouns", "two_priced"]


@fact
def plain_noun(profile: Profile) -> bool:
    """Whether a claim's head is a noun that says what is measured."""
    return profile.head != profile.event and not profile.nameless and weight(profile.head) > 0


@cache
def sums() -> frozenset[str]:
    """Nouns for sums of money."""
    return frozenset(load_table("events")["sums"])


def two_nouns(a: Profile, b: Profile) -> bool:
    """Whether two counts are of things that have names of their own: cars and lorries, members and volunteers."""
    if not a.claim.kind is b.claim.kind is Kind.COUNT or a.head in (a.event, b.event) or b.head in (a.event, b.event):
        return False
    return not exchanged(a.head, b.head) and not derived_in(a.head, (b.head,), roots(b.head))


def two_priced(a: Profile, b: Profile) -> bool:
    """Whether two sums are each of a thing of its own, not of a price or payment: houses and flats."""
    if not a.dimension.startswith("money") or derived_in(a.head, (b.head,), roots(b.head)):
        return False
    if exchanged(a.head, b.head):
        return False
    words = {word for part, words in load_table("restrictions")["money"].items() for word in (part, *words)}
    return words.isdisjoint((a.head, b.head)) and not {a.head, b.head} & {a.event, b.event, *sums()}


def shares_of_two(a: Profile, b: Profile) -> bool:
    """Whether two shares are each of things of their own: 24% of the schools, 41% of the pupils of such schools.

    Not where one noun says what both measure, whatever words stand behind it: "a third of its elms dead".
    """
    if a.head == b.head and plain_noun(a) and plain_noun(b):
        return False
    one, other = base_noun(a), base_noun(b)
    generic, _ = people()
    if not (one and other) or exchanged(one, other) or {one, other} & generic:
        return False
    return not derived_in(one, (other,), roots(other))


@fact
def base_noun(profile: Profile) -> str:
    """The noun of what a figure is a share of, where "of" and the noun stand right after it."""
    if profile.source is None or profile.derived:
        return ""
    found = _OF_NOUN.match(profile.source.text, profile.claim.span.end)
    noun = ""
    for word in found[1].lower().split() if found is not None else ():
        verb = word in grammar().verb_forms and word not in grammar().nouns_too
        if verb or word in closed_words() or word in grammar().adverbs or (noun and word.endswith("ed")):
            break
        noun = lemma(word)
    return noun


_OF_NOUN = re.compile(r"\s+of\s+(?:(?:the|all|its|their|those|these)\s+)?([a-z][a-z-]*(?: [a-z][a-z-]*){0,4})")
