"""A date beside the event that it is the date of, where the clause tells of something else or of nothing."""

from __future__ import annotations

from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.measured.deeds import told_by
from claimcheck.claims.measured.eventful import is_event, occasional
from claimcheck.claims.measured.model import Measured, object_of
from claimcheck.claims.measured.statements import statement
from claimcheck.claims.phrases import Phrase, normalise, of_phrase, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["PICTURED", "happened", "occasion"]

PICTURED = "what the picture is of"

_BE = frozenset({"is", "are", "was", "were", "be", "been", "'s"})
_LONGEST_LINK = 4
_WITHIN = 8  # tokens from a verb of looking back to its date
_NEAR = 4


def occasion(reading: Reading, mention: Mention) -> Measured | None:
    """ "The year to remember is 1987, when there was a fire", "the change came in 1997 with the election of Blair"."""
    return (
        _in_content(reading, mention)
        or _stated(reading, mention)
        or _when(reading, mention)
        or _behind(reading, mention)
        or _captioned(reading, mention)
        or _doing(reading, mention)
    )


def _in_content(reading: Reading, mention: Mention) -> Measured | None:
    """ "The fact that both are due to meet next year shows …": what the clause that fills a noun tells."""
    norms, tags = reading.norms, reading.tags
    if "that" not in reading.scan.vocabulary:
        return None
    at = next((k for k in range(mention.first - 1, 0, -1) if norms[k] == "that" and tags[k] == "C"), 0)
    if not at or lemma(norms[at - 1]) not in occasional("content"):
        return None
    found = statement(reading, at + 1)
    if found is None or found[1] > mention.first:
        return None
    subject, verb = found
    if tags[verb + 1 : verb + 2] and norms[verb + 1] in occasional("foreseen"):
        verb += 1
    if norms[verb] in occasional("foreseen") and tags[verb + 1 : verb + 3] == ["T", "V"]:
        verb += 2
    if tags[verb] not in "VX" or any(mark in "VXC." for mark in tags[verb + 1 : mention.first]):
        return None
    return told_by(reading, mention, verb, subject, mention.first)


def _stated(reading: Reading, mention: Mention) -> Measured | None:
    """ "After 2009, the view was that the bank was getting weaker": what a noun is said to be."""
    norms = reading.norms
    if "that" not in reading.scan.vocabulary:
        return None
    last = min(mention.last + _STATED, len(norms))
    at = next((k for k in range(mention.last, last) if norms[k] == "that" and norms[k - 1] in _BE), 0)
    if not at or not any(lemma(word) in occasional("viewed") for word in norms[mention.last : at]):
        return None
    found = statement(reading, at + 1)
    if found is None:
        return None
    return told_by(reading, mention, found[1], found[0], reading.clause(found[1])[1])


_STATED = 10  # tokens from a date to the clause that says what was thought then


def _when(reading: Reading, mention: Mention) -> Measured | None:
    """What a clause with "when" tells, behind a date that is only named or looked back to."""
    norms, tags = reading.norms, reading.tags
    at = mention.last + (norms[mention.last : mention.last + 1] == [","])
    if norms[at : at + 1] != ["when"] or not (_named(reading, mention) or _looked(reading, mention)):
        return None
    if norms[at + 1 : at + 2] == ["there"]:
        be = at + 2
        while be < len(tags) and tags[be] in "XM":
            be += 1
        return _event(reading, phrase_after(reading, be), "what there was")
    found = statement(reading, at + 1)
    if found is None:
        return None
    return told_by(reading, mention, found[1], found[0], reading.clause(found[1])[1])


def _named(reading: Reading, mention: Mention) -> bool:
    """Whether a date is all that its clause says: "the year to remember is 1987"."""
    at = mention.first - 1
    while at > 0 and reading.tags[at] in "PD":
        at -= 1
    if at < 1 or reading.norms[at] not in _BE:
        return False
    first = reading.clause(at)[0]
    if reading.norms[first:at] == ["it"]:
        return True
    turns = occasional("turns")
    return any(lemma(word) in turns for word in reading.norms[first:at])


def _looked(reading: Reading, mention: Mention) -> bool:
    """Whether a date is only looked back to: "if we go back to 1956"."""
    norms, tags = reading.norms, reading.tags
    first = reading.clause(mention.first)[0]
    for k in range(mention.first - 1, max(first, mention.first - _WITHIN) - 1, -1):
        if tags[k] == "V":
            base = verb_lemma(norms[k])
            return base in occasional("perceiving") and tags[mention.first - 1] in "PDMV"
        if tags[k] not in "PDMNRA":
            return False
    return False


def _behind(reading: Reading, mention: Mention) -> Measured | None:
    """The event that a phrase right behind a date names, where the clause only says that there was a turn."""
    norms, tags = reading.norms, reading.tags
    at = mention.last
    looked = _looked(reading, mention)
    if looked:
        at += norms[at : at + 1] == [","]
        at += norms[at : at + 1] == ["and"]
        at += norms[at : at + 1] in (["at"], ["to"], ["with"], ["on"])
        found = _event(reading, phrase_after(reading, at), "what is looked back to")
        return found if at > mention.last and found is not None and is_event(found.head) else None
    if norms[at : at + 1] == ["from"] and _suffered(reading, mention):
        at += 1
        while reading.figure_at[at] >= 0:
            at += 1
        found = _event(reading, phrase_after(reading, at), "what is suffered from")
        return found if found is not None and is_event(found.head) else None
    link = _link(reading, at)
    if not link or not _turned(reading, mention):
        return None
    phrase = phrase_after(reading, at + link)
    if phrase is None or not is_event(norms[phrase.head]) or phrase.first - at - link > _NEAR:
        return None
    return _event(reading, phrase, "the event beside the date") if tags[phrase.head] == "N" else None


def happened(reading: Reading, mention: Mention) -> Measured | None:
    """ "What we saw happening in Lima at the beginning of the year" are events in Lima."""
    norms, tags = reading.norms, reading.tags
    if "what" not in reading.scan.vocabulary:
        return None
    first = next((k for k in range(mention.first - 1, -1, -1) if norms[k] == "what"), -1)
    verbs = [k for k in range(first + 1, mention.first) if tags[k] in "VG"]
    happening = occasional("happening")
    if first < 0 or not verbs or verb_lemma(norms[verbs[-1]]) not in happening or "." in tags[first : mention.first]:
        return None
    text = "events"
    for at in (verbs[-1] + 1, mention.last):
        if norms[at : at + 1] in (["in"], ["at"], ["across"], ["near"]) and at + 1 != mention.first:
            place = phrase_after(reading, at + 1)
            where = normalise(reading, [place], keep_names=True)
            text = f"events {norms[at]} {where}" if where and tags[at + 1] != "U" else text
    return Measured(text, "event", "happen", why="what happened", confidence=0.8)


def _captioned(reading: Reading, mention: Mention) -> Measured | None:
    """A picture's caption, which tells in the present tense of a day: "A choir sings at a wedding, 2 May 2019"."""
    norms, tags = reading.norms, reading.tags
    ends = mention.last >= len(tags) - 1
    colon = norms[mention.last : mention.last + 1] == [":"]
    if not colon and not (ends and mention.first and norms[mention.first - 1] == ","):
        return None
    first = reading.clause(mention.first)[0]
    verb = next((k for k in range(first + 1, mention.first) if tags[k] in "VX" and norms[k] != "left"), -1)
    form = grammar().verb_forms.get(norms[verb], ("", ""))[1]
    if verb < 0 or not (form in {"s", "base"} or norms[verb] in {"is", "are"}):
        return None
    attending = verb_lemma(norms[verb]) in occasional("attending")
    for k in range(verb, mention.first):
        if (k == verb and attending) or norms[k] in _AT:
            phrase = phrase_after(reading, k + 1, mention.first)
            phrase = _onward(reading, phrase, mention.first)
            if phrase is not None and tags[phrase.head] == "N" and is_event(norms[phrase.head]):
                return _event(reading, phrase, PICTURED)
    found = statement(reading, first) if colon else None
    if found is None or found[1] != verb or tags[verb] == "X":
        return None
    return told_by(reading, mention, verb, found[0], mention.first)


def _onward(reading: Reading, phrase: Phrase | None, limit: int) -> Phrase | None:
    """A noun phrase that names in a row keep from its head: "the Peru plus Chile (P+C) trade ministers' meeting"."""
    norms = reading.norms
    for _ in range(_NEAR):
        if phrase is None or is_event(norms[phrase.head]):
            break
        at = phrase.last
        if norms[at] == "(" and ")" in norms[at:limit]:
            phrase = phrase_after(reading, norms.index(")", at) + 1, limit)
        elif norms[at] in {"plus", "and", "+"}:
            phrase = phrase_after(reading, at + 1, limit)
        else:
            break
    return phrase


_AT = frozenset({"at", "during", "in", "to", "for", "after"})


def _link(reading: Reading, at: int) -> int:
    """How many tokens at a token lead on to an event: "in the wake of"."""
    linking = occasional("linking")
    for length in range(_LONGEST_LINK, 0, -1):
        if " ".join(reading.norms[at : at + length]) in linking:
            return length
    return 0


def _suffered(reading: Reading, mention: Mention) -> bool:
    """Whether the verb before a date leads to an event by "from"."""
    at = mention.first - 1
    while at > 0 and reading.tags[at] in "PDM":
        at -= 1
    return reading.tags[at] == "V" and verb_lemma(reading.norms[at]) in occasional("suffering")


def _doing(reading: Reading, mention: Mention) -> Measured | None:
    """What somebody is shown to do: "the latest sign was the mayor telling a newspaper last week that …"."""
    norms, tags = reading.norms, reading.tags
    first = reading.clause(mention.first)[0]
    verb = next((k for k in range(mention.first - 1, first, -1) if tags[k] in "VXG."), first)
    if tags[verb] != "G" or tags[verb - 1] not in "NZ":
        return None
    subject = phrase_before(reading, verb, first)
    if subject is None or subject.last != verb:
        return None
    k = subject.first - 1
    while k > first and tags[k] in "DUM":
        k -= 1
    if norms[k] != "of" and (tags[k] not in "VX" or not {norms[k], verb_lemma(norms[k])} & occasional("showing")):
        return None
    target = object_of(reading, verb, mention.first)
    event = verb_lemma(norms[verb])
    words = [normalise(reading, [one], keep_names=True) for one in (subject, target) if one is not None]
    text = " ".join([words[0], event, *words[1:]])
    head = lemma(norms[subject.head])
    why = "what somebody is shown to do"
    return Measured(text, head, event, subject.first, verb + 1, why, 0.9, verb=verb, subject=subject, target=target)


def _turned(reading: Reading, mention: Mention) -> bool:
    """Whether the verb before a date only says that "this" or a turn of things came then."""
    norms, tags = reading.norms, reading.tags
    first = reading.clause(mention.first)[0]
    verb = next((k for k in range(mention.first - 1, first, -1) if tags[k] == "V"), first)
    if verb == first or verb_lemma(norms[verb]) not in occasional("turning"):
        return False
    at = verb - 1
    while at > first and tags[at] in "XM":
        at -= 1
    if tags[at] in "R" or (norms[at] in {"this", "that", "it"}):
        return True
    return any(lemma(word) in occasional("turns") for word in norms[first:verb])


def _event(reading: Reading, phrase: Phrase | None, why: str) -> Measured | None:
    if phrase is None or reading.tags[phrase.head] != "N":
        return None
    text = normalise(reading, [phrase, of_phrase(reading, phrase)], keep_names=True)
    head = lemma(reading.norms[phrase.head])
    return Measured(text, head, verb_lemma(head) if head.endswith("ing") else head, phrase.first, phrase.last, why, 0.9)
