"""What no word of a pattern stands in is not searched for it, and what a phrase stands in has its trigger."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.align import circumstances, comparability, duty, opposed, profiles, same_time
from claimcheck.align.profile import Profile
from claimcheck.align.triggers import says, triggers
from claimcheck.pipeline import extract_all, shipped_rules
from claimcheck.records import Document

PATTERNS = (
    (circumstances, "_WINDOW"),
    (circumstances, "_MANNER"),
    (circumstances, "_BEING"),
    (duty, "_LIMIT"),
    (opposed, "_RELEASE"),
    (same_time, "_UNTIL"),
    (same_time, "_BY_THEN"),
    (same_time, "_THUS_FAR"),
)


class Counting:
    """A pattern that counts how often it is searched for."""

    def __init__(self) -> None:
        self.times = 0

    def search(self, *_: Any) -> None:
        self.times += 1

    match = search

    def findall(self, *_: Any) -> list[str]:
        self.times += 1
        return []


def read(text: str) -> list[Profile]:
    found = extract_all([Document.from_text(text, id="a")], shipped_rules().lexicon)
    return profiles(found.claims, found.documents, shipped_rules().lexicon)


def ask(profile: Profile) -> None:
    """Ask of a claim what it gives the tests to say."""
    for early in (True, False):
        comparability._plan(early=early, stock=False).of(profile, profile)
    same_time._until(profile)
    same_time._by_then(profile)


@pytest.mark.parametrize(("module", "name"), PATTERNS)
def test_a_clause_without_its_words_is_not_searched(module: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = read("The trust repaired 14 bridges in Kelda.")
    telling = read(
        "By Sunday the trust was formerly, in a whole year so far, at a limit of 14 bridges that were wholly repaired. "
        "In Quern 2.1 the limit was 14 bridges by noon."
    )
    pattern = Counting()
    monkeypatch.setattr(module, name, pattern)
    for profile in plain:
        ask(profile)
    assert pattern.times == 0
    for profile in telling:
        ask(profile)
    assert pattern.times > 0


PHRASES = ("in all", "between them", "ought to", "on paper", "under-18s", "town")


@given(st.lists(st.sampled_from([*PHRASES, "the", "under", "18", "all-day", "towns"])))
def test_what_has_a_phrase_has_its_trigger(words: list[str]) -> None:
    text = " ".join(words)
    runs = set(re.findall(r"\w+", text))
    for phrase in PHRASES:
        if f" {phrase} " in f" {text} ":
            assert not triggers([phrase]).isdisjoint(runs)


def test_both_sides_of_the_figure_are_read() -> None:
    (profile,) = read("The mill-owner sold 14 bridges outright.")
    assert says(profile, frozenset({"mill"}))
    assert says(profile, frozenset({"outright"}))
    assert not says(profile, frozenset({"mill-owner", "14"}))
