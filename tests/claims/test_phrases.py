"""Noun phrases around a figure, and the measure that they spell."""

from __future__ import annotations

import pytest
from sentences import figure, reading

from claimcheck.claims.phrases import contains_little, normalise, of_phrase, phrase_after, phrase_before
from claimcheck.claims.reading import Reading


def words(read: Reading, first: int, last: int) -> str:
    return read.scan.document.text[read.tokens[first].start : read.tokens[last - 1].end]


AFTER = [
    ("It employs 40 nurses.", "40", "nurses"),
    ("It employs 40 trained night nurses in two wards.", "40", "trained night nurses"),
    ("It runs 40 high-speed ferries.", "40", "high-speed ferries"),
    ("It runs 40 “quiet” ferries today.", "40", "quiet” ferries"),
    ("It holds 40 gun and ammunition depots.", "40", "gun and ammunition depots"),
    ("It holds 40 goats and sheep.", "40", "goats"),
    ("It holds 40 members of the crew.", "40", "members"),
    ("It holds 40 Peruvian llamas.", "40", "Peruvian llamas"),
    ("It sold 40 newly built barges.", "40", "built barges"),
]


@pytest.mark.parametrize(("text", "number", "wanted"), AFTER, ids=[text for text, _, _ in AFTER])
def test_the_phrase_after_a_figure(text: str, number: str, wanted: str) -> None:
    read = reading(text)
    _, mention = figure(read, number)
    phrase = phrase_after(read, mention.last)
    assert phrase is not None
    assert words(read, phrase.first, phrase.last) == wanted
    assert phrase.first <= phrase.head < phrase.last


BEFORE = [
    ("The harvest was 40 tonnes.", "was", "harvest"),
    ("A new fish market (40 stalls) opened.", "(", "new fish market"),
    ("A state-run bakery, 40 years old, closed.", ",", "state-run bakery"),
]


@pytest.mark.parametrize(("text", "end", "wanted"), BEFORE, ids=[text for text, _, _ in BEFORE])
def test_the_phrase_before_a_word(text: str, end: str, wanted: str) -> None:
    read = reading(text)
    at = next(k for k, token in enumerate(read.tokens) if token.text == end)
    phrase = phrase_before(read, at)
    assert phrase is not None
    assert words(read, phrase.first, phrase.last) == wanted


@pytest.mark.parametrize(("text", "number"), [("It rose by 40.", "40"), ("It rose 40 per cent.", "40 per cent")])
def test_no_phrase_follows_where_none_stands(text: str, number: str) -> None:
    read = reading(text)
    _, mention = figure(read, number)
    assert phrase_after(read, mention.last) is None


def test_nothing_stands_before_the_first_word() -> None:
    assert phrase_before(reading("40 nurses left."), 0) is None


def test_nothing_follows_the_last_word() -> None:
    read = reading("They hired 40")
    assert phrase_after(read, len(read.tokens)) is None


MEASURES = [
    ("It employs 40 trained nurses.", "40", "trained nurse"),
    ("It runs 40 high-speed ferries.", "40", "high-speed ferry"),
    ("It holds 40 members of the crew.", "40", "member of crew"),
    ("It holds 40 Peruvian llamas.", "40", "llama"),
    ("It owns 40 of the region's libraries.", "40", "library"),
]


@pytest.mark.parametrize(("text", "number", "wanted"), MEASURES, ids=[text for text, _, _ in MEASURES])
def test_a_phrase_as_a_measure(text: str, number: str, wanted: str) -> None:
    read = reading(text)
    _, mention = figure(read, number)
    at = mention.last + (read.tokens[mention.last].norm == "of")
    phrase = phrase_after(read, at)
    assert phrase is not None
    assert normalise(read, [phrase, of_phrase(read, phrase)]) == wanted


def test_names_stay_where_they_are_asked_for() -> None:
    read = reading("It holds 40 Peruvian llamas.")
    _, mention = figure(read, "40")
    phrase = phrase_after(read, mention.last)
    assert normalise(read, [phrase], keep_names=True) == "peruvian llama"


@pytest.mark.parametrize(("word", "little"), [("number", True), ("total", True), ("pair", True), ("nurse", False)])
def test_heads_that_say_too_little(word: str, little: bool) -> None:
    assert contains_little(word) is little
