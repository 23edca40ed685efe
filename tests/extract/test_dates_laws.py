"""Laws of the date reader: it never raises, its spans point at their text, and every way to write a date reads back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.dates import date_conventions, find
from claimcheck.extract.scan import Conventions, Scan
from claimcheck.records import Document, Span
from claimcheck.segment.model import Block, BlockKind, Unit
from growth import LIMIT, growth, hang_limit, repeated

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
PIECES = [
    *[
        "2016",
        "1984",
        "2000",
        "19",
        "12",
        "3",
        "31",
        "07",
        "13.4.2019",
        "2016-19",
        "1990s",
        "s",
        "’",
        "'",
        "'90s",
        "/",
        "-",
        "–",
        "—",
        "to",
        "and",
        "or",
        ",",
        ".",
        ":",
        ";",
        "(",
        ")",
        "%",
        "$",
        "BC",
        "AD",
    ],
    *[
        "May",
        "March",
        "12th",
        "Q3",
        "H1",
        "FY21",
        "FY",
        "2021/22",
        "since",
        "until",
        "between",
        "from",
        "by",
        "before",
        "after",
        "the",
        "early",
        "mid",
        "late",
        "end",
        "of",
    ],
    *[
        "last",
        "next",
        "this",
        "past",
        "following",
        "year",
        "month",
        "week",
        "decade",
        "ago",
        "later",
        "Thursday",
        "winter",
        "first",
        "half",
        "quarter",
        "century",
    ],
    *[
        "yesterday",
        "in",
        "on",
        "at",
        "年10月3日",
        "mai",
        "de",
        "people",
        "hectares",
        "Agenda",
        "noon",
        "pm",
        "five",
        "few",
        "a",
        "second",
        "third",
        "to",
        "present",
        "onwards",
    ],
]


def read(text: str, *, anchor: dt.date | None = None, day_first: bool | None = None) -> Scan:
    span = Span(0, len(text))
    unit = Unit(span, Block(BlockKind.PROSE, span), 0, 0)
    scan = Scan.of(Document.from_text(text), unit, Conventions(day_first=day_first, anchor=anchor))
    find(scan)
    scan.finish()
    return scan


def well_formed(scan: Scan) -> None:
    text, last = scan.document.text, 0
    for mention in scan.mentions:
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert mention.first <= mention.core < mention.last
        assert all(scan.taken[mention.first : mention.last])
        assert mention.span == scan.span(mention.first, mention.last)
        assert 0 < mention.confidence <= 1
        assert mention.time is not None
        if mention.time.start and mention.time.end:
            assert mention.time.start <= mention.time.end
        last = mention.span.end
    for left in scan.left:
        assert left.reason
        assert left.span.cover(text).strip()


@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    well_formed(read(text))
    date_conventions(text)


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(PIECES), max_size=24),
    st.sampled_from([" ", "", "\u00a0", "\n"]),
    st.sampled_from([None, dt.date(2021, 12, 10), dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.date(2020, 2, 29)]),
)
def test_any_pieces_of_dates(pieces: list[str], joint: str, anchor: dt.date | None) -> None:
    text = joint.join(pieces)
    well_formed(read(text, anchor=anchor))
    well_formed(read(text.replace(joint, " ", 5), anchor=anchor))
    date_conventions(text)


@given(st.text(alphabet="abcdeghijlnoprtuvwxyz ,.;()", max_size=120).map(lambda text: text.replace("a", "b")))
def test_nothing_without_figures_and_date_words(text: str) -> None:
    assert not read(text).mentions


DAYS = st.dates(min_value=dt.date(1500, 1, 1), max_value=dt.date(2100, 12, 31))


def suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


DAY_STYLES = {
    "12 March 2019": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "12th March 2019": lambda d: f"{d.day}{suffix(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "12th of March 2019": lambda d: f"{d.day}{suffix(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "12th of March, 2019": lambda d: f"{d.day}{suffix(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    "March 12, 2019": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "March 12th, 2019": lambda d: f"{MONTHS[d.month - 1]} {d.day}{suffix(d.day)}, {d.year}",
    "MARCH 12, 2019": lambda d: f"{MONTHS[d.month - 1].upper()} {d.day}, {d.year}",
    "Mar 12, 2019": lambda d: f"{MONTHS[d.month - 1][:3]} {d.day}, {d.year}",
    "Mar. 12, 2019": lambda d: f"{MONTHS[d.month - 1][:3]}. {d.day}, {d.year}",
    "12-Mar-2019": lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    "Tuesday, 12 March 2019": lambda d: f"{d:%A}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "Tue 12 Mar 2019": lambda d: f"{d:%a} {d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    "2019-03-12": lambda d: d.isoformat(),
    "2019/03/12": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "2019-03-12T09:30:00Z": lambda d: f"{d.isoformat()}T09:30:00Z",
    "12/03/2019": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "12.3.2019": lambda d: f"{d.day}.{d.month}.{d.year}",
    "2019年3月12日": lambda d: f"{d.year}年{d.month}月{d.day}日",
}


@pytest.mark.parametrize("style", DAY_STYLES)
@settings(max_examples=60)
@given(day=DAYS)
def test_a_day_in_any_style_reads_back(style: str, day: dt.date) -> None:
    written = DAY_STYLES[style](day)
    scan = read(f"It was filed on {written}, they say.", day_first=True)
    (mention,) = scan.mentions
    assert mention.time is not None
    assert (mention.time.start, mention.time.end) == (day, day)
    assert mention.span.cover(scan.document.text) == written


YEARS = st.integers(1900, 2060)
RANGE_STYLES = {
    "between 2002 and 2019": "between {0} and {1}",
    "from 2002 to 2019": "from {0} to {1}",
    "2002-2019": "{0}-{1}",
    "2002–2019": "{0}–{1}",
    "from 2002 until 2019": "from {0} until {1}",
    "2002 to 2019": "{0} to {1}",
}


@pytest.mark.parametrize("style", RANGE_STYLES)
@given(low=YEARS, length=st.integers(1, 40))
def test_years_of_a_range_read_back(style: str, low: int, length: int) -> None:
    written = RANGE_STYLES[style].format(low, low + length)
    scan = read(f"The bay was closed {written}.")
    (mention,) = scan.mentions
    assert mention.time is not None
    assert (mention.time.start, mention.time.end) == (dt.date(low, 1, 1), dt.date(low + length, 12, 31))
    assert mention.span.cover(scan.document.text) == written


@given(st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join))
def test_text_after_a_stop_changes_nothing_before_it(tail: str) -> None:
    head = "The treaty of 12 March 2019 was signed in Lest ."
    assert read(head + " " + tail).mentions[:1] == read(head).mentions


@pytest.mark.parametrize(
    "piece",
    [
        "3, ",
        "2016 ",
        "2016-",
        "May ",
        "first ",
        "a year later ",
        "the ",
        "12 May-",
        "1, 2 and ",
        "s'",
        "early ",
        "end of ",
        "the first half of ",
        "early to mid-",
        "the day after ",
    ],
)
def test_a_long_run_of_one_piece_takes_work_in_proportion(piece: str) -> None:
    assert growth(read, piece, 250) < LIMIT
    with hang_limit():
        read(repeated(piece, 30_000))


def _only(text: str) -> tuple[dt.date | None, dt.date | None]:
    span = Span(0, len(text))
    scan = Scan.of(Document.from_text(text), Unit(span, Block(BlockKind.PROSE, span), 0, 0), Conventions())
    find(scan)
    (mention,) = scan.mentions
    assert mention.time is not None
    return mention.time.start, mention.time.end


WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PLACES = ["first", "second", "third", "fourth", "last"]


@given(st.integers(1900, 2100), st.integers(0, 11), st.integers(0, 6), st.integers(0, len(PLACES) - 1), st.booleans())
def test_a_placed_weekday_is_such_a_day_of_its_month(year: int, month: int, weekday: int, place: int, of: bool) -> None:
    text = f"It fell on the {PLACES[place]} {WEEKDAYS[weekday]} {'of' if of else 'in'} {MONTHS[month]} {year}."
    day, end = _only(text)
    assert day is not None
    assert day == end
    assert (day.year, day.month, day.weekday()) == (year, month + 1, weekday)
    if place < 4:
        assert (day.day - 1) // 7 == place
    else:
        assert (day + dt.timedelta(days=7)).month != day.month


@given(st.integers(1700, 2100))
def test_easter_is_a_sunday_of_spring_and_good_friday_the_friday_before(year: int) -> None:
    sunday, _ = _only(f"Snow lay on Easter Sunday {year}.")
    friday, _ = _only(f"Snow lay on Good Friday {year}.")
    assert sunday is not None
    assert friday is not None
    assert sunday.weekday() == 6
    assert dt.date(year, 3, 22) <= sunday <= dt.date(year, 4, 25)
    assert friday == sunday - dt.timedelta(days=2)


@given(st.integers(1900, 2099), st.integers(1, 52))
def test_a_numbered_week_runs_from_monday_to_sunday(year: int, number: int) -> None:
    start, end = _only(f"It closed in week {number} of {year}.")
    assert start is not None
    assert end is not None
    assert tuple(start.isocalendar()) == (year, number, 1)
    assert end - start == dt.timedelta(days=6)


ONES = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@given(st.integers(11, 20), st.integers(20, 99))
def test_a_year_in_words_is_the_year_in_figures(century: int, rest: int) -> None:
    teens = [
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ]
    spelled = TENS[rest // 10] + ("-" + ONES[rest % 10] if rest % 10 else "")
    assert _only(f"It closed in {teens[century - 11]} {spelled}.") == (
        dt.date(century * 100 + rest, 1, 1),
        dt.date(century * 100 + rest, 12, 31),
    )
