"""How the entities of two claims lie to one another: the same, one part of the other, or others."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from claimcheck.align.context import stem
from claimcheck.align.profile import Profile
from claimcheck.claims.places import place_names
from claimcheck.lexicon.model import Lexicon, fold

__all__ = ["NameLink", "heard", "name_link", "of_two_sorts", "parted", "same_name", "share_names"]


@frozen
class NameLink:
    """What the entities have in common and what each side has alone.

    ``narrower`` is +1 where ``a`` names a part of what ``b`` names, -1 the other way round, 0 elsewhere.
    ``variants`` says that one of ``only_a`` and ``only_b`` names a model and the other goes on after its name.
    """

    shared: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    parts: tuple[tuple[str, str], ...] = ()
    narrower: int = 0
    mixed: bool = False
    variants: bool = False


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _words(name: str) -> set[str]:
    return set(name.replace("-", " ").replace("–", " ").replace("/", " ").split())


@lru_cache(1 << 16)
def same_name(a: str, b: str) -> bool:
    """Whether two names are of one thing: equal, one a fuller form of the other, or one the other's initials."""
    first, second = fold(a), fold(b)
    if first == second:
        return True
    if " " not in first and " " not in second and len(stem(first)) > 2 and stem(first) == stem(second):
        return True
    words_a, words_b = _words(first), _words(second)
    if _variant(first, second):
        return False
    if (words_a <= words_b or words_b <= words_a) and not _fronted(first, second):
        return not (words_a ^ words_b) & _TELLING and not any(map(_numbered, words_a ^ words_b))
    for short, full in ((a, b), (b, a)):
        if short.isupper() and 2 <= len(short) <= 6 and _initials(full) == short:
            return True
    return False


def share_names(a: Profile, b: Profile) -> bool:
    """Whether both name one entity themselves, and do not carry it on from a sentence before."""
    left, right = set(a.entities) - a.carried, set(b.entities) - b.carried
    return any(same_name(one, other) for one in left for other in right)


def _fronted(first: str, second: str) -> bool:
    """Whether one name of an institution is the other with a word before it: the Technical University of Marle."""
    short, full = sorted((first.split(), second.split()), key=len)
    return len(short) > 1 and "of" in short and full[-len(short) :] == short and full[0] not in ("the", "royal")


def _variant(first: str, second: str) -> bool:
    """Whether one name is that of a model and the other goes on after it: X2, X2 Sport."""
    short, full = sorted((first.split(), second.split()), key=len)
    model = any(char.isdigit() for char in short[-1]) and any(char.isalpha() for char in short[-1])
    return model and len(full) > len(short) and full[: len(short)] == short


# Words that make another thing of a name: North Korea is not Korea, a university's hospital is not the university.
_TELLING = frozenset(
    ["north", "south", "east", "west", "new", "old", "northern", "southern", "eastern", "western", "central", "upper",
     "lower", "river", "lake", "university", "airport", "bank", "street", "group", "cargo", "junior",
     "pro", "plus", "max", "mini", "lite", "neo", "ultra"]
)  # fmt: skip


def _numbered(word: str) -> bool:
    return word.isdigit() or (len(word) < 5 and not set(word) - set("ivx"))


@lru_cache(1 << 15)
def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """The folded words of a name, and the stem of a name of one word."""
    parts = tuple(fold(name).split())
    return parts, stem(parts[0]) if len(parts) == 1 else ""


def _mentioned(name: str, words: Profile) -> bool:
    parts, root = _parts(name)
    direct = words.words
    for part in parts:
        if part not in direct and part not in words.ambient:
            break
    else:
        return True
    return bool(root) and root in words.stems


def name_link(a: Profile, b: Profile, lexicon: Lexicon) -> NameLink:
    """Pair off the entities of two claims."""
    if not a.entities and not b.entities:
        return _NOTHING
    link = _paired(a.entities, b.entities, lexicon)
    if not link.only_a and not link.only_b:
        return link
    if link.variants:
        return link
    only_a, only_b = _unmentioned(link.only_a, b), _unmentioned(link.only_b, a)
    if only_a is link.only_a and only_b is link.only_b:
        return link
    return NameLink(link.shared, only_a, only_b, link.parts, link.narrower, link.mixed)


def parted(a: Profile, b: Profile, lexicon: Lexicon) -> bool:
    """Whether each side names an entity that the other has nothing of: ``only_a`` and ``only_b`` of their link."""
    if not a.entities or not b.entities or a.entities == b.entities:
        return False
    link = _paired(a.entities, b.entities, lexicon)
    for name in link.only_a:
        if link.variants and any(_variant(fold(name), fold(one)) for one in link.only_b):
            return True
        if not _mentioned(name, b):
            return any(not _mentioned(one, a) for one in link.only_b)
    return False


def _unmentioned(names: tuple[str, ...], other: Profile) -> tuple[str, ...]:
    for name in names:
        if _mentioned(name, other):
            return tuple([one for one in names if not _mentioned(one, other)])
    return names


_NOTHING = NameLink((), (), ())


def _within(part: str, whole: str, lexicon: Lexicon) -> bool:
    return part == whole or (part in lexicon.parts and lexicon.within(part, whole))


@lru_cache(1 << 15)
def _paired(a: tuple[str, ...], b: tuple[str, ...], lexicon: Lexicon) -> NameLink:
    """The same by the names alone, whatever else the two claims mention: claims of one passage share their names."""
    left, right = list(a), list(b)
    shared: list[str] = []
    parts: list[tuple[str, str]] = []
    for one in list(left):
        twin = next((other for other in right if same_name(one, other)), None)
        if twin is not None:
            shared.append(one)
            left.remove(one)
            right.remove(twin)
    narrower: set[int] = set()
    for one in list(left):
        for other in list(right):
            sign = 1 if _within(one, other, lexicon) else -1 if _within(other, one, lexicon) else 0
            if sign:
                parts.append((one, other))
                narrower.add(sign)
                if one in left:
                    left.remove(one)
                right.remove(other)
    # What one side names and the other takes in by another entity that both name is no difference.
    left = [one for one in left if not any(_within(other, one, lexicon) for other in b)]
    right = [one for one in right if not any(_within(other, one, lexicon) for other in a)]
    return NameLink(
        tuple(shared),
        tuple(left),
        tuple(right),
        tuple(parts),
        0 if len(narrower) != 1 else next(iter(narrower)),
        len(narrower) > 1,
        any(_variant(fold(one), fold(other)) for one in left for other in right),
    )


def heard(name: str, other: Profile) -> bool:
    """Whether the other side's clause has a word of the name."""
    return any(word in part for word in fold(name).split() for part in other.clause.words)


def of_two_sorts(some: list[str], others: list[str]) -> bool:
    """Whether one side names places beside what both name, and the other nothing of the kind: no two of one sort."""
    places = place_names()
    left, right = {name in places for name in some}, {name in places for name in others}
    return len(left) == len(right) == 1 and left != right
