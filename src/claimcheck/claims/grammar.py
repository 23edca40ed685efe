"""The word classes of the grammar, and what words are at bottom: the lemma of a noun, a verb, a verb's other forms."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table
from claimcheck.lexicon.remember import remembered
from claimcheck.lexicon.wordlist import base_form, is_word

__all__ = [
    "Grammar",
    "gerund",
    "grammar",
    "lemma",
    "nounlike",
    "participle",
    "plain_nouns",
    "unlisted",
    "verb_form",
    "verb_lemma",
]


_WORD = TokenKind.WORD


@frozen
class Grammar:
    """The word classes of ``lexicon/grammar.toml`` as sets, with all forms of the verbs.

    ``closed`` holds every word of the closed classes: articles, prepositions, conjunctions, pronouns, auxiliaries.
    """

    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    nouns_too: frozenset[str]
    collectives: frozenset[str]
    verb_forms: dict[str, tuple[str, str]]
    closed: frozenset[str]


def _forms(base: str) -> list[tuple[str, str]]:
    """The regular forms of a verb with their kinds (s, past, ing)."""
    silent = base.endswith("e")
    stem = base[:-1] if silent and not base.endswith(("ee", "ye", "oe")) else base
    if base.endswith("y") and base[-2] not in "aeiou":
        return [(base[:-1] + "ies", "s"), (base[:-1] + "ied", "past"), (base + "ing", "ing")]
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    stem = base[:-2] + "y" if base.endswith("ie") else stem
    forms = [(third, "s"), (base + "d" if silent else base + "ed", "past"), (stem + "ing", "ing")]
    shut = base[-3:-2] not in tuple("aeiou") or base[-4:-2] == "qu"
    if len(base) > 2 and base[-1] in "bdglmnprt" and base[-2] in "aeiou" and shut:
        forms += [(base + base[-1] + "ed", "past"), (base + base[-1] + "ing", "ing")]
    return forms


@cache
def grammar() -> Grammar:
    """The grammar's tables, read once."""
    data = load_table("grammar")
    forms: dict[str, tuple[str, str]] = {}
    # Of two verbs that share a form the one in -e has it: "riding" is of ride, for that of rid doubles its d.
    for base in sorted(data["verbs"], key=lambda verb: not verb.endswith("e")):
        for form, kind in _forms(base):
            forms.setdefault(form, (base, kind))
    for base, (past, participle) in data["irregular"].items():
        forms[past] = (base, "past")
        forms[participle] = (base, "past")
    for base in [*data["verbs"], *data["irregular"]]:
        forms.setdefault(base, (base, "base"))
    sets = {
        name: frozenset(data[name])
        for name in (
            "determiners",
            "prepositions",
            "conjunctions",
            "subordinators",
            "pronouns",
            "auxiliaries",
            "modals",
            "adverbs",
            "adjectives",
            "nouns_too",
            "collectives",
        )
    }
    closed = frozenset().union(
        *(sets[name] for name in ("determiners", "prepositions", "conjunctions", "pronouns", "auxiliaries"))
    )
    return Grammar(**sets, verb_forms=forms, closed=closed)


_MEN = 5  # letters that "omen" and "women" have no more of


@remembered
def lemma(word: str) -> str:
    """The lemma of a noun or adjective, without a possessive ending."""
    word = word.removesuffix("'s").rstrip("'")
    own = load_table("grammar")["lemmas"].get(word)
    if own is not None:
        return str(own)
    if word.endswith("men") and len(word) > _MEN and word not in load_table("grammar")["no_men"]:
        return f"{word[:-3]}man"  # "seamen"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    found = base_form(word)
    plural = not word.endswith(("as", "os", "ics")) and len(word) > 5
    if found == word and plural and (is_word(word[:-1]) or not is_word(word)):
        return word[:-1]
    # The word list also maps British spellings to American ones; only the plural ending may go.
    return found if word.startswith(found[: max(3, len(found) - 3)]) and found[-2:] != "se" else word[:-1]


@remembered
def verb_form(word: str) -> tuple[str, str] | None:
    """The lemma of a word that can be a verb, with which of its forms it is, as the lexicon or its ending says."""
    return grammar().verb_forms.get(word) or unlisted(word)


@remembered
def verb_lemma(word: str) -> str:
    """The lemma of a verb form; unknown forms are returned as they are."""
    entry = verb_form(word)
    return entry[0] if entry else lemma(word)


def nounlike(token: Token | None, table: Grammar) -> bool:
    """Whether a word can be a noun or stand before one: it is of no closed class and no adverb."""
    return (
        token is not None and token.kind is _WORD and token.norm not in table.closed and token.norm not in table.adverbs
    )


_VOWELS = re.compile(r"[aeiou]+")


def participle(verb: str) -> str:
    """The past participle of a verb's lemma."""
    table = load_table("grammar")
    irregular = table["irregular"].get(verb)
    if irregular:
        return str(irregular[1])
    if verb.startswith("un") and verb.endswith("ed"):
        return verb  # "unchanged" is no form of a verb
    if verb in table["states"] and verb not in grammar().verb_forms:
        return verb
    forms = [form for form, kind in _forms(verb) if kind == "past"]
    # "stopped", "travelled", "admitted", but "opened": only a stressed last syllable, or an l, doubles the consonant.
    doubles = verb.endswith("l") or len(_VOWELS.findall(verb)) == 1 or verb in table["end_stressed"]
    return forms[-1 if doubles else 0]


def gerund(verb: str) -> str:
    """The form in -ing of a verb's lemma."""
    forms = [form for form, kind in _forms(verb) if kind == "ing"]
    table = load_table("grammar")
    doubles = verb.endswith("l") or len(_VOWELS.findall(verb)) == 1 or verb in table["end_stressed"]
    return forms[-1 if doubles else 0]


def unlisted(norm: str) -> tuple[str, str] | None:
    """A verb that the lexicon doesn't list, by its ending."""
    if len(norm) > 7 and norm.endswith("izes"):
        return norm[:-1], "s"
    if norm in _ing_nouns() or norm in _plain_adjectives():
        return None
    past = len(norm) > 5 and norm.endswith("ed") and norm[-3] not in "e"
    if not past and not (len(norm) > 6 and norm.endswith("ing")):
        return None
    return _base(norm), "past" if past else "ing"


@cache
def _plain_adjectives() -> frozenset[str]:
    """Adjectives in -ed and -ing that are no form of a verb: unprecedented, ongoing."""
    table = load_table("grammar")
    return frozenset(word for word in table["adjectives"] if word.endswith(("ed", "ing")))


@cache
def plain_nouns() -> frozenset[str]:
    """Nouns that look like other words."""
    return frozenset(load_table("grammar")["plain_nouns"])


@cache
def _ing_nouns() -> frozenset[str]:
    return frozenset(load_table("grammar")["ing_nouns"])


@remembered
def _base(form: str) -> str:
    """The infinitive of an unlisted verb form."""
    found = base_form(form)
    return found if found[:3] == form[:3] else form
