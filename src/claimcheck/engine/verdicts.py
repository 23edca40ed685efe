"""Findings on a whole tree by way of the store: a tree that is as it was is not judged anew."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence

from claimcheck.engine.codec import FINDING
from claimcheck.engine.store import Entry, Store
from claimcheck.records import Claim, Finding

__all__ = ["kept_or_judged"]

_LARGEST = 1 << 25  # bytes; more findings than this are judged each time


def kept_or_judged(
    store: Store, place: bytes, state: bytes, claims: Sequence[Claim], judge: Callable[[], list[Finding]]
) -> list[Finding]:
    """What ``judge`` finds of the claims, from the store where it has been kept.

    ``place`` tells one set of files from others, so that of each only the latest findings are kept; ``state`` is a hash
    of all that the findings depend on.
    """
    body = store.get([place]).get(place, b"")
    if body.startswith(state):
        try:
            return _decode(body[len(state) :], claims)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, zlib.error):
            pass  # no findings of ours: judge anew
    found = judge()
    data = _encode(found, claims)
    if data is not None and len(data) <= _LARGEST:
        store.put([Entry(place, state + data)])
    return found


def _encode(findings: Sequence[Finding], claims: Sequence[Claim]) -> bytes | None:
    """The findings, their claims by number; None where one names a claim that is not among those given."""
    numbers = {id(claim): number for number, claim in enumerate(claims)}
    rows = []
    for finding in findings:
        named = [numbers.get(id(claim), -1) for claim in finding.claims]
        if min(named, default=0) < 0:
            return None
        rows.append([named, FINDING.pack(finding)])
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _decode(data: bytes, claims: Sequence[Claim]) -> list[Finding]:
    rows = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return [FINDING.unpack(values, claims=tuple([claims[number] for number in named])) for named, values in rows]
