"""Names and figures of a list paired by their order, and what the verb makes of the names."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.names import Name
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["JOINERS", "paired", "roles_of"]

JOINERS = frozenset({"and", "or", ",", "/", "&", "as", "well"})
"""Tokens that stand between the members of a list."""


_PLACING = frozenset({"in", "at", "on"})


@cache
def _transfers() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    data = load_table("transfers")
    give, receive = data["give"], data["receive"]
    return (
        frozenset(give["verbs"]),
        frozenset(give["nouns"]),
        frozenset(receive["verbs"]),
        frozenset(receive["nouns"]),
    )


def _chain(reading: Reading, positions: list[tuple[int, int]]) -> list[list[int]]:
    """Runs of ranges that are joined by nothing but commas and conjunctions."""
    runs: list[list[int]] = []
    for k, (first, _) in enumerate(positions):
        if k and runs:
            gap = range(positions[k - 1][1], first)
            if len(gap) <= 3 and all(reading.tokens[g].norm in JOINERS for g in gap):
                runs[-1].append(k)
                continue
        runs.append([k])
    return runs


def paired(reading: Reading, index: int, usable: list[Name]) -> list[Name] | None:
    """Distributive lists: "in X and Y, 7% and 9%"; "X is placed 74th, Y 75th and Z 80th"."""
    mention = reading.mentions[index]
    if len(reading.mentions) < 2 or mention.kind in TIMES:
        return None
    same = [m for m in reading.mentions if m.kind is mention.kind]
    if len(same) < 2:
        return None
    at = same.index(mention)
    runs = _chain(reading, [(m.first, m.last) for m in same])
    run = next(run for run in runs if at in run)
    if len(run) > 1:
        name_runs = _chain(reading, [(n.first, n.last) for n in usable])
        fitting = [r for r in name_runs if len(r) == len(run)]
        if fitting:
            near = min(fitting, key=lambda r: abs(usable[r[0]].first - same[run[0]].first))
            return [usable[near[run.index(at)]]]
    linked = [name for name in usable if name.last == mention.first - 1]
    if linked and reading.tokens[mention.first - 1].norm in {"with", "at", "on"}:
        return linked  # "followed by Chile with 31% and Ecuador with 12%"
    behind = [_behind(reading, one, usable) for one in same]
    if behind[at] and sum(map(bool, behind)) > 1 and (at + 1 == len(same) or behind[at + 1]):
        return behind[at]  # "83 days to settle in Latvia, 61 in Lithuania and under 50 in Estonia"
    listed = _member(reading, at, same, usable)
    if listed is not None:
        return listed
    # Each figure with the name that stands between it and the figure before it.
    previous = same[at - 1] if at else None
    floor = previous.last if previous else 0
    between = [n for n in usable if floor <= n.first < mention.first]
    others = []
    joined = {k for run in runs for k in run[1:]}
    for k, other in enumerate(same):
        if k in joined:
            continue  # "Chile and Peru are placed 12th and 14th": the names before the first are of both
        low = same[k - 1].last if k else 0
        others.append(sum(low <= n.first < other.first for n in usable))
        if k and "V" in reading.tags[low : other.first] and mention.kind is not Kind.RANK:
            # A verb of its own: no list with the verb left out.
            return None
    if all(count >= 1 for count in others) and between and len(between) <= 2:
        return between if at else between[-2:]
    return None


def _member(reading: Reading, at: int, same: list[Mention], usable: list[Name]) -> list[Name] | None:
    """The names of a further member of a list, each of which says where its own are from: "300 men from Peru, 200 from
    Chile"; those before the list are of all members.
    """
    own = _hanging(reading, same[at], usable)
    if not own:
        return None
    start = at
    while start:
        of_others = _hanging(reading, same[start - 1], usable)
        inside = same[start].first < (of_others[0].first if of_others else 0)  # "400 of the 3,417 men from Peru"
        end = of_others[-1].last if of_others else -1
        if not inside and (end < 0 or any(norm not in _LISTING for norm in reading.norms[end : same[start].first])):
            break
        start -= 1
    within = at + 1 < len(same) and same[at + 1].last < own[0].first and _hanging(reading, same[at + 1], usable) == own
    if not within and not any(
        other.last <= own[0].first and _hanging(reading, other, usable) != own for other in same[start:at]
    ):
        return None
    first = reading.clause(same[start].first)[0]
    return [*(name for name in usable if first <= name.first < same[start].first), *own]


_LISTING = frozenset({",", ";", "and", "or"})
_WHENCE = (["in"], ["at"], ["on"], ["from"])
_NOUNS = 6  # tokens of what is counted, before where it is from


def _hanging(reading: Reading, mention: Mention, usable: list[Name]) -> list[Name]:
    """The name of the place that hangs on a figure or its noun: "200 from Chile", "300 of the 900 men from Peru", "12
    came from Ghana".
    """
    k = mention.last
    if reading.norms[k : k + 2] == ["of", "the"] and reading.tags[k + 2 : k + 3] == ["U"]:
        k += 2
    end = min(k + _NOUNS, len(reading.tags) - 1)
    while k < end and reading.tags[k] in "NAUVX":
        k += 1
    if reading.norms[k : k + 1] not in _WHENCE:
        return []
    k += 1 + (reading.tags[k + 1 : k + 2] == ["D"])
    return [name for name in usable if name.first == k and name.place]


def _behind(reading: Reading, mention: Mention, usable: list[Name]) -> list[Name]:
    """The name of the place right behind a figure: "61 in Lithuania"."""
    at = mention.last
    return [name for name in usable if name.first == at + 1 and reading.norms[at] in _PLACING]


def roles_of(reading: Reading, own: list[Name], mention: Mention, head: str) -> tuple[tuple[str, str], ...]:
    """Who gives and who receives, where a verb or noun of transfer stands in the clause."""
    give_verbs, give_nouns, receive_verbs, receive_nouns = _transfers()
    verbs = reading.verbs
    if head not in give_nouns and head not in receive_nouns and give_verbs.isdisjoint(verbs):
        if receive_verbs.isdisjoint(verbs):
            return ()
    first, last = reading.clause(mention.first)
    tokens, tags = reading.tokens, reading.tags
    direction = ""
    pivot = -1
    for i in range(first, last):
        word = verb_lemma(tokens[i].norm) if tags[i] in "VG" else ""
        noun = lemma(tokens[i].norm) if tags[i] == "N" else ""
        if word in give_verbs or (noun in give_nouns and noun == head):
            direction, pivot = "give", i
        elif word in receive_verbs or (noun in receive_nouns and noun == head):
            direction, pivot = "receive", i
        if direction and word:
            break
    if not direction:
        return ()
    roles: list[tuple[str, str]] = []
    for name in own:
        if not first <= name.first < last:
            continue
        k = name.first - 1
        while k >= 0 and tags[k] in "DA":
            k -= 1
        link = tokens[k].norm if k >= 0 else ""
        if link in {"to", "for"} and direction == "give":
            roles.append(("recipient", name.canonical))
        elif link == "from":
            roles.append(("giver", name.canonical))
        elif direction == "give" and pivot < name.first < mention.first and k == pivot and tags[pivot] in "VG":
            roles.append(("recipient", name.canonical))
        elif name.first < pivot or (link == "by"):
            passive = (
                pivot > 0 and tags[pivot - 1] == "X" and tokens[pivot - 1].norm in {"was", "were", "been", "is", "are"}
            )
            if not passive or link == "by":
                roles.append(("giver" if direction == "give" else "recipient", name.canonical))
    return tuple(dict.fromkeys(roles))
