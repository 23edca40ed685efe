"""What a document as a whole settles about notation: decimal marks, currencies, the order of day and month."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from attrs import frozen

from claimcheck.extract.dates import date_conventions, dots_are_dates
from claimcheck.extract.dates.reported import reported_year
from claimcheck.extract.dotted import grouped_in
from claimcheck.extract.scan import Conventions
from claimcheck.lexicon import load_table
from claimcheck.segment.model import Segments

__all__ = ["conventions"]

# The lookbehinds stand after the first character, so that the search can skip to it.
_NUMBER = re.compile(r"\d(?<![\d.,]\d)\d{0,8}(?:[.,]\d{1,9}){1,3}(?![.,]?\d)")
_SIGNS = re.compile(r"[A-Z](?<!\w.)[A-Za-z]{0,3}\$?(?=[ \u00a0]?\d)|[A-Z](?<=\d .)[A-Z]{2}\b")
_DOLLARS = re.compile(r" [Dd]ollars?\b")
_DECLARED = re.compile(r"\b(?:i[ns]|are|as) ((?:US|U\.S\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?))$")
_LONGEST_NAME = 60
# For each byte of a text what to put to leave its words alone; and the marks, of several bytes, that part words.
_LETTERS = bytes(code if code >= 0x80 or chr(code).isalpha() else 0x20 for code in range(256))
_MARKS = "“”‘’«»–—‑…\u00a0"
_HOME_MENTIONS = 8
_EXPLICIT_WEIGHT = 10
_SAMPLE = 2_000_000


@frozen
class _Money:
    """What speaks for which currency.

    ``shared`` are the spellings that need evidence; ``places`` and ``signs`` map what is found to a code, ``phrases``
    the last word of each phrase to the phrase, its code and its weight, ``dollars`` the adjectives of dollars.
    ``words`` are all single words among them, and those that phrases begin with, as UTF-8.
    """

    shared: frozenset[str]
    places: dict[str, str]
    signs: dict[str, str]
    phrases: dict[str, list[tuple[str, str, int]]]
    dollars: dict[str, str]
    words: frozenset[bytes]


@cache
def _money() -> _Money:
    owners: dict[str, set[str]] = {}
    shared: set[str] = set()
    dollars: dict[str, str] = {}
    places: dict[str, str] = {}
    signs: dict[str, str] = {}
    phrases: dict[str, list[tuple[str, str, int]]] = {}
    rows = load_table("currencies")["unit"]
    for row in rows:
        for spelling in (*row.get("words", ()), *row.get("symbols", ()), *row.get("prefix", ())):
            owners.setdefault(spelling.lower(), set()).add(row["unit"])
    for row in rows:
        code = row["unit"]
        shared.update(row.get("contextual", ()))
        for place in row.get("places", ()):
            if " " in place:
                phrases.setdefault(place.split()[-1], []).append((place, code, 1))
            else:
                places[place] = code
        for word in row.get("words", ()):
            folded = word.lower()
            if folded.endswith(" dollar"):
                dollars[folded.removesuffix(" dollar")] = code
            if len(owners[folded]) > 1:
                shared.update((folded, folded + "s"))
            elif " " in folded:
                last = folded.split()[-1]
                for variant in (last, last + "s"):
                    phrases.setdefault(variant, []).append((folded, code, _EXPLICIT_WEIGHT))
        for sign in (*row.get("symbols", ()), *row.get("prefix", ())):
            if len(owners[sign.lower()]) > 1:
                shared.add(sign.lower())
            elif len(sign) > 1:
                signs[sign] = code
    firsts = {phrase.partition(" ")[0] for entries in phrases.values() for phrase, _, _ in entries}
    telling = {*shared, *places, *phrases, *firsts, "euro", "euros"}
    return _Money(frozenset(shared), places, signs, phrases, dollars, frozenset(word.encode() for word in telling))


def conventions(segments: Segments) -> Conventions:
    """What the document's own notation settles, from its text alone."""
    document = segments.document
    text = document.text[:_SAMPLE]
    signs = Counter(_money().signs.get(found) for found in _SIGNS.findall(text))
    currencies = _currencies(text, signs)
    return Conventions(
        day_first=date_conventions(text),
        decimal_comma=_decimal_comma(text),
        anchor=document.published,
        dollar=_dollar(text, currencies, signs),
        currencies=currencies,
        reported=reported_year(document),
        day_dots=dots_are_dates(text),
    )


def _dollar(text: str, currencies: dict[str, int], signed: Counter[str | None]) -> str | None:
    """The currency that a bare "$" means, or None where nothing settles it.

    A text that says what dollars it counts in means those. One that writes "C$" means by "$" another dollar, mostly
    that of the United States; without such a sign, a text that speaks of one dollar's country alone means that one.
    """
    money = _money()
    for match in _DOLLARS.finditer(text):
        declared = _DECLARED.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        code = money.dollars.get(declared.group(1).lower()) if declared is not None else None
        if code is not None:
            return code
    if "USD" in signed:
        return "USD"
    home = currencies.get("USD", 0)
    rivals = [code for code in set(money.dollars.values()) if code != "USD" and code not in signed]
    best = max(rivals, key=lambda code: (currencies.get(code, 0), code), default="USD")
    if currencies.get(best, 0) >= _HOME_MENTIONS and currencies[best] > 3 * home:
        return best
    return "USD" if home else None


def _decimal_comma(text: str) -> bool | None:
    """Whether commas are decimal marks: True, False, or None where nothing settles it.

    Evidence are numbers that can be read one way only: 1.234,5 and 3,75 against 1,234.5 and 3.75.
    """
    comma = dot = 0
    for match in _NUMBER.finditer(text):
        number = match.group()
        last = max(number.rfind(","), number.rfind("."))
        mark, decimals = number[last], len(number) - last - 1
        marks = number.count(","), number.count(".")
        if sum(marks) > 1 and 0 in marks:
            if decimals == 3:  # 1,234,567 or 1.234.567, save for versions and lists
                grouped = all(len(part) == 3 for part in re.split("[.,]", number)[1:])
                if grouped and mark == ",":
                    dot += 1
                elif grouped:
                    comma += 1
            continue
        if sum(marks) > 1 or decimals != 3:
            if mark == ",":
                comma += 1
            else:
                dot += 1
    if comma > 2 * dot or (not dot and grouped_in(text)):
        return True
    return False if dot > 2 * comma else None


def _vocabulary(text: str) -> Counter[str]:
    """How often each word that speaks for a currency stands in a text."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    words = text.encode(errors="replace").translate(_LETTERS).split()
    return Counter(word.decode() for word in filter(_money().words.__contains__, words))


def _currencies(text: str, signs: Counter[str | None]) -> dict[str, int]:
    """How strongly the text speaks for each currency that shares a spelling; empty where no shared one occurs."""
    money = _money()
    lower = text.lower()
    cents = " cents" in lower
    if not cents and not any(sign in text for sign in "$¥￥£") and not any(word in lower for word in money.shared):
        return {}
    vocabulary = _vocabulary(lower)
    if not cents and not any(sign in text for sign in "$¥￥£") and money.shared.isdisjoint(vocabulary):
        return {}
    for place in money.places:
        if "." in place and place in lower:
            vocabulary[place] = lower.count(place)  # "u.s"
    scores: Counter[str] = Counter()
    for code, times in signs.items():
        if code is not None:
            scores[code] += times * _EXPLICIT_WEIGHT
    if cents and (euros := text.count("€") + vocabulary["euro"] + vocabulary["euros"]):
        scores["EUR"] += euros * _EXPLICIT_WEIGHT
    for place in money.places.keys() & vocabulary.keys():
        scores[money.places[place]] += vocabulary[place]
    for key in money.phrases.keys() & vocabulary.keys():
        for phrase, code, weight in money.phrases[key]:
            first = phrase.partition(" ")[0]
            times = lower.count(phrase) if first in vocabulary or not first.isalpha() else 0
            if times:
                scores[code] += times * weight
    return dict(sorted(scores.items()))
