"""Which way goods go: from whom to whom the exports or imports are that a figure measures."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured.bracketed import MEMBER
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.measured.reckoned import AMOUNT_OF
from claimcheck.claims.names import Name
from claimcheck.claims.reading import Reading
from claimcheck.lexicon import load_table

__all__ = ["Flow", "both_ways", "flow_of", "roles_in", "sent_to"]


@frozen
class Flow:
    """Exports or imports: token ``at`` of their noun or verb, whose they are and with whom, as far as that is said.

    ``first`` is the token with which the words before the noun begin that say which goods are meant.
    """

    at: int
    out: bool
    owner: Name | None
    partner: Name | None
    first: int
    last: int

    @property
    def giver(self) -> Name | None:
        """From whom the goods come."""
        return self.owner if self.out else self.partner

    @property
    def recipient(self) -> Name | None:
        """To whom they go."""
        return self.partner if self.out else self.owner


@cache
def _ways() -> dict[str, bool]:
    table = load_table("transfers")["flows"]
    return {noun: way == "out" for way in ("out", "in") for noun in table[way]}


def flow_of(reading: Reading, what: Measured) -> Flow | None:
    """The flow that a figure measures, with the parties that an earlier one of the sentence has told of."""
    if what.why == MEMBER and what.subject is not None:
        return _by_noun(reading, what.subject.head, _ways().get(what.head, True))
    at = _token(reading, what)
    if at < 0:
        return None
    found = _flow(reading, at)
    if found is None or (found.owner is not None and found.partner is not None):
        return found
    for k in range(at - 1, -1, -1):
        told = _flow(reading, k)
        if told is None or told.owner is None or _names_between(reading, told, found):
            continue
        if found.owner is not None and found.owner.canonical != told.owner.canonical:
            break
        owner, partner = found.owner or told.owner, found.partner or told.partner
        found = Flow(at, found.out, owner, partner, found.first, found.last)
        break
    if found.owner is not None and found.partner is None:
        return Flow(at, found.out, found.owner, _other_side(reading, found), found.first, found.last)
    return found


def sent_to(reading: Reading, what: Measured) -> Name | None:
    """The place to which supplies or deliveries go that a figure measures."""
    if what.first < 0 or what.verb >= 0:
        return None
    sent, tags = load_table("transfers")["flows"]["sent"], reading.tags
    at = next((k for k in range(what.first, what.last) if tags[k] == "N" and lemma(reading.norms[k]) in sent), -1)
    return _by_noun(reading, at, out=True).partner if at >= 0 else None


def both_ways(reading: Reading, what: Measured) -> bool:
    """Whether a figure measures imports and exports together, which go in no direction."""
    inside = {lemma(norm) for norm in reading.norms[max(what.first, 0) : max(what.last, 0)]}
    return len(inside & _ways().keys()) > 1


def _names_between(reading: Reading, told: Flow, found: Flow) -> bool:
    """Whether another name than those of a flow told of before stands between the two."""
    known = {name.canonical for name in (told.owner, told.partner) if name is not None}
    return any(told.last <= name.first < found.at and name.canonical not in known for name in reading.names)


def _token(reading: Reading, what: Measured) -> int:
    """The token of the noun or verb of the flow that is measured, or -1."""
    if what.why == AMOUNT_OF:
        return what.first - 1 if what.head in _ways() else -1
    if what.head not in _ways() or what.first < 0 or what.verb >= 0:
        return -1
    inside = [k for k in range(what.first, what.last) if lemma(reading.norms[k]) in _ways()]
    return inside[0] if len(inside) == 1 else -1


def _flow(reading: Reading, at: int) -> Flow | None:
    """The flow whose noun or verb stands at a token."""
    mark, norm = reading.tags[at], reading.norms[at]
    if mark == "N" and lemma(norm) in _ways():
        return _by_noun(reading, at, _ways()[lemma(norm)])
    if mark in "VG" and verb_lemma(norm) in _ways():
        return _by_verb(reading, at, _ways()[verb_lemma(norm)])
    return None


def _by_noun(reading: Reading, at: int, out: bool) -> Flow:
    """ "Peru's copper exports to Chile", "exports from Peru to Chile", "Peruvian exports"."""
    tags, norms = reading.tags, reading.norms
    first = at
    while first and tags[first - 1] in "NAG-":
        first -= 1
    owner = next((one for one in reading.names if one.last == first and _owns(reading, one)), None)
    partner: Name | None = None
    k = at + 1
    while k + 1 < len(tags) and tags[k] == "P":
        link = norms[k]
        start = k + 1
        while start < len(tags) and tags[start] in "DA":
            start += 1
        name = next((one for one in reading.names if one.first == start and one.place), None)
        if name is None:
            while start < len(tags) and tags[start] in "NA" and link in {"of", "in"}:
                start += 1
            if link not in {"of", "in"} or start == k + 1:
                break
            k = start
            continue
        if (link == "to") is out and link in {"to", "from"}:
            partner = partner or name
        elif link in {"to", "from"}:
            owner = owner or name
        elif link == "of" and owner is None:
            owner = name
        else:
            break
        k = name.last
        while k < len(tags) and tags[k] in "NA" and link == "of":
            k += 1
    return Flow(at, out, owner, partner, first, k)


def _owns(reading: Reading, name: Name) -> bool:
    return name.place and (name.adjective or reading.norms[name.last - 1].endswith(("'s", "s'")))


def _by_verb(reading: Reading, at: int, out: bool) -> Flow:
    """ "Peru exported $5 billion to Chile", "with Peru exporting $5 billion"."""
    tags = reading.tags
    k = at
    while k and tags[k - 1] in "XMU":
        k -= 1
    owner = next((one for one in reading.names if one.last == k and one.place), None)
    last = next((m.last for m in reading.mentions if at < m.first <= at + 2), at + 1)
    link = "to" if out else "from"
    partner = next((one for one in reading.names if one.first == last + 1 and one.place), None)
    if partner is not None and reading.norms[last] != link:
        partner = None
    return Flow(at, out, owner, partner, at, last)


def _other_side(reading: Reading, flow: Flow) -> Name | None:
    """The other of the two between whom the sentence says that there is trade: "trade between Peru and Chile"."""
    for k, norm in enumerate(reading.norms[: flow.at]):
        if norm != "between":
            continue
        one = next((name for name in reading.names if name.first == k + 1), None)
        two = next((name for name in reading.names if one is not None and name.first == one.last + 1), None)
        if one is None or two is None or flow.owner is None or reading.norms[one.last] != "and":
            continue
        sides = {one.canonical: two, two.canonical: one}
        return sides.get(flow.owner.canonical)
    return None


def roles_in(flow: Flow) -> tuple[tuple[str, str], ...]:
    """The parties of a flow as a claim's roles."""
    parties = (("giver", flow.giver), ("recipient", flow.recipient))
    return tuple((role, name.canonical) for role, name in parties if name is not None)
