"""Values that a project's own history tells to have been changed, and that some page still gives.

"Default timeout is now 60 s (was 30 s)" in a changelog is an edit told in words: a page that says 30 s of the same
thing did not follow it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import evolve, frozen

from claimcheck.align import Profile, Scope, compare
from claimcheck.claims.grammar import grammar, lemma
from claimcheck.findings.copies import Copy, copied, one_of_several
from claimcheck.findings.edits import Edit
from claimcheck.findings.figures import buckets, neighbours, same
from claimcheck.findings.history import is_past_tense
from claimcheck.findings.select import Selection
from claimcheck.findings.told_changes import CHANGING, Told, told_changes
from claimcheck.findings.wording import source
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon
from claimcheck.packs.model import Rule
from claimcheck.records import Claim, Document, Finding, Modifier, Relation, Status

__all__ = ["Superseded", "superseded", "told_of"]


@frozen
class Superseded:
    """The claims that still give a value which a history tells to have been changed; ``holders`` give the new one."""

    rule: Rule
    copies: tuple[Claim, ...]
    holders: tuple[Claim, ...]
    told: Told
    shared: tuple[str, ...]

    @property
    def detail(self) -> str:
        """What the history tells."""
        old, new = (" ".join(claim.text.split()) for claim in (self.told.edit.old, self.told.edit.new))
        release = f" in {self.told.release}" if self.told.release else ""
        return f"{source(self.told.edit.new)} tells that “{old}” became “{new}”{release}"


def superseded(
    profiles: Sequence[Profile], documents: Mapping[str, Document], selection: Selection
) -> list[Superseded]:
    """The claims of other places that give the old value of the last change told of their thing, change by change."""
    changes = list(told_changes(profiles, documents))
    if not changes:
        return []
    filed: dict[str, list[Profile]] = defaultdict(list)
    for one in _living(profiles, documents):
        for bucket in buckets(one.claim):
            filed[bucket].append(one)
    lexicon = selection.rules.lexicon
    holders = [_holders(told, filed, lexicon) for told in changes]
    last: dict[int, int] = {}
    shared: dict[int, tuple[str, ...]] = {}
    for number, told in enumerate(changes):
        for one in _near(told.edit.old, filed):
            words = _misses(told, one, holders[number], lexicon)
            if words and (one.index not in last or _when(told) > _when(changes[last[one.index]])):
                last[one.index], shared[one.index] = number, words
    made = []
    for number, told in enumerate(changes):
        places = [index for index, of in last.items() if of == number]
        copies = [
            profiles[index].claim
            for index in places
            if not _back(profiles[index], told, changes, holders)
            and not one_of_several(told.edit.old, profiles[index].claim, profiles)
        ]
        rule = selection.rule("superseded", Relation.CONTRADICTS, *copies[:1], told.edit.new) if copies else None
        if rule is not None:
            given = tuple(one.claim for one in holders[number])
            made.append(Superseded(rule, tuple(copies), given, told, shared[places[0]]))
    return made


def told_of(one: Superseded, findings: Sequence[Finding]) -> bool:
    """Whether each of the claims is told of already, beside a figure that is as the change made it."""
    conflicts = [finding for finding in findings if finding.relation is Relation.CONTRADICTS]
    return all(
        any(
            copy in found.claims and any(same(claim, one.told.edit.new) for claim in found.claims)
            for found in conflicts
        )
        for copy in one.copies
    )


def _holders(told: Told, filed: Mapping[str, Sequence[Profile]], lexicon: Lexicon) -> list[Profile]:
    """The claims elsewhere that give the new value of the same thing."""
    back = evolve(told, edit=Edit(told.edit.new, told.edit.old))
    return [one for one in _near(told.edit.new, filed) if _copied(back, one, lexicon) is not None]


def _misses(told: Told, one: Profile, holders: Sequence[Profile], lexicon: Lexicon) -> tuple[str, ...]:
    """What a claim that gives the old figure has in common with the change, or with a claim that followed it."""
    match = _copied(told, one, lexicon)
    if match is not None:
        return match.shared if set(match.shared) - _kinds_of_names() else ()
    if one.project != told.source.project or (one.published and one.published < told.day):
        return ()
    for other in holders:
        first, second = sorted((one, other), key=lambda profile: profile.index)
        if other.document == one.document or first.dimension != second.dimension:
            continue
        found = compare(first, second, lexicon)
        if found.scope is Scope.SAME and found.thing >= _ONE_THING and not found.guarded and found.context >= _TOLD:
            return tuple(sorted(one.words.keys() & other.words.keys())) or (other.head,)
    return ()


_ONE_THING, _TOLD = 1.0, 3.0  # what a claim must share with one that followed the change


def _back(one: Profile, told: Told, changes: Sequence[Told], holders: Sequence[Sequence[Profile]]) -> bool:
    """Whether a later change brought the old value back."""
    return any(
        _when(other) >= _when(told) and any(holder.index == one.index for holder in holders[number])
        for number, other in enumerate(changes)
    )


def _when(told: Told) -> tuple[dt.date, tuple[int, ...]]:
    return told.day, told.version


def _living(profiles: Sequence[Profile], documents: Mapping[str, Document]) -> Iterator[Profile]:
    """Claims of what is so now."""
    for one in profiles:
        document = documents.get(one.claim.document)
        if one.history or one.version or one.derived or one.exchanged or document is None or not one.dimension:
            continue
        if one.claim.quantity is not None and one.claim.quantity.modifier is Modifier.VAGUE:
            continue  # "several" is no copy of a 3
        if one.claim.status is not Status.ASSERTED or one.labels or one.past or one.claim.kind not in CHANGING:
            continue
        dated = {section.published for section in document.sections_at(one.claim.span.start)} - {None}
        if dated <= {document.published} and not is_past_tense(one.claim, document):
            yield one


def _of_two_sorts(a: Profile, b: Profile) -> bool:
    """Whether one noun has other words before it: the connect timeout, the read timeout."""
    own, other = (set(one.modifiers - _frames() if a.head == b.head else ()) for one in (a, b))
    for noun in {*a.claim.core.split()} & {*b.claim.core.split()}:
        own, other = own | _words_before(noun, a), other | _words_before(noun, b)
    return bool(own) and bool(other) and own.isdisjoint(other)


def _words_before(noun: str, profile: Profile) -> set[str]:
    """The words that stand right before a noun in a sentence and say what sort of it is meant."""
    words = profile.spoken.split()
    found = {lemma(words[at - 1]) for at, word in enumerate(words) if at and lemma(word) == noun}
    return {word for word in found if word.isalpha() and word not in grammar().closed and word not in _frames()}


@cache
def _kinds_of_names() -> frozenset[str]:
    """What numbers that only identify are called: that two are of ports says nothing."""
    return frozenset(word for name in load_table("identifiers")["name"] for word in name["words"])


@cache
def _frames() -> frozenset[str]:
    return frozenset(load_table("gate")["frames"])


def _near(claim: Claim, filed: Mapping[str, Sequence[Profile]]) -> Iterator[Profile]:
    seen = set()
    for bucket in buckets(claim):
        for next in neighbours(bucket):
            for one in filed.get(next, ()):
                if one.index not in seen:
                    seen.add(one.index)
                    yield one


def _copied(told: Told, profile: Profile, lexicon: Lexicon) -> Copy | None:
    """The copy that a claim is of the old value, if it is one, in the same project."""
    if profile.project != told.source.project or (profile.published and profile.published < told.day):
        return None  # what was written before the change did not miss it
    if _of_two_sorts(told.source, profile):
        return None
    source = evolve(told.source, claim=told.edit.old, value=told.edit.old)
    return copied(told.edit, source, profile, lexicon)
