"""When two claims may be compared: the named tests, one by one."""

import datetime as dt
import inspect
from collections.abc import Callable

import pytest
from attrs import evolve

from claimcheck.align import Comparison, Scope, begin, compare, may_part, profiles, ruled_out
from claimcheck.align.comparability import _NEVER_PART
from claimcheck.lexicon.model import Lexicon
from claimcheck.records import Claim, Document, Kind, Outcome, Span, Status
from judging import claim, quantity, since, years

LEXICON = Lexicon().extended(
    aliases={"Norway": ["Oslo government"]},
    synonyms={"boat": ["vessel"], "resident": ["inhabitant"]},
    parts={"Norway": ["Bergen"], "Europe": ["Norway"]},
)
BOATS = {"about": ("Norway",), "event": "build", "terms": ("shipyard", "fjord")}


def compared(a: Claim, b: Claim, *documents: Document) -> Comparison:
    first, second = profiles([a, evolve(b, document="b")], list(documents), LEXICON)
    return compare(first, second, LEXICON)


def outcome(found: Comparison, test: str) -> Outcome | None:
    return next((reason.outcome for reason in found.reasons if reason.test == test), None)


def test_the_same_thing_in_the_same_scope() -> None:
    found = compared(claim(5, "boat", **BOATS), claim(6, "vessel", **BOATS))
    assert found.scope is Scope.SAME
    assert found.thing > 1
    assert outcome(found, "entities") is Outcome.MATCH


@pytest.mark.parametrize(
    ("a", "b", "scope"),
    [
        ({"about": ("Bergen",)}, {"about": ("Norway",)}, Scope.PART),
        ({"about": ("Europe",)}, {"about": ("Bergen",)}, Scope.WHOLE),
        ({"about": ("Bergen",)}, {"about": ("Lisbon",)}, Scope.DIFFERS),
        ({"when": years(2015)}, {"when": years(2010, 2019)}, Scope.PART),
        ({"when": years(2015)}, {"when": years(2016)}, Scope.DIFFERS),
        ({"when": years(2015)}, {"when": years(2015)}, Scope.SAME),
        ({"when": since(2002)}, {"when": years(2002, 2019)}, Scope.SAME),
        ({"when": years(2015)}, {}, Scope.SAME),
        ({"status": Status.PLANNED}, {}, Scope.DIFFERS),
        ({"status": Status.REPORTED}, {}, Scope.SAME),
        ({"scope": ("average",)}, {"scope": ("maximum",)}, Scope.DIFFERS),
        ({"roles": (("recipient", "Norway"),)}, {"roles": (("recipient", "Chile"),)}, Scope.DIFFERS),
        ({"place": "Bergen"}, {"place": "Lisbon"}, Scope.DIFFERS),
        ({"terms": ("woman",)}, {"terms": ("man",)}, Scope.DIFFERS),
        ({"terms": ("woman", "man")}, {"terms": ("man",)}, Scope.SAME),
    ],
)
def test_scope(a: dict[str, object], b: dict[str, object], scope: Scope) -> None:
    first, second = claim(5, "boat", **{**BOATS, **a}), claim(6, "boat", **{**BOATS, **b})
    assert compared(first, second).scope is scope


def test_a_modifier_on_one_side_makes_a_part_and_on_both_another_thing() -> None:
    assert compared(claim(5, "fishing boat", **BOATS), claim(6, "boat", **BOATS)).scope is Scope.PART
    assert compared(claim(5, "boat", **BOATS), claim(6, "fishing boat", **BOATS)).scope is Scope.WHOLE
    found = compared(claim(5, "fishing boat", **BOATS), claim(6, "pilot boat", **BOATS))
    assert found.scope is Scope.DIFFERS
    assert any("fishing / pilot" in reason.text for reason in found.mismatches)


def test_a_modifier_that_the_other_context_names_narrows_nothing() -> None:
    context = {**BOATS, "terms": ("shipyard", "fishing")}
    assert compared(claim(5, "fishing boat", **BOATS), claim(6, "boat", **context)).scope is Scope.SAME


def test_other_heads_are_other_things() -> None:
    found = compared(claim(5, "boat", **BOATS), claim(6, "harbour", **BOATS))
    assert found.scope is Scope.DIFFERS
    assert found.thing < 0


def test_names_in_full_and_short_and_as_initials_are_one() -> None:
    pairs = [("Ilka Brandt", "Brandt"), ("WHO", "World Health Organization"), ("norway", "Norway")]
    for one, other in pairs:
        found = compared(claim(5, "boat", about=(one,)), claim(6, "boat", about=(other,)))
        assert outcome(found, "entities") is Outcome.MATCH, (one, other)
    for one, other in [("North Korea", "Korea"), ("Apollo 11", "Apollo 12"), ("WTO", "World Health Organization")]:
        found = compared(claim(5, "boat", about=(one,)), claim(6, "boat", about=(other,)))
        assert outcome(found, "entities") is not Outcome.MATCH, (one, other)


def test_undated_claims_of_documents_years_apart_may_both_have_been_true() -> None:
    old = Document.from_text("", id="a", published=dt.date(2018, 1, 1))
    new = Document.from_text("", id="b", published=dt.date(2023, 1, 1))
    soon = Document.from_text("", id="b", published=dt.date(2018, 1, 20))
    first, second = claim(5, "boat", **BOATS), claim(6, "boat", **BOATS)
    assert compared(first, second, old, new).aged
    assert not compared(first, second, old, soon).aged
    assert not compared(evolve(first, when=years(2017)), evolve(second, when=years(2017)), old, new).aged


@pytest.mark.parametrize("status", [Status.HYPOTHETICAL, Status.NEGATED])
def test_what_is_not_asserted_is_never_compared(status: Status) -> None:
    (profile,) = profiles([claim(5, "boat", status=status)], [], LEXICON)
    assert profile.dimension == ""


def test_dimensions_part_what_cannot_be_compared() -> None:
    made = [
        claim(5, "boat"),
        claim(quantity(5, unit="USD"), "cost", kind=Kind.MONEY),
        claim(quantity(5, unit="EUR"), "cost", kind=Kind.MONEY),
        claim(quantity(5, unit="percent"), "share", kind=Kind.PERCENT),
        claim(quantity(5, unit="percent", role="by"), "share", kind=Kind.CHANGE),
        claim(quantity(5, unit="kilometer"), "length", kind=Kind.MEASURE),
        claim(quantity(5, unit="kilometer", per="hour"), "speed", kind=Kind.MEASURE),
        claim(5, "rank", kind=Kind.RANK),
        claim(None, kind=Kind.DATE, when=years(2019)),
    ]
    dimensions = [profile.dimension for profile in profiles(made, [], LEXICON)]
    assert len(set(dimensions)) == len(made)
    assert all(dimensions)


def test_swapping_the_claims_swaps_part_and_whole_alone() -> None:
    first = claim(5, "fishing boat", about=("Bergen",), when=years(2015))
    second = claim(6, "boat", about=("Norway",), when=years(2010, 2019))
    one, other = compared(first, second), compared(second, first)
    assert (one.scope, other.scope) == (Scope.PART, Scope.WHOLE)
    assert one.score == pytest.approx(other.score)


@pytest.mark.parametrize("test", sorted(_NEVER_PART, key=lambda test: test.__name__))
def test_what_is_said_never_to_part_two_scopes_does_not(test: Callable[..., None]) -> None:
    written = inspect.getsource(test)
    for sign in (".mismatch(", ".narrower.add(", ".narrower |=", ".partly", ".soft", ".differs ="):
        assert sign not in written


def test_cells_of_one_document_are_ruled_out_and_part_nothing() -> None:
    rows = "| boats | 12 |\n| vessels | 14 |\n"
    cells = [
        evolve(claim(quantity(value), "boat"), structure="table", span=Span(at, at + 2), sentence=Span(low, at + 4))
        for value, low, at in ((12, 0, 10), (14, 15, 27))
    ]
    first, second = profiles(cells, [Document.from_text(rows, id=cells[0].document)], LEXICON)
    state = begin(first, second)
    assert ruled_out(first, second, state)
    assert not may_part(first, second, state)
    assert compare(first, second, LEXICON).barred
