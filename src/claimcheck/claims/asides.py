"""Names of a figure's sentence that stand aside from it, so that a reader would not say that it is about them.

"The law of 2015 allows the army to act" dates the law: what the predicate names is not of that date. "Many countries of
the region, such as Tervia" gives an example, and "the embassy in Kelm" is an embassy in the country.
"""

from __future__ import annotations

from functools import cache

from claimcheck.claims.bystanders import compared, landmark
from claimcheck.claims.grammar import lemma
from claimcheck.claims.names import Name
from claimcheck.claims.places import regions
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.shapes import word_table
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["aside", "common_tail", "localities", "predicate_of", "shared"]

_ITEM = 6  # tokens from one figure of a list to the next
_WITHIN = frozenset({"in", "of"})
_RELATIVE = frozenset({"that", "which", "who"})
_RANK = Kind.RANK
_REACH = 25  # tokens of a list of examples


@cache
def _table() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_table("names")["asides"].items()}


@cache
def _exemplary() -> frozenset[str]:
    """Words with which examples are given; "such as" has two."""
    return _table()["examples"] | {"such"}


@cache
def _by_which() -> frozenset[str]:
    """Words by which a name before a figure stands aside."""
    return _table()["posts"] | {"country", "nation"}


def predicate_of(reading: Reading, mention: Mention) -> int:
    """Where the predicate begins of which a date only dates the subject: "The law of 2015 | allows the army …"; or -1.

    The date stands within the subject where a finite verb follows it at once, or where an article opens its noun
    phrase, and no finite verb stands before it.
    """
    if mention.kind not in TIMES:
        return -1
    tags, norms, tokens = reading.tags, reading.norms, reading.tokens
    first, _ = reading.clause(mention.first)
    start = _head(reading, mention.first, first)
    if start < 0:
        return -1
    after = mention.last
    while after < len(tags) and (norms[after] == "," or tags[after] == "G"):
        after += 1
    if after < len(tags) and tags[after] in "VX" and not tokens[after].text[:1].isupper():
        return after
    if tags[mention.first - 1] == "D" and mention.first - 1 == first and tags[first - 1 : first] != ["V"]:
        verb = next((k for k in range(mention.last, len(tags)) if tags[k] in "VX,;CR"), -1)
        return verb if verb > 0 and tags[verb] in "VX" else -1
    return -1


def _head(reading: Reading, at: int, first: int) -> int:
    """Where the noun phrase ends that a date may belong to: no finite verb stands between, and the date opens no
    clause; -1 otherwise.
    """
    tags, norms = reading.tags, reading.norms
    k = at - 1
    while k >= 0 and norms[k] in _table()["before_dates"] and tags[k] != "D":
        k -= 1
    if k < 0 or norms[k] in {",", "and", "but"} or (k == at - 1 and tags[k] in "NZ"):
        return -1
    noun = tags[k] == "D" or any(mark in "NZ" for mark in tags[first : k + 1])
    finite = any(tags[j] == "X" for j in range(first, k + 1)) or any(tags[j] == "V" for j in range(first, k))
    finite = finite and norms[first] not in _RELATIVE  # "the strike that occurred in 2010 saw …"
    return k if noun and not finite else -1


def aside(reading: Reading, mention: Mention) -> set[str]:
    """The names of a sentence that stand aside from a figure of it."""
    verb = predicate_of(reading, mention)
    behind = any(name.first >= mention.last for name in reading.names)
    if verb < 0 and not behind and mention.kind is not _RANK and _by_which().isdisjoint(reading.scan.vocabulary):
        return set()
    found, kept = set(), set()
    for name in reading.names:
        apart = _example(reading, mention, name) or compared(reading, mention, name) or _class(reading, mention, name)
        if 0 <= verb <= name.first or apart:
            found.add(name.canonical)
            if name.inside is not None:
                found.add(name.inside)
        else:
            kept.add(name.canonical)
            if name.inside is not None:
                kept.add(name.inside)
                if reading.norms[max(name.first - 2, 0)] in _table()["posts"]:
                    found.add(name.canonical)
                    kept.discard(name.canonical)
    return found - kept


def localities(reading: Reading) -> tuple[set[str], str]:
    """Three places or more that a sentence lists within a country that it names, and the country: "in Lima, Cusco and
    Puno".
    """
    names, countries = reading.names, load_table("countries")
    if len(names) <= _MANY or not any(name.canonical in countries for name in names):
        return set(), ""
    chain: list[Name] = []
    for name in [*names, None]:
        gap = reading.norms[chain[-1].last : name.first] if chain and name is not None else []
        if name is not None and gap and set(gap) <= _JOINING and name.canonical not in countries:
            chain.append(name)
            continue
        if len(chain) >= _MANY and _lists_places(reading, chain[0].first):
            held = [one for one in names if one.canonical in countries]
            near = min(held, key=lambda one: abs(one.first - chain[0].first))
            return {one.canonical for one in chain}, near.canonical
        chain = [name] if name is not None and name.canonical not in countries else []
    return set(), ""


def _lists_places(reading: Reading, at: int) -> bool:
    """Whether what is listed from a token on is where something is."""
    before = reading.norms[max(at - 2, 0) : at]
    if before[-1:] == ["of"]:
        return before[0].removesuffix("s") in word_table("levels") or lemma(before[0]) in word_table("levels")
    return before[-1:] in (["in"], ["across"], ["throughout"], ["around"])


_MANY = 3
_JOINING = frozenset({",", "and", "or"})


def shared(reading: Reading, mention: Mention) -> list[str]:
    """The names in the predicate that the figures of a list have in common: "7% and 9% …, respectively, trust Peru"."""
    last = max(other.last for other in reading.mentions if other.kind is mention.kind)
    _, end = reading.clause(last - 1)
    verb = next((k for k in range(last, end) if reading.tags[k] in "VX"), end)
    return [name.canonical for name in reading.names if verb < name.first < end]


def common_tail(reading: Reading, mention: Mention) -> list[str]:
    """The names behind the last figure of a list that all of it is of: "sold 3 ships, 5 planes and 2 guns to Peru"."""
    same = [other for other in reading.mentions if other.kind is mention.kind and other.first >= mention.first]
    last = mention
    for other in same[1:]:
        gap = range(last.last, other.first)
        if not 0 < len(gap) <= _ITEM or reading.norms[gap[-1]] not in {",", "and", "or"} or _parted(reading, gap):
            break
        last = other
    if last is mention:
        return []
    _, end = reading.clause(last.last - 1)
    stop = next((k for k in range(last.last, end) if reading.tags[k] in "VXCR,;" or reading.norms[k] == ","), end)
    return [name.canonical for name in reading.names if last.last <= name.first < stop and not landmark(reading, name)]


def _parted(reading: Reading, gap: range) -> bool:
    """Whether a verb, a name or a preposition stands between two figures, so that they are no list."""
    within = any(reading.tags[k] in "VXPZ" for k in gap)
    return within or any(name.first in gap for name in reading.names)


def _example(reading: Reading, mention: Mention, name: Name) -> bool:
    """Whether a name after a figure is one of a list that only gives examples."""
    if name.first < mention.last or _exemplary().isdisjoint(reading.scan.vocabulary):
        return False
    norms = reading.norms
    for k in range(name.first - 1, max(mention.last, name.first - _REACH) - 1, -1):
        if norms[k] in {".", ";", "that", "which"} or reading.tags[k] in "VX":
            return False
        if norms[k] in _table()["examples"] or norms[k : k + 2] == ["such", "as"]:
            return True
    return False


def _class(reading: Reading, mention: Mention, name: Name) -> bool:
    """Whether a name only says among whom something has a rank ("the first Asian country at No. 5"), or stands for a
    country that it doesn't name ("the South Asian country").
    """
    following = reading.norms[name.last : name.last + 1]
    if mention.kind is _RANK:
        return not _table()["classes"].isdisjoint(following)
    return name.canonical in regions() and following in (["country"], ["nation"])
