"""A verb's arguments: the noun phrases before and after it that it takes as subject and object."""

from __future__ import annotations

from claimcheck.claims.clauses import said_before
from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.measured.antecedents import antecedent, participial
from claimcheck.claims.phrases import Phrase, phrase_after, phrase_before
from claimcheck.claims.reading import TIMES, Reading
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["nearest", "object_of", "subject_of"]


def subject_of(reading: Reading, verb: int, floor: int) -> Phrase | None:
    """The noun phrase that a verb's clause begins with, after fronted adverbials; a relative clause's antecedent.

    A clause that begins with its verb ("… and ended in 2009") has the subject of the clause before it, a fronted
    participle ("Founded in 1908, the club …") that of the clause after it.
    """
    tags, tokens = reading.tags, reading.tokens
    first, last = reading.clause(verb)
    first = _said(reading, first, verb)
    raised = _raised(reading, verb, first)
    if raised is not None:
        return raised
    relative = verb - 1
    while relative > first and tags[relative] in "XM":
        relative -= 1
    if relative > first and tokens[relative].norm == "which":
        return antecedent(reading, relative)  # "a report for the paper which ran in May"
    near = _local_subject(reading, verb, first)
    if near is not None:
        return near
    i = first
    while i < verb and (tags[i] in "C." or tokens[i].text in "\"“‘'("):
        if tokens[i].norm == "that" and i and tags[i - 1] in "NZ" and not _reported(reading, i):
            break
        i += 1
    said = i < verb and _reported(reading, i)
    if i < verb and tokens[i].norm in {"which", "that", "who"} and tags[i] in "RC" and not said:
        found = antecedent(reading, i)
        main = found is not None and tags[verb] == "V" and _after_relative(reading, i, verb)
        return _whole(reading, found) if main and found is not None else found
    if i + 3 < verb and tokens[i].norm == tokens[i + 2].norm and tags[i + 1] in "PTC" and tokens[i + 3].text == ",":
        i += 4  # "End to end, the journey takes 19 minutes"
    while i < verb and tags[i] in "PMTGU":
        comma = next((k for k in range(i, verb) if tokens[k].text == ","), None)
        if comma is None:
            break
        i = comma + 1
    if i + 1 < verb and tags[i] == "P" and tags[i + 1] == "U" and reading.figure_at[i + 1] >= 0:
        opening = reading.mentions[reading.figure_at[i + 1]]
        i = opening.last if opening.kind in TIMES and opening.last < verb and tags[opening.last] in "DNAZ" else i
    if i + 1 < verb and tags[i] == "P" and f"{tokens[i].norm} {tokens[i + 1].norm}" in load_table("grammar")["asides"]:
        i += 2
    while i < verb and (tags[i] in "UDM" or (tokens[i].norm == "one" and tags[i + 1] in "NA")):
        i += 1
    if i < verb and tags[i] == "R":
        return None
    phrase = phrase_after(reading, i, verb) if i < verb else None
    if phrase is not None:
        return _graded(reading, phrase, verb) or phrase
    if i >= verb or all(mark in "XMVTC." for mark in tags[first:verb]):
        if last < len(tokens) and first == 0 and tags[verb] in "VG":
            return phrase_after(reading, last + (tokens[last].text == ","))
        earlier_verb = next((k for k in range(first - 1, -1, -1) if tags[k] in "VX"), None)
        return subject_of(reading, earlier_verb, 0) if earlier_verb is not None else None
    return nearest(reading, verb, floor)


def _graded(reading: Reading, phrase: Phrase, verb: int) -> Phrase | None:
    """The noun behind a grade that stands before it: the earthquake of "a magnitude 5.9 earthquake struck"."""
    if reading.norms[phrase.head] not in load_table("grammar")["grades"]:
        return None
    at = phrase.last
    while at < verb and reading.tags[at] in "U-":
        at += 1
    return phrase_after(reading, at, verb) if phrase.last < at < verb and reading.tags[at] in "NA" else None


def _said(reading: Reading, first: int, verb: int) -> int:
    """The token after "that" where it goes before the verb's own clause that something is clear or worth noting: "it is
    worth noting, however, that sales fell"; else the clause's first token.
    """
    for k in range(verb - 2, first, -1):
        if reading.norms[k] == "that" and reading.tags[k] == "C":
            opened = reading.tags[k - 1] in "GVAM" or (reading.tokens[k - 1].text == "," and reading.tags[k - 2] == "M")
            noun = reading.tags[k + 1] in "DNZA"
            return k + 1 if opened and noun and {"V", "X"} & set(reading.tags[first:k]) else first
    return first


def _reported(reading: Reading, at: int) -> bool:
    """Whether "that" opens what is said, with a subject of its own: "said in a statement that yields fell"."""
    opens = reading.norms[at] == "that" and reading.tags[at + 1 : at + 2] in (["N"], ["A"], ["Z"], ["D"])
    return opens and said_before(reading.tokens, reading.tags, at)


def _raised(reading: Reading, verb: int, first: int) -> Phrase | None:
    """The subject of an infinitive that another verb's object is: "the ministry expects freight to grow by 7%"."""
    tags = reading.tags
    if verb - 2 <= first or tags[verb - 1] != "T" or tags[verb - 2] not in "NZ":
        return None
    found = phrase_before(reading, verb - 1, first)
    if found is None or found.last != verb - 1:
        return None
    k = found.first - 1
    while k > first and (tags[k] in "DMA" or (tags[k] == "U" and _dated(reading, k))):
        k -= 1  # "expects this year's harvest to reach"
    foreseeing = tags[k] == "V" and verb_lemma(reading.norms[k]) in load_table("grammar")["raising_verbs"]
    return found if foreseeing else None


def _local_subject(reading: Reading, verb: int, first: int) -> Phrase | None:
    """The subject of a verb that is not its clause's first: "… rose after the union called a strike", "the tower, the
    highest of its kind, built in 1908", "a law put forward by the ministry".
    """
    tags, tokens = reading.tags, reading.tokens
    if tags[verb] not in "VX":
        return None
    resumed = _resumed(reading, verb, first)
    if resumed is not None:
        return resumed
    i = verb
    while i > first and (tags[i - 1] in "XMT" or (tags[i - 1] == "U" and _dated(reading, i - 1))):
        i -= 1
    if i == verb and i > first and tokens[i - 1].text == "," and participial(tokens[verb].norm):
        comma = next((k for k in range(verb, len(tokens)) if tokens[k].text in ",.;"), len(tokens))
        if first == i - 1 and comma - verb < 8:
            return nearest(reading, i - 1, 0)
        return None
    found = phrase_before(reading, i, first)
    if found is None or found.last != i:
        return None
    earlier_verb = any(tags[k] in "VX" for k in range(first, found.first))
    if not earlier_verb and tags[first] != "P":
        return None
    k = found.first
    while k > first and tags[k - 1] in "DMA":
        k -= 1
    before = tokens[k - 1].norm if k > first else ""
    if before == "," or (earlier_verb and (before in grammar().subordinators or before == "as")):
        return found
    if not earlier_verb:
        return None
    reduced = i == verb and participial(tokens[verb].norm) and tags[verb] == "V"
    relative = tokens[first].norm in {"which", "who", "that"} or tokens[min(first + 1, verb)].norm in {"which", "who"}
    behind = next((k for k in range(found.first - 1, first, -1) if tags[k] == "V"), first)
    comma = next((k for k in range(found.first - 1, behind, -1) if tokens[k].text == ","), -1)
    if reduced and comma > 0 and tags[comma + 1] in "NZD" and tags[first] == "C":
        return phrase_after(reading, comma + 1, verb)  # "When the war ended, men in Orm owned 40"
    if reduced and not relative and tags[first : found.first].count("V") and tags[verb + 1 : verb + 2] != ["D"]:
        return found
    return None


def _resumed(reading: Reading, verb: int, first: int) -> Phrase | None:
    """The subject of a clause that goes on after a relative one: "the ship, which takes 24, sailed on 9 days", "the
    mill, in which he had put his savings, burned down".
    """
    tags, tokens = reading.tags, reading.tokens
    if not first or tokens[first].text != "," or any(mark not in "XM" for mark in tags[first + 1 : verb]):
        return None
    start = reading.clause(first - 1)[0]
    if tokens[start].text == ",":
        start += 1
    pronoun = tokens[start + (tags[start] == "P")].norm
    if pronoun not in _RELATIVE:
        return None
    opens = tags[start] == "P" and start > 1 and tokens[start - 1].text == ","
    return nearest(reading, start - 1, 0) if opens else _broken(reading, start) or antecedent(reading, start)


def _broken(reading: Reading, start: int) -> Phrase | None:
    """The subject of a clause that a relative one between commas breaks off before its verb: "the bakery across the
    yard, which buys its flour there, sells bread".
    """
    if reading.norms[start - 1] != ",":
        return None
    first, last = reading.clause(max(start - 2, 0))
    if any(mark in "VXG" for mark in reading.tags[first:last]) or last > start:
        return None
    while first < last and reading.tags[first] in "CDUM":
        first += 1
    return phrase_after(reading, first, last) if first < last and reading.tags[first] in "NAZ" else None


_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})


def _dated(reading: Reading, at: int) -> bool:
    """Whether a token is part of a date: "Peru last month agreed"."""
    return reading.mentions[reading.figure_at[at]].kind is Kind.DATE


def _after_relative(reading: Reading, start: int, verb: int) -> bool:
    """Whether a verb is the main one after a relative clause without commas: "people who read books rose to 40%"."""
    inner = next((k for k in range(start + 1, verb) if reading.tags[k] == "V"), None)
    if inner is None or any(reading.tags[k] in "C.VG" for k in range(inner + 1, verb)):
        return False
    return any(reading.tags[k] in "NZ" for k in range(inner + 1, verb)) and reading.tags[verb - 1] in "NZ"


def _whole(reading: Reading, phrase: Phrase) -> Phrase:
    """The noun that a phrase completes by "of": the share of "the share of people"."""
    k = phrase.first - 1
    while k > 0 and reading.tags[k] == "D":
        k -= 1
    if k < 1 or reading.tokens[k].norm != "of":
        return phrase
    return phrase_before(reading, k) or phrase


def nearest(reading: Reading, verb: int, floor: int) -> Phrase | None:
    """The noun phrase right before a verb's auxiliaries, followed over prepositions to its head."""
    i = verb
    while i > floor and reading.tags[i - 1] in "XMVT":
        i -= 1
    found = phrase_before(reading, i, floor)
    while found is not None and found.first - 1 > floor:
        k = found.first - 1
        while k > floor and reading.tags[k] in "DM":
            k -= 1
        if reading.tags[k] != "P" or reading.tokens[k].norm in {"than", "since", "until"}:
            break
        wider = phrase_before(reading, k, floor)
        if wider is None or wider.last != k:
            break
        event = lemma(reading.tokens[wider.head].norm) in load_table("grammar")["event_nouns"]
        if reading.tokens[k].norm == "by" and not event:
            break
        found = wider
    return found


def object_of(reading: Reading, verb: int, ceiling: int) -> Phrase | None:
    """The noun phrase right after a verb; a figure before its noun is stepped over."""
    i = verb + 1
    while i < ceiling and reading.tags[i] in "MDU":
        i += 1
    if i < ceiling and reading.tags[i] == "C":
        return None
    if i + 1 < ceiling and reading.tags[i - 1] == "U" and reading.norms[i] == "of" and reading.tags[i + 1] == "N":
        i += 1  # "sold 40 tonnes of tea"
    if i < ceiling and reading.tags[i] == "G" and reading.tags[i + 1 : i + 2] in (["P"], ["."], ["C"], []):
        return Phrase(i, i + 1, i)  # "increased lending to"
    return phrase_after(reading, i, ceiling)
