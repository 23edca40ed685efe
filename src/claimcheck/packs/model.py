"""The records that rule packs are read into: rules, their examples, pinned facts, and the set of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, field, frozen

from claimcheck.lexicon.model import Lexicon
from claimcheck.packs.rates import Rates
from claimcheck.records import Kind, Relation, Severity

__all__ = ["Example", "Fact", "Pack", "Rule", "RuleSet", "Selector", "Tolerance"]


@frozen(cache_hash=True)
class Tolerance:
    """How far two figures may lie apart before they conflict.

    ``approx`` is the share by which a figure written with "around" may be off (0.10: ten per cent), ``relative`` a
    share that every figure may be off, ``absolute`` the same as an amount in the figures' own unit.
    """

    approx: Fraction = Fraction(1, 10)
    relative: Fraction = Fraction(0)
    absolute: Fraction = Fraction(0)

    @classmethod
    def of(cls, approx: object = "0.1", relative: object = 0, absolute: object = 0) -> Tolerance:
        """A tolerance from numbers as written; ``Fraction(str(x))`` keeps 0.1 a tenth exactly."""
        return cls(Fraction(str(approx)), Fraction(str(relative)), Fraction(str(absolute)))


@frozen
class Example:
    """Two short texts and what the rule must say of them: a relation, or ``nothing``.

    ``line`` is the example's line in its pack file; dates are the documents' days of publication, ISO or empty.
    """

    a: str
    b: str
    expect: str
    a_date: str = ""
    b_date: str = ""
    line: int = 0


@frozen
class Selector:
    """Which claims a rule is about; an empty field selects all.

    ``measure`` holds words of which one must be in the measured thing, ``about`` entities of which one must be named,
    ``path`` glob patterns of document ids, ``attributes`` required document attributes.
    """

    kinds: frozenset[Kind] = frozenset()
    measure: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def specificity(self) -> int:
        """How many ways the selector narrows what it selects, kinds left aside."""
        return sum(map(bool, (self.measure, self.about, self.path, self.attributes)))


@frozen
class Rule:
    """One rule of a pack: what it selects, how it compares, what it reports and its manual."""

    id: str
    title: str
    summary: str
    comparator: str
    relation: Relation
    severity: Severity
    message: str
    why: str = ""
    select: Selector = Selector()
    tolerance: Tolerance = Tolerance()
    examples: tuple[Example, ...] = ()
    pack: str = ""
    path: str = ""
    line: int = 0


@frozen
class Fact:
    """A value that is pinned: every claim of the measure must meet it.

    ``value`` (and ``high`` for a range) is in ``unit``; ``text`` pins a version or an identifier.
    """

    id: str
    measure: str
    about: tuple[str, ...] = ()
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    text: str | None = None
    source: str = ""
    path: str = ""
    line: int = 0


@frozen
class Pack:
    """A folder of rules: its id, its title, what it is for and where it was read from."""

    id: str
    title: str
    summary: str
    path: str


@frozen(eq=False)
class RuleSet:
    """All rules, facts and words that one run uses."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon = field(repr=False)
    facts: tuple[Fact, ...] = ()
    packs: tuple[Pack, ...] = ()
    rates: Rates | None = field(default=None, repr=False)

    def rule(self, id: str) -> Rule | None:
        """The rule of that id, or None."""
        return next((rule for rule in self.rules if rule.id == id), None)

    def adjusted(
        self,
        *,
        disable: Iterable[str] = (),
        only: Iterable[str] | None = None,
        severity: Mapping[str, Severity] | None = None,
        tolerance: Mapping[str, Tolerance] | None = None,
    ) -> RuleSet:
        """The same set with rules left out and others' severity or tolerance replaced, by rule id."""
        off, keep = set(disable), None if only is None else set(only)
        rules = []
        for rule in self.rules:
            if rule.id in off or (keep is not None and rule.id not in keep):
                continue
            rules.append(
                evolve(
                    rule,
                    severity=(severity or {}).get(rule.id, rule.severity),
                    tolerance=(tolerance or {}).get(rule.id, rule.tolerance),
                )
            )
        return evolve(self, rules=tuple(rules))
