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
    # what a figure is compared with has a time of its own
    ("For plums the mill pays 90 crowns a kilo, twice what it paid in 2018.", "90 crowns a kilo", None),
    ("The fund holds €40 million, half of what it held in 2009.", "€40 million", None),
    ("Orl counts 40 schools, fewer than it had in 1998.", "40", None),
    ("In 2016 sales came to €9m, a fall of €2m compared with 2012.", "€9m", years(2016)),
    ("In 2016 sales came to €9m, a fall of €2m compared with 2012.", "€2m", years(2016)),
    ("The weir let 40 tonnes pass, against 21 in the same period of 2012.", "40 tonnes", None),
    ("The weir let 40 tonnes pass, against 21 in the same period of 2012.", "21", years(2012)),
    ("Some 40 eels passed in 2016, compared with 9 in 2012: four times as many.", "9", years(2012)),
    ("Some 40 eels passed in 2016, compared with 9 in 2012: four times as many.", "four times", years(2016)),
    ("Orl had 9 ports in 2016, up from 4 in 2012.", "9", years(2016)),
    ("Orl has 9 ports, down from 14 in 2012.", "9", None),
    ("Trips of 40 km, relative to what they were in 2012, are long.", "40 km", None),
    # nor is the end of a change of the time of its beginning
    ("Sick leave fell from 5.4% in 2012 to 4.1%.", "4.1%", None),
    ("Sick leave fell from 5.4% in 2012 to 4.1%.", "5.4%", years(2012)),
    ("Sick leave fell from 5.4% in 2012 to 4.1% in 2016.", "4.1%", years(2016)),
    ("In 2016 sick leave fell from 5.4% to 4.1%.", "4.1%", years(2016)),
    # but no standard is a bound, a thing larger than another, the other side of a contest
    ("Boats longer than 10 metres sank 40 times in 2012.", "40", years(2012)),
    ("In all 40 boats larger than the ferry were lost in 2012.", "40", years(2012)),
    ("The house voted 40 to 9 against the bill in 2012.", "40", years(2012)),
    ("Yields more than doubled to 40 tonnes in 2012.", "40 tonnes", years(2012)),
    ("Orl won by 4 goals against 2 in 2012.", "4", years(2012)),
    # an insertion that a figure opens has its time for itself
    ("The tax, 9% in 2004, will be 40 crowns.", "40 crowns", None),
    ("The tax, 9% in 2004, will be 40 crowns.", "9%", years(2004)),
    # an agreement that was signed then
    ("The board paid €4 million under a pact that was signed in May 2016.", "€4 million", None),
    # what holds now
    ("Orl had 30,000 people in 2009 and has some 37,000 now.", "some 37,000", None),
    ("The price was €190 million in 2014; today they ask for €250 million.", "€250 million", None),
    ("Nine newts live there today; in the 1990s there were 2 toads.", "Nine", None),
    ("Rents have risen since 2014 and a room is now almost 40 crowns.", "almost 40 crowns", None),
    ("By 2014 a room was now 40 crowns.", "40 crowns", (None, day("2014-12-31"))),
    # a label before its figure, and a time before a list
    ("The mill set 9 aims for 2016: to spin, to weave, to sell.", "9", years(2016)),
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


RECKONED = [
    ("The plan began in 2012. A neighbour had started three years earlier with 40 nurses.", "40", years(2009)),
    ("It opened in 2012. The branch in Kelm opened the following year with a staff of 14.", "14", years(2013)),
    ("It opened in 2012. The law had been passed two years before, by 41 votes.", "41", years(2010)),
    ("She left in 1966. Twelve years later 9 wards were shut.", "9", years(1978)),
    ("It was sold in 2012. The year before, it had 40 looms.", "40", years(2011)),
    # not where another date says it, nor for what stands in another clause
    ("It was sold in 2012. The year before, in 2010, it had 40 looms.", "40", years(2010)),
    ("It was sold in 2012. They went 212 miles, whereas ten years earlier few had gone so far.", "212 miles", None),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), RECKONED, ids=[text for text, _, _ in RECKONED])
def test_years_reckoned_from_the_sentence_before(text: str, figure: str, wanted: Ends | None) -> None:
    when = claim(text, figure).when
    assert (None if when is None else (when.start, when.end)) == wanted


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


# A text written on 3 November 2017, a figure, and its time.
PRESENT: list[tuple[str, str, Ends | None]] = [
    ("Today the mill has 9 looms.", "9", years(2017)),
    ("Nine looms now stand in the hall.", "Nine", years(2017)),
    ("At present there are 14 trains a day.", "14", years(2017)),
    ("The mill had 40 looms in 1960. It currently has 9.", "9", years(2017)),
    ("The price was €190 million in 2014; today they ask for €250 million.", "€250 million", years(2017)),
    ("The board today chose 20 fellows.", "20", (day("2017-11-03"), day("2017-11-03"))),
    ("The lock has been shut for ten years now.", "ten years", None),
    ("Until now 40 trains have run.", "40", None),
    ("A ticket will cost no more than today: 40 crowns.", "40 crowns", None),
    ("In 2012 it now had 40 looms.", "40", years(2012)),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), PRESENT, ids=[text for text, _, _ in PRESENT])
def test_what_holds_now_has_the_year_of_the_text(text: str, figure: str, wanted: Ends | None) -> None:
    when = claim(text, figure, published=day("2017-11-03")).when
    assert (None if when is None else (when.start, when.end)) == wanted


def test_the_notes_of_a_release_speak_of_its_day() -> None:
    text = "# Changelog\n\n## 4.1.0 (2016-05-03)\n\n- The limit is now 40 MB.\n"
    found = claim(text, "40 MB", format="markdown", published=day("2017-11-03")).when
    assert found is not None
    assert (found.start, found.end) == (day("2016-05-03"), day("2016-05-03"))


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


def test_a_year_goes_on_while_the_past_is_told() -> None:
    text = "In 1960 it was a town. It had 9 mills. Some 40,000 people lived there. It has 2 mills."
    for figure, wanted in (("9", years(1960)), ("Some 40,000", years(1960))):
        found = claim(text, figure).when
        assert found is not None
        assert (found.start, found.end) == wanted
    assert claim(text, "2").when is None


def test_a_day_does_not() -> None:
    text = "On 3 May 2016 the mill burned. It had 9 looms. The roof was 40 metres long."
    assert claim(text, "40 metres").when is None


def test_what_is_to_come_is_no_matter_of_a_past_month() -> None:
    text = "The mast was ordered in December for €14 million and is due to stand by the end of 2018."
    found = claim(text, "December", published=day("2017-06-01")).when
    assert found is not None
    assert (found.start, found.end) == (day("2016-12-01"), day("2016-12-31"))
