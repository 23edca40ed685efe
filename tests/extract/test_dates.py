"""Dates and periods against their corpora: a value and the ways to write it, and what is no date."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract.dates import date_conventions, dots_are_dates, find
from claimcheck.extract.scan import Conventions, Mention, Scan
from claimcheck.records import Document, Granularity, Kind, Modifier, Section, Span
from claimcheck.segment.model import Block, BlockKind, Cell, Unit

CORPORA = Path(__file__).with_name("dates")


def read(
    text: str,
    *,
    anchor: dt.date | None = None,
    day_first: bool | None = None,
    kind: BlockKind = BlockKind.PROSE,
    cell: Cell | None = None,
) -> Scan:
    document = Document.from_text(text)
    span = Span(0, len(text))
    unit = Unit(span, Block(kind, span), 0, 0, cell=cell)
    scan = Scan.of(document, unit, Conventions(day_first=day_first, anchor=anchor))
    find(scan)
    scan.finish()
    return scan


def marked(text: str) -> tuple[str, list[str]]:
    """A corpus text without its marks, and what they enclosed."""
    inside = [part.partition("»")[0] for part in text.split("«")[1:]]
    return text.replace("«", "").replace("»", ""), inside


def spans(scan: Scan) -> list[str]:
    return [mention.span.cover(scan.document.text) for mention in scan.mentions]


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((CORPORA / f"{name}.toml").read_text(encoding="utf-8"))


VALUES = [
    pytest.param(entry, text, id=f"{entry['what']}: {text}")
    for name in ("points", "periods", "relative")
    for entry in load(name)["value"]
    for text in entry["texts"]
]


@pytest.mark.parametrize(("entry", "text"), VALUES)
def test_value(entry: dict[str, Any], text: str) -> None:
    plain, wanted = marked(text)
    scan = read(plain, anchor=entry.get("anchor"), day_first=entry.get("day_first"))
    assert spans(scan) == wanted
    (mention,) = scan.mentions
    time = mention.time
    assert time is not None
    assert (time.start, time.end) == (entry.get("start"), entry.get("end"))
    assert time.granularity == Granularity(entry["grain"])
    assert time.modifier == Modifier(entry.get("modifier", "exact")) or "modifier" not in entry
    assert mention.kind == Kind(entry.get("kind", "date"))
    if "relative" in entry:
        assert time.relative == entry["relative"]
    if "confidence" in entry:
        assert mention.confidence == entry["confidence"]
    if mention.confidence < 1:
        assert mention.notes


@pytest.mark.parametrize("entry", load("several")["text"], ids=lambda entry: entry["text"])
def test_several(entry: dict[str, Any]) -> None:
    plain, wanted = marked(entry["text"])
    scan = read(plain)
    assert spans(scan) == wanted
    found = [(mention.time.start or "", mention.time.end or "") for mention in scan.mentions if mention.time]
    assert found == [tuple(value) for value in entry["values"]]


NOTHING = [
    pytest.param(text, id=f"{entry['why']}: {text}") for entry in load("nothing")["none"] for text in entry["texts"]
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert spans(read(text)) == []


LEFT = [
    pytest.param(entry["why"], text, id=f"{entry['why']}: {text}")
    for entry in load("nothing")["left"]
    for text in entry["texts"]
]


@pytest.mark.parametrize(("why", "text"), LEFT)
def test_left_out_with_a_reason(why: str, text: str) -> None:
    plain, wanted = marked(text)
    scan = read(plain)
    assert spans(scan) == []
    assert [(left.span.cover(plain), left.reason) for left in scan.left] == [(part, why) for part in wanted]


def cell(**labels: Any) -> Cell:
    return Cell(Span(0, 4), 0, 1, labels.pop("column", 1), **labels)


@pytest.mark.parametrize(
    ("given", "is_year"),
    [
        (cell(header=True), True),
        (cell(column=0), True),
        (cell(column_label="Opened"), True),
        (cell(column_label="Year built"), True),
        (cell(column_label="Visitors"), False),
        (cell(column_label="Members since the start, people"), False),
        (cell(), False),
    ],
)
def test_years_in_tables(given: Cell, is_year: bool) -> None:
    assert spans(read("1974", cell=given)) == (["1974"] if is_year else [])


def test_a_heading_may_end_in_a_year() -> None:
    assert spans(read("Tarrick county budget 2022", kind=BlockKind.HEADING)) == ["2022"]


def test_the_core_is_the_date_itself() -> None:
    scan = read("It has been closed since January 2018.")
    (mention,) = scan.mentions
    assert scan.tokens[mention.core].text == "January"
    assert mention.span.cover(scan.document.text) == "since January 2018"


def test_a_section_has_its_own_date() -> None:
    text = "Rents fell last month."
    span = Span(0, len(text))
    section = Section("A post", span, published=dt.date(2015, 3, 2))
    document = Document("d", text, sections=(section,))
    scan = Scan.of(
        document, Unit(span, Block(BlockKind.PROSE, span, section=0), 0, 0), Conventions(anchor=dt.date(2021, 1, 1))
    )
    find(scan)
    time = scan.mentions[0].time
    assert time is not None
    assert time.start == dt.date(2015, 2, 1)


def test_a_counted_stretch_is_a_length_too() -> None:
    (mention,) = read("Over the past three decades it shrank.").mentions
    assert mention.quantity is not None
    assert (mention.quantity.low, mention.quantity.high, mention.quantity.unit) == (30, 30, "year")


def test_a_wrong_weekday_is_noted() -> None:
    (mention,) = read("It opened on Tuesday 4 July 2016.").mentions
    assert mention.confidence < 1
    assert "weekday" in mention.notes[0]


def test_impossible_days_are_no_dates() -> None:
    assert spans(read("The 31 February 2019 edition")) != ["31 February 2019"]
    assert spans(read("on 2019-02-31")) == []
    assert spans(read("on 45/13/2019")) == []


def test_taken_tokens_are_left_alone() -> None:
    text = "in 2016 and in 2018"
    span = Span(0, len(text))
    scan = Scan.of(Document.from_text(text), Unit(span, Block(BlockKind.PROSE, span), 0, 0), Conventions())
    scan.block(1, 2)
    find(scan)
    assert spans(scan) == ["2018"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opened 13/4/2019, closed 3/4/2020.", True),
        ("Opened 4/13/2019, closed 3/4/2020.", False),
        ("Opened 25-12-2019.", True),
        ("Opened 3/4/2020.", None),
        ("Opened 13/4/2019, then 4/14/2019.", None),
        ("Signed on 12 March 2019 and filed 3/4/2020.", True),
        ("Signed on March 12, 2019 and filed 3/4/2020.", False),
        ("Signed on March 12, 2019 or 13 March 2019.", None),
        ("Version 1.2.3 of 192.168.1.1", None),
        ("", None),
    ],
)
def test_date_conventions(text: str, expected: bool | None) -> None:
    assert date_conventions(text) is expected


def mention_of(text: str, **options: Any) -> Mention:
    (mention,) = read(text, **options).mentions
    return mention


def test_unclear_order_says_so() -> None:
    mention = mention_of("Inspected 3/4/2017.")
    assert mention.notes == ("day and month could change places; nothing in the document settles it",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lease began on 6.9.22 and ended on 30.9.22.", True),
        ("Born on 9.11.1881; the log of 6.9.22 is lost.", True),
        ("The keel was laid on 6.9.22, the ship launched on 1.2.24.", True),
        ("Opened 14.03.05, closed 02.11.11.", True),
        ("Release 6.9.22 fixes what 6.8.14 broke.", False),
        ("Upgrade on 6.9.22 or on 6.8.22 of the software.", False),
        ("It needs 14.2.10 of the package.", False),
        ("The log of 6.9.22 and 6.14.22.", False),
        ("See 1.2.12 and 1.2.11.", False),
        ("Host 10.0.0.1 answers on 8.8.8.8.", False),
    ],
)
def test_dotted_figures_are_days_where_that_is_plain(text: str, expected: bool) -> None:
    assert dots_are_dates(text) is expected


def test_a_dotted_day_with_a_short_year() -> None:
    unit_text = "The lease began on 6.9.22, under Python 3.9.12."
    document = Document.from_text(unit_text)
    span = Span(0, len(unit_text))
    scan = Scan.of(document, Unit(span, Block(BlockKind.PROSE, span), 0, 0), Conventions(day_dots=True))
    find(scan)
    (mention,) = scan.mentions
    assert mention.time is not None
    assert str(mention.time.start) == "2022-09-06"
