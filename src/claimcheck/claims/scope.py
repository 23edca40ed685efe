"""Scope words beside a figure: total, average, annual, bilateral, new."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["dimensions", "scope_of"]

_RATES = {"year": "annual", "month": "monthly", "week": "weekly", "day": "daily"}
_NEAR = 3
_LONG = 10
_MORE = ["more"]


@cache
def _phrases() -> dict[str, tuple[tuple[list[str], str], ...]]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for values in load_table("scope")["dimension"].values():
        for value, phrases in values.items():
            for phrase in phrases:
                words = phrase.split()
                found.setdefault(words[0], []).append((words, value))
    return {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in found.items()}


@cache
def dimensions() -> dict[str, str]:
    """For each scope value the dimension that it is a value of: {"annual": "rate", …}."""
    return {value: name for name, values in load_table("scope")["dimension"].items() for value in values}


@cache
def _opening() -> frozenset[str]:
    """The words with which the phrases begin."""
    return frozenset(_phrases())


def scope_of(reading: Reading, mention: Mention, measure: tuple[int, int]) -> tuple[str, ...]:
    """The scope values named in the figure's clause close to it, or in its measure."""
    first, last = reading.clause(mention.first)
    begin, end = mention.first, mention.last
    if measure[0] >= 0 and measure[1] - mention.last < _LONG and mention.first - measure[0] < _LONG:
        begin, end = min(begin, measure[0]), max(end, measure[1])
    low, high = max(first, begin - _NEAR), min(last, end + _NEAR)
    norms = reading.norms
    table = _phrases()
    found: list[str] = []
    near = () if _opening().isdisjoint(norms[low:high]) else range(low, _aside(norms, end, high))
    for i in near:
        entries = table.get(norms[i])
        if entries is None or (reading.figure_at[i] >= 0 and not mention.first <= i < mention.core):
            continue
        for words, value in entries:
            if norms[i : i + len(words)] == words:
                if value == "each" and _recurring(norms[i + 1 : i + 2]):
                    continue  # "held each May" shares nothing out
                if words == _MORE and not _further(reading, mention, i):
                    continue
                if i and norms[i - 1] == "than":
                    continue  # "more than planned", "higher than average"
                if value not in found:
                    found.append(value)
                break
    if _SIZES.isdisjoint(found) and (size := _size(reading)):
        found.append(size)
    per = mention.quantity.per if mention.quantity is not None else None
    if per in _RATES and _RATES[per] not in found:
        found.append(_RATES[per])
    if reading.unit.cell is not None and reading.unit.cell.total and "total" not in found:
        found.append("total")
    return tuple(sorted(found)) if found else ()


def _aside(norms: list[str], begin: int, end: int) -> int:
    """Where an aside begins that tells of the things one by one: "64 sites, each of them open daily"."""
    for i in range(begin, end):
        if norms[i] not in _ONE_BY_ONE:
            continue
        if norms[i + 1 : i + 2] in _WITH or norms[i + 1 : i + 3] in _OF_THEM:
            return i
    return end


_ONE_BY_ONE = frozenset({"each", "all", "both", "most", "many", "some", "half", "none"})
_WITH = (["with"], ["as"])
_OF_THEM = (["of", "them"], ["of", "which"], ["of", "whom"])
_SIZES = frozenset({"net", "gross"})


def _further(reading: Reading, mention: Mention, at: int) -> bool:
    """Whether "more" adds to what there was: "40 more pupils", not "more than 40" or "40, more than …"."""
    return at == mention.last and at + 1 < len(reading.norms) and reading.norms[at + 1] != "than"


@cache
def _size_openers() -> frozenset[str]:
    """The words with which a phrase begins that says what was taken off."""
    return frozenset(
        word
        for word, entries in _phrases().items()
        if any(value in _SIZES and len(words) > 1 for words, value in entries)
    )


def _recurring(following: list[str]) -> bool:
    return bool(following) and following[0] in load_table("events")["calendar"]


def _size(reading: Reading) -> str:
    """What a phrase anywhere in the sentence says was taken off: "After tax and contributions, she earned …"."""
    if _size_openers().isdisjoint(reading.scan.vocabulary):
        return ""
    norms, table = reading.norms, _phrases()
    found = {
        value
        for i, word in enumerate(norms)
        for words, value in table.get(word, ())
        if value in _SIZES and len(words) > 1 and norms[i : i + len(words)] == words
    }
    return found.pop() if len(found) == 1 else ""
