"""What holds of the claims of any text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import claims, reading

from claimcheck.claims.phrases import normalise, of_phrase, phrase_after, phrase_before
from claimcheck.records import Claim, Document, Span
from claimcheck.segment import segment

SENTENCES = [
    "The orchard sold 40 tonnes of plums in 2016.",
    "Norway lent Malawi $20 million on 3 May 2014.",
    "According to the trust, 41% of the oaks fell.",
    "Chile ranked 4th and Peru ranked 9th in the Harbour Safety Index.",
    "The canal, which has 9 locks, is 40 km long.",
    "It plans to hire 300 to 400 people by 2030.",
    "Rents rose by 4%, but wages did not grow.",
    "The port had 40 cranes in 2012 and 60 cranes in 2016.",
    "Some 3 or 4 boats sank in October.",
    "The gateway listens on port 7450 and needs Python 3.11 or later.",
    "The Velden Kelp Trust (VKT) owns 4 boats.",
    "Buses run twice a day.",
    "He was 61 when the 12-year lease ended.",
    "Nothing of the kind was seen.",
    "In all, it treated 1,200 patients; half of them were children.",
]
BLOCKS = [
    "# Harvest of 2016",
    "## Peru",
    "- 40 plums\n- 9 pears",
    "| crop | 2015 | 2016 |\n| --- | --- | --- |\n| plums | 31 t | 47 t |",
    "> Some 40 people came.",
    "```sh\nlisten --port 7450  # at most 9 workers\n```",
]
# The first call reads the lexicon, which takes longer than any deadline.
LAW = settings(deadline=None)

PARAGRAPH = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
DOCUMENT = st.lists(st.one_of(PARAGRAPH, st.sampled_from(BLOCKS)), min_size=1, max_size=4).map("\n\n".join)
# Says nothing of anyone or anything above, names nobody, and defines nothing.
UNRELATED = st.sampled_from(
    [
        "Kettles whistle when the water boils.",
        "A beekeeper counted 17 hives.",
        "The quilt weighs 6 kg and is blue.",
        "Snow lay on the hills until noon.",
    ]
)

WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
ODD = [
    "«", "»", "“", "’", "(", ")", "((", "[", "]", "<b>", "</b>", "<!--", "|", "||", "---", "`", "```", "**", "#", "##",
    "%", "‰", "$", "€", "¥", "£", "0", "00", "1", "-1", "1.", ".5", "1,", "1,000", "1.000.000",
    "99999999999999999999999",
    "1e400", "½", "²", "٣", "１２", "二", "№", "🙂", "👩‍👩‍👧", "\u0301", "\u200b",
    "\u202e", "\ufeff", "\x00", "\t", "\n", "\n\n",
    "\r\n", "...", "…", "—", "–", "-", "--", ":", ";", "?", "!", "/", "\\", "&amp;", "&", "@", "^", "=", "≈", "±", "°C",
    "http://x.example/1?a=2", "10.1000/182", "[^1]", "30/02/2016", "31 June 2016", "Q5 2016", "25:61", "v1.2.3-rc.4",
    "of", "of of", "which", "that", "not", "and", "by", "per", "than", "half", "dozen", "May", "may", "US", "us", "'s",
]  # fmt: skip
SOUP = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD)), max_size=40).map(" ".join)
GLUED = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD)), max_size=20).map("".join)


def read(text: str) -> list[Claim]:
    return claims(text, id="d", format="markdown", published=dt.date(2021, 6, 1))


def holds(text: str, found: list[Claim]) -> None:
    """What every claim of a text must be."""
    for claim in found:
        assert claim.text == claim.span.cover(text)
        assert claim.text.strip()
        assert 0 <= claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end <= len(text)
        assert 0 < claim.confidence <= 1
        assert claim.confidence == 1 or claim.notes
        assert {name for _, name in claim.roles} <= set(claim.about)
        assert len(set(claim.about)) == len(claim.about)
        assert claim.scope == tuple(sorted(set(claim.scope)))
        assert claim.measure == " ".join(claim.measure.split()).lower()
        assert claim.document == "d"
    assert len({claim.fingerprint for claim in found}) == len(found)
    assert [claim.span for claim in found] == sorted(claim.span for claim in found)


@LAW
@given(DOCUMENT)
def test_claims_are_what_their_spans_cover(text: str) -> None:
    holds(text, read(text))


@LAW
@given(SOUP)
def test_any_words_and_signs_are_read_without_fault(text: str) -> None:
    holds(text, read(text))


@LAW
@given(GLUED)
def test_also_without_spaces(text: str) -> None:
    holds(text, read(text))


@LAW
@given(st.text(max_size=120))
def test_also_any_characters(text: str) -> None:
    holds(text, read(text))


@LAW
@given(st.one_of(SOUP, st.sampled_from(SENTENCES)).filter(str.strip))
def test_tags_names_clauses_and_phrases_lie_inside_their_unit(text: str) -> None:
    if not segment(Document.from_text(text)).units:
        return
    read = reading(text)
    count = len(read.tokens)
    assert len(read.tags) == len(read.figure_at) == count
    assert set(read.tags) <= set("DPCRXVGTAMNZU.S-")
    last = 0
    for name in read.names:
        assert last <= name.first < name.last <= count
        assert name.canonical.strip()
        last = name.last
    for at in range(count):
        first, end = read.clause(at)
        assert 0 <= first <= at < end <= count
        for phrase in (phrase_after(read, at), phrase_before(read, at)):
            if phrase is not None:
                assert 0 <= phrase.first <= phrase.head < phrase.last <= count
                measure = normalise(read, [phrase, of_phrase(read, phrase)], keep_names=True)
                assert measure == " ".join(measure.split()).lower()


@LAW
@given(DOCUMENT)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@LAW
@given(DOCUMENT, UNRELATED)
def test_a_paragraph_put_after_changes_no_claim_before(text: str, more: str) -> None:
    before = read(text)
    assert read(f"{text}\n\n{more}\n")[: len(before)] == before


def moved(claim: Claim, by: int) -> Claim:
    def shifted(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return evolve(claim, span=shifted(claim.span), sentence=shifted(claim.sentence))


@LAW
@given(st.lists(PARAGRAPH, min_size=1, max_size=3).map("\n\n".join), UNRELATED)
def test_a_paragraph_put_before_only_moves_the_claims(text: str, more: str) -> None:
    after = read(f"{more}\n\n{text}")
    by = len(more) + 2
    assert [one for one in after if one.span.start >= by] == [moved(one, by) for one in read(text)]


@LAW
@given(DOCUMENT, UNRELATED, st.integers(0, 3))
def test_fingerprints_survive_an_insertion_elsewhere(text: str, more: str, place: int) -> None:
    parts = text.split("\n\n")
    at = min(place, len(parts))
    changed = "\n\n".join([*parts[:at], more, *parts[at:]])
    fingerprints = [claim.fingerprint for claim in read(changed)]
    for claim in read(text):
        assert claim.fingerprint in fingerprints


@LAW
@given(st.sampled_from(SENTENCES), st.integers(2, 4))
def test_the_same_sentence_again_makes_claims_of_its_own(sentence: str, times: int) -> None:
    once = read(sentence)
    again = read("\n\n".join([sentence] * times))
    assert len(again) == times * len(once)
    assert len({claim.fingerprint for claim in again}) == len(again)


@LAW
@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_another_document_has_other_fingerprints(one: str, other: str) -> None:
    first = {claim.fingerprint for claim in claims(one, id="a")}
    assert not first & {claim.fingerprint for claim in claims(other, id="b")}


@dataclass(frozen=True)
class Long:
    """A text that a quadratic way of reading would choke on."""

    name: str
    text: str


LONG = [
    Long("brackets", "(" * 3000 + " 40 boats"),
    Long("capitals", "Boat " * 3000 + "sold 40 boats."),
    Long("figures", "40 and " * 300 + "9 boats."),
    Long("commas", "boats, " * 3000 + "40."),
    Long("hyphens", "a-" * 3000 + "40 boats"),
    Long("of", "40 boats " + "of boats " * 3000),
]


@pytest.mark.parametrize("long", LONG, ids=lambda long: long.name)
def test_one_endless_sentence_is_read(long: Long) -> None:
    holds(long.text, read(long.text))
