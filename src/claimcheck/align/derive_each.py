"""What a figure is per, said apart from it: "six litres a head" is "each resident gets six litres".

A denominator beside the figure is part of the quantity; here those that stand elsewhere in its clause are read, and a
figure per one of them is set beside those that are written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from attrs import evolve

from claimcheck.align.profile import Profile
from claimcheck.align.rates import in_common_units
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.dimensions import dimension
from claimcheck.lexicon.model import fold
from claimcheck.records import Kind, Quantity

__all__ = ["of_each"]

_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.DURATION})
_POWERED = re.compile(r"\b(cubic|square) (\w+)\b")
_PART = re.compile(r"[a-z]+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[-'’][^\W_]+)*|[,;:.()]")


def of_each(group: Sequence[Profile]) -> list[Profile]:
    """The figures of a sentence as figures per what their clause says elsewhere that they are per."""
    made = []
    for one in group:
        rated = _rated(one, [other for other in group if other.claim.kind in _KINDS or _spelled(other)])
        if rated is not None:
            made.append(rated)
    return made


def _spelled(profile: Profile) -> bool:
    """Whether a change is told with the word of a denominator: "a quarter more" is no bill for three months."""
    return profile.claim.kind is Kind.CHANGE and profile.claim.text[:2] == "a "


def _rated(profile: Profile, figures: Sequence[Profile]) -> Profile | None:
    quantity = profile.value.quantity
    if not _hinted(profile):
        return None
    if profile.claim.kind not in _KINDS or quantity is None or quantity.role in ("by", "times", "from"):
        return None
    if profile.claim.structure in ("table", "code") or profile.dimension.startswith("change"):
        return None
    own = () if quantity.per is None else (_canonical(quantity.per),)
    beside = [fold(other.claim.text) for other in figures if other is not profile]
    apart = dict(_apart(profile, [text for text in beside if text != "one"]))  # which may be a denominator: "One phone"
    for name in own:
        apart.pop(name, None)
    if len(apart) > _MOST or (not apart and own == (quantity.per,)):
        return None
    fused = _fused(quantity, tuple(apart)) if not own else None
    if fused is not None:
        return _made(profile, evolve(quantity, unit=fused), dimension(fused) or fused, apart)
    denominators = sorted({*own, *apart})
    if not denominators:
        return None
    share = _share(profile, quantity, apart)
    if share is not None:
        return share
    per = " per ".join(denominators)
    base = profile.dimension.partition(" per ")[0]
    for many, _ in apart.values():
        quantity = _shared(quantity, many)
    quantity = in_common_units(evolve(quantity, per=per))
    return _made(profile, quantity, f"{base} per {quantity.per}", apart)


def _hinted(profile: Profile) -> bool:
    """Whether the sentence has any word for what a figure is per; only then is it read."""
    if profile.claim.quantity is None or profile.source is None:
        return False
    span = profile.claim.sentence
    return _hints().search(profile.source.text, span.start, min(span.end, span.start + _LONG)) is not None


@cache
def _hints() -> re.Pattern[str]:
    measures = (unit.replace("-", "[- ]") for unit in _measures())
    units = "|".join((*measures, *(f"{time}(?:['’]s)?" for time in _times())))
    words = "|".join(_regular())
    single = r"(?:an?|one) single|one [a-z]+ (?:[a-z]+ )?(?:can|could|may|will|must)"
    whole = rf"\b(?:each|every|per|the average|{single}|{words}|(?:an?|one) (?:{units}))\b"
    return re.compile(whole, re.IGNORECASE)


def _shared(quantity: Quantity, many: Decimal) -> Quantity:
    """A figure for every thousand as one for each."""
    if many == 1:
        return quantity
    low, high, precision = (
        None if one is None else one / many for one in (quantity.low, quantity.high, quantity.precision)
    )
    return evolve(quantity, low=low, high=high, precision=precision)


def _share(profile: Profile, quantity: Quantity, apart: dict[str, _Apart]) -> Profile | None:
    """Of every ten children four are 40 percent of the children."""
    if profile.claim.kind is not Kind.COUNT or len(apart) != 1 or quantity.per is not None:
        return None
    ((many, _),) = apart.values()
    if many == 1 or not f" {profile.clause.words[0]}".startswith((" of every ", " out of every ")):
        return None
    hundredth = _shared(quantity, many / 100)
    made = _made(profile, evolve(hundredth, unit="percent", precision=None), "percent", apart)
    return evolve(made, value=evolve(made.value, kind=Kind.PERCENT), head=profile.head)


_Apart = tuple[Decimal, str]
"""How many of a thing a figure is per, and the words that say so."""


def _made(profile: Profile, quantity: Quantity, of: str, apart: dict[str, _Apart]) -> Profile:
    said = " and ".join(f"“{words}”" for _, words in apart.values())
    head = "" if profile.head in apart else profile.head
    measures = {lemma(word) for name, (_, words) in apart.items() if name in _names() for word in _PART.findall(words)}
    return evolve(
        profile,
        modifiers=profile.modifiers - measures,
        claim=evolve(profile.claim, scope=tuple(word for word in profile.claim.scope if word not in _apiece())),
        scope={name: values for name, values in profile.scope.items() if name not in _SAID},
        value=evolve(profile.value, quantity=quantity),
        dimension=of,
        head=head,
        derived=f"{profile.claim.text} {said}" if said else f"{profile.claim.text} is per {quantity.per}",
    )


def _fused(quantity: Quantity, apart: Sequence[str]) -> str | None:
    """The unit of a speed or a flow: litres that flow every hour are litres an hour."""
    unit = quantity.unit
    if unit is None or len(apart) != 1 or apart[0] not in ("second", "minute", "hour") or "/" in unit:
        return None
    return f"{unit} / {apart[0]}" if dimension(unit) in ("volume", "length") else None


def _apart(profile: Profile, figures: Sequence[str]) -> Iterator[tuple[str, _Apart]]:
    """The denominators that the clause names away from the figure and from ``figures``, each with its words."""
    front, rest = profile.clause.words
    front = front[max((front.rfind(one) + len(one) for one in figures if one in front), default=0) :]
    rest = rest[: min((rest.find(one) for one in figures if one in rest), default=len(rest))]
    front, rest = (_POWERED.sub(r"\1-\2", part) for part in (front, rest))
    for words, ahead in ((_clause_before(_WORD.findall(front)), True), (_clause_after(_WORD.findall(rest)), False)):
        for k, word in enumerate(words):
            found = _each(words, k) or (_of_measure(profile, words, k) if ahead or k else None)
            if found is not None:
                yield found
            elif word in _regular() and not (words[k - 1 : k] and words[k - 1] in ("the", "a", "an") and not ahead):
                yield _regular()[word], (_ONE, word)


def _each(words: Sequence[str], k: int) -> tuple[str, _Apart] | None:
    """Each resident; per head; a day, where no figure of another kind goes before."""
    word, rest = words[k], words[k + 1 : k + 5]
    if not rest:
        return None
    if word in ("a", "an") and words[k - 1 : k] == ["for"] and rest[0].endswith("'s") and rest[1:2] == ["work"]:
        time = rest[0].removesuffix("'s")  # "for an hour's work"
        return (time, (_ONE, f"{word} {rest[0]} work")) if time in _times() else None
    if word in ("a", "an") and not _singled(words, k):
        regular = rest[0] in _times() and words[k - 1 : k] != ["once"] and _AWAY.isdisjoint(rest[1:2])
        return (rest[0], (_ONE, f"{word} {rest[0]}")) if regular else None
    if word in ("one", "a") and (noun := _singled(words, k)):
        return (_canonical(noun), (_ONE, f"{word} {noun}"))
    if word == "average" and k and words[k - 1] in ("the", "an"):
        name = _nouns().get(rest[0])
        return (name, (_ONE, f"the average {rest[0]}")) if name else None
    if word not in ("each", "every", "per") or rest[0] in _stops():
        return None
    many = _ONE
    while rest and (number := _number(rest[0])) is not None:
        many, rest = many * number, rest[1:]
    noun = _head(rest) if rest and rest[0].isalpha() and not (many > 1 and rest[0] in _times()) else ""
    return (_canonical(noun), (many, f"{word} {noun}" if many == 1 else f"{word} {many:,f} {noun}")) if noun else None


def _singled(words: Sequence[str], k: int) -> str:
    """The noun that a clause begins with as one of many: "One phone can serve 50 loggers", "A single pump serves"."""
    single = words[k + 1 : k + 2] == ["single"]
    rest = words[k + 1 + single :]
    if k and words[k - 1] not in (",", "and", "but"):
        return ""
    helped = next((at for at in range(1, min(len(rest), 4)) if rest[at] in _ABLE), 0)
    if single and not helped:
        noun = _head(list(rest[:4])) if rest else ""
        return noun if noun.isalpha() else ""
    return rest[helped - 1] if helped and rest[helped - 1].isalpha() and (single or words[k] == "one") else ""


_ABLE = frozenset({"can", "could", "may", "will", "must"})


def _number(word: str) -> Decimal | None:
    """The number that a word of a denominator is: a thousand, 100,000."""
    if word[0].isdigit():
        return Decimal(word.replace(",", "")) if word.replace(",", "").isdigit() else None
    return _scales().get(word)


def _head(rest: Sequence[str]) -> str:
    """The noun of "each primary school pupil": the last of the words before one that no noun phrase goes on with."""
    if rest[0] in _measures():
        return rest[0]
    known = [k for k, word in enumerate(rest) if word in _nouns() or word in _times()]
    if known:
        return rest[known[0]]
    if rest[0] in grammar().adjectives and len(rest) > 1 and rest[1].isalpha() and rest[1] not in _stops():
        return rest[1]
    return "" if rest[0] in grammar().closed else rest[0]


def _of_measure(profile: Profile, words: Sequence[str], k: int) -> tuple[str, _Apart] | None:
    """A tonne of copper for so much, so much for a kilo of lint."""
    if profile.claim.kind is not Kind.MONEY or words[k] not in ("a", "an", "one") or len(words) < k + 3:
        return None
    unit = _measures().get(words[k + 1])
    return (unit, (_ONE, f"a {words[k + 1]}")) if unit and words[k + 2] == "of" else None


def _clause_before(words: Sequence[str]) -> list[str]:
    """The words from the last mark that parts two clauses, before the figure."""
    marks = [k for k, word in enumerate(words) if word in (";", ":", "(", ")")]
    return list(words[marks[-1] + 1 :] if marks else words)


def _clause_after(words: Sequence[str]) -> list[str]:
    marks = [k for k, word in enumerate(words) if word in (";", ":", "(")]
    return list(words[: marks[0]] if marks else words)


def _canonical(per: str) -> str:
    """One name for what a figure is per, however it is called: people for residents, the last noun of a phrase."""
    if per[:1].isdigit() or "*" in per:
        return per
    last = per.split()[-1]
    return _nouns().get(per) or _nouns().get(last) or _measures().get(last) or lemma(last)


@cache
def _scales() -> dict[str, Decimal]:
    words = load_table("number_words")
    return {word: Decimal(str(value)) for name in ("small", "tens", "scales") for word, value in words[name].items()}


@cache
def _nouns() -> dict[str, str]:
    return {surface: name for name, surfaces in load_table("rates")["nouns"].items() for surface in surfaces}


@cache
def _measures() -> dict[str, str]:
    return {surface: name for name, surfaces in load_table("rates")["measures"].items() for surface in surfaces}


@cache
def _names() -> frozenset[str]:
    return frozenset(load_table("rates")["measures"])


@cache
def _regular() -> dict[str, str]:
    return dict(load_table("rates")["regular"])


@cache
def _apiece() -> frozenset[str]:
    return frozenset({"each", "every", "per", "apiece", *_regular()})


@cache
def _times() -> frozenset[str]:
    return frozenset(_regular().values())


@cache
def _stops() -> frozenset[str]:
    return frozenset(load_table("rates")["stops"])


_SAID = frozenset({"sharing", "rate"})  # what "each" and "weekly" say, the denominator says
_AWAY = frozenset({"before", "earlier", "ago", "later", "after", "previously"})  # "4.25% a month before"
_ONE = Decimal(1)
_LONG = 600  # characters of a sentence that are read
_MOST = 2  # denominators that a figure has beside its own
