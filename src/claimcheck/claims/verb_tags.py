"""Whether a form that may be a verb is one where it stands."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from claimcheck.claims.costing import whom_it_cost
from claimcheck.claims.grammar import Grammar, lemma, nounlike, verb_lemma
from claimcheck.claims.plural_tags import LINKING, ROUGHLY, heads, possessed, reckons
from claimcheck.extract.numerals import PEOPLE
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table

__all__ = ["LONGEST_CLAUSE", "verb_tag"]

LONGEST_CLAUSE = 80


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


def _since_break(tags: Sequence[str]) -> Sequence[str]:
    """The tags since the last punctuation mark or conjunction; no more than a long clause has."""
    last = len(tags)
    for k in range(last - 1, max(-1, last - 1 - LONGEST_CLAUSE), -1):
        if tags[k] in ".C":
            return tags[k + 1 :]
    return tags[max(0, last - LONGEST_CLAUSE) :]


_SHARES = frozenset({"%", "percent", "cent", "pct"})


_WORKING = frozenset({"on", "in", "at", "for", "from", "to", "into", "through", "across", "with"})


_STANDING_AT = frozenset({"at", "by", "for", "from", "below", "above", "between"})


_TIME = 3  # tokens from a verb to the end of "part-time"


_PARTICLES = frozenset({"out", "up", "in"})


@cache
def _set_phrases() -> frozenset[str]:
    return frozenset(load_table("grammar")["verb_phrases"])


_DIRECTIONS = frozenset({"into", "onto", "through", "across", "towards", "toward"})


def _of_several(tokens: Sequence[Token], tags: Sequence[str]) -> bool:
    """Whether what stands since the last break begins with a plural and has no verb yet."""
    since = _since_break(tags)
    first = next((len(tags) - len(since) + k for k, mark in enumerate(since) if mark in "NZ"), -1)
    word = tokens[first].norm
    several = word in PEOPLE or (word.endswith("s") and lemma(word) != word and tags[first] == "N")
    return first >= 0 and several and "P" in since and not {"V", "X"} & set(since)


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
    if following in _PARTICLES and i + 2 < len(tokens) and tokens[i + 2].norm in {"at", "to"}:
        following = tokens[i + 2].norm  # "spending works out at"
    hours = following in {"part", "full"} and i + _TIME < len(tokens) and tokens[i + _TIME].norm == "time"
    if following not in prepositions and not (wide and (following in table.adverbs or hours)):
        return False
    return not _verb_ahead(tokens, i, table, ".;:!?", {"past"})


def _verb_ahead(tokens: Sequence[Token], i: int, table: Grammar, stops: Container[str], kinds: set[str]) -> bool:
    """Whether an auxiliary or a verb's form of one of ``kinds`` follows before a mark of ``stops``."""
    for token in tokens[i + 1 : i + _REACH]:
        if token.text in stops:
            break
        entry = table.verb_forms.get(token.norm)
        if token.norm in table.auxiliaries or token.norm in table.modals:
            return True
        if entry is not None and entry[1] in kinds and not {token.norm, entry[0]} & table.nouns_too:
            return True
    return False


_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_OBJECTS = frozenset({"us", "them", "him", "me"})


def _goes_on(norm: str, table: Grammar) -> bool:
    """Whether a word after one that may be a verb goes on with its clause: an article, a preposition, an adverb."""
    return norm not in table.auxiliaries and (norm in table.closed or norm in table.adverbs)


def _ends_relative(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    """Whether the adjective before a word is all that a relative clause says: "that are too dirty"."""
    k = i - 2
    while k > 0 and tags[k] == "M":
        k -= 1
    return k > 0 and tags[k] == "X" and tokens[k].norm in _BE and tokens[k - 1].norm in {"that", "which", "who"}


@cache
def _amounting() -> frozenset[str]:
    """Verbs that only state how much their subject is: stay, stand, amount."""
    return frozenset(load_table("grammar")["amounting"])


def _at_figure(tokens: Sequence[Token], i: int) -> bool:
    """Whether "at" and a number follow a word."""
    return i + 2 < len(tokens) and tokens[i + 1].norm == "at" and tokens[i + 2].kind is TokenKind.NUMBER


@cache
def _sayings() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["verbs"])


@cache
def _only_past() -> frozenset[str]:
    """Past forms that are no participles: shook, fell, took."""
    return frozenset(past for past, participle in load_table("grammar")["irregular"].values() if past != participle)


@cache
def _trades() -> frozenset[str]:
    """Verbs of making and trading, which countries do: export, produce."""
    return frozenset(load_table("transfers")["amount_of"])


def _no_other_verb(tokens: Sequence[Token], tags: Sequence[str], i: int, table: Grammar) -> bool:
    """Whether a clause has no verb, before or behind, but one of saying in front of what was said."""
    since = _since_break(tags)
    found = [k for k in range(len(tags) - len(since), len(tags)) if tags[k] in "VX"]
    if any(verb_lemma(tokens[k].norm) not in _sayings() for k in found):
        return False
    return not _verb_ahead(tokens, i, table, ",.;:!?", {"past", "s"})


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


@cache
def _sorts_of_people() -> frozenset[str]:
    table = load_table("people")
    return frozenset(noun for name in ("generic", "specific", "bearers") for noun in table[name])


def _people(norm: str) -> bool:
    """Whether a plural is of people: residents, parents."""
    return norm.endswith("s") and lemma(norm) in _sorts_of_people()


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands here by itself, without a currency before it."""
    text = tokens[at].norm
    plain = text[-1:].isdigit() or any(text in load_table("number_words")[name] for name in ("small", "tens"))
    year = len(text) == 4 and text[0] in "12" and text.isdigit()
    return plain and not year and text not in ("1", "one") and not (at and tokens[at - 1].kind is TokenKind.SYMBOL)


def _wants_plural(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    """Whether a number of several stands before the nouns that lead up to a word, none of which is a plural."""
    at = i - 1
    while at >= 0 and tags[at] in "NA":
        if lemma(tokens[at].norm) != tokens[at].norm or tokens[at].norm in PEOPLE:
            return False
        at -= 1
    return at >= 0 and tags[at] == "U" and i - at <= _RUN and _counts(tokens, at)


_RUN = 4  # tokens from a number to the noun it counts


def _of_counted(tokens: Sequence[Token], tags: Sequence[str], i: int, table: Grammar) -> bool:
    """Whether a bare form is the verb of a counted plural that opens its clause: "all 7 core signals run on a tree".

    A preposition has to follow, or the end of a sentence about all of them: "All 12 tests pass.".
    """
    if not tokens[i - 1].norm.endswith("s") or tokens[i - 1].norm.endswith(("'s", "ss")):
        return False
    at = i - 1
    while at >= 0 and i - at <= _RUN and tags[at] in "NA-":
        at -= 1
    if at < 0 or tags[at] != "U" or not _counts(tokens, at):
        return False
    if at and tags[at - 1] == "P" and tags[max(at - 2, 0)] != "U":
        return False  # but "5 of 7 signals fire on it"
    ends = i + 2 == len(tokens) and tokens[i + 1].text == "."
    if ends:
        return at > 0 and tokens[at - 1].norm in {"all", "the", "both", "these", "those"}
    return _only_verb(tokens, i, table, prepositions=_COUNTED_GO_ON)


_COUNTED_GO_ON = _WORKING | {"without", "under", "until", "after", "before", "over", "within", "every", "against"}


def _apposed(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    """Whether "the" and a name open what a comma sets beside a name: "Nordbank (NB), the Danish"."""
    opens = tags[-2:-1] == ["D"] and i > _APPOSED and tokens[i - 3].text == ","
    return opens and (tags[-4] == "Z" or tokens[i - 4].text == ")")


_APPOSED = 3  # tokens that such a name, its comma and "the" take at least


def _hits_name(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    """Whether a form that is noun and past at once stands between a plural and a name, and its clause has no verb."""
    before, after = tokens[i - 1], tokens[i + 1]
    plural = before.norm.endswith("s") and lemma(before.norm) != before.norm and before.text[:1].islower()
    named = after.kind is TokenKind.WORD and after.text[:1].isupper() and not after.text.isupper()
    return plural and named and tokens[i].text.islower() and not {"V", "X"}.intersection(_since_break(tags))


def _stands_at(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    """Whether a plural opens the clause, and "at", "to" or "from" with a number follow a word."""
    if i + 2 >= len(tokens) or tokens[i + 1].norm not in {"at", "to", "from"} or not _of_several(tokens, tags):
        return False
    return any(token.kind is TokenKind.NUMBER for token in tokens[i + 2 : i + 4])


@cache
def _bounding() -> frozenset[str]:
    """Verbs that set a limit: limit, cap, restrict."""
    return frozenset(load_table("grammar")["bounding"]["verbs"])


def _bounds(tokens: Sequence[Token], tags: Sequence[str], i: int, table: Grammar) -> bool:
    """Whether a noun and then "to" or "at" with a number follow a form in -s, and its clause has no other verb."""
    if {"V", "X"}.intersection(_since_break(tags)) or i + 1 >= len(tokens) or not nounlike(tokens[i + 1], table):
        return False
    for k in range(i + 2, min(i + _REACH, len(tokens) - 1)):
        if tokens[k].text in ".,;:!?":
            return False
        if tokens[k].norm in {"to", "at"}:
            ahead = tokens[k + 1 : k + 3]
            return any(token.kind is TokenKind.NUMBER for token in ahead)
    return False


def verb_tag(
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
    """The tag of token ``i``, whose form ``entry`` names as a verb's, after a token tagged ``before``; None if no verb.

    ``following`` is the next token, ``number_next`` says that a figure begins there.
    """
    kind = entry[1]
    if kind == "s" and before == "Z" and entry[0] in table.nouns_too and tokens[i - 1].norm.endswith(("'s", "s'")):
        return None  # "Chile's exports to Peru", which the country owns
    if kind == "s" and before == "U" and _counts(tokens, i - 1):
        return None  # "40 builds", "twelve leaves": several of a thing, for a verb of theirs has no s
    if kind == "s" and before == "N" and _wants_plural(tokens, tags, i):
        return None  # "seven management commands to verify"
    if kind == "s" and before == "U" and following and following.norm in {"to", "at"}:
        if not {"V", "X"}.intersection(_since_break(tags)):
            return "V"  # "the cost up to 31 May amounts to"
    if kind == "base" and before == "X" and tokens[i - 1].norm in _BE:
        return None  # "was lower", "is open"
    if before == "A" and _ends_relative(tokens, tags, i):
        return "V"  # "cars that are too old pay"
    if before == "T" or (before == "X" and kind in {"base", "past", "ing"}) or before == "R":
        return "V"
    if before == "M" and len(tags) > 1 and tags[-2] in "XRTV":
        return "V"
    if (
        kind == "base"
        and before == "C"
        and tags[-3:-1] in (["T", "V"], ["X", "V"])
        and following
        and nounlike(following, table)
    ):
        return "V"  # "to seize and ship goods"
    if kind == "base" and before in "NZ" and following and following.norm in _DIRECTIONS and _of_several(tokens, tags):
        return "V"  # "people from Peru cross into Chile"
    if kind in {"s", "base"} and before in "NZC" and following and f"{entry[0]} {following.norm}" in _set_phrases():
        return "V"  # "the king shakes hands with"
    accounts = kind == "base" and entry[0] == "account" and before in "NZ" and following and following.norm == "for"
    if accounts and i + 2 < len(tokens) and not {"V", "X"} & set(_since_break(tags)) and _of_several(tokens, tags):
        if tokens[i + 2].kind is TokenKind.NUMBER or tokens[i + 2].norm in ROUGHLY | {"a", "half"}:
            return "V"  # "sales from the south account for a third"
    if kind == "s" and i == 1 and before == "V" and following and f"{entry[0]} {following.norm}" in _set_phrases():
        tags[0] = "N"  # "Loom ships with 14 themes"
        return "V"
    ambiguous = norm in table.nouns_too or (kind == "s" and entry[0] in table.nouns_too)
    if kind == "ing":
        if before == "U" and following is not None and following.norm in table.determiners:
            return "G"  # "spend three days painting the hull"
        if (before == "U" and (norm in table.nouns_too or (following and following.norm == "of"))) or (
            norm in table.nouns_too and (before in "DANZ-" or nounlike(following, table))
        ):
            return "N"
        if before in "DA":
            return "A" if nounlike(following, table) else "N"
        if before == "." and following is not None and following.norm in table.auxiliaries:
            return "N"
        return "N" if before == "." and norm in table.nouns_too and _opens_subject(tokens, i, table) else "G"
    if kind == "past" and before == "Z" and _apposed(tokens, tags, i) and nounlike(following, table):
        return "A"  # "Nordbank, the Danish owned lender"
    if kind == "past" and norm in _only_past() and norm not in table.nouns_too:
        return "V"  # "a quake of magnitude 5.8 shook the port": no participle
    if number_next and kind == "past" and norm != entry[0] and before == "D" and tokens[i - 1].norm in _ARTICLES:
        return "A"  # "reaches the planned 40 million tonnes"
    if kind == "past" and norm != entry[0]:
        joined = following is not None and following.norm in {"and", "or"} and before in "UD"
        modified = before == "M" and len(tags) > 1 and (tags[-2] in "DPU" or tokens[i - 2].norm.endswith("'s"))
        shared = before == "U" and tokens[i - 1].norm in _SHARES and not joined  # "64% named housing"
        if (
            (before in "DAUP" or modified)
            and not shared
            and (joined or (following and nounlike(following, table) and not following.norm.endswith("ly")))
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
    if kind == "past" and norm == entry[0] and before == "N" and following and _hits_name(tokens, tags, i):
        return "V"  # "two storms hit Peru"
    if norm == entry[0] and before in "NZ" and norm in _amounting() and _stands_at(tokens, tags, i):
        return "V"  # "deposits at the branch stand at 34 million euros"
    if kind == "s" and before in "NZ" and entry[0] in _bounding() and _bounds(tokens, tags, i, table):
        return "V"  # "the law limits noise to 45 decibels"
    if kind == "past" and norm == entry[0] and before in "NZ" and following and following.norm in _OBJECTS:
        return "V"  # "the move cost us 31 million francs"
    if norm == "cost" == entry[0] and kind == "past" and before in "NZG" and whom_it_cost(tokens, i, table):
        return "V"  # "marketing cost Corvane 4 million euros"
    cutting = norm == entry[0] != "cost" and kind == "past" and before == "Z"
    if cutting and following and following.norm.endswith("s"):
        if nounlike(following, table) and not {"V", "X"}.intersection(_since_break(tags)):
            return None if _verb_ahead(tokens, i, table, ".;:!?", {"past"}) else "V"  # "the hospital in Orm cut deaths"
    if ambiguous:
        subject = heads(tokens, i, before, table) and (kind == "s" or tokens[i + 1].norm == "to")
        if subject or (kind == "s" and possessed(tokens, i, table)):
            return None
        if kind != "past" and reckons(tokens, tags, _since_break(tags), i, entry, table):
            return "V"
        if kind == "s" and before == "N" and entry[0] in _amounting() and _at_figure(tokens, i):
            return None if {"V", "X"} & set(_since_break(tags)) else "V"  # "the mesh for trawls stays at 32 mm"
        relative = kind == "s" and i > 1 and tags[-2] in "NZ" and tokens[i - 1].norm in {"that", "which", "who"}
        behind = tokens[i + 1].norm if i + 1 < len(tokens) else ""
        if relative and behind and _goes_on(behind, table):
            return "V"  # "a library that runs unchanged in", "a fund that loans to"
        after_adverb = before == "M" and len(tags) > 1 and tags[-2] in "NZ"
        if after_adverb and (number_next or (following is not None and following.norm in table.prepositions)):
            return "V"
        governed = "V" in _since_break(tags) or "X" in _since_break(tags)
        plural_noun = before == "N" and i > 0 and tokens[i - 1].norm.endswith("s")
        completes = governed and tags[-2:] == ["P", "N"]  # "$2 billion in school funds to Haiti"
        after_noun = before in "NZ" and (
            (number_next and not governed)
            or (following is not None and following.norm in table.determiners)
            or (following is not None and following.norm in {"to", "that"} and not completes)
            or (
                following is not None
                and not governed
                and kind == "s"
                and following.norm in {"for", "until"}
                and not _verb_ahead(tokens, i, table, LINKING, {"past"})  # "security fixes for it will appear"
            )
            or (kind == "s" and not governed and not plural_noun and _only_verb(tokens, i, table))
        )
        plural = (
            before in "NZ" and i > 0 and (tokens[i - 1].norm.endswith("s") or tokens[i - 1].norm in table.collectives)
        )
        if after_noun and (kind == "s" or (kind == "base" and plural)):
            return "V"
        if kind == "base" and before == "N" and plural and not governed and _only_verb(tokens, i, table, wide=True):
            return "V"
        if norm == entry[0] and before == "N" and not governed and _of_counted(tokens, tags, i, table):
            return "V"  # "40 ferries sail for the island", "45 of the nurses work part-time"
        owned = i > 0 and tokens[i - 1].norm.endswith(("'s", "s'"))
        people = i > 0 and (tokens[i - 1].norm in PEOPLE or tokens[i - 1].norm in table.collectives)
        several = before == "N" and not owned and (plural_noun or people)
        goes_on = nounlike(following, table) or (following is not None and following.norm == "from")
        if kind == "base" and several and goes_on and _no_other_verb(tokens, tags, i, table):
            return "V"  # "people need food", "ferries use diesel", "450 of the staff work from home"
        trades = kind == "s" and before == "Z" and entry[0] in _trades() and not owned and nounlike(following, table)
        if trades and _no_other_verb(tokens, tags, i, table):
            return "V"  # "Peru exports copper"
        whom = kind == "s" and before in "NZ" and not plural_noun and following is not None and _people(following.norm)
        if whom and _no_other_verb(tokens, tags, i, table):
            return "V"  # "the council charges residents"
        return None
    if before in "DAP-":
        return None
    return "V"
