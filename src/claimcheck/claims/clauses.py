"""Where the clauses of a sentence begin and end."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.extract.tokens import Token
from claimcheck.lexicon import load_table

__all__ = ["clauses_of", "said_before"]


def clauses_of(tokens: list[Token], tags: list[str]) -> list[tuple[int, int]]:
    """Token ranges of clauses; a parenthesis is a clause inside another."""
    table = grammar()
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    start = 0
    verb_seen = False
    relative = False
    source = bool(tokens) and (tokens[0].norm in {"according", "quoting", "citing"} or tags[0] in "VG")
    fronted = bool(tokens) and tokens[0].norm in _FRONTED
    after_verb = spoken = False
    for i, mark in enumerate(tags):
        token = tokens[i]
        said_then = spoken and mark in "DNZAR" and tags[i - 1] == "U"
        if mark in _INERT and not after_verb and not said_then and token.norm not in _HINGES:
            continue
        may_break = after_verb or said_then or mark in "PC" or token.norm in _OPENERS
        after_verb = mark == "V"
        spoken = spoken or (mark == "V" and verb_lemma(token.norm) in _saying())
        text = token.text
        if source and text == ",":
            found.append((start, i))
            start, verb_seen, source = i, False, False
            continue
        if fronted and text == "," and verb_seen and not opened:
            fronted = False
            if _subject_then_verb(tags, i + 1):
                found.append((start, i))
                start, verb_seen = i, False
                continue
        if text in "([":
            opened.append(i)
            continue
        if text in ")]":
            if opened:
                found.append((opened.pop() + 1, i))
            continue
        if opened:
            continue
        if mark in "VX":
            verb_seen = True
        closes = relative and verb_seen and text == "," and _verb_next(tokens, tags, i + 1)
        if closes or (may_break and _breaks(tokens, tags, i, table.subordinators, verb_seen)):
            if i > start:
                found.append((start, i))
            start = i
            verb_seen = False
            led = mark == "P" and tokens[i + 1 : i + 2] != [] and tokens[i + 1].norm in _RELATIVE  # "in which"
            relative = led or token.norm in _RELATIVE
    found.append((start, len(tokens)))
    return found


@cache
def _saying() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["verbs"])


def _verb_next(tokens: list[Token], tags: list[str], i: int) -> bool:
    """Whether the main verb goes on after a relative clause's closing comma."""
    if i >= len(tags):
        return False
    entry = grammar().verb_forms.get(tokens[i].norm)
    return tags[i] in "VX" or (entry is not None and entry[1] == "s")


# The marks and words at which a clause may begin; besides them what a preposition or a verb of saying stands before.
_OPENERS = frozenset(
    {";", "—", "•", "-", "–", ":", "and", "or", "because", "but", "if", "that", "unless", "up", "down"}
)


_OPENERS |= {"while", "whereas", "although", "though", "when", "where", "which", "who", "whose", "with", "followed"}


_OPENERS |= {"compared", "against"}


_RELATIVE = frozenset({"which", "who", "whom", "whose", "that", "where"})


# Tags of words that mean nothing for where clauses part, but for those beside them and the marks that figures hold.
_INERT = frozenset("NADZUMRGT")


_HINGES = _OPENERS | frozenset(",()[]")


# Conjunctions that open a sentence with a clause of their own, up to the comma; "if" and "when" also tell what holds.
_FRONTED = frozenset({"since", "after", "before", "because"})


_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i", "there"})


_SAID_WITHIN = 6  # tokens between a verb of saying and its "that": "said in Orl on Monday that"


def said_before(tokens: list[Token], tags: list[str], i: int) -> bool:
    """Whether a verb of saying stands before "that", with nothing but when, where and to whom between."""
    for k in range(i - 1, max(-1, i - 1 - _SAID_WITHIN), -1):
        if tags[k] == "V":
            return verb_lemma(tokens[k].norm) in _saying()
        if tags[k] not in "PUNZDMA":
            return False
    return False


def _states(tags: list[str], i: int, following: str) -> bool:
    """Whether a subject begins here, with its verb behind it."""
    lending = tags[i : i + 1] == ["G"] and tags[i + 1 : i + 2] in (["X"], ["V"])  # "that lending would grow"
    return following in _SUBJECTS or lending or (tags[i : i + 1] != ["V"] and _subject_then_verb(tags, i))


def _said_then(tokens: list[Token], tags: list[str], i: int) -> bool:
    """Whether a verb of saying and when it was said stand before what was said: "said on Monday | it will"."""
    k = i - 1
    while k > 0 and tags[k] == "U":
        k -= 1
    return 0 < k < i - 1 and tokens[k].norm in {"on", "in", "late", "early"} and said_before(tokens, tags, k)


def _breaks(tokens: list[Token], tags: list[str], i: int, subordinators: frozenset[str], verb_seen: bool) -> bool:
    text = tokens[i].text
    if text in {";", "—", "•"} or (text in {"-", "–"} and not tokens[i].glued and tags[i] == "." and verb_seen):
        return True
    if text == ":" and not tokens[i].glued:
        return True
    if text == ":" and not verb_seen and tags[0] == "D" and "U" not in tags[:i] and tokens[0].norm not in _SUBJECTS:
        return _subject_then_verb(tags, i + 1) or _subject_then_verb(
            tags, i + 2
        )  # "A tip for cooks: the dough has to …"
    if text == ":" and verb_seen and ("U" not in tags[:i] or tags[i - 1] == "U"):
        if _subject_then_verb(tags, i + 1) or (tags[i + 1 : i + 2] == ["P"] and _verb_ahead(tags, i, _FRONT)):
            return True
    before = tokens[i - 1].text if i else ""
    norm = tokens[i].norm
    following = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if i and tags[i] == "P" and following in {"which", "whom"} and before not in {"one", "some", "most", "all"}:
        return True
    said = bool(i) and tags[i - 1] == "V" and verb_lemma(tokens[i - 1].norm) in _saying()
    if said and tags[i] in "DNZUA":
        return _subject_then_verb(tags, i)
    if said and norm in _SUBJECTS and tags[i + 1 : i + 2] in (["V"], ["X"]):
        return True  # "Kellet said it had 40 ships"
    if not said and (norm in _SUBJECTS or (tags[i] in "DNZA" and tags[i - 1 : i] == ["U"])):
        speech = _subject_then_verb(tags, i) or (norm in _SUBJECTS and tags[i + 1 : i + 2] in (["V"], ["X"]))
        if speech and _said_then(tokens, tags, i):
            return True  # "said on Monday it will close the mill"
    if norm == "that" and said:
        return True
    if norm == "that" and tags[i] == "C" and _states(tags, i + 1, following) and said_before(tokens, tags, i):
        return True
    if norm in {"that", "who"} and i and tags[i - 1] in "NZ" and i + 1 < len(tags) and tags[i + 1] in "VX":
        return True
    if i and norm in {"while", "whereas", "although", "though", "but"}:
        return True
    if i and tags[i] in "PC" and norm in subordinators and before == "," and _verb_ahead(tags, i):
        return True
    if norm == "for" and tags[i] == "C":
        return True  # "cannot land there, for its only runway is short"
    if i and norm in {"because", "if", "when", "where", "unless"} and verb_seen and _verb_ahead(tags, i):
        return True
    if before == "," and norm in {
        "and",
        "or",
        "which",
        "who",
        "whose",
        "where",
        "with",
        "followed",
        "compared",
        "against",
        "up",
        "down",
    }:
        if norm in {"and", "or"}:
            return verb_seen and _subject_then_verb(tags, i + 1)
        return True
    if norm == "compared" and verb_seen and following in {"with", "to"} and tags[i - 1] in "UNZ":
        return True
    if norm == "and" and verb_seen and i and before != ",":
        return _subject_then_verb(tags, i + 1) and not _of_two_names(tags, i)
    return False


def _of_two_names(tags: list[str], i: int) -> bool:
    """Whether "and" joins two names before a preposition: "the gas sold in Peru and Chile through the port was"."""
    if tags[i - 1 : i + 2] != ["Z", "C", "Z"]:
        return False
    k = i + 1
    while k < len(tags) and tags[k] == "Z":
        k += 1
    return tags[k : k + 1] == ["P"]


_FRONT = 20  # tokens from a colon to the verb behind what is put first


def _verb_ahead(tags: list[str], i: int, within: int = 12) -> bool:
    for mark in tags[i + 1 : i + within]:
        if mark in "VX":
            return True
        if mark == ".":
            return False
    return False


def _subject_then_verb(tags: list[str], i: int) -> bool:
    """Whether a clause of its own begins here: a noun phrase and then a verb, or a verb at once."""
    seen_noun = False
    window = tags[i : i + 14]
    for k, mark in enumerate(window):
        if mark in "VX":
            return seen_noun
        if mark in "NZRU":
            seen_noun = True
        elif mark == "C" and seen_noun and window[k + 1 : k + 2] and window[k + 1] in "NZAD":
            continue
        elif mark not in "DAMU-PS" or (mark == "P" and not seen_noun):
            return False
    return False
