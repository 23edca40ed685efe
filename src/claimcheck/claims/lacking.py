"""The finite verb that a sentence lacks, among the words in it that are nouns and verbs: "the sluice gates stand open".

Word by word, a form that may be both is a noun unless its neighbours say otherwise. A whole sentence knows better: each
of its clauses has a finite verb. Where one is missing, the form that fits best as the verb of its subject is it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.claims.grammar import Grammar, grammar, lemma, verb_form, verb_lemma
from claimcheck.extract.numerals import PEOPLE
from claimcheck.extract.tokens import Token
from claimcheck.lexicon import load_table

__all__ = ["with_verbs"]

_STOPS = frozenset(".!?")
_QUOTES = frozenset("\"”’')]")
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "where"})
_BREAKS = frozenset(".;:!?—")
# Verbs whose object is a clause that nothing opens: "the mayor says the town needs money".
_TAKING_CLAUSES = frozenset({"say", "think", "believe", "reckon", "hope"})
_LONGEST = 60  # tokens of a sentence that is looked at
_ENOUGH = 2.9


def with_verbs(tokens: Sequence[Token], tags: list[str]) -> None:
    """Make verbs of nouns where a sentence has fewer finite verbs than clauses."""
    end = len(tokens)
    while end and tokens[end - 1].text in _QUOTES:
        end -= 1
    if not end or tokens[end - 1].text not in _STOPS:
        return
    first = 0
    for at in range(end):
        if tokens[at].text in _BREAKS:
            if at - first <= _LONGEST and tokens[at].text != ":":
                _complete(tokens, tags, first, at)
            first = at + 1


def _complete(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """The same of one stretch between full stops."""
    table = grammar()
    _coordinate(tokens, tags, first, last)
    if _ends_in_source(tokens, tags, first, last):
        tags[last - 1] = "V"
    wanted, found = _balance(tokens, tags, first, last)
    if found >= wanted:
        return
    best, best_score = -1, _ENOUGH
    for at in range(first + 1, last):
        if tags[at] not in "NAM" or not tokens[at].text.islower():
            continue
        score = _fitness(tokens, tags, at, first, last, table)
        if score > best_score:
            best, best_score = at, score
    if best >= 0:
        tags[best] = "V"


def _coordinate(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """Make a verb of the second of two in the present that "and" joins: "employs 1,100 people and supplies 40% of"."""
    running = -1
    for at in range(first, last - 1):
        if tags[at] == "N" and at > first + 1 and _founded(tokens, tags, at):
            tags[at] = "V"
            continue
        entry = verb_form(tokens[at].norm) if tags[at] in "VN" else None
        if entry is None or entry[1] != "s":
            continue
        joined = at > first and tags[at - 1] == "C" and tokens[at - 1].norm in _JOINING
        near = running >= first and at - running <= _ASIDE and "." not in tags[running:at]
        if tags[at] == "N" and joined and near and tags[at + 1] in "UD" and tokens[at].text.islower():
            tags[at] = "V"
        if tags[at] == "V":
            running = at


_JOINING = frozenset({"and", "or", "but"})


def _founded(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Whether a form that is its own participle tells, between commas, what was done: "the fund, set up in 2014,"."""
    apart = tokens[at - 1].text == "," and tags[at - 2] in "NZ"
    return apart and tokens[at].norm in _apart("forms") and tokens[at + 1].norm in _apart("particles")


@cache
def _apart(key: str) -> frozenset[str]:
    return frozenset(load_table("grammar")["founded"][key])


def _balance(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """How many finite verbs a stretch wants, one and one for each clause that opens inside, and how many it has."""
    wanted, found = 1, 0
    running = False
    for at in range(first, last):
        mark, norm = tags[at], tokens[at].norm
        if norm in _RELATIVE and mark in "RC" and at > first and (norm != "that" or tags[at - 1] != "P"):
            wanted += 1
        elif mark == "C" and norm in grammar().subordinators and norm not in grammar().prepositions:
            wanted += 1
        wanted += _says_more(tokens, tags, at, first, last)
        told = mark == "U" and (verb_form(norm) or ("", ""))[1] == "past"  # "rents doubled"
        if mark == "X" or told or (mark == "V" and not _no_verb_of_its_own(tokens, tags, at, first)):
            found += not running
            running = True
        elif mark not in "MV":
            running = False
    return wanted, found


def _says_more(tokens: Sequence[Token], tags: Sequence[str], at: int, first: int, last: int) -> bool:
    """Whether a verb of saying has a clause beside it that nothing opens: "it says the town needs", "…, it says"."""
    if tags[at] != "V" or verb_lemma(tokens[at].norm) not in _sayings():
        return False
    if at + 1 < last and tokens[at + 1].text != ",":
        bare = verb_lemma(tokens[at].norm) in _TAKING_CLAUSES
        return bare and tags[at + 1] in "DZR" and tokens[at + 1].norm not in _RELATIVE
    start = at
    while start > first and tags[start - 1] in "DANZU":
        start -= 1
    return start > first and tokens[start - 1].text == ","


def _ends_in_source(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a stretch ends with who or what says all of it: "… took 18 months, the garrison's diary shows"."""
    at = last - 1
    entry = verb_form(tokens[at].norm) if at > first and tags[at] == "N" else None
    if entry is None or entry[1] != "s" or entry[0] not in _sayings() or tags[at - 1] not in "NZ":
        return False
    start = at - 1
    while start > first and tags[start - 1] in "DANZ":
        start -= 1
    return start > first and tokens[start - 1].text == "," and not {"V", "X"}.isdisjoint(tags[first:start])


def _no_verb_of_its_own(tokens: Sequence[Token], tags: Sequence[str], at: int, first: int) -> bool:
    """Whether a form is an infinitive, or a participle that says by whom ("land bought by the bank") or stands apart
    ("the prison, built for 800 inmates, holds").
    """
    if at == first:
        return False
    if at > first + 1 and _set_apart(tokens, tags, at):
        return True
    by = at + 2 < len(tokens) and tokens[at + 1].norm == "by" and tags[at + 2] in "DNZA"
    return tags[at - 1] in "TP" or (by and tags[at - 1] in "NZ")


def _set_apart(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Whether a past form opens, with a preposition, what two commas enclose behind a noun."""
    if tokens[at - 1].text != "," or tags[at - 2] not in "NZ" or (verb_form(tokens[at].norm) or ("", ""))[1] != "past":
        return False
    if tags[at + 1 : at + 2] != ["P"]:
        return False
    close = next((k for k in range(at + 2, min(at + _ASIDE, len(tokens))) if tags[k] in ".VX"), -1)
    return close > 0 and tokens[close].text == ","


_ASIDE = 14  # tokens of what commas enclose


def _fitness(tokens: Sequence[Token], tags: Sequence[str], at: int, first: int, last: int, table: Grammar) -> float:
    """How well a noun would do as the verb of its clause; 0 where it cannot."""
    entry = verb_form(tokens[at].norm)
    if entry is None or entry[1] == "ing" or tags[at - 1] not in "NZUMR.":
        return 0.0
    if tags[at] == "A" and (entry[1] != "past" or not _of_some(tokens, tags, at, first)):
        return 0.0
    before = tokens[at - 1]
    if before.norm.endswith(("'s", "s'", "’s", "s’")) or (tags[at - 1] == "." and before.text not in ",)"):
        return 0.0
    head = _subject(tokens, tags, at, first)
    if head < 0:
        return 0.0
    agreed = _agrees(tokens, tags, head, tokens[at].norm, entry)
    if agreed <= 0:
        return 0.0
    return agreed + _behind(tokens, tags, at, last, entry, table) - _numbered(tokens, tags, at)


def _numbered(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Whether a number that is no year stands before a noun, which it most likely counts."""
    before = tokens[at - 1].norm
    if at > 1 and tokens[at - 2].text == "," and tokens[0].norm in {"of", "among"}:
        return False  # "Of its 300 staff, 40 work abroad"
    return tags[at - 1] == "U" and tags[at] == "N" and not (len(before) == _YEAR and before.isdigit())


_YEAR = 4  # digits


def _of_some(tokens: Sequence[Token], tags: Sequence[str], at: int, first: int) -> bool:
    """Whether a number right before a participle may be its subject: "of 18 samples, 7 tested positive"."""
    while at > first and tags[at - 1] in "UM":
        at -= 1
    return at == first or tags[at - 1] == "." or tokens[at - 1].norm == "of" or tags[at - 1] in "NZ"


def _subject(tokens: Sequence[Token], tags: Sequence[str], at: int, first: int) -> int:
    """The head of the first noun phrase of the clause before a word: its last noun before a preposition, or -1."""
    if tokens[at - 1].text == ",":
        return _interrupted(tokens, tags, at - 1, first)
    start = at
    while start > first and tags[start - 1] != "C" and not (tags[start - 1] == "." and tokens[start - 1].text == ","):
        start -= 1
    head = -1
    for k in range(start, at):
        if tags[k] in "NZR" or (tags[k] == "U" and head < 0):
            head = k
        elif head >= 0 and tags[k] in "PRCGV(":
            break
        elif tags[k] == "P" and head < 0:
            return _after_frame(tokens, tags, k, at)
    return head


def _interrupted(tokens: Sequence[Token], tags: Sequence[str], comma: int, first: int) -> int:
    """The same of a clause that a relative one between commas interrupts: "the strike, which began in May, cost"."""
    opening = next((k for k in range(comma - 1, first, -1) if tokens[k].text == ","), -1)
    relative = opening >= 0 and not _RELATIVE.isdisjoint({tokens[opening + 1].norm, tokens[opening + 2].norm})
    if opening < 0 or not (relative or _set_apart(tokens, tags, opening + 1)):
        return -1
    return _subject(tokens, tags, opening, first)


def _after_frame(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> int:
    """The same where a preposition opens the clause: "in Harbour county the rules allow"."""
    for k in range(start + 1, at):
        if tags[k] == "D" and k > start + 1 and tags[k - 1] in "NZU":
            return _subject(tokens, tags, at, k)
    return -1


def _agrees(tokens: Sequence[Token], tags: Sequence[str], head: int, norm: str, entry: tuple[str, str]) -> float:
    """How well the number of a subject fits a verb's form."""
    if entry[1] == "past":
        return 2.0
    word = tokens[head].norm
    several = (
        word in PEOPLE
        or word in grammar().collectives
        or (tags[head] == "N" and word.endswith("s") and lemma(word) != word)
        or (tags[head] == "U" and word not in ("1", "one"))
        or word in ("they", "we", "you", "who", "which", "that")
    )
    if entry[1] == "s":
        return 0.0 if several and word not in ("who", "which", "that") else 2.0
    return 2.0 if several else 0.0


@cache
def _sayings() -> frozenset[str]:
    return frozenset({*load_table("stance")["attribution"]["verbs"], "show"})


def _behind(
    tokens: Sequence[Token], tags: Sequence[str], at: int, last: int, entry: tuple[str, str], table: Grammar
) -> float:
    """How far what follows a word is what follows a verb."""
    if at + 1 >= last or tokens[at + 1].text == ",":
        return 1.5 if verb_lemma(tokens[at].norm) in _sayings() else 0.0
    mark, norm = tags[at + 1], tokens[at + 1].norm
    if mark in "XV" or norm in _RELATIVE:
        return -4.0
    if mark == "P":
        return -4.0 if norm == "of" else 1.5
    if mark in "DRT":
        return 2.5
    return 1.5 if mark in "MUZ" else 1.0 if mark in "ANG" else 0.0
