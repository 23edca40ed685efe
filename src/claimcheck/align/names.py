"""How the entities of two claims lie to one another: the same, one part of the other, or others."""

from __future__ import annotations

from claimcheck.align.context import stem
from claimcheck.align.profile import Profile
from claimcheck.lexicon.model import Lexicon, fold

__all__ = ["NameLink", "name_link", "same_name"]

from attrs import frozen


@frozen
class NameLink:
    """What the entities have in common and what each side has alone.

    ``narrower`` is +1 where ``a`` names a part of what ``b`` names, -1 the other way round, 0 elsewhere.
    """

    shared: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    parts: tuple[tuple[str, str], ...] = ()
    narrower: int = 0
    mixed: bool = False


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _words(name: str) -> set[str]:
    return set(name.replace("-", " ").replace("–", " ").replace("/", " ").split())


def same_name(a: str, b: str) -> bool:
    """Whether two names are of one thing: equal, one a fuller form of the other, or one the other's initials."""
    first, second = fold(a), fold(b)
    if first == second:
        return True
    if " " not in first and " " not in second and len(stem(first)) > 2 and stem(first) == stem(second):
        return True
    words_a, words_b = _words(first), _words(second)
    if words_a <= words_b or words_b <= words_a:
        return not (words_a ^ words_b) & _TELLING and not any(map(_numbered, words_a ^ words_b))
    for short, full in ((a, b), (b, a)):
        if short.isupper() and 2 <= len(short) <= 6 and _initials(full) == short:
            return True
    return False


# Words that make another thing of a name: North Korea is not Korea, a university's hospital is not the university.
_TELLING = frozenset(
    ["north", "south", "east", "west", "new", "old", "northern", "southern", "eastern", "western", "central", "upper",
     "lower", "river", "lake", "mount", "university", "airport", "bank", "street", "group", "cargo", "junior"]
)  # fmt: skip


def _numbered(word: str) -> bool:
    return word.isdigit() or (len(word) < 5 and not set(word) - set("ivx"))


def _mentioned(name: str, words: Profile) -> bool:
    parts = fold(name).split()
    known = (words.words, words.ambient)
    if all(any(part in held for held in known) for part in parts):
        return True
    return len(parts) == 1 and bool(stem(parts[0])) and stem(parts[0]) in words.stems


def name_link(a: Profile, b: Profile, lexicon: Lexicon) -> NameLink:
    """Pair off the entities of two claims."""
    left, right = list(a.entities), list(b.entities)
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
            sign = 1 if lexicon.within(one, other) else -1 if lexicon.within(other, one) else 0
            if sign:
                parts.append((one, other))
                narrower.add(sign)
                if one in left:
                    left.remove(one)
                right.remove(other)
    # What one side names and the other takes in by another entity that both name is no difference.
    left = [one for one in left if not any(lexicon.within(other, one) for other in b.entities)]
    right = [one for one in right if not any(lexicon.within(other, one) for other in a.entities)]
    only_a = tuple(one for one in left if not _mentioned(one, b))
    only_b = tuple(one for one in right if not _mentioned(one, a))
    return NameLink(
        tuple(shared),
        only_a,
        only_b,
        tuple(parts),
        0 if len(narrower) != 1 else narrower.pop(),
        len(narrower) > 1,
    )
