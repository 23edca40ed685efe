"""From claims to findings: what is reported, of which group, in which words."""

import datetime as dt

import pytest
from attrs import evolve

from claimcheck.findings.fingerprint import fingerprint
from claimcheck.pipeline import check
from claimcheck.records import Claim, Document, Finding, Kind, Modifier, Outcome, Relation, Severity, Span, Status
from judging import claim, day, documents_of, judged, quantity, relation, rules, since, years

BOATS = {"about": ("Bergen",), "event": "build", "terms": ("shipyard", "build", "bergen")}


def boats(value: int, document: str = "a", at: int = 0, **more: object) -> Claim:
    return claim(value, "ferry", document=document, at=at, **{**BOATS, **more})  # type: ignore[arg-type]


def of(findings: list[Finding], relation: Relation) -> list[Finding]:
    return [finding for finding in findings if finding.relation is relation]


def test_a_conflict_names_both_values_and_documents() -> None:
    (found,) = judged(boats(12), boats(15, "b"))
    assert (found.relation, found.rule, found.severity) == (Relation.CONTRADICTS, "value-conflict", Severity.ERROR)
    for part in ("ferry", "Bergen", "12", "15", "a", "b"):
        assert part in found.message
    assert {reason.test for reason in found.reasons} >= {"thing", "entities", "values"}
    assert found.reasons[-1].outcome is Outcome.MISMATCH


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "contradicts"),
        ({"about": ("Lisbon",), "terms": ("shipyard", "build", "lisbon")}, "differs"),
        ({"when": years(2016)}, "differs"),
        ({"status": Status.PLANNED}, "differs"),
        ({"status": Status.HYPOTHETICAL}, "nothing"),
        ({"status": Status.NEGATED}, "nothing"),
        ({"event": "sell", "about": (), "terms": ("market",)}, "nothing"),
        ({"confidence": 0.4}, "nothing"),
    ],
)
def test_what_conflicting_figures_of_ferries_are(more: dict[str, object], expected: str) -> None:
    assert relation(boats(12, when=years(2015)), boats(15, **{"when": years(2015), **more})) == expected


def test_part_above_whole_contradicts_and_below_it_does_not() -> None:
    base = {"event": "hold", "terms": ("joint", "hold")}
    whole = claim(10, "joint exercise", about=("China", "Central Asia"), when=years(2002, 2019), **base)
    part = claim(16, "joint exercise", about=("China", "Kazakhstan"), when=since(2002), at=200, **base)
    (found,) = judged(whole, part)
    assert found.relation is Relation.CONTRADICTS
    assert "larger than the whole" in found.message
    assert judged(whole, evolve(part, quantity=quantity(6))) == []


def test_aid_to_two_states_in_two_years_differs_and_says_how() -> None:
    def aid(value: str, state: str, year: int, document: str) -> Claim:
        return claim(
            quantity(value, unit="USD", precision=100000), "military aid", kind=Kind.MONEY, document=document,
            about=("China", state), roles=(("giver", "China"), ("recipient", state)), when=years(year), event="provide",
        )  # fmt: skip

    (found,) = judged(aid("15000000", "Tajikistan", 2016, "a"), aid("14500000", "Kyrgyzstan", 2017, "b"))
    assert found.relation is Relation.DIFFERS
    for part in ("Tajikistan / Kyrgyzstan", "2016 / 2017"):
        assert part in found.message


def test_almost_twenty_agrees_with_sixteen_to_eighteen_by_tolerance() -> None:
    base = {"kind": Kind.PERCENT, "about": ("China", "Central Asia"), "when": years(2015, 2019), "terms": ("arms",)}
    first = claim(
        quantity(20, unit="percent", modifier=Modifier.APPROX), "share of arms import", text="almost 20%", **base
    )
    second = claim(
        quantity(16, 18, unit="percent", modifier=Modifier.RANGE), "share of arms import", document="b", **base
    )
    (found,) = judged(first, second)
    assert found.relation is Relation.AGREES
    assert "[18, 20)" in found.reasons[-1].text


def test_twenty_documents_and_one_are_one_finding_with_the_odd_one_named() -> None:
    claims = [boats(22, f"d{n:02}") for n in range(20)] + [boats(23, "odd")]
    (found,) = judged(*claims)
    assert found.relation is Relation.CONTRADICTS
    assert len(found.claims) == 21
    notes = {reason.test: reason.text for reason in found.reasons}
    assert "odd stands alone" in notes["majority"]


def test_the_newest_document_is_marked() -> None:
    documents = [
        Document.from_text(" " * 100, id="a", published=dt.date(2020, 1, 1)),
        Document.from_text(" " * 100, id="b", published=dt.date(2020, 2, 1)),
    ]
    (found,) = judged(boats(12), boats(15, "b"), documents=documents)
    assert any(reason.test == "newest" and reason.text.startswith("b is the newest") for reason in found.reasons)


def test_agreement_of_sources_with_one_author_is_one_voice() -> None:
    def documents(second: str) -> list[Document]:
        return [
            Document.from_text(" " * 100, id="a", author="R. Moe"),
            Document.from_text(" " * 100, id="b", author=second),
        ]

    (found,) = judged(boats(1480), boats(1480, "b"), documents=documents("R. Moe"))
    assert found.relation is Relation.AGREES
    assert "the same author, R. Moe" in found.message
    (found,) = judged(boats(1480), boats(1480, "b"), documents=documents("K. Lie"))
    assert "same author" not in found.message


def test_a_copied_passage_is_one_voice() -> None:
    text = "The shipyard at Bergen has built 1480 ferries since it opened its gates in the old harbour."
    documents = [Document.from_text(text, id=name) for name in "ab"]
    span = Span(0, len(text))
    (found,) = judged(boats(1480, sentence=span), boats(1480, "b", sentence=span), documents=documents)
    assert "the same passage, copied" in found.message


def test_one_cited_source_is_one_voice_but_officials_may_be_any() -> None:
    for source, tied in (("Ministry of Trade", True), ("officials", False)):
        (found,) = judged(boats(1480, attribution=source), boats(1480, "b", attribution=source))
        assert ("the same source" in found.message) is tied


def test_one_documents_repeats_are_no_agreement_but_its_conflicts_count() -> None:
    assert judged(boats(12), boats(12, at=200)) == []
    (found,) = judged(
        boats(12, terms=("shipyard", "harbour", "ferry", "slipway")),
        boats(15, at=1000, terms=("shipyard", "harbour", "ferry", "slipway")),
    )
    assert found.relation is Relation.CONTRADICTS


def test_two_figures_of_one_sentence_are_never_held_against_each_other() -> None:
    assert judged(boats(12), evolve(boats(15), span=Span(20, 22))) == []


def test_a_claim_with_its_match_in_a_document_is_not_held_against_the_next_figure_there() -> None:
    routes = {"event": "build", "terms": ("shipyard", "build", "bergen")}
    claims = [
        claim(12, "ferry", about=("Bergen",), **routes),
        claim(12, "ferry", document="b", about=("Bergen",), **routes),
        claim(40, "ferry", document="b", about=("Bergen",), at=200, terms=("storm",), event="repair"),
    ]
    findings = judged(*claims)
    assert [finding.relation for finding in findings if len(finding.claims) == 2][:1] == [Relation.AGREES]
    assert not of(findings, Relation.CONTRADICTS)


def test_running_totals_update_and_fall() -> None:
    def cases(value: int, date: str, document: str) -> Claim:
        return claim(
            value, "case", document=document, about=("Keta",), scope=("total",), when=day(date), event="record",
            terms=("fever", "district"),
        )  # fmt: skip

    (grown,) = judged(cases(1820, "2014-09-03", "a"), cases(3924, "2014-10-08", "b"))
    assert (grown.relation, grown.rule) == (Relation.DIFFERS, "updated-total")
    (fallen,) = judged(cases(3924, "2014-09-03", "a"), cases(1820, "2014-10-08", "b"))
    assert (fallen.relation, fallen.rule) == (Relation.CONTRADICTS, "falling-total")


def test_a_toll_that_falls_is_a_contradiction_and_one_that_rises_is_none() -> None:
    early = "In the Orla valley seven road bridges have been washed away by the flood."
    late = "In the Orla valley five road bridges have been washed away by the flood."

    def found(first: str, second: str) -> set[str]:
        texts = [
            Document.from_text(first, id="a", published=dt.date(2022, 10, 19)),
            Document.from_text(second, id="b", published=dt.date(2023, 3, 31)),
        ]
        return {one.rule for one in check(texts).findings if one.relation is Relation.CONTRADICTS}

    assert "falling-total" in found(early, late)
    assert not found(late, early)
    assert "falling-total" not in found(early, "In the Orla valley five road bridges were damaged by the flood.")


def test_dates_of_one_event() -> None:
    base = {"kind": Kind.DATE, "about": ("Pier 9", "Orvia"), "event": "sign", "terms": ("lease",)}
    first = claim(None, "lease", when=day("2019-03-12"), **base)
    assert relation(first, claim(None, "lease", when=day("2019-03-12"), **base)) == "agrees"
    assert relation(first, claim(None, "lease", when=day("2019-03-21"), **base)) == "contradicts"
    other = {**base, "event": "terminate"}
    assert relation(first, claim(None, "lease", when=day("2019-03-21"), **other)) == "nothing"


def test_fingerprints_survive_edits_elsewhere_and_tell_findings_apart() -> None:
    one = fingerprint("r", [boats(12), boats(15, "b")])
    assert one == fingerprint("r", [boats(15, "b", at=900, section="Moved"), boats(12, at=300)])
    assert one != fingerprint("r", [boats(12), boats(16, "b")])
    assert one != fingerprint("other", [boats(12), boats(15, "b")])


def test_a_rule_for_a_measure_goes_before_the_general_one() -> None:
    claims = [
        claim(
            quantity(value, unit="percent"), "share of arms import", kind=Kind.PERCENT, document=name,
            about=("Uzbekistan",), when=years(2010), terms=("arms", "import", "supply"),
        )
        for name, value in (("a", 12), ("b", 21))
    ]  # fmt: skip
    (found,) = judged(*claims)
    assert (found.rule, found.severity) == ("arms-share", Severity.WARNING)
    (found,) = judged(*claims, ruleset=rules().adjusted(disable=["arms-share"]))
    assert found.rule == "value-conflict"


def test_no_documents_and_no_claims() -> None:
    assert judged() == []
    assert judged(boats(1), documents=documents_of([boats(1)])) == []


def read_and_judged(*texts: str) -> list[Finding]:
    """The findings on texts, each a document of its own."""
    import claimcheck

    documents = [claimcheck.Document.from_text(text, id=f"{number}.md") for number, text in enumerate(texts)]
    pack = claimcheck.load_rules()
    return list(claimcheck.check(documents, pack).findings)


def test_places_on_a_named_list_and_on_an_unnamed_one_stand_side_by_side() -> None:
    named = "The Global Press Index ranks Peru 74th, Chile 75th and Bolivia 80th."
    bare = "The countries with the freest markets are Chile and Peru, at eighth and ninth place on the index."
    found = read_and_judged(named, bare)
    assert not of(found, Relation.CONTRADICTS)
    (group,) = of(found, Relation.DIFFERS)
    assert {one.text for one in group.claims} >= {"74th", "ninth"}


def test_counts_over_periods_that_overlap_stand_side_by_side_within_one_document() -> None:
    found = read_and_judged(
        "Norway and Bergen's yard held three joint rescue exercises since 2015.",
        "Between 2014-19 Norway held at least ten joint rescue exercises with the yards.\n\n"
        "Between 2003-16 Norway held ten joint rescue exercises with Bergen's yard.",
    )
    assert not of(found, Relation.CONTRADICTS)
    assert any({"three", "at least ten", "ten"} <= {one.text for one in group.claims} for group in found)
