"""Which pairs of claims are worth comparing: an inverted index over what they are about, never all pairs.

A pair is a candidate when the keys that both have weigh enough together. A key that very many claims have finds no
partners by itself, only together with a second key, and where both together do too, only those of nearly the same
figure. So the work for one claim never grows with the corpus: it is bounded by the keys of a claim and by ``_LONGEST``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from claimcheck.align.index import Index, Keys
from claimcheck.align.links import Links
from claimcheck.align.profile import Profile
from claimcheck.align.same_setting import key_of
from claimcheck.align.topics import KEYS

__all__ = ["candidates"]

_FEWEST = 0.3  # a key weighs at least this
_UNIT = 1_000_000  # a weight of 1, as a whole number
_ENOUGH = 500_000  # what a pair's shared keys must weigh together
_MOST = 64  # candidates of one claim
_LONGEST = 64  # claims that one key may pair off
_STOCK = 2.0  # the key of a project's count of something
_KEYS = 12  # keys of one claim, the weightiest first
_PARTNER = 32  # bits of a claim's position
_PLACE = (1 << _PARTNER) - 1


def _keys(profile: Profile) -> Keys:
    heavy = {word: value for word, value in profile.words.items() if value >= _FEWEST}
    if profile.head:
        heavy[profile.head] = max(heavy.get(profile.head, 0.0), _FEWEST)
    for word, value in (*profile.ambient.items(), *islice(profile.topic.items(), KEYS)):
        if value >= _FEWEST / 2 and word not in heavy:
            heavy[word] = value
    if profile.stock:
        heavy[f"{profile.project} {profile.stock}"] = _STOCK
    if len(heavy) > _KEYS:
        heavy = dict(sorted(heavy.items(), key=lambda item: (-item[1], item[0]))[:_KEYS])
    keys = {word: _whole(value) for word, value in heavy.items()}
    if profile.story is not None and profile.head and not profile.nameless:
        keys[profile.head] = _ENOUGH
    if profile.figure:
        keys[profile.figure] = _ENOUGH
    if profile.project and (setting := key_of(profile)):
        keys[f"`{setting}"] = _ENOUGH
    return keys


def _let_go(profile: Profile) -> Keys:
    """Its keys; what was read for them is let go."""
    keys = _keys(profile)
    profile.forget()
    return keys


@lru_cache(1 << 12)
def _whole(weight: float) -> int:
    """A weight in units; one number for all keys of this weight."""
    return round(weight * _UNIT)


def _figure(profile: Profile) -> float:
    """Where a figure or a date lies among others of its dimension."""
    quantity, when = profile.value.quantity, profile.claim.when
    if quantity is not None:
        end = quantity.low if quantity.low is not None else quantity.high
    elif when is not None:
        day = when.start or when.end
        return 0.0 if day is None else float(day.toordinal())
    else:
        return 0.0
    return 0.0 if end is None else float(end)


def _any(first: int, second: int) -> bool:
    return True


def candidates(profiles: Sequence[Profile], worth: Callable[[int, int], bool] = _any) -> Iterator[tuple[int, int]]:
    """Pairs of positions in ``profiles``, the smaller first; those of one dimension after those of another.

    Of each claim no more than the ``_MOST`` that share most with it, and those that it is among the ``_MOST`` of; of
    these the pairs that are linked and of which ``worth`` says that they count at all. What is read of the profiles for
    that is let go.
    """
    members: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        if profile.dimension:
            members[profile.dimension].append(at)
    for group in members.values():
        if len(group) > 1:
            yield from _Group(profiles, group).pairs(worth)
            for at in group:
                profiles[at].forget()


class _Group:
    """The claims of one dimension, each to be paired off with the best of those that share enough with it."""

    def __init__(self, profiles: Sequence[Profile], group: Sequence[int]) -> None:
        self._group = group
        self._links = Links(profiles, group)
        self._figure = {at: profiles[at].figure for at in group if profiles[at].figure}
        self._index = Index(
            {at: _let_go(profiles[at]) for at in group}, _LONGEST, _ENOUGH, lambda at: _figure(profiles[at])
        )

    def pairs(self, worth: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
        """Each claim with those that are among its best, or that it is among the best of."""
        crowded: dict[int, int] = {}  # claim with too many partners → the last that is one of its best
        for at in self._group:
            totals = self._index.totals(at)
            best: Iterable[int] = totals
            if len(totals) > _MOST:
                ranks = sorted([-total << _PARTNER | other for other, total in totals.items()])[:_MOST]
                crowded[at] = ranks[-1]
                best = [rank & _PLACE for rank in ranks]
            # An earlier claim has taken this one already, unless it had too many that are better.
            taken = [
                other
                for other in best
                if other > at or (other in crowded and _rank(totals[other], at) > crowded[other])
            ]
            for other in self._linked(at, taken):
                first, second = (at, other) if at < other else (other, at)
                if worth(first, second):
                    yield first, second

    def _linked(self, at: int, others: Sequence[int]) -> Iterable[int]:
        """Those that may measure one thing with this claim, and those of two texts that have its very figure."""
        figure = self._figure.get(at)
        linked = self._links.of(at, others)
        if figure is None:
            return linked
        return dict.fromkeys([*linked, *(other for other in others if self._figure.get(other) == figure)])


def _rank(total: int, other: int) -> int:
    """A partner and what it shares as one number, the least for the best."""
    return -total << _PARTNER | other
