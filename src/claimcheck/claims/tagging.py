"""A shallow grammar: one tag a token, from closed classes, common verbs and what stands around a word.

Tags: D determiner, P preposition, C conjunction, R pronoun, X auxiliary, V finite verb or participle used as one,
G -ing form, T infinitive "to", A adjective, M adverb, N noun, Z name, U part of a figure or date, . punctuation,
S symbol, - a hyphen inside a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.claims.grammar import Grammar, grammar, lemma, nounlike, plain_nouns, unlisted, verb_form
from claimcheck.claims.lacking import with_verbs
from claimcheck.claims.verb_forms import LONGEST_CLAUSE, VerbForm
from claimcheck.claims.verb_tags import verb_tag
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table
from claimcheck.lexicon.remember import remembered

__all__ = ["tag"]

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


_HYPHENS = frozenset("-‐‑")


_BY_NEIGHBOURS = frozenset({"to", "own", "close", "due", "that", "well"})


_SPANNING = frozenset({"overnight", "worldwide", "nationwide", "underground", "overall"})


_ARTICLES = frozenset({"the", "a", "an", "its", "their", "this", "these", "no"})


_WORD, _SYMBOL = TokenKind.WORD, TokenKind.SYMBOL


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
        if token.kind is not _WORD:
            hyphen = i in hyphens and token.glued and i + 1 < count and tokens[i + 1].glued
            tags.append("-" if hyphen else "S" if token.kind is _SYMBOL else ".")
            continue
        norm = token.norm
        if norm == "compared" and _set_beside(tokens, i, tags):
            tags.append("P")
            continue
        after_date = i > 0 and figures[i - 1] == 2
        fixed = _fixed(norm)
        if fixed and not after_date and (not hyphens or (i + 1 not in hyphens and i - 1 not in hyphens)):
            tags.append(fixed)
            continue
        before = "." if not i else tags[-1] if tokens[i - 1].text != ")" else _beyond_brackets(tokens, tags)
        following = tokens[i + 1] if i + 1 < count and not figures[i + 1] else None
        hyphened = following is not None and i + 1 in hyphens
        if before == "-" or (hyphened and _opens_compound(tokens, i, before)):
            ends = following is None or not (nounlike(following, table) or following.text in "-‐‑")
            tags.append("N" if ends and before == "-" else "A")
            continue
        number_next = i + 1 < count and figures[i + 1] == 1
        mark = fixed or _word(norm, before, tags, following, table, tokens, i, number_next)
        if mark == "A" and before in "DZ" and following is not None and following.norm == "of" and "D" in tags[-2:]:
            mark = "N"  # "a key of 2,048 bits"
        dated = mark in "AN" and after_date and _after_dated_noun(norm, tags)
        tags.append("V" if dated and (mark == "A" or _taking_object(norm, i, tokens, names)) else mark)
    if hyphens:
        _set_against(tokens, tags)
    with_verbs(tokens, tags)
    _give_reasons(tokens, tags)
    return tags


def _give_reasons(tokens: Sequence[Token], tags: list[str]) -> None:
    """Make a conjunction of ", for" where a clause of its own follows: "cannot land there, for its runway is short"."""
    for i in range(2, len(tokens) - 3):
        if tokens[i].norm != "for" or tokens[i - 1].text != "," or tags[i] != "P":
            continue
        k = i + 1
        while k < len(tags) and tags[k] in "DANZM-":
            k += 1
        if i + 1 < k < len(tags) and tags[k] == "X" and not {"X", "V"}.isdisjoint(tags[:i]):
            tags[i] = "C"


def _set_against(tokens: Sequence[Token], tags: list[str]) -> None:
    """Make an adverb of "year-on-year" where no noun follows: "dropped 12 percent year-on-year to 4 billion"."""
    for i in range(len(tokens) - 4):
        if tokens[i].norm not in _STRETCHES or tokens[i + 2].norm not in _UPON or tokens[i + 4].norm != tokens[i].norm:
            continue
        if tags[i + 1] == tags[i + 3] == "-" and tags[i + 5 : i + 6] not in (["N"], ["A"], ["G"]):
            tags[i : i + 5] = "MMMMM"


_STRETCHES = frozenset({"year", "month", "quarter", "week"})
_UPON = frozenset({"on", "over", "to"})


def _set_beside(tokens: Sequence[Token], i: int, tags: Sequence[str]) -> bool:
    """Whether "compared" opens what a figure is set beside ("45 seats, compared to 31 in Chile"), as "than" does."""
    after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    return after in {"with", "to"} and (not tags or tags[-1] in ".UNZ" or tokens[i - 1].norm in {"as", "when"})


def _beyond_brackets(tokens: Sequence[Token], tags: Sequence[str]) -> str:
    """The tag of the noun before the brackets that the last token closes ("the union (est. 1970) leads"), or its."""
    last = len(tags) - 1
    opening = next((k for k in range(last - 1, max(last - LONGEST_CLAUSE, 0), -1) if tokens[k].text == "("), 0)
    return tags[opening - 1] if opening and tags[opening - 1] in "NZ" else tags[last]


def _after_dated_noun(norm: str, tags: Sequence[str]) -> bool:
    """Whether a past form after a date is the verb of the noun that the date hangs on: "the strike in May cost"."""
    k = len(tags) - 1
    while k >= 0 and tags[k] == "U":
        k -= 1
    entry = verb_form(norm)
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


@remembered
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
    if norm in table.verb_forms or unlisted(norm) or norm.endswith(("ly", "s", *_ADJECTIVE_ENDINGS)):
        return ""
    if norm in table.adverbs:
        return "M"
    return "" if norm in table.adjectives else "N"


@cache
def _ly_nouns() -> frozenset[str]:
    """Nouns that end as adverbs do: family, rally."""
    return frozenset(load_table("grammar")["ly_nouns"])


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
    if norm in table.closed or norm in _BY_NEIGHBOURS:
        mark = _of_closed(norm, before, following, table, tokens, i)
        if mark:
            return mark
    entry = verb_form(norm)
    if entry is not None:
        verb = verb_tag(VerbForm(norm, *entry, before, tags, following, table, tokens, i, number_next))
        if verb:
            return verb
    if _plain(norm):
        acts = following is not None and before in "NZM" and following.norm in _ARTICLES and norm.endswith("s")
        return "V" if acts else "N"
    if norm in table.adjectives and norm.endswith("ly") and nounlike(following, table):
        return "A"  # "the monthly rent", but "paid monthly"
    spans = norm in _SPANNING or (norm == "back" and before in "AD")
    if spans and nounlike(following, table):
        return "A"  # "overnight stays", but "stayed overnight"
    if norm in table.adverbs or (norm.endswith("ly") and len(norm) > 4 and norm not in _ly_nouns()):
        return "M"
    if norm in table.adjectives:
        if norm in _DEICTIC and before in "NZ" and following is not None and following.norm in _STRETCHES_OF_TIME:
            return "D"  # "won 14 games | last season"
        if before in "DZN" and norm in _persons_too() and not nounlike(following, table):
            return "N"  # "a Chilean national"
        if before in "DA" and norm in _sums_too() and not _goes_with(following, i + 1 < len(tokens), table):
            return "N"  # "of the global total"
        ends = before in "DN" and following is not None and _finite(following.norm, table)
        return "N" if ends and not norm.endswith(("able", "ible", "ant", "ent")) else "A"
    if norm.endswith("s") and before in "NZM" and following is not None and following.norm in _ARTICLES:
        return "V"
    if norm.endswith(_ADJECTIVE_ENDINGS) and following is not None and following.norm in {"and", "or"}:
        # "political and economic ties": the first of two adjectives.
        second = tokens[i + 2] if i + 3 < len(tokens) else None
        if second is not None and second.norm.endswith(_ADJECTIVE_ENDINGS) and nounlike(tokens[i + 3], table):
            return "A"
    if norm in plain_nouns():
        return "N"
    if norm.endswith(_ADJECTIVE_ENDINGS) and nounlike(following, table) and not norm.endswith("ment"):
        return "A" if following and not _verblike(following.norm, table) else "N"
    return "N"


_DEICTIC = frozenset({"last", "next", "previous"})
_STRETCHES_OF_TIME = frozenset({"season", "term", "night", "semester", "time", "campaign", "session"})


def _finite(norm: str, table: Grammar) -> bool:
    """Whether a word can only be the verb of what stands before it: "the general has", "the elderly says"."""
    entry = table.verb_forms.get(norm)
    return norm in table.auxiliaries or (entry is not None and entry[1] == "s" and entry[0] not in table.nouns_too)


def _of_closed(norm: str, before: str, following: Token | None, table: Grammar, tokens: Sequence[Token], i: int) -> str:
    """The tag of a word of a closed class beside its neighbours, or the empty string where it is of none here."""
    if norm == "to":
        if following is not None and following.norm in {"be", "have"}:
            return "T"
        entry = table.verb_forms.get(following.norm) if following else None
        bare = entry is not None and (entry[1] == "base" or entry[0] == (following.norm if following else ""))
        return "T" if bare and not _noun_context(following, tokens, i + 1, table) else "P"
    if norm in table.auxiliaries:
        return "X"
    if norm == "well" and before == "D" and following is not None and following.norm in table.closed:
        return "N"
    if norm == "own" and i and (before == "D" or tokens[i - 1].norm.endswith(("'s", "s'"))):
        return "A"  # "her own", "the party's own"
    if norm == "due" and following is not None and following.norm == "to" and before in "NZ":
        return "M"  # "a surplus due to sales"
    if norm == "close" and following is not None and following.norm == "to":
        return "M"
    if norm == "that" and before == "." and following is not None and _plural(following.norm):
        return "C"  # "it is clear, however, that sales fell"
    if norm == "that":
        return "D" if before in "PCV." and nounlike(following, table) and before != "V" else "C"
    if norm in table.conjunctions and norm not in table.prepositions:
        return "C"
    if norm in table.determiners and nounlike(following, table):
        return "D"
    if norm in table.pronouns:
        return "R"
    if norm in table.determiners:
        return "D"
    return "P" if norm in table.prepositions else ""


def _plural(norm: str) -> bool:
    return norm.endswith("s") and lemma(norm) != norm


def _goes_with(following: Token | None, more: bool, table: Grammar) -> bool:
    """Whether what follows an adjective may be its noun: a figure, a word of no closed class that is no verb alone."""
    if (following is None and more) or (following is not None and following.norm == "one"):
        return True
    if not nounlike(following, table):
        return False
    norm = following.norm if following is not None else ""
    return norm not in table.verb_forms or norm in table.nouns_too or lemma(norm) in table.nouns_too


@cache
def _sums_too() -> frozenset[str]:
    return frozenset(load_table("grammar")["sums_too"])


@cache
def _persons_too() -> frozenset[str]:
    return frozenset(load_table("grammar")["persons_too"])


@remembered
def _plain(norm: str) -> bool:
    """Whether a word is a noun unless it is a verb: no adverb, no adjective, and without the ending of one."""
    table = grammar()
    return not (
        norm in table.adverbs
        or norm in table.adjectives
        or norm in _SPANNING
        or norm == "back"
        or norm.endswith(("ly", *_ADJECTIVE_ENDINGS))
    )


def _verblike(word: str, table: Grammar) -> bool:
    return (word in table.verb_forms and word not in table.nouns_too) or (word.endswith("ed") and len(word) > 4)


def _noun_context(token: Token | None, tokens: Sequence[Token], at: int, table: Grammar) -> bool:
    """Whether a word that may be a verb after "to" is followed by what makes it a noun ("to support groups")."""
    return (
        token is not None and token.norm in table.nouns_too and at + 1 < len(tokens) and tokens[at + 1].text in ".,;)"
    )
