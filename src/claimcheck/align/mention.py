"""What the sentence around a figure makes of it: the whole behind a part, the noun of a light verb, earlier names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.align.context import stem
from claimcheck.align.facts import some
from claimcheck.align.frames import phrases
from claimcheck.claims.grammar import grammar
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import Lexicon, fold
from claimcheck.records import Claim, Document, Kind

__all__ = ["carried_names", "is_base", "of_a_part", "phrasal", "versions_named"]

_PART = re.compile(r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|\w+ty|\w+teen|none|some|half|most|"
                   r"many|all|third|quarter|hundred|thousand|million|per cent|percent|%) of (?:the |its |their |these |"
                   r"those |all |our |(?:the |an? )?[\w-]+['’]s? )?$", re.IGNORECASE)  # fmt: skip


def is_base(claim: Claim, document: Document) -> bool:
    """Whether the figure is of all those of whom the sentence tells something of some: "300 of the 412 houses"."""
    before = document.text[max(claim.span.start - 40, 0) : claim.span.start]
    return " of " in before.lower() and _PART.search(before) is not None


@cache
def _phrasal() -> tuple[re.Pattern[str], frozenset[str]]:
    """Forms of the light verbs before one of the nouns that tell what happens, and the verbs."""
    table = load_table("events")["phrasal"]
    forms = {form for form, (base, _) in grammar().verb_forms.items() if base in table["verbs"]} | set(table["verbs"])
    verbs, nouns = ("|".join(sorted(words)) for words in (forms, table["nouns"]))
    return re.compile(rf"\b(?:{verbs}) (?:(?:in|into|to|on) (?:the )?)?({nouns})\b"), frozenset(table["verbs"])


def phrasal(event: str, sentence: str) -> str:
    """What a verb says with the words beside it: took effect, came into force, swapped out, opened again."""
    for told, phrase in phrases(event):
        if told.search(fold(sentence)):
            return phrase
    pattern, verbs = _phrasal()
    table = load_table("events")["phrasal"]
    if event in table["again"] and _AGAIN.search(sentence):
        return f"re{event}"
    if event not in verbs or (found := pattern.search(sentence)) is None:
        return event
    return str(table["same"].get(found[1], found[1]))


_AGAIN = re.compile(r"\b(?:again|once more|anew)\b", re.IGNORECASE)


def carried_names(
    entities: tuple[str, ...], claim: Claim, document: Document | None, titles: Sequence[str], lexicon: Lexicon
) -> frozenset[str]:
    """The entities that come from a sentence before, and the one that the figure is said by; no title's."""
    if document is None or not entities or claim.structure in ("table", "code"):
        return some(())
    sentence = claim.sentence.cover(document.text)
    if not sentence.strip():
        return some(())
    said = fold(" ".join((sentence, *titles)))
    source = fold(claim.attribution or "")
    unsaid = [name for name in entities if (stem(fold(name).split()[0]) or fold(name)) not in said]
    if unsaid:  # unless by another name: the UK
        aliases = {lexicon.canonical(word) for word in _ALIAS.findall(" ".join((sentence, *titles)))}
        unsaid = [name for name in unsaid if name not in aliases]
    asking = {name for name in entities if name not in unsaid and _asks(name, sentence)}
    return some([*unsaid, *(name for name in entities if fold(name) == source or name in asking)])


def _asks(name: str, sentence: str) -> bool:
    """Whether the sentence only tells that somebody of a name asks about a thing: "Mr Pell asked about the road"."""
    at = sentence.find(name)
    return at >= 0 and _ASKING.match(sentence, at + len(name)) is not None


_ASKING = re.compile(r" (?:has |had |also |then )*(?:asked|asks|inquired|enquired|wondered|complained)\b")


def of_a_part(names: Sequence[str], claim: Claim, document: Document | None) -> frozenset[str]:
    """The names that the sentence gives only behind "most of them in": they are where a part of what is counted is."""
    if document is None or not names or claim.structure in ("table", "code"):
        return some(())
    found = _OF_THEM.search(document.text, claim.span.end, max(claim.sentence.end, claim.span.end))
    if found is None:
        return some(())
    before = fold(document.text[claim.sentence.start : found.start()])
    after = fold(document.text[found.start() : claim.sentence.end])
    return some(name for name in names if fold(name) in after and fold(name) not in before)


_OF_THEM = re.compile(
    r",? (?:(?:most|many|some|half|several|one|two|three|four|five|\d+|a (?:third|quarter)|the majority) of "
    r"(?:them|these|those|which|whom)\b|including\b|among them\b)"
)
_ALIAS = re.compile(r"[A-Z][\w.]*[A-Za-z]")
_LABEL = re.compile(
    r"(?:\b(?:v|(?:versions?|releases?)(?: is|:)? [`*_]*v?)|[a-z][\w.-]*==)(\d+(?:\.\d+)+)", re.IGNORECASE
)


_POINT = re.compile(r"\d\.\d")


def versions_named(claim: Claim, document: Document | None) -> frozenset[str]:
    """The versions that the sentence names beside its figure: the v0.5 baseline."""
    if document is None or claim.kind is Kind.VERSION:
        return some(())
    sentence = claim.sentence.cover(document.text)
    return some(_LABEL.findall(sentence) if _POINT.search(sentence) else ())
