"""Where a length, an age or an anniversary is taken to belong to the dates beside it, and where not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.pipeline import check
from claimcheck.records import Document, Finding


def found(text: str) -> list[Finding]:
    report = check([Document.from_text(text, id="a", format="markdown")])
    return [one for one in report.findings if one.rule == "elapsed-mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "The fleet held a five-day exercise from 3 to 9 May in Osterby.",
        "The minister paid a three-day visit to Linden from 3 to 7 June 2019.",
        "The Linden fair lasted two weeks, from 1 to 10 June 2019.",
        "Osterby signed a three-year contract from 2015 to 2020.",
        "She was mayor for ten years, from 1990 to 1995.",
        "From 1990 to 1995, a period of ten years, she was mayor.",
        "The blockade of Kelmet lasted 100 days (3 May 1941 – 27 January 1942).",
        "The lock was shut for six weeks between 3 and 20 May 2018.",
        "The Kelmet works was founded in 1991 and celebrated its 20th anniversary in 2015.",
        "Established in 1950, the choir marked its 50th anniversary in 2010.",
        "Anna Berg was born in 1950 and died in 2001 aged 60.",
        "Anna Berg (born 1950, died 2001 aged 60) painted harbours.",
        "He was born on 3 May 1950 and died on 2 May 2001 at the age of 52.",
        "Karl Berg (1950–2001) died aged 60.",
        "The mill was opened in 1991 and closed 20 years later, in 2015.",
        "In 2015, 20 years after it was founded in 1991, the firm closed.",
    ],
)
def test_what_does_not_fit_its_dates(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # They fit, one way of counting or the other.
        "The fleet held a six-day exercise from 3 to 9 May in Osterby.",
        "The fleet held a seven-day exercise from 3 to 9 May in Osterby.",
        "The two-week course runs from 3 to 14 June 2019.",
        "Osterby signed a three-year contract from 2015 to 2018.",
        "Osterby signed a four-year contract from 2015 to 2018.",
        "The Kelmet works was founded in 1991 and celebrated its 25th anniversary in 2016.",
        "Anna Berg was born in 1950 and died in 2001 aged 50.",
        "The mill was opened in 1991 and closed 24 years later, in 2015.",
        # The length belongs to something else than the dates.
        "Three days after the talks from 3 to 9 May, the port was closed.",
        "Within five days, from 3 to 9 May, all were to leave.",
        "The port held five-day exercises from 2010 to 2016.",
        "A five-day strike followed talks that lasted from 3 to 20 May 2019.",
        "It rained on five days from 3 to 19 May 2019.",
        "The lock was shut for five days between 3 and 20 May 2018.",
        "The five-year average from 2001 to 2020 was higher.",
        "A 30-year bond was sold from 2015 to 2020.",
        "The two-day festival was held every spring from 1990 to 2010.",
        "The ferry takes three days, and from 3 to 20 May 2019 it is free.",
        "He worked there for two years before moving on, and from 1990 to 1999 he was mayor.",
        "The firm, founded in 1991, took part in the 20th anniversary of independence in 2015.",
        "The firm was founded in 1991; the 20th anniversary of the flood fell in 2015.",
        "He was born in 1950, went to sea at the age of 14, and died in 2001.",
        "Born in 1950, he married Anna, aged 20, in 1985 in Osterby, and died in 2001.",
        "Her father, born in 1950, died in 2001, when Anna was aged 12.",
        "In 2015, 20 years after the fall of the wall, it bought the mill that was shut in 1931.",
        "The eight-hour shift applied from 3 to 9 May 2019.",
    ],
)
def test_what_fits_or_belongs_to_something_else(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="359 -daysfromto May12,.;()agedborn20th", max_size=120))
@settings(max_examples=100, deadline=None)
def test_hostile_text_is_read_to_the_end(text: str) -> None:
    found(f"A five-day exercise from 3 to 9 May {text}")
    found(f"Born in 1950, {text} died in 2001 aged 60.")
