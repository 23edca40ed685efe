"""Whom a sentence is about, for the one after it, and who in it only has their say.

"Ana Ruiz told reporters that the year had begun well. The order book had risen to €4m": the order book is not hers.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from claimcheck.claims.bystanders import landmark
from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.jobs import courtesies, job_words
from claimcheck.claims.names import Name
from claimcheck.claims.phrases import Phrase, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import bare, given_names, word_table
from claimcheck.extract.tokens import Token
from claimcheck.lexicon import load_table

__all__ = ["addressed", "affiliations", "of_body", "person_named", "spoken_for", "topic_of"]


def topic_of(reading: Reading, *, people: bool = False, things: bool = False) -> tuple[str, ...]:
    """Whom a sentence is about, for the one after it: the names before its verb, as far as nothing but "and" parts
    them, or the one that it presents by "is". Who only speaks, and whoever a clause with "who" introduces, is that for
    "he" and "she" alone (``people``), and nobody whose name is a person's is one of the ``things`` that "it" may be.
    """
    tokens, tags = reading.tokens, reading.tags
    names = reading.subjects()
    if things:
        names = [name for name in names if not person_named(reading, name)]
    if not names or (not people and _spoken(tokens, names)):
        return ()
    verb = next((k for k, mark in enumerate(tags) if mark in "VX"), len(tags))
    lead = [name for name in names if name.first < verb and not landmark(reading, name)]
    if not people:
        lead = [name for name in lead if reading.norms[name.last : name.last + 2] != [",", "who"]]
        if lead and verb < len(tags) and _speaks(reading, lead[0], verb):
            return ()
    if not lead and verb < len(tags) and tokens[verb].norm in {"is", "are", "was", "were"}:
        lead = [name for name in names if all(mark in "DNAP-" for mark in tags[verb + 1 : name.first])]
    return _leading(lead)


def _spoken(tokens: list[Token], names: list[Name]) -> bool:
    """Whether the first name of a sentence is only whose words it quotes: "…”, said the director, Ane Brekke"."""
    if not names:
        return False
    window = tokens[max(0, names[0].first - 6) : names[0].first]
    said = {"said", "says", "told", "tells", "asked", "asks", "added", "adds", "explained", "explains"}
    return any(token.norm in said for token in window)


def _leading(names: list[Name]) -> tuple[str, ...]:
    """The first names of a sentence, as far as nothing but "and" parts them."""
    if not names:
        return ()
    chain = [names[0]]
    for name in names[1:3]:
        if name.first - chain[-1].last > 1:
            break
        chain.append(name)
    return tuple(dict.fromkeys(name.canonical for name in chain))


@cache
def _speech() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["verbs"])


def _speaks(reading: Reading, name: Name, verb: int) -> bool:
    """Whether a sentence begins with a person who says what follows: "Ms Ruiz explained what guests should expect"."""
    if verb_lemma(reading.norms[verb]) not in _speech():
        return False
    who = not name.known and reading.norms[verb - 1 : verb + 1] == [",", "who"]
    return who or person_named(reading, name)


def person_named(reading: Reading, name: Name) -> bool:
    """Whether a name shows that it is a person's: by a title before it, or by a given name that it begins with."""
    if name.place or name.adjective:
        return False
    before = reading.norms[name.first - 1] if name.first else ""
    if before in courtesies() or before in word_table("titles") or before in _CHIEFS:
        return True
    if name.last - name.first < 2 or reading.norms[name.first] not in given_names():
        return False
    last = bare(reading.norms[name.last - 1])
    if last in word_table("things") or last in word_table("bodies"):
        return False
    apposed = name.first > 0 and reading.tags[name.first - 1] == "N" and before not in word_table("occupations")
    return not apposed  # "the ferry Ada Brandt"


def affiliations(reading: Reading) -> dict[str, str]:
    """The bodies that people of a sentence are of: "Ms Ruiz of Kellet Bank", "Kellet Bank CEO Ana Ruiz"."""
    found: dict[str, str] = {}
    for one, other in pairwise(reading.names):
        between = reading.norms[one.last : other.first]
        if set(between) <= _OF and between and person_named(reading, one) and not other.place:
            found[one.canonical] = other.canonical
        elif not one.place and 0 < len(between) <= _JOB and person_named(reading, other):
            if all(norm in job_words() or norm in _BESIDE_JOB for norm in between):
                found[other.canonical] = one.canonical
    return found


def spoken_for(reading: Reading) -> tuple[str, ...]:
    """The body for which somebody speaks in a sentence, as the sentence says."""
    return tuple(affiliations(reading).values())[:1]


_CHIEFS = frozenset({"ceo", "cfo", "cto", "coo", "mp", "mep"})
_BESIDE_JOB = _CHIEFS | {"'s", "’s"}
_OF = frozenset({"of", "from", "at", "for", "with", "the"})
_JOB = 4  # words of a job between a body and a person's name


def addressed(reading: Reading, verb: int) -> bool:
    """Whether a verb of speech has an addressee before what is said: "told reporters that", "informed the board"."""
    if verb_lemma(reading.norms[verb]) not in load_table("stance")["attribution"]["addressing"]:
        return False
    found = phrase_after(reading, verb + 1)
    if found is None:
        return False
    after = reading.norms[found.last : found.last + 1]
    return after in ([], ["that"], ["."], ["“"], ['"'], [","]) or reading.tags[found.last] in "DR"


def of_body(reading: Reading, speaker: Phrase) -> Phrase:
    """A speaker with the person before "of": "Ms Ruiz of Kellet Bank" where "Kellet Bank" stands before the verb."""
    at = speaker.first - 1
    while at > 0 and reading.tags[at] == "D":
        at -= 1
    if at < 1 or reading.norms[at] not in {"of", "from", "at", "with"}:
        return speaker
    before = phrase_before(reading, at)
    if before is None or before.last != at or reading.tags[before.head] != "Z":
        return speaker
    return Phrase(before.first, speaker.last, before.head)
