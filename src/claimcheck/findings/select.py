"""Which rule speaks for a pair of claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache

from attrs import define, field

from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.packs.model import Rule, RuleSet
from claimcheck.records import Claim, Document, Relation

__all__ = ["Selection"]


@define
class Selection:
    """Looks up rules by comparator, relation and claims; the most specific rule wins, then the later pack.

    Where no rule asks for more than the kinds of the claims, these alone decide.
    """

    rules: RuleSet
    documents: Mapping[str, Document]
    _by: dict[tuple[str, Relation], list[Rule]] = field(factory=dict)
    _by_kind: dict[tuple[object, ...], Rule | None] = field(factory=dict)
    _plain: set[tuple[str, Relation]] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        for rule in self.rules.rules:
            self._by.setdefault((rule.comparator, rule.relation), []).append(rule)
        for found in self._by.values():
            found.reverse()
            found.sort(key=lambda rule: -rule.select.specificity)
        self._plain |= {key for key, found in self._by.items() if not any(one.select.specificity for one in found)}

    def rule(self, comparator: str, relation: Relation, *claims: Claim) -> Rule | None:
        """The rule that reports this relation of these claims, or None."""
        if (comparator, relation) not in self._plain:
            return self._first(comparator, relation, claims)
        kinds = (comparator, relation, *[claim.kind for claim in claims])
        if kinds not in self._by_kind:
            self._by_kind[kinds] = self._first(comparator, relation, claims)
        return self._by_kind[kinds]

    def _first(self, comparator: str, relation: Relation, claims: Sequence[Claim]) -> Rule | None:
        for rule in self._by.get((comparator, relation), ()):
            if all(self._selects(rule, claim) for claim in claims):
                return rule
        return None

    def _selects(self, rule: Rule, claim: Claim) -> bool:
        select = rule.select
        if select.kinds and claim.kind not in select.kinds:
            return False
        if not select.specificity:
            return True
        lexicon = self.rules.lexicon
        if select.measure and not any(_names(phrase, claim, lexicon) for phrase in select.measure):
            return False
        if select.about and not any(_about(name, claim, lexicon) for name in select.about):
            return False
        if select.path and not any(fnmatchcase(claim.document, glob) for glob in select.path):
            return False
        if select.attributes:
            document = self.documents.get(claim.document)
            held = dict(document.attributes) if document is not None else {}
            return all(held.get(key) == value for key, value in select.attributes)
        return True


def _names(phrase: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether the measured thing has all words of the phrase, by lemma and synonym."""
    held = {lexicon.synonym(word) for word in (*claim.core.split(), claim.head)}
    return all(lexicon.synonym(word) in held for word in _folded(phrase).split())


def _about(name: str, claim: Claim, lexicon: Lexicon) -> bool:
    canonical = lexicon.canonical(name) or name
    return any(lexicon.within(entity, canonical) for entity in claim.entities)


@lru_cache(1024)
def _folded(phrase: str) -> str:
    return fold(phrase)
