"""A shallow grammar: one tag a token, from closed classes, common verbs and what stands around a word.

Tags: D determiner, P preposition, C conjunction, R pronoun, X auxiliary, V finite verb or participle used as one,
G -ing form, T infinitive "to", A adjective, M adverb, N noun, Z name, U part of a figure or date, . punctuation,
S symbol, - a hyphen inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attrs import frozen

from claimcheck.extract.numerals import PEOPLE
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table
from claimcheck.lexicon.wordlist import base_form, is_word

__all__ = ["Grammar", "gerund", "grammar", "lemma", "participle", "tag", "verb_lemma"]

_ADJECTIVE_ENDINGS = (
    "al",
    "ic",
    "ive",
    "ous",
    "ful",
    "less",
    "able",
    "ible",
    "ary",
    "ish",
    "ese",
    "ent",
    "ant",
)
_LONGEST_CLAUSE = 80
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_HYPHENS = frozenset("-‐‑")
_BY_NEIGHBOURS = frozenset({"to", "own", "close", "that"})
_SPANNING = frozenset({"overnight", "worldwide", "nationwide", "underground", "overall"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "this", "these", "no"})


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
    for base in data["verbs"]:
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


_KEPT = 50_000  # words of which it is remembered what they are
_MEN = 5  # letters that "omen" and "women" have no more of


@lru_cache(_KEPT)
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


@lru_cache(_KEPT)
def verb_lemma(word: str) -> str:
    """The lemma of a verb form; unknown forms are returned as they are."""
    entry = grammar().verb_forms.get(word) or _unlisted(word)
    return entry[0] if entry else lemma(word)


def _nounlike(token: Token | None, table: Grammar) -> bool:
    return (
        token is not None
        and token.kind is TokenKind.WORD
        and token.norm not in table.closed
        and token.norm not in table.adverbs
    )


def tag(tokens: Sequence[Token], figures: Sequence[int], names: Sequence[bool]) -> list[str]:
    """One tag a token; ``figures`` marks tokens of a number (1) or a date (2), ``names`` those of a name."""
    table = grammar()
    tags: list[str] = []
    count = len(tokens)
    hyphens = {at for at, token in enumerate(tokens) if token.text in _HYPHENS}
    for i, token in enumerate(tokens):
        if figures[i]:
            tags.append("U")
            continue
        if names[i]:
            tags.append("Z")
            continue
        if token.kind is not TokenKind.WORD:
            glued_next = i + 1 < count and tokens[i + 1].glued
            hyphen = token.text in "-‐‑" and token.glued and glued_next
            tags.append("-" if hyphen else "S" if token.kind is TokenKind.SYMBOL else ".")
            continue
        norm = token.norm
        after_date = i > 0 and figures[i - 1] == 2
        if not after_date and (fixed := _fixed(norm)):
            if not hyphens or (i + 1 not in hyphens and i - 1 not in hyphens):
                tags.append(fixed)
                continue
        before = _beyond_brackets(tokens, tags) if i else "."
        following = tokens[i + 1] if i + 1 < count and not figures[i + 1] else None
        hyphened = following is not None and following.text in "-‐‑"
        if before == "-" or (hyphened and _opens_compound(tokens, i, before)):
            ends = following is None or not (_nounlike(following, table) or following.text in "-‐‑")
            tags.append("N" if ends and before == "-" else "A")
            continue
        number_next = i + 1 < count and figures[i + 1] == 1
        mark = _fixed(norm) or _word(norm, before, tags, following, table, tokens, i, number_next)
        dated = mark in "AN" and after_date and _after_dated_noun(norm, tags)
        tags.append("V" if dated and (mark == "A" or _taking_object(norm, i, tokens, names)) else mark)
    return tags


def _beyond_brackets(tokens: Sequence[Token], tags: Sequence[str]) -> str:
    """The tag of the last token, or of the noun before the brackets that it closes: "the union (est. 1970) leads"."""
    last = len(tags) - 1
    if tokens[last].text == ")":
        opening = next((k for k in range(last - 1, max(last - _LONGEST_CLAUSE, 0), -1) if tokens[k].text == "("), 0)
        if opening and tags[opening - 1] in "NZ":
            return tags[opening - 1]
    return tags[last]


def _after_dated_noun(norm: str, tags: Sequence[str]) -> bool:
    """Whether a past form after a date is the verb of the noun that the date hangs on: "the strike in May cost"."""
    k = len(tags) - 1
    while k >= 0 and tags[k] == "U":
        k -= 1
    entry = grammar().verb_forms.get(norm) or _unlisted(norm)
    past = entry is not None and entry[1] == "past"
    return past and k > 0 and tags[k] == "P" and tags[k - 1] in "NZ"


def _taking_object(norm: str, i: int, tokens: Sequence[Token], names: Sequence[bool]) -> bool:
    """Whether a form that is noun and past at once stands before its object: "the drought of 2022 cost Karvelia"."""
    entry = grammar().verb_forms.get(norm)
    if entry is None or entry[0] != norm or i + 1 >= len(tokens):
        return False
    return names[i + 1] or tokens[i + 1].norm in grammar().determiners or tokens[i + 1].norm.endswith("s")


def _opens_compound(tokens: Sequence[Token], i: int, before: str) -> bool:
    """Whether a word begins a hyphenated modifier: the "built" of "42 built-in rules"."""
    if before not in "DUANP" or i + 2 >= len(tokens):
        return False
    hyphen, second = tokens[i + 1], tokens[i + 2]
    return hyphen.text in "-‐‑" and hyphen.glued and second.glued and second.kind is TokenKind.WORD


@lru_cache(_KEPT)
def _fixed(norm: str) -> str:
    """The tag of a word that has the same one beside whatever words; empty where its neighbours decide."""
    table = grammar()
    if norm in _BY_NEIGHBOURS or norm in _SPANNING or norm == "back":
        return ""
    if norm in table.auxiliaries:
        return "X"
    if norm in table.conjunctions and norm not in table.prepositions:
        return "C"
    if norm in table.determiners:
        return "" if norm in table.pronouns else "D"
    if norm in table.pronouns:
        return "R"
    if norm in table.prepositions:
        return "P"
    if norm in table.verb_forms or _unlisted(norm) or norm.endswith(("ly", "s", *_ADJECTIVE_ENDINGS)):
        return ""
    if norm in table.adverbs:
        return "M"
    return "" if norm in table.adjectives else "N"


def _word(
    norm: str,
    before: str,
    tags: list[str],
    following: Token | None,
    table: Grammar,
    tokens: Sequence[Token],
    i: int,
    number_next: bool,
) -> str:
    if norm == "to":
        entry = table.verb_forms.get(following.norm) if following else None
        bare = entry is not None and (entry[1] == "base" or entry[0] == (following.norm if following else ""))
        return "T" if bare and not _noun_context(following, tokens, i + 1, table) else "P"
    if norm in table.auxiliaries:
        return "X"
    if norm == "own" and i and (before == "D" or tokens[i - 1].norm.endswith(("'s", "s'"))):
        return "A"  # "her own", "the party's own"
    if norm == "close" and following is not None and following.norm == "to":
        return "M"
    if norm == "that":
        return "D" if before in "PCV." and _nounlike(following, table) and before != "V" else "C"
    if norm in table.conjunctions and norm not in table.prepositions:
        return "C"
    if norm in table.determiners and _nounlike(following, table):
        return "D"
    if norm in table.pronouns:
        return "R"
    if norm in table.determiners:
        return "D"
    if norm in table.prepositions:
        return "P"
    entry = table.verb_forms.get(norm) or _unlisted(norm)
    if entry is not None:
        verb = _verb(norm, entry, before, tags, following, table, tokens, i, number_next)
        if verb:
            return verb
    if norm in table.adjectives and norm.endswith("ly") and _nounlike(following, table):
        return "A"  # "the monthly rent", but "paid monthly"
    spans = norm in _SPANNING or (norm == "back" and before in "AD")
    if spans and _nounlike(following, table):
        return "A"  # "overnight stays", but "stayed overnight"
    if norm in table.adverbs or (norm.endswith("ly") and len(norm) > 4 and norm not in {"family", "supply", "ally"}):
        return "M"
    if norm in table.adjectives:
        ends = before in "DN" and following is not None and following.norm in table.auxiliaries
        return "N" if ends and not norm.endswith(("able", "ible", "ant", "ent")) else "A"
    if norm.endswith("s") and before in "NZM" and following is not None and following.norm in _ARTICLES:
        return "V"
    if norm.endswith(_ADJECTIVE_ENDINGS) and following is not None and following.norm in {"and", "or"}:
        # "political and economic ties": the first of two adjectives.
        second = tokens[i + 2] if i + 3 < len(tokens) else None
        if second is not None and second.norm.endswith(_ADJECTIVE_ENDINGS) and _nounlike(tokens[i + 3], table):
            return "A"
    if norm in _plain_nouns():
        return "N"
    if norm.endswith(_ADJECTIVE_ENDINGS) and _nounlike(following, table) and not norm.endswith("ment"):
        return "A" if following and not _verblike(following.norm, table) else "N"
    return "N"


def _verblike(word: str, table: Grammar) -> bool:
    return (word in table.verb_forms and word not in table.nouns_too) or (word.endswith("ed") and len(word) > 4)


_VOWELS = re.compile(r"[aeiou]+")


def participle(verb: str) -> str:
    """The past participle of a verb's lemma."""
    table = load_table("grammar")
    irregular = table["irregular"].get(verb)
    if irregular:
        return str(irregular[1])
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


def _unlisted(norm: str) -> tuple[str, str] | None:
    """A verb that the lexicon doesn't list, by its ending."""
    if len(norm) > 7 and norm.endswith("izes"):
        return norm[:-1], "s"
    if norm in _ing_nouns():
        return None
    past = len(norm) > 5 and norm.endswith("ed") and norm[-3] not in "e"
    if not past and not (len(norm) > 6 and norm.endswith("ing")):
        return None
    return _base(norm), "past" if past else "ing"


@cache
def _plain_nouns() -> frozenset[str]:
    return frozenset(load_table("grammar")["plain_nouns"])


@cache
def _ing_nouns() -> frozenset[str]:
    return frozenset(load_table("grammar")["ing_nouns"])


@lru_cache(_KEPT)
def _base(form: str) -> str:
    """The infinitive of an unlisted verb form."""
    found = base_form(form)
    return found if found[:3] == form[:3] else form


def _noun_context(token: Token | None, tokens: Sequence[Token], at: int, table: Grammar) -> bool:
    """Whether a word that may be a verb after "to" is followed by what makes it a noun ("to support groups")."""
    return (
        token is not None and token.norm in table.nouns_too and at + 1 < len(tokens) and tokens[at + 1].text in ".,;)"
    )


def _since_break(tags: Sequence[str]) -> Sequence[str]:
    """The tags since the last punctuation mark or conjunction; no more than a long clause has."""
    last = len(tags)
    for k in range(last - 1, max(-1, last - 1 - _LONGEST_CLAUSE), -1):
        if tags[k] in ".C":
            return tags[k + 1 :]
    return tags[max(0, last - _LONGEST_CLAUSE) :]


_SHARES = frozenset({"%", "percent", "cent", "pct"})
_WORKING = frozenset({"on", "in", "at", "for", "from", "to", "into", "through", "across", "with"})
_STANDING_AT = frozenset({"at", "by", "for", "from", "below", "above", "between"})
_TIME = 3  # tokens from a verb to the end of "part-time"
_REACH = 12  # tokens in which the verb of a clause is looked for


def _only_verb(
    tokens: Sequence[Token],
    i: int,
    table: Grammar,
    *,
    wide: bool = False,
    prepositions: frozenset[str] = _STANDING_AT,
) -> bool:
    """Whether a form in -s before a preposition is its clause's verb, as none follows: "demand stands at 40%".

    ``wide`` takes any preposition and adverb, for a bare form after a plural.
    """
    if i + 1 >= len(tokens):
        return False
    following = tokens[i + 1].norm
    hours = following in {"part", "full"} and i + _TIME < len(tokens) and tokens[i + _TIME].norm == "time"
    if following not in prepositions and not (wide and (following in table.adverbs or hours)):
        return False
    for token in tokens[i + 1 : i + _REACH]:
        if token.text in ".;:!?":
            break
        entry = table.verb_forms.get(token.norm)
        if token.norm in table.auxiliaries or token.norm in table.modals:
            return False
        if entry is not None and entry[1] == "past" and token.norm not in table.nouns_too:
            return False
    return True


@cache
def _only_past() -> frozenset[str]:
    """Past forms that are no participles: shook, fell, took."""
    return frozenset(past for past, participle in load_table("grammar")["irregular"].values() if past != participle)


def _no_other_verb(tokens: Sequence[Token], tags: Sequence[str], i: int, table: Grammar) -> bool:
    """Whether a clause has no verb, before or behind, but one of saying in front of what was said."""
    since = _since_break(tags)
    found = [k for k in range(len(tags) - len(since), len(tags)) if tags[k] in "VX"]
    if any(verb_lemma(tokens[k].norm) not in load_table("stance")["attribution"]["verbs"] for k in found):
        return False
    for token in tokens[i + 1 : i + _REACH]:
        if token.text in ",.;:!?":
            break
        entry = table.verb_forms.get(token.norm)
        if token.norm in table.auxiliaries or token.norm in table.modals:
            return False
        if entry is not None and entry[1] in ("past", "s") and token.norm not in table.nouns_too:
            return False
    return True


def _opens_subject(tokens: Sequence[Token], i: int, table: Grammar) -> bool:
    """Whether a phrase hangs on a word in -ing and a finite verb follows: "spending on schools came to 21 million"."""
    if i + 1 >= len(tokens) or tokens[i + 1].norm not in table.prepositions:
        return False
    for token in tokens[i + 2 : i + _REACH]:
        if token.text in ",.;:!?":
            return False
        entry = table.verb_forms.get(token.norm)
        if token.norm in table.auxiliaries or (entry is not None and entry[1] in {"past", "s"} and token.norm != "set"):
            return token.norm in table.auxiliaries or token.norm not in table.nouns_too
    return False


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands here by itself, without a currency before it."""
    text = tokens[at].norm
    plain = text[-1:].isdigit() or any(text in load_table("number_words")[name] for name in ("small", "tens"))
    year = len(text) == 4 and text[0] in "12" and text.isdigit()
    return plain and not year and text not in ("1", "one") and not (at and tokens[at - 1].kind is TokenKind.SYMBOL)


def _verb(
    norm: str,
    entry: tuple[str, str],
    before: str,
    tags: list[str],
    following: Token | None,
    table: Grammar,
    tokens: Sequence[Token],
    i: int,
    number_next: bool,
) -> str | None:
    kind = entry[1]
    if kind == "s" and before == "U" and _counts(tokens, i - 1):
        return None  # "40 builds", "twelve leaves": several of a thing, for a verb of theirs has no s
    if kind == "s" and before == "U" and following and following.norm in {"to", "at"}:
        if not {"V", "X"}.intersection(_since_break(tags)):
            return "V"  # "the cost up to 31 May amounts to"
    if kind == "base" and before == "X" and tokens[i - 1].norm in _BE:
        return None  # "was lower", "is open"
    if before == "T" or (before == "X" and kind in {"base", "past", "ing"}) or before == "R":
        return "V"
    if before == "M" and len(tags) > 1 and tags[-2] in "XRTV":
        return "V"
    ambiguous = norm in table.nouns_too or (kind == "s" and entry[0] in table.nouns_too)
    if kind == "ing":
        if before == "U" and following is not None and following.norm in table.determiners:
            return "G"  # "spend three days painting the hull"
        if (before == "U" and (norm in table.nouns_too or (following and following.norm == "of"))) or (
            norm in table.nouns_too and (before in "DANZ-" or _nounlike(following, table))
        ):
            return "N"
        if before in "DA":
            return "A" if _nounlike(following, table) else "N"
        if before == "." and following is not None and following.norm in table.auxiliaries:
            return "N"
        return "N" if before == "." and norm in table.nouns_too and _opens_subject(tokens, i, table) else "G"
    if kind == "past" and norm in _only_past() and norm not in table.nouns_too:
        return "V"  # "a quake of magnitude 5.8 shook the port": no participle
    if kind == "past" and norm != entry[0]:
        joined = following is not None and following.norm in {"and", "or"} and before in "UD"
        modified = before == "M" and len(tags) > 1 and (tags[-2] in "DPU" or tokens[i - 2].norm.endswith("'s"))
        shared = before == "U" and tokens[i - 1].norm in _SHARES and not joined  # "64% named housing"
        if (
            (before in "DAUP" or modified)
            and not shared
            and (joined or (following and _nounlike(following, table) and not following.norm.endswith("ly")))
        ):
            return "A"
        return None if norm in table.nouns_too and before in "DA-" else "V"
    if number_next and norm == entry[0] and kind == "past" and before in "NZ" and "V" not in _since_break(tags):
        return "V"
    if number_next and norm == entry[0] and kind == "past" and before == "C" and "V" in tags:
        return "V"  # "took a week and cost $4m"
    if kind == "past" and norm == entry[0] and before in "NZ" and following and following.norm in table.determiners:
        if not {"V", "X"}.intersection(_since_break(tags)):
            return "V"  # "the council set the rent", "rain cut the crop"
    if ambiguous:
        after_adverb = before == "M" and len(tags) > 1 and tags[-2] in "NZ"
        if after_adverb and following is not None and (following.norm in table.prepositions or number_next):
            return "V"
        governed = "V" in _since_break(tags) or "X" in _since_break(tags)
        plural_noun = before == "N" and i > 0 and tokens[i - 1].norm.endswith("s")
        after_noun = before in "NZ" and (
            (number_next and not governed)
            or (following is not None and (following.norm in table.determiners or following.norm in {"to", "that"}))
            or (following is not None and not governed and kind == "s" and following.norm in {"for", "until"})
            or (kind == "s" and not governed and not plural_noun and _only_verb(tokens, i, table))
        )
        plural = (
            before in "NZ" and i > 0 and (tokens[i - 1].norm.endswith("s") or tokens[i - 1].norm in table.collectives)
        )
        if after_noun and (kind == "s" or (kind == "base" and plural)):
            return "V"
        if kind == "base" and before == "N" and plural and not governed and _only_verb(tokens, i, table, wide=True):
            return "V"
        counted = kind == "base" and before == "N" and plural and not governed and i > 1 and tags[-2] == "U"
        if counted and _only_verb(tokens, i, table, prepositions=_WORKING):
            return "V"  # "40 ferries sail for the island", "45 of the nurses work part-time"
        owned = i > 0 and tokens[i - 1].norm.endswith(("'s", "s'"))
        people = i > 0 and (tokens[i - 1].norm in PEOPLE or tokens[i - 1].norm in table.collectives)
        several = before == "N" and not owned and (plural_noun or people)
        goes_on = _nounlike(following, table) or (following is not None and following.norm == "from")
        if kind == "base" and several and goes_on and _no_other_verb(tokens, tags, i, table):
            return "V"  # "people need food", "ferries use diesel", "450 of the staff work from home"
        return None
    if before in "DAP-":
        return None
    return "V"
