"""Stale copies: places that still give the old value of a figure which an edit changed elsewhere.

A copy gives the same figure, in whatever notation, of the same thing. That the figure is the same is evidence of its
own (few things in a project measure 52,428,800 bytes), so that less of the context must be shared than between figures
that differ; what speaks against it (another thing, another place, another time) still decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from attrs import frozen

from claimcheck.align import Comparison, Profile, compare
from claimcheck.compare.interval import significant
from claimcheck.findings.edits import Edit, Key, key
from claimcheck.findings.figures import buckets, converted, marks, neighbours, root, rounds, same, same_mark
from claimcheck.findings.fingerprint import fingerprint
from claimcheck.findings.history import History, in_history, is_past_tense, moment
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim, Document, Finding, Kind, Modifier, Outcome, Reason, Relation, Severity

__all__ = ["STALE_COPY", "VALUE_CHANGED", "notes", "stale_copies"]

STALE_COPY = "stale-copy"
VALUE_CHANGED = "value-changed"

_ENOUGH = 2.0  # what evidence for a copy must come to
_ROUNDED = 0.8  # what a rounded figure must have more than an exact one
_MORE = 0.5  # what a figure may say more in the copy's notation
_RIVAL = 0.3  # how much better another claim of the same figure must fit to be the one that is copied
# Tests of comparability that settle that two claims are of two things.
_AGAINST = frozenset(
    {"entities", "giver", "recipient", "holder", "subject", "target", "partner", "place", "time", "contrast", "out of"}
)
_LIKELY, _WEAK = 0.6, 0.1


@frozen
class _Match:
    """A copy with the edit that it did not follow."""

    copy: Claim
    edit: Edit
    ought: Claim
    evidence: float
    shared: tuple[str, ...]
    part: str = ""


def stale_copies(
    made: Sequence[Edit],
    old: Mapping[Key, Profile],
    heads: Sequence[Profile],
    kept: Iterable[Key],
    documents: Mapping[str, Document],
    bases: Mapping[str, Document],
    lexicon: Lexicon,
    history: History,
) -> list[Finding]:
    """A finding for each copy of an old figure among ``heads``, the profiles of the new tree.

    ``old`` holds the profiles of the edits' old claims, ``bases`` the documents that those are from; ``kept`` the keys
    of claims in edited files that the edit left as they were, which a copy may rather belong to.
    """
    filed: dict[str, list[Profile]] = defaultdict(list)
    for profile in heads:
        for bucket in buckets(profile.claim):
            filed[bucket].append(profile)
    news = {key(edit.new) for edit in made}
    rivals = [profile for profile in heads if key(profile.claim) in set(kept) - news]
    best: dict[Key, _Match] = {}
    for edit in made:
        if in_history(edit.new, documents[edit.new.document], history):
            continue
        was_past = is_past_tense(edit.old, bases[edit.old.document])
        source = old[key(edit.old)]
        near = {
            key(profile.claim): profile
            for bucket in buckets(edit.old)
            for next in neighbours(bucket)
            for profile in filed[next]
        }
        for place, profile in near.items():
            if place in news:
                continue
            match = _match(edit, source, profile, lexicon)
            document = documents[profile.claim.document]
            if match is None or in_history(profile.claim, document, history):
                continue
            dated = moment(profile.claim, document)
            if dated != moment(edit.old, bases[edit.old.document]):
                continue
            if not dated and is_past_tense(profile.claim, document) and not was_past:
                continue
            if _belongs_elsewhere(match, profile, rivals, lexicon):
                continue
            if place not in best or match.evidence > best[place].evidence:
                best[place] = match
    ordered = sorted(best.values(), key=lambda match: (match.copy.document, match.copy.span))
    return [_finding(match, documents) for match in ordered]


def notes(made: Iterable[Edit], told: Iterable[Finding], documents: Mapping[str, Document]) -> list[Finding]:
    """A note on each changed figure that no other finding names."""
    named = {key(claim) for finding in told for claim in finding.claims}
    return [_note(edit) for edit in made if key(edit.new) not in named]


def _match(edit: Edit, source: Profile, profile: Profile, lexicon: Lexicon) -> _Match | None:
    copy = profile.claim
    part = ""
    rounded = False
    if not same(copy, edit.old):
        part = _shared_end(copy, edit)
        rounded = not part and rounds(copy, edit.old, edit.new)
        if not part and not rounded:
            return None
    elif same(copy, edit.new):
        return None
    found = compare(source, profile, lexicon)
    if any(reason.test in _AGAINST for reason in found.mismatches):
        return None
    quantity = copy.quantity
    if quantity is not None and quantity.role and (edit.old.quantity is None or not edit.old.quantity.role):
        return None
    shared, topical = _topical(source, profile)
    thing = _thing(source, profile, found)
    if root(copy) == "number" and thing <= _WEAK and any(reason.test == "thing" for reason in found.mismatches):
        return None
    if any(reason.test in ("modifiers", "scope") for reason in found.mismatches) and topical < 2 * _ENOUGH / 3:
        return None
    evidence = thing + topical + _telling_pair(edit.old, copy) + _bonus(source, profile, found)
    named = tuple(part for one in source.entities for part in fold(one).split() if part in _names(profile))
    shared = shared or (named if root(copy) in ("version", "identifier") else ())
    if evidence < _ENOUGH + (_ROUNDED if rounded else 0.0) or not shared:
        return None
    return _Match(copy, edit, edit.new, evidence, shared, part)


def _shared_end(copy: Claim, edit: Edit) -> str:
    """The end of a period that a single date copies: a meeting "from 12 to 14 May" that "starts on 12 May"."""
    if root(copy) != "date" or root(edit.old) != "date":
        return ""
    before, after, here = marks(edit.old), marks(edit.new), marks(copy)
    if len(before) != 2 or len(after) != 2 or len(here) != 1:
        return ""
    for name, one, other in zip(("start", "end"), before, after, strict=True):
        if one[2] and same_mark(here[0], one) and not same_mark(one, other):
            return name
    return ""


@cache
def _frames() -> frozenset[str]:
    return frozenset(load_table("gate")["frames"])


def _names(profile: Profile) -> set[str]:
    """The words of proper names; a row's label ("Size of one file") may stand among the entities and is none."""
    names = [name for name in profile.entities if all(word[:1].isupper() for word in name.split() if len(word) > 3)]
    return {part for name in names for part in fold(name).split()}


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _own(profile: Profile) -> dict[str, float]:
    """The words of the statement itself, with the noun that a rate is per."""
    names = _names(profile)
    own = {_stem(word): heavy for word, heavy in profile.words.items() if word not in names}
    quantity = profile.claim.quantity
    if quantity is not None and quantity.per:
        own |= {_stem(word): 0.5 for word in quantity.per.lower().split() if word.isalpha()}
    return own


def _topical(a: Profile, b: Profile) -> tuple[tuple[str, ...], float]:
    """The words that both have, names aside, and their weight; words of titles and of the passage count less."""
    left, right = _own(a), _own(b)
    around_a = {_stem(word): heavy for word, heavy in a.ambient.items()}
    around_b = {_stem(word): heavy for word, heavy in b.ambient.items()}
    found: dict[str, float] = {word: max(heavy, right[word]) for word, heavy in left.items() if word in right}
    for own, around in ((left, around_b), (right, around_a)):
        for word, heavy in own.items():
            if word in around and word not in found:
                found[word] = min(heavy, around[word])
    names = _names(a) | _names(b)
    found = {word: heavy for word, heavy in found.items() if word not in names and heavy > 0}
    ranked = sorted(found, key=lambda word: (-found[word], word))
    return tuple(ranked), sum(found.values())


def _thing(a: Profile, b: Profile, found: Comparison) -> float:
    """How likely the measured thing is the same; nouns that only frame a figure ("maximum") leave it open."""
    if found.thing >= 1.0:
        return min(found.thing, 1.8)
    if a.head and a.head == b.head:
        return 1.0
    heads = {_stem(a.head), _stem(b.head)} - {""}
    if len(heads) < 2 or heads & _frames():
        return _LIKELY if _names_other(a, b) else 0.3
    if _names_other(a, b):
        return _LIKELY if root(a.claim) == "date" or _named(a.claim, b.claim) else _WEAK
    return found.thing if found.thing < 0 else _WEAK


def _named(a: Claim, b: Claim) -> bool:
    """Whether both are versions, or both identifiers, which name a thing rather than measure it."""
    return a.kind is b.kind and a.kind in (Kind.VERSION, Kind.IDENTIFIER)


def _names_other(a: Profile, b: Profile) -> bool:
    return _stem(a.head) in _own(b) or _stem(b.head) in _own(a)


def _telling(claim: Claim) -> float:
    """How much the mere figure says: few figures of three digits are the same by chance, and hardly any day."""
    kind = root(claim)
    if kind == "date":
        return 1.5 if all(day for _, _, day in marks(claim)) else 0.7
    if claim.kind in (Kind.VERSION, Kind.IDENTIFIER):
        return 1.0
    quantity = claim.quantity
    value = None if quantity is None else quantity.low if quantity.low is not None else quantity.high
    large = value is not None and abs(value) >= 1000
    digits = {1: 0.2, 2: 0.8}.get(significant(claim), 1.5) + (0.5 if large else 0.0)
    return digits + (0.5 if kind not in ("number", "percent", "rank", "ratio") else 0.0)


def _telling_pair(old: Claim, copy: Claim) -> float:
    """How much it says that both give the figure; more where one of them writes it to many digits in other units."""
    first, second = _telling(old), _telling(copy)
    return first + min(_MORE, max(0.0, second - first))


def _bonus(a: Profile, b: Profile, found: Comparison) -> float:
    """Names that both have, and a bound on both sides."""
    names = 0.5 * min(2, sum(reason.test == "entities" and reason.outcome is Outcome.MATCH for reason in found.reasons))
    return names + (0.5 if _bounds(a) and _bounds(b) else 0.0)


def _bounds(profile: Profile) -> bool:
    quantity = profile.claim.quantity
    return (
        profile.limits
        or bool(profile.scope.get("extent"))
        or (quantity is not None and (quantity.low is None) != (quantity.high is None))
    )


def _belongs_elsewhere(match: _Match, profile: Profile, rivals: Sequence[Profile], lexicon: Lexicon) -> bool:
    """Whether the copy fits a claim better that the edit left as it was, with the same figure."""
    for rival in rivals:
        if rival.claim is match.copy or key(rival.claim) == key(match.copy) or not same(rival.claim, match.copy):
            continue
        if rival.claim.document == match.copy.document and rival.claim.sentence == match.copy.sentence:
            continue
        other = _match(Edit(rival.claim, match.edit.new), rival, profile, lexicon)
        if other is not None and other.evidence > match.evidence + _RIVAL:
            return True
    return False


def _shown(claim: Claim) -> str:
    return " ".join(claim.text.split())


_FIGURE = re.compile(r"[\d$€£¥].*")


def _figure(claim: Claim) -> str:
    """The figure as written, without the words that bound it, where it is in digits."""
    shown = _shown(claim)
    quantity = claim.quantity
    if quantity is None or claim.kind is Kind.VERSION or quantity.modifier in (Modifier.EXACT, Modifier.RANGE):
        return shown
    found = _FIGURE.search(shown)
    return found[0] if found else shown


def _finding(match: _Match, documents: Mapping[str, Document]) -> Finding:
    copy, edit = match.copy, match.edit
    ought = _ought(match)
    place = documents[edit.new.document].locate(edit.new.span)
    where = "" if edit.new.document == copy.document else f"{edit.new.document}:"
    text = (
        f"“{_shown(copy)}” is stale: the edit changed “{_shown(edit.old)}” to “{_shown(edit.new)}” "
        f"in {where or 'line '}{place.line}; it ought to be {ought}"
    )
    reasons = (
        Reason("context", Outcome.MATCH, "both mention " + ", ".join(match.shared[:4])),
        Reason("values", Outcome.MISMATCH, f"{_shown(copy)}: the old value; {_shown(edit.new)}: the new one"),
    )
    claims = (copy, edit.new)
    return Finding(
        STALE_COPY, Relation.CONTRADICTS, Severity.ERROR, claims, text, reasons, fingerprint(STALE_COPY, claims)
    )


def _ought(match: _Match) -> str:
    new = match.edit.new
    if match.part:
        return f"the {match.part} of “{_shown(new)}”"
    there = converted(new, match.copy, match.edit.old)
    return f"“{_figure(new)}”" + (f", which is {there}" if there else "")


def _note(edit: Edit) -> Finding:
    claims = (edit.new,)
    old, new = _shown(edit.old), _shown(edit.new)
    what = edit.new.core or edit.new.event or ("date" if edit.new.kind is Kind.DATE else edit.new.kind.value)
    return Finding(
        VALUE_CHANGED,
        Relation.DIFFERS,
        Severity.NOTE,
        claims,
        f"{what}: the edit changed “{old}” to “{new}”",
        (Reason("values", Outcome.MISMATCH, f"{old} before; {new} now"),),
        fingerprint(VALUE_CHANGED, (edit.old, edit.new)),
    )
