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
    keys: dict[int, Keys] = {10 * at: one for at, one in enumerate(held)}
    index = Index(keys, LONGEST, ENOUGH)
    assert {at: index.totals(at) for at in keys} == told(keys)
