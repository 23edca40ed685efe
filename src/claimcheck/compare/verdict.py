"""What a comparator answers."""

from __future__ import annotations

from attrs import frozen

from claimcheck.records import Relation

__all__ = ["Verdict"]


@frozen
class Verdict:
    """A relation between two claims and the arithmetic behind it, as a clause that an editor understands.

    ``weight`` says how telling an agreement is: 0 where ranges so wide meet that it says nothing, 1 for figures of
    three or more digits that are the same.
    """

    relation: Relation
    detail: str
    weight: float = 0.5
