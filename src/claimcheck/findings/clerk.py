"""The finding that is written on what was judged: its message, its claims, and the reasons for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.align import Profile
from claimcheck.findings.arithmetic import Miscount
from claimcheck.findings.fingerprint import fingerprint
from claimcheck.findings.independence import voices
from claimcheck.findings.pairs import Judged
from claimcheck.findings.pinned import Unpinned
from claimcheck.findings.superseded import Superseded
from claimcheck.findings.wording import Written, joined, message, scopes, source
from claimcheck.packs.model import Rule
from claimcheck.records import Claim, Document, Finding, Outcome, Reason, Relation, by_position

__all__ = ["Clerk"]


class Clerk:
    """Writes findings on the claims of profiles, which are told by their places among them."""

    def __init__(self, made: Sequence[Profile], documents: Mapping[str, Document]) -> None:
        self._profiles = made
        self._documents = documents

    def contradiction(
        self, rule: Rule, best: Judged, members: Sequence[int], split: Sequence[Sequence[int]]
    ) -> Finding:
        """A finding on claims of one thing whose figures conflict; ``split`` are those members that stand together."""
        sides = sorted((self._claims(one) for one in split), key=lambda side: -len({c.document for c in side}))
        claims = by_position(self._claims(members))
        a, b = self._profiles[best.first].claim, self._profiles[best.second].claim
        detail = best.verdict.detail if best.verdict else ""
        text = message(rule, claims, a=a, b=b, detail=detail, groups=sides, worked_out=self._how(members))
        reasons = [*self._why(best, members), Reason("values", Outcome.MISMATCH, detail), *self._notes(sides)]
        return _finding(rule, Relation.CONTRADICTS, claims, text, reasons)

    def agreement(self, rule: Rule, best: Judged, members: Sequence[int]) -> Finding:
        """A finding on claims of one thing whose figures agree."""
        claims = by_position(self._claims(members))
        heard = voices(claims, self._documents)
        detail = best.verdict.detail if best.verdict else ""
        a, b = self._profiles[best.first].claim, self._profiles[best.second].claim
        text = message(rule, claims, a=a, b=b, detail=detail, groups=[claims], worked_out=self._how(members))
        if heard.rest_on and len({claim.document for claim in claims}) > 1:
            text = f"{text.rstrip('.')}: they agree, but all rest on {heard.rest_on}."
        reasons = [*self._why(best, members), Reason("values", Outcome.MATCH, detail), *heard.ties]
        return _finding(rule, Relation.AGREES, claims, text, reasons)

    def pair(self, rule: Rule, one: Judged) -> Finding:
        """A finding on a part and its whole, or on a running total at two times."""
        a, b = self._profiles[one.first].claim, self._profiles[one.second].claim
        detail = one.verdict.detail if one.verdict else ""
        text = message(rule, [a, b], a=a, b=b, detail=detail, groups=[[a], [b]])
        outcome = Outcome.MISMATCH if one.relation is Relation.CONTRADICTS else Outcome.UNKNOWN
        reasons = [*one.found.reasons, Reason("values", outcome, detail)]
        return _finding(rule, one.relation, by_position([a, b]), text, reasons)

    def difference(self, rule: Rule, best: Judged, members: Sequence[int], inner: Sequence[Judged]) -> Finding:
        """A finding on figures of one kind of thing that differ in scope, with what tells them apart."""
        claims = by_position(self._claims(members))
        a, b = self._profiles[best.first].claim, self._profiles[best.second].claim
        detail = joined([f"{reason.test} {reason.text}" for reason in best.found.mismatches])
        if len(claims) > 2 or not detail:
            detail = scopes(claims)
        text = message(rule, claims, a=a, b=b, detail=detail, groups=[[claim] for claim in claims])
        reasons = list(
            dict.fromkeys(
                reason for one in inner for reason in (one.found.reasons if one is best else one.found.partings)
            )
        )
        return _finding(rule, Relation.DIFFERS, claims, text, reasons)

    def sentence(self, one: Miscount) -> Finding:
        """A finding on figures of one sentence that do not work out."""
        claims = by_position(one.claims)
        detail = one.verdict.detail
        text = message(one.rule, claims, a=one.claims[0], b=one.claims[-1], detail=detail, groups=[claims])
        reasons = [Reason("arithmetic", Outcome.MISMATCH, detail)]
        return _finding(one.rule, Relation.CONTRADICTS, claims, text, reasons)

    def history(self, one: Superseded) -> Finding:
        """A finding on claims that give a value which a history tells to have been changed."""
        new = one.told.edit.new
        claims = by_position([*one.copies, *one.holders, new])
        sides = [list(one.copies), [*one.holders, new]]
        text = message(one.rule, claims, a=one.copies[0], b=new, detail=one.detail, groups=sides)
        reasons = [
            Reason("context", Outcome.MATCH, "both mention " + ", ".join(one.shared[:4])),
            Reason("history", Outcome.MISMATCH, one.detail),
        ]
        return _finding(one.rule, Relation.CONTRADICTS, claims, text, reasons)

    def fact(self, one: Unpinned) -> Finding:
        """A finding on a claim that does not meet its pinned value."""
        text = message(one.rule, [one.claim], a=one.claim, b=one.claim, detail=one.detail, groups=[[one.claim]])
        reasons = [Reason("pinned", Outcome.MISMATCH, f"{one.claim.text}; {one.detail}")]
        return _finding(one.rule, Relation.CONTRADICTS, [one.claim], text, reasons)

    def _claims(self, members: Sequence[int]) -> list[Claim]:
        return list(dict.fromkeys(self._profiles[one].claim for one in members))

    def _why(self, best: Judged, members: Sequence[int]) -> list[Reason]:
        """Why claims are taken to be of one thing: what was found of the best pair of them, and how it was weighed."""
        weighed = [Reason("evidence", Outcome.MATCH, best.weighed.explanation)] if best.weighed else []
        return [*best.found.reasons, *weighed, *self._worked_out(members)]

    def _worked_out(self, members: Sequence[int]) -> list[Reason]:
        """How the figures that no text gives were worked out."""
        found = [self._profiles[one].derived for one in members]
        return [Reason("worked out", Outcome.MATCH, text) for text in found if text]

    def _how(self, members: Sequence[int]) -> dict[Written, str]:
        """The same by the figures from which they come."""
        made = [self._profiles[one] for one in members]
        return {(one.claim.document, one.claim.span): one.derived for one in made if one.derived}

    def _notes(self, sides: Sequence[Sequence[Claim]]) -> list[Reason]:
        """What helps to decide who is right: the odd one out, and the newest document. Neither is assumed right."""
        notes = []
        counts = [len({claim.document for claim in side}) for side in sides]
        if len(sides) > 1 and counts[0] > sum(counts[1:]):
            odd = joined([source(claim) for side in sides[1:] for claim in side][:3])
            notes.append(Reason("majority", Outcome.UNKNOWN, f"{counts[0]} documents agree; {odd} stands alone"))
        dated = [
            (document.published, claim)
            for side in sides
            for claim in side
            if (document := self._documents.get(claim.document)) is not None and document.published
        ]
        if dated and len({day for day, _ in dated}) > 1:
            day, claim = max(dated, key=lambda item: item[0])
            notes.append(Reason("newest", Outcome.UNKNOWN, f"{source(claim)} is the newest ({day}): {claim.text}"))
        return notes


def _finding(rule: Rule, relation: Relation, claims: list[Claim], text: str, reasons: Sequence[Reason]) -> Finding:
    return Finding(
        rule=rule.id,
        relation=relation,
        severity=rule.severity,
        claims=tuple(claims),
        message=text,
        reasons=tuple(reasons),
        fingerprint=fingerprint(rule.id, claims),
    )
