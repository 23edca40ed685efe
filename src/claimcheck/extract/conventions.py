"""What a document as a whole settles about notation: decimal marks, currencies, the order of day and month."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex
from attrs import frozen

from claimcheck.extract.dates import date_conventions
from claimcheck.extract.scan import Conventions
from claimcheck.lexicon.tables import table
from claimcheck.segment.model import Segments

__all__ = ["conventions"]

_NUMBER = regex.compile(r"(?<![\d.,])\d{1,9}(?:[.,]\d{1,9}){1,3}(?![.,]?\d)")
_WORDS = regex.compile(r"\p{L}+(?:\.\p{L}+)*")
_EXPLICIT_WEIGHT = 10
_SAMPLE = 2_000_000


@frozen
class _Money:
    """What speaks for which currency: words, phrases, and spellings that are its own."""

    ambiguous: regex.Pattern[str]
    places: dict[str, str]
    phrases: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]
    signs: regex.Pattern[str]
    owners: dict[str, str]


@cache
def _money() -> _Money:
    owners: dict[str, set[str]] = {}
    places: dict[str, str] = {}
    phrases: list[tuple[str, str]] = []
    for row in table("currencies")["unit"]:
        for spelling in (*row.get("words", ()), *row.get("symbols", ()), *row.get("prefix", ())):
            owners.setdefault(spelling.lower(), set()).add(row["unit"])
        for place in row.get("places", ()):
            if " " in place:
                phrases.append((place, row["unit"]))
            else:
                places[place] = row["unit"]
    shared = {spelling for spelling, units in owners.items() if len(units) > 1 and spelling.isalpha()}
    own_words: dict[str, str] = {}
    own_signs: dict[str, str] = {}
    for row in table("currencies")["unit"]:
        shared.update(row.get("contextual", ()))
        for word in row.get("words", ()):
            if " " in word and owners[word.lower()] == {row["unit"]}:
                own_words[word.lower()] = row["unit"]
        for sign in (*row.get("symbols", ()), *row.get("prefix", ())):
            if len(sign) > 1 and owners[sign.lower()] == {row["unit"]}:
                own_signs[sign] = row["unit"]
    return _Money(
        regex.compile(r"[$¥￥]|(?<!\p{L})(?:\L<shared>)s?(?!\p{L})", shared=list(shared), flags=regex.IGNORECASE),
        places,
        tuple(phrases),
        tuple(own_words.items()),
        regex.compile(r"(?<!\p{L})(?:\L<signs>)(?=\s?\d)|(?<=\d[\s\u00a0])(?:\L<signs>)(?!\p{L})", signs=list(own_signs)),
        own_signs,
    )


def conventions(segments: Segments) -> Conventions:
    """What the document's own notation settles, from its text alone."""
    document = segments.document
    text = document.text[:_SAMPLE]
    currencies = _currencies(text)
    dollars = [code for code in ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD") if code in currencies]
    return Conventions(
        day_first=date_conventions(text),
        decimal_comma=_decimal_comma(text),
        anchor=document.published,
        dollar=max(dollars, key=currencies.__getitem__) if dollars else None,
        currencies=currencies,
    )


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
                grouped = all(len(part) == 3 for part in regex.split("[.,]", number)[1:])
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
    if comma > 2 * dot:
        return True
    return False if dot > 2 * comma else None


def _currencies(text: str) -> dict[str, int]:
    """How strongly the text speaks for each currency that shares a spelling; empty where no shared one occurs."""
    money = _money()
    if money.ambiguous.search(text) is None:
        return {}
    scores: Counter[str] = Counter()
    for match in money.signs.finditer(text):
        scores[money.owners[match.group()]] += _EXPLICIT_WEIGHT
    lower = text.lower()
    for phrase, code in money.words:
        times = lower.count(phrase)
        if times:
            scores[code] += times * _EXPLICIT_WEIGHT
    for word, times in Counter(_WORDS.findall(lower)).items():
        code = money.places.get(word)
        if code is not None:
            scores[code] += times
    for phrase, code in money.phrases:
        times = lower.count(phrase)
        if times:
            scores[code] += times
    return dict(scores)
