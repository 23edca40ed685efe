"""Whom a figure is about: the names of its clause, paired with it in lists, and what the verb makes of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

import regex
from attrs import define

from claimcheck.claims.bystanders import (
    antecedent,
    closing_source,
    compared,
    expletive,
    landmark,
    located_at,
    sized,
    speaker_of,
)
from claimcheck.claims.columns import owner_of_column
from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.cells import generic, rows_are_things
from claimcheck.claims.measured.ranks import ranked_lists
from claimcheck.claims.mediums import medium
from claimcheck.claims.names import Name, Names
from claimcheck.claims.pairing import JOINERS, paired, roles_of
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.speakers import spoken_for
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["LISTED", "About", "entities_of", "place_of"]

LISTED = "its place in the list"
"""Why a figure is about a name of a list that has as many figures."""

_RANK = Kind.RANK
_INSERTED = 5  # tokens of what commas may set off behind such a date
_FRONTED = 3  # tokens before a date that opens its clause
_BESIDE = frozenset({"(", "–", "—", "-", ":", ","})
_TAG = regex.compile(r"<[^>]*>|[*`_]+(?=\b|$)|(?<=^)[*`_]+")
_LOCATING = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "off", "within"})


@define  # made for every figure, so not frozen, which costs thrice the time; never changed all the same
class About:
    """Canonical entity names in order, their roles, how sure that is; ``own`` where the sentence itself has them.

    ``taken_up`` are those whom a pronoun of the clause takes up beside them.
    """

    entities: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    why: str = ""
    own: bool = True
    taken_up: tuple[str, ...] = ()


def entities_of(
    reading: Reading, index: int, names: Names, ask: Callable[[str], tuple[str, ...]], skip: set[int], head: str
) -> About:
    """The entities of the unit's mention number ``index``.

    ``ask`` gives those that the text before names, by what takes them up ("it", "the hospital", "" for nothing); it is
    asked only where the unit names none. ``skip`` holds
    tokens of a source phrase ("according to …"), whose names are no subject. ``head`` is the measure's head noun.
    """
    mention = reading.mentions[index]
    if reading.unit.cell is not None:
        labelled = _cell_entities(reading, names)
        if labelled:
            known = all(names.canonical(label) for label in labelled)
            modelled = any(map(str.isdigit, owner_of_column(reading.unit.cell, reading.scan.document)))
            wider = () if known or modelled else ask("")
            return About(tuple(dict.fromkeys((*labelled, *wider))), why="the row and column labels")
    told_of, end = _told_of(reading, skip), mention.last
    usable = [name for name in told_of if name.first < end or not _set_beside(reading, name)]
    if mention.kind is _RANK:
        usable = [name for name in usable if lemma(reading.tokens[name.last - 1].norm) not in ranked_lists()]
    listed = paired(reading, index, usable)
    if listed is not None:
        return About(_unique(listed), roles_of(reading, listed, mention, head), 1.0, LISTED)
    first, last = reading.clause(mention.first)
    anaphor, pronoun = _anaphor(reading, first, mention.first)
    if not anaphor and mention.kind in TIMES and mention.first - first <= _FRONTED:
        anaphor, pronoun = _anaphor(reading, mention.last, last, subject=True)  # "In 2016, it signed an agreement"
    speaker = speaker_of(reading, first, skip)
    if speaker is not None:
        return About((speaker.canonical,), (), 0.9, "whom the relative clause is about")
    ceiling = min(last, _next_rival(reading, index))
    own = [name for name in usable if first <= name.first < ceiling]
    own = [name for name in own if name.first < mention.last or not sized(reading, name)]
    why = "the clause"
    confidence = 1.0
    if not own or (not any(name.first < mention.first for name in own) and _needs_subject(reading, first)):
        before = _resumed(reading, first, [name for name in usable if name.first < first])
        dated = _dated(reading, mention, before)
        near = _last_clause(reading, before, whole=dated or _of_them(reading, first))
        if dated and index:
            near = [name for name in near if name.first >= reading.mentions[index - 1].last]
        near = near or antecedent(reading, first, before)
        own = near + own
        if near:
            why, confidence = "the clause and the one before it", 0.9
    where = located_at(reading, first)
    if where is not None and where in usable:
        own, why = [where, *own], "the place that the clause is about"
    lacking = bool(anaphor) and not any(name.first < mention.first for name in own)
    if lacking:
        # "X denied that it …", "X entered the market when it …": the pronoun takes up the sentence's own subject.
        subject = [name for name in reading.names if name.last <= first and not landmark(reading, name)]
        if subject and anaphor.lower() in {"it", "they", "he", "she"} | _POSSESSIVE:
            own = _last_clause(reading, subject)[:1] + own
            why, confidence = f"“{anaphor}” in the sentence", 0.8
        lacking = not any(name.first < mention.first for name in own)
    context = ask(anaphor) if lacking else ()
    if context:
        own_names = tuple(dict.fromkeys((*context, *_unique(own))))
        return About(own_names, roles_of(reading, own, mention, head), 0.8, f"“{anaphor}” and the clause")
    context = () if own else ask("he" if mention.kind is Kind.AGE else "")
    if not own and not context:
        own = [name for name in usable if name.first >= mention.last and not compared(reading, mention, name)]
        why, confidence = "the names after it", 0.8
        body = spoken_for(reading) if skip and not own else ()
        if body:
            return About(body, (), 0.8, "for whom the source speaks")
    if not own:
        placed = tuple(name.canonical for name in reading.names if name.first in skip and _owns_source(reading, name))
        if placed and not context:
            return About(placed[:1], (), 0.7, "whose source it is")
        if context:
            return About(context, (), 0.7, "the sentence or heading before", own=False)
        return About((), (), 0.8, "no name stands near", own=False)
    if skip and not any(name.place and reading.tags[name.first - 1] != "P" for name in own):
        own = [name for name in reading.names if name.first in skip and _data_of(reading, name, skip)] + own
    taken_up = _taken_up(reading, own, first, pronoun, ask, anaphor) if anaphor else ()
    return About(_unique(own), roles_of(reading, own, mention, head), confidence, why, taken_up=taken_up)


def _taken_up(
    reading: Reading, own: list[Name], first: int, at: int, ask: Callable[[str], tuple[str, ...]], anaphor: str
) -> tuple[str, ...]:
    """Whom a pronoun at a token takes up that no name of its clause stands before: "it turned to Peru for help"."""
    if " " in anaphor or any(name.first < at for name in own) or reading.tags[at - 1 : at] == ["P"]:
        return ()
    before = [name for name in reading.names if name.last <= first and not landmark(reading, name)]
    found = tuple(name.canonical for name in _last_clause(reading, before)[:1])
    return found or ask(anaphor)


def _told_of(reading: Reading, skip: set[int]) -> list[Name]:
    """The names of a unit that figures of it may be about, found out once a unit and source."""
    key = (min(skip, default=-1), len(skip))
    found = reading.told_of.get(key)
    if found is None:
        names = [name for name in reading.subjects() if name.first not in skip and not landmark(reading, name)]
        names = [name for name in names if not _left_out(reading, name) and not medium(reading, name)]
        source = closing_source(reading)
        found = reading.told_of[key] = [name for name in names if name.first < source] or names
    return found


def _set_beside(reading: Reading, name: Name) -> bool:
    """Whether a name after a figure has one of its own: "St Hilda's has 388 pupils, Lodge Hill a few more"."""
    if reading.norms[name.first - 1] not in {",", ";", "and", "but"}:
        return False
    after = reading.norms[name.last : name.last + 1]
    return bool(after) and after[0] in load_table("names")["set_beside"]


def _left_out(reading: Reading, name: Name) -> bool:
    """Whether a name is of what a figure leaves out: "Excluding Torv, the provinces have 40 hospitals"."""
    at = name.first
    while at > 0 and reading.tags[at - 1] == "D":
        at -= 1
    words = load_table("names")["leaving_out"]
    return (
        " ".join(reading.norms[max(at - 1, 0) : at]) in words or " ".join(reading.norms[max(at - 2, 0) : at]) in words
    )


def place_of(reading: Reading, at: int) -> str | None:
    """The place that a figure's clause names with "in", "at", "near": the nearest one, or None."""
    first, last = reading.clause(at)
    found: list[tuple[int, str]] = []
    for name in reading.names:
        k = name.first - 1
        while k > first and reading.tags[k] in "DA":
            k -= 1
        if first <= name.first < last and k >= 0 and reading.tokens[k].norm in _LOCATING:
            if name.place or not name.known:
                found.append((abs(name.first - at), name.canonical))
    return min(found)[1] if found else None


def _unique(names: list[Name]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in names:
        found[name.canonical] = None
        if name.inside is not None:
            found[name.inside] = None
    return tuple(found)


def _next_rival(reading: Reading, index: int) -> int:
    """Where the next figure of the same kind begins that is not joined to this one: names after it are its own."""
    mention = reading.mentions[index]
    last = mention.last
    for other in reading.mentions[index + 1 :]:
        if other.kind is not mention.kind:
            continue
        if all(reading.tokens[k].norm in JOINERS for k in range(last, other.first)):
            last = other.last
            continue
        return other.first
    return len(reading.tokens)


@lru_cache(4096)
def _untagged(label: str) -> str:
    return str(_TAG.sub("", label)).strip()


def _cell_entities(reading: Reading, names: Names) -> tuple[str, ...]:
    cell = reading.unit.cell
    assert cell is not None
    owner = owner_of_column(cell, reading.scan.document)
    if owner:
        return (names.canonical(owner) or owner,)
    found = []
    for label in (cell.row_label, cell.column_label):
        text = _untagged(label)
        canonical = names.canonical(text)
        if canonical:
            found.append(canonical)
        elif label is cell.row_label and rows_are_things(cell):
            found.append(text)
        elif label is cell.column_label and cell.turned and text and not generic(label):
            found.append(text)
    return tuple(dict.fromkeys(found))


@cache
def _anaphors() -> frozenset[str]:
    return frozenset(word for words in load_table("names")["anaphors"].values() for word in words)


_POSSESSIVE = frozenset({"its", "their", "his", "her"})


def _anaphor(reading: Reading, first: int, last: int, *, subject: bool = False) -> tuple[str, int]:
    """A pronoun or "the company" as the clause's subject, which takes up an entity named before; ``subject`` for a
    pronoun alone, with no noun before it. Also where it stands; "" and -1 for none.
    """
    if subject and reading.norms[first : first + 1] == [","]:
        again = next((k for k in range(first + 1, min(first + _INSERTED, last)) if reading.norms[k] == ","), first)
        first = again + 1  # "In 2010, for example, it …"
    for i in range(first, last):
        token = reading.tokens[i]
        if reading.tags[i] in "VX" or (subject and reading.tags[i] in "NZC"):
            return "", -1
        if token.norm in {"it", "they", "he", "she"} and reading.tags[i] == "R":
            return ("", -1) if token.norm == "it" and expletive(reading, i) else (token.text, i)
        if token.norm in _POSSESSIVE and reading.tags[i] == "D":
            return token.text, i
        if token.norm == "the" and i + 1 < last and reading.tokens[i + 1].norm in _anaphors():
            if i + 2 >= len(reading.tags) or reading.tags[i + 2] not in "NAZ":
                return f"{token.text} {reading.tokens[i + 1].text}", i
    return "", -1


def _needs_subject(reading: Reading, first: int) -> bool:
    """Whether a clause begins without a noun phrase of its own before the verb."""
    if reading.norms[first] in _ATTENDING:
        return True  # "Orm Bank, with 40 branches, lent …"
    for k, mark in enumerate(reading.tags[first : first + 6], first):
        if mark in "RC" and reading.tokens[k].norm in {"which", "who", "whose", "that", "whom"}:
            return True
        if mark in "NZR":
            return False
        if mark in "VXG":
            return True
    return True


_ATTENDING = frozenset({"with", "without"})
_RELATIVE = frozenset({"which", "who", "whose", "whom"})


def _owns_source(reading: Reading, name: Name) -> bool:
    """Whether a source is of a place that it tells of: "according to Chilean figures", "Peru Invest data show"."""
    return name.place and (name.adjective or reading.tags[name.last : name.last + 1] in (["N"], ["Z"]))


def _data_of(reading: Reading, name: Name, skip: set[int]) -> bool:
    """Whether a source is what a country itself counts: "according to Peruvian customs data, exports to Chile fell"."""
    at = name.last
    while at in skip and reading.tags[at] in "NA":
        at += 1
    return (
        name.place and name.adjective and at > name.last and reading.norms[at - 1] in load_table("names")["counted_in"]
    )


def _resumed(reading: Reading, first: int, before: list[Name]) -> list[Name]:
    """The names before a clause without those of a relative clause after which it goes on: "Orm, which runs ferries in
    Peru, | has 40 mills".
    """
    if not before or reading.norms[first] != "," or reading.tags[first + 1 : first + 2] not in (["V"], ["X"]):
        return before
    home, end = reading.clause(first - 1)
    if end != first or reading.norms[home] not in _RELATIVE:
        return before
    return [name for name in before if name.first < home] or before


def _dated(reading: Reading, mention: Mention, before: list[Name]) -> bool:
    """Whether a time stands by itself behind a name: "Transfers to Central Asia (2010-2014)"."""
    behind = mention.first - 1
    return mention.kind in TIMES and bool(before) and before[-1].last == behind and reading.norms[behind] in _BESIDE


def _of_them(reading: Reading, first: int) -> bool:
    """Whether a clause is of some of those told of right before: "…, of whom 40 stayed"."""
    return bool({"whom", "which"} & set(reading.norms[first : first + 3])) and "of" in reading.norms[first : first + 2]


def _last_clause(reading: Reading, before: list[Name], *, whole: bool = False) -> list[Name]:
    if not before:
        return []
    home = reading.clause(before[-1].first)
    if whole:
        return [name for name in before if home[0] <= name.first]
    verb = next((k for k in range(*home) if reading.tags[k] in "VX"), home[1])
    # What stands after the verb is about that clause's own figures ("fell to 6% in Spain, but rose to 9% in Greece").
    return [name for name in before if home[0] <= name.first < verb]
