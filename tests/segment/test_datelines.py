from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.records import Document
from claimcheck.segment import segment
from claimcheck.segment.datelines import dateline_of, find_date, heading_date, heading_version
from claimcheck.segment.ledes import lede_date
from segment.helpers import cut


@pytest.mark.parametrize(
    ("line", "day", "written"),
    [
        ("Updated: 4 March 2021", dt.date(2021, 3, 4), "2021-03-04"),
        ("(9 June 2018)", dt.date(2018, 6, 9), "2018-06-09"),
        ("**By our reporter in Wick | 2 May 2019**", dt.date(2019, 5, 2), "2019-05-02"),
        ("*Harbour Institute, Paper 9, June 2017*", dt.date(2017, 6, 30), "2017-06"),
        ("NORTH SEA November 2014", dt.date(2014, 11, 30), "2014-11"),
        ("issued 1 August 2022", dt.date(2022, 8, 1), "2022-08-01"),
        ("**From our correspondent in Orsk, 20 October 2022**", dt.date(2022, 10, 20), "2022-10-20"),
        ("*From the newsroom, 4 June 2021*", dt.date(2021, 6, 4), "2021-06-04"),
        ("*Page updated on January 20, 2020*", dt.date(2020, 1, 20), "2020-01-20"),
        ("**Version 5, 1st Oct. 2020**", dt.date(2020, 10, 1), "2020-10-01"),
        ("Last modified 2021-02-03", dt.date(2021, 2, 3), "2021-02-03"),
        ("Oslo, 27 May 2022", dt.date(2022, 5, 27), "2022-05-27"),
        ("Date: 2019/12/31", dt.date(2019, 12, 31), "2019-12-31"),
        ("*From the harbour's own pages. 3 May 2019, four minutes to read*", dt.date(2019, 5, 3), "2019-05-03"),
        ("**Institute of Tides, Working Paper 2018-11, 4 March 2019**", dt.date(2019, 3, 4), "2019-03-04"),
        ("Issued 6 June 2021, 09:00. Next bulletin: 8 June 2021", dt.date(2021, 6, 6), "2021-06-06"),
    ],
)
def test_datelines(line: str, day: dt.date, written: str) -> None:
    found = dateline_of(line)
    assert found is not None
    assert (found.day, found.written) == (day, written)
    assert find_date(line[found.start : found.end])


@pytest.mark.parametrize(
    "line",
    [
        "The station was opened on 12 March 2017.",
        "From 1 May 2019 to 3 June 2020",
        "From the storm of 3 May 2021",
        "Deadline: 15 September 2023",
        "Valid until 31 December 2024",
        "Conference in Oslo, 3 May 2021",
        "Founded in 2011",
        "Born 4 March 1961",
        "31 February 2020",
        "since November 2014",
        "We counted the birds on the island every day of June 2019 and again later",
        "",
    ],
)
def test_no_datelines(line: str) -> None:
    assert dateline_of(line) is None


def test_a_record_is_of_the_day_of_its_meeting() -> None:
    line = "12th annual session, Wick, 3-5 May 2021"
    assert dateline_of(line) is None
    found = dateline_of(line, record=True)
    assert found is not None
    assert found.day == dt.date(2021, 5, 5)
    text = f"HARBOUR BOARD\n{line}\nSUMMARY RECORD\n\n1. BOATS. There are 12.\n"
    assert cut(text, "plain").document.published == dt.date(2021, 5, 5)
    assert cut(text.replace("SUMMARY RECORD", "PROGRAMME"), "plain").document.published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("**WICK, 4 March 2021** – The harbour of Wick will be closed to", dt.date(2021, 3, 4)),
        ("NEW LUND, May 2, 2019 (Agency) -- The council of", dt.date(2019, 5, 2)),
        ("SORL/ORSK, 9 June 2018 — Two towns", dt.date(2018, 6, 9)),
        ("**Wick, 4 March 2021.** The harbour board sold", dt.date(2021, 3, 4)),
        ("**New Lund, Torv, May 2, 2019:** The board sold", dt.date(2019, 5, 2)),
        ("Wick, 4 March 2021 – The harbour board sold", dt.date(2021, 3, 4)),
        ("**The storm of 4 March 2021.** It sank", None),
        ("Wick lost its pier on 4 March 2021 – The board", None),
        ("NATO said on 3 May 2020 – as before – that", None),
        ("The ferry of 3 May 2020 – the last one – was full", None),
        ("WICK, 4 March to 6 March 2021 and 8 May 2021 – a", None),
    ],
)
def test_a_report_opens_with_place_and_date(line: str, day: dt.date | None) -> None:
    found = lede_date(line)
    assert (found and found.day) == day


def test_the_date_that_a_report_opens_with_is_the_document_s() -> None:
    text = (
        "# Harbour shut\n\n**WICK, 4 March 2021 (Agency)** – The harbour of Wick was closed on 2 March" + " again" * 20
    )
    document = cut(text + ".\n").document
    assert document.published == dt.date(2021, 3, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # The weekday of the dateline settles between the last year told and the next one.
        ("WICK, March 7 - The mill said on Thursday that it paid 4 crowns a share for 2023.", dt.date(2024, 3, 7)),
        ("WICK (Agency) — 9 May — Two boats sank late on Monday. In 2021 there had been six.", dt.date(2022, 5, 9)),
        (
            "ORSK, Jan. 4 (Wire) - The port, shut since the storm of 30 December 2018, has 40 cranes.",
            dt.date(2019, 1, 4),
        ),
        ("**LUND, June 4** – The fund has 40 members. So far in 2022 it has lent 12 boats.", dt.date(2022, 6, 4)),
        # What is still to come, a founding and a year alone do not.
        ("WICK, March 7 - The mill will have 40 looms by 2030.", None),
        ("WICK, March 7 - The mill, founded on 2 February 1998, has 40 looms.", None),
        ("WICK, March 7 - The mill had 40 looms in 2019.", None),
        ("WICK, March 7 - The mill said on Sunday that it had 40 looms in 2023.", None),
        ("Note, March 7 - The mill said on Thursday that it had 40 looms in 2023.", None),
    ],
)
def test_a_wire_without_a_year_is_of_the_year_that_its_text_tells(text: str, day: dt.date | None) -> None:
    assert cut(f"MILL PAYS MORE\n\n{text}\n", "plain").document.published == day


def test_document_is_dated_by_a_line_near_its_top() -> None:
    segments = cut("# Terns\n\n*Report, May 2019*\n\nThere are 12.\n")
    assert segments.document.published == dt.date(2019, 5, 31)
    attributes = dict(segments.document.attributes)
    assert attributes["published"] == "2019-05"
    start, end = map(int, attributes["published_from"].split(":"))
    assert segments.document.text[start:end] == "May 2019"


def test_known_date_and_title_stay() -> None:
    document = Document.from_text("# Terns\n\n3 May 2019\n\nText.\n", published=dt.date(2001, 1, 1), title="Birds")
    found = segment(document).document
    assert (found.published, found.title) == (dt.date(2001, 1, 1), "Birds")


def test_title_may_hold_the_date_in_brackets() -> None:
    assert cut("# Terns: a guide (issued 2 May 2019)\n\nText.\n").document.published == dt.date(2019, 5, 2)


@pytest.mark.parametrize(
    "text",
    [
        "# Changes\n\n## 2.0.0 — 2023-05-08\n\n- Two rules\n\n## 1.0.0 — 2022-01-01\n\n- One rule\n",
        "# Terns\n\nOn 3 May 2019 we saw 12.\n",
        "# Terns\n\n" + "Nothing here has a date at all.\n\n" * 12 + "3 May 2019\n",
        "# Terns\n\nText.\n\n## Visit\n\n3 May 2019\n",
    ],
)
def test_dates_of_parts_are_not_the_documents(text: str) -> None:
    assert cut(text).document.published is None


def test_sections_of_a_changelog() -> None:
    text = "# Changes\n\n## [2.1.0] - 2023-05-08\n\nA.\n\n## v2.0 (2022-01-31)\n\nB.\n\n## Unreleased\n\nC.\n"
    found = [(s.title, s.version, s.published) for s in cut(text).document.sections][1:]
    assert found == [
        ("[2.1.0] - 2023-05-08", "2.1.0", dt.date(2023, 5, 8)),
        ("v2.0 (2022-01-31)", "2.0", dt.date(2022, 1, 31)),
        ("Unreleased", None, None),
    ]


def test_entries_of_a_log_are_dated_sections() -> None:
    text = "Tern watch\n\n2021-05-03 (day 1)\nWe saw 12.\n\n2021-05-09 (day 7)\nWe saw 14.\n"
    segments = cut(text, "text")
    assert [(s.title, s.published) for s in segments.document.sections if s.published] == [
        ("2021-05-03 (day 1)", dt.date(2021, 5, 3)),
        ("2021-05-09 (day 7)", dt.date(2021, 5, 9)),
    ]
    assert segments.document.published is None


def test_section_takes_the_date_below_its_heading() -> None:
    text = "# Archive\n\n## First\n\n*3 May 2019*\n\nText.\n\n## Second\n\nPublished on 4 June 2020\n\nText.\n"
    days = {s.title: s.published for s in cut(text).document.sections}
    assert days["First"] == dt.date(2019, 5, 3)
    assert days["Second"] == dt.date(2020, 6, 4)


@pytest.mark.parametrize(
    ("title", "version"),
    [
        ("4.2.0 — 2023-05-08", "4.2.0"),
        ("[1.0.0-rc1] - 2020-01-01", "1.0.0-rc1"),
        ("Version 3", "3"),
        ("v0.7 beta", "0.7"),
        ("Release 2.4", "2.4"),
        ("2.5 Terms and definitions", None),
        ("The 4 rules", None),
        ("Pint 12", None),
    ],
)
def test_versions_of_headings(title: str, version: str | None) -> None:
    assert heading_version(title) == version


def test_heading_of_an_event_is_no_date_of_a_section() -> None:
    assert heading_date("Meeting of 3 May 2019") is None
    assert heading_date("3 May 2019") is not None
