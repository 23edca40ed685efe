"""Tests of what is measured: the context it stands in, the noun, the words that narrow the noun."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from claimcheck.align.context import stem
from claimcheck.align.facts import fact
from claimcheck.align.frames import derived_in, doing, exchanged, kin, kin_of, roots
from claimcheck.align.limits import bound_words
from claimcheck.align.nouns import base_noun, plain_noun, shares_of_two, sums, two_nouns, two_priced
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.same_part import property_or_same
from claimcheck.align.settings import HELD, described, unnaming
from claimcheck.align.state import State
from claimcheck.align.tables import closed_words, past_forms, table, word_set
from claimcheck.align.weights import weight
from claimcheck.align.words import anyone, generic_events, people, scopes, values_of
from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["PLAIN", "anchors", "context", "kinds", "modifiers", "plainly_same", "thing", "two_things"]

_DESCRIBED = 2.0  # more than a shared noun
_SAID = 1.0  # what such a description adds to the shared context
PLAIN = frozenset({"number", "percent"})  # dimensions in which two nouns of two things part the figures


def context(a: Profile, b: Profile, state: State) -> None:
    """Shared words, by weight; words of titles count half and at most as much as one rare word."""
    small, large = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    common: dict[str, float] = {}
    for word, heavy in small.items():
        if word in large:
            there = large[word]
            common[word] = heavy if heavy > there else there
    akin = _akin(small, large, common, (b if large is b.words else a).roots)
    direct = sum(common.values()) + akin
    ambient = _beside(a.words, b.ambient, common) + _beside(b.words, a.ambient, common)
    both = 0.0
    if not a.ambient.keys().isdisjoint(b.ambient):
        for word, heavy in a.ambient.items():
            if word in b.ambient:
                both += heavy
                if both >= _MOST_TITLED:
                    break
    ambient = min(ambient, _MOST_AMBIENT)
    state.context = direct + ambient + min(both, _MOST_TITLED)
    poorer = min(a.total, b.total)
    state.coverage = min(1.0, (direct + ambient) / poorer) if poorer else 0.0
    richer = max(a.total, b.total)
    state.mutual = direct / richer if richer else 0.0
    state.score += state.context
    if a.topic and b.topic:
        state.topical = _topical(a, b, common)
    if (shown := anchors(a, b)) and direct:
        state.context += _ANCHOR
        state.match("anchor", f"both sentences also give {', '.join(sorted(shown))}", _ANCHOR)
    if common:
        telling = sorted(common, key=lambda word: (-common[word], word))[:4] if len(common) > 1 else common
        state.match("context", "both mention " + ", ".join(telling))
    else:
        state.unknown("context", "no telling word is shared")


def anchors(a: Profile, b: Profile) -> list[str]:
    """Other telling figures that the two sentences have in common: they are likely of one statement."""
    if a.document == b.document or a.beside.isdisjoint(b.beside):
        return []
    return [figure.removeprefix("=") for figure in a.beside & b.beside]


_MOST_AMBIENT, _MOST_TITLED = 4.0, 2.0  # what words of the other's surroundings count at most, and of both
_ANCHOR = 2.0
_MOST_TOPICAL = 2.0


def _topical(a: Profile, b: Profile, common: Mapping[str, float]) -> float:
    """The weight of the names that run through both documents and that the two sentences do not share by themselves."""
    total = 0.0
    for name, heavy in a.topic.items():
        if name not in common and (name in b.topic or name in b.words):
            total += heavy
    for name, heavy in b.topic.items():
        if name not in common and name in a.words and name not in a.topic:
            total += heavy
    return min(_MOST_TOPICAL, total)


_AKIN = 0.5  # what a word of the same frame counts of the word itself


def _akin(
    small: Mapping[str, float], large: Mapping[str, float], common: Mapping[str, float], known: frozenset[str]
) -> float:
    """The weight of words that the two sides say in other words, each word paired off once."""
    free: dict[str, float] = {}
    total = 0.0
    for word, heavy in small.items():
        if word in common or roots(word).isdisjoint(known):
            continue
        free = free or {other: there for other, there in large.items() if other not in common}
        if (found := kin_of(word, free, known)) is not None:
            total += _AKIN * min(heavy, free.pop(found))
            if not free:
                break
    return total


def _beside(words: Mapping[str, float], ambient: Mapping[str, float], common: Mapping[str, float]) -> float:
    """The weight of words that only the other side's titles and passage share."""
    total = 0.0
    for word, heavy in words.items():
        if word in ambient and word not in common:
            there = ambient[word]
            total += heavy if heavy < there else there
            if total >= _MOST_AMBIENT:
                break
    return total


def thing(a: Profile, b: Profile, state: State) -> None:
    """Whether the measured nouns are the same, synonyms, both people, or one named in the other's context."""
    if plainly_same(a, b) and not (a.description or b.description):
        state.thing = 1.0 + weight(a.head)
        state.match("thing", f"both of {a.head}")
        state.score += state.thing
        return
    plain = a.dimension in PLAIN
    if two_things(a, b):
        _parted(a, b, state)
        state.score += state.thing
        return
    generic, specific = people()
    said = described(a, b)
    if said:
        state.context += _SAID
        state.coverage = max(state.coverage, HELD)
        state.match("setting", "one says what the other's setting is said to be", _SAID)
    if said and a.head != b.head:
        state.thing = _DESCRIBED
    elif a.dimension == "percent" and shares_of_two(a, b):
        state.thing = -2.5
        state.mismatch("thing", f"a share of {base_noun(a)} / a share of {base_noun(b)}")
    elif a.nameless or b.nameless:
        state.unknown("thing", "one of them does not say what is measured", 0.0)
        state.thing = 0.3
    elif (a.head == a.event or b.head == b.event) and (noun := _changing(a)) and noun == _changing(b):
        state.thing = (1.0 if weight(noun) else 0.5) + weight(noun)
        state.match("thing", f"both of {noun}")
    elif a.head == b.head:
        state.thing = (1.0 if weight(a.head) else 0.5) + weight(a.head)
        state.match("thing", f"both of {a.head}")
    elif {a.head, b.head} <= generic and (a.head in anyone() or b.head in anyone()) and _one_lot(a, b):
        state.thing = 1.0
        state.match("thing", f"{a.head} / {b.head}: both are people")
    elif {a.head, b.head} <= generic | specific and (a.head in generic or b.head in generic):
        state.thing = 0.8
        state.unknown("thing", f"{a.head} / {b.head}: one are some of the other")
        state.narrower.add(1 if a.head in specific else -1)
        state.loosely = True
    elif _befalls(a, b, generic) or _befalls(b, a, generic):
        state.thing = 1.0
        state.match("thing", f"{a.head} / {b.head}: both are people whom the same befell")
    elif (noun := _compound(a, b) or _compound(b, a)) or (noun := _contents(a, b) or _contents(b, a)):
        state.thing = 0.5 + weight(noun)
        state.match("thing", f"both of {noun}")
    elif _told(a, b) or _told(b, a):
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: both of what befell it")
    elif "_" in a.head and "_" in b.head:
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif plain and (a.head in b.rivals or b.head in a.rivals):
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif a.dimension == "time" and not _extremes().isdisjoint((a.head, b.head)):
        state.thing = -2.5  # "a 40-year low" looks back
        state.mismatch("thing", f"{a.head} / {b.head}")
    elif plain and exchanged(a.head, b.head):
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: words for one thing")
    elif _setting(a, b) or _setting(b, a):
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: one names the other's")
    elif "_" in a.head + b.head and (a.head in b.words or b.head in a.words):
        state.thing = 0.6 if _all_parts(a, b) else 0.3
        state.unknown("thing", f"{a.head} / {b.head}: one names the other's")
        state.guarded = state.guarded or not _all_parts(a, b)
    elif _named(a, b) and (not _is_amount(a) or property_or_same(a, b)):
        state.thing = 0.6
        state.match("thing", f"{a.head} / {b.head}: one names the other's")
        if bool(a.contrast.get("position")) != bool(b.contrast.get("position")):
            state.guarded = True  # the first pause, and that somebody pauses
    elif {a.head, b.head} <= sums():
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: both are sums of money")
    elif _named(a, b):
        state.thing = 0.3
        state.unknown("thing", f"{a.head} / {b.head}: one names the other's, and may be a part of it")
        state.guarded = state.guarded or state.coverage < _NEARLY or _belongs(a, b) or _belongs(b, a)
    elif kin(a.head, b.head) and not (plain and two_nouns(a, b)) and not two_priced(a, b):
        state.thing = 0.8
        state.match("thing", f"{a.head} / {b.head}: words for one thing")
    elif kin(a.head, b.head):
        state.thing = 0.3
        state.unknown("thing", f"{a.head} / {b.head}: they may be two things of one field")
        state.guarded = True
    elif plain:
        _parted(a, b, state)
    elif "table" in (a.claim.structure, b.claim.structure) and state.coverage >= 0.8:
        state.thing = 0.3
        state.unknown("thing", f"{a.head} / {b.head}: the row says what both are of")
    else:
        _parted(a, b, state)
    state.score += state.thing


def _belongs(one: Profile, other: Profile) -> bool:
    """Whether a sentence says that its thing is one of the other's: the rotor of the turbine, the whale's calf."""
    if one.head.endswith(_DEEDS) or one.head in load_table("restrictions")["property"]["words"]:
        return False  # the emission of carbon dioxide is no part of it
    words = one.spoken.split()
    for at, word in enumerate(words):
        if not word.startswith(one.head[:_STEM]) or lemma(word) != one.head:
            continue
        if words[at + 1 : at + 2] in _OF and other.head in map(lemma, words[at + 2 : at + 6]):
            return True
        if other.head in map(lemma, words[max(at - 2 if words[at - 1 : at] == ["s"] else at - 1, 0) : at]):
            return True
    return False


_STEM = 3  # letters
_OF = (["of"], ["in"], ["on"], ["from"])
_DEEDS = ("ion", "ment", "ing", "est", "ance")
_NEARLY = 0.8  # shared words of the poorer sentence by which the nouns of two figures are of one thing


def _parted(a: Profile, b: Profile, state: State) -> None:
    """Two nouns that nothing joins: two counts are of two things, two sums or lengths only likely so."""
    if a.dimension in PLAIN:
        state.thing = -2.5
        state.mismatch("thing", f"{a.head} / {b.head}")
    else:
        state.thing = -0.6
        state.unknown("thing", f"{a.head} / {b.head}")


def plainly_same(a: Profile, b: Profile) -> bool:
    """Whether both measure what one telling noun says, which is no verb's: nothing else can make of it another."""
    return a.head == b.head and plain_noun(a) and plain_noun(b)


def two_things(a: Profile, b: Profile) -> bool:
    """Whether nothing at all joins the two nouns: neither says the other's, and no list has them together.

    What a table's row or a verb may say beside the nouns, and what a measure is of, is left to the tests themselves.
    """
    one, other = a.head, b.head
    if one == other or not _strangers(one, other) or other in a.words or one in b.words:
        return False
    if one == a.event or other == b.event or other in a.modifiers or one in b.modifiers or a.nameless or b.nameless:
        return False
    if a.description or b.description or "table" in (a.claim.structure, b.claim.structure):
        return False
    return a.dimension not in _TOLD_OTHERWISE and not a.claim.kind is b.claim.kind is Kind.MEASURE


_TOLD_OTHERWISE = frozenset({"time", "temperature", "percent"})


@lru_cache(1 << 16)
def _strangers(one: str, other: str) -> bool:
    """Whether two nouns name no settings and no people of any sort, not both sums of money, and are no kin."""
    if "_" in one + other or not people()[0].isdisjoint((one, other)) or {one, other} <= sums():
        return False
    return not kin(one, other)


def _named(a: Profile, b: Profile) -> bool:
    """Whether one side's noun stands in the other's sentence."""
    return a.head in b.words or b.head in a.words


@cache
def _extremes() -> frozenset[str]:
    return frozenset(load_table("events")["extremes"])


def _one_lot(a: Profile, b: Profile) -> bool:
    """Whether people and those in some role may be the same: not where two verbs tell of two lots of them."""
    if not a.event or not b.event or a.event == b.event or kin(a.event, b.event):
        return True
    return not generic_events().isdisjoint((a.event, b.event))


def _befalls(a: Profile, b: Profile, generic: frozenset[str]) -> bool:
    """Whether ``a`` counts people by what befell them and ``b`` names them by it: people rescued, survivors."""
    return a.head in generic and bool(a.event) and b.head not in generic and kin(a.event, b.head)


def _told(a: Profile, b: Profile) -> bool:
    """Whether ``a`` names a measure by what happened and ``b`` tells that: 300 ha burnt, fire destroyed 300 ha."""
    if not a.claim.kind is b.claim.kind is Kind.MEASURE or a.event or not b.event or a.head == b.head:
        return False
    return a.claim.core.split()[-1:] != [a.head] and kin(a.head, b.event)  # the head stands there as a participle


def _compound(a: Profile, b: Profile) -> str:
    """The head of ``a`` where ``b`` says the same two words, though it counts the first: object keys."""
    pair = (b.head, a.head)
    return a.head if b.head in a.modifiers and pair in a.clause.qualified and pair in b.clause.qualified else ""


def _contents(a: Profile, b: Profile) -> str:
    """What ``a`` holds in a container and ``b`` names bare, for figures that both share: an opened jar of pesto."""
    held = a.head in word_set("containers") and b.head in a.modifiers
    return b.head if held and a.dimension in ("time", "temperature") else ""


def _all_parts(a: Profile, b: Profile) -> bool:
    """Whether each word of a setting's name is in the other's context: git_pull_ttl is not every ttl."""
    setting, other = (a, b) if "_" in a.head else (b, a)
    words = [word for word in setting.head.split("_") if weight(word) > 0]
    held = {*other.words, *other.ambient}
    return all(word in held or word[:4] in _roots(other) for word in words)


def _roots(profile: Profile) -> set[str]:
    return {word[:4] for word in (*profile.words, *profile.ambient)}


def _is_amount(profile: Profile) -> bool:
    """Whether the figure is a measure or a sum, which may be of a thing or of a part of it."""
    return profile.claim.kind in (Kind.MEASURE, Kind.MONEY)


def _changing(profile: Profile) -> str:
    """What a change is of, its verb left aside: "exports fall" is of exports."""
    if profile.head != profile.event or not profile.modifiers:
        return profile.head
    words = [word for word in profile.claim.core.split() if word in profile.modifiers]
    return words[-1] if words else profile.head


def _setting(a: Profile, b: Profile) -> bool:
    """Whether ``a`` is of a setting whose name says what ``b`` is of: max_connections, connections."""
    parts = a.head.split("_")
    return len(parts) > 1 and bool(b.head) and any(part[:4] == b.head[:4] and len(part) > 3 for part in parts)


@cache
def _genera() -> dict[str, frozenset[str]]:
    return {genus: frozenset(kinds) for genus, kinds in load_table("restrictions")["kinds"].items()}


@cache
def _in_genera() -> frozenset[str]:
    return frozenset(_genera()).union(*_genera().values())


@fact
def _sorts(profile: Profile) -> frozenset[str]:
    """The words of the measured thing that are names of sorts or of their kinds."""
    return _in_genera().intersection((profile.head, *profile.modifiers, *profile.claim.core.split()))


def kinds(a: Profile, b: Profile, state: State) -> None:
    """One kind on one side and the whole sort on the other make a part of it: electricity and all energy."""
    left, right = _sorts(a), _sorts(b)
    if not left and not right:
        return
    for genus, species in _genera().items():
        for of, other, sign in ((left, right, 1), (right, left, -1)):
            if genus in other and genus not in of and (found := species & of - other):
                state.unknown("thing", f"{min(found)} / {genus}: one is a kind of the other")
                state.guarded = state.guarded or a.dimension == "percent"
                state.narrower.add(sign)
                state.loosely = True
                return


@fact
def _whose(profile: Profile) -> str:
    """The noun whose extent is measured: "tunnel" of "total length of tunnel"."""
    if profile.claim.kind is not Kind.MEASURE:
        return ""
    noun = profile.claim.core.rpartition(f"{profile.claim.head} of ")[2].split()
    return noun[-1] if noun and profile.claim.core.endswith(f"{profile.claim.head} of {' '.join(noun)}") else ""


def modifiers(a: Profile, b: Profile, state: State) -> None:
    """Words that narrow the measured thing: on one side only they make a part of it, on both sides another thing."""
    if a.head != b.head or a.dimension == "version":
        return
    one, other = _whose(a), _whose(b)
    if one and other and one != other and (one in b.words or other in a.words) and not kin(one, other):
        state.unknown("modifiers", f"the {a.head} of {one} / of {other}", -0.3)
        state.guarded = True
        return
    if a.modifiers == b.modifiers:
        if a.modifiers:
            state.match("modifiers", "the same")
        return
    names = a.name_words | b.name_words
    told = not (a.event and b.event) or a.event == b.event or kin(a.event, b.event)
    left, right = _plain_modifiers(a, names, told), _plain_modifiers(b, names, told)
    if a.description or b.description:
        left, right = left - unnaming() - {"maximum"}, right - unnaming() - {"maximum"}
    only_a = _without_kin(left - right - bound_words(b.value), b) if left - right else []
    only_b = _without_kin(right - left - bound_words(a.value), a) if right - left else []
    only_a, only_b = _unmatched(only_a, only_b), _unmatched(only_b, only_a)
    if only_a and only_b:
        state.mismatch("modifiers", f"{' '.join(only_a)} / {' '.join(only_b)}", -1.0)
    elif only_a or only_b:
        side = only_a or only_b
        if _of_the_deed(a, b):
            state.unknown("modifiers", f"only one says {' '.join(side)}", -0.3 * len(side))
            state.reserved = True
            return
        state.unknown("modifiers", f"only one says {' '.join(side)}", -0.3 * len(side))
        state.narrower.add(1 if only_a else -1)
        state.loosely = True
        if _extreme().intersection(side):
            state.guarded = True  # the highest is one of them, and no part that they add up to
    else:
        state.match("modifiers", "the same")


def _of_the_deed(a: Profile, b: Profile) -> bool:
    """Whether both say how long one deed takes or may be done, of which only one names the object: to cancel, to cancel
    a ticket.
    """
    return a.dimension == "time" and a.event == b.event == a.head == b.head and not (a.modifiers and b.modifiers)


@cache
def _extreme() -> frozenset[str]:
    extent = load_table("scope")["dimension"]["extent"]
    return frozenset([*extent["maximum"], *extent["minimum"], "maximum", "minimum"])


def _without_kin(words: Collection[str], other: Profile) -> list[str]:
    """The words that the other side has in no form: neither as they are nor in other words of the same frame."""
    left = [word for word in words if word not in other.words and word not in other.ambient]
    left = [word for word in left if len(stem(word)) < 3 or stem(word) not in other.stems]
    left = [word for word in left if not _in_keeper(word, other)]
    left = [word for word in left if not _said_as_verb(word, other)]
    left = [word for word in left if not _scoped(word, other)]  # "gross wage", "wage before tax"
    return sorted(word for word in left if not derived_in(word, other.words, other.roots))


def _said_as_verb(word: str, other: Profile) -> bool:
    """Whether the other side tells what those do who are called so: the age of riders, the age for riding."""
    return word.endswith(("er", "or", "ing")) and any(f" {form} " in other.spoken for form in doing(word))


def _in_keeper(word: str, other: Profile) -> bool:
    """Whether the other side names those who keep or make such a thing by it: beekeeper."""
    return f" {word}" in other.spoken and any(f" {word}{tail}" in other.spoken for tail in word_set("keepers"))


def _unmatched(words: list[str], others: list[str]) -> list[str]:
    """The words for which the other side has none that writers put for it: bogus notes, fake notes."""
    return [word for word in words if not any(exchanged(word, other) for other in others)]


def _scoped(word: str, other: Profile) -> bool:
    """Whether a word says how the figure is taken, and the other side says the same in other words."""
    said = values_of({word}, scopes())
    return bool(said) and all(values <= other.scope.get(name, set()) for name, values in said.items())


def _plain_modifiers(profile: Profile, names: Collection[str], told: bool) -> set[str]:
    """The modifiers without names and words that only describe, and where both tell of one event without its verb."""
    own = _narrowing(profile)
    if not own:
        return set()
    most = word_set("most")
    verbs = {profile.event, profile.claim.event} if told else set()
    return {
        "maximum" if word in most else word
        for word in own
        if word not in names and f"{word}s" not in names
        if verb_lemma(word) not in verbs and past_forms().get(word) not in verbs
    }


@fact
def _narrowing(profile: Profile) -> frozenset[str]:
    """The modifiers that do more than describe."""
    empty = [profile.clause.teller, word_set("describing"), closed_words()]
    empty += [_objects(profile.event), _objects(profile.claim.event)]
    if profile.claim.kind not in (Kind.COUNT, Kind.PERCENT):
        empty.append(word_set("sizing"))
    return frozenset(word for word in profile.modifiers if not any(word in words for words in empty))


def _objects(event: str) -> frozenset[str]:
    """The nouns that say no more than their verb: to open one's doors."""
    return frozenset(table()["idioms"].get(event, ()))


where(kinds, lambda one: _sorts(one))
