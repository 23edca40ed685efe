"""Times in a report on one year that doesn't say when it was published."""

from __future__ import annotations

import datetime as dt

import pytest
from sentences import claim

REPORT = "# Orm Navigation Fund: Annual Report 2023\n\n## Traffic\n\n"


def year(of: int) -> tuple[dt.date, dt.date]:
    return dt.date(of, 1, 1), dt.date(of, 12, 31)


@pytest.mark.parametrize(
    ("sentence", "figure", "when"),
    [
        # What is told in the past is of that year, months and days too.
        ("The dredgers removed 4,100 tonnes of silt.", "4,100 tonnes", year(2023)),
        ("In March 4 ships sank.", "4", (dt.date(2023, 3, 1), dt.date(2023, 3, 31))),
        ("On 12 June the lock was closed.", "12 June", (dt.date(2023, 6, 12), dt.date(2023, 6, 12))),
        # Years are counted from it.
        ("Traffic fell by 8% on the previous year.", "the previous year", year(2022)),
        ("A year earlier reserves had been €3 million.", "€3 million", year(2022)),
        ("It took in 40 boats, half of the figure for the year before.", "40", year(2023)),
        ("It took in 40 boats, half of the figure for the year before.", "the year before", year(2022)),
        ("Last year the Fund spent €9 million.", "€9 million", year(2022)),
        ("In 2019 it had 4 boats, a year earlier 9.", "9", year(2018)),
    ],
)
def test_times_of_a_report(sentence: str, figure: str, when: tuple[dt.date, dt.date]) -> None:
    found = claim(REPORT + sentence, figure).when
    assert found is not None
    assert (found.start, found.end) == when


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("The fleet has 40 tugs.", "40"),
        ("We expect 300 ships.", "300"),
        ("Two months earlier 3 barges sank.", "3"),
    ],
)
def test_what_holds_now_or_was_at_an_unknown_time_has_none(sentence: str, figure: str) -> None:
    found = claim(REPORT + sentence, figure).when
    assert found is None or found.start is None


@pytest.mark.parametrize("title", ["Annual Report 2023/24", "Annual Report"])
def test_other_titles_give_no_year(title: str) -> None:
    text = f"# {title}\n\n## Traffic\n\nThe dredgers removed 4,100 tonnes of silt."
    found = claim(text, "4,100 tonnes").when
    assert found is None
