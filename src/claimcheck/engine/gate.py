"""The gate with a base: what an edit did to the facts of a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import field, frozen

from claimcheck.align import Profile, compare, profiles
from claimcheck.config import Settings
from claimcheck.engine.extraction import Progress, Reader, Yield
from claimcheck.engine.outcome import Outcome, in_grades, noted, permitted, rule_ids
from claimcheck.engine.store import Store
from claimcheck.engine.tree import Names, Source, Sources, on_disk, settings_for, tracked
from claimcheck.findings.contradictions import new_contradictions
from claimcheck.findings.edits import Edits, Key, Version, edits, key
from claimcheck.findings.figures import buckets, root
from claimcheck.findings.history import in_history, tells_past
from claimcheck.findings.stale import notes, stale_copies
from claimcheck.findings.suppression import Suppressions
from claimcheck.findings.terms import Query, value_terms
from claimcheck.packs import RuleSet
from claimcheck.read.revision import Repository
from claimcheck.records import Claim, Document, Finding
from claimcheck.report.model import Report
from claimcheck.report.rules import GATE_RULES

__all__ = ["check_edit"]


@frozen
class _Pair:
    """A file before and after; None on a side where there is none."""

    before: Source | None
    after: Source | None


@frozen
class _Tree:
    """What is known of the new tree: all its files, and what those that matter yield."""

    sources: tuple[Source, ...]
    yields: dict[str, Yield] = field(repr=False)

    @property
    def documents(self) -> dict[str, Document]:
        return {id: one.document for id, one in self.yields.items() if one.document is not None}

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        return [claim for id in ids if id in self.yields for claim in self.yields[id].claims]


def check_edit(
    paths: Sequence[str],
    base: str,
    settings: Settings,
    rules: RuleSet,
    store: Store,
    *,
    head: str | None = None,
    merge_base: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """What the edit from a base revision to the working tree, or to ``head``, did to the facts.

    Raises ``RevisionError`` where a revision cannot be read, and ``ClaimcheckError`` for paths outside the repository.
    """
    repository = Repository.around(Path(paths[0]) if paths else Path())
    commit = repository.commit(base)
    tip = repository.commit(head) if head is not None else None
    if merge_base:
        commit = repository.merge_base(commit, tip or repository.commit("HEAD"))
    names = Names(paths, settings, repository)
    found = on_disk(paths, settings, repository) if tip is None else tracked(repository, tip, names)
    reader = Reader(store, rules, progress)
    reader.ensure(found.files)
    pairs = _pairs(repository, commit, tip, found.files, names)
    reader.ensure([pair.before for pair in pairs if pair.before is not None])
    outcome = _Edit(reader, settings, rules, found, pairs).outcome()
    reader.close()
    return outcome


def _pairs(repository: Repository, commit: str, tip: str | None, files: Sequence[Source], names: Names) -> list[_Pair]:
    """The files that differ, each with its content on both sides."""
    here = {source.inside: source for source in files}
    there = {entry.path: entry.blob for entry in repository.files(commit)}
    changes = repository.changes(commit, tip)
    sides: list[tuple[str | None, Source | None]] = []
    seen: set[str] = set()
    for change in changes:
        after = here.get(change.after) if change.after is not None else None
        before = change.before if change.before in there else None
        if after is None and (before is None or names(before) is None):
            continue
        seen |= {change.after} if change.after is not None else set()
        sides.append((before, after))
    sides += [(None, source) for inside, source in here.items() if inside not in there and inside not in seen]
    if tip is None:
        same = {path: (there[path], one.data) for path, one in here.items() if path in there and path not in seen}
        sides += [(path, here[path]) for path in repository.differing(same)]
    contents = repository.contents([there[before] for before, _ in sides if before is not None])
    pairs = []
    for before, after in sides:
        old = None
        if before is not None:
            id = after.id if after is not None else names(before) or before
            old = Source(id, contents[there[before]], before)
        if old is None or after is None or old.data != after.data:
            pairs.append(_Pair(old, after))
    return pairs


class _Edit:
    """One run over an edit."""

    def __init__(
        self, reader: Reader, settings: Settings, rules: RuleSet, found: Sources, pairs: Sequence[_Pair]
    ) -> None:
        self._reader, self._settings, self._rules, self._found = reader, settings, rules, found
        self._history, self._ignored = settings_for(settings)
        befores = [pair.before for pair in pairs if pair.before is not None]
        afters = [pair.after for pair in pairs if pair.after is not None]
        old = dict(zip(map(id, befores), reader.load(befores), strict=True))
        new = dict(zip(map(id, afters), reader.load(afters), strict=True))
        self._tree = _Tree(found.files, {source.id: new[id(source)] for source in afters})
        self._changed = [source.id for source in afters]
        versions = [(_version(old.get(id(pair.before))), _version(new.get(id(pair.after)))) for pair in pairs]
        self._old = [version for version, _ in versions if version is not None]
        self._made: Edits = edits(versions)
        marked = {key(claim) for claim in self._touched()}
        here = self._profiles(self._tree.claims(self._changed)) if marked else []
        self._queries = [Query.of(one, rules.lexicon) for one in here if key(one.claim) in marked]
        self._held: dict[str, set[str]] = {}
        self._values = {term for edit in self._made.changed for term in value_terms(edit.old)}

    def outcome(self) -> Outcome:
        """The findings on the edit, suppressions applied."""
        from claimcheck.pipeline import rule_notes

        self._load_related()
        found = self._findings()
        quiet = Suppressions.of(
            [one for id, one in self._tree.documents.items() if id in self._shown(found)], rule_ids(self._rules)
        )
        left = quiet.apply(permitted(found, self._ignored))
        changed = set(self._changed)
        left += [
            one
            for one in in_grades(quiet.complaints(unused=False), self._settings)
            if one.claims[0].document in changed
        ]
        shown = self._shown(left)
        yields = [one for id, one in self._tree.yields.items() if id in shown]
        unread = [*self._found.skipped, *self._reader.unreadable(self._found.files)]
        report = Report(
            documents=tuple(one.document for one in yields if one.document is not None),
            claims=tuple(claim for one in yields for claim in one.claims),
            findings=tuple(left),
            skipped=(*unread, *(skip for one in yields if one.document is not None for skip in one.skipped)),
            rules=rule_notes([one for one in left if one.rule not in GATE_RULES], self._rules),
        )
        return Outcome(noted(report), self._reader.read)

    def _shown(self, found: Iterable[Finding]) -> set[str]:
        """The documents that a report on these findings must hold: those that changed and those that are named."""
        return {*self._changed, *(claim.document for one in found for claim in one.claims)}

    def _touched(self) -> list[Claim]:
        return [*(edit.new for edit in self._made.changed), *self._made.added]

    def _load_related(self) -> None:
        """Load the untouched files that may hold a copy of an old figure, or contradict a new one."""
        if not self._touched():
            return
        untouched = {
            self._reader.key(source): source for source in self._tree.sources if source.id not in self._tree.yields
        }
        terms = {*self._values, *(term for query in self._queries for term in query.terms())}
        held: dict[bytes, set[str]] = defaultdict(set)
        for term, entries in self._reader.store.holding(terms, untouched).items():
            for entry in entries:
                held[entry].add(term)
        related = [
            source
            for entry, source in untouched.items()
            if entry in held
            and (not self._values.isdisjoint(held[entry]) or any(query.met(held[entry]) for query in self._queries))
        ]
        for source, one in zip(related, self._reader.load(related), strict=True):
            self._tree.yields[source.id] = one
            self._held[source.id] = held[self._reader.key(source)]

    def _heads(self) -> list[Profile]:
        """The claims of the new tree that matter: those of the changed files, and sentences that may be about the same.

        A whole sentence goes with its claims, since what else it counts says what a figure is not of.
        """
        changed = set(self._changed)
        near: set[tuple[str, int]] = set()
        others = [claim for claim in self._tree.claims(self._tree.yields) if claim.document not in changed]
        for claim in others:
            place = (claim.document, claim.sentence.start)
            if place in near:
                continue
            kind, held = root(claim), self._held[claim.document]
            if not self._values.isdisjoint(f"v {one}" for one in buckets(claim)) or any(
                query.meets(claim, kind, held, self._rules.lexicon) for query in self._queries
            ):
                near.add(place)
        kept = [claim for claim in others if (claim.document, claim.sentence.start) in near]
        return self._profiles([*self._tree.claims(self._changed), *kept])

    def _profiles(self, claims: Sequence[Claim]) -> list[Profile]:
        return profiles(claims, list(self._tree.documents.values()), self._rules.lexicon)

    def _findings(self) -> list[Finding]:
        made = self._made
        heads = self._heads()
        bases = {version.document.id: version.document for version in self._old}
        old = profiles(
            [claim for version in self._old for claim in version.claims], list(bases.values()), self._rules.lexicon
        )
        changed = {key(edit.new) for edit in made.changed}
        stale: list[Finding] = []
        if made.changed:
            stale = stale_copies(
                made.changed,
                {key(profile.claim): profile for profile in old},
                heads,
                set(made.before) - changed,
                self._tree.documents,
                bases,
                self._rules.lexicon,
                self._history,
            )
        serious = [*stale, *self._contradictions(heads, stale)]
        told = [*serious, *notes(made.changed, serious, self._tree.documents)]
        return in_grades(told, self._settings)

    def _contradictions(self, heads: Sequence[Profile], stale: Sequence[Finding]) -> list[Finding]:
        from claimcheck.findings import judge

        touched = {key(claim) for claim in self._touched()}
        if not touched:
            return []
        claims = self._near(heads, touched)
        documents = self._tree.documents
        judged = judge(claims, list(documents.values()), self._rules)
        return new_contradictions(
            judged,
            self._made,
            self._rules,
            stale=[key(finding.claims[0]) for finding in stale],
            in_history=lambda claim: bool(in_history(claim, documents[claim.document], self._history)),
            past=lambda claim: bool(tells_past(claim, documents[claim.document], self._history)),
        )

    def _near(self, heads: Sequence[Profile], touched: set[Key]) -> list[Claim]:
        """The claims of the changed files, and those of files with one that may be in conflict with an edited claim."""
        changed = set(self._changed)
        edited = [(profile, root(profile.claim)) for profile in heads if key(profile.claim) in touched]
        suspects: set[str] = set()
        for profile in heads:
            id = profile.claim.document
            if id in changed or id in suspects:
                continue
            kind = root(profile.claim)
            if any(kind == other and self._may_conflict(one, profile) for one, other in edited):
                suspects.add(id)
        return [profile.claim for profile in heads if profile.claim.document in changed | suspects]

    def _may_conflict(self, one: Profile, other: Profile) -> bool:
        """A first look at a pair, looser than the judge's."""
        found = compare(one, other, self._rules.lexicon)
        if {reason.test for reason in found.mismatches} - {"time", "status"}:
            return False
        return found.thing > 0 and found.score >= _SUSPECT


_SUSPECT = 3.5  # a score from which the judge has a look: its own threshold lies higher


def _version(found: Yield | None) -> Version | None:
    if found is None or found.document is None:
        return None
    return Version(found.document, found.claims)
