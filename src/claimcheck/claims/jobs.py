"""Jobs before a person's name, which are no part of it: "Chief Financial Officer Ana Ruiz"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.claims.shapes import bare, given_names, plain, word_table
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table

__all__ = ["after_job", "courtesies", "job_nouns", "job_words", "offices", "only_job", "person_of", "presents"]

_WORD = TokenKind.WORD
_LONGEST = 5  # words of a job
_FULL = 2  # words of a person's name that may follow a body's name and a job


@cache
def offices() -> frozenset[str]:
    """Nouns for jobs that "the" and a kind stand before: the Chief Medical Officer."""
    table = load_table("names")
    return frozenset(table["jobs"]["nouns"]) | frozenset(table["titles"]["ranks"])


@cache
def _jobs() -> tuple[frozenset[str], frozenset[str]]:
    """The nouns for jobs; these and the words that stand before them."""
    nouns = offices() | word_table("occupations")
    return nouns, nouns | frozenset(load_table("names")["jobs"]["kinds"])


@cache
def courtesies() -> frozenset[str]:
    """Forms of address: Mr, Ms, Dr."""
    return frozenset(load_table("names")["titles"]["courtesy"])


def after_job(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the person's name begins in a run of capitals that opens with a job, ``last`` where the run is nothing but
    one, and ``first`` where it opens with none.
    """
    end = _job(tokens, first, last)
    if end == first:
        return first
    if end == last:
        return last if last - first > 1 and tokens[last - 1].norm in offices() else first
    of = tokens[end].norm == "of"
    if of:  # "Head of Operations Ana Ruiz"
        end += 1
        while end < last and plain(tokens[end]) and tokens[end].norm not in given_names():
            end += 1
    given = end < last and tokens[end].norm in given_names()
    return end if _person(tokens, end, last) and (given or not of) else first


def job_nouns() -> frozenset[str]:
    """Nouns for jobs."""
    return _jobs()[0]


def job_words() -> frozenset[str]:
    """Nouns for jobs and the words that stand before them."""
    return _jobs()[1]


def only_job(tokens: Sequence[Token], i: int) -> int:
    """Where a job in capitals that nobody's name follows ends ("the Chief Medical Officer"), ``i`` for none."""
    if tokens[i].norm not in _jobs()[1]:
        return i
    end = _job(tokens, i, min(i + _LONGEST, len(tokens)))
    alone = end - i >= _FULL and tokens[end - 1].norm in offices() and end < len(tokens)
    return end if alone and not tokens[end].text[:1].isupper() and tokens[end].norm != "of" else i


def presents(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether a job stands before a person's name of two words, and a body's name before that from ``i`` up to ``j``:
    "Harbour Board President Ole Brekke".
    """
    words = _jobs()[1]
    if tokens[j].norm not in words or all(token.norm in words for token in tokens[i:j]):
        return False
    end = _job(tokens, j, min(j + _LONGEST, len(tokens)))
    return end > j and end + _FULL <= len(tokens) and _person(tokens, end, end + _FULL)


def _job(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a job that begins at a token ends, ``first`` for none."""
    nouns, words = _jobs()
    end = k = first
    while k < last and tokens[k].norm in words:
        if not tokens[k].text[:1].isupper():
            break
        k += 1
        if tokens[k - 1].norm in nouns:
            end = k
    return end if end == k or not (k < last and tokens[k].text[:1].isupper()) else first


def _person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words in capitals may be a person's name: one of them is no English word, or a given name."""
    words = tokens[first:last]
    if not words or not all(word.kind is _WORD and word.text[:1].isupper() for word in words):
        return False
    if any(map(_thing, words)):
        return False
    return words[0].norm in given_names() or not all(map(plain, words))


def _thing(token: Token) -> bool:
    """Whether a word is a noun that names of things and bodies end in."""
    word = bare(token.norm)
    return any(word in word_table(table) for table in ("things", "offices", "bodies", "corporate"))


def person_of(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether what "of" at token ``j`` follows is a person's name that began at ``i``, so that a body comes after it:
    "Mr Lyle of Orm Trains", "Ana Ruiz of Kellet Bank".
    """
    before = tokens[max(i - 1, 0) : j - 1]
    if any(token.norm in courtesies() for token in before):
        return True
    given = tokens[j - 2].norm if j - i >= _FULL else ""
    if given in given_names() and not _thing(tokens[j - 1]):
        return True
    return i < after_job(tokens, i, j) < j
