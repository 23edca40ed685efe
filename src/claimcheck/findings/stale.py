"""Stale copies: places that still give the old value of a figure which an edit changed elsewhere.

``copies`` says what is a copy; here it is settled which of them ought to have followed the edit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.align import Profile
from claimcheck.findings.copies import Copy, copied, one_of_several
from claimcheck.findings.edits import Edit, Key, key
from claimcheck.findings.figures import buckets, converted, neighbours, same
from claimcheck.findings.fingerprint import fingerprint
from claimcheck.findings.history import History, in_history, is_past_tense, moment
from claimcheck.lexicon.model import Lexicon
from claimcheck.records import Claim, Document, Finding, Kind, Modifier, Outcome, Reason, Relation, Severity

__all__ = ["STALE_COPY", "VALUE_CHANGED", "notes", "stale_copies"]

STALE_COPY = "stale-copy"
VALUE_CHANGED = "value-changed"

_RIVAL = 0.3  # how much better another claim of the same figure must fit to be the one that is copied


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
    left = set(kept) - news
    rivals = [profile for profile in heads if key(profile.claim) in left]
    best: dict[Key, Copy] = {}
    excused: dict[Key, tuple[Copy, set[Key]]] = {}
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
            if place in news or one_of_several(edit.old, profile.claim, heads):
                continue
            match = copied(edit, source, profile, lexicon)
            document = documents[profile.claim.document]
            if match is None or in_history(profile.claim, document, history):
                continue
            dated = moment(profile.claim, document)
            if dated != moment(edit.old, bases[edit.old.document]):
                continue
            if not dated and is_past_tense(profile.claim, document) and not was_past:
                continue
            nearer = _nearer(match, profile, rivals, lexicon)
            if nearer:
                excused.setdefault(place, (match, nearer))
            elif place not in best or match.evidence > best[place].evidence:
                best[place] = match
    # What is stale itself excuses nothing.
    best |= {place: match for place, (match, nearer) in excused.items() if nearer <= best.keys() and place not in best}
    ordered = sorted(best.values(), key=lambda match: (match.copy.document, match.copy.span))
    return [_finding(match, documents) for match in ordered]


def notes(made: Iterable[Edit], told: Iterable[Finding], documents: Mapping[str, Document]) -> list[Finding]:
    """A note on each changed figure that no other finding names."""
    named = {key(claim) for finding in told for claim in finding.claims}
    return [_note(edit) for edit in made if key(edit.new) not in named]


def _nearer(match: Copy, profile: Profile, rivals: Sequence[Profile], lexicon: Lexicon) -> set[Key]:
    """The claims with the same figure, left by the edit as they were, that the copy fits better."""
    found = set()
    for rival in rivals:
        if rival.claim is match.copy or key(rival.claim) == key(match.copy) or not same(rival.claim, match.copy):
            continue
        if rival.claim.document == match.copy.document and rival.claim.sentence == match.copy.sentence:
            continue
        other = copied(Edit(rival.claim, match.edit.new), rival, profile, lexicon)
        if other is not None and other.evidence > match.evidence + _RIVAL:
            found.add(key(rival.claim))
    return found


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


def _finding(match: Copy, documents: Mapping[str, Document]) -> Finding:
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


def _ought(match: Copy) -> str:
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
