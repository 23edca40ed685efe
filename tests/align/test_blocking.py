"""Blocking finds what shares telling words, and its work does not grow with the square of the claims."""

from claimcheck.align import candidates, profiles
from claimcheck.lexicon.model import Lexicon
from judging import claim


def test_candidates_share_a_telling_context_and_a_dimension() -> None:
    made = profiles(
        [
            claim(5, "boat", about=("Bergen",), terms=("shipyard",)),
            claim(6, "boat", about=("Bergen",), at=100),
            claim(7, "tree", about=("Lisbon",), at=200),
            claim(None, "boat", about=("Bergen",), at=300),
        ],
        [],
        Lexicon(),
    )
    assert list(candidates(made)) == [(0, 1)]


def test_a_word_that_says_nothing_joins_nothing() -> None:
    made = profiles([claim(n, "thing", at=n * 100) for n in range(5)], [], Lexicon())
    assert list(candidates(made)) == []


def test_a_common_word_joins_few_and_finds_nothing_where_many_have_it() -> None:
    few = profiles([claim(n, "country", at=n * 100) for n in range(5)], [], Lexicon())
    assert len(list(candidates(few))) == 10
    many = profiles([claim(n, "country", document=f"d{n}", at=n * 100) for n in range(200)], [], Lexicon())
    assert list(candidates(many)) == []


def pairs_of(size: int) -> int:
    """How many pairs are compared in a corpus in which every claim shares its noun and two words with all others."""
    claims = [
        claim(n, "boat", document=f"d{n % 50}", at=n * 60, about=(f"Harbour{n // 3}",), terms=("vessel", "quay"))
        for n in range(size)
    ]
    return sum(1 for _ in candidates(profiles(claims, [], Lexicon())))


def test_comparisons_grow_linearly() -> None:
    few = pairs_of(600)
    assert few <= 4 * 600
    assert pairs_of(4800) <= 8.1 * few
