"""A test that is left out of the comparison of two claims would have said nothing of them."""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest

from claimcheck.align import Profile, begin, candidates, comparability, profiles
from claimcheck.lexicon import default
from claimcheck.pipeline import extract_all
from claimcheck.read import read
from claimcheck.records import Document, by_position

JUDGING = Path(__file__).resolve().parents[1] / "judging"
SETS = sorted(path for path in (JUDGING / "sets").iterdir() if path.is_dir())
LEXICON = default()


def profiled(documents: list[Document]) -> list[Profile]:
    found = extract_all(documents, LEXICON)
    return profiles(by_position(found.claims), sorted(found.documents, key=lambda one: one.id), LEXICON)


def told(corpus: str) -> list[Document]:
    """The texts of a corpus of labelled pairs, each a document of its own."""
    cases = tomllib.loads((JUDGING / f"{corpus}.toml").read_text(encoding="utf-8"))["pair"]
    return [
        Document.from_text(text, id=f"{number}-{side}", published=dt.date(2024, 1, 1 + number % 28))
        for number, case in enumerate(cases)
        for side in "ab"
        if (text := str(case[side]))
    ]


def pairs(made: list[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Those that are likest, and some at random."""
    dice = random.Random(7)
    by_dimension: dict[str, list[Profile]] = {}
    for profile in made:
        if profile.dimension:
            by_dimension.setdefault(profile.dimension, []).append(profile)
    for first, second in candidates(made):
        yield made[first], made[second]
    for group in by_dimension.values():
        for profile in group[:: max(1, len(group) // 200)]:
            other = dice.choice(group)
            if other is not profile:
                yield profile, other


def said_beside_plan(made: list[Profile]) -> tuple[int, list[str]]:
    """How many tests were left out, and those of them that would have changed what was found."""
    plans = [comparability._plan(early=early, stock=False) for early in (True, False)]
    left, wrong = 0, []
    for a, b in pairs(made):
        chosen = {test for plan in plans for test in plan.of(a, b)}
        state = begin(a, b)
        before = deepcopy(state)
        for test in (*comparability._EARLY, *comparability._LATE):
            if test not in chosen:
                left += 1
                more = (LEXICON,) if test in comparability._WITH_LEXICON else ()
                test(a, b, state, *more)
                if state != before:
                    wrong.append(f"{test.__module__}.{test.__name__}: {a.claim.text} / {b.claim.text}")
                    state = deepcopy(before)
    return left, wrong


def test_in_documentation() -> None:
    trees = tomllib.loads((JUDGING / "documentation.toml").read_text(encoding="utf-8"))["tree"]
    files = [(f"{at}/{name}", text) for at, tree in enumerate(trees) for name, text in tree["files"].items()]
    left, wrong = said_beside_plan(profiled([Document.from_text(text, id=id) for id, text in files]))
    assert left > 1000
    assert not wrong, wrong[:5]


@pytest.mark.parametrize("corpus", ["pairs", "pairs_apart"])
def test_in_pairs(corpus: str) -> None:
    left, wrong = said_beside_plan(profiled(told(corpus)))
    assert left > 1000
    assert not wrong, wrong[:5]


@pytest.mark.parametrize("name", [path.name for path in SETS])
def test_in_sets(name: str) -> None:
    files = [path for path in sorted((JUDGING / "sets" / name).rglob("*")) if path.suffix in (".md", ".txt", ".rst")]
    left, wrong = said_beside_plan(profiled([read(path) for path in files]))
    assert left > 100
    assert not wrong, wrong[:5]
