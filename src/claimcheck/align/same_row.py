"""Tests of where a figure stands: the row of a table, program text and its output."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from claimcheck.align.blocks import entry_words
from claimcheck.align.facts import fact
from claimcheck.align.limits import bound_words
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.settings import described, unnaming
from claimcheck.align.state import State
from claimcheck.align.tables import table, word_set
from claimcheck.align.triggers import says, triggers
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import verb_lemma
from claimcheck.lexicon.model import fold

__all__ = ["entries", "of_any_year", "quarters", "rows", "samples", "series"]


def series(a: Profile, b: Profile, state: State) -> None:
    """A table that gives a figure for one year after another: what names no year may be of any of them."""
    if year := of_any_year(a, b):
        state.unknown("row", f"the table has other years than {year}; the other gives no time")
        state.guarded = True


def of_any_year(a: Profile, b: Profile) -> str:
    """The year of a cell, where the table has others and the other side names none; else empty."""
    for one, other in ((a, b), (b, a)):
        year = _year(one) if one.claim.structure == "table" and other.claim.when is None else ""
        if not year or (a.document == b.document and other.claim.structure == "table"):
            continue
        if a.document != b.document and other.published is not None and other.published.year == int(year):
            continue
        if _by_years(one, year):
            return year
    return ""


def _year(profile: Profile) -> str:
    """The year of a cell: the claim's own, or the one that opens its row."""
    when = profile.claim.when
    if when is not None:
        return str(when.start.year) if when.start is not None else ""
    if profile.source is None:
        return ""
    text = profile.source.text
    found = _OPENS.match(text, text.rfind("\n", 0, profile.claim.span.start) + 1)
    return found[1] if found is not None else ""


def _by_years(profile: Profile, year: str) -> bool:
    """Whether the table's rows, or its columns, are years, this one among them."""
    if profile.source is None:
        return False
    text, at = profile.source.text, profile.claim.span.start
    low = max(text.rfind("\n\n", 0, at), at - _TABLE, 0)
    high = text.find("\n\n", at)
    lines = text[low : high if high >= 0 else len(text)][: _TABLE * 2].strip().split("\n")
    firsts = [cells[0] for line in lines if (cells := _SPLIT.split(line.strip("| \t")))]
    for cells in (firsts, _SPLIT.split(lines[0].strip("| \t"))):
        years = {found[0] for cell in cells if (found := _YEAR.match(cell.strip(" *`")))}
        if year in years and len(years) > 1:
            return True
    return False


_TABLE = 4000  # characters of a table before and after a figure that are read
_SPLIT = re.compile(r"\s*[|\t;]\s*")
_OPENS = re.compile(r"\W*((?:1[5-9]|20)\d\d)\W*[|\t;]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?=$|\W)")


def entries(a: Profile, b: Profile, state: State) -> None:
    """Two items of one list, and two rows of the tables of one document, are each of its own."""
    one, other = a.claim, b.claim
    if a.document != b.document or one.structure != other.structure or one.sentence == other.sentence:
        return
    if one.structure == "list_item" and one.section == other.section:
        state.bar("list", "two items of one list")
    elif one.structure == "table" and (one.section == other.section or not (state.stock or state.setting)):
        state.bar("tables", "two rows of one document's tables")


def rows(a: Profile, b: Profile, state: State) -> None:
    """A cell is of what its row is named for: the other side must name that too."""
    if state.setting:
        return
    if _numbered(a) and _numbered(b) and a.clause.row != b.clause.row:
        state.unknown("row", f"{min(a.clause.row)} / {min(b.clause.row)}")
        state.guarded = True
        return
    for one, other in ((a, b), (b, a)):
        names = one.clause.row
        if not names or (one.claim.structure != "table" and not other.clause.row):
            continue
        names = names - bound_words(other.value)
        if one.description and not other.clause.row:
            names = frozenset() if described(one, other) else names - unnaming()
        names = names - _implied(one)
        held = {word for word in names if _holds(other, word)}
        if one.claim.structure == "table" and _described(one, other) and not (other.stock or _tabular(one, other)):
            continue
        if 2 * len(held) < len(names) or (len(names) < 3 and len(held) < len(names)):
            state.unknown("row", f"only one is of {' '.join(sorted(names - held)[:3])}", -0.3)
            state.reserved = True
            return


def quarters(a: Profile, b: Profile, state: State) -> None:
    """A quarter of a town is not the town: "in the old town", "in the city"."""
    if a.document != b.document and a.dimension not in _OF_NO_PLACE and _quarter(a) != _quarter(b):
        state.mismatch("place", f"only one is of the {min(_quarter(a) ^ _quarter(b))}", -0.5)


_OF_NO_PLACE = frozenset({"date", "version", "identifier", "rank"})


@fact
def _quarter(profile: Profile) -> frozenset[str]:
    """The quarters of towns that its row or its clause names: old town, inner city, town centre."""
    if profile.source is None:
        return frozenset()
    text = profile.source.text
    if profile.claim.structure == "table":
        start, end = text.rfind("\n", 0, profile.claim.span.start) + 1, text.find("\n", profile.claim.span.end)
        said = fold(text[start : end if end >= 0 else len(text)][:_TABLE])
    else:
        said = " ".join(profile.clause.words) if says(profile, _towns()) else ""
    return frozenset(found[0] for found in _quarter_names().finditer(said))


@cache
def _towns() -> frozenset[str]:
    return frozenset({*triggers(word_set("towns")), "centre", "center"})


@cache
def _quarter_names() -> re.Pattern[str]:
    which, towns = "|".join(word_set("quarters")), "|".join(word_set("towns"))
    return re.compile(rf"\b(?:{which}) (?:{towns}|cent(?:re|er))\b|\b(?:{towns}) cent(?:re|er)\b")


def _holds(profile: Profile, word: str) -> bool:
    """Whether a side says the word of a row, in whatever form: "Servers encrypted", "181 servers got encrypted"."""
    if word in profile.words or word in profile.ambient or word in profile.clause.row:
        return True
    if profile.event and (word == profile.event or verb_lemma(word) == profile.event):
        return True
    return profile.claim.structure != "table" and f" {word} " in profile.spoken


@fact
def _implied(profile: Profile) -> frozenset[str]:
    """The words that its unit says of a figure anyway: the top speed of 12 km/h, the price of 5 euros."""
    return _by_units().get(profile.dimension.split(" ")[0], frozenset())


@cache
def _by_units() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table()["implied"].items()}


def _numbered(profile: Profile) -> bool:
    """Whether its row begins with a number of its own, as articles and controls have: "3.10", "12.2.1"."""
    return profile.claim.structure == "table" and all(word[:1].isdigit() for word in profile.clause.row or ("",))


def _tabular(row: Profile, other: Profile) -> bool:
    """Whether the row is that of a parameter, written as code, and the other side a row too: a like text is no name."""
    if row.source is None or other.claim.structure != "table":
        return False
    at = row.source.text.rfind("\n", 0, row.claim.span.start) + 1
    return _LITERAL.match(row.source.text, at) is not None


_LITERAL = re.compile(r"[ \t|*]*`[^`|\n]+`[ \t*]*\|")


def _described(row: Profile, other: Profile) -> bool:
    """Whether the row's other cells say all that the other side says of its figure, or much of it."""
    if sum(heavy for word, heavy in row.ambient.items() if word in other.words) >= _MUCH:
        return True
    said = {word for word in other.words if weight(word) > 0}
    return len(said) >= _TOLD and all(word in row.ambient or word in row.words for word in said)


_MUCH = 2.5  # two rare words of a passage
_TOLD = 3  # words that a description must share, all that the other side has


def samples(a: Profile, b: Profile, state: State) -> None:
    """Figures of program text and of its output hold for that run; a decimal number is no count."""
    structures = [a.claim.structure, b.claim.structure]
    if structures == ["table", "table"] and a.document != b.document and not state.same_name and weight(a.head) <= 1.0:
        state.unknown("tables", "two tables of what may be two things")
        state.guarded = True
    if a.dimension == "percent" and "code" in structures and a.head != b.head:
        state.guarded = True
    if a.dimension != "number":
        return
    whole = [_whole(one) for one in (a, b)]
    if whole[0] != whole[1]:
        state.unknown("figures", "a count / a decimal number")
        state.guarded = True
    elif not whole[0] and not (state.same_name and state.coverage >= 0.8):
        state.unknown("figures", "decimal numbers of what may be two things")
        state.guarded = True
    elif "code" in structures and not state.stock:
        told = (a.modifiers & b.modifiers) or weight(a.head) > 1.0 or state.same_name or _entry_named(a, b)
        if not told or a.head != b.head:
            state.unknown("figures", "one stands in program text")
            state.guarded = True


def _entry_named(a: Profile, b: Profile) -> bool:
    """Whether one stands beside a file or folder whose name the other's title or sentence says."""
    for one, other in ((a, b), (b, a)):
        words = entry_words(one.claim, one.source)
        if words and all(word in other.words or word in other.ambient for word in words):
            return True
    return False


@fact
def _whole(profile: Profile) -> bool:
    quantity = profile.claim.quantity
    if quantity is None or "." not in profile.claim.text:
        return True
    end = quantity.low if quantity.low is not None else quantity.high
    return end is None or abs(end) >= _THOUSAND  # 1.5 million is a count


_THOUSAND = 1000


where(entries, lambda one: one.claim.structure in ("list_item", "table"), both=True)
where(series, lambda one: one.claim.structure == "table")
where(quarters, lambda one: _quarter(one))
where(rows, lambda one: one.clause.row)
where(samples, lambda one: one.claim.structure in ("table", "code") or not _whole(one))
