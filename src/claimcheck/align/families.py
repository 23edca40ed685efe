"""Money in a family of currencies, by the one of them that other documents name: "20 rupees" beside "LKR 20".

A word or sign that several countries' money shares is read as the likeliest; where nothing in its document settled
that, and the others name one currency of the family and not that one, it is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from claimcheck.align.profile import Profile
from claimcheck.lexicon import fold, load_table
from claimcheck.records import Claim, Kind

__all__ = ["in_families"]

_SIGN = re.compile(r"([A-Za-z.]*[^\w\s,.()-]|[A-Za-z]+\.?) ?\d")
_WORD = re.compile(r"[^\W\d]+")


def in_families(profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles, those of money in a shared word or sign in the currency that the other documents name."""
    money = [one for one in profiles if one.claim.kind is Kind.MONEY and one.dimension.startswith("money ")]
    families = {one.index: family for one in money if (family := family_of(one.claim))}
    if not families:
        return list(profiles)
    named: dict[int, set[str]] = defaultdict(set)
    for one in money:
        if one.index not in families and one.claim.quantity is not None and one.claim.quantity.unit:
            named[one.document].add(one.claim.quantity.unit)
    return [one if one.index not in families else _settled(one, families[one.index], named) for one in profiles]


def _settled(profile: Profile, family: frozenset[str], named: dict[int, set[str]]) -> Profile:
    """The profile in the only currency of the family that other documents name, if that is not its own."""
    quantity = profile.value.quantity
    if quantity is None or quantity.unit is None or named.get(profile.document, set()) & family:
        return profile
    others = {unit for document, units in named.items() if document != profile.document for unit in units & family}
    if len(others) != 1 or quantity.unit in others:
        return profile
    own, unit = quantity.unit, others.pop()
    if _home(profile, own):
        return profile
    return evolve(
        profile,
        value=evolve(profile.value, quantity=evolve(quantity, unit=unit)),
        dimension=profile.dimension.replace(own, unit, 1),
    )


def family_of(claim: Claim) -> frozenset[str]:
    """The currencies that the word or sign of a claim's money may mean; empty where it names one."""
    words, signs = _shared()
    found = _WORD.findall(fold(claim.text))
    if found and found[-1] in words:
        named = len(found) > 1 and found[-2] in _adjectives()
        return frozenset() if named or _codes() & set(_WORD.findall(claim.text)) else words[found[-1]]
    sign = _SIGN.search(claim.text)
    return signs.get(sign[1], frozenset()) if sign is not None else frozenset()


def _home(profile: Profile, unit: str) -> bool:
    """Whether the document speaks of the country whose money a shared word was taken for."""
    text = fold(profile.source.text) if profile.source is not None else ""
    return any(re.search(rf"\b{re.escape(place)}\b", text) for place in _places().get(unit, ()))


@cache
def _rows() -> list[dict[str, list[str]]]:
    return [row for row in load_table("currencies")["unit"] if "factor" not in row]


@cache
def _places() -> dict[str, tuple[str, ...]]:
    return {str(row["unit"]): tuple(row.get("places", ())) for row in _rows()}


@cache
def _codes() -> frozenset[str]:
    return frozenset(str(row["unit"]) for row in _rows())


@cache
def _adjectives() -> frozenset[str]:
    """The words before the family's own that say whose money it is: Swiss, CFA, new."""
    return frozenset(word for row in _rows() for name in row.get("words", ()) for word in fold(name).split()[:-1])


@cache
def _shared() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Words, with their plurals, and signs that are in the names of several currencies: the codes of these."""
    words: dict[str, set[str]] = defaultdict(set)
    signs: dict[str, set[str]] = defaultdict(set)
    for row in _rows():
        code = str(row["unit"])
        for name in row.get("words", ()):
            last = fold(name).split()[-1]
            for form in (last, last + "s"):
                words[form].add(code)
        for sign in (*row.get("symbols", ()), *row.get("prefix", ())):
            signs[sign].add(code)
    several = {word: frozenset(codes) for word, codes in words.items() if len(codes) > 1}
    return several, {sign: frozenset(codes) for sign, codes in signs.items() if len(codes) > 1}
