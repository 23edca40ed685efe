"""How alike the words are that stand around two figures, in an old text and in a new one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from attrs import define

from claimcheck.findings.figures import root
from claimcheck.records import Claim, Document

__all__ = ["NEAR", "Loose", "framed", "likeness"]

NEAR = 3
"""Words on either side that place a figure in its sentence."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


@define
class Loose:
    """A claim that no unchanged line accounts for: where it stands and the words around its figure."""

    claim: Claim
    file: int
    hunk: int
    place: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    taken: bool = False

    @property
    def frame(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All words around it."""
        return self.before, self.after


def framed(file: int, document: Document, claims: Sequence[Claim], hunks: Sequence[int]) -> list[Loose]:
    """These claims of a file, each with its hunk and the words around its figure."""
    made = []
    for place, (claim, hunk) in enumerate(zip(claims, hunks, strict=True)):
        text = document.text
        start, end = min(claim.sentence.start, claim.span.start), max(claim.sentence.end, claim.span.end)
        if claim.structure == "table":  # the row's label is part of what a cell says
            start = text.rfind("\n", 0, start) + 1
            stop = text.find("\n", end)
            end = stop if stop >= 0 else len(text)
        before = _tokens(text[start : claim.span.start])
        after = _tokens(text[claim.span.end : end])
        made.append(Loose(claim, file, hunk, place, before, after))
    return made


def _tokens(text: str) -> tuple[str, ...]:
    """Words and marks in lower case; other figures are all one, marks of formatting none."""
    found: list[str] = []
    for token in _TOKEN.findall(text.lower()):
        if token[0].isdigit():
            if not found or found[-1] != "#":
                found.append("#")
        elif token not in "*_`|#-.,":
            found.append(token)
    return tuple(found)


def likeness(one: Loose, other: Loose) -> float:
    """0 to 1: half from all words of the sentence, half from those next to the figure."""
    left, right = [*one.before, *one.after], [*other.before, *other.after]
    total = len(left) + len(right)
    common = 0
    pool: dict[str, int] = defaultdict(int)
    for word in left:
        pool[word] += 1
    for word in right:
        if pool[word] > 0:
            pool[word] -= 1
            common += 1
    whole = 2 * common / total if total else 1.0
    near = [
        *zip(_padded(one.before[::-1]), _padded(other.before[::-1]), strict=True),
        *zip(_padded(one.after), _padded(other.after), strict=True),
    ]
    told = [pair for pair in near if pair != ("", "")]
    close = sum(a == b for a, b in told) / len(told) if told else 1.0
    return min(1.0, max(0.0, (whole + close) / 2 + _heads(one.claim, other.claim)))


def _heads(one: Claim, other: Claim) -> float:
    """What the measured things say: the same noun for, and of counts and shares another noun against."""
    if not one.head or not other.head:
        return 0.0
    if one.head == other.head:
        return 0.1
    named = other.head in (*one.core.split(), *one.terms) or one.head in (*other.core.split(), *other.terms)
    return -0.3 if not named and root(one) in ("number", "percent", "rank") else 0.0


def _padded(words: Sequence[str]) -> list[str]:
    return [*words[:NEAR], *([""] * (NEAR - len(words[:NEAR])))]
