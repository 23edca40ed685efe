"""Words as the sentence writes them: noun phrases, what hangs on them, verbs as participles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from claimcheck.claims.grammar import grammar, lemma, participle, verb_lemma
from claimcheck.claims.measured.eventful import occasional
from claimcheck.claims.names import Name
from claimcheck.claims.phrases import Phrase, anaphors, bound_to_count, phrase_after
from claimcheck.claims.places import seats_of_government
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.claims.shapes import bare
from claimcheck.claims.worded.titled import ranked
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = [
    "PARTICLES",
    "attached",
    "befell",
    "demonym",
    "joined",
    "participle_of",
    "particle",
    "passive",
    "phrase_words",
    "respelled",
    "spelled",
    "surface_of",
    "word_set",
]

_WORD = TokenKind.WORD
_LONGEST = 9
PARTICLES = frozenset({"up", "out", "off", "down", "forward", "back", "away"})
# Prepositions that are particles too where no noun follows: "took over as head".
_WITHOUT_NOUN = frozenset({"over", "on", "in", "through", "together", "apart", "aside", "ahead"})
_INTENDED = frozenset({"plan", "need", "expect", "describe"})
_QUESTIONS = frozenset({"what", "which", "who", "whose", "that"})
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were"})


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of ``lexicon/wording.toml``."""
    return frozenset(load_table("wording")[name])


@cache
def demonym(country: str) -> str:
    """The adjective of a country or a part of the world ("chinese", "west african"), or the empty string."""
    entry = load_table("countries").get(country)
    if entry is None:
        part = load_table("organisations").get(country, {})
        return next((name.lower() for name in part.get("also", ()) if name in {f"{country}n", f"{country}an"}), "")
    people = entry.get("people", [])
    return str(people[0]).lower() if people else ""


def spelled(reading: Reading, first: int, last: int) -> list[str]:
    """The words of a token range, lower-case, without determiners and figures; a capital that stands for its
    government is called by the country, a country that owns something by its adjective ("Peru's ports": peruvian).
    """
    tokens, tags = reading.tokens, reading.tags
    if first and tokens[first - 1].norm == "its":
        first -= 1
    called: dict[int, str] = {}
    for name in reading.names_in(first, last):
        word = _called(reading, name, last)
        if word:
            called.update(dict.fromkeys(range(name.first, name.last), ""))
            called[name.first] = word
        elif not name.known and not name.place and name.first > first and (rank := ranked(reading, name, first)):
            called.update(dict.fromkeys(rank, ""))
    words: list[str] = []
    glue = False
    for k in range(first, last):
        token, mark = tokens[k], tags[k]
        meant = _meant(reading, k) if token.norm in _TAKING_UP else ""
        if meant:
            words.append(meant)
            continue
        if k in called:
            if called[k]:
                words.append(called[k])
            glue = False
            continue
        if mark == "-":
            glue = bool(words)
            continue
        if bound_to_count(reading, k):
            glue = False
            continue
        kept = token.kind is _WORD and (mark in "NZAVGPCT" or glue)
        kept = kept or (mark == "Z" and token.kind is TokenKind.NUMBER)
        kept = kept and token.norm != "own"
        whose = token.norm.endswith("'s") and token.norm[:-2] in anaphors()
        if not kept or whose or token.norm in grammar().determiners or token.norm in _QUESTIONS:
            glue = False
            continue
        word = reading.expand(token.norm) or token.norm.removesuffix("'s").removesuffix("'")
        if glue:
            words[-1] = f"{words[-1]}-{word}"
        else:
            words.extend(word.split())
        glue = False
    while words and words[-1] in _small():
        words.pop()
    return words


_TAKING_UP = frozenset({"its", "country", "region"})


def _meant(reading: Reading, k: int) -> str:
    """Whom "its" belongs to, which place "the country" or "the region" is: the only one of its kind named before."""
    word = reading.tokens[k].norm
    countries = load_table("countries")
    if word == "its":
        first = reading.clause(k)[0]
        owners = [name for name in reading.names if first <= name.first < k and name.known and not name.adjective]
        return (demonym(owners[-1].canonical) or surface_of(reading, owners[-1])) if len(owners) == 1 else ""
    if not k or reading.tokens[k - 1].norm != "the":
        return ""
    held = {
        name.canonical
        for name in reading.names
        if name.last < k and name.known and name.place and (name.canonical in countries) is (word == "country")
    }
    return held.pop().lower() if len(held) == 1 else ""


def surface_of(reading: Reading, name: Name) -> str:
    """A name as the sentence writes it, lower-case, without a possessive ending."""
    start, end = reading.tokens[name.first].start, reading.tokens[name.last - 1].end
    return bare(reading.scan.document.text[start:end]).lower()


def _called(reading: Reading, name: Name, last: int) -> str:
    """What a name of a country is called where the sentence writes it otherwise, or the empty string."""
    if not name.known or not name.place or _as_city(reading, name):
        return ""
    end = reading.tokens[name.last - 1].norm
    if end.endswith(("'s", "s'")) and name.last < last:
        return demonym(name.canonical)
    return name.canonical.lower() if _seats().get(surface_of(reading, name)) == name.canonical else ""


def _as_city(reading: Reading, name: Name) -> bool:
    """Whether a capital is meant as the city: "the fall of Kabul", "a visit to Lima"."""
    k = name.first - 1
    if k < 1 or reading.norms[k] not in _CITIES:
        return False
    words = occasional(_CITIES[reading.norms[k]])
    return not {reading.norms[k - 1], lemma(reading.norms[k - 1])}.isdisjoint(words)


_CITIES = {"to": "towards", "of": "city"}


@cache
def _seats() -> dict[str, str]:
    """Capitals in lower case with their countries."""
    return {city.lower(): country for city, country in seats_of_government().items()}


@cache
def _small() -> frozenset[str]:
    words = grammar().prepositions | grammar().conjunctions | {"to"}
    return frozenset(word for word in words if not word.endswith("ing"))  # "depending on"


def attached(
    reading: Reading, at: int, limit: int, *, links: frozenset[str], most: int = 1, skip: frozenset[str] = frozenset()
) -> tuple[list[str], int]:
    """The prepositional phrases that stand at token ``at``, as words, and the token after them.

    Phrases with another preposition than those of ``links`` end the search, and so do times; one with a preposition of
    ``skip`` that holds a known name is passed over, because the claim's entities tell it.
    """
    tokens, tags = reading.tokens, reading.tags
    words: list[str] = []
    while at < limit and most > 0:
        link = tokens[at].norm
        if tags[at] != "P" or (link not in links and link not in skip and link != "of"):
            break
        start = at + 1
        while start < limit and (tags[start] == "D" or _counted(reading, start)):
            start += 1 + (
                tokens[start].norm == "all" and tokens[start + 1 : start + 2][0:1] != [] and tags[start + 1] == "P"
            )
        phrase = phrase_after(reading, start, limit)
        if phrase is None or any(tags[k] not in "DMA.NZGC-V" for k in range(start, phrase.last)):
            break
        if lemma(tokens[phrase.head].norm) in word_set("empty"):
            break
        named = any(name.known and name.place for name in reading.names_in(phrase.first, phrase.last))
        inside = spelled(reading, phrase.first, phrase.last)
        if (
            not inside
            or (link not in links and link != "of" and not named)
            or (link == "to" and named and link not in skip and "in" not in links)
        ):
            break
        last = phrase.last
        if last + 1 < limit and tokens[last].norm == "and" and tags[last + 1] == "Z" and tags[last - 1] == "Z":
            other = phrase_after(reading, last + 1, limit)
            if other is not None and all(tags[k] in "Z-" for k in range(other.first, other.last)):
                inside += ["and", *spelled(reading, other.first, other.last)]
                last = other.last
        at = last
        if (end := _listed_names(reading, last, limit)) > last:
            at = end  # "in Lima, Cusco and Puno": the entities tell where
            continue
        if link in skip and named:
            continue
        words += [link, *inside]
        most -= link != "of"
        if link == "from" and tokens[at : at + 1] and tokens[at].norm == "to" and tags[at] == "P":
            other = phrase_after(reading, at + 1, limit)
            if other is not None and (end_of_way := spelled(reading, other.first, other.last)):
                words, at = [*words, "to", *end_of_way], other.last  # "the road from Orm to Kelm"
    return words, at


def _listed_names(reading: Reading, at: int, limit: int) -> int:
    """Where a list of names ends that goes on at a token by a comma, or the token itself."""
    tags, norms, k = reading.tags, reading.norms, at
    if at >= limit or norms[at] != "," or tags[at - 1] != "Z" or tags[at + 1 : at + 2] != ["Z"]:
        return at
    joined_by = ""
    while k + 1 < limit and norms[k] in {",", "and", "or"}:
        joined_by, k = norms[k], k + 1 + (norms[k + 1] in {"and", "or"})
        while k < limit and tags[k] in "Z-":
            k += 1
    return k if joined_by != "," else at


def _counted(reading: Reading, k: int) -> bool:
    """Whether a token is part of a plain number: "an order for 160 jets" is one for jets."""
    at = reading.figure_at[k]
    return at >= 0 and reading.mentions[at].kind is Kind.COUNT


def participle_of(reading: Reading, verb: int) -> str:
    """The past participle of a verb token."""
    norm = reading.tokens[verb].norm
    base = verb_lemma(norm)
    after = reading.tokens[verb + 1].norm if verb + 1 < len(reading.tokens) else ""
    if after in PARTICLES and reading.figure_at[verb + 1] < 0:
        return f"{participle(base)} {after}"
    return norm if norm.endswith("ed") and norm != base else participle(base)


def passive(reading: Reading, verb: int) -> bool:
    """Whether a verb stands in the passive ("was opened")."""
    if reading.norms[verb].endswith("ing") and reading.norms[verb] != verb_lemma(reading.norms[verb]):
        return False  # "are trying"
    k = verb - 1
    while k >= 0 and reading.tags[k] in "XM":
        if reading.tokens[k].norm in _BE:
            return True
        k -= 1
    return False


def befell(reading: Reading, verb: int) -> bool:
    """Whether a verb says something of its own of a thing, which "have", "be" or "include" do not."""
    base = verb_lemma(reading.tokens[verb].norm)
    if base in _REACHING and _to_level(reading, verb):
        return False
    return not silent(base) or (base in _INTENDED and passive(reading, verb))


_REACHING = frozenset({"hit", "cross", "pass", "touch", "breach", "top"})


def _to_level(reading: Reading, verb: int) -> bool:
    """Whether a verb's object is an amount, no things that are counted: "inflation hit 9.1%", not "hit 40 villages"."""
    at = verb + 1
    while at < len(reading.tags) and reading.tags[at] in "DM":
        at += 1
    figure = reading.figure_at[at] if at < len(reading.tags) else -1
    return figure >= 0 and reading.mentions[figure].kind not in (Kind.COUNT, *TIMES)


@cache
def silent(verb: str) -> bool:
    """Whether a verb says no more of a thing than that there is so much of it."""
    return verb in word_set("silent") or verb in _moving()


@cache
def _moving() -> frozenset[str]:
    """The verbs by which figures rise and fall."""
    changes = load_table("change_verbs")
    return frozenset(verb_lemma(word) for way in ("up", "down") for word in changes[way]["verbs"])


def joined(words: Iterable[str]) -> str:
    """The words of a measure, each once, as far as a short phrase goes; small words stay where they stand."""
    seen: set[str] = set()
    kept: list[str] = []
    count, small = 0, _small()
    for word in " ".join(words).split():
        if word in small:
            if kept and (kept[-1] not in small or kept[-1] in PARTICLES):
                kept.append(word)
            continue
        key = lemma(word)
        if key in seen or count == _LONGEST:
            continue
        seen.add(key)
        kept.append(word)
        count += 1
    while kept and kept[-1] in small and kept[-1] not in PARTICLES:
        kept.pop()
    return " ".join(kept)


def particle(reading: Reading, at: int) -> bool:
    """Whether the word at a token belongs to the verb before it: "stepped down", "took over as head"."""
    norm = reading.norms[at] if at < len(reading.norms) else ""
    return norm in PARTICLES or (norm in _WITHOUT_NOUN and reading.tags[at + 1 : at + 2] in (["P"], ["."], ["C"], []))


def respelled(reading: Reading, core: str, at: int) -> str:
    """The words of a bare measure as the sentence writes them, each as it stands nearest to token ``at``."""
    forms: dict[str, tuple[int, str]] = {}
    nouns = {norm for norm, mark in zip(reading.norms, reading.tags, strict=True) if mark in "NA"}
    for k, (token, mark) in enumerate(zip(reading.tokens, reading.tags, strict=True)):
        if mark not in "NZAVG" or token.kind is not _WORD:
            continue
        key = verb_lemma(token.norm) if mark in "VG" else lemma(token.norm)
        if mark in "VG" and (key in _named_by_verbs() or (key != token.norm and key in nouns)):
            continue  # beside "contracts totalling" there is "the total debt"
        far = abs(k - at)
        if key not in forms or far < forms[key][0]:
            forms[key] = (far, token.norm.removesuffix("'s"))
    words = []
    for word in core.split():
        stem, dash, last = word.rpartition("-")
        words.append(word if word in _FIXED else f"{stem}{dash}{forms.get(last, (0, last))[1]}")
    return " ".join(words)


@cache
def _named_by_verbs() -> frozenset[str]:
    """Nouns made of verbs of money: the sentence has the verb, "fined", for what is a fine."""
    table = load_table("transfers")
    return frozenset(noun for key in ("noun_of", "price_of") for noun in table[key].values() if " " not in noun)


# Words that a measure opens with, whatever the sentence says.
_FIXED = frozenset(
    {"rank", "share", "cost", "length", "height", "depth", "width", "age", "debt", "payment", "of", "on"}
)


def phrase_words(reading: Reading, phrase: Phrase | None) -> list[str]:
    """The words of a noun phrase, or none."""
    return spelled(reading, phrase.first, phrase.last) if phrase is not None else []
