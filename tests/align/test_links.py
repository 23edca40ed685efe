"""Nouns that are not linked are those that the test of the measured thing parts, whatever else is known."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.align import profiles
from claimcheck.align.frames import kin, roots
from claimcheck.align.links import Links
from claimcheck.align.same_thing import thing
from claimcheck.align.state import State
from claimcheck.lexicon.model import Lexicon
from claimcheck.records import Claim
from judging import claim

NOUNS = (
    "person", "survivor", "rescue", "soldier", "woman", "village", "max_connections", "connection", "git_pull_ttl",
    "export", "fall", "budget", "cost", "train", "training", "Bergen", "bergen", "unit", "",
)  # fmt: skip
EVENTS = ("rescue", "fall", "train", "build", "")


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    head = draw(st.sampled_from(NOUNS))
    before = draw(st.lists(st.sampled_from(NOUNS), max_size=1))
    return claim(
        7,
        " ".join([*filter(None, before), head]).strip(),
        document=draw(st.sampled_from("ab")),
        at=draw(st.integers(0, 40)) * 100,
        head=head,
        about=draw(st.sampled_from(((), ("Bergen",)))),
        terms=tuple(draw(st.lists(st.sampled_from(NOUNS), max_size=2))),
        event=draw(st.sampled_from(EVENTS)),
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(claims(), min_size=2, max_size=6))
def test_what_is_not_linked_measures_two_things(made: list[Claim]) -> None:
    found = [one for one in profiles(made, [], Lexicon()) if one.dimension == "number"]
    if len(found) < 2:
        return
    group = list(range(len(found)))
    links = Links(found, group)
    for at in group:
        linked = set(links.of(at, [other for other in group if other != at]))
        for other in set(group) - linked - {at}:
            for first, second in ((at, other), (other, at)):
                state = State()
                thing(found[first], found[second], state)
                assert state.differs, (found[first].head, found[second].head)


def test_unrelated_nouns_are_not_linked() -> None:
    made = profiles([claim(7, "bridge"), claim(8, "bridge", at=100), claim(9, "diver", at=200)], [], Lexicon())
    assert list(Links(made, [0, 1, 2]).of(0, [1, 2])) == [1]


WORDS = (
    "germinate", "germination", "emit", "emission", "arrive", "arrival", "expire", "valid", "rescue", "survivor",
    "carry", "carrier", "plan", "planner",
)  # fmt: skip


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_what_is_kin_has_a_root_in_common(one: str, other: str) -> None:
    if kin(one, other):
        assert roots(one) & roots(other)
