"""A statement's subject and finite verb, past what stands between them: asides, appositions, relative clauses."""

from __future__ import annotations

from claimcheck.claims.grammar import grammar
from claimcheck.claims.measured.antecedents import participial
from claimcheck.claims.phrases import Phrase, phrase_after
from claimcheck.claims.reading import Reading

__all__ = ["Statement", "statement"]

Statement = tuple[Phrase | None, int]
"""The subject, None where only a pronoun names it, and the token of the verb."""

_FAR = 24  # tokens of one aside
_ASIDES = 3
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "where"})
_SOME = frozenset({"some", "many", "most", "all", "several", "both", "few", "none", "half", "part", "parts"})
_ADVERBIAL = frozenset({"once", "even", "following"})


def statement(reading: Reading, at: int) -> Statement | None:
    """The statement that begins at a token: "a nurse [who had returned from Peru] was quarantined"."""
    tags, norms = reading.tags, reading.norms
    for _ in range(_ASIDES):
        while at < len(tags) and (tags[at] == "M" or norms[at] in {",", "that", "then", "and"}):
            at += 1
        participle = at < len(tags) and (norms[at] == "having" or (tags[at] == "V" and participial(norms[at])))
        if at >= len(tags) or not (tags[at] in "PCG" or norms[at] in _ADVERBIAL or participle):
            break
        comma = _comma(reading, at, finite=tags[at] == "C")
        if comma < 0:
            return None
        at = comma + 1
    if at >= len(tags):
        return None
    if norms[at] in "([":
        at = next((k + 1 for k in range(at, len(tags) - 1) if norms[k] in ")]"), at)
    if norms[at] in _SOME and norms[at + 1 : at + 2] == ["of"]:
        at += 2
    if tags[at] == "R":
        verb = _finite(reading, at + 1)
        return (None, verb) if verb >= 0 and norms[at] not in _RELATIVE | {"what", "there"} else None
    subject = phrase_after(reading, at)
    if subject is None or subject.first - at > 2 or tags[subject.head] not in "NZ":
        return None
    if norms[subject.last : subject.last + 1] == ["and"]:
        other = phrase_after(reading, subject.last + 1)
        if other is not None and tags[other.last : other.last + 1] in (["X"], ["V"], ["M"]):
            subject = Phrase(subject.first, other.last, subject.head)
    verb = _behind(reading, subject.last)
    return (subject, verb) if verb >= 0 else None


def _comma(reading: Reading, at: int, *, finite: bool) -> int:
    """The comma that closes what stands before a subject: the one behind which a statement begins, or -1."""
    tags, norms = reading.tags, reading.norms
    seen = not finite
    for k in range(at + 1, min(at + _FAR, len(tags))):
        seen = seen or tags[k] in "VX"
        if norms[k] in {";", ":", "."}:
            return -1
        if norms[k] == "," and seen and tags[k + 1 : k + 2] not in (["C"], ["V"], ["X"], ["P"], ["G"]):
            phrase = None if any(mark in "VX" for mark in tags[at:k]) else phrase_after(reading, k + 1)
            apposed = phrase is not None and norms[phrase.last : phrase.last + 1] == [","]
            if norms[k + 1] not in _RELATIVE and not apposed:
                return k
    return -1


def _behind(reading: Reading, at: int) -> int:
    """The verb of a subject whose noun phrase ends before a token, or -1."""
    tags, norms = reading.tags, reading.norms
    for _ in range(2 * _ASIDES):
        if at >= len(tags):
            return -1
        verb = _finite(reading, at)
        if verb >= 0 and not _reduced(reading, verb):
            return verb
        if verb >= 0 or tags[at] == "G":
            at = _after_verb(reading, max(verb, at))
        elif norms[at] in _RELATIVE:
            at = _after_relative(reading, at)
        elif norms[at] in "([":
            at = next((k + 1 for k in range(at, len(tags)) if norms[k] in ")]"), -1)
        elif norms[at] == ",":
            at = _after_aside(reading, at)
        elif tags[at] == "P" or norms[at] in {"and", "or"}:
            k = at + 1
            while k < len(tags) and tags[k] in "DU":
                k += 1
            phrase = phrase_after(reading, k)
            dated = k > at + 1 and tags[k - 1] == "U"
            at = phrase.last if phrase is not None and phrase.first - k < _NEAR else k if dated else -1
        else:
            return -1
        if at < 0:
            return -1
    return -1


_NEAR = 3
_ADDED = frozenset({"first", "last", "both", "all"})  # adverbs between auxiliary and verb: "was first used"


def _finite(reading: Reading, at: int) -> int:
    """The full verb of the verbs that stand at a token, its auxiliary where there is none, or -1."""
    tags, norms = reading.tags, reading.norms
    k = at
    while k < len(tags) and (tags[k] in "XM" or (k > at and norms[k] in _ADDED)):
        k += 1
    if k < len(tags) and tags[k] == "V":
        return k
    if k < len(tags) and tags[k] == "G" and "X" in tags[at:k]:
        return k
    return next((i for i in range(k - 1, at - 1, -1) if tags[i] == "X"), -1)


def _reduced(reading: Reading, verb: int) -> bool:
    """Whether a participle only tells which noun is meant: "a charity founded by anglers planted willows"."""
    tags, norms = reading.tags, reading.norms
    if tags[verb] != "V" or tags[verb - 1] in "XM" or not participial(norms[verb]):
        return False
    behind = norms[verb + 1 : verb + 2]
    if behind not in (["by"], ["in"], ["from"], ["to"], ["as"], ["at"], ["on"], ["for"]):
        return False
    again = _after_verb(reading, verb)
    if again > 0 and norms[again - 1] == "," and tags[again] == "V" and participial(norms[again]):
        return False  # "riots erupted in Orm, marked by arson"
    linked = (k for k in range(verb, again) if norms[k] == "and")
    return again >= 0 and all(tags[k + 1] == "V" for k in linked)


def _after_relative(reading: Reading, at: int) -> int:
    """Where the statement goes on after a relative clause that begins at a token, or -1."""
    tags = reading.tags
    verb = next((k for k in range(at + 1, min(at + _FAR, len(tags))) if tags[k] in "VX"), -1)
    if verb < 0:
        return -1
    found = _finite(reading, verb)
    return _after_verb(reading, found) if found >= 0 else -1


def _after_verb(reading: Reading, verb: int) -> int:
    """Where the next finite verb stands that no conjunction joins to a verb before it, or -1."""
    tags, norms = reading.tags, reading.norms
    second = -1
    for k in range(verb + 1, min(verb + _FAR, len(tags))):
        if norms[k] in {";", ":", "."} or (tags[k] == "C" and norms[k] not in {"and", "or"}):
            break
        if norms[k] == ",":
            return k + 1 if tags[k + 1 : k + 2] in (["V"], ["X"]) else second
        joined = tags[k - 1] in "TCXM-" or (tags[k - 1] == "V" and _bare(norms[k]))
        if tags[k] not in "VX" or joined or norms[k - 1] == ",":
            continue
        if tags[k] == "V" and tags[k - 1] in "DPA":
            continue
        led = tags[k + 1 : k + 2] in (["Z"], ["P"]) or tags[k - 1] == "V"
        if tags[k] == "V" and participial(norms[k]) and led and second < 0:
            second = k
            continue
        return k
    return second


def _bare(norm: str) -> bool:
    """Whether a verb has no ending: "helped build"."""
    return grammar().verb_forms.get(norm, ("", ""))[1] == "base"


def _after_aside(reading: Reading, comma: int) -> int:
    """Where the statement goes on after what two commas set off, or after the further names of a list; -1."""
    tags, norms = reading.tags, reading.norms
    last = min(comma + _FAR, len(tags))
    for k in range(comma + 1, last):
        if norms[k] in {";", ":", "."}:
            return -1
        if norms[k] == "," and k > comma + 1:
            behind = k + 1
            while behind < len(tags) and tags[behind] == "M":
                behind += 1
            if tags[behind : behind + 1] in (["V"], ["X"]) and not _listed(reading, behind):
                return k + 1
            if norms[behind : behind + 1] == ["and"]:
                phrase = phrase_after(reading, behind + 1)
                if phrase is not None:
                    return phrase.last
        if norms[k] == "and" and tags[k - 1] in "NZ" and not any(mark in "VX" for mark in tags[comma:k]):
            phrase = phrase_after(reading, k + 1)
            if phrase is not None and tags[phrase.last : phrase.last + 1] in (["V"], ["X"], ["M"]):
                return phrase.last
    return -1


def _listed(reading: Reading, at: int) -> bool:
    """Whether a verb goes on a list of what is told inside an aside: ", founded in 1902, rebuilt in 1950, ..."."""
    forms = grammar().verb_forms.get(reading.norms[at], ("", ""))
    return reading.tags[at] == "V" and forms[1] == "ing"
