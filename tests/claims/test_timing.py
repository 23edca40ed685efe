"""The time that governs a figure."""

from __future__ import annotations

import datetime as dt

import pytest
from sentences import claim, day, years

from claimcheck.claims.label_times import complete, date_in
from claimcheck.records import TimeSpan

Ends = tuple[dt.date | None, dt.date | None]
MAY = (day("2016-05-01"), day("2016-05-31"))

# A text, a figure, and the first and last day of the time that governs it; None where nothing does.
GOVERNED: list[tuple[str, str, Ends | None]] = [
    # in its clause, before and after it
    ("In 2016 the orchard sold 40 tonnes.", "40 tonnes", years(2016)),
    ("The orchard sold 40 tonnes in 2016.", "40 tonnes", years(2016)),
    ("In May 2016 the orchard sold 40 tonnes.", "40 tonnes", MAY),
    ("The orchard sold 40 tonnes on 3 May 2016.", "40 tonnes", (day("2016-05-03"), day("2016-05-03"))),
    ("Between 2012 and 2016 the orchard sold 40 tonnes.", "40 tonnes", years(2012, 2016)),
    ("Since 2012 the orchard has sold 40 tonnes.", "40 tonnes", (day("2012-01-01"), None)),
    # since something happened: from then on
    ("He has scored 17 goals since he joined in 2018.", "17", (day("2018-01-01"), None)),
    ("The plant has emitted 40 tonnes since the permit was granted in 2014.", "40 tonnes", (day("2014-01-01"), None)),
    ("Some 30 barges have been sold since the lock was shut in May 2016.", "Some 30", (day("2016-05-01"), None)),
    ("Since the mill burned down in 2012 it has sold 40 sacks.", "40", (day("2012-01-01"), None)),
    ("The club has won 9 cups since it was founded in 1974.", "9", (day("1974-01-01"), None)),
    ("Since the 9 mills burned down in 2012, rents have risen.", "9", years(2012)),
    ("It sold 40 tonnes in 2016, the most since records began.", "40 tonnes", years(2016)),
    # a time in what is inserted is not the figure's
    ("Orvia, founded in Lund in 1934, owns 40 looms.", "40", None),
    ("The clinic, which opened in 1987, has 40 beds.", "40", None),
    ("The line, a work of the 1880s, is 84 km long.", "84 km", None),
    ("Built in 1920 by monks, the dam holds 40 tonnes.", "40 tonnes", None),
    ("The mill, built in 1920, employed 40 people in 1950.", "40", years(1950)),
    ("In the harbour, in 2016, 40 boats sank.", "40", years(2016)),
    # nor that of a deed before what holds today
    ("The ferry was built in 1987 and can carry 84 cars.", "84", None),
    ("The bridge was opened in 1920 and is 460 m long.", "460 m", None),
    ("The council met in 2016 and spent €4m.", "€4m", years(2016)),
    # nor that of a comparison or of what the figure is worked out from
    ("The river rose to 8 m, the highest since 1921.", "8 m", None),
    ("With the series 1921–2017, such a flood returns every 80 years.", "every 80 years", None),
    ("It has 40 pupils, 9 fewer than in 2011.", "40", None),
    # two figures with a time each
    ("It had 40 pupils in 2012 and 60 pupils in 2016.", "40", years(2012)),
    ("Turnout was 41% in 2012, against 44% in 2016.", "44%", years(2016)),
    ("Output of 30 tonnes (2012) grew to 50 tonnes (2016).", "30 tonnes", years(2012)),
    ("Rents slowed to 2.4% in 2016 from 5.1% in 2012.", "5.1%", years(2012)),
    ("It flew 3.2 million people in 2016, up from 2.9 million a year earlier.", "2.9 million", years(2015)),
    ("The town had a population of 84,000 in 2012 and 91,000 in 2016.", "91,000", years(2016)),
    # one time for both
    ("In 2016 it sold 40 pears, and the mill bought 9 sacks.", "9", years(2016)),
    # the other end of a comparison is not its time
    ("The 2016 harvest of 40 tonnes was larger than in 2012.", "40 tonnes", years(2016)),
    ("Output was 40 tonnes versus May 2012.", "40 tonnes", None),
    # nothing
    ("The orchard sold 40 tonnes.", "40 tonnes", None),
    ("The orchard sold 40 tonnes last winter.", "40 tonnes", None),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), GOVERNED, ids=[f"{text} [{n}]" for text, n, _ in GOVERNED])
def test_governing_time(text: str, figure: str, wanted: Ends | None) -> None:
    when = claim(text, figure).when
    found = None if when is None or when.start == when.end is None else (when.start, when.end)
    assert found == wanted


@pytest.mark.parametrize("joint", [" and", ","])
def test_a_later_figure_has_the_later_time(joint: str) -> None:
    found = claim(f"It had 40 pupils in 2012{joint} 60 pupils in 2016.", "60").when
    assert found is not None
    assert (found.start, found.end) == years(2016)


def test_a_relative_clause_keeps_its_time() -> None:
    assert claim("The ferry, which was built in 1974, carries 250 people.", "250").when is None


def test_a_date_is_its_own_time() -> None:
    found = claim("The lock opened on 3 May 2016 and closed in 2019.", "2019")
    assert found.when is not None
    assert (found.when.start, found.when.end) == years(2019)


def test_the_next_sentence_keeps_the_time_of_its_paragraph() -> None:
    found = claim("In 2016 the orchard sold 40 tonnes. The mill bought 9 sacks.", "9")
    assert found.when is not None
    assert (found.when.start, found.when.end) == years(2016)
    assert found.confidence < 1
    assert "when: the sentence before" in found.notes


def test_another_paragraph_does_not() -> None:
    assert claim("In 2016 the orchard sold 40 tonnes.\n\nThe mill bought 9 sacks.", "9").when is None


def test_two_times_in_a_sentence_are_not_carried() -> None:
    text = "It sold 40 tonnes in 2012 and 60 tonnes in 2016. The mill bought 9 sacks."
    assert claim(text, "9").when is None


def test_a_month_takes_the_year_of_its_paragraph() -> None:
    found = claim("On 3 May 2016 the orchard was sold. In October it was flooded.", "October")
    assert found.when is not None
    assert (found.when.start, found.when.end) == (day("2016-10-01"), day("2016-10-31"))
    assert found.confidence <= 0.8


def test_a_heading_gives_the_time() -> None:
    found = claim(
        "# Harvest report\n\n## The year 2016\n\nThe orchard sold 40 tonnes.\n", "40 tonnes", format="markdown"
    )
    assert found.when is not None
    assert (found.when.start, found.when.end) == years(2016)


def test_a_column_gives_the_time() -> None:
    table = "| crop | 2015 | 2016 |\n| --- | --- | --- |\n| plums | 31 t | 47 t |\n"
    for figure, year in (("31 t", 2015), ("47 t", 2016)):
        found = claim(table, figure, format="markdown")
        assert found.when is not None
        assert (found.when.start, found.when.end) == years(year)


def test_publication_anchors_last_year() -> None:
    found = claim("The orchard sold 40 tonnes last year.", "40 tonnes", published=day("2017-02-01"))
    assert found.when is not None
    assert (found.when.start, found.when.end) == years(2016)


COMPLETED = [
    ("october", (day("2016-10-01"), day("2016-10-31"))),
    ("february", (day("2016-02-01"), day("2016-02-29"))),
    ("may 3", (day("2016-05-03"), day("2016-05-03"))),
    ("february 30", None),
    ("last month", None),
    ("october 3 4", None),
    ("", None),
]


@pytest.mark.parametrize(("relative", "wanted"), COMPLETED)
def test_complete(relative: str, wanted: Ends | None) -> None:
    found = complete(TimeSpan(None, None, relative=relative), 2016)
    assert (None if found is None else (found.start, found.end)) == wanted


def test_a_full_date_needs_no_completing() -> None:
    assert complete(TimeSpan(day("2012-05-03"), day("2012-05-03"), relative="may 3"), 2016) is None


LABELS = [
    ("2016", years(2016)),
    ("Sales (2016)", years(2016)),
    ("Audit, 4 May 2016", (day("2016-05-04"), day("2016-05-04"))),
    ("May 2016", MAY),
    ("2012 and 2016", None),
    ("Sales", None),
    ("Item 2016.5", None),
    ("2016 %", None),
    ("", None),
]


@pytest.mark.parametrize(("label", "wanted"), LABELS)
def test_the_time_in_a_label(label: str, wanted: Ends | None) -> None:
    found = date_in(label)
    assert (None if found is None else (found.start, found.end)) == wanted
