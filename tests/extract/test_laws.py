"""Laws that hold for every figure and every text, whatever extractor is at work."""

from __future__ import annotations

import itertools
import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_corpus import HERE, mentions

from claimcheck.extract import Conventions, candidates, conventions, scan_unit
from claimcheck.extract.scan import Scan
from claimcheck.records import Document, Kind, Span
from claimcheck.segment import segment
from claimcheck.segment.model import Block, BlockKind, Unit
from growth import LIMIT, growth, hang_limit, repeated

CORPORA = ("count", "money", "percent", "ratio", "noise")
TEXTS = [
    row["text"]
    for name in CORPORA
    for row in tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    if "row" not in row
]
PIECES = sorted({piece for text in TEXTS for piece in text.split()})
PLAIN = sorted(
    piece.lower()
    for piece in PIECES
    if piece.isalpha() and piece.isascii() and piece.lower() not in candidates.WORDS and len(piece) > 1
)


def scan(text: str) -> Scan | None:
    span = Span(0, len(text))
    return scan_unit(Document.from_text(text), Unit(span, Block(BlockKind.PROSE, span), 0, 0), Conventions())


def found(text: str) -> list[tuple[str, object, object]]:
    document = Document.from_text(text)
    result = []
    segments = segment(document)
    for unit in segments.units:
        unit_scan = scan_unit(segments.document, unit, Conventions())
        if unit_scan is not None:
            result += [(m.span.cover(text), m.quantity, m.time) for m in unit_scan.mentions]
    return result


@given(st.text(max_size=200))
def test_no_characters_make_it_raise(text: str) -> None:
    scan(text)


@given(st.lists(st.sampled_from([*PIECES, *"-–/.,:()%$€±~+#×²½'’\u00ad\u00a0\n"]), max_size=40).map("".join))
def test_no_run_of_pieces_makes_it_raise(text: str) -> None:
    scan(text)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_a_span_is_what_its_tokens_cover_and_figures_are_taken_once(text: str) -> None:
    result = scan(text)
    if result is None:
        return
    spans = [mention.span for mention in result.mentions] + [left.span for left in result.left]
    spans.sort()
    for one, other in itertools.pairwise(spans):
        assert one.end <= other.start
    for mention in result.mentions:
        assert mention.span == result.span(mention.first, mention.last)
        assert mention.first <= mention.core < mention.last
        surface = mention.span.cover(text)
        assert surface == surface.strip()
        assert surface


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_two_paragraphs_hold_what_each_holds(one: str, other: str) -> None:
    assert found(f"{one}\n\n{other}\n") == found(one + "\n") + found(other + "\n")


@given(st.lists(st.sampled_from(PLAIN), max_size=30).map(" ".join))
def test_words_without_numbers_hold_nothing(text: str) -> None:
    result = scan(text)
    assert result is None or result.mentions == []


@given(st.lists(st.sampled_from([piece for piece in PIECES if piece.isalpha()]), max_size=12).map(" ".join))
def test_the_quick_test_never_loses_a_figure(text: str) -> None:
    if not candidates.may_hold_figures(text, Span(0, len(text))):
        # a digit behind a full stop makes the same text worth reading
        result = scan(f"{text}. 7")
        assert result is not None
        assert [mention for mention in result.mentions if mention.span.end <= len(text)] == []


def _in_words(value: int) -> str:
    ones = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
    ]
    ones += ["seventeen", "eighteen", "nineteen"]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if value < 20:
        return ones[value]
    if value < 100:
        return tens[value // 10 - 2] + (f"-{ones[value % 10]}" if value % 10 else "")
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            rest = value % scale
            joint = " and " if rest and rest < 100 else " "
            return f"{_in_words(value // scale)} {word}" + (f"{joint}{_in_words(rest)}" if rest else "")
    raise AssertionError(value)


STYLES = [
    lambda value: f"{value:,}",
    str,
    lambda value: f"{value:,}".replace(",", "\u00a0"),
    lambda value: f"{value:,}".replace(",", "\u202f"),
    lambda value: f"{value:,}".replace(",", "'"),
    lambda value: f"{value:_}",
    _in_words,
]


@given(st.integers(2, 10**11), st.sampled_from(STYLES))
def test_a_rendered_number_reads_back(value: int, style: object) -> None:
    assert callable(style)
    (mention,) = mentions({"text": f"The city counted {style(value)} people."})
    assert mention.kind is Kind.COUNT
    assert mention.quantity is not None
    assert mention.quantity.low == mention.quantity.high == Decimal(value)


@given(
    st.decimals("0.01", 9999, places=2),
    st.sampled_from([("", 1), (" thousand", 10**3), (" million", 10**6), ("bn", 10**9), (" trillion", 10**12)]),
    st.sampled_from([("€", "EUR"), ("US$", "USD"), ("£", "GBP"), ("CHF ", "CHF"), ("A$", "AUD"), ("KZT ", "KZT")]),
)
def test_a_rendered_sum_reads_back(value: Decimal, scale: tuple[str, int], currency: tuple[str, str]) -> None:
    text = f"It paid {currency[0]}{value:,}{scale[0]} in all."
    (mention,) = mentions({"text": text})
    assert mention.kind is Kind.MONEY
    assert mention.quantity is not None
    assert mention.quantity.low == value * scale[1]
    assert mention.quantity.unit == currency[1]
    assert mention.quantity.precision == Decimal("0.01") * scale[1]


@given(
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(["{}-{}%", "{}–{} per cent", "{} to {} percent", "between {} and {}%"]),
)
def test_a_rendered_range_reads_back(low: int, width: int, style: str) -> None:
    (mention,) = mentions({"text": f"The levy is {style.format(low, low + width)} here."})
    assert mention.kind is Kind.PERCENT
    assert mention.quantity is not None
    assert (mention.quantity.low, mention.quantity.high) == (low, low + width)
    assert mention.quantity.unit == "percent"


REPEATED = [
    "1 ",
    "1",
    "1,",
    "1-",
    "1.",
    "one ",
    "million ",
    "one hundred and ",
    "hundreds of ",
    "$",
    "$1 ",
    "1%",
    "1/2",
]
REPEATED += ["a ", "(1) ", "1:1 ", "F-1", "#1 ", "½", "section 1, 2 and ", "between 1 and ", "±1 ", "at least ", "-"]
REPEATED += ["from 1 to 2 ", "x1", "1x", "No. ", "of the order of ", "about ", "123 456 ", "and a half "]


@pytest.mark.parametrize("token", REPEATED)
def test_no_repeated_token_makes_work_grow_faster_than_the_text(token: str) -> None:
    assert growth(scan, token, 100) < LIMIT
    with hang_limit():
        scan(repeated(token, 10_000))


def units_of(text: str) -> list[str | None]:
    segments = segment(Document.from_text(text))
    settled = conventions(segments)
    return [
        mention.quantity.unit
        for unit in segments.units
        if (result := scan_unit(segments.document, unit, settled)) is not None
        for mention in result.mentions
        if mention.quantity is not None and mention.kind is Kind.MONEY
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("All figures are in Canadian dollars. The port of Halifax cost $4bn.", ["CAD"]),
        ("Canada paid C$9bn ($6.6bn). Canada will pay $2bn more; Canada agreed.", ["CAD", "USD", "USD"]),
        ("The Tashkent plant cost $57 million.", ["USD"]),
        ("Sweden spent kr 500 and 20 kronor in Stockholm.", ["SEK", "SEK"]),
        ("Norway spent kr 500 in Oslo.", ["NOK"]),
        ("Islamabad, Pakistan, raised Rs 500 crore and 40 rupees.", ["PKR", "PKR"]),
        ("The Swiss paid 40 francs in Geneva.", ["CHF"]),
        ("Seoul paid 5,000 won to South Korean firms.", ["KRW"]),
        ("The team of 5 won 3 games.", []),
    ],
)
def test_the_document_settles_what_a_currency_s_sign_means(text: str, units: list[str]) -> None:
    assert units_of(text + "\n") == units


def test_an_undecided_sign_is_marked() -> None:
    (mention,) = mentions({"text": "The robot costs ¥900,000."})
    assert mention.quantity is not None
    assert mention.quantity.unit == "JPY"
    assert mention.confidence < 1
    assert "CNY" in mention.notes[0]


def test_decimal_commas_are_settled_by_the_document() -> None:
    text = "Der Anteil lag bei 3,75 und 4,5 Prozent. The plant made 12.500 lamps.\n"
    segments = segment(Document.from_text(text))
    assert conventions(segments).decimal_comma is True
    values = [
        mention.quantity.low
        for unit in segments.units
        if (result := scan_unit(segments.document, unit, conventions(segments))) is not None
        for mention in result.mentions
        if mention.quantity is not None
    ]
    assert Decimal(12500) in values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The archive holds 45.235 sheets, 12.871 maps and 3.418 letters.", True),
        ("The roof cost 97.300 €. The bell cost 4.250 €.", True),
        ("The club has 2.385 members and 14.725 followers.", True),
        ("The archive holds 45.235 sheets and 12.871 maps, a share of 3.5%.", False),
        ("The samples weighed 3.142 g, 2.718 g and 1.414 g.", None),
        ("Scores of 14.850 points and 13.925 points.", None),
        ("Fuel is 1.459 € per litre here and 1.512 € per litre there.", None),
        ("An average of 2.385 children and a mean of 1.414 cars.", None),
        ("The rod is 12.500 mm long and 3.250 mm thick.", None),
    ],
)
def test_dots_group_where_two_numbers_can_be_nothing_else(text: str, expected: bool | None) -> None:
    assert conventions(segment(Document.from_text(text))).decimal_comma is expected


def test_two_renderings_of_one_sum_are_linked() -> None:
    first, second = mentions({"text": "The refinery cost US$4.2bn (S$5.7bn)."})
    assert first.same_as is None
    assert second.same_as == 0


def test_the_base_of_a_share_is_named() -> None:
    text = "It spends 4% of its GDP."
    result = scan(text)
    assert result is not None
    (mention,) = result.mentions
    assert mention.base is not None
    assert result.span(*mention.base).cover(text) == "GDP"


def test_every_numeral_left_out_has_a_reason() -> None:
    result = scan("In section 4 the F-16 and room 12 are named; he won 3-1.")
    assert result is not None
    assert result.mentions == []
    assert [left.reason for left in result.left] == [
        "the number of a section",
        "part of a name",
        "the number of a room",
        "a score",
    ]
