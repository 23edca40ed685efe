"""What the label of a table's row is of: "Patients whose data were copied" is of patients, and of copying."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import regex
from attrs import frozen

from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.phrases import contains_little

__all__ = ["Label", "read_label"]

_WORD = regex.compile(r"[\p{L}][\p{L}\p{M}'’-]*|\d+(?=\p{L})|[,;:–—]")
_ASIDE = regex.compile(r"\([^)]*\)?|\[[^\]]*\]")
_MARK = regex.compile(r"<[^>]*>|[*`]+")
_RELATIVE = frozenset({"whose", "who", "which", "that", "where", "when"})


@frozen
class Label:
    """The noun phrase of a label as lemmas, its head, and the lemma of the verb that is said of it, if any."""

    core: str
    head: str
    event: str


@lru_cache(4096)
def read_label(label: str) -> Label | None:
    """The noun phrase that a label opens with; None where it opens with none, or is a name in code."""
    if "_" in label or "`" in label:
        return None
    words = [match.group().lower() for match in _WORD.finditer(_ASIDE.sub(" ", _MARK.sub(" ", label)))]
    end = _end(words)
    if not words or words[0].endswith("ing"):
        return None  # an activity: "listing of objects"
    nouns = [lemma(word) for word in words[:end] if word not in grammar().closed]
    while len(nouns) > 1 and end == len(words) and nouns[-1] in grammar().adverbs:
        nouns.pop()
    if not nouns or (end == len(words) and not _ASIDE.search(label)):
        return None
    core, head = " ".join(nouns), nouns[-1]
    if words[end : end + 1] == ["of"]:
        rest = words[end + 1 :]
        of = [lemma(word) for word in rest[: _end(rest)] if word not in grammar().closed]
        if of and contains_little(head):
            core, head = " ".join(of), of[-1]
        elif of:
            core = f"{core} of {' '.join(of)}"
        end += 1 + _end(rest)
    told = (_told(word, before) for before, word in pairwise(words[max(end - 1, 0) :]))
    return Label(core, head, next(filter(None, told), ""))


def _end(words: list[str]) -> int:
    """Where the noun phrase ends: at a preposition, a relative pronoun, a mark, or a participle after its noun."""
    for at, word in enumerate(words):
        if not word[0].isalnum() or word in grammar().prepositions or word in _RELATIVE:
            return at
        last = at + 1 == len(words) or not _noun(words[at + 1])
        if at and last and _told(word, words[at - 1]):
            return at
    return len(words)


def _noun(word: str) -> bool:
    """Whether a word may go on with a noun phrase: neither a preposition nor an adverb nor a mark."""
    known = grammar()
    return word[0].isalpha() and word not in known.closed and word not in known.adverbs


def _told(word: str, before: str) -> str:
    """The verb of a past participle; one that the grammar does not know is taken for such after a plural."""
    known = grammar()
    verb, form = known.verb_forms.get(word, ("", ""))
    if not verb and word.endswith("ed") and before.endswith("s") and word not in known.adjectives:
        return verb_lemma(word)
    return verb if form == "past" and verb != word and word not in known.nouns_too else ""
