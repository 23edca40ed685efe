"""What a date dates."""

from __future__ import annotations

import pytest
from sentences import claim

MEASURES = [
    # the verb and its arguments
    ("The choir was founded in 1911.", "1911", "choir found"),
    ("The ferry sank on 3 May 2016.", "3 May 2016", "ferry sink"),
    ("Chile joined the OECD on 7 May 2010.", "7 May 2010", "chile join oecd"),
    # a cleft
    ("It was in May 2016 that the ferry sank.", "May 2016", "ferry sink"),
    ("It was on 3 May 2016 that Chile joined the OECD.", "3 May 2016", "chile join oecd"),
    # a noun phrase that the date completes or opens
    ("The treaty of 1911 lapsed.", "1911", "treaty"),
    ("The treaty (1911) lapsed.", "1911", "treaty"),
    ("The 1911 treaty lapsed.", "1911", "treaty"),
    ("The 3 May 2016 attack on the depot was filmed.", "3 May 2016", "attack on depot"),
    # at the front, before the name of who did what then
    ("After Monday's strike Nordbahn cancelled forty trains.", "Monday's", "strike"),
    ("Before Tuesday's vote Parliament heard 12 speakers.", "Tuesday's", "vote"),
    ("After Thursday's profit warning Telmark cut 40 jobs.", "Thursday's", "profit warning"),
    # a state that has lasted since a day
    ("The ban that had been in force in Oulu since May 2016 was lifted.", "since May 2016", "ban in force"),
    # verbs that only say that something happened
    ("The navies held an exercise on 3 May 2016.", "3 May 2016", "exercise"),
    ("The election took place on 3 May 2016.", "3 May 2016", "election"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES, ids=[text for text, _, _ in MEASURES])
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).core == wanted


def test_a_year_that_only_limits_a_figure_measures_what_the_figure_does() -> None:
    text = "In 2016 the orchard sold 40 tonnes of plums."
    assert claim(text, "2016").core == claim(text, "40 tonnes").core == "plum"


def test_a_day_dates_the_event() -> None:
    text = "On 3 May 2016 the orchard sold 40 tonnes of plums."
    assert claim(text, "3 May 2016").core != claim(text, "40 tonnes").core


def test_the_event_is_the_verb() -> None:
    assert claim("The choir was founded in 1911.", "1911").event == "found"
    assert claim("The navies held an exercise on 3 May 2016.", "3 May 2016").event == "exercise"


def test_a_state_that_lasts_is_of_the_event_that_began_it() -> None:
    assert claim("The ban has been in force since 3 May 2016.", "since 3 May 2016").event == "effect"
    assert claim("The tram has been in service since 3 May 2016.", "since 3 May 2016").event == "service"


def test_a_pronoun_does_what_its_verb_says() -> None:
    found = claim("You will hear from us by 3 May 2016.", "by 3 May 2016")
    assert (found.core, found.event) == ("", "hear")
