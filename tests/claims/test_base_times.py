"""The time from which a change is counted, and the year in which a text tells on."""

from __future__ import annotations

import datetime as dt

import pytest
from sentences import claim, day, years

Ends = tuple[dt.date | None, dt.date | None]
FIRST = "In 2013 copper output reached 9 tonnes. "


def ends(text: str, figure: str) -> Ends | None:
    when = claim(text, figure).when
    return None if when is None else (when.start, when.end)


@pytest.mark.parametrize(
    ("text", "figure", "wanted"),
    [
        # The base of a change is the time of nothing else, and only its own.
        (FIRST + "Exports rose 12% from 2012.", "12%", years(2013)),
        (FIRST + "Exports rose 12% from 2012.", "2012", years(2012)),
        (FIRST + "Rents were €4 million, an 11 percent rise over 2012.", "€4 million", years(2013)),
        (FIRST + "Rents were €4 million, an 11 percent rise over 2012.", "2012", years(2012)),
        (FIRST + "Imports were down 4% on the year before.", "the year before", years(2012)),
        (FIRST + "Imports rose 4% from 2012. They had been 9 tonnes a year earlier.", "a year earlier", years(2012)),
        ("Exports rose 12% over 2012.", "12%", None),
        # A stretch of time is no base, nor is a day, nor a time from which something begins.
        ("Exports rose 12% over the years 2012 to 2014.", "12%", years(2012, 2014)),
        ("Shares rose 5% on 3 May 2016.", "5%", (day("2016-05-03"), day("2016-05-03"))),
        ("Rents will rise 5% from 2012.", "5%", years(2012)),
        # What somebody reckons goes on in the year told; what holds now does not.
        (FIRST + "The bank puts exports at €4 million.", "€4 million", years(2013)),
        (FIRST + "Customs estimates sales at €4 million, up 9% from the previous year.", "9%", years(2013)),
        (FIRST + "The bank has 40 branches.", "40", None),
        (FIRST + "Exports will come to €4 million.", "€4 million", None),
        ("According to the mining board, in 2013, exports came to €4 million. Imports were €9 million.", "€9 million",
         years(2013)),
        # From one flow to the next one.
        ("Exports hit €4 million in the first quarter of 2020. Imports fell 12%.", "12%",
         (day("2020-01-01"), day("2020-03-31"))),
        ("Profit was €4 million in 2019, up from €3 million in 2018. Rents were €9 million.", "€9 million",
         years(2019)),
        ("Profit was €4 million in 2019. Sales were €9 million, compared with €8 million in 2018.", "€9 million",
         years(2019)),
        ("Profit was €4 million in 2019. The mill has sales of €9 million.", "€9 million", None),
        ("The mill opened in 2019. Sales were €9 million.", "€9 million", None),
        ("Births fell to 800,000 in 2022. Deaths rose 9% to 900,000.", "900,000", years(2022)),
        # A year that is only compared with, or that had been before, is not that of a month told after it.
        ("Fires rose in July 2020. There were 40, against 30 in July 2019. Peru sent 9 men in May.", "9",
         (day("2020-05-01"), day("2020-05-31"))),
        ("Fires rose in July 2020. Felling had reached 40 km in 2019. Peru sent 9 men in May.", "9",
         (day("2020-05-01"), day("2020-05-31"))),
        # In a new paragraph, only on the same names.
        ("In 2021, Chile sold €4 million to Peru.\n\nPeru's exports reached €9 million.", "€9 million", years(2021)),
        ("In 2021, Chile sold €4 million of tin to Peru.\n\nKenya's exports reached €9 million.", "€9 million", None),
        # A time that nothing anchors stands in the way.
        (FIRST + "Last August the union struck for 63 days.", "63 days", None),
        # Parts of a year open what follows as years do.
        ("In the first half of 2021, Chile held 40 men. This was a 9% increase.", "9%",
         (day("2021-01-01"), day("2021-06-30"))),
        # By a year: what follows is of it.
        ("By 2015, 40,000 settlers had come. At the time, 60% were poor.", "60%", years(2015)),
    ],
)  # fmt: skip
def test_the_time_told_on(text: str, figure: str, wanted: Ends | None) -> None:
    assert ends(text, figure) == wanted


@pytest.mark.parametrize(
    ("text", "figure", "wanted"),
    [
        ("They will plant 40 trees before the 2030 deadline.", "40", (None, day("2030-12-31"))),
        ("They will plant 40 trees before the 2030 deadline.", "2030", years(2030)),
        ("It sold 40 tanks ahead of the 2020 elections.", "40", (None, day("2020-12-31"))),
        ("It sold 40 tanks before 2020.", "40", (None, day("2019-12-31"))),
        ("Two years after the merger in 2010, it cut 400 jobs.", "400", years(2012)),
        ("Three months after the quake in May 2008, 40% were homeless.", "40%", (day("2008-08-01"), day("2008-08-31"))),
        ("Some years after the merger in 2010, it cut 400 jobs.", "400", years(2010)),
        ("The mill closed two weeks after the flood of 2010, and 400 jobs went.", "400", years(2010)),
        ("Kenya has built 40 dams since independence in 1963.", "40", (day("1963-01-01"), None)),
        ("Since the fall of the wall in 1989, rents have risen by 40%.", "40%", (day("1989-01-01"), None)),
        ("Since the fall of the wall in 1989, rents have risen by 40%.", "1989", years(1989)),
        # A time that nothing anchors is not that of another figure.
        ("Exports rose to €4 million last year, from €3 million in 2018.", "€4 million", None),
        ("Exports rose to €4 million last year, from €3 million in 2018.", "€3 million", years(2018)),
    ],
)
def test_before_after_and_since_an_event(text: str, figure: str, wanted: Ends | None) -> None:
    assert ends(text, figure) == wanted
