"""What a project says it has: "Quillon ships 42 linters", "**42 linters** out of the box", "All 42 linters".

Such a sentence gives the number of a sort of things in the project that its document belongs to, whatever names of
platforms, clients or licences stand beside it. Two of them speak of one thing, though they share no word but the noun.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.align.blocks import entry_words, is_tree
from claimcheck.align.context import NAME_WORD, narrows
from claimcheck.align.products import release, requirement
from claimcheck.align.projects import has_readme
from claimcheck.align.sizes import far_apart, size
from claimcheck.align.tables import closed_words
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Document, Kind, Modifier

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["both_stock", "newer_to_develop", "with_inventory"]

_MARKS = re.compile(r"^[^\w\"'“(\[]+|[*_`~]+")
_STOP = re.compile(r"[.!?;]\s|,? and (?=it\b|we\b)")
_COUNTS = re.compile(r"(?:[\d,.]+\+? [^\d·|,;—–]{1,40}(?:[·|,;—–]|\band\b|\bacross\b)\s*)+")
_BESIDE = re.compile(r"\d[\d,.]*\+? [\w -]{1,40}(?:across|and|in|over|,)\s*$")
_SEGMENT = re.compile(r"[:|(]|\s[-–—]\s")
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_LONG = 240  # characters of a sentence that are read on either side
_NAME_WORDS = 4
_OBJECT = 4  # words between a verb and the preposition of its figure
_CLOSE, _MANY = Fraction(3, 2), 8
_STATED = frozenset({Modifier.EXACT, Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.APPROX})


def with_inventory(made: list[Profile], documents: Sequence[Document], projects: Mapping[str, str]) -> list[Profile]:
    """The profiles, those marked that say how many of something the project of their document has."""
    names = _project_names(documents, projects)
    leads = {projects[one.id]: _lead(one) for one in reversed(documents) if has_readme([one.id])}
    for profile in made:
        stock, sure = _stock(profile, names.get(profile.project, ""), leads.get(profile.project, frozenset()))
        if stock:
            made[profile.index] = evolve(profile, stock=stock, sure=sure)
    return made


def both_stock(a: Profile, b: Profile) -> bool:
    """Whether two claims say how many of one sort of things one project has.

    Where one of them may be of a part, by its section or an adjective, it is taken for the whole only if it is close to
    what the other says: a count that was left behind is, that of a part seldom.
    """
    if not a.stock or a.stock != b.stock or a.project != b.project or a.page != b.page or a.dimension != b.dimension:
        return False
    if a.dimension == "version":
        return not (newer_to_develop(a, b) or newer_to_develop(b, a))
    if far_apart(a.claim, b.claim):
        return False
    if a.sure and b.sure and not (_narrowing(a, b) or _narrowing(b, a)):
        return True
    return (a.sure or b.sure) and _close(a, b)


def _narrowing(a: Profile, b: Profile) -> frozenset[str]:
    """The adjectives that only ``a`` has and that may make a part of its noun."""
    return frozenset(a.modifiers - b.modifiers - _table()["adjectives"] - b.name_words - b.ambient.keys())


def _close(a: Profile, b: Profile) -> bool:
    one, other = size(a.claim), size(b.claim)
    if one is None or other is None:
        return False
    return _MANY <= max(one, other) <= _CLOSE * min(one, other)


def newer_to_develop(a: Profile, b: Profile) -> bool:
    """Whether ``a`` tells developers to have a newer version than ``b`` asks for: both can hold."""
    one, other = a.claim.quantity, b.claim.quantity
    if one is None or other is None or one.version is None or other.version is None:
        return True
    return _is_for_developers(a) and not _is_for_developers(b) and _parts(one.version) > _parts(other.version)


def _is_for_developers(profile: Profile) -> bool:
    words = {
        *NAME_WORD.findall(fold(profile.claim.section)),
        *NAME_WORD.findall(fold(PurePath(profile.claim.document).stem)),
    }
    return bool(words & _table()["developing"])


def _parts(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def _project_names(documents: Sequence[Document], projects: Mapping[str, str]) -> dict[str, str]:
    """The name of each project: its README's title, up to the first mark; where a picture stands for that, its text."""
    names: dict[str, str] = {}
    for document in documents:
        if not has_readme([document.id]):
            continue
        picture = _ALT.search(document.text[:_HEAD])
        titled = document.title and document.text.find(document.title, 0, picture.start() if picture else None) >= 0
        said = "".join(picture.groups("")) if picture and not titled else document.title or ""
        title = " ".join(_WORD.findall(fold(_SEGMENT.split(said)[0]).replace("-", " ")))
        if 0 < len(title.split()) <= _NAME_WORDS and len(title) > 2:
            names.setdefault(projects[document.id], title)
    return names


_HEAD, _LEAD = 800, 700  # characters of a README that hold its picture, and what it says the project is for
_ALT = re.compile(r'<img\b[^>]*?\balt="([^"\n]{3,40})"|^[ \t]*!\[([^\]\n]{3,40})\]\((?![^)]*shields)', re.MULTILINE)


def _lead(readme: Document) -> frozenset[str]:
    """The words in which a README begins, and says what the project is for."""
    return frozenset(lemma(word) for word in _WORD.findall(fold(readme.text[:_LEAD])))


def _for_all(after: str, profile: Profile, lead: frozenset[str]) -> bool:
    """Whether a phrase after the noun only repeats what the project is for: "42 linters for technical prose"."""
    found = next((match for match in _WORD.finditer(after[:80]) if _canonical(match[0]) == profile.head), None)
    rest = _PURPOSE.match(after, found.end()) if found is not None else None
    return rest is not None and all(lemma(word) in lead for word in _WORD.findall(fold(rest[1])))


_PURPOSE = re.compile(r"[*_`”\"']* for ([^.,;:()\n—–]{3,60}?)\s*(?:[.,;:()\n—–]|$)")


def _stock(profile: Profile, name: str, lead: frozenset[str]) -> tuple[str, bool]:
    """What the project has so many of, or which product it needs at this version, and whether that is sure."""
    if profile.dimension == "version":
        given = release(profile, name)
        if given == "named":
            return "release", True
        product = requirement(profile) or ("release" if given else "")
        return (product, True) if product and _in_general(profile, name, product) else ("", False)
    claim, document = profile.claim, profile.source
    quantity = claim.quantity
    if document is None or claim.kind is not Kind.COUNT or profile.dimension != "number" or profile.nameless:
        return "", False
    if quantity is None or quantity.low is None or quantity.low < 2 or quantity.modifier not in _STATED:
        return "", False
    if profile.listed:
        return "", False
    start = max(claim.sentence.start, claim.span.start - _LONG)
    if claim.structure != "prose":
        start = max(start, document.text.rfind("\n", 0, claim.span.start) + 1)
    before = _STOP.split(_MARKS.sub("", document.text[start : claim.span.start]))[-1].strip()
    after = document.text[claim.span.end : min(claim.sentence.end, claim.span.end + _LONG)]
    plain = _COUNTS.sub("", fold(before), count=1) if _COUNTS.match(before) else fold(before)
    plain = _BESIDE.sub("", plain)
    words = _WORD.findall(plain)
    if claim.structure == "table" and (words or len(after.split()) > len(claim.core.split())):
        return "", False
    if _is_label(words, profile):
        stated = _LABELLED.match(after) is not None
    else:
        whole = _ends_well(after, profile)
        stated = (whole or _for_all(after, profile, lead)) and _opens_well(plain, words, name)
        if stated and not whole:
            return (profile.head, False) if claim.structure != "code" else ("", False)
    if _is_entry(profile, after):
        return profile.head, False
    every = words[-1:] == ["all"] and _ends_well(after, profile, _table()["parting"])
    sure = stated and claim.structure != "code" and (_is_named(plain, name) or _in_general(profile, name))
    return (profile.head, sure) if sure or every or (stated and claim.structure != "code") else ("", False)


def _is_entry(profile: Profile, after: str) -> bool:
    """Whether a tree of files says it of all there are: "linters/ # 42 linters", "main.py # start (42 linters)"."""
    words = entry_words(profile.claim, profile.source)
    if not words or not is_tree(profile) or not _ends_well(after, profile) or profile.modifiers:
        return False
    return all(word in _table()["wholes"] or lemma(word) == profile.head for word in words)


_LABELLED = re.compile(r"[)\]*_`\s]*(?:$|[-,.;|·<]|passing\b|total\b|in total\b)")


def _is_label(words: list[str], profile: Profile) -> bool:
    """Whether nothing but the noun stands before the figure: "Hooks: 24", "Rules (71)", a badge's "tests-2146"."""
    return bool(words) and [lemma(word) for word in words if word not in _table()["openers"]] in (
        [profile.head],
        [*profile.claim.core.split()],
    )


def _naming(title: str) -> set[str]:
    words = [word for word in NAME_WORD.findall(fold(title)) if word not in closed_words()]
    return {lemma(word) for word in words if narrows(lemma(word)) or len(words) == 1}


def _opens_well(before: str, words: list[str], name: str) -> bool:
    """Whether what stands before the figure is nothing, "all", "there are", or who has it and that it is had."""
    if not words:
        return not before.strip("“\"'([")
    table = _table()
    if len(words) <= 3 and set(words) <= table["openers"]:
        return True
    if before[-1:] in ",:;" or words[0] in table["framing"]:
        return False
    while words and words[-1] in table["fillers"]:
        words = words[:-1]
    at = next((at for at, word in enumerate(words) if _verb(word) in table["verbs"]), -1)
    if at < 0 or not (_verb(words[-1]) in table["verbs"] or _object_between(before, words, at, name)):
        return False
    subject = words[:at]
    if not subject:
        return words[at] != _verb(words[at])  # no imperative
    if set(words) & table["clauses"]:
        return False
    first = subject[0]
    return (
        _is_named(before, name)
        or first in table["selves"]
        or (first in ("the", "this", "our") and _is_self(subject, table))
    )


def _object_between(before: str, words: list[str], at: int, name: str) -> bool:
    """Whether the project's name is the subject and an object stands before the figure: "checks files against 42"."""
    subject = _is_named(before, name) or words[0] in _table()["selves"]
    return subject and 0 < len(words) - 1 - at <= _OBJECT and not re.search(r"[:;,(]", before)


def _is_named(before: str, name: str) -> bool:
    """Whether the sentence begins with the project's name."""
    return bool(name) and f"{before.replace('-', ' ')} ".startswith((f"{name} ", f"{name}'s "))


def _verb(word: str) -> str:
    return "have" if word == "has" else verb_lemma(word)


def _is_self(subject: Sequence[str], table: Mapping[str, frozenset[str]]) -> bool:
    return any(lemma(word) in table["wholes"] for word in subject[1:3])


def _ends_well(after: str, profile: Profile, parting: frozenset[str] | None = None) -> bool:
    """Whether nothing that narrows the noun follows it: one of ``parting``, or anything but what is known not to."""
    found = next((match for match in _WORD.finditer(after[:80]) if _canonical(match[0]) == profile.head), None)
    if found is None:
        return False
    rest = after[found.end() :].lstrip("*_`”\"' ")
    if not rest or not rest[0].isalpha():
        return not rest.startswith(("(of ", "/"))
    first, _, second = rest.lower().partition(" ")
    if first == "in":
        return any(word.strip(".,;:)") in _table()["within"] for word in second.split()[:3])
    first = first.rstrip(".,;:)")
    return first not in parting if parting is not None else first in _table()["afterwards"]


def _canonical(word: str) -> str:
    return lemma(fold(word))


def _in_general(profile: Profile, name: str, product: str = "") -> bool:
    """Whether the titles above speak of the project as a whole, or of nothing but the things that are counted."""
    document, at = profile.source, profile.claim.span.start
    if document is None:
        return False
    titles = [one.title for one in document.sections_at(at)]
    if profile.series and len(titles) > 1:
        return False
    if profile.claim.structure == "heading":
        titles = titles[:-1]
    known = {profile.head, *profile.modifiers, *name.split()}
    if product:
        known |= {product, *_table()["needing"]}
    return all(_general(title, frozenset(known)) for title in titles)


@lru_cache(4096)
def _general(title: str, known: frozenset[str]) -> bool:
    """Whether a title, or what stands on one side of a mark in it, has no other than general words and known ones."""
    parts = [_naming(part) for part in (title, *_SEGMENT.split(title)[:4])]
    named = [part for part in parts[1:] if part & known] or parts[:1]
    return any(part <= known | _table()["titles"] for part in named)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_table("documents")["inventory"].items()}
