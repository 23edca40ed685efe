"""One finding explained to the last step: its claims, the tests that let them be compared, the intervals, the rule."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from claimcheck.compare import COMPARATORS
from claimcheck.compare.steps import gap, steps
from claimcheck.lexicon.dimensions import dimension
from claimcheck.packs.model import Rule, Tolerance
from claimcheck.records import Claim, Finding, Outcome
from claimcheck.report.marked import carets, wrapped
from claimcheck.report.model import Report, RuleNote
from claimcheck.report.phrases import plural, time_words
from claimcheck.report.places import flat, link, quotation

__all__ = ["render"]

_WIDTH = 100
_MOST = 6
_OUTCOMES = {Outcome.MATCH: "same", Outcome.MISMATCH: "differs", Outcome.UNKNOWN: "open"}
# The judge's names for what is no test of comparability: the arithmetic of the verdict, and remarks on it.
_VERDICT = frozenset({"values", "arithmetic", "worked out", "pinned", "suppression"})
_EVIDENCE = frozenset({"evidence"})
_REMARKS = frozenset({"majority", "newest", "independence"})
_IN_SCOPE = frozenset({"same-value", "part-whole", "update", "limit", "rank"})


def render(report: Report, finding: Finding, rule: Rule | None) -> str:
    """The explanation as text; ``rule`` is the one behind the finding, None for one of the gate's own."""
    parts = [
        [flat(finding.message), f"{finding.relation.value}, {finding.severity.value}, {finding.fingerprint}"],
        _headed("Claims", _claims(report, finding)),
        _headed("May they be compared?", _tests(finding)),
        _headed("Weighed", _reasons(finding, _EVIDENCE)),
        _headed("Values", [*_values(finding, rule), *_reasons(finding, _VERDICT)]),
        _headed("Beside", _reasons(finding, _REMARKS)),
        _headed("Rule", _rule(report, finding.rule, rule)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _headed(title: str, lines: list[str]) -> list[str]:
    return [title, *(f"  {line}".rstrip() for line in lines)] if lines else []


def _claims(report: Report, finding: Finding) -> list[str]:
    lines: list[str] = []
    for claim in finding.claims:
        lines.append(link(report, claim))
        for line, first, last in wrapped(quotation(report, claim, _WIDTH * 3), _WIDTH - 6):
            lines.append(f"  │ {line}")
            if first < last:
                lines.append(f"  │ {carets(line, first, last)}")
        lines.append(f"  {_read(claim)}")
    return lines


def _read(claim: Claim) -> str:
    when = time_words(claim.when)
    parts = [
        claim.kind.value,
        f"of {claim.measure}" if claim.measure else "",
        f"about {', '.join(claim.about)}" if claim.about else "",
        f"when {when}" if when else "",
        f"scope {', '.join(claim.scope)}" if claim.scope else "",
        f"said by {claim.attribution}" if claim.attribution else "",
        claim.status.value,
        f"confidence {claim.confidence:g}",
    ]
    return flat("; ".join(part for part in parts if part))


def _tests(finding: Finding) -> list[str]:
    tests = [one for one in finding.reasons if one.test not in _VERDICT | _REMARKS | _EVIDENCE]
    width = max((len(one.test) for one in tests), default=0)
    return [f"{_OUTCOMES[one.outcome]:8} {one.test:{width}}  {flat(one.text)}" for one in dict.fromkeys(tests)]


def _reasons(finding: Finding, names: frozenset[str]) -> list[str]:
    return [f"{one.test}: {flat(one.text)}" for one in dict.fromkeys(finding.reasons) if one.test in names and one.text]


def _values(finding: Finding, rule: Rule | None) -> list[str]:
    """How each figure became an interval: beside the one that it was compared with, or by itself."""
    tolerance = rule.tolerance if rule is not None else Tolerance()
    if rule is None or rule.comparator not in _IN_SCOPE:
        return _dates(finding) or [line for claim in finding.claims for line in _chain(claim, steps(claim, tolerance))]
    lines: list[str] = []
    told = list(_compared(finding, rule))
    for a, b in told[:_MOST]:
        lines += [*_chain(a, steps(a, tolerance, b)), *_chain(b, steps(b, tolerance, a))]
        common = gap(a, b, tolerance)
        lines += [common] if common else []
    if len(told) > _MOST:
        lines.append(f"… and {plural(len(told) - _MOST, 'more pair')} of figures")
    return lines


def _compared(finding: Finding, rule: Rule) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of differing figures among the claims on which the comparator says what the finding says."""
    seen = set()
    for a, b in itertools.combinations(finding.claims, 2):
        if _dimension(a) != _dimension(b):
            continue  # they were compared as converted, which the reasons tell
        figures = frozenset({(a.quantity, a.text), (b.quantity, b.text)})
        if figures in seen:
            continue
        verdicts = [COMPARATORS[rule.comparator](*pair, rule.tolerance) for pair in ((a, b), (b, a))]
        if any(verdict is not None and verdict.relation is finding.relation for verdict in verdicts):
            seen.add(figures)
            yield a, b


def _dimension(claim: Claim) -> str:
    unit = claim.quantity.unit if claim.quantity is not None else None
    return dimension(unit) if unit else ""


def _chain(claim: Claim, made: list[str]) -> list[str]:
    return [f"“{flat(claim.text)}”", *(f"  {one}" for one in made)] if made else []


def _dates(finding: Finding) -> list[str]:
    lines = []
    for claim in finding.claims:
        when = claim.when
        if claim.quantity is not None or when is None or when.relative:
            continue
        first, last = (end.isoformat() if end is not None else "open" for end in (when.start, when.end))
        fine = f"{when.granularity.value}, {when.modifier.value.replace('_', ' ')}"
        lines += _chain(claim, [f"read as {fine}", f"so from {first} to {last}"])
    return lines


def _rule(report: Report, id: str, rule: Rule | None) -> list[str]:
    note = next((one for one in report.rules if one.id == id), RuleNote(id))
    lines = [f"{id}: {note.title}" if note.title else id, rule.summary if rule is not None else note.help, note.uri]
    return [line for line in lines if line]
