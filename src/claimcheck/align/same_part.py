"""Tests of what only one sentence says of its figure: a restriction, a condition, a label, the role of a sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from claimcheck.align.context import stem
from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in, doing, exchanged_in, kin, kin_of, roots
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.tables import word_set
from claimcheck.align.weights import weight
from claimcheck.align.words import people
from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Kind

__all__ = [
    "ability",
    "conditions",
    "criteria",
    "labels",
    "lifetime",
    "margin",
    "means",
    "money_role",
    "opposites",
    "property_or_same",
    "restrictions",
]


def restrictions(a: Profile, b: Profile, state: State, lexicon: Lexicon) -> None:
    """A phrase that narrows what is counted, on one side only, makes a part of it; two such phrases part the two."""
    if a.dimension in ("date", "rank", "version", "identifier"):
        return
    only_a = _alone(a, b, lexicon)
    only_b = _alone(b, a, lexicon)
    for one, other, sign in ((a, b, 1), (b, a, -1)):
        if not (a.worked or b.worked) and _some_of_all(one, other):
            state.unknown("restriction", f"only one is of those who {one.event}", -0.3)
            state.partly.add(sign)
    if a.clause.partial != b.clause.partial and not (a.worked or b.worked):
        state.unknown("restriction", "one is of some of them only", -0.3)
        state.partly.add(1 if a.clause.partial else -1)
        state.loosely = True
    if a.clause.base != b.clause.base:
        part = b if a.clause.base else a
        state.guarded = True
        if part.clause.restrictions:
            state.unknown("restriction", "one is the whole of which the other is said to be a part", -0.3)
            state.partly.add(-1 if a.clause.base else 1)
    if only_a and only_b:
        state.unknown("restriction", f"{' '.join(only_a[:3])} / {' '.join(only_b[:3])}", -0.5)
        state.partly |= {1, -1}
    elif only_a or only_b:
        state.unknown("restriction", f"only one says {' '.join((only_a or only_b)[:3])}", -0.3)
        state.partly.add(1 if only_a else -1)
        state.loosely = True


def _some_of_all(one: Profile, other: Profile) -> bool:
    """Whether something is told of so many "of the" things, and the other figure is of all: 30 of the nurses work."""
    return _tells_of_some(one) and one.head == other.head and (not other.event or other.event in word_set("having"))


@fact
def _tells_of_some(profile: Profile) -> bool:
    claim, document = profile.claim, profile.source
    if claim.kind is not Kind.COUNT or not profile.event or profile.event in word_set("having") or document is None:
        return False
    return _OF_THE.match(document.text, claim.span.end) is not None


_OF_THE = re.compile(r" of (?:the|its|their|his|her|our) [a-z]")


@lru_cache(1 << 14)
def _nested(names: tuple[str, ...], others: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    """The words of names that are those of the other side, or parts or wholes of them."""
    return frozenset(
        word
        for name in names
        if any(lexicon.within(name, other) or lexicon.within(other, name) for other in others)
        for word in fold(name).split()
    )


def _alone(a: Profile, b: Profile, lexicon: Lexicon) -> list[str]:
    """Restricting words that the other side has nowhere, not as a name, nor in its titles, nor by another form."""
    found: list[str] = []
    if not a.clause.restrictions:
        return found
    for word in sorted(a.clause.restrictions - _nested(a.entities, b.entities, lexicon)):
        canonical = lexicon.synonym(word)
        held = (b.words, b.ambient, b.clause.restrictions)
        if any(canonical in words or word in words for words in held):
            continue
        if word in b.clause.mentions or word.rpartition("-")[2] in b.clause.mentions:
            continue
        if derived_in(canonical, b.words, b.roots) or exchanged_in(canonical, b.words, b.roots):
            continue
        if word in a.name_words and _known_by(word, a, b):
            continue  # Tomas Idris is Idris
        if canonical in grammar().verb_forms and a.head in people()[0] and kin(canonical, b.head):
            continue  # people who work somewhere are its employees
        if b.event and canonical != b.event and lexicon.synonym(verb_lemma(word)) == b.event:
            continue  # "the events that were notified", "41 events were notified"
        if f" {word}s " in b.spoken or _done_by(word, b):
            continue
        root = stem(word)
        if root and len(root) > 2 and root in b.stems:
            continue
        found.append(word)
    return found


def _done_by(word: str, other: Profile) -> bool:
    """Whether the other side names those who do what a gerund says: the age for riding, the age of riders."""
    return word.endswith("ing") and any(doing(part) >= doing(word) for part in other.words if part.endswith("er"))


def _known_by(word: str, a: Profile, b: Profile) -> bool:
    """Whether the other side has the last word of a name that begins with this one."""
    names = [fold(name).split() for name in a.entities]
    return any(word in name[:-1] and f" {name[-1]} " in b.spoken for name in names)


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for one, other in load_table("restrictions")["pairs"]:
        made.setdefault(one, set()).add(other)
        made.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in made.items()}


@cache
def _groups() -> frozenset[str]:
    return frozenset(load_table("restrictions")["groups"])


def opposites(a: Profile, b: Profile, state: State) -> None:
    """Words that exclude each other before one noun: the left bank, the right bank."""
    if a.dimension in ("date", "version", "identifier") or a.worked or b.worked:
        return
    for noun in sorted(_grouped(a) & _grouped(b)) if _grouped(a) and _grouped(b) else ():
        left = {word for word, name in a.clause.qualified if name == noun and weight(word) > 0}
        right = {word for word, name in b.clause.qualified if name == noun and weight(word) > 0}
        if left and right and not left & right and not _named(left, b) and not _named(right, a):
            state.mismatch("group", f"{min(left)} {noun} / {min(right)} {noun}", -1.0)
            return
    known = _opposites()
    for word, noun in sorted(_opposed(a) - _opposed(b)):
        others = known[word]
        found = next((other for other in others if (other, noun) in b.clause.qualified), None)
        if found is not None and (found, noun) not in a.clause.qualified:
            state.mismatch("contrast", f"{word} {noun} / {found} {noun}", -1.0)
            return
    for one, other in ((a, b), (b, a)):
        for word, noun in sorted(_opposed(one)):
            if noun not in _groups() or noun in other.clause.nouns or word in other.ambient:
                continue
            if any(
                f" {at} the {word} {noun} " in one.spoken for at in ("in", "on", "at", "along", "of", "from", "for")
            ):
                state.unknown("group", f"only one is of the {word} {noun}", -0.3)
                state.partly.add(1 if one is a else -1)
                state.loosely = True
                return


@fact
def _grouped(profile: Profile) -> frozenset[str]:
    """The nouns of the clause that have such words before them to tell one from another: bank, wing, branch."""
    return profile.clause.nouns & _groups()


@fact
def _opposed(profile: Profile) -> frozenset[tuple[str, str]]:
    """The words of the clause that exclude others, with the noun after each."""
    return frozenset(pair for pair in profile.clause.qualified if pair[0] in _opposites())


def _named(words: Iterable[str], other: Profile) -> bool:
    """Whether the other side has one of the words, wherever it stands: the bank's Ulm branch, its branch in Ulm."""
    return any(word in other.words or word.removesuffix("'s") in other.words for word in words)


def criteria(a: Profile, b: Profile, state: State) -> None:
    """Two ranks by two criteria, or in two branches, are places in two lists: second by deposits, 12th for medicine."""
    one, other = _branch(a, b), _branch(b, a)
    if one and other:
        state.mismatch("criterion", f"among {' '.join(one)} / among {' '.join(other)}", -1.0)
        return
    if one or other:
        state.unknown("criterion", f"only one is among {' '.join(one or other)}", -0.3)
        state.guarded = True
    left, right = a.clause.criterion, b.clause.criterion
    bare = b if left else a
    if bool(left) != bool(right) and bare.claim.core.startswith("rank among "):
        state.unknown("criterion", f"only one is by {' '.join(sorted(left or right))}", -0.3)
        state.guarded = True
        return
    if not left or not right or left & right:
        return
    known = frozenset().union(*map(roots, right))
    if all(kin_of(word, right, known) is None for word in left):
        state.mismatch("criterion", f"by {' '.join(sorted(left))} / by {' '.join(sorted(right))}", -1.0)


def _branch(a: Profile, b: Profile) -> list[str]:
    """The words of the branch that only the first of two ranks is in."""
    if a.clause.branch & b.clause.branch:
        return []
    known = {a.head, *a.name_words}
    return sorted(
        word
        for word in a.clause.branch
        if not (word in b.words or word in b.ambient or word in known or derived_in(word, b.words, b.roots))
    )


def means(a: Profile, b: Profile, state: State) -> None:
    """What is done with one thing is not what is done with another: heated with wood, heated by a network."""
    if a.dimension == "date":
        return
    left, right = a.clause.means, b.clause.means
    if not left or not right or left & right:
        return
    if any(word in b.words for word in left) or any(word in a.words for word in right):
        return
    state.unknown("means", f"{' '.join(sorted(left))} / {' '.join(sorted(right))}", -0.3)
    state.guarded = True


def conditions(a: Profile, b: Profile, state: State) -> None:
    """Figures for weekdays, nights or summers are not those of other times."""
    left, right = a.clause.conditions, b.clause.conditions
    if a.dimension == "frequency":  # "once a week, on Sunday" only says on which day
        left, right = left - word_set("weekdays"), right - word_set("weekdays")
    if a.dimension == "date" or left == right:
        return
    if left & right:
        state.guarded = True  # "six from Monday to Friday and four on Sundays", "four on Sundays"
        return
    if left and right:
        state.mismatch("condition", f"{', '.join(sorted(left))} / {', '.join(sorted(right))}", -0.5)
    elif not (left & b.clause.mentions or right & a.clause.mentions):
        state.unknown("condition", f"only one says {', '.join(sorted(left or right))}", -0.3)
        state.partly.add(1 if left else -1)
        state.loosely = True


def labels(a: Profile, b: Profile, state: State) -> None:
    """Ward A is not ward B."""
    left, right = a.clause.labels, b.clause.labels
    if left & right or not (left or right):
        return
    nouns = {noun for noun, _ in left} & {noun for noun, _ in right}
    if nouns:
        noun = min(nouns)
        shown = " / ".join(_labels_of(one.clause.labels, noun) for one in (a, b))
        state.mismatch("label", f"{noun} {shown}", -1.0)
    elif bool(left) != bool(right):
        own, other = (left, b) if left else (right, a)
        noun = min(noun for noun, _ in own)
        one = a if left else b
        opens = any(one.clause.words[0].lstrip().startswith(f"{noun} {label} ") for _, label in own)
        if noun not in other.words and noun not in other.ambient and not opens:
            return
        if all(f" {noun} {label} " in other.spoken for noun, label in own):
            return
        state.unknown("label", f"only one says {noun} {_labels_of(own, noun)}")
        state.guarded = True


def _labels_of(found: Iterable[tuple[str, str]], noun: str) -> str:
    return ", ".join(sorted(label.upper() for name, label in found if name == noun))


_FULL = frozenset({"full", "fill"})


def ability(a: Profile, b: Profile, state: State) -> None:
    """What could be made is not what was made; what a rule allows is for the comparison of limits."""
    if a.dimension in ("date", "version", "identifier") or (a.limits and b.limits):
        return
    if all("capacity" in one.claim.core.split() or one.event in _FULL for one in (a, b)):
        return  # "is 38 percent full", "is at 46% of its capacity"
    if a.clause.able != b.clause.able and "maximum" not in {*a.claim.scope, *b.claim.scope}:
        other = b if a.clause.able else a
        if other.clause.running and not other.clause.now and not _rated(a, b):
            return
        state.mismatch("ability", "what could be / what was", -0.3)


def _rated(a: Profile, b: Profile) -> bool:
    return " per " in a.dimension or a.dimension == b.dimension == "frequency"


def lifetime(a: Profile, b: Profile, state: State) -> None:
    """What has come together since something began takes in what one year brought."""
    if a.dimension == "date" or a.clause.lifetime == b.clause.lifetime:
        return
    whole, part = (a, b) if a.clause.lifetime else (b, a)
    if part.claim.when is None and "total" in part.scope.get("extent", ()):
        return
    so_far = part.claim.when is not None and part.claim.when.start is None
    if so_far and "total" in part.scope.get("extent", ()):
        return  # "by July it had served 2 million in all"
    if part.claim.when is not None or part.clause.running is False:
        state.unknown("extent", "one has come together since something began")
        state.partly.add(-1 if whole is a else 1)
        state.loosely = True


_LEVELS = frozenset({Kind.MEASURE, Kind.COUNT, Kind.PERCENT, Kind.MONEY})


def margin(a: Profile, b: Profile, state: State) -> None:
    """How far something lies above a mark is not how high it is."""
    if {a.claim.kind, b.claim.kind} & _LEVELS and a.clause.margin != b.clause.margin:
        state.mismatch("margin", "a distance from a mark / a level", -1.0)


@cache
def _parts() -> dict[str, str]:
    return {word: part for part, words in load_table("restrictions")["money"].items() for word in (part, *words)}


@cache
def _exchanged() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(entry["parts"]) for entry in load_table("restrictions")["same"])


@fact
def _part(profile: Profile) -> str:
    """What part a sum plays: by its noun, else by a word of its measure, else by its verb."""
    noun = load_table("restrictions")["money_nouns"].get(profile.head)
    if noun is not None and profile.event != profile.head:
        return str(noun)
    words = [profile.head, *sorted(profile.modifiers), profile.event, profile.claim.event]
    return next((_parts()[word] for word in words if word in _parts()), "")


def money_role(a: Profile, b: Profile, state: State) -> None:
    """A budget is not what was spent, nor a revenue a profit."""
    if not a.dimension.startswith("money"):
        return
    left, right = _part(a), _part(b)
    if left and right and left != right and frozenset((left, right)) not in _exchanged():
        if a.event and a.event == b.event != "amount":
            return
        firm = state.differs
        state.mismatch("role of the sum", f"{left} / {right}", -0.5)
        state.differs, state.soft = firm, True


def property_or_same(a: Profile, b: Profile) -> bool:
    """Whether one head names a property that the other's thing can have: the height of the tower, the tower."""
    words = frozenset(load_table("restrictions")["property"]["words"])
    return a.head in words or b.head in words


where(
    restrictions,
    lambda one: one.clause.restrictions or one.clause.partial or one.clause.base or _tells_of_some(one),
)
where(opposites, lambda one: _grouped(one) or _opposed(one))
where(criteria, lambda one: one.clause.branch or one.clause.criterion)
where(means, lambda one: one.clause.means, both=True)
where(conditions, lambda one: one.clause.conditions)
where(labels, lambda one: one.clause.labels)
where(ability, lambda one: one.clause.able)
where(lifetime, lambda one: one.clause.lifetime)
where(margin, lambda one: one.clause.margin)
where(money_role, lambda one: one.dimension.startswith("money") and _part(one), both=True)
