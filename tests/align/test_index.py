"""What the index sums up key by key is what two claims' shared keys weigh, pair by pair."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.align.index import Index, Keys

KEYS = st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from((5, 9, 10, 18)), max_size=5)
LONGEST, ENOUGH = 3, 18


def told(keys: dict[int, Keys]) -> dict[int, dict[int, int]]:
    """The same by comparing all pairs: slow, and plain."""
    often = Counter(key for held in keys.values() for key in held)
    long = {key for key, count in often.items() if count > LONGEST}
    together = Counter(two for held in keys.values() for two in combinations(sorted(long & held.keys()), 2))
    found: dict[int, dict[int, int]] = {at: {} for at in keys}
    for one, other in combinations(keys, 2):
        shared = keys[one].keys() & keys[other].keys()
        if shared <= long:
            shared = {key for two in combinations(sorted(shared), 2) if together[two] <= LONGEST for key in two}
        total = sum(max(keys[one][key], keys[other][key]) for key in shared)
        if total >= ENOUGH:
            found[one][other] = found[other][one] = total
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(KEYS, min_size=2, max_size=9))
def test_totals_are_those_of_all_pairs(held: list[dict[str, int]]) -> None:
    """But for neighbours in a crowd, for which all counts that both have; they are neighbours of each other."""
    keys: dict[int, Keys] = {10 * at: one for at, one in enumerate(held)}
    index = Index(keys, LONGEST, ENOUGH)
    found = {at: index.totals(at) for at in keys}
    expected = told(keys)
    for at, others in expected.items():
        assert others.keys() <= found[at].keys()
        for other, total in found[at].items():
            assert found[other][at] == total
            if total != others.get(other):
                assert total == sum(max(keys[at][key], keys[other][key]) for key in keys[at].keys() & keys[other])


def test_of_a_crowd_each_finds_those_of_nearly_its_own_place() -> None:
    keys: dict[int, Keys] = {at: {"harbour": 10, "boat": 10} for at in range(200)}
    index = Index(keys, LONGEST, ENOUGH, lambda at: -at)
    assert index.totals(100) == dict.fromkeys((97, 98, 99, 101, 102, 103), 20)
    assert index.totals(0) == dict.fromkeys((1, 2, 3), 20)
