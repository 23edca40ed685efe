"""Which words speak of one kind of happening or property: rescue and survivor, expire and valid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import combinations

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.remember import remembered

__all__ = [
    "derived_in",
    "exchanged",
    "exchanged_in",
    "frames_of",
    "kin",
    "kin_keys",
    "kin_of",
    "one_span",
    "opposite",
    "parted",
    "phrases",
    "roots",
]

_ROOT = 4  # letters of a verb that its noun shares: emit, emission
_ENDINGS = (
    "ion",
    "ation",
    "ition",
    "ment",
    "er",
    "or",
    "ee",
    "ance",
    "ence",
    "ing",
    "ist",
    "ship",
    "age",
    "ative",
    "ive",
    *("out", "off", "over", "down", "up", "back", "in", "away"),  # walk, walkout; break, break-in
)
_OF_VERBS = ("al", "y")  # after long verbs alone: renew, renewal; recover, recovery
_SILENT = ("al", "ure", "able")  # only after a verb in -e: arrive, arrival
_MANY = 9  # a word in so many frames says nothing by itself


@cache
def _frames() -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for name, words in load_table("frames")["frames"].items():
        for word in words:
            made.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in made.items()}


@cache
def _rows() -> Mapping[str, frozenset[str]]:
    """Word or phrase → the rows of paraphrases.toml in which it stands, each under a name of its own."""
    return _inverted("verbs", "nouns", "describing")


@cache
def _spans() -> Mapping[str, frozenset[str]]:
    """The same of the rows of words that are exchanged where a length of time is told."""
    return _inverted("spans")


def _inverted(*kinds: str) -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for kind in kinds:
        for at, words in enumerate(load_table("paraphrases")["rows"][kind]):
            for word in words:
                made.setdefault(canonical(_plainly(word)), set()).add(f"{kind} {at}")
    return {word: frozenset(rows) for word, rows in made.items()}


def one_span(a: str, b: str) -> bool:
    """Whether two verbs tell of one length of time, each of another end of it: kept for 30 days, deleted after 30."""
    return not _spans().get(a, frozenset()).isdisjoint(_spans().get(b, ()))


def _plainly(phrase: str) -> str:
    """A phrase by the words that name it, without its gap and further forms: "lose ~ life|lives" is "lose life"."""
    return " ".join(word.partition("|")[0] for word in phrase.split() if word != "~")


@cache
def _synonyms() -> Mapping[str, str]:
    return {other: word for word, others in load_table("synonyms")["synonyms"].items() for other in others}


def canonical(word: str) -> str:
    """The lemma by which alignment knows a word."""
    return _synonyms().get(word, word)


def exchanged(a: str, b: str) -> bool:
    """Whether two words stand in one row of paraphrases.toml: writers put either for the other beside a figure."""
    if a == b:
        return True
    rows = _rows().get(a)
    return rows is not None and not rows.isdisjoint(_rows().get(b, ())) and not opposite(a, b)


def exchanged_in(word: str, words: Iterable[str], known: frozenset[str]) -> bool:
    """Whether ``word`` may be put for one of ``words``; ``known`` holds at least their roots."""
    rows = _rows().get(word)
    return rows is not None and not rows.isdisjoint(known) and any(exchanged(word, other) for other in words)


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """Verb → the phrases of paraphrases.toml that begin with it, longest first."""
    table = load_table("paraphrases")
    found = {word for rows in table["rows"].values() for row in rows for word in row if " " in word}
    found |= {word for row in table["apart"] for side in row for word in side if " " in word}
    made: dict[str, list[str]] = {}
    for phrase in sorted(found, key=lambda one: (-len(one), one)):
        made.setdefault(phrase.split()[0], []).append(phrase)
    return {verb: tuple(phrases) for verb, phrases in made.items()}


@cache
def _forms_of() -> Mapping[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for form, (base, _) in grammar().verb_forms.items():
        made.setdefault(base, {base}).add(form)
    return {base: frozenset(forms) for base, forms in made.items()}


@cache
def phrases(verb: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What a verb says with the words after it, longest first: swap gives "swap out", lose gives "lose life".

    A pattern is looked for in folded text; where the phrase has a gap, up to four words may stand in it.
    """
    made = []
    for phrase in _phrases().get(verb, ()):
        tail = "".join(_GAP if word == "~" else rf" (?:{word})\b" for word in phrase.split()[1:])
        forms = _forms_of().get(verb)
        said = "|".join(sorted(forms)) if forms else rf"{verb.removesuffix('e')}\w*"
        bound = r"(?! to\b)" if phrase.endswith(" up") else ""  # "may take up to 25"
        made.append((re.compile(rf"\b(?:{said}){tail}{bound}"), _plainly(phrase)))
    return tuple(made)


_GAP = r"(?: [\w.,%€$£-]+){0,4}?"  # between a verb and its particle or noun: "let 40 prisoners out"


def frames_of(word: str) -> frozenset[str]:
    """The frames in which a lemma stands; a phrase stands in those of its verb."""
    return _frames().get(word) or _frames().get(word.partition(" ")[0], frozenset())


@remembered
def roots(word: str) -> frozenset[str]:
    """What the word has in common with all that are kin to it: they share one of these at least."""
    return frames_of(word) | _rows().get(word, frozenset()) | {word[: _ROOT - 1]}


@lru_cache(1 << 17)
def kin(a: str, b: str) -> bool:
    """Whether two lemmas are of one frame, or one is derived from the other: germinate, germination."""
    if a == b:
        return True
    if opposite(a, b):
        return False
    if exchanged(a, b):
        return True
    first, second = frames_of(a), frames_of(b)
    if first and second:
        if first & second and min(len(first), len(second)) < _MANY:
            return True
    return _derived_from(a, b)


@cache
def _opposites() -> frozenset[frozenset[str]]:
    """Pairs of one frame that say the contrary."""
    return frozenset(frozenset(pair) for pair in load_table("frames")["opposites"])


@cache
def _apart() -> frozenset[frozenset[str]]:
    rows = load_table("paraphrases")["apart"]
    sides = ([[canonical(_plainly(word)) for word in side] for side in row] for row in rows)
    return frozenset(
        frozenset((x, y)) for row in sides for one, two in combinations(row, 2) for x in one for y in two if x != y
    )


@cache
def parted() -> frozenset[str]:
    """The words that stand on a side of any row of ``apart``."""
    return frozenset(canonical(word) for row in load_table("paraphrases")["apart"] for side in row for word in side)


def opposite(a: str, b: str) -> bool:
    """Whether two lemmas say the contrary of each other, or tell of two figures of one field: hire, dismiss."""
    pair = frozenset((a, b))
    return pair in _opposites() or pair in _apart()


def apart(a: str, b: str) -> bool:
    """Whether two words stand on two sides of one row of ``apart``: cancelled, delayed."""
    return frozenset((a, b)) in _apart()


_SHORT = 3  # letters of a verb


def _derived_from(a: str, b: str) -> bool:
    """Whether one lemma is made of the other: germinate, germination."""
    short, long = sorted((a.replace("-", ""), b.replace("-", "")), key=len)
    if len(short) < _ROOT or not (short.isalpha() and long.isalpha()):
        return False
    silent = short.endswith("e")
    root = short[:-1] if silent or short.endswith("y") else short
    if not long.startswith(root):
        return short.endswith("it") and long == short[:-1] + "ssion"
    ending = long[len(root) :]
    if ending in _OF_VERBS:
        return len(short) > _ROOT and short in _forms_of()
    return ending in _ENDINGS or (silent and ending in _SILENT) or ending in (root[-1] + "er", root[-1] + "ing")


@lru_cache(1 << 14)
def doing(word: str) -> frozenset[str]:
    """The forms of the verb that one does who is called so, or that such a gerund is of: rider, riding → ride, rode."""
    bases = (word[:-1], word[:-2], word[:-3]) if word.endswith(("er", "or")) else (verb_lemma(word),)
    return frozenset().union(*(_forms_of().get(base, frozenset()) for base in bases if len(base) >= _SHORT)) | {
        f"{base.removesuffix('e')}ing" for base in bases if base in _forms_of()
    }


@remembered
def kin_keys(word: str) -> frozenset[str]:
    """What words are filed under to be looked up by their kin: of two that are kin each has one of the other's."""
    return roots(word) | {word.replace("-", "")[: _ROOT - 1]}


def kin_of(word: str, words: Iterable[str], known: frozenset[str]) -> str | None:
    """The first of ``words``, in order, that is kin to ``word``; ``known`` holds at least their roots."""
    if roots(word).isdisjoint(known):
        return None
    return next((other for other in words if kin(word, other)), None)


def derived_in(word: str, words: Iterable[str], known: frozenset[str]) -> bool:
    """Whether ``word`` is made of one of ``words``, or one of it; ``known`` holds at least their roots."""
    return word[: _ROOT - 1] in known and any(_derived_from(word, other) for other in words)
