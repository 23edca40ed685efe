"""Laws that hold for any claims: order, symmetry, unrelated documents, tolerance, units."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.findings import judge
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Document, Finding, Kind, Modifier, Relation, Status
from judging import claim, quantity, rules, years

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
NAMES = ("Bergen", "Lisbon", "Norway", "Orvia")
WORDS = ("shipyard", "harbour", "lease", "tunnel", "woman", "man")
MODIFIERS = (Modifier.EXACT, Modifier.APPROX)


@st.composite
def claims(draw: st.DrawFn, documents: tuple[str, ...] = ("a", "b", "c")) -> Claim:
    value = draw(st.integers(1, 40)) * draw(st.sampled_from((1, 10, 1000)))
    unit = draw(st.sampled_from((None, None, "kilometer")))
    return claim(
        quantity(value, unit=unit, modifier=draw(st.sampled_from(MODIFIERS))),
        draw(st.sampled_from(("ferry", "fishing ferry", "crane", ""))),
        document=draw(st.sampled_from(documents)),
        at=draw(st.integers(0, 5)) * 400,
        kind=Kind.COUNT if unit is None else Kind.MEASURE,
        about=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))),
        terms=tuple(draw(st.lists(st.sampled_from(WORDS), max_size=3, unique=True))),
        event=draw(st.sampled_from(("build", "sell", ""))),
        when=draw(st.sampled_from((None, years(2015), years(2010, 2019), years(2016)))),
        status=draw(st.sampled_from((Status.ASSERTED, Status.ASSERTED, Status.PLANNED))),
    )


def sets(size: int = 8) -> st.SearchStrategy[list[Claim]]:
    """Claims at places of their own: one place in a document holds one claim."""
    return st.lists(claims(), max_size=size, unique_by=lambda one: (one.document, one.span.start))


def documents(*names: str) -> list[Document]:
    return [Document.from_text(" " * 4000, id=name) for name in names or ("a", "b", "c")]


def conflicting(findings: list[Finding]) -> set[frozenset[tuple[str, int]]]:
    """The claims of each contradiction, by their places."""
    return {
        frozenset((one.document, one.span.start) for one in finding.claims)
        for finding in findings
        if finding.relation is Relation.CONTRADICTS
    }


@SETTINGS
@given(sets(), st.randoms())
def test_order_makes_no_difference(made: list[Claim], random: object) -> None:
    before = judge(made, documents(), rules())
    mixed, files = list(made), documents()
    random.shuffle(mixed)  # type: ignore[attr-defined]
    random.shuffle(files)  # type: ignore[attr-defined]
    assert judge(mixed, files, rules()) == before


@SETTINGS
@given(claims(("a",)), claims(("b",)))
def test_names_of_documents_make_no_difference(first: Claim, second: Claim) -> None:
    one = judge([first, second], documents(), rules())
    swapped = [evolve(first, document="b"), evolve(second, document="a")]
    other = judge(swapped, documents(), rules())
    assert [(f.relation, f.rule) for f in one] == [(f.relation, f.rule) for f in other]


@SETTINGS
@given(sets(), st.lists(st.integers(1, 999), max_size=4))
def test_an_unrelated_document_changes_nothing(made: list[Claim], numbers: list[int]) -> None:
    strange = [
        claim(number, "glacier", document="z", at=place * 100, about=("Patagonia",), terms=("moraine",), event="melt")
        for place, number in enumerate(numbers)
    ]
    alone = judge(made, documents(), rules())
    beside = judge(made + strange, documents("a", "b", "c", "z"), rules())
    assert [finding for finding in beside if all(one.document != "z" for one in finding.claims)] == alone


@SETTINGS
@given(sets(), st.fractions(0, 1), st.fractions(0, 1))
def test_a_wider_tolerance_adds_no_contradiction(made: list[Claim], narrow: Fraction, wide: Fraction) -> None:
    narrow, wide = sorted((narrow, wide))

    def pairs(share: Fraction) -> set[frozenset[tuple[str, int]]]:
        """Places joined in one contradiction."""
        changed = rules().adjusted(
            tolerance={rule.id: Tolerance(approx=share, relative=share) for rule in rules().rules}
        )
        return conflicting(judge(made, documents(), changed))

    before, after = pairs(narrow), pairs(wide)
    assert all(any(group & other for other in before) for group in after)
    assert not after or before


@SETTINGS
@given(sets(6), st.sampled_from((("kilometer", "meter", 1000), ("kilometer", "centimeter", 100000))))
def test_scaling_a_unit_changes_no_verdict(made: list[Claim], scale: tuple[str, str, int]) -> None:
    old, new, factor = scale

    def scaled(one: Claim) -> Claim:
        held = one.quantity
        if held is None or held.unit != old or held.low is None or held.high is None or held.precision is None:
            return one
        return evolve(
            one,
            quantity=evolve(
                held, unit=new, low=held.low * factor, high=held.high * factor, precision=held.precision * factor
            ),
        )

    before = judge(made, documents(), rules())
    after = judge([scaled(one) for one in made], documents(), rules())
    assert [(f.relation, f.rule, [c.span for c in f.claims]) for f in before] == [
        (f.relation, f.rule, [c.span for c in f.claims]) for f in after
    ]


@SETTINGS
@given(st.lists(claims(("a",)), max_size=5, unique_by=lambda one: one.span.start))
def test_a_document_beside_its_copy_holds_no_contradiction_that_it_does_not_hold_alone(made: list[Claim]) -> None:
    alone = judge(made, documents(), rules())
    copies = [evolve(one, document="b") for one in made]
    beside = judge(made + copies, documents(), rules())
    known = {place for group in conflicting(alone) for _, place in group}
    found = {place for group in conflicting(beside) for _, place in group}
    assert found <= known


@SETTINGS
@given(sets())
def test_findings_are_well_formed(made: list[Claim]) -> None:
    for finding in judge(made, documents(), rules()):
        assert len(finding.claims) >= 2
        assert finding.message.strip()
        assert finding.reasons
        assert len(finding.fingerprint) == 16
        assert list(finding.claims) == sorted(finding.claims, key=lambda one: (one.document, one.span))
