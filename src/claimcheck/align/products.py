"""Which product a version belongs to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.state import State
from claimcheck.align.weights import weight
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Kind, Modifier

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["product", "products", "release", "requirement", "two_products", "version_role"]


_SHORT = 60  # characters before a version


def products(a: Profile, b: Profile, state: State) -> None:
    """Versions conflict only where both are of one product, or both of what the two documents are of."""
    if a.dimension != "version":
        return
    if any(one.claim.structure == "heading" and not one.clause.role for one in (a, b)):
        state.unknown("product", "a title names the version that its section is for")
        state.guarded = True
    if _advised(a) != _advised(b):
        state.unknown("role of the version", "one is recommended, or needed for something more")
        state.guarded = True
    if a.stock == b.stock == "release":
        return  # both are of their project, whatever word stands before
    left, right = product(a), product(b)
    if two_products(a, b):
        state.mismatch("product", f"{left} / {right}", -1.0)
    elif left and right:
        return
    elif left or right:
        named, other = (left, b) if left else (right, a)
        if not any(named in fold(name) for name in (*other.entities, *_titles(other))):
            state.unknown("product", f"only one names {named}")
            state.guarded = True
    elif a.document != b.document and not (_title_words(a) & _title_words(b)):
        state.unknown("product", "each of what its document is of")
        state.guarded = True


def two_products(a: Profile, b: Profile) -> bool:
    """Whether two versions are plainly of two products: it is known without any other test."""
    if not a.dimension == b.dimension == "version" or a.stock == b.stock == "release":
        return False
    left, right = product(a), product(b)
    return bool(left and right) and left != right and not _same_stem(left, right)


def version_role(a: Profile, b: Profile, state: State) -> None:
    """Two versions conflict only in one role: both required, both current, both tested."""
    if a.dimension != "version":
        return
    if _unwanted(a) != _unwanted(b):
        state.bar("role of the version", "one stands under a title of versions that are not supported")
        return
    left, right = a.clause.role, b.clause.role
    if "event" in (left, right):
        state.bar("role of the version", f"{left or 'none'} / {right or 'none'}: each of what came with it")
    elif not left or left != right:
        state.unknown("role of the version", f"{left or 'none'} / {right or 'none'}")
        state.guarded = True


@fact
def _unwanted(profile: Profile) -> bool:
    """Whether the version stands under "Unsupported versions" or the like."""
    return not _unwanted_words().isdisjoint(fold(profile.claim.section).split())


@cache
def _unwanted_words() -> frozenset[str]:
    return frozenset(load_table("restrictions")["version"]["unwanted"])


def _same_stem(left: str, right: str) -> bool:
    one, other = (re.sub(r"[\W_]|js$", "", name) for name in (left, right))
    return one == other or one.startswith(other) or other.startswith(one)


def _titles(profile: Profile) -> tuple[str, ...]:
    document = profile.source
    return (document.title,) if document is not None and document.title else ()


@fact
def _title_words(profile: Profile) -> frozenset[str]:
    words = {word.strip("`*_:,.()") for title in _titles(profile) for word in fold(title).split()}
    return frozenset(word for word in words if weight(word) > 0)


@fact
def product(profile: Profile) -> str:
    """The product that a version belongs to, by the word before it; empty where that is no name."""
    claim, document = profile.claim, profile.source
    if document is None or claim.kind is not Kind.VERSION:
        return ""
    if claim.structure == "table":
        return _row_product(claim, document.text)
    before = document.text[max(claim.sentence.start, claim.span.start - _SHORT) : claim.span.start]
    before = _ESCAPED.sub(" ", before) if claim.structure == "prose" else before
    for word in reversed(re.findall(r"[A-Za-z][\w.+#-]*|\d[\w.]*", before)):
        plain = word.lower().rstrip(".-")
        if plain[:1].isdigit() or plain in _fillers():
            continue
        if plain in _keywords():
            return ""
        return str(_same_product().get(plain, plain))
    return ""


@fact
def _advised(profile: Profile) -> bool:
    """Whether a version is recommended, or of what one may leave out."""
    if profile.source is None:
        return False
    return any(word in fold(profile.claim.sentence.cover(profile.source.text)) for word in ("optional", "recommended"))


_ESCAPED = re.compile(r"%[0-9A-F]{2}")
_CELL = re.compile(r"\|?\s*[*`_]*\[?([A-Za-z][\w.+#-]*)[*`_\])]*\s*\|")


def _row_product(claim: Claim, text: str) -> str:
    """The product that a table's row is of: its first cell, where that is one word."""
    start = text.rfind("\n", 0, claim.span.start) + 1
    found = _CELL.match(text, start, claim.span.start)
    plain = found[1].lower() if found else ""
    return str(_same_product().get(plain, plain)) if plain not in _keywords() else ""


_BADGE = re.compile(r"[A-Za-z.]+-(?:%3E(?:%3D|=)?|%E2%89%A5|v)?[\d.]+(?:%2B|\\+)?")


_SOFTWARE = "package|library|crate|gem|module|app|application|plugin|software|program|project|tool"
_HERE = r"(?:of|in|for) th(?:is|e) (?:repository|repo|codebase|tree|package|library|crate|project|tool)"
_RELEASE = re.compile(
    r"(?:.*[,;:.] ?)?[\W_]*(?:(?:the|our|its|this|whose) )?"
    rf"(?:(?P<current>current|latest|newest)(?: (?:stable|public|official))?(?: (?:{_SOFTWARE}))? (?:release|version)"
    rf"|(?P<own>(?:{_SOFTWARE}) version)|version)"
    rf"(?: (?P<here>{_HERE})| of (?P<name>[\w-]+))?"
    r"(?:(?: is)?(?: (?:now|currently|still))?(?: at)?|:)?(?: (?P<said>[a-z][\w-]*))?[\W_]*v?$"
)
# "Loom is currently at version 2.3"
_IS_AT = re.compile(
    r"[\W_]*(?P<said>[a-z][\w-]*)(?: is|,)(?: (?:now|currently|still))? at(?: version| release)?[\W_]*v?$"
)


def release(profile: Profile, name: str) -> str:
    """How the sentence gives the release that the project is at: "named" where it says that it is the project's own
    ("The package version in this repository is 2.4.1"), "stated" ("The latest stable release is 2.4.1"), or nothing.
    """
    claim, document = profile.claim, profile.source
    if document is None or claim.kind is not Kind.VERSION or profile.history or claim.structure not in _STATED:
        return ""
    front = fold(document.text[max(claim.sentence.start, claim.span.start - _FRONT) : claim.span.start])
    at = _IS_AT.fullmatch(front)
    if at is not None:
        return "named" if at["said"] == name else ""
    found = _RELEASE.fullmatch(front)
    if found is None or found["name"] not in (None, "this", name) or found["said"] not in (None, name):
        return ""
    if found["here"] is not None or found["said"] is not None:
        return "named"
    if found["current"] is not None or found["own"] is not None:
        return "stated"
    after = document.text[claim.span.end : claim.sentence.end]
    return "stated" if not _PREFACED.search(front) and _ALONE.match(after) is not None else ""


_FRONT = 160  # characters of a sentence before its version that are read
_PREFACED = re.compile(r"\w[^:]*[,;.]")  # "With Python, version 3" names something else


# What may follow "Version 2.4.1" that tells nothing of it but that it is the one at hand.
_ALONE = re.compile(r"[\W_]*(?:$|[(,;|·—–]|is\b|was released\b|released\b|of\b)", re.IGNORECASE)


_STATED = frozenset({"prose", "list_item"})

# "Python 2.7 and 3.6+": several versions of one product.
_LISTED_BEFORE = re.compile(r"\d(?:\.[\dx]+)*[+\"'`*]*\s*(?:,|/|and|or|,\s*and)\s*[\"'`*]*$")
_LISTED_AFTER = re.compile(r"[+\"'`*]*\s*(?:,|/|and|or|,\s*and)\s*[\"'`*]*\d")


def requirement(profile: Profile) -> str:
    """The product of which the sentence, row or badge gives the oldest version that will do; empty elsewhere."""
    claim, document = profile.claim, profile.source
    quantity = claim.quantity
    if document is None or claim.kind is not Kind.VERSION or quantity is None or profile.history:
        return ""
    named = product(profile)
    if not named:
        return ""
    sentence = claim.sentence.cover(document.text)
    if _BADGE.fullmatch(sentence):
        return named if "%" in sentence or "+" in sentence else ""
    if _LISTED_BEFORE.search(document.text, max(claim.span.start - 40, claim.sentence.start), claim.span.start):
        return ""
    if _LISTED_AFTER.match(document.text, claim.span.end, claim.sentence.end):
        return ""
    bounded = quantity.modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN)
    if not bounded or _advised(profile):
        return ""
    if claim.structure == "table":
        return named
    if claim.structure not in ("prose", "list_item"):
        return ""
    return named if profile.clause.role == "needed" or sentence.startswith("Use ") else ""


@cache
def _keywords() -> frozenset[str]:
    return frozenset(load_table("documents")["products"]["keywords"])


@cache
def _fillers() -> frozenset[str]:
    table = load_table("versions")
    bounds = {word for words in table["before"].values() for phrase in words for word in phrase.split()}
    return frozenset({*table["fillers"], *bounds, "v", "x"} - _keywords())


@cache
def _same_product() -> dict[str, str]:
    return {one: names[0] for names in load_table("documents")["products"]["same"] for one in names}


where(products, lambda one: one.dimension == "version")
where(version_role, lambda one: one.dimension == "version")
