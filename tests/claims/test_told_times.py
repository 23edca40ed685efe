"""Times counted from the one told last, and what is told to come."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck import Claim, Document, extract

WRITTEN = dt.date(2022, 10, 20)  # a Thursday


def claim(text: str, figure: str, published: dt.date | None = WRITTEN) -> Claim:
    found = [one for one in extract(Document.from_text(text, published=published)) if figure in one.text]
    assert found, f"{figure!r} is not found"
    return found[-1]


def days(one: Claim) -> str:
    """The time of a claim as "first/last", "" where it has none."""
    when = one.when
    return "" if when is None or (when.start is None and when.end is None) else f"{when.start or ''}/{when.end or ''}"


SANK = "The ferry sank on 12 June 2020."
COUNTED = [
    (f"{SANK} The day before, 14 riders had left it.", "14", "2020-06-11/2020-06-11"),
    (f"{SANK} Three days later 14 were found.", "14", "2020-06-15/2020-06-15"),
    (f"{SANK}\n\nThree days later 14 were found.", "14", "2020-06-15/2020-06-15"),
    (f"{SANK} The following Monday 14 were found.", "14", "2020-06-15/2020-06-15"),
    (f"{SANK} The previous evening it had carried 14.", "14", "2020-06-11/2020-06-11"),
    (f"{SANK} The following month 14 ferries were checked.", "14", "2020-07-01/2020-07-31"),
    (f"{SANK} The following March the court fined 14 people.", "14", "2021-03-01/2021-03-31"),
    (f"{SANK} On the same day 14 barges ran aground.", "14", "2020-06-12/2020-06-12"),
    (f"{SANK} Some 14 barges ran aground that week.", "14", "2020-06-08/2020-06-14"),
    (f"{SANK} It carried 14 riders at the time.", "14", "2020-06-12/2020-06-12"),
    (f"{SANK} By then 14 riders had got off.", "14", "/2020-06-12"),
    (f"{SANK} Since then 14 wrecks have been raised.", "14", "2020-06-12/"),
    (f"{SANK} On the Sunday 14 divers came.", "14", "2020-06-14/2020-06-14"),
    (f"{SANK} On the Wednesday it had still carried 14.", "14", "2020-06-10/2020-06-10"),
    (f"{SANK} On the 15th, 14 divers came.", "14", "2020-06-15/2020-06-15"),
    (f"{SANK} By the end of the month 14 had been found.", "14", "/2020-06-30"),
    (f"{SANK} By the end of the year it will have cost 14 jobs.", "14", "/2022-12-31"),
    ("The mill shut in 2019. In the third quarter of the year 14 looms were sold.", "14", "2019-07-01/2019-09-30"),
    # what is told by something else, and what is told too coarsely
    (f"{SANK} It carried 14 riders at the time of the storm.", "14", ""),
    (f"{SANK} At the time the riders slept, 14 of the crew were up.", "14", ""),
    ("The mill shut in 2019. Three days later 14 looms were sold.", "14", ""),
    ("The mill shut in 2019. A month later 14 looms were sold.", "14", ""),
    ("Sales rose by 9% compared with 2018. A year later 14 looms were sold.", "14", ""),
    (f"{SANK}\n\n## Looms\n\nThree days later 14 were sold.", "14", ""),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), COUNTED)
def test_a_time_is_counted_from_the_one_told_last(text: str, figure: str, wanted: str) -> None:
    assert days(claim(text, figure)) == wanted


BUSINESS = [
    ("Sales rose in 2019. In the fourth quarter profit came to €14m.", "€14m", "2019-10-01/2019-12-31"),
    ("In the first half profit was €14m.", "€14m", "2022-01-01/2022-06-30"),
    ("In the fourth quarter profit was €14m.", "€14m", "2021-10-01/2021-12-31"),
    ("Exports reached €14m in the first nine months.", "€14m", "2022-01-01/2022-09-30"),
    ("In the second half he scored 14 points.", "14", ""),
    ("The board meets 14 times in the first half of the book.", "14", ""),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), BUSINESS)
def test_a_quarter_is_of_the_year_told_before_or_the_last_one_that_had_ended(
    text: str, figure: str, wanted: str
) -> None:
    assert days(claim(text, figure)) == wanted


HOLDS_NOW = [
    "The club has 14 members and was founded in 1990.",
    "The storm brings 14 m waves here, whereas that of 1997 had brought less.",
    "The wave was 14 m higher than the record, set in May 1997.",
    "The hall, which seats 14, opened in 1987.",
]


@pytest.mark.parametrize("text", HOLDS_NOW)
def test_what_holds_now_has_not_the_time_of_what_was(text: str) -> None:
    assert days(claim(text, "14")) == ""


NUMBERED = [
    ("At 06:00 on the 18th, 14 roads were shut.", "2022-10-18/2022-10-18"),
    ("On the 25th, 14 roads were shut.", "2022-09-25/2022-09-25"),
    ("On the 25th, 14 roads will be shut.", "2022-10-25/2022-10-25"),
    ("On the 3rd, 14 roads will be shut.", "2022-11-03/2022-11-03"),
    ("From the 12th to the 14th, 14 roads were shut.", "2022-10-12/2022-10-14"),
]


@pytest.mark.parametrize(("text", "wanted"), NUMBERED)
def test_a_day_told_by_its_number_is_of_the_month_in_which_the_text_was_written(text: str, wanted: str) -> None:
    assert days(claim(text, "14")) == wanted


AHEAD = [
    # by words of forecasters, of wish and of assent
    ("We look for 14 launches in 2024.", "14", "forecast"),
    ("The brewery is set to sell 14 barges.", "14", "forecast"),
    ("In 2024 output should reach 14 tonnes.", "14 tonnes", "forecast"),
    ("The dose should reach 14 mg before you start.", "14 mg", "asserted"),
    ("The mayor wants 14 trees on the square.", "14", "planned"),
    ("If the council agrees, the tram will have 14 stops.", "14", "planned"),
    ("If it rains, the tram will have 14 stops.", "14", "hypothetical"),
    ("Barges will be allowed to carry 14 tonnes.", "14 tonnes", "planned"),
    ("Sales of €14m were higher than analysts had expected.", "€14m", "asserted"),
    ("Sales of €14m were above what we had pencilled in.", "€14m", "asserted"),
    ("As expected, it sold 14 vans.", "14", "asserted"),
    # by a heading
    ("## Outlook\n\nThe tram has 14 stops.", "14", "forecast"),
    ("## Outlook\n\nIn 2021 the tram had 14 stops.", "14", "asserted"),
    ("**Our forecast for 2023.** The tram has 14 stops.", "14", "forecast"),
    ("## Guidance\n\nA tram has 14 stops.", "14", "asserted"),
    ("## Forecast API\n\nA call returns 14 rows.", "14", "asserted"),
    # by a date to come
    ("The quay opens in May 2024.", "May 2024", "planned"),
    ("The bonds of 2030 pay 4%.", "4%", "asserted"),
    # what is recommended is how things are done; what is proposed is not yet
    ("We recommend that it be oiled every 14 weeks.", "14 weeks", "asserted"),
    ("The recommended load is 14 kg.", "14 kg", "asserted"),
    ("The panel recommends 14 new posts.", "14", "planned"),
    # when something was said is no plan
    ("The mill said on Monday it will sell 14 looms.", "Monday", "asserted"),
    ("The mill said on Monday it will sell 14 looms.", "14", "planned"),
]


@pytest.mark.parametrize(("text", "figure", "status"), AHEAD)
def test_what_is_to_come(text: str, figure: str, status: str) -> None:
    assert claim(text, figure).status.value == status


def test_what_will_be_done_is_not_of_the_day_on_which_it_was_said() -> None:
    assert days(claim("The mill said on Monday it will sell 14 looms.", "14")) == ""
    assert days(claim("The mill said on Monday it had sold 14 looms.", "14")) == "2022-10-17/2022-10-17"


def test_a_relative_clause_does_not_take_the_time_of_the_main_verb() -> None:
    text = "The loom hall, in which the mill has put €14 million, will open in May 2024."
    assert days(claim(text, "€14 million")) == ""
    opening = claim(text, "May 2024")
    assert (opening.event, opening.status.value) == ("open", "planned")
